/*
 * Weighing many pairs at once. Of large lists nearly all that a pair needs lies far away in memory:
 * rows, and what is kept of their values. So pairs go through their fields together: while one is
 * looked at, what the others need is on its way.
 */
#ifndef BINA_SRC_LINKAGE_JUDGE_MANY_H
#define BINA_SRC_LINKAGE_JUDGE_MANY_H

#include "linkage/outset.h"

/** At most so many pairs are weighed at once: what they need fits the nearest cache. */
#define BINA_LINK_TRIALS 64

/** A pair that reached the judge's least weight. */
typedef struct bina_link_kept {
    uint32_t pair; /* which of those asked about */
    double weight;
} bina_link_kept;

/**
 * Weighs pairs of rows, each as bina_link_judge_pair does to the last bit.
 *
 * @param same_list of a pair: whether its rows are of one list
 * @param count     at most BINA_LINK_TRIALS
 * @param kept      room for `count`; in the order of the pairs
 * @return how many are kept
 */
size_t bina_link_judge_many(const bina_link_outset *outset, const bina_link_rows *rows,
                            const uint32_t *a, const uint32_t *b, const bool *same_list,
                            size_t count, bina_link_kept *kept);

#endif
