/* Estimation of the model: expectation and maximisation over patterns, with bounds. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/fit_shares.h"
#include "linkage/relatives.h"

#define ROUNDS     60
#define MOST_OTHER 0.5  /* owners' other things on another list, against matches */
#define GIVEN_ANEW 0.02 /* of matches, that have such a number in common */
#define BETTER     6.0  /* bits a match by which a view must be likelier than what is usual */
#define FEWER      0.95 /* of the matches of what is usual: such a view has fewer */
#define SURE       60.0 /* weight beyond which a pair is certainly no pair of strangers */
#define FEW        0.15 /* relatives, against matches, that are not worth telling from them */
#define BELIEF     10.0 /* pairs assumed beforehand, as many of them relatives as is usual */

typedef struct counted {
    uint64_t pattern;
    double count;
    double expected;                /* of these, how many match */
    double other;                   /* how many are one owner's two things */
    bool hopeless;                  /* none of any account */
    uint8_t cell[BINA_LINK_FIELDS]; /* of a field: its state and level, which never change */
} counted;

/* The weights of a round, side by side: what a pattern adds up without a question. */
typedef struct weights {
    double one[BINA_LINK_FIELDS][BINA_LINK_STATES * BINA_LINK_LEVELS];
    double owner[BINA_LINK_FIELDS][BINA_LINK_STATES * BINA_LINK_LEVELS]; /* 0 for things */
    double prior[2], other[2];
} weights;

static int
by_pattern(const void *a, const void *b)
{
    uint64_t x = ((const counted *)a)->pattern, y = ((const counted *)b)->pattern;
    return x < y ? -1 : x > y;
}

/* The patterns in order, so that sums do not depend on the order of counting. */
static counted *
sorted(const bina_link_patterns *patterns, const bina_link_plan *plan, size_t *count)
{
    counted *list = malloc((patterns->used + 1) * sizeof(*list));
    size_t n = 0;

    if (list == NULL)
        return NULL;
    for (size_t i = 0; i < patterns->slots; i++)
        if (patterns->slot[i].key != 0) {
            list[n].pattern = patterns->slot[i].key - 1;
            list[n].count = (double)patterns->slot[i].count;
            for (int f = 0; f < plan->count; f++)
                list[n].cell[f] =
                    (uint8_t)(bina_link_pattern_state(plan, list[n].pattern, f) * BINA_LINK_LEVELS +
                              bina_link_pattern_level(list[n].pattern, f));
            n++;
        }
    qsort(list, n, sizeof(*list), by_pattern);
    *count = n;
    return list;
}

static void
lay_out(const bina_link_model *model, weights *table)
{
    for (int k = 0; k < 2; k++) {
        table->prior[k] = model->prior[k];
        table->other[k] = model->owners ? log2(model->other[k]) : -1000;
    }
    for (int f = 0; f < model->fields; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = 0; l < BINA_LINK_LEVELS; l++) {
                unsigned cell = s * BINA_LINK_LEVELS + l;
                table->one[f][cell] = model->weight[f][s][l];
                table->owner[f][cell] = model->relative[f][s][l];
            }
}

/* As bina_link_model_evidence, to the last bit. */
static bina_link_evidence
evidence_of(const weights *table, const counted *pattern, int fields)
{
    unsigned same_list = (pattern->pattern & BINA_LINK_SAME_LIST) != 0;
    bina_link_evidence evidence = {table->prior[same_list], table->other[same_list]};

    for (int f = 0; f < fields; f++) {
        evidence.one += table->one[f][pattern->cell[f]];
        evidence.owner += table->owner[f][pattern->cell[f]];
    }
    return evidence;
}

/* Leaves out the patterns that will never count; the order of the others stays. */
static size_t
drop_hopeless(counted *list, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (!list[i].hopeless)
            list[kept++] = list[i];
    return kept;
}

/*
 * Where more of the expected matches differ in a field than may, only so many of them are taken as
 * matches: the others are neighbours who share a phone, a trade, a street.
 *
 * @param keep of a field and a level: the share of the expected matches that is taken
 */
static void
hold_to_bounds(const bina_link_model *model, const bina_link_plan *plan, const counted *list,
               size_t count, double keep[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        double of[BINA_LINK_LEVELS] = {0}, rest = 0;
        bina_role role = bina_link_spec_role(&plan->field[f]);
        unsigned last = bina_link_last_different(model, plan, f);
        for (unsigned l = 0; l < BINA_LINK_LEVELS; l++)
            keep[f][l] = 1;
        for (size_t i = 0; i < count; i++)
            of[bina_link_pattern_level(list[i].pattern, f)] += list[i].expected;
        for (unsigned l = last + 1; l < BINA_LINK_LEVELS; l++)
            rest += of[l];
        /* A number that next to no match has in common is one that each list gave anew; of a sort
         * all may differ in, such as the office that a row comes from. */
        if (role == BINA_ROLE_CATEGORY ||
            (role == BINA_ROLE_IDENTIFIER && rest < GIVEN_ANEW * of[BINA_LINK_DIFFERENT]))
            continue;
        for (unsigned l = last; l >= BINA_LINK_DIFFERENT; l--) {
            double most = bina_link_most_different(model, plan, f, l), differ = 0, share = 1;
            for (unsigned k = BINA_LINK_DIFFERENT; k <= l; k++)
                differ += keep[f][k] * of[k];
            if (differ > 0)
                share = fmin(1, most / (1 - most) * rest / differ);
            for (unsigned k = BINA_LINK_DIFFERENT; k <= l; k++)
                keep[f][k] *= share;
            rest += keep[f][l] * of[l];
        }
    }
}

