#include "linkage/large.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/parallel.h"
#include "base/vector.h"
#include "linkage/draws.h"
#include "linkage/engine.h"
#include "linkage/spilled.h"

#define LEARN_ROWS 6000u    /* left rows whose pairs words are learnt from */
#define FIT_PAIRS  1500000u /* whose patterns the model is fitted to, more or less */
#define FIT_ROWS   65536u   /* and left rows: tens of thousands of matches are enough */
#define STEP_PAIRS 500000u  /* met in one step, more or less */
#define STEP_DRAWN 300000u  /* drawn in one step, more or less */

/* A pair that was drawn. */
typedef struct meeting {
    uint32_t a, b;
    uint64_t pattern;
} meeting;

typedef struct meetings {
    meeting *met;
    size_t count, room;
} meetings;

/* A step: parts of the walk, each with what it yields. */
typedef struct errand {
    bina_link_engine *engine;
    bina_link_walk walk;
    size_t from, to;        /* parts */
    meetings *meetings;     /* of a part, counted from `from`; when drawing */
    bina_link_edges *edges; /* the same; when scoring */
} errand;

/* A part at work. */
typedef struct hand {
    const bina_link_engine *engine;
    meetings *meetings;
    bina_link_edges *edges;
} hand;

bina_status
bina_link_large_init(bina_link_engine *engine)
{
    bina_link_large *large = &engine->large;
    uint32_t rows = engine->table->rows;
    bina_status status = BINA_OK;

    bina_link_keyring_init(&large->ring, engine->field, engine->threads);
    if (engine->plan->rules == 0)
        status = bina_link_rules_propose(engine->plan, &large->ring, rows, &engine->judge,
                                         &engine->rows);
    large->cuts = bina_link_rules_cuts(engine->plan, engine->field, rows, large->cut);
    return status == BINA_OK ? bina_link_blocks_init(&large->blocks, engine->plan,
                                                     engine->table->heap, rows, engine->memory / 4)
                             : status;
}

void
bina_link_large_drop(bina_link_large *large)
{
    bina_link_outset_drop(&large->outset);
    bina_link_keyring_drop(&large->ring);
    bina_link_blocks_drop(&large->blocks);
    memset(large, 0, sizeof(*large));
}

bina_status
bina_link_large_build(bina_link_engine *engine)
{
    bina_link_large *large = &engine->large;

    engine->total = engine->plan->rules;
    engine->done = large->blocks.rules;
    if (engine->done == engine->total) {
        bina_link_keyring_drop(&large->ring);
        return BINA_DONE;
    }
    return bina_link_blocks_add(&large->blocks, engine->plan, &large->ring, BINA_LINK_LARGEST,
                                large->cut, large->cuts, engine->threads);
}

/* Where the next step ends: after such parts as make so many pairs together, more or less. */
static size_t
end_of_step(const bina_link_blocks *blocks, size_t from, uint64_t most)
{
    size_t parts = bina_link_blocks_parts(blocks);
    uint64_t pairs = bina_link_blocks_pairs(blocks) / (parts + 1) + 1, step = most / pairs + 1;

    return step < parts - from ? from + (size_t)step : parts;
}

static bool
is_one_list(const bina_link_table *table, uint32_t a, uint32_t b)
{
    return bina_link_table_list_of(table, a) == bina_link_table_list_of(table, b);
}

/* The patterns of some pairs, field by field: what a field's values need is fetched together. */
static void
tell_patterns(const bina_link_engine *engine, meeting *met, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bina_heap_touch(engine->rows.heap, bina_link_rows_at(&engine->rows, met[i].b));
        if (is_one_list(engine->table, met[i].a, met[i].b))
            met[i].pattern = BINA_LINK_SAME_LIST;
    }
    for (int f = 0; f < engine->plan->count; f++) {
        uint32_t x[BINA_LINK_DRAWN], y[BINA_LINK_DRAWN];
        uint8_t level[BINA_LINK_DRAWN];
        for (size_t i = 0; i < count; i++) {
            bina_heap_pass(engine->table->heap, 16 * i);
            x[i] = bina_link_rows_at(&engine->rows, met[i].a)[f];
            y[i] = bina_link_rows_at(&engine->rows, met[i].b)[f];
        }
        bina_link_draws_compare(&engine->field[f], x, y, count, level);
        for (size_t i = 0; i < count; i++)
            met[i].pattern |= (uint64_t)level[i] << (BINA_LINK_BITS * (unsigned)f);
    }
}

