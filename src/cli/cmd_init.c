/* bina init: a new, empty register. */
#include "store.h"

static const cli_option options[] = {
    {"office",
     "CODE",
     {"who keeps it, such as 52.03/1", "siapa yang menyimpannya, misalnya 52.03/1"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
run(cli *self)
{
    bina_store *store;
    int ended = cli_open_store(self, BINA_STORE_CREATE_NEW, &store);

    if (ended != CLI_OK)
        return ended;
    cli_remark(self, "%s: a new register, store number %d", "%s: register baru, nomor %d",
               self->arguments[0], bina_store_number(store));
    bina_store_close(store);
    return CLI_OK;
}

const cli_command cli_init = {
    .name = "init",
    .arguments = "STORE",
    .summary = {"make a new, empty register", "buat register baru yang kosong"},
    .detail =
        {"Refuses when the file is already there. Who acts is BINA_ACTOR, else the login name.\n\n"
         "  bina init lotim.db --office 52.03/1",
         "Menolak bila berkas sudah ada. Pelakunya BINA_ACTOR, atau nama masuk.\n\n"
         "  bina init lotim.db --office 52.03/1"},
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
