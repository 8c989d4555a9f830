/* Telling data from what stands between and below it. */
#include <ctype.h>
#include <string.h>
#include "exchange/layout.h"
#include "exchange/words.h"

#define SPARSE 3 /* cells of a heading, a signature or a remark at most */

/* Whether a cell holds a plain running number: "12", "12." */
static bool
is_count(const char *text, size_t length)
{
    size_t i = 0;

    while (i < length && isdigit((unsigned char)text[i]))
        i++;
    return i > 0 && i <= 7 && (i == length || (i + 1 == length && strchr(".)", text[i]) != NULL));
}

/* Whether the cells count up from 1, as far as they are filled; `*bare`: by plain digits or
 * letters. */
static bool
counts_up(const bina_grid_row *row, size_t *cells, bool *bare, bool *lettered)
{
    size_t i, length, letters = 0;
    long number, before = 0;
    const char *text;

    *bare = true;
    for (i = *cells = 0; i < row->count; i++) {
        text = bina_layout_cell(row, i, &length);
        if (length == 0)
            continue;
        number = bina_look_numbering(text, length);
        /* Merged columns may share a number, so it may jump; but it begins at 1 and grows. */
        if (number <= before || number > before + 4 || (*cells == 0 && number != 1))
            return false;
        before = number;
        ++*cells;
        *bare = *bare && (is_count(text, length) || length == 1);
        letters += isalpha((unsigned char)text[0]) != 0;
    }
    *lettered = letters > 0;
    return *cells >= 2 && (letters == 0 || letters == *cells);
}

bool
bina_layout_counts_columns(const bina_grid_row *row)
{
    size_t cells;
    bool bare, lettered;

    return counts_up(row, &cells, &bare, &lettered);
}

/* Whether the row after the present one is longer than a letter in some cell. */
static bool
goes_on_otherwise(const bina_layout *layout)
{
    const bina_grid_row *row = &layout->rows[layout->next];
    size_t i, length;

    for (i = 0; layout->next < layout->count && i < row->count; i++) {
        bina_layout_cell(row, i, &length);
        if (length > 1)
            return true;
    }
    return false;
}

/* Whether a row numbers the columns: "1 2 3 4", "(1) (2) (3)", "a b c"; `first`: below the header.
 */
static bool
is_numbering(const bina_layout *layout, const bina_grid_row *row, bool first)
{
    size_t cells;
    bool bare, lettered;

    if (!counts_up(row, &cells, &bare, &lettered) || cells * 2 < layout->column_count)
        return false;
    if (!bare || layout->numbered)
        return true;
    /* Bare ones might be data: where words belong numbers are not, nor letters above more than
     * such. */
    return first && (lettered ? goes_on_otherwise(layout) : layout->worded && cells >= 3);
}

static bool
is_same_text(const bina_grid_row *row, const bina_grid_row *other, size_t cell)
{
    size_t length, other_length;
    const char *text = bina_layout_cell(row, cell, &length),
               *other_text = bina_layout_cell(other, cell, &other_length);

    return length == other_length && memcmp(text, other_text, length) == 0;
}

/* Whether a row says again what a row of the header (or above it) said. */
static bool
repeats(const bina_layout *layout, const bina_grid_row *row, const bina_row_look *look, size_t from,
        size_t end)
{
    size_t at, i;

    for (at = from; at < end; at++) {
        for (i = 0; i <= look->last || i < layout->rows[at].count; i++)
            if (!is_same_text(row, &layout->rows[at], i))
                break;
        if (i > look->last && i >= layout->rows[at].count)
            return true;
    }
    return false;
}

/* Whether a cell holds what names somebody (a NIK, a telephone) rather than an amount. */
static bool
is_identifier(const char *text, size_t length)
{
    return length > 15 || (length > 5 && text[0] == '0' && isdigit((unsigned char)text[1]));
}

/* Whether digits are parted by what parts no amount: "1984-10-27", "27/10/1984", "0812-3456". */
static bool
is_parted(const char *text, size_t length)
{
    for (size_t i = 1; i + 1 < length; i++)
        if ((text[i] == '-' || text[i] == '/') && isdigit((unsigned char)text[i - 1]) &&
            isdigit((unsigned char)text[i + 1]))
            return true;
    return false;
}

/* Whether every filled cell but one is a number. */
static bool
others_are_numbers(const bina_grid_row *row, size_t but)
{
    const char *text;
    size_t i, length;

    for (i = 0; i < row->count; i++) {
        text = bina_layout_cell(row, i, &length);
        if (i != but && length > 0 && bina_look_at(text, length) == BINA_LOOK_WORDS &&
            !bina_word_total(text, length) &&
            !(length >= 2 && length < 4 && memcmp(text, "Rp", 2) == 0))
            return false;
    }
    return true;
}

/* Whether a person made the list: a program's has but a header, a row of it, and rows. */
static bool
is_laid_out(const bina_layout *layout)
{
    return layout->sheet[0] != '\0' || layout->above > 0 || layout->header_end > 1 ||
           layout->number_cell != SIZE_MAX || layout->depth > 0 ||
           layout->counts[BINA_ROW_TOTAL] > 0;
}

