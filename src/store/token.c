/*
 * The token of a page: the last record's values in the order asked for, and its id, so that the
 * next page starts after it even when records were added or removed meanwhile. Hexadecimal of
 *
 *     fields ';' { 'n' | 'i' integer ';' | 'r' real ';' | 't' length ';' bytes } ... 'i' id ';'
 *
 * where `fields` spells the order (field number, 'd' when descending), so that a token of another
 * order is refused.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "store/query.h"

static void
write_order(const bina_query *query, bina_buffer *plain)
{
    size_t i;

    bina_buffer_print(plain, "%d", bina_description_kind(query->description));
    for (i = 0; i < query->ordering_count; i++)
        bina_buffer_print(plain, ",%d%s", query->orderings[i].field,
                          query->orderings[i].descending ? "d" : "");
    bina_buffer_add(plain, ";");
}

const char *
bina_query_token(bina_query *query, const bina_record *record)
{
    bina_buffer plain = {0}, *token = &query->token;
    size_t i;

    bina_buffer_clear(token);
    write_order(query, &plain);
    for (i = 0; i < query->ordering_count; i++) {
        bina_value value = bina_record_get(record, query->orderings[i].field);
        switch (bina_type_held_as(value.type)) {
        case BINA_NULL:
            bina_buffer_add(&plain, "n");
            break;
        case BINA_TEXT:
            bina_buffer_print(&plain, "t%zu;", strlen(value.as.text));
            bina_buffer_add(&plain, value.as.text);
            break;
        case BINA_REAL:
            bina_buffer_print(&plain, "r%.17g;", value.as.real);
            break;
        default:
            bina_buffer_print(&plain, "i%" PRId64 ";", value.as.integer);
            break;
        }
    }
    bina_buffer_print(&plain, "i%" PRId64 ";", bina_record_id(record));
    for (i = 0; i < plain.length; i++)
        bina_buffer_print(token, "%02x", (unsigned)(unsigned char)plain.bytes[i]);
    token->failed = token->failed || plain.failed;
    bina_buffer_free(&plain);
    return token->failed ? NULL : bina_buffer_text(token);
}

static int
digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undoes the hexadecimal. */
static bool
unpack(const char *token, bina_buffer *plain)
{
    for (; *token != '\0'; token += 2) {
        int high = digit(token[0]), low = high < 0 ? -1 : digit(token[1]);
        char byte;
        if (low < 0)
            return false;
        byte = (char)(high * 16 + low);
        if (byte == '\0')
            return false;
        bina_buffer_add_n(plain, &byte, 1);
    }
    return plain->length > 0;
}

/* Reads one value at *at and moves on. A text stays where it is and is not yet ended by a NUL. */
static bool
read_value(char **at, bina_type type, bina_value *value)
{
    char sort = **at, *end;
    unsigned long long length;

    *value = bina_null();
    if (sort == '\0')
        return false;
    ++*at;
    if (sort == 'n')
        return true;
    errno = 0;
    value->type = type;
    if (sort == 'i' && bina_type_held_as(type) == BINA_INT) {
        value->as.integer = strtoll(*at, &end, 10);
    } else if (sort == 'r' && type == BINA_REAL) {
        value->as.real = strtod(*at, &end);
    } else if (sort == 't' && bina_type_held_as(type) == BINA_TEXT) {
        length = strtoull(*at, &end, 10);
        if (end == *at || *end != ';' || errno != 0 || length > strlen(end + 1))
            return false;
        value->as.text = end + 1;
        *at = end + 1 + length;
        return true;
    } else {
        return false;
    }
    if (end == *at || *end != ';' || errno != 0)
        return false;
    *at = end + 1;
    return true;
}

bina_status
bina_query_read_token(const bina_query *query, bina_value *values, bina_id *id, bina_buffer *texts,
                      bina_error *error)
{
    bina_buffer order = {0};
    bina_value last = bina_null();
    bool fine, out_of_memory;
    char *at;
    char *ends[64];
    size_t i, end_count = 0;

    bina_buffer_clear(texts);
    write_order(query, &order);
    fine = unpack(query->after, texts) && query->ordering_count <= sizeof ends / sizeof *ends;
    out_of_memory = texts->failed || order.failed;
    fine = fine && !out_of_memory && strncmp(texts->bytes, order.bytes, order.length) == 0;
    at = fine ? texts->bytes + order.length : NULL;
    for (i = 0; fine && i < query->ordering_count; i++) {
        const bina_field *field =
            bina_description_field(query->description, query->orderings[i].field);
        fine = read_value(&at, bina_field_type(field), &values[i]);
        if (fine && bina_type_held_as(values[i].type) == BINA_TEXT)
            ends[end_count++] = at;
    }
    fine = fine && read_value(&at, BINA_INT, &last) && *at == '\0' && last.type == BINA_INT;
    /* Only now that all is read may the texts be ended. */
    for (i = 0; fine && i < end_count; i++)
        *ends[i] = '\0';
    *id = last.as.integer;
    bina_buffer_free(&order);
    if (out_of_memory)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (!fine)
        return bina_error_set(error, BINA_ERR_SYNTAX,
                              "the page token is not one of this query; start from the first page",
                              "penanda halaman bukan dari permintaan ini; mulai dari halaman "
                              "pertama");
    return BINA_OK;
}
