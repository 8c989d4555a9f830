/* Protects how amounts are told in refusals: dots between thousands, no digit lost at the ends. */
#include <check.h>
#include <stdlib.h>
#include "base/money.h"

START_TEST(amounts_read_as_on_a_receipt)
{
    char text[BINA_RUPIAH];

    ck_assert_str_eq(bina_rupiah(0, text), "Rp 0");
    ck_assert_str_eq(bina_rupiah(999, text), "Rp 999");
    ck_assert_str_eq(bina_rupiah(1000, text), "Rp 1.000");
    ck_assert_str_eq(bina_rupiah(150000001, text), "Rp 150.000.001");
    ck_assert_str_eq(bina_rupiah(-2500, text), "-Rp 2.500");
    ck_assert_str_eq(bina_rupiah(INT64_MAX, text), "Rp 9.223.372.036.854.775.807");
    ck_assert_str_eq(bina_rupiah(INT64_MIN, text), "-Rp 9.223.372.036.854.775.808");
}
END_TEST

START_TEST(no_product_passes_the_greatest_amount)
{
    ck_assert(bina_rupiah_payable(10, BINA_RUPIAH_MOST / 10));
    ck_assert(!bina_rupiah_payable(10, BINA_RUPIAH_MOST / 10 + 1));
    ck_assert(!bina_rupiah_payable(INT64_MAX, INT64_MAX));
    ck_assert(bina_rupiah_payable(0, BINA_RUPIAH_MOST));
    ck_assert(bina_rupiah_payable(INT64_MAX, 0));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("money");
    TCase *tcase = tcase_create("money");
    SRunner *runner;
    int failed;

    tcase_add_test(tcase, amounts_read_as_on_a_receipt);
    tcase_add_test(tcase, no_product_passes_the_greatest_amount);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
