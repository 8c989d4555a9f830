/* Protects the promise of bina/status.h: every status has a name, a number that never changes, and
   a sentence in both languages. The numbers stand here a second time on purpose. */
#include <bina/status.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* Append only: a line that is here has been published. */
static const struct {
    const char *name;
    int number;
} published[] = {
    {"OK", 0},
    {"DONE", 1},
    {"ERR_NO_MEMORY", -1},
    {"ERR_NOT_FOUND", -2},
    {"ERR_INVALID", -3},
    {"ERR_TYPE", -4},
    {"ERR_CONFLICT", -5},
    {"ERR_REFERENCE", -6},
    {"ERR_DUPLICATE", -7},
    {"ERR_READ_ONLY", -8},
    {"ERR_BUSY", -9},
    {"ERR_IO", -10},
    {"ERR_CORRUPT", -11},
    {"ERR_VERSION", -12},
    {"ERR_SYNTAX", -13},
    {"ERR_USAGE", -14},
    {"ERR_UNSUPPORTED", -15},
    {"ERR_DENIED", -16},
    {"ERR_FULL", -17},
    {"ERR_REFUSED", -18},
};
enum { PUBLISHED = sizeof published / sizeof published[0] };

START_TEST(a_status_keeps_its_name_and_number)
{
    bina_status status;
    int n;

    for (n = 0; n < PUBLISHED; n++) {
        ck_assert_msg(bina_status_at(n, &status), "%s is gone", published[n].name);
        ck_assert_int_eq((int)status, published[n].number);
        ck_assert_str_eq(bina_status_name(status), published[n].name);
    }
    ck_assert_msg(!bina_status_at(PUBLISHED, &status),
                  "%s is new: append it to the list in this test", bina_status_name(status));
    ck_assert(!bina_status_at(-1, &status));
}
END_TEST

START_TEST(a_status_speaks_two_languages)
{
    bina_status status, other;
    const char *english, *indonesian;
    int n, m;

    for (n = 0; bina_status_at(n, &status); n++) {
        english = bina_status_text(status, BINA_ENGLISH);
        indonesian = bina_status_text(status, BINA_INDONESIAN);
        ck_assert_ptr_nonnull(english);
        ck_assert_ptr_nonnull(indonesian);
        ck_assert_uint_gt(strlen(english), 3);
        ck_assert_uint_gt(strlen(indonesian), 3);
        ck_assert_str_ne(english, indonesian);
        for (m = 0; m < n && bina_status_at(m, &other); m++) {
            ck_assert_str_ne(english, bina_status_text(other, BINA_ENGLISH));
            ck_assert_str_ne(indonesian, bina_status_text(other, BINA_INDONESIAN));
        }
    }
    ck_assert_int_ge(n, PUBLISHED);
}
END_TEST

START_TEST(a_foreign_number_is_survived)
{
    const bina_status foreign = (bina_status)-9999;

    ck_assert_str_eq(bina_status_name(foreign), "UNKNOWN");
    ck_assert_ptr_nonnull(bina_status_text(foreign, BINA_ENGLISH));
    ck_assert_ptr_nonnull(bina_status_text(foreign, BINA_INDONESIAN));
    ck_assert_ptr_nonnull(bina_status_text(BINA_OK, (bina_language)99));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("status");
    TCase *table = tcase_create("table");
    SRunner *runner;
    int failed;

    tcase_add_test(table, a_status_keeps_its_name_and_number);
    tcase_add_test(table, a_status_speaks_two_languages);
    tcase_add_test(table, a_foreign_number_is_survived);
    suite_add_tcase(suite, table);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
