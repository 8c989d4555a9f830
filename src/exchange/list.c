/* A list as a cursor: the tables of a workbook's sheets, or of a CSV file, one after the other. */
#include <bina/list.h>
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "base/text.h"
#include "base/vector.h"
#include "exchange/grid_csv.h"
#include "exchange/layout.h"
#include "exchange/list_sheets.h"
#include "exchange/table.h"
#include "exchange/xlsx.h"

#define LOOKED_AT 512

typedef struct list_source {
    bina_grid *grid;
    bina_faults *faults; /* the table's, which holds them */
    bina_sheet_plan plan;
    bina_layout layout;
    size_t sheet; /* the one being read */
    bool reading; /* it is open */
    bina_list_counts *counts, own_counts;
    int64_t counted[BINA_ROW_KINDS]; /* of the present layout, added already */
    int64_t before;                  /* rows below the headers of the sheets before */
} list_source;

static void
free_list_source(void *self)
{
    list_source *source = self;

    bina_layout_drop(&source->layout);
    bina_sheet_plan_drop(&source->plan);
    bina_grid_free(source->grid);
    free(source);
}

/* ---- counting ---- */

static void
count_rows(list_source *source)
{
    int64_t *const counts[BINA_ROW_KINDS] = {
        &source->counts->rows,     &source->counts->blank,      &source->counts->titles,
        &source->counts->headers,  &source->counts->numberings, &source->counts->totals,
        &source->counts->sections, &source->counts->notes,      &source->counts->footers,
        &source->counts->others,
    };
    int i;

    for (i = 0; i < BINA_ROW_KINDS; i++) {
        *counts[i] += source->layout.counts[i] - source->counted[i];
        source->counted[i] = source->layout.counts[i];
    }
}

/* ---- sheets ---- */

static void
tell_other(const bina_table *table, bool has_table)
{
    bina_error fault;

    if (has_table)
        bina_error_set(&fault, BINA_ERR_SYNTAX,
                       "The sheet holds another table than the others and was passed over.",
                       "Lembar ini memuat tabel yang lain dari lembar lainnya; dilewati.");
    else
        bina_error_set(&fault, BINA_ERR_SYNTAX, "The sheet holds no table and was passed over.",
                       "Lembar ini tidak memuat tabel; dilewati.");
    bina_table_fault(table, &fault, BINA_WARNING, "list.sheet", 0, SIZE_MAX);
}

/* A stream is read once: what was looked at at first is what is read. */
static bina_status
open_sheet(list_source *source, const char *name, bina_error *error)
{
    bina_status status;

    if (bina_grid_sheets(source->grid) == 1)
        return BINA_OK;
    bina_layout_drop(&source->layout);
    memset(source->counted, 0, sizeof(source->counted));
    status = bina_grid_open(source->grid, source->sheet, error);
    if (status == BINA_OK)
        status = bina_layout_open(&source->layout, source->grid, name, source->faults, error);
    return status;
}

/* Goes on with the next sheet that holds the list; BINA_DONE after the last. */
static bina_status
next_sheet(list_source *source, bina_table *table, bina_error *error)
{
    const char *name;
    bina_status status;

    for (; source->sheet < bina_grid_sheets(source->grid); source->sheet++) {
        name = bina_grid_sheet(source->grid, source->sheet, NULL);
        free(table->sheet);
        table->sheet = bina_text_copy(name);
        if (table->sheet == NULL)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        if (source->plan.uses[source->sheet] == BINA_SHEET_UNASKED)
            continue;
        if (source->plan.uses[source->sheet] != BINA_SHEET_READ) {
            source->counts->other_sheets++;
            tell_other(table, source->plan.uses[source->sheet] == BINA_SHEET_OTHER);
            continue;
        }
        status = open_sheet(source, name, error);
        if (status != BINA_OK)
            return status;
        bina_sheet_plan_place(&source->plan, source->sheet, &source->layout, table);
        source->counts->sheets++;
        source->sheet++;
        source->reading = true;
        return BINA_OK;
    }
    return BINA_DONE;
}

static bina_status
next_row(void *self, bina_table *table, bina_error *error, bina_grid_row *row)
{
    list_source *source = self;
    bina_status status = BINA_DONE;

    for (;;) {
        if (source->reading) {
            status = bina_layout_next(&source->layout, error, row);
            count_rows(source);
            row->number = source->before + source->layout.below;
            if (status != BINA_DONE)
                return status;
            source->before += source->layout.below;
            source->reading = false;
        }
        status = next_sheet(source, table, error);
        if (status != BINA_OK)
            return status;
    }
}

static const char *
tell(const void *self, bina_own_column column)
{
    const list_source *source = self;
    const bina_layout *layout = &source->layout;

    switch (column) {
    case BINA_OWN_SHEET:
        return layout->sheet;
    case BINA_OWN_SECTION:
        return layout->depth > 0 ? layout->sections[layout->depth - 1].text : "";
    case BINA_OWN_VILLAGE:
        return layout->places[BINA_PLACE_VILLAGE];
    case BINA_OWN_DISTRICT:
        return layout->places[BINA_PLACE_DISTRICT];
    case BINA_OWN_REGENCY:
        return layout->places[BINA_PLACE_REGENCY];
    default:
        return "";
    }
}

