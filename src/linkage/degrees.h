/*
 * Degrees of latitude and longitude: numbers that say where, not how much. A ratio of two of them
 * means nothing, so they are compared by how far they are apart.
 */
#ifndef BINA_SRC_LINKAGE_DEGREES_H
#define BINA_SRC_LINKAGE_DEGREES_H

#include "linkage/columns.h"
#include "linkage/plan.h"

/** Of a degree: some 200 metres, and a kilometre, of latitude. */
#define BINA_LINK_BESIDE .002
#define BINA_LINK_NEARBY .01

/** BINA_LINK_LATITUDE or BINA_LINK_LONGITUDE where the name of a column says so, else NOWHERE. */
bina_link_level bina_link_degrees_level(const char *name);

/** Compares as degrees the fields whose columns are called so and hold nothing else. */
void bina_link_degrees_find(bina_link_plan *plan, const bina_link_table *table);

#endif
