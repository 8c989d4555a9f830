/*
 * Small-cell suppression for a table of two ways with its sums.
 *
 * A number kept back alone in its row is its row's sum less the others. So every one gets a partner
 * in its row, one in its column, and the fourth where their column and row meet. When it rises by
 * one, both partners must fall by one (a sum in the last row or column instead rises, for the sign
 * of sums is the other one), and the fourth rises with it: all published numbers stay as they are.
 * The four may so shift by as much as the least of those that fall; it is made sure that this is
 * `least` or more. What else is kept back only adds freedom. In the worst case the number goes with
 * its two sums and the sum of all, which can rise without end.
 */
#include "report/suppress.h"

typedef struct table {
    const int64_t *numbers;
    size_t rows, columns;
    bool *hidden;
} table;

static size_t
at(const table *t, size_t row, size_t column)
{
    return row * t->columns + column;
}

/* Whether a number is a sum of inner ones; the sum of all counts like an inner one again. */
static bool
is_sum(const table *t, size_t row, size_t column)
{
    return (row == t->rows - 1) != (column == t->columns - 1);
}

/* By how much the four may shift when the first rises; the partner's share. */
static int64_t
room_of(const table *t, size_t row, size_t column, bool falls)
{
    /* A sum moves against the inner numbers of its line. */
    if (is_sum(t, row, column))
        falls = !falls;
    return falls ? t->numbers[at(t, row, column)] : INT64_MAX;
}

static int64_t
least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* How far the four of a number and a partner in another row and column can shift. */
static int64_t
shift_of(const table *t, size_t row, size_t column, size_t other_row, size_t other_column)
{
    /* Falls and rises are those of an inner number that rises; a sum turns all around. */
    bool rises = !is_sum(t, row, column);
    int64_t room = room_of(t, row, other_column, rises);

    room = least_of(room, room_of(t, other_row, column, rises));
    return least_of(room, room_of(t, other_row, other_column, !rises));
}

/* What it costs to keep a number back: nothing when it is already. Sums cost most. */
static int64_t
cost_of(const table *t, size_t row, size_t column)
{
    int64_t cost = t->numbers[at(t, row, column)] + 1;

    if (t->hidden[at(t, row, column)])
        return 0;
    if (row == t->rows - 1 || column == t->columns - 1)
        cost += t->numbers[at(t, t->rows - 1, t->columns - 1)] + 1;
    return cost;
}

/* Keeps the cheapest three back that protect a number. */
static void
protect(table *t, size_t row, size_t column, int64_t least)
{
    int64_t best = INT64_MAX;
    size_t best_row = t->rows - 1, best_column = t->columns - 1;

    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            int64_t cost;
            if (r == row || c == column || shift_of(t, row, column, r, c) < least)
                continue;
            cost = cost_of(t, row, c) + cost_of(t, r, column) + cost_of(t, r, c);
            if (cost < best) {
                best = cost;
                best_row = r;
                best_column = c;
            }
        }
    t->hidden[at(t, row, best_column)] = true;
    t->hidden[at(t, best_row, column)] = true;
    t->hidden[at(t, best_row, best_column)] = true;
}

void
bina_suppress(const int64_t *numbers, size_t rows, size_t columns, int64_t least, bool *hidden)
{
    table t = {.numbers = numbers, .rows = rows, .columns = columns, .hidden = hidden};

    for (size_t i = 0; i < rows * columns; i++)
        hidden[i] = numbers[i] > 0 && numbers[i] < least;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++)
            if (numbers[at(&t, r, c)] > 0 && numbers[at(&t, r, c)] < least)
                protect(&t, r, c, least);
}
