/* bina match: whether an enterprise is in the register already. */
#include <string.h>
#include "store.h"

static const cli_option options[] = {
    {"limit", "N", {"at most N registrants (5)", "paling banyak N pelaku usaha (5)"}},
    {NULL, NULL, {NULL, NULL}},
};

/* COLUMN=VALUE arguments as a record of those columns; NULL after complaining. */
static bina_record *
read_typed(cli *self)
{
    bina_description *columns = bina_description_new("typed", "What was typed.");
    bina_record *typed = NULL;

    for (int i = 1; columns != NULL && i < self->count; i++) {
        char name[128];
        size_t length = strcspn(self->arguments[i], "=");
        if (self->arguments[i][length] == '\0' || length == 0 || length >= sizeof name) {
            cli_complain(self, "what was typed is COLUMN=VALUE, not \"%s\"",
                         "yang diketik ialah KOLOM=NILAI, bukan \"%s\"", self->arguments[i]);
            bina_description_free(columns);
            return NULL;
        }
        memcpy(name, self->arguments[i], length);
        name[length] = '\0';
        if (bina_description_add_field(columns, name, BINA_TEXT, NULL, "", 0) < 0) {
            cli_complain(self, "\"%s\" is given twice", "\"%s\" diberikan dua kali", name);
            bina_description_free(columns);
            return NULL;
        }
    }
    if (columns != NULL)
        typed = bina_record_new_of(columns);
    for (int i = 1; typed != NULL && i < self->count; i++)
        bina_set_text(typed, i - 1, strchr(self->arguments[i], '=') + 1);
    bina_description_free(columns);
    if (typed == NULL)
        (void)cli_fail_status(self, BINA_ERR_NO_MEMORY);
    return typed;
}

static int
run(cli *self)
{
    static const char *const columns[2][8] = {
        {"number", "name", "owner_name", "region", "probability", "reason", NULL},
        {"number", "name", "owner_name", "region", "probability", "alasan", NULL},
    };
    int64_t limit = 5;
    bina_store *store;
    bina_record *typed;
    bina_cursor *cursor = NULL;
    bina_status status;
    int ended;

    if (!cli_option_number(self, "limit", &limit))
        return CLI_USAGE;
    if (limit < 1) {
        cli_complain(self, "--limit takes a number from 1 on",
                     "--limit memerlukan bilangan mulai 1");
        return CLI_USAGE;
    }
    typed = read_typed(self);
    if (typed == NULL)
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended == CLI_OK) {
        /* Half a minute for a million rows, in one call. */
        cli_progress(self, cli_text(self, "linking the register", "menautkan register"), 0, 0);
        status = bina_match(store, typed, limit, &cursor);
        cli_progress_end(self);
        ended = status == BINA_OK ? cli_print_columns(self, cursor, columns[self->language])
                                  : cli_fail_store(self, store);
    }
    bina_record_free(typed);
    bina_store_close(store);
    return ended;
}

const cli_command cli_match = {
    .name = "match",
    .arguments = "STORE COLUMN=VALUE...",
    .summary = {"tell whether an enterprise is in the register already, and why",
                "tunjukkan apakah suatu usaha sudah ada dalam register, dan mengapa"},
    .detail =
        {"Columns are named and understood as those of a list. Nothing is stored. The whole\n"
         "register is linked first; a program that asks again and again keeps a matcher open.\n\n"
         "  bina match lotim.db \"nama pemilik=Siti Aminah\" desa=Pringgasela \"no hp=0819...\"",
         "Kolom dinamai dan dipahami seperti kolom sebuah daftar. Tidak ada yang disimpan. "
         "Seluruh\n"
         "register ditautkan lebih dahulu; program yang bertanya terus-menerus membuka matcher.\n\n"
         "  bina match lotim.db \"nama pemilik=Siti Aminah\" desa=Pringgasela \"no hp=0819...\""},
    .options = options,
    .least = 2,
    .most = -1,
    .run = run,
};
