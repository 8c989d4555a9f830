/* What follows from what, when pairs of registrants are asked about one after the other. */
#ifndef BINA_SRC_REGISTER_REVIEW_FOREST_H
#define BINA_SRC_REGISTER_REVIEW_FOREST_H

#include <stdbool.h>
#include <stddef.h>
#include <bina/value.h>
#include <bina/status.h>

/** Registrants and what they are joined to, should every pair turn out the same. */
typedef struct bina_review_forest {
    bina_id *ids; /* in order, once each */
    size_t *root;
    size_t *pairs; /* open pairs that touch it */
    bool *parted;  /* a pair within it was asked already */
    size_t count;
} bina_review_forest;

/**
 * Begins with every registrant by itself.
 *
 * @param ids taken over; in any order, as often as they come
 * @return BINA_OK or BINA_ERR_NO_MEMORY; to be dropped in any case
 */
bina_status bina_review_forest_plant(bina_review_forest *forest, bina_id *ids, size_t count);
void bina_review_forest_drop(bina_review_forest *forest);

/** Counts an open pair of two registrants, which may be one. */
void bina_review_forest_touch(bina_review_forest *forest, bina_id one, bina_id two);

/** How many open pairs but one touch a registrant; 0 when it is none yet. */
size_t bina_review_forest_rivals(const bina_review_forest *forest, bina_id registrant);

/** Whether the answer to a pair is known once those before it turned out the same. */
bool bina_review_forest_implies(bina_review_forest *forest, bina_id one, bina_id two);

#endif
