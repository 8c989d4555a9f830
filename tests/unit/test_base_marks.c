/* Protects where two values are shown to differ: people decide by these marks. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/marks.h"

static void
check_marks(const char *first, const char *second, const char *first_marks,
            const char *second_marks, bool same)
{
    char *marks[2] = {NULL, NULL};
    bool found = !same;

    ck_assert_int_eq(bina_marks(first, second, &marks[0], &marks[1], &found), BINA_OK);
    ck_assert_str_eq(marks[0], first_marks);
    ck_assert_str_eq(marks[1], second_marks);
    ck_assert_int_eq(found, same);
    free(marks[0]);
    free(marks[1]);
}

START_TEST(test_letters)
{
    check_marks("SITI AMINAH", "Siti Aminah", "...........", "...........", true);
    check_marks("Inaq Sari", "Inak Sarii", "...*.....", "...*....*.", false);
    check_marks("Aminah", "Hj. Aminah", "......", "****......", false);
    check_marks("abc", "", "***", "", false);
    check_marks("", "", "", "", true);
    /* A mark a code point, not a byte; no agreement by chance. */
    check_marks("Kafé Méla", "Kafe Méla", "...*.....", "...*.....", false);
    check_marks("bxd", "axc", "***", "***", false);
}
END_TEST

/* Digits have their places: of 2001 and 1999 nothing agrees. */
START_TEST(test_numbers)
{
    check_marks("2001", "1999", "****", "****", false);
    check_marks("5203014101800001", "5203014101800010", "..............**", "..............**",
                false);
    check_marks("+628199900001", "+628199900071", "...........*.", "...........*.", false);
    check_marks("RT 02", "RT 03", "....*", "....*", false);
}
END_TEST

/* Beyond what is compared letter by letter, beginnings and ends still are. */
START_TEST(test_long)
{
    char a[1201], b[1201];

    memset(a, 'a', 1200);
    memset(b, 'b', 1200);
    memcpy(a, "same ", 5);
    memcpy(b, "same ", 5);
    a[1200] = b[1200] = '\0';
    char *marks[2] = {NULL, NULL};
    bool same = true;
    ck_assert_int_eq(bina_marks(a, b, &marks[0], &marks[1], &same), BINA_OK);
    ck_assert(!same);
    ck_assert_uint_eq(strspn(marks[0], "."), 5);
    ck_assert_uint_eq(strlen(marks[1]), 1200);
    free(marks[0]);
    free(marks[1]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("base: marks");
    TCase *tcase = tcase_create("marks");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tcase, test_letters);
    tcase_add_test(tcase, test_numbers);
    tcase_add_test(tcase, test_long);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
