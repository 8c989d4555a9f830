/* Pairs out to the village as a workbook, and back. */
#include <inttypes.h>
#include "faults.h"
#include "review.h"

int
cli_review_export(const cli *self, bina_store *store, const bina_review_options *options)
{
    const char *path = cli_option_value(self, "out");
    int64_t pairs = 0;

    if (bina_review_export(store, path, options, self->language, &pairs) != BINA_OK)
        return cli_fail_store(self, store);
    cli_remark(self, "%" PRId64 " %s in %s; `bina review %s --in FILE` reads it back",
               "%" PRId64 " %s di %s; `bina review %s --in BERKAS` membacanya kembali", pairs,
               cli_word(self, pairs, "pair", "pairs", "pasangan"), path, self->arguments[0]);
    return CLI_OK;
}

static void
tell(const cli *self, const bina_record *outcome)
{
    int64_t pairs = bina_record_int(outcome, BINA_REVIEW_IMPORT_PAIRS);
    int64_t judged = bina_record_int(outcome, BINA_REVIEW_IMPORT_JUDGED);
    int64_t refused = bina_record_int(outcome, BINA_REVIEW_IMPORT_REFUSED);

    printf(cli_text(self,
                    "%" PRId64 " %s: %" PRId64 " judged, %" PRId64 " as before, %" PRId64
                    " not filled in, %" PRId64 " %s\n",
                    "%" PRId64 " %s: %" PRId64 " dinilai, %" PRId64 " tetap, %" PRId64
                    " belum diisi, %" PRId64 " %s\n"),
           pairs, cli_word(self, pairs, "pair", "pairs", "pasangan"), judged,
           bina_record_int(outcome, BINA_REVIEW_IMPORT_UNCHANGED),
           bina_record_int(outcome, BINA_REVIEW_IMPORT_UNANSWERED), refused,
           cli_word(self, refused, "fault", "faults", "kesalahan"));
    if (judged > 0)
        cli_remark(self, "`bina reconcile` applies what was judged",
                   "`bina reconcile` menerapkan penilaian itu");
}

int
cli_review_import(const cli *self, bina_store *store)
{
    bina_faults *faults = bina_faults_new(0);
    bina_record *outcome = NULL;
    int ended = CLI_OK;

    if (faults == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (bina_review_import(store, cli_option_value(self, "in"), cli_option_value(self, "by"),
                           faults, &outcome) != BINA_OK)
        ended = cli_fail_store(self, store);
    cli_tell_faults(self, faults, 20);
    if (ended == CLI_OK && self->format != CLI_TABLE)
        ended = cli_print_record(self, outcome);
    else if (ended == CLI_OK)
        tell(self, outcome);
    if (ended == CLI_OK && bina_record_int(outcome, BINA_REVIEW_IMPORT_REFUSED) > 0)
        ended = CLI_FOUND;
    bina_record_free(outcome);
    bina_faults_free(faults);
    return ended;
}
