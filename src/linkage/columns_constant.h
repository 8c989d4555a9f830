/* Columns that have one value for all rows of their list. */
#ifndef BINA_SRC_LINKAGE_COLUMNS_CONSTANT_H
#define BINA_SRC_LINKAGE_COLUMNS_CONSTANT_H

#include "linkage/columns.h"

/**
 * Lets go of such columns where no list has the value among others: the list of one village is held
 * against that of many by the village, but where none is called so nothing would ever agree. Those
 * that tell nothing are said not to be stable.
 */
bina_status bina_link_columns_constant(const bina_link_table *table,
                                       bina_link_candidate *candidates, size_t count);

#endif
