/* Records as CSV after RFC 4180. */
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "exchange/output.h"
#include "exchange/print.h"
#include <bina/exchange.h>

typedef struct csv_writer {
    bina_output *output;
    char delimiter;
    bool safe;
    int *slots, count; /* of the columns */
    bool special[256]; /* by byte: whether it makes quotes needed */
} csv_writer;

/* Also blanks at the ends are quoted: some readers take them off. */
static bool
needs_quotes(const csv_writer *writer, const char *text, size_t length)
{
    if (length == 0 || text[0] == ' ' || text[length - 1] == ' ')
        return true;
    for (size_t i = 0; i < length; i++)
        if (writer->special[(unsigned char)text[i]])
            return true;
    return false;
}

static void
write_text(const csv_writer *writer, const char *text)
{
    bool formula = writer->safe && text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
    size_t length = strlen(text);
    const char *quote;

    if (!needs_quotes(writer, text, length)) {
        if (formula)
            bina_output_char(writer->output, '\'');
        bina_output_write(writer->output, text, length);
        return;
    }
    bina_output_text(writer->output, formula ? "\"'" : "\"");
    while ((quote = strchr(text, '"')) != NULL) {
        bina_output_write(writer->output, text, (size_t)(quote - text) + 1);
        bina_output_char(writer->output, '"');
        text = quote + 1;
    }
    bina_output_text(writer->output, text);
    bina_output_char(writer->output, '"');
}

static void
write_cell(const csv_writer *writer, const bina_record *record, int slot)
{
    bina_value value = bina_record_get(record, slot);
    char printed[BINA_PRINTED];

    if (bina_record_is_masked(record, slot)) {
        const char *display = bina_record_display(record, slot);
        write_text(writer, display != NULL ? display : "");
    } else if (bina_type_held_as(value.type) == BINA_TEXT) {
        write_text(writer, value.as.text);
    } else if (value.type != BINA_NULL) {
        bina_output_text(writer->output, bina_print_value(value, printed));
    } else if (writer->count == 1) {
        bina_output_text(writer->output, "\"\""); /* a blank line would be passed over in reading */
    }
}

static bina_status
write_all(const csv_writer *writer, bina_cursor *cursor, const bina_csv_write_options *options,
          bina_error *error)
{
    const bina_description *description = bina_cursor_description(cursor);
    const char *line_end = options->line_feed ? "\n" : "\r\n";
    int i;
    const bina_record *record;
    bina_status status = BINA_OK;

    if (options->mark)
        bina_output_text(writer->output, "\xEF\xBB\xBF");
    for (i = 0; i < writer->count && !options->no_header; i++) {
        if (i > 0)
            bina_output_char(writer->output, writer->delimiter);
        write_text(writer, bina_field_name(bina_description_field(description, writer->slots[i])));
    }
    if (!options->no_header)
        bina_output_text(writer->output, line_end);
    while (!bina_output_failed(writer->output)) {
        status = bina_cursor_next(cursor, &record);
        if (status != BINA_OK)
            break;
        for (i = 0; i < writer->count; i++) {
            if (i > 0)
                bina_output_char(writer->output, writer->delimiter);
            write_cell(writer, record, writer->slots[i]);
        }
        bina_output_text(writer->output, line_end);
    }
    if (status >= BINA_OK)
        return BINA_OK;
    if (error != NULL)
        bina_error_copy(error, bina_cursor_error(cursor));
    return status;
}

bina_status
bina_csv_write(bina_cursor *cursor, const char *path, const bina_csv_write_options *given,
               bina_error *error)
{
    bina_csv_write_options options = BINA_CSV_WRITE_OPTIONS_INIT;
    csv_writer writer = {0};
    bina_status status;

    if (!bina_options_take(&options, sizeof options, given) ||
        (options.delimiter != '\0' && strchr("\"\r\n", options.delimiter) != NULL))
        return bina_error_set(error, BINA_ERR_USAGE, "The CSV options make no sense.",
                              "Pilihan CSV tidak masuk akal.");
    status = bina_print_columns(bina_cursor_description(cursor), options.columns, error,
                                &writer.slots, &writer.count);
    if (status == BINA_OK)
        status = bina_output_open(path, error, &writer.output);
    if (status != BINA_OK)
        goto out;
    writer.delimiter = options.delimiter != '\0' ? options.delimiter : ',';
    for (const char *at = "\"\r\n"; *at != '\0'; at++)
        writer.special[(unsigned char)*at] = true;
    writer.special[(unsigned char)writer.delimiter] = true;
    writer.safe = options.safe;
    status = write_all(&writer, cursor, &options, error);
    if (status == BINA_OK)
        status = bina_output_finish(writer.output, error);
    else
        bina_output_cancel(writer.output);
out:
    free(writer.slots);
    return status;
}
