/* Which fields agree together even by chance: village and hamlet, trade and product. */
#ifndef BINA_SRC_LINKAGE_DEPENDENCE_H
#define BINA_SRC_LINKAGE_DEPENDENCE_H

#include "linkage/model.h"

/**
 * Tells each field the one field its chance agreement depends on most, if any. Judged by pairs
 * drawn among rows that agree on the one, and that differ in most other fields.
 */
bina_status bina_link_dependence_find(bina_link_plan *plan, const bina_link_field *field,
                                      uint32_t rows, uint64_t seed);

/**
 * How many of all pairs have each level, from how often values and pairs of values occur; levels
 * between equal and different by draws where pairs agree on the field depended on.
 */
bina_status bina_link_dependence_count(const bina_link_plan *plan, const bina_link_field *field,
                                       uint32_t rows, uint64_t seed, bina_link_levels all);

#endif
