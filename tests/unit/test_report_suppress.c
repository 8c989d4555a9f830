/*
 * Protects small numbers in public figures: whatever is published, a number kept back cannot be
 * told closer than the threshold. The attacker here is exact: the most and the least a number kept
 * back may be are found as greatest flows over the table, which is how such tables are solved.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "report/suppress.h"

enum { MOST = 9 };

static size_t rows, columns;
static int64_t cells[MOST * MOST], guess[MOST * MOST];
static bool hidden[MOST * MOST];
static unsigned seed;

static int
draw(int many)
{
    seed = seed * 1103515245u + 12345u;
    return (int)(seed >> 16) % many;
}

/* Rows and columns of the table are the nodes of a graph, numbers kept back its edges. */
static bool seen[2 * MOST];

static bool
is_sum(size_t r, size_t c)
{
    return (r == rows - 1) != (c == columns - 1);
}

/*
 * Finds a way from a row to a column along numbers kept back, that are in turn to fall and to rise,
 * and moves each by one on the way back. A number that falls must be above zero; sums go the other
 * way round.
 */
static bool
shift(size_t node, size_t goal, bool falls, size_t skip)
{
    bool row = node < rows;

    if (node == goal)
        return true;
    seen[node] = true;
    for (size_t other = row ? rows : 0; other < (row ? rows + columns : rows); other++) {
        size_t r = row ? node : other, c = (row ? other : node) - rows, cell = r * columns + c;
        bool down = falls != is_sum(r, c);
        if (!hidden[cell] || cell == skip || seen[other] || (down && guess[cell] == 0))
            continue;
        guess[cell] += down ? -1 : 1;
        if (shift(other, goal, !falls, skip))
            return true;
        guess[cell] += down ? 1 : -1;
    }
    return false;
}

/* How far a number kept back can rise (or fall), at most `enough`. */
static int64_t
freedom(size_t r, size_t c, bool up, int64_t enough)
{
    size_t cell = r * columns + c;
    int64_t moved = 0;

    memcpy(guess, cells, sizeof guess);
    while (moved < enough && (up || guess[cell] > 0)) {
        memset(seen, 0, sizeof seen);
        /* An inner number that rises needs one of its row that falls; a sum one that rises. */
        if (!shift(r, rows + c, up != is_sum(r, c), cell))
            break;
        guess[cell] += up ? 1 : -1;
        moved++;
    }
    return moved;
}

static void
add_sums(void)
{
    for (size_t r = 0; r < rows; r++) {
        if (r == rows - 1)
            for (size_t c = 0; c < columns - 1; c++) {
                cells[r * columns + c] = 0;
                for (size_t k = 0; k < rows - 1; k++)
                    cells[r * columns + c] += cells[k * columns + c];
            }
        cells[r * columns + columns - 1] = 0;
        for (size_t c = 0; c < columns - 1; c++)
            cells[r * columns + columns - 1] += cells[r * columns + c];
    }
}

START_TEST(what_is_kept_back_cannot_be_worked_out)
{
    int64_t least;

    seed = (unsigned)_i * 2654435761u + 17u;
    least = 3 + draw(3);
    for (int table = 0; table < 40; table++) {
        size_t small = 0, kept = 0;
        int most = 2 + draw(30);
        rows = 2 + (size_t)draw(MOST - 1);
        columns = 2 + (size_t)draw(MOST - 1);
        for (size_t i = 0; i < rows * columns; i++)
            cells[i] = draw(4) == 0 ? 0 : draw(most);
        add_sums();
        bina_suppress(cells, rows, columns, least, hidden);
        for (size_t r = 0; r < rows; r++)
            for (size_t c = 0; c < columns; c++) {
                int64_t number = cells[r * columns + c];
                if (number > 0 && number < least) {
                    ck_assert(hidden[r * columns + c]);
                    small++;
                }
                if (!hidden[r * columns + c])
                    continue;
                kept++;
                ck_assert_msg(freedom(r, c, true, least) + freedom(r, c, false, least) >= least,
                              "table %d of seed %d: the number at %zu, %zu gives itself away",
                              table, _i, r, c);
            }
        ck_assert(small > 0 || kept == 0); /* nothing is kept back for nothing */
    }
}
END_TEST

/* The attacker must be able to win, or it proves nothing: a lone number kept back is found. */
START_TEST(a_lone_number_would_be_worked_out)
{
    rows = columns = 3;
    memcpy(cells, (int64_t[]){1, 10, 11, 10, 10, 20, 11, 20, 31}, 9 * sizeof *cells);
    memset(hidden, 0, sizeof hidden);
    hidden[0] = true;
    ck_assert_int_eq(freedom(0, 0, true, 3) + freedom(0, 0, false, 3), 0);
    hidden[1] = hidden[3] = true; /* with one partner in the row and one in the column, too */
    ck_assert_int_eq(freedom(0, 0, true, 3) + freedom(0, 0, false, 3), 0);
    hidden[4] = true;
    ck_assert_int_eq(freedom(0, 0, true, 3), 3);
    ck_assert_int_eq(freedom(0, 0, false, 3), 1);
}
END_TEST

/* Published whole: a table in which nothing is small. */
START_TEST(large_numbers_are_published)
{
    rows = columns = 3;
    memcpy(cells, (int64_t[]){3, 0, 3, 4, 5, 9, 7, 5, 12}, 9 * sizeof *cells);
    bina_suppress(cells, rows, columns, 3, hidden);
    for (size_t i = 0; i < 9; i++)
        ck_assert(!hidden[i]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("suppression");
    TCase *tests = tcase_create("tables");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_loop_test(tests, what_is_kept_back_cannot_be_worked_out, 0, 25);
    tcase_add_test(tests, a_lone_number_would_be_worked_out);
    tcase_add_test(tests, large_numbers_are_published);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
