#include "linkage/blocks_entries.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/parallel.h"

#define AHEAD    24u /* rows whose keys are fetched before they are read */
#define KEY_MASK (((uint64_t)1 << 30) - 1)

static uint64_t
mix(uint64_t x)
{
    x ^= x >> 32;
    x *= UINT64_C(0xD6E8FEB86659FD93);
    x ^= x >> 32;
    x *= UINT64_C(0xD6E8FEB86659FD93);
    return x ^ x >> 32;
}

static uint64_t
last_bits(uint64_t mixed)
{
    return (mixed >> 26 & KEY_MASK) << BINA_LINK_ENTRY_SHIFT;
}

uint64_t
bina_link_entry_key(uint32_t key)
{
    return last_bits(mix(key));
}

static size_t
chunks_of(const bina_link_entries *entries)
{
    return bina_parallel_stretches_of(entries->rows);
}

bina_status
bina_link_entries_init(bina_link_entries *entries)
{
    entries->start = calloc(chunks_of(entries) + 1, sizeof(*entries->start));
    entries->base = calloc(chunks_of(entries) + 1, sizeof(*entries->base));
    return entries->start == NULL || entries->base == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

void
bina_link_entries_drop(bina_link_entries *entries)
{
    free(entries->start);
    free(entries->base);
    bina_heap_give(entries->heap, entries->entry);
    memset(entries, 0, sizeof(*entries));
}

/* Fetches what a row's keys are read from. */
static void
fetch_key(const bina_link_entries *all, uint32_t row)
{
    for (unsigned t = 0; t < BINA_LINK_TRAITS && all->keys[t] != NULL; t++)
        for (unsigned slot = 0; slot < all->keys[t]->count; slot++)
            if (all->keys[t]->key[slot] != NULL)
                bina_fetch(&all->keys[t]->key[slot][all->keys[t]->codes[row]]);
}

/*
 * Makes the entries of a chunk's rows that are in the buckets at work, in the order of the rows,
 * with their buckets beside them; returns how many. Without room for them they are counted only.
 */
static size_t
make_entries(const bina_link_entries *all, size_t first, size_t last, uint64_t *entry,
             uint8_t *bucket, uint32_t count[BINA_LINK_BUCKETS])
{
    size_t made = 0;

    for (uint32_t row = (uint32_t)first; row < last; row++) {
        bina_heap_pass(all->heap, row);
        if (row + AHEAD < last)
            fetch_key(all, row + AHEAD);
        for (unsigned slot = 0; slot < all->slots; slot++) {
            uint64_t key = bina_link_rule_key(all->keys, slot, row);
            if (key == 0)
                continue;
            key = mix(key);
            if (key >> 56 < all->first || key >> 56 >= all->end)
                continue;
            count[key >> 56]++;
            if (entry == NULL)
                continue;
            bucket[made] = (uint8_t)(key >> 56);
            entry[made++] = last_bits(key) | (uint64_t)row << 2 | slot;
        }
    }
    return made;
}

/* From how many entries the buckets have to where these begin. */
static void
lay_out(uint32_t start[BINA_LINK_BUCKETS + 1], const uint32_t count[BINA_LINK_BUCKETS])
{
    start[0] = 0;
    for (size_t b = 0; b < BINA_LINK_BUCKETS; b++)
        start[b + 1] = start[b] + count[b];
}

static bina_status
count_chunk(void *self, size_t first, size_t last)
{
    const bina_link_entries *all = self;
    uint32_t count[BINA_LINK_BUCKETS] = {0};

    make_entries(all, first, last, NULL, NULL, count);
    lay_out(all->start[first / BINA_PARALLEL_STRETCH], count);
    return BINA_OK;
}

static bina_status
sort_chunk(void *self, size_t first, size_t last)
{
    const bina_link_entries *all = self;
    size_t chunk = first / BINA_PARALLEL_STRETCH, most = (last - first) * all->slots, made;
    uint32_t count[BINA_LINK_BUCKETS] = {0}, at[BINA_LINK_BUCKETS + 1];
    uint64_t *to = all->entry + all->base[chunk];
    uint64_t *entry = malloc(most * (sizeof(*entry) + 1));
    uint8_t *bucket = (uint8_t *)(entry + most);

    if (entry == NULL)
        return BINA_ERR_NO_MEMORY;
    made = make_entries(all, first, last, entry, bucket, count);
    lay_out(at, count);
    if (!all->counted)
        memcpy(all->start[chunk], at, sizeof(at));
    for (size_t i = 0; i < made; i++)
        to[at[bucket[i]]++] = entry[i];
    free(entry);
    return BINA_OK;
}

void
bina_link_entries_count(bina_link_entries *entries, unsigned threads)
{
    entries->first = 0;
    entries->end = BINA_LINK_BUCKETS;
    bina_parallel_stretches(threads, entries->rows, count_chunk, entries);
    entries->counted = true;
}

bina_status
bina_link_entries_take(bina_link_entries *entries, size_t first, size_t end, unsigned threads)
{
    size_t room = 0;

    entries->first = first;
    entries->end = end;
    for (size_t c = 0; c < chunks_of(entries); c++) {
        entries->base[c] = room;
        room += entries->counted ? entries->start[c][end] - entries->start[c][first]
                                 : BINA_PARALLEL_STRETCH * entries->slots;
    }
    bina_heap_give(entries->heap, entries->entry);
    entries->entry = bina_heap_take(entries->heap, room + 1, sizeof(*entries->entry));
    if (entries->entry == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_heap_widen(entries->heap, entries->entry, room * sizeof(*entries->entry));
    return bina_parallel_stretches(threads, entries->rows, sort_chunk, entries);
}

size_t
bina_link_entries_in(const bina_link_entries *entries, size_t bucket)
{
    size_t count = 0;

    for (size_t c = 0; c < chunks_of(entries); c++)
        count += entries->start[c][bucket + 1] - entries->start[c][bucket];
    return count;
}

void
bina_link_entries_copy(const bina_link_entries *entries, size_t bucket, uint64_t *to)
{
    for (size_t c = 0; c < chunks_of(entries); c++) {
        const uint32_t *start = entries->start[c];
        size_t count = start[bucket + 1] - start[bucket];
        memcpy(to, entries->entry + entries->base[c] + (start[bucket] - start[entries->first]),
               count * sizeof(*to));
        to += count;
    }
}
