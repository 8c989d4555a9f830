/* Given pairs as the columns of a batch. */
#include "linkage/score_pairs.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "linkage/score.h"

/* Names of the columns of pairs. */
static const char *const columns[] = {"list_a", "row_a", "list_b", "row_b"};

/* The column that the reader of a file adds for the lines; -1 for none. */
static int
find_lines(const bina_description *given)
{
    for (int i = bina_description_count(given) - 1; i >= 0; i--) {
        const bina_field *field = bina_description_field(given, i);
        const char *format = bina_field_format(field);
        if (bina_field_type(field) == BINA_INT && format != NULL && strcmp(format, "line") == 0)
            return i;
    }
    return -1;
}

bina_status
bina_link_pairs_init(bina_link_pairs *pairs, const bina_linkage *linkage,
                     const bina_description *given, bina_error *error)
{
    memset(pairs, 0, sizeof(*pairs));
    pairs->linkage = linkage;
    pairs->line = find_lines(given);
    for (int i = 0; i < 4; i++) {
        bool row = i % 2 == 1;
        bina_type type = BINA_TEXT;
        pairs->column[i] = bina_description_find(given, columns[i]);
        if (pairs->column[i] >= 0)
            type = bina_field_type(bina_description_field(given, pairs->column[i]));
        if (row &&
            (pairs->column[i] < 0 || (type != BINA_INT && bina_type_held_as(type) != BINA_TEXT)))
            return bina_error_set(
                error, BINA_ERR_USAGE, "pairs need a column \"%s\" of whole numbers",
                "pasangan memerlukan kolom \"%s\" berisi bilangan bulat", columns[i]);
        if (!row && bina_type_held_as(type) != BINA_TEXT)
            return bina_error_set(error, BINA_ERR_USAGE, "the column \"%s\" of pairs must be text",
                                  "kolom \"%s\" dari pasangan harus berupa teks", columns[i]);
    }
    return BINA_OK;
}

void
bina_link_pairs_turn(bina_link_pairs *pairs, const bina_batch *batch)
{
    const bina_linkage *linkage = pairs->linkage;
    const bina_link_table *table = &linkage->table;

    pairs->lines = pairs->line < 0 ? NULL : bina_batch_integers(batch, pairs->line);
    for (int k = 0; k < 2; k++) {
        bina_link_side *at = &pairs->side[k];
        int list = pairs->column[2 * k], row = pairs->column[2 * k + 1];
        at->usual = table->lists[linkage->order[k == 0 ? 0 : table->list_count - 1]];
        at->rows = bina_batch_integers(batch, row);
        at->numbered = bina_batch_validity(batch, row);
        if (at->rows == NULL)
            bina_batch_texts(batch, row, &at->row_offsets, &at->row_texts);
        if (list >= 0) {
            bina_batch_texts(batch, list, &at->name_offsets, &at->names);
            at->named = bina_batch_validity(batch, list);
        }
    }
}

static bool
holds(const uint8_t *validity, size_t row)
{
    return validity == NULL || (validity[row >> 3] >> (row & 7) & 1);
}

/* The name of a list in a row of a batch; NULL when none is named. It has no end of its own. */
static const char *
name_at(const bina_link_side *at, size_t row, size_t *length)
{
    if (at->name_offsets == NULL || !holds(at->named, row))
        return NULL;
    *length = (size_t)(at->name_offsets[row + 1] - at->name_offsets[row]);
    return at->names + at->name_offsets[row];
}

static bool
is_named(const bina_link_list *list, const char *name, size_t length)
{
    return strlen(list->name) == length && memcmp(list->name, name, length) == 0;
}

static bool
is_named_alike(const bina_link_side *at, size_t row, size_t other)
{
    size_t length = 0, length_of_other = 0;
    const char *name = name_at(at, row, &length),
               *name_of_other = name_at(at, other, &length_of_other);

    if (name == NULL || name_of_other == NULL)
        return name == name_of_other;
    return length == length_of_other && memcmp(name, name_of_other, length) == 0;
}

