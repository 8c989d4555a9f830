/*
 * Which rows of large lists may be the same: rows in one block of some rule. What a rule takes of
 * a row is hashed, the rows are sorted by that, and those that share it are a block.
 */
#ifndef BINA_SRC_LINKAGE_BLOCKS_H
#define BINA_SRC_LINKAGE_BLOCKS_H

#include "linkage/rules.h"

/** A rule's blocks lie in so many buckets, each of which is worked on alone. */
#define BINA_LINK_BUCKETS 256u

typedef struct bina_link_blocks_rule {
    unsigned slots;                      /* blocks a row is in at most */
    uint32_t *row;                       /* row by row, block after block; see blocks_row.h */
    uint32_t *next[BINA_LINK_KEYS];      /* of a row, by slot: where in `row` those that follow it
                                            in its block begin; 0: none do */
    size_t start[BINA_LINK_BUCKETS + 1]; /* of a bucket, in `row` */
    uint64_t pairs[BINA_LINK_BUCKETS];   /* in the blocks of a bucket */
} bina_link_blocks_rule;

typedef struct bina_link_blocks {
    uint32_t rows;
    bina_heap *heap; /* where all this lies */
    size_t entries;  /* sorted at once at most, more or less; 0: all of a rule */
    bina_link_blocks_rule *rule;
    size_t rules; /* that are built */
} bina_link_blocks;

/**
 * Makes room for the blocks of a plan's rules.
 *
 * @param memory bytes that sorting may take, more or less; 0: any number. The blocks are the same
 * @return BINA_OK, BINA_ERR_NO_MEMORY, BINA_ERR_FULL (beyond 2^30 rows)
 */
bina_status bina_link_blocks_init(bina_link_blocks *blocks, const bina_link_plan *plan,
                                  bina_heap *heap, uint32_t rows, size_t memory);
void bina_link_blocks_drop(bina_link_blocks *blocks);

/**
 * Builds the blocks of the plan's next rule.
 *
 * @param largest a block of more rows is cut by a part that its rule does not use, then by another
 *                one; rows without a value there, and what is too large to the end, are in no block
 * @param cut     the parts to cut by, in this order
 */
bina_status bina_link_blocks_add(bina_link_blocks *blocks, const bina_link_plan *plan,
                                 bina_link_keyring *ring, size_t largest,
                                 const bina_link_trait *cut, size_t cuts, unsigned threads);

/** Pairs in all blocks; one that is in blocks of several rules is counted in each. */
uint64_t bina_link_blocks_pairs(const bina_link_blocks *blocks);

/** Left rows of a part of a walk. */
#define BINA_LINK_PART 1024u

/** The parts that a walk over all pairs is done in, whatever the number of threads. */
static inline size_t
bina_link_blocks_parts(const bina_link_blocks *blocks)
{
    return ((size_t)blocks->rows + BINA_LINK_PART - 1) / BINA_LINK_PART;
}

/** At most so many pairs are seen at once. */
#define BINA_LINK_BATCH 1024

/** Sees pairs a[i] < b[i]. */
typedef bina_status bina_link_blocks_see(void *self, const uint32_t *a, const uint32_t *b,
                                         size_t count);

typedef struct bina_link_walk {
    const bina_link_blocks *blocks;
    const bina_link_table *table;
    const bool *alone; /* of a list: no two of its rows are a pair; may be NULL */
    uint32_t every;    /* only one in so many rows is a left row; 1: all are */
    bina_link_blocks_see *see;
    void *self;
} bina_link_walk;

/** Whether a row is a left row of a walk. */
bool bina_link_walk_takes(const bina_link_walk *walk, uint32_t row);

/**
 * Walks over the pairs of a part's left rows, which ascend, as do the right rows of each. Over all
 * parts every pair that shares a block is seen once. Parts may be walked on several threads.
 */
bina_status bina_link_blocks_walk(const bina_link_walk *walk, size_t part);

#endif
