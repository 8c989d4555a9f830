/*
 * How a batch holds its columns, for the files of batches: one growing buffer each, laid out as
 * Arrow lays out its arrays.
 */
#ifndef BINA_SRC_MODEL_BATCH_COLUMNS_H
#define BINA_SRC_MODEL_BATCH_COLUMNS_H

#include <stddef.h>
#include "model/batch.h"
#include "model/field.h"

typedef struct bina_batch_column {
    bina_type held;
    uint8_t *validity;
    size_t valid;
    int64_t *integers;
    double *reals;
    int32_t *offsets; /* rows + 1 */
    char *bytes;
    size_t used, bytes_capacity;
} bina_batch_column;

struct bina_batch {
    const bina_description *description;
    size_t rows, capacity; /* every column has room for `capacity` rows */
    bina_batch_column columns[];
};

/** Makes room for so many rows in every column; false, and all stays, when memory is out. */
bool bina_batch_reserve(bina_batch *batch, size_t rows);

#endif
