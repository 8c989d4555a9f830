/* A CSV file as a cursor: columns from its header, oddities into the list of faults. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "exchange/csv_scan.h"
#include "exchange/encoding.h"
#include "exchange/faults.h"
#include "model/batch.h"
#include "model/cursor.h"

#define BATCH_BYTES   ((size_t)4 * 1024 * 1024)
#define COLUMNS_LIMIT 16384
#define HEADER_LIMIT  200

typedef struct csv_source {
    bina_csv_scan *scan;
    bina_description *description;
    bina_faults *faults;
    int columns;    /* of the file, without the line's */
    int line_slot;  /* -1: none */
    int extra_slot; /* -1: none */
    char *extra;    /* what the last row has beyond the header's columns */
    size_t extra_room;
    bool has_first; /* without header the first row is data that was read already */
    bina_csv_row first;
} csv_source;

static void
free_csv_source(void *self)
{
    csv_source *source = self;

    if (source == NULL)
        return;
    bina_csv_scan_free(source->scan);
    bina_description_free(source->description);
    bina_faults_free(source->faults);
    free(source->extra);
    free(source);
}

/* Finishes a fault begun with bina_error_set: where it is, how bad, and into the list. */
static void
add_fault(const csv_source *source, bina_error *fault, bina_severity severity, const char *rule,
          int64_t line, int column)
{
    const char *field = NULL;

    if (column > 0 && column <= source->columns)
        field = bina_field_name(bina_description_field(source->description, column - 1));
    bina_error_at(fault, bina_description_name(source->description), field, rule);
    bina_error_in_file(fault, bina_csv_scan_name(source->scan), line, column);
    if (severity == BINA_WARNING)
        bina_error_warn(fault);
    bina_faults_add(source->faults, fault);
}

static void
report_cell(const csv_source *source, const bina_csv_row *row, size_t i)
{
    unsigned flags = row->cells[i].flags;
    int column = (int)i + 1;
    bina_error fault;

    if (flags & BINA_CELL_UNCLOSED) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "A quote opens the cell and is never closed; it was read as a letter.",
                       "Tanda kutip membuka sel tanpa penutup; dibaca sebagai huruf biasa.");
        add_fault(source, &fault, BINA_WARNING, "csv.unclosed", row->line, column);
    } else if (flags & BINA_CELL_STRAY) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "A quote stands in the middle of the cell; it was read as Excel does.",
                       "Tanda kutip di tengah sel; dibaca seperti Excel membacanya.");
        add_fault(source, &fault, BINA_WARNING, "csv.quote", row->line, column);
    }
    if (flags & BINA_CELL_NUL) {
        bina_error_set(&fault, BINA_ERR_SYNTAX, "NUL bytes in the cell were dropped.",
                       "Bita NUL di dalam sel dibuang.");
        add_fault(source, &fault, BINA_WARNING, "csv.nul", row->line, column);
    }
    if (flags & BINA_CELL_FOREIGN) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The cell is not UTF-8; it was read as Windows-1252.",
                       "Sel bukan UTF-8; dibaca sebagai Windows-1252.");
        add_fault(source, &fault, BINA_WARNING, "csv.encoding", row->line, column);
    }
}

static bool
is_blank(const bina_csv_cell *cell)
{
    size_t i;

    for (i = 0; i < cell->length; i++)
        if (cell->text[i] != ' ' && cell->text[i] != '\t')
            return false;
    return true;
}

/* Whether a row has more than blanks beyond the header's columns. */
static bool
has_extra(const csv_source *source, const bina_csv_row *row)
{
    size_t i;

    if (row->total > row->count)
        return true;
    for (i = (size_t)source->columns; i < row->count; i++)
        if (!is_blank(&row->cells[i]))
            return true;
    return false;
}

/* Joins the cells beyond the header's columns as they stood; false when memory is out. */
static bool
join_extra(csv_source *source, const bina_csv_row *row, size_t *length)
{
    size_t first = (size_t)source->columns, room = 0, i;
    char *larger;

    for (i = first; i < row->count; i++)
        room += row->cells[i].length + 1;
    if (room > source->extra_room) {
        larger = realloc(source->extra, room);
        if (larger == NULL)
            return false;
        source->extra = larger;
        source->extra_room = room;
    }
    for (i = first, *length = 0; i < row->count; i++) {
        if (i > first)
            source->extra[(*length)++] = bina_csv_scan_delimiter(source->scan);
        memcpy(source->extra + *length, row->cells[i].text, row->cells[i].length);
        *length += row->cells[i].length;
    }
    return true;
}

