/* From links to entities: groups that agree as wholes, not chains of neighbours. */
#ifndef BINA_SRC_LINKAGE_CLUSTER_H
#define BINA_SRC_LINKAGE_CLUSTER_H

#include <stdbool.h>
#include "linkage/edges.h"

/** Weights that decide alone, whatever the data says: a person's verdict. */
#define BINA_LINK_SAME              1000.0
#define BINA_LINK_DIFFERENT_VERDICT (-1000.0)

typedef struct bina_link_clustering {
    uint32_t rows;
    const bina_link_edge *edge; /* sorted by a, then b */
    size_t edges;
    double threshold;     /* the weight from which two rows, or two groups on average, are one */
    double mates;         /* how many others a row is expected to be one with */
    const uint32_t *list; /* of a row */
    const bool *single;   /* of a list: at most one of its rows in an entity */
    /** The weight of a pair that is not among the edges. */
    double (*weigh)(void *self, uint32_t a, uint32_t b);
    void *self;
    unsigned threads; /* `weigh` is asked by so many at once */
    bina_heap *heap;  /* where what is needed meanwhile lies */
} bina_link_clustering;

/** Gives each row the least row of its entity. */
bina_status bina_link_cluster(const bina_link_clustering *clustering, uint32_t *entity);

#endif
