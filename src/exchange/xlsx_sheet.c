#include "exchange/xlsx_sheet.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"
#include "exchange/xlsx_cell.h"
#include "exchange/xlsx_row.h"
#include "exchange/xlsx_xml.h"

/* Where in worksheet > sheetData > row > c > (v | f | is > (t | r > t)) the reading is. */
typedef enum { OUTSIDE, SHEET, ROWS, ROW, CELL, VALUE, FORMULA, INLINE, RUN, LETTERS } place;

struct bina_xlsx_rows {
    bina_package *package;
    bina_xml *xml;
    bina_merged merged;
    bina_xlsx_context context;
    place at;
    bool in_run;
    size_t skip;
    /* The row. */
    long line, last_line;
    bool line_guessed, hidden, ready;
    bina_xlsx_row row;
    /* The cell. */
    long column; /* from 1; of the last cell, until the next begins */
    bina_xlsx_type type;
    size_t style, begin;
    bool formula;
};

/* ---- Complaints --------------------------------------------------------------------------------
 */

static void
refuse(bina_xlsx_rows *rows, const char *rule, const char *english, const char *indonesian)
{
    bina_error *error = bina_xml_error(rows->xml);

    bina_error_set(error, BINA_ERR_SYNTAX, english, indonesian);
    bina_error_at(error, NULL, NULL, rule);
    bina_error_in_file(error, bina_package_name(rows->package), rows->line, rows->column);
    bina_xml_fail(rows->xml, BINA_ERR_SYNTAX);
}

static void
refuse_place(bina_xlsx_rows *rows)
{
    refuse(rows, "xlsx.place",
           "A cell or row stands where no sheet has one. Open the workbook in Excel or "
           "LibreOffice and save it anew.",
           "Ada sel atau baris di tempat yang tidak ada pada lembar kerja. Buka berkas di Excel "
           "atau LibreOffice lalu simpan kembali.");
}

static void
out_of_memory(bina_xlsx_rows *rows)
{
    bina_xml_fail(rows->xml, bina_error_plain(bina_xml_error(rows->xml), BINA_ERR_NO_MEMORY));
}

/* ---- The row -----------------------------------------------------------------------------------
 */

static void
begin_row(bina_xlsx_rows *rows, const char *const *attributes)
{
    const char *number = bina_xml_attribute(attributes, "r"), *end = NULL;
    long column = 0;

    bina_xlsx_row_clear(&rows->row);
    rows->column = 0;
    rows->hidden = bina_xml_true(bina_xml_attribute(attributes, "hidden"));
    rows->line_guessed = number == NULL;
    rows->line = rows->last_line + 1;
    if (number != NULL) {
        end = bina_xlsx_reference(number, &column, &rows->line);
        if (end == NULL || *end != '\0' || column != 0)
            rows->line = 0;
    }
    if (rows->line <= rows->last_line || rows->line > BINA_XLSX_ROWS)
        refuse_place(rows);
}

static void
end_row(bina_xlsx_rows *rows)
{
    rows->last_line = rows->line;
    if (rows->row.filled_count == 0)
        return;
    if (rows->merged.count > 0 && !bina_xlsx_row_merge(&rows->row, &rows->merged, rows->line)) {
        out_of_memory(rows);
        return;
    }
    bina_xlsx_row_finish(&rows->row);
    rows->ready = true;
    bina_xml_pause(rows->xml);
}

/* ---- The cell ----------------------------------------------------------------------------------
 */

