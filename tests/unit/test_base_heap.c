/* Protects arrays that lie in a file: what they hold, the bound on memory, and that the file goes.
 */
#include "base/heap.h"

#include <check.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#define WORDS ((size_t)12 << 20) /* 96 MiB: three times what the heap may have in memory */

static bina_heap *
new_heap(void)
{
    bina_heap *heap;

    ck_assert_int_eq(bina_heap_new(&heap, NULL, BINA_HEAP_LEAST), BINA_OK);
    return heap;
}

START_TEST(holds_what_was_written)
{
    static const size_t sizes[] = {0, 1, 1000, 40000, 70000, 500000, 200000, 3000000, 10};
    bina_heap *heaps[2] = {NULL, new_heap()};

    for (int h = 0; h < 2; h++) {
        uint64_t *array = NULL;
        size_t room = 0, wrong = 0;
        for (size_t s = 0, had = 0; s < sizeof(sizes) / sizeof(sizes[0]); had = sizes[s++]) {
            uint64_t *made = bina_heap_resize(heaps[h], array, sizes[s], sizeof(*array));
            ck_assert_ptr_nonnull(made);
            array = made;
            for (size_t i = 0; i < had && i < sizes[s]; i++)
                wrong += array[i] != i * 7;
            for (size_t i = 0; i < sizes[s]; i++)
                array[i] = i * 7;
        }
        bina_heap_give(heaps[h], array);
        array = bina_heap_clear(heaps[h], 100000, sizeof(*array));
        for (size_t i = 0; i < 100000; i++)
            wrong += array[i] != 0;
        bina_heap_give(heaps[h], array);
        array = NULL;
        for (size_t i = 0; i < 100000; i++) {
            if (!bina_heap_reserve(heaps[h], &array, &room, i + 1, sizeof(*array)))
                ck_abort_msg("no room for %zu", i);
            array[i] = i;
        }
        for (size_t i = 0; i < 100000; i++)
            wrong += array[i] != i;
        ck_assert_uint_eq(wrong, 0);
        bina_heap_give(heaps[h], array);
        array = bina_heap_take_lines(heaps[h], 5, 3);
        ck_assert_uint_eq((uintptr_t)array % 64, 0);
        bina_heap_give(heaps[h], array);
        ck_assert_ptr_null(bina_heap_take(heaps[h], SIZE_MAX / 4, 8));
        ck_assert(!bina_heap_is_full(heaps[h]));
    }
    bina_heap_free(heaps[1]);
}
END_TEST

/* The arrays are three times what the process may have in memory, and walked in two orders. */
START_TEST(keeps_to_its_bound)
{
    bina_heap *heap = new_heap();
    uint64_t *array = bina_heap_take(heap, WORDS, sizeof(*array)), wrong = 0;
    struct rusage usage;

    ck_assert_ptr_nonnull(array);
    for (size_t i = 0; i < WORDS; i++) {
        bina_heap_pass(heap, i);
        array[i] = i ^ 0x5555;
    }
    for (size_t i = 0, at = 1; i < WORDS / 2048; i++, at = (at * 5 + 3) % WORDS) {
        bina_heap_pass(heap, i);
        wrong += array[at] != (at ^ 0x5555);
    }
    ck_assert_uint_eq(wrong, 0);
    ck_assert_int_eq(getrusage(RUSAGE_SELF, &usage), 0);
    if (!SANITIZED) /* these take memory of their own */
        ck_assert_int_lt(usage.ru_maxrss, (long)(BINA_HEAP_LEAST >> 10));
    bina_heap_give(heap, array);
    bina_heap_free(heap);
}
END_TEST

/* A file that may not grow stands for a disk that is full; the process is not ended by a signal. */
START_TEST(a_full_disk_is_told)
{
    bina_heap *heap = new_heap();
    struct rlimit limit = {4 << 20, 4 << 20};
    char *some;

    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    some = bina_heap_take(heap, 3 << 20, 1);
    ck_assert_ptr_nonnull(some);
    memset(some, 1, 3 << 20);
    ck_assert(!bina_heap_is_full(heap));
    ck_assert_ptr_null(bina_heap_take(heap, 2 << 20, 1));
    ck_assert(bina_heap_is_full(heap));
    ck_assert_ptr_null(bina_heap_resize(heap, some, 6 << 20, 1));
    ck_assert_int_eq(some[(3 << 20) - 1], 1);
    bina_heap_free(heap);
}
END_TEST

START_TEST(a_folder_that_is_not_there_is_told)
{
    bina_heap *heap;

    ck_assert_int_eq(bina_heap_new(&heap, "/nowhere/at/all", BINA_HEAP_LEAST), BINA_ERR_IO);
    ck_assert_ptr_null(heap);
}
END_TEST

/* No other program that the process runs gets at the file, and no name of it is left. */
START_TEST(the_file_is_its_own)
{
    bina_heap *heap;
    char folder[] = "/tmp/bina-heap-XXXXXX";
    int files = 0;

    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(bina_heap_new(&heap, folder, BINA_HEAP_LEAST), BINA_OK);
    ck_assert_ptr_nonnull(bina_heap_take(heap, 1 << 20, 1));
    for (int file = 3; file < 64; file++) {
        char path[64], name[256] = "";
        snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
        if (readlink(path, name, sizeof(name) - 1) < 0 || strstr(name, folder) == NULL)
            continue;
        files++;
        ck_assert_int_ne(fcntl(file, F_GETFD) & FD_CLOEXEC, 0);
    }
    ck_assert_int_eq(files, 1);
    ck_assert_int_eq(rmdir(folder), 0); /* it is empty */
    bina_heap_free(heap);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("heap");
    TCase *tcase = tcase_create("heap");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, holds_what_was_written);
    tcase_add_test(tcase, keeps_to_its_bound);
    tcase_add_test(tcase, a_full_disk_is_told);
    tcase_add_test(tcase, a_folder_that_is_not_there_is_told);
    tcase_add_test(tcase, the_file_is_its_own);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
