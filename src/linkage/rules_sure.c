#include "linkage/rules_sure.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/rules_gather.h"

#define CROWD 20u /* rows that share a value: more are not looked at */
#define SURE  5.0 /* log2 odds of a sure match */

void
bina_link_sure_drop(bina_link_sure *sure)
{
    for (int f = 0; f < BINA_LINK_FIELDS; f++)
        for (int p = 0; p < BINA_LINK_PARTS; p++)
            free(sure->agree[f][p]);
    memset(sure, 0, sizeof(*sure));
}

static bool
use_same_field(const bina_link_rule *a, const bina_link_rule *b)
{
    for (unsigned t = 0; t < a->traits; t++)
        if (bina_link_rule_uses(b, a->trait[t].field))
            return true;
    return false;
}

bool
bina_link_rule_is_whole(const bina_link_rule *rule)
{
    for (unsigned t = 0; t < rule->traits; t++)
        if (rule->trait[t].part != BINA_LINK_WHOLE)
            return false;
    return true;
}

/* Notes the strong pairs of one block. */
static void
note_block(bina_link_sure *sure, const bina_link_key *entry, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            uint32_t a = entry[i].row, b = entry[j].row;
            uint64_t pattern;
            double weight;
            if (sure->matches[sure->sources] == BINA_LINK_SURE_MOST ||
                !bina_link_judge_pair(sure->judge, bina_link_rows_at(sure->packed, a),
                                      bina_link_rows_at(sure->packed, b), false, &weight,
                                      &pattern) ||
                weight < SURE)
                continue;
            sure->match[sure->sources][sure->matches[sure->sources]++] =
                (bina_link_sure_pair){a, b};
        }
}

bina_status
bina_link_sure_look(bina_link_sure *sure, const bina_link_rule *rule, double cost, unsigned pairs)
{
    uint64_t every = (uint64_t)(cost * sure->rows / pairs) + 1;
    bina_link_key *entry;
    size_t count, blocks = 0;
    bina_status status = bina_link_rule_gather(sure->ring, rule, sure->rows, every, &entry, &count);

    for (size_t i = 0, end; i < count && status == BINA_OK; i = end) {
        for (end = i + 1; end < count && entry[end].key == entry[i].key; end++)
            continue;
        bina_heap_pass(sure->packed->heap, blocks++);
        if (end - i > 1 && end - i <= CROWD)
            note_block(sure, entry + i, end - i);
    }
    free(entry);
    if (status == BINA_OK && sure->matches[sure->sources] > 0)
        sure->source[sure->sources++] = *rule;
    return status;
}

bool
bina_link_sure_all_use(const bina_link_sure *sure, unsigned sources, int f)
{
    for (unsigned s = 0; s < sources; s++)
        if (!bina_link_rule_uses(&sure->source[s], f))
            return false;
    return true;
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
agreeing(bina_link_sure *sure, const bina_link_trait *trait, const bina_link_sure_bits **agree)
{
    const bina_link_keys *keys;
    bina_link_sure_bits *made = sure->agree[trait->field][trait->part];
    bina_status status;

    *agree = (const bina_link_sure_bits *)made;
    if (made != NULL)
        return BINA_OK;
    status = bina_link_keyring_get(sure->ring, trait->field, trait->part, &keys);
    if (status != BINA_OK)
        return status;
    made = calloc(1, sizeof(*made));
    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    for (unsigned s = 0; s < sure->sources; s++)
        for (size_t i = 0; i < sure->matches[s]; i++)
            if (share_key(keys, sure->match[s][i].a, sure->match[s][i].b))
                (*made)[s][i / 64] |= (uint64_t)1 << (i % 64);
    sure->agree[trait->field][trait->part] = made;
    *agree = (const bina_link_sure_bits *)made;
    return BINA_OK;
}

/*
 * Whether what a source found says nothing of what a rule finds: whole values that agree have all
 * parts in common, parts that agree need not have any other.
 */
static bool
is_apart(const bina_link_rule *source, const bina_link_rule *rule)
{
    if (bina_link_rule_is_whole(source))
        return !use_same_field(source, rule);
    for (unsigned t = 0; t < rule->traits; t++)
        for (unsigned u = 0; u < source->traits; u++)
            if (rule->trait[t].field == source->trait[u].field &&
                rule->trait[t].part == source->trait[u].part)
                return false;
    return true;
}

/* Whether there is a source of whole values that a rule can be held against. */
static bool
has_whole_source(const bina_link_sure *sure, const bina_link_rule *rule)
{
    for (unsigned s = 0; s < sure->sources; s++)
        if (bina_link_rule_is_whole(&sure->source[s]) && is_apart(&sure->source[s], rule))
            return true;
    return false;
}

/* Which of the matches share all of a rule's keys. */
static bina_status
agreeing_on_all(bina_link_sure *sure, const bina_link_rule *rule,
                const bina_link_sure_bits *agree[BINA_LINK_TRAITS])
{
    bina_status status = BINA_OK;

    for (unsigned t = 0; t < rule->traits && status == BINA_OK; t++)
        status = agreeing(sure, &rule->trait[t], &agree[t]);
    return status;
}

/* What a rule finds of 64 matches of a source that was not found yet. */
static uint64_t
more_of(const bina_link_sure *sure, const bina_link_rule *rule,
        const bina_link_sure_bits *const agree[BINA_LINK_TRAITS], unsigned source, size_t word)
{
    uint64_t more = ~sure->found[source][word];

    for (unsigned t = 0; t < rule->traits; t++)
        more &= (*agree[t])[source][word];
    return more;
}

bina_status
bina_link_sure_gain(bina_link_sure *sure, const bina_link_rule *rule, const bina_link_rule *like,
                    double *gain)
{
    const bina_link_sure_bits *agree[BINA_LINK_TRAITS];
    double share = 0;
    unsigned apart = 0;
    bool whole = has_whole_source(sure, like);
    bina_status status = agreeing_on_all(sure, rule, agree);

    *gain = 0;
    for (unsigned s = 0; s < sure->sources && status == BINA_OK; s++) {
        unsigned count = 0;
        if (!is_apart(&sure->source[s], like) || bina_link_rule_is_whole(&sure->source[s]) != whole)
            continue;
        apart++;
        for (size_t w = 0; w < (sure->matches[s] + 63) / 64; w++)
            count += (unsigned)__builtin_popcountll(more_of(sure, rule, agree, s, w));
        share += (double)count / (double)sure->matches[s];
    }
    *gain = apart > 0 ? share / apart : 0;
    return status;
}

bina_status
bina_link_sure_take(bina_link_sure *sure, const bina_link_rule *rule)
{
    const bina_link_sure_bits *agree[BINA_LINK_TRAITS];
    bina_status status = agreeing_on_all(sure, rule, agree);

    for (unsigned s = 0; s < sure->sources && status == BINA_OK; s++)
        for (size_t w = 0; w < (sure->matches[s] + 63) / 64; w++)
            if (is_apart(&sure->source[s], rule))
                sure->found[s][w] |= more_of(sure, rule, agree, s, w);
    return status;
}
