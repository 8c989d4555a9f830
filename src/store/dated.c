/*
 * Valid-from histories of dated fields, of all kinds in one table.
 *
 * A field of a record has no rows until its value first changes; until then the column's value
 * counts as held from a day not known. The first change writes that as the row of the year 1,
 * recorded by commit 0, beside the row of its own. A row corrected by a later commit says by which,
 * and stays. The column holds what is true on the day of writing.
 */
#include "model/field.h"
#include "rules/check.h"
#include "rules/lifecycle.h"
#include "store/inside.h"
#include "store/sql.h"

#define SINCE_EVER "0001-01-01"

/* One statement over dated_values with the record, the field, a day and a value. */
static bina_status
run(bina_store *store, const char *sql, bina_id id, const bina_field *field, const char *day,
    const bina_value *value, int64_t commit, int *changed)
{
    sqlite3_stmt *statement;
    bina_status status = bina_prepared_find(store, sql, &statement);
    char text[28];

    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_text(statement, 2, field->name, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 3, day, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 4, commit);
    if (value != NULL)
        bina_bind_value(statement, 5, field->type, *value, text);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    else if (changed != NULL)
        *changed = sqlite3_changes(store->db);
    bina_prepared_put_back(statement);
    return status;
}

static bina_status
has_history(bina_store *store, bina_id id, const bina_field *field, bool *has)
{
    sqlite3_stmt *statement;
    bina_status status = bina_prepared_find(
        store, "SELECT 1 FROM dated_values WHERE record = ? AND field = ? LIMIT 1", &statement);
    int step;

    *has = false;
    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_text(statement, 2, field->name, -1, SQLITE_STATIC);
    step = sqlite3_step(statement);
    *has = step == SQLITE_ROW;
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        status = bina_store_fail(store);
    bina_prepared_put_back(statement);
    return status;
}

/* Writes what was said for a day into the old side of the running change, so that it can be undone.
 */
static bina_status
log_said(bina_store *store, const bina_table *table, bina_id id, int slot, const char *day)
{
    const bina_field *field = &table->description->fields[slot];
    sqlite3_stmt *statement;
    bina_status status = bina_prepared_find(
        store,
        "SELECT value FROM dated_values WHERE record = ? AND field = ? AND valid_from = ?"
        " AND superseded IS NULL",
        &statement);

    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_text(statement, 2, field->name, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 3, day, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW)
        bina_json_dated(&store->old_json, table, slot, day,
                        bina_column_value(statement, 0, field->type));
    bina_prepared_put_back(statement);
    return BINA_OK;
}

/*
 * Writes that the field holds `value` from `day` on, and the same into both sides of the running
 * change. `before` is what the column held.
 */
bina_status
bina_dated_write(bina_store *store, bina_table *table, bina_id id, int slot, const char *day,
                 bina_value before, bina_value value)
{
    const bina_field *field = &table->description->fields[slot];
    bina_status status;
    bool has;

    status = has_history(store, id, field, &has);
    if (status == BINA_OK && !has)
        status = run(store,
                     "INSERT INTO dated_values (record, field, valid_from, recorded, value)"
                     " VALUES (?, ?, ?, ?, ?)",
                     id, field, SINCE_EVER, &before, 0, NULL);
    if (status == BINA_OK)
        status = log_said(store, table, id, slot, day);
    if (status != BINA_OK)
        return status;
    bina_json_dated(&store->new_json, table, slot, day, value);
    status = run(store,
                 "UPDATE dated_values SET superseded = ?4 WHERE record = ?1 AND field = ?2"
                 " AND valid_from = ?3 AND superseded IS NULL",
                 id, field, day, NULL, store->commit_number, NULL);
    if (status == BINA_OK)
        status = run(store,
                     "INSERT INTO dated_values (record, field, valid_from, recorded, value)"
                     " VALUES (?, ?, ?, ?, ?)",
                     id, field, day, &value, store->commit_number, NULL);
    return status;
}

/* Takes back what was said for a day, without saying anything else. */
bina_status
bina_dated_withdraw(bina_store *store, const bina_table *table, bina_id id, int slot,
                    const char *day)
{
    bina_status status = log_said(store, table, id, slot, day);

    if (status != BINA_OK)
        return status;
    return run(store,
               "UPDATE dated_values SET superseded = ?4 WHERE record = ?1 AND field = ?2"
               " AND valid_from = ?3 AND superseded IS NULL",
               id, &table->description->fields[slot], day, NULL, store->commit_number, NULL);
}

