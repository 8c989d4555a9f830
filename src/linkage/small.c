#include "linkage/small.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"
#include "linkage/engine.h"

#define SAMPLE     512      /* rows whose cost is looked at */
#define LEARN_ROWS 5000     /* rows whose pairs words are learnt from */
#define STEP       4000000. /* candidates of one step, more or less */
#define MET        2e6      /* rows met in counting, as long as so many are counted: */
#define SAMPLED    8000     /* rows */
#define DENSE      4000000. /* pairs of rows of which those that are no candidates are counted, too */
#define THINNED    4 /* of the others of such a row one in so many is counted, if they are many */
#define TOLD       8192 /* patterns a hand remembers */
#define AT_ONCE    256  /* pairs whose patterns are looked up together */

static void
drop_hand(bina_link_hand *hand)
{
    bina_link_probing_drop(&hand->probing);
    bina_link_patterns_drop(&hand->patterns);
    bina_link_edges_drop(&hand->edges);
    free(hand->told);
    memset(hand, 0, sizeof(*hand));
}

void
bina_link_small_drop(bina_link_small *small)
{
    for (int h = 0; h < BINA_LINK_HANDS; h++)
        drop_hand(&small->hand[h]);
    bina_link_probe_drop(&small->probe);
}

bina_status
bina_link_small_init(bina_link_engine *engine)
{
    bina_link_small *small = &engine->small;
    uint32_t rows = engine->table->rows, every = rows / SAMPLE + 1, seen = 0;
    bina_status status = bina_link_probe_init(&small->probe, engine->table, engine->field,
                                              engine->plan->count, &engine->rows, engine->alone);

    small->cost = 0;
    for (uint32_t r = 0; r < rows && status == BINA_OK; r += every, seen++)
        small->cost += bina_link_probe_cost(&small->probe, &engine->judge, r);
    small->cost /= seen > 0 ? seen : 1;
    return status;
}

static bina_status
begin_hand(bina_link_hand *hand, const bina_link_probe *probe)
{
    bina_status status = bina_link_probing_init(&hand->probing, probe);

    if (status == BINA_OK)
        status = bina_link_patterns_init(&hand->patterns);
    hand->told = calloc(TOLD, sizeof(*hand->told));
    return status == BINA_OK && hand->told == NULL ? BINA_ERR_NO_MEMORY : status;
}

static size_t
at_once(size_t left)
{
    return left < AT_ONCE ? left : AT_ONCE;
}

/* Two rows that match by what is usual, by hand; words are learnt of them afterwards. */
typedef struct lesson {
    uint32_t row, other;
    uint64_t pattern;
} lesson;

typedef struct lessons {
    lesson *pair;
    size_t count, room;
} lessons;

typedef struct learning {
    const bina_link_engine *engine;
    bina_link_judge strict; /* borrowed: what does not match teaches no word */
    lessons hand[BINA_LINK_HANDS];
} learning;

static bina_status
learn_row(const bina_link_probe *probe, bina_link_probing *probing, uint32_t row, lessons *into)
{
    uint64_t pattern[AT_ONCE];
    size_t count;

    if (!bina_vector_reserve(&into->pair, &into->room, into->count + probing->count,
                             sizeof(*into->pair)))
        return BINA_ERR_NO_MEMORY;
    for (size_t from = 0; from < probing->count; from += count) {
        const uint32_t *other = probing->other + from;
        count = at_once(probing->count - from);
        bina_link_probe_patterns(probe, probing, other, count, pattern);
        for (size_t i = 0; i < count; i++)
            into->pair[into->count++] = (lesson){row, other[i], pattern[i]};
    }
    return BINA_OK;
}

static bina_status
learn_part(void *self, size_t part)
{
    learning *all = self;
    const bina_link_probe *probe = &all->engine->small.probe;
    uint32_t rows = all->engine->table->rows, every = rows / LEARN_ROWS + 1;
    bina_link_probing probing;
    bina_status status = bina_link_probing_init(&probing, probe);

    for (uint32_t r = (uint32_t)part * every; r < rows && status == BINA_OK;
         r += BINA_LINK_HANDS * every) {
        bina_link_probe_row(probe, &all->strict, &probing, r);
        status = learn_row(probe, &probing, r, &all->hand[part]);
    }
    bina_link_probing_drop(&probing);
    return status;
}

bina_status
bina_link_small_learn(bina_link_engine *engine, bina_link_synonyms *synonyms)
{
    learning all = {.engine = engine, .strict = engine->judge};
    bina_status status;

    all.strict.least = 0;
    status = bina_parallel(engine->threads, BINA_LINK_HANDS, learn_part, &all);
    for (int h = 0; h < BINA_LINK_HANDS; h++) {
        const lessons *of = &all.hand[h];
        for (size_t i = 0; i < of->count && status == BINA_OK; i++)
            status = bina_link_synonyms_see(
                synonyms, bina_link_rows_at(&engine->rows, of->pair[i].row),
                bina_link_rows_at(&engine->rows, of->pair[i].other), of->pair[i].pattern);
        free(of->pair);
    }
    return status;
}

/* Deals the next rows out to the hands. */
static bina_status
deal(bina_link_engine *engine, bina_parallel_work *work)
{
    bina_link_small *small = &engine->small;
    uint32_t rows = engine->table->rows;
    double step = fmax(STEP / fmax(small->cost, 1), 512);
    bina_status status = BINA_OK;

    if (engine->done == 0)
        for (int h = 0; h < BINA_LINK_HANDS && status == BINA_OK; h++) {
            drop_hand(&small->hand[h]);
            status = begin_hand(&small->hand[h], &small->probe);
        }
    small->from = (uint32_t)engine->done;
    small->to = step < rows - small->from ? small->from + (uint32_t)step : rows;
    if (status == BINA_OK)
        status = bina_parallel(engine->threads, BINA_LINK_HANDS, work, engine);
    engine->done = small->to;
    return status;
}

