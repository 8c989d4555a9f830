/* bina load: records of any kind from YAML files. */
#include <stdint.h>
#include "faults.h"
#include "store.h"

static const cli_option options[] = {
    {NULL, NULL, {NULL, NULL}},
};

int
cli_load_records(const cli *self, bina_store *store, const char *path)
{
    bina_faults *faults = bina_faults_new(0);
    bina_loaded loaded = {0, 0};
    int ended = CLI_OK;

    if (faults == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (bina_store_load(store, path, faults, &loaded) == BINA_OK) {
        cli_remark(self, "%s: %lld added, %lld updated", "%s: %lld ditambah, %lld diperbarui", path,
                   (long long)loaded.added, (long long)loaded.updated);
    } else if (bina_faults_kept(faults) > 0) {
        cli_fail_faults(self, faults, INT32_MAX, bina_store_error(store));
        ended = bina_error_status(bina_store_error(store)) == BINA_ERR_REFUSED ? CLI_REFUSED
                                                                               : CLI_INPUT;
    } else {
        ended = cli_fail_store(self, store);
    }
    bina_faults_free(faults);
    return ended;
}

static int
run(cli *self)
{
    bina_store *store;
    int ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);

    for (int i = 1; i < self->count && ended == CLI_OK; i++)
        ended = cli_load_records(self, store, self->arguments[i]);
    bina_store_close(store);
    return ended;
}

const cli_command cli_load = {
    .name = "load",
    .arguments = "STORE FILE...",
    .summary = {"load records of any kind from YAML files",
                "muat data jenis apa pun dari berkas YAML"},
    .detail = {"Programmes, batches, funds, grants, agreements and whatever else a register holds. "
               "A file\n"
               "is loaded whole or, at any fault, not at all; loaded again after it was edited, it "
               "updates\n"
               "what is there by its natural key.\n\n"
               "  bina load lotim.db programmes.yaml",
               "Program, angkatan, sumber dana, bantuan, kesepakatan, dan data lain. Suatu berkas "
               "dimuat utuh\n"
               "atau, bila ada kesalahan, tidak sama sekali; dimuat lagi setelah disunting, data "
               "yang sudah\n"
               "ada diperbarui menurut kuncinya.\n\n"
               "  bina load lotim.db programmes.yaml"},
    .options = options,
    .least = 2,
    .most = -1,
    .run = run,
};