static void
report_row(const csv_source *source, const bina_csv_row *row)
{
    const unsigned odd = BINA_CELL_STRAY | BINA_CELL_UNCLOSED | BINA_CELL_NUL | BINA_CELL_FOREIGN;
    size_t columns = (size_t)source->columns, i;
    bina_error fault;

    if (source->faults == NULL)
        return;
    if (row->flags & odd)
        for (i = 0; i < row->count && i < columns; i++)
            if (row->cells[i].flags & odd)
                report_cell(source, row, i);
    if (has_extra(source, row)) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The row has %zu cells where the header has %zu; the rest was dropped. "
                       "Quote texts that contain the delimiter.",
                       "Baris berisi %zu sel, sedangkan judul %zu; sisanya dibuang. "
                       "Beri tanda kutip pada teks yang memuat pemisah.",
                       row->total, columns);
        add_fault(source, &fault, BINA_ERROR, "csv.long", row->line, source->columns + 1);
    } else if (row->count < columns) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The row has %zu cells where the header has %zu; the rest is empty.",
                       "Baris berisi %zu sel, sedangkan judul %zu; sisanya kosong.", row->total,
                       columns);
        add_fault(source, &fault, BINA_WARNING, "csv.short", row->line, (int)row->count + 1);
    }
}

static bina_status
next_row(csv_source *source, bina_csv_row *row, bina_error *error)
{
    bina_status status;

    if (source->has_first) {
        source->has_first = false;
        *row = source->first;
    } else {
        status = bina_csv_scan_next(source->scan, error, row);
        if (status != BINA_OK)
            return status;
    }
    if (row->flags != 0 || row->total != (size_t)source->columns)
        report_row(source, row);
    return BINA_OK;
}

static bina_status
next_record(void *self, bina_record *record, bina_error *error)
{
    csv_source *source = self;
    bina_csv_row row;
    bina_status status = next_row(source, &row, error);
    size_t length, i;

    if (status != BINA_OK)
        return status;
    for (i = 0; i < row.count && i < (size_t)source->columns; i++)
        if (row.cells[i].length > 0)
            bina_set_text_n(record, (int)i, row.cells[i].text, row.cells[i].length);
    if (source->line_slot >= 0)
        bina_set_int(record, source->line_slot, row.line);
    if (source->extra_slot >= 0 && has_extra(source, &row)) {
        if (!join_extra(source, &row, &length))
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        bina_set_text_n(record, source->extra_slot, source->extra, length);
    }
    return BINA_OK;
}

static bina_status
next_rows(void *self, bina_batch *batch, bina_error *error)
{
    csv_source *source = self;
    size_t rows = 0, bytes = 0, length, i;
    bina_csv_row row;
    bina_status status;

    while (rows < BINA_BATCH_ROWS && bytes < BATCH_BYTES) {
        status = next_row(source, &row, error);
        if (status == BINA_DONE && rows > 0)
            break;
        if (status != BINA_OK)
            return status;
        status = bina_batch_add_row(batch);
        for (i = 0; status == BINA_OK && i < row.count && i < (size_t)source->columns; i++)
            if (row.cells[i].length > 0) {
                status = bina_batch_put_text(batch, (int)i, row.cells[i].text, row.cells[i].length);
                bytes += row.cells[i].length;
            }
        if (status == BINA_OK && source->line_slot >= 0)
            status = bina_batch_put_int(batch, source->line_slot, row.line);
        if (status == BINA_OK && source->extra_slot >= 0 && has_extra(source, &row))
            status = join_extra(source, &row, &length)
                         ? bina_batch_put_text(batch, source->extra_slot, source->extra, length)
                         : BINA_ERR_NO_MEMORY;
        if (status != BINA_OK)
            return bina_error_plain(error, status);
        rows++;
    }
    return BINA_OK;
}

