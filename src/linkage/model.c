#include "linkage/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS     60
#define LEAST_M    0.004 /* no level is impossible for a match: people err in every way */
#define LEAST_U    1e-7
#define PSEUDO     2.0  /* matches assumed beforehand, spread as the start says */
#define MOST_OTHER 0.5  /* owners' other things on another list, against matches */
#define SHRINK     10.0 /* matches by which a state's shares are drawn to the field's */

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
        if (patterns->key[i] != 0) {
            list[n].pattern = patterns->key[i] - 1;
            list[n].count = (double)patterns->count[i];
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

/* Before any data: matches mostly agree, and near agreement is likelier than far. */
static void
start(const bina_link_plan *plan, double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = top_of(plan, f);
        double rest = 0.2;
        first[f][top] = 0.8;
        for (unsigned l = top - 1; l > BINA_LINK_DIFFERENT; l--) {
            first[f][l] = rest / 2;
            rest /= 2;
        }
        first[f][BINA_LINK_DIFFERENT] = rest;
    }
}

static bina_role
role_of(const bina_link_spec *spec)
{
    return spec->source_count > 0 ? spec->sources[0].role : BINA_ROLE_TEXT;
}

/*
 * At most so many matches differ in a field of this kind. What names one alone may be mistyped, but
 * does not usually change; without this bound, neighbours in one trade pass for one enterprise.
 */
static double
most_different(const bina_link_model *model, const bina_link_spec *spec)
{
    switch (role_of(spec)) {
    case BINA_ROLE_PERSON:
    case BINA_ROLE_NIK:
        return 0.08;
    case BINA_ROLE_IDENTIFIER: /* a number may be given anew, and be of another sort */
        return 0.15;
    case BINA_ROLE_BUSINESS:
    case BINA_ROLE_PHONE:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_SURNAME:
    case BINA_ROLE_GIVEN_NAME:
        return 0.35;
    case BINA_ROLE_PLACE:
    case BINA_ROLE_ADDRESS:
        /* People move; the workshop of a small enterprise hardly ever does. */
        if (!model->owners)
            return 0.6;
        return spec->sources[0].take == BINA_LINK_TAKE_HAMLET ? 0.2 : 0.12;
    default:
        return 0.95;
    }
}

/* Shares that are never nothing, and differ no more than is allowed. */
static void
bound(double *m, unsigned top, double most)
{
    double sum = 0, scale;

    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
        m[l] = fmax(m[l], LEAST_M);
        sum += m[l];
    }
    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
        m[l] /= sum;
    if (m[BINA_LINK_DIFFERENT] <= most)
        return;
    scale = (1 - most) / (1 - m[BINA_LINK_DIFFERENT]);
    m[BINA_LINK_DIFFERENT] = most;
    for (unsigned l = BINA_LINK_DIFFERENT + 1; l <= top; l++)
        m[l] *= scale;
}

static void
set_m(bina_link_model *model, const bina_link_plan *plan, bina_link_levels matched,
      double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = top_of(plan, f);
        double m[BINA_LINK_LEVELS] = {0}, sum = PSEUDO,
               most = most_different(model, &plan->field[f]);
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            sum += matched[f][0][l] + matched[f][1][l] + matched[f][2][l];
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            m[l] = (matched[f][0][l] + matched[f][1][l] + matched[f][2][l] + PSEUDO * first[f][l]) /
                   sum;
        bound(m, top, most);
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            double all = SHRINK;
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                all += matched[f][s][l];
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                model->m[f][s][l] =
                    plan->field[f].given[0] < 0 ? m[l] : (matched[f][s][l] + SHRINK * m[l]) / all;
            bound(model->m[f][s], top, most);
        }
    }
}

/* Among pairs that do not match: all pairs, less those that do (NULL: as good as none). */
static void
set_u(bina_link_model *model, const bina_link_plan *plan, bina_link_levels all,
      bina_link_levels matched)
{
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            unsigned top = top_of(plan, f);
            double sum = 0;
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
                double n = all[f][s][l];
                model->u[f][s][l] = matched == NULL ? n : fmax(n - matched[f][s][l], 0.05 * n);
                sum += model->u[f][s][l];
            }
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                model->u[f][s][l] =
                    sum > 0 ? fmax(model->u[f][s][l] / sum, LEAST_U) : model->m[f][s][l];
        }
}

