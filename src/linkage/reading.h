/* The lists' columns standardised into fields. */
#ifndef BINA_SRC_LINKAGE_READING_H
#define BINA_SRC_LINKAGE_READING_H

#include "linkage/field.h"

/** Makes the fields of a plan, which must outlive them, without a value in any row. */
bina_status bina_link_reading_begin(bina_link_field *field, const bina_link_plan *plan,
                                    const bina_link_table *table);

/**
 * Puts the values of one list into the fields, list by list from the first on. Its columns keep
 * their names only: what they held is dropped as soon as it is read.
 */
bina_status bina_link_reading_list(bina_link_field *field, const bina_link_plan *plan,
                                   bina_link_table *table, uint32_t list, unsigned threads);

/** Counts the values and finds out what comparing them needs, once all lists are read. */
bina_status bina_link_reading_end(bina_link_field *field, const bina_link_plan *plan,
                                  const bina_link_table *table, unsigned threads);

#endif