static bina_status
count_pairs(const bina_link_small *small, bina_link_hand *hand, const uint32_t *other, size_t pairs,
            uint64_t times)
{
    uint64_t pattern[AT_ONCE];
    size_t count;
    bina_status status = BINA_OK;

    for (size_t from = 0; from < pairs && status == BINA_OK; from += count) {
        count = at_once(pairs - from);
        bina_link_probe_patterns(&small->probe, &hand->probing, other + from, count, pattern);
        status = bina_link_patterns_add(&hand->patterns, pattern, count, times);
    }
    return status;
}

/* The candidates of a row; of some rows others, too, for all that are like those. */
static bina_status
count_row(const bina_link_engine *engine, bina_link_hand *hand, uint32_t row)
{
    const bina_link_small *small = &engine->small;
    bina_link_probing *probing = &hand->probing;
    bina_status status;

    bina_link_probe_row(&small->probe, &engine->judge, probing, row);
    status = count_pairs(small, hand, probing->other, probing->count, small->sample);
    if (row / BINA_LINK_HANDS / small->sample % small->every != small->every / 2 || probing->all ||
        status != BINA_OK)
        return status;
    bina_link_probe_rest(&small->probe, probing, row % small->thinned, small->thinned);
    return count_pairs(small, hand, probing->other, probing->count,
                       (uint64_t)small->thinned * small->sample * small->every);
}

static bina_status
count_part(void *self, size_t part)
{
    bina_link_engine *engine = self;
    bina_status status = BINA_OK;

    for (uint32_t r = engine->small.from + (uint32_t)part;
         r < engine->small.to && status == BINA_OK; r += BINA_LINK_HANDS)
        if (r / BINA_LINK_HANDS % engine->small.sample == engine->small.sample / 2)
            status = count_row(engine, &engine->small.hand[part], r);
    return status;
}

bina_status
bina_link_small_count(bina_link_engine *engine)
{
    double rows = engine->table->rows;
    bina_status status;

    /* Some of the rows stand for all; of these, some for all pairs that are no candidates. */
    engine->small.sample = (uint32_t)fmin(engine->small.cost * rows / 2 / MET, rows / SAMPLED) + 1;
    engine->small.every = (uint32_t)fmin(rows * rows / 2 / DENSE, rows) / engine->small.sample + 1;
    engine->small.thinned = engine->small.every < THINNED ? 1 : THINNED;
    status = deal(engine, count_part);
    if (status != BINA_OK || engine->done < engine->table->rows)
        return status;
    for (int h = 0; h < BINA_LINK_HANDS && status == BINA_OK; h++)
        status = bina_link_patterns_join(&engine->patterns, &engine->small.hand[h].patterns);
    return status;
}

static bina_link_evidence
recall(const bina_link_judge *judge, bina_link_told *told, uint64_t pattern)
{
    bina_link_told *at = &told[(pattern * 0x9E3779B97F4A7C15u) >> 51];

    if (at->pattern != pattern + 1) {
        at->pattern = pattern + 1;
        at->evidence = bina_link_judge_pattern(judge, pattern);
    }
    return at->evidence;
}

static bina_status
score_row(const bina_link_engine *engine, bina_link_hand *hand, uint32_t row)
{
    const bina_link_judge *judge = &engine->judge;
    const uint32_t *codes = bina_link_rows_at(&engine->rows, row);
    bina_link_probing *probing = &hand->probing;
    uint64_t pattern[AT_ONCE];
    size_t count;
    double rarest = 0;
    bina_status status = BINA_OK;

    bina_link_probe_row(&engine->small.probe, judge, probing, row);
    for (int f = 0; f < judge->fields; f++)
        rarest += fmax(0, (double)judge->rarity[f][codes[f]]);
    for (size_t from = 0; from < probing->count; from += count) {
        const uint32_t *other = probing->other + from;
        count = at_once(probing->count - from);
        bina_link_probe_patterns(&engine->small.probe, probing, other, count, pattern);
        for (size_t i = 0; i < count && status == BINA_OK; i++) {
            bina_link_evidence evidence = recall(judge, hand->told, pattern[i]);
            double weight;
            if (evidence.one + rarest + 1e-6 < judge->least)
                continue;
            weight = bina_link_judge_settle(judge, evidence, pattern[i], codes);
            if (weight >= judge->least && bina_link_engine_verdict(engine, row, other[i]) == NULL)
                status = bina_link_edges_add(&hand->edges, row, other[i], weight);
        }
    }
    return status;
}

static bina_status
score_part(void *self, size_t part)
{
    bina_link_engine *engine = self;
    bina_status status = BINA_OK;

    for (uint32_t r = engine->small.from + (uint32_t)part;
         r < engine->small.to && status == BINA_OK; r += BINA_LINK_HANDS)
        status = score_row(engine, &engine->small.hand[part], r);
    return status;
}

bina_status
bina_link_small_score(bina_link_engine *engine)
{
    bina_link_edges parts[BINA_LINK_HANDS];
    bina_status status = deal(engine, score_part);

    if (status != BINA_OK || engine->done < engine->table->rows)
        return status;
    for (int h = 0; h < BINA_LINK_HANDS; h++) {
        parts[h] = engine->small.hand[h].edges;
        memset(&engine->small.hand[h].edges, 0, sizeof(parts[h]));
    }
    status = bina_link_edges_join(&engine->edges, parts, BINA_LINK_HANDS, engine->table->rows);
    for (int h = 0; h < BINA_LINK_HANDS; h++)
        bina_link_edges_drop(&parts[h]);
    return status;
}
