/* The rows that hold each value of a field. */
#ifndef BINA_SRC_LINKAGE_HOLDERS_H
#define BINA_SRC_LINKAGE_HOLDERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>

typedef struct bina_link_holders {
    uint32_t *start; /* of a value: its rows; start[values] is the end */
    uint32_t *row;   /* ascending for each value; NULL while they are only counted */
} bina_link_holders;

/** The codes of rows: that of row r is code[r * stride]. Rows that are gone hold nothing. */
typedef struct bina_link_held {
    const uint32_t *code;
    unsigned stride;
    const bool *gone;      /* of a row; may be NULL */
    uint32_t rows, values; /* codes from `values` on are passed over */
} bina_link_held;

/** Finds how many rows hold each value. */
bina_status bina_link_holders_count(bina_link_holders *holders, const bina_link_held *held);

/** Counts them and finds which. */
bina_status bina_link_holders_find(bina_link_holders *holders, const bina_link_held *held);
void bina_link_holders_drop(bina_link_holders *holders);

#endif
