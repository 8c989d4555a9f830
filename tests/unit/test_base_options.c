/* Protects programs and libraries of different ages from each other: structs of options grow at
   their end, and either side may be the older. */
#include "base/options.h"

#include <check.h>
#include <stdlib.h>

/* The same struct in three releases. */
typedef struct first_options {
    size_t struct_size;
    int limit;
    int spare;
} first_options;

typedef struct second_options {
    size_t struct_size;
    int limit;
    int spare;
    const char *word;
} second_options;

START_TEST(what_an_older_program_lacks_keeps_its_default)
{
    const first_options given = {sizeof given, 5, 0};
    second_options options = {sizeof options, 1, 0, "usual"};

    ck_assert(bina_options_take(&options, sizeof options, &given));
    ck_assert_int_eq(options.limit, 5);
    ck_assert_str_eq(options.word, "usual");
}
END_TEST

START_TEST(what_a_newer_program_asks_for_is_refused_unless_it_is_nothing)
{
    second_options given = {sizeof given, 5, 0, NULL};
    first_options options = {sizeof options, 1, 0};

    ck_assert(bina_options_take(&options, sizeof options, &given));
    ck_assert_int_eq(options.limit, 5);
    given.word = "unheard of";
    ck_assert(!bina_options_take(&options, sizeof options, &given));
}
END_TEST

START_TEST(a_struct_that_was_never_begun_is_refused)
{
    const first_options given = {0, 5, 0};
    first_options options = {sizeof options, 1, 0};

    ck_assert(bina_options_take(&options, sizeof options, NULL));
    ck_assert(!bina_options_take(&options, sizeof options, &given));
    ck_assert_int_eq(options.limit, 1);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("options");
    TCase *tests = tcase_create("take");
    SRunner *runner;
    int failed;

    tcase_add_test(tests, what_an_older_program_lacks_keeps_its_default);
    tcase_add_test(tests, what_a_newer_program_asks_for_is_refused_unless_it_is_nothing);
    tcase_add_test(tests, a_struct_that_was_never_begun_is_refused);
    suite_add_tcase(suite, tests);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
