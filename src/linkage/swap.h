/* Values written in each other's column: given name and surname, street and estate. */
#ifndef BINA_SRC_LINKAGE_SWAP_H
#define BINA_SRC_LINKAGE_SWAP_H

#include "linkage/field.h"

/**
 * Turns round the rows whose values stand the wrong way round. Where nothing tells, a row stays as
 * it is, unless another has the same two values the other way round: then both are read one way.
 */
bina_status bina_link_swap_values(const bina_link_plan *plan, bina_link_field *field, uint32_t rows,
                                  unsigned threads);

/** Whether two fields are such that people mistake one for the other. */
bool bina_link_may_swap(const bina_link_plan *plan, int f, int g);

/**
 * Whether how often values stand where tells that these two stand the wrong way round.
 *
 * @param x, y           values of f and g; no row's that is counted
 * @param x_in_g, y_in_f the same texts in the other field; 0: not there
 */
bool bina_link_swap_is_sure(const bina_link_field *f, const bina_link_field *g, uint32_t x,
                            uint32_t y, uint32_t x_in_g, uint32_t y_in_f);

#endif
