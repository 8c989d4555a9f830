/* Estimates in closed form: Chapman's from two lists, sample coverage from three and more. */
#include <math.h>
#include <string.h>
#include "report/unseen.h"

void
bina_unseen_interval(double seen, bina_unseen *result)
{
    double beyond = result->estimate - seen;
    double ratio = result->error / beyond;

    if (!(beyond > 0)) {
        result->low = result->high = result->estimate;
        return;
    }
    ratio = exp(1.959964 * sqrt(log1p(ratio * ratio)));
    result->low = seen + beyond / ratio;
    result->high = seen + beyond * ratio;
}

/* Chapman 1951; the variance is Seber's (1970). */
void
bina_unseen_chapman(double first, double second, double both, bina_unseen *result)
{
    double fewer = first < second ? first : second;

    memset(result, 0, sizeof *result);
    if (fewer <= 0)
        result->refusal = BINA_UNSEEN_ONE_LIST;
    else if (both >= fewer)
        result->refusal = BINA_UNSEEN_COPIED;
    else if (both < BINA_UNSEEN_OVERLAP)
        result->refusal = BINA_UNSEEN_NO_OVERLAP;
    if (result->refusal != BINA_UNSEEN_NONE)
        return;
    result->estimate = (first + 1) * (second + 1) / (both + 1) - 1;
    result->error = sqrt((first + 1) * (second + 1) * (first - both) * (second - both) /
                         ((both + 1) * (both + 1) * (both + 2)));
    bina_unseen_interval(first + second - both, result);
}

int
bina_unseen_copied_from(const double *cells, int lists, int list)
{
    double size = 0;

    for (unsigned c = 1; c < 1u << lists; c++)
        size += (c >> list & 1) != 0 ? cells[c] : 0;
    for (int other = 0; other < lists; other++) {
        double both = 0, others = 0;
        if (other == list)
            continue;
        for (unsigned c = 1; c < 1u << lists; c++) {
            others += (c >> other & 1) != 0 ? cells[c] : 0;
            both += (c >> other & 1) != 0 && (c >> list & 1) != 0 ? cells[c] : 0;
        }
        /* Of two that are the same, the later is the copy. */
        if (size > 0 && both >= 0.99 * size && (others > size || other < list))
            return other;
    }
    return -1;
}

/* ---- sample coverage: Chao and Tsay 1998, Chao et al. 2001, equations 9 to 14 ---- */

enum { INDEPENDENT, HIGH_COVERAGE, ONE_STEP, ESTIMATES };

typedef struct sums {
    double sizes[BINA_UNSEEN_LISTS], alone[BINA_UNSEEN_LISTS];
    double both[BINA_UNSEEN_LISTS][BINA_UNSEEN_LISTS];
    double only[BINA_UNSEEN_LISTS][BINA_UNSEEN_LISTS]; /* on these two and no other */
    double seen;
} sums;

static void
add_up(const double *cells, int lists, sums *to)
{
    memset(to, 0, sizeof *to);
    for (unsigned c = 1; c < 1u << lists; c++) {
        to->seen += cells[c];
        for (int i = 0; i < lists; i++) {
            if ((c >> i & 1) == 0)
                continue;
            to->sizes[i] += cells[c];
            if (c == 1u << i)
                to->alone[i] = cells[c];
            for (int j = i + 1; j < lists; j++) {
                if ((c >> j & 1) == 0)
                    continue;
                to->both[i][j] += cells[c];
                if (c == (1u << i | 1u << j))
                    to->only[i][j] = cells[c];
            }
        }
    }
}

/* How many the pairs of lists add for their dependence, were there `all`. */
static double
dependence(const sums *of, int lists, double all)
{
    double sum = 0;

    for (int i = 0; i < lists; i++)
        for (int j = i + 1; j < lists; j++)
            sum += (of->alone[i] + of->alone[j] + 2 * of->only[i][j]) *
                   (all * of->both[i][j] / (of->sizes[i] * of->sizes[j]) - 1);
    return sum;
}

static double
estimates(const double *cells, int lists, double results[ESTIMATES])
{
    sums of;
    double coverage = 0, mean = 0, first, rest;

    add_up(cells, lists, &of);
    for (int i = 0; i < lists; i++) {
        coverage += of.alone[i] / of.sizes[i];
        mean += of.seen - of.alone[i];
    }
    coverage = 1 - coverage / lists;
    mean /= lists;
    first = mean / coverage;
    results[INDEPENDENT] = first;
    rest = first + dependence(&of, lists, first) / (lists * coverage);
    results[ONE_STEP] = first + dependence(&of, lists, rest) / (lists * coverage);
    /* The equation N = first + dependence(N) / (lists * coverage), which is linear, solved. */
    rest = dependence(&of, lists, 1) - dependence(&of, lists, 0);
    results[HIGH_COVERAGE] =
        (first + dependence(&of, lists, 0) / (lists * coverage)) / (1 - rest / (lists * coverage));
    return coverage;
}

static void
fill(bina_unseen *result, double estimate, double variance, double seen)
{
    result->estimate = estimate;
    /* Of a multinomial table, the variance is less by N than of a Poisson one (Sandland, Cormack
     * 1984); the estimates grow in proportion with the table. */
    result->error = sqrt(variance - estimate);
    if (!(result->error >= 0) || !isfinite(estimate) || estimate < seen)
        result->refusal = BINA_UNSEEN_UNSTABLE;
    else
        bina_unseen_interval(seen, result);
}

void
bina_unseen_sample_coverage(const double *cells, int lists, bina_unseen_coverage *result)
{
    double moved[1 << BINA_UNSEEN_LISTS], at[ESTIMATES], variance[ESTIMATES] = {0};
    bina_unseen *const kinds[ESTIMATES] = {&result->independent, &result->high_coverage,
                                           &result->one_step};
    sums of;

    memset(result, 0, sizeof *result);
    for (int k = 0; k < ESTIMATES; k++)
        kinds[k]->refusal = lists < 3                   ? BINA_UNSEEN_ONE_LIST
                            : lists > BINA_UNSEEN_LISTS ? BINA_UNSEEN_TOO_MANY
                                                        : BINA_UNSEEN_NONE;
    if (lists < 3 || lists > BINA_UNSEEN_LISTS)
        return;
    add_up(cells, lists, &of);
    for (int i = 0; i < lists; i++)
        if (of.sizes[i] <= of.alone[i])
            for (int k = 0; k < ESTIMATES; k++)
                kinds[k]->refusal = BINA_UNSEEN_NO_OVERLAP;
    if (result->independent.refusal != BINA_UNSEEN_NONE)
        return;
    result->coverage = estimates(cells, lists, at);
    memcpy(moved, cells, sizeof *cells << lists);
    for (unsigned c = 1; c < 1u << lists; c++) { /* the delta method, by differences */
        double step = 1e-4 * (cells[c] + 1), up[ESTIMATES], down[ESTIMATES];
        moved[c] = cells[c] + step;
        estimates(moved, lists, up);
        moved[c] = cells[c] - step;
        estimates(moved, lists, down);
        moved[c] = cells[c];
        for (int k = 0; k < ESTIMATES; k++) {
            double slope = (up[k] - down[k]) / (2 * step);
            variance[k] += slope * slope * cells[c];
        }
    }
    for (int k = 0; k < ESTIMATES; k++)
        fill(kinds[k], at[k], variance[k], of.seen);
}
