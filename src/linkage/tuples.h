/* Rows that have the same few values, so that what follows from these is found out once. */
#ifndef BINA_SRC_LINKAGE_TUPLES_H
#define BINA_SRC_LINKAGE_TUPLES_H

#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "base/heap.h"

typedef struct bina_link_tuples {
    uint32_t *number; /* of a row: its tuple */
    uint32_t *row;    /* of a tuple: the first row that has it; ascending */
    uint32_t count;
    bina_heap *heap; /* where they lie */
} bina_link_tuples;

/** Numbers the tuples that rows have in two columns of codes or more. Drop it in any case. */
bina_status bina_link_tuples_make(bina_link_tuples *tuples, bina_heap *heap,
                                  const uint32_t *const *columns, size_t count, uint32_t rows,
                                  unsigned threads);
void bina_link_tuples_drop(bina_link_tuples *tuples);

#endif