/* The statement that lets the column of a slot follow its history: the last one made is kept. */
static bina_status
prepare_bring(bina_store *store, bina_table *table, int slot)
{
    const char *name = table->description->fields[slot].name;
    bina_buffer *sql = &store->sql;

    if (table->bring != NULL && table->bring_slot == slot)
        return BINA_OK;
    sqlite3_finalize(table->bring);
    table->bring = NULL;
    bina_buffer_clear(sql);
    bina_buffer_add(sql, "UPDATE ");
    bina_buffer_name(sql, table->name);
    bina_buffer_add(sql, " SET revision = ?1, ");
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, " = (SELECT value FROM dated_values WHERE record = ?2 AND field = ?3"
                         " AND valid_from <= ?4 AND superseded IS NULL"
                         " ORDER BY valid_from DESC LIMIT 1) WHERE id = ?2");
    table->bring_slot = slot;
    return bina_store_prepare(store, bina_buffer_text(sql), SQLITE_PREPARE_PERSISTENT,
                              &table->bring);
}

/* Brings the column to what the history says of today, and the revision on. */
static bina_status
bring_column(bina_store *store, bina_table *table, bina_id id, int slot, int64_t revision)
{
    bina_status status = prepare_bring(store, table, slot);
    char today[16];

    if (status != BINA_OK)
        return status;
    bina_date_format(bina_store_today(store), today);
    sqlite3_bind_int64(table->bring, 1, revision);
    sqlite3_bind_int64(table->bring, 2, id);
    sqlite3_bind_text(table->bring, 3, table->description->fields[slot].name, -1, SQLITE_STATIC);
    sqlite3_bind_text(table->bring, 4, today, -1, SQLITE_STATIC);
    if (sqlite3_step(table->bring) != SQLITE_DONE)
        status = bina_store_fail(store);
    bina_prepared_put_back(table->bring);
    return status;
}

/* The column as it is now, into the running change if it differs from before. */
static bina_status
log_column(bina_store *store, bina_table *table, bina_id id, int slot)
{
    bina_record *now = bina_record_new_of(table->description);
    bina_value old_value = bina_record_get(table->before, slot), value;
    bina_status status;
    bool same;

    if (now == NULL)
        return bina_store_no_memory(store);
    status = bina_table_read(store, table, id, now);
    value = bina_record_get(now, slot);
    same = bina_value_equal(old_value, value);
    if (status == BINA_OK && !same) {
        bina_json_field(&store->old_json, table, slot, old_value);
        bina_json_field(&store->new_json, table, slot, value);
    }
    bina_record_free(now);
    return status;
}

/* Writes the change of a record whose dated values changed: the column follows, the revision goes
 * on. */
static bina_status
finish_change(bina_store *store, bina_table *table, bina_id id, int slot)
{
    bina_status status =
        bring_column(store, table, id, slot, bina_record_int(table->before, 1) + 1);

    if (status == BINA_OK)
        status = log_column(store, table, id, slot);
    bina_json_close(&store->old_json);
    bina_json_close(&store->new_json);
    if (status == BINA_OK)
        status = bina_log_change(store, id, "update", &store->old_json, &store->new_json);
    return status;
}

static bina_status
start_change(bina_store *store, bina_table *table, bina_id id)
{
    bina_status status = bina_table_before(store, table, id);
    int64_t revision;

    if (status != BINA_OK)
        return status;
    revision = bina_record_int(table->before, 1);
    bina_json_open(&store->old_json);
    bina_json_open(&store->new_json);
    bina_json_field(&store->old_json, table, 1, bina_int(revision));
    bina_json_field(&store->new_json, table, 1, bina_int(revision + 1));
    return BINA_OK;
}

/* What bina_store_set_dated does, within the running transaction; withdraw: the value is not looked
 * at. */
bina_status
bina_dated_set(bina_store *store, bina_table *table, bina_id id, int slot, const char *day,
               bina_value value, bool withdraw)
{
    bina_status status = start_change(store, table, id);

    if (status != BINA_OK)
        return status;
    store->broken = true; /* until all of it is written */
    if (withdraw)
        status = bina_dated_withdraw(store, table, id, slot, day);
    else
        status = bina_dated_write(store, table, id, slot, day, bina_record_get(table->before, slot),
                                  value);
    if (status == BINA_OK)
        status = finish_change(store, table, id, slot);
    if (status == BINA_OK && !withdraw)
        status = bina_dated_note_ahead(store, day);
    if (status == BINA_OK)
        store->broken = false;
    return status;
}

/* Lets the column follow its history to today. */
bina_status
bina_dated_bring(bina_store *store, bina_table *table, bina_id id, int slot)
{
    bina_status status = start_change(store, table, id);

    return status == BINA_OK ? finish_change(store, table, id, slot) : status;
}

