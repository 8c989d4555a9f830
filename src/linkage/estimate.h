/* What the model expects of its work, shared by the results that tell of it. */
#ifndef BINA_SRC_LINKAGE_ESTIMATE_H
#define BINA_SRC_LINKAGE_ESTIMATE_H

#include <bina/estimates.h>
#include "linkage/report.h"

typedef struct bina_link_counts {
    int64_t rows, entities;
    int64_t shared;   /* entities of more than one row */
    int64_t together; /* pairs of rows in one entity */
} bina_link_counts;

bina_status bina_link_count(const bina_linkage *linkage, bina_link_counts *counts);

/** How many pairs of rows in one entity should be, and how many more should be. */
bina_status bina_link_expect(const bina_linkage *linkage, const bina_link_counts *counts,
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
