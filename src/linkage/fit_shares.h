/* The shares of levels among matches: never nothing, and different no more often than may be. */
#ifndef BINA_SRC_LINKAGE_FIT_SHARES_H
#define BINA_SRC_LINKAGE_FIT_SHARES_H

#include "linkage/model.h"

/** The last level that counts as different: titles that share a word or two are different. */
unsigned bina_link_last_different(const bina_link_model *model, const bina_link_plan *plan, int f);

/**
 * At most so many matches differ in a field of this kind. What names one alone may be mistyped, but
 * does not usually change; without this bound, neighbours in one trade pass for one enterprise.
 *
 * @param last the last level meant, up to that above: fewer share nothing than share but little
 */
double bina_link_most_different(const bina_link_model *model, const bina_link_plan *plan, int f,
                                unsigned last);

/**
 * Sets m of a model.
 *
 * @param matched how many matches are expected to have each level
 * @param first   what is usual of matches
 */
void bina_link_shares_set(bina_link_model *model, const bina_link_plan *plan,
                          bina_link_levels matched,
                          double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS]);

#endif
