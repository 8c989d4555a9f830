#include "linkage/dependence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/sort.h"

#define DRAWS           20000 /* pairs looked at for each field */
#define LEAST_NAMESAKES 2
#define LEAST_LIFT      1.6 /* agreeing together so much more often than by chance */
#define COMMON                                                                                     \
    8 /* rows that share a value of a field others may depend on, at least: where                  \
       * few share one, those are mostly matches and tell nothing of chance */

/* Rows in order of their value of a field, and where each value's rows begin. */
typedef struct blocks {
    uint32_t *row;
    size_t *start;
} blocks;

static void
drop(blocks *made)
{
    free(made->row);
    free(made->start);
}

static bina_status
make(blocks *made, const bina_link_field *field, uint32_t rows)
{
    made->row = malloc(((size_t)rows + 1) * sizeof(*made->row));
    made->start = calloc((size_t)field->values.count + 2, sizeof(*made->start));
    if (made->row == NULL || made->start == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < rows; r++)
        made->start[field->codes[r] + 2]++;
    for (uint32_t c = 0; c < field->values.count; c++)
        made->start[c + 2] += made->start[c + 1];
    for (uint32_t r = 0; r < rows; r++)
        made->row[made->start[field->codes[r] + 1]++] = r;
    return BINA_OK;
}

static uint64_t
draw(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* A pair of rows that agree on a field; the pair stands for `*weight` like it. */
static bool
draw_pair(const bina_link_field *field, const blocks *by, uint32_t rows, uint64_t *state,
          uint32_t *a, uint32_t *b, double *weight)
{
    uint32_t code;
    size_t from, size;

    *a = (uint32_t)(draw(state) >> 33) % rows;
    code = field->codes[*a];
    from = by->start[code];
    size = by->start[code + 1] - from;
    if (code == 0 || size < 2)
        return false;
    *b = by->row[from + (size_t)(draw(state) >> 33) % size];
    *weight = (double)(size - 1);
    return *a != *b;
}

/* How two rows compare in every field, and in how many that both have they differ. */
typedef struct comparison {
    unsigned level[BINA_LINK_FIELDS];
    int both, differ;
} comparison;

static void
compare(const bina_link_field *field, int fields, uint32_t a, uint32_t b, comparison *made)
{
    made->both = made->differ = 0;
    for (int k = 0; k < fields; k++) {
        made->level[k] = bina_link_field_level(&field[k], field[k].codes[a], field[k].codes[b]);
        made->both += made->level[k] != BINA_LINK_MISSING;
        made->differ += made->level[k] == BINA_LINK_DIFFERENT;
    }
}

/* Whether two rows are surely two: of the other fields that both have, most differ. */
static bool
surely_differ(const comparison *made, int f, int g)
{
    int both =
        made->both - (made->level[f] != BINA_LINK_MISSING) - (made->level[g] != BINA_LINK_MISSING);
    int differ = made->differ - (made->level[f] == BINA_LINK_DIFFERENT) -
                 (made->level[g] == BINA_LINK_DIFFERENT);

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
    switch (spec->source_count > 0 ? spec->sources[0].role : BINA_ROLE_TEXT) {
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
        if (plan->field[f].source_count == 0 || plan->field[f].sources[0].role != BINA_ROLE_EMAIL)
            continue;
        for (int g = 0; g < plan->count && given < 2; g++) {
            bina_role role =
                plan->field[g].source_count > 0 ? plan->field[g].sources[0].role : BINA_ROLE_TEXT;
            if ((role == BINA_ROLE_PERSON || role == BINA_ROLE_SURNAME ||
                 role == BINA_ROLE_GIVEN_NAME) &&
                chance[g] * (double)field[g].filled >= LEAST_NAMESAKES)
                plan->field[f].given[given++] = g;
        }
    }
}

/* All pairs by level, whatever else agrees. */
static void
count_alone(const bina_link_field *field, uint32_t rows, uint64_t seed, double *all)
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
        /* Too many values to compare all: pairs drawn the same way every time. */
        double drawn = 0, seen[BINA_LINK_LEVELS] = {0};
        uint64_t state = 88172645463325252u ^ seed;
        for (int i = 0; i < 10 * DRAWS; i++) {
            uint32_t a = field->codes[(uint32_t)(draw(&state) >> 33) % rows];
            uint32_t b = field->codes[(uint32_t)(draw(&state) >> 33) % rows];
            if (a == 0 || b == 0 || a == b)
                continue;
            drawn++;
            seen[bina_link_field_level(field, a, b)]++;
        }
        for (unsigned l = 2; l < field->top && drawn > 0; l++)
            all[l] = pairs * seen[l] / drawn;
    }
    for (unsigned l = 2; l <= field->top; l++)
        all[BINA_LINK_DIFFERENT] -= all[l];
}

/* The chance that two codes are alike at all. */
static double
chance_alike(const bina_link_field *field, uint32_t rows, uint64_t seed)
{
    double all[BINA_LINK_LEVELS] = {0}, pairs = 0;

    count_alone(field, rows, seed, all);
    for (unsigned l = BINA_LINK_DIFFERENT; l <= field->top; l++)
        pairs += all[l];
    return pairs > 0 ? 1 - all[BINA_LINK_DIFFERENT] / pairs : 0;
}

