#include "linkage/engine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/dependence.h"
#include "linkage/nested.h"
#include "linkage/owner.h"
#include "linkage/synonyms.h"
#include "linkage/telling.h"

#define STEP_PAIRS 4000000u /* compared in one step */
#define STRONG     6.6      /* log2 odds of a pair used to tell whether a list repeats itself */

double
bina_link_probability(double weight)
{
    return 1 / (1 + exp2(-weight));
}

double
bina_link_odds(double probability)
{
    return log2(probability / (1 - probability));
}

void
bina_link_engine_init(bina_link_engine *engine, const bina_link_table *table, bina_link_plan *plan)
{
    memset(engine, 0, sizeof(*engine));
    engine->table = table;
    engine->plan = plan;
    engine->link = 0.7;
    engine->review = 0.2;
    engine->most_pairs = 4e8;
    engine->seed = 1;
}

void
bina_link_engine_drop(bina_link_engine *engine)
{
    bina_link_pairs_drop(&engine->pairs);
    bina_link_blocking_drop(&engine->blocking);
    bina_link_patterns_drop(&engine->patterns);
    bina_link_rows_drop(&engine->rows);
    bina_link_judge_drop(&engine->judge);
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        bina_link_field_drop(&engine->field[f]);
    free(engine->edge);
    free(engine->repeats);
    free(engine->single);
    free(engine->list_of);
    free(engine->entity);
}

static void
enter(bina_link_engine *engine, bina_link_stage stage, uint64_t total)
{
    engine->stage = stage;
    engine->done = 0;
    engine->total = total;
}

static bina_status
begin_pairs(bina_link_engine *engine)
{
    const bina_link_table *table = engine->table;
    double rows = table->rows;
    bina_status status;

    engine->all_pairs[0] = rows * (rows - 1) / 2;
    for (uint32_t l = 0; l < table->list_count; l++) {
        double inside = table->lists[l]->rows * (table->lists[l]->rows - 1.0) / 2;
        engine->all_pairs[0] -= inside;
        if (engine->alone == NULL || !engine->alone[l])
            engine->all_pairs[1] += inside;
    }
    engine->blocked = rows * rows / 2 > engine->most_pairs;
    for (int f = 0; f < engine->plan->count; f++)
        if (engine->field[f].similar.start == NULL)
            engine->blocked = true;
    if (engine->blocked) {
        status = BINA_OK;
        if (engine->plan->rules == 0)
            status = bina_link_blocking_propose(engine->plan, engine->field, table->rows);
        if (status == BINA_OK)
            status = bina_link_blocking_build(&engine->blocking, engine->plan, engine->field,
                                              table->rows, 300);
        if (status != BINA_OK)
            return status;
    }
    status = bina_link_patterns_init(&engine->patterns);
    if (status != BINA_OK)
        return status;
    return bina_link_pairs_init(&engine->pairs, table, engine->field, engine->plan->count,
                                engine->alone, engine->blocked ? &engine->blocking : NULL);
}

/* Sees the patterns of the next rows, a few million pairs at a time. */
static bina_status
walk(bina_link_engine *engine, bina_status (*see)(bina_link_engine *engine, uint32_t row))
{
    size_t pairs = 0;

    while (engine->done < engine->table->rows && pairs < STEP_PAIRS) {
        uint32_t row = (uint32_t)engine->done;
        bina_status status = bina_link_pairs_row(&engine->pairs, row);
        if (status == BINA_OK)
            status = see(engine, row);
        if (status != BINA_OK)
            return status;
        pairs += engine->pairs.count + 100;
        engine->done++;
    }
    return BINA_OK;
}

static bina_status
see_count(bina_link_engine *engine, uint32_t row)
{
    (void)row;
    return bina_link_patterns_add(&engine->patterns, engine->pairs.pattern, engine->pairs.count);
}

/* How many of all pairs have each level, from the pairs compared when those are all. */
static void
count_levels(const bina_link_engine *engine, bina_link_levels all)
{
    const bina_link_patterns *patterns = &engine->patterns;

    for (size_t i = 0; i < patterns->slots; i++) {
        uint64_t pattern = patterns->key[i] - 1;
        if (patterns->key[i] == 0)
            continue;
        for (int f = 0; f < engine->plan->count; f++)
            all[f][bina_link_pattern_state(engine->plan, pattern, f)]
               [bina_link_pattern_level(pattern, f)] += (double)patterns->count[i];
    }
}

