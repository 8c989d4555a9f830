/*
 * Which of many pairs are worth judging: those that could not reach the least weight whatever their
 * texts say are dropped, many at a time, so that what is known of a value is fetched while others
 * are looked at. No pair that a judge would keep is dropped.
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
    /* Of a field, by state: what its kind adds at most, and what a level or any below it adds. */
    double kind[BINA_LINK_FIELDS][BINA_LINK_STATES][BINA_LINK_KINDS];
    double most[BINA_LINK_FIELDS][BINA_LINK_STATES][BINA_LINK_LEVELS];
    int look[BINA_LINK_FIELDS]; /* the fields to glance at, in this order */
    int looks;
} bina_link_winnow;

/** For a judge, whose fields get no more values. */
bina_status bina_link_winnow_init(bina_link_winnow *winnow, const bina_link_judge *judge);
void bina_link_winnow_drop(bina_link_winnow *winnow);

/**
 * Picks the pairs that may be of account.
 *
 * @param kept has room for `count`: their places, ascending
 * @return how many
 */
size_t bina_link_winnow_pass(const bina_link_winnow *winnow, const bina_link_rows *rows,
                             const uint32_t *a, const uint32_t *b, size_t count, uint32_t *kept);

#endif
