/* The generic checks of a record, and the fields computed by rules, by the numbers of the law. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina.h>
#include "base/error.h"
#include "rules/check.h"

static int64_t
day(const char *text)
{
    int64_t number;
    ck_assert(bina_date_parse(text, &number));
    return number;
}

static int warnings;

static void
count_warning(void *data, const bina_error *warning)
{
    (void)data;
    ck_assert_int_eq(bina_error_severity(warning), BINA_WARNING);
    warnings++;
}

/* The rule that refuses the record, or "" when it passes. */
static const char *
refusal(const bina_record *record, bool update)
{
    static char rule[64];
    bina_error *error = bina_error_new();
    bina_status status =
        bina_rules_check_record(record, update, day("2020-11-09"), NULL, error, NULL, NULL);

    snprintf(rule, sizeof rule, "%s",
             status == BINA_OK                ? ""
             : bina_error_rule(error) != NULL ? bina_error_rule(error)
                                              : "?");
    if (status != BINA_OK) {
        ck_assert_ptr_nonnull(bina_error_kind(error));
        ck_assert_ptr_nonnull(bina_error_field(error));
        ck_assert_uint_gt(strlen(bina_error_message(error, BINA_ENGLISH)), 10);
        ck_assert_uint_gt(strlen(bina_error_message(error, BINA_INDONESIAN)), 10);
    }
    bina_error_free(error);
    return rule;
}

START_TEST(each_rule_refuses)
{
    bina_record *person = bina_record_new(BINA_PERSON);

    ck_assert_str_eq(refusal(person, false), "field.required");
    ck_assert_str_eq(refusal(person, true), "");
    bina_set_null(person, BINA_PERSON_NAME);
    ck_assert_str_eq(refusal(person, true), "field.required");
    bina_set(person, BINA_PERSON_NAME, "Inaq Sari");
    ck_assert_str_eq(refusal(person, false), "");
    bina_set(person, BINA_PERSON_SEX, "perempuan");
    ck_assert_str_eq(refusal(person, false), "field.code");
    bina_set(person, BINA_PERSON_SEX, "female");
    bina_set_int(person, BINA_PERSON_HOUSEHOLD,
                 (INT64_C(7) << 35) | ((int64_t)BINA_PERSON << 28) | 1);
    ck_assert_str_eq(refusal(person, false), "field.kind");
    bina_unset(person, BINA_PERSON_HOUSEHOLD);
    bina_set_int(person, BINA_PERSON_BORN, INT64_C(99999999));
    ck_assert_str_eq(refusal(person, false), "field.date");
    bina_unset(person, BINA_PERSON_BORN);
    bina_set(person, BINA_PERSON_NIK, "8.52E+10");
    ck_assert_int_eq(strncmp(refusal(person, false), "nik.", 4), 0);
    bina_record_free(person);
}
END_TEST

/* Reports add amounts up: 900 of the greatest must fit in an integer, and nothing passes that. */
START_TEST(no_amount_passes_the_greatest)
{
    const int64_t most = INT64_C(10000000000000000);
    int64_t sum;
    int kinds = 0;

    ck_assert(!__builtin_mul_overflow(most, 900, &sum));
    for (int kind = 0; kind < 128; kind++) {
        const bina_description *description = bina_kind_description(kind);
        for (int slot = 0; description != NULL && slot < bina_description_count(description);
             slot++) {
            const bina_field *field = bina_description_field(description, slot);
            bina_error *error;
            int64_t least = 0, greatest = most;
            if (bina_field_type(field) != BINA_MONEY)
                continue;
            error = bina_error_new();
            if (!bina_field_range(field, &least, &greatest) || greatest > most)
                greatest = most;
            ck_assert_int_eq(bina_rules_check_field(description, slot,
                                                    bina_integer_of(BINA_MONEY, greatest), 18000,
                                                    error, NULL, NULL),
                             BINA_OK);
            ck_assert_int_eq(bina_rules_check_field(description, slot,
                                                    bina_integer_of(BINA_MONEY, greatest + 1),
                                                    18000, error, NULL, NULL),
                             BINA_ERR_INVALID);
            ck_assert_str_eq(bina_error_rule(error), "field.range");
            if (greatest == most)
                ck_assert_ptr_nonnull(
                    strstr(bina_error_message(error, BINA_ENGLISH), "10000000000000000"));
            bina_error_free(error);
            kinds++;
        }
    }
    ck_assert_int_gt(kinds, 20);
}
END_TEST

