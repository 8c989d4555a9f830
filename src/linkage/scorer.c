/*
 * Given pairs, many at a time. What costs is memory: rows and values come from anywhere. So a block
 * of pairs goes through each step together, and what the next step reads is fetched meanwhile.
 */
#include "linkage/scorer.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

#define BLOCK      64 /* pairs that take a step together */
#define KNOWN_BITS 12 /* log2 of the patterns whose weight is kept */

/* What the bits of eight fields make of a pattern. */
static void
lay_out(bina_link_scorer *scorer)
{
    const bina_link_engine *engine = scorer->engine;

    for (unsigned bits = 0; bits < 256; bits++)
        for (int f = 0; f < 8; f++) {
            if (!(bits >> f & 1))
                continue;
            scorer->spread[bits] |= (uint64_t)BINA_LINK_DIFFERENT << (BINA_LINK_BITS * (unsigned)f);
            for (int half = 0; half < 2 && f + 8 * half < engine->plan->count; half++)
                scorer->rise[half][bits] +=
                    (uint64_t)(engine->field[f + 8 * half].top - BINA_LINK_DIFFERENT)
                    << (BINA_LINK_BITS * (unsigned)(f + 8 * half));
        }
}

bina_status
bina_link_scorer_init(bina_link_scorer *scorer, const bina_link_engine *engine)
{
    memset(scorer, 0, sizeof(*scorer));
    scorer->engine = engine;
    lay_out(scorer);
    return bina_link_sieve_init(&scorer->sieve, engine->field, engine->plan->count);
}

void
bina_link_scorer_drop(bina_link_scorer *scorer)
{
    bina_link_sieve_drop(&scorer->sieve);
    memset(scorer, 0, sizeof(*scorer));
}

/* ---- pairs ---- */

/* Two values of a field that may be similar, in a pair of the block. */
typedef struct question {
    uint16_t pair;
    uint16_t field;
} question;

/* A block of pairs on its way. */
typedef struct block {
    const uint32_t *a[BLOCK], *b[BLOCK]; /* codes */
    uint64_t pattern[BLOCK];
    bina_link_sifted sifted[BLOCK];
    size_t count, questions;
    question question[BLOCK * BINA_LINK_FIELDS];
} block;

/* What a pattern weighs before the rarity of what agrees, kept from pair to pair. */
struct bina_link_known {
    uint64_t key; /* pattern + 1; 0 is free */
    bina_link_evidence evidence;
    uint32_t rare;   /* fields of which the rarity counts */
    uint32_t things; /* fields that tell of things, not of owners */
};

static void
find_rows(const bina_link_scorer *scorer, block *pairs, const uint32_t *a, const uint32_t *b)
{
    const bina_link_rows *rows = &scorer->engine->rows;

    for (size_t i = 0; i < pairs->count; i++) {
        pairs->a[i] = bina_link_rows_at(rows, a[i]);
        pairs->b[i] = bina_link_rows_at(rows, b[i]);
        __builtin_prefetch(pairs->a[i]);
        __builtin_prefetch(pairs->b[i]);
    }
}

/* Which fields are equal, which are not, which have no value: no text is looked at. */
static void
tell_equal(const bina_link_scorer *scorer, block *pairs)
{
    bina_link_sieve_pass(&scorer->sieve, pairs->a, pairs->b, pairs->count, pairs->sifted);
    for (size_t i = 0; i < pairs->count; i++) {
        uint32_t both = pairs->sifted[i].both, same = pairs->sifted[i].same;
        pairs->pattern[i] = scorer->spread[both & 255] | scorer->spread[both >> 8] << 24;
        pairs->pattern[i] += scorer->rise[0][same & 255] + scorer->rise[1][same >> 8];
    }
}

/* Puts down which values may be similar. */
static void
ask(block *pairs)
{
    size_t asked = 0;

    for (size_t i = 0; i < pairs->count; i++)
        for (uint32_t left = pairs->sifted[i].maybe; left != 0; left &= left - 1) {
            pairs->question[asked].pair = (uint16_t)i;
            pairs->question[asked++].field = (uint16_t)__builtin_ctz(left);
        }
    pairs->questions = asked;
}

/* Finds the level of values that may be similar. */
static void
answer(const bina_link_scorer *scorer, block *pairs)
{
    for (size_t k = 0; k < pairs->questions; k++) {
        const question *at = &pairs->question[k];
        const bina_link_similar *similar = &scorer->engine->field[at->field].similar;
        if (similar->start != NULL)
            __builtin_prefetch(&similar->start[pairs->a[at->pair][at->field]]);
    }
    for (size_t k = 0; k < pairs->questions; k++) {
        const question *at = &pairs->question[k];
        const bina_link_similar *similar = &scorer->engine->field[at->field].similar;
        uint32_t a = pairs->a[at->pair][at->field];
        if (similar->start != NULL && !bina_link_is_later(similar, a, a))
            __builtin_prefetch(&similar->code[similar->start[a]]);
    }
    for (size_t k = 0; k < pairs->questions; k++) {
        const question *at = &pairs->question[k];
        unsigned level =
            bina_link_field_level(&scorer->engine->field[at->field], pairs->a[at->pair][at->field],
                                  pairs->b[at->pair][at->field]);
        pairs->pattern[at->pair] += (uint64_t)(level - BINA_LINK_DIFFERENT)
                                    << (BINA_LINK_BITS * at->field);
    }
}

