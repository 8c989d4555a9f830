/*
 * Judging pairs: the doors through which people say what they think of two rows. Their own words
 * may name people and stay in the judgement, where they can be erased; the commit's reason cannot.
 */
#include <string.h>
#include <bina/codes.h>
#include <bina/register.h>
#include "base/error.h"
#include "base/options.h"
#include "register/hand.h"
#include "register/judgements.h"
#include "register/transaction.h"
#include "store/sql.h"

static bina_status
take(bina_store *store, const bina_judging *judging, bina_judging *given)
{
    const char *verdict;

    if (!bina_options_take(given, sizeof *given, judging))
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_USAGE);
    verdict = given->verdict;
    for (int n = 0; verdict != NULL && bina_codes_word("verdict", n) != NULL; n++)
        if (strcmp(bina_codes_word("verdict", n), verdict) == 0)
            return BINA_OK;
    (void)bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID,
                         "there is no such verdict; the words are those of the code list "
                         "\"verdict\"",
                         "tidak ada putusan seperti itu; kata-katanya ada dalam daftar kode "
                         "\"verdict\"");
    bina_error_at(bina_store_complaint(store), "judgement", "verdict", "register.verdict");
    return BINA_ERR_INVALID;
}

/* Ends the commit and tells its number: it is the next, as nobody else can write meanwhile. */
static bina_status
end(bina_store *store, bina_status status, bool changed, int64_t *number)
{
    int64_t before = 0;

    if (status == BINA_OK && changed)
        status = bina_store_last_commit(store, &before);
    status = bina_register_end(store, status);
    if (status == BINA_OK && changed && number != NULL)
        *number = before + 1;
    return status;
}

bina_status
bina_review_judge(bina_store *store, bina_id pair, const bina_judging *judging, int64_t *number)
{
    bina_judging given = BINA_JUDGING_INIT;
    bina_record *record = NULL;
    bool changed = false;
    bina_status status = take(store, judging, &given);

    if (number != NULL)
        *number = 0;
    if (status != BINA_OK)
        return status;
    if (bina_id_kind(pair) != BINA_PAIR)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NOT_FOUND);
    status = bina_store_get(store, pair, &record);
    bina_record_free(record);
    if (status == BINA_OK)
        status = bina_register_begin(store, "judgement on a pair", BINA_RULE_VERDICT);
    if (status != BINA_OK)
        return status;
    status = bina_judgement_write(store, pair, &given, &changed);
    return end(store, status, changed, number);
}

bina_status
bina_review_judge_rows(bina_store *store, bina_id first, bina_id second,
                       const bina_judging *judging, int64_t *number)
{
    bina_judging given = BINA_JUDGING_INIT;
    bool changed = false;
    bina_status status = take(store, judging, &given);

    if (number != NULL)
        *number = 0;
    if (status != BINA_OK)
        return status;
    if (first == second || bina_id_kind(first) != BINA_SOURCE_RECORD ||
        bina_id_kind(second) != BINA_SOURCE_RECORD)
        return bina_error_set(bina_store_complaint(store), BINA_ERR_USAGE,
                              "a verdict is about two source records",
                              "putusan adalah tentang dua baris sumber");
    status = bina_register_begin(store, "judgement on rows", BINA_RULE_VERDICT);
    if (status != BINA_OK)
        return status;
    status = bina_judgement_write_rows(store, first, second, &given, &changed);
    return end(store, status, changed, number);
}

bina_status
bina_register_decide(bina_store *store, bina_id pair, const char *verdict, const char *reason)
{
    bina_judging judging = BINA_JUDGING_INIT;

    judging.verdict = verdict;
    judging.reason = reason;
    return bina_review_judge(store, pair, &judging, NULL);
}

bina_status
bina_register_decide_rows(bina_store *store, bina_id first, bina_id second, const char *verdict,
                          const char *reason)
{
    bina_judging judging = BINA_JUDGING_INIT;

    judging.verdict = verdict;
    judging.reason = reason;
    return bina_review_judge_rows(store, first, second, &judging, NULL);
}
