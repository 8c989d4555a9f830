/*
 * Log-linear models of how lists overlap (Fienberg 1972; Cormack 1989): Poisson counts whose
 * logarithm is a constant, a share of each list, and a share of some pairs of lists. What the
 * constant says is how many stand on no list.
 */
#include <math.h>
#include <string.h>
#include "report/cholesky.h"
#include "report/unseen.h"

#define CELLS      (1 << BINA_UNSEEN_LISTS)
#define PARAMETERS (1 + BINA_UNSEEN_LISTS + BINA_UNSEEN_LISTS * (BINA_UNSEEN_LISTS - 1) / 2)

uint32_t
bina_unseen_term(int i, int j)
{
    return (uint32_t)1 << (j * (j - 1) / 2 + i);
}

uint32_t
bina_unseen_all_terms(int lists)
{
    return ((uint32_t)1 << (lists * (lists - 1) / 2)) - 1;
}

typedef struct table {
    int lists, deepest; /* only cells of at most so many lists */
    bool whole;         /* with the cell of no list */
    uint32_t terms;
    int parameters;
    double counts[CELLS], means[CELLS];
    double answers[PARAMETERS]; /* the logarithms' shares; the first is the constant */
    double deviance, constant_variance;
} table;

/* Which parameters a cell has; a list of their numbers. */
static int
parts_of(const table *self, unsigned cell, int *parts)
{
    int count = 0, next = 1 + self->lists;

    parts[count++] = 0;
    for (int i = 0; i < self->lists; i++)
        if ((cell >> i & 1) != 0)
            parts[count++] = 1 + i;
    for (int j = 1; j < self->lists; j++)
        for (int i = 0; i < j; i++)
            if ((self->terms & bina_unseen_term(i, j)) != 0) {
                if ((cell >> i & 1) != 0 && (cell >> j & 1) != 0)
                    parts[count++] = next;
                next++;
            }
    return count;
}

static bool
is_used(const table *self, unsigned cell)
{
    int depth = 0;

    for (int i = 0; i < self->lists; i++)
        depth += (int)(cell >> i & 1);
    return depth == 0 ? self->whole : depth <= self->deepest;
}

static double
deviance_of(const table *self)
{
    double sum = 0;

    for (unsigned c = 0; c < 1u << self->lists; c++)
        if (is_used(self, c))
            sum += (self->counts[c] > 0 ? self->counts[c] * log(self->counts[c] / self->means[c])
                                        : 0) -
                   (self->counts[c] - self->means[c]);
    return 2 * sum;
}

static void
predict(table *self)
{
    int parts[PARAMETERS];

    for (unsigned c = 0; c < 1u << self->lists; c++) {
        double sum = 0;
        int count = parts_of(self, c, parts);
        for (int k = 0; k < count; k++)
            sum += self->answers[parts[k]];
        self->means[c] = exp(sum);
    }
}

/* One step of iteratively reweighted least squares from the means on hand. */
static bool
step(table *self, double answers[PARAMETERS])
{
    double matrix[PARAMETERS][PARAMETERS] = {{0}}, unit[PARAMETERS] = {1};
    int parts[PARAMETERS];

    memset(answers, 0, PARAMETERS * sizeof *answers);
    for (unsigned c = 0; c < 1u << self->lists; c++) {
        double mean = self->means[c];
        double working = log(mean) + (self->counts[c] - mean) / mean;
        int count = parts_of(self, c, parts);
        if (!is_used(self, c))
            continue;
        for (int a = 0; a < count; a++) {
            answers[parts[a]] += mean * working;
            for (int b = 0; b < count; b++)
                matrix[parts[a]][parts[b]] += mean;
        }
    }
    if (!bina_cholesky_factorise(matrix[0], PARAMETERS, self->parameters))
        return false;
    bina_cholesky_solve(matrix[0], PARAMETERS, self->parameters, answers);
    bina_cholesky_solve(matrix[0], PARAMETERS, self->parameters, unit);
    self->constant_variance = unit[0];
    return true;
}

