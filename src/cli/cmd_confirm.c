/* bina confirm: asking agencies that do not run Bina, and taking their answers. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "faults.h"
#include "store.h"

static const cli_option options[] = {
    {"to", "AGENCY", {"send: whom to ask, or the list it keeps", "send: instansi, atau daftarnya"}},
    {"out", "F.xlsx", {"send: write the workbook here", "send: tulis buku kerja di sini"}},
    {"letter",
     "N",
     {"number of the letter it goes or came with", "nomor surat pengantar atau jawaban"}},
    {"asked",
     "DATE",
     {"send: the day of asking; without it, today", "send: hari bertanya; tanpa ini, hari ini"}},
    {"due",
     "DATE",
     {"send: answer by this day; without it, in 14 days",
      "send: batas waktu jawaban; tanpa ini, 14 hari lagi"}},
    {"region", "CODE", {"send: only what lies under it", "send: hanya yang di bawah wilayah ini"}},
    {"list",
     "NAME",
     {"send: only what this one of its lists holds", "send: hanya yang ada di daftar ini"}},
    {"everybody",
     NULL,
     {"send: also what stands on none of its lists", "send: juga yang tidak ada di daftarnya"}},
    {"by", "NAME", {"receive: the officer who answered", "receive: pejabat yang menjawab"}},
    {"answered",
     "DATE",
     {"receive: the day of the answer; without it, today",
      "receive: hari jawaban; tanpa ini, hari ini"}},
    {"faults",
     "F.csv",
     {"receive: write every fault here", "receive: tulis semua kesalahan di sini"}},
    {"dry-run",
     NULL,
     {"receive: tell what would happen, store nothing",
      "receive: uji coba, tidak menyimpan apa pun"}},
    {"reason", "TEXT", {"apply, dismiss: why", "apply, dismiss: alasannya"}},
    {NULL, NULL, {NULL, NULL}},
};

/* A day given as an option; false after complaining when it is none. */
static bool
read_day(const cli *self, const char *name, int64_t *day)
{
    const char *text = cli_option_value(self, name);

    if (text == NULL || bina_date_parse(text, day))
        return true;
    cli_complain(self, "--%s is a day as 2021-12-31", "--%s itu hari seperti 2021-12-31", name);
    return false;
}

static int64_t
count_of(const bina_record *round, int slot)
{
    return bina_record_int(round, slot);
}

static int
send_round(cli *self, bina_store *store)
{
    bina_confirm_send_options asking = BINA_CONFIRM_SEND_OPTIONS_INIT;
    const char *to = cli_option_value(self, "to"), *out = cli_option_value(self, "out");
    bina_record *round = NULL;
    char due[16];

    if (to == NULL || out == NULL) {
        cli_complain(self, "say whom to ask and where to write: --to AGENCY --out F.xlsx",
                     "sebut instansi dan berkasnya: --to INSTANSI --out F.xlsx");
        return CLI_USAGE;
    }
    asking.language = self->language;
    asking.letter = cli_option_value(self, "letter");
    asking.region = cli_option_value(self, "region");
    asking.list = cli_option_value(self, "list");
    asking.everybody = cli_option_value(self, "everybody") != NULL;
    if (!read_day(self, "asked", &asking.asked) || !read_day(self, "due", &asking.due))
        return CLI_USAGE;
    if (bina_confirm_send(store, to, &asking, out, &round) != BINA_OK)
        return cli_fail_store(self, store);
    if (self->format != CLI_TABLE)
        cli_print_record(self, round);
    else
        printf(cli_text(self,
                        "round %" PRId64 ": %s is asked about %" PRId64
                        " %s, to answer by %s: %s\n",
                        "putaran %" PRId64 ": %s ditanya tentang %" PRId64
                        " %s, jawaban paling lambat %s: %s\n"),
               count_of(round, BINA_CONFIRM_ROUND), bina_record_text(round, BINA_CONFIRM_AGENCY),
               count_of(round, BINA_CONFIRM_ENTERPRISES),
               cli_word(self, count_of(round, BINA_CONFIRM_ENTERPRISES), "enterprise",
                        "enterprises", "usaha"),
               bina_date_format(count_of(round, BINA_CONFIRM_DUE), due), out);
    bina_record_free(round);
    return CLI_OK;
}

