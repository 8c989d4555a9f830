#include "exchange/grid_csv.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "base/options.h"

typedef struct csv_grid {
    bina_csv_scan *scan;
    bina_grid_cell *cells;
    size_t room;
    bool begun;
} csv_grid;

static void
free_csv(void *self)
{
    csv_grid *csv = self;

    bina_csv_scan_free(csv->scan);
    free(csv->cells);
    free(csv);
}

static const char *
name_csv(const void *self, size_t sheet, bina_sheet_state *state)
{
    (void)self;
    (void)sheet;
    *state = BINA_SHEET_VISIBLE;
    return "";
}

static bina_status
open_csv(void *self, size_t sheet, bina_error *error)
{
    const csv_grid *csv = self;

    (void)sheet;
    if (!csv->begun)
        return BINA_OK;
    return bina_error_set(error, BINA_ERR_UNSUPPORTED, "The file cannot be read twice.",
                          "Berkas tidak dapat dibaca dua kali.");
}

static unsigned
odd_flags(unsigned flags)
{
    unsigned odd = 0;

    odd |= flags & BINA_CELL_STRAY ? BINA_GRID_CSV_STRAY : 0u;
    odd |= flags & BINA_CELL_UNCLOSED ? BINA_GRID_CSV_UNCLOSED : 0u;
    odd |= flags & BINA_CELL_NUL ? BINA_GRID_CSV_NUL : 0u;
    odd |= flags & BINA_CELL_FOREIGN ? BINA_GRID_CSV_FOREIGN : 0u;
    return odd;
}

static bina_status
next_csv(void *self, bina_error *error, bina_grid_row *row)
{
    csv_grid *csv = self;
    bina_csv_row scanned;
    bina_status status = bina_csv_scan_next(csv->scan, error, &scanned);
    bina_grid_cell *larger;
    size_t i;

    csv->begun = true;
    if (status != BINA_OK)
        return status;
    if (scanned.count > csv->room) {
        larger = realloc(csv->cells, 2 * scanned.count * sizeof(*larger));
        if (larger == NULL)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        csv->cells = larger;
        csv->room = 2 * scanned.count;
    }
    for (i = 0; i < scanned.count; i++) {
        csv->cells[i].text = scanned.cells[i].text;
        csv->cells[i].length = scanned.cells[i].length;
        csv->cells[i].kind = scanned.cells[i].length > 0 ? BINA_GRID_TEXT : BINA_GRID_EMPTY;
        csv->cells[i].flags = scanned.flags != 0 ? odd_flags(scanned.cells[i].flags) : 0;
    }
    row->cells = csv->cells;
    row->count = scanned.count;
    row->total = scanned.total;
    row->line = scanned.line;
    row->flags = odd_flags(scanned.flags);
    row->hidden = false;
    return BINA_OK;
}

bina_status
bina_grid_csv_new(bina_input *input, const bina_csv_options *options, bool skip_titles,
                  bina_error *error, bina_csv_begin *begin, bina_grid **grid)
{
    static const bina_grid_functions functions = {open_csv, next_csv, name_csv, free_csv};
    csv_grid *csv = calloc(1, sizeof(*csv));
    bina_status status;
    int skip;

    *grid = NULL;
    if (csv == NULL) {
        bina_input_close(input);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    status = bina_csv_scan_new(input, options, error, &csv->scan);
    for (skip = 0; skip < options->skip && status == BINA_OK; skip++)
        status = bina_csv_scan_skip_line(csv->scan, error);
    if (status < 0) {
        free_csv(csv);
        return status;
    }
    begin->delimiter = bina_csv_scan_delimiter(csv->scan);
    begin->line = bina_csv_scan_line(csv->scan);
    begin->titles = skip_titles ? bina_csv_scan_skip_titles(csv->scan) : 0;
    *grid = bina_grid_new(&functions, csv, bina_csv_scan_name(csv->scan), 1);
    return *grid != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}

bina_status
bina_csv_options_take(const bina_csv_options *given, bina_csv_options *options, bina_error *error)
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
