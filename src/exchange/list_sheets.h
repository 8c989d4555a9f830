/* Which sheets of a workbook hold the list, and the columns they have together. */
#ifndef BINA_SRC_EXCHANGE_LIST_SHEETS_H
#define BINA_SRC_EXCHANGE_LIST_SHEETS_H

#include "exchange/layout.h"
#include "exchange/table.h"

typedef enum bina_sheet_use {
    BINA_SHEET_UNASKED, /* empty, or not the one that was asked for: nothing is said of it */
    BINA_SHEET_NO_TABLE,
    BINA_SHEET_OTHER, /* holds another table */
    BINA_SHEET_READ,
} bina_sheet_use;

/* A column of a table: its name as it was, and as it is compared. */
typedef struct bina_sheet_column {
    char *name, *key;
    size_t cell;
    int nth;     /* of the columns with this key, from 0 */
    bool counts; /* it is the running number */
} bina_sheet_column;

/* What was seen of a sheet. */
typedef struct bina_sheet_view {
    bina_sheet_column *columns, **sorted; /* sorted: by key and place */
    size_t count, room;
    size_t known, rows; /* columns that a register knows; rows of data seen */
    int64_t line;       /* of the header */
    bool headless;
    char *title;
} bina_sheet_view;

typedef struct bina_sheet_plan {
    bina_sheet_use *uses; /* of each sheet */
    bina_sheet_view *views;
    size_t sheets, first;       /* first: the sheet whose columns come first */
    bina_sheet_column *columns; /* of all sheets that are read; texts are the views' */
    size_t count, room;
    size_t seen; /* columns of all sheets that were looked at */
} bina_sheet_plan;

/**
 * Looks at the first rows of every sheet.
 *
 * @param plan   zeroed; to be dropped also after an error
 * @param layout the open sheet's, of a file with one sheet; it is not read again
 * @param sheet  the only one that is asked for; NULL: all that hold the same table
 * @return BINA_OK; BINA_ERR_SYNTAX (no table, or too many columns); BINA_ERR_NOT_FOUND (no such sheet); others
 */
bina_status bina_sheet_plan_make(bina_sheet_plan *plan, bina_grid *grid, const bina_layout *layout,
                                 const char *sheet, bina_error *error);
void bina_sheet_plan_drop(bina_sheet_plan *plan);

/** Adds the columns to a table, which has none yet. */
bina_status bina_sheet_plan_columns(const bina_sheet_plan *plan, const bina_grid *grid,
                                    bina_table *table);

/** Tells the table in which cells its columns stand in a sheet. */
void bina_sheet_plan_place(const bina_sheet_plan *plan, size_t sheet, const bina_layout *layout,
                           bina_table *table);

#endif
