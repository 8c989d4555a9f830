/* Walking over the pairs of rows worth comparing, one left row at a time. */
#ifndef BINA_SRC_LINKAGE_PAIRS_H
#define BINA_SRC_LINKAGE_PAIRS_H

#include "linkage/blocking.h"
#include "linkage/pattern.h"

typedef struct bina_link_pairs {
    const bina_link_table *table;
    const bina_link_field *field;
    int fields;
    const bool *alone; /* of a list: its rows are not compared with each other; may be NULL */
    bina_link_blocking *blocking;
    uint8_t **level;   /* of a field: the level of every value against the left row's */
    uint32_t *against; /* of a field: the value `level` is filled for */
    uint32_t *other;   /* the right rows, all greater than the left */
    uint64_t *pattern; /* their patterns */
    size_t count;
} bina_link_pairs;

bina_status bina_link_pairs_init(bina_link_pairs *pairs, const bina_link_table *table,
                                 const bina_link_field *field, int fields, const bool *alone,
                                 bina_link_blocking *blocking);
void bina_link_pairs_drop(bina_link_pairs *pairs);

/** Finds the partners of a left row among the rows after it, and compares it with each. */
bina_status bina_link_pairs_row(bina_link_pairs *pairs, uint32_t row);

/** The pattern of any two rows. */
uint64_t bina_link_pattern_of(const bina_link_field *field, int fields, uint32_t a, uint32_t b);

#endif
