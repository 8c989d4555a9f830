/* Columns of several lists that are the same field: by name, by role, by the values they share. */
#ifndef BINA_SRC_LINKAGE_COLUMNS_MATCH_H
#define BINA_SRC_LINKAGE_COLUMNS_MATCH_H

#include "linkage/columns.h"

/** Makes a column a source of a field; the first one says how the field is compared. */
bina_status bina_link_columns_give(bina_link_spec *spec, const bina_link_candidate *candidate,
                                   bina_link_take take);

/** Gives columns that are called like a field of the plan, of which nothing was said, to it. */
bina_status bina_link_columns_namesakes(bina_link_plan *plan, const bina_link_table *table,
                                        bina_link_candidate *candidates, size_t count);

/**
 * Gives every column that is left to the field it fits best, or to a field of its own as long as
 * the plan has room.
 */
bina_status bina_link_columns_match(bina_link_plan *plan, const bina_link_table *table,
                                    bina_link_candidate *candidates, size_t count,
                                    unsigned threads);

#endif
