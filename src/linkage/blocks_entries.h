/* The rows that have a key by one rule, sorted out by the key's first bits. */
#ifndef BINA_SRC_LINKAGE_BLOCKS_ENTRIES_H
#define BINA_SRC_LINKAGE_BLOCKS_ENTRIES_H

#include "linkage/blocks.h"
#include "linkage/keys.h"

/*
 * A row with a key on its way to a block: 30 bits of the key (the 8 before them name the bucket),
 * the row, and which of the row's keys it is.
 */
#define BINA_LINK_ENTRY_SHIFT 34

typedef struct bina_link_entries {
    const bina_link_keys *keys[BINA_LINK_TRAITS]; /* of the rule */
    unsigned slots;                               /* keys of a row at most */
    uint32_t rows;
    bina_heap *heap;
    size_t first, end;                         /* the buckets at work */
    uint32_t (*start)[BINA_LINK_BUCKETS + 1u]; /* of a chunk of rows: where a bucket begins */
    size_t *base;                              /* of a chunk: where its entries at work begin */
    uint64_t *entry;
    bool counted;
} bina_link_entries;

/** The last bits of a key for an entry: those of a row in a bucket that tell keys apart. */
uint64_t bina_link_entry_key(uint32_t key);

/** Drop it in any case. What `keys` to `heap` say is set. */
bina_status bina_link_entries_init(bina_link_entries *entries);
void bina_link_entries_drop(bina_link_entries *entries);

/** Counts the rows of all buckets, so that some of these can be taken at a time. */
void bina_link_entries_count(bina_link_entries *entries, unsigned threads);

/** Sorts out the rows of some buckets, which must be all when they were not counted. */
bina_status bina_link_entries_take(bina_link_entries *entries, size_t first, size_t end,
                                   unsigned threads);

/** How many rows a bucket has, once it was counted or taken. */
size_t bina_link_entries_in(const bina_link_entries *entries, size_t bucket);

/** Copies a bucket that was taken, in the order of its rows. */
void bina_link_entries_copy(const bina_link_entries *entries, size_t bucket, uint64_t *to);

#endif
