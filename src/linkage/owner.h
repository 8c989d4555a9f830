/* The owner's name inside the business's: "Warung Bu Sri" of Sri says Sri only once. */
#ifndef BINA_SRC_LINKAGE_OWNER_H
#define BINA_SRC_LINKAGE_OWNER_H

#include "linkage/field.h"

#define BINA_LINK_OWNER_ROOM 1024 /* bytes of a standard value at most */

/**
 * Takes the words of each row's persons out of the names of its businesses, so that they are not
 * counted twice. A name with nothing else is no value.
 */
bina_status bina_link_owner_remove(const bina_link_plan *plan, bina_link_field *field,
                                   const bina_link_table *table, unsigned threads);

/** Whether a field's names lose the words of another field's persons. */
bool bina_link_owner_concerns(const bina_link_plan *plan, int business, int person);

/** Writes the words of a business that are none of a person, both standard; returns the length. */
size_t bina_link_owner_leave(const char *business, const char *person,
                             char left[BINA_LINK_OWNER_ROOM]);

#endif
