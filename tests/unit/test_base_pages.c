/* Protects memory that was freed in small pieces: the system gets it back when asked to. */
#include "base/pages.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define IS_ASKED 0 /* another malloc, which has its own mind */
#else
#define IS_ASKED 1
#endif

#define PIECES 4000
#define PIECE  ((size_t)10000) /* 40 MB in all */

static long
pages_in_memory(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    long all = 0, here = 0;

    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fscanf(file, "%ld %ld", &all, &here), 2);
    fclose(file);
    return here;
}

START_TEST(what_was_freed_goes_back)
{
    char *piece[PIECES];
    long before, after;

    for (int i = 0; i < PIECES; i++) {
        piece[i] = malloc(PIECE);
        ck_assert_ptr_nonnull(piece[i]);
        memset(piece[i], 1, PIECE);
    }
    /* The last one stays, so that freeing alone gives nothing back. */
    for (int i = 0; i + 1 < PIECES; i++)
        free(piece[i]);
    before = pages_in_memory();
    bina_pages_give_back();
    after = pages_in_memory();
    ck_assert_int_eq(piece[PIECES - 1][PIECE - 1], 1);
    free(piece[PIECES - 1]);
    if (IS_ASKED)
        ck_assert_int_gt(before - after, 30000000 / sysconf(_SC_PAGESIZE));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("pages");
    TCase *tcase = tcase_create("pages");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tcase, what_was_freed_goes_back);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