static bool
is_total(const bina_layout *layout, const bina_grid_row *row, const bina_row_look *look)
{
    const char *text;
    size_t i, length;

    for (i = look->first; i <= look->last; i++) {
        text = bina_layout_cell(row, i, &length);
        if (length == 0)
            continue;
        if (bina_look_at(text, length) == BINA_LOOK_WORDS)
            return bina_word_total(text, length) && others_are_numbers(row, i);
        if (i == layout->number_cell || is_identifier(text, length) || is_parted(text, length))
            return false; /* a counted row, or one of a day, is an entry, whatever its name */
    }
    /* Numbers alone where words belong: the sums of a page, where people lay out pages. */
    return layout->worded && is_laid_out(layout) && look->numbers > 0 && look->words == 0 &&
           (layout->number_cell == SIZE_MAX || look->first > layout->number_cell) &&
           layout->column_count > 2;
}

/* Whether no column of words has anything in it. */
static bool
lacks_words(const bina_layout *layout, const bina_grid_row *row)
{
    size_t i, length;

    for (i = 0; i < layout->column_count; i++) {
        if (!layout->columns[i].words)
            continue;
        bina_layout_cell(row, layout->columns[i].cell, &length);
        if (length > 0)
            return false;
    }
    return true;
}

/* Whether a row has no more than a label: one text, perhaps with an outline's "II." before it. */
static bool
is_section(const bina_layout *layout, const bina_grid_row *row, const bina_row_look *look,
           size_t *cell)
{
    const char *text;
    size_t length, name;
    bool outlined, covered = false;

    *cell = look->first;
    text = bina_layout_cell(row, look->first, &length);
    outlined = bina_word_outline(text, length);
    if (outlined && look->filled >= 2) {
        for ((*cell)++; *cell < look->last; (*cell)++) {
            bina_layout_cell(row, *cell, &length);
            if (length > 0)
                break;
        }
        text = bina_layout_cell(row, *cell, &length);
    }
    if (layout->column_count < 3 || bina_look_at(text, length) != BINA_LOOK_WORDS ||
        length > BINA_SECTION_TEXT)
        return false;
    if (look->filled > (size_t)(outlined ? 2 : 1)) /* a section may carry its own sums */
        return bina_word_place(text, length, &name) != BINA_PLACE_NONE &&
               *cell <= layout->columns[0].cell + 1 && others_are_numbers(row, *cell) &&
               !(look->first == layout->number_cell && !outlined && *cell != look->first);
    covered = *cell + 1 < row->count && (row->cells[*cell + 1].flags & BINA_GRID_MERGED) != 0;
    /* A lone text in a column of names may be an entry of which nothing else is known. */
    return (outlined && look->filled == 2) || covered || *cell == layout->number_cell ||
           bina_word_place(text, length, &name) != BINA_PLACE_NONE ||
           (row->cells[*cell].flags & BINA_GRID_BOLD) != 0;
}

static bool
is_counted(const bina_layout *layout, const bina_grid_row *row)
{
    size_t length;
    const char *text = bina_layout_cell(row, layout->number_cell, &length);

    return is_count(text, length);
}

/* The kinds of a row with few cells; data when it is none of them. */
static bina_row_kind
classify_sparse(bina_layout *layout, const bina_grid_row *row, const bina_row_look *look)
{
    size_t cell, i, length;
    const char *text;
    bool footer = false, note = false;

    if (repeats(layout, row, look, 0, layout->above))
        return BINA_ROW_TITLE;
    if (layout->column_count < 2)
        return BINA_ROW_DATA;
    for (i = look->first; i <= look->last; i++) {
        text = bina_layout_cell(row, i, &length);
        footer = footer || bina_word_footer(text, length) || bina_word_dateline(text, length);
        note = note || (i == look->first && bina_word_note(text, length));
    }
    if (footer && layout->column_count >= 3)
        return BINA_ROW_FOOTER;
    if (note && look->filled <= 2)
        return BINA_ROW_NOTE;
    if (layout->in_footer)
        return BINA_ROW_FOOTER;
    if (look->words > 0 && is_section(layout, row, look, &cell)) {
        text = bina_layout_cell(row, cell, &length);
        bina_layout_enter_section(layout, text, length);
        return BINA_ROW_SECTION;
    }
    return BINA_ROW_DATA;
}

/* Whether a row is the header of another table: names of fields only, and hardly one of this one.
 */
static bool
is_other_header(const bina_layout *layout, const bina_grid_row *row, const bina_row_look *look)
{
    size_t i, length, known = 0, same = 0;
    const char *text;

    if (look->filled < 4 || look->words + look->marks != look->filled)
        return false;
    for (i = look->first; i <= look->last; i++) {
        text = bina_layout_cell(row, i, &length);
        if (bina_look_at(text, length) != BINA_LOOK_BLANK && !bina_layout_is_hit(text, length))
            return false;
    }
    for (i = look->first; i <= look->last; i++) {
        text = bina_layout_cell(row, i, &length);
        known += length > 0 && bina_word_is_header(text, length);
        same += length > 0 && layout->header_end > 0 &&
                is_same_text(row, &layout->rows[layout->header_end - 1], i);
    }
    return known >= 3 && known * 2 >= look->filled && same * 2 < look->filled;
}

