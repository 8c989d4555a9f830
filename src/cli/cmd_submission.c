/* bina submission: what regencies owe a province, what came, what goes back. */
#include <inttypes.h>
#include <string.h>
#include "faults.h"
#include "settings.h"
#include "store.h"

static const cli_option options[] = {
    {"due", "DATE", {"due: the day an answer is asked for", "due: hari terakhir pengiriman"}},
    {"counts",
     NULL,
     {"receive: the file holds only counts", "receive: berkas hanya berisi jumlah"}},
    {"rows", NULL, {"receive: the file holds rows", "receive: berkas berisi baris"}},
    {"list",
     "NAME",
     {"receive: the list its rows go to; without it, the regency's code",
      "receive: daftar tempat barisnya; tanpa ini, kode kabupaten/kotanya"}},
    {"mapping",
     "M.yaml",
     {"receive: which column means what; without it, guessed",
      "receive: arti tiap kolom; tanpa ini, ditebak"}},
    {"whole",
     NULL,
     {"receive: return a file with errors at once, and store nothing of it",
      "receive: kembalikan langsung berkas yang salah, tanpa menyimpan isinya"}},
    {"anywhere",
     NULL,
     {"receive: take rows though hardly one of them lies in the regency",
      "receive: terima walaupun hampir semua barisnya di luar kabupaten/kota itu"}},
    {"faults",
     "F.csv",
     {"receive: write what is wrong here, to be sent back",
      "receive: tulis kesalahannya di sini, untuk dikirim kembali"}},
    {"letter", "NUMBER", {"receive, return: number of the letter", "receive, return: nomor surat"}},
    {"from", "NAME", {"receive: the officer who sent it", "receive: petugas pengirim"}},
    {"reason",
     "TEXT",
     {"return, accept: why; accepting errors needs one",
      "return, accept: alasannya; wajib bila masih ada kesalahan"}},
    {"region",
     "CODE",
     {"list: only what lies under this region", "list: hanya yang di bawah wilayah ini"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
note_due(const cli *self, bina_store *store)
{
    const char *day = cli_option_value(self, "due");
    int64_t due = 0, added = 0;

    if (day != NULL && !bina_date_parse(day, &due)) {
        cli_complain(self, "--due takes a day such as 2026-07-15",
                     "--due memerlukan hari seperti 2026-07-15");
        return CLI_USAGE;
    }
    if (bina_submission_due(store, self->arguments[1], self->arguments[2], due, &added) != BINA_OK)
        return cli_fail_store(self, store);
    cli_remark(self, "%" PRId64 " %s noted as due", "%" PRId64 " %s dicatat untuk ditunggu", added,
               cli_word(self, added, "submission is", "submissions are", "kiriman"));
    return CLI_OK;
}

static void
tell(const cli *self, const bina_record *submission)
{
    int64_t faults = bina_record_int(submission, BINA_SUBMISSION_FAULTS);
    const char *nature = bina_record_text(submission, BINA_SUBMISSION_NATURE);

    printf(cli_text(self, "%s %s: %s, %s; %" PRId64 " kept, %" PRId64 " %s\n",
                    "%s %s: %s, %s; %" PRId64 " disimpan, %" PRId64 " %s\n"),
           bina_record_text(submission, BINA_SUBMISSION_REGION),
           bina_record_text(submission, BINA_SUBMISSION_PERIOD),
           bina_codes_label("submission_state", bina_record_text(submission, BINA_SUBMISSION_STATE),
                            self->language),
           bina_codes_label("submission_nature", nature, self->language),
           bina_record_int(submission, BINA_SUBMISSION_ROWS), faults,
           cli_word(self, faults, "error", "errors", "kesalahan"));
}

static int
receive(const cli *self, bina_store *store)
{
    bina_submission_options given = BINA_SUBMISSION_OPTIONS_INIT;
    const char *path = cli_option_value(self, "mapping");
    const char *faults = cli_option_value(self, "faults");
    bina_mapping *mapping = NULL;
    bina_task *task = NULL;
    int64_t before = 0;
    bool again;
    int ended = path != NULL ? cli_read_mapping(self, path, &mapping) : CLI_OK;

    (void)bina_store_last_commit(store, &before);
    given.nature = cli_option_value(self, "counts") != NULL ? "counts"
                   : cli_option_value(self, "rows") != NULL ? "rows"
                                                            : NULL;
    given.list = cli_option_value(self, "list");
    given.letter = cli_option_value(self, "letter");
    given.sent_by = cli_option_value(self, "from");
    given.mapping = mapping;
    given.anywhere = cli_option_value(self, "anywhere") != NULL;
    given.whole = cli_option_value(self, "whole") != NULL;
    given.faults = bina_faults_new(0);
    if (ended == CLI_OK && given.faults == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (ended == CLI_OK)
        ended = bina_submission_receive(store, self->arguments[1], self->arguments[2],
                                        self->arguments[3], &given, &task) == BINA_OK
                    ? cli_run_task(self, task)
                    : cli_fail_store(self, store);
    if (given.faults != NULL)
        cli_tell_faults(self, given.faults, 10);
    again = ended == CLI_OK && cli_tell_same(self, store, before);
    if (ended == CLI_OK && faults != NULL && !again)
        ended = cli_write_faults(self, given.faults, faults);
    if (ended == CLI_OK && self->format != CLI_TABLE)
        ended = cli_print_record(self, bina_task_result(task));
    else if (ended == CLI_OK)
        tell(self, bina_task_result(task));
    if (ended == CLI_OK && bina_record_int(bina_task_result(task), BINA_SUBMISSION_FAULTS) > 0)
        ended = CLI_FOUND;
    bina_task_free(task);
    bina_faults_free(given.faults);
    bina_mapping_free(mapping);
    return ended;
}

/* "52.03 2026-H1: accepted" */
static int
tell_state(const cli *self, const char *state)
{
    cli_remark(self, "%s %s: %s", "%s %s: %s", self->arguments[1], self->arguments[2],
               bina_codes_label("submission_state", state, self->language));
    return CLI_OK;
}

static int
send_back(const cli *self, bina_store *store)
{
    return bina_submission_return(store, self->arguments[1], self->arguments[2],
                                  cli_option_value(self, "reason"),
                                  cli_option_value(self, "letter")) == BINA_OK
               ? tell_state(self, "returned")
               : cli_fail_store(self, store);
}

static int
accept(const cli *self, bina_store *store)
{
    return bina_submission_accept(store, self->arguments[1], self->arguments[2],
                                  cli_option_value(self, "reason")) == BINA_OK
               ? tell_state(self, "accepted")
               : cli_fail_store(self, store);
}

static int
list(const cli *self, bina_store *store)
{
    static const char *const columns[] = {"region", "period", "state",  "due", "received",
                                          "late",   "nature", "faults", NULL};
    bina_report_options report = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor = NULL;

    report.region = cli_option_value(self, "region");
    report.language = self->language;
    return bina_report_run(store, "submissions", &report, &cursor) == BINA_OK
               ? cli_print_columns(self, cursor, columns)
               : cli_fail_store(self, store);
}

static const struct {
    const char *name;
    int arguments; /* with the store */
    bina_store_mode mode;
    int (*run)(const cli *self, bina_store *store);
} words[] = {
    {"due", 3, BINA_STORE_MUST_EXIST, note_due},     {"receive", 4, BINA_STORE_MUST_EXIST, receive},
    {"return", 3, BINA_STORE_MUST_EXIST, send_back}, {"accept", 3, BINA_STORE_MUST_EXIST, accept},
    {"list", 1, BINA_STORE_READ_ONLY, list},
};

static int
run(cli *self)
{
    const char *word = self->arguments[0];
    bina_store *store = NULL;
    int ended;

    self->arguments++;
    self->count--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].name, word) != 0 || words[i].arguments != self->count)
            continue;
        ended = cli_open_store(self, words[i].mode, &store);
        if (ended == CLI_OK)
            ended = words[i].run(self, store);
        bina_store_close(store);
        return ended;
    }
    cli_complain(
        self,
        "usage: bina submission due STORE REGION PERIOD | receive STORE REGION PERIOD FILE "
        "| return STORE REGION PERIOD | accept STORE REGION PERIOD | list STORE",
        "cara pakai: bina submission due STORE WILAYAH MASA | receive STORE WILAYAH MASA "
        "BERKAS | return STORE WILAYAH MASA | accept STORE WILAYAH MASA | list STORE");
    return CLI_USAGE;
}

