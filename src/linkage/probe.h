/*
 * The rows that can reach a weight with a row, found without meeting any other.
 *
 * Of the fields that are not passed over (chance.h), what agreement in each could add is added up
 * for whoever holds a value like this row's; those for whom it could be enough are candidates. No
 * pair of the weight asked for is lost.
 */
#ifndef BINA_SRC_LINKAGE_PROBE_H
#define BINA_SRC_LINKAGE_PROBE_H

#include "linkage/against.h"
#include "linkage/chance.h"
#include "linkage/holders.h"

/** What is known of the rows: read only once made. */
typedef struct bina_link_probe {
    const bina_link_table *table;
    const bina_link_field *field;
    const bina_link_rows *rows;
    const bool *alone; /* of a list: its rows are not compared with each other; may be NULL */
    int fields;
    bina_link_holders holders[BINA_LINK_FIELDS];
} bina_link_probe;

bina_status bina_link_probe_init(bina_link_probe *probe, const bina_link_table *table,
                                 const bina_link_field *field, int fields,
                                 const bina_link_rows *rows, const bool *alone);
void bina_link_probe_drop(bina_link_probe *probe);

/** One thread's work. */
typedef struct bina_link_probing {
    bina_link_against against;
    float *gain;     /* of a row from `from` on: at least what agreement adds; unless all are */
    uint32_t *other; /* the candidates, ascending, all greater than the left row */
    size_t count;
    uint32_t from;     /* the first row that the left row may be compared with */
    uint32_t list_end; /* rows below this one are of the left row's list */
    bool all;          /* whether all of those are candidates */
    float need;        /* otherwise, what a candidate has gained */
} bina_link_probing;

bina_status bina_link_probing_init(bina_link_probing *probing, const bina_link_probe *probe);
void bina_link_probing_drop(bina_link_probing *probing);

/** Finds all rows after `row` that could have the judge's least weight with it, and some more. */
void bina_link_probe_row(const bina_link_probe *probe, const bina_link_judge *judge,
                         bina_link_probing *probing, uint32_t row);

/**
 * Takes others that the last left row may be compared with in place of its candidates.
 *
 * @param first, every the first that is looked at, and one in so many after it
 */
void bina_link_probe_rest(const bina_link_probe *probe, bina_link_probing *probing, uint32_t first,
                          uint32_t every);

/** How many rows are met to find the candidates of a row. */
double bina_link_probe_cost(const bina_link_probe *probe, const bina_link_judge *judge,
                            uint32_t row);

/** The patterns of the last left row and others. */
void bina_link_probe_patterns(const bina_link_probe *probe, const bina_link_probing *probing,
                              const uint32_t *other, size_t count, uint64_t *pattern);

#endif
