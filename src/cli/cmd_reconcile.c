/* bina reconcile: one register out of the lists imported. */
#include <inttypes.h>
#include "settings.h"
#include "store.h"

static const cli_option options[] = {
    {"settings",
     "S.yaml",
     {"linkage settings; without it, those for enterprise lists",
      "pengaturan pemadanan; tanpa ini, yang untuk daftar usaha"}},
    {"policy",
     "P.yaml",
     {"which list wins for which field", "daftar mana yang menang untuk tiap isian"}},
    {"dry-run", NULL, {"count, store nothing", "hitung saja, tidak menyimpan apa pun"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
read_policy(const cli *self, const char *path, bina_survivorship **policy)
{
    bina_error *error = bina_error_new();
    bina_faults *faults = bina_faults_new(0);
    int ended = CLI_OK;

    if (error == NULL || faults == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    else if (bina_survivorship_read(path, faults, error, policy) != BINA_OK) {
        ended = cli_fail_faults(self, faults, 20, error);
    }
    bina_faults_free(faults);
    bina_error_free(error);
    return ended;
}

static void
tell(const cli *self, const bina_record *done)
{
    int64_t rows = bina_record_int(done, BINA_RECONCILIATION_ROWS);
    int64_t registrants = bina_record_int(done, BINA_RECONCILIATION_ENTERPRISES);
    int64_t review = bina_record_int(done, BINA_RECONCILIATION_REVIEW);

    printf(cli_text(self,
                    "%" PRId64 " %s %" PRId64 " %s (%" PRId64 " new, %" PRId64 " merged, %" PRId64
                    " taken apart); %" PRId64 " %s to review\n",
                    "%" PRId64 " %s %" PRId64 " %s (%" PRId64 " baru, %" PRId64
                    " digabung, %" PRId64 " dipisah); %" PRId64 " %s ditinjau\n"),
           rows, cli_word(self, rows, "row is", "rows are", "baris adalah"), registrants,
           cli_word(self, registrants, "registrant", "registrants", "pelaku usaha"),
           bina_record_int(done, BINA_RECONCILIATION_NEW),
           bina_record_int(done, BINA_RECONCILIATION_MERGED),
           bina_record_int(done, BINA_RECONCILIATION_SPLIT), review,
           cli_word(self, review, "pair is left", "pairs are left", "pasangan perlu"));
}

static int
run(cli *self)
{
    bina_reconcile_options reconcile = BINA_RECONCILE_OPTIONS_INIT;
    const char *settings_path = cli_option_value(self, "settings");
    const char *policy_path = cli_option_value(self, "policy");
    bina_linkage_settings *settings = NULL;
    bina_survivorship *policy = NULL;
    bina_store *store = NULL;
    bina_task *task = NULL;
    int ended = CLI_OK;

    if (settings_path != NULL)
        ended = cli_read_linkage_settings(self, settings_path, &settings);
    if (ended == CLI_OK && policy_path != NULL)
        ended = read_policy(self, policy_path, &policy);
    reconcile.settings = settings;
    reconcile.survivorship = policy;
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
    bina_survivorship_free(policy);
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
