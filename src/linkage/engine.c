#include "linkage/engine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/pages.h"
#include "linkage/dependence.h"
#include "linkage/levels.h"
#include "linkage/lone.h"
#include "linkage/nearest.h"
#include "linkage/nested.h"
#include "linkage/owner.h"
#include "linkage/taught.h"
#include "linkage/large.h"
#include "linkage/reading.h"
#include "linkage/settings.h"
#include "linkage/single.h"
#include "linkage/swap.h"

#define HOPELESS 4.0  /* so many times more pairs than may be compared */
#define FEW      5000 /* values that are compared with each other even in large lists */
#define FIRST    -8.0 /* log2 odds, by what is usual, from which pairs are counted one by one */

void
bina_link_engine_init(bina_link_engine *engine, bina_link_table *table, bina_link_plan *plan)
{
    memset(engine, 0, sizeof(*engine));
    engine->table = table;
    engine->plan = plan;
    engine->link = BINA_LINK_USUAL;
    engine->review = 0.2;
    engine->most_pairs = 2e7;
    engine->seed = 1;
    engine->edges.heap = table->heap;
}

void
bina_link_engine_drop(bina_link_engine *engine)
{
    bina_link_small_drop(&engine->small);
    bina_link_large_drop(&engine->large);
    bina_link_patterns_drop(&engine->patterns);
    bina_link_judge_drop(&engine->judge);
    bina_link_rows_drop(&engine->rows);
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        bina_link_field_drop(&engine->field[f]);
    bina_link_edges_drop(&engine->edges);
    free(engine->all);
    free(engine->repeats);
    free(engine->single);
    if (engine->table != NULL) {
        bina_heap_give(engine->table->heap, engine->list_of);
        bina_heap_give(engine->table->heap, engine->entity);
    }
}

static void
enter(bina_link_engine *engine, bina_link_stage stage, uint64_t total)
{
    engine->stage = stage;
    engine->done = 0;
    engine->total = total;
    /* What a stage needed for a while lies about in pieces that the next one's arrays are not of.
     */
    if (engine->blocked)
        bina_pages_give_back();
}

/* Whether there are so many pairs that no way of meeting those that matter would do. */
static bool
is_large(const bina_link_engine *engine)
{
    double rows = engine->table->rows;

    return rows * rows / 2 > HOPELESS * engine->most_pairs;
}

/* All pairs there are, met or not. */
static void
count_all(bina_link_engine *engine)
{
    const bina_link_table *table = engine->table;
    double rows = table->rows;

    engine->all_pairs[0] = rows * (rows - 1) / 2;
    for (uint32_t l = 0; l < table->list_count; l++) {
        double inside = table->lists[l]->rows * (table->lists[l]->rows - 1.0) / 2;
        engine->all_pairs[0] -= inside;
        if (engine->alone == NULL || !engine->alone[l])
            engine->all_pairs[1] += inside;
    }
}

/* Judges by the model as it is now. */
static bina_status
judge(bina_link_engine *engine, double least)
{
    bina_link_judge_drop(&engine->judge);
    return bina_link_judge_init(&engine->judge, engine->plan, engine->field, &engine->model, least);
}

/* Judges by what is usual of matches, and by chance as it is in the fields that `changed` tells. */
static bina_status
judge_first(bina_link_engine *engine, uint32_t changed)
{
    bina_status status =
        bina_link_levels_count(engine->plan, engine->field, engine->table->rows, engine->seed,
                               engine->threads, changed, *engine->all);

    if (status != BINA_OK)
        return status;
    bina_link_model_start(&engine->model, engine->plan, engine->field, engine->all_pairs,
                          engine->table->rows, *engine->all);
    return judge(engine, FIRST);
}

/* From fields to where pairs come from. */
static bina_status
begin_pairs(bina_link_engine *engine)
{
    bina_status status =
        bina_link_rows_pack(&engine->rows, engine->table->heap, engine->field, engine->plan->count,
                            engine->table->rows, engine->threads);

    count_all(engine);
    engine->all = calloc(1, sizeof(*engine->all));
    if (status == BINA_OK && engine->all == NULL)
        status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = judge_first(engine, UINT32_MAX);
    if (status == BINA_OK)
        status = bina_link_patterns_init(&engine->patterns);
    for (int f = 0; f < engine->plan->count; f++)
        if (engine->field[f].similar.start == NULL)
            engine->blocked = true;
    if (status == BINA_OK && !engine->blocked) {
        status = bina_link_small_init(engine);
        engine->blocked = engine->small.cost * engine->table->rows / 2 > engine->most_pairs;
        if (engine->blocked)
            bina_link_small_drop(&engine->small);
    }
    if (status == BINA_OK && engine->blocked)
        status = bina_link_large_init(engine);
    return status;
}

