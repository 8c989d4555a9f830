#include "linkage/tuples.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 12u /* rows looked up later whose slots are fetched */

/* Pairs of numbers: open addressing, not more than half full. */
typedef struct pairs {
    uint64_t *key;
    uint32_t *number; /* and one; 0 is free */
    uint32_t slots;
    bina_heap *heap;
} pairs;

static uint32_t
slot_of(const pairs *all, uint64_t key)
{
    uint64_t h = key * 0x9E3779B97F4A7C15u;

    h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(h >> 32) & (all->slots - 1);
}

static uint32_t
seek(const pairs *all, uint64_t key)
{
    uint32_t at = slot_of(all, key);

    while (all->number[at] != 0 && all->key[at] != key)
        at = (at + 1) & (all->slots - 1);
    return at;
}

static bina_status
widen(pairs *all)
{
    pairs made = {NULL, NULL, all->slots == 0 ? 1024 : all->slots * 2, all->heap};

    if (made.slots == 0)
        return BINA_ERR_FULL;
    made.key = bina_heap_take(made.heap, made.slots, sizeof(*made.key));
    made.number = bina_heap_clear(made.heap, made.slots, sizeof(*made.number));
    if (made.key == NULL || made.number == NULL) {
        bina_heap_give(made.heap, made.key);
        bina_heap_give(made.heap, made.number);
        return BINA_ERR_NO_MEMORY;
    }
    bina_heap_widen(made.heap, made.key, made.slots * sizeof(*made.key));
    bina_heap_widen(made.heap, made.number, made.slots * sizeof(*made.number));
    for (uint32_t i = 0; i < all->slots; i++)
        if (all->number[i] != 0) {
            uint32_t at = seek(&made, all->key[i]);
            made.key[at] = all->key[i];
            made.number[at] = all->number[i];
        }
    bina_heap_give(all->heap, all->key);
    bina_heap_give(all->heap, all->number);
    *all = made;
    return BINA_OK;
}

static void
fetch(const pairs *all, uint64_t key)
{
#if defined(__GNUC__)
    uint32_t at = slot_of(all, key);
    __builtin_prefetch(&all->number[at]);
    __builtin_prefetch(&all->key[at]);
#else
    (void)all, (void)key;
#endif
}

/* Numbers the pairs of what rows are numbered by so far and a column. */
static bina_status
join(bina_link_tuples *tuples, const uint32_t *before, const uint32_t *column, uint32_t rows)
{
    pairs all = {NULL, NULL, 0, tuples->heap};
    bina_status status = widen(&all);

    tuples->count = 0;
    for (uint32_t r = 0; r < rows && status == BINA_OK; r++) {
        uint64_t key = (uint64_t)before[r] << 32 | column[r];
        uint32_t at;
        bina_heap_pass(tuples->heap, r);
        if (r + AHEAD < rows)
            fetch(&all, (uint64_t)before[r + AHEAD] << 32 | column[r + AHEAD]);
        at = seek(&all, key);
        if (all.number[at] == 0) {
            if (!bina_heap_reserve(tuples->heap, &tuples->row, &tuples->room,
                                   (size_t)tuples->count + 1, sizeof(*tuples->row))) {
                status = BINA_ERR_NO_MEMORY;
                break;
            }
            tuples->row[tuples->count++] = r;
            all.key[at] = key;
            all.number[at] = tuples->count;
            tuples->number[r] = tuples->count - 1;
            if (tuples->count > all.slots / 2)
                status = widen(&all);
        } else {
            tuples->number[r] = all.number[at] - 1;
        }
    }
    bina_heap_give(all.heap, all.key);
    bina_heap_give(all.heap, all.number);
    return status;
}

bina_status
bina_link_tuples_make(bina_link_tuples *tuples, bina_heap *heap, const uint32_t *const *columns,
                      size_t count, uint32_t rows)
{
    bina_status status = BINA_OK;

    memset(tuples, 0, sizeof(*tuples));
    tuples->heap = heap;
    tuples->number = bina_heap_take(heap, (size_t)rows + 1, sizeof(*tuples->number));
    if (tuples->number == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t c = 1; c < count && status == BINA_OK; c++)
        status = join(tuples, c == 1 ? columns[0] : tuples->number, columns[c], rows);
    return status;
}

void
bina_link_tuples_drop(bina_link_tuples *tuples)
{
    bina_heap_give(tuples->heap, tuples->number);
    bina_heap_give(tuples->heap, tuples->row);
    memset(tuples, 0, sizeof(*tuples));
}
