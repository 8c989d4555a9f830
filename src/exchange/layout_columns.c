/* The columns of a table: their names out of one or several header rows. */
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "exchange/encoding.h"
#include "exchange/layout.h"
#include "exchange/table.h"

#define MOST_CELLS 16384

/* Adds a header's text to a name. */
static void
add_part(char name[BINA_COLUMN_NAME + 1], const char *text, size_t length)
{
    char part[BINA_COLUMN_NAME + 1];
    size_t used = bina_header_tidy(text, length, part, sizeof(part)), before = strlen(name);

    /* What a part says again adds nothing: "Alamat" over "Alamat". */
    if (used == 0 || (before >= used && strcmp(name + before - used, part) == 0))
        return;
    if (before + 1 + used > BINA_COLUMN_NAME)
        used = BINA_COLUMN_NAME - before - (before > 0);
    if (before > 0 && before < BINA_COLUMN_NAME)
        name[before++] = ' ';
    memcpy(name + before, part, used);
    name[before + used] = '\0';
    name[bina_utf8_valid(name, before + used)] = '\0'; /* the limit may have cut a letter */
}

/* The text under a group's cell, in the next row of the header that has one. */
static const char *
part_below(const bina_layout *layout, size_t row, size_t end, size_t cell, size_t *length)
{
    const char *text = "";

    for (*length = 0, row++; row < end && *length == 0; row++)
        text = bina_layout_cell(&layout->rows[row], cell, length);
    return text;
}

/*
 * Whether a merged cell that begins at `group` goes on to the right at `cell`. Where the file does
 * not tell, a group of parts ("L", "P") ends at a column that stands for itself ("DESA").
 */
static bool
is_covered(const bina_layout *layout, size_t row, size_t end, size_t group, size_t cell)
{
    size_t length;
    const char *text;

    if (layout->rows[row].flags & BINA_GRID_MERGED)
        return cell < layout->rows[row].count &&
               (layout->rows[row].cells[cell].flags & BINA_GRID_MERGED) != 0;
    text = part_below(layout, row, end, group, &length);
    if (bina_word_stands_alone(text, length))
        return true;
    text = part_below(layout, row, end, cell, &length);
    return !bina_word_stands_alone(text, length);
}

/* The cell of a header row that names a cell: itself, or a merged group it lies under. */
static size_t
group_of(const bina_layout *layout, size_t row, size_t end, size_t cell)
{
    size_t group = cell, at;

    if (bina_layout_filled(&layout->rows[row], cell) || row + 1 == end ||
        !bina_layout_any_filled(layout, row + 1, end, cell))
        return cell;
    while (group > 0 && !bina_layout_filled(&layout->rows[row], group))
        group--;
    if (!bina_layout_any_filled(layout, row + 1, end, group))
        return cell;
    for (at = group + 1; at <= cell; at++)
        if (!is_covered(layout, row, end, group, at))
            return cell;
    return group;
}

static void
name_column(const bina_layout *layout, size_t from, size_t end, bina_layout_column *column)
{
    const char *text;
    size_t row, length;

    for (row = from; row < end; row++) {
        text =
            bina_layout_cell(&layout->rows[row], group_of(layout, row, end, column->cell), &length);
        add_part(column->name, text, length);
    }
}

/* How many full rows have something in a cell, and how many of them words. */
static size_t
count_filled(const bina_layout *layout, const bina_row_look *looks, size_t from, size_t needed,
             size_t cell, size_t *words)
{
    size_t filled = 0, length;
    const char *text;

    for (*words = 0; from < layout->count; from++) {
        if (looks[from].filled < needed)
            continue;
        text = bina_layout_cell(&layout->rows[from], cell, &length);
        filled += length > 0;
        *words += bina_look_at(text, length) == BINA_LOOK_WORDS;
    }
    return filled;
}

bina_status
bina_layout_find_columns(bina_layout *layout, const bina_row_look *looks, size_t from, size_t end,
                         size_t needed, bina_error *error)
{
    size_t data = layout->headless ? from : end, room = 0, cells = 0, row, cell, words, filled;
    bina_layout_column *column;

    if (!layout->headless && data < layout->count &&
        bina_layout_counts_columns(&layout->rows[data]))
        data++;

    for (row = from; row < layout->count; row++)
        if (layout->rows[row].count > cells)
            cells = layout->rows[row].count;
    if (cells > MOST_CELLS)
        cells = MOST_CELLS;
    for (cell = 0; cell < cells; cell++) {
        filled = count_filled(layout, looks, data, needed, cell, &words);
        if (!bina_vector_reserve(&layout->columns, &room, layout->column_count + 1,
                                 sizeof(*layout->columns)))
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        column = &layout->columns[layout->column_count];
        memset(column, 0, sizeof(*column));
        column->cell = cell;
        column->words = filled > 0 && words * 10 >= filled * 6;
        if (!layout->headless)
            name_column(layout, from, end, column);
        if (column->name[0] == '\0' && filled == 0)
            continue;
        layout->cut = layout->column_count == BINA_MOST_COLUMNS;
        if (layout->cut)
            break;
        layout->column_count++;
        layout->width = cell + 1;
        layout->worded = layout->worded || column->words;
        if (layout->number_cell == SIZE_MAX && layout->column_count <= 3 &&
            bina_word_number_header(column->name, strlen(column->name)))
            layout->number_cell = cell;
    }
    return BINA_OK;
}

bina_status
bina_layout_keep_title(bina_layout *layout, bina_error *error)
{
    size_t room = 1, used = 0, row, cell, length;
    const char *text;

    for (row = 0; row < layout->above; row++)
        for (cell = 0; cell < layout->rows[row].count; cell++)
            room += layout->rows[row].cells[cell].length + 1;
    if (layout->above == 0)
        return BINA_OK;
    layout->title = malloc(room);
    if (layout->title == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    for (row = 0; row < layout->above; row++) {
        for (cell = 0; cell < layout->rows[row].count; cell++) {
            text = bina_layout_cell(&layout->rows[row], cell, &length);
            if (length == 0)
                continue;
            memcpy(layout->title + used, text, length);
            used += length;
            layout->title[used++] = ' ';
        }
        if (used > 0) /* a place named in one line ends with it */
            layout->title[used - 1] = '\n';
    }
    if (used > 0)
        used--;
    layout->title[used] = '\0';
    return BINA_OK;
}
