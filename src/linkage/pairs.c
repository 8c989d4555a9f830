#include "linkage/pairs.h"

#include <stdlib.h>
#include <string.h>

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
    pairs->other = malloc(((size_t)table->rows + 1) * sizeof(*pairs->other));
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
    return BINA_OK;
}

void
bina_link_pairs_drop(bina_link_pairs *pairs)
{
    if (pairs->level != NULL)
        for (int f = 0; f < pairs->fields; f++)
            free(pairs->level[f]);
    free(pairs->level);
    free(pairs->against);
    free(pairs->other);
    free(pairs->pattern);
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
    for (int f = 0; f < pairs->fields; f++)
        hold_against(pairs, f, pairs->field[f].codes[row]);
    pairs->count = bina_link_blocking_partners(pairs->blocking, row, pairs->other);
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->other[i] >= from)
            pairs->other[kept++] = pairs->other[i];
    pairs->count = kept;
    compare_some(pairs, row);
    for (size_t i = 0; i < pairs->count && pairs->other[i] < end; i++)
        pairs->pattern[i] |= BINA_LINK_SAME_LIST;
    return BINA_OK;
}
