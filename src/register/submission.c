/* Submissions that are due, returned and accepted: the one door their states change through. */
#include "register/submission.h"
#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/reference.h>
#include "register/transaction.h"
#include "store/sql.h"

/* ---- conditions ---- */

void
bina_conditions_fail(bina_conditions *self, const char *english, const char *indonesian)
{
    const char *const texts[2] = {english, indonesian};

    for (int i = 0; i < 2; i++) {
        size_t used = strlen(self->failed[i]);
        (void)snprintf(self->failed[i] + used, sizeof self->failed[i] - used, "%s%s",
                       self->count > 0 ? "; " : "", texts[i]);
    }
    self->count++;
}

bina_status
bina_conditions_check(const bina_conditions *self, bina_store *store)
{
    if (self->count == 0)
        return BINA_OK;
    /* Each sentence takes its own of the two values. */
    (void)bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID, "%s%.0s", "%.0s%s",
                         self->failed[0], self->failed[1]);
    bina_error_at(bina_store_complaint(store), "submission", "state", "submission.state");
    return BINA_ERR_INVALID;
}

/* ---- names ---- */

static bina_status
read_period(bina_store *store, const char *period, bina_period *read)
{
    if (bina_period_read(period, read))
        return BINA_OK;
    (void)bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID,
                         "\"%.20s\" is no period; write 2026, 2026-H1, 2026-Q3 or 2026-11",
                         "\"%.20s\" bukan masa; tulis 2026, 2026-H1, 2026-Q3, atau 2026-11",
                         period != NULL ? period : "");
    bina_error_at(bina_store_complaint(store), "submission", "period", "submission.period");
    return BINA_ERR_INVALID;
}

static bool
is_regency(const bina_record *region)
{
    const char *level = bina_record_text(region, BINA_REGION_LEVEL);

    return level != NULL && (strcmp(level, "regency") == 0 || strcmp(level, "city") == 0);
}

static bina_status
complain_of_region(bina_store *store, const char *region)
{
    (void)bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID,
                         "\"%.20s\" is no regency or city; use a Kemendagri code such as 52.03",
                         "\"%.20s\" bukan kabupaten atau kota; pakai kode Kemendagri seperti 52.03",
                         region != NULL ? region : "");
    bina_error_at(bina_store_complaint(store), "submission", "region", "submission.region");
    return BINA_ERR_INVALID;
}

bina_status
bina_submission_name(bina_store *store, const char *region, const char *period,
                     char code[BINA_REGENCY_CODE], bina_period *read)
{
    bina_record *found = NULL;
    bina_status status = read_period(store, period, read);

    if (status != BINA_OK)
        return status;
    status = region != NULL ? bina_region_get(region, 0, &found, NULL) : BINA_ERR_NOT_FOUND;
    if (status == BINA_ERR_NO_MEMORY)
        return bina_error_plain(bina_store_complaint(store), status);
    if (status == BINA_OK && is_regency(found))
        (void)snprintf(code, BINA_REGENCY_CODE, "%s", bina_record_text(found, BINA_REGION_CODE));
    else
        status = complain_of_region(store, region);
    bina_record_free(found);
    return status;
}

bina_status
bina_submission_find(bina_store *store, const char *code, const char *period,
                     bina_record **submission)
{
    bina_query *query = bina_query_new(BINA_SUBMISSION);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = query != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    *submission = NULL;
    if (status == BINA_OK) {
        bina_query_where_text(query, BINA_SUBMISSION_REGION, BINA_EQ, code);
        bina_query_where_text(query, BINA_SUBMISSION_PERIOD, BINA_EQ, period);
        status = bina_store_list(store, query, &cursor);
    }
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK) {
        *submission = bina_record_copy(record);
        status = *submission != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    } else if (status == BINA_DONE) {
        status = BINA_OK;
    } else if (cursor != NULL) {
        bina_error_copy(bina_store_complaint(store), bina_cursor_error(cursor));
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(store), status);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status;
}

/* ---- due ---- */

