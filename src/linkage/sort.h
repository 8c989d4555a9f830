/* Sorting 64-bit keys. */
#ifndef BINA_SRC_LINKAGE_SORT_H
#define BINA_SRC_LINKAGE_SORT_H

#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "base/heap.h"

/** Sorts in ascending order by radix; bytes that all keys share cost nothing. */
bina_status bina_linkage_sort(uint64_t *keys, size_t count);

/** The same, with what is needed beside them in a heap. */
bina_status bina_linkage_sort_in(bina_heap *heap, uint64_t *keys, size_t count);

/** A 64-bit key with the row that bears it. */
typedef struct bina_link_key {
    uint64_t key;
    uint32_t row;
} bina_link_key;

/** Sorts by key, keeping rows of equal keys in their order. */
bina_status bina_linkage_sort_keys(bina_link_key *keys, size_t count);
bina_status bina_linkage_sort_keys_in(bina_heap *heap, bina_link_key *keys, size_t count);

/**
 * Sorts numbers of which only the bits from `shift` on are the key, keeping the order of the
 * others; `spare` has room for as many.
 */
void bina_link_sort_entries(uint64_t *entry, size_t count, uint64_t *spare, unsigned shift);

#endif
