/* Pairs that share much and yet are two: which fields tell them apart, what else they share. */
#ifndef BINA_SRC_LINKAGE_RELATIVES_H
#define BINA_SRC_LINKAGE_RELATIVES_H

#include "linkage/model.h"

/** Views of what tells relatives apart, at most. */
#define BINA_LINK_VIEWS 4

/**
 * The views worth trying: by the field that names one, -1 for what is usual of such fields, first.
 *
 * @return how many
 */
size_t bina_link_relatives_views(const bina_link_plan *plan, const bina_link_field *field,
                                 int naming[BINA_LINK_VIEWS]);

/** Finds what tells relatives apart in a view; sets `owners` and `thing` of a model. */
void bina_link_relatives_find(bina_link_model *model, const bina_link_plan *plan,
                              const bina_link_field *field, int naming);

/**
 * Sets `kin` of a model from how many relatives are expected to have each level; m and u are set.
 *
 * @param seen  NULL before there are any
 */
void bina_link_relatives_set(bina_link_model *model, const bina_link_plan *plan,
                             bina_link_levels seen);

#endif
