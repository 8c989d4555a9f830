/* Other words for the same, learnt from the lists: one office's kios is another's warung. */
#ifndef BINA_SRC_LINKAGE_SYNONYMS_H
#define BINA_SRC_LINKAGE_SYNONYMS_H

#include "linkage/model.h"
#include "linkage/pairs.h"

/**
 * Looks at pairs that match by everything else, before any estimation. Two values that meet there
 * far more often than by chance are given the level just below equality.
 *
 * @param all_pairs of rows of two lists, of one list
 */
bina_status bina_link_synonyms_learn(const bina_link_plan *plan, bina_link_field *field,
                                     bina_link_pairs *pairs, uint32_t rows,
                                     const double all_pairs[2], uint64_t seed);

#endif