/* Whether a text may be the label of a total; false of most, by the first of their letters. */
static bool
may_be_total(const char *text, size_t length)
{
    static const char labels[][4] = {"jum", "tot", "sub", "gra", "rat", "jml"};
    size_t i;

    for (i = 0; i < 3; i++)
        if (i >= length || !isalpha((unsigned char)text[i]))
            return true;
    for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        if ((text[0] | 32) == labels[i][0] && (text[1] | 32) == labels[i][1] &&
            (text[2] | 32) == labels[i][2])
            return true;
    return false;
}

/* Whether a row whose first filled cell begins with a letter is nothing but data. */
static bool
is_entry(const bina_layout *layout, const bina_grid_row *row, size_t first)
{
    size_t filled = 0, words = 0, numbers = 0, length, at, i;
    const char *text = bina_layout_cell(row, first, &length);

    if (may_be_total(text, length))
        return false;
    for (at = layout->above; at < layout->header_end; at++)
        if (is_same_text(row, &layout->rows[at], first))
            return false;
    /* Words and a number besides: no section, and no header of another table. */
    for (i = row->count; --i > first;) {
        length = row->cells[i].length;
        text = row->cells[i].text;
        if (length == 0 || !isalnum((unsigned char)text[0]))
            continue;
        filled++;
        if (!isdigit((unsigned char)text[0]))
            words += strchr("jJtTsSgGrR", text[0]) == NULL;
        else if (numbers == 0)
            numbers += bina_look_at(text, length) == BINA_LOOK_NUMBER;
    }
    return filled >= SPARSE && words > 0 && numbers > 0;
}

/* Most rows are data, and told so by a look at few of their cells. */
static bool
is_plainly_data(const bina_layout *layout, const bina_grid_row *row)
{
    size_t filled = 0, length = 0, first = SIZE_MAX, i;
    const char *text = "";

    if (layout->number_cell != SIZE_MAX) {
        text = bina_layout_cell(row, layout->number_cell, &length);
        return is_count(text, length) && !(length == 1 && text[0] == '1');
    }
    for (i = row->count; i-- > 0;)
        if (row->cells[i].length > 0) {
            filled++;
            first = i;
        }
    if (filled <= SPARSE || filled * 2 <= layout->column_count)
        return false;
    for (i = first; i < row->count; i++) {
        text = bina_layout_cell(row, i, &length);
        if (length > 0 && isalpha((unsigned char)text[0]))
            break;
    }
    if (i == row->count)
        return false;
    /* Labels of totals begin with such letters. */
    if (strchr("jJtTsSgGrR", text[0]) != NULL)
        return i == first && is_entry(layout, row, i);
    return layout->headless || !is_same_text(row, &layout->rows[layout->header_end - 1], i);
}

bina_row_kind
bina_layout_classify(bina_layout *layout, const bina_grid_row *row)
{
    bina_row_kind kind = BINA_ROW_DATA;
    bina_row_look look;
    size_t cell;
    bool counted;

    if (!layout->in_other && is_plainly_data(layout, row)) {
        layout->in_footer = layout->section_last = false;
        return BINA_ROW_DATA;
    }
    bina_layout_look(row, &look);
    if (look.filled == 0)
        return BINA_ROW_BLANK;
    counted = layout->number_cell != SIZE_MAX && is_counted(layout, row);
    if (!layout->in_other && is_numbering(layout, row, false))
        kind = BINA_ROW_NUMBERING;
    else if (!layout->headless && look.filled >= 2 &&
             repeats(layout, row, &look, layout->above, layout->header_end))
        kind = BINA_ROW_HEADER;
    else if (layout->in_other || is_other_header(layout, row, &look))
        kind = BINA_ROW_OTHER;
    else if (is_total(layout, row, &look) && (look.words > 0 || lacks_words(layout, row)))
        kind = BINA_ROW_TOTAL;
    else if (!counted && ((look.filled <= SPARSE && look.filled * 2 < layout->column_count + 1) ||
                          is_section(layout, row, &look, &cell)))
        kind = classify_sparse(layout, row, &look);
    if (kind == BINA_ROW_DATA || kind == BINA_ROW_HEADER)
        layout->in_footer = false;
    else if (kind == BINA_ROW_FOOTER)
        layout->in_footer = true;
    layout->in_other = kind == BINA_ROW_OTHER || (layout->in_other && kind == BINA_ROW_BLANK);
    layout->section_last = kind == BINA_ROW_SECTION;
    return kind;
}

bool
bina_layout_is_numbering(const bina_layout *layout, const bina_grid_row *row)
{
    return is_numbering(layout, row, true);
}
