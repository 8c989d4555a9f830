#include "linkage/rules.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/rules_gather.h"

#define BUDGET       60.0   /* candidates a row that all rules together may make */
#define DEAR         12.0   /* that one rule may make */
#define SAMPLE       65536u /* rows a rule's cost is told by */
#define WORTH        2e-4   /* share of the sure matches a rule must find that no other did */
#define LEAST_WORTH  6e-4   /* of that for every candidate a row */
#define SOURCES      12     /* ways of finding sure matches */
#define CHEAP        2.0    /* candidates a row of such a way */
#define MATCHES      1500u  /* pairs looked at for each, more or less */
#define MOST_MATCHES 2048u  /* kept of each */
#define CROWD        20u    /* rows that share a value: more are not looked at */
#define SURE         5.0    /* log2 odds of a sure match */

/* A rule that might be. */
typedef struct option {
    bina_link_rule rule;
    double cost; /* candidates a row; guessed until measured */
    bool measured, taken;
} option;

/* A pair that matches by all that is known before estimation. */
typedef struct match {
    uint32_t a, b;
} match;

/* Bits for a source's matches. */
#define WORDS (MOST_MATCHES / 64)
typedef uint64_t bits[SOURCES][WORDS];

typedef struct choosing {
    bina_link_plan *plan;
    bina_link_keyring *ring;
    uint32_t rows, every; /* one row in so many is of the sample */
    double least_worth;
    const bina_link_judge *judge;
    const bina_link_rows *packed;
    double single[BINA_LINK_FIELDS][BINA_LINK_PARTS]; /* cost of a part alone; < 0: of no use */
    option *option;
    size_t options, option_room;
    bina_link_tally seen;
    bina_link_rule source[SOURCES];
    unsigned sources;
    match match[SOURCES][MOST_MATCHES];
    size_t matches[SOURCES];
    bits *agree[BINA_LINK_FIELDS][BINA_LINK_PARTS]; /* the matches that share a part's key */
    bits found; /* by rules that were taken and do not use what the source uses */
} choosing;

/* The chance that two rows with a value agree on a field. */
static double
chance_of(const bina_link_field *field)
{
    double pairs = 0, filled = (double)field->filled;

    for (uint32_t c = 1; c < field->values.count; c++)
        pairs += (double)field->count[c] * (field->count[c] - 1.0);
    return filled > 1 ? pairs / (filled * (filled - 1)) : 0;
}

size_t
bina_link_rules_cuts(const bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                     bina_link_cut *cut)
{
    double chance[BINA_LINK_FIELDS];
    bool taken[BINA_LINK_FIELDS] = {false};
    size_t cuts = 0;

    for (int f = 0; f < plan->count; f++)
        chance[f] = chance_of(&field[f]);
    /* What nearly every row has, and is neither nearly always the same nor nearly never. */
    while (cuts < BINA_LINK_CUTS) {
        int best = -1;
        for (int f = 0; f < plan->count; f++)
            if (!taken[f] && (double)field[f].filled > 0.8 * rows && chance[f] < 0.3 &&
                chance[f] > 3e-4 && (best < 0 || chance[f] > chance[best]))
                best = f;
        if (best < 0)
            break;
        taken[best] = true;
        cut[cuts++] = (bina_link_cut){best, BINA_LINK_WHOLE};
    }
    return cuts;
}

static bina_status
measure(choosing *all, const bina_link_rule *rule, double *cost)
{
    return bina_link_rule_cost(&all->seen, all->ring, rule, all->rows, all->every, cost);
}

static bina_status
add_option(choosing *all, bina_link_rule rule, double cost, bool measured)
{
    if (!bina_vector_reserve(&all->option, &all->option_room, all->options + 1,
                             sizeof(*all->option)))
        return BINA_ERR_NO_MEMORY;
    all->option[all->options++] = (option){rule, cost, measured, false};
    return BINA_OK;
}

