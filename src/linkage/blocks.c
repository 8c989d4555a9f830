#include "linkage/blocks.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/parallel.h"
#include "linkage/blocks_entries.h"
#include "linkage/blocks_row.h"
#include "linkage/sort.h"

/* Rows whose places are fetched before they are written. */
#define AHEAD 24

typedef struct making {
    bina_link_blocks *blocks;
    bina_link_blocks_rule *rule;
    bina_link_entries entries;
    const bina_link_keys *cut[BINA_LINK_CUTS]; /* of the parts to cut by */
    size_t cuts, largest;
    size_t *made; /* of a bucket: rows in its blocks */
} making;

void
bina_link_blocks_drop(bina_link_blocks *blocks)
{
    for (size_t r = 0; r < blocks->rules; r++) {
        bina_heap_give(blocks->heap, blocks->rule[r].row);
        for (unsigned s = 0; s < BINA_LINK_KEYS; s++)
            bina_heap_give(blocks->heap, blocks->rule[r].next[s]);
    }
    free(blocks->rule);
    memset(blocks, 0, sizeof(*blocks));
}

static unsigned
slots_of(const bina_link_rule *rule)
{
    return rule->trait[0].part == BINA_LINK_WORD ? BINA_LINK_KEYS : 1;
}

bina_status
bina_link_blocks_init(bina_link_blocks *blocks, const bina_link_plan *plan, bina_heap *heap,
                      uint32_t rows, size_t memory)
{
    unsigned slots = 0;

    memset(blocks, 0, sizeof(*blocks));
    blocks->rows = rows;
    blocks->heap = heap;
    blocks->rule = calloc(plan->rules + 1, sizeof(*blocks->rule));
    if (blocks->rule == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t r = 0; r < plan->rules; r++)
        slots += blocks->rule[r].slots = slots_of(&plan->rule[r]);
    if (rows > BINA_LINK_ROW_MASK || slots > BINA_LINK_MOST_KEYS)
        return BINA_ERR_FULL;
    if (memory > 0)
        blocks->entries = memory / sizeof(uint64_t) + 1;
    return BINA_OK;
}

static void
emit(making *make, size_t bucket, const uint64_t *entry, size_t count)
{
    uint32_t *row = make->rule->row + make->rule->start[bucket] + make->made[bucket];

    for (size_t i = 0; i < count; i++)
        row[i] = (uint32_t)(entry[i] >> 2) | ((uint32_t)entry[i] & 1u) << BINA_LINK_SLOT_SHIFT |
                 (i == 0 ? BINA_LINK_FIRST : 0);
    make->made[bucket] += count;
    make->rule->pairs[bucket] += (uint64_t)count * (count - 1) / 2;
}

/* Gives the entries of a block the keys of a part to cut by; returns how many have one. */
static size_t
rekey(const bina_link_keys *cut, uint64_t *entry, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t key = bina_link_keys_of(cut, 0, (uint32_t)(entry[i] >> 2));
        if (key != 0)
            entry[kept++] = bina_link_entry_key(key) |
                            (entry[i] & (((uint64_t)1 << BINA_LINK_ENTRY_SHIFT) - 1));
    }
    return kept;
}

/* Makes blocks of entries sorted by key, cutting those that are too large. */
static void
make_blocks(making *make, size_t bucket, uint64_t *entry, size_t count, uint64_t *spare,
            size_t cuts)
{
    for (size_t i = 0, end; i < count; i = end) {
        size_t size = 1;
        uint64_t key = entry[i] >> BINA_LINK_ENTRY_SHIFT;
        for (end = i + 1; end < count && entry[end] >> BINA_LINK_ENTRY_SHIFT == key; end++)
            /* Two keys of one row that are the same by mischance are one. */
            if (entry[end] >> 2 != entry[i + size - 1] >> 2)
                entry[i + size++] = entry[end];
        if (size < 2)
            continue;
        if (size <= make->largest) {
            emit(make, bucket, entry + i, size);
        } else if (cuts < make->cuts) {
            size = rekey(make->cut[cuts], entry + i, size);
            bina_link_sort_entries(entry + i, size, spare, BINA_LINK_ENTRY_SHIFT);
            make_blocks(make, bucket, entry + i, size, spare, cuts + 1);
        }
    }
}