bina_status
bina_link_dependence_find(bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                          uint64_t seed)
{
    double chance[BINA_LINK_FIELDS], alike[BINA_LINK_FIELDS], best[BINA_LINK_FIELDS][2] = {{0}};
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count; f++) {
        chance[f] = chance_of(&field[f]);
        alike[f] = plan->field[f].compare == BINA_LINK_CODE ? chance_alike(&field[f], rows, seed)
                                                            : chance[f];
        plan->field[f].given[0] = plan->field[f].given[1] = -1;
    }
    for (int g = 0; g < plan->count && status == BINA_OK; g++) {
        double both[BINA_LINK_FIELDS] = {0}, agree[BINA_LINK_FIELDS] = {0};
        uint64_t state = 88172645463325252u ^ seed;
        blocks by = {NULL, NULL};
        if (!is_common(&plan->field[g]) || chance[g] * (double)field[g].filled < COMMON)
            continue;
        status = make(&by, &field[g], rows);
        for (int i = 0; i < DRAWS && status == BINA_OK && rows > 1; i++) {
            uint32_t a, b;
            double weight;
            comparison made;
            if (!draw_pair(&field[g], &by, rows, &state, &a, &b, &weight))
                continue;
            compare(field, plan->count, a, b, &made);
            for (int f = 0; f < plan->count; f++) {
                if (f == g || made.level[f] == BINA_LINK_MISSING || !surely_differ(&made, f, g))
                    continue;
                both[f] += weight;
                if (made.level[f] == field[f].top || (plan->field[f].compare == BINA_LINK_CODE &&
                                                      made.level[f] > BINA_LINK_DIFFERENT))
                    agree[f] += weight;
            }
        }
        drop(&by);
        for (int f = 0; f < plan->count && status == BINA_OK; f++) {
            /* The rarer agreement goes first, so that nothing depends on itself in a circle. */
            bool first = chance[g] < chance[f] || (chance[g] == chance[f] && g < f) ||
                         !is_common(&plan->field[f]);
            double together, gain;
            if (f == g || !first || !may_depend(&plan->field[f]) || both[f] <= 0 || alike[f] <= 0)
                continue;
            together = agree[f] / both[f];
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
    lean_on_names(plan, field, chance);
    return status;
}

/* Pairs that agree on g by level of f: equality exactly, the rest by draws. */
static bina_status
count_given(const bina_link_field *f, const bina_link_field *g, uint32_t rows, uint64_t seed,
            double *given)
{
    uint64_t *joint = malloc(((size_t)rows + 1) * sizeof(*joint));
    double drawn = 0, seen[BINA_LINK_LEVELS] = {0}, both = 0, equal = 0;
    uint64_t state = 88172645463325252u ^ seed;
    blocks by = {NULL, NULL};
    size_t n = 0;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (joint == NULL)
        goto out;
    for (uint32_t r = 0; r < rows; r++)
        if (g->codes[r] != 0 && f->codes[r] != 0)
            joint[n++] = (uint64_t)g->codes[r] << 32 | f->codes[r];
    status = bina_linkage_sort(joint, n);
    if (status == BINA_OK)
        status = make(&by, g, rows);
    if (status != BINA_OK)
        goto out;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && joint[end] == joint[i]; end++)
            continue;
        equal += (double)(end - i) * (double)(end - i - 1) / 2;
    }
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && joint[end] >> 32 == joint[i] >> 32; end++)
            continue;
        both += (double)(end - i) * (double)(end - i - 1) / 2;
    }
    for (int i = 0; i < 5 * DRAWS; i++) {
        uint32_t a, b;
        double weight;
        if (!draw_pair(g, &by, rows, &state, &a, &b, &weight) || f->codes[a] == 0 ||
            f->codes[b] == 0 || f->codes[a] == f->codes[b])
            continue;
        drawn += weight;
        seen[bina_link_field_level(f, f->codes[a], f->codes[b])] += weight;
    }
    given[f->top] = equal;
    for (unsigned l = BINA_LINK_DIFFERENT; l < f->top && drawn > 0; l++)
        given[l] = (both - equal) * seen[l] / drawn;
out:
    free(joint);
    drop(&by);
    return status;
}

bina_status
bina_link_dependence_count(const bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                           uint64_t seed, bina_link_levels all)
{
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count && status == BINA_OK; f++) {
        count_alone(&field[f], rows, seed, all[f][0]);
        for (unsigned k = 0; k < 2 && status == BINA_OK; k++) {
            double *given = all[f][2 - k];
            if (plan->field[f].given[k] < 0)
                continue;
            status = count_given(&field[f], &field[plan->field[f].given[k]], rows, seed, given);
            for (unsigned l = BINA_LINK_DIFFERENT; l <= field[f].top; l++)
                all[f][0][l] = fmax(all[f][0][l] - given[l], 0.01 * all[f][0][l]);
        }
    }
    return status;
}
