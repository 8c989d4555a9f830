/* How much of one column's values another column has too, for many pairs of columns. */
#ifndef BINA_SRC_LINKAGE_OVERLAP_H
#define BINA_SRC_LINKAGE_OVERLAP_H

#include "linkage/columns.h"

/**
 * What was looked up already. Values are compared by hashes of 64 bits: a column is read once,
 * however many others it is held against.
 */
typedef struct bina_link_overlap {
    const bina_link_table *table;
    const bina_link_candidate *candidates;
    size_t count;
    struct bina_link_overlap_side *side; /* one a candidate */
    uint64_t *hash;                      /* open addressing: of the values looked for; 0 is free */
    uint32_t *number;                    /* of a hash: its place in a side's `has` */
    size_t slots;
    uint32_t known;
} bina_link_overlap;

/** Takes samples of all candidates, which must stay as they are. Drop it in any case. */
bina_status bina_link_overlap_init(bina_link_overlap *overlap, const bina_link_table *table,
                                   const bina_link_candidate *candidates, size_t count,
                                   unsigned threads);
void bina_link_overlap_drop(bina_link_overlap *overlap);

/**
 * The share of the values of candidate a (up to 2000 looked at) that candidate b has too, or of
 * the rows that have them if it is more.
 *
 * Several threads may ask, each of other candidates b.
 */
bina_status bina_link_overlap_share(bina_link_overlap *overlap, size_t a, size_t b, double *share);

#endif