/* Fits; false when there is no answer. */
static bool
fit(table *self)
{
    double last = INFINITY, next[PARAMETERS];

    self->parameters = 1 + self->lists;
    for (uint32_t bits = self->terms; bits != 0; bits &= bits - 1)
        self->parameters++;
    for (unsigned c = 0; c < 1u << self->lists; c++)
        self->means[c] = self->counts[c] + 0.5;
    for (int round = 0; round < 60; round++) {
        double before[PARAMETERS];
        if (!step(self, next))
            return false;
        memcpy(before, self->answers, sizeof before);
        memcpy(self->answers, next, sizeof next);
        predict(self);
        self->deviance = deviance_of(self);
        /* A step too far is halved. */
        for (int half = 0; half < 20 && round > 0 && !(self->deviance <= last + 1e-9); half++) {
            for (int k = 0; k < self->parameters; k++)
                self->answers[k] = (self->answers[k] + before[k]) / 2;
            predict(self);
            self->deviance = deviance_of(self);
        }
        if (!isfinite(self->deviance))
            return false;
        if (fabs(last - self->deviance) < 1e-10 * (fabs(self->deviance) + 1))
            return step(self, next);
        last = self->deviance;
    }
    return false;
}

static void
prepare(table *self, const double *cells, int lists, uint32_t terms)
{
    memset(self, 0, sizeof *self);
    self->lists = self->deepest = lists;
    self->terms = terms;
    memcpy(self->counts, cells, sizeof *cells << lists);
    self->counts[0] = 0;
}

/* ---- the interval: Cormack 1992 ---- */

/* ln(x!) by Stirling's series, for any x >= 0. */
static double
log_factorial(double x)
{
    double shift = 0;

    for (; x < 15; x++)
        shift += log(x + 1);
    return (x + 0.5) * log(x) - x + 0.918938533204672742 + 1 / (12 * x) - 1 / (360 * x * x * x) -
           shift;
}

/* The likelihood of so many on no list, the model fitted to the whole table of it. */
static double
profile(table *self, double unseen)
{
    double all = 0, sum;

    self->whole = true;
    self->counts[0] = unseen;
    if (!fit(self))
        return -INFINITY;
    for (unsigned c = 0; c < 1u << self->lists; c++)
        all += self->counts[c];
    sum = log_factorial(all) - log_factorial(unseen);
    for (unsigned c = 0; c < 1u << self->lists; c++)
        if (self->counts[c] > 0)
            sum += self->counts[c] * log(self->means[c] / all);
    return sum;
}

/* Where the likelihood is greatest, near `unseen`; by golden section on a logarithmic scale. */
static double
summit(table *self, double unseen, double *height)
{
    const double golden = 0.618033988749894848;
    double from = log1p(unseen / 4), to = log1p(4 * unseen + 10);

    for (int round = 0; round < 50 && to - from > 1e-7; round++) {
        double a = to - golden * (to - from), b = from + golden * (to - from);
        if (profile(self, expm1(a)) < profile(self, expm1(b)))
            from = a;
        else
            to = b;
    }
    *height = profile(self, expm1((from + to) / 2));
    return expm1((from + to) / 2);
}

/* Between a place inside the interval and one outside, where it ends. */
static double
edge(table *self, double inside, double outside, double height)
{
    for (int round = 0; round < 60 && fabs(outside - inside) > 1e-3 * (1 + inside / 100); round++) {
        double middle = (inside + outside) / 2;
        if (profile(self, middle) >= height)
            inside = middle;
        else
            outside = middle;
    }
    return (inside + outside) / 2;
}

static void
find_interval(table *self, double seen, bina_unseen *result)
{
    double height, best = summit(self, result->estimate - seen, &height), far = best + 1;

    height -= 3.841459 / 2; /* of 95 %, with one degree of freedom */
    result->low = seen + (profile(self, 0) >= height ? 0 : edge(self, best, 0, height));
    while (far < 100 * (seen + best) && profile(self, far) >= height)
        far = best + 2 * (far - best);
    result->high = profile(self, far) >= height ? INFINITY : seen + edge(self, best, far, height);
}

/* ---- models ---- */

