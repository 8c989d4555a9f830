/*
 * A few pairs of rows with the reasons why they are held to be one, or why people must decide:
 * taken while the linkage that weighed them is at hand, since to weigh again takes as long as
 * linking did.
 */
#ifndef BINA_SRC_REGISTER_EXAMPLES_H
#define BINA_SRC_REGISTER_EXAMPLES_H

#include <bina/rows.h>
#include "register/link.h"

/** A pair that stands for all that agree and differ in the same fields. */
typedef struct bina_example {
    bina_id first, second; /* source records; the list of the first comes first by name */
    bina_id lists[2];      /* their source registers */
    double weight, probability;
    bool open;              /* left to people */
    int64_t like;           /* pairs of these two lists of this kind, this one counted */
    size_t reason, reasons; /* its lines in `reasons`: the first, and how many */
} bina_example;

typedef struct bina_examples {
    size_t most;         /* how many are wanted of every two lists */
    size_t most_open;    /* and of the open pairs */
    bina_example *items; /* by lists; of two lists the commonest kind first; then the open ones,
                            in the order of bina_register_review */
    size_t count, capacity;
    bina_record **reasons; /* of enum bina_linkage_reason_field */
    size_t reason_count, reason_capacity;
} bina_examples;

/**
 * Chooses and explains. The linkage has run, and the rows have their clusters.
 *
 * @param open the pairs left to people
 */
bina_status bina_examples_take(bina_examples *self, bina_linkage *linkage,
                               const bina_source_rows *rows, const bina_open_pairs *open,
                               bina_error *error);
void bina_examples_drop(bina_examples *self);

#endif
