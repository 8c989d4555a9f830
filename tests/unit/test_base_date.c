/* Protects the day arithmetic every date of a register rests on. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina/value.h>

/* Days since 1970-01-01 as `date -u -d ... +%s` / 86400 tells them. */
static const struct {
    const char *iso;
    int64_t day;
} known[] = {
    {"1970-01-01", 0},     {"1969-12-31", -1},    {"2000-02-29", 11016},  {"2020-11-09", 18575},
    {"1945-08-17", -8903}, {"2026-11-22", 20779}, {"1900-03-01", -25508}, {"2100-02-28", 47540},
};

START_TEST(known_days)
{
    int64_t day;
    char text[16];

    ck_assert(bina_date_parse(known[_i].iso, &day));
    ck_assert_int_eq(day, known[_i].day);
    ck_assert_str_eq(bina_date_format(day, text), known[_i].iso);
}
END_TEST

START_TEST(every_day_of_four_centuries_follows_the_one_before)
{
    int64_t expected, day;
    int year, month, day_of_month;

    ck_assert(bina_date_from_civil(1800, 1, 1, &expected));
    for (; expected < 84000; expected++) {
        bina_date_to_civil(expected, &year, &month, &day_of_month);
        ck_assert(bina_date_from_civil(year, month, day_of_month, &day));
        ck_assert_int_eq(day, expected);
    }
}
END_TEST

START_TEST(days_that_do_not_exist_are_refused)
{
    static const char *const wrong[] = {"2021-02-29", "1900-02-29", "2020-13-01", "2020-00-10",
                                        "2020-04-31", "2020-1-1",   "20201109",   "2020-11-09 ",
                                        "",           "2020-11-0x", "+020-11-09"};
    int64_t day = 42;

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!bina_date_parse(wrong[i], &day), "%s was taken", wrong[i]);
    ck_assert_int_eq(day, 42);
    ck_assert(!bina_date_parse(NULL, &day));
}
END_TEST

START_TEST(times_round_trip)
{
    int64_t time;
    char text[32];

    ck_assert(bina_time_parse("2020-11-09T03:04:05.678Z", &time));
    ck_assert_int_eq(time, INT64_C(1604891045678)); /* date -u -d 2020-11-09T03:04:05 +%s */
    ck_assert_str_eq(bina_time_format(time, text), "2020-11-09T03:04:05.678Z");
    ck_assert(bina_time_parse("1969-12-31 23:59:59", &time));
    ck_assert_int_eq(time, -1000);
    ck_assert_str_eq(bina_time_format(time, text), "1969-12-31T23:59:59.000Z");
    ck_assert(!bina_time_parse("2020-11-09T24:00:00Z", &time));
    ck_assert(!bina_time_parse("2020-11-09T03:04", &time));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("base dates");
    TCase *tcase = tcase_create("dates"), *exhaustive = tcase_create("every day");
    SRunner *runner;
    int failed;

    tcase_add_loop_test(tcase, known_days, 0, (int)(sizeof known / sizeof *known));
    tcase_set_tags(exhaustive, "exhaustive");
    tcase_add_test(exhaustive, every_day_of_four_centuries_follows_the_one_before);
    suite_add_tcase(suite, exhaustive);
    tcase_add_test(tcase, days_that_do_not_exist_are_refused);
    tcase_add_test(tcase, times_round_trip);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
