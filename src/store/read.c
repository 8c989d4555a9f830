/* Reading one record. */
#include <stdlib.h>
#include <string.h>
#include "rules/check.h"
#include "store/inside.h"

static bina_status
not_found(bina_store *store, bina_id id)
{
    const bina_description *description = bina_store_description(store, bina_id_kind(id));
    const char *name = description == NULL ? "record" : bina_description_name(description);

    bina_error_set(&store->error, BINA_ERR_NOT_FOUND, "there is no %s %lld",
                   "tidak ada data %s %lld", name, (long long)id);
    bina_error_at(&store->error, name, NULL, NULL);
    return BINA_ERR_NOT_FOUND;
}

/* Fills a cleared record of the table's description with the stored values, derived ones not. */
bina_status
bina_table_read(bina_store *store, bina_table *table, bina_id id, bina_record *record)
{
    sqlite3_stmt *statement;
    bina_status status;
    int slot, step;

    if (!table->present)
        return not_found(store, id);
    status = bina_table_get(store, table, &statement);
    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(statement, 1, id);
    step = sqlite3_step(statement);
    if (step == SQLITE_ROW) {
        for (slot = 0; slot < table->count; slot++)
            bina_column_record(statement, slot, record, slot);
        status = bina_record_check(record, &store->error);
    } else {
        status = step == SQLITE_DONE ? not_found(store, id) : bina_store_fail(store);
    }
    sqlite3_reset(statement);
    return status;
}

/* The stored record into table->before. */
bina_status
bina_table_before(bina_store *store, bina_table *table, bina_id id)
{
    if (table->before == NULL)
        table->before = bina_record_new_of(table->description);
    if (table->before == NULL)
        return bina_store_no_memory(store);
    bina_record_clear(table->before);
    return bina_table_read(store, table, id, table->before);
}

bina_status
bina_store_get(bina_store *store, bina_id id, bina_record **record)
{
    bina_status status = bina_store_start(store);
    bina_table *table;
    bina_record *read;

    *record = NULL;
    if (status != BINA_OK)
        return status;
    table = bina_store_table(store, bina_id_kind(id));
    if (table == NULL) {
        if (bina_error_status(&store->error) == BINA_ERR_USAGE)
            return not_found(store, id);
        return bina_error_status(&store->error);
    }
    read = bina_record_new_of(table->description);
    if (read == NULL)
        return bina_store_no_memory(store);
    status = bina_table_read(store, table, id, read);
    if (status == BINA_OK && table->derived_count > 0)
        bina_rules_derive(read, bina_store_today(store));
    if (status != BINA_OK) {
        bina_record_free(read);
        return status;
    }
    *record = read;
    return BINA_OK;
}

/* The letter before a kind's human numbers: the first of its name. */
char
bina_kind_letter(int kind)
{
    char c = bina_target_name(kind)[0];

    if (kind == BINA_GRANT) /* (B)antuan: G is a group */
        return 'B';
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

bina_status
bina_store_get_numbered(bina_store *store, const char *number, bina_record **record)
{
    bina_status status = bina_store_start(store);
    int64_t counter;
    int issuer, kind;
    char letter;

    *record = NULL;
    if (status != BINA_OK)
        return status;
    if (number == NULL || !bina_number_parse(number, &letter, &issuer, &counter)) {
        bina_error_set(&store->error, BINA_ERR_SYNTAX,
                       "this is no number of a record: a character is missing or misread",
                       "ini bukan nomor data: ada karakter yang kurang atau salah baca");
        bina_error_at(&store->error, NULL, "number", "number.check");
        return BINA_ERR_SYNTAX;
    }
    for (kind = 1; kind < BINA_KINDS; kind++)
        if (store->tables[kind].stored &&
            (bina_description_flags(store->tables[kind].description) & BINA_KIND_NUMBERED) != 0 &&
            bina_kind_letter(kind) == letter)
            return bina_store_get(store, bina_id_make(issuer, kind, counter), record);
    return bina_error_plain(&store->error, BINA_ERR_NOT_FOUND);
}
