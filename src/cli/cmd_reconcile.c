/* bina reconcile: one register out of the lists imported. */
#include <inttypes.h>
#include "settings.h"
#include "store.h"

static const cli_option options[] = {
    {"settings",
     "S.yaml",
     {"linkage settings; without it, those for enterprise lists",
      "pengaturan pemadanan; tanpa ini, yang untuk daftar usaha"}},
    {"dry-run", NULL, {"count, store nothing", "hitung saja, tidak menyimpan apa pun"}},
    {NULL, NULL, {NULL, NULL}},
};

static void
tell(const cli *self, const bina_record *done)
{
    printf(cli_text(self,
                    "%" PRId64 " rows are %" PRId64 " registrants (%" PRId64 " new, %" PRId64
                    " merged, %" PRId64 " taken apart); %" PRId64 " pairs are left to review\n",
                    "%" PRId64 " baris adalah %" PRId64 " pelaku usaha (%" PRId64 " baru, %" PRId64
                    " digabung, %" PRId64 " dipisah); %" PRId64 " pasangan perlu ditinjau\n"),
           bina_record_int(done, BINA_RECONCILIATION_ROWS),
           bina_record_int(done, BINA_RECONCILIATION_ENTERPRISES),
           bina_record_int(done, BINA_RECONCILIATION_NEW),
           bina_record_int(done, BINA_RECONCILIATION_MERGED),
           bina_record_int(done, BINA_RECONCILIATION_SPLIT),
           bina_record_int(done, BINA_RECONCILIATION_REVIEW));
}

static int
run(cli *self)
{
    bina_reconcile_options reconcile = BINA_RECONCILE_OPTIONS_INIT;
    const char *settings_path = cli_option_value(self, "settings");
    bina_linkage_settings *settings = NULL;
    bina_store *store = NULL;
    bina_task *task = NULL;
    int ended = CLI_OK;

    if (settings_path != NULL)
        ended = cli_read_linkage_settings(self, settings_path, &settings);
    reconcile.settings = settings;
    reconcile.dry_run = cli_option_value(self, "dry-run") != NULL;
    if (ended == CLI_OK)
        ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);
    if (ended == CLI_OK)
        ended = bina_register_reconcile(store, &reconcile, &task) == BINA_OK
                    ? cli_run_task(self, task)
                    : cli_fail_store(self, store);
    if (ended == CLI_OK) {
        if (self->format == CLI_TABLE)
            tell(self, bina_task_result(task));
        else
            ended = cli_print_record(self, bina_task_result(task));
    }
    bina_task_free(task);
    bina_store_close(store);
    bina_linkage_settings_free(settings);
    return ended;
}

const cli_command cli_reconcile = {
    .name = "reconcile",
    .arguments = "STORE",
    .summary = {"make one register out of the lists imported",
                "satukan daftar yang sudah diimpor menjadi satu register"},
    .detail =
        {"Links the rows of all lists, merges what is one, and lists what people must decide\n"
         "(bina review). Verdicts outrank scores. Doing it twice changes nothing.",
         "Memadankan baris semua daftar, menggabungkan yang sama, dan mendaftar yang harus\n"
         "diputuskan orang (bina review). Putusan mengalahkan nilai. Aman diulang."},
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
