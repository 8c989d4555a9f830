/* bina merge, unmerge and succeed: what people know of registrants, said of the register itself. */
#include "store.h"

static const cli_option merge_options[] = {
    {"reason", "TEXT", {"why", "alasannya"}},
    {NULL, NULL, {NULL, NULL}},
};

static const cli_option succeed_options[] = {
    {"from",
     "DATE",
     {"the day from which it is the heir's (today)", "hari mulai milik penerus (hari ini)"}},
    {"reason", "TEXT", {"why", "alasannya"}},
    {NULL, NULL, {NULL, NULL}},
};

typedef bina_status (*change)(const cli *self, bina_store *store, bina_id first, bina_id second,
                              int64_t day);

/* Opens the store, finds the one or two registrants named, and does it. */
static int
change_register(cli *self, change make, int64_t day)
{
    bina_store *store;
    bina_record *records[2] = {NULL, NULL};
    int ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);

    if (ended != CLI_OK)
        return ended;
    for (int i = 0; i + 1 < self->count && i < 2 && ended == CLI_OK; i++)
        ended = cli_find_record(self, store, self->arguments[i + 1], &records[i]);
    if (ended == CLI_OK &&
        make(self, store, bina_record_id(records[0]),
             records[1] != NULL ? bina_record_id(records[1]) : 0, day) != BINA_OK)
        ended = cli_fail_store(self, store);
    bina_record_free(records[0]);
    bina_record_free(records[1]);
    bina_store_close(store);
    return ended;
}

static bina_status
merge(const cli *self, bina_store *store, bina_id keep, bina_id drop, int64_t day)
{
    (void)day;
    return bina_register_merge(store, keep, drop, cli_option_value(self, "reason"));
}

static bina_status
unmerge(const cli *self, bina_store *store, bina_id merged, bina_id none, int64_t day)
{
    (void)none;
    (void)day;
    return bina_register_unmerge(store, merged, cli_option_value(self, "reason"));
}

static bina_status
succeed(const cli *self, bina_store *store, bina_id enterprise, bina_id heir, int64_t day)
{
    return bina_register_succeed(store, enterprise, heir, day, cli_option_value(self, "reason"));
}

static int
run_merge(cli *self)
{
    int ended = change_register(self, merge, 0);

    if (ended == CLI_OK)
        cli_remark(self, "%s is merged into %s", "%s digabung ke %s", self->arguments[2],
                   self->arguments[1]);
    return ended;
}

static int
run_unmerge(cli *self)
{
    int ended = change_register(self, unmerge, 0);

    if (ended == CLI_OK)
        cli_remark(self, "%s stands for itself again", "%s berdiri sendiri lagi",
                   self->arguments[1]);
    return ended;
}

static int
run_succeed(cli *self)
{
    const char *from = cli_option_value(self, "from");
    int64_t day = 0;
    int ended;

    if (from != NULL && !bina_date_parse(from, &day)) {
        cli_complain(self, "--from is a day as 2021-12-31", "--from itu hari seperti 2021-12-31");
        return CLI_USAGE;
    }
    ended = change_register(self, succeed, day);
    if (ended == CLI_OK)
        cli_remark(self, "%s owns %s from %s on", "%s memiliki %s sejak %s", self->arguments[2],
                   self->arguments[1], from != NULL ? from : cli_text(self, "today", "hari ini"));
    return ended;
}

const cli_command cli_merge = {
    .name = "merge",
    .arguments = "STORE KEEP DROP",
    .summary = {"say that two registrants are one", "nyatakan dua pelaku usaha sebagai satu"},
    .detail = {"DROP keeps its number and points to KEEP; nothing that refers to it is rewritten.\n"
               "What KEEP holds then survives from the rows of both.\n\n"
               "  bina merge lotim.db E-52K7-3M4Q-X E-52K8-1N2R-Y --reason \"same stall\"",
               "DROP tetap bernomor dan menunjuk ke KEEP; yang merujuk kepadanya tidak diubah.\n"
               "Isi KEEP kemudian diambil dari baris keduanya.\n\n"
               "  bina merge lotim.db E-52K7-3M4Q-X E-52K8-1N2R-Y --reason \"satu kios\""},
    .options = merge_options,
    .least = 3,
    .most = 3,
    .run = run_merge,
};

const cli_command cli_unmerge = {
    .name = "unmerge",
    .arguments = "STORE MERGED",
    .summary = {"take a merge back", "batalkan penggabungan"},
    .detail = {"Both are again what they were; that they are two is remembered.\n\n"
               "  bina unmerge lotim.db E-52K8-1N2R-Y",
               "Keduanya kembali seperti semula; bahwa keduanya berbeda akan diingat.\n\n"
               "  bina unmerge lotim.db E-52K8-1N2R-Y"},
    .options = merge_options,
    .least = 2,
    .most = 2,
    .run = run_unmerge,
};

const cli_command cli_succeed = {
    .name = "succeed",
    .arguments = "STORE ENTERPRISE HEIR",
    .summary = {"say who took over an enterprise", "nyatakan siapa yang meneruskan usaha"},
    .detail = {"Its owners own it until the day before, the heir from that day on.\n\n"
               "  bina succeed lotim.db E-52K7-3M4Q-X P-52K7-0A1B-Z --from 2021-03-01",
               "Pemilik lama memilikinya sampai sehari sebelumnya, penerus mulai hari itu.\n\n"
               "  bina succeed lotim.db E-52K7-3M4Q-X P-52K7-0A1B-Z --from 2021-03-01"},
    .options = succeed_options,
    .least = 3,
    .most = 3,
    .run = run_succeed,
};