static bina_status
meet_pairs(void *self, const uint32_t *a, const uint32_t *b, size_t count)
{
    meetings *into = ((hand *)self)->meetings;

    if (!bina_vector_reserve(&into->met, &into->room, into->count + count, sizeof(*into->met)))
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++)
        into->met[into->count++] = (meeting){a[i], b[i], 0};
    return BINA_OK;
}

static bina_status
meet_part(void *self, size_t part)
{
    errand *all = self;
    hand one = {all->engine, &all->meetings[part], NULL};
    bina_link_walk walk = all->walk;

    walk.see = meet_pairs;
    walk.self = &one;
    return bina_link_blocks_walk(&walk, all->from + part);
}

static bina_status
tell_part(void *self, size_t part)
{
    const errand *all = self;
    const meetings *of = &all->meetings[part];

    for (size_t first = 0; first < of->count; first += BINA_LINK_DRAWN)
        tell_patterns(all->engine, of->met + first,
                      of->count - first < BINA_LINK_DRAWN ? of->count - first : BINA_LINK_DRAWN);
    return BINA_OK;
}

/* Draws the pairs of some left rows in parts of the walk, and shows them in the order of parts. */
static bina_status
draw(bina_link_engine *engine, uint32_t every, size_t from, size_t to,
     bina_status (*show)(void *self, const meetings *drawn), void *self)
{
    errand all = {engine, {&engine->large.blocks, engine->table, engine->alone, every, NULL, NULL},
                  from,   to,
                  NULL,   NULL};
    bina_status status;

    all.meetings = calloc(to - from + 1, sizeof(*all.meetings));
    if (all.meetings == NULL)
        return BINA_ERR_NO_MEMORY;
    /* First keys are read, then rows: both together may be more than stays in memory. */
    status = bina_parallel(engine->threads, to - from, meet_part, &all);
    if (status == BINA_OK)
        status = bina_parallel(engine->threads, to - from, tell_part, &all);
    for (size_t p = 0; p < to - from; p++) {
        if (status == BINA_OK)
            status = show(self, &all.meetings[p]);
        free(all.meetings[p].met);
    }
    free(all.meetings);
    return status;
}

typedef struct learning {
    const bina_link_engine *engine;
    bina_link_synonyms *synonyms;
} learning;

static bina_status
show_synonyms(void *self, const meetings *drawn)
{
    const learning *to = self;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < drawn->count && status == BINA_OK; i++) {
        bina_heap_pass(to->engine->rows.heap, 16 * i);
        status = bina_link_synonyms_see(
            to->synonyms, bina_link_rows_at(&to->engine->rows, drawn->met[i].a),
            bina_link_rows_at(&to->engine->rows, drawn->met[i].b), drawn->met[i].pattern);
    }
    return status;
}

bina_status
bina_link_large_learn(bina_link_engine *engine, bina_link_synonyms *synonyms)
{
    learning to = {engine, synonyms};

    return draw(engine, engine->table->rows / LEARN_ROWS + 1, 0,
                bina_link_blocks_parts(&engine->large.blocks), show_synonyms, &to);
}

typedef struct counting {
    bina_link_patterns *patterns;
    uint32_t times;
} counting;

static bina_status
show_patterns(void *self, const meetings *drawn)
{
    const counting *to = self;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < drawn->count && status == BINA_OK; i++)
        status = bina_link_patterns_add(to->patterns, &drawn->met[i].pattern, 1, to->times);
    return status;
}

bina_status
bina_link_large_count(bina_link_engine *engine)
{
    const bina_link_blocks *blocks = &engine->large.blocks;
    uint32_t every = (uint32_t)(bina_link_blocks_pairs(blocks) / FIT_PAIRS) + 1;
    uint32_t sparse = engine->table->rows / FIT_ROWS + 1;
    counting to = {&engine->patterns, every > sparse ? every : sparse};
    size_t from = (size_t)engine->done;
    bina_status status;

    engine->total = bina_link_blocks_parts(blocks);
    engine->done = end_of_step(blocks, from, (uint64_t)STEP_DRAWN * to.times);
    status = draw(engine, to.times, from, (size_t)engine->done, show_patterns, &to);
    return status;
}