static bina_status
note_due(bina_store *store, const char *code, const char *period, int64_t due, int64_t *added)
{
    bina_record *known = NULL, *record = bina_record_new(BINA_SUBMISSION);
    bina_status status = bina_submission_find(store, code, period, &known);

    if (status == BINA_OK && record == NULL)
        status = BINA_ERR_NO_MEMORY;
    if (status != BINA_OK)
        goto out;
    if (due != 0)
        bina_set_int(record, BINA_SUBMISSION_DUE, due);
    if (known == NULL) {
        bina_set_text(record, BINA_SUBMISSION_REGION, code);
        bina_set_text(record, BINA_SUBMISSION_PERIOD, period);
        bina_set_text(record, BINA_SUBMISSION_STATE, "due");
        bina_set_int(record, BINA_SUBMISSION_TIMES, 0);
        status = bina_store_add(store, record, NULL);
        *added += status == BINA_OK;
    } else if (due != 0 && bina_record_int(known, BINA_SUBMISSION_DUE) != due &&
               strcmp(bina_record_text(known, BINA_SUBMISSION_STATE), "accepted") != 0) {
        bina_set_int(record, BINA_SUBMISSION_ID, bina_record_id(known));
        status = bina_store_update(store, record);
    }
out:
    bina_record_free(known);
    bina_record_free(record);
    return status;
}

bina_status
bina_submission_due(bina_store *store, const char *region, const char *period, int64_t due,
                    int64_t *added)
{
    bina_error *error = bina_store_complaint(store);
    bina_record *found = NULL;
    bina_cursor *regions = NULL;
    const bina_record *each;
    bina_period read;
    int64_t count = 0;
    bina_status status = read_period(store, period, &read);

    if (added != NULL)
        *added = 0;
    if (status != BINA_OK)
        return status;
    status = region != NULL ? bina_region_get(region, 0, &found, NULL) : BINA_ERR_NOT_FOUND;
    if (status == BINA_OK && !is_regency(found) &&
        strcmp(bina_record_text(found, BINA_REGION_LEVEL), "province") != 0)
        status = BINA_ERR_NOT_FOUND;
    if (status == BINA_OK)
        status = bina_register_begin(store, "submissions that are due", BINA_RULE_SUBMISSION);
    else
        status = status == BINA_ERR_NO_MEMORY ? bina_error_plain(error, status)
                                              : complain_of_region(store, region);
    if (status != BINA_OK)
        goto out;
    if (is_regency(found)) {
        status = note_due(store, bina_record_text(found, BINA_REGION_CODE), read.name, due, &count);
    } else {
        status = bina_reference_list(BINA_REGION, 0, bina_record_text(found, BINA_REGION_CODE),
                                     &regions);
        while (status == BINA_OK && (status = bina_cursor_next(regions, &each)) == BINA_OK)
            if (is_regency(each))
                status = note_due(store, bina_record_text(each, BINA_REGION_CODE), read.name, due,
                                  &count);
        status = status == BINA_DONE ? BINA_OK : status;
    }
    status = bina_register_end(store, status);
    if (status == BINA_OK && added != NULL)
        *added = count;
out:
    bina_cursor_free(regions);
    bina_record_free(found);
    return status;
}

/* ---- returned and accepted ---- */

