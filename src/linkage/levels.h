/* How many of all pairs of rows have each level of a field. */
#ifndef BINA_SRC_LINKAGE_LEVELS_H
#define BINA_SRC_LINKAGE_LEVELS_H

#include "linkage/draws.h"
#include "linkage/model.h"

#define BINA_LINK_DRAWS_ANY 200000u /* pairs drawn for bina_link_levels_alone */

/**
 * All pairs by level, whatever else agrees, from how often values occur. Which of a field's values
 * are alike is seen in pairs of any rows where they are too many to be compared beforehand.
 */
void bina_link_levels_alone(const bina_link_field *field, const bina_link_draws *any,
                            double all[BINA_LINK_LEVELS]);

/**
 * The same of every field, and by whether the fields agree that it depends on: from how often
 * values and pairs of values occur; levels between equal and different by draws where pairs agree
 * on the field depended on.
 *
 * @param which bit f: field f is counted; what `all` says of the others stays
 */
bina_status bina_link_levels_count(const bina_link_plan *plan, const bina_link_field *field,
                                   uint32_t rows, uint64_t seed, unsigned threads, uint32_t which,
                                   bina_link_levels all);

#endif
