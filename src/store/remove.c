/* Removing records that nothing refers to. */
#include "rules/lifecycle.h"
#include "store/inside.h"

/* Removes a record within the running transaction. */
bina_status
bina_table_remove(bina_store *store, bina_table *table, bina_id id)
{
    bina_buffer *json = &store->old_json;
    bina_status status = bina_table_before(store, table, id);
    int slot;

    if (status != BINA_OK)
        return status;
    if (table->remove == NULL) {
        bina_buffer_clear(&store->sql);
        bina_buffer_add(&store->sql, "DELETE FROM ");
        bina_buffer_name(&store->sql, table->name);
        bina_buffer_add(&store->sql, " WHERE id = ?");
        status = bina_store_prepare(store, bina_buffer_text(&store->sql), SQLITE_PREPARE_PERSISTENT,
                                    &table->remove);
        if (status != BINA_OK)
            return status;
    }
    bina_json_open(json);
    for (slot = 1; slot < table->count; slot++) {
        bina_value value = bina_record_get(table->before, slot);
        if (table->column[slot] && value.type != BINA_NULL)
            bina_json_field(json, table, slot, value);
    }
    bina_json_close(json);
    sqlite3_bind_int64(table->remove, 1, id);
    if (sqlite3_step(table->remove) != SQLITE_DONE)
        status = sqlite3_extended_errcode(store->db) == SQLITE_CONSTRAINT_FOREIGNKEY
                     ? bina_refuse_referred(store, id)
                     : bina_store_fail(store);
    sqlite3_reset(table->remove);
    if (status != BINA_OK)
        return status;
    status = bina_log_change(store, id, "remove", json, NULL);
    if (status != BINA_OK)
        store->broken = true;
    return status;
}

bina_status
bina_store_remove(bina_store *store, bina_id id)
{
    bina_status status = bina_store_start_write(store);
    const bina_description *description;
    bina_table *table;
    bool own;

    if (status != BINA_OK)
        return status;
    description = bina_store_description(store, bina_id_kind(id));
    if (description == NULL ||
        (bina_description_flags(description) & (BINA_KIND_JOURNAL | BINA_KIND_WRITTEN)) != 0)
        return bina_error_plain(&store->error, BINA_ERR_USAGE);
    table = bina_store_table(store, bina_id_kind(id));
    if (table == NULL)
        return bina_error_status(&store->error);
    own = store->depth == 0;
    status = bina_store_enter(store);
    if (status != BINA_OK)
        return status;
    status = bina_lifecycle_find(bina_id_kind(id)) != NULL ? bina_guard_remove(store, table, id)
                                                           : bina_table_remove(store, table, id);
    return bina_store_leave(store, own, status);
}
