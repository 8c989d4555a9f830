/* Columns that name the business where it has a name, and else its owner. */
#ifndef BINA_SRC_LINKAGE_MIXED_NAMES_H
#define BINA_SRC_LINKAGE_MIXED_NAMES_H

#include "linkage/columns.h"

/**
 * Where a list has one column of names of both sorts, and another list a column for each, lets
 * either field take the names of its sort from it.
 */
bina_status bina_link_mixed_names_find(bina_link_plan *plan, const bina_link_table *table);

#endif