/* Learns words from pairs, and counts anew what has become alike. */
static bina_status
learn(bina_link_engine *engine)
{
    bina_link_synonyms synonyms;
    uint32_t changed = 0; /* the fields */
    bina_status status =
        bina_link_synonyms_init(&synonyms, engine->plan, engine->field, &engine->model);

    if (status == BINA_OK && synonyms.any)
        status = engine->blocked ? bina_link_large_learn(engine, &synonyms)
                                 : bina_link_small_learn(engine, &synonyms);
    if (status == BINA_OK)
        status = bina_link_synonyms_settle(&synonyms, engine->field, &changed);
    bina_link_synonyms_drop(&synonyms);
    if (status == BINA_OK && !engine->blocked &&
        bina_link_nearest_is_of_use(engine->plan, engine->field, engine->table)) {
        bool found;
        status = bina_link_nearest_find(engine->field, engine->table, engine->link, engine->threads,
                                        &found);
        changed |= found;
    }
    return status == BINA_OK && changed != 0 ? judge_first(engine, changed) : status;
}

static bina_status
fit(bina_link_engine *engine)
{
    bina_status status = BINA_OK;

    if (engine->frozen != NULL)
        engine->model = *engine->frozen;
    else
        status = bina_link_model_fit(&engine->model, &engine->patterns, engine->plan, engine->field,
                                     engine->all_pairs, engine->table->rows, *engine->all,
                                     engine->threads);
    if (status == BINA_OK && engine->frozen == NULL && engine->verdicts > 0) {
        status = judge(engine, -INFINITY);
        if (status == BINA_OK)
            status = bina_link_teach(engine);
    }
    return status == BINA_OK ? judge(engine, bina_link_odds(engine->review)) : status;
}

/* Verdicts are pairs too, whatever their score. */
static bina_status
keep_verdicts(bina_link_engine *engine)
{
    bina_link_edges scored = engine->edges;
    bina_status status = BINA_OK;

    if (engine->verdicts == 0)
        return BINA_OK;
    engine->edges = (bina_link_edges){.heap = engine->table->heap};
    for (size_t i = 0; i < engine->verdicts && status == BINA_OK; i++) {
        const bina_link_verdict *verdict = &engine->verdict[i];
        status = bina_link_edges_add(&scored, verdict->a, verdict->b,
                                     verdict->same ? BINA_LINK_SAME : BINA_LINK_DIFFERENT_VERDICT);
    }
    if (status == BINA_OK)
        status = bina_link_edges_join(&engine->edges, &scored, 1, engine->table->rows);
    bina_link_edges_drop(&scored);
    return status;
}

/* Finds the lists that do not repeat themselves; what was declared of a list goes before. */
static bina_status
find_single(bina_link_engine *engine)
{
    uint32_t lists = engine->table->list_count;
    uint32_t *rows = calloc((size_t)lists + 1, sizeof(*rows));
    bina_status status = BINA_ERR_NO_MEMORY;

    engine->single = calloc((size_t)lists + 1, sizeof(*engine->single));
    engine->list_of = bina_heap_clear(engine->table->heap, (size_t)engine->table->rows + 1,
                                      sizeof(*engine->list_of));
    if (rows == NULL || engine->single == NULL || engine->list_of == NULL)
        goto out;
    for (uint32_t l = 0; l < lists; l++) {
        rows[l] = engine->table->lists[l]->rows;
        for (uint32_t r = 0; r < rows[l]; r++)
            engine->list_of[engine->table->lists[l]->first + r] = l;
    }
    status = bina_link_single_find(&engine->edges, engine->list_of, rows, lists, engine->single);
    for (uint32_t l = 0; l < lists; l++) {
        if (engine->repeats != NULL && engine->repeats[l])
            engine->single[l] = false;
        if (engine->alone != NULL && engine->alone[l])
            engine->single[l] = true;
    }
out:
    free(rows);
    return status;
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
    engine->entity = bina_heap_take(engine->table->heap, (size_t)engine->table->rows + 1,
                                    sizeof(*engine->entity));
    if (engine->entity == NULL)
        return BINA_ERR_NO_MEMORY;
    clustering.rows = engine->table->rows;
    clustering.edge = engine->edges.edge;
    clustering.edges = engine->edges.count;
    clustering.threshold = bina_link_odds(engine->link);
    clustering.mates = engine->model.mates;
    clustering.list = engine->list_of;
    clustering.single = engine->single;
    clustering.weigh = weigh;
    clustering.self = engine;
    clustering.threads = engine->threads;
    clustering.heap = engine->table->heap;
    status = bina_link_cluster(&clustering, engine->entity);
    if (status == BINA_OK)
        status = bina_link_lone_find(&clustering, engine->link, &engine->lone);
    if (status == BINA_OK)
        status = bina_link_lone_unite(&clustering, engine->lone, engine->entity);
    return status;
}

