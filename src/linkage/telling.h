/* Passing over pairs that cannot weigh enough, without weighing them: nearly all. */
#ifndef BINA_SRC_LINKAGE_TELLING_H
#define BINA_SRC_LINKAGE_TELLING_H

#include "linkage/model.h"

/**
 * A pair of this left row that agrees, more or less, in none of the fields given back weighs less
 * than `least`, whatever it is in the others. Lossless: a bound, not a guess.
 *
 * @param rarities whether the frequency of what agrees is weighed, too
 * @return the bits of a pattern that only agreement in those fields sets
 */
uint64_t bina_link_telling(const bina_link_model *model, const bina_link_plan *plan,
                           const bina_link_field *field, uint32_t row, double least, bool rarities);

#endif