/* A header as a name: blanks and line ends within become one blank, those around go. */
static void
tidy_header(const bina_csv_cell *cell, char name[HEADER_LIMIT + 1])
{
    size_t i, used = 0, valid;
    bool gap = false;

    for (i = 0; i < cell->length && used + 2 < HEADER_LIMIT; i++) {
        unsigned char byte = (unsigned char)cell->text[i];
        if (byte <= ' ' || byte == 0x7F) {
            gap = used > 0;
            continue;
        }
        if (byte == 0xC2 && i + 1 < cell->length && (unsigned char)cell->text[i + 1] == 0xA0) {
            gap = used > 0; /* no-break space */
            i++;
            continue;
        }
        if (gap)
            name[used++] = ' ';
        gap = false;
        name[used++] = (char)byte;
    }
    valid = bina_utf8_valid(name, used); /* the limit may have cut a letter */
    name[valid] = '\0';
}

/* Adds the column of a header under a name that is still free; tells when it had to be made up. */
static bina_status
add_column(csv_source *source, const bina_csv_cell *cell, int64_t line)
{
    char name[HEADER_LIMIT + 1] = "", tried[HEADER_LIMIT + 32];
    int column = source->columns + 1, n = 1, slot;
    bool empty;
    bina_error fault;

    if (cell != NULL)
        tidy_header(cell, name);
    empty = name[0] == '\0';
    if (empty)
        snprintf(name, sizeof(name), "column %d", column);
    snprintf(tried, sizeof(tried), "%s", name);
    while (bina_description_find(source->description, tried) >= 0)
        snprintf(tried, sizeof(tried), "%s (%d)", name, ++n);
    slot = bina_description_add_field(source->description, tried, BINA_TEXT, NULL, "", 0);
    if (slot < 0)
        return (bina_status)slot;
    source->columns++;
    if (cell == NULL)
        return BINA_OK;
    if (empty) {
        bina_error_set(&fault, BINA_ERR_SYNTAX, "The column has no header; it is called \"%s\".",
                       "Kolom tanpa judul; dinamai \"%s\".", tried);
        add_fault(source, &fault, BINA_WARNING, "csv.header.empty", line, column);
    } else if (n > 1) {
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "Another column has the same header; this one is called \"%s\".",
                       "Ada kolom lain berjudul sama; yang ini dinamai \"%s\".", tried);
        add_fault(source, &fault, BINA_WARNING, "csv.header.duplicate", line, column);
    }
    return BINA_OK;
}

/* Empty cells at the end of a header are no columns: spreadsheets leave them behind. */
static size_t
header_width(const bina_csv_row *row)
{
    size_t width = row->count;

    while (width > 1 && is_blank(&row->cells[width - 1]))
        width--;
    return width;
}

static void
skip_titles(const csv_source *source)
{
    int64_t first = bina_csv_scan_line(source->scan);
    int titles = bina_csv_scan_skip_titles(source->scan);
    bina_error fault;

    if (titles == 0)
        return;
    bina_error_set(&fault, BINA_ERR_SYNTAX, "Lines above the header were passed over: %d.",
                   "Baris di atas judul kolom dilewati: %d.", titles);
    add_fault(source, &fault, BINA_WARNING, "csv.title", first, 0);
}

static bina_status
read_header(csv_source *source, const bina_csv_options *options, bina_error *error)
{
    bina_csv_row row;
    size_t width, i;
    int skip;
    bina_status status = BINA_OK;

    for (skip = 0; skip < options->skip && status == BINA_OK; skip++)
        status = bina_csv_scan_skip_line(source->scan, error);
    if (status == BINA_OK && options->skip == 0 && !options->no_header)
        skip_titles(source);
    if (status == BINA_OK)
        status = bina_csv_scan_next(source->scan, error, &row);
    if (status == BINA_DONE) {
        bina_error_set(error, BINA_ERR_SYNTAX, "The file is empty; a header was expected.",
                       "Berkas kosong; seharusnya ada baris judul.");
        bina_error_in_file(error, bina_csv_scan_name(source->scan), 1, 0);
        return BINA_ERR_SYNTAX;
    }
    if (status != BINA_OK)
        return status;
    width = options->no_header ? row.count : header_width(&row);
    if (width > COLUMNS_LIMIT) {
        bina_error_set(error, BINA_ERR_SYNTAX, "The header has more than %d columns.",
                       "Baris judul berisi lebih dari %d kolom.", COLUMNS_LIMIT);
        bina_error_in_file(error, bina_csv_scan_name(source->scan), row.line, 0);
        return BINA_ERR_SYNTAX;
    }
    for (i = 0; i < width; i++) {
        status = add_column(source, options->no_header ? NULL : &row.cells[i], row.line);
        if (status != BINA_OK)
            return bina_error_plain(error, status);
    }
    source->has_first = options->no_header;
    source->first = row;
    if (!options->no_header && row.flags != 0) {
        row.count = row.total = width;
        report_row(source, &row);
    }
    return BINA_OK;
}

