#include "linkage/taught.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS  40
#define SURE    1e-6
#define LONGEST 1.0 /* step of a round, in nats */
#define OF_PRIOR                                                                                   \
    0.01              /* how far, in nats, the odds of all pairs may be off: verdicts are of       \
                       * doubtful pairs alone, and say nothing of that */
#define OF_LEVEL 1.0  /* and the share of a level */
#define SLIPS    0.02 /* verdicts that are slips: none moves a model far alone */
#define CHECKED  0.3  /* the threshold of linking once there are many verdicts */
#define HALF_WAY 30.0 /* verdicts that bring it half-way there */
#define LEAST    1e-4 /* share of a level */
#define NAT      0.69314718055994530942 /* nats of a bit */

/* A verdict as it teaches. */
typedef struct lesson {
    uint64_t pattern;
    double weight; /* in nats, before teaching */
    bool same;
} lesson;

/* ---- linear algebra ---- */

/* The lower factor of a symmetric positive matrix, in its place. */
static void
factorise(double *matrix, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double sum = matrix[i * n + j];
            for (size_t k = 0; k < j; k++)
                sum -= matrix[i * n + k] * matrix[j * n + k];
            matrix[i * n + j] = i == j ? sqrt(fmax(sum, 1e-12)) : sum / matrix[j * n + j];
        }
}

static void
solve_lower(const double *factor, size_t n, double *x)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            x[i] -= factor[i * n + k] * x[k];
        x[i] /= factor[i * n + i];
    }
}

static void
solve_upper(const double *factor, size_t n, double *x)
{
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            x[i] -= factor[k * n + i] * x[k];
        x[i] /= factor[i * n + i];
    }
}

/* ---- what can be taught ---- */

static void
lay_out(bina_link_belief *belief, const bina_link_engine *engine, const bina_link_model *model)
{
    belief->plan = engine->plan;
    belief->model = model;
    belief->cells = 2;
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = 0; l < BINA_LINK_LEVELS; l++) {
                bool is = f < engine->plan->count && l >= BINA_LINK_DIFFERENT &&
                          l <= engine->field[f].top &&
                          (s == 0 || engine->plan->field[f].given[2 - s] >= 0);
                belief->cell[f][s][l] = is ? (int)belief->cells++ : -1;
            }
}

/* How the weight of a pattern moves with each cell: a level's share takes from the others'. */
static void
gradient(const bina_link_belief *belief, uint64_t pattern, double *x)
{
    memset(x, 0, belief->cells * sizeof(*x));
    x[(pattern & BINA_LINK_SAME_LIST) != 0] = 1;
    for (int f = 0; f < belief->plan->count; f++) {
        unsigned level = bina_link_pattern_level(pattern, f);
        unsigned state = bina_link_pattern_state(belief->plan, pattern, f);
        if (level == BINA_LINK_MISSING)
            continue;
        for (unsigned l = BINA_LINK_DIFFERENT; l < BINA_LINK_LEVELS; l++) {
            int cell = belief->cell[f][state][l];
            if (cell >= 0)
                x[cell] = (l == level ? 1 : 0) - belief->model->m[f][state][l];
        }
    }
}

/* The precision that is believed beforehand. */
static void
begin_precision(const bina_link_belief *belief, double *matrix)
{
    size_t n = belief->cells;

    memset(matrix, 0, n * n * sizeof(*matrix));
    for (size_t i = 0; i < n; i++)
        matrix[i * n + i] = i < 2 ? 1 / (OF_PRIOR * OF_PRIOR) : 1 / (OF_LEVEL * OF_LEVEL);
}

static void
add_precision(double *matrix, size_t n, const double *x, double by)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; x[i] != 0 && j <= i; j++)
            matrix[i * n + j] += by * x[i] * x[j];
}

/* ---- learning ---- */

/* The shares and priors that the moves of all cells make of the first model. */
static void
move(const bina_link_belief *belief, const bina_link_model *first, const double *moved,
     bina_link_model *model)
{
    for (int k = 0; k < 2; k++)
        model->lambda[k] = 1 / (1 + exp2(-first->prior[k] - moved[k] / NAT));
    for (int f = 0; f < belief->plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            double sum = 0;
            for (unsigned l = BINA_LINK_DIFFERENT; l < BINA_LINK_LEVELS; l++)
                if (belief->cell[f][s][l] >= 0) {
                    model->m[f][s][l] =
                        fmax(LEAST, first->m[f][s][l] * exp(moved[belief->cell[f][s][l]]));
                    sum += model->m[f][s][l];
                }
            for (unsigned l = BINA_LINK_DIFFERENT; l < BINA_LINK_LEVELS; l++)
                if (belief->cell[f][s][l] >= 0)
                    model->m[f][s][l] /= sum;
        }
}

/* The weight of a lesson, in nats, by what the model has been moved to. */
static double
weigh(const bina_link_belief *belief, const bina_link_model *first, const double *moved,
      const lesson *given)
{
    double weight = given->weight + moved[(given->pattern & BINA_LINK_SAME_LIST) != 0];

    for (int f = 0; f < belief->plan->count; f++) {
        unsigned level = bina_link_pattern_level(given->pattern, f);
        unsigned state = bina_link_pattern_state(belief->plan, given->pattern, f);
        if (level != BINA_LINK_MISSING && belief->cell[f][state][level] >= 0)
            weight +=
                log(belief->model->m[f][state][level] / fmax(first->m[f][state][level], LEAST));
    }
    return weight;
}

