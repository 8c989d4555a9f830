/*
 * A table made anew. SQLite cannot change the CHECK and the foreign keys of a column, so when a
 * reference may name more kinds than when the file was made, the table is built again under another
 * name, filled, and put in the place of the old one. That needs foreign keys switched off (see
 * migrate.c): dropping the old table would else count as removing its rows.
 *
 * The columns keep their order, those of the office and those nobody knows included; indexes and
 * triggers that somebody else made on the table are made again as they were.
 */
#include "store/inside.h"

/* Whether a reference of the table may name other kinds than this library lets it. */
bina_status
bina_schema_outgrown(bina_store *store, const bina_description *description, bool *outgrown)
{
    bina_buffer check = {0};
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store, "SELECT instr(sql, ?2) = 0 FROM sqlite_schema WHERE type = 'table' AND name = ?1", 0,
        &statement);
    int slot;

    *outgrown = false;
    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, bina_description_plural(description), -1, SQLITE_STATIC);
    for (slot = 0; !*outgrown && slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        int step;

        if (!bina_field_has_column(field) || !bina_schema_has_virtual(description, field))
            continue;
        bina_buffer_clear(&check);
        bina_schema_check(&check, field);
        if (bina_buffer_text(&check) == NULL) {
            status = bina_store_no_memory(store);
            break;
        }
        sqlite3_reset(statement);
        sqlite3_bind_text(statement, 2, bina_buffer_text(&check), -1, SQLITE_TRANSIENT);
        step = sqlite3_step(statement);
        *outgrown = step == SQLITE_ROW && sqlite3_column_int(statement, 0) != 0;
        if (step != SQLITE_ROW && step != SQLITE_DONE) {
            status = bina_store_fail(store);
            break;
        }
    }
    sqlite3_finalize(statement);
    bina_buffer_free(&check);
    return status;
}

/* The columns of the table that is there, as names and as definitions. */
static bina_status
columns(bina_store *store, const bina_description *description, bina_buffer *names,
        bina_buffer *definitions)
{
    bina_buffer virtual_columns = {0};
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store, "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", 0,
        &statement);
    int step = SQLITE_DONE, count = 0;

    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, bina_description_plural(description), -1, SQLITE_STATIC);
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        const char *type = (const char *)sqlite3_column_text(statement, 1);
        const bina_field *field;
        int slot;

        if (name == NULL || type == NULL) {
            status = bina_store_no_memory(store);
            break;
        }
        slot = bina_description_find(description, name);
        field = slot < 0 ? NULL : bina_description_field(description, slot);
        bina_buffer_add(names, count > 0 ? ", " : "");
        bina_buffer_name(names, name);
        bina_buffer_add(definitions, count++ > 0 ? ",\n    " : "\n    ");
        if (field != NULL && bina_field_has_column(field)) {
            bina_schema_column(definitions, description, slot);
            if (bina_schema_has_virtual(description, field))
                bina_schema_virtual_columns(&virtual_columns, field);
        } else {
            bina_buffer_name(definitions, name);
            bina_buffer_print(definitions, " %s", type);
        }
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    if (bina_buffer_text(&virtual_columns) == NULL)
        definitions->failed = true;
    else
        bina_buffer_add(definitions, bina_buffer_text(&virtual_columns));
    bina_buffer_free(&virtual_columns);
    return status;
}

/* The SQL of what others hung on the table; indexes of ours are named "table__...". */
static bina_status
attached(bina_store *store, const char *table, bina_buffer *sql)
{
    sqlite3_stmt *statement;
    bina_status status =
        bina_store_prepare(store,
                           "SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND"
                           " tbl_name = ?1 AND sql IS NOT NULL AND"
                           " substr(name, 1, length(?1) + 2) <> ?1 || '__'",
                           0, &statement);
    int step;

    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        if (text == NULL)
            sql->failed = true;
        else
            bina_buffer_add(sql, text), bina_buffer_add(sql, ";\n");
    }
    if (step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

bina_status
bina_schema_rebuild(bina_store *store, const bina_description *description)
{
    const char *table = bina_description_plural(description);
    bina_buffer names = {0}, definitions = {0}, others = {0}, fresh = {0}, *sql = &store->sql;
    const char *name;
    bina_status status;

    /* No name of a table has two underscores. */
    bina_buffer_print(&fresh, "%s__rebuilt", table);
    name = bina_buffer_text(&fresh);
    status = name == NULL ? bina_store_no_memory(store) : attached(store, table, &others);
    if (status == BINA_OK)
        status = columns(store, description, &names, &definitions);
    if (status == BINA_OK && (names.failed || definitions.failed || others.failed))
        status = bina_store_no_memory(store);
    if (status != BINA_OK)
        goto out;
    bina_buffer_clear(sql);
    bina_buffer_add(sql, "CREATE TABLE ");
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, " (");
    bina_buffer_add(sql, bina_buffer_text(&definitions));
    bina_buffer_add(sql, "\n) STRICT;\nINSERT INTO ");
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, " (");
    bina_buffer_add(sql, bina_buffer_text(&names));
    bina_buffer_add(sql, ") SELECT ");
    bina_buffer_add(sql, bina_buffer_text(&names));
    bina_buffer_add(sql, " FROM ");
    bina_buffer_name(sql, table);
    bina_buffer_add(sql, ";\nDROP TABLE ");
    bina_buffer_name(sql, table);
    bina_buffer_add(sql, ";\nALTER TABLE ");
    bina_buffer_name(sql, name);
    bina_buffer_add(sql, " RENAME TO ");
    bina_buffer_name(sql, table);
    bina_buffer_add(sql, ";\n");
    bina_buffer_add(sql, bina_buffer_text(&others));
    status = bina_store_exec(store, bina_buffer_text(sql));
out:
    bina_buffer_free(&names);
    bina_buffer_free(&definitions);
    bina_buffer_free(&others);
    bina_buffer_free(&fresh);
    return status;
}
