/*
 * Given pairs, many at a time. What costs is memory: rows and values come from anywhere. So a block
 * of pairs goes through each step together, and what the next step reads is fetched meanwhile.
 */
#include "linkage/scorer.h"

#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/parallel.h"

#define PART       8192 /* pairs of a part of the work */
#define BLOCK      64   /* pairs that take a step together */
#define SIEVE_BITS 16   /* for every pair of similar values */
#define KNOWN      1024 /* patterns whose weight is kept */

/* ---- sieves ---- */

static uint64_t
hash_of(uint32_t a, uint32_t b)
{
    uint64_t low = a < b ? a : b, high = a < b ? b : a;

    return (low << 32 | high) * UINT64_C(0x9E3779B97F4A7C15);
}

/* A sieve that lets everything through: texts are compared. */
static bina_status
make_open(bina_link_sieve *sieve)
{
    sieve->shift = 58;
    sieve->known = UINT32_MAX;
    sieve->bits = malloc(sizeof(*sieve->bits));
    if (sieve->bits == NULL)
        return BINA_ERR_NO_MEMORY;
    *sieve->bits = UINT64_MAX;
    return BINA_OK;
}

static bina_status
make_sieve(bina_link_sieve *sieve, const bina_link_similar *similar, uint32_t values)
{
    size_t pairs = similar->start[values] / 2, bits = 64;

    sieve->known = values;
    for (sieve->shift = 58; bits < pairs * SIEVE_BITS && sieve->shift > 16; sieve->shift--)
        bits *= 2;
    sieve->bits = calloc(bits / 64, sizeof(*sieve->bits));
    if (sieve->bits == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t a = 0; a < values; a++)
        for (size_t i = similar->start[a]; i < similar->start[a + 1]; i++)
            if (a < similar->code[i]) {
                uint64_t bit = hash_of(a, similar->code[i]) >> sieve->shift;
                sieve->bits[bit >> 6] |= (uint64_t)1 << (bit & 63);
            }
    return BINA_OK;
}

/* What the bits of eight fields make of a pattern. */
static void
lay_out(bina_link_scorer *scorer)
{
    const bina_link_engine *engine = scorer->engine;

    for (unsigned bits = 0; bits < 256; bits++)
        for (int f = 0; f < 8; f++) {
            if (!(bits >> f & 1))
                continue;
            scorer->spread[bits] |= (uint64_t)BINA_LINK_DIFFERENT
                                    << (BINA_LINK_BITS * (unsigned)f);
            for (int half = 0; half < 2 && f + 8 * half < engine->plan->count; half++)
                scorer->rise[half][bits] +=
                    (uint64_t)(engine->field[f + 8 * half].top - BINA_LINK_DIFFERENT)
                    << (BINA_LINK_BITS * (unsigned)(f + 8 * half));
        }
}

bina_status
bina_link_scorer_init(bina_link_scorer *scorer, const bina_link_engine *engine)
{
    bina_status status = BINA_OK;

    memset(scorer, 0, sizeof(*scorer));
    scorer->engine = engine;
    lay_out(scorer);
    for (int f = 0; f < engine->plan->count && status == BINA_OK; f++) {
        const bina_link_field *field = &engine->field[f];
        uint32_t values =
            field->similar.later != 0 ? field->similar.later : field->values.count;
        if (field->spec->compare == BINA_LINK_EXACT &&
            (field->similar.start == NULL || field->similar.start[values] == 0))
            continue;
        scorer->fuzzy |= (uint32_t)1 << f;
        status = field->similar.start == NULL
                     ? make_open(&scorer->sieve[f])
                     : make_sieve(&scorer->sieve[f], &field->similar, values);
    }
    if (status != BINA_OK)
        bina_link_scorer_drop(scorer);
    return status;
}

void
bina_link_scorer_drop(bina_link_scorer *scorer)
{
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        free(scorer->sieve[f].bits);
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
    uint32_t unequal[BLOCK]; /* fields in which both have a value, not the same */
    size_t count, questions;
    question question[BLOCK * BINA_LINK_FIELDS];
} block;

/* What a pattern weighs before the rarity of what agrees, kept from pair to pair. */
typedef struct known {
    uint64_t key[KNOWN]; /* pattern + 1; 0 is free */
    bina_link_evidence evidence[KNOWN];
    uint32_t rare[KNOWN]; /* fields of which the rarity counts */
} known;

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

/* Fields in which two rows are the same, and in which either has no value: a bit for each. */
static inline void
compare_codes(const uint32_t *a, const uint32_t *b, unsigned stride, uint32_t *same, uint32_t *none)
{
    *same = *none = 0;
#ifdef __SSE2__
    for (unsigned f = 0; f < stride; f += 4) {
        __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(a + f));
        __m128i y = _mm_loadu_si128((const __m128i *)(const void *)(b + f));
        __m128i zero = _mm_setzero_si128();
        __m128i empty = _mm_or_si128(_mm_cmpeq_epi32(x, zero), _mm_cmpeq_epi32(y, zero));
        *same |= (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(x, y))) << f;
        *none |= (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(empty)) << f;
    }
