/* Finding the table: which of a sheet's first rows are titles, header and numbering. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"
#include "exchange/layout.h"

#define HEAD_ROWS   80
#define HEAD_BYTES  ((size_t)1024 * 1024)
#define HEADER_ROWS 3
#define LONG_HEADER 100
#define LOOKED_FOR  50 /* rows in which a header is looked for */

const char *
bina_layout_cell(const bina_grid_row *row, size_t cell, size_t *length)
{
    const char *text;

    *length = 0;
    if (cell >= row->count)
        return "";
    text = row->cells[cell].text;
    *length = row->cells[cell].length;
    while (*length > 0 && (unsigned char)*text <= ' ') {
        text++;
        (*length)--;
    }
    while (*length > 0 && (unsigned char)text[*length - 1] <= ' ')
        (*length)--;
    return text;
}

static bool
is_year(const char *text, size_t length)
{
    return length == 4 && (memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0) &&
           isdigit((unsigned char)text[2]) && isdigit((unsigned char)text[3]);
}

bool
bina_layout_is_hit(const char *text, size_t length)
{
    switch (bina_look_at(text, length)) {
    case BINA_LOOK_MARKS:
        return bina_word_number_header(text, length);
    case BINA_LOOK_WORDS:
        return bina_word_of_header(text, length);
    case BINA_LOOK_BLANK:
    case BINA_LOOK_NUMBER:
        break;
    }
    return false;
}

/* How many cells may stand in a header. */
static size_t
count_hits(const bina_grid_row *row)
{
    const char *text;
    size_t hits = 0, i, length;

    for (i = 0; i < row->count; i++) {
        text = bina_layout_cell(row, i, &length);
        hits += bina_layout_is_hit(text, length);
    }
    return hits;
}

void
bina_layout_look(const bina_grid_row *row, bina_row_look *look)
{
    const char *text;
    size_t i, length;

    memset(look, 0, sizeof(*look));
    for (i = 0; i < row->count; i++) {
        if (row->cells[i].length == 0)
            continue;
        text = bina_layout_cell(row, i, &length);
        switch (bina_look_at(text, length)) {
        case BINA_LOOK_BLANK:
            continue;
        case BINA_LOOK_NUMBER:
            look->numbers++;
            look->years += is_year(text, length);
            break;
        case BINA_LOOK_MARKS:
            look->marks++;
            break;
        case BINA_LOOK_WORDS:
            look->words++;
            break;
        }
        if (look->filled++ == 0)
            look->first = i;
        look->last = i;
        if (length > look->longest)
            look->longest = length;
    }
}

/* ---- the first rows ---- */

/* Copies a row with its texts, in one piece of memory. */
static bina_grid_cell *
copy_cells(const bina_grid_row *row)
{
    size_t bytes = 0, i;
    bina_grid_cell *cells;
    char *text;

    for (i = 0; i < row->count; i++)
        bytes += row->cells[i].length;
    cells = malloc(row->count * sizeof(*cells) + bytes + 1);
    if (cells == NULL)
        return NULL;
    text = (char *)(cells + row->count);
    for (i = 0; i < row->count; i++) {
        cells[i] = row->cells[i];
        if (cells[i].length > 0)
            memcpy(text, row->cells[i].text, cells[i].length);
        cells[i].text = text;
        text += cells[i].length;
    }
    return cells;
}

bina_status
bina_layout_read_head(bina_layout *layout, bina_error *error)
{
    size_t bytes = 0, i;
    bina_grid_row row;
    bina_status status;

    while (layout->count < HEAD_ROWS && bytes < HEAD_BYTES) {
        status = bina_grid_next(layout->grid, error, &row);
        if (status == BINA_DONE) {
            layout->ended = true;
            break;
        }
        if (status != BINA_OK)
            return status;
        if (!bina_vector_reserve(&layout->rows, &layout->capacity, layout->count + 1,
                                 sizeof(*layout->rows)))
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        for (i = 0; i < row.count; i++)
            bytes += row.cells[i].length;
        row.cells = copy_cells(&row);
        if (row.cells == NULL)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        layout->rows[layout->count++] = row;
    }
    return BINA_OK;
}

/* ---- the header ---- */

static int
by_size(const void *a, const void *b)
{
    const size_t *first = a, *second = b;

    return (*first > *second) - (*first < *second);
}

/* How many cells a row of the table usually has: the middle one of rows with two or more. */
static size_t
usual_width(const bina_row_look *looks, size_t count)
{
    size_t filled[HEAD_ROWS], n = 0, i;

    for (i = 0; i < count; i++)
        if (looks[i].filled >= 2)
            filled[n++] = looks[i].filled;
    if (n == 0)
        return 1;
    qsort(filled, n, sizeof(*filled), by_size);
    return filled[n / 2];
}

/* Whether a row may be a header: names, perhaps years, and enough of them. */
static bool
may_be_header(const bina_row_look *look, size_t needed)
{
    return look->filled >= needed && look->longest <= LONG_HEADER && look->words > 0 &&
           look->words + look->years + look->marks == look->filled &&
           (look->marks == 0 || look->hits > 0);
}

