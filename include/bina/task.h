/**
 * @file bina/task.h
 * Long work, step by step: whoever asked for it keeps the reins, draws the progress bar, and stops
 * it by not stepping.
 */
#ifndef BINA_TASK_H
#define BINA_TASK_H

#include <bina/record.h>

BINA_C_BEGIN

typedef struct bina_task bina_task;

/** How far a task has come. */
typedef struct bina_progress {
    int64_t done;  /**< units of the stage that are finished */
    int64_t total; /**< units of the stage; 0 while unknown */
} bina_progress;

/**
 * Does a little of the work (about a tenth of a second).
 *
 * @param progress filled in; may be NULL
 * @return BINA_OK while there is more to do, BINA_DONE when all is done, or an error told by
 *         bina_task_error; after an error nothing of the work remains
 */
BINA_API bina_status bina_task_step(bina_task *task, bina_progress *progress);

/** Does all that is left. BINA_OK or an error told by bina_task_error. */
BINA_API bina_status bina_task_run(bina_task *task);

/** What the task is at, in a few words. Borrowed until the next step. */
BINA_API const char *bina_task_stage(const bina_task *task, bina_language language);

/** What went wrong. Borrowed from the task. */
BINA_API const bina_error *bina_task_error(const bina_task *task);

/**
 * What came of it, once done: a record whose description the function that made the task names.
 * NULL before the end. Borrowed from the task.
 */
BINA_API const bina_record *bina_task_result(const bina_task *task);

/** Frees a task; one that is not done leaves nothing behind. NULL is fine. */
BINA_API void bina_task_free(bina_task *task);

BINA_C_END

#endif
