/*
 * What the register knew after an earlier commit. Every record changed since is taken back, change
 * by change, into a temporary table; a query then reads the unchanged rows and these. So its cost
 * is that of what happened since, not of the register.
 */
#include "model/field.h"
#include "store/select.h"

/* CREATE TEMP TABLE rewound (id, was_there, every column). */
static bina_status
create(bina_store *store, const bina_table *table, const char *temp_name)
{
    bina_buffer *sql = &store->sql;
    int slot;

    bina_buffer_clear(sql);
    bina_buffer_print(sql, "CREATE TEMP TABLE %s (id INTEGER PRIMARY KEY, was_there INTEGER",
                      temp_name);
    for (slot = 1; slot < table->count; slot++) {
        const bina_field *field = &table->description->fields[slot];
        if (!table->column[slot])
            continue;
        bina_buffer_add(sql, ", ");
        bina_buffer_name(sql, field->name);
        switch (bina_type_held_as(field->type)) {
        case BINA_REAL:
            bina_buffer_add(sql, " REAL");
            break;
        case BINA_TEXT:
            bina_buffer_add(sql, " TEXT");
            break;
        default:
            bina_buffer_add(sql, field->type == BINA_DATE || field->type == BINA_TIME ? " TEXT"
                                                                                      : " INTEGER");
            break;
        }
    }
    bina_buffer_add(sql, ")");
    return bina_store_exec(store, bina_buffer_text(sql));
}

/*
 * The plus before `record` below keeps SQLite from walking the whole log in the order of an index,
 * where it should read the changes since and sort them.
 */

/* Records whose first change since is that they were added: they were not there. */
static bina_status
leave_out_new(bina_store *store, int kind, bina_id first, const char *temp_name)
{
    bina_buffer *sql = &store->sql;

    bina_buffer_clear(sql);
    bina_buffer_print(sql,
                      "INSERT INTO temp.%s (id, was_there) SELECT record, 0 FROM"
                      " (SELECT record, min(id), action FROM changes WHERE id >= %lld"
                      " AND (record >> 28) & 127 = %d GROUP BY +record) WHERE action = 'add'",
                      temp_name, (long long)first, kind);
    return bina_store_exec(store, bina_buffer_text(sql));
}

static bina_status
prepare_insert(bina_store *store, const bina_table *table, const char *temp_name,
               sqlite3_stmt **statement)
{
    bina_buffer *sql = &store->sql;
    int slot, columns = 2;

    bina_buffer_clear(sql);
    bina_buffer_print(sql, "INSERT INTO temp.%s (id, was_there", temp_name);
    for (slot = 1; slot < table->count; slot++) {
        if (!table->column[slot])
            continue;
        bina_buffer_add(sql, ", ");
        bina_buffer_name(sql, table->description->fields[slot].name);
        columns++;
    }
    bina_buffer_add(sql, ") VALUES (?");
    for (; columns > 1; columns--)
        bina_buffer_add(sql, ", ?");
    bina_buffer_add(sql, ")");
    return bina_store_prepare(store, bina_buffer_text(sql), 0, statement);
}