static bool
has_text(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* Finds what a decision is about; BINA_ERR_NOT_FOUND when nothing is known of it. */
static bina_status
find_known(bina_store *store, const char *region, const char *period, bina_period *read,
           bina_record **submission)
{
    char code[BINA_REGENCY_CODE];
    bina_status status = bina_submission_name(store, region, period, code, read);

    *submission = NULL;
    if (status == BINA_OK)
        status = bina_submission_find(store, code, read->name, submission);
    if (status == BINA_OK && *submission == NULL)
        status = bina_error_set(bina_store_complaint(store), BINA_ERR_NOT_FOUND,
                                "nothing is due or received from %s for %s",
                                "tidak ada kiriman %s untuk %s yang ditunggu atau diterima", code,
                                read->name);
    return status;
}

static bina_status
decide(bina_store *store, const bina_record *submission, const char *state, const char *reason,
       const char *letter)
{
    bina_record *record = bina_record_new(BINA_SUBMISSION);
    const char *actor = bina_store_actor(store);
    bina_status status = bina_register_begin(
        store, has_text(reason) ? reason : "submission accepted", BINA_RULE_SUBMISSION);

    if (status == BINA_OK && record == NULL)
        status = bina_register_end(store, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK) {
        bina_set_int(record, BINA_SUBMISSION_ID, bina_record_id(submission));
        bina_set_int(record, BINA_SUBMISSION_REVISION,
                     bina_record_int(submission, BINA_SUBMISSION_REVISION));
        bina_set_text(record, BINA_SUBMISSION_STATE, state);
        bina_set_int(record, BINA_SUBMISSION_DECIDED, bina_store_today(store));
        if (actor != NULL)
            bina_set_text(record, BINA_SUBMISSION_DECIDED_BY, actor);
        else
            bina_set_null(record, BINA_SUBMISSION_DECIDED_BY);
        if (has_text(reason))
            bina_set_text(record, BINA_SUBMISSION_REASON, reason);
        else
            bina_set_null(record, BINA_SUBMISSION_REASON);
        if (has_text(letter))
            bina_set_text(record, BINA_SUBMISSION_LETTER, letter);
        status = bina_register_end(store, bina_store_update(store, record));
    }
    bina_record_free(record);
    return status;
}

bina_status
bina_submission_return(bina_store *store, const char *region, const char *period,
                       const char *reason, const char *letter)
{
    bina_conditions conditions = {.count = 0};
    bina_record *submission;
    bina_period read;
    bina_status status = find_known(store, region, period, &read, &submission);
    const char *state;

    if (status != BINA_OK)
        return status;
    state = bina_record_text(submission, BINA_SUBMISSION_STATE);
    if (strcmp(state, "received") != 0 && strcmp(state, "accepted") != 0)
        bina_conditions_fail(&conditions, "nothing was received since it was last returned",
                             "belum ada yang diterima sejak terakhir dikembalikan");
    if (!has_text(reason))
        bina_conditions_fail(&conditions, "no reason is given", "alasannya tidak disebutkan");
    status = bina_conditions_check(&conditions, store);
    if (status == BINA_OK)
        status = decide(store, submission, "returned", reason, letter);
    bina_record_free(submission);
    return status;
}

bina_status
bina_submission_accept(bina_store *store, const char *region, const char *period,
                       const char *reason)
{
    bina_conditions conditions = {.count = 0};
    bina_record *submission;
    bina_period read;
    bina_submission_places places = {0, 0, 0};
    bina_status status = find_known(store, region, period, &read, &submission);

    if (status != BINA_OK)
        return status;
    if (strcmp(bina_record_text(submission, BINA_SUBMISSION_STATE), "received") != 0)
        bina_conditions_fail(&conditions, "it is not received, or decided already",
                             "belum diterima, atau sudah diputuskan");
    else if (bina_record_int(submission, BINA_SUBMISSION_ROWS) == 0)
        bina_conditions_fail(&conditions, "nothing of it could be kept",
                             "tidak ada isinya yang dapat disimpan");
    if (bina_store_today(store) < read.to)
        bina_conditions_fail(&conditions, "its period is not over", "masanya belum berakhir");
    if (bina_record_int(submission, BINA_SUBMISSION_FAULTS) > 0 && !has_text(reason))
        bina_conditions_fail(&conditions,
                             "there are errors in it, and no reason is given to accept them",
                             "masih ada kesalahan, dan alasan menerimanya tidak disebutkan");
    if (bina_record_get(submission, BINA_SUBMISSION_INTAKE).type != BINA_NULL)
        status = bina_submission_count_places(
            store, bina_record_text(submission, BINA_SUBMISSION_REGION),
            bina_record_int(submission, BINA_SUBMISSION_INTAKE), &places);
    if (places.elsewhere > 0 && !has_text(reason))
        bina_conditions_fail(
            &conditions, "it has rows of other regencies, and no reason is given to accept them",
            "ada baris dari kabupaten lain, dan alasan menerimanya tidak disebutkan");
    if (status == BINA_OK)
        status = bina_conditions_check(&conditions, store);
    if (status == BINA_OK)
        status = decide(store, submission, "accepted", reason, NULL);
    bina_record_free(submission);
    return status;
}
