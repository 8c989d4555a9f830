/* Fields that say the same thing twice: parts in wholes, villages in districts. */
#ifndef BINA_SRC_LINKAGE_NESTED_H
#define BINA_SRC_LINKAGE_NESTED_H

#include "linkage/field.h"

/**
 * Looks for dependent fields once they are read. A field that only joins others (a full name beside
 * its parts) or whose values never repeat is dropped; a coarser field (district) is told which
 * finer one (village) implies it. Moves what is left together.
 */
bina_status bina_link_nested_find(bina_link_plan *plan, bina_link_field *field, uint32_t rows);

#endif
