/* bina report: the named reports. */
#include <string.h>
#include "store.h"

static const cli_option options[] = {
    {"list",
     NULL,
     {"name the reports, with a sentence each", "sebutkan laporan, sekalimat tiap laporan"}},
    {"columns", NULL, {"tell what the columns of the report mean", "terangkan arti kolom laporan"}},
    {"region", "CODE", {"only what lies under this region", "hanya yang di bawah wilayah ini"}},
    {"scope",
     "SCOPE",
     {"industry, trade, service or unknown", "industri, perdagangan, jasa, atau belum diketahui"}},
    {"on", "DATE", {"as it was true on a day", "sebagaimana adanya pada suatu hari"}},
    {"from", "DATE", {"what came since this day", "yang terjadi sejak hari ini"}},
    {"programme",
     "NAME",
     {"only this programme, by name or id", "hanya program ini, menurut nama atau id"}},
    {"fund",
     "NAME",
     {"only this fund, by name or id", "hanya sumber dana ini, menurut nama atau id"}},
    {"system",
     "SYSTEM",
     {"size classes by this law or office", "skala usaha menurut aturan atau lembaga ini"}},
    {"public", NULL, {"keep small numbers back", "rahasiakan angka kecil"}},
    {"known", "N", {"as known after commit N", "sebagaimana diketahui setelah catatan N"}},
    CLI_OUT_OPTION,
    {NULL, NULL, {NULL, NULL}},
};

static int
list_reports(const cli *self)
{
    for (int n = 0; bina_report_at(n) != NULL; n++)
        printf("%-22s %s\n", bina_report_at(n), bina_report_doc(bina_report_at(n), self->language));
    return CLI_OK;
}

static int
tell_columns(const cli *self, const char *name)
{
    const bina_description *columns = bina_report_columns(name);
    bool indonesian = self->language == BINA_INDONESIAN;

    if (columns == NULL) {
        cli_complain(self, "there is no report \"%s\"; bina report --list names them",
                     "tidak ada laporan \"%s\"; bina report --list menyebutnya", name);
        return CLI_USAGE;
    }
    printf("%s%s\n", bina_report_doc(name, self->language),
           !bina_report_as_of(name) ? ""
                                    : cli_text(self, " As of any day.", " Per tanggal mana pun."));
    for (int slot = 0; slot < bina_description_count(columns); slot++) {
        const bina_field *field = bina_description_field(columns, slot);
        printf("    %-18s %s%s%s\n", bina_field_name(field),
               indonesian ? bina_field_label(field, BINA_INDONESIAN) : "", indonesian ? ": " : "",
               bina_field_doc(field));
    }
    bina_description_free(columns);
    return CLI_OK;
}

/* A word of a code list by the word or its label; what is none is left for the report to refuse. */
static const char *
word_of(const char *list, const char *word)
{
    const char *found = word != NULL ? bina_codes_find(list, word) : NULL;

    return found != NULL ? found : word;
}

/* Reads the options that need no store. */
static bool
read_options(const cli *self, bina_report_options *report)
{
    report->region = cli_option_value(self, "region");
    report->scope = word_of("scope", cli_option_value(self, "scope"));
    report->system = word_of("size_system", cli_option_value(self, "system"));
    report->public_figures = cli_option_value(self, "public") != NULL;
    report->language = self->language;
    return cli_option_number(self, "known", &report->known_at) &&
           cli_option_day(self, "on", &report->true_on) &&
           cli_option_day(self, "from", &report->from);
}

/* Finds what the options name. */
static int
find_named(const cli *self, bina_store *store, bina_report_options *report)
{
    const char *programme = cli_option_value(self, "programme");
    const char *fund = cli_option_value(self, "fund");
    int ended = CLI_OK;

    if (programme != NULL)
        ended = cli_find_named(self, store, BINA_PROGRAMME, BINA_PROGRAMME_NAME, programme,
                               &report->programme);
    if (ended == CLI_OK && fund != NULL)
        ended = cli_find_named(self, store, BINA_FUND, BINA_FUND_NAME, fund, &report->fund);
    return ended;
}

static int
run(cli *self)
{
    bina_report_options report = BINA_REPORT_OPTIONS_INIT;
    const char *out = cli_option_value(self, "out");
    bina_store *store;
    bina_cursor *cursor = NULL;
    int ended;

    if (cli_option_value(self, "list") != NULL)
        return list_reports(self);
    if (cli_option_value(self, "columns") != NULL && self->count >= 1)
        return tell_columns(self, self->arguments[self->count - 1]);
    if (self->count != 2) {
        cli_complain(self, "usage: bina report STORE NAME; bina report --list names them",
                     "cara pakai: bina report STORE NAMA; bina report --list menyebutnya");
        return CLI_USAGE;
    }
    if (!read_options(self, &report))
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    ended = find_named(self, store, &report);
    if (ended == CLI_OK &&
        bina_report_run(store, self->arguments[1], &report, &cursor) != BINA_OK) {
        ended = cli_fail_store(self, store);
        if (bina_report_columns(self->arguments[1]) == NULL)
            ended = CLI_USAGE; /* there is no such report */
    } else if (ended == CLI_OK) {
        ended = out != NULL ? cli_write_cursor(self, cursor, out, NULL, false)
                            : cli_print_cursor(self, cursor);
    }
    bina_store_close(store);
    return ended;
}

const cli_command cli_report = {
    .name = "report",
    .arguments = "STORE NAME",
    .summary = {"print a named report", "cetak sebuah laporan"},
    .detail = {"  bina report --list\n  bina report regions --columns\n"
               "  bina report lotim.db overlap\n"
               "  bina report lotim.db regions --on 2020-11-09\n"
               "  bina report lotim.db statement --known 12\n"
               "  bina report lotim.db quality --out quality.xlsx",
               "  bina report --list\n  bina report regions --columns\n"
               "  bina report lotim.db overlap\n"
               "  bina report lotim.db regions --on 2020-11-09\n"
               "  bina report lotim.db statement --known 12\n"
               "  bina report lotim.db quality --out mutu.xlsx"},
    .options = options,
    .least = 0,
    .most = 2,
    .run = run,
};
