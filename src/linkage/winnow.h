/*
 * Which of many pairs reach the least weight, and their patterns: many at a time, so that what is
 * known of a value is fetched while others are looked at. No pair that a judge would keep is
 * dropped.
 */
#ifndef BINA_SRC_LINKAGE_WINNOW_H
#define BINA_SRC_LINKAGE_WINNOW_H

#include "linkage/judge.h"
#include "linkage/sieve.h"

/** What is known of a field of two rows: no value on one side, different, neither, the same. */
#define BINA_LINK_KINDS 4

/** Read only once made: any number of threads may ask it. */
typedef struct bina_link_winnow {
    const bina_link_judge *judge;
    bina_link_sieve sieve;
    double start; /* what a pair has before its fields, and more than rounding could take */
    double kind[BINA_LINK_FIELDS][BINA_LINK_STATES][BINA_LINK_KINDS]; /* what it adds at most */
    int look[BINA_LINK_FIELDS]; /* the fields to compare first, in this order */
    int looks;
} bina_link_winnow;

/** For a judge, whose fields get no more values. */
bina_status bina_link_winnow_init(bina_link_winnow *winnow, const bina_link_judge *judge);
void bina_link_winnow_drop(bina_link_winnow *winnow);

/** A pair that may be of account: its pattern but for its lists, its place among those given. */
typedef struct bina_link_winnowed {
    uint64_t pattern;
    uint32_t place;
} bina_link_winnowed;

/**
 * Picks the pairs that may be of account.
 *
 * @param kept has room for `count`, in the order of their places
 * @return how many
 */
size_t bina_link_winnow_pass(const bina_link_winnow *winnow, const bina_link_rows *rows,
                             const uint32_t *a, const uint32_t *b, size_t count,
                             bina_link_winnowed *kept);

#endif