static int
receive_round(cli *self, bina_store *store)
{
    bina_confirm_receive_options receiving = BINA_CONFIRM_RECEIVE_OPTIONS_INIT;
    const char *faults = cli_option_value(self, "faults");
    bina_record *receipt = NULL;
    int ended = CLI_OK;

    if (self->count < 2) {
        cli_complain(self, "which file came back? bina confirm receive STORE FILE",
                     "berkas mana yang kembali? bina confirm receive STORE BERKAS");
        return CLI_USAGE;
    }
    receiving.answered_by = cli_option_value(self, "by");
    receiving.letter = cli_option_value(self, "letter");
    receiving.dry_run = cli_option_value(self, "dry-run") != NULL;
    if (!read_day(self, "answered", &receiving.answered))
        return CLI_USAGE;
    receiving.faults = bina_faults_new(0);
    if (receiving.faults == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (bina_confirm_receive(store, self->arguments[1], &receiving, &receipt) != BINA_OK) {
        ended = cli_fail_store(self, store);
    } else {
        cli_tell_faults(self, receiving.faults, 10);
        if (self->format != CLI_TABLE)
            cli_print_record(self, receipt);
        else
            printf(
                cli_text(self,
                         "round %" PRId64 ", %s: %" PRId64 " %s: %" PRId64 " new, %" PRId64
                         " changed, %" PRId64 " as before, %" PRId64 " without answer, %" PRId64
                         " refused\n",
                         "putaran %" PRId64 ", %s: %" PRId64 " %s: %" PRId64 " baru, %" PRId64
                         " berubah, %" PRId64 " tetap, %" PRId64 " tanpa jawaban, %" PRId64
                         " ditolak\n"),
                count_of(receipt, BINA_CONFIRM_ROUND),
                bina_record_text(receipt, BINA_CONFIRM_AGENCY),
                count_of(receipt, BINA_CONFIRM_ENTERPRISES),
                cli_word(self, count_of(receipt, BINA_CONFIRM_ENTERPRISES), "row", "rows", "baris"),
                count_of(receipt, BINA_CONFIRM_NEW), count_of(receipt, BINA_CONFIRM_CHANGED),
                count_of(receipt, BINA_CONFIRM_UNCHANGED), count_of(receipt, BINA_CONFIRM_SILENT),
                count_of(receipt, BINA_CONFIRM_REFUSED));
        if (count_of(receipt, BINA_CONFIRM_REFUSED) > 0)
            ended = CLI_FOUND;
    }
    if (faults != NULL) {
        int written = cli_write_faults(self, receiving.faults, faults);
        ended = ended == CLI_OK ? written : ended;
    }
    bina_record_free(receipt);
    bina_faults_free(receiving.faults);
    return ended;
}

static int
report(const cli *self, bina_store *store, const char *name)
{
    bina_cursor *cursor = NULL;

    return bina_report_run(store, name, NULL, &cursor) == BINA_OK ? cli_print_cursor(self, cursor)
                                                                  : cli_fail_store(self, store);
}

static int
settle(const cli *self, bina_store *store, bool apply)
{
    const char *reason = cli_option_value(self, "reason");
    bina_status status;

    if (self->count < 2) {
        cli_complain(self, "which answers? `bina confirm answers` gives their numbers",
                     "jawaban mana? `bina confirm answers` menyebut nomornya");
        return CLI_USAGE;
    }
    for (int i = 1; i < self->count; i++) {
        char *end;
        long long id = strtoll(self->arguments[i], &end, 10);
        if (*end != '\0')
            id = 0;
        status = apply ? bina_confirm_apply(store, (bina_id)id, reason)
                       : bina_confirm_dismiss(store, (bina_id)id, reason);
        if (status < BINA_OK)
            return cli_fail_store(self, store);
        if (status == BINA_DONE)
            cli_remark(self, "%s: the register agrees already", "%s: register sudah sesuai",
                       self->arguments[i]);
        else if (apply)
            cli_remark(self, "%s is applied", "%s diterapkan", self->arguments[i]);
        else
            cli_remark(self, "%s is set aside; nothing changes",
                       "%s dikesampingkan; tidak ada yang berubah", self->arguments[i]);
    }
    return CLI_OK;
}

static int
run(cli *self)
{
    const char *verb = self->arguments[0];
    bool list = strcmp(verb, "list") == 0, answers = strcmp(verb, "answers") == 0;
    bina_store *store = NULL;
    int ended;

    self->arguments++;
    self->count--;
    if (!list && !answers && strcmp(verb, "send") != 0 && strcmp(verb, "receive") != 0 &&
        strcmp(verb, "apply") != 0 && strcmp(verb, "dismiss") != 0) {
        cli_complain(self, "confirm what? send, receive, list, answers, apply or dismiss",
                     "konfirmasi apa? send, receive, list, answers, apply, atau dismiss");
        return CLI_USAGE;
    }
    ended = cli_open_store(self, list || answers ? BINA_STORE_READ_ONLY : BINA_STORE_MUST_EXIST,
                           &store);
    if (ended != CLI_OK)
        return ended;
    if (list)
        ended = report(self, store, "rounds");
    else if (answers)
        ended = report(self, store, "answers");
    else if (strcmp(verb, "send") == 0)
        ended = send_round(self, store);
    else if (strcmp(verb, "receive") == 0)
        ended = receive_round(self, store);
    else
        ended = settle(self, store, strcmp(verb, "apply") == 0);
    bina_store_close(store);
    return ended;
}

const cli_command cli_confirm = {
    .name = "confirm",
    .arguments = "send|receive|list|answers|apply|dismiss STORE [FILE|ANSWER...]",
    .summary = {"ask agencies by workbook, and take their answers",
                "konfirmasi kepada instansi lewat buku kerja, dan terima jawabannya"},
    .detail =
        {"A workbook goes out with the enterprises an agency is said to hold; it comes back with "
         "an\n"
         "answer to each: exists, closed, moved, not ours, twin of another. Receiving twice is\n"
         "harmless; silence is a state. An answer changes nothing by itself: `answers` lists what\n"
         "to decide, `apply` does it, `dismiss` decides against it.\n\n"
         "  bina confirm send lotim.db --to diskop --letter 510/12 --due 2022-03-31 --out "
         "ask.xlsx\n"
         "  bina confirm receive lotim.db answer.xlsx --by \"H. Sahabudin\" --letter 518/40\n"
         "  bina confirm list lotim.db\n"
         "  bina confirm answers lotim.db\n"
         "  bina confirm apply lotim.db 4143107453190145 --reason \"seen on 2 April\"",
         "Buku kerja dikirim berisi usaha yang menurut register ada pada instansi; kembali dengan\n"
         "jawaban untuk masing-masing: ada, tutup, pindah, bukan binaan kami, ganda. Menerima dua\n"
         "kali tidak apa-apa; diam pun tercatat. Jawaban tidak mengubah apa pun dengan "
         "sendirinya:\n"
         "`answers` menyebut yang perlu diputuskan, `apply` melakukannya, `dismiss` menolaknya.\n\n"
         "  bina confirm send lotim.db --to diskop --letter 510/12 --due 2022-03-31 --out "
         "tanya.xlsx\n"
         "  bina confirm receive lotim.db jawab.xlsx --by \"H. Sahabudin\" --letter 518/40\n"
         "  bina confirm list lotim.db\n"
         "  bina confirm answers lotim.db\n"
         "  bina confirm apply lotim.db 4143107453190145 --reason \"dilihat 2 April\""},
    .options = options,
    .least = 2,
    .most = -1,
    .run = run,
};
