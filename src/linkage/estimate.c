/* What the model expects of its own work: pairs by weight, and by that precision and recall. */
#include "linkage/estimate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/unmet.h"

#define MOST_BINS 100000

/* Pairs of one weight. */
typedef struct lump {
    double weight, pairs, matches;
} lump;

typedef bina_status lump_see(void *self, const lump *seen);

/*
 * How likely a pair is one, now that entities are known. A weight knows but the two rows; where a
 * pair ended in one entity, the other rows of it agreed, and where it did not, they did not. On
 * lists whose truth is known (people, enterprises, biographies), of pairs that ended apart about
 * one in seven of those expected by weight were one, and of those that ended together few less than
 * two in three even where the weight was low.
 */
static double
likely(bool together, double weight)
{
    double probability = bina_link_probability(weight);

    if (fabs(weight) >= BINA_LINK_SAME)
        return probability; /* a person said so */
    return together ? 0.65 + 0.35 * probability : 0.15 * probability;
}

static bina_status
see_edges(const bina_link_engine *engine, lump_see *see, void *self)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; i < engine->edges.count && status == BINA_OK; i++) {
        const bina_link_edge *edge = &engine->edges.edge[i];
        bool together = engine->entity[edge->a] == engine->entity[edge->b];
        lump one = {edge->weight, 1, likely(together, edge->weight)};
        status = see(self, &one);
    }
    return status;
}

/*
 * Shows all compared pairs: from the review threshold on one by one, with the weight they were
 * given; below it pattern by pattern, rarities left aside.
 */
static bina_status
see_all(const bina_link_engine *engine, lump_see *see, void *self)
{
    const bina_link_patterns *patterns = &engine->patterns;
    double least = bina_link_odds(engine->review);
    bina_status status = see_edges(engine, see, self);

    for (size_t i = 0; i < patterns->slots && status == BINA_OK; i++) {
        lump some;
        if (patterns->slot[i].key == 0)
            continue;
        some.weight =
            bina_link_model_weight(&engine->model, engine->plan, patterns->slot[i].key - 1);
        if (some.weight >= least)
            continue;
        some.pairs = (double)patterns->slot[i].count;
        some.matches = some.pairs * likely(false, some.weight);
        status = see(self, &some);
    }
    return status;
}

/* Of pairs of rows in one entity that weigh less than what is kept, how many should be one. */
static double
count_weak(const bina_link_engine *engine, const bina_link_counts *counts)
{
    int64_t weak = counts->together;

    for (size_t i = 0; i < engine->edges.count; i++)
        weak -= engine->entity[engine->edges.edge[i].a] == engine->entity[engine->edges.edge[i].b];
    return weak > 0 ? (double)weak * likely(true, -100) : 0;
}

/* Pairs that no weight tells of; where rows came and went since the run, none is told of. */
static bina_status
find_unmet(const bina_linkage *linkage, double *pairs)
{
    *pairs = 0;
    return linkage->index == NULL ? bina_link_unmet(&linkage->engine, pairs) : BINA_OK;
}

/* ---- precision and recall ---- */

static const double usual[] = {0.001, 0.005, 0.01,  0.02,   0.05,    0.1,     0.2,  0.3,
                               0.4,   0.5,   0.6,   0.7,    0.8,     0.9,     0.95, 0.98,
                               0.99,  0.995, 0.999, 0.9999, 0.99999, 0.999999};

enum { USUAL = sizeof(usual) / sizeof(usual[0]), STEPS = USUAL + 2 };

typedef struct steps {
    double threshold[STEPS], weight[STEPS]; /* ascending */
    int count;
    double pairs[STEPS + 1], matches[STEPS + 1]; /* [0]: below all; [n + 1]: from step n on */
} steps;

static void
put_step(steps *self, double threshold)
{
    int at = self->count;

    for (int n = 0; n < self->count; n++)
        if (self->threshold[n] == threshold)
            return;
    for (; at > 0 && self->threshold[at - 1] > threshold; at--)
        self->threshold[at] = self->threshold[at - 1];
    self->threshold[at] = threshold;
    self->count++;
}

