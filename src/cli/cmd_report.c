/* bina report: the named reports. */
#include <string.h>
#include "store.h"

static const cli_option options[] = {
    {"list", NULL, {"name the reports and their columns", "sebutkan laporan dan kolomnya"}},
    {"region", "CODE", {"only what lies under this region", "hanya yang di bawah wilayah ini"}},
    {"scope",
     "SCOPE",
     {"industry, trade, service or unknown", "industri, perdagangan, jasa, atau belum diketahui"}},
    {"known", "N", {"as known after commit N", "sebagaimana diketahui setelah catatan N"}},
    CLI_OUT_OPTION,
    {NULL, NULL, {NULL, NULL}},
};

static int
list_reports(const cli *self)
{
    for (int n = 0; bina_report_at(n) != NULL; n++) {
        const bina_description *columns = bina_report_columns(bina_report_at(n));
        printf("%s: %s\n", bina_report_at(n), bina_report_doc(bina_report_at(n), self->language));
        if (columns == NULL)
            return cli_fail_status(self, BINA_ERR_NO_MEMORY);
        for (int slot = 0; slot < bina_description_count(columns); slot++)
            printf("    %-18s %s\n", bina_field_name(bina_description_field(columns, slot)),
                   bina_field_doc(bina_description_field(columns, slot)));
        bina_description_free(columns);
    }
    return CLI_OK;
}

static int
run(cli *self)
{
    bina_report_options report = BINA_REPORT_OPTIONS_INIT;
    const char *scope = cli_option_value(self, "scope");
    const char *out = cli_option_value(self, "out");
    bina_store *store;
    bina_cursor *cursor = NULL;
    int ended;

    if (cli_option_value(self, "list") != NULL)
        return list_reports(self);
    if (self->count != 2) {
        cli_complain(self, "usage: bina report STORE NAME; bina report --list names them",
                     "cara pakai: bina report STORE NAMA; bina report --list menyebutnya");
        return CLI_USAGE;
    }
    report.region = cli_option_value(self, "region");
    if (scope != NULL)
        report.scope =
            bina_codes_find("scope", scope) != NULL ? bina_codes_find("scope", scope) : scope;
    report.language = self->language;
    if (!cli_option_number(self, "known", &report.known_at))
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    if (bina_report_run(store, self->arguments[1], &report, &cursor) != BINA_OK)
        ended = cli_fail_store(self, store);
    else
        ended = out != NULL ? cli_write_cursor(self, cursor, out, NULL, false)
                            : cli_print_cursor(self, cursor);
    bina_store_close(store);
    return ended;
}

const cli_command cli_report = {
    .name = "report",
    .arguments = "STORE NAME",
    .summary = {"print a named report", "cetak sebuah laporan"},
    .detail = {"  bina report --list\n  bina report lotim.db overlap\n"
               "  bina report lotim.db statement --known 12\n"
               "  bina report lotim.db quality --out quality.xlsx",
               "  bina report --list\n  bina report lotim.db overlap\n"
               "  bina report lotim.db statement --known 12\n"
               "  bina report lotim.db quality --out mutu.xlsx"},
    .options = options,
    .least = 0,
    .most = 2,
    .run = run,
};