const cli_command cli_submission = {
    .name = "submission",
    .arguments = "due|receive|return|accept|list STORE [REGION PERIOD [FILE]]",
    .summary = {"what regencies send the province, and what goes back",
                "kiriman kabupaten/kota kepada provinsi, dan yang dikembalikan"},
    .detail =
        {"A regency sends the rows of its register, or only counts (a table with jumlah and, as\n"
         "far as they differ, satuan, cakupan, golongan, wilayah). Counts are declared figures,\n"
         "never added to what is counted from rows. Periods: 2026, 2026-H1, 2026-Q3, 2026-11.\n\n"
         "  bina submission due ntb.db 52 2026-H1 --due 2026-07-15\n"
         "  bina submission receive ntb.db 52.03 2026-H1 lotim.csv --faults balik.csv\n"
         "  bina submission return ntb.db 52.03 2026-H1 --reason \"lihat balik.csv\"\n"
         "  bina submission accept ntb.db 52.01 2026-H1\n"
         "  bina report ntb.db completeness; bina report ntb.db province --region 52",
         "Kabupaten/kota mengirim baris registernya, atau hanya jumlah (tabel berkolom jumlah\n"
         "dan, sejauh berbeda, satuan, cakupan, golongan, wilayah). Jumlah dicatat sebagai angka\n"
         "yang dinyatakan, tidak pernah dijumlahkan dengan yang dihitung dari baris.\n"
         "Masa: 2026, 2026-H1, 2026-Q3, 2026-11.\n\n"
         "  bina submission due ntb.db 52 2026-H1 --due 2026-07-15\n"
         "  bina submission receive ntb.db 52.03 2026-H1 lotim.csv --faults balik.csv\n"
         "  bina submission return ntb.db 52.03 2026-H1 --reason \"lihat balik.csv\"\n"
         "  bina submission accept ntb.db 52.01 2026-H1\n"
         "  bina report ntb.db completeness; bina report ntb.db province --region 52"},
    .options = options,
    .least = 2,
    .most = 5,
    .run = run,
};
