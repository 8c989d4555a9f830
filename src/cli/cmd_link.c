/* bina link: which rows of some lists are the same; needs no store. */
#include <stdlib.h>
#include <string.h>
#include "settings.h"

static const cli_option options[] = {
    {"settings",
     "S.yaml",
     {"what to compare and how; without it, found out from the data",
      "apa yang dibandingkan dan caranya; tanpa ini, dicari dari data"}},
    {"pairs", "P.csv", {"write the pairs with their weights", "tulis pasangan dengan bobotnya"}},
    {"out",
     "E.csv",
     {"write file,row,entity here instead of to standard output (a workbook if it ends in .xlsx)",
      "tulis file,row,entity di sini, bukan ke keluaran baku (buku kerja bila .xlsx)"}},
    {"save-settings",
     "S.yaml",
     {"write the settings that were applied, to be edited and used again",
      "tulis pengaturan yang dipakai, untuk disunting dan dipakai lagi"}},
    {"faults",
     "F.csv",
     {"write every fault of the files here", "tulis semua kesalahan berkas di sini"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
add_files(const cli *self, bina_linkage *linkage)
{
    bina_list_options reading = BINA_LIST_OPTIONS_INIT;
    bina_error *error = bina_error_new();
    int ended = CLI_OK;

    reading.faults = bina_faults_new(0);
    if (error == NULL || reading.faults == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    for (int i = 0; ended == CLI_OK && i < self->count; i++) {
        bina_cursor *cursor = NULL;
        cli_progress(self, cli_text(self, "reading", "membaca"), i, self->count);
        if (bina_list_open(self->arguments[i], &reading, error, &cursor) != BINA_OK)
            ended = cli_fail(self, error);
        else if (bina_linkage_add_list(linkage, self->arguments[i], cursor) != BINA_OK)
            ended = cli_fail(self, bina_linkage_error(linkage));
        bina_cursor_free(cursor);
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

static int
run_linkage(const cli *self, bina_linkage *linkage)
{
    bina_task *task = NULL;
    int ended = bina_linkage_start(linkage, &task) == BINA_OK
                    ? cli_run_task(self, task)
                    : cli_fail(self, bina_linkage_error(linkage));

    bina_task_free(task);
    return ended;
}

static int
write_results(const cli *self, bina_linkage *linkage)
{
    const char *pairs = cli_option_value(self, "pairs"), *out = cli_option_value(self, "out");
    bina_cursor *cursor;
    int ended = CLI_OK;

    if (pairs != NULL)
        ended = bina_linkage_pairs(linkage, &cursor) == BINA_OK
                    ? cli_write_cursor(self, cursor, pairs, NULL, false)
                    : cli_fail(self, bina_linkage_error(linkage));
    if (ended != CLI_OK)
        return ended;
    if (bina_linkage_entities(linkage, &cursor) != BINA_OK)
        return cli_fail(self, bina_linkage_error(linkage));
    return cli_write_cursor(self, cursor, out != NULL ? out : "-", NULL, false);
}

static int
run(cli *self)
{
    const char *path = cli_option_value(self, "settings");
    bina_linkage_settings *settings = NULL;
    bina_linkage *linkage = NULL;
    int ended = CLI_OK;

    if (path != NULL)
        ended = cli_read_linkage_settings(self, path, &settings);
    if (ended == CLI_OK) {
        linkage = bina_linkage_new(settings);
        if (linkage == NULL)
            ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    }
    if (ended == CLI_OK)
        ended = add_files(self, linkage);
    if (ended == CLI_OK)
        ended = run_linkage(self, linkage);
    if (ended == CLI_OK && cli_option_value(self, "save-settings") != NULL)
        ended = cli_write_linkage_settings(self, linkage, cli_option_value(self, "save-settings"));
    if (ended == CLI_OK)
        ended = write_results(self, linkage);
    bina_linkage_free(linkage);
    bina_linkage_settings_free(settings);
    return ended;
}

const cli_command cli_link = {
    .name = "link",
    .arguments = "A.xlsx [B.csv ...]",
    .summary = {"find the rows of lists that are one and the same; no store needed",
                "cari baris daftar yang sebenarnya sama; tanpa register"},
    .detail =
        {"Prints file,row,entity: one line for every input row (row 1 is the first data row);\n"
         "rows with the same entity are held to be the same. Any columns will do.\n\n"
         "  bina link disperin.csv diskop.csv > entities.csv\n"
         "  bina link --save-settings s.yaml a.csv; bina link --settings s.yaml a.csv",
         "Mencetak file,row,entity: satu baris untuk tiap baris masukan (row 1 ialah baris data\n"
         "pertama); baris dengan entity yang sama dianggap sama. Kolomnya bebas.\n\n"
         "  bina link disperin.csv diskop.csv > entitas.csv\n"
         "  bina link --save-settings s.yaml a.csv; bina link --settings s.yaml a.csv"},
    .options = options,
    .least = 1,
    .most = -1,
    .run = run,
};
