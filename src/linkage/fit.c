/* Estimation of the model: expectation and maximisation over patterns, with bounds. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/relatives.h"

#define ROUNDS      60
#define PSEUDO      2.0  /* matches assumed beforehand, spread as the start says */
#define MOST_OTHER  0.5  /* owners' other things on another list, against matches */
#define SHRINK      10.0 /* matches by which a state's shares are drawn to the field's */
#define MOST_TITLES 0.25 /* of matches, that differ in what names things */
#define GIVEN_ANEW  0.02 /* of matches, that have such a number in common */
#define SURE        60.0 /* weight beyond which a pair is certainly no pair of strangers */
#define FEW         0.15 /* relatives, against matches, that are not worth telling from them */

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

static unsigned
top_of(const bina_link_plan *plan, int f)
{
    return bina_link_compare_top(plan->field[f].compare);
}

/* The last level that counts as different: titles that share a word or two are different. */
static unsigned
last_different(const bina_link_model *model, const bina_link_plan *plan, int f)
{
    return f == model->naming && plan->field[f].compare == BINA_LINK_WORDS ? BINA_LINK_DIFFERENT + 1
                                                                           : BINA_LINK_DIFFERENT;
}

/*
 * At most so many matches differ in a field of this kind. What names one alone may be mistyped, but
 * does not usually change; without this bound, neighbours in one trade pass for one enterprise.
 */
static double
most_different(const bina_link_model *model, const bina_link_plan *plan, int f)
{
    const bina_link_spec *spec = &plan->field[f];

    if (last_different(model, plan, f) > BINA_LINK_DIFFERENT)
        return MOST_TITLES;
    switch (bina_link_spec_role(spec)) {
    case BINA_ROLE_PERSON:
    case BINA_ROLE_NIK:
        return 0.08;
    case BINA_ROLE_IDENTIFIER: /* a number may be given anew, and be of another sort */
        return spec->sources[0].take == BINA_LINK_TAKE_MODEL ? 0.08 : 0.15;
    case BINA_ROLE_BUSINESS:
    case BINA_ROLE_PHONE:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_SURNAME:
    case BINA_ROLE_GIVEN_NAME:
        return 0.35;
    case BINA_ROLE_PLACE:
    case BINA_ROLE_ADDRESS:
        /* People move; the workshop of a small enterprise hardly ever does. */
        if (!model->businesses)
            return 0.6;
        return spec->sources[0].take == BINA_LINK_TAKE_HAMLET ? 0.2 : 0.12;
    default:
        return f == model->naming ? MOST_TITLES : 0.95; /* other texts may be worded anew */
    }
}

/* Shares that are never nothing, and differ no more than is allowed. */
static void
bound(double *m, unsigned last, unsigned top, double most)
{
    double sum = 0, differ = 0;

    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
        m[l] = fmax(m[l], BINA_LINK_LEAST_M);
        sum += m[l];
    }
    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
        m[l] /= sum;
        differ += l <= last ? m[l] : 0;
    }
    if (differ <= most)
        return;
    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
        m[l] *= l <= last ? most / differ : (1 - most) / (1 - differ);
}

static void
set_m(bina_link_model *model, const bina_link_plan *plan, bina_link_levels matched,
      double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = top_of(plan, f);
        double m[BINA_LINK_LEVELS] = {0}, sum = PSEUDO, most = most_different(model, plan, f);
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            sum += matched[f][0][l] + matched[f][1][l] + matched[f][2][l];
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            m[l] = (matched[f][0][l] + matched[f][1][l] + matched[f][2][l] + PSEUDO * first[f][l]) /
                   sum;
        bound(m, last_different(model, plan, f), top, most);
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            double all = SHRINK;
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                all += matched[f][s][l];
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                model->m[f][s][l] =
                    plan->field[f].given[0] < 0 ? m[l] : (matched[f][s][l] + SHRINK * m[l]) / all;
            bound(model->m[f][s], last_different(model, plan, f), top, most);
        }
    }
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
 */
static void
hold_to_bounds(const bina_link_model *model, const bina_link_plan *plan, const counted *list,
               size_t count, double keep[BINA_LINK_FIELDS])
{
    for (int f = 0; f < plan->count; f++) {
        double most = most_different(model, plan, f), differ = 0, rest = 0;
        bina_role role = bina_link_spec_role(&plan->field[f]);
        unsigned last = last_different(model, plan, f);
        for (size_t i = 0; i < count; i++) {
            unsigned level = bina_link_pattern_level(list[i].pattern, f);
            if (level > last)
                rest += list[i].expected;
            else if (level != BINA_LINK_MISSING)
                differ += list[i].expected;
        }
        keep[f] = differ > 0 ? fmin(1, most / (1 - most) * rest / differ) : 1;
        /* A number that next to no match has in common is one that each list gave anew; of a sort
         * all may differ in, such as the office that a row comes from. */
        if (role == BINA_ROLE_CATEGORY ||
            (role == BINA_ROLE_IDENTIFIER && rest < GIVEN_ANEW * differ))
            keep[f] = 1;
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
    double keep[BINA_LINK_FIELDS];

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
            if (level == BINA_LINK_MISSING || level > last_different(model, plan, f))
                continue;
            expected = fmin(expected, self->list[i].expected * keep[f]);
            /* Those beyond the bound, who share all but the name, are relatives. */
            if (model->owners && !model->businesses && f == model->naming)
                other = self->list[i].other + self->list[i].expected * (1 - keep[f]);
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
        set_m(model, plan, self->matched, self->first);
        for (int k = 0; k < 2; k++) {
            double lambda = fmin(fmax(matches[k], 0.5) / fmax(pairs[k], 2), 0.5);
            moved = fmax(moved, fabs(log2(lambda / model->lambda[k])));
            model->lambda[k] = lambda;
            model->other[k] = fmin(fmax(others[k], 0.1) / fmax(pairs[k], 2), 0.5);
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

bina_status
bina_link_model_fit(bina_link_model *model, const bina_link_patterns *patterns,
                    const bina_link_plan *plan, const bina_link_field *field, const double pairs[2],
                    uint32_t rows, bina_link_levels all)
{
    fitting *self = calloc(1, sizeof(*self));

    if (self != NULL)
        self->list = sorted(patterns, plan, &self->count);
    if (self == NULL || self->list == NULL) {
        free(self);
        return BINA_ERR_NO_MEMORY;
    }
    bina_link_model_begin(model, plan, field, pairs, rows, self->first);
    estimate(model, plan, pairs, all, self);
    if (model->owners && !model->businesses && model->others < FEW * model->matches) {
        bina_link_model_begin(model, plan, field, pairs, rows, self->first);
        model->owners = false;
        estimate(model, plan, pairs, all, self);
    }
    model->mates = rows > 0 ? 2 * model->matches / rows : 0;
    free(self->list);
    free(self);
    return BINA_OK;
}
