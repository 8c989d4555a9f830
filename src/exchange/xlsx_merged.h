/*
 * The merged ranges of a sheet. They are written behind its rows, so a sheet of usual size is run
 * through for them before it is read; a huge one is not, and has none.
 */
#ifndef BINA_SRC_EXCHANGE_XLSX_MERGED_H
#define BINA_SRC_EXCHANGE_XLSX_MERGED_H

#include "exchange/xlsx_package.h"

#define BINA_XLSX_ROWS    1048576
#define BINA_XLSX_COLUMNS 16384

/** Reads "BC12" (either part may be missing: 0); returns behind it, or NULL when it is none. */
const char *bina_xlsx_reference(const char *text, long *column, long *row);

typedef struct bina_merged_range {
    long first_row, last_row, first_column, last_column; /* from 1 */
} bina_merged_range;

typedef struct bina_merged {
    bina_merged_range *ranges; /* by first row */
    size_t count, room;
    size_t next;             /* the first that no row has reached */
    bina_merged_range *open; /* those of the row asked for last */
    size_t open_count, open_room;
    long work; /* cells covered in all rows so far; a sheet gets so many and no more */
} bina_merged;

/** Runs through a sheet's part for its merged ranges. */
bina_status bina_merged_read(bina_merged *merged, bina_package *package, const char *part,
                             bina_error *error);

/** Forgets them. */
void bina_merged_clear(bina_merged *merged);

/** The ranges that cover a row; none any more once all together have covered millions of cells.
 * Rows must be asked for in order. NULL when memory is out. */
const bina_merged_range *bina_merged_at(bina_merged *merged, long row, size_t *count);

#endif
