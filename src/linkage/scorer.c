/*
 * Given pairs, many at a time. What costs is memory: rows and values come from anywhere. So a block
 * of pairs goes through each step together, and what the next step reads is fetched meanwhile.
 */
#include "linkage/scorer.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"

#define BLOCK      64 /* pairs that take a step together */
#define KNOWN_BITS 12 /* log2 of the patterns whose weight is kept */

/* What a pattern weighs before the rarity of what agrees. */
typedef struct weighed {
    uint64_t key; /* pattern + 1; 0 is free */
    bina_link_evidence evidence;
    uint32_t rare; /* fields of which the rarity counts */
} weighed;

/* Patterns that were met lately. */
struct bina_link_known {
    weighed at[1 << KNOWN_BITS];
};

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

/* How many steps the longest list of similar values takes. */
static unsigned
steps_of(const bina_link_similar *similar, uint32_t known)
{
    size_t longest = 1;
    unsigned steps = 0;

    for (uint32_t a = 0; a < known; a++)
        if (similar->start[a + 1] - similar->start[a] > longest)
            longest = similar->start[a + 1] - similar->start[a];
    for (; longest > 1; longest -= longest / 2)
        steps++;
    return steps;
}

bina_status
bina_link_scorer_init(bina_link_scorer *scorer, const bina_link_engine *engine)
{
    bina_status status;

    memset(scorer, 0, sizeof(*scorer));
    scorer->engine = engine;
    lay_out(scorer);
    status = bina_link_sieve_init(&scorer->sieve, engine->field, engine->plan->count);
    for (int f = 0; f < engine->plan->count && status == BINA_OK; f++) {
        const bina_link_similar *similar = &engine->field[f].similar;
        scorer->steps[f] = steps_of(similar, scorer->sieve.known[f]);
        status = bina_link_nearby_init(&scorer->nearby[f], similar, scorer->sieve.known[f]);
    }
    if (status != BINA_OK)
        bina_link_scorer_drop(scorer);
    return status;
}

void
bina_link_scorer_drop(bina_link_scorer *scorer)
{
    for (unsigned i = 0; i < BINA_LINK_SPARE; i++)
        free(atomic_load(&scorer->spare[i]));
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        bina_link_nearby_drop(&scorer->nearby[f]);
    bina_link_sieve_drop(&scorer->sieve);
    memset(scorer, 0, sizeof(*scorer));
}

/* ---- patterns that are known ---- */

static bina_link_known *
borrow(bina_link_scorer *scorer)
{
    for (unsigned i = 0; i < BINA_LINK_SPARE; i++) {
        bina_link_known *known = atomic_exchange(&scorer->spare[i], NULL);
        if (known != NULL)
            return known;
    }
    return calloc(1, sizeof(bina_link_known));
}

static void
give_back(bina_link_scorer *scorer, bina_link_known *known)
{
    for (unsigned i = 0; i < BINA_LINK_SPARE && known != NULL; i++)
        known = atomic_exchange(&scorer->spare[i], known);
    free(known);
}

/* ---- pairs ---- */

/* The codes of the rows of a block of pairs. */
typedef struct sides {
    const uint32_t *a[BLOCK], *b[BLOCK];
} sides;

/* A bit for each field of each pair: those of the first eight fields, and of the others. */
typedef struct marks {
    uint8_t at[2][BLOCK];
} marks;

/* A block of pairs on its way. */
typedef struct block {
    const sides *rows;
    size_t count;
    uint64_t *pattern;
    double *one;
    double owner[BLOCK];
    bina_link_sifted sifted[BLOCK];
    marks maybe; /* the values may be similar */
    marks rare;  /* the rarity of the value counts */
} block;

static void
find_rows(const bina_link_scorer *scorer, const uint32_t *a, const uint32_t *b, size_t count,
          sides *rows)
{
    const bina_link_rows *all = &scorer->engine->rows;

    for (size_t i = 0; i < count; i++) {
        rows->a[i] = bina_link_rows_at(all, a[i]);
        rows->b[i] = bina_link_rows_at(all, b[i]);
        bina_fetch(rows->a[i]);
        bina_fetch(rows->b[i]);
    }
}

static inline void
mark(marks *self, size_t pair, uint32_t fields)
{
    self->at[0][pair] = (uint8_t)fields;
    self->at[1][pair] = (uint8_t)(fields >> 8);
}

