/* A CSV file as a cursor: its first row is the header, and every other row is data. */
#include <stdlib.h>
#include "exchange/grid_csv.h"
#include "exchange/table.h"

#define HEADER_LIMIT 200

typedef struct csv_source {
    bina_grid *grid;
    bool has_first; /* without header the first row is data that was read already */
    bina_grid_row first;
} csv_source;

static void
free_csv_source(void *self)
{
    csv_source *source = self;

    bina_grid_free(source->grid);
    free(source);
}

static bina_status
next_row(void *self, bina_table *table, bina_error *error, bina_grid_row *row)
{
    csv_source *source = self;

    (void)table;
    if (!source->has_first)
        return bina_grid_next(source->grid, error, row);
    source->has_first = false;
    *row = source->first;
    return BINA_OK;
}

static const char *
tell_nothing(const void *self, bina_own_column column)
{
    (void)self;
    (void)column;
    return "";
}

/* Empty cells at the end of a header are no columns: spreadsheets leave them behind. */
static size_t
header_width(const bina_grid_row *row)
{
    char name[8];
    size_t width = row->count;

    while (width > 1 && bina_header_tidy(row->cells[width - 1].text, row->cells[width - 1].length,
                                         name, sizeof(name)) == 0)
        width--;
    return width;
}

static void
tell_titles(const bina_table *table, const bina_csv_begin *begin)
{
    bina_error fault;

    if (begin->titles == 0)
        return;
    bina_error_set(&fault, BINA_ERR_SYNTAX, "Lines above the header were passed over: %d.",
                   "Baris di atas judul kolom dilewati: %d.", begin->titles);
    bina_table_fault(table, &fault, BINA_WARNING, "csv.title", begin->line, SIZE_MAX);
}

static bina_status
read_header(bina_table *table, csv_source *source, bool no_header, bina_error *error)
{
    char name[HEADER_LIMIT + 1];
    bina_grid_row row;
    size_t width, i;
    bina_status status = bina_grid_next(source->grid, error, &row);

    if (status == BINA_DONE) {
        bina_error_set(error, BINA_ERR_SYNTAX, "The file is empty; a header was expected.",
                       "Berkas kosong; seharusnya ada baris judul.");
        bina_error_in_file(error, table->file, 1, 0);
        return BINA_ERR_SYNTAX;
    }
    if (status != BINA_OK)
        return status;
    width = no_header ? row.count : header_width(&row);
    if (width > BINA_TABLE_COLUMNS) {
        bina_error_set(error, BINA_ERR_SYNTAX, "The header has more than %d columns.",
                       "Baris judul berisi lebih dari %d kolom.", BINA_TABLE_COLUMNS);
        bina_error_in_file(error, table->file, row.line, 0);
        return BINA_ERR_SYNTAX;
    }
    for (i = 0; i < width; i++) {
        bina_header_tidy(row.cells[i].text, row.cells[i].length, name, sizeof(name));
        status = bina_table_add_column(table, no_header ? NULL : name, NULL, i, row.line);
        if (status != BINA_OK)
            return bina_error_plain(error, status);
    }
    source->has_first = no_header;
    source->first = row;
    if (!no_header && row.flags != 0) {
        row.count = row.total = width;
        bina_table_report(table, &row);
    }
    return BINA_OK;
}

static bina_status
open_input(bina_input *input, const bina_csv_options *options, bina_error *error,
           bina_cursor **cursor)
{
    static const bina_table_feed feed = {next_row, tell_nothing, free_csv_source};
    const char *own[BINA_OWN_COLUMNS] = {
        [BINA_OWN_LINE] = options->line_column, [BINA_OWN_EXTRA] = options->extra_column};
    csv_source *source = calloc(1, sizeof(*source));
    bina_csv_begin begin;
    bina_table *table;
    bina_status status;

    if (source == NULL) {
        bina_input_close(input);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    status = bina_grid_csv_new(input, options, options->skip == 0 && !options->no_header, error,
                               &begin, &source->grid);
    if (status != BINA_OK) {
        free_csv_source(source);
        return status;
    }
    table = bina_table_new(options->name, "A row of a file.", bina_grid_name(source->grid),
                           options->faults, &feed, source);
    if (table == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    table->aligned = true;
    table->delimiter = begin.delimiter;
    tell_titles(table, &begin);
    status = read_header(table, source, options->no_header, error);
    if (status == BINA_OK) {
        status = bina_table_add_own(table, own);
        if (status == BINA_OK)
            return bina_table_open(table, error, cursor);
        bina_error_plain(error, status);
    }
    bina_table_free(table);
    return status;
}

bina_status
bina_csv_open(const char *path, const bina_csv_options *options, bina_error *error,
              bina_cursor **cursor)
{
    bina_csv_options taken;
    bina_input *input;
    bina_status status = bina_csv_options_take(options, &taken, error);

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
    bina_status status = bina_csv_options_take(options, &taken, error);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_input_open_bytes(bytes, length, error, &input);
    return status == BINA_OK ? open_input(input, &taken, error, cursor) : status;
}