static void
begin_cell(bina_xlsx_rows *rows, const char *const *attributes)
{
    const char *end;
    long column = 0, line = 0;

    rows->type = BINA_TYPE_NUMBER;
    rows->style = 0;
    rows->formula = false;
    rows->begin = rows->row.used;
    for (; *attributes != NULL; attributes += 2) {
        const char *value = attributes[1];
        if (attributes[0][0] == '\0' || attributes[0][1] != '\0')
            continue;
        if (attributes[0][0] == 't') {
            rows->type = bina_xlsx_type_read(value);
        } else if (attributes[0][0] == 's') {
            for (; *value >= '0' && *value <= '9' && rows->style < 1000000; value++)
                rows->style = rows->style * 10 + (size_t)(*value - '0');
        } else if (attributes[0][0] == 'r') {
            end = bina_xlsx_reference(value, &column, &line);
            if (end == NULL || *end != '\0' || column == 0 || line == 0)
                column = BINA_XLSX_COLUMNS + 1;
        }
    }
    if (rows->line_guessed && line > 0) {
        if (line <= rows->last_line)
            column = BINA_XLSX_COLUMNS + 1;
        rows->line = line;
        rows->line_guessed = false;
    }
    rows->column = column > 0 ? column : rows->column + 1;
    if (rows->column > BINA_XLSX_COLUMNS || rows->row.filled_count > 2 * BINA_XLSX_COLUMNS)
        refuse_place(rows);
}

static void
end_cell(bina_xlsx_rows *rows)
{
    bina_grid_cell cell = {"", 0, BINA_GRID_EMPTY, 0};
    size_t length = rows->row.used - rows->begin;
    bool own;

    if (length == 0 && !rows->formula)
        return;
    if (!bina_vector_reserve(&rows->row.texts, &rows->row.texts_room,
                             rows->begin + BINA_XLSX_NUMBER, 1)) {
        out_of_memory(rows);
        return;
    }
    if (!bina_xlsx_cell_read(&rows->context, rows->type, rows->style, rows->row.texts + rows->begin,
                             length, &cell)) {
        refuse(rows, "xlsx.shared",
               "A cell refers to a text that the workbook does not hold. Open it in Excel or "
               "LibreOffice and save it anew.",
               "Sebuah sel merujuk teks yang tidak ada di dalam berkas. Buka di Excel atau "
               "LibreOffice lalu simpan kembali.");
        return;
    }
    own = cell.text == NULL;
    rows->row.used = own ? rows->begin + cell.length : rows->begin;
    if (rows->formula)
        cell.flags |= BINA_GRID_FORMULA;
    if (cell.kind == BINA_GRID_EMPTY && !rows->formula)
        return;
    if (!bina_xlsx_row_put(&rows->row, (size_t)rows->column - 1, cell, own ? NULL : cell.text,
                           rows->begin))
        out_of_memory(rows);
}

static void
take(void *self, const char *text, size_t length)
{
    bina_xlsx_rows *rows = self;

    if (rows->skip > 0 || (rows->at != VALUE && rows->at != LETTERS))
        return;
    if (rows->row.used + length > BINA_XLSX_ROW) {
        bina_xml_fail(rows->xml, bina_package_too_large(rows->package, bina_xml_error(rows->xml)));
        return;
    }
    if (!bina_vector_reserve(&rows->row.texts, &rows->row.texts_room, rows->row.used + length, 1)) {
        out_of_memory(rows);
        return;
    }
    memcpy(rows->row.texts + rows->row.used, text, length);
    rows->row.used += length;
}

/* ---- The sheet ---------------------------------------------------------------------------------
 */

/* What an element within another means; OUTSIDE: nothing. */
static place
inside(const bina_xlsx_rows *rows, const char *name)
{
    switch (rows->at) {
    case OUTSIDE:
        return strcmp(name, "worksheet") == 0 ? SHEET : OUTSIDE;
    case SHEET:
        return strcmp(name, "sheetData") == 0 ? ROWS : OUTSIDE;
    case ROWS:
        return strcmp(name, "row") == 0 ? ROW : OUTSIDE;
    case ROW:
        return name[0] == 'c' && name[1] == '\0' ? CELL : OUTSIDE;
    case CELL:
        if (name[0] == 'v' && name[1] == '\0' && rows->type != BINA_TYPE_INLINE)
            return VALUE;
        if (name[0] == 'f' && name[1] == '\0')
            return FORMULA;
        return rows->type == BINA_TYPE_INLINE && strcmp(name, "is") == 0 ? INLINE : OUTSIDE;
    case INLINE:
        if (name[0] == 'r' && name[1] == '\0')
            return RUN;
        return name[0] == 't' && name[1] == '\0' ? LETTERS : OUTSIDE;
    case RUN:
        return name[0] == 't' && name[1] == '\0' ? LETTERS : OUTSIDE;
    case VALUE:
    case FORMULA:
    case LETTERS:
        break;
    }
    return OUTSIDE;
}

