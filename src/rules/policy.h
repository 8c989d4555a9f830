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
    char policy[64], version[32], unit[32], regulation[256];
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

/**
 * Judges the conditions of a policy ("eligibility", "readiness", ...) on a subject and refuses for
 * each that is not met, with what was seen. The conditions are those of the programme's own policy
 * of that name in force on c->on, else the office's, else the shipped; none is no refusal.
 *
 * @param programme 0: the office
 * @param subject   recipient, participant, borrower or product; c->record may be the grant or loan
 */
void bina_policy_judge(bina_case *c, const char *policy, bina_id programme, bina_id subject);

/* ---- for those who show what a policy would decide ---- */

/** A condition as it stands in a policy; no text is NULL, "" is none. They are lent. */
typedef struct bina_condition {
    const char *rule, *fact, *only_if, *compare, *value, *regulation;
    const char *says[2]; /* sentences of its own for when it is not met */
    bina_record *lender; /* of the texts, freed with the conditions; NULL: they live longer */
} bina_condition;

typedef struct bina_policy_conditions {
    const char *policy, *version;
    bina_record *lender; /* of these, and of a regulation that is the whole policy's */
    bina_condition *list;
    size_t count, room;
} bina_policy_conditions;

/** The conditions in force; false when memory is out or the register failed (c->status). */
bool bina_policy_conditions_find(bina_case *c, const char *policy, bina_id programme,
                                 bina_policy_conditions *conditions);

/** Names the policy that the conditions are of, by its record, which lends the texts. */
void bina_policy_conditions_name(bina_policy_conditions *conditions, const bina_record *policy);

/** Adds the condition of a rule of the policy; both records lend the texts. False: no memory. */
bool bina_policy_conditions_add(bina_policy_conditions *conditions, const bina_record *policy,
                                const bina_record *rule);

void bina_policy_conditions_free(bina_policy_conditions *conditions);

struct bina_fact_seen;

typedef enum bina_answer { BINA_NOT_MET, BINA_MET, BINA_NOT_ASKED } bina_answer;

/** Whether a subject meets a condition, and what was seen. What is not known meets none but absent.
 */
bina_answer bina_condition_judge(bina_case *c, const bina_condition *condition, bina_id subject,
                                 struct bina_fact_seen *seen);

/** What was seen as a text: yes-or-no facts as "true" and "false"; "" when nothing was. */
void bina_condition_saw(const bina_condition *condition, const struct bina_fact_seen *seen,
                        char text[128]);

/** The sentences for a condition that is not met: its own, or what was seen and asked for. */
void bina_condition_say(const bina_condition *condition, const struct bina_fact_seen *seen,
                        char says[2][400]);

/** Cuts the next part off an answer whose parts are joined by char(31), into `into`. */
void bina_policy_take(const char **answer, char *into, size_t size);

#endif
