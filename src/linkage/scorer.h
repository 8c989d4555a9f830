/* Weighing many given pairs fast: what bina_link_engine_weigh says, to the last bit. */
#ifndef BINA_SRC_LINKAGE_SCORER_H
#define BINA_SRC_LINKAGE_SCORER_H

#include <stdatomic.h>
#include "linkage/engine.h"
#include "linkage/nearby.h"
#include "linkage/sieve.h"

/** Patterns whose weight was found lately. */
typedef struct bina_link_known bina_link_known;

/** How many of these are kept for whoever comes next. */
#define BINA_LINK_SPARE 8

/** Once made, any number of threads may ask it. */
typedef struct bina_link_scorer {
    const bina_link_engine *engine;
    bina_link_sieve sieve;
    uint64_t spread[256];  /* of the bits of eight fields: "different" in each */
    uint64_t rise[2][256]; /* of the bits of the first or last eight: from there to "equal" */
    bina_link_nearby nearby[BINA_LINK_FIELDS];
    unsigned steps[BINA_LINK_FIELDS]; /* to a value in the longest list of similar ones */
    bina_link_known *_Atomic spare[BINA_LINK_SPARE]; /* in nobody's hands */
} bina_link_scorer;

/** For an engine that has fitted its model. */
bina_status bina_link_scorer_init(bina_link_scorer *scorer, const bina_link_engine *engine);
void bina_link_scorer_drop(bina_link_scorer *scorer);

/**
 * Weighs pairs of rows, of different rows each; verdicts outrank. Thousands at a time are best.
 *
 * @param pattern of each pair, BINA_LINK_SAME_LIST or 0: the levels of the fields are added
 */
bina_status bina_link_scorer_take(bina_link_scorer *scorer, const uint32_t *a, const uint32_t *b,
                                  size_t count, double *weight, uint64_t *pattern);

#endif
