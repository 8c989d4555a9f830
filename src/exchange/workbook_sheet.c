/* One sheet from a cursor: title lines, header, rows; then what is known when all rows are there.
 */
#define _XOPEN_SOURCE 700 /* uselocale */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "base/text.h"
#include "exchange/workbook_cells.h"
#include <bina/codes.h>

enum {
    MOST_ROWS = 1048576, /* of a sheet, Excel's limits */
    MOST_COLUMNS = 16384,
    PORTRAIT = 6, /* columns that go on an upright page */
    A4 = 9,
};

typedef struct sheet_writer {
    bina_workbook *book;
    const bina_sheet_options *options;
    const char *name;
    bina_sheet_column *columns;
    int count;
    lxw_worksheet *sheet;
    uint32_t header, row; /* the header's row; the next one to write */
    uint32_t end;         /* rows of a sheet, at most */
} sheet_writer;

/* ---- columns ---- */

static bool
is_among(const char *const *names, const char *name)
{
    for (; names != NULL && *names != NULL; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* What follows a name in pairs; the n-th time it is there. NULL when there is no more. */
static const char *
paired(const char *const *pairs, const char *name, size_t n)
{
    for (; pairs != NULL && pairs[0] != NULL && pairs[1] != NULL; pairs += 2)
        if (strcmp(pairs[0], name) == 0 && n-- == 0)
            return pairs[1];
    return NULL;
}

/* Every choice of a column, ended by NULL; of none at all nothing is made. */
static bool
take_choices(bina_sheet_column *column, const bina_sheet_options *options, const bina_field *field)
{
    const char *list = bina_field_format(field), *item, *word;
    bool own = paired(options->choices, bina_field_name(field), 0) != NULL;
    size_t count = 0;

    for (int round = 0; round < 2; round++) {
        for (count = 0;; count++) {
            item = own ? paired(options->choices, bina_field_name(field), count) : NULL;
            if (!own && column->type == BINA_CODE) {
                word = bina_codes_word(list, (int)count);
                item = word != NULL ? bina_codes_label(list, word, options->language) : NULL;
            } else if (!own && column->type == BINA_BOOL) {
                item = count == 0 ? "TRUE" : count == 1 ? "FALSE" : NULL;
            }
            if (item == NULL)
                break;
            if (round == 1)
                column->choices[count] = item;
        }
        if (count == 0)
            return true;
        if (round == 0)
            column->choices = calloc(count + 1, sizeof(*column->choices));
        if (column->choices == NULL)
            return false;
    }
    return true;
}

static bool
plan_column(sheet_writer *writer, const bina_description *description, int slot)
{
    const bina_sheet_options *options = writer->options;
    const bina_field *field = bina_description_field(description, slot);
    const char *name = bina_field_name(field), *header = paired(options->headers, name, 0);
    bina_sheet_column *column = &writer->columns[writer->count++];

    column->slot = slot;
    column->type = bina_field_type(field);
    column->list = column->type == BINA_CODE ? bina_field_format(field) : NULL;
    column->language = options->language;
    column->editable = is_among(options->editable, name);
    column->locked = options->editable != NULL && !column->editable;
    column->look = bina_cell_look(column->type, options->language);
    column->header = bina_text_copy(header != NULL   ? header
                                    : options->names ? name
                                                     : bina_field_label(field, options->language));
    if (column->header == NULL)
        return false;
    for (char *at = column->header; header == NULL && !options->names && *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
    return take_choices(column, options, field);
}

static bina_status
complain_of_field(bina_workbook *book, const bina_description *description, const char *name)
{
    bina_error_set(&book->failure, BINA_ERR_USAGE, "%s has no field \"%s\" to write.",
                   "%s tidak mempunyai isian \"%s\" untuk ditulis.",
                   bina_description_name(description), name);
    bina_error_at(&book->failure, bina_description_name(description), name, NULL);
    return BINA_ERR_USAGE;
}

static bina_status
plan_columns(sheet_writer *writer, const bina_description *description)
{
    const char *const *asked = writer->options->columns, *const * name;
    int fields = bina_description_count(description), slot;
    size_t most = 0;

    for (name = asked; name != NULL && *name != NULL; name++)
        most++;
    if (asked == NULL)
        most = (size_t)fields;
    if (most > MOST_COLUMNS)
        return bina_error_set(&writer->book->failure, BINA_ERR_UNSUPPORTED,
                              "A sheet holds at most %d columns.",
                              "Satu lembar memuat paling banyak %d kolom.", MOST_COLUMNS);
    writer->columns = calloc(most + 1, sizeof(*writer->columns));
    if (writer->columns == NULL)
        return bina_error_plain(&writer->book->failure, BINA_ERR_NO_MEMORY);
    for (name = asked; name != NULL && *name != NULL; name++) {
        slot = bina_description_find(description, *name);
        if (slot < 0)
            return complain_of_field(writer->book, description, *name);
        if (!plan_column(writer, description, slot))
            return bina_error_plain(&writer->book->failure, BINA_ERR_NO_MEMORY);
    }
    for (slot = 0; asked == NULL && slot < fields; slot++) {
        unsigned flags = bina_field_flags(bina_description_field(description, slot));
        if (!(flags & BINA_FIELD_RETIRED) && !plan_column(writer, description, slot))
            return bina_error_plain(&writer->book->failure, BINA_ERR_NO_MEMORY);
    }
    return BINA_OK;
}

/* ---- the sheet ---- */

static bina_status
begin_sheet(sheet_writer *writer)
{
    bina_workbook *book = writer->book;
    const char *const *title = writer->options->titles;
    int64_t most = writer->options->most_rows;
    lxw_error failure = LXW_NO_ERROR;

    errno = 0;
    writer->sheet = bina_workbook_sheet(book, writer->name);
    if (writer->sheet == NULL)
        return bina_workbook_fail(book, LXW_NO_ERROR, errno);
    for (writer->row = 0; title != NULL && *title != NULL; title++, writer->row++)
        if (failure == LXW_NO_ERROR)
            failure = bina_cell_write_text(
                writer->sheet, writer->row, 0, *title,
                bina_workbook_look(book, writer->row == 0 ? BINA_LOOK_TITLE : BINA_LOOK_LINE,
                                   false));
    writer->row += writer->row > 0;
    writer->header = writer->row++;
    for (int i = 0; i < writer->count && failure == LXW_NO_ERROR; i++)
        failure = bina_cell_write_text(writer->sheet, writer->header, (lxw_col_t)i,
                                       writer->columns[i].header,
                                       bina_workbook_look(book, BINA_LOOK_HEADER, false));
    writer->end = MOST_ROWS;
    if (most > 0 && most < MOST_ROWS - writer->row)
        writer->end = writer->row + (uint32_t)most;
    return failure == LXW_NO_ERROR ? BINA_OK : bina_workbook_fail(book, failure, errno);
}

static bina_status
write_row(sheet_writer *writer, const bina_record *record)
{
    const bina_sheet_column *too_long = NULL;
    lxw_error failure = LXW_NO_ERROR;

    for (int i = 0; i < writer->count && failure == LXW_NO_ERROR; i++) {
        failure = bina_cell_write(writer->book, writer->sheet, writer->row, (lxw_col_t)i,
                                  &writer->columns[i], record);
        if (failure == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            too_long = &writer->columns[i];
    }
    writer->row++;
    if (failure == LXW_NO_ERROR)
        return BINA_OK;
    if (too_long == NULL)
        return bina_workbook_fail(writer->book, failure, errno);
    bina_error_set(&writer->book->failure, BINA_ERR_UNSUPPORTED,
                   "A cell holds at most 32,767 characters; the text of row %u is longer.",
                   "Satu sel memuat paling banyak 32.767 huruf; teks baris %u lebih panjang.",
                   (unsigned)writer->row);
    bina_error_at(&writer->book->failure, NULL, too_long->header, NULL);
    bina_error_in_file(&writer->book->failure, writer->book->path, writer->row,
                       too_long - writer->columns + 1);
    return BINA_ERR_UNSUPPORTED;
}

/* Nobody looks later whether the rows reached the temporary file, so it is done here. */
static bool
are_rows_written(lxw_worksheet *sheet)
{
    lxw_worksheet_write_single_row(sheet);
    return fflush(sheet->optimize_tmpfile) == 0 && ferror(sheet->optimize_tmpfile) == 0;
}

static bina_status
end_sheet(sheet_writer *writer)
{
    lxw_protection allowed = {.format_columns = LXW_TRUE,
                              .format_rows = LXW_TRUE,
                              .sort = LXW_TRUE,
                              .autofilter = LXW_TRUE};
    lxw_worksheet *sheet = writer->sheet;
    lxw_col_t last = (lxw_col_t)(writer->count > 0 ? writer->count - 1 : 0);
    uint32_t last_row = writer->row > writer->header + 1 ? writer->row - 1 : writer->header;

    errno = 0;
    if (!are_rows_written(sheet))
        return bina_workbook_fail(writer->book, LXW_NO_ERROR, errno);
    for (int i = 0; i < writer->count; i++) {
        const bina_sheet_column *column = &writer->columns[i];
        /* Also what is typed into an empty cell keeps its zeros. */
        worksheet_set_column(
            sheet, (lxw_col_t)i, (lxw_col_t)i, bina_cell_width(column),
            column->editable ? NULL : bina_workbook_look(writer->book, column->look, false));
        if (column->choices != NULL && !column->locked &&
            bina_workbook_offer(writer->book, sheet, writer->header + 1, (lxw_col_t)i,
                                column->choices, writer->options->language) != BINA_OK)
            return bina_error_plain(&writer->book->failure, BINA_ERR_NO_MEMORY);
    }
    worksheet_autofilter(sheet, writer->header, 0, last_row, last);
    worksheet_freeze_panes(sheet, writer->header + 1, 0);
    worksheet_repeat_rows(sheet, writer->header, writer->header);
    worksheet_set_paper(sheet, A4);
    worksheet_fit_to_pages(sheet, 1, 0);
    if (writer->count > PORTRAIT)
        worksheet_set_landscape(sheet);
    if (writer->options->editable != NULL)
        worksheet_protect(sheet, NULL, &allowed);
    if (writer->options->hidden && sheet->index > 0)
        worksheet_hide(sheet);
    return BINA_OK;
}

static bina_status
write_rows(sheet_writer *writer, bina_cursor *cursor)
{
    const bina_record *record;
    bina_status status = begin_sheet(writer), next = BINA_OK;

    while (status == BINA_OK) {
        next = bina_cursor_next(cursor, &record);
        if (next != BINA_OK)
            break;
        if (writer->row == writer->end) {
            status = end_sheet(writer);
            if (status == BINA_OK)
                status = begin_sheet(writer);
        }
        if (status == BINA_OK)
            status = write_row(writer, record);
    }
    if (status == BINA_OK && next < BINA_OK) {
        bina_error_copy(&writer->book->failure, bina_cursor_error(cursor));
        status = next;
    }
    return status == BINA_OK ? end_sheet(writer) : status;
}

bina_status
bina_workbook_add(bina_workbook *book, const char *name, bina_cursor *cursor,
                  const bina_sheet_options *given, bina_error *error)
{
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;
    sheet_writer writer = {.book = book, .options = &options, .name = name};
    locale_t before = uselocale(book->plain);

    if (book->status == BINA_OK && !bina_options_take(&options, sizeof options, given))
        book->status = bina_error_plain(&book->failure, BINA_ERR_USAGE);
    if (book->status == BINA_OK)
        book->status = plan_columns(&writer, bina_cursor_description(cursor));
    if (book->status == BINA_OK)
        book->status = write_rows(&writer, cursor);
    uselocale(before);
    for (int i = 0; i < writer.count; i++) {
        free(writer.columns[i].header);
        free(writer.columns[i].choices);
    }
    free(writer.columns);
    if (book->status != BINA_OK && error != NULL)
        bina_error_copy(error, &book->failure);
    return book->status;
}
