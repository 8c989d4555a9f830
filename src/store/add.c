/* Adding records; each goes into the log in the same step. */
#include "model/field.h"
#include "rules/check.h"
#include "rules/lifecycle.h"
#include "store/write.h"

/* Binds what the store itself sets; `number` must live until the step. */
static bool
bind_own(sqlite3_stmt *statement, int at, const bina_table *table, int slot, bina_id id,
         int64_t revision, char number[BINA_NUMBER_SIZE], bina_buffer *json)
{
    if (slot == 0)
        return sqlite3_bind_int64(statement, at, id) == SQLITE_OK;
    if (slot == 1) {
        bina_json_field(json, table, slot, bina_int(revision));
        return sqlite3_bind_int64(statement, at, revision) == SQLITE_OK;
    }
    if (slot != table->number_slot)
        return sqlite3_bind_null(statement, at) == SQLITE_OK;
    bina_number_format(id, bina_kind_letter(bina_id_kind(id)), number);
    bina_json_field(json, table, slot, bina_text(number));
    return sqlite3_bind_text(statement, at, number, -1, SQLITE_STATIC) == SQLITE_OK;
}

/*
 * Writes a row with an id and revision that are given. Each value is checked on its way, unless
 * `today` is BINA_CHECKED.
 */

static bina_status
insert(bina_store *store, bina_table *table, const bina_record *record, bina_id id,
       int64_t revision, int64_t today, bina_log_batch *batch)
{
    bina_mapping map = bina_map_record(table, record);
    bina_rules_memory *memory = map.same ? table->passed : NULL;
    bina_buffer *json = &store->new_json;
    char number[BINA_NUMBER_SIZE];
    sqlite3_stmt *statement;
    bina_status status;
    int slot, from, at = 0;
    bool bound = true;

    status = bina_table_insert(store, table, &statement);
    if (status != BINA_OK)
        return status;
    bina_json_open(json);
    for (slot = 0; slot < table->count && bound; slot++) {
        unsigned flags = table->description->fields[slot].flags;
        bina_value value = bina_null();
        if (!table->column[slot])
            continue;
        at++;
        if ((flags & BINA_FIELD_STORE_SET) != 0) {
            bound = bind_own(statement, at, table, slot, id, revision, number, json);
            continue;
        }
        from = bina_map_slot(&map, slot);
        if (from >= 0)
            value = bina_record_get(record, from);
        if (today != BINA_CHECKED &&
            (value.type != BINA_NULL || (flags & BINA_FIELD_REQUIRED) != 0))
            status = bina_rules_check_added(table->description, slot, value, today, memory,
                                            &store->error);
        if (status != BINA_OK)
            return status;
        bound = bina_write_bind(statement, at, table, slot, value, json);
    }
    bina_json_close(json);
    if (!bound)
        status = bina_store_fail(store);
    else if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_write_refused(store, table, record);
    sqlite3_reset(statement);
    if (status != BINA_OK)
        return status;
    status = batch != NULL ? bina_log_batch_add(store, batch, id, json)
                           : bina_log_change(store, id, "add", NULL, json);
    if (status != BINA_OK)
        store->broken = true;
    return status;
}

/* Adds one record within the running transaction. */
bina_status
bina_table_add(bina_store *store, bina_table *table, const bina_record *record, int64_t today,
               bina_log_batch *batch, bina_id *id)
{
    bina_status status = bina_record_check(record, &store->error);

    if (status == BINA_OK)
        status = bina_log_issue(store, table, id);
    return status == BINA_OK ? insert(store, table, record, *id, 1, today, batch) : status;
}

/* Puts a removed record back, with its id and the next revision. */
bina_status
bina_table_restore(bina_store *store, bina_table *table, const bina_record *record, bina_id id)
{
    return insert(store, table, record, id, bina_record_int(record, 1) + 1, BINA_CHECKED, NULL);
}

bina_status
bina_store_add(bina_store *store, bina_record *record, bina_id *id)
{
    bina_status status = bina_store_start_write(store);
    bina_id added = 0;
    bina_table *table;
    bool own;

    if (id != NULL)
        *id = 0;
    if (status != BINA_OK)
        return status;
    status = bina_record_check(record, &store->error);
    if (status != BINA_OK)
        return status;
    if (bina_record_id(record) != 0)
        return bina_error_set(&store->error, BINA_ERR_USAGE,
                              "the record is stored already; use update, or add a copy without id",
                              "data sudah tersimpan; gunakan pembaruan, atau tambahkan salinan "
                              "tanpa nomor");
    table = bina_table_for(store, record);
    if (table == NULL)
        return bina_error_status(&store->error);
    own = store->depth == 0;
    status = bina_store_enter(store);
    if (status != BINA_OK)
        return status;
    if (bina_lifecycle_find(bina_description_kind(table->description)) != NULL)
        status = bina_guard_add(store, table, record, bina_store_today(store), &added);
    else
        status = bina_table_add(store, table, record, bina_store_today(store), NULL, &added);
    status = bina_store_leave(store, own, status);
    if (status != BINA_OK)
        return status;
    bina_set_int(record, 0, added);
    bina_set_int(record, 1, 1);
    if (table->number_slot >= 0) {
        char number[BINA_NUMBER_SIZE];
        bina_number_format(added, bina_kind_letter(bina_id_kind(added)), number);
        bina_set_text(record, table->number_slot, number);
    }
    if (id != NULL)
        *id = added;
    return BINA_OK;
}

/* One record of many: past the rules of its kind, if that has any, else with the log in bulk. */
static bina_status
add_one(bina_store *store, bina_table *table, const bina_record *record, int64_t today,
        bina_log_batch *batch, bina_id *id)
{
    bina_record *copy;
    bina_status status;

    if (bina_lifecycle_find(bina_description_kind(table->description)) == NULL)
        return bina_table_add(store, table, record, today, batch, id);
    copy = bina_record_copy(record);
    if (copy == NULL)
        return bina_store_no_memory(store);
    status = bina_guard_add(store, table, copy, today, id);
    bina_record_free(copy);
    return status;
}

bina_status
bina_store_add_all(bina_store *store, bina_cursor *cursor, int64_t *added)
{
    bina_status status = bina_store_start_write(store);
    const bina_record *record;
    int64_t count = 0, today = bina_store_today(store);
    bina_table *table = NULL;
    bina_log_batch *batch;
    bina_id id;

    if (added != NULL)
        *added = 0;
    if (status != BINA_OK)
        return status;
    status = bina_store_begin(store, NULL);
    if (status != BINA_OK)
        return status;
    batch = bina_log_batch_new();
    if (batch == NULL)
        return bina_store_leave(store, true, bina_store_no_memory(store));
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        if (table == NULL) {
            table = bina_table_for(store, record);
            if (table == NULL) {
                status = bina_error_status(&store->error);
                break;
            }
        }
        status = add_one(store, table, record, today, batch, &id);
        if (status != BINA_OK)
            break;
        count++;
    }
    if (status < 0 && bina_error_status(&store->error) == BINA_OK)
        bina_error_copy(&store->error, bina_cursor_error(cursor));
    if (status == BINA_DONE)
        status = bina_log_batch_flush(store, batch);
    bina_log_batch_free(batch);
    status = bina_store_leave(store, true, status);
    if (status == BINA_OK && added != NULL)
        *added = count;
    return status;
}