#else
    for (unsigned f = 0; f < stride; f++) {
        *same |= (uint32_t)(a[f] == b[f]) << f;
        *none |= (uint32_t)((a[f] == 0) | (b[f] == 0)) << f;
    }
#endif
}

/* Which fields are equal, which are not, which have no value: no text is looked at. */
static void
tell_equal(const bina_link_scorer *scorer, block *pairs)
{
    unsigned stride = scorer->engine->rows.stride;
    uint32_t fields = ((uint32_t)1 << scorer->engine->plan->count) - 1;

    for (size_t i = 0; i < pairs->count; i++) {
        uint32_t same, none, both;
        compare_codes(pairs->a[i], pairs->b[i], stride, &same, &none);
        both = ~none & fields;
        same &= both;
        pairs->pattern[i] = scorer->spread[both & 255] | scorer->spread[both >> 8 & 255] << 24;
        pairs->pattern[i] += scorer->rise[0][same & 255] + scorer->rise[1][same >> 8 & 255];
        pairs->unequal[i] = both & ~same & scorer->fuzzy;
    }
}

/* Asks the sieves of all values that differ. They do not know values that came after. */
static void
ask(const bina_link_scorer *scorer, block *pairs)
{
    size_t kept = 0;

    for (size_t i = 0; i < pairs->count; i++)
        for (uint32_t left = pairs->unequal[i]; left != 0; left &= left - 1) {
            int f = __builtin_ctz(left);
            const bina_link_sieve *sieve = &scorer->sieve[f];
            uint32_t a = pairs->a[i][f], b = pairs->b[i][f];
            uint64_t bit = hash_of(a, b) >> sieve->shift;
            uint64_t may = sieve->bits[bit >> 6] >> (bit & 63) & 1;
            pairs->question[kept].pair = (uint16_t)i;
            pairs->question[kept].field = (uint16_t)f;
            kept += may | (uint64_t)((a >= sieve->known) | (b >= sieve->known));
        }
    pairs->questions = kept;
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
            bina_link_field_level(&scorer->engine->field[at->field],
                                  pairs->a[at->pair][at->field], pairs->b[at->pair][at->field]);
        pairs->pattern[at->pair] += (uint64_t)(level - BINA_LINK_DIFFERENT)
                                    << (BINA_LINK_BITS * at->field);
    }
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

/* As bina_link_judge_weigh, to the last bit. */
static double
weigh(const bina_link_judge *judge, known *memory, uint64_t pattern, const uint32_t *a)
{
    size_t at = (size_t)(pattern * UINT64_C(0x9E3779B97F4A7C15) >> 54) & (KNOWN - 1);
    bina_link_evidence evidence;

    if (memory->key[at] != pattern + 1) {
        memory->key[at] = pattern + 1;
        memory->evidence[at] = bina_link_judge_pattern(judge, pattern);
        memory->rare[at] = rare_in(judge, pattern);
    }
    evidence = memory->evidence[at];
    for (uint32_t left = memory->rare[at]; left != 0; left &= left - 1) {
        int f = __builtin_ctz(left);
        double rarity = (double)judge->rarity[f][a[f]];
        evidence.one += rarity;
        if (!judge->model->thing[f])
            evidence.owner += rarity;
    }
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
weigh_block(const bina_link_scorer *scorer, known *memory, block *pairs, const uint32_t *a,
            const uint32_t *b, double *weight, uint64_t *pattern)
{
    const bina_link_engine *engine = scorer->engine;
    const bina_link_list *list = NULL; /* of the left row before */

    find_rows(scorer, pairs, a, b);
    tell_equal(scorer, pairs);
    ask(scorer, pairs);
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
    size_t from = part * PART, end = from + PART < given->count ? from + PART : given->count;
    known *memory = calloc(1, sizeof(*memory));
    block pairs;

    if (memory == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t at = from; at < end; at += BLOCK) {
        pairs.count = end - at < BLOCK ? end - at : BLOCK;
        weigh_block(given->scorer, memory, &pairs, given->a + at, given->b + at, given->weight + at,
                    given->pattern + at);
    }
    free(memory);
    return BINA_OK;
}

bina_status
bina_link_scorer_weigh(const bina_link_scorer *scorer, const uint32_t *a, const uint32_t *b,
                       size_t count, double *weight, uint64_t *pattern)
{
    work given = {scorer, a, b, count, weight, pattern};

    return bina_parallel(scorer->engine->threads, (count + PART - 1) / PART, weigh_part, &given);
}
