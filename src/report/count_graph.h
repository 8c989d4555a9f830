/* Registrants and the open pairs between them: how far a count may be off, and what is likeliest.
 */
#ifndef BINA_SRC_REPORT_COUNT_GRAPH_H
#define BINA_SRC_REPORT_COUNT_GRAPH_H

#include <bina/value.h>

/** A line of the count. */
typedef struct bina_count_line {
    char unit[16], scope[16];
    int64_t agreed;
    int64_t fewer, more; /* found: how many less or more it may be */
    double likely;       /* found: what is likeliest, as a difference */
} bina_count_line;

typedef struct bina_count_edge bina_count_edge;
typedef struct bina_count_node bina_count_node;

/** Begins all zero. */
typedef struct bina_count_graph {
    bina_count_edge *edges;
    size_t edge_count, edge_room;
    bina_count_node *nodes; /* by id */
    size_t node_count;
    size_t *parents; /* of a union-find over nodes */
} bina_count_graph;

/**
 * Adds a pair.
 *
 * @param ids    its registrants, the smaller id first; twice the same when it lies within one
 * @param lines  of the count they belong to; -1: they are not counted
 * @param chance that they are one; of a pair within a registrant: that it is to be parted, where 1
 *               is decided and anything less leaves it whole
 */
bina_status bina_count_graph_add(bina_count_graph *graph, const bina_id ids[2], const int lines[2],
                                 double chance);

/** Finds `fewer`, `more` and `likely` of every line. BINA_OK or BINA_ERR_NO_MEMORY. */
bina_status bina_count_graph_solve(bina_count_graph *graph, bina_count_line *lines,
                                   size_t line_count);
void bina_count_graph_drop(bina_count_graph *graph);

#endif