static bina_status
see_step(void *self, const lump *seen)
{
    steps *all = self;
    int at = 0;

    while (at < all->count && seen->weight >= all->weight[at])
        at++;
    all->pairs[at] += seen->pairs;
    all->matches[at] += seen->matches;
    return BINA_OK;
}

/* What is expected from step n on. */
static void
sum_up(const steps *all, int n, double *links, double *right, double *missed)
{
    *links = *right = *missed = 0;
    for (int at = 0; at <= all->count; at++)
        if (at > n) {
            *links += all->pairs[at];
            *right += all->matches[at];
        } else {
            *missed += all->matches[at];
        }
}

/*
 * A model learnt from few pairs cannot know that none of them is wrong. By Laplace's rule of
 * succession, of n right ones in a row the next is right with odds of n + 1 to 1; no more is
 * claimed for what was linked, nor for what was found.
 */
static void
claim_less(double links, double *right, double *missed)
{
    *right = fmin(*right, links * (links + 1) / (links + 2));
    *missed = fmax(*missed, *right / (*right + 1));
}

bina_status
bina_link_expect(const bina_linkage *linkage, const bina_link_counts *counts, double *right,
                 double *missed)
{
    const bina_link_engine *engine = &linkage->engine;
    steps all;
    double unmet = 0;
    bina_status status;

    memset(&all, 0, sizeof(all)); /* without a step: all is below */
    status = see_all(engine, see_step, &all);
    if (status == BINA_OK)
        status = find_unmet(linkage, &unmet);
    *right = count_weak(engine, counts);
    *missed = all.matches[0] + unmet;
    for (size_t i = 0; i < engine->edges.count; i++) {
        const bina_link_edge *edge = &engine->edges.edge[i];
        double one = likely(true, edge->weight);
        if (engine->entity[edge->a] != engine->entity[edge->b])
            continue;
        *right += one;
        *missed -= one;
    }
    claim_less((double)counts->together, right, missed);
    return status;
}

static bina_status
write_step(bina_link_report *report, const steps *all, int n)
{
    double links, right, missed;
    bina_record *record = report->record;

    sum_up(all, n, &links, &right, &missed);
    claim_less(links, &right, &missed);
    bina_set_real(record, BINA_LINKAGE_EXPECTATION_THRESHOLD, all->threshold[n]);
    bina_set_real(record, BINA_LINKAGE_EXPECTATION_WEIGHT, all->weight[n]);
    bina_set_real(record, BINA_LINKAGE_EXPECTATION_LINKS, links);
    bina_set_real(record, BINA_LINKAGE_EXPECTATION_RIGHT, right);
    bina_set_real(record, BINA_LINKAGE_EXPECTATION_WRONG, links - right);
    bina_set_real(record, BINA_LINKAGE_EXPECTATION_MISSED, missed);
    if (links > 0)
        bina_set_real(record, BINA_LINKAGE_EXPECTATION_PRECISION, right / links);
    if (right + missed > 0)
        bina_set_real(record, BINA_LINKAGE_EXPECTATION_RECALL, right / (right + missed));
    if (links + right + missed > 0)
        bina_set_real(record, BINA_LINKAGE_EXPECTATION_F1, 2 * right / (links + right + missed));
    return bina_link_report_add(report);
}

