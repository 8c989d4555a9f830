/* Records as JSON after RFC 8259. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "exchange/encoding.h"
#include "exchange/output.h"
#include "exchange/print.h"

static void
write_escape(bina_output *output, unsigned char byte)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const char *known = strchr(from, byte);
    char text[8];

    if (known != NULL && byte != '\0') {
        bina_output_char(output, '\\');
        bina_output_char(output, to[known - from]);
        return;
    }
    snprintf(text, sizeof(text), "\\u%04x", byte);
    bina_output_text(output, text);
}

/* A JSON text must be UTF-8 (RFC 8259, 8.1): a byte that is not becomes U+FFFD. */
static void
write_string(bina_output *output, const char *text)
{
    size_t left = strlen(text), valid, i, start;

    bina_output_char(output, '"');
    while (left > 0) {
        valid = bina_utf8_valid(text, left);
        for (i = 0, start = 0; i < valid; i++) {
            unsigned char byte = (unsigned char)text[i];
            if (byte >= ' ' && byte != '"' && byte != '\\' && byte != 0x7F)
                continue;
            bina_output_write(output, text + start, i - start);
            write_escape(output, byte);
            start = i + 1;
        }
        bina_output_write(output, text + start, valid - start);
        text += valid;
        left -= valid;
        if (left > 0) {
            bina_output_text(output, "\xEF\xBF\xBD");
            text++;
            left--;
        }
    }
    bina_output_char(output, '"');
}

/* Writes a field's value; without one, null. */
static void
write_value(bina_output *output, const bina_record *record, int slot)
{
    bina_value value = bina_record_get(record, slot);
    char printed[BINA_PRINTED];

    if (bina_record_is_masked(record, slot)) {
        const char *display = bina_record_display(record, slot);
        write_string(output, display != NULL ? display : "");
        return;
    }
    if (bina_type_held_as(value.type) == BINA_TEXT) {
        write_string(output, value.as.text);
        return;
    }
    bina_print_value(value, printed);
    if (printed[0] == '\0')
        bina_output_text(output, "null");
    else if (value.type == BINA_DATE || value.type == BINA_TIME)
        write_string(output, printed);
    else
        bina_output_text(output, printed);
}

static bool
has_value(const bina_record *record, int slot)
{
    return bina_record_is_masked(record, slot) || bina_record_get(record, slot).type != BINA_NULL;
}

static void
write_object(bina_output *output, const bina_record *record, const int *slots, int count,
             bool leave_out)
{
    const bina_description *description = bina_record_description(record);
    int i;
    bool first = true;

    bina_output_char(output, '{');
    for (i = 0; i < count; i++) {
        if (leave_out && !has_value(record, slots[i]))
            continue;
        if (!first)
            bina_output_text(output, ", ");
        first = false;
        write_string(output, bina_field_name(bina_description_field(description, slots[i])));
        bina_output_text(output, ": ");
        write_value(output, record, slots[i]);
    }
    bina_output_char(output, '}');
}

bina_status
bina_json_write(bina_cursor *cursor, const char *path, const bina_json_write_options *given,
                bina_error *error)
{
    bina_json_write_options options = BINA_JSON_WRITE_OPTIONS_INIT;
    bina_output *output;
    const bina_record *record;
    bina_status status;
    int *slots, count;
    bool first = true;

    if (!bina_options_take(&options, sizeof options, given))
        return bina_error_plain(error, BINA_ERR_USAGE);
    status =
        bina_print_columns(bina_cursor_description(cursor), options.columns, error, &slots, &count);
    if (status == BINA_OK)
        status = bina_output_open(path, error, &output);
    if (status != BINA_OK)
        goto out;
    if (!options.lines)
        bina_output_char(output, '[');
    while (!bina_output_failed(output)) {
        status = bina_cursor_next(cursor, &record);
        if (status != BINA_OK)
            break;
        if (!options.lines)
            bina_output_text(output, first ? "\n" : ",\n");
        write_object(output, record, slots, count, options.leave_out);
        if (options.lines)
            bina_output_char(output, '\n');
        first = false;
    }
    if (status < BINA_OK) {
        if (error != NULL)
            bina_error_copy(error, bina_cursor_error(cursor));
        bina_output_cancel(output);
        goto out;
    }
    if (!options.lines)
        bina_output_text(output, first ? "]\n" : "\n]\n");
    status = bina_output_finish(output, error);
out:
    free(slots);
    return status;
}
