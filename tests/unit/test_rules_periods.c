/* Protects what was reported: nothing is written into a locked period, nor taken out of it. */
#include "report_days.h"

static bina_id firm, q3, q4;

static bina_id
period(const char *name, const char *from, const char *to)
{
    bina_record *record = bina_record_new(BINA_PERIOD);

    bina_set(record, BINA_PERIOD_NAME, name);
    bina_set(record, BINA_PERIOD_DAY_FROM, from);
    bina_set(record, BINA_PERIOD_DAY_TO, to);
    return add(record);
}

static bina_record *
observed(bina_id in, int64_t turnover)
{
    bina_record *record = bina_record_new(BINA_OBSERVATION);

    bina_set(record, BINA_OBSERVATION_ENTERPRISE, firm);
    bina_set(record, BINA_OBSERVATION_PERIOD, in);
    bina_set(record, BINA_OBSERVATION_TURNOVER, turnover);
    bina_set(record, BINA_OBSERVATION_GRADE, "declared");
    return record;
}

static void
begin(void)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);

    begin_on("2020-12-31");
    bina_set(record, BINA_ENTERPRISE_REGION, "74.71.01");
    firm = add(record);
    q3 = period("2020-Q3", "2020-07-01", "2020-09-30");
    q4 = period("2020-Q4", "2020-10-01", "2020-12-31");
}

/* The rules that refused the last call, joined by spaces. */
static const char *
refused_by(void)
{
    static char rules[256];
    bina_cursor *cursor;
    const bina_record *refusal;

    rules[0] = '\0';
    ck_ok(store, bina_store_refusals(store, &cursor));
    while (bina_cursor_next(cursor, &refusal) == BINA_OK) {
        if (rules[0] != '\0')
            strcat(rules, " ");
        strcat(rules, bina_record_text(refusal, BINA_REFUSAL_RULE));
    }
    bina_cursor_free(cursor);
    return rules;
}

static void
lock(bina_id which)
{
    ck_ok(store, bina_advance(store, which, "lock", NULL));
}

START_TEST(a_locked_period_takes_nothing)
{
    bina_record *late = observed(q3, 2), *first = observed(q3, 1), *moved = observed(q4, 3);
    bina_id kept, other, id;

    kept = add(first);
    other = add(moved);
    lock(q3);
    ck_assert_int_eq(bina_store_add(store, late, &id), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.locked observation.once");
    bina_record_free(late);
    late = bina_record_new(BINA_OBSERVATION);
    bina_set_int(late, BINA_OBSERVATION_ID, kept);
    bina_set(late, BINA_OBSERVATION_TURNOVER, 5);
    ck_assert_int_eq(bina_store_update(store, late), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.locked");
    bina_unset(late, BINA_OBSERVATION_TURNOVER);
    /* Neither out of it nor into it. */
    bina_set(late, BINA_OBSERVATION_PERIOD, q4);
    bina_set(late, BINA_OBSERVATION_BASELINE, 1);
    ck_assert_int_eq(bina_store_update(store, late), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.locked");
    bina_set_int(late, BINA_OBSERVATION_ID, other);
    bina_set(late, BINA_OBSERVATION_PERIOD, q3);
    ck_assert_int_eq(bina_store_update(store, late), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.locked");
    bina_record_free(late);
    ck_assert_int_eq(bina_store_remove(store, kept), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.locked");
    ck_ok(store, bina_store_remove(store, other));
}
END_TEST

START_TEST(unlocking_needs_a_reason_and_a_letter)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    bina_record *letter = bina_record_new(BINA_DOCUMENT), *days = bina_record_new(BINA_PERIOD);

    lock(q3);
    ck_assert_int_eq(bina_advance(store, q3, "unlock", NULL), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "lifecycle.paper lifecycle.reason");
    bina_set_int(days, BINA_PERIOD_ID, q3);
    bina_set(days, BINA_PERIOD_DAY_TO, "2020-10-31");
    ck_assert_int_eq(bina_store_update(store, days), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.locked");
    bina_record_free(days);
    bina_set(letter, BINA_DOCUMENT_NATURE, "letter");
    bina_set(letter, BINA_DOCUMENT_NUMBER, "500/12/2020");
    bina_set(letter, BINA_DOCUMENT_SUBJECT, q3);
    options.paper = add(letter);
    options.reason = "mistake";
    ck_ok(store, bina_advance(store, q3, "unlock", &options));
    add(observed(q3, 4));
}
END_TEST

START_TEST(what_is_observed_makes_sense)
{
    bina_record *record = observed(q4, 1);
    bina_id id;

    bina_set(record, BINA_OBSERVATION_GRADE, "inspected");
    bina_set(record, BINA_OBSERVATION_WORKERS, 3);
    bina_set(record, BINA_OBSERVATION_WOMEN, 4);
    bina_set(record, BINA_OBSERVATION_PRODUCTION, 100);
    ck_assert_int_eq(bina_store_add(store, record, &id), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "observation.source observation.women observation.unit");
    bina_set(record, BINA_OBSERVATION_SOURCE, "BAP 12/2020");
    bina_set(record, BINA_OBSERVATION_WOMEN, 3);
    bina_set(record, BINA_OBSERVATION_UNIT, "masker");
    ck_ok(store, bina_store_add(store, record, &id));
    bina_unset(record, BINA_OBSERVATION_ID);
    /* Once a period; what was before a programme stands beside. */
    ck_assert_int_eq(bina_store_add(store, record, &id), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "observation.once");
    bina_set(record, BINA_OBSERVATION_BASELINE, 1);
    ck_ok(store, bina_store_add(store, record, &id));
    bina_record_free(record);
    record = bina_record_new(BINA_PERIOD);
    bina_set(record, BINA_PERIOD_NAME, "wrong");
    bina_set(record, BINA_PERIOD_DAY_FROM, "2020-10-02");
    bina_set(record, BINA_PERIOD_DAY_TO, "2020-10-01");
    ck_assert_int_eq(bina_store_add(store, record, &id), BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_by(), "period.span");
    bina_record_free(record);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("periods");
    TCase *tests = tcase_create("periods");

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_locked_period_takes_nothing);
    tcase_add_test(tests, unlocking_needs_a_reason_and_a_letter);
    tcase_add_test(tests, what_is_observed_makes_sense);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
