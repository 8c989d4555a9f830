/* Lists that have every thing once. */
#ifndef BINA_SRC_LINKAGE_SINGLE_H
#define BINA_SRC_LINKAGE_SINGLE_H

#include <stdbool.h>
#include "linkage/edges.h"

/**
 * Finds the lists that do not repeat themselves: hardly any pair inside is as strong as most of
 * those that their rows have in other lists, though many rows have one there. What is written twice
 * in one list is written more alike than in two.
 *
 * @param list_of of a row
 * @param rows    of a list
 * @param single  of a list; set
 */
bina_status bina_link_single_find(const bina_link_edges *edges, const uint32_t *list_of,
                                  const uint32_t *rows, uint32_t lists, bool *single);

#endif