/* Weights, made to rise with the level: a nearer value never tells less of a match. */
static void
raise_weights(const double *m, const double *u, unsigned top, double *weight)
{
    unsigned low = BINA_LINK_DIFFERENT;

    weight[BINA_LINK_MISSING] = 0;
    while (low <= top) {
        /* Pool the levels from `low` on that would give the least weight. */
        unsigned last = low;
        double sum_m = 0, sum_u = 0, best = INFINITY;
        for (unsigned l = low; l <= top; l++) {
            sum_m += m[l];
            sum_u += u[l];
            if (log2(sum_m / sum_u) <= best) {
                best = log2(sum_m / sum_u);
                last = l;
            }
        }
        for (unsigned l = low; l <= last; l++)
            weight[l] = best;
        low = last + 1;
    }
}

void
bina_link_model_finish(bina_link_model *model, const bina_link_plan *plan)
{
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            raise_weights(model->m[f][s], model->u[f][s], top_of(plan, f), model->weight[f][s]);
    for (int k = 0; k < 2; k++)
        model->prior[k] = log2(model->lambda[k] / (1 - model->lambda[k]));
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
                table->owner[f][cell] = model->thing[f] ? 0 : model->weight[f][s][l];
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

bina_link_evidence
bina_link_model_evidence(const bina_link_model *model, const bina_link_plan *plan, uint64_t pattern)
{
    unsigned same_list = (pattern & BINA_LINK_SAME_LIST) != 0;
    bina_link_evidence evidence = {model->prior[same_list], 0};

    evidence.owner = model->owners ? log2(model->other[same_list]) : -1000;
    for (int f = 0; f < model->fields; f++) {
        double weight = model->weight[f][bina_link_pattern_state(plan, pattern, f)]
                                     [bina_link_pattern_level(pattern, f)];
        evidence.one += weight;
        if (!model->thing[f])
            evidence.owner += weight;
    }
    return evidence;
}

double
bina_link_evidence_weight(const bina_link_model *model, bina_link_evidence evidence)
{
    if (!model->owners || evidence.owner < -20)
        return evidence.one;
    return evidence.one - log2(1 + exp2(evidence.owner));
}

double
bina_link_model_weight(const bina_link_model *model, const bina_link_plan *plan, uint64_t pattern)
{
    return bina_link_evidence_weight(model, bina_link_model_evidence(model, plan, pattern));
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
        double most = most_different(model, &plan->field[f]), differ = 0, rest = 0;
        for (size_t i = 0; i < count; i++)
            switch (bina_link_pattern_level(list[i].pattern, f)) {
            case BINA_LINK_MISSING:
                break;
            case BINA_LINK_DIFFERENT:
                differ += list[i].expected;
                break;
            default:
                rest += list[i].expected;
            }
        keep[f] = differ > 0 ? fmin(1, most / (1 - most) * rest / differ) : 1;
    }
}

/* Tells owners from things: lists with a person and a business have both. */
static void
find_things(bina_link_model *model, const bina_link_plan *plan, const bina_link_field *field)
{
    bool person = false, business = false;

    for (int f = 0; f < plan->count; f++) {
        bina_role role = role_of(&plan->field[f]);
        person = person || role == BINA_ROLE_PERSON;
        business = business || role == BINA_ROLE_BUSINESS;
        model->thing[f] = role == BINA_ROLE_BUSINESS || role == BINA_ROLE_TEXT ||
                          role == BINA_ROLE_DATE || role == BINA_ROLE_NUMBER ||
                          (role == BINA_ROLE_CATEGORY && field[f].values.count > 20);
        if (plan->field[f].sources[0].take != BINA_LINK_TAKE_TEXT)
            model->thing[f] = false;
        if (plan->field[f].thing >= 0)
            model->thing[f] = plan->field[f].thing != 0;
    }
    model->owners = person && business;
}

static void
begin(bina_link_model *model, const bina_link_plan *plan, const bina_link_field *field,
      const double pairs[2], uint32_t rows, double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    memset(model, 0, sizeof(*model));
    model->fields = plan->count;
    find_things(model, plan, field);
    start(plan, first);
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top_of(plan, f); l++)
                model->m[f][s][l] = fmax(first[f][l], LEAST_M);
    for (int k = 0; k < 2; k++)
        model->other[k] =
            0.1 * (model->lambda[k] = fmin(0.25 * rows / fmax(pairs[0] + pairs[1], 1), 0.2));
}

