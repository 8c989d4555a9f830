#include "link_files.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "faults.h"

/* Standard input, too, can be read but once. */
int
cli_check_files(const cli *self)
{
    for (int i = 0; i < self->count; i++)
        for (int j = 0; j < i; j++)
            if (cli_same_file(self->arguments[j], self->arguments[i])) {
                cli_complain(
                    self,
                    "%s and %s are one and the same file; to find rows that stand twice in "
                    "a list, name it once",
                    "%s dan %s berkas yang sama; untuk mencari baris yang tercatat dua "
                    "kali dalam satu daftar, sebutkan sekali saja",
                    self->arguments[j], self->arguments[i]);
                return CLI_USAGE;
            }
    return CLI_OK;
}

int
cli_check_outputs(const cli *self)
{
    static const char *const options[] = {"rows",          "pairs",      "questions",
                                          "save-settings", "save-model", "expected",
                                          "histogram",     "unlinkable", "faults"};
    /* Without --out the entities, the scores or the explanation are printed. */
    const char *out = cli_option_value(self, "out");
    bool taken = out == NULL || strcmp(out, "-") == 0;

    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const char *path = cli_option_value(self, options[i]);
        if (path == NULL || strcmp(path, "-") != 0)
            continue;
        if (taken) {
            cli_complain(self,
                         "--%s - would go to standard output together with other results: name a "
                         "file, here or with --out",
                         "--%s - akan bercampur dengan hasil lain di keluaran baku: sebutkan "
                         "berkas, di sini atau dengan --out",
                         options[i]);
            return CLI_USAGE;
        }
        taken = true;
    }
    return CLI_OK;
}

/* How many rows a list has, and how many were passed over because they are none. */
static void
tell_rows(const cli *self, const char *path, const bina_list_counts *counts)
{
    int64_t other = counts->sections + counts->notes + counts->footers + counts->others;
    char passed[160] = "";

    if (counts->totals > 0 || other > 0)
        snprintf(passed, sizeof passed,
                 cli_text(self, " (passed over: %" PRId64 " of sums, %" PRId64 " of other kinds)",
                          " (dilewati: %" PRId64 " baris jumlah, %" PRId64 " baris lain)"),
                 counts->totals, other);
    cli_remark(self, "%s: %" PRId64 " %s%s", "%s: %" PRId64 " %s%s", path, counts->rows,
               cli_word(self, counts->rows, "row", "rows", "baris"), passed);
}

int
cli_add_files(const cli *self, bina_linkage *linkage)
{
    bina_list_options reading = BINA_LIST_OPTIONS_INIT;
    bina_error *error = bina_error_new();
    int ended = CLI_OK;

    reading.row_column = "#row";
    reading.faults = bina_faults_new(0);
    if (error == NULL || reading.faults == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    for (int i = 0; ended == CLI_OK && i < self->count; i++) {
        bina_list_counts counts = {0};
        bina_cursor *cursor = NULL;
        cli_progress(self, cli_text(self, "reading", "membaca"), i, self->count);
        reading.counts = &counts;
        if (bina_list_open(self->arguments[i], &reading, error, &cursor) != BINA_OK)
            ended = cli_fail(self, error);
        else if (bina_linkage_add_list(linkage, self->arguments[i], cursor) != BINA_OK)
            ended = cli_fail(self, bina_linkage_error(linkage));
        bina_cursor_free(cursor);
        if (ended == CLI_OK)
            tell_rows(self, self->arguments[i], &counts);
    }
    cli_progress_end(self);
    if (ended == CLI_OK)
        cli_tell_faults(self, reading.faults, 10);
    if (ended == CLI_OK && cli_option_value(self, "faults") != NULL)
        ended = cli_write_faults(self, reading.faults, cli_option_value(self, "faults"));
    bina_faults_free(reading.faults);
    bina_error_free(error);
    return ended;
}
