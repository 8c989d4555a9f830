/* bina link: which rows of some lists are the same; needs no store. */
#include <stdlib.h>
#include "link_files.h"
#include "link_options.h"
#include "link_pairs.h"
#include "link_told.h"
#include "settings.h"

static const cli_option options[] = {
    {"settings",
     "S.yaml",
     {"what to compare and how, also with a model; without it, found out from the data",
      "apa yang dibandingkan dan caranya, boleh dengan model; tanpa ini, dicari dari data"}},
    {"link",
     "P",
     {"link pairs from this probability on (default 0.7)",
      "tautkan pasangan mulai peluang ini (bawaan 0.7)"}},
    {"review",
     "P",
     {"tell of pairs from this probability on, for people to look at (default 0.2)",
      "beri tahu pasangan mulai peluang ini, untuk ditinjau orang (bawaan 0.2)"}},
    {"threads",
     "N",
     {"at most so many at once; the result is the same (default: all cores)",
      "paling banyak sekian sekaligus; hasilnya sama (bawaan: semua inti)"}},
    {"memory",
     "SIZE",
     {"get along with so much memory, as in 200M or 2G; what is more goes into a temporary file",
      "cukupkan memori sekian, misalnya 200M atau 2G; selebihnya ke berkas sementara"}},
    {"folder",
     "DIR",
     {"where that temporary file lies (default: TMPDIR, else /var/tmp)",
      "tempat berkas sementara itu (bawaan: TMPDIR, kalau tidak ada /var/tmp)"}},
    {"out",
     "E.csv",
     {"write file,row,entity here instead of to standard output (a workbook if it ends in .xlsx)",
      "tulis file,row,entity di sini, bukan ke keluaran baku (buku kerja bila .xlsx)"}},
    {"rows",
     "R.csv",
     {"write the rows of all lists as they are, each with its entity (a workbook if .xlsx)",
      "tulis baris semua daftar apa adanya, dengan entity-nya (buku kerja bila .xlsx)"}},
    {"pairs", "P.csv", {"write the pairs with their weights", "tulis pasangan dengan bobotnya"}},
    {"explain",
     "ROWS",
     {"print why two rows are or are not one, as in a.csv:12,b.csv:40, instead of the entities",
      "cetak alasan dua baris sama atau tidak, misalnya a.csv:12,b.csv:40, bukan entitasnya"}},
    {"score",
     "P.csv",
     {"weigh the pairs of this file (list_a,row_a,list_b,row_b) instead of looking for pairs",
      "timbang pasangan dari berkas ini (list_a,row_a,list_b,row_b), tanpa mencari pasangan"}},
    {"questions",
     "Q.csv",
     {"write the 100 pairs whose verdicts would put most right",
      "tulis 100 pasangan yang putusannya paling banyak membetulkan"}},
    {"verdicts",
     "V.csv",
     {"follow, and learn from, what people said: list_a,row_a,list_b,row_b,same (yes or no)",
      "ikuti dan pelajari putusan orang: list_a,row_a,list_b,row_b,same (ya atau tidak)"}},
    {"save-settings",
     "S.yaml",
     {"write the settings that were applied, to be edited and used again",
      "tulis pengaturan yang dipakai, untuk disunting dan dipakai lagi"}},
    {"save-model",
     "M.yaml",
     {"the same with the fitted model, for --settings: then nothing is fitted anew",
      "sama, beserta model yang disesuaikan, untuk --settings: tidak disesuaikan lagi"}},
    {"expected",
     "X.csv",
     {"write the precision and recall that the model expects at each threshold",
      "tulis ketepatan dan kelengkapan yang diharapkan model pada tiap ambang"}},
    {"histogram",
     "H.csv",
     {"write how many pairs weigh how much", "tulis berapa pasangan berbobot berapa"}},
    {"unlinkable",
     "U.csv",
     {"write the rows that say too little to be linked, with what they lack",
      "tulis baris yang terlalu sedikit isinya untuk ditautkan, dan isian yang kosong"}},
    {"faults",
     "F.csv",
     {"write every fault of the files here", "tulis semua kesalahan berkas di sini"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
run_linkage(const cli *self, bina_linkage *linkage)
{
    bina_task *task = NULL;
    int ended = bina_linkage_start(linkage, &task) == BINA_OK
                    ? cli_run_task(self, task)
                    : cli_fail(self, bina_linkage_error(linkage));

    bina_task_free(task);
    /* What is refused then are settings, or lists, that do not fit: there is no register here. */
    return ended == CLI_REFUSED ? CLI_INPUT : ended;
}

static bina_status
expect_all(bina_linkage *linkage, bina_cursor **cursor)
{
    return bina_linkage_expectations(linkage, 0, cursor);
}

static bina_status
count_by_weight(bina_linkage *linkage, bina_cursor **cursor)
{
    return bina_linkage_histogram(linkage, 0, cursor);
}

/* Results that go into a file when an option names one. */
static const struct {
    const char *option;
    bina_status (*ask)(bina_linkage *linkage, bina_cursor **cursor);
} results[] = {
    {"pairs", bina_linkage_pairs},
    {"expected", expect_all},
    {"histogram", count_by_weight},
    {"unlinkable", bina_linkage_unlinkable},
};

static int
write_results(const cli *self, bina_linkage *linkage)
{
    const char *out = cli_option_value(self, "out");
    bina_cursor *cursor = NULL;
    int ended = CLI_OK;

    for (size_t i = 0; ended == CLI_OK && i < sizeof results / sizeof *results; i++) {
        const char *path = cli_option_value(self, results[i].option);
        if (path == NULL)
            continue;
        ended = results[i].ask(linkage, &cursor) == BINA_OK
                    ? cli_write_cursor(self, cursor, path, NULL, false)
                    : cli_fail(self, bina_linkage_error(linkage));
    }
    if (ended != CLI_OK || (cli_option_value(self, "explain") != NULL && out == NULL))
        return ended;
    if (bina_linkage_entities(linkage, &cursor) != BINA_OK)
        return cli_fail(self, bina_linkage_error(linkage));
    return cli_write_cursor(self, cursor, out != NULL ? out : "-", NULL, false);
}

static int
save(const cli *self, bina_linkage *linkage)
{
    const char *settings = cli_option_value(self, "save-settings");
    const char *model = cli_option_value(self, "save-model");
    int ended = CLI_OK;

    if (settings != NULL)
        ended = cli_write_linkage_settings(self, linkage, settings, false);
    if (ended == CLI_OK && model != NULL)
        ended = cli_write_linkage_settings(self, linkage, model, true);
    return ended;
}

/* What can be told to be wrong before any file is read. */
static int
check(const cli *self, cli_two_rows *explained)
{
    const char *explain = cli_option_value(self, "explain");
    int ended = cli_check_files(self);

    if (ended == CLI_OK)
        ended = cli_check_outputs(self);
    if (ended == CLI_OK)
        ended = cli_check_rows(self);
    if (ended == CLI_OK && explain != NULL)
        ended = cli_read_two_rows(self, explain, explained);
    return ended;
}

/* A linkage that has its settings, lists and verdicts. */
static int
prepare(const cli *self, bina_linkage **linkage)
{
    const char *verdicts = cli_option_value(self, "verdicts");
    bina_linkage_settings *settings = NULL;
    int ended = cli_link_settings(self, &settings);

    if (ended == CLI_OK) {
        *linkage = bina_linkage_new(settings);
        ended = *linkage != NULL ? cli_add_files(self, *linkage)
                                 : cli_fail_status(self, BINA_ERR_NO_MEMORY);
    }
    if (ended == CLI_OK && verdicts != NULL)
        ended = cli_add_verdicts(self, *linkage, verdicts);
    bina_linkage_settings_free(settings);
    return ended;
}

static int
link_lists(const cli *self, bina_linkage *linkage, const cli_two_rows *explained)
{
    bool explains = cli_option_value(self, "explain") != NULL;
    int ended = explains ? cli_find_two_rows(self, linkage, explained) : CLI_OK;

    if (ended == CLI_OK)
        ended = run_linkage(self, linkage);
    if (ended == CLI_OK)
        ended = save(self, linkage);
    if (ended == CLI_OK)
        ended = cli_write_questions(self, linkage);
    if (ended == CLI_OK)
        ended = cli_write_linked_rows(self, linkage);
    if (ended == CLI_OK)
        ended = write_results(self, linkage);
    if (ended != CLI_OK)
        return ended;
    return explains ? cli_explain_pair(self, linkage, explained) : cli_tell_linkage(self, linkage);
}

static int
run(cli *self)
{
    cli_two_rows explained = {{NULL, NULL}, {0, 0}};
    bina_linkage *linkage = NULL;
    int ended = check(self, &explained);

    if (ended == CLI_OK)
        ended = prepare(self, &linkage);
    if (ended == CLI_OK)
        ended = cli_option_value(self, "score") != NULL ? cli_score_pairs(self, linkage)
                                                        : link_lists(self, linkage, &explained);
    bina_linkage_free(linkage);
    free(explained.list[0]);
    free(explained.list[1]);
    return ended;
}

const cli_command cli_link = {
    .name = "link",
    .arguments = "A.xlsx [B.csv ...]",
    .summary = {"find the rows of lists that are one and the same; no store needed",
                "cari baris daftar yang sebenarnya sama; tanpa register"},
    .detail =
        {"Prints file,row,entity: one line for every row of data; rows with the same entity are\n"
         "held to be the same. Row 1 is the first below the header; blank rows, headings, sums "
         "and\n"
         "notes count but get no line. Any columns will do: what to compare is found out from "
         "them.\n"
         "What was compared, what came out, and how much of it is likely right, is said at the "
         "end\n"
         "on standard error. A list called - is standard input.\n\n"
         "  bina link disperin.csv diskop.csv > entities.csv\n\n"
         "To have the lists themselves with their entities, to be sorted in a spreadsheet:\n\n"
         "  bina link --out entities.csv --rows rows.xlsx disperin.csv diskop.csv\n\n"
         "To see what was done, and change it: save the settings, edit them, use them.\n\n"
         "  bina link --save-settings s.yaml a.csv b.csv; bina link --settings s.yaml a.csv "
         "b.csv\n\n"
         "To weigh next year's lists as this year's: save the model. Nothing is fitted anew.\n\n"
         "  bina link --save-model m.yaml a.csv b.csv; bina link --settings m.yaml c.csv b.csv\n\n"
         "To know why two rows are one, or are not; a weight of 1 doubles the odds, -1 halves "
         "them:\n\n"
         "  bina link --explain a.csv:12,b.csv:40 a.csv b.csv\n\n"
         "To put right what is doubtful: have people write yes or no in the column \"same\" of "
         "the\n"
         "questions, and give the file back.\n\n"
         "  bina link --questions q.csv a.csv b.csv; bina link --verdicts q.csv a.csv b.csv",
         "Mencetak file,row,entity: satu baris untuk tiap baris data; baris dengan entity yang "
         "sama\n"
         "dianggap sama. Row 1 ialah baris pertama di bawah judul kolom; baris kosong, subjudul,\n"
         "jumlah, dan catatan ikut dihitung tetapi tidak dicetak.\n"
         "Kolomnya bebas: apa yang dibandingkan dicari dari isinya. Apa yang dibandingkan, apa\n"
         "hasilnya, dan berapa yang mungkin benar, disebut pada akhirnya di galat baku.\n"
         "Daftar bernama - ialah masukan baku.\n\n"
         "  bina link disperin.csv diskop.csv > entitas.csv\n\n"
         "Untuk mendapat daftarnya sendiri beserta entity, untuk diurutkan di lembar kerja:\n\n"
         "  bina link --out entitas.csv --rows baris.xlsx disperin.csv diskop.csv\n\n"
         "Untuk melihat dan mengubah caranya: simpan pengaturannya, sunting, lalu pakai.\n\n"
         "  bina link --save-settings s.yaml a.csv b.csv; bina link --settings s.yaml a.csv "
         "b.csv\n\n"
         "Agar daftar tahun depan ditimbang seperti tahun ini: simpan modelnya.\n\n"
         "  bina link --save-model m.yaml a.csv b.csv; bina link --settings m.yaml c.csv b.csv\n\n"
         "Untuk tahu mengapa dua baris sama atau tidak; bobot 1 menggandakan odds, -1 "
         "membelahnya:\n\n"
         "  bina link --explain a.csv:12,b.csv:40 a.csv b.csv\n\n"
         "Untuk membetulkan yang meragukan: isi ya atau tidak di kolom \"same\" pada "
         "pertanyaannya,\n"
         "lalu berikan berkasnya kembali.\n\n"
         "  bina link --questions q.csv a.csv b.csv; bina link --verdicts q.csv a.csv b.csv"},
    .options = options,
    .least = 1,
    .most = -1,
    .run = run,
};
