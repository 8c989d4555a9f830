/* Names that one list has in one column and another in two. */
#ifndef BINA_SRC_LINKAGE_WHOLE_NAMES_H
#define BINA_SRC_LINKAGE_WHOLE_NAMES_H

#include "linkage/columns.h"

/** Takes a column of text for names, where its list has none, and others have its words as names.
 */
void bina_link_find_people(const bina_link_table *table, bina_link_candidate *candidates,
                           size_t count);

/**
 * Where some lists have whole names and all others given names and surnames apart, adds one field
 * of whole names. Candidates that go into it are marked.
 */
bina_status bina_link_whole_names(bina_link_plan *plan, const bina_link_table *table,
                                  bina_link_candidate *candidates, size_t count);

#endif
