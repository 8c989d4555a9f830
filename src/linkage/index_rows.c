/* Which rows hold a value: laid out for those of the run, and anew once many have changed. */
#include <stdlib.h>
#include <string.h>

#include "linkage/index.h"

/* After so many rows were added or changed, and a share of all, the finders are made anew. */
#define FRESH       4096u
#define FRESH_SHARE 16u

static void
drop_finder(bina_link_finder *finder)
{
    bina_link_holders_drop(&finder->holders);
    bina_link_postings_drop(&finder->postings);
    bina_link_near_drop(&finder->names);
    bina_link_pieces_drop(&finder->pieces);
    bina_link_ordered_drop(&finder->ordered);
    free(finder->level);
    memset(finder, 0, sizeof(*finder));
}

void
bina_link_finders_drop(bina_link_index *index)
{
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        drop_finder(&index->finder[f]);
    index->met_count = 0;
}

static bina_link_held
held_by(const bina_link_index *index, int f)
{
    const bina_link_rows *rows = &index->engine->rows;

    return (bina_link_held){rows->code + f, rows->stride, index->gone, index->rows,
                            index->finder[f].extent.values};
}

bina_status
bina_link_index_prepare(bina_link_index *index)
{
    bina_status status = BINA_OK;

    if (index->finder[0].holders.start != NULL &&
        index->fresh_count <= FRESH + index->rows / FRESH_SHARE)
        return BINA_OK;
    bina_link_finders_drop(index);
    for (int f = 0; f < index->engine->plan->count && status == BINA_OK; f++) {
        bina_link_held held;
        index->finder[f].extent = bina_link_field_extent(&index->engine->field[f]);
        held = held_by(index, f);
        status = bina_link_holders_count(&index->finder[f].holders, &held);
    }
    if (status == BINA_OK)
        index->fresh_count = 0;
    else
        bina_link_finders_drop(index);
    return status;
}

const bina_link_holders *
bina_link_index_holders(bina_link_index *index, int f)
{
    bina_link_holders *holders = &index->finder[f].holders;
    bina_link_held held = held_by(index, f);

    /* Fields that all rows are passed over in never come here, and take no memory for rows. */
    if (holders->row == NULL && bina_link_holders_find(holders, &held) != BINA_OK) {
        bina_link_finders_drop(index);
        return NULL;
    }
    return holders;
}

static bool
holds(const bina_link_index *index, uint32_t row, int f, uint32_t x, int g, uint32_t y)
{
    const uint32_t *codes = bina_link_rows_at(&index->engine->rows, row);

    return !index->gone[row] && codes[f] == x && codes[g] == y;
}

bina_status
bina_link_index_has(bina_link_index *index, int f, uint32_t x, int g, uint32_t y, bool *has)
{
    *has = false;
    if (x < index->finder[f].extent.values) {
        const bina_link_holders *holders = bina_link_index_holders(index, f);
        if (holders == NULL)
            return BINA_ERR_NO_MEMORY;
        for (uint32_t i = holders->start[x]; i < holders->start[x + 1] && !*has; i++)
            *has = holds(index, holders->row[i], f, x, g, y);
    }
    for (size_t i = 0; i < index->fresh_count && !*has; i++)
        *has = holds(index, index->fresh[i], f, x, g, y);
    return BINA_OK;
}
