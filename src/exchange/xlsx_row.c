#include "exchange/xlsx_row.h"

#include <stdlib.h>
#include "base/vector.h"

static const bina_grid_cell empty_cell = {"", 0, BINA_GRID_EMPTY, 0};

void
bina_xlsx_row_clear(bina_xlsx_row *row)
{
    for (size_t i = 0; i < row->filled_count; i++)
        row->cells[row->filled[i].column] = empty_cell;
    row->filled_count = row->count = row->used = 0;
    row->flags = 0;
}

void
bina_xlsx_row_free(bina_xlsx_row *row)
{
    free(row->cells);
    free(row->filled);
    free(row->texts);
}

/* Notes that the cell of a column differs from an empty one. */
static bool
note_filled(bina_xlsx_row *row, size_t column, const char *shared, size_t offset)
{
    size_t room = row->cells_room;
    bool fits =
        bina_vector_reserve(&row->cells, &row->cells_room, column + 1, sizeof(*row->cells)) &&
        bina_vector_reserve(&row->filled, &row->filled_room, row->filled_count + 1,
                            sizeof(*row->filled));

    while (room < row->cells_room)
        row->cells[room++] = empty_cell;
    if (!fits)
        return false;
    row->filled[row->filled_count++] = (bina_xlsx_filled){column, shared, offset};
    if (column >= row->count)
        row->count = column + 1;
    return true;
}

bool
bina_xlsx_row_put(bina_xlsx_row *row, size_t column, bina_grid_cell cell, const char *shared,
                  size_t offset)
{
    if (!note_filled(row, column, shared, offset))
        return false;
    row->cells[column] = cell;
    row->flags |= cell.flags;
    return true;
}

bool
bina_xlsx_row_merge(bina_xlsx_row *row, bina_merged *merged, long line)
{
    size_t count, i;
    long column;
    const bina_merged_range *range = bina_merged_at(merged, line, &count);

    for (i = 0; range != NULL && i < count; i++, range++)
        for (column = range->first_column; column <= range->last_column; column++) {
            size_t at = (size_t)column - 1;
            if (column == range->first_column && line == range->first_row) {
                if (range->last_row > range->first_row && at < row->cells_room &&
                    row->cells[at].kind != BINA_GRID_EMPTY)
                    row->flags |= row->cells[at].flags |= BINA_GRID_TOP;
                continue;
            }
            if ((at >= row->cells_room || row->cells[at].kind == BINA_GRID_EMPTY) &&
                !note_filled(row, at, "", 0))
                return false;
            row->cells[at].flags |=
                BINA_GRID_MERGED | (column == range->first_column ? BINA_GRID_BELOW : 0u);
            row->flags |= row->cells[at].flags;
        }
    return range != NULL;
}

void
bina_xlsx_row_finish(bina_xlsx_row *row)
{
    for (size_t i = 0; i < row->filled_count; i++) {
        const bina_xlsx_filled *one = &row->filled[i];
        row->cells[one->column].text = one->shared != NULL ? one->shared : row->texts + one->offset;
    }
}