/* Adds a column that is not the file's, under a name that is still free. `*slot` is -1 without. */
static bina_status
add_own_column(csv_source *source, const char *name, bina_type type, const char *format,
               const char *doc, int *slot, bina_error *error)
{
    char tried[HEADER_LIMIT + 32];
    int n = 1;

    *slot = -1;
    if (name == NULL)
        return BINA_OK;
    snprintf(tried, sizeof(tried), "%.*s", HEADER_LIMIT, name);
    while (bina_description_find(source->description, tried) >= 0)
        snprintf(tried, sizeof(tried), "%.*s (%d)", HEADER_LIMIT, name, ++n);
    *slot = bina_description_add_field(source->description, tried, type, format, doc, 0);
    return *slot >= 0 ? BINA_OK : bina_error_plain(error, (bina_status)*slot);
}

static bina_status
open_input(bina_input *input, const bina_csv_options *options, bina_error *error,
           bina_cursor **cursor)
{
    static const bina_source functions = {next_record, next_rows, free_csv_source};
    csv_source *source = NULL;
    bina_csv_scan *scan = NULL;
    bina_status status = bina_csv_scan_new(input, options, error, &scan);

    if (status != BINA_OK)
        return status;
    source = calloc(1, sizeof(*source));
    if (source == NULL) {
        bina_csv_scan_free(scan);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    source->scan = scan;
    source->faults = bina_faults_hold(options->faults);
    source->description =
        bina_description_new(options->name != NULL ? options->name : "row", "A row of a file.");
    status = source->description != NULL ? read_header(source, options, error)
                                         : bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK)
        status = add_own_column(source, options->line_column, BINA_INT, "line",
                                "Line in the file, from 1.", &source->line_slot, error);
    if (status == BINA_OK)
        status = add_own_column(source, options->extra_column, BINA_TEXT, "extra",
                                "Cells beyond the header's columns.", &source->extra_slot, error);
    if (status != BINA_OK) {
        free_csv_source(source);
        return status;
    }
    *cursor = bina_cursor_new(source->description, &functions, source);
    return *cursor != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}

/* Copies as much of the options as their writer knew of; refuses senseless ones. */
static bina_status
take_options(const bina_csv_options *given, bina_csv_options *options, bina_error *error)
{
    static const bina_csv_options usual = BINA_CSV_OPTIONS_INIT;

    *options = usual;
    if (!bina_options_take(options, sizeof *options, given) || options->skip < 0 ||
        options->encoding < BINA_ENCODING_FIND || options->encoding > BINA_ENCODING_UTF_16_BE ||
        (unsigned char)options->delimiter >= 0x80 ||
        (options->delimiter != '\0' && strchr("\"\r\n", options->delimiter) != NULL) ||
        isalnum((unsigned char)options->delimiter))
        return bina_error_set(error, BINA_ERR_USAGE, "The CSV options make no sense.",
                              "Pilihan CSV tidak masuk akal.");
    return BINA_OK;
}

bina_status
bina_csv_open(const char *path, const bina_csv_options *options, bina_error *error,
              bina_cursor **cursor)
{
    bina_csv_options taken;
    bina_input *input;
    bina_status status = take_options(options, &taken, error);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_input_open(path, error, &input);
    return status == BINA_OK ? open_input(input, &taken, error, cursor) : status;
}

bina_status
bina_csv_open_bytes(const char *bytes, size_t length, const bina_csv_options *options,
                    bina_error *error, bina_cursor **cursor)
{
    bina_csv_options taken;
    bina_input *input;
    bina_status status = take_options(options, &taken, error);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_input_open_bytes(bytes, length, error, &input);
    return status == BINA_OK ? open_input(input, &taken, error, cursor) : status;
}