/* What estimation works on. */
typedef struct fitting {
    counted *list;
    size_t count;
    weights table;
    bina_link_levels matched, taken, kin;
    double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS];
} fitting;

/* What a pattern is expected to be, by the weights as they are. */
static void
expect(const bina_link_model *model, fitting *self)
{
    for (size_t i = 0; i < self->count; i++) {
        counted *at = &self->list[i];
        bina_link_evidence evidence = evidence_of(&self->table, at, model->fields);
        /* Both may be beyond all doubt that the pair is no two strangers: what counts is by how
         * much the one is more likely than the other. */
        double beyond = fmax(0, fmax(evidence.one, evidence.owner) - SURE);
        double one = exp2(evidence.one - beyond), owner = exp2(evidence.owner - beyond);
        at->expected = evidence.one < -30 ? 0 : at->count * one / (1 + one + owner);
        at->other = model->owners ? at->count * owner / (1 + one + owner) : 0;
        at->hopeless = evidence.one < -20 && evidence.owner < -20;
    }
}

/* Adds up what is expected of the patterns; only so many differ in a field as may. */
static void
count_expected(const bina_link_model *model, const bina_link_plan *plan, fitting *self,
               double matches[2], double others[2])
{
    double keep[BINA_LINK_FIELDS][BINA_LINK_LEVELS];

    memset(self->matched, 0, sizeof(self->matched));
    memset(self->taken, 0, sizeof(self->taken));
    memset(self->kin, 0, sizeof(self->kin));
    hold_to_bounds(model, plan, self->list, self->count, keep);
    for (size_t i = 0; i < self->count; i++) {
        const uint8_t *cell = self->list[i].cell;
        double expected = self->list[i].expected, other = self->list[i].other;
        unsigned same_list = (self->list[i].pattern & BINA_LINK_SAME_LIST) != 0;
        bool told = true; /* whether what tells relatives apart is known */
        if (expected <= 0 && other <= 0)
            continue;
        for (int f = 0; f < plan->count; f++) {
            unsigned level = cell[f] % BINA_LINK_LEVELS;
            told = told && (level != BINA_LINK_MISSING || !model->thing[f]);
            if (level == BINA_LINK_MISSING || level > bina_link_last_different(model, plan, f))
                continue;
            expected = fmin(expected, self->list[i].expected * keep[f][level]);
            /* Those beyond the bound, who share all but the name, are relatives. */
            if (model->owners && !model->businesses && f == model->naming)
                other = self->list[i].other + self->list[i].expected * (1 - keep[f][level]);
        }
        matches[same_list] += expected;
        others[same_list] += other;
        for (int f = 0; f < plan->count; f++) {
            unsigned state = cell[f] / BINA_LINK_LEVELS, level = cell[f] % BINA_LINK_LEVELS;
            self->matched[f][state][level] += expected;
            self->taken[f][state][level] += expected + (model->thing[f] ? 0 : other);
            self->kin[f][state][level] += told ? other : 0;
        }
    }
}

/* Relatives among so many pairs, drawn to what is usual where these are few. */
static double
expected_others(double matches, double others)
{
    double both = matches + others;

    return both * (others + BELIEF * BINA_LINK_KIN) / (both + BELIEF);
}

static void
estimate(bina_link_model *model, const bina_link_plan *plan, const double pairs[2],
         bina_link_levels all, fitting *self)
{
    memset(self->taken, 0, sizeof(self->taken));
    for (model->rounds = 1; model->rounds <= ROUNDS; model->rounds++) {
        double matches[2] = {0, 0}, others[2] = {0, 0}, moved = 0;
        bina_link_model_chance(model, plan, all, self->taken);
        bina_link_relatives_set(model, plan, model->rounds > 1 ? self->kin : NULL);
        bina_link_model_finish(model, plan);
        lay_out(model, &self->table);
        expect(model, self);
        if (model->rounds == 2)
            self->count = drop_hopeless(self->list, self->count);
        count_expected(model, plan, self, matches, others);
        bina_link_shares_set(model, plan, self->matched, self->first);
        for (int k = 0; k < 2; k++) {
            double lambda = fmin(fmax(matches[k], 0.5) / fmax(pairs[k], 2), 0.5);
            moved = fmax(moved, fabs(log2(lambda / model->lambda[k])));
            model->lambda[k] = lambda;
            model->other[k] =
                fmin(fmax(expected_others(matches[k], others[k]), 0.1) / fmax(pairs[k], 2), 0.5);
            /* Where nothing tells one thing from another, they must not pass for two by turns. */
            if (k == 0 && model->businesses)
                model->other[k] = fmin(model->other[k], MOST_OTHER * lambda);
        }
        model->matches = matches[0] + matches[1];
        model->others = others[0] + others[1];
        if (moved < 1e-3)
            break;
    }
    bina_link_model_chance(model, plan, all, self->taken);
    bina_link_relatives_set(model, plan, self->kin);
    bina_link_model_finish(model, plan);
}

