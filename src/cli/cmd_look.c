/* bina look: what lists hold, before there is any register. */
#include <inttypes.h>
#include <string.h>
#include "faults.h"

/* As many as an office will ever mend. */
enum { EVERY_FAULT = 1000000 };

static const cli_option options[] = {
    {"out",
     "PAGE.html",
     {"where the page goes (bina-look.html); - is standard output",
      "tujuan halaman (bina-look.html); - ialah keluaran baku"}},
    {"region",
     "CODE",
     {"the regency of rows that name none, such as 52.03; without it, told from the rows",
      "kabupaten untuk baris yang tidak menyebutnya, misalnya 52.03; tanpa ini, dari isi daftar"}},
    {"faults", "F.csv", {"write every fault here", "tulis semua kesalahan di sini"}},
    {"limit",
     "N",
     {"show N pairs of every two lists, and N doubtful ones (5)",
      "tampilkan N pasangan untuk tiap dua daftar, dan N yang meragukan (5)"}},
    {NULL, NULL, {NULL, NULL}},
};

/* The main figures; on standard error when the page itself goes to standard output. */
static void
tell(const cli *self, const bina_record *found, const char *out)
{
    bool to_stdout = strcmp(out, "-") == 0;
    int64_t lists = bina_record_int(found, BINA_LOOK_LISTS);
    int64_t rows = bina_record_int(found, BINA_LOOK_ROWS);
    int64_t enterprises = bina_record_int(found, BINA_LOOK_ENTERPRISES);
    int64_t groups = bina_record_int(found, BINA_LOOK_GROUPS);
    int64_t twins = bina_record_int(found, BINA_LOOK_TWINS);
    int64_t on_all = bina_record_int(found, BINA_LOOK_ON_ALL);
    int64_t review = bina_record_int(found, BINA_LOOK_REVIEW);
    int64_t faults = bina_record_int(found, BINA_LOOK_FAULTS);
    FILE *to = to_stdout ? stderr : stdout;

    if (to_stdout && self->quiet)
        return;
    fprintf(to,
            cli_text(self,
                     "%" PRId64 " %s in %" PRId64 " %s %s about %" PRId64 " %s (at least %" PRId64
                     ", at most %" PRId64 ") and %" PRId64 " %s\n"
                     "%" PRId64 " %s again what stands on the same list; ",
                     "%" PRId64 " %s pada %" PRId64 " %s %s sekitar %" PRId64
                     " %s (sekurangnya %" PRId64 ", sebanyaknya %" PRId64 ") dan %" PRId64 " %s\n"
                     "%" PRId64 " %s usaha pada daftar yang sama; "),
            rows, cli_word(self, rows, "row", "rows", "baris"), lists,
            cli_word(self, lists, "list", "lists", "daftar"),
            cli_word(self, rows, "is", "are", "adalah"), enterprises,
            cli_word(self, enterprises, "enterprise", "enterprises", "usaha"),
            bina_record_int(found, BINA_LOOK_AT_LEAST), bina_record_int(found, BINA_LOOK_AT_MOST),
            groups, cli_word(self, groups, "group", "groups", "kelompok"), twins,
            cli_word(self, twins, "row says", "rows say", "baris mengulang"));
    if (lists > 1)
        fprintf(
            to,
            cli_text(self, "%" PRId64 " %s on every list; ", "%" PRId64 " %s di semua daftar; "),
            on_all, cli_word(self, on_all, "registrant stands", "registrants stand", "tercantum"));
    fprintf(to,
            cli_text(self, "%" PRId64 " %s to people; %" PRId64 " %s\n",
                     "%" PRId64 " %s orang; %" PRId64 " %s\n"),
            review,
            cli_word(self, review, "pair is left", "pairs are left", "pasangan perlu diputuskan"),
            faults, cli_word(self, faults, "fault", "faults", "kesalahan"));
    if (!to_stdout)
        fprintf(to, "%s\n", out);
}

static int
look(const cli *self, const bina_look_options *look, bina_error *error)
{
    const char *faults = cli_option_value(self, "faults");
    bina_task *task = NULL;
    int ended = bina_look((const char *const *)self->arguments, (size_t)self->count, look, error,
                          &task) == BINA_OK
                    ? cli_run_task(self, task)
                    : cli_fail(self, error);

    if (ended == CLI_OK && faults != NULL)
        ended = cli_write_faults(self, look->faults, faults);
    if (ended == CLI_OK && self->format != CLI_TABLE && strcmp(look->out, "-") != 0)
        ended = cli_print_record(self, bina_task_result(task));
    else if (ended == CLI_OK)
        tell(self, bina_task_result(task), look->out);
    bina_task_free(task);
    return ended;
}

static int
run(cli *self)
{
    bina_look_options options_of_look = BINA_LOOK_OPTIONS_INIT;
    bina_error *error = bina_error_new();
    int64_t limit = 0;
    int ended = CLI_USAGE;

    options_of_look.language = self->language;
    options_of_look.out = cli_option_value(self, "out");
    if (options_of_look.out == NULL)
        options_of_look.out = "bina-look.html";
    options_of_look.region = cli_option_value(self, "region");
    options_of_look.faults = bina_faults_new(EVERY_FAULT);
    if (error == NULL || options_of_look.faults == NULL) {
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    } else if (cli_option_number(self, "limit", &limit)) {
        options_of_look.examples = limit > 1000 ? 1000 : (int)limit;
        ended = look(self, &options_of_look, error);
    }
    bina_faults_free(options_of_look.faults);
    bina_error_free(error);
    return ended;
}

const cli_command cli_look = {
    .name = "look",
    .arguments = "FILE...",
    .summary = {"look at lists: one page that tells what they hold, nothing is stored",
                "tinjau daftar: satu halaman tentang isinya, tanpa menyimpan apa pun"},
    .detail =
        {"The first thing to run. Takes one list or several (CSV files or workbooks), whatever\n"
         "their columns, and writes one page: about how many enterprises they are, how the lists\n"
         "overlap, what each column was understood as, faults by cell, which rows are the same\n"
         "and why, counts by district, and the commands to go on with. No register, no mapping,\n"
         "no network; NIK and telephones are masked in the page. Page in the language of "
         "--lang.\n\n"
         "  bina look disperin.xlsx diskop.csv disdag.csv --out look.html\n"
         "  bina look disperin.xlsx --faults faults.csv",
         "Yang pertama dijalankan. Menerima satu daftar atau lebih (CSV atau buku kerja), apa pun\n"
         "kolomnya, dan menulis satu halaman: kira-kira berapa usaha, tumpang tindih daftar, tiap\n"
         "kolom dipahami sebagai apa, kesalahan sel demi sel, baris mana yang sama dan mengapa,\n"
         "jumlah per kecamatan, dan perintah berikutnya. Tanpa register, tanpa pemetaan, tanpa\n"
         "jaringan; NIK dan telepon disamarkan. Bahasa halaman menurut --lang.\n\n"
         "  bina look disperin.xlsx diskop.csv disdag.csv --out tinjauan.html\n"
         "  bina look disperin.xlsx --faults kesalahan.csv"},
    .options = options,
    .least = 1,
    .most = -1,
    .run = run,
};
