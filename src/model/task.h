/* Making tasks: work that is done in steps. */
#ifndef BINA_SRC_MODEL_TASK_H
#define BINA_SRC_MODEL_TASK_H

#include <bina/task.h>
#include "base/error.h"

/** Where a step puts what the caller may ask for afterwards. */
typedef struct bina_task_state {
    bina_progress progress;
    const char *stage[2]; /* in both languages; literals */
    bina_record *result;  /* set before BINA_DONE is returned; freed with the task */
    bina_error error;
} bina_task_state;

typedef struct bina_work {
    /** Does a little. BINA_OK, BINA_DONE, or an error with its detail in `state->error`. */
    bina_status (*step)(void *self, bina_task_state *state);
    /** Ends the work, undoing it unless it was done, and frees it. */
    void (*free)(void *self);
} bina_work;

/**
 * A task over a work, which it owns from now on, even when this fails.
 *
 * @param work the two functions; must live as long as the program (a static const)
 * @return NULL when memory is out (then `self` has been freed)
 */
bina_task *bina_task_new(const bina_work *work, void *self);

#endif