/* The header's row (of several, the fullest); `count` when there is none. */
static size_t
find_header(const bina_row_look *looks, size_t count, size_t needed)
{
    size_t best = count, i;

    for (i = 0; i < count && i < LOOKED_FOR; i++) {
        if (!may_be_header(&looks[i], needed))
            continue;
        if (best == count)
            best = i;
        else if (looks[i].hits >= 3 && looks[i].hits > 2 * looks[best].hits + 1 &&
                 looks[i].filled >= looks[best].filled)
            best = i;
        if (looks[best].hits >= 2 && looks[best].hits * 3 >= looks[best].filled)
            break;
        if (i > best + 10)
            break;
    }
    return best;
}

bool
bina_layout_filled(const bina_grid_row *row, size_t cell)
{
    size_t length;

    bina_layout_cell(row, cell, &length);
    return length > 0;
}

/* Whether any of the rows from..to has something in a cell. */
bool
bina_layout_any_filled(const bina_layout *layout, size_t from, size_t to, size_t cell)
{
    for (; from < to; from++)
        if (bina_layout_filled(&layout->rows[from], cell))
            return true;
    return false;
}

/* Whether row `at` goes on with a header that begins at `from`: it names parts of its groups. */
static bool
goes_on(const bina_layout *layout, const bina_row_look *looks, size_t from, size_t at)
{
    const bina_grid_row *upper = &layout->rows[at - 1], *row = &layout->rows[at];
    size_t first = looks[from].first, last = looks[from].last, parts = 0, split = 0, i;
    bool filled, above, group;

    if (at >= layout->count || row->line != upper->line + 1 || looks[at].filled == 0 ||
        looks[at].words + looks[at].years != looks[at].filled || looks[at].longest > LONG_HEADER)
        return false;
    if (looks[at].last > last)
        last = looks[at].last;
    if (looks[at].first <= first && bina_layout_any_filled(layout, from, at, first))
        return false; /* the running number has no parts */
    for (i = first; i <= last; i++) {
        filled = bina_layout_filled(row, i);
        above = bina_layout_any_filled(layout, from, at, i);
        group = bina_layout_filled(upper, i) && i < last &&
                !bina_layout_any_filled(layout, from, at, i + 1);
        if (filled && !above)
            parts++;
        else if (filled && !group)
            split++;
    }
    if (parts > 0 && split == 0)
        return true;
    /* "NAMA" over "PEMILIK", in two rows for want of room: the row below begins to count. */
    return looks[at].filled >= 2 && looks[at].hits * 2 >= looks[at].filled &&
           at + 1 < layout->count && looks[at + 1].first <= first &&
           looks[at + 1].filled > looks[at].filled && looks[at + 1].numbers > 0 &&
           bina_look_numbering(layout->rows[at + 1].cells[looks[at + 1].first].text,
                               layout->rows[at + 1].cells[looks[at + 1].first].length) == 1;
}

/* Whether the row above a header names groups of its columns: "TENAGA KERJA" over "L", "P". */
static bool
is_group_row(const bina_layout *layout, const bina_row_look *looks, size_t header)
{
    const bina_grid_row *row = &layout->rows[header - 1], *below = &layout->rows[header];
    size_t i, length;
    const char *text;

    if (below->line != row->line + 1 || looks[header - 1].filled == 0 ||
        looks[header - 1].words + looks[header - 1].years != looks[header - 1].filled ||
        looks[header - 1].first <= looks[header].first || looks[header - 1].longest > 60)
        return false;
    for (i = looks[header - 1].first; i <= looks[header - 1].last; i++) {
        if (!bina_layout_filled(row, i))
            continue;
        text = bina_layout_cell(below, i, &length);
        /* Parts of a group are short, or there are several groups. */
        if (length == 0 || (length > 12 && looks[header - 1].filled < 2) || text == NULL)
            return false;
        if (!bina_layout_filled(below, i + 1))
            return false;
    }
    return true;
}

bina_status
bina_layout_find_table(bina_layout *layout, bina_error *error)
{
    bina_row_look looks[HEAD_ROWS];
    size_t width, needed, header, from, end, i;
    bina_status status;

    for (i = 0; i < layout->count; i++) {
        bina_layout_look(&layout->rows[i], &looks[i]);
        looks[i].hits = count_hits(&layout->rows[i]);
    }
    width = usual_width(looks, layout->count);
    needed = width < 5 ? (width < 2 ? 1 : 2) : (2 * width + 4) / 5;
    header = find_header(looks, layout->count, needed);
    layout->found = layout->count > 0;
    if (header == layout->count) {
        layout->headless = true;
        for (header = 0; header + 1 < layout->count && looks[header].filled < needed; header++)
            ;
        layout->found = layout->found && looks[header].filled >= 2;
    }
    if (!layout->found)
        return BINA_OK;
    from = header;
    end = layout->headless ? header : header + 1;
    if (!layout->headless) {
        if (from > 0 && is_group_row(layout, looks, from))
            from--;
        while (end - from < HEADER_ROWS && end < layout->count && goes_on(layout, looks, from, end))
            end++;
    }
    layout->above = from;
    layout->header_end = end;
    status = bina_layout_find_columns(layout, looks, from, end, needed, error);
    if (status == BINA_OK)
        status = bina_layout_keep_title(layout, error);
    return status;
}