bina_link_known *
bina_link_known_new(void)
{
    return calloc((size_t)1 << KNOWN_BITS, sizeof(bina_link_known));
}

void
bina_link_known_free(bina_link_known *known)
{
    free(known);
}

/* The fields of which the rarity of what agrees is added. */
static uint32_t
rare_in(const bina_link_judge *judge, uint64_t pattern)
{
    uint32_t rare = 0;

    for (int f = 0; f < judge->fields; f++)
        rare |= (uint32_t)(bina_link_pattern_level(pattern, f) == judge->field[f].top &&
                           bina_link_pattern_state(judge->plan, pattern, f) == 0)
                << f;
    return rare;
}

/* In the one order, of the fields. */
static inline double
add_rarities(const bina_link_judge *judge, double sum, uint32_t fields, const uint32_t *a)
{
    for (; fields != 0; fields &= fields - 1) {
        int f = __builtin_ctz(fields);
        sum += (double)judge->rarity[f][a[f]];
    }
    return sum;
}

/* As bina_link_judge_weigh, to the last bit. */
static double
weigh(const bina_link_judge *judge, bina_link_known *memory, uint64_t pattern, const uint32_t *a)
{
    bina_link_known *at = &memory[pattern * UINT64_C(0x9E3779B97F4A7C15) >> (64 - KNOWN_BITS)];
    bina_link_evidence evidence;

    if (at->key != pattern + 1) {
        at->key = pattern + 1;
        at->evidence = bina_link_judge_pattern(judge, pattern);
        at->rare = rare_in(judge, pattern);
        at->things = 0;
        for (int f = 0; f < judge->fields; f++)
            at->things |= (uint32_t)judge->model->thing[f] << f;
    }
    evidence = at->evidence;
    evidence.one = add_rarities(judge, evidence.one, at->rare, a);
    if (judge->model->owners)
        evidence.owner = add_rarities(judge, evidence.owner, at->rare & ~at->things, a);
    return bina_link_evidence_weight(judge->model, evidence);
}

/* What people said goes before what fields say. */
static void
obey(const bina_link_engine *engine, uint32_t a, uint32_t b, double *weight)
{
    const bina_link_verdict *verdict =
        bina_link_engine_verdict(engine, a < b ? a : b, a < b ? b : a);

    if (verdict != NULL)
        *weight = verdict->same ? BINA_LINK_SAME : BINA_LINK_DIFFERENT_VERDICT;
}

static void
weigh_block(const bina_link_scorer *scorer, bina_link_known *memory, block *pairs,
            const uint32_t *a, const uint32_t *b, double *weight, uint64_t *pattern)
{
    const bina_link_engine *engine = scorer->engine;
    const bina_link_list *list = NULL; /* of the left row before */

    find_rows(scorer, pairs, a, b);
    tell_equal(scorer, pairs);
    ask(pairs);
    answer(scorer, pairs);
    for (size_t i = 0; i < pairs->count; i++) {
        if (list == NULL || a[i] - list->first >= list->rows)
            list = engine->table->lists[bina_link_table_list_of(engine->table, a[i])];
        pattern[i] = pairs->pattern[i];
        if (b[i] - list->first < list->rows)
            pattern[i] |= BINA_LINK_SAME_LIST;
        weight[i] = weigh(&engine->judge, memory, pattern[i], pairs->a[i]);
    }
    for (size_t i = 0; engine->verdicts > 0 && i < pairs->count; i++)
        obey(engine, a[i], b[i], &weight[i]);
}

void
bina_link_scorer_take(const bina_link_scorer *scorer, bina_link_known *known, const uint32_t *a,
                      const uint32_t *b, size_t count, double *weight, uint64_t *pattern)
{
    block pairs;

    for (size_t at = 0; at < count; at += BLOCK) {
        pairs.count = count - at < BLOCK ? count - at : BLOCK;
        weigh_block(scorer, known, &pairs, a + at, b + at, weight + at, pattern + at);
    }
}

typedef struct work {
    const bina_link_scorer *scorer;
    const uint32_t *a, *b;
    size_t count;
    double *weight;
    uint64_t *pattern;
} work;

static bina_status
weigh_part(void *self, size_t part)
{
    const work *given = self;
    size_t from = part * BINA_LINK_SCORED, left = given->count - from;
    bina_link_known *known = bina_link_known_new();

    if (known == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_link_scorer_take(given->scorer, known, given->a + from, given->b + from,
                          left < BINA_LINK_SCORED ? left : BINA_LINK_SCORED, given->weight + from,
                          given->pattern + from);
    bina_link_known_free(known);
    return BINA_OK;
}

bina_status
bina_link_scorer_weigh(const bina_link_scorer *scorer, const uint32_t *a, const uint32_t *b,
                       size_t count, double *weight, uint64_t *pattern)
{
    work given = {scorer, a, b, count, weight, pattern};
    size_t parts = (count + BINA_LINK_SCORED - 1) / BINA_LINK_SCORED;

    return bina_parallel(scorer->engine->threads, parts, weigh_part, &given);
}
