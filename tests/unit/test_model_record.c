/* Protects what bina/record.h promises of filling and reading records. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/record.h>

static bina_record *shop;

static void
setup(void)
{
    shop = bina_record_new(BINA_ENTERPRISE);
    ck_assert_ptr_nonnull(shop);
}

static void
teardown(void)
{
    bina_record_free(shop);
}

START_TEST(unset_null_and_masked_differ)
{
    ck_assert(!bina_record_is_set(shop, BINA_ENTERPRISE_NAME));
    bina_set_null(shop, BINA_ENTERPRISE_NAME);
    ck_assert(bina_record_is_set(shop, BINA_ENTERPRISE_NAME));
    ck_assert_int_eq(bina_record_get(shop, BINA_ENTERPRISE_NAME).type, BINA_NULL);
    bina_set_masked(shop, BINA_ENTERPRISE_NAME, "T***");
    ck_assert(bina_record_is_masked(shop, BINA_ENTERPRISE_NAME));
    ck_assert(!bina_record_is_set(shop, BINA_ENTERPRISE_NAME));
    ck_assert_ptr_null(bina_record_text(shop, BINA_ENTERPRISE_NAME));
    ck_assert_str_eq(bina_record_display(shop, BINA_ENTERPRISE_NAME), "T***");
    bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun Ikat Lestari");
    ck_assert(!bina_record_is_masked(shop, BINA_ENTERPRISE_NAME));
    bina_unset(shop, BINA_ENTERPRISE_NAME);
    ck_assert(!bina_record_is_set(shop, BINA_ENTERPRISE_NAME));
}
END_TEST

START_TEST(values_come_back)
{
    bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun Ikat Lestari");
    bina_set(shop, BINA_ENTERPRISE_WORKERS, 12);
    bina_set(shop, BINA_ENTERPRISE_INVESTMENT, INT64_C(1000000000));
    bina_set(shop, BINA_ENTERPRISE_LATITUDE, -8.65);
    bina_set(shop, BINA_ENTERPRISE_LONGITUDE, 116);
    ck_assert_int_eq(bina_record_check(shop, NULL), BINA_OK);
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NAME), "Tenun Ikat Lestari");
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_WORKERS), 12);
    ck_assert_int_eq(bina_record_get(shop, BINA_ENTERPRISE_INVESTMENT).type, BINA_MONEY);
    ck_assert(bina_record_real(shop, BINA_ENTERPRISE_LATITUDE) == -8.65);
    ck_assert(bina_record_real(shop, BINA_ENTERPRISE_LONGITUDE) == 116);
}
END_TEST

START_TEST(the_first_fault_is_remembered_by_field)
{
    bina_error *error = bina_error_new();

    bina_set(shop, BINA_ENTERPRISE_WORKERS, "twelve");
    bina_set(shop, BINA_ENTERPRISE_NAME, 3);
    ck_assert_int_eq(bina_record_check(shop, error), BINA_ERR_TYPE);
    ck_assert_str_eq(bina_error_kind(error), "enterprise");
    ck_assert_str_eq(bina_error_field(error), "workers");
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_ENGLISH), "workers"));
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_INDONESIAN), "workers"));
    bina_record_clear(shop);
    ck_assert_int_eq(bina_record_check(shop, error), BINA_OK);
    bina_set(shop, 999, 1);
    ck_assert_int_eq(bina_record_check(shop, error), BINA_ERR_USAGE);
    bina_record_clear(shop);
    bina_set_text_n(shop, BINA_ENTERPRISE_NAME, "a\0b", 3);
    ck_assert_int_eq(bina_record_check(shop, error), BINA_ERR_INVALID);
    bina_error_free(error);
}
END_TEST

START_TEST(a_text_goes_into_a_date_as_iso)
{
    bina_record *person = bina_record_new(BINA_PERSON);

    bina_set(person, BINA_PERSON_BORN, "1980-08-17");
    ck_assert_int_eq(bina_record_int(person, BINA_PERSON_BORN), 3881);
    ck_assert_int_eq(bina_record_check(person, NULL), BINA_OK);
    bina_set_date(person, BINA_PERSON_DIED, 2021, 2, 30);
    ck_assert_int_eq(bina_record_check(person, NULL), BINA_ERR_INVALID);
    bina_record_free(person);
}
END_TEST

START_TEST(texts_survive_thousands_of_overwritings)
{
    char text[64];

    bina_set(shop, BINA_ENTERPRISE_ADDRESS, "Dusun Gubuk Baru RT 02");
    for (int i = 0; i < 10000; i++) {
        snprintf(text, sizeof text, "%*d", i % 50 + 1, i);
        bina_set(shop, BINA_ENTERPRISE_NAME, text);
        ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NAME), text);
    }
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_ADDRESS), "Dusun Gubuk Baru RT 02");
    /* One of its own texts may be set again, even when that makes the record move its texts. */
    for (int i = 0; i < 100; i++)
        bina_set(shop, BINA_ENTERPRISE_PRODUCT, bina_record_text(shop, BINA_ENTERPRISE_ADDRESS));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_PRODUCT), "Dusun Gubuk Baru RT 02");
}
END_TEST

START_TEST(a_copy_stands_alone)
{
    bina_record *copy;

    bina_set(shop, BINA_ENTERPRISE_NAME, "Sari Asih");
    copy = bina_record_copy(shop);
    bina_set(shop, BINA_ENTERPRISE_NAME, "Other");
    ck_assert_str_eq(bina_record_text(copy, BINA_ENTERPRISE_NAME), "Sari Asih");
    bina_record_free(copy);
}
END_TEST

START_TEST(own_fields_extend_a_kind)
{
    bina_description *own = bina_description_extend(bina_kind_description(BINA_ENTERPRISE));
    int count = bina_description_count(own);
    int slot =
        bina_description_add_field(own, "x_loom_count", BINA_INT, NULL, "Looms.", BINA_FIELD_OWN);
    bina_record *record;

    ck_assert_int_eq(slot, count);
    ck_assert_int_eq(bina_description_add_field(own, "x_loom_count", BINA_INT, NULL, "", 0),
                     BINA_ERR_DUPLICATE);
    ck_assert_int_eq(bina_description_kind(own), BINA_ENTERPRISE);
    record = bina_record_new_of(own);
    bina_description_free(own);
    bina_set(record, slot, 7);
    bina_set(record, BINA_ENTERPRISE_NAME, "Tenun");
    ck_assert_int_eq(bina_record_int(record, slot), 7);
    ck_assert_str_eq(bina_field_name(bina_description_field(bina_record_description(record), slot)),
                     "x_loom_count");
    bina_record_free(record);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("model records");
    TCase *tcase = tcase_create("records");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, unset_null_and_masked_differ);
    tcase_add_test(tcase, values_come_back);
    tcase_add_test(tcase, the_first_fault_is_remembered_by_field);
    tcase_add_test(tcase, a_text_goes_into_a_date_as_iso);
    tcase_add_test(tcase, texts_survive_thousands_of_overwritings);
    tcase_add_test(tcase, a_copy_stands_alone);
    tcase_add_test(tcase, own_fields_extend_a_kind);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
