/* The shipped policies as tables, made from the .def files in policies/. */
#include "rules/shipped.h"

#include <string.h>

#define JUTA   INT64_C(1000000)
#define MILYAR (1000 * JUTA)

/* The day number of a Gregorian date after 1970 (H. Hinnant's formula), as a constant. */
#define MARCH_YEAR(y, m)  ((m) > 2 ? (y) : (y)-1)
#define DAY_OF_YEAR(m, d) ((153 * ((m) > 2 ? (m)-3 : (m) + 9) + 2) / 5 + (d)-1)
#define DAYS_BEFORE(y)    ((y)*INT64_C(365) + (y) / 4 - (y) / 100 + (y) / 400)
#define DAY(y, m, d)      (DAYS_BEFORE(MARCH_YEAR(y, m)) + DAY_OF_YEAR(m, d) - 719468)

/* First the rules of each policy ... */
#define BINA_POLICY(ID, ...)      static const bina_shipped_rule rules_##ID[] = {
#define BINA_THRESHOLD(RULE, ...) {.rule = RULE, __VA_ARGS__},
#define BINA_CONDITION(RULE, ...) {.rule = RULE, __VA_ARGS__},
#define BINA_POLICY_END                                                                            \
    }                                                                                              \
    ;
#include "rules/policies/all.def"
#undef BINA_POLICY
#undef BINA_THRESHOLD
#undef BINA_CONDITION
#undef BINA_POLICY_END

/* ... then the policies. */
#define BINA_POLICY(ID, NAME, ...)                                                                 \
    {.name = NAME,                                                                                 \
     .rules = rules_##ID,                                                                          \
     .count = sizeof rules_##ID / sizeof *rules_##ID,                                              \
     __VA_ARGS__},
#define BINA_THRESHOLD(RULE, ...)
#define BINA_CONDITION(RULE, ...)
#define BINA_POLICY_END
static const bina_shipped_policy policies[] = {
#include "rules/policies/all.def"
};

static bool
in_force(const bina_shipped_policy *policy, int64_t day)
{
    return policy->from <= day && (policy->to == 0 || day <= policy->to);
}

const bina_shipped_policy *
bina_shipped_at(size_t n)
{
    return n < sizeof policies / sizeof *policies ? &policies[n] : NULL;
}

const bina_shipped_policy *
bina_shipped_find(const char *name, int64_t day)
{
    const bina_shipped_policy *policy;

    for (size_t n = 0; (policy = bina_shipped_at(n)) != NULL; n++)
        if (in_force(policy, day) && strcmp(policy->name, name) == 0)
            return policy;
    return NULL;
}

const bina_shipped_policy *
bina_shipped_last(const char *name, int64_t day)
{
    const bina_shipped_policy *policy, *last = NULL;

    for (size_t n = 0; (policy = bina_shipped_at(n)) != NULL; n++)
        if (policy->from <= day && strcmp(policy->name, name) == 0)
            last = policy;
    return last;
}

const bina_shipped_rule *
bina_shipped_rule_of(const bina_shipped_policy *policy, const char *rule)
{
    for (size_t i = 0; i < policy->count; i++)
        if (strcmp(policy->rules[i].rule, rule) == 0)
            return &policy->rules[i];
    return NULL;
}

const bina_shipped_rule *
bina_shipped_threshold(const char *rule, int64_t day, const bina_shipped_policy **policy)
{
    for (size_t n = 0; (*policy = bina_shipped_at(n)) != NULL; n++) {
        const bina_shipped_rule *found =
            in_force(*policy, day) ? bina_shipped_rule_of(*policy, rule) : NULL;
        if (found != NULL && found->compare == NULL)
            return found;
    }
    return NULL;
}

const char *
bina_shipped_unit(const char *rule)
{
    const bina_shipped_policy *policy;

    for (size_t n = 0; (policy = bina_shipped_at(n)) != NULL; n++) {
        const bina_shipped_rule *found = bina_shipped_rule_of(policy, rule);
        if (found != NULL && found->compare == NULL)
            return found->unit;
    }
    return NULL;
}
