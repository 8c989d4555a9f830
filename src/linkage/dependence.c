#include "linkage/dependence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/levels.h"

#define DRAWS           20000 /* pairs tried for each field */
#define LEAST_NAMESAKES 2
#define LEAST_LIFT      1.6 /* agreeing together so much more often than by chance */
#define COMMON                                                                                     \
    8 /* rows that share a value of a field others may depend on, at least: where                  \
       * few share one, those are mostly matches and tell nothing of chance */

/* How some pairs compare in every field, and in how many that both rows have they differ. */
typedef struct comparison {
    uint8_t level[BINA_LINK_FIELDS][BINA_LINK_DRAWN];
    int both[BINA_LINK_DRAWN], differ[BINA_LINK_DRAWN];
} comparison;

static size_t
compare(const bina_link_draws *draws, size_t first, const bina_link_field *field, int fields,
        comparison *made)
{
    uint32_t a[BINA_LINK_DRAWN], b[BINA_LINK_DRAWN];
    size_t count = 0;

    memset(made->both, 0, sizeof(made->both));
    memset(made->differ, 0, sizeof(made->differ));
    for (int k = 0; k < fields; k++) {
        count = bina_link_draws_take(draws, first, &field[k], a, b);
        bina_link_draws_compare(&field[k], a, b, count, made->level[k]);
        for (size_t i = 0; i < count; i++) {
            made->both[i] += made->level[k][i] != BINA_LINK_MISSING;
            made->differ[i] += made->level[k][i] == BINA_LINK_DIFFERENT;
        }
    }
    return count;
}

/* Whether two rows are surely two: of the other fields that both have, most differ. */
static bool
surely_differ(const comparison *made, size_t i, int f, int g)
{
    unsigned x = made->level[f][i], y = made->level[g][i];
    int both = made->both[i] - (x != BINA_LINK_MISSING) - (y != BINA_LINK_MISSING);
    int differ = made->differ[i] - (x == BINA_LINK_DIFFERENT) - (y == BINA_LINK_DIFFERENT);

    return both > 0 && 3 * differ >= 2 * both;
}

/* The chance that two rows agree on a field, of those that have a value. */
static double
chance_of(const bina_link_field *field)
{
    double pairs = 0, filled = (double)field->filled;

    for (uint32_t c = 1; c < field->values.count; c++)
        pairs += (double)field->count[c] * (field->count[c] - 1.0);
    return filled > 1 ? pairs / (filled * (filled - 1)) : 0;
}

/*
 * Whether a field tells of surroundings: where, what trade, which sort. Only those are alike among
 * different people; names, days and numbers of people agree by chance or because they are one.
 */
static bool
is_common(const bina_link_spec *spec)
{
    switch (bina_link_spec_role(spec)) {
    case BINA_ROLE_TEXT:
    case BINA_ROLE_BUSINESS:
    case BINA_ROLE_ADDRESS:
    case BINA_ROLE_PLACE:
    case BINA_ROLE_POSTCODE:
    case BINA_ROLE_CATEGORY:
        return true;
    default:
        return false;
    }
}

/*
 * Whether a field may agree because the surroundings do: neighbours share a phone, and the numbers
 * that an office gives begin alike.
 */
static bool
may_depend(const bina_link_spec *spec)
{
    return is_common(spec) || spec->compare == BINA_LINK_CODE;
}

/* An address of e-mail is made of the name: alike among namesakes, it says little more. */
static void
lean_on_names(bina_link_plan *plan, const bina_link_field *field, const double *chance)
{
    for (int f = 0; f < plan->count; f++) {
        int given = 0;
        if (bina_link_spec_role(&plan->field[f]) != BINA_ROLE_EMAIL)
            continue;
        for (int g = 0; g < plan->count && given < 2; g++) {
            bina_role role = bina_link_spec_role(&plan->field[g]);
            if ((role == BINA_ROLE_PERSON || role == BINA_ROLE_SURNAME ||
                 role == BINA_ROLE_GIVEN_NAME) &&
                chance[g] * (double)field[g].filled >= LEAST_NAMESAKES)
                plan->field[f].given[given++] = g;
        }
    }
}

/* What pairs of rows tell of which fields depend on which. */
typedef struct finding {
    const bina_link_plan *plan;
    const bina_link_field *field;
    uint32_t rows;
    uint64_t seed;
    bina_link_draws any;             /* pairs of any rows */
    double chance[BINA_LINK_FIELDS]; /* that two rows agree */
    double alike[BINA_LINK_FIELDS];  /* and that they agree as far as may depend */
    /* Of pairs that agree on the first field and are surely two: how many have the second, and how
     * many agree on it. */
    double both[BINA_LINK_FIELDS][BINA_LINK_FIELDS], agree[BINA_LINK_FIELDS][BINA_LINK_FIELDS];
} finding;

