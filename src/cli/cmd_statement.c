/* bina statement: issue a Berita Acara Satu Data, and print it again. */
#include <string.h>
#include "store.h"

static const cli_option options[] = {
    {"issue", "NUMBER", {"issue it under this number", "terbitkan dengan nomor ini"}},
    {"number", "NUMBER", {"print again the one with this number", "cetak ulang yang bernomor ini"}},
    {"out",
     "FILE",
     {"write here; without it to standard output", "tulis ke sini; jika tidak, ke keluaran baku"}},
    {"sign",
     "OFFICE: NAME[; ...]",
     {"who signs, with (NIP 19...) if wanted",
      "yang menandatangani, bila perlu dengan (NIP 19...)"}},
    {"letterhead", "TEXT", {"name of the office at its head", "nama kantor pada kopnya"}},
    {"place", "TEXT", {"where it is drawn up", "tempat dibuatnya"}},
    {"date",
     "DATE",
     {"date on the paper; without it, today", "tanggal pada kertas; jika tidak, hari ini"}},
    {"region", "CODE", {"only what lies under this region", "hanya yang di bawah wilayah ini"}},
    {"scope",
     "SCOPE",
     {"industry, trade, service or unknown", "industri, perdagangan, jasa, atau belum diketahui"}},
    {NULL, NULL, {NULL, NULL}},
};

/* A date option; false after complaining. */
static bool
take_date(const cli *self, bina_record *statement)
{
    const char *date = cli_option_value(self, "date");
    int64_t day;

    if (date == NULL)
        return true;
    if (!bina_date_parse(date, &day)) {
        cli_complain(self, "--date is a day as 2026-11-22", "--date itu hari seperti 2026-11-22");
        return false;
    }
    bina_set_int(statement, BINA_STATEMENT_ISSUED, day);
    return true;
}

/* What the options say of a new statement; NULL after complaining. */
static bina_record *
new_statement(const cli *self)
{
    static const struct {
        const char *option;
        int field;
    } texts[] = {{"issue", BINA_STATEMENT_NUMBER},
                 {"sign", BINA_STATEMENT_SIGNATORIES},
                 {"letterhead", BINA_STATEMENT_OFFICE},
                 {"place", BINA_STATEMENT_PLACE},
                 {"region", BINA_STATEMENT_REGION}};
    const char *scope = cli_option_value(self, "scope"), *word;
    bina_record *statement = bina_record_new(BINA_STATEMENT);

    if (statement == NULL) {
        cli_fail_status(self, BINA_ERR_NO_MEMORY);
        return NULL;
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (cli_option_value(self, texts[i].option) != NULL)
            bina_set(statement, texts[i].field, cli_option_value(self, texts[i].option));
    word = scope != NULL ? bina_codes_find("scope", scope) : NULL;
    if (scope != NULL)
        bina_set(statement, BINA_STATEMENT_SCOPE, word != NULL ? word : scope);
    bina_set(statement, BINA_STATEMENT_LANGUAGE, self->language == BINA_INDONESIAN ? "id" : "en");
    if (take_date(self, statement))
        return statement;
    bina_record_free(statement);
    return NULL;
}

static int
write_statement(const cli *self, bina_store *store, const bina_record *statement)
{
    bina_page *page = NULL;
    int ended = bina_statement_page(store, statement, self->language, &page) == BINA_OK
                    ? cli_write_page(self, page)
                    : cli_fail_store(self, store);

    bina_page_free(page);
    return ended;
}

static int
run(cli *self)
{
    const char *number = cli_option_value(self, "number"), *issue = cli_option_value(self, "issue");
    bina_store *store;
    bina_record *statement = NULL;
    int ended;

    if (number != NULL && issue != NULL) {
        cli_complain(self, "either --issue or --number", "pilih --issue atau --number");
        return CLI_USAGE;
    }
    ended =
        cli_open_store(self, issue != NULL ? BINA_STORE_MUST_EXIST : BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    if (number == NULL) {
        statement = new_statement(self);
        ended = statement != NULL ? CLI_OK : CLI_USAGE;
    } else if (bina_statement_find(store, number, &statement) != BINA_OK) {
        ended = cli_fail_store(self, store);
    }
    if (ended == CLI_OK && issue != NULL) {
        if (bina_statement_issue(store, statement, NULL) != BINA_OK)
            ended = cli_fail_store(self, store);
        else
            cli_remark(self, "issued; --number %s prints it again",
                       "diterbitkan; --number %s mencetaknya lagi", issue);
    }
    if (ended == CLI_OK)
        ended = write_statement(self, store, statement);
    bina_record_free(statement);
    bina_store_close(store);
    return ended;
}

const cli_command cli_statement = {
    .name = "statement",
    .arguments = "STORE",
    .summary = {"a page to sign: what was agreed (Berita Acara Satu Data)",
                "halaman untuk ditandatangani: Berita Acara Satu Data"},
    .detail =
        {"A draft, until --issue gives it a number. An issued one is printed again the same to "
         "the\n"
         "letter, whatever became of the register since. HTML, set for A4.\n\n"
         "  bina statement lotim.db --out draft.html\n"
         "  bina statement lotim.db --issue 500.9/12/2026 --out page.html --place Selong \\\n"
         "      --sign 'Head of Industry: Hj. Siti Aminah; Head of Cooperatives: Lalu Amin'\n"
         "  bina statement lotim.db --number 500.9/12/2026 --out page.html",
         "Berupa draf sampai --issue memberinya nomor. Yang sudah terbit dicetak ulang sama "
         "sampai\n"
         "ke hurufnya, apa pun yang terjadi pada register sesudahnya. HTML, untuk kertas A4.\n\n"
         "  bina statement lotim.db --out draf.html\n"
         "  bina statement lotim.db --issue 500.9/12/2026 --out halaman.html --place Selong \\\n"
         "      --sign 'Kepala Dinas Perindustrian: Hj. Siti Aminah; Kepala Dinas Koperasi: Lalu "
         "Amin'\n"
         "  bina statement lotim.db --number 500.9/12/2026 --out halaman.html"},
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