/* Single parts that are not dear, and two parts of two fields that are too dear alone. */
static bina_status
list_options(choosing *all)
{
    double most = (double)all->rows / 2;
    bina_status status = BINA_OK;

    for (int f = 0; f < all->plan->count; f++)
        for (bina_link_part p = BINA_LINK_WHOLE; p < BINA_LINK_PARTS && status == BINA_OK; p++) {
            double cost = all->single[f][p];
            bina_link_rule rule = {{f, -1}, {p, BINA_LINK_WHOLE}};
            if (cost < 0)
                continue;
            if (cost <= DEAR)
                status = add_option(all, rule, cost, true);
            for (int g = 0; g < all->plan->count && cost > 0.5; g++)
                for (bina_link_part q = BINA_LINK_WHOLE; q < BINA_LINK_WORD && status == BINA_OK;
                     q++) {
                    double other = all->single[g][q];
                    /* Of two like parts the pair is looked at once. */
                    bool twice = g < f && q == BINA_LINK_WHOLE && p == BINA_LINK_WHOLE;
                    if (g == f || other <= 0.5 || twice || (q != BINA_LINK_WHOLE && p != q))
                        continue;
                    if (cost * other / most > 4 * DEAR)
                        continue;
                    rule = (bina_link_rule){{f, g}, {p, q}};
                    status = add_option(all, rule, cost * other / most, false);
                }
        }
    return status;
}

static bool
use_same_field(const bina_link_rule *a, const bina_link_rule *b)
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            if (a->field[i] >= 0 && a->field[i] == b->field[j])
                return true;
    return false;
}

static bool
is_whole(const bina_link_rule *rule)
{
    return rule->part[0] == BINA_LINK_WHOLE &&
           (rule->field[1] < 0 || rule->part[1] == BINA_LINK_WHOLE);
}

/* Notes the strong pairs of one block. */
static void
note_block(choosing *all, const bina_link_key *entry, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            uint32_t a = entry[i].row, b = entry[j].row;
            uint64_t pattern;
            double weight;
            if (all->matches[all->sources] == MOST_MATCHES ||
                !bina_link_judge_pair(all->judge, bina_link_rows_at(all->packed, a),
                                      bina_link_rows_at(all->packed, b), false, &weight,
                                      &pattern) ||
                weight < SURE)
                continue;
            all->match[all->sources][all->matches[all->sources]++] = (match){a, b};
        }
}

/* Finds sure matches among the rows that share some of a rule's keys. */
static bina_status
look_at(choosing *all, const bina_link_rule *rule, double cost)
{
    uint64_t every = (uint64_t)(cost * all->rows / MATCHES) + 1;
    bina_link_key *entry;
    size_t count, blocks = 0;
    bina_status status = bina_link_rule_gather(all->ring, rule, all->rows, every, &entry, &count);

    for (size_t i = 0, end; i < count && status == BINA_OK; i = end) {
        for (end = i + 1; end < count && entry[end].key == entry[i].key; end++)
            continue;
        bina_heap_pass(all->packed->heap, blocks++);
        if (end - i > 1 && end - i <= CROWD)
            note_block(all, entry + i, end - i);
    }
    free(entry);
    if (status == BINA_OK && all->matches[all->sources] > 0)
        all->source[all->sources++] = *rule;
    return status;
}

/* Finds sure matches by whole values, single ones first: they leave most fields to be judged. */
static bina_status
find_matches(choosing *all)
{
    bina_status status = BINA_OK;

    for (int pass = 0; pass < 2; pass++)
        for (size_t o = 0; o < all->options && status == BINA_OK; o++) {
            option *one = &all->option[o];
            if ((one->rule.field[1] >= 0) != (pass == 1) || !is_whole(&one->rule) ||
                one->cost > CHEAP || all->sources == SOURCES)
                continue;
            if (!one->measured)
                status = measure(all, &one->rule, &one->cost);
            one->measured = true;
            if (status == BINA_OK && one->cost <= CHEAP && one->cost > 1e-3)
                status = look_at(all, &one->rule, one->cost);
        }
    return status;
}

/* Whether two rows share a key. */
static bool
share_key(const bina_link_keys *keys, uint32_t a, uint32_t b)
{
    for (unsigned m = 0; m < keys->count; m++)
        for (unsigned n = 0; n < keys->count; n++) {
            uint32_t key = bina_link_keys_of(keys, m, a);
            if (key != 0 && key == bina_link_keys_of(keys, n, b))
                return true;
        }
    return false;
}

/* Which of the matches share a part's key. */
static bina_status
agreeing(choosing *all, int field, bina_link_part part, const bits **agree)
{
    const bina_link_keys *keys;
    bits *made = all->agree[field][part];
    bina_status status;

    *agree = (const bits *)made;
    if (made != NULL)
        return BINA_OK;
    status = bina_link_keyring_get(all->ring, field, part, &keys);
    if (status != BINA_OK)
        return status;
    made = calloc(1, sizeof(*made));
    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    for (unsigned s = 0; s < all->sources; s++)
        for (size_t i = 0; i < all->matches[s]; i++)
            if (share_key(keys, all->match[s][i].a, all->match[s][i].b))
                (*made)[s][i / 64] |= (uint64_t)1 << (i % 64);
    all->agree[field][part] = made;
    *agree = (const bits *)made;
    return BINA_OK;
}

