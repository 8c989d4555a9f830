/* Which fields agree together even by chance: village and hamlet, trade and product. */
#ifndef BINA_SRC_LINKAGE_DEPENDENCE_H
#define BINA_SRC_LINKAGE_DEPENDENCE_H

#include "linkage/field.h"

/**
 * Tells each field the fields its chance agreement depends on most, if any. Judged by pairs drawn
 * among rows that agree on the one, and that differ in most other fields.
 */
bina_status bina_link_dependence_find(bina_link_plan *plan, const bina_link_field *field,
                                      uint32_t rows, uint64_t seed, unsigned threads);

#endif
