/*
 * Policies at work: the threshold in force on the day of a case, and the conditions it must meet.
 * What a register stores (kinds policy and policy_rule) comes before what is shipped, and what is
 * for the programme before what is for the office. docs/policies.md lists the rules and facts.
 */
#ifndef BINA_SRC_RULES_POLICY_H
#define BINA_SRC_RULES_POLICY_H

#include "rules/case.h"

/** No threshold of that name is in force: nothing is limited. Ask for it before you compare. */
#define BINA_POLICY_NONE INT64_MIN

/** Where a threshold comes from; empty texts when it is not known. */
typedef struct bina_policy_source {
    char policy[64], version[32], unit[32], regulation[160];
} bina_policy_source;

/**
 * The threshold of a rule on the day c->on, in the unit of the rule (percent, basis_point: a
 * hundredth of a percent, rupiah, day, month, worker ...).
 *
 * A rule without value falls back to its name without the last word: "kur.micro.rate.2" (the second
 * access) to "kur.micro.rate" (any).
 *
 * @param rule      such as "attendance.certificate"
 * @param programme whose own value comes first; 0: the office's
 * @param source    for bina_policy_ground; may be NULL
 * @return the number, or BINA_POLICY_NONE
 */
int64_t bina_policy_number(bina_case *c, const char *rule, bina_id programme,
                           bina_policy_source *source);

/** Adds to the refusal just made the policy that the number came from. */
void bina_policy_ground(bina_case *c, const bina_policy_source *source);

#endif
