/* Pairs of rows that may be one, with their weights. */
#ifndef BINA_SRC_LINKAGE_EDGES_H
#define BINA_SRC_LINKAGE_EDGES_H

#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "base/heap.h"

/** A scored pair of rows, a < b. */
typedef struct bina_link_edge {
    uint32_t a, b;
    double weight; /* log2 odds, prior included */
} bina_link_edge;

typedef struct bina_link_edges {
    bina_link_edge *edge;
    size_t count, room;
    bina_heap *heap; /* where they lie */
} bina_link_edges;

void bina_link_edges_drop(bina_link_edges *edges);

bina_status bina_link_edges_add(bina_link_edges *edges, uint32_t a, uint32_t b, double weight);

/** Adds all pairs of another. */
bina_status bina_link_edges_append(bina_link_edges *edges, const bina_link_edges *other);

/**
 * Brings parts together, sorted by a, then b, whatever their order was. Pairs must be different.
 *
 * @param part emptied
 * @param rows more than any a or b
 */
bina_status bina_link_edges_join(bina_link_edges *edges, bina_link_edges *part, size_t parts,
                                 uint32_t rows);

#endif
