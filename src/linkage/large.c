#include "linkage/large.h"

#include <string.h>

#include "linkage/telling.h"

#define LEARN_ROWS 6000     /* rows whose pairs words are learnt from */
#define STEP_PAIRS 4000000u /* compared in one step */

/* Begins with the first row again. */
static bina_status
rewind_pairs(bina_link_engine *engine)
{
    bina_link_pairs_drop(&engine->pairs);
    memset(engine->blocking.seen, 0, engine->blocking.rows * sizeof(uint32_t));
    return bina_link_pairs_init(&engine->pairs, engine->table, engine->field, engine->plan->count,
                                engine->alone, &engine->blocking);
}

bina_status
bina_link_large_init(bina_link_engine *engine)
{
    bina_status status = BINA_OK;

    if (engine->plan->rules == 0)
        status = bina_link_blocking_propose(engine->plan, engine->field, engine->table->rows);
    if (status == BINA_OK)
        status = bina_link_blocking_build(&engine->blocking, engine->plan, engine->field,
                                          engine->table->rows, 300);
    return status;
}

bina_status
bina_link_large_learn(bina_link_engine *engine, bina_link_synonyms *synonyms)
{
    uint32_t rows = engine->table->rows, every = rows / LEARN_ROWS + 1;
    bina_status status = rewind_pairs(engine);

    for (uint32_t r = 0; r < rows && status == BINA_OK; r += every) {
        status = bina_link_pairs_row(&engine->pairs, r);
        for (size_t i = 0; i < engine->pairs.count && status == BINA_OK; i++)
            status = bina_link_synonyms_see(
                synonyms, bina_link_rows_at(&engine->rows, r),
                bina_link_rows_at(&engine->rows, engine->pairs.other[i]), engine->pairs.pattern[i]);
    }
    return status;
}

/* Sees the patterns of the next rows, a few million pairs at a time. */
static bina_status
walk(bina_link_engine *engine, bina_status (*see)(bina_link_engine *engine, uint32_t row))
{
    size_t pairs = 0;
    bina_status status = engine->done == 0 ? rewind_pairs(engine) : BINA_OK;

    while (engine->done < engine->table->rows && pairs < STEP_PAIRS && status == BINA_OK) {
        uint32_t row = (uint32_t)engine->done;
        status = bina_link_pairs_row(&engine->pairs, row);
        if (status == BINA_OK)
            status = see(engine, row);
        pairs += engine->pairs.count + 100;
        engine->done++;
    }
    return status;
}

static bina_status
see_count(bina_link_engine *engine, uint32_t row)
{
    (void)row;
    return bina_link_patterns_add(&engine->patterns, engine->pairs.pattern, engine->pairs.count, 1);
}

static bina_status
see_score(bina_link_engine *engine, uint32_t row)
{
    const bina_link_pairs *pairs = &engine->pairs;
    const uint32_t *codes = bina_link_rows_at(&engine->rows, row);
    uint64_t telling = bina_link_telling(&engine->model, engine->plan, engine->field, row,
                                         engine->judge.least, true);

    for (size_t i = 0; i < pairs->count; i++) {
        double weight;
        bina_status status;
        if ((pairs->pattern[i] & telling) == 0)
            continue;
        weight = bina_link_judge_weigh(&engine->judge, pairs->pattern[i], codes);
        if (weight < engine->judge.least ||
            bina_link_engine_verdict(engine, row, pairs->other[i]) != NULL)
            continue;
        status = bina_link_edges_add(&engine->edges, row, pairs->other[i], weight);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

bina_status
bina_link_large_count(bina_link_engine *engine)
{
    return walk(engine, see_count);
}

bina_status
bina_link_large_score(bina_link_engine *engine)
{
    return walk(engine, see_score);
}