/*
 * How likely the patterns are by a model, in bits. What no view has another opinion of, the pairs
 * that never count, is left out.
 */
static double
likelihood(const bina_link_model *model, const bina_link_plan *plan, const weights *table,
           const counted *list, size_t count)
{
    double chance[BINA_LINK_FIELDS][BINA_LINK_STATES * BINA_LINK_LEVELS], sum = 0;

    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = 0; l < BINA_LINK_LEVELS; l++)
                chance[f][s * BINA_LINK_LEVELS + l] =
                    l == BINA_LINK_MISSING || model->u[f][s][l] <= 0 ? 0 : log2(model->u[f][s][l]);
    for (size_t i = 0; i < count; i++) {
        bina_link_evidence evidence = evidence_of(table, &list[i], plan->count);
        double most = fmax(0, fmax(evidence.one, evidence.owner));
        double bits =
            most + log2(exp2(-most) + exp2(evidence.one - most) + exp2(evidence.owner - most));
        for (int f = 0; f < plan->count; f++)
            bits += chance[f][list[i].cell[f]];
        sum += list[i].count * bits;
    }
    return sum;
}

/* A view of what tells relatives apart, and what comes of it. */
typedef struct view {
    int naming;
    bina_link_model model;
    double bits;
} view;

/* What all views are fitted to. */
typedef struct views {
    const bina_link_plan *plan;
    const bina_link_field *field;
    const double *pairs; /* of rows of two lists, of one */
    uint32_t rows;
    double (*all)[BINA_LINK_STATES][BINA_LINK_LEVELS];
    const counted *list;
    size_t count;
    view view[BINA_LINK_VIEWS];
} views;

static bina_status
fit_view(void *self, size_t part)
{
    views *of = self;
    view *at = &of->view[part];
    bina_link_model *model = &at->model;
    fitting *fit = calloc(1, sizeof(*fit));

    if (fit != NULL)
        fit->list = malloc((of->count + 1) * sizeof(*fit->list));
    if (fit == NULL || fit->list == NULL) {
        free(fit);
        return BINA_ERR_NO_MEMORY;
    }
    memcpy(fit->list, of->list, of->count * sizeof(*fit->list));
    fit->count = of->count;
    bina_link_model_begin(model, of->plan, of->field, at->naming, of->pairs, of->rows, fit->first);
    estimate(model, of->plan, of->pairs, of->all, fit);
    if (model->owners && !model->businesses && model->matches > BELIEF &&
        model->others < FEW * model->matches) {
        bina_link_model_begin(model, of->plan, of->field, at->naming, of->pairs, of->rows,
                              fit->first);
        model->owners = false;
        estimate(model, of->plan, of->pairs, of->all, fit);
    }
    model->mates = of->rows > 0 ? 2 * model->matches / of->rows : 0;
    lay_out(model, &fit->table);
    at->bits = likelihood(model, of->plan, &fit->table, of->list, of->count);
    free(fit->list);
    free(fit);
    return BINA_OK;
}

/*
 * The view by which the patterns are likeliest, where it is clearly likelier than what is usual. It
 * must find fewer matches, too: one that finds more takes what fields have in common for kinship.
 */
static const view *
best_of(const views *of, size_t count)
{
    const view *usual = &of->view[0], *best = usual;

    for (const view *at = usual + 1; at < usual + count; at++)
        if (at->model.matches < FEWER * usual->model.matches &&
            at->bits > usual->bits + BETTER * usual->model.matches &&
            (best == usual || at->bits > best->bits))
            best = at;
    return best;
}

bina_status
bina_link_model_fit(bina_link_model *model, const bina_link_patterns *patterns,
                    const bina_link_plan *plan, const bina_link_field *field, const double pairs[2],
                    uint32_t rows, bina_link_levels all, unsigned threads)
{
    views *of = calloc(1, sizeof(*of));
    counted *list = NULL;
    int naming[BINA_LINK_VIEWS];
    size_t count = bina_link_relatives_views(plan, field, naming);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (of != NULL)
        list = sorted(patterns, plan, &of->count);
    if (list == NULL)
        goto out;
    of->plan = plan;
    of->field = field;
    of->pairs = pairs;
    of->rows = rows;
    of->all = all;
    of->list = list;
    for (size_t v = 0; v < count; v++)
        of->view[v].naming = naming[v];
    status = bina_parallel(threads, count, fit_view, of);
    if (status == BINA_OK)
        *model = best_of(of, count)->model;
out:
    free(list);
    free(of);
    return status;
}
