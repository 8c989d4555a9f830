/* Changing records, field by field, and saying no to lost updates. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "model/field.h"
#include "rules/check.h"
#include "rules/lifecycle.h"
#include "store/write.h"

/* Whether the update changes the value in a slot of the table; `from` gets the record's slot. */
static bool
changes(const bina_table *table, const bina_mapping *map, const bina_record *before, int slot,
        int *from)
{
    unsigned flags = table->description->fields[slot].flags;

    if (!table->column[slot] || (flags & BINA_FIELD_STORE_SET) != 0)
        return false;
    *from = bina_map_slot(map, slot);
    return *from >= 0 && bina_record_is_set(map->record, *from) &&
           !bina_value_equal(bina_record_get(map->record, *from), bina_record_get(before, slot));
}

/* Writes UPDATE ... for the fields that change into store->sql; how many. */
static int
update_sql(bina_store *store, const bina_table *table, const bina_mapping *map,
           const bina_record *before)
{
    bina_buffer *sql = &store->sql;
    int slot, from, count = 0;

    bina_buffer_clear(sql);
    bina_buffer_add(sql, "UPDATE ");
    bina_buffer_name(sql, table->name);
    bina_buffer_add(sql, " SET revision = ?");
    for (slot = 0; slot < table->count; slot++) {
        if (!changes(table, map, before, slot, &from))
            continue;
        bina_buffer_add(sql, ", ");
        bina_buffer_name(sql, table->description->fields[slot].name);
        bina_buffer_add(sql, " = ?");
        count++;
    }
    bina_buffer_add(sql, " WHERE id = ?");
    return count;
}

/* Prepares store->sql unless it is the update made last. */
static bina_status
prepare_update(bina_store *store, bina_table *table)
{
    const char *sql = bina_buffer_text(&store->sql);
    char *copy;
    bina_status status;

    if (sql != NULL && table->update_sql != NULL && strcmp(table->update_sql, sql) == 0)
        return BINA_OK;
    sqlite3_finalize(table->update);
    table->update = NULL;
    free(table->update_sql);
    table->update_sql = NULL;
    copy = bina_text_copy(sql);
    if (copy == NULL)
        return bina_store_no_memory(store);
    status = bina_store_prepare(store, sql, SQLITE_PREPARE_PERSISTENT, &table->update);
    if (status != BINA_OK) {
        free(copy);
        return status;
    }
    table->update_sql = copy;
    return BINA_OK;
}

static bina_status
conflict(bina_store *store, const bina_table *table, int64_t mine, int64_t theirs)
{
    bina_error_set(&store->error, BINA_ERR_CONFLICT,
                   "the %s has changed since it was read (revision %lld, now %lld); read it again",
                   "data %s sudah berubah sejak dibaca (revisi %lld, kini %lld); baca lagi",
                   bina_description_name(table->description), (long long)mine, (long long)theirs);
    bina_error_at(&store->error, bina_description_name(table->description), "revision",
                  "store.revision");
    return BINA_ERR_CONFLICT;
}

static bina_status
write_update(bina_store *store, bina_table *table, const bina_mapping *map, bina_id id,
             int64_t revision, bool dated, bool *changed)
{
    const bina_record *before = table->before;
    bina_buffer *old_json = &store->old_json, *new_json = &store->new_json;
    bina_status status;
    char today[16];
    int slot, from, at = 1;
    bool bound = true;

    bina_date_format(bina_store_today(store), today);
    *changed = update_sql(store, table, map, before) > 0;
    if (!*changed)
        return BINA_OK;
    status = prepare_update(store, table);
    if (status != BINA_OK)
        return status;
    bina_json_open(old_json);
    bina_json_open(new_json);
    bina_json_field(old_json, table, 1, bina_int(revision));
    bina_json_field(new_json, table, 1, bina_int(revision + 1));
    sqlite3_bind_int64(table->update, at++, revision + 1);
    for (slot = 0; slot < table->count && bound; slot++) {
        if (!changes(table, map, before, slot, &from))
            continue;
        bina_json_field(old_json, table, slot, bina_record_get(before, slot));
        if (bina_record_get(map->record, from).type == BINA_NULL)
            bina_json_field(new_json, table, slot, bina_null());
        bound = bina_write_bind(table->update, at++, table, slot,
                                bina_record_get(map->record, from), new_json);
    }
    sqlite3_bind_int64(table->update, at, id);
    if (!bound)
        status = bina_store_fail(store);
    else if (sqlite3_step(table->update) != SQLITE_DONE)
        status = bina_write_refused(store, table, map->record);
    sqlite3_reset(table->update);
    if (status != BINA_OK)
        return status;
    /* From here on something is written: what fails now breaks the transaction. */
    for (slot = 0; dated && slot < table->count && status == BINA_OK; slot++)
        if ((table->description->fields[slot].flags & BINA_FIELD_DATED) != 0 &&
            changes(table, map, before, slot, &from))
            status = bina_dated_write(store, table, id, slot, today, bina_record_get(before, slot),
                                      bina_record_get(map->record, from));
    bina_json_close(old_json);
    bina_json_close(new_json);
    if (status == BINA_OK)
        status = bina_log_change(store, id, "update", old_json, new_json);
    if (status != BINA_OK)
        store->broken = true;
    return status;
}

/* Changes a stored record within the running transaction; `dated`: what is dated holds from today.
 */
bina_status
bina_table_update(bina_store *store, bina_table *table, const bina_record *record, bool dated,
                  int64_t *revision)
{
    bina_mapping map = bina_map_record(table, record);
    bina_id id = bina_record_id(record);
    bina_status status = bina_table_before(store, table, id);
    bool changed = false;

    if (status != BINA_OK)
        return status;
    *revision = bina_record_int(table->before, 1);
    if (bina_record_is_set(record, 1) && bina_record_int(record, 1) != *revision)
        return conflict(store, table, bina_record_int(record, 1), *revision);
    status = write_update(store, table, &map, id, *revision, dated, &changed);
    if (status == BINA_OK && changed)
        ++*revision;
    return status;
}

bina_status
bina_store_update(bina_store *store, bina_record *record)
{
    bina_status status = bina_store_start_write(store);
    int64_t revision = 0;
    bina_table *table;
    bina_id id;
    bool own;

    if (status == BINA_OK)
        status = bina_record_check(record, &store->error);
    if (status != BINA_OK)
        return status;
    table = bina_table_for(store, record);
    if (table == NULL)
        return bina_error_status(&store->error);
    id = bina_record_id(record);
    if (bina_id_kind(id) != bina_description_kind(table->description))
        return bina_error_set(&store->error, BINA_ERR_USAGE,
                              "an update needs the id of a stored %s",
                              "pembaruan memerlukan nomor data %s yang tersimpan", table->name);
    status = bina_rules_check_record(record, true, bina_store_today(store), NULL, &store->error,
                                     NULL, NULL);
    if (status != BINA_OK)
        return status;
    own = store->depth == 0;
    status = bina_store_enter(store);
    if (status != BINA_OK)
        return status;
    if (bina_lifecycle_find(bina_id_kind(id)) != NULL)
        status = bina_guard_update(store, table, record, &revision);
    else
        status = bina_table_update(store, table, record, true, &revision);
    status = bina_store_leave(store, own, status);
    if (status == BINA_OK)
        bina_set_int(record, 1, revision);
    return status;
}
