/*
 * Protects reports of past days: what was true on a day, as it is known now and as it was known
 * then. Four enterprises, whose story is short enough to tell by hand:
 *
 *   one    in Masbagik (52.03.05) until it moved to Aikmel (52.03.06) on 2020-03-01
 *   two    in Masbagik, closed on 2020-06-01, which the office learnt on 2020-09-01
 *   three  in Masbagik, began on 2020-04-01
 *   four   in Masbagik, founded in 2019
 */
#include "report_days.h"

static bina_id one, two, three, four;

static bina_id
enterprise(const char *name, const char *began, int founded)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);

    bina_set(record, BINA_ENTERPRISE_NAME, name);
    bina_set(record, BINA_ENTERPRISE_SCOPE, "industry");
    bina_set(record, BINA_ENTERPRISE_REGION, "52.03.05.2001");
    bina_set(record, BINA_ENTERPRISE_STATUS, "active");
    if (began != NULL)
        bina_set(record, BINA_ENTERPRISE_BEGAN, began);
    if (founded != 0)
        bina_set(record, BINA_ENTERPRISE_FOUNDED, founded);
    return add(record);
}

static void
begin(void)
{
    begin_on("2020-01-02");
    one = enterprise("Tenun Satu", NULL, 0);
    two = enterprise("Tenun Dua", NULL, 0);
    three = enterprise("Tenun Tiga", "2020-04-01", 0);
    four = enterprise("Tenun Empat", NULL, 2019);
    today_is("2020-03-02");
    holds_from(one, BINA_ENTERPRISE_REGION, "52.03.06.2001", day("2020-03-01"));
    today_is("2020-09-01");
    holds_from(two, BINA_ENTERPRISE_STATUS, "closed", day("2020-06-01"));
    today_is("2020-12-31");
}

/* Enterprises of a district on a day ("" for today), as known after a commit (-1: now). */
static int64_t
counted(const char *district, const char *on, int64_t known)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;
    const bina_record *record;
    int64_t found = 0;

    options.true_on = on[0] != '\0' ? day(on) : 0;
    options.known_at = known;
    cursor = report("regions", &options);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        if (strcmp(words(record, "region"), district) == 0)
            found = column(record, "enterprises");
    bina_cursor_free(cursor);
    return found;
}

START_TEST(a_past_day_is_told_as_it_is_known_now)
{
    ck_assert_int_eq(counted("52.03.05", "2020-02-29", -1), 3); /* one, two, four */
    ck_assert_int_eq(counted("52.03.06", "2020-02-29", -1), 0);
    ck_assert_int_eq(counted("52.03.05", "2020-03-01", -1), 2); /* one moved */
    ck_assert_int_eq(counted("52.03.06", "2020-03-01", -1), 1);
    ck_assert_int_eq(counted("52.03.05", "2020-04-01", -1), 3); /* three began */
    ck_assert_int_eq(counted("52.03.05", "2020-05-31", -1), 3);
    ck_assert_int_eq(counted("52.03.05", "2020-06-01", -1), 2); /* two closed */
    ck_assert_int_eq(counted("52.03.05", "", -1), 2);
    /* The year of founding is all that is known of four. */
    ck_assert_int_eq(counted("52.03.05", "2019-01-01", -1), 3);
    ck_assert_int_eq(counted("52.03.05", "2018-12-31", -1), 2);
}
END_TEST

/* What was printed in July is printed again to the number, whatever was learnt since. */
START_TEST(a_past_day_is_reprinted_as_it_was_known)
{
    int64_t july, later;

    ck_assert_int_eq(bina_store_last_commit(store, &later), BINA_OK);
    july = later - 1; /* before it was learnt that two had closed */
    ck_assert_int_eq(counted("52.03.05", "2020-07-01", july), 3);
    ck_assert_int_eq(counted("52.03.05", "2020-07-01", later), 2);
    ck_assert_int_eq(counted("52.03.05", "2020-07-01", -1), 2);
    holds_from(one, BINA_ENTERPRISE_REGION, "52.03.05.2001", day("2020-05-01"));
    holds_from(four, BINA_ENTERPRISE_STATUS, "closed", day("2020-01-01"));
    ck_assert_int_eq(counted("52.03.05", "2020-07-01", july), 3);
    ck_assert_int_eq(counted("52.03.06", "2020-07-01", july), 1);
    ck_assert_int_eq(counted("52.03.05", "2020-07-01", later), 2);
    ck_assert_int_eq(counted("52.03.05", "2020-07-01", -1), 2); /* one, three */
    ck_assert_int_eq(counted("52.03.06", "2020-07-01", -1), 0);
}
END_TEST

START_TEST(days_that_cannot_be_told_are_refused)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;

    options.true_on = day("2021-01-01");
    ck_assert_int_eq(bina_report_run(store, "regions", &options, &cursor), BINA_ERR_INVALID);
    ck_assert_ptr_null(cursor);
    options.true_on = day("2020-02-01");
    ck_assert(!bina_report_as_of("lists"));
    ck_assert_int_eq(bina_report_run(store, "lists", &options, &cursor), BINA_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_store_error(store), BINA_INDONESIAN), "lists"));
}
END_TEST

/* Every report that says so can speak of any day; of a day before all there is nothing to count. */
START_TEST(every_report_of_days_speaks_of_any)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;

    options.from = day("1990-01-01");
    for (int n = 0; bina_report_at(n) != NULL; n++) {
        bina_cursor *cursor;
        const bina_record *record;
        bina_status status;

        options.true_on = bina_report_as_of(bina_report_at(n)) ? day("1991-02-03") : 0;
        for (options.known_at = -1; options.known_at < 3; options.known_at += 3) {
            ck_assert_msg(bina_report_run(store, bina_report_at(n), &options, &cursor) == BINA_OK,
                          "%s: %s", bina_report_at(n),
                          bina_error_message(bina_store_error(store), BINA_ENGLISH));
            while ((status = bina_cursor_next(cursor, &record)) == BINA_OK)
                continue;
            ck_assert_int_eq(status, BINA_DONE);
            bina_cursor_free(cursor);
        }
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("report days");
    TCase *tests = tcase_create("days");

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_past_day_is_told_as_it_is_known_now);
    tcase_add_test(tests, a_past_day_is_reprinted_as_it_was_known);
    tcase_add_test(tests, days_that_cannot_be_told_are_refused);
    tcase_add_test(tests, every_report_of_days_speaks_of_any);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
