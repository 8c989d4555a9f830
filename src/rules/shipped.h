/*
 * The policies the library ships: thresholds and conditions as the law, or the usual practice of
 * offices, has them, each with its regulation and its days. They are data (policies/NAME.def), and
 * the one home of every threshold. Policies stored in a register come before them (rules/policy.h).
 */
#ifndef BINA_SRC_RULES_SHIPPED_H
#define BINA_SRC_RULES_SHIPPED_H

#include <bina/value.h>

typedef struct bina_shipped_rule {
    const char *rule;
    const char *fact;    /* NULL: a threshold, whose value is `number` */
    const char *compare; /* a word of policy_compare; NULL: threshold */
    const char
        *only_if;      /* a yes-or-no fact without which the condition is not asked; NULL: always */
    const char *value; /* of a condition; NULL for exists and absent */
    int64_t number;
    const char *unit;       /* NULL: none */
    const char *regulation; /* NULL: the policy's */
    const char *says[2];    /* what it means, or what to say when the condition fails */
} bina_shipped_rule;

typedef struct bina_shipped_policy {
    const char *name, *version, *title[2], *regulation;
    int64_t from, to; /* days; to 0: still in force */
    const bina_shipped_rule *rules;
    size_t count;
} bina_shipped_policy;

/** The n-th policy; NULL past the end. Versions of one policy stand together, the oldest first. */
const bina_shipped_policy *bina_shipped_at(size_t n);

/** The version of a policy in force on a day; NULL when there is none. */
const bina_shipped_policy *bina_shipped_find(const char *name, int64_t day);

/** The version of a policy that came into force last, on or before a day, in force or not. */
const bina_shipped_policy *bina_shipped_last(const char *name, int64_t day);

/** The rule of a policy by its name; NULL when it has none. */
const bina_shipped_rule *bina_shipped_rule_of(const bina_shipped_policy *policy, const char *rule);

/** The threshold of this name in force on a day, whichever policy has it, and that policy. */
const bina_shipped_rule *bina_shipped_threshold(const char *rule, int64_t day,
                                                const bina_shipped_policy **policy);

/** The unit in which thresholds of this name are kept; NULL when none is shipped on any day. */
const char *bina_shipped_unit(const char *rule);

#endif
