/*
 * Size classes under the four systems, one rupiah or one worker to either side of every threshold,
 * and on the days before and after each law. The numbers are typed from the regulations: UU 20/2008
 * Art. 6; PP 7/2021 Art. 35(3) and (6); Permenperin 64/2016; the classes by workers of BPS.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina.h>
#include "rules/check.h"

#define JUTA   INT64_C(1000000)
#define MILIAR (1000 * JUTA)
#define NONE   INT64_C(-1)

/* The class in one of the size fields, "-" when there is none. */
static const char *
class_of(int field, const char *on, int measure, int64_t amount)
{
    static char word[16];
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    int64_t day;

    ck_assert(bina_date_parse(on, &day));
    if (amount != NONE)
        bina_set_int(shop, measure, amount);
    bina_rules_derive(shop, day);
    strcpy(word, "-");
    if (bina_record_text(shop, field) != NULL)
        strcpy(word, bina_record_text(shop, field));
    bina_record_free(shop);
    return word;
}

/* The amount is the most of `below`; one more is of `above`. */
static void
ends_at(int field, const char *on, int measure, int64_t most, const char *below, const char *above)
{
    ck_assert_str_eq(class_of(field, on, measure, most - 1), below);
    ck_assert_str_eq(class_of(field, on, measure, most), below);
    ck_assert_str_eq(class_of(field, on, measure, most + 1), above);
}

START_TEST(law_of_2008)
{
    const int old = BINA_ENTERPRISE_SIZE_CLASS_OLD, now = BINA_ENTERPRISE_SIZE_CLASS;
    const int assets = BINA_ENTERPRISE_NET_ASSETS, sales = BINA_ENTERPRISE_SALES;
    const char *on = "2015-06-30";

    ends_at(old, on, assets, 50 * JUTA, "micro", "small");
    ends_at(old, on, assets, 500 * JUTA, "small", "medium");
    ends_at(old, on, assets, 10 * MILIAR, "medium", "large");
    ends_at(old, on, sales, 300 * JUTA, "micro", "small");
    ends_at(old, on, sales, 2500 * JUTA, "small", "medium");
    ends_at(old, on, sales, 50 * MILIAR, "medium", "large");
    /* In force from 4 July 2008; the class of the day until PP 7/2021, lists use it longer. */
    ck_assert_str_eq(class_of(old, "2008-07-03", sales, 1), "-");
    ck_assert_str_eq(class_of(now, "2008-07-03", sales, 1), "-");
    ck_assert_str_eq(class_of(old, "2008-07-04", sales, 1), "micro");
    ck_assert_str_eq(class_of(now, "2008-07-04", sales, 1), "micro");
    ck_assert_str_eq(class_of(now, "2021-02-01", sales, 300 * JUTA + 1), "small");
    ck_assert_str_eq(class_of(old, "2024-01-01", sales, 300 * JUTA + 1), "small");
}
END_TEST

START_TEST(regulation_of_2021)
{
    const int now = BINA_ENTERPRISE_SIZE_CLASS;
    const int capital = BINA_ENTERPRISE_CAPITAL, sales = BINA_ENTERPRISE_SALES;
    const char *on = "2024-06-30";

    ends_at(now, on, capital, 1 * MILIAR, "micro", "small");
    ends_at(now, on, capital, 5 * MILIAR, "small", "medium");
    ends_at(now, on, capital, 10 * MILIAR, "medium", "large");
    ends_at(now, on, sales, 2 * MILIAR, "micro", "small");
    ends_at(now, on, sales, 15 * MILIAR, "small", "medium");
    ends_at(now, on, sales, 50 * MILIAR, "medium", "large");
    /* Promulgated on 2 February 2021: the day before, the law of 2008 still says small. */
    ck_assert_str_eq(class_of(now, "2021-02-01", sales, 2 * MILIAR), "small");
    ck_assert_str_eq(class_of(now, "2021-02-02", sales, 2 * MILIAR), "micro");
    ck_assert_str_eq(class_of(now, on, sales, NONE), "-");
}
END_TEST

static const char *
industry(const char *on, int64_t workers, int64_t investment)
{
    static char word[16];
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    int64_t day;

    ck_assert(bina_date_parse(on, &day));
    if (workers != NONE)
        bina_set_int(shop, BINA_ENTERPRISE_WORKERS, workers);
    if (investment != NONE)
        bina_set_int(shop, BINA_ENTERPRISE_INVESTMENT, investment);
    bina_rules_derive(shop, day);
    strcpy(word, "-");
    if (bina_record_text(shop, BINA_ENTERPRISE_SIZE_CLASS_INDUSTRY) != NULL)
        strcpy(word, bina_record_text(shop, BINA_ENTERPRISE_SIZE_CLASS_INDUSTRY));
    bina_record_free(shop);
    return word;
}

START_TEST(regulation_of_industry)
{
    const char *on = "2020-11-09";

    /* Small: at most 19 workers and less than 1 billion. */
    ck_assert_str_eq(industry(on, 19, 1 * MILIAR - 1), "small");
    ck_assert_str_eq(industry(on, 19, 1 * MILIAR), "medium");
    ck_assert_str_eq(industry(on, 19, 1 * MILIAR + 1), "medium");
    ck_assert_str_eq(industry(on, 20, 1 * MILIAR - 1), "medium");
    ck_assert_str_eq(industry(on, 18, 0), "small");
    ck_assert_str_eq(industry(on, 20, 0), "medium");
    /* At most 19 workers: medium however much was invested. */
    ck_assert_str_eq(industry(on, 19, 15 * MILIAR + 1), "medium");
    /* From 20 workers: medium up to 15 billion, large above. */
    ck_assert_str_eq(industry(on, 20, 15 * MILIAR - 1), "medium");
    ck_assert_str_eq(industry(on, 20, 15 * MILIAR), "medium");
    ck_assert_str_eq(industry(on, 20, 15 * MILIAR + 1), "large");
    /* Both are needed. */
    ck_assert_str_eq(industry(on, 19, NONE), "-");
    ck_assert_str_eq(industry(on, NONE, 1), "-");
    ck_assert_str_eq(industry("2015-12-31", 19, 1), "-");
}
END_TEST

START_TEST(workers_as_bps_counts)
{
    const int bps = BINA_ENTERPRISE_SIZE_CLASS_BPS, workers = BINA_ENTERPRISE_WORKERS;
    const char *on = "2020-11-09";

    ck_assert_str_eq(class_of(bps, on, workers, 1), "micro");
    ends_at(bps, on, workers, 4, "micro", "small");
    ends_at(bps, on, workers, 19, "small", "medium");
    ends_at(bps, on, workers, 99, "medium", "large");
    ck_assert_str_eq(class_of(bps, on, workers, NONE), "-");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("size classes");
    TCase *tests = tcase_create("thresholds");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, law_of_2008);
    tcase_add_test(tests, regulation_of_2021);
    tcase_add_test(tests, regulation_of_industry);
    tcase_add_test(tests, workers_as_bps_counts);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
