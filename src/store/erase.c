/*
 * Erasing the personal data of a record, in its row, its dated values and the log. What the log
 * keeps of the erased changes are their commitments, so the chain still verifies; the change
 * "erase" holds what is left of the record, from where verification goes on. Of a record that was
 * removed nothing is left, and what it was is known no more.
 */
#include "model/field.h"
#include "store/inside.h"

static bool
is_personal(const bina_table *table, int slot)
{
    return table->column[slot] &&
           (table->description->fields[slot].flags & BINA_FIELD_PERSONAL) != 0;
}

/* A required text keeps a dash: the record must stay one that the rules accept. */
static bool
is_dash(const bina_table *table, int slot)
{
    const bina_field *field = &table->description->fields[slot];
    return (field->flags & BINA_FIELD_REQUIRED) != 0 && field->type == BINA_TEXT;
}

static bina_status
with_id(bina_store *store, const char *sql, bina_id id)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(store, sql, 0, &statement);

    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

static bina_status
erase_row(bina_store *store, const bina_table *table, bina_id id)
{
    bina_buffer *sql = &store->sql;
    int slot;

    bina_buffer_clear(sql);
    bina_buffer_add(sql, "UPDATE ");
    bina_buffer_name(sql, table->name);
    bina_buffer_add(sql, " SET revision = revision + 1");
    for (slot = 0; slot < table->count; slot++) {
        if (!is_personal(table, slot))
            continue;
        bina_buffer_add(sql, ", ");
        bina_buffer_name(sql, table->description->fields[slot].name);
        bina_buffer_add(sql, is_dash(table, slot) ? " = '-'" : " = NULL");
    }
    bina_buffer_add(sql, " WHERE id = ?");
    return with_id(store, bina_buffer_text(sql), id);
}

/* What was said of other days, and what the log tells. */
static bina_status
erase_past(bina_store *store, const bina_table *table, bina_id id)
{
    bina_buffer *sql = &store->sql;
    bina_status status = BINA_OK;
    int slot;

    for (slot = 0; slot < table->count && status == BINA_OK; slot++) {
        if (!is_personal(table, slot) ||
            (table->description->fields[slot].flags & BINA_FIELD_DATED) == 0)
            continue;
        /* The name of a compiled or own field holds no quote: own names are checked. */
        bina_buffer_clear(sql);
        bina_buffer_print(sql,
                          "UPDATE dated_values SET value = NULL WHERE record = ?1"
                          " AND field = '%s'",
                          table->description->fields[slot].name);
        status = with_id(store, bina_buffer_text(sql), id);
    }
    if (status == BINA_OK)
        status = with_id(
            store, "UPDATE changes SET old = NULL, new = NULL, salt = NULL WHERE record = ?", id);
    return status;
}

/* The record as it is left, into the log. */
static bina_status
log_rest(bina_store *store, bina_table *table, bina_id id)
{
    bina_status status = bina_table_before(store, table, id);
    int slot;

    if (status != BINA_OK)
        return status;
    bina_json_open(&store->new_json);
    for (slot = 1; slot < table->count; slot++) {
        bina_value value = bina_record_get(table->before, slot);
        if (table->column[slot] && value.type != BINA_NULL)
            bina_json_field(&store->new_json, table, slot, value);
    }
    bina_json_close(&store->new_json);
    return bina_log_change(store, id, "erase", NULL, &store->new_json);
}

/* Whether the log knows a record that its table has no more. */
static bool
was_removed(bina_store *store, bina_id id)
{
    int64_t changes = 0;

    bina_buffer_clear(&store->sql);
    bina_buffer_print(&store->sql, "SELECT count(*) FROM changes WHERE record = %lld",
                      (long long)id);
    return bina_store_integer(store, bina_buffer_text(&store->sql), &changes) == BINA_OK &&
           changes > 0;
}

bina_status
bina_store_erase(bina_store *store, bina_id id, const char *why)
{
    bina_status status = bina_store_start_write(store);
    bina_table *table;
    bool removed = false;

    if (status != BINA_OK)
        return status;
    table = bina_store_table(store, bina_id_kind(id));
    if (table == NULL)
        return bina_error_status(&store->error);
    status = bina_store_begin(store, why);
    if (status != BINA_OK)
        return status;
    status = bina_table_before(store, table, id);
    if (status == BINA_ERR_NOT_FOUND && was_removed(store, id)) {
        bina_error_clear(&store->error);
        removed = true;
        status = BINA_OK;
    }
    if (status == BINA_OK) {
        store->broken = true; /* until all of it is written */
        status = removed ? BINA_OK : erase_row(store, table, id);
    }
    if (status == BINA_OK)
        status = erase_past(store, table, id);
    if (status == BINA_OK)
        status =
            removed ? bina_log_change(store, id, "erase", NULL, NULL) : log_rest(store, table, id);
    if (status == BINA_OK)
        store->broken = false;
    status = bina_store_leave(store, true, status);
    /* The write-ahead log holds older pages until it is folded into the file. */
    if (status == BINA_OK && store->depth == 0)
        sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    return status;
}
