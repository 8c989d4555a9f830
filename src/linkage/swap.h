/* Values written in each other's column: given name and surname, street and estate. */
#ifndef BINA_SRC_LINKAGE_SWAP_H
#define BINA_SRC_LINKAGE_SWAP_H

#include "linkage/field.h"

/**
 * Turns round the rows whose values stand the wrong way round. Where nothing tells, a row stays as
 * it is, unless another has the same two values the other way round: then both are read one way.
 */
bina_status bina_link_swap_values(const bina_link_plan *plan, bina_link_field *field,
                                  uint32_t rows);

#endif