static void
begin(void *self, bina_xml *xml, const char *name, const char *const *attributes)
{
    bina_xlsx_rows *rows = self;
    place next = OUTSIDE;

    if (rows->skip == 0)
        next = inside(rows, name);
    if (next == OUTSIDE) {
        if (rows->at == OUTSIDE && rows->skip == 0)
            bina_xml_fail(xml, bina_package_damaged(rows->package, bina_xml_error(xml)));
        rows->skip++;
        return;
    }
    if (next == LETTERS)
        rows->in_run = rows->at == RUN;
    rows->at = next;
    if (next == ROW)
        begin_row(rows, attributes);
    else if (next == CELL)
        begin_cell(rows, attributes);
    else if (next == FORMULA)
        rows->formula = true;
}

static void
end(void *self, bina_xml *xml, const char *name)
{
    bina_xlsx_rows *rows = self;

    (void)name;
    if (rows->skip > 0) {
        rows->skip--;
        return;
    }
    switch (rows->at) {
    case LETTERS:
        rows->at = rows->in_run ? RUN : INLINE;
        break;
    case RUN:
        rows->at = INLINE;
        break;
    case VALUE:
    case FORMULA:
    case INLINE:
        rows->at = CELL;
        break;
    case CELL:
        rows->at = ROW;
        end_cell(rows);
        break;
    case ROW:
        rows->at = ROWS;
        end_row(rows);
        break;
    case ROWS:
        rows->at = SHEET;
        bina_xml_enough(xml); /* what follows is for the eye */
        break;
    case SHEET:
    case OUTSIDE:
        rows->at = OUTSIDE;
        break;
    }
}

bina_status
bina_xlsx_rows_new(bina_package *package, const char *part, const bina_shared_strings *strings,
                   const bina_styles *styles, bool y1904, bina_error *error, bina_xlsx_rows **rows)
{
    static const bina_xml_handler handler = {begin, end, take};
    bina_xlsx_rows *made = calloc(1, sizeof(*made));
    bina_status status;

    *rows = NULL;
    if (made == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    made->package = package;
    made->context.strings = strings;
    made->context.styles = styles;
    made->context.y1904 = y1904;
    status = bina_merged_read(&made->merged, package, part, error);
    if (status == BINA_OK)
        status = bina_package_begin(package, part, BINA_XLSX_SHEET, error);
    if (status == BINA_ERR_NOT_FOUND)
        status = bina_package_damaged(package, error);
    if (status == BINA_OK) {
        made->xml = bina_xml_new(package, &handler, made);
        if (made->xml == NULL)
            status = bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    if (status == BINA_OK)
        *rows = made;
    else
        bina_xlsx_rows_free(made);
    return status;
}

void
bina_xlsx_rows_free(bina_xlsx_rows *rows)
{
    if (rows == NULL)
        return;
    bina_xml_free(rows->xml);
    bina_merged_clear(&rows->merged);
    bina_xlsx_row_free(&rows->row);
    free(rows);
}

bina_status
bina_xlsx_rows_next(bina_xlsx_rows *rows, bina_error *error, bina_grid_row *row)
{
    bina_status status = bina_xml_run(rows->xml, error);

    if (status < 0)
        return status;
    if (!rows->ready)
        return BINA_DONE;
    rows->ready = false;
    row->cells = rows->row.cells;
    row->count = row->total = rows->row.count;
    row->line = rows->line;
    row->flags = rows->row.flags;
    row->hidden = rows->hidden;
    return BINA_OK;
}
