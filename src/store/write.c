/* From a record to the columns of its table. */
#include <string.h>
#include "model/field.h"
#include "store/write.h"

bina_mapping
bina_map_record(const bina_table *table, const bina_record *record)
{
    bina_mapping map = {record, bina_record_description(record), table->description, false};
    const bina_description *older;

    /* An extension keeps the slots of what it extends. */
    for (older = map.to; older != NULL && !map.same; older = older->base)
        map.same = older == map.from;
    return map;
}

/* The record's slot for a slot of the table, or -1. */
int
bina_map_slot(const bina_mapping *map, int slot)
{
    if (map->same)
        return slot < map->from->count ? slot : -1;
    return bina_description_find(map->from, map->to->fields[slot].name);
}

/* The table a record belongs to; NULL and the reason on the handle when it can't be written. */
bina_table *
bina_table_for(bina_store *store, const bina_record *record)
{
    const bina_description *description = bina_record_description(record);
    int kind = bina_description_kind(description);

    if (kind == BINA_NO_KIND ||
        (bina_description_flags(description) &
         (BINA_KIND_REFERENCE | BINA_KIND_JOURNAL | BINA_KIND_WRITTEN)) != 0) {
        bina_error_set(
            &store->error, BINA_ERR_USAGE, "records of '%s' are not written into a store by users",
            "data '%s' tidak dapat ditulis oleh pengguna", bina_description_name(description));
        bina_error_at(&store->error, bina_description_name(description), NULL, "store.kind");
        return NULL;
    }
    return bina_store_table(store, kind);
}

/* After a statement failed: a clearer reason than SQLite's. Nothing was written by it. */
bina_status
bina_write_refused(bina_store *store, const bina_table *table, const bina_record *record)
{
    if (sqlite3_extended_errcode(store->db) == SQLITE_CONSTRAINT_FOREIGNKEY)
        return bina_refuse_dangling(store, table, record);
    return bina_store_fail(store);
}

/* Binds one value of a record and writes it into the log's text if it is a value. */
bool
bina_write_bind(sqlite3_stmt *statement, int at, const bina_table *table, int slot,
                bina_value value, bina_buffer *json)
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
