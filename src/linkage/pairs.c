#include "linkage/pairs.h"

#include <stdlib.h>
#include <string.h>

/* A field that so many times fewer rows agree on is filled in by going to those alone. */
#define RARE 4

/* Rows by the value they hold. */
static bina_status
find_holders(bina_link_holders *holders, const bina_link_field *field, uint32_t rows)
{
    size_t values = field->values.count;
    uint32_t at = 0;

    holders->start = calloc(values + 2, sizeof(*holders->start));
    holders->row = malloc(((size_t)rows + 1) * sizeof(*holders->row));
    if (holders->start == NULL || holders->row == NULL)
        return BINA_ERR_NO_MEMORY;
    /* Each value's rows are counted one behind, so that filling in leaves every start in place. */
    for (uint32_t r = 0; r < rows; r++)
        holders->start[field->codes[r] + 1]++;
    for (size_t c = 0; c <= values; c++) {
        uint32_t count = holders->start[c + 1];
        holders->start[c + 1] = at;
        at += count;
    }
    for (uint32_t r = 0; r < rows; r++)
        holders->row[holders->start[field->codes[r] + 1]++] = r;
    return BINA_OK;
}

/* What comparing every pair needs. */
static bina_status
prepare_all(bina_link_pairs *pairs)
{
    uint32_t rows = pairs->table->rows;

    pairs->present = calloc((size_t)rows + 1, sizeof(*pairs->present));
    pairs->holders = calloc((size_t)pairs->fields + 1, sizeof(*pairs->holders));
    if (pairs->present == NULL || pairs->holders == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < rows; r++)
        pairs->others[r] = r;
    for (int f = 0; f < pairs->fields; f++) {
        bina_status status = find_holders(&pairs->holders[f], &pairs->field[f], rows);
        if (status != BINA_OK)
            return status;
        for (uint32_t r = 0; r < rows; r++)
            if (pairs->field[f].codes[r] != 0)
                pairs->present[r] |= (uint64_t)BINA_LINK_DIFFERENT
                                     << (BINA_LINK_BITS * (unsigned)f);
    }
    return BINA_OK;
}

bina_status
bina_link_pairs_init(bina_link_pairs *pairs, const bina_link_table *table,
                     const bina_link_field *field, int fields, const bool *alone,
                     bina_link_blocking *blocking)
{
    memset(pairs, 0, sizeof(*pairs));
    pairs->table = table;
    pairs->field = field;
    pairs->fields = fields;
    pairs->alone = alone;
    pairs->blocking = blocking;
    pairs->others = malloc(((size_t)table->rows + 1) * sizeof(*pairs->others));
    pairs->other = pairs->others;
    pairs->pattern = malloc(((size_t)table->rows + 1) * sizeof(*pairs->pattern));
    if (pairs->other == NULL || pairs->pattern == NULL)
        return BINA_ERR_NO_MEMORY;
    pairs->level = calloc((size_t)fields + 1, sizeof(*pairs->level));
    pairs->against = calloc((size_t)fields + 1, sizeof(*pairs->against));
    if (pairs->level == NULL || pairs->against == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int f = 0; f < fields; f++) {
        pairs->level[f] = malloc(field[f].values.count);
        if (pairs->level[f] == NULL)
            return BINA_ERR_NO_MEMORY;
        memset(pairs->level[f], BINA_LINK_DIFFERENT, field[f].values.count);
        pairs->level[f][0] = BINA_LINK_MISSING;
    }
    return blocking == NULL ? prepare_all(pairs) : BINA_OK;
}

void
bina_link_pairs_drop(bina_link_pairs *pairs)
{
    if (pairs->level != NULL)
        for (int f = 0; f < pairs->fields; f++)
            free(pairs->level[f]);
    if (pairs->holders != NULL)
        for (int f = 0; f < pairs->fields; f++) {
            free(pairs->holders[f].start);
            free(pairs->holders[f].row);
        }
    free(pairs->level);
    free(pairs->against);
    free(pairs->others);
    free(pairs->pattern);
    free(pairs->present);
    free(pairs->holders);
    memset(pairs, 0, sizeof(*pairs));
}

/* Fills in how each value of a field compares with value `a`, undoing the last one's. */
static void
hold_against(bina_link_pairs *pairs, int f, uint32_t a)
{
    const bina_link_similar *similar = &pairs->field[f].similar;
    uint32_t last = pairs->against[f];
    uint8_t *level = pairs->level[f];

    if (last == a || similar->start == NULL)
        return;
    if (last != 0) {
        level[last] = BINA_LINK_DIFFERENT;
        for (size_t i = similar->start[last]; i < similar->start[last + 1]; i++)
            level[similar->code[i]] = BINA_LINK_DIFFERENT;
    }
    if (a != 0) {
        level[a] = (uint8_t)pairs->field[f].top;
        for (size_t i = similar->start[a]; i < similar->start[a + 1]; i++)
            level[similar->code[i]] = similar->level[i];
    }
    pairs->against[f] = a;
}

void
bina_link_pairs_forget(bina_link_pairs *pairs)
{
    for (int f = 0; f < pairs->fields; f++)
        hold_against(pairs, f, 0);
    if (pairs->blocking != NULL)
        memset(pairs->blocking->seen, 0, pairs->blocking->rows * sizeof(*pairs->blocking->seen));
}

