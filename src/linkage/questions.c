/*
 * The measure is one: pairs expected to be put right by an answer. In the two entities alone it is
 * the chance that the answer is not what the linkage does now.
 * Through what it teaches it is, for every kind of open pair, how much nearer the truth the
 * decisions on that kind come on average: the value of information of a question, by the belief
 * that the verdicts so far leave of the model's weights.
 */
#include "linkage/questions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

#define DOUBT    8.0 /* log2 odds from the threshold: pairs beyond are not asked */
#define TEACHING 400 /* kinds that are looked at for what they teach */
#define NAT      0.69314718055994530942

static double
threshold_of(const bina_link_questions *self)
{
    return bina_link_odds(self->engine->link);
}

/* ---- open pairs ---- */

static bina_status
gather(bina_link_questions *self)
{
    const bina_link_engine *engine = self->engine;

    for (size_t i = 0; i < engine->edges.count; i++) {
        const bina_link_edge *edge = &engine->edges.edge[i];
        bina_link_open *made;
        if (fabs(edge->weight - threshold_of(self)) > DOUBT)
            continue;
        if (!bina_vector_reserve(&self->open, &self->room, self->count + 1, sizeof(*self->open)))
            return BINA_ERR_NO_MEMORY;
        made = &self->open[self->count++];
        made->a = edge->a;
        made->b = edge->b;
        made->weight = edge->weight;
        made->pattern = bina_link_engine_pattern(engine, edge->a, edge->b);
        made->direct = 0;
    }
    return BINA_OK;
}

static bool
is_gone(const bina_link_questions *self, uint32_t row)
{
    return self->index != NULL && self->index->gone[row];
}

/* The two entities of a pair, the lower first. */
static void
entities_of(const bina_link_questions *self, const bina_link_open *open, uint32_t entity[2])
{
    uint32_t a = self->engine->entity[open->a], b = self->engine->entity[open->b];

    entity[0] = a < b ? a : b;
    entity[1] = a < b ? b : a;
}

/*
 * What an answer puts right by itself: the chance that it is not what the linkage does now.
 * Entities that could become one with the same third share the chance, for as a rule one of them is
 * right. How many rows the two have does not count: large entities that nearly touch are where
 * models err most, and questions about them alone teach one thing again and again.
 */
static bina_status
weigh_directly(bina_link_questions *self)
{
    const bina_link_engine *engine = self->engine;
    size_t rows = (size_t)self->rows + 1;
    double *rivals = calloc(rows, sizeof(*rivals));
    uint32_t *size = calloc(rows, sizeof(*size));

    if (rivals == NULL || size == NULL) {
        free(rivals);
        free(size);
        return BINA_ERR_NO_MEMORY;
    }
    for (uint32_t r = 0; r < self->rows; r++)
        size[engine->entity[r]] += !is_gone(self, r);
    for (size_t i = 0; i < self->count; i++) {
        uint32_t entity[2];
        double p = bina_link_probability(self->open[i].weight);
        entities_of(self, &self->open[i], entity);
        for (int k = 0; k < 2 && entity[0] != entity[1]; k++)
            rivals[entity[k]] += p / size[entity[1 - k]];
    }
    for (size_t i = 0; i < self->count; i++) {
        bina_link_open *open = &self->open[i];
        double p = bina_link_probability(open->weight);
        uint32_t entity[2];
        entities_of(self, open, entity);
        open->direct = entity[0] == entity[1]
                           ? 1 - p
                           : p / fmax(1, fmax(rivals[entity[0]], rivals[entity[1]]));
    }
    free(rivals);
    free(size);
    return BINA_OK;
}

/* ---- kinds ---- */

static long
step_of(const bina_link_open *open)
{
    return lround(open->weight);
}

