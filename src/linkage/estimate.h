/* What the model expects of its work, shared by the results that tell of it. */
#ifndef BINA_SRC_LINKAGE_ESTIMATE_H
#define BINA_SRC_LINKAGE_ESTIMATE_H

#include <bina/estimates.h>
#include "linkage/report.h"

/** Pairs from a threshold on, how many of them should be one, and how many below it should. */
void bina_link_expect(const bina_link_engine *engine, double threshold, double *links,
                      double *right, double *missed);

/** How many rows cannot be linked, not even to one just like them. */
uint64_t bina_link_count_unlinkable(const bina_link_engine *engine);

#endif