void
bina_link_model_start(bina_link_model *model, const bina_link_plan *plan,
                      const bina_link_field *field, const double pairs[2], uint32_t rows,
                      bina_link_levels all)
{
    double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS] = {{0}};

    begin(model, plan, field, pairs, rows, first);
    set_u(model, plan, all, NULL);
    bina_link_model_finish(model, plan);
}

bina_status
bina_link_model_fit(bina_link_model *model, const bina_link_patterns *patterns,
                    const bina_link_plan *plan, const bina_link_field *field, const double pairs[2],
                    uint32_t rows, bina_link_levels all)
{
    double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS] = {{0}};
    bina_link_levels *matched = calloc(1, sizeof(*matched)), *taken = calloc(1, sizeof(*taken));
    weights *table = calloc(1, sizeof(*table));
    size_t count = 0;
    counted *list = sorted(patterns, plan, &count);

    if (list == NULL || matched == NULL || taken == NULL || table == NULL) {
        free(table);
        free(list);
        free(matched);
        free(taken);
        return BINA_ERR_NO_MEMORY;
    }
    begin(model, plan, field, pairs, rows, first);
    for (model->rounds = 1; model->rounds <= ROUNDS; model->rounds++) {
        double matches[2] = {0, 0}, others[2] = {0, 0}, moved = 0, keep[BINA_LINK_FIELDS];
        set_u(model, plan, all, *taken);
        bina_link_model_finish(model, plan);
        lay_out(model, table);
        memset(*matched, 0, sizeof(*matched));
        memset(*taken, 0, sizeof(*taken));
        for (size_t i = 0; i < count; i++) {
            bina_link_evidence evidence = evidence_of(table, &list[i], model->fields);
            double one = exp2(fmin(evidence.one, 60)), owner = exp2(fmin(evidence.owner, 60));
            list[i].expected = evidence.one < -30 ? 0 : list[i].count * one / (1 + one + owner);
            list[i].other = model->owners ? list[i].count * owner / (1 + one + owner) : 0;
            list[i].hopeless = evidence.one < -20 && evidence.owner < -20;
        }
        if (model->rounds == 2)
            count = drop_hopeless(list, count);
        hold_to_bounds(model, plan, list, count, keep);
        for (size_t i = 0; i < count; i++) {
            const uint8_t *cell = list[i].cell;
            double expected = list[i].expected, other = list[i].other;
            unsigned same_list = (list[i].pattern & BINA_LINK_SAME_LIST) != 0;
            if (expected <= 0 && other <= 0)
                continue;
            for (int f = 0; f < plan->count; f++)
                if (cell[f] % BINA_LINK_LEVELS == BINA_LINK_DIFFERENT)
                    expected = fmin(expected, list[i].expected * keep[f]);
            matches[same_list] += expected;
            others[same_list] += other;
            for (int f = 0; f < plan->count; f++) {
                unsigned state = cell[f] / BINA_LINK_LEVELS, level = cell[f] % BINA_LINK_LEVELS;
                (*matched)[f][state][level] += expected;
                (*taken)[f][state][level] += expected + (model->thing[f] ? 0 : other);
            }
        }
        set_m(model, plan, *matched, first);
        for (int k = 0; k < 2; k++) {
            double lambda = fmin(fmax(matches[k], 0.5) / fmax(pairs[k], 2), 0.5);
            moved = fmax(moved, fabs(log2(lambda / model->lambda[k])));
            model->lambda[k] = lambda;
            model->other[k] = fmin(fmax(others[k], 0.1) / fmax(pairs[k], 2), 0.5);
            /* Where nothing tells one thing from another, they must not pass for two by turns. */
            if (k == 0)
                model->other[k] = fmin(model->other[k], MOST_OTHER * lambda);
        }
        model->matches = matches[0] + matches[1];
        if (moved < 1e-3)
            break;
    }
    set_u(model, plan, all, *taken);
    bina_link_model_finish(model, plan);
    model->mates = rows > 0 ? 2 * model->matches / rows : 0;
    free(table);
    free(list);
    free(matched);
    free(taken);
    return BINA_OK;
}

float
bina_link_model_rarity(const bina_link_model *model, const bina_link_field *field, int f,
                       uint32_t code)
{
    double others, rarity;

    if (!field->spec->frequency || code == 0 || field->filled == 0)
        return 0;
    others = (double)field->count[code] - 1 - model->mates;
    rarity = log2(model->u[f][0][field->top] * (double)field->filled / fmax(others, 0.5));
    if (others <= 1 && rarity < 0)
        return 0;
    return (float)fmax(-10, fmin(rarity, 6));
}
