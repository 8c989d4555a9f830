/* How often each pattern of levels occurs: all that estimation needs to know about pairs. */
#ifndef BINA_SRC_LINKAGE_PATTERN_H
#define BINA_SRC_LINKAGE_PATTERN_H

#include "linkage/field.h"

/** The weights of a pattern, before the kinds of pairs are brought together. */
typedef struct bina_link_evidence {
    double one;   /* log2 odds of one thing against two strangers */
    double owner; /* log2 odds of one owner with two things against two strangers */
} bina_link_evidence;

typedef struct bina_link_counted {
    uint64_t key; /* pattern + 1; 0 is free */
    uint64_t count;
} bina_link_counted;

typedef struct bina_link_patterns {
    bina_link_counted *slot;
    size_t slots, used;
} bina_link_patterns;

bina_status bina_link_patterns_init(bina_link_patterns *patterns);
void bina_link_patterns_drop(bina_link_patterns *patterns);

/** Counts the patterns of many pairs, each standing for `times` pairs like it. */
bina_status bina_link_patterns_add(bina_link_patterns *patterns, const uint64_t *pattern,
                                   size_t count, uint64_t times);

/** Adds the counts of others. */
bina_status bina_link_patterns_join(bina_link_patterns *patterns, const bina_link_patterns *others);

/** The pattern of two rows given by their codes, one a field. */
uint64_t bina_link_pattern_of(const bina_link_field *field, int fields, const uint32_t *a,
                              const uint32_t *b);

/** The level of a field in a pattern. */
static inline unsigned
bina_link_pattern_level(uint64_t pattern, int field)
{
    return (unsigned)(pattern >> (BINA_LINK_BITS * (unsigned)field)) & (BINA_LINK_LEVELS - 1);
}

/** Set in a pattern of two rows of one list. */
#define BINA_LINK_SAME_LIST ((uint64_t)1 << 60)

/** States of a field: 2 where both rows agree on the field it depends on most, 1 on the next. */
#define BINA_LINK_STATES 3

/** The state of a field in a pattern. */
static inline unsigned
bina_link_pattern_state(const bina_link_plan *plan, uint64_t pattern, int field)
{
    for (unsigned k = 0; k < 2; k++) {
        int given = plan->field[field].given[k];
        if (given >= 0 && bina_link_pattern_level(pattern, given) ==
                              bina_link_compare_top(plan->field[given].compare))
            return 2 - k;
    }
    return 0;
}

#endif
