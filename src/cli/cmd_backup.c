/* bina backup: a copy of a register that is whole even while others write. */
#include "store.h"

static int
run(cli *self)
{
    bina_store *store;
    bina_task *task = NULL;
    int ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);

    if (ended != CLI_OK)
        return ended;
    ended = bina_store_backup(store, self->arguments[1], &task) == BINA_OK
                ? cli_run_task(self, task)
                : cli_fail_store(self, store);
    if (ended == CLI_OK)
        cli_remark(self, "%s is a whole copy of %s", "%s ialah salinan utuh %s", self->arguments[1],
                   self->arguments[0]);
    bina_task_free(task);
    bina_store_close(store);
    return ended;
}

const cli_command cli_backup = {
    .name = "backup",
    .arguments = "STORE FILE",
    .summary = {"copy a register, whole even while others write",
                "salin register, utuh walau sedang ditulis"},
    .detail = {"The only blessed copy: a plain copy of an open file may be torn.",
               "Satu-satunya cara menyalin yang aman: salinan biasa dapat terpotong."},
    .least = 2,
    .most = 2,
    .run = run,
};
