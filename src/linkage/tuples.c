#include "linkage/tuples.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/sort.h"

#define BUCKETS 256u /* by hash: the tuples of one are few enough to be looked for near at hand */

/* What rows are numbered by so far, and a column: the pairs of both are numbered. */
typedef struct joining {
    const uint32_t *before, *column;
    bina_link_tuples *tuples;
    uint32_t rows;
    size_t (*at)[BUCKETS]; /* of a stretch of rows: where its entries of a bucket go */
    size_t start[BUCKETS + 1];
    bina_link_key *entry; /* rows with their pairs by bucket, those of one in order */
    uint32_t *head;       /* of a row: the first that has the same pair */
} joining;

static uint64_t
pair_of(const joining *all, size_t row)
{
    return (uint64_t)all->before[row] << 32 | all->column[row];
}

static uint64_t
hash_of(uint64_t pair)
{
    uint64_t h = pair * 0x9E3779B97F4A7C15u;

    return (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
}

static size_t
bucket_of(uint64_t pair)
{
    return (size_t)(hash_of(pair) >> 56);
}

static bina_status
count_stretch(void *self, size_t first, size_t last)
{
    const joining *all = self;
    size_t *at = all->at[first / BINA_PARALLEL_STRETCH];

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->tuples->heap, r);
        at[bucket_of(pair_of(all, r))]++;
    }
    return BINA_OK;
}

static bina_status
put_stretch(void *self, size_t first, size_t last)
{
    const joining *all = self;
    size_t *at = all->at[first / BINA_PARALLEL_STRETCH];

    for (size_t r = first; r < last; r++) {
        uint64_t pair = pair_of(all, r);
        bina_heap_pass(all->tuples->heap, r);
        all->entry[at[bucket_of(pair)]++] = (bina_link_key){pair, (uint32_t)r};
    }
    return BINA_OK;
}

/* From how many entries a bucket has of each stretch to where these go. */
static void
lay_out(joining *all, size_t stretches)
{
    size_t at = 0;

    for (size_t b = 0; b < BUCKETS; b++) {
        all->start[b] = at;
        for (size_t s = 0; s < stretches; s++) {
            size_t count = all->at[s][b];
            all->at[s][b] = at;
            at += count;
        }
    }
    all->start[BUCKETS] = at;
}

/* Finds the first row of each pair of a bucket. */
static bina_status
find_heads(void *self, size_t bucket)
{
    const joining *all = self;
    bina_heap *heap = all->tuples->heap;
    const bina_link_key *entry = all->entry + all->start[bucket];
    size_t count = all->start[bucket + 1] - all->start[bucket], slots = 64;
    uint32_t *slot; /* an entry's number and one; 0 is free */

    if (count == 0)
        return BINA_OK;
    while (slots < 2 * count)
        slots *= 2;
    slot = bina_heap_clear(heap, slots, sizeof(*slot));
    if (slot == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)(hash_of(entry[i].key) >> 16) & (slots - 1);
        bina_heap_pass(heap, i);
        while (slot[at] != 0 && entry[slot[at] - 1].key != entry[i].key)
            at = (at + 1) & (slots - 1);
        if (slot[at] == 0)
            slot[at] = (uint32_t)i + 1;
        all->head[entry[i].row] = entry[slot[at] - 1].row;
    }
    bina_heap_give(heap, slot);
    return BINA_OK;
}

static bina_status
count_heads(void *self, size_t first, size_t last)
{
    const joining *all = self;
    size_t heads = 0;

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->tuples->heap, r);
        heads += all->head[r] == r;
    }
    all->at[first / BINA_PARALLEL_STRETCH][0] = heads;
    return BINA_OK;
}

static bina_status
number_heads(void *self, size_t first, size_t last)
{
    const joining *all = self;
    size_t at = all->at[first / BINA_PARALLEL_STRETCH][0];

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->tuples->heap, r);
        if (all->head[r] != r)
            continue;
        all->tuples->row[at] = (uint32_t)r;
        all->tuples->number[r] = (uint32_t)at++;
    }
    return BINA_OK;
}

static bina_status
number_others(void *self, size_t first, size_t last)
{
    const joining *all = self;

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->tuples->heap, r);
        if (all->head[r] != r)
            all->tuples->number[r] = all->tuples->number[all->head[r]];
    }
    return BINA_OK;
}

/* Numbers all pairs in the order of their first rows. */
static bina_status
number_all(joining *all, size_t stretches, unsigned threads)
{
    bina_link_tuples *tuples = all->tuples;
    size_t count = 0;

    bina_parallel_stretches(threads, all->rows, count_heads, all);
    for (size_t s = 0; s < stretches; s++) {
        size_t heads = all->at[s][0];
        all->at[s][0] = count;
        count += heads;
    }
    bina_heap_give(tuples->heap, tuples->row);
    tuples->row = bina_heap_take(tuples->heap, count + 1, sizeof(*tuples->row));
    if (tuples->row == NULL)
        return BINA_ERR_NO_MEMORY;
    tuples->count = (uint32_t)count;
    bina_parallel_stretches(threads, all->rows, number_heads, all);
    return bina_parallel_stretches(threads, all->rows, number_others, all);
}

/* Numbers the pairs of what rows are numbered by so far and a column. */
static bina_status
join(bina_link_tuples *tuples, const uint32_t *before, const uint32_t *column, uint32_t rows,
     unsigned threads)
{
    joining all = {.before = before, .column = column, .tuples = tuples, .rows = rows};
    size_t stretches = bina_parallel_stretches_of(rows);
    bina_status status = BINA_ERR_NO_MEMORY;

    all.at = calloc(stretches + 1, sizeof(*all.at));
    all.entry = bina_heap_take(tuples->heap, (size_t)rows + 1, sizeof(*all.entry));
    all.head = bina_heap_take(tuples->heap, (size_t)rows + 1, sizeof(*all.head));
    if (all.at == NULL || all.entry == NULL || all.head == NULL)
        goto out;
    bina_heap_widen(tuples->heap, all.entry, rows * sizeof(*all.entry));
    bina_heap_widen(tuples->heap, all.head, rows * sizeof(*all.head));
    bina_parallel_stretches(threads, rows, count_stretch, &all);
    lay_out(&all, stretches);
    bina_parallel_stretches(threads, rows, put_stretch, &all);
    status = bina_parallel(threads, BUCKETS, find_heads, &all);
    bina_heap_give(tuples->heap, all.entry);
    all.entry = NULL;
    if (status == BINA_OK)
        status = number_all(&all, stretches, threads);
out:
    free(all.at);
    bina_heap_give(tuples->heap, all.entry);
    bina_heap_give(tuples->heap, all.head);
    return status;
}

bina_status
bina_link_tuples_make(bina_link_tuples *tuples, bina_heap *heap, const uint32_t *const *columns,
                      size_t count, uint32_t rows, unsigned threads)
{
    bina_status status = BINA_OK;

    memset(tuples, 0, sizeof(*tuples));
    tuples->heap = heap;
    tuples->number = bina_heap_take(heap, (size_t)rows + 1, sizeof(*tuples->number));
    if (tuples->number == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t c = 1; c < count && status == BINA_OK; c++)
        status = join(tuples, c == 1 ? columns[0] : tuples->number, columns[c], rows, threads);
    return status;
}

void
bina_link_tuples_drop(bina_link_tuples *tuples)
{
    bina_heap_give(tuples->heap, tuples->number);
    bina_heap_give(tuples->heap, tuples->row);
    memset(tuples, 0, sizeof(*tuples));
}