/*
 * What a rule would find that was not found yet: of the matches of each source that uses none of
 * its fields, the share, on average over sources. `take` says they are found now.
 */
static bina_status
gain_of(choosing *all, const bina_link_rule *rule, bool take, double *gain)
{
    const bits *agree[2] = {NULL, NULL};
    double share = 0;
    unsigned apart = 0;
    bina_status status = BINA_OK;

    *gain = 0;
    for (int k = 0; k < 2 && rule->field[k] >= 0 && status == BINA_OK; k++)
        status = agreeing(all, rule->field[k], rule->part[k], &agree[k]);
    for (unsigned s = 0; s < all->sources && status == BINA_OK; s++) {
        unsigned count = 0;
        if (use_same_field(&all->source[s], rule))
            continue;
        apart++;
        for (size_t w = 0; w < (all->matches[s] + 63) / 64; w++) {
            uint64_t more = (*agree[0])[s][w] & ~all->found[s][w];
            if (agree[1] != NULL)
                more &= (*agree[1])[s][w];
            if (more == 0)
                continue;
            count += (unsigned)__builtin_popcountll(more);
            if (take)
                all->found[s][w] |= more;
        }
        share += (double)count / (double)all->matches[s];
    }
    *gain = apart > 0 ? share / apart : 0;
    return status;
}

static bina_status
take(choosing *all, option *one)
{
    double gain;
    bina_status status = gain_of(all, &one->rule, true, &gain);

    one->taken = true;
    return status == BINA_OK ? bina_link_plan_add_rule(all->plan, &one->rule) : status;
}

/* The option that finds most for what it costs; NULL when none is worth it. */
static bina_status
best_option(choosing *all, double left, option **best)
{
    for (;;) {
        double most = 0;
        *best = NULL;
        for (size_t o = 0; o < all->options; o++) {
            option *one = &all->option[o];
            double gain, worth;
            bina_status status;
            if (one->taken || one->cost > DEAR || one->cost > left)
                continue;
            status = gain_of(all, &one->rule, false, &gain);
            if (status != BINA_OK)
                return status;
            worth = gain / (one->cost + 0.3);
            if (gain >= WORTH && worth >= all->least_worth && worth > most) {
                most = worth;
                *best = one;
            }
        }
        if (*best == NULL || (*best)->measured)
            return BINA_OK;
        (*best)->measured = true;
        {
            bina_status status = measure(all, &(*best)->rule, &(*best)->cost);
            if (status != BINA_OK)
                return status;
        }
    }
}

static bina_status
choose(choosing *all)
{
    double left = BUDGET;
    bina_status status = BINA_OK;

    /* What is as good as a number of one's own is never wrong. */
    for (size_t o = 0; o < all->options && status == BINA_OK && all->plan->rules < BINA_LINK_RULES;
         o++) {
        option *one = &all->option[o];
        if (one->rule.field[1] >= 0 || !is_whole(&one->rule) || one->cost > CHEAP)
            continue;
        status = take(all, one);
        left -= one->cost;
    }
    while (status == BINA_OK && all->plan->rules < BINA_LINK_RULES) {
        option *best;
        status = best_option(all, left, &best);
        if (status != BINA_OK || best == NULL)
            break;
        status = take(all, best);
        left -= best->cost;
    }
    return status;
}

bina_status
bina_link_rules_propose(bina_link_plan *plan, bina_link_keyring *ring, uint32_t rows,
                        const bina_link_judge *judge, const bina_link_rows *packed)
{
    choosing *all = calloc(1, sizeof(*all));
    bina_status status;

    if (all == NULL)
        return BINA_ERR_NO_MEMORY;
    all->plan = plan;
    all->ring = ring;
    all->rows = rows;
    all->every = rows / SAMPLE + 1;
    /* The longer the lists, the more time a candidate a row is. */
    all->least_worth = LEAST_WORTH * fmax(1, fmin(4, rows / 1e5));
    all->judge = judge;
    all->packed = packed;
    status = bina_link_parts_cost(ring, plan->count, rows, all->every, all->single);
    if (status == BINA_OK)
        status = list_options(all);
    if (status == BINA_OK)
        status = find_matches(all);
    if (status == BINA_OK)
        status = choose(all);
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        for (int p = 0; p < BINA_LINK_PARTS; p++)
            free(all->agree[f][p]);
    free(all->option);
    bina_link_tally_drop(&all->seen);
    free(all);
    return status;
}
