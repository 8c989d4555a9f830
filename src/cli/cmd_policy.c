/* bina policy: dated thresholds and conditions, checked, tried, loaded and shown. */
#include <string.h>
#include "faults.h"
#include "store.h"

static const cli_option options[] = {
    {"on",
     "ID",
     {"try: the record to judge, by its id or number",
      "try: data yang dinilai, dengan id atau nomornya"}},
    {"day",
     "DATE",
     {"try: as of this day (today); list: only what is in force on it",
      "try: keadaan pada hari ini (hari ini); list: hanya yang berlaku pada hari itu"}},
    {"store",
     "STORE",
     {"show: the policies that a register stores; without it, the shipped ones",
      "show: kebijakan yang disimpan register; tanpa ini, kebijakan bawaan"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
check(cli *self)
{
    bina_faults *faults = bina_faults_new(0);
    bina_error *error = bina_error_new();
    const char *path = self->arguments[0];
    int ended = CLI_OK;

    if (faults == NULL || error == NULL) {
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    } else if (bina_policy_check(path, faults, error) == BINA_OK) {
        cli_tell_faults(self, faults, 50);
        cli_remark(self, "%s: no faults", "%s: tidak ada kesalahan", path);
    } else if (bina_faults_kept(faults) > 0) {
        cli_fail_faults(self, faults, 200, error);
        ended = CLI_FOUND;
    } else {
        ended = cli_fail(self, error);
    }
    bina_error_free(error);
    bina_faults_free(faults);
    return ended;
}

static int
load(cli *self)
{
    bina_store *store;
    bina_faults *faults = bina_faults_new(0);
    bina_loaded loaded = {0, 0};
    int ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);

    if (ended == CLI_OK && faults == NULL) {
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    } else if (ended == CLI_OK) {
        if (bina_policy_load(store, self->arguments[1], faults, &loaded) == BINA_OK)
            cli_remark(self, "%s: %lld added, %lld updated", "%s: %lld ditambah, %lld diperbarui",
                       self->arguments[1], (long long)loaded.added, (long long)loaded.updated);
        else
            ended = cli_fail_store(self, store);
        cli_tell_faults(self, faults, 50);
    }
    bina_faults_free(faults);
    bina_store_close(store);
    return ended;
}

/* Whether a condition is not met; reads the cursor to its end. */
static bool
any_not_met(bina_cursor *cursor)
{
    const bina_record *row;
    bool found = false;

    while (bina_cursor_next(cursor, &row) == BINA_OK)
        found = found || (bina_record_get(row, BINA_TRIAL_MET).type != BINA_NULL &&
                          bina_record_int(row, BINA_TRIAL_MET) == 0);
    bina_cursor_free(cursor);
    return found;
}

static int
try_on(cli *self, bina_store *store, const char *policy)
{
    static const char *const columns[2][8] = {
        {"rule", "fact", "saw", "compare", "value", "met", "message", NULL},
        {"rule", "fact", "saw", "compare", "value", "met", "pesan", NULL}};
    bina_faults *faults = bina_faults_new(0);
    bina_record *record = NULL;
    bina_cursor *cursor = NULL;
    int64_t day = 0;
    bina_id id;
    int ended = cli_find_record(self, store, cli_option_value(self, "on"), &record);

    if (ended != CLI_OK)
        goto out;
    id = bina_record_id(record);
    ended = CLI_USAGE;
    if (!cli_option_day(self, "day", &day))
        goto out;
    if (bina_policy_try(store, policy, id, day, faults, &cursor) != BINA_OK) {
        ended = cli_fail_store(self, store);
        cli_tell_faults(self, faults, 50);
        goto out;
    }
    ended = self->format == CLI_TABLE ? cli_print_columns(self, cursor, columns[self->language])
                                      : cli_print_cursor(self, cursor);
    if (ended == CLI_OK && bina_policy_try(store, policy, id, day, NULL, &cursor) == BINA_OK &&
        any_not_met(cursor))
        ended = CLI_FOUND;
out:
    bina_record_free(record);
    bina_faults_free(faults);
    return ended;
}

static int
try_policy(cli *self)
{
    const char *policy = self->arguments[0];
    bina_store *store;
    int ended;

    if (self->count < 2 || cli_option_value(self, "on") == NULL) {
        cli_complain(self, "on what? bina policy try FILE|NAME STORE --on ID",
                     "terhadap apa? bina policy try BERKAS|NAMA STORE --on ID");
        return CLI_USAGE;
    }
    self->arguments++; /* the store is the first argument of those who open it */
    self->count--;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended == CLI_OK)
        ended = try_on(self, store, policy);
    bina_store_close(store);
    return ended;
}

static int
list(cli *self)
{
    static const char *const columns[] = {"origin",     "policy",   "programme",  "rule",
                                          "fact",       "compare",  "value",      "unit",
                                          "valid_from", "valid_to", "regulation", NULL};
    bina_store *store = NULL;
    bina_error *error = bina_error_new();
    bina_cursor *cursor = NULL;
    int64_t day = 0;
    int ended = CLI_USAGE;

    if (error == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (!cli_option_day(self, "day", &day))
        goto out;
    ended = self->count > 0 ? cli_open_store(self, BINA_STORE_READ_ONLY, &store) : CLI_OK;
    if (ended != CLI_OK)
        goto out;
    if (bina_policy_list(store, day, error, &cursor) != BINA_OK)
        ended = cli_fail(self, error);
    else
        ended = self->format == CLI_TABLE ? cli_print_columns(self, cursor, columns)
                                          : cli_print_cursor(self, cursor);
out:
    bina_store_close(store);
    bina_error_free(error);
    return ended;
}

static int
show(cli *self)
{
    const char *name = self->count > 0 ? self->arguments[0] : NULL;
    const char *path = cli_option_value(self, "store");
    char *arguments[] = {(char *)path, NULL};
    bina_error *error = bina_error_new();
    bina_store *store = NULL;
    int ended = error != NULL ? CLI_OK : cli_fail_status(self, BINA_ERR_NO_MEMORY);

    if (ended == CLI_OK && path != NULL) {
        self->arguments = arguments;
        self->count = 1;
        ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    }
    if (ended == CLI_OK && bina_policy_write(store, name, "-", error) != BINA_OK)
        ended = cli_fail(self, error);
    bina_store_close(store);
    bina_error_free(error);
    return ended;
}

static int
facts(cli *self)
{
    static const char *const columns[2][6] = {
        {"name", "type", "words", "unit", "doc", NULL},
        {"name", "type", "words", "unit", "keterangan", NULL}};
    bina_cursor *cursor = NULL;
    bina_status status = bina_policy_facts(NULL, &cursor);

    if (status != BINA_OK)
        return cli_fail_status(self, status);
    return self->format == CLI_TABLE ? cli_print_columns(self, cursor, columns[self->language])
                                     : cli_print_cursor(self, cursor);
}

static int
run(cli *self)
{
    static const struct {
        const char *verb;
        int least;
        int (*run)(cli *self);
    } verbs[] = {
        {"check", 1, check}, {"try", 1, try_policy}, {"load", 2, load},
        {"list", 0, list},   {"show", 0, show},      {"facts", 0, facts},
    };
    const char *verb = self->arguments[0];

    self->arguments++;
    self->count--;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i].verb, verb) == 0 && self->count >= verbs[i].least)
            return verbs[i].run(self);
    cli_complain(self,
                 "policy what? check FILE, try FILE|NAME STORE --on ID, load STORE FILE, list "
                 "[STORE], show [NAME] or facts",
                 "kebijakan apa? check BERKAS, try BERKAS|NAMA STORE --on ID, load STORE BERKAS, "
                 "list [STORE], show [NAMA], atau facts");
    return CLI_USAGE;
}

