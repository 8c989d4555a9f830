/* The owner's name inside the business's: "Warung Bu Sri" of Sri says Sri only once. */
#ifndef BINA_SRC_LINKAGE_OWNER_H
#define BINA_SRC_LINKAGE_OWNER_H

#include "linkage/field.h"

/**
 * Takes the words of each row's persons out of the names of its businesses, so that they are not
 * counted twice. A name with nothing else is no value.
 */
bina_status bina_link_owner_remove(const bina_link_plan *plan, bina_link_field *field,
                                   const bina_link_table *table);

#endif