/* ---- stages ---- */

/* What all rows are needed for: columns that say the same, owners, values in each other's place. */
static bina_status
end_reading(bina_link_engine *engine)
{
    const bina_link_plan *plan = engine->plan;
    bina_link_table *table = engine->table;
    bina_status status = bina_link_reading_end(engine->field, plan, table, engine->threads);

    if (status == BINA_OK && plan->proposed)
        status = bina_link_nested_find(engine->plan, engine->field, table->rows);
    if (status == BINA_OK)
        status = bina_link_owner_remove(plan, engine->field, table, engine->threads);
    if (status == BINA_OK)
        status = bina_link_swap_values(plan, engine->field, table->rows, engine->threads);
    return status;
}

/* A list a step. */
static bina_status
read_lists(bina_link_engine *engine)
{
    bina_status status;

    engine->total = (uint64_t)engine->table->list_count + 1;
    if (engine->done == engine->total) {
        status = end_reading(engine);
        engine->blocked = is_large(engine);
        enter(engine, BINA_LINK_STAGE_JOIN, (uint64_t)engine->plan->count);
        return status;
    }
    if (engine->done == 0)
        status = bina_link_reading_begin(engine->field, engine->plan, engine->table);
    else
        status = bina_link_reading_list(engine->field, engine->plan, engine->table,
                                        (uint32_t)engine->done - 1, engine->threads);
    engine->done++;
    return status;
}

/* The similar values of a field a step; short fields are done with the first. */
static bina_status
join_fields(bina_link_engine *engine)
{
    bina_link_field *field = &engine->field[engine->done];
    uint32_t most = engine->blocked ? FEW : UINT32_MAX;
    bina_status status = BINA_OK;

    if (engine->done < engine->total) {
        if (engine->done == 0)
            status = bina_link_fields_join(field, engine->plan->count, most, engine->threads);
        if (status == BINA_OK && bina_link_field_is_long(field))
            status = bina_link_field_join(field, most, engine->threads);
        engine->done++;
        return status;
    }
    if (engine->plan->proposed)
        status = bina_link_dependence_find(engine->plan, engine->field, engine->table->rows,
                                           engine->seed, engine->threads);
    if (status == BINA_OK)
        status = begin_pairs(engine);
    enter(engine, BINA_LINK_STAGE_LEARN, 1);
    return status;
}

bina_status
bina_link_engine_step(bina_link_engine *engine)
{
    bina_status status = BINA_OK;

    switch (engine->stage) {
    case BINA_LINK_STAGE_READ:
        return read_lists(engine);
    case BINA_LINK_STAGE_JOIN:
        return join_fields(engine);
    case BINA_LINK_STAGE_LEARN:
        if (engine->blocked) {
            status = bina_link_large_build(engine);
            if (status != BINA_DONE)
                break;
        }
        status = learn(engine);
        enter(engine, BINA_LINK_STAGE_COUNT, engine->table->rows);
        break;
    case BINA_LINK_STAGE_COUNT:
        status = engine->blocked ? bina_link_large_count(engine) : bina_link_small_count(engine);
        if (status == BINA_OK && engine->done >= engine->total)
            enter(engine, BINA_LINK_STAGE_FIT, 1);
        break;
    case BINA_LINK_STAGE_FIT:
        status = fit(engine);
        enter(engine, BINA_LINK_STAGE_SCORE, engine->table->rows);
        break;
    case BINA_LINK_STAGE_SCORE:
        status = engine->blocked ? bina_link_large_score(engine) : bina_link_small_score(engine);
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
