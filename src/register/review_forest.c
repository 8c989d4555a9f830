#include "register/review_forest.h"

#include <stdlib.h>
#include <string.h>

static int
by_value(const void *a, const void *b)
{
    bina_id x = *(const bina_id *)a, y = *(const bina_id *)b;

    return (x > y) - (x < y);
}

static size_t
place_of(const bina_review_forest *forest, bina_id id)
{
    size_t low = 0, high = forest->count;

    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (forest->ids[middle] <= id)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t
root_of(bina_review_forest *forest, bina_id id)
{
    size_t at = place_of(forest, id);

    while (forest->root[at] != at)
        at = forest->root[at] = forest->root[forest->root[at]];
    return at;
}

/* Joins two registrants; false when they were joined before. */
static bool
join(bina_review_forest *forest, bina_id one, bina_id two)
{
    size_t a = root_of(forest, one), b = root_of(forest, two);

    forest->root[a > b ? a : b] = a > b ? b : a;
    return a != b;
}

bina_status
bina_review_forest_plant(bina_review_forest *forest, bina_id *ids, size_t count)
{
    *forest = (bina_review_forest){.ids = ids};
    forest->root = calloc(count + 1, sizeof *forest->root);
    forest->pairs = calloc(count + 1, sizeof *forest->pairs);
    forest->parted = calloc(count + 1, sizeof *forest->parted);
    if (forest->root == NULL || forest->pairs == NULL || forest->parted == NULL)
        return BINA_ERR_NO_MEMORY;
    if (count > 1)
        qsort(ids, count, sizeof *ids, by_value);
    for (size_t i = 0; i < count; i++)
        if (forest->count == 0 || ids[forest->count - 1] != ids[i])
            ids[forest->count++] = ids[i];
    for (size_t i = 0; i < forest->count; i++)
        forest->root[i] = i;
    return BINA_OK;
}

void
bina_review_forest_drop(bina_review_forest *forest)
{
    free(forest->ids);
    free(forest->root);
    free(forest->pairs);
    free(forest->parted);
    memset(forest, 0, sizeof *forest);
}

void
bina_review_forest_touch(bina_review_forest *forest, bina_id one, bina_id two)
{
    forest->pairs[place_of(forest, one)]++;
    if (one != two)
        forest->pairs[place_of(forest, two)]++;
}

size_t
bina_review_forest_rivals(const bina_review_forest *forest, bina_id registrant)
{
    return registrant != 0 ? forest->pairs[place_of(forest, registrant)] - 1 : 0;
}

bool
bina_review_forest_implies(bina_review_forest *forest, bina_id one, bina_id two)
{
    bool *parted;

    if (one == 0 || two == 0) /* not reconciled yet */
        return false;
    if (one != two)
        return !join(forest, one, two);
    parted = &forest->parted[place_of(forest, one)];
    if (*parted)
        return true;
    *parted = true;
    return false;
}
