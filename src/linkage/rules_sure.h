/*
 * What surely matches before anything is estimated, found in several ways, and what of it a rule
 * would find.
 */
#ifndef BINA_SRC_LINKAGE_RULES_SURE_H
#define BINA_SRC_LINKAGE_RULES_SURE_H

#include "linkage/judge.h"
#include "linkage/rules_cost.h"

#define BINA_LINK_SURE_SOURCES 12    /* ways of finding sure matches, at most */
#define BINA_LINK_SURE_MOST    2048u /* matches kept of each */

typedef struct bina_link_sure_pair {
    uint32_t a, b;
} bina_link_sure_pair;

/** A bit for each source's each match. */
typedef uint64_t bina_link_sure_bits[BINA_LINK_SURE_SOURCES][BINA_LINK_SURE_MOST / 64];

/** Zeroed but for the first four. */
typedef struct bina_link_sure {
    bina_link_keyring *ring;
    uint32_t rows;
    const bina_link_judge *judge; /* of a model before estimation */
    const bina_link_rows *packed;
    bina_link_rule source[BINA_LINK_SURE_SOURCES]; /* by which rows met */
    unsigned sources;
    bina_link_sure_pair match[BINA_LINK_SURE_SOURCES][BINA_LINK_SURE_MOST];
    size_t matches[BINA_LINK_SURE_SOURCES];
    bina_link_sure_bits *agree[BINA_LINK_FIELDS][BINA_LINK_PARTS]; /* those that share a key */
    bina_link_sure_bits found; /* by rules that were taken and are apart from the source */
} bina_link_sure;

void bina_link_sure_drop(bina_link_sure *sure);

/** Whether a rule looks at nothing but whole values. */
bool bina_link_rule_is_whole(const bina_link_rule *rule);

static inline bool
bina_link_sure_is_full(const bina_link_sure *sure)
{
    return sure->sources == BINA_LINK_SURE_SOURCES;
}

/**
 * Looks for sure matches among rows that share some of a rule's keys, in about so many pairs; when
 * there are any, the rule becomes a source. Not when it is full.
 *
 * @param cost candidates a row that the rule makes
 */
bina_status bina_link_sure_look(bina_link_sure *sure, const bina_link_rule *rule, double cost,
                                unsigned pairs);

/** Whether the first sources all use a field: none can tell what rules on it alone would find. */
bool bina_link_sure_all_use(const bina_link_sure *sure, unsigned sources, int f);

/**
 * What a rule would find that was not found yet: of the matches of each source that is apart from
 * it, the share, on average over sources; parts of values count where there are no whole ones.
 *
 * @param like apart from this rule; the same for rules that are to be held against each other
 */
bina_status bina_link_sure_gain(bina_link_sure *sure, const bina_link_rule *rule,
                                const bina_link_rule *like, double *gain);

/** What a rule finds is found from now on. */
bina_status bina_link_sure_take(bina_link_sure *sure, const bina_link_rule *rule);

#endif
