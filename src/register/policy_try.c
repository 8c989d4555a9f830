/* What a policy would decide on a record, condition by condition. */
#include <bina/policy.h>

#include <stdio.h>
#include <string.h>
#include <bina/rows.h>
#include "base/error.h"
#include "base/text.h"
#include "model/columns.h"
#include "model/id.h"
#include "register/policy_file.h"
#include "rules/facts.h"
#include "rules/policy.h"
#include "store/sql.h"

static bina_description *
describe(void)
{
    static const bina_column columns[] = {
        {"policy", BINA_TEXT, NULL, "kebijakan", "The policy."},
        {"version", BINA_TEXT, NULL, "versi", "Its version."},
        {"rule", BINA_TEXT, NULL, "aturan", "The rule."},
        {"fact", BINA_TEXT, NULL, "fakta", "What was looked at."},
        {"saw", BINA_TEXT, NULL, "yang dilihat",
         "What it is on the day; none: not known, or there is none."},
        {"compare", BINA_CODE, "policy_compare", "banding", "How it is compared."},
        {"value", BINA_TEXT, NULL, "nilai", "With what."},
        {"met", BINA_BOOL, NULL, "terpenuhi", "Whether it is met; none: not asked of this record."},
        {"regulation", BINA_TEXT, NULL, "dasar hukum", "The regulation."},
        {"message", BINA_TEXT, NULL, "kalimat (Inggris)", "A sentence in English."},
        {"pesan", BINA_TEXT, NULL, "kalimat", "The sentence in Indonesian."},
    };

    return bina_columns_describe("policy_trial", "What a policy would decide on a record.", columns,
                                 sizeof columns / sizeof *columns);
}

static void
set(bina_record *record, int slot, const char *text)
{
    bina_set_text(record, slot, text[0] != '\0' ? text : NULL);
}

/* A row for each condition. */
static bina_status
judge_all(bina_case *c, const bina_policy_conditions *conditions, bina_id subject, bina_rows *rows,
          bina_record *row)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < conditions->count; i++) {
        const bina_condition *one = &conditions->list[i];
        bina_fact_seen seen;
        bina_answer answer = bina_condition_judge(c, one, subject, &seen);
        bina_condition plain = *one;
        char saw[128], says[2][400];

        if (c->status != BINA_OK)
            return c->status;
        /* Its own sentences are for when it fails. */
        if (answer != BINA_NOT_MET)
            plain.says[0] = plain.says[1] = "";
        bina_condition_saw(one, &seen, saw);
        bina_condition_say(&plain, &seen, says);
        bina_record_clear(row);
        set(row, BINA_TRIAL_POLICY, conditions->policy);
        set(row, BINA_TRIAL_VERSION, conditions->version);
        set(row, BINA_TRIAL_RULE, one->rule);
        set(row, BINA_TRIAL_FACT, one->fact);
        set(row, BINA_TRIAL_SAW, saw);
        set(row, BINA_TRIAL_COMPARE, one->compare);
        set(row, BINA_TRIAL_VALUE, one->value);
        if (answer != BINA_NOT_ASKED)
            bina_set_int(row, BINA_TRIAL_MET, answer == BINA_MET);
        set(row, BINA_TRIAL_REGULATION, one->regulation);
        if (answer != BINA_NOT_ASKED) {
            set(row, BINA_TRIAL_MESSAGE, says[0]);
            set(row, BINA_TRIAL_PESAN, says[1]);
        }
        status = bina_rows_add(rows, row);
    }
    return status;
}

/* ---- conditions of a file ---- */

static bina_status
conditions_of(bina_case *c, const bina_document *document, int64_t policy,
              bina_policy_conditions *conditions)
{
    const bina_record *outer = bina_document_record(document, policy);
    int64_t from, to;

    bina_policy_conditions_name(conditions, outer);
    for (int64_t n = bina_document_find(document, "policy_rule", policy, BINA_NO_RECORD);
         n != BINA_NO_RECORD; n = bina_document_find(document, "policy_rule", policy, n)) {
        const bina_record *rule = bina_document_record(document, n);
        bina_policy_days(document, n, &from, &to);
        if (bina_record_text(rule, BINA_POLICY_RULE_FACT) == NULL || c->on < from || c->on > to)
            continue;
        if (!bina_policy_conditions_add(conditions, outer, rule))
            return bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
    }
    return BINA_OK;
}

