/* Adding, changing and removing records; each change goes into the log in the same step. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "model/field.h"
#include "rules/check.h"
#include "store/inside.h"

/* How the slots of a record correspond to those of the table. */
typedef struct mapping {
    const bina_record *record;
    const bina_description *from, *to;
    bool same; /* slot for slot, as far as the record's go */
} mapping;

static mapping
map_record(const bina_table *table, const bina_record *record)
{
    mapping map = {record, bina_record_description(record), table->description, false};
    map.same = map.from == map.to || map.to->base == map.from;
    return map;
}

/* The record's slot for a slot of the table, or -1. */
static int
map_slot(const mapping *map, int slot)
{
    if (map->same)
        return slot < map->from->count ? slot : -1;
    return bina_description_find(map->from, map->to->fields[slot].name);
}

/* The table a record belongs to; NULL and the reason on the handle when it can't be written. */
static bina_table *
table_for(bina_store *store, const bina_record *record)
{
    const bina_description *description = bina_record_description(record);
    int kind = bina_description_kind(description);

    if (kind == BINA_NO_KIND ||
        (bina_description_flags(description) & (BINA_KIND_REFERENCE | BINA_KIND_JOURNAL)) != 0) {
        bina_error_set(
            &store->error, BINA_ERR_USAGE, "records of '%s' are not written into a store by users",
            "data '%s' tidak dapat ditulis oleh pengguna", bina_description_name(description));
        bina_error_at(&store->error, bina_description_name(description), NULL, "store.kind");
        return NULL;
    }
    return bina_store_table(store, kind);
}

/* After a statement failed: a clearer reason than SQLite's. Nothing was written by it. */
static bina_status
refused(bina_store *store, const bina_table *table, const bina_record *record)
{
    if (sqlite3_extended_errcode(store->db) == SQLITE_CONSTRAINT_FOREIGNKEY)
        return bina_refuse_dangling(store, table, record);
    return bina_store_fail(store);
}

/* Binds one value of a record and writes it into the log's text if it is a value. */
static bool
bind(sqlite3_stmt *statement, int at, const bina_table *table, int slot, bina_value value,
     bina_buffer *json)
{
    size_t length;

    if (value.type == BINA_NULL)
        return sqlite3_bind_null(statement, at) == SQLITE_OK;
    if (value.type != BINA_TEXT && value.type != BINA_CODE) {
        bina_json_field(json, table, slot, value);
        return bina_bind_value(statement, at, value.type, value, table->days[slot]) == SQLITE_OK;
    }
    length = strlen(value.as.text);
    bina_buffer_add_n(json, table->json_names[slot], table->json_lengths[slot]);
    bina_buffer_json_text(json, value.as.text, length);
    return sqlite3_bind_text64(statement, at, value.as.text, length, SQLITE_STATIC, SQLITE_UTF8) ==
           SQLITE_OK;
}

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
 * `today` is UNCHECKED.
 */
#define UNCHECKED INT64_MIN

static bina_status
insert(bina_store *store, bina_table *table, const bina_record *record, bina_id id,
       int64_t revision, int64_t today)
{
    mapping map = map_record(table, record);
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
        from = map_slot(&map, slot);
        if (from >= 0)
            value = bina_record_get(record, from);
        if (today != UNCHECKED && (value.type != BINA_NULL || (flags & BINA_FIELD_REQUIRED) != 0))
            status = bina_rules_check_added(table->description, slot, value, today, memory,
                                            &store->error);
        if (status != BINA_OK)
            return status;
        bound = bind(statement, at, table, slot, value, json);
    }
    bina_json_close(json);
    if (!bound)
        status = bina_store_fail(store);
    else if (sqlite3_step(statement) != SQLITE_DONE)
        status = refused(store, table, record);
    sqlite3_reset(statement);
    if (status != BINA_OK)
        return status;
    status = bina_log_change(store, id, "add", NULL, json);
    if (status != BINA_OK)
        store->broken = true;
    return status;
}

