/* Protects work in parts: every part is done once, and a failure told does not depend on who came
   first. */
#include "base/parallel.h"

#include <check.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define PARTS 1000

typedef struct job {
    unsigned char done[PARTS];
    pthread_t beside; /* who did what was to be done beside */
    int times;
    size_t failing[2];
} job;

static bina_status
work(void *self, size_t part)
{
    job *all = self;

    if (part == all->failing[1])
        return BINA_ERR_FULL;
    if (part == all->failing[0])
        return BINA_ERR_NO_MEMORY;
    all->done[part]++;
    return BINA_OK;
}

START_TEST(every_part_is_done_once_whatever_the_threads)
{
    for (unsigned threads = 0; threads < 9; threads++) {
        job all = {.failing = {PARTS, PARTS}};
        ck_assert_int_eq(bina_parallel(threads, PARTS, work, &all), BINA_OK);
        for (size_t i = 0; i < PARTS; i++)
            ck_assert_int_eq(all.done[i], 1);
    }
    ck_assert_int_eq(bina_parallel(4, 0, work, NULL), BINA_OK);
}
END_TEST

static bina_status
mark_items(void *self, size_t first, size_t last)
{
    unsigned char *done = self;

    ck_assert_uint_eq(first % BINA_PARALLEL_STRETCH, 0);
    ck_assert_uint_le(last - first, BINA_PARALLEL_STRETCH);
    for (size_t i = first; i < last; i++)
        done[i]++;
    return BINA_OK;
}

START_TEST(every_item_is_in_one_stretch)
{
    static const size_t some[] = {0, 1, BINA_PARALLEL_STRETCH, 3 * BINA_PARALLEL_STRETCH + 1};
    static unsigned char done[3 * BINA_PARALLEL_STRETCH + 2];

    for (size_t n = 0; n < sizeof(some) / sizeof(some[0]); n++) {
        memset(done, 0, sizeof(done));
        ck_assert_int_eq(bina_parallel_stretches(3, some[n], mark_items, done), BINA_OK);
        for (size_t i = 0; i < sizeof(done); i++)
            ck_assert_int_eq(done[i], i < some[n]);
    }
}
END_TEST

static void
note_thread(void *self)
{
    job *all = self;

    all->beside = pthread_self();
    all->times++;
}

/* A cursor may be a script's: no other thread may ask it. */
START_TEST(what_is_beside_is_done_once_by_the_caller)
{
    for (unsigned threads = 0; threads < 9; threads++)
        for (size_t parts = 0; parts < 3; parts++) {
            job all = {.failing = {PARTS, PARTS}};
            ck_assert_int_eq(bina_parallel_beside(threads, parts, work, &all, note_thread),
                             BINA_OK);
            ck_assert_int_eq(all.times, 1);
            ck_assert(pthread_equal(all.beside, pthread_self()));
            for (size_t i = 0; i < parts; i++)
                ck_assert_int_eq(all.done[i], 1);
        }
}
END_TEST

START_TEST(the_lowest_part_that_fails_is_told)
{
    for (unsigned threads = 0; threads < 9; threads++) {
        job all = {.failing = {300, 301}};
        ck_assert_int_eq(bina_parallel(threads, PARTS, work, &all), BINA_ERR_NO_MEMORY);
        for (size_t i = 0; i < 300; i++)
            ck_assert_int_eq(all.done[i], 1);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("parallel");
    TCase *tests = tcase_create("parts");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tests, every_part_is_done_once_whatever_the_threads);
    tcase_add_test(tests, every_item_is_in_one_stretch);
    tcase_add_test(tests, what_is_beside_is_done_once_by_the_caller);
    tcase_add_test(tests, the_lowest_part_that_fails_is_told);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