/* The estimate without its interval. */
static void
estimate(table *self, bina_unseen *result)
{
    double seen = 0, unseen;
    int used = 0;

    memset(result, 0, sizeof *result);
    result->terms = self->terms;
    for (unsigned c = 1; c < 1u << self->lists; c++) {
        seen += self->counts[c];
        used += is_used(self, c);
    }
    if (!fit(self)) {
        result->refusal = BINA_UNSEEN_UNSTABLE;
        return;
    }
    unseen = exp(self->answers[0]);
    result->estimate = seen + unseen;
    result->error = sqrt(unseen + unseen * unseen * self->constant_variance);
    result->deviance = self->deviance;
    result->parameters = self->parameters;
    result->freedom = used - self->parameters;
    /* Where an empty cell sends the answer to infinity, its error goes ahead. */
    if (!isfinite(result->estimate) || !(result->error < result->estimate))
        result->refusal = BINA_UNSEEN_UNSTABLE;
}

static bina_unseen_refusal
why_not(const double *cells, int lists)
{
    double twice = 0;

    if (lists < 2)
        return BINA_UNSEEN_ONE_LIST;
    if (lists > BINA_UNSEEN_LISTS)
        return BINA_UNSEEN_TOO_MANY;
    for (unsigned c = 1; c < 1u << lists; c++)
        twice += (c & (c - 1)) != 0 ? cells[c] : 0;
    return twice < BINA_UNSEEN_OVERLAP ? BINA_UNSEEN_NO_OVERLAP : BINA_UNSEEN_NONE;
}

static double
seen_on(const double *cells, int lists)
{
    double seen = 0;

    for (unsigned c = 1; c < 1u << lists; c++)
        seen += cells[c];
    return seen;
}

static bool
begin(const double *cells, int lists, bina_unseen *result)
{
    memset(result, 0, sizeof *result);
    result->refusal = why_not(cells, lists);
    return result->refusal == BINA_UNSEEN_NONE;
}

void
bina_unseen_loglinear(const double *cells, int lists, uint32_t terms, bina_unseen *result)
{
    table self;

    if (!begin(cells, lists, result))
        return;
    prepare(&self, cells, lists, terms);
    estimate(&self, result);
    if (result->refusal == BINA_UNSEEN_NONE)
        find_interval(&self, seen_on(cells, lists), result);
}

/*
 * Takes the model when its AIC is less. BIC would leave out dependences that few rows cannot prove,
 * and lists of agencies nearly always depend on each other: too low, and too sure.
 */
static bool
try_model(const double *cells, int lists, uint32_t terms, double *least, uint32_t *best)
{
    table self;
    bina_unseen found;
    double aic;

    prepare(&self, cells, lists, terms);
    estimate(&self, &found);
    aic = found.deviance + 2.0 * found.parameters;
    if (found.refusal != BINA_UNSEEN_NONE || found.freedom < 0 || !(aic < *least))
        return false;
    *least = aic;
    *best = terms;
    return true;
}

void
bina_unseen_best(const double *cells, int lists, bina_unseen *result)
{
    double least = INFINITY;
    uint32_t best = 0, all;

    if (!begin(cells, lists, result))
        return;
    all = bina_unseen_all_terms(lists);
    if (lists <= BINA_UNSEEN_SEARCHED) {
        for (uint32_t terms = 0; terms <= all; terms++)
            (void)try_model(cells, lists, terms, &least, &best);
    } else { /* the dependence that helps most is taken in, as long as one helps */
        bool better = try_model(cells, lists, 0, &least, &best);
        while (better) {
            uint32_t base = best;
            better = false;
            for (uint32_t term = 1; term <= all && term != 0; term <<= 1)
                if ((base & term) == 0)
                    better |= try_model(cells, lists, base | term, &least, &best);
        }
    }
    if (isfinite(least))
        bina_unseen_loglinear(cells, lists, best, result);
    else
        result->refusal = BINA_UNSEEN_UNSTABLE;
}

/* Rivest and Baillargeon 2007: Chao's (1987) bound where lists are of different sizes. */
void
bina_unseen_lower_bound(const double *cells, int lists, bina_unseen *result)
{
    table self;

    if (!begin(cells, lists, result))
        return;
    prepare(&self, cells, lists, 0);
    self.deepest = 2;
    estimate(&self, result);
    if (result->refusal == BINA_UNSEEN_NONE)
        bina_unseen_interval(seen_on(cells, lists), result);
}
