/* bina verify: whether the log of a register is whole and agrees with its tables. */
#include "store.h"

static int
run(cli *self)
{
    bina_store *store;
    bina_cursor *cursor = NULL, *shown = NULL;
    const bina_record *record;
    bina_status status;
    int ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    int64_t last = 0;

    if (ended != CLI_OK)
        return ended;
    if (bina_store_verify(store, &cursor) != BINA_OK) {
        ended = cli_fail_store(self, store);
        goto out;
    }
    /* One look tells good from bad; the faults are then listed from the start. */
    status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK) {
        if (bina_store_verify(store, &shown) != BINA_OK) {
            ended = cli_fail_store(self, store);
            goto out;
        }
        ended = cli_print_cursor(self, shown);
        cli_complain(self, "the register does not verify", "register tidak lolos pemeriksaan");
        ended = ended == CLI_OK ? CLI_FOUND : ended;
    } else if (status != BINA_DONE) {
        ended = cli_fail(self, bina_cursor_error(cursor));
    } else if (bina_store_last_commit(store, &last) != BINA_OK) {
        ended = cli_fail_store(self, store);
    } else {
        cli_remark(self, "good: %lld %s, every hash and every record agree",
                   "baik: %lld %s, semua sidik dan data cocok", (long long)last,
                   cli_word(self, last, "commit", "commits", "catatan"));
    }
out:
    bina_cursor_free(cursor);
    bina_store_close(store);
    return ended;
}

const cli_command cli_verify = {
    .name = "verify",
    .arguments = "STORE",
    .summary = {"check the log of a register against its tables",
                "periksa catatan perubahan terhadap isi register"},
    .detail = {"Ends with 0 when all agrees and with 1, listing the faults, when not.",
               "Berakhir dengan 0 bila cocok; dengan 1 dan daftar kesalahan bila tidak."},
    .least = 1,
    .most = 1,
    .run = run,
};
