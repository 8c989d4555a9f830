/* bina undo: takes back everything a commit did, as a new commit. */
#include <inttypes.h>
#include <stdlib.h>
#include "store.h"

static const cli_option options[] = {
    {"why", "TEXT", {"why it is taken back", "mengapa dibatalkan"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
run(cli *self)
{
    const char *text = self->arguments[1];
    bina_store *store;
    bina_status status;
    int64_t commit;
    char *end;
    int ended;

    commit = strtoll(text, &end, 10);
    if (text[0] == '\0' || *end != '\0' || commit < 1) {
        cli_complain(self,
                     "COMMIT is the number of a commit, not \"%s\"; `bina list STORE commits` "
                     "names them",
                     "COMMIT ialah nomor catatan, bukan \"%s\"; `bina list STORE commits` "
                     "menyebutnya",
                     text);
        return CLI_USAGE;
    }
    ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);
    if (ended != CLI_OK)
        return ended;
    status = bina_store_undo(store, commit, cli_option_value(self, "why"));
    if (status == BINA_ERR_REFUSED)
        ended = cli_tell_refusals(self, store);
    else if (status != BINA_OK)
        ended = cli_fail_store(self, store);
    else
        cli_remark(self, "commit %" PRId64 " is undone", "catatan %" PRId64 " dibatalkan", commit);
    bina_store_close(store);
    return ended;
}

const cli_command cli_undo = {
    .name = "undo",
    .arguments = "STORE COMMIT",
    .summary = {"take back everything a commit did", "batalkan seluruh isi satu catatan"},
    .detail = {"What was done stays in the log; taking it back is a new commit, and can be undone "
               "itself.\n"
               "Refused when a later commit touched one of its records: undo that one first. "
               "`bina list`\n"
               "STORE commits tells the numbers; `bina show` STORE RECORD --history those of one "
               "record.\n\n"
               "  bina list lotim.db commits --order -number --limit 5\n"
               "  bina undo lotim.db 17 --why \"wrong batch\"",
               "Yang pernah dilakukan tetap tercatat; pembatalan ialah catatan baru, dan dapat\n"
               "dibatalkan pula. Ditolak bila catatan kemudian mengubah salah satu datanya: "
               "batalkan\n"
               "itu dahulu. `bina list` STORE commits menyebut nomornya; `bina show` STORE RECORD\n"
               "--history nomor untuk satu data.\n\n"
               "  bina list lotim.db commits --order -number --limit 5\n"
               "  bina undo lotim.db 17 --why \"angkatan keliru\""},
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
