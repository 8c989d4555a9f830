#include "linkage/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/relatives.h"

#define LEAST_U 1e-7
#define MOVED   0.15 /* of people, before any data */

static unsigned
top_of(const bina_link_plan *plan, int f)
{
    return bina_link_compare_top(plan->field[f].compare);
}

/* Before any data: matches mostly agree, and near agreement is likelier than far. */
static void
start(const bina_link_plan *plan, bool businesses, double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = top_of(plan, f);
        bina_role role = bina_link_spec_role(&plan->field[f]);
        bool moves = !businesses && (role == BINA_ROLE_PLACE || role == BINA_ROLE_ADDRESS ||
                                     role == BINA_ROLE_POSTCODE);
        /* Street, town and postcode change at once: a pair must not pay for each. */
        double moved = moves ? MOVED : 0, rest = 0.2;
        first[f][top] = 0.8 - moved;
        for (unsigned l = top - 1; l > BINA_LINK_DIFFERENT; l--) {
            first[f][l] = rest / 2;
            rest /= 2;
        }
        first[f][BINA_LINK_DIFFERENT] = rest + moved;
    }
}

/* The share of pairs of values that are equal by chance, in the world at large, and as how many
 * pairs that counts: one list's sorts and places are not another's. */
typedef struct usual {
    double chance, pairs;
} usual;

static usual
usual_of(const bina_link_spec *spec)
{
    bina_link_take take = spec->source_count > 0 ? spec->sources[0].take : BINA_LINK_TAKE_TEXT;

    if (take == BINA_LINK_TAKE_HAMLET || take == BINA_LINK_TAKE_PLACE)
        return (usual){0.005, 30}; /* as the address it is of */
    switch (bina_link_spec_role(spec)) {
    case BINA_ROLE_NIK:
    case BINA_ROLE_PHONE:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_IDENTIFIER:
        return (usual){0.001, 30};
    case BINA_ROLE_PERSON:
    case BINA_ROLE_BUSINESS:
    case BINA_ROLE_ADDRESS:
    case BINA_ROLE_TEXT:
    case BINA_ROLE_DATE:
        return (usual){0.005, 30};
    case BINA_ROLE_SURNAME:
    case BINA_ROLE_GIVEN_NAME:
    case BINA_ROLE_POSTCODE:
        return (usual){0.02, 30};
    case BINA_ROLE_PLACE:
        return (usual){0.05, 10};
    default:
        return (usual){0.1, 3};
    }
}

/* The pairs of a level assumed beforehand: in lists of a few rows what is equal is mostly one. */
static double
usual_pairs(const bina_link_plan *plan, int f, unsigned level)
{
    usual of = usual_of(&plan->field[f]);

    return of.pairs * (level > BINA_LINK_DIFFERENT
                           ? of.chance
                           : 1 - of.chance * (top_of(plan, f) - BINA_LINK_DIFFERENT));
}

/* Among pairs that do not match: all pairs, less those that do (NULL: as good as none). */
void
bina_link_model_chance(bina_link_model *model, const bina_link_plan *plan, bina_link_levels all,
                       bina_link_levels taken)
{
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            unsigned top = top_of(plan, f);
            double sum = 0;
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
                double n = all[f][s][l];
                model->u[f][s][l] = taken == NULL ? n : fmax(n - taken[f][s][l], 0.05 * n);
                if (s == 0)
                    model->u[f][s][l] += usual_pairs(plan, f, l);
                sum += model->u[f][s][l];
            }
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                model->u[f][s][l] =
                    sum > 0 ? fmax(model->u[f][s][l] / sum, LEAST_U) : model->m[f][s][l];
        }
}

/*
 * Weights, made to rise with the level: a nearer value never tells less of a match. Relatives are
 * weighed by the same groups of levels.
 */
static void
raise_weights(const double *m, const double *u, const double *kin, unsigned top, double *weight,
              double *relative)
{
    unsigned low = BINA_LINK_DIFFERENT;

    weight[BINA_LINK_MISSING] = relative[BINA_LINK_MISSING] = 0;
    while (low <= top) {
        /* Pool the levels from `low` on that would give the least weight. */
        unsigned last = low;
        double sum_m = 0, sum_u = 0, sum_kin = 0, best = INFINITY, beside = 0;
        for (unsigned l = low; l <= top; l++) {
            sum_m += m[l];
            sum_u += u[l];
            sum_kin += kin[l];
            if (log2(sum_m / sum_u) <= best) {
                best = log2(sum_m / sum_u);
                beside = sum_kin > 0 ? log2(sum_kin / sum_u) : 0;
                last = l;
            }
        }
        for (unsigned l = low; l <= last; l++) {
            weight[l] = best;
            relative[l] = beside;
        }
        low = last + 1;
    }
}

void
bina_link_model_finish(bina_link_model *model, const bina_link_plan *plan)
{
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            raise_weights(model->m[f][s], model->u[f][s], model->kin[f][s], top_of(plan, f),
                          model->weight[f][s], model->relative[f][s]);
    for (int k = 0; k < 2; k++)
        model->prior[k] = log2(model->lambda[k] / (1 - model->lambda[k]));
}

bina_link_evidence
bina_link_model_evidence(const bina_link_model *model, const bina_link_plan *plan, uint64_t pattern)
{
    unsigned same_list = (pattern & BINA_LINK_SAME_LIST) != 0;
    bina_link_evidence evidence = {model->prior[same_list], 0};

    evidence.owner = model->owners ? log2(model->other[same_list]) : -1000;
    for (int f = 0; f < model->fields; f++) {
        unsigned state = bina_link_pattern_state(plan, pattern, f);
        unsigned level = bina_link_pattern_level(pattern, f);
        evidence.one += model->weight[f][state][level];
        evidence.owner += model->relative[f][state][level];
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

void
bina_link_model_begin(bina_link_model *model, const bina_link_plan *plan,
                      const bina_link_field *field, int naming, const double pairs[2],
                      uint32_t rows, double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    memset(model, 0, sizeof(*model));
    model->fields = plan->count;
    bina_link_relatives_find(model, plan, field, naming);
    start(plan, model->businesses, first);
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top_of(plan, f); l++)
                model->m[f][s][l] = fmax(first[f][l], BINA_LINK_LEAST_M);
    for (int k = 0; k < 2; k++)
        model->other[k] =
            (model->businesses ? 0.1 : BINA_LINK_KIN) *
            (model->lambda[k] = fmin(0.25 * rows / fmax(pairs[0] + pairs[1], 1), 0.2));
}

void
bina_link_model_start(bina_link_model *model, const bina_link_plan *plan,
                      const bina_link_field *field, const double pairs[2], uint32_t rows,
                      bina_link_levels all)
{
    double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS] = {{0}};

    bina_link_model_begin(model, plan, field, -1, pairs, rows, first);
    bina_link_model_chance(model, plan, all, NULL);
    bina_link_relatives_set(model, plan, NULL);
    bina_link_model_finish(model, plan);
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