/* Which fields are equal, which are not, which have no value: no text is looked at. */
static void
tell_equal(const bina_link_scorer *scorer, block *pairs)
{
    bina_link_sieve_pass(&scorer->sieve, pairs->rows->a, pairs->rows->b, pairs->count,
                         pairs->sifted);
    for (size_t i = 0; i < pairs->count; i++) {
        uint32_t both = pairs->sifted[i].both, same = pairs->sifted[i].same;
        pairs->pattern[i] |= scorer->spread[both & 255] | scorer->spread[both >> 8] << 24;
        pairs->pattern[i] += scorer->rise[0][same & 255] + scorer->rise[1][same >> 8];
        mark(&pairs->maybe, i, pairs->sifted[i].maybe);
    }
}

/* Eight rows of eight bits, a row a byte, turned into eight columns. */
static inline uint64_t
turn(uint64_t bits)
{
    uint64_t swap = (bits ^ bits >> 7) & UINT64_C(0x00AA00AA00AA00AA);

    bits ^= swap ^ swap << 7;
    swap = (bits ^ bits >> 14) & UINT64_C(0x0000CCCC0000CCCC);
    bits ^= swap ^ swap << 14;
    swap = (bits ^ bits >> 28) & UINT64_C(0x00000000F0F0F0F0);
    return bits ^ swap ^ swap << 28;
}

/* From the fields of each pair to the pairs of each field: a field is best done as a whole. */
static void
turn_marks(const marks *self, size_t count, int fields, uint64_t pairs[BINA_LINK_FIELDS])
{
    memset(pairs, 0, BINA_LINK_FIELDS * sizeof(*pairs));
    for (int first = 0; first < fields; first += 8)
        for (size_t i = 0; i < count; i += 8) {
            const uint8_t *at = self->at[first / 8] + i;
            uint64_t bits = 0;
            for (unsigned k = 0; k < 8; k++)
                bits |= (uint64_t)at[k] << 8 * k;
            bits = turn(bits);
            for (int f = 0; f < 8; f++)
                pairs[first + f] |= (bits >> 8 * f & 255) << i;
        }
    for (int f = 0; f < fields && count < BLOCK; f++)
        pairs[f] &= (UINT64_C(1) << count) - 1;
}

/* The level of two values in lists; as many steps for every pair, so that none is guessed wrong. */
static inline unsigned
find_level(const bina_link_similar *similar, unsigned steps, uint32_t a, uint32_t b)
{
    size_t from = similar->start[a], left = similar->start[a + 1] - from;
    const uint32_t *at = similar->code + from;

    if (left == 0)
        return BINA_LINK_DIFFERENT;
    for (unsigned i = 0; i < steps; i++) {
        size_t half = left / 2;
        at += half & (0 - (size_t)(at[half - (half != 0)] < b));
        left -= half;
    }
    return *at == b ? similar->level[at - similar->code] : BINA_LINK_DIFFERENT;
}

/* Fetches what tells the levels of a field's values. */
static void
fetch_levels(const bina_link_scorer *scorer, int f, uint64_t asked, const sides *rows)
{
    const bina_link_similar *similar = &scorer->engine->field[f].similar;
    const bina_link_nearby *nearby = &scorer->nearby[f];
    uint32_t known = scorer->sieve.known[f];

    for (uint64_t left = asked; left != 0; left &= left - 1) {
        int i = __builtin_ctzll(left);
        uint32_t a = rows->a[i][f], b = rows->b[i][f];
        if (nearby->slot != NULL)
            bina_fetch(
                &nearby->slot[bina_link_nearby_place(nearby, bina_link_nearby_key(nearby, a, b))]);
        else if (a < known)
            bina_fetch(&similar->start[a]);
    }
    for (uint64_t left = asked; left != 0 && nearby->slot == NULL; left &= left - 1) {
        uint32_t a = rows->a[__builtin_ctzll(left)][f];
        if (a < known)
            bina_fetch(&similar->code[similar->start[a]]);
    }
}