static bina_status
fit(bina_link_engine *engine)
{
    bina_link_patterns *patterns = &engine->patterns;
    bina_link_levels *all = calloc(1, sizeof(*all));
    bina_status status = BINA_OK;

    if (all == NULL)
        return BINA_ERR_NO_MEMORY;
    if (engine->blocked)
        status = bina_link_dependence_count(engine->plan, engine->field, engine->table->rows,
                                            engine->seed, *all);
    else
        count_levels(engine, *all);
    if (status == BINA_OK)
        status = bina_link_model_fit(&engine->model, patterns, engine->plan, engine->field,
                                     engine->all_pairs, engine->table->rows, *all);
    free(all);
    if (status == BINA_OK)
        status = bina_link_rows_pack(&engine->rows, engine->field, engine->plan->count,
                                     engine->table->rows);
    if (status == BINA_OK)
        status = bina_link_judge_init(&engine->judge, engine->plan, engine->field, &engine->model,
                                      bina_link_odds(engine->review));
    return status;
}

static const bina_link_verdict *
verdict_of(const bina_link_engine *engine, uint32_t a, uint32_t b)
{
    size_t low = 0, high = engine->verdicts;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const bina_link_verdict *verdict = &engine->verdict[middle];
        if (verdict->a < a || (verdict->a == a && verdict->b < b))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < engine->verdicts && engine->verdict[low].a == a && engine->verdict[low].b == b)
        return &engine->verdict[low];
    return NULL;
}

uint64_t
bina_link_engine_pattern(const bina_link_engine *engine, uint32_t a, uint32_t b)
{
    uint64_t pattern = bina_link_pattern_of(engine->field, engine->plan->count, a, b);

    if (bina_link_table_list_of(engine->table, a) == bina_link_table_list_of(engine->table, b))
        pattern |= BINA_LINK_SAME_LIST;
    return pattern;
}

double
bina_link_engine_weigh(const bina_link_engine *engine, uint32_t a, uint32_t b)
{
    const bina_link_verdict *verdict;
    uint64_t pattern;

    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    verdict = verdict_of(engine, a, b);
    if (verdict != NULL)
        return verdict->same ? BINA_LINK_SAME : BINA_LINK_DIFFERENT_VERDICT;
    pattern = bina_link_engine_pattern(engine, a, b);
    return bina_link_judge_weigh(&engine->judge, pattern, bina_link_rows_at(&engine->rows, a));
}

static bina_status
keep(bina_link_engine *engine, uint32_t a, uint32_t b, double weight, uint64_t pattern)
{
    bina_link_edge *edge;

    if (!bina_vector_reserve(&engine->edge, &engine->edge_room, engine->edges + 1,
                             sizeof(*engine->edge)))
        return BINA_ERR_NO_MEMORY;
    edge = &engine->edge[engine->edges++];
    edge->a = a;
    edge->b = b;
    edge->weight = weight;
    edge->pattern = pattern;
    return BINA_OK;
}

