/* Cells merged down over rows of data: a village written once stands for every row it spans. */
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "exchange/layout.h"

static bool
lies_below(const bina_grid_row *row, size_t cell)
{
    return cell < row->count && (row->cells[cell].flags & BINA_GRID_BELOW) != 0;
}

/* Forgets the ranges that ended above the row. */
static void
forget_ended(bina_layout *layout, const bina_grid_row *row)
{
    size_t kept = 0, i;

    for (i = 0; i < layout->top_count; i++)
        if (lies_below(row, layout->tops[i].cell))
            layout->tops[kept++] = layout->tops[i];
        else
            free(layout->tops[i].text);
    layout->top_count = kept;
}

static bina_status
fill(bina_layout *layout, bina_grid_row *row)
{
    const bina_layout_top *top;
    size_t i;

    if (!bina_vector_reserve(&layout->filled, &layout->filled_room, row->count,
                             sizeof(*layout->filled)))
        return BINA_ERR_NO_MEMORY;
    memcpy(layout->filled, row->cells, row->count * sizeof(*row->cells));
    row->cells = layout->filled;
    for (i = 0; i < layout->top_count; i++) {
        top = &layout->tops[i];
        if (layout->filled[top->cell].length > 0)
            continue;
        layout->filled[top->cell].text = top->value.text;
        layout->filled[top->cell].length = top->value.length;
        layout->filled[top->cell].kind = top->value.kind;
        /* Digits that were lost are lost in every row. */
        layout->filled[top->cell].flags |= top->value.flags & BINA_GRID_LOST;
        row->flags |= top->value.flags & BINA_GRID_LOST;
    }
    return BINA_OK;
}

static bina_status
keep_tops(bina_layout *layout, const bina_grid_row *row)
{
    bina_layout_top *top;
    size_t i;

    for (i = 0; i < row->count; i++) {
        if ((row->cells[i].flags & BINA_GRID_TOP) == 0 || row->cells[i].length == 0)
            continue;
        if (!bina_vector_reserve(&layout->tops, &layout->tops_room, layout->top_count + 1,
                                 sizeof(*layout->tops)))
            return BINA_ERR_NO_MEMORY;
        top = &layout->tops[layout->top_count];
        top->text = malloc(row->cells[i].length);
        if (top->text == NULL)
            return BINA_ERR_NO_MEMORY;
        memcpy(top->text, row->cells[i].text, row->cells[i].length);
        top->cell = i;
        top->value = row->cells[i];
        top->value.text = top->text;
        layout->top_count++;
    }
    return BINA_OK;
}

bina_status
bina_layout_fill_merged(bina_layout *layout, bina_row_kind kind, bina_grid_row *row)
{
    bina_status status = BINA_OK;

    if (layout->top_count > 0)
        forget_ended(layout, row);
    if (kind != BINA_ROW_DATA)
        return BINA_OK; /* a range that begins in a title or a header says nothing of rows */
    if (layout->top_count > 0)
        status = fill(layout, row);
    if (status == BINA_OK && (row->flags & BINA_GRID_TOP) != 0)
        status = keep_tops(layout, row);
    return status;
}

void
bina_layout_drop_merged(bina_layout *layout)
{
    size_t i;

    for (i = 0; i < layout->top_count; i++)
        free(layout->tops[i].text);
    free(layout->tops);
    free(layout->filled);
}