/* One step of Newton's; how far the furthest cell moved. */
static double
step(const bina_link_belief *belief, const bina_link_model *first, const lesson *given,
     size_t count, double *moved, double *x, double *rise)
{
    size_t n = belief->cells;
    double furthest = 0;

    begin_precision(belief, belief->factor);
    for (size_t i = 0; i < n; i++)
        rise[i] = -belief->factor[i * n + i] * moved[i];
    for (size_t k = 0; k < count; k++) {
        double p = 1 / (1 + exp(-weigh(belief, first, moved, &given[k])));
        double said = given[k].same ? p : 1 - p;
        double by = (1 - 2 * SLIPS) * p * (1 - p) / (SLIPS + (1 - 2 * SLIPS) * said);
        gradient(belief, given[k].pattern, x);
        add_precision(belief->factor, n, x, p * (1 - p));
        for (size_t i = 0; i < n; i++)
            rise[i] += (given[k].same ? by : -by) * x[i];
    }
    factorise(belief->factor, n);
    solve_lower(belief->factor, n, rise);
    solve_upper(belief->factor, n, rise);
    for (size_t i = 0; i < n; i++)
        furthest = fmax(furthest, fabs(rise[i]));
    for (size_t i = 0; i < n; i++)
        moved[i] += furthest > LONGEST ? rise[i] * LONGEST / furthest : rise[i];
    return furthest;
}

static bina_status
gather(const bina_link_engine *engine, lesson **lessons)
{
    lesson *made = malloc((engine->verdicts + 1) * sizeof(*made));

    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < engine->verdicts; i++) {
        const bina_link_verdict *verdict = &engine->verdict[i];
        made[i].pattern = bina_link_engine_pattern(engine, verdict->a, verdict->b);
        made[i].weight = NAT * bina_link_judge_weigh(&engine->judge, made[i].pattern,
                                                     bina_link_rows_at(&engine->rows, verdict->a));
        made[i].same = verdict->same;
    }
    *lessons = made;
    return BINA_OK;
}

/*
 * Probabilities that no one has checked are too sure of themselves, so only what is well above even
 * odds is linked. Once verdicts have corrected them, the most is right when less is asked for: the
 * best F1 is reached at half of itself. Verdicts on pairs that were sure correct little.
 */
static double
threshold(double unchecked, const lesson *given, size_t count)
{
    double checked = 0;

    for (size_t i = 0; i < count; i++) {
        double p = 1 / (1 + exp(-given[i].weight));
        checked += 4 * p * (1 - p);
    }
    return fmin(unchecked, CHECKED + (unchecked - CHECKED) * HALF_WAY / (HALF_WAY + checked));
}

bina_status
bina_link_teach(bina_link_engine *engine)
{
    bina_link_model *model = &engine->model;
    bina_link_belief belief = {0};
    bina_link_model *first = malloc(sizeof(*first));
    lesson *lessons = NULL;
    double *moved = NULL, *x = NULL, *rise = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (first == NULL)
        return BINA_ERR_NO_MEMORY;
    *first = *model;
    lay_out(&belief, engine, model);
    belief.factor = malloc(belief.cells * belief.cells * sizeof(*belief.factor));
    moved = calloc(belief.cells, sizeof(*moved));
    x = malloc(belief.cells * sizeof(*x));
    rise = malloc(belief.cells * sizeof(*rise));
    if (belief.factor == NULL || moved == NULL || x == NULL || rise == NULL)
        goto out;
    status = gather(engine, &lessons);
    for (int round = 0; round < ROUNDS && status == BINA_OK; round++) {
        double furthest = step(&belief, first, lessons, engine->verdicts, moved, x, rise);
        move(&belief, first, moved, model);
        if (furthest < SURE)
            break;
    }
    if (status == BINA_OK) {
        bina_link_model_finish(model, engine->plan);
        if (!engine->link_given)
            engine->link = threshold(engine->link, lessons, engine->verdicts);
    }
out:
    free(first);
    free(lessons);
    free(moved);
    free(x);
    free(rise);
    bina_link_belief_drop(&belief);
    return status;
}

bina_status
bina_link_belief_init(bina_link_belief *belief, const bina_link_engine *engine)
{
    lesson *lessons = NULL;
    double *x = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    lay_out(belief, engine, &engine->model);
    belief->factor = malloc(belief->cells * belief->cells * sizeof(*belief->factor));
    x = malloc(belief->cells * sizeof(*x));
    if (belief->factor != NULL && x != NULL)
        status = gather(engine, &lessons);
    if (status == BINA_OK) {
        begin_precision(belief, belief->factor);
        for (size_t i = 0; i < engine->verdicts; i++) {
            double p = 1 / (1 + exp(-lessons[i].weight));
            gradient(belief, lessons[i].pattern, x);
            add_precision(belief->factor, belief->cells, x, p * (1 - p));
        }
        factorise(belief->factor, belief->cells);
    }
    free(lessons);
    free(x);
    return status;
}

void
bina_link_belief_drop(bina_link_belief *belief)
{
    free(belief->factor);
    belief->factor = NULL;
}

void
bina_link_belief_along(const bina_link_belief *belief, uint64_t pattern, double *along)
{
    gradient(belief, pattern, along);
    solve_lower(belief->factor, belief->cells, along);
}
