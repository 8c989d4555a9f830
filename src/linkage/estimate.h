/* What the model expects of its work, shared by the results that tell of it. */
#ifndef BINA_SRC_LINKAGE_ESTIMATE_H
#define BINA_SRC_LINKAGE_ESTIMATE_H

#include <bina/estimates.h>
#include "linkage/report.h"

/** Pairs from a threshold on, how many of them should be one, and how many below it should. */
void bina_link_expect(const bina_link_engine *engine, double threshold, double *links,
                      double *right, double *missed);

/** A way through all rows, those added since the run among them: list by list, as added. */
typedef struct bina_link_tour {
    uint32_t list;   /* the n-th added */
    uint32_t number; /* of the row in its list, from 1 */
    uint32_t row;
} bina_link_tour;

/** Goes to the next row, from a tour that is all 0; false at the end. */
bool bina_link_tour_next(const bina_linkage *linkage, bina_link_tour *tour);

/** How many rows cannot be linked, not even to one just like them. */
int64_t bina_link_count_unlinkable(const bina_linkage *linkage);

#endif
