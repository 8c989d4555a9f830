#include <stdlib.h>
#include "model/task.h"

struct bina_task {
    const bina_work *work;
    void *self;
    bina_task_state state;
    bina_status ended; /* BINA_OK while there is more to do */
};

bina_task *
bina_task_new(const bina_work *work, void *self)
{
    bina_task *task = calloc(1, sizeof *task);

    if (task == NULL) {
        work->free(self);
        return NULL;
    }
    task->work = work;
    task->self = self;
    return task;
}

void
bina_task_free(bina_task *task)
{
    if (task == NULL)
        return;
    task->work->free(task->self);
    bina_record_free(task->state.result);
    free(task);
}

bina_status
bina_task_step(bina_task *task, bina_progress *progress)
{
    if (task->ended == BINA_OK) {
        bina_status status = task->work->step(task->self, &task->state);
        if (status != BINA_OK)
            task->ended = status;
        if (status < 0 && bina_error_status(&task->state.error) == BINA_OK)
            bina_error_plain(&task->state.error, status);
    }
    if (progress != NULL)
        *progress = task->state.progress;
    return task->ended;
}

bina_status
bina_task_run(bina_task *task)
{
    bina_status status;

    while ((status = bina_task_step(task, NULL)) == BINA_OK) {
    }
    return status == BINA_DONE ? BINA_OK : status;
}

const char *
bina_task_stage(const bina_task *task, bina_language language)
{
    const char *stage = task->state.stage[language == BINA_INDONESIAN];

    return stage != NULL ? stage : "";
}

const bina_error *
bina_task_error(const bina_task *task)
{
    return &task->state.error;
}

const bina_record *
bina_task_result(const bina_task *task)
{
    return task->ended == BINA_DONE ? task->state.result : NULL;
}
