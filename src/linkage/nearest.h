/*
 * Values of two lists that are nearer to each other, by far, than anything else is to either.
 *
 * Of lists of one column nothing says how unlike two values of one thing may be: no other field
 * agrees. But each list says how unlike two things are. Where a value is much nearer to one of the
 * other list than to all of its own, and so is that one, no third value lies between them.
 */
#ifndef BINA_SRC_LINKAGE_NEAREST_H
#define BINA_SRC_LINKAGE_NEAREST_H

#include "linkage/field.h"
#include "linkage/table.h"

/** Whether such values are looked for: the field is all that lists have, and is of words. */
bool bina_link_nearest_is_of_use(const bina_link_plan *plan, const bina_link_field *field,
                                 const bina_link_table *table);

/**
 * Gives such values the level just below equality, as other words for the same have.
 *
 * @param link how often they must be expected to be right; within the lists, where none are, so
 *             many pairs lie as near by themselves as are expected to be wrong
 * @param found whether there are any
 */
bina_status bina_link_nearest_find(bina_link_field *field, const bina_link_table *table,
                                   double link, unsigned threads, bool *found);

#endif