/* A remembered value is one that passed: a wrong one is refused every time, and on another day
 * anew. */
START_TEST(memory_remembers_only_what_passed)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_rules_memory *memory =
        bina_rules_memory_new(bina_description_count(bina_kind_description(BINA_ENTERPRISE)));
    bina_error *error = bina_error_new();

    for (int again = 0; again < 3; again++) {
        bina_set(shop, BINA_ENTERPRISE_REGION, "52.03.05.2001");
        ck_assert_int_eq(
            bina_rules_check_record(shop, false, 18000 + again / 2, memory, error, NULL, NULL),
            BINA_OK);
        bina_set(shop, BINA_ENTERPRISE_REGION, "52.99");
        ck_assert_int_eq(
            bina_rules_check_record(shop, false, 18000 + again / 2, memory, error, NULL, NULL),
            BINA_ERR_INVALID);
        ck_assert_str_eq(bina_error_field(error), "region");
        /* What passed as a region has not passed as an activity. */
        bina_set(shop, BINA_ENTERPRISE_REGION, "52.03.05.2001");
        bina_set(shop, BINA_ENTERPRISE_ACTIVITY, "52.03.05.2001");
        ck_assert_int_eq(
            bina_rules_check_record(shop, false, 18000 + again / 2, memory, error, NULL, NULL),
            BINA_ERR_INVALID);
        bina_set_null(shop, BINA_ENTERPRISE_ACTIVITY);
    }
    bina_error_free(error);
    bina_rules_memory_free(memory);
    bina_record_free(shop);
}
END_TEST

/* A KBLI class that the list on hand lacks may be of another edition: told, but not refused. */
START_TEST(warnings_let_pass)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    warnings = 0;
    bina_set(shop, BINA_ENTERPRISE_ACTIVITY, "10798");
    ck_assert_int_eq(
        bina_rules_check_record(shop, false, day("2020-11-09"), NULL, NULL, count_warning, NULL),
        BINA_OK);
    ck_assert_int_eq(warnings, 1);
    bina_record_free(shop);
}
END_TEST

START_TEST(age_is_completed_years)
{
    bina_record *person = bina_record_new(BINA_PERSON);

    bina_set_date(person, BINA_PERSON_BORN, 1980, 11, 10);
    bina_rules_derive(person, day("2020-11-09"));
    ck_assert_int_eq(bina_record_int(person, BINA_PERSON_AGE), 39);
    bina_rules_derive(person, day("2020-11-10"));
    ck_assert_int_eq(bina_record_int(person, BINA_PERSON_AGE), 40);
    bina_set_date(person, BINA_PERSON_DIED, 2000, 1, 1);
    bina_rules_derive(person, day("2020-11-10"));
    ck_assert_int_eq(bina_record_int(person, BINA_PERSON_AGE), 19);
    bina_rules_derive(person, day("1970-01-01"));
    ck_assert_int_eq(bina_record_get(person, BINA_PERSON_AGE).type, BINA_NULL);
    bina_record_free(person);
}
END_TEST

/* Every derived field of every kind names a rule there is: none stays unset. */
START_TEST(every_derived_field_has_its_rule)
{
    int kind, found = 0;

    for (int n = 0; (kind = bina_kind_at(n)) != BINA_NO_KIND; n++) {
        bina_record *record = bina_record_new(kind);
        const bina_description *description = bina_kind_description(kind);
        bina_rules_derive(record, day("2021-06-01"));
        for (int slot = 0; slot < bina_description_count(description); slot++)
            if ((bina_field_flags(bina_description_field(description, slot)) &
                 BINA_FIELD_DERIVED) != 0) {
                ck_assert(bina_record_is_set(record, slot));
                found++;
            }
        bina_record_free(record);
    }
    ck_assert_int_ge(found, 5);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("rules");
    TCase *tests = tcase_create("checks");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, each_rule_refuses);
    tcase_add_test(tests, no_amount_passes_the_greatest);
    tcase_add_test(tests, memory_remembers_only_what_passed);
    tcase_add_test(tests, warnings_let_pass);
    tcase_add_test(tests, age_is_completed_years);
    tcase_add_test(tests, every_derived_field_has_its_rule);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