const cli_command cli_policy = {
    .name = "policy",
    .arguments = "check|try|load|list|show|facts ...",
    .summary = {"dated thresholds and conditions, with their regulations",
                "ambang dan syarat bertanggal, dengan dasar hukumnya"},
    .detail =
        {"check tells every fault of a file of policies, with line and column; try shows what a "
         "policy\n"
         "would decide on a record and why, and ends with 1 when a condition is not met; load "
         "stores a\n"
         "file; list tells every rule in force; show writes policies as YAML (the shipped ones, or "
         "with\n"
         "--store those of a register); facts lists what conditions may look at.\n\n"
         "  bina policy check equipment.yaml\n"
         "  bina policy try equipment.yaml lotim.db --on K-52K7-3M4Q-X --day 2021-06-02\n"
         "  bina policy show retail",
         "check menyebut setiap kesalahan berkas kebijakan, dengan baris dan kolom; try "
         "menunjukkan "
         "apa\n"
         "yang akan diputuskan atas suatu data dan sebabnya, dan berakhir dengan 1 bila ada syarat "
         "yang\n"
         "tidak terpenuhi; load menyimpan berkas; list menyebut semua butir; show menulis "
         "kebijakan\n"
         "sebagai YAML (bawaan, atau dengan --store milik register); facts menyebut fakta yang "
         "dapat dilihat.\n\n"
         "  bina policy check peralatan.yaml\n"
         "  bina policy try peralatan.yaml lotim.db --on K-52K7-3M4Q-X --day 2021-06-02\n"
         "  bina policy show retail"},
    .options = options,
    .least = 1,
    .most = 3,
    .run = run,
};
