/* Pairs of rows drawn by lot, the same for the same seed, and how they compare. */
#ifndef BINA_SRC_LINKAGE_DRAWS_H
#define BINA_SRC_LINKAGE_DRAWS_H

#include "linkage/field.h"

/** Rows in order of their value of a field, and where each value's rows begin. */
typedef struct bina_link_groups {
    uint32_t *row;
    size_t *start;   /* of a value, and the end of the last */
    bina_heap *heap; /* where they lie */
} bina_link_groups;

/** Drop them in any case. */
bina_status bina_link_groups_make(bina_link_groups *groups, const bina_link_field *field,
                                  uint32_t rows);
void bina_link_groups_drop(bina_link_groups *groups);

typedef struct bina_link_draws {
    uint32_t *a, *b;  /* the two rows of a pair */
    uint32_t *weight; /* how many pairs like it a pair stands for; NULL: one each */
    size_t count;
} bina_link_draws;

/** How many pairs to try where `most` are tried in long lists: fewer in shorter ones. */
size_t bina_link_draws_tries(uint32_t rows, size_t most);

/** Draws so many pairs of any rows; a row may meet itself. Drop them in any case. */
bina_status bina_link_draws_any(bina_link_draws *draws, uint32_t rows, uint64_t seed, size_t tries);

/**
 * Draws pairs of rows that agree on the field that the groups are of: fewer than were tried, as
 * some rows are the only one with their value, or have none. Drop them in any case.
 */
bina_status bina_link_draws_agreeing(bina_link_draws *draws, const bina_link_field *field,
                                     const bina_link_groups *groups, uint32_t rows, uint64_t seed,
                                     size_t tries);
void bina_link_draws_drop(bina_link_draws *draws);

/** Pairs that are compared at once. */
#define BINA_LINK_DRAWN 64u

/** Takes the field's values of up to BINA_LINK_DRAWN pairs from pair `first` on; returns of how
 * many. */
size_t bina_link_draws_take(const bina_link_draws *draws, size_t first,
                            const bina_link_field *field, uint32_t *a, uint32_t *b);

/** The levels of pairs of values. */
void bina_link_draws_compare(const bina_link_field *field, const uint32_t *a, const uint32_t *b,
                             size_t count, uint8_t *level);

#endif
