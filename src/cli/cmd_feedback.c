/* bina feedback: tells an agency what to mend in its own lists. */
#include <inttypes.h>
#include "store.h"

static const cli_option options[] = {
    {"out", "F.xlsx", {"write the workbook here", "tulis buku kerja di sini"}},
    {"list", "NAME", {"only this one of its lists", "hanya daftar ini"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
run(cli *self)
{
    bina_feedback_options telling = BINA_FEEDBACK_OPTIONS_INIT;
    const char *out = cli_option_value(self, "out");
    bina_store *store;
    int64_t count = 0;
    int ended;

    if (out == NULL) {
        cli_complain(self, "say where to write: --out F.xlsx", "sebut berkasnya: --out F.xlsx");
        return CLI_USAGE;
    }
    telling.language = self->language;
    telling.list = cli_option_value(self, "list");
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    if (bina_feedback_write(store, self->arguments[1], &telling, out, &count) != BINA_OK)
        ended = cli_fail_store(self, store);
    else
        printf(cli_text(self, "%" PRId64 " %s to mend: %s\n",
                        "%" PRId64 " %s yang perlu diperbaiki: %s\n"),
               count, cli_word(self, count, "thing", "things", "hal"), out);
    bina_store_close(store);
    return ended;
}

const cli_command cli_feedback = {
    .name = "feedback",
    .arguments = "STORE AGENCY",
    .summary = {"tell an agency what to mend in its own lists",
                "beri tahu instansi apa yang perlu diperbaiki di daftarnya"},
    .detail =
        {"A workbook with a summary and a sheet for each of its lists: by row of its own file, "
         "cells\n"
         "that cannot be read, empty ones, villages that cannot be told, twins within the list, "
         "what\n"
         "other lists contradict, and what is closed.\n\n"
         "  bina feedback lotim.db diskop --out diskop-mend.xlsx",
         "Buku kerja dengan ringkasan dan satu lembar untuk tiap daftarnya: menurut baris "
         "berkasnya\n"
         "sendiri, sel yang tidak terbaca, yang kosong, desa yang tidak dikenal, yang ganda, yang\n"
         "berbeda di daftar lain, dan yang sudah tutup.\n\n"
         "  bina feedback lotim.db diskop --out perbaikan-diskop.xlsx"},
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
