#include "linkage/rules_cost.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/parallel.h"
#include "base/vector.h"

#define SOME 64u /* keys that are looked for at once */

void
bina_link_tally_drop(bina_link_tally *tally)
{
    free(tally->slot);
    memset(tally, 0, sizeof(*tally));
}

/* Empties the room, for so many keys. */
static bina_status
begin(bina_link_tally *tally, size_t keys)
{
    tally->count = 64;
    while (tally->count < 2 * keys)
        tally->count *= 2;
    if (!bina_vector_reserve(&tally->slot, &tally->room, tally->count, sizeof(*tally->slot)))
        return BINA_ERR_NO_MEMORY;
    memset(tally->slot, 0, tally->count * sizeof(*tally->slot));
    return BINA_OK;
}

static size_t
place_of(const bina_link_tally *tally, uint64_t key)
{
    return (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (tally->count - 1);
}

/* Counts keys; returns how many pairs they make with those like them before. */
static uint64_t
count_keys(bina_link_tally *tally, const uint64_t *key, size_t count)
{
    uint64_t pairs = 0;

    for (size_t i = 0; i < count; i++)
        bina_heap_touch(NULL, &tally->slot[place_of(tally, key[i])]);
    for (size_t i = 0; i < count; i++) {
        size_t at = place_of(tally, key[i]);
        while (tally->slot[at].key != 0 && tally->slot[at].key != key[i])
            at = (at + 1) & (tally->count - 1);
        tally->slot[at].key = key[i];
        if (tally->most == 0 || tally->slot[at].times < tally->most)
            pairs += tally->slot[at].times++;
    }
    return pairs;
}

bina_status
bina_link_rule_cost(bina_link_tally *tally, bina_link_keyring *ring, const bina_link_rule *rule,
                    uint32_t rows, uint32_t every, double *cost)
{
    const bina_link_keys *keys[BINA_LINK_TRAITS];
    uint64_t pairs = 0, some[SOME + BINA_LINK_KEYS];
    size_t count = 0;
    bina_status status = bina_link_rule_keys(ring, rule, keys);

    if (status == BINA_OK)
        status = begin(tally, ((size_t)rows / every + 1) * keys[0]->count);
    for (uint32_t r = 0; r < rows && status == BINA_OK; r += every) {
        bina_heap_pass(ring->field[rule->trait[0].field].values.heap, r / every);
        for (unsigned n = 0; n < keys[0]->count; n++) {
            some[count] = bina_link_rule_key(keys, n, r);
            count += some[count] != 0;
        }
        if (count < SOME)
            continue;
        pairs += count_keys(tally, some, count);
        count = 0;
    }
    if (status == BINA_OK)
        pairs += count_keys(tally, some, count);
    *cost = (double)pairs * every * every / rows;
    return status;
}

/* Rules that are measured, several at once. */
typedef struct measuring {
    bina_link_keyring *ring;
    const bina_link_rule *rule;
    uint32_t rows, every;
    double *cost;
} measuring;

static bina_status
measure_rule(void *self, size_t at)
{
    const measuring *all = self;
    bina_link_tally tally = {NULL, 0, 0, 0};
    bina_status status = bina_link_rule_cost(&tally, all->ring, &all->rule[at], all->rows,
                                             all->every, &all->cost[at]);

    bina_link_tally_drop(&tally);
    return status;
}

bina_status
bina_link_rules_cost(bina_link_keyring *ring, const bina_link_rule *rule, size_t rules,
                     uint32_t rows, uint32_t every, double *cost)
{
    measuring all = {ring, rule, rows, every, cost};
    unsigned threads = ring->threads;
    bina_status status;

    /* Keys that are made on the way are made by the thread that measures. */
    ring->threads = 1;
    status = bina_parallel(threads, rules, measure_rule, &all);
    ring->threads = threads;
    return status;
}

/* Whether values of a field have such a part, and rows enough have a value. */
static bool
has_part(const bina_link_field *field, uint32_t rows, bina_link_part part)
{
    bina_link_compare compare = field->spec->compare;

    if (field->filled < rows / 50)
        return false;
    switch (part) {
    case BINA_LINK_SOUND:
    case BINA_LINK_START:
        return compare == BINA_LINK_NAME || compare == BINA_LINK_WORDS;
    case BINA_LINK_HEAD:
    case BINA_LINK_TAIL:
        return compare == BINA_LINK_CODE;
    case BINA_LINK_YEAR:
    case BINA_LINK_DAY:
        return compare == BINA_LINK_DATE;
    case BINA_LINK_WORD:
        return compare == BINA_LINK_WORDS;
    case BINA_LINK_WHOLE:
    case BINA_LINK_PARTS:
        break;
    }
    return true;
}

bina_status
bina_link_parts_cost(bina_link_keyring *ring, int fields, uint32_t rows, uint32_t every,
                     double cost[][BINA_LINK_PARTS])
{
    bina_link_rule rule[BINA_LINK_FIELDS * BINA_LINK_PARTS] = {{{{0}}, 0}};
    double found[BINA_LINK_FIELDS * BINA_LINK_PARTS];
    size_t rules = 0;
    bina_status status;

    for (int f = 0; f < fields; f++)
        for (bina_link_part p = BINA_LINK_WHOLE; p < BINA_LINK_PARTS; p++) {
            cost[f][p] = -1;
            if (has_part(&ring->field[f], rows, p))
                rule[rules++] = (bina_link_rule){{{f, p}}, 1};
        }
    status = bina_link_rules_cost(ring, rule, rules, rows, every, found);
    for (size_t r = 0; r < rules && status == BINA_OK; r++) {
        const bina_link_trait *trait = &rule[r].trait[0];
        if (found[r] > 0 || trait->part == BINA_LINK_WHOLE)
            cost[trait->field][trait->part] = found[r];
    }
    return status;
}
