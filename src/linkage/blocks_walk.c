/* Walking over the pairs of blocks, each pair where it is made first. */
#include <string.h>

#include "base/fetch.h"
#include "linkage/blocks.h"
#include "linkage/blocks_row.h"

#define AHEAD 16         /* rows whose keys are fetched before they are needed */
#define NEVER UINT32_MAX /* no block's key */

/* Four keys, compared at once. */
typedef uint32_t four __attribute__((vector_size(16)));

typedef struct walker {
    const bina_link_walk *walk;
    const bina_link_blocks_rule *rule;
    uint32_t a[BINA_LINK_BATCH], b[BINA_LINK_BATCH];
    size_t count;
    /* Of the left row: what makes a pair earlier, beside the right row's keys. */
    four straight[BINA_LINK_MOST_KEYS / 4], crossed[BINA_LINK_MOST_KEYS / 4];
    four later[2][BINA_LINK_MOST_KEYS / 4], single[BINA_LINK_MOST_KEYS / 4];
    unsigned fours;
    bool crosses; /* whether some rule before has two keys of a row */
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

/*
 * Which keys of a row make a pair before this block does: those of the rules before, and of this
 * rule the one before the `slot` by which the left row is here. NEVER in place of all others.
 */
static void
lay_out_rules(walker *w)
{
    const bina_link_blocks *blocks = w->walk->blocks;
    size_t own = (size_t)(w->rule - blocks->rule);
    uint32_t later[2][BINA_LINK_MOST_KEYS], single[BINA_LINK_MOST_KEYS];

    w->fours = (w->rule->slot + w->rule->slots + 3) / 4;
    w->crosses = false;
    memset(later, 0xFF, sizeof(later));
    memset(single, 0xFF, sizeof(single));
    for (size_t r = 0; r <= own; r++) {
        const bina_link_blocks_rule *rule = &blocks->rule[r];
        w->crosses = w->crosses || rule->slots > 1;
        for (unsigned s = rule->slot; s < rule->slot + rule->slots; s++) {
            later[0][s] = r < own ? 0 : NEVER;
            later[1][s] = r < own || s == rule->slot ? 0 : NEVER;
            single[s] = rule->slots > 1 ? 0 : NEVER;
        }
    }
    memcpy(w->later, later, sizeof(w->later));
    memcpy(w->single, single, sizeof(w->single));
}

/* Lays out the keys of the left row, which is here by the `slot`, that make a pair earlier. */
static void
hold_left(walker *w, const uint32_t *key, unsigned slot)
{
    const four none = {0, 0, 0, 0};

    for (unsigned v = 0; v < w->fours; v++) {
        four left;
        memcpy(&left, key + 4 * v, sizeof(left));
        left |= (four)(left == none) | w->later[slot][v];
        w->straight[v] = left;
        w->crossed[v] = (four){left[1], left[0], left[3], left[2]} | w->single[v];
    }
}

/* Whether a right row has one of the left row's keys. */
static bool
is_made(const walker *w, const uint32_t *key)
{
    four any = {0, 0, 0, 0};
    uint64_t half[2];

    for (unsigned v = 0; v < w->fours; v++) {
        four right;
        memcpy(&right, key + 4 * v, sizeof(right));
        any |= (four)(w->straight[v] == right);
        if (w->crosses)
            any |= (four)(w->crossed[v] == right);
    }
    memcpy(half, &any, sizeof(half));
    return (half[0] | half[1]) != 0;
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

/* The pairs of one block. */
static bina_status
walk_block(walker *w, const uint32_t *row, size_t count)
{
    const bina_link_blocks *blocks = w->walk->blocks;

    for (size_t i = 0; i + 1 < count; i++) {
        uint32_t a = row[i] & BINA_LINK_ROW_MASK, from;
        if (!bina_link_walk_takes(w->walk, a))
            continue;
        from = first_partner(w->walk, a);
        if ((row[count - 1] & BINA_LINK_ROW_MASK) < from)
            continue;
        hold_left(w, blocks->key + (size_t)a * blocks->stride, row[i] >> BINA_LINK_SLOT_SHIFT & 1u);
        for (size_t j = i + 1; j < count; j++) {
            uint32_t b = row[j] & BINA_LINK_ROW_MASK;
            if (b < from || is_made(w, blocks->key + (size_t)b * blocks->stride))
                continue;
            if (w->walk->rows != NULL)
                bina_fetch(bina_link_rows_at(w->walk->rows, b));
            w->a[w->count] = a;
            w->b[w->count] = b;
            if (++w->count == BINA_LINK_BATCH) {
                bina_status status = flush(w);
                if (status != BINA_OK)
                    return status;
            }
        }
    }
    return BINA_OK;
}

bina_status
bina_link_blocks_walk(const bina_link_walk *walk, size_t part)
{
    const bina_link_blocks *blocks = walk->blocks;
    size_t bucket = part % BINA_LINK_BUCKETS, own = part / BINA_LINK_BUCKETS, at, stop;
    const uint32_t *row = blocks->rule[own].row;
    bina_status status = BINA_OK;
    walker w;

    w.walk = walk;
    w.rule = &blocks->rule[own];
    w.count = 0;
    lay_out_rules(&w);
    at = w.rule->start[bucket];
    stop = w.rule->start[bucket + 1];
    for (size_t n = 0; at < stop && status == BINA_OK; n++) {
        size_t end = at + 1;
        bina_heap_pass(blocks->heap, 4 * n);
        for (;; end++) {
            if (walk->every <= 1 && end + AHEAD < stop)
                bina_fetch(blocks->key +
                           (size_t)(row[end + AHEAD] & BINA_LINK_ROW_MASK) * blocks->stride);
            if (end == stop || (row[end] & BINA_LINK_FIRST) != 0)
                break;
        }
        status = walk_block(&w, row + at, end - at);
        at = end;
    }
    return status == BINA_OK ? flush(&w) : status;
}
