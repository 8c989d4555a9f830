/* The progress bar: only where a person is watching. */
#include <unistd.h>
#include "cli.h"

enum { WIDTH = 30 };

static bool
watched(const cli *self)
{
    return !self->quiet && isatty(STDERR_FILENO);
}

void
cli_progress(const cli *self, const char *stage, int64_t done, int64_t total)
{
    int filled = total > 0 ? (int)(done >= total ? WIDTH : done * WIDTH / total) : 0;

    if (!watched(self))
        return;
    fprintf(stderr, "\r\033[K%-28.28s ", stage);
    if (total > 0)
        fprintf(stderr, "[%.*s%*s] %3d%%", filled, "##############################", WIDTH - filled,
                "", (int)(done >= total ? 100 : done * 100 / total));
    else if (done > 0)
        fprintf(stderr, "%lld", (long long)done);
    fflush(stderr);
}

void
cli_progress_end(const cli *self)
{
    if (watched(self))
        fputs("\r\033[K", stderr);
}

int
cli_run_task(const cli *self, bina_task *task)
{
    bina_progress progress;
    bina_status status;

    while ((status = bina_task_step(task, &progress)) == BINA_OK)
        cli_progress(self, bina_task_stage(task, self->language), progress.done, progress.total);
    cli_progress_end(self);
    return status == BINA_DONE ? CLI_OK : cli_fail(self, bina_task_error(task));
}
