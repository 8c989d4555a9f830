/* Columns that are said to change from visit to visit, and do not. */
#ifndef BINA_SRC_LINKAGE_COLUMNS_STEADY_H
#define BINA_SRC_LINKAGE_COLUMNS_STEADY_H

#include "linkage/columns.h"

/**
 * Takes as stable the candidates that are not, by their names ("date", "price", "remarks"), but in
 * which rows agree that are surely one: those that alone share a value of a telling column, and
 * agree in most others.
 */
bina_status bina_link_columns_steady(const bina_link_table *table, bina_link_candidate *candidates,
                                     size_t count);

#endif