/* The table of a record and whether a slot of it is dated. */
static bina_status
find_field(bina_store *store, bina_id id, int slot, bina_table **table)
{
    const bina_field *field;

    *table = bina_store_table(store, bina_id_kind(id));
    if (*table == NULL)
        return bina_error_status(&store->error);
    field = bina_description_field((*table)->description, slot);
    if (field != NULL && (field->flags & BINA_FIELD_DATED) != 0)
        return BINA_OK;
    bina_error_set(&store->error, BINA_ERR_USAGE, "%s.%s is not a dated field",
                   "%s.%s bukan isian bertanggal", bina_description_name((*table)->description),
                   field != NULL ? field->name : "?");
    bina_error_at(&store->error, bina_description_name((*table)->description),
                  field != NULL ? field->name : NULL, "store.dated");
    return BINA_ERR_USAGE;
}

bina_status
bina_store_set_dated(bina_store *store, bina_id id, int field, bina_value value, int64_t day)
{
    bina_status status = bina_store_start_write(store);
    bina_record *record = NULL;
    bina_table *table;
    char text[16];
    bool own;

    if (status == BINA_OK)
        status = find_field(store, id, field, &table);
    if (status == BINA_OK && (table->description->fields[field].flags & BINA_FIELD_LIFECYCLE) != 0)
        status = bina_error_set(&store->error, BINA_ERR_USAGE,
                                "a state changes by a step; advance the record instead",
                                "keadaan berubah melalui langkah; lanjutkan data ini");
    if (status == BINA_OK && (day < -719162 || day > 2932896))
        status = bina_error_set(&store->error, BINA_ERR_INVALID,
                                "a day from which a value holds lies in the years 1 to 9999",
                                "tanggal mulai berlaku harus dalam tahun 1 sampai 9999");
    if (status != BINA_OK)
        return status;
    /* A record of its own turns the value into the field's type, or complains. */
    record = bina_record_new_of(table->description);
    if (record == NULL)
        return bina_store_no_memory(store);
    bina_record_set(record, field, value);
    status = bina_rules_check_record(record, true, bina_store_today(store), NULL, &store->error,
                                     NULL, NULL);
    own = store->depth == 0;
    if (status == BINA_OK)
        status = bina_store_enter(store);
    if (status == BINA_OK) {
        bina_date_format(day, text);
        status = bina_lifecycle_find(bina_id_kind(id)) != NULL && store->acting == 0
                     ? bina_guard_set_dated(store, table, record, id, field, text)
                     : bina_dated_set(store, table, id, field, text, bina_record_get(record, field),
                                      false);
        status = bina_store_leave(store, own, status);
    }
    bina_record_free(record);
    return status;
}

bina_status
bina_store_dated(bina_store *store, bina_id id, int field, bina_cursor **cursor)
{
    bina_status status = bina_store_start(store);
    bina_description *description;
    bina_sql sql = {.count = 5, .known_at = -1};
    bina_value values[5] = {bina_text(SINCE_EVER), bina_int(id), bina_null(), bina_int(id),
                            bina_null()};
    bina_table *table;

    *cursor = NULL;
    if (status == BINA_OK)
        status = find_field(store, id, field, &table);
    if (status != BINA_OK)
        return status;
    description = bina_description_new("dated_value", "What was said of a dated field.");
    if (description == NULL ||
        bina_description_add_field(description, "valid_from", BINA_DATE, NULL, "", 0) < 0 ||
        bina_description_add_field(description, "value", table->description->fields[field].type,
                                   table->description->fields[field].format, "", 0) < 0 ||
        bina_description_add_field(description, "recorded", BINA_INT, NULL, "", 0) < 0 ||
        bina_description_add_field(description, "superseded", BINA_INT, NULL, "", 0) < 0) {
        bina_description_free(description);
        return bina_store_no_memory(store);
    }
    sql.values = values;
    values[2] = values[4] = bina_text(table->description->fields[field].name);
    bina_buffer_clear(&store->sql);
    bina_buffer_add(&store->sql,
                    "SELECT nullif(valid_from, ?1), value, recorded, superseded FROM (SELECT * FROM"
                    " dated_values WHERE record = ?2 AND field = ?3 ORDER BY valid_from, number)"
                    " UNION ALL SELECT NULL, ");
    bina_buffer_name(&store->sql, table->description->fields[field].name);
    bina_buffer_add(&store->sql, ", 0, NULL FROM ");
    bina_buffer_name(&store->sql, table->name);
    bina_buffer_add(&store->sql, " WHERE id = ?4 AND NOT EXISTS (SELECT 1 FROM dated_values"
                                 " WHERE record = ?4 AND field = ?5)");
    sql.text = bina_buffer_text(&store->sql);
    status = sql.text == NULL ? bina_store_no_memory(store)
                              : bina_sql_list(store, description, &sql, cursor);
    bina_description_free(description);
    return status;
}