static int
by_rows(const void *a, const void *b)
{
    const bina_link_edge *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

static bina_status
see_score(bina_link_engine *engine, uint32_t row)
{
    const bina_link_pairs *pairs = &engine->pairs;
    const uint32_t *codes = bina_link_rows_at(&engine->rows, row);
    uint64_t telling = bina_link_telling(&engine->model, engine->plan, engine->field, row,
                                         engine->judge.least, true);

    for (size_t i = 0; i < pairs->count; i++) {
        uint64_t pattern = pairs->pattern[i];
        double weight;
        bina_status status;
        if ((pattern & telling) == 0)
            continue;
        weight = bina_link_judge_weigh(&engine->judge, pattern, codes);
        if (weight < engine->judge.least || verdict_of(engine, row, pairs->other[i]) != NULL)
            continue;
        status = keep(engine, row, pairs->other[i], weight, pattern);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

/* Verdicts are pairs too, whatever their score. */
static bina_status
keep_verdicts(bina_link_engine *engine)
{
    for (size_t i = 0; i < engine->verdicts; i++) {
        const bina_link_verdict *verdict = &engine->verdict[i];
        bina_status status = keep(engine, verdict->a, verdict->b,
                                  verdict->same ? BINA_LINK_SAME : BINA_LINK_DIFFERENT_VERDICT,
                                  bina_link_engine_pattern(engine, verdict->a, verdict->b));
        if (status != BINA_OK)
            return status;
    }
    if (engine->verdicts > 0)
        qsort(engine->edge, engine->edges, sizeof(*engine->edge), by_rows);
    return BINA_OK;
}

/*
 * Finds the lists that do not repeat themselves: hardly any strong pair inside, though many rows
 * have one in another list.
 */
static bina_status
find_single(bina_link_engine *engine)
{
    uint32_t lists = engine->table->list_count;
    size_t *inside = calloc((size_t)lists + 1, sizeof(*inside));
    size_t *across = calloc((size_t)lists + 1, sizeof(*across));

    engine->single = calloc((size_t)lists + 1, sizeof(*engine->single));
    engine->list_of = malloc(((size_t)engine->table->rows + 1) * sizeof(*engine->list_of));
    if (inside == NULL || across == NULL || engine->single == NULL || engine->list_of == NULL) {
        free(inside);
        free(across);
        return BINA_ERR_NO_MEMORY;
    }
    for (uint32_t l = 0; l < lists; l++)
        for (uint32_t r = 0; r < engine->table->lists[l]->rows; r++)
            engine->list_of[engine->table->lists[l]->first + r] = l;
    for (size_t i = 0; i < engine->edges; i++) {
        uint32_t a = engine->list_of[engine->edge[i].a], b = engine->list_of[engine->edge[i].b];
        if (engine->edge[i].weight < STRONG)
            continue;
        if (a == b) {
            inside[a]++;
        } else {
            across[a]++;
            across[b]++;
        }
    }
    for (uint32_t l = 0; l < lists; l++) {
        double rows = engine->table->lists[l]->rows;
        engine->single[l] = (engine->alone != NULL && engine->alone[l]) ||
                            (lists > 1 && (engine->repeats == NULL || !engine->repeats[l]) &&
                             (double)inside[l] <= rows * 0.002 && (double)across[l] >= rows * 0.05);
    }
    free(inside);
    free(across);
    return BINA_OK;
}

static double
weigh(void *self, uint32_t a, uint32_t b)
{
    return bina_link_engine_weigh(self, a, b);
}

static bina_status
group(bina_link_engine *engine)
{
    bina_link_clustering clustering;
    bina_status status = find_single(engine);

    if (status != BINA_OK)
        return status;
    engine->entity = malloc(((size_t)engine->table->rows + 1) * sizeof(*engine->entity));
    if (engine->entity == NULL)
        return BINA_ERR_NO_MEMORY;
    clustering.rows = engine->table->rows;
    clustering.edge = engine->edge;
    clustering.edges = engine->edges;
    clustering.threshold = bina_link_odds(engine->link);
    clustering.list = engine->list_of;
    clustering.single = engine->single;
    clustering.weigh = weigh;
    clustering.self = engine;
    return bina_link_cluster(&clustering, engine->entity);
}

bina_status
bina_link_engine_step(bina_link_engine *engine)
{
    const bina_link_plan *plan = engine->plan;
    bina_status status = BINA_OK;

    switch (engine->stage) {
    case BINA_LINK_STAGE_READ:
        engine->total = (uint64_t)plan->count;
        if (engine->done < engine->total) {
            status = bina_link_field_build(&engine->field[engine->done], &plan->field[engine->done],
                                           plan->profile, engine->table);
            engine->done++;
        } else {
            if (plan->proposed)
                status = bina_link_nested_find(engine->plan, engine->field, engine->table->rows);
            if (status == BINA_OK)
                status = bina_link_owner_remove(plan, engine->field, engine->table);
            enter(engine, BINA_LINK_STAGE_JOIN, (uint64_t)plan->count);
        }
        break;
    case BINA_LINK_STAGE_JOIN:
        if (engine->done < engine->total) {
            status = bina_link_field_join(&engine->field[engine->done], engine->threads);
            engine->done++;
        } else {
            if (plan->proposed)
                status = bina_link_dependence_find(engine->plan, engine->field, engine->table->rows,
                                                   engine->seed);
            if (status == BINA_OK)
                status = begin_pairs(engine);
            enter(engine, BINA_LINK_STAGE_LEARN, 1);
        }
        break;
    case BINA_LINK_STAGE_LEARN:
        status = bina_link_synonyms_learn(plan, engine->field, &engine->pairs, engine->table->rows,
                                          engine->all_pairs, engine->seed);
        enter(engine, BINA_LINK_STAGE_COUNT, engine->table->rows);
        break;
    case BINA_LINK_STAGE_COUNT:
        status = walk(engine, see_count);
        if (status == BINA_OK && engine->done >= engine->total)
            enter(engine, BINA_LINK_STAGE_FIT, 1);
        break;
    case BINA_LINK_STAGE_FIT:
        status = fit(engine);
        bina_link_pairs_drop(&engine->pairs);
        if (engine->blocked)
            memset(engine->blocking.seen, 0, engine->blocking.rows * sizeof(uint32_t));
        if (status == BINA_OK)
            status =
                bina_link_pairs_init(&engine->pairs, engine->table, engine->field, plan->count,
                                     engine->alone, engine->blocked ? &engine->blocking : NULL);
        enter(engine, BINA_LINK_STAGE_SCORE, engine->table->rows);
        break;
    case BINA_LINK_STAGE_SCORE:
        status = walk(engine, see_score);
        if (status == BINA_OK && engine->done >= engine->total) {
            status = keep_verdicts(engine);
            enter(engine, BINA_LINK_STAGE_GROUP, 1);
        }
        break;
    case BINA_LINK_STAGE_GROUP:
        status = group(engine);
        enter(engine, BINA_LINK_STAGE_END, 0);
        break;
    case BINA_LINK_STAGE_END:
        return BINA_DONE;
    }
    return status;
}