/* The list of a row of a batch, mostly that of the row before; NULL when there is none. */
static inline const bina_link_list *
find_list(const bina_link_pairs *pairs, const bina_link_side *at, size_t row,
          const bina_link_list *before)
{
    const bina_link_table *table = &pairs->linkage->table;
    size_t length;
    const char *name = name_at(at, row, &length);

    if (name == NULL)
        return at->usual;
    if (before != NULL && is_named(before, name, length))
        return before;
    for (uint32_t l = 0; l < table->list_count; l++)
        if (is_named(table->lists[l], name, length))
            return table->lists[l];
    return NULL;
}

/* The number of a row, from 1; 0 for none. */
static int64_t
find_row(const bina_link_side *at, size_t row)
{
    char text[24], *end;
    size_t length;
    int64_t number;

    if (!holds(at->numbered, row))
        return 0;
    if (at->rows != NULL)
        return at->rows[row];
    length = (size_t)(at->row_offsets[row + 1] - at->row_offsets[row]);
    if (length == 0 || length >= sizeof(text))
        return 0;
    memcpy(text, at->row_texts + at->row_offsets[row], length);
    text[length] = '\0';
    number = strtoll(text, &end, 10);
    return end == text + length ? number : 0;
}

bool
bina_link_pairs_read(const bina_link_pairs *pairs, int side, size_t from, size_t count,
                     const bina_link_list **list, int64_t *row, uint32_t *global)
{
    const bina_link_side *at = &pairs->side[side];
    const bina_link_list *here = NULL;

    if (at->rows != NULL && at->numbered == NULL)
        memcpy(row, at->rows + from, count * sizeof(*row));
    else
        for (size_t i = 0; i < count; i++)
            row[i] = find_row(at, from + i);
    if (at->name_offsets == NULL)
        return bina_link_score_number(at->usual, row, count, global) == count;
    for (size_t i = 0, end; i < count; i = end) {
        here = find_list(pairs, at, from + i, here);
        if (here == NULL)
            return false;
        list[i] = here;
        for (end = i + 1; end < count && is_named_alike(at, from + i, from + end); end++)
            list[end] = here;
        if (bina_link_score_number(here, row + i, end - i, global + i) < end - i)
            return false;
    }
    return true;
}

/* Tells of a side of a pair whose list or row is not there; BINA_OK when both are. */
static bina_status
tell_side(const bina_link_pairs *pairs, int side, size_t pair, bina_error *error)
{
    const bina_link_side *at = &pairs->side[side];
    const bina_link_list *list = find_list(pairs, at, pair, NULL);
    char text[128];
    size_t length = 0;
    const char *name = name_at(at, pair, &length);
    int64_t row = find_row(at, pair);
    uint32_t global;

    if (list != NULL && bina_link_score_number(list, &row, 1, &global) > 0)
        return BINA_OK;
    if (list != NULL && row == 0 && (at->rows == NULL || !holds(at->numbered, pair)))
        return bina_error_set(error, BINA_ERR_NOT_FOUND,
                              "a pair has no row in \"%s\"; write the number of a row, from 1",
                              "sebuah pasangan tanpa baris pada \"%s\"; tulislah nomor baris, "
                              "mulai 1",
                              columns[2 * side + 1]);
    if (list != NULL)
        return bina_link_no_row(pairs->linkage, error, list->name, row);
    if (length >= sizeof(text))
        length = sizeof(text) - 1;
    memcpy(text, name, length);
    text[length] = '\0';
    bina_text_trim_partial(text);
    return bina_link_no_list(pairs->linkage, error, text);
}

bina_status
bina_link_pairs_tell_missing(const bina_link_pairs *pairs, size_t from, size_t count,
                             bina_error *error)
{
    for (size_t i = from; i < from + count; i++)
        for (int k = 0; k < 2; k++) {
            bina_status status = tell_side(pairs, k, i, error);
            if (status == BINA_OK)
                continue;
            bina_error_at(error, NULL,
                          columns[2 * k + (find_list(pairs, &pairs->side[k], i, NULL) != NULL)],
                          NULL);
            if (pairs->lines != NULL)
                bina_error_in_file(error, NULL, pairs->lines[i], 0);
            return status;
        }
    return BINA_ERR_NOT_FOUND;
}
