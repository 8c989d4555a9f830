/* Ages, which mean nothing by themselves years later: read as years of birth. */
#ifndef BINA_SRC_LINKAGE_AGES_H
#define BINA_SRC_LINKAGE_AGES_H

#include "linkage/field.h"
#include "linkage/table.h"

/**
 * Adds what lists have of ages to the day of birth that another list has, or to its ages, where
 * rows that are called alike show in which year they were told.
 */
bina_status bina_link_ages_find(bina_link_plan *plan, const bina_link_table *table);

/** Finds that year for columns that settings say to be ages. */
bina_status bina_link_ages_settle(bina_link_plan *plan, const bina_link_table *table);

/** The year of birth by an age and the year it was told, as text; returns its length, 0 for none.
 */
size_t bina_link_age_born(const char *text, size_t length, int year, char born[8]);

#endif