/* Writes one record as it was. */
static bina_status
insert(bina_store *store, bina_table *table, sqlite3_stmt *statement, bina_id id, bool there,
       const bina_record *record)
{
    bina_status status = bina_record_check(record, &store->error);
    int slot, at = 3;

    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int(statement, 2, there);
    for (slot = 1; slot < table->count; slot++)
        if (table->column[slot])
            bina_bind_value(statement, at++, table->description->fields[slot].type,
                            bina_record_get(record, slot), table->days[slot]);
    if (sqlite3_step(statement) != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_reset(statement);
    return status;
}

/* The record as it is now; a record that is gone is empty. */
static bina_status
read_now(bina_store *store, bina_table *table, bina_id id, bina_record *record, bool *there)
{
    bina_status status;

    bina_record_clear(record);
    status = bina_table_read(store, table, id, record);
    *there = status == BINA_OK;
    if (status != BINA_ERR_NOT_FOUND)
        return status;
    bina_error_clear(&store->error);
    bina_record_clear(record);
    return BINA_OK;
}

/* Takes one change back. */
static bina_status
take_back(bina_store *store, const bina_table *table, const char *action, const char *old_json,
          bina_record *record, bool *there)
{
    if (action == NULL)
        return bina_error_plain(&store->error, BINA_ERR_CORRUPT);
    if (action[0] == 'a') { /* add */
        bina_record_clear(record);
        *there = false;
        return BINA_OK;
    }
    if (action[0] == 'r') /* remove; what was erased after that is known no more */
        *there = old_json != NULL;
    return bina_json_apply(store, table, old_json, record, NULL, NULL);
}

bina_status
bina_rewind(bina_store *store, bina_table *table, int64_t known, const char *temp_name)
{
    int kind = bina_description_kind(table->description);
    bina_record *record = bina_record_new_of(table->description);
    sqlite3_stmt *changes = NULL, *add = NULL;
    bina_status status = BINA_OK;
    bina_id id = 0, first;
    bool there = false;
    int step;

    if (record == NULL)
        return bina_store_no_memory(store);
    status = bina_log_first_after(store, known, &first);
    if (status == BINA_OK)
        status = create(store, table, temp_name);
    if (status == BINA_OK)
        status = leave_out_new(store, kind, first, temp_name);
    if (status == BINA_OK)
        status = prepare_insert(store, table, temp_name, &add);
    if (status == BINA_OK) {
        bina_buffer_clear(&store->sql);
        bina_buffer_print(&store->sql,
                          "SELECT record, action, old FROM changes WHERE id >= %lld"
                          " AND (record >> 28) & 127 = %d"
                          " AND record NOT IN (SELECT id FROM temp.%s) ORDER BY +record, id DESC",
                          (long long)first, kind, temp_name);
        status = bina_store_prepare(store, bina_buffer_text(&store->sql), 0, &changes);
    }
    if (status != BINA_OK)
        goto out;
    /* The sort is done at the first step, so what is inserted below does not disturb it. */
    while ((step = sqlite3_step(changes)) == SQLITE_ROW) {
        if (sqlite3_column_int64(changes, 0) != id) {
            if (id != 0)
                status = insert(store, table, add, id, there, record);
            id = sqlite3_column_int64(changes, 0);
            if (status == BINA_OK)
                status = read_now(store, table, id, record, &there);
        }
        if (status == BINA_OK)
            status = take_back(store, table, (const char *)sqlite3_column_text(changes, 1),
                               (const char *)sqlite3_column_text(changes, 2), record, &there);
        if (status != BINA_OK)
            goto out;
    }
    if (step != SQLITE_DONE)
        status = bina_store_fail(store);
    else if (id != 0)
        status = insert(store, table, add, id, there, record);
out:
    sqlite3_finalize(changes);
    sqlite3_finalize(add);
    bina_record_free(record);
    return status;
}

static void
columns(bina_buffer *sql, const bina_table *table)
{
    bool comma = false;
    int slot;

    for (slot = 0; slot < table->count; slot++) {
        if (!table->column[slot])
            continue;
        bina_buffer_add(sql, comma ? ", " : "");
        bina_buffer_name(sql, table->description->fields[slot].name);
        comma = true;
    }
}

void
bina_rewind_rows(bina_buffer *sql, const bina_table *table, const char *temp_name)
{
    bina_buffer_add(sql, "SELECT ");
    columns(sql, table);
    bina_buffer_add(sql, " FROM main.");
    bina_buffer_name(sql, table->name);
    bina_buffer_print(sql, " WHERE id NOT IN (SELECT id FROM temp.%s) UNION ALL SELECT ",
                      temp_name);
    columns(sql, table);
    bina_buffer_print(sql, " FROM temp.%s WHERE was_there", temp_name);
}

/* The name of the temporary table behind a view. */
static void
hidden_name(const bina_table *table, char name[48])
{
    sqlite3_snprintf(48, name, "rewound_kind_%d", table->rewind);
}

bina_status
bina_rewind_view(bina_store *store, bina_table *table, int64_t known)
{
    bina_buffer *sql = &store->sql;
    char name[48];
    bina_status status;
    int64_t changed = 0;

    if (!table->present)
        return BINA_OK;
    table->rewind = ++store->rewinds;
    hidden_name(table, name);
    status = bina_rewind(store, table, known, name);
    bina_buffer_clear(sql);
    bina_buffer_print(sql, "SELECT EXISTS (SELECT 1 FROM temp.%s)", name);
    if (status == BINA_OK)
        status = bina_store_integer(store, bina_buffer_text(sql), &changed);
    /* The table itself answers faster: a view has no indexes. */
    if (status != BINA_OK || changed == 0)
        return status;
    bina_buffer_clear(sql);
    bina_buffer_add(sql, "CREATE TEMP VIEW ");
    bina_buffer_name(sql, table->name);
    bina_buffer_add(sql, " AS ");
    bina_rewind_rows(sql, table, name);
    return bina_store_exec(store, bina_buffer_text(sql));
}

/* While other cursors are read SQLite drops no table. It is left behind, empty and under a name
 * that is not used again. */
void
bina_rewind_end(bina_store *store, bina_table *table)
{
    bina_buffer *sql = &store->sql;
    char name[48];

    if (table->rewind == 0)
        return;
    hidden_name(table, name);
    table->rewind = 0;
    bina_buffer_clear(sql);
    bina_buffer_add(sql, "DROP VIEW IF EXISTS temp.");
    bina_buffer_name(sql, table->name);
    bina_buffer_print(sql, "; DELETE FROM temp.%s; DROP TABLE temp.%s", name, name);
    if (!sql->failed)
        sqlite3_exec(store->db, sql->bytes, NULL, NULL, NULL);
}

bina_status
bina_rewind_dated(bina_store *store, int64_t known)
{
    bina_buffer *sql = &store->sql;

    bina_buffer_clear(sql);
    bina_buffer_print(sql,
                      "CREATE TEMP VIEW dated_values AS SELECT number, record, field, valid_from,"
                      " value, recorded, CASE WHEN superseded <= %lld THEN superseded END AS"
                      " superseded FROM main.dated_values WHERE recorded <= %lld",
                      (long long)known, (long long)known);
    return bina_store_exec(store, bina_buffer_text(sql));
}

void
bina_rewind_dated_end(bina_store *store)
{
    sqlite3_exec(store->db, "DROP VIEW IF EXISTS temp.dated_values", NULL, NULL, NULL);
}