bina_status
bina_linkage_expectations(bina_linkage *linkage, double threshold, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"threshold", BINA_REAL, 0, "A probability."},
        {"weight", BINA_REAL, 0, "The same as log2 odds."},
        {"links", BINA_REAL, 0, "Pairs from it on."},
        {"right", BINA_REAL, 0, "Of these, how many should be one."},
        {"wrong", BINA_REAL, 0, "The others of these."},
        {"missed", BINA_REAL, 0, "Pairs below it that should be one."},
        {"precision", BINA_REAL, 0, "Right of links."},
        {"recall", BINA_REAL, 0, "Right of all that should be one."},
        {"f1", BINA_REAL, 0, "The harmonic mean of both."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    bina_link_report report;
    bina_link_counts counts;
    lump weak = {-100, 0, 0};
    double unmet = 0;
    steps all;
    bina_status status =
        bina_link_report_begin(&report, linkage, "linkage_expectation",
                               "What the model expects of links from a threshold on.", slots);

    memset(&all, 0, sizeof(all));
    if (status == BINA_OK && threshold != 0 && !(threshold > 0 && threshold < 1))
        status = bina_error_set(&linkage->error, BINA_ERR_INVALID,
                                "%g is not a probability between 0 and 1",
                                "%g bukan peluang antara 0 dan 1", threshold);
    if (status != BINA_OK)
        goto out;
    if (threshold != 0) {
        put_step(&all, threshold);
    } else {
        for (int n = 0; n < USUAL; n++)
            put_step(&all, usual[n]);
        put_step(&all, engine->link);
        put_step(&all, engine->review);
    }
    for (int n = 0; n < all.count; n++)
        all.weight[n] = bina_link_odds(all.threshold[n]);
    status = bina_link_count(linkage, &counts);
    /* Rows that are together for others' sake: such a pair is missed by any threshold on weights.
     */
    if (status == BINA_OK)
        status = find_unmet(linkage, &unmet);
    weak.matches = status == BINA_OK ? count_weak(engine, &counts) + unmet : 0;
    see_step(&all, &weak);
    if (status == BINA_OK)
        status = see_all(engine, see_step, &all);
    for (int n = 0; n < all.count && status == BINA_OK; n++)
        status = write_step(&report, &all, n);
out:
    return bina_link_report_end(&report, linkage, status, cursor);
}

/* ---- the histogram ---- */

typedef struct bins {
    double width;
    long first, last;
    double *pairs, *matches; /* NULL while the first and the last bin are looked for */
} bins;

static bina_status
see_bin(void *self, const lump *seen)
{
    bins *all = self;
    long at = (long)floor(seen->weight / all->width);

    if (fabs(seen->weight) >= BINA_LINK_SAME)
        return BINA_OK; /* what a person decided has no weight */
    if (all->pairs != NULL) {
        all->pairs[at - all->first] += seen->pairs;
        all->matches[at - all->first] += seen->matches;
    } else {
        all->first = at < all->first ? at : all->first;
        all->last = at > all->last ? at : all->last;
    }
    return BINA_OK;
}

static bina_status
write_bins(bina_link_report *report, const bins *all)
{
    bina_status status = BINA_OK;

    for (long n = 0; n <= all->last - all->first && status == BINA_OK; n++) {
        bina_set_real(report->record, BINA_LINKAGE_BIN_FROM, (double)(all->first + n) * all->width);
        bina_set_real(report->record, BINA_LINKAGE_BIN_TO,
                      (double)(all->first + n + 1) * all->width);
        bina_set_real(report->record, BINA_LINKAGE_BIN_PAIRS, all->pairs[n]);
        bina_set_real(report->record, BINA_LINKAGE_BIN_MATCHES, all->matches[n]);
        status = bina_link_report_add(report);
    }
    return status;
}

bina_status
bina_linkage_histogram(bina_linkage *linkage, double width, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"from", BINA_REAL, 0, "A weight."},
        {"to", BINA_REAL, 0, "The weight at which the next bin begins."},
        {"pairs", BINA_REAL, 0, "Compared pairs that weigh so much."},
        {"matches", BINA_REAL, 0, "Of these, how many should be one."},
        {NULL, BINA_NULL, 0, NULL},
    };
    bins all = {width == 0 ? 1 : width, MOST_BINS, -MOST_BINS, NULL, NULL};
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_bin",
                                                "How many pairs weigh so much.", slots);

    if (status == BINA_OK && !(all.width >= 0.01 && all.width <= 100))
        status =
            bina_error_set(&linkage->error, BINA_ERR_INVALID, "a bin is 0.01 to 100 wide, not %g",
                           "lebar selang 0,01 sampai 100, bukan %g", width);
    if (status == BINA_OK)
        status = see_all(&linkage->engine, see_bin, &all);
    if (status != BINA_OK || all.last < all.first)
        goto out;
    all.pairs = calloc((size_t)(all.last - all.first) + 1, sizeof(*all.pairs));
    all.matches = calloc((size_t)(all.last - all.first) + 1, sizeof(*all.matches));
    if (all.pairs == NULL || all.matches == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    status = see_all(&linkage->engine, see_bin, &all);
    if (status == BINA_OK)
        status = write_bins(&report, &all);
out:
    free(all.pairs);
    free(all.matches);
    return bina_link_report_end(&report, linkage, status, cursor);
}
