/* bina serve: reviewing in a browser on the same computer. */
#include <stdlib.h>
#include <string.h>
#include "serve.h"

static const cli_option options[] = {
    {"port", "N", {"on this port (else any that is free)", "di port ini (bila tidak, port bebas)"}},
    {"by",
     "NAME",
     {"who judges (else BINA_ACTOR or the login)",
      "siapa yang menilai (bila tidak, BINA_ACTOR atau nama login)"}},
    {"limit", "N", {"at most N pairs", "paling banyak N pasangan"}},
    {"region",
     "CODE",
     {"only pairs with a row under this region", "hanya pasangan dengan baris di wilayah ini"}},
    {"second",
     NULL,
     {"those that others decided, to be judged a second time",
      "yang sudah diputuskan orang lain, untuk dinilai kedua kali"}},
    {"disputed", NULL, {"only those that people disagree on", "hanya yang pendapatnya berbeda"}},
    {"sample",
     NULL,
     {"drawn by lot, for the most likely count", "diundi, untuk jumlah yang paling mungkin"}},
    {"settle",
     NULL,
     {"verdicts settle the pair, whatever others said",
      "putusan menyelesaikan pasangan, apa pun kata yang lain"}},
    {"purpose",
     "TEXT",
     {"show NIK and phones whole, for this purpose; it goes into the log",
      "tampilkan NIK dan telepon utuh, untuk tujuan ini; masuk ke catatan"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
run(cli *self)
{
    serve_desk served = {.self = self};
    bina_review_options wanted = BINA_REVIEW_OPTIONS_INIT;
    int64_t port = 0;
    int ended;

    if (!cli_option_number(self, "port", &port) || !cli_option_number(self, "limit", &wanted.limit))
        return CLI_USAGE;
    if (port < 0 || port > 65535) {
        cli_complain(self, "--port is from 0 to 65535", "--port itu dari 0 sampai 65535");
        return CLI_USAGE;
    }
    wanted.reviewer =
        cli_option_value(self, "by") != NULL ? cli_option_value(self, "by") : cli_actor();
    wanted.region = cli_option_value(self, "region");
    wanted.purpose = cli_option_value(self, "purpose");
    wanted.second = cli_option_value(self, "second") != NULL;
    wanted.disputed = cli_option_value(self, "disputed") != NULL;
    wanted.sample = cli_option_value(self, "sample") != NULL;
    served.options = wanted;
    served.settle = cli_option_value(self, "settle") != NULL;
    served.mask = cli_option_value(self, "purpose") == NULL;
    ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &served.store);
    if (ended != CLI_OK)
        return ended;
    ended = serve_run(&served, (uint16_t)port);
    bina_store_close(served.store);
    free(served.commits);
    free(served.listed);
    return ended;
}

const cli_command cli_serve = {
    .name = "serve",
    .arguments = "STORE",
    .summary = {"review pairs on a page in the browser, on this computer alone",
                "tinjau pasangan di halaman peramban, hanya di komputer ini"},
    .detail =
        {"Prints an address that only works on this computer and with the token in it; everybody\n"
         "who has it may decide in the name of the reviewer. NIK and phones are masked unless a\n"
         "purpose is named. The keys are those of bina review. Ctrl-C ends it.\n\n"
         "  bina serve lotim.db --by \"Sri Wahyuni\" --region 52.03.02",
         "Mencetak alamat yang hanya berlaku di komputer ini dan dengan token di dalamnya; siapa\n"
         "pun yang memilikinya dapat memutuskan atas nama peninjau. NIK dan telepon disamarkan\n"
         "kecuali tujuan disebut. Tombolnya sama dengan bina review. Ctrl-C mengakhirinya.\n\n"
         "  bina serve lotim.db --by \"Sri Wahyuni\" --region 52.03.02"},
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
