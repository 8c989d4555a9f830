/* Weighing many given pairs fast: what bina_link_engine_weigh says, to the last bit. */
#ifndef BINA_SRC_LINKAGE_SCORER_H
#define BINA_SRC_LINKAGE_SCORER_H

#include "linkage/engine.h"
#include "linkage/sieve.h"

/** Read only once made: any number of threads may ask it. */
typedef struct bina_link_scorer {
    const bina_link_engine *engine;
    bina_link_sieve sieve;
    uint64_t spread[256];  /* of the bits of eight fields: "different" in each */
    uint64_t rise[2][256]; /* of the bits of the first or last eight: from there to "equal" */
} bina_link_scorer;

/** For an engine that has fitted its model. */
bina_status bina_link_scorer_init(bina_link_scorer *scorer, const bina_link_engine *engine);
void bina_link_scorer_drop(bina_link_scorer *scorer);

/** Patterns whose weight was found lately. Each thread needs one of its own; NULL: no memory. */
typedef struct bina_link_known bina_link_known;

bina_link_known *bina_link_known_new(void);
void bina_link_known_free(bina_link_known *known);

/** Pairs of a part of the work that one thread does at once. */
#define BINA_LINK_SCORED 32768u

/**
 * Weighs pairs of rows, of different rows each.
 *
 * @param weight, pattern of each pair; verdicts outrank
 */
void bina_link_scorer_take(const bina_link_scorer *scorer, bina_link_known *known,
                           const uint32_t *a, const uint32_t *b, size_t count, double *weight,
                           uint64_t *pattern);

/** The same on as many threads as the engine has. */
bina_status bina_link_scorer_weigh(const bina_link_scorer *scorer, const uint32_t *a,
                                   const uint32_t *b, size_t count, double *weight,
                                   uint64_t *pattern);

#endif