static int
by_kind(const void *a, const void *b)
{
    const bina_link_open *x = a, *y = b;

    if (x->pattern != y->pattern)
        return x->pattern < y->pattern ? -1 : 1;
    if (step_of(x) != step_of(y))
        return step_of(x) < step_of(y) ? -1 : 1;
    if (x->direct < y->direct || x->direct > y->direct)
        return x->direct > y->direct ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

/* How many pairs are in doubt in a kind. */
static double
doubt_of(const bina_link_kind *kind)
{
    double p = bina_link_probability(kind->weight);

    return (double)kind->count * p * (1 - p);
}

static int
by_doubt(const void *a, const void *b)
{
    const bina_link_kind *x = a, *y = b;
    double p = doubt_of(x), q = doubt_of(y);

    if (p < q || p > q)
        return p > q ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static bina_status
find_kinds(bina_link_questions *self)
{
    size_t room = 0;

    if (self->count > 1)
        qsort(self->open, self->count, sizeof(*self->open), by_kind);
    for (size_t i = 0, end; i < self->count; i = end) {
        bina_link_kind *made;
        double sum = 0;
        for (end = i; end < self->count && self->open[end].pattern == self->open[i].pattern &&
                      step_of(&self->open[end]) == step_of(&self->open[i]);
             end++)
            sum += self->open[end].weight;
        if (!bina_vector_reserve(&self->kind, &room, self->kinds + 1, sizeof(*self->kind)))
            return BINA_ERR_NO_MEMORY;
        made = &self->kind[self->kinds++];
        memset(made, 0, sizeof(*made));
        made->pattern = self->open[i].pattern;
        made->first = made->next = i;
        made->count = end - i;
        made->weight = sum / (double)made->count;
    }
    if (self->kinds > 1)
        qsort(self->kind, self->kinds, sizeof(*self->kind), by_doubt);
    self->teaching = self->kinds < TEACHING ? self->kinds : TEACHING;
    return BINA_OK;
}

/* How far the weights of kinds go together, by what is believed of the model. */
static bina_status
find_together(bina_link_questions *self)
{
    bina_link_belief belief = {0};
    size_t n = self->teaching;
    double *along = NULL;
    bina_status status = bina_link_belief_init(&belief, self->engine);

    if (status == BINA_OK) {
        along = malloc((n * belief.cells + 1) * sizeof(*along));
        self->together = malloc((n * n + 1) * sizeof(*self->together));
        if (along == NULL || self->together == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < n && status == BINA_OK; i++) {
        double *mine = along + i * belief.cells;
        bina_link_belief_along(&belief, self->kind[i].pattern, mine);
        for (size_t j = 0; j <= i; j++) {
            const double *other = along + j * belief.cells;
            double sum = 0;
            for (size_t k = 0; k < belief.cells; k++)
                sum += mine[k] * other[k];
            self->together[i * n + j] = self->together[j * n + i] = sum;
        }
        self->kind[i].stale = true;
        self->kind[i].teaches = INFINITY;
    }
    free(along);
    bina_link_belief_drop(&belief);
    return status;
}

/* What an answer to a pair of a kind does not tell of its weight: the noise of one answer. */
static double
noise_of(const bina_link_kind *kind)
{
    double p = fmin(fmax(bina_link_probability(kind->weight), 0.02), 0.98);

    return 1 / (p * (1 - p));
}

/*
 * Pairs put right by what a verdict on a kind teaches. Its answer moves the weight of every other
 * kind, on average by `moved` to either side; where that carries it over the threshold, decisions
 * change for the better. (The mean of max(p, 1 - p) when log odds move by a normal amount.)
 */
static double
teach(const bina_link_questions *self, size_t at)
{
    const double *together = self->together + at * self->teaching;
    double scale = 1 / sqrt(together[at] + noise_of(&self->kind[at])), sum = 0;

    for (size_t j = 0; j < self->teaching; j++) {
        double moved = fabs(together[j]) * scale;
        double apart = fabs(self->kind[j].weight - threshold_of(self)) * NAT;
        double far;
        if (apart > 4 * moved || moved <= 0)
            continue;
        far = apart / moved;
        sum +=
            (double)self->kind[j].count * 0.5 * moved *
            (0.3989422804014327 * exp(-far * far / 2) - far * 0.5 * erfc(far * 0.7071067811865475));
    }
    return sum;
}

/* ---- asking ---- */

static uint32_t
root_of(bina_link_questions *self, uint32_t entity)
{
    while (self->root[entity] != entity)
        entity = self->root[entity] = self->root[self->root[entity]];
    return entity;
}

/* Whether the answer follows from those before it. */
static bool
is_implied(bina_link_questions *self, const bina_link_open *open)
{
    uint32_t entity[2];

    entities_of(self, open, entity);
    if (entity[0] == entity[1])
        return self->parted[entity[0]];
    return root_of(self, entity[0]) == root_of(self, entity[1]);
}

static void
take_as_answered(bina_link_questions *self, const bina_link_open *open)
{
    uint32_t entity[2], a, b;

    entities_of(self, open, entity);
    if (entity[0] == entity[1]) {
        self->parted[entity[0]] = true;
        return;
    }
    a = root_of(self, entity[0]);
    b = root_of(self, entity[1]);
    self->root[a > b ? a : b] = a > b ? b : a;
}

/* The first pair of a kind that is still a question; NULL when there is none. */
static const bina_link_open *
candidate_of(bina_link_questions *self, bina_link_kind *kind)
{
    while (kind->next < kind->first + kind->count && is_implied(self, &self->open[kind->next]))
        kind->next++;
    return kind->next < kind->first + kind->count ? &self->open[kind->next] : NULL;
}

/* What is known of the weights once a pair of a kind has been answered. */
static void
learn(bina_link_questions *self, size_t at)
{
    size_t n = self->teaching;
    double *mine = self->together + at * n, noise = noise_of(&self->kind[at]);
    double by = 1 / (mine[at] + noise);

    for (size_t i = 0; i < n; i++) {
        double share = self->together[i * n + at] * by;
        if (i == at)
            continue;
        for (size_t j = 0; j < n; j++)
            self->together[i * n + j] -= share * mine[j];
    }
    for (size_t j = 0; j < n; j++) {
        mine[j] *= noise * by;
        self->kind[j].stale = true;
    }
}

bool
bina_link_questions_next(bina_link_questions *self, const bina_link_open **open, double *gain,
                         size_t *alike)
{
    for (;;) {
        const bina_link_open *best = NULL;
        size_t at = 0;
        *gain = -1;
        for (size_t i = 0; i < self->kinds; i++) {
            const bina_link_open *next = candidate_of(self, &self->kind[i]);
            if (next != NULL && next->direct + self->kind[i].teaches > *gain) {
                best = next;
                at = i;
                *gain = next->direct + self->kind[i].teaches;
            }
        }
        if (best == NULL)
            return false;
        if (self->kind[at].stale) { /* it was worth so much, and is now worth less */
            self->kind[at].teaches = teach(self, at);
            self->kind[at].stale = false;
            continue;
        }
        *open = best;
        *alike = self->kind[at].count;
        take_as_answered(self, best);
        if (at < self->teaching)
            learn(self, at);
        return true;
    }
}

bina_status
bina_link_questions_init(bina_link_questions *self, const bina_linkage *linkage)
{
    size_t rows;
    bina_status status;

    memset(self, 0, sizeof(*self));
    self->engine = &linkage->engine;
    self->index = linkage->index;
    self->rows = self->index == NULL ? linkage->table.rows : self->index->rows;
    rows = (size_t)self->rows + 1;
    self->root = malloc(rows * sizeof(*self->root));
    self->parted = calloc(rows, sizeof(*self->parted));
    if (self->root == NULL || self->parted == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < self->rows; r++)
        self->root[r] = r;
    status = gather(self);
    if (status == BINA_OK)
        status = weigh_directly(self);
    if (status == BINA_OK)
        status = find_kinds(self);
    if (status == BINA_OK)
        status = find_together(self);
    return status;
}

void
bina_link_questions_drop(bina_link_questions *self)
{
    free(self->open);
    free(self->kind);
    free(self->together);
    free(self->root);
    free(self->parted);
    memset(self, 0, sizeof(*self));
}
