/* Bringing the registrants in line with clusters of rows, a little at a time. */
#ifndef BINA_SRC_REGISTER_APPLY_H
#define BINA_SRC_REGISTER_APPLY_H

#include "register/reconciling.h"

typedef enum bina_apply_stage {
    BINA_APPLY_REGISTRANTS,
    BINA_APPLY_PERSONS,
    BINA_APPLY_TIES,
    BINA_APPLY_ADDING,
    BINA_APPLY_END
} bina_apply_stage;

typedef struct bina_apply {
    bina_reconciling *work;
    const bina_open_pairs *open; /* NULL: pairs are left alone */
    bina_apply_stage stage;
    size_t at; /* within the stage */
} bina_apply;

/**
 * Loads and settles; the rows have their clusters and the pairs are loaded.
 * A transaction is running from here to the end.
 */
bina_status bina_apply_start(bina_apply *apply, bina_reconciling *work,
                             const bina_open_pairs *open);

/** BINA_OK while there is more to do, BINA_DONE at the end. Errors are told by the store. */
bina_status bina_apply_step(bina_apply *apply);

/** How much of the stage is done. */
void bina_apply_progress(const bina_apply *apply, int64_t *done, int64_t *total);

#endif
