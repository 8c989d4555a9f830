#include "linkage/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS  60
#define LEAST_M 0.004 /* no level is impossible for a match: people err in every way */
#define LEAST_U 1e-7
#define PSEUDO  2.0 /* matches assumed beforehand, spread as the start says */

typedef struct settled {
    uint64_t pattern;
    double count;
} settled;

static int
by_pattern(const void *a, const void *b)
{
    uint64_t x = ((const settled *)a)->pattern, y = ((const settled *)b)->pattern;
    return x < y ? -1 : x > y;
}

/* The patterns with implied fields silenced, each once, in order. */
static settled *
settle(const bina_link_patterns *patterns, const bina_link_plan *plan, size_t *count)
{
    settled *list = malloc((patterns->used + 1) * sizeof(*list));
    size_t n = 0, kept = 0;

    if (list == NULL)
        return NULL;
    for (size_t i = 0; i < patterns->slots; i++)
        if (patterns->key[i] != 0) {
            list[n].pattern = bina_link_pattern_settle(plan, patterns->key[i] - 1);
            list[n++].count = (double)patterns->count[i];
        }
    qsort(list, n, sizeof(*list), by_pattern);
    for (size_t i = 0; i < n; i++) {
        if (kept > 0 && list[kept - 1].pattern == list[i].pattern)
            list[kept - 1].count += list[i].count;
        else
            list[kept++] = list[i];
    }
    *count = kept;
    return list;
}

/* Before any data: matches mostly agree, and near agreement is likelier than far. */
static void
start(const bina_link_plan *plan, double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = bina_link_compare_top(plan->field[f].compare);
        double rest = 0.2;
        first[f][top] = 0.8;
        for (unsigned l = top - 1; l > BINA_LINK_DIFFERENT; l--) {
            first[f][l] = rest / 2;
            rest /= 2;
        }
        first[f][BINA_LINK_DIFFERENT] = rest;
    }
}

/* The chance of a level among pairs that do not match: of all pairs, less the matches. */
static void
set_u(bina_link_model *model, const bina_link_plan *plan,
      double chance[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = bina_link_compare_top(plan->field[f].compare);
        double sum = 0;
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
            double u = (chance[f][l] - model->lambda * model->m[f][l]) / (1 - model->lambda);
            if (u < 0.05 * chance[f][l])
                u = 0.05 * chance[f][l];
            if (u < LEAST_U)
                u = LEAST_U;
            model->u[f][l] = u;
            sum += u;
        }
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            model->u[f][l] /= sum;
    }
}

/* Weights, made to rise with the level: a nearer value never tells less of a match. */
static void
set_weights(bina_link_model *model, const bina_link_plan *plan)
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = bina_link_compare_top(plan->field[f].compare), low = BINA_LINK_DIFFERENT;
        while (low <= top) {
            /* Pool the levels from `low` on that would give the least weight. */
            unsigned best_end = low;
            double m = 0, u = 0, best = INFINITY;
            for (unsigned l = low; l <= top; l++) {
                m += model->m[f][l];
                u += model->u[f][l];
                if (log2(m / u) <= best) {
                    best = log2(m / u);
                    best_end = l;
                }
            }
            for (unsigned l = low; l <= best_end; l++)
                model->weight[f][l] = best;
            low = best_end + 1;
        }
        model->weight[f][BINA_LINK_MISSING] = 0;
    }
    model->prior = log2(model->lambda / (1 - model->lambda));
}

static double
add_up(const bina_link_model *model, uint64_t pattern)
{
    double weight = model->prior;

    for (int f = 0; f < model->fields; f++)
        weight += model->weight[f][bina_link_pattern_level(pattern, f)];
    return weight;
}

bina_status
bina_link_model_fit(bina_link_model *model, const bina_link_patterns *patterns,
                    const bina_link_plan *plan, uint64_t pairs, uint32_t rows,
                    double chance[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS] = {{0}}, all = pairs > 0 ? (double)pairs : 1;
    size_t count;
    settled *list = settle(patterns, plan, &count);

    if (list == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(model, 0, sizeof(*model));
    model->fields = plan->count;
    start(plan, first);
    memcpy(model->m, first, sizeof(model->m));
    model->lambda = fmin(0.25 * rows / all, 0.2);
    for (model->rounds = 1; model->rounds <= ROUNDS; model->rounds++) {
        double sum[BINA_LINK_FIELDS][BINA_LINK_LEVELS] = {{0}}, matches = 0, moved = 0, last;
        set_u(model, plan, chance);
        set_weights(model, plan);
        for (size_t i = 0; i < count; i++) {
            double weight = add_up(model, list[i].pattern), expected;
            if (weight < -30)
                continue;
            expected = list[i].count / (1 + exp2(-weight));
            matches += expected;
            for (int f = 0; f < plan->count; f++)
                sum[f][bina_link_pattern_level(list[i].pattern, f)] += expected;
        }
        for (int f = 0; f < plan->count; f++) {
            unsigned top = bina_link_compare_top(plan->field[f].compare);
            double total = PSEUDO;
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                total += sum[f][l];
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
                double m = fmax((sum[f][l] + PSEUDO * first[f][l]) / total, LEAST_M);
                moved = fmax(moved, fabs(m - model->m[f][l]));
                model->m[f][l] = m;
            }
        }
        last = model->lambda;
        model->lambda = fmin(fmax(matches, 1) / all, 0.5);
        if (moved < 1e-4 && fabs(model->lambda - last) <= 1e-4 * last)
            break;
    }
    set_u(model, plan, chance);
    set_weights(model, plan);
    model->mates = rows > 0 ? 2 * model->lambda * all / rows : 0;
    free(list);
    return BINA_OK;
}

double
bina_link_model_weight(const bina_link_model *model, const bina_link_plan *plan, uint64_t pattern)
{
    return add_up(model, bina_link_pattern_settle(plan, pattern));
}

double
bina_link_model_rarity(const bina_link_model *model, const bina_link_field *field, int f,
                       uint32_t code)
{
    double others, rarity;

    if (!field->spec->frequency || code == 0 || field->filled == 0)
        return 0;
    others = (double)field->count[code] - 1 - model->mates;
    rarity = log2(model->u[f][field->top] * (double)field->filled / fmax(others, 0.5));
    if (others <= 1 && rarity < 0)
        return 0;
    return fmax(-10, fmin(rarity, 6));
}