/* Which pairs are of rows of one list; runs of pairs have the same left row. */
static void
tell_lists(const bina_link_table *table, const uint32_t *a, const uint32_t *b, size_t count,
           bool *same_list)
{
    const bina_link_list *list = table->lists[bina_link_table_list_of(table, a[0])];

    for (size_t i = 0; i < count; i++) {
        if (a[i] - list->first >= list->rows)
            list = table->lists[bina_link_table_list_of(table, a[i])];
        same_list[i] = b[i] - list->first < list->rows;
    }
}

bina_status
bina_link_large_weigh(const bina_link_engine *engine, const bina_link_rows *rows, const uint32_t *x,
                      const uint32_t *y, const uint32_t *a, const uint32_t *b, size_t count,
                      bina_link_edges *edges)
{
    bina_status status = BINA_OK;

    for (size_t from = 0; from < count && status == BINA_OK; from += BINA_LINK_TRIALS) {
        const uint32_t *of_a = a + from, *of_b = b + from;
        size_t some = count - from < BINA_LINK_TRIALS ? count - from : BINA_LINK_TRIALS;
        bina_link_kept kept[BINA_LINK_TRIALS];
        bool same_list[BINA_LINK_TRIALS];
        tell_lists(engine->table, of_a, of_b, some, same_list);
        some = bina_link_judge_many(&engine->large.outset, rows, x + from, y + from, same_list,
                                    some, kept);
        for (size_t i = 0; i < some && status == BINA_OK; i++)
            if (bina_link_engine_verdict(engine, of_a[kept[i].pair], of_b[kept[i].pair]) == NULL)
                status = bina_link_edges_add(edges, of_a[kept[i].pair], of_b[kept[i].pair],
                                             kept[i].weight);
    }
    return status;
}

static bina_status
score_pairs(void *self, const uint32_t *a, const uint32_t *b, size_t count)
{
    hand *one = self;

    return bina_link_large_weigh(one->engine, &one->engine->rows, a, b, a, b, count, one->edges);
}

static bina_status
score_part(void *self, size_t part)
{
    errand *all = self;
    hand one = {all->engine, NULL, &all->edges[part]};
    bina_link_walk walk = all->walk;

    walk.see = score_pairs;
    walk.self = &one;
    return bina_link_blocks_walk(&walk, all->from + part);
}

/* Adds the pairs of the parts of a step that are kept. */
static bina_status
score_step(bina_link_engine *engine, size_t from, size_t to)
{
    errand all = {engine, {&engine->large.blocks, engine->table, engine->alone, 1, NULL, NULL},
                  from,   to,
                  NULL,   NULL};
    bina_status status;

    all.edges = calloc(to - from + 1, sizeof(*all.edges));
    if (all.edges == NULL)
        return BINA_ERR_NO_MEMORY;
    status = bina_parallel(engine->threads, to - from, score_part, &all);
    for (size_t p = 0; p < to - from; p++) {
        if (status == BINA_OK)
            status = bina_link_edges_append(&engine->edges, &all.edges[p]);
        bina_link_edges_drop(&all.edges[p]);
    }
    free(all.edges);
    return status;
}

bina_status
bina_link_large_score(bina_link_engine *engine)
{
    bina_link_large *large = &engine->large;
    size_t from = (size_t)engine->done, to;
    bool spilled = engine->rows.heap != NULL;
    bina_status status = BINA_OK;

    if (large->outset.judge == NULL)
        status = bina_link_outset_init(&large->outset, &engine->judge);
    if (status != BINA_OK)
        return status;
    engine->total = bina_link_blocks_parts(&large->blocks);
    to = end_of_step(&large->blocks, from, spilled ? bina_link_spilled_most(engine) : STEP_PAIRS);
    status = spilled ? bina_link_spilled_score(engine, from, to) : score_step(engine, from, to);
    engine->done = to;
    if (status == BINA_OK && engine->done >= engine->total)
        bina_link_large_drop(large);
    return status;
}