/* The chance that two codes are alike at all. */
static double
chance_alike(const bina_link_field *field, const bina_link_draws *any)
{
    double all[BINA_LINK_LEVELS] = {0}, pairs = 0;

    bina_link_levels_alone(field, any, all);
    for (unsigned l = BINA_LINK_DIFFERENT; l <= field->top; l++)
        pairs += all[l];
    return pairs > 0 ? 1 - all[BINA_LINK_DIFFERENT] / pairs : 0;
}

static bina_status
find_chance(void *self, size_t part)
{
    finding *all = self;
    const bina_link_field *field = &all->field[part];

    all->chance[part] = chance_of(field);
    all->alike[part] = all->plan->field[part].compare == BINA_LINK_CODE
                           ? chance_alike(field, &all->any)
                           : all->chance[part];
    return BINA_OK;
}

/* Looks at the other fields of a pair that agrees on `g`, which stands for so many. */
static void
look(finding *all, int g, const comparison *made, size_t i, double weight)
{
    for (int f = 0; f < all->plan->count; f++) {
        unsigned level = made->level[f][i];
        if (f == g || level == BINA_LINK_MISSING || !surely_differ(made, i, f, g))
            continue;
        all->both[g][f] += weight;
        if (level == all->field[f].top ||
            (all->plan->field[f].compare == BINA_LINK_CODE && level > BINA_LINK_DIFFERENT))
            all->agree[g][f] += weight;
    }
}

/* Looks at pairs that agree on a field, if others may depend on it. */
static bina_status
find_dependent(void *self, size_t part)
{
    finding *all = self;
    const bina_link_field *field = &all->field[part];
    comparison made;
    bina_link_groups groups = {NULL, NULL, NULL};
    bina_link_draws draws = {NULL, NULL, NULL, 0};
    bina_status status;

    if (!is_common(&all->plan->field[part]) || all->chance[part] * (double)field->filled < COMMON)
        return BINA_OK;
    status = bina_link_groups_make(&groups, field, all->rows);
    if (status == BINA_OK)
        status = bina_link_draws_agreeing(&draws, field, &groups, all->rows, all->seed,
                                          bina_link_draws_tries(all->rows, DRAWS));
    bina_link_groups_drop(&groups);
    for (size_t first = 0; first < draws.count && status == BINA_OK; first += BINA_LINK_DRAWN) {
        size_t count = compare(&draws, first, all->field, all->plan->count, &made);
        for (size_t i = 0; i < count; i++)
            look(all, (int)part, &made, i, draws.weight[first + i]);
    }
    bina_link_draws_drop(&draws);
    return status;
}

/* Tells each field the two that its agreement depends on most. */
static void
choose(const finding *all, bina_link_plan *plan)
{
    const double *chance = all->chance, *alike = all->alike;
    double best[BINA_LINK_FIELDS][2] = {{0}};

    for (int g = 0; g < plan->count; g++)
        for (int f = 0; f < plan->count; f++) {
            /* The rarer agreement goes first, so that nothing depends on itself in a circle. */
            bool first = chance[g] < chance[f] || (chance[g] == chance[f] && g < f) ||
                         !is_common(&plan->field[f]);
            double together, gain;
            if (f == g || !first || !may_depend(&plan->field[f]) || all->both[g][f] <= 0 ||
                alike[f] <= 0)
                continue;
            together = all->agree[g][f] / all->both[g][f];
            if (together <= LEAST_LIFT * alike[f])
                continue;
            gain = chance[g] * together * log2(together / alike[f]);
            if (gain > best[f][0]) {
                best[f][1] = best[f][0];
                plan->field[f].given[1] = plan->field[f].given[0];
                best[f][0] = gain;
                plan->field[f].given[0] = g;
            } else if (gain > best[f][1]) {
                best[f][1] = gain;
                plan->field[f].given[1] = g;
            }
        }
}

bina_status
bina_link_dependence_find(bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                          uint64_t seed, unsigned threads)
{
    finding *all = calloc(1, sizeof(*all));
    bina_status status;

    if (all == NULL)
        return BINA_ERR_NO_MEMORY;
    all->plan = plan;
    all->field = field;
    all->rows = rows;
    all->seed = seed;
    for (int f = 0; f < plan->count; f++)
        plan->field[f].given[0] = plan->field[f].given[1] = -1;
    status = bina_link_draws_any(&all->any, rows, seed,
                                 bina_link_draws_tries(rows, BINA_LINK_DRAWS_ANY));
    if (status == BINA_OK)
        status = bina_parallel(threads, (size_t)plan->count, find_chance, all);
    if (status == BINA_OK)
        status = bina_parallel(threads, (size_t)plan->count, find_dependent, all);
    if (status == BINA_OK) {
        choose(all, plan);
        lean_on_names(plan, field, all->chance);
    }
    bina_link_draws_drop(&all->any);
    free(all);
    return status;
}
