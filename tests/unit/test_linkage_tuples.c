/* Protects the numbering of rows by their values: by first appearance, whatever the threads. */
#include "linkage/tuples.h"

#include <check.h>
#include <stdlib.h>

#define ROWS   150000u /* several stretches */
#define VALUES 60u     /* of a column */

static uint32_t column[3][ROWS];

static void
fill(uint32_t rows)
{
    uint64_t lot = 88172645463325252u;

    for (uint32_t r = 0; r < rows; r++)
        for (int c = 0; c < 3; c++) {
            lot ^= lot << 13;
            lot ^= lot >> 7;
            lot ^= lot << 17;
            column[c][r] = (uint32_t)(lot % VALUES);
        }
}

/* Numbers rows by a table of all tuples there could be. */
static uint32_t
number_plainly(size_t columns, uint32_t rows, uint32_t *number, uint32_t *first)
{
    uint32_t *seen = calloc((size_t)VALUES * VALUES * VALUES, sizeof(*seen)), count = 0;

    ck_assert_ptr_nonnull(seen);
    for (uint32_t r = 0; r < rows; r++) {
        size_t at = 0;
        for (size_t c = 0; c < columns; c++)
            at = at * VALUES + column[c][r];
        if (seen[at] == 0) {
            first[count++] = r;
            seen[at] = count;
        }
        number[r] = seen[at] - 1;
    }
    free(seen);
    return count;
}

START_TEST(rows_are_numbered_by_the_first_that_is_alike)
{
    static const uint32_t some[] = {0, 1, 2, 1000, 65536, 65537, ROWS};
    static uint32_t number[ROWS], first[ROWS];
    const uint32_t *columns[] = {column[0], column[1], column[2]};

    fill(ROWS);
    for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++)
        for (size_t count = 2; count <= 3; count++) {
            uint32_t tuples = number_plainly(count, some[i], number, first);
            for (unsigned threads = 1; threads < 4; threads++) {
                bina_link_tuples made;
                ck_assert_int_eq(
                    bina_link_tuples_make(&made, NULL, columns, count, some[i], threads), BINA_OK);
                ck_assert_uint_eq(made.count, tuples);
                ck_assert_mem_eq(made.number, number, some[i] * sizeof(*number));
                ck_assert_mem_eq(made.row, first, tuples * sizeof(*first));
                bina_link_tuples_drop(&made);
            }
        }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage tuples");
    TCase *tests = tcase_create("numbers");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tests, rows_are_numbered_by_the_first_that_is_alike);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
