#include "linkage/levels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

#define DRAWS 100000u /* pairs tried that agree on a field */

void
bina_link_levels_alone(const bina_link_field *field, const bina_link_draws *any,
                       double all[BINA_LINK_LEVELS])
{
    double filled = (double)field->filled, pairs = filled * (filled - 1) / 2;

    all[BINA_LINK_DIFFERENT] = pairs;
    for (uint32_t a = 1; a < field->values.count; a++) {
        double n = field->count[a];
        all[field->top] += n * (n - 1) / 2;
        if (field->similar.start == NULL)
            continue;
        for (size_t i = field->similar.start[a]; i < field->similar.start[a + 1]; i++)
            all[field->similar.level[i]] += n * field->count[field->similar.code[i]] / 2;
    }
    if (field->similar.start == NULL) {
        double drawn = 0, seen[BINA_LINK_LEVELS] = {0};
        for (size_t first = 0; first < any->count; first += BINA_LINK_DRAWN) {
            uint32_t a[BINA_LINK_DRAWN], b[BINA_LINK_DRAWN];
            uint8_t level[BINA_LINK_DRAWN];
            size_t count = bina_link_draws_take(any, first, field, a, b);
            bina_link_draws_compare(field, a, b, count, level);
            for (size_t i = 0; i < count; i++)
                if (level[i] != BINA_LINK_MISSING && a[i] != b[i]) {
                    drawn++;
                    seen[level[i]]++;
                }
        }
        for (unsigned l = 2; l < field->top && drawn > 0; l++)
            all[l] = pairs * seen[l] / drawn;
    }
    for (unsigned l = 2; l <= field->top; l++)
        all[BINA_LINK_DIFFERENT] -= all[l];
}

/* The fields that are counted. */
typedef struct counting {
    const bina_link_plan *plan;
    const bina_link_field *field;
    uint32_t rows, which;
    uint64_t seed;
    bina_link_draws any;
    bina_link_draws agreeing[BINA_LINK_FIELDS]; /* on a field that others depend on */
    /* Of pairs that agree on a field a field depends on: how many have it, and are equal in it. */
    double both[BINA_LINK_FIELDS][2], equal[BINA_LINK_FIELDS][2];
    double (*levels)[BINA_LINK_STATES][BINA_LINK_LEVELS];
} counting;

static bool
is_counted(const counting *all, int f)
{
    return (all->which >> f & 1) != 0;
}

/* Of the pairs of rows of a group: those that have a field, and those that are equal in it. */
static bina_status
count_groups(const bina_link_groups *groups, uint32_t values, const bina_link_field *field,
             double *both, double *equal)
{
    /* Of a value: the last group in which it was met, and how often there. */
    struct meeting {
        uint32_t group, times;
    } *met = bina_heap_clear(groups->heap, field->values.count, sizeof(*met));
    uint64_t sum = 0, equals = 0;

    if (met == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t g = 1; g < values; g++) {
        uint64_t filled = 0;
        bina_heap_pass(groups->heap, g);
        if (groups->start[g + 1] - groups->start[g] < 2)
            continue;
        for (size_t i = groups->start[g]; i < groups->start[g + 1]; i++) {
            uint32_t code = field->codes[groups->row[i]];
            if (code == 0)
                continue;
            if (met[code].group != g)
                met[code] = (struct meeting){g, 0};
            equals += met[code].times++;
            sum += filled++;
        }
    }
    *both = (double)sum;
    *equal = (double)equals;
    bina_heap_give(groups->heap, met);
    return BINA_OK;
}

/* Groups rows by a field, for those that depend on it, and draws pairs that agree on it. */
static bina_status
group_by(void *self, size_t part)
{
    counting *all = self;
    const bina_link_field *by = &all->field[part];
    bina_link_groups groups = {NULL, NULL, NULL};
    bina_status status = BINA_OK;

    for (int f = 0; f < all->plan->count; f++)
        for (int k = 0; k < 2 && status == BINA_OK; k++) {
            if (!is_counted(all, f) || all->plan->field[f].given[k] != (int)part)
                continue;
            if (groups.row == NULL) {
                status = bina_link_groups_make(&groups, by, all->rows);
                if (status == BINA_OK)
                    status = bina_link_draws_agreeing(&all->agreeing[part], by, &groups, all->rows,
                                                      all->seed,
                                                      bina_link_draws_tries(all->rows, DRAWS));
            }
            if (status == BINA_OK)
                status = count_groups(&groups, by->values.count, &all->field[f], &all->both[f][k],
                                      &all->equal[f][k]);
        }
    bina_link_groups_drop(&groups);
    return status;
}

/* Pairs that agree on a field depended on by level: equality exactly, the rest by draws. */
static void
count_given(const bina_link_field *field, const bina_link_draws *agreeing, double both,
            double equal, double *given)
{
    double drawn = 0, seen[BINA_LINK_LEVELS] = {0};

    for (size_t first = 0; first < agreeing->count; first += BINA_LINK_DRAWN) {
        uint32_t a[BINA_LINK_DRAWN], b[BINA_LINK_DRAWN];
        uint8_t level[BINA_LINK_DRAWN];
        size_t count = bina_link_draws_take(agreeing, first, field, a, b);
        bina_link_draws_compare(field, a, b, count, level);
        for (size_t i = 0; i < count; i++)
            if (level[i] != BINA_LINK_MISSING && a[i] != b[i]) {
                drawn += agreeing->weight[first + i];
                seen[level[i]] += agreeing->weight[first + i];
            }
    }
    given[field->top] = equal;
    for (unsigned l = BINA_LINK_DIFFERENT; l < field->top && drawn > 0; l++)
        given[l] = (both - equal) * seen[l] / drawn;
}

static bina_status
count_field(void *self, size_t part)
{
    counting *all = self;
    const bina_link_field *field = &all->field[part];
    double(*levels)[BINA_LINK_LEVELS] = all->levels[part];

    if (!is_counted(all, (int)part))
        return BINA_OK;
    memset(levels, 0, sizeof(all->levels[part]));
    bina_link_levels_alone(field, &all->any, levels[0]);
    for (int k = 0; k < 2; k++) {
        int by = all->plan->field[part].given[k];
        double *given = levels[2 - k];
        if (by < 0)
            continue;
        count_given(field, &all->agreeing[by], all->both[part][k], all->equal[part][k], given);
        for (unsigned l = BINA_LINK_DIFFERENT; l <= field->top; l++)
            levels[0][l] = fmax(levels[0][l] - given[l], 0.01 * levels[0][l]);
    }
    return BINA_OK;
}

bina_status
bina_link_levels_count(const bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                       uint64_t seed, unsigned threads, uint32_t which, bina_link_levels all)
{
    counting *self = calloc(1, sizeof(*self));
    size_t fields = (size_t)plan->count;
    bina_status status;

    if (self == NULL)
        return BINA_ERR_NO_MEMORY;
    self->plan = plan;
    self->field = field;
    self->rows = rows;
    self->which = which;
    self->seed = seed;
    self->levels = all;
    status = bina_link_draws_any(&self->any, rows, seed,
                                 bina_link_draws_tries(rows, BINA_LINK_DRAWS_ANY));
    if (status == BINA_OK)
        status = bina_parallel(threads, fields, group_by, self);
    if (status == BINA_OK)
        status = bina_parallel(threads, fields, count_field, self);
    bina_link_draws_drop(&self->any);
    for (size_t f = 0; f < fields; f++)
        bina_link_draws_drop(&self->agreeing[f]);
    free(self);
    return status;
}
