/* The row of a sheet as it grows: its filled cells and, apart, their texts. */
#ifndef BINA_SRC_EXCHANGE_XLSX_ROW_H
#define BINA_SRC_EXCHANGE_XLSX_ROW_H

#include "exchange/grid.h"
#include "exchange/xlsx_merged.h"

/** A cell that is not as empty cells are: its text is found once the row is whole. */
typedef struct bina_xlsx_filled {
    size_t column; /* from 0 */
    const char *shared;
    size_t offset; /* in `texts`, if not shared */
} bina_xlsx_filled;

typedef struct bina_xlsx_row {
    bina_grid_cell *cells;
    size_t cells_room, count; /* up to the last that is filled */
    bina_xlsx_filled *filled;
    size_t filled_count, filled_room;
    char *texts;
    size_t used, texts_room;
    unsigned flags; /* of all its cells */
} bina_xlsx_row;

/** Empties all cells, keeps the memory. */
void bina_xlsx_row_clear(bina_xlsx_row *row);
void bina_xlsx_row_free(bina_xlsx_row *row);

/**
 * Sets the cell of a column (from 0).
 *
 * @param shared its text, borrowed until the row is cleared; NULL: it is in `texts` from `offset`
 * on
 * @return false when memory is out
 */
bool bina_xlsx_row_put(bina_xlsx_row *row, size_t column, bina_grid_cell cell, const char *shared,
                       size_t offset);

/** Marks what merged ranges cover of the row of a line; false when memory is out. */
bool bina_xlsx_row_merge(bina_xlsx_row *row, bina_merged *merged, long line);

/** Gives the cells their texts: only when none is added any more do they stay where they are. */
void bina_xlsx_row_finish(bina_xlsx_row *row);

#endif