/* How many rows are more than different from value `a` of a field. */
static uint64_t
agreeing(const bina_link_field *field, uint32_t a)
{
    uint64_t rows = field->count[a];

    for (size_t i = field->similar.start[a]; i < field->similar.start[a + 1]; i++)
        rows += field->count[field->similar.code[i]];
    return rows;
}

/* Raises a field from "different" in the rows from `from` on that hold a value. */
static void
put_right(bina_link_pairs *pairs, int f, uint32_t code, unsigned level, uint32_t from)
{
    const bina_link_holders *holders = &pairs->holders[f];
    uint64_t more = (uint64_t)(level - BINA_LINK_DIFFERENT) << (BINA_LINK_BITS * (unsigned)f);

    for (uint32_t at = holders->start[code + 1]; at > holders->start[code]; at--) {
        uint32_t row = holders->row[at - 1];
        if (row < from)
            break;
        pairs->pattern[row - from] += more;
    }
}

/* A field of the left row in which many agree: looked up for every row. */
static void
look_up(bina_link_pairs *pairs, int f, uint32_t from, size_t count)
{
    const uint32_t *codes = pairs->field[f].codes + from;
    const uint8_t *level = pairs->level[f];
    unsigned shift = BINA_LINK_BITS * (unsigned)f;

    for (size_t i = 0; i < count; i++)
        pairs->pattern[i] |= (uint64_t)level[codes[i]] << shift;
}

/*
 * The left row with every row from `from` on. Where few agree on a field, all are first said to
 * differ in it, and then those that hold the value or one like it are put right.
 */
static void
compare_all(bina_link_pairs *pairs, uint32_t left, uint32_t from)
{
    size_t count = pairs->table->rows - from;
    bool rare[BINA_LINK_FIELDS] = {false};
    uint64_t mask = 0;

    for (int f = 0; f < pairs->fields; f++) {
        uint32_t a = pairs->field[f].codes[left];
        rare[f] = a != 0 && agreeing(&pairs->field[f], a) * RARE < pairs->table->rows;
        if (rare[f])
            mask |= (uint64_t)(BINA_LINK_LEVELS - 1) << (BINA_LINK_BITS * (unsigned)f);
    }
    for (size_t i = 0; i < count; i++)
        pairs->pattern[i] = pairs->present[from + i] & mask;
    for (int f = 0; f < pairs->fields; f++) {
        const bina_link_similar *similar = &pairs->field[f].similar;
        uint32_t a = pairs->field[f].codes[left];
        if (a == 0)
            continue;
        if (!rare[f]) {
            hold_against(pairs, f, a);
            look_up(pairs, f, from, count);
            continue;
        }
        put_right(pairs, f, a, pairs->field[f].top, from);
        for (size_t i = similar->start[a]; i < similar->start[a + 1]; i++)
            put_right(pairs, f, similar->code[i], similar->level[i], from);
    }
    pairs->other = pairs->others + from;
    pairs->count = count;
}

uint64_t
bina_link_pattern_of(const bina_link_field *field, int fields, uint32_t a, uint32_t b)
{
    uint64_t pattern = 0;

    for (int f = 0; f < fields; f++)
        pattern |= (uint64_t)bina_link_field_level(&field[f], field[f].codes[a], field[f].codes[b])
                   << (BINA_LINK_BITS * (unsigned)f);
    return pattern;
}

/* The left row with the rows in `other`. */
static void
compare_some(bina_link_pairs *pairs, uint32_t row)
{
    memset(pairs->pattern, 0, pairs->count * sizeof(*pairs->pattern));
    for (int f = 0; f < pairs->fields; f++) {
        const bina_link_field *field = &pairs->field[f];
        const uint8_t *level = pairs->level[f];
        unsigned shift = BINA_LINK_BITS * (unsigned)f;
        uint32_t a = field->codes[row];
        if (a == 0)
            continue;
        if (field->similar.start == NULL)
            for (size_t i = 0; i < pairs->count; i++)
                pairs->pattern[i] |=
                    (uint64_t)bina_link_field_level(field, a, field->codes[pairs->other[i]])
                    << shift;
        else
            for (size_t i = 0; i < pairs->count; i++)
                pairs->pattern[i] |= (uint64_t)level[field->codes[pairs->other[i]]] << shift;
    }
}

bina_status
bina_link_pairs_row(bina_link_pairs *pairs, uint32_t row)
{
    uint32_t from = row + 1, list = bina_link_table_list_of(pairs->table, row);
    uint32_t end = pairs->table->lists[list]->first + pairs->table->lists[list]->rows;
    size_t kept = 0;

    if (pairs->alone != NULL && pairs->alone[list])
        from = end;
    pairs->count = 0;
    if (from >= pairs->table->rows)
        return BINA_OK;
    if (pairs->blocking == NULL) {
        compare_all(pairs, row, from);
    } else {
        for (int f = 0; f < pairs->fields; f++)
            hold_against(pairs, f, pairs->field[f].codes[row]);
        pairs->count = bina_link_blocking_partners(pairs->blocking, row, pairs->other);
        for (size_t i = 0; i < pairs->count; i++)
            if (pairs->other[i] >= from)
                pairs->other[kept++] = pairs->other[i];
        pairs->count = kept;
        compare_some(pairs, row);
    }
    for (size_t i = 0; i < pairs->count && pairs->other[i] < end; i++)
        pairs->pattern[i] |= BINA_LINK_SAME_LIST;
    return BINA_OK;
}
