/* Making cursors: a source fills records or batches, the cursor turns each into the other. */
#ifndef BINA_SRC_MODEL_CURSOR_H
#define BINA_SRC_MODEL_CURSOR_H

#include <bina/cursor.h>
#include "base/error.h"

/** Rows a batch holds at most when made from single records. */
#define BINA_BATCH_ROWS 4096

typedef struct bina_source {
    /**
     * Fills the next record (given cleared) or the next rows of a batch (given cleared).
     * One of the two may be NULL. BINA_DONE at the end; an error with its detail in `error`.
     */
    bina_status (*next)(void *self, bina_record *record, bina_error *error);
    bina_status (*next_batch)(void *self, bina_batch *batch, bina_error *error);
    void (*free)(void *self);
} bina_source;

/**
 * A cursor over a source, which it owns from now on, even when this fails.
 *
 * @param source the three functions; must live as long as the program (a static const)
 * @return NULL when memory is out (then `self` has been freed)
 */
bina_cursor *bina_cursor_new(const bina_description *description, const bina_source *source,
                             void *self);

/**
 * As bina_cursor_next_batch, but the rows are the caller's, who gives a batch of the cursor's
 * description for them.
 */
bina_status bina_cursor_take_batch(bina_cursor *cursor, bina_batch **batch);

#endif