static bina_status
try_file(bina_case *c, const char *path, bina_id subject, bina_faults *faults, bina_rows *rows,
         bina_record *row)
{
    bina_document *document;
    bina_status status = bina_policy_read(path, faults, c->access->error, &document);
    int64_t from, to;

    if (status != BINA_OK)
        return status;
    for (int64_t n = bina_document_find(document, "policy", BINA_NO_RECORD, BINA_NO_RECORD);
         status == BINA_OK && n != BINA_NO_RECORD;
         n = bina_document_find(document, "policy", BINA_NO_RECORD, n)) {
        bina_policy_conditions conditions = {0};
        bina_policy_days(document, n, &from, &to);
        if (c->on >= from && c->on <= to) {
            status = conditions_of(c, document, n, &conditions);
            if (status == BINA_OK)
                status = judge_all(c, &conditions, subject, rows, row);
        }
        bina_policy_conditions_free(&conditions);
    }
    bina_document_free(document);
    return status;
}

static bina_status
try_stored(bina_case *c, const char *policy, bina_id programme, bina_id subject, bina_rows *rows,
           bina_record *row)
{
    bina_policy_conditions conditions;
    bina_status status;
    char day[16];

    if (!bina_policy_conditions_find(c, policy, programme, &conditions))
        status = c->status;
    else if (conditions.policy[0] == '\0')
        status = bina_error_set(c->access->error, BINA_ERR_NOT_FOUND,
                                "no policy \"%s\" is in force on %s; bina policy list shows them",
                                "tidak ada kebijakan \"%s\" yang berlaku pada %s; lihat bina "
                                "policy list",
                                policy, bina_date_format(c->on, day));
    else
        status = judge_all(c, &conditions, subject, rows, row);
    bina_policy_conditions_free(&conditions);
    return status;
}

/* ---- whom it is about ---- */

/* Of a record: who is judged, and by whose policy. */
static bina_status
find_subject(bina_case *c, const bina_record *record, bina_id *subject, bina_id *programme)
{
    static const struct {
        int kind, field;
    } others[] = {
        {BINA_GRANT, BINA_GRANT_RECIPIENT},
        {BINA_ENROLMENT, BINA_ENROLMENT_PARTICIPANT},
        {BINA_LOAN, BINA_LOAN_BORROWER},
        {BINA_LISTING, BINA_LISTING_PRODUCT},
    };
    int kind = bina_description_kind(bina_record_description(record));

    *programme = 0;
    if (kind == BINA_PERSON || kind == BINA_HOUSEHOLD || kind == BINA_ENTERPRISE ||
        kind == BINA_GROUP || kind == BINA_PRODUCT) {
        *subject = bina_record_id(record);
        return BINA_OK;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].kind == kind) {
            *subject = bina_record_int(record, others[i].field);
            c->record = record;
            c->id = bina_record_id(record);
            if (kind == BINA_GRANT)
                *programme = bina_record_int(record, BINA_GRANT_PROGRAMME);
            if (kind == BINA_ENROLMENT)
                *programme = BINA_ASK(c, "SELECT programme FROM batches WHERE id = ?1",
                                      bina_int(bina_record_int(record, BINA_ENROLMENT_BATCH)));
            return c->status;
        }
    return bina_error_set(c->access->error, BINA_ERR_USAGE,
                          "policies judge people, households, enterprises, groups and products, "
                          "and what is given to them; a %s is none of these",
                          "kebijakan menilai orang, keluarga, usaha, kelompok, dan produk, serta "
                          "yang diberikan kepadanya; %s bukan salah satunya",
                          bina_description_name(bina_record_description(record)));
}

static bool
is_file(const char *policy)
{
    const char *dot = strrchr(policy, '.');

    return dot != NULL && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

bina_status
bina_policy_try(bina_store *store, const char *policy, bina_id id, int64_t day, bina_faults *faults,
                bina_cursor **cursor)
{
    bina_description *description = NULL;
    bina_record *record = NULL, *row = NULL;
    bina_rows *rows = NULL;
    bina_id subject = 0, programme = 0;
    bina_case c;
    bina_status status;

    *cursor = NULL;
    status = bina_store_get(store, id, &record);
    if (status != BINA_OK)
        return status;
    status = bina_store_case(store, day, &c);
    if (status == BINA_OK)
        status = find_subject(&c, record, &subject, &programme);
    if (status != BINA_OK)
        goto out;
    description = describe();
    rows = description != NULL ? bina_rows_new(description) : NULL;
    row = rows != NULL ? bina_record_new_of(description) : NULL;
    if (row == NULL)
        status = bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    else if (is_file(policy))
        status = try_file(&c, policy, subject, faults, rows, row);
    else
        status = try_stored(&c, policy, programme, subject, rows, row);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        if (*cursor == NULL)
            status = bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    }
out:
    bina_record_free(record);
    bina_record_free(row);
    bina_rows_free(rows);
    bina_description_free(description);
    return status;
}