/* ---- opening ---- */

bina_status
bina_grid_of(bina_input *input, const bina_csv_options *csv, bina_error *error,
             bina_csv_begin *begin, bina_grid **grid)
{
    char first[LOOKED_AT];
    size_t got;
    bina_status status = bina_input_peek(input, first, sizeof(first), &got, error);

    *grid = NULL;
    if (status != BINA_OK) {
        bina_input_close(input);
        return status;
    }
    if (bina_file_look(first, got) != BINA_FILE_TEXT)
        return bina_xlsx_open(input, error, grid);
    return bina_grid_csv_new(input, csv, false, error, begin, grid);
}

/* A table's description says what stands above it: a title tells what rows are. */
static bina_status
open_table(list_source *source, const bina_list_options *options, char delimiter, bina_error *error,
           bina_cursor **cursor)
{
    static const bina_table_feed feed = {next_row, tell, free_list_source};
    const char *own[BINA_OWN_COLUMNS] = {[BINA_OWN_LINE] = options->line_column,
                                         [BINA_OWN_ROW] = options->row_column,
                                         [BINA_OWN_EXTRA] = options->extra_column,
                                         [BINA_OWN_SHEET] = options->sheet_column,
                                         [BINA_OWN_SECTION] = options->section_column,
                                         [BINA_OWN_VILLAGE] = options->village_column,
                                         [BINA_OWN_DISTRICT] = options->district_column,
                                         [BINA_OWN_REGENCY] = options->regency_column,
                                         [BINA_OWN_KINDS] = options->kinds_column};
    const char *title = source->plan.views[source->plan.first].title;
    bina_table *table;
    bina_status status;

    table = bina_table_new(options->name, title != NULL ? title : "A row of a file.",
                           bina_grid_name(source->grid), options->faults, &feed, source);
    if (table == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    table->delimiter = delimiter;
    status = bina_sheet_plan_columns(&source->plan, source->grid, table);
    if (status == BINA_OK)
        status = bina_table_add_own(table, own);
    if (status != BINA_OK) {
        bina_table_free(table);
        return bina_error_plain(error, status);
    }
    return bina_table_open(table, error, cursor);
}

static bina_status
open_input(bina_input *input, const bina_list_options *options, const bina_csv_options *csv,
           bina_error *error, bina_cursor **cursor)
{
    list_source *source = calloc(1, sizeof(*source));
    bina_csv_begin begin = {'\0', 0, 0};
    bina_status status;

    if (source == NULL) {
        bina_input_close(input);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    source->faults = options->faults;
    source->counts = options->counts != NULL ? options->counts : &source->own_counts;
    status = bina_grid_of(input, csv, error, &begin, &source->grid);
    if (status == BINA_OK && bina_grid_sheets(source->grid) == 1)
        status = bina_layout_open(&source->layout, source->grid,
                                  bina_grid_sheet(source->grid, 0, NULL), options->faults, error);
    if (status == BINA_OK)
        status = bina_sheet_plan_make(&source->plan, source->grid, &source->layout, options->sheet,
                                      error);
    if (status != BINA_OK) {
        free_list_source(source);
        return status;
    }
    return open_table(source, options, begin.delimiter, error, cursor);
}

static bina_status
take_options(const bina_list_options *given, bina_list_options *options, bina_csv_options *csv,
             bina_error *error)
{
    static const bina_list_options usual = BINA_LIST_OPTIONS_INIT;
    bina_csv_options told = BINA_CSV_OPTIONS_INIT;

    *options = usual;
    if (!bina_options_take(options, sizeof *options, given))
        return bina_error_set(error, BINA_ERR_USAGE, "The options of the list make no sense.",
                              "Pilihan daftar tidak masuk akal.");
    told.delimiter = options->delimiter;
    told.encoding = options->encoding;
    told.skip = options->skip;
    told.longest_cell = options->longest_cell;
    return bina_csv_options_take(&told, csv, error);
}

bina_status
bina_list_open(const char *path, const bina_list_options *options, bina_error *error,
               bina_cursor **cursor)
{
    bina_list_options taken;
    bina_csv_options csv;
    bina_input *input;
    bina_status status = take_options(options, &taken, &csv, error);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_input_open(path, error, &input);
    return status == BINA_OK ? open_input(input, &taken, &csv, error, cursor) : status;
}

bina_status
bina_list_open_bytes(const char *bytes, size_t length, const bina_list_options *options,
                     bina_error *error, bina_cursor **cursor)
{
    bina_list_options taken;
    bina_csv_options csv;
    bina_input *input;
    bina_status status = take_options(options, &taken, &csv, error);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_input_open_bytes(bytes, length, error, &input);
    return status == BINA_OK ? open_input(input, &taken, &csv, error, cursor) : status;
}
