/* What two rows weigh, once there is a model; what a person said goes before. */
#include <math.h>

#include "linkage/engine.h"

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

const bina_link_verdict *
bina_link_engine_verdict(const bina_link_engine *engine, uint32_t a, uint32_t b)
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

/* Rows that came after the run are in no list of the table. */
static uint32_t
list_of(const bina_link_engine *engine, uint32_t row)
{
    return engine->list_of != NULL ? engine->list_of[row]
                                   : bina_link_table_list_of(engine->table, row);
}

uint64_t
bina_link_engine_pattern(const bina_link_engine *engine, uint32_t a, uint32_t b)
{
    uint64_t pattern = bina_link_pattern_of(engine->field, engine->plan->count,
                                            bina_link_rows_at(&engine->rows, a),
                                            bina_link_rows_at(&engine->rows, b));

    if (list_of(engine, a) == list_of(engine, b))
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
    verdict = bina_link_engine_verdict(engine, a, b);
    if (verdict != NULL)
        return verdict->same ? BINA_LINK_SAME : BINA_LINK_DIFFERENT_VERDICT;
    pattern = bina_link_engine_pattern(engine, a, b);
    return bina_link_judge_weigh(&engine->judge, pattern, bina_link_rows_at(&engine->rows, a));
}

bool
bina_link_engine_holds(const bina_link_engine *engine, const bina_link_edge *edge)
{
    return edge->weight >= engine->lone && engine->entity[edge->a] == engine->entity[edge->b];
}