/* Finds the level of a field's values that may be similar. */
static void
answer(const bina_link_scorer *scorer, int f, uint64_t asked, block *pairs)
{
    const bina_link_field *field = &scorer->engine->field[f];
    const bina_link_nearby *nearby = &scorer->nearby[f];
    uint32_t known = scorer->sieve.known[f];

    fetch_levels(scorer, f, asked, pairs->rows);
    for (uint64_t left = asked; left != 0; left &= left - 1) {
        int i = __builtin_ctzll(left);
        uint32_t a = pairs->rows->a[i][f], b = pairs->rows->b[i][f];
        unsigned level;
        if (a >= known || b >= known)
            level = bina_link_field_level(field, a, b);
        else if (nearby->slot != NULL)
            level = bina_link_nearby_level(nearby, a, b);
        else
            level = find_level(&field->similar, scorer->steps[f], a, b);
        pairs->pattern[i] += (uint64_t)(level - BINA_LINK_DIFFERENT)
                             << (BINA_LINK_BITS * (unsigned)f);
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

static const weighed *
know(const bina_link_judge *judge, bina_link_known *known, uint64_t pattern)
{
    weighed *at = &known->at[pattern * UINT64_C(0x9E3779B97F4A7C15) >> (64 - KNOWN_BITS)];

    if (at->key != pattern + 1) {
        at->key = pattern + 1;
        at->evidence = bina_link_judge_pattern(judge, pattern);
        at->rare = rare_in(judge, pattern);
    }
    return at;
}

/* The rarity of a field's values that agree. */
static void
add_rarity(const bina_link_scorer *scorer, int f, uint64_t rare, block *pairs)
{
    const float *rarity = scorer->engine->judge.rarity[f];
    bool owners = scorer->engine->model.owners && !scorer->engine->model.thing[f];

    for (; rare != 0; rare &= rare - 1) {
        int i = __builtin_ctzll(rare);
        double more = (double)rarity[pairs->rows->a[i][f]];
        pairs->one[i] += more;
        if (owners)
            pairs->owner[i] += more;
    }
}

/* As bina_link_judge_weigh, to the last bit: the fields in their one order. */
static void
weigh(const bina_link_scorer *scorer, bina_link_known *known, block *pairs)
{
    const bina_link_engine *engine = scorer->engine;
    uint64_t rare[BINA_LINK_FIELDS];

    for (size_t i = 0; i < pairs->count; i++) {
        const weighed *at = know(&engine->judge, known, pairs->pattern[i]);
        pairs->one[i] = at->evidence.one;
        pairs->owner[i] = at->evidence.owner;
        mark(&pairs->rare, i, at->rare);
    }
    turn_marks(&pairs->rare, pairs->count, engine->plan->count, rare);
    for (int f = 0; f < engine->plan->count; f++)
        add_rarity(scorer, f, rare[f], pairs);
    for (size_t i = 0; engine->model.owners && i < pairs->count; i++)
        pairs->one[i] = bina_link_evidence_weight(
            &engine->model, (bina_link_evidence){pairs->one[i], pairs->owner[i]});
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
weigh_block(const bina_link_scorer *scorer, bina_link_known *known, block *pairs)
{
    int fields = scorer->engine->plan->count;
    uint64_t maybe[BINA_LINK_FIELDS];

    tell_equal(scorer, pairs);
    turn_marks(&pairs->maybe, pairs->count, fields, maybe);
    for (int f = 0; f < fields; f++)
        answer(scorer, f, maybe[f], pairs);
    weigh(scorer, known, pairs);
}

bina_status
bina_link_scorer_take(bina_link_scorer *scorer, const uint32_t *a, const uint32_t *b, size_t count,
                      double *weight, uint64_t *pattern)
{
    const bina_link_engine *engine = scorer->engine;
    bina_link_known *known = borrow(scorer);
    sides rows;
    block pairs;

    if (known == NULL)
        return BINA_ERR_NO_MEMORY;
    memset(&pairs.maybe, 0, sizeof(pairs.maybe));
    memset(&pairs.rare, 0, sizeof(pairs.rare));
    pairs.rows = &rows;
    for (size_t at = 0; at < count; at += BLOCK) {
        pairs.pattern = pattern + at;
        pairs.one = weight + at;
        pairs.count = count - at < BLOCK ? count - at : BLOCK;
        find_rows(scorer, a + at, b + at, pairs.count, &rows);
        weigh_block(scorer, known, &pairs);
    }
    for (size_t i = 0; engine->verdicts > 0 && i < count; i++)
        obey(engine, a[i], b[i], &weight[i]);
    give_back(scorer, known);
    return BINA_OK;
}
