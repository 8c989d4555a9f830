/* Fields that say nothing new: wholes beside their parts, numbers that never repeat. */
#ifndef BINA_SRC_LINKAGE_NESTED_H
#define BINA_SRC_LINKAGE_NESTED_H

#include "linkage/field.h"

/**
 * Drops fields once they are read: one that only joins others (a full name beside its parts), has
 * one value for all, or numbers that never repeat. Moves what is left together.
 */
bina_status bina_link_nested_find(bina_link_plan *plan, bina_link_field *field, uint32_t rows);

#endif