/* Adds one record within the running transaction. */
bina_status
bina_table_add(bina_store *store, bina_table *table, const bina_record *record, int64_t today,
               bina_id *id)
{
    bina_status status = bina_record_check(record, &store->error);

    if (status == BINA_OK)
        status = bina_log_issue(store, table, id);
    return status == BINA_OK ? insert(store, table, record, *id, 1, today) : status;
}

/* Puts a removed record back, with its id and the next revision. */
bina_status
bina_table_restore(bina_store *store, bina_table *table, const bina_record *record, bina_id id)
{
    return insert(store, table, record, id, bina_record_int(record, 1) + 1, UNCHECKED);
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
    table = table_for(store, record);
    if (table == NULL)
        return bina_error_status(&store->error);
    own = store->depth == 0;
    status = bina_store_enter(store);
    if (status != BINA_OK)
        return status;
    status = bina_table_add(store, table, record, bina_store_today(store), &added);
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

bina_status
bina_store_add_all(bina_store *store, bina_cursor *cursor, int64_t *added)
{
    bina_status status = bina_store_start_write(store);
    const bina_record *record;
    int64_t count = 0, today = bina_store_today(store);
    bina_table *table = NULL;
    bina_id id;

    if (added != NULL)
        *added = 0;
    if (status != BINA_OK)
        return status;
    status = bina_store_begin(store, NULL);
    if (status != BINA_OK)
        return status;
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        if (table == NULL) {
            table = table_for(store, record);
            if (table == NULL) {
                status = bina_error_status(&store->error);
                break;
            }
        }
        status = bina_table_add(store, table, record, today, &id);
        if (status != BINA_OK)
            break;
        count++;
    }
    if (status < 0 && bina_error_status(&store->error) == BINA_OK)
        bina_error_copy(&store->error, bina_cursor_error(cursor));
    status = bina_store_leave(store, true, status == BINA_DONE ? BINA_OK : status);
    if (status == BINA_OK && added != NULL)
        *added = count;
    return status;
}

/* ---- update ---- */

/* Whether the update changes the value in a slot of the table; `from` gets the record's slot. */
static bool
changes(const bina_table *table, const mapping *map, const bina_record *before, int slot, int *from)
{
    unsigned flags = table->description->fields[slot].flags;

    if (!table->column[slot] || (flags & BINA_FIELD_STORE_SET) != 0)
        return false;
    *from = map_slot(map, slot);
    return *from >= 0 && bina_record_is_set(map->record, *from) &&
           !bina_value_equal(bina_record_get(map->record, *from), bina_record_get(before, slot));
}

/* Writes UPDATE ... for the fields that change into store->sql; how many. */
static int
update_sql(bina_store *store, const bina_table *table, const mapping *map,
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
write_update(bina_store *store, bina_table *table, const mapping *map, bina_id id, int64_t revision,
             bool dated, bool *changed)
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
        bound =
            bind(table->update, at++, table, slot, bina_record_get(map->record, from), new_json);
    }
    sqlite3_bind_int64(table->update, at, id);
    if (!bound)
        status = bina_store_fail(store);
    else if (sqlite3_step(table->update) != SQLITE_DONE)
        status = refused(store, table, map->record);
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
    mapping map = map_record(table, record);
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
    table = table_for(store, record);
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
    status = bina_table_update(store, table, record, true, &revision);
    status = bina_store_leave(store, own, status);
    if (status == BINA_OK)
        bina_set_int(record, 1, revision);
    return status;
}

/* ---- remove ---- */

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
    if (description == NULL || (bina_description_flags(description) & BINA_KIND_JOURNAL) != 0)
        return bina_error_plain(&store->error, BINA_ERR_USAGE);
    table = bina_store_table(store, bina_id_kind(id));
    if (table == NULL)
        return bina_error_status(&store->error);
    own = store->depth == 0;
    status = bina_store_enter(store);
    if (status != BINA_OK)
        return status;
    return bina_store_leave(store, own, bina_table_remove(store, table, id));
}
