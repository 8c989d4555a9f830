/* Walking over the pairs of rows worth comparing, one left row at a time. */
#ifndef BINA_SRC_LINKAGE_PAIRS_H
#define BINA_SRC_LINKAGE_PAIRS_H

#include "linkage/blocking.h"
#include "linkage/pattern.h"

/** The rows that hold a value of a field: those of code c are row[start[c]] up to row[start[c +
 * 1]]. */
typedef struct bina_link_holders {
    uint32_t *start;
    uint32_t *row; /* ascending for each value */
} bina_link_holders;

typedef struct bina_link_pairs {
    const bina_link_table *table;
    const bina_link_field *field;
    int fields;
    const bool *alone; /* of a list: its rows are not compared with each other; may be NULL */
    bina_link_blocking *blocking; /* NULL: every pair */
    uint8_t **level;              /* of a field: the level of every value against the left row's */
    uint32_t *against;            /* of a field: the value `level` is filled for */
    uint32_t *other;              /* the right rows, all greater than the left */
    uint32_t *others;             /* what `other` points into */
    uint64_t *pattern;            /* their patterns */
    size_t count;
    /* When every pair is compared, which nearly all differ in nearly every field: */
    uint64_t *present;          /* of a row: "different" in every field it has a value of */
    bina_link_holders *holders; /* of a field */
} bina_link_pairs;

bina_status bina_link_pairs_init(bina_link_pairs *pairs, const bina_link_table *table,
                                 const bina_link_field *field, int fields, const bool *alone,
                                 bina_link_blocking *blocking);
void bina_link_pairs_drop(bina_link_pairs *pairs);

/** Finds the partners of a left row among the rows after it, and compares it with each. */
bina_status bina_link_pairs_row(bina_link_pairs *pairs, uint32_t row);

/** Forgets what was held of the last left row: to be called before similar values change. */
void bina_link_pairs_forget(bina_link_pairs *pairs);

/** The pattern of any two rows. */
uint64_t bina_link_pattern_of(const bina_link_field *field, int fields, uint32_t a, uint32_t b);

#endif
