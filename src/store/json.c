/*
 * The values of a change as a JSON object. Keys are field names; "field@2020-11-09" is the value a
 * dated field got from that day on. SQLite reads it back.
 */
#include <string.h>
#include "store/inside.h"

/* Starts with a blank that bina_json_close turns into the brace, as every field brings a comma. */
void
bina_json_open(bina_buffer *json)
{
    bina_buffer_clear(json);
}

void
bina_json_field(bina_buffer *json, const bina_table *table, int slot, bina_value value)
{
    char text[32];

    bina_buffer_add_n(json, table->json_names[slot], table->json_lengths[slot]);
    switch (value.type) {
    case BINA_NULL:
        bina_buffer_add_n(json, "null", 4);
        break;
    case BINA_TEXT:
    case BINA_CODE:
        bina_buffer_json_text(json, value.as.text, strlen(value.as.text));
        break;
    case BINA_REAL:
        bina_buffer_real(json, value.as.real);
        break;
    case BINA_DATE:
        bina_date_format(value.as.integer, text);
        bina_buffer_json_text(json, text, strlen(text));
        break;
    case BINA_TIME:
        bina_time_format(value.as.integer, text);
        bina_buffer_json_text(json, text, strlen(text));
        break;
    default:
        bina_buffer_int(json, value.as.integer);
        break;
    }
}

void
bina_json_close(bina_buffer *json)
{
    if (json->length == 0)
        bina_buffer_add_n(json, "{", 1);
    else if (!json->failed)
        json->bytes[0] = '{';
    bina_buffer_add_n(json, "}", 1);
}

/* "field@day" as a key, with the day's value. */
void
bina_json_dated(bina_buffer *json, const bina_table *table, int slot, const char *day,
                bina_value value)
{
    size_t at = json->length;

    bina_json_field(json, table, slot, value);
    if (json->failed)
        return;
    /* What was written is ,"name":value. The day goes before the quote that ends the name. */
    {
        size_t name = table->json_lengths[slot] - 2, tail = json->length - at - name;
        char *from;
        bina_buffer_add_n(json, "@0000-00-00", 11);
        if (json->failed)
            return;
        from = json->bytes + at + name;
        memmove(from + 11, from, tail);
        from[0] = '@';
        memcpy(from + 1, day, 10);
        json->bytes[json->length] = '\0';
    }
}

/*
 * Sets in the record what a JSON object of a change says; a null is set as null. Fields the table
 * does not know are passed over. Each dated value is told to `dated`, if that is not NULL.
 */
bina_status
bina_json_apply(bina_store *store, const bina_table *table, const char *json, bina_record *record,
                bina_json_dated_value *dated, void *data)
{
    sqlite3_stmt *each;
    bina_status status = BINA_OK;
    int step;

    if (json == NULL)
        return BINA_OK;
    if (store->each == NULL)
        status = bina_store_prepare(store, "SELECT key, atom FROM json_each(?)",
                                    SQLITE_PREPARE_PERSISTENT, &store->each);
    each = store->each;
    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(each, 1, json, -1, SQLITE_STATIC);
    while (status == BINA_OK && (step = sqlite3_step(each)) == SQLITE_ROW) {
        const char *key = (const char *)sqlite3_column_text(each, 0);
        const char *day = key == NULL ? NULL : strchr(key, '@');
        char name[128];
        int slot;
        size_t length = day != NULL ? (size_t)(day - key) : key != NULL ? strlen(key) : 0;
        if (key == NULL || length >= sizeof name)
            continue;
        memcpy(name, key, length);
        name[length] = '\0';
        slot = bina_description_find(table->description, name);
        if (slot < 0)
            continue;
        if (day == NULL)
            bina_column_record(each, 1, record, slot);
        else if (dated != NULL)
            status = dated(data, slot, day + 1, each, 1);
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_reset(each);
    sqlite3_clear_bindings(each);
    return status;
}
