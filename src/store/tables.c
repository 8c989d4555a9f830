/* What the store knows of each kind: its description, columns and ready statements. */
#include <stdlib.h>
#include <string.h>
#include "rules/check.h"
#include "store/inside.h"

/* Fills what a table needs before its first use. */
static bina_status
prepare(bina_store *store, bina_table *table)
{
    const bina_description *description = table->description;
    int slot;

    if (table->column != NULL)
        return BINA_OK;
    table->count = bina_description_count(description);
    table->name = bina_description_plural(description);
    table->number_slot = -1;
    table->dated_count = table->derived_count = 0;
    table->column = calloc((size_t)table->count, sizeof *table->column);
    table->days = calloc((size_t)table->count, sizeof *table->days);
    table->json_names = calloc((size_t)table->count, sizeof *table->json_names);
    table->json_lengths = calloc((size_t)table->count, sizeof *table->json_lengths);
    table->passed = bina_rules_memory_new(table->count);
    if (table->column == NULL || table->days == NULL || table->json_names == NULL ||
        table->json_lengths == NULL || table->passed == NULL) {
        bina_table_forget(table);
        return bina_store_no_memory(store);
    }
    for (slot = 0; slot < table->count; slot++) {
        const bina_field *field = bina_description_field(description, slot);
        bina_buffer name = {0};
        table->column[slot] = bina_field_has_column(field);
        if ((bina_field_flags(field) & BINA_FIELD_DATED) != 0)
            table->dated_count++;
        if ((bina_field_flags(field) & BINA_FIELD_DERIVED) != 0)
            table->derived_count++;
        bina_buffer_add(&name, ",");
        bina_buffer_json_text(&name, bina_field_name(field), strlen(bina_field_name(field)));
        bina_buffer_add(&name, ":");
        if (name.failed) {
            bina_buffer_free(&name);
            bina_table_forget(table);
            return bina_store_no_memory(store);
        }
        table->json_names[slot] = name.bytes;
        table->json_lengths[slot] = name.length;
    }
    if ((bina_description_flags(description) & BINA_KIND_NUMBERED) != 0)
        table->number_slot = bina_description_find(description, "number");
    return bina_table_check(store, table);
}

/* Looks which columns the file really has, when it was written by another version. */
bina_status
bina_table_check(bina_store *store, bina_table *table)
{
    sqlite3_stmt *statement;
    bina_status status;
    int64_t version;
    int slot, step;

    table->present = true;
    status = bina_store_integer(store, "PRAGMA user_version", &version);
    if (status != BINA_OK || version == bina_schema_version())
        return status;
    status = bina_store_prepare(store, "SELECT name FROM pragma_table_xinfo(?)", 0, &statement);
    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, table->name, -1, SQLITE_STATIC);
    table->present = false;
    memset(table->column, 0, (size_t)table->count * sizeof *table->column);
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        slot = name == NULL ? -1 : bina_description_find(table->description, name);
        table->present = true;
        if (slot >= 0 && bina_field_has_column(bina_description_field(table->description, slot)))
            table->column[slot] = true;
    }
    if (step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

bina_status
bina_tables_load(bina_store *store)
{
    int n, kind;

    for (n = 0; (kind = bina_kind_at(n)) != BINA_NO_KIND; n++) {
        bina_table *table = &store->tables[kind];
        if (table->description == NULL)
            table->description = bina_kind_description(kind);
        table->stored = bina_field_target_kept(kind);
    }
    return BINA_OK;
}

void
bina_table_forget(bina_table *table)
{
    int slot;

    sqlite3_finalize(table->insert);
    sqlite3_finalize(table->get);
    sqlite3_finalize(table->remove);
    sqlite3_finalize(table->update);
    sqlite3_finalize(table->bring);
    sqlite3_finalize(table->last_step);
    table->insert = table->get = table->remove = table->update = table->bring = NULL;
    table->last_step = NULL;
    free(table->update_sql);
    table->update_sql = NULL;
    if (table->json_names != NULL)
        for (slot = 0; slot < table->count; slot++)
            free(table->json_names[slot]);
    free(table->json_names);
    free(table->json_lengths);
    bina_rules_memory_free(table->passed);
    table->json_lengths = NULL;
    table->passed = NULL;
    free(table->column);
    free(table->days);
    table->json_names = NULL;
    table->column = NULL;
    table->days = NULL;
    bina_record_free(table->before);
    table->before = NULL;
}

void
bina_tables_free(bina_store *store)
{
    int kind;

    for (kind = 0; kind < BINA_KINDS; kind++) {
        bina_table *table = &store->tables[kind];
        bina_table_forget(table);
        bina_description_free(table->description);
        table->description = NULL;
    }
}

bina_table *
bina_store_table(bina_store *store, int kind)
{
    bina_table *table;

    if (kind <= 0 || kind >= BINA_KINDS || !store->tables[kind].stored) {
        bina_error_set(&store->error, BINA_ERR_USAGE, "the store keeps no records of kind %d",
                       "berkas tidak menyimpan data jenis %d", kind);
        return NULL;
    }
    table = &store->tables[kind];
    return prepare(store, table) == BINA_OK ? table : NULL;
}

const bina_description *
bina_store_description(const bina_store *store, int kind)
{
    return kind > 0 && kind < BINA_KINDS ? store->tables[kind].description : NULL;
}

/* INSERT INTO "table" (every column) VALUES (?, ...): the n-th column has the n-th value. */
bina_status
bina_table_insert(bina_store *store, bina_table *table, sqlite3_stmt **statement)
{
    bina_buffer *sql = &store->sql;
    bina_status status = BINA_OK;
    int slot, columns = 0;

    if (table->insert == NULL) {
        bina_buffer_clear(sql);
        bina_buffer_add(sql, "INSERT INTO ");
        bina_buffer_name(sql, table->name);
        bina_buffer_add(sql, " (");
        for (slot = 0; slot < table->count; slot++) {
            if (!table->column[slot])
                continue;
            bina_buffer_add(sql, columns++ > 0 ? ", " : "");
            bina_buffer_name(sql,
                             bina_field_name(bina_description_field(table->description, slot)));
        }
        bina_buffer_add(sql, ") VALUES (");
        for (slot = 0; slot < columns; slot++)
            bina_buffer_add(sql, slot > 0 ? ", ?" : "?");
        bina_buffer_add(sql, ")");
        status = bina_store_prepare(store, bina_buffer_text(sql), SQLITE_PREPARE_PERSISTENT,
                                    &table->insert);
    }
    *statement = table->insert;
    return status;
}

/* SELECT every slot (null where there is no column) FROM "table" WHERE id = ?. */
bina_status
bina_table_get(bina_store *store, bina_table *table, sqlite3_stmt **statement)
{
    bina_buffer *sql = &store->sql;
    bina_status status = BINA_OK;
    int slot;

    if (table->get == NULL) {
        bina_buffer_clear(sql);
        bina_buffer_add(sql, "SELECT ");
        for (slot = 0; slot < table->count; slot++) {
            bina_buffer_add(sql, slot > 0 ? ", " : "");
            if (table->column[slot])
                bina_buffer_name(sql,
                                 bina_field_name(bina_description_field(table->description, slot)));
            else
                bina_buffer_add(sql, "NULL");
        }
        bina_buffer_add(sql, " FROM ");
        bina_buffer_name(sql, table->name);
        bina_buffer_add(sql, " WHERE id = ?");
        status = bina_store_prepare(store, bina_buffer_text(sql), SQLITE_PREPARE_PERSISTENT,
                                    &table->get);
    }
    *statement = table->get;
    return status;
}
