/* Walking over the pairs of blocks, left row by left row. */
#include <stdlib.h>

#include "base/fetch.h"
#include "base/vector.h"
#include "linkage/blocks.h"
#include "linkage/blocks_row.h"
#include "linkage/sort.h"

#define GROUP 16 /* left rows whose partners are looked for together */
#define PLACE 34 /* a partner is sorted as a number with its row from this bit on */

typedef struct walker {
    const bina_link_walk *walk;
    const uint32_t *row[BINA_LINK_MOST_KEYS], *next[BINA_LINK_MOST_KEYS]; /* of all rules */
    unsigned keys;
    uint32_t left[BINA_LINK_PART]; /* the left rows of the part */
    size_t lefts;
    uint64_t *partner; /* of a left row, and as many again to sort them */
    size_t partners, room;
    uint32_t a[BINA_LINK_BATCH], b[BINA_LINK_BATCH];
    size_t count;
} walker;

bool
bina_link_walk_takes(const bina_link_walk *walk, uint32_t row)
{
    return walk->every <= 1 || ((uint64_t)(row * 2654435761u) * walk->every) >> 32 == 0;
}

static bina_status
flush(walker *w)
{
    size_t count = w->count;

    bina_heap_breathe(w->walk->blocks->heap);
    w->count = 0;
    return count == 0 ? BINA_OK : w->walk->see(w->walk->self, w->a, w->b, count);
}

static void
lay_out_keys(walker *w)
{
    const bina_link_blocks *blocks = w->walk->blocks;

    w->keys = 0;
    for (size_t r = 0; r < blocks->rules; r++)
        for (unsigned s = 0; s < blocks->rule[r].slots; s++) {
            w->row[w->keys] = blocks->rule[r].row;
            w->next[w->keys++] = blocks->rule[r].next[s];
        }
}

/* The left rows of a part. */
static void
take_left(walker *w, size_t part)
{
    size_t first = part * BINA_LINK_PART, end = first + BINA_LINK_PART;

    if (end > w->walk->blocks->rows)
        end = w->walk->blocks->rows;
    w->lefts = 0;
    for (size_t row = first; row < end; row++)
        if (bina_link_walk_takes(w->walk, (uint32_t)row))
            w->left[w->lefts++] = (uint32_t)row;
}

static void
touch_partners(const walker *w, const uint32_t *left, size_t count)
{
    const bina_heap *heap = w->walk->blocks->heap;

    for (unsigned k = 0; k < w->keys; k++)
        for (size_t i = 0; i < count; i++)
            bina_heap_touch(heap, &w->row[k][w->next[k][left[i]]]);
}

/* The first row that may be the partner of a left row: of another list, if its own is alone. */
static uint32_t
first_partner(const bina_link_walk *walk, uint32_t row)
{
    const bina_link_list *list;

    if (walk->alone == NULL)
        return row + 1;
    list = walk->table->lists[bina_link_table_list_of(walk->table, row)];
    return walk->alone[bina_link_table_list_of(walk->table, row)] ? list->first + list->rows
                                                                  : row + 1;
}

/* All that a left row shares a block with, as often as it does. */
static bina_status
find_partners(walker *w, uint32_t left)
{
    uint32_t from = first_partner(w->walk, left);

    w->partners = 0;
    for (unsigned k = 0; k < w->keys; k++) {
        const uint32_t *next = w->row[k] + w->next[k][left];
        if (next == w->row[k])
            continue;
        do {
            uint32_t row = *next++ & BINA_LINK_ROW_MASK;
            if (!bina_vector_reserve(&w->partner, &w->room, 2 * (w->partners + 1),
                                     sizeof(*w->partner)))
                return BINA_ERR_NO_MEMORY;
            w->partner[w->partners] = (uint64_t)row << PLACE;
            w->partners += row >= from;
        } while ((*next & BINA_LINK_FIRST) == 0);
    }
    return BINA_OK;
}

/* Shows a left row with each of its partners once. */
static bina_status
show_partners(walker *w, uint32_t left)
{
    uint64_t before = UINT64_MAX;

    bina_link_sort_entries(w->partner, w->partners, w->partner + w->partners, PLACE);
    for (size_t i = 0; i < w->partners; i++) {
        uint32_t right = (uint32_t)(w->partner[i] >> PLACE);
        if (w->partner[i] == before)
            continue;
        before = w->partner[i];
        w->a[w->count] = left;
        w->b[w->count] = right;
        if (++w->count == BINA_LINK_BATCH) {
            bina_status status = flush(w);
            if (status != BINA_OK)
                return status;
        }
    }
    return BINA_OK;
}

bina_status
bina_link_blocks_walk(const bina_link_walk *walk, size_t part)
{
    bina_status status = BINA_OK;
    walker w;

    w.walk = walk;
    w.partner = NULL;
    w.room = w.count = 0;
    lay_out_keys(&w);
    take_left(&w, part);
    for (size_t i = 0; i < w.lefts && status == BINA_OK; i++) {
        bina_heap_breathe(walk->blocks->heap);
        if (i % GROUP == 0)
            touch_partners(&w, w.left + i, w.lefts - i < GROUP ? w.lefts - i : GROUP);
        status = find_partners(&w, w.left[i]);
        if (status == BINA_OK)
            status = show_partners(&w, w.left[i]);
    }
    if (status == BINA_OK)
        status = flush(&w);
    free(w.partner);
    return status;
}
