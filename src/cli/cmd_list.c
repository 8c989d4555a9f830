/* bina list: the records of a kind; bina export: the same into a file. */
#include <string.h>
#include "store.h"

static const cli_option list_options[] = {
    CLI_QUERY_OPTIONS,
    {"columns", "A,B,...", {"show these fields", "tampilkan isian ini"}},
    CLI_OUT_OPTION,
    {"all", NULL, {"show every field, also in tables", "tampilkan semua isian, juga di tabel"}},
    {"fields", NULL, {"name the fields of the kind instead", "sebutkan isian jenis ini saja"}},
    {NULL, NULL, {NULL, NULL}},
};

static const cli_option export_options[] = {
    CLI_QUERY_OPTIONS,
    CLI_OUT_OPTION,
    {"safe",
     NULL,
     {"guard cells that a spreadsheet would run as formulas",
      "amankan sel yang akan dijalankan sebagai rumus"}},
    {NULL, NULL, {NULL, NULL}},
};

/* The kind named by an argument, in either number; 0 after complaining. */
static int
kind_of(const cli *self, const char *name)
{
    int kind = bina_kind_find(name);

    if (kind != BINA_NO_KIND)
        return kind;
    cli_complain(self,
                 "there is no kind \"%s\"; there are:", "tidak ada jenis \"%s\"; yang ada:", name);
    for (int n = 0; bina_kind_at(n) != BINA_NO_KIND; n++)
        fprintf(stderr, "  %-18s %s\n",
                bina_description_plural(bina_kind_description(bina_kind_at(n))),
                bina_description_label(bina_kind_description(bina_kind_at(n)), self->language));
    return BINA_NO_KIND;
}

static void
print_fields(const cli *self, const bina_description *kind)
{
    for (int slot = 0; slot < bina_description_count(kind); slot++) {
        const bina_field *field = bina_description_field(kind, slot);
        printf("%-18s %-6s %s\n", bina_field_name(field), bina_type_name(bina_field_type(field)),
               self->language == BINA_INDONESIAN ? bina_field_label(field, BINA_INDONESIAN)
                                                 : bina_field_doc(field));
    }
}

/* A table on a screen shows a kind's first telling fields; everything is for --all and programs. */
static void
telling_columns(const bina_description *kind, const char *names[], int most)
{
    int count = 0;
    unsigned hidden = BINA_FIELD_RETIRED;

    for (int slot = 0; slot < bina_description_count(kind) && count < most; slot++) {
        const bina_field *field = bina_description_field(kind, slot);
        if (slot == 1 || (bina_field_flags(field) & hidden))
            continue;
        names[count++] = bina_field_name(field);
    }
    names[count] = NULL;
}

static void
split_columns(char *list, const char *names[], int most)
{
    int count = 0;

    for (char *at = strtok(list, ","); at != NULL && count < most; at = strtok(NULL, ","))
        names[count++] = at;
    names[count] = NULL;
}

static int
select_cursor(const cli *self, bina_store *store, int kind, bina_cursor **cursor)
{
    bina_query *query = cli_build_query(self, store, kind);
    int ended = CLI_OK;

    if (query == NULL)
        return CLI_USAGE;
    if (bina_store_list(store, query, cursor) != BINA_OK)
        ended = cli_fail_store(self, store);
    bina_query_free(query);
    return ended;
}

static int
run_list(cli *self)
{
    enum { MOST = 40, ON_SCREEN = 9 };
    const char *columns[MOST + 1];
    int kind = kind_of(self, self->arguments[1]), ended;
    const char *asked = cli_option_value(self, "columns"), *out = cli_option_value(self, "out");
    bina_store *store;
    bina_cursor *cursor = NULL;

    if (kind == BINA_NO_KIND)
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    if (cli_option_value(self, "fields") != NULL) {
        print_fields(self, bina_store_description(store, kind));
    } else {
        if (out == NULL && asked != NULL && self->format != CLI_TABLE)
            out = "-"; /* programs get every field, but for those who ask */
        if (asked != NULL)
            split_columns((char *)(uintptr_t)asked, columns, MOST);
        else
            telling_columns(bina_store_description(store, kind), columns,
                            cli_option_value(self, "all") != NULL ? MOST : ON_SCREEN);
        ended = select_cursor(self, store, kind, &cursor);
        if (ended == CLI_OK)
            ended = out != NULL ? cli_write_cursor(self, cursor, out, asked ? columns : NULL, false)
                                : cli_print_columns(self, cursor, columns);
    }
    bina_store_close(store);
    return ended;
}

static int
run_export(cli *self)
{
    const char *path = cli_option_value(self, "out");
    int kind = kind_of(self, self->arguments[1]), ended;
    bina_store *store = NULL;
    bina_cursor *cursor = NULL;

    if (kind == BINA_NO_KIND)
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended == CLI_OK)
        ended = select_cursor(self, store, kind, &cursor);
    if (ended == CLI_OK)
        ended = cli_write_cursor(self, cursor, path != NULL ? path : "-", NULL,
                                 cli_option_value(self, "safe") != NULL);
    bina_store_close(store);
    return ended;
}

const cli_command cli_list = {
    .name = "list",
    .arguments = "STORE KIND",
    .summary = {"list the records of a kind", "daftar data suatu jenis"},
    .detail = {"  bina list lotim.db enterprises --where region@=52.03.05,workers>=5 --order name\n"
               "  bina list lotim.db enterprises --as-of 2020-11-09 --csv > enterprises.csv",
               "  bina list lotim.db enterprises --where region@=52.03.05,workers>=5 --order name\n"
               "  bina list lotim.db enterprises --as-of 2020-11-09 --csv > usaha.csv"},
    .options = list_options,
    .least = 2,
    .most = 2,
    .run = run_list,
};

const cli_command cli_export = {
    .name = "export",
    .arguments = "STORE KIND",
    .summary = {"write the records of a kind as CSV, JSON or a workbook",
                "tulis data suatu jenis sebagai CSV, JSON, atau buku kerja"},
    .detail = {"Every field, dates as YYYY-MM-DD, amounts as plain rupiah.\n\n"
               "  bina export lotim.db enterprises --out enterprises.csv\n"
               "  bina export lotim.db enterprises --out enterprises.xlsx",
               "Semua isian, tanggal TTTT-BB-HH, uang dalam rupiah polos.\n\n"
               "  bina export lotim.db enterprises --out usaha.csv\n"
               "  bina export lotim.db enterprises --out usaha.xlsx"},
    .options = export_options,
    .least = 2,
    .most = 2,
    .run = run_export,
};