static bina_status
make_bucket(void *self, size_t part)
{
    making *make = self;
    size_t bucket = make->entries.first + part;
    size_t count = make->rule->start[bucket + 1] - make->rule->start[bucket];
    uint64_t *entry;

    if (count < 2)
        return BINA_OK;
    bina_heap_breathe(make->blocks->heap);
    entry = malloc(2 * count * sizeof(*entry));
    if (entry == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_link_entries_copy(&make->entries, bucket, entry);
    bina_link_sort_entries(entry, count, entry + count, BINA_LINK_ENTRY_SHIFT);
    make_blocks(make, bucket, entry, count, entry + count, 0);
    free(entry);
    return BINA_OK;
}

/* Closes the gaps that rows in no block left. */
static void
close_gaps(making *make)
{
    bina_link_blocks_rule *rule = make->rule;
    uint32_t *row;
    size_t at = 0;

    for (size_t b = 0; b < BINA_LINK_BUCKETS; b++) {
        bina_heap_breathe(make->blocks->heap);
        memmove(rule->row + at, rule->row + rule->start[b], make->made[b] * sizeof(*rule->row));
        rule->start[b] = at;
        at += make->made[b];
    }
    rule->start[BINA_LINK_BUCKETS] = at;
    row = bina_heap_resize(make->blocks->heap, rule->row, at + 1, sizeof(*rule->row));
    if (row != NULL)
        rule->row = row;
    /* The last block ends where another would begin. */
    rule->row[at] = BINA_LINK_FIRST;
}

/* Tells the rows of a bucket where those that follow them in their blocks begin. */
static bina_status
tell_rows(void *self, size_t bucket)
{
    const making *make = self;
    const bina_link_blocks_rule *rule = make->rule;
    size_t end = rule->start[bucket + 1];

    for (size_t i = rule->start[bucket]; i + 1 < end; i++) {
        uint32_t row = rule->row[i];
        bina_heap_pass(make->blocks->heap, i);
        if (i + AHEAD < end)
            bina_fetch(rule->next[0] + (rule->row[i + AHEAD] & BINA_LINK_ROW_MASK));
        if ((rule->row[i + 1] & BINA_LINK_FIRST) == 0)
            rule->next[row >> BINA_LINK_SLOT_SHIFT & 1u][row & BINA_LINK_ROW_MASK] =
                (uint32_t)i + 1;
    }
    return BINA_OK;
}

/* Makes room for the rows of all buckets, which were counted or taken. */
static bina_status
lay_out(making *make)
{
    bina_link_blocks_rule *rule = make->rule;
    size_t entries = 0;

    for (size_t b = 0; b < BINA_LINK_BUCKETS; b++) {
        rule->start[b] = entries;
        entries += bina_link_entries_in(&make->entries, b);
    }
    rule->start[BINA_LINK_BUCKETS] = entries;
    if (entries >= UINT32_MAX)
        return BINA_ERR_FULL;
    rule->row = bina_heap_take(make->blocks->heap, entries + 1, sizeof(*rule->row));
    if (rule->row == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_heap_widen(make->blocks->heap, rule->row, entries * sizeof(*rule->row));
    return BINA_OK;
}

/* Tells all rows where those that follow them in their blocks begin. */
static bina_status
tell_all(making *make, unsigned threads)
{
    bina_link_blocks *blocks = make->blocks;

    for (unsigned s = 0; s < make->rule->slots; s++) {
        uint32_t *next = bina_heap_clear(blocks->heap, (size_t)blocks->rows + 1, sizeof(*next));
        if (next == NULL)
            return BINA_ERR_NO_MEMORY;
        bina_heap_widen(blocks->heap, next, blocks->rows * sizeof(*next));
        make->rule->next[s] = next;
    }
    return bina_parallel(threads, BINA_LINK_BUCKETS, tell_rows, make);
}

/* Makes the blocks of all buckets at once, or of some after the others. */
static bina_status
make_buckets(making *make, unsigned threads)
{
    const size_t *start = make->rule->start;
    size_t most = make->blocks->entries, end;
    bina_status status = BINA_OK;

    if (most == 0)
        status = bina_link_entries_take(&make->entries, 0, BINA_LINK_BUCKETS, threads);
    else
        bina_link_entries_count(&make->entries, threads);
    if (status == BINA_OK)
        status = lay_out(make);
    for (size_t first = 0; first < BINA_LINK_BUCKETS && status == BINA_OK; first = end) {
        end = most == 0 ? BINA_LINK_BUCKETS : first + 1;
        while (end < BINA_LINK_BUCKETS && start[end + 1] - start[first] <= most)
            end++;
        if (most > 0)
            status = bina_link_entries_take(&make->entries, first, end, threads);
        if (status == BINA_OK)
            status = bina_parallel(threads, end - first, make_bucket, make);
    }
    return status;
}

static bina_status
sort_rows(making *make, unsigned threads)
{
    bina_status status = bina_link_entries_init(&make->entries);

    make->made = calloc(BINA_LINK_BUCKETS, sizeof(*make->made));
    if (make->made == NULL)
        status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = make_buckets(make, threads);
    bina_link_entries_drop(&make->entries);
    if (status == BINA_OK) {
        close_gaps(make);
        status = tell_all(make, threads);
    }
    free(make->made);
    return status;
}

bina_status
bina_link_blocks_add(bina_link_blocks *blocks, const bina_link_plan *plan, bina_link_keyring *ring,
                     size_t largest, const bina_link_trait *cut, size_t cuts, unsigned threads)
{
    const bina_link_rule *rule = &plan->rule[blocks->rules];
    making make;
    bina_status status = BINA_OK;

    memset(&make, 0, sizeof(make));
    make.blocks = blocks;
    make.rule = &blocks->rule[blocks->rules++];
    make.largest = largest;
    make.entries.rows = blocks->rows;
    make.entries.heap = blocks->heap;
    make.entries.slots = make.rule->slots;
    status = bina_link_rule_keys(ring, rule, make.entries.keys);
    for (size_t c = 0; c < cuts && make.cuts < BINA_LINK_CUTS && status == BINA_OK; c++)
        /* Rows of a block agree on what made it. */
        if (!bina_link_rule_uses(rule, cut[c].field))
            status = bina_link_keyring_get(ring, cut[c].field, cut[c].part, &make.cut[make.cuts++]);
    return status == BINA_OK ? sort_rows(&make, threads) : status;
}

uint64_t
bina_link_blocks_pairs(const bina_link_blocks *blocks)
{
    uint64_t pairs = 0;

    for (size_t r = 0; r < blocks->rules; r++)
        for (size_t b = 0; b < BINA_LINK_BUCKETS; b++)
            pairs += blocks->rule[r].pairs[b];
    return pairs;
}
