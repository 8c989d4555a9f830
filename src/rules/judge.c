/* Conditions of policies: which are in force, and whether a subject meets them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "base/text.h"
#include "base/vector.h"
#include "rules/facts.h"
#include "rules/policy.h"
#include "rules/shipped.h"

void
bina_policy_conditions_free(bina_policy_conditions *conditions)
{
    for (size_t i = 0; i < conditions->count; i++)
        bina_record_free(conditions->list[i].lender);
    bina_record_free(conditions->lender);
    free(conditions->list);
    memset(conditions, 0, sizeof *conditions);
}

static const char *
or_empty(const char *text)
{
    return text != NULL ? text : "";
}

static const char *
text_of(const bina_record *record, int slot)
{
    return or_empty(bina_record_text(record, slot));
}

static bina_condition *
add(bina_policy_conditions *conditions)
{
    bina_condition *added;

    if (!bina_vector_reserve(&conditions->list, &conditions->room, conditions->count + 1,
                             sizeof *conditions->list))
        return NULL;
    added = &conditions->list[conditions->count++];
    memset(added, 0, sizeof *added);
    return added;
}

void
bina_policy_conditions_name(bina_policy_conditions *conditions, const bina_record *policy)
{
    conditions->policy = text_of(policy, BINA_POLICY_NAME);
    conditions->version = text_of(policy, BINA_POLICY_VERSION);
}

bool
bina_policy_conditions_add(bina_policy_conditions *conditions, const bina_record *policy,
                           const bina_record *rule)
{
    bina_condition *added = add(conditions);

    if (added == NULL)
        return false;
    added->rule = text_of(rule, BINA_POLICY_RULE_RULE);
    added->fact = text_of(rule, BINA_POLICY_RULE_FACT);
    added->only_if = text_of(rule, BINA_POLICY_RULE_ONLY_IF);
    added->compare = text_of(rule, BINA_POLICY_RULE_COMPARE);
    added->value = text_of(rule, BINA_POLICY_RULE_VALUE);
    added->regulation = text_of(rule, BINA_POLICY_RULE_REGULATION);
    if (added->regulation[0] == '\0')
        added->regulation = text_of(policy, BINA_POLICY_REGULATION);
    added->says[0] = text_of(rule, BINA_POLICY_RULE_MESSAGE);
    added->says[1] = text_of(rule, BINA_POLICY_RULE_PESAN);
    return true;
}

/* A record of the register, which is the caller's; NULL when something failed. */
static bina_record *
get(bina_case *c, bina_id id)
{
    bina_record *record = NULL;

    if (c->status == BINA_OK)
        c->status = c->access->get(c->access->data, id, &record);
    return record;
}

static void
no_memory(bina_case *c)
{
    if (c->status == BINA_OK)
        c->status = bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
}

static void
add_stored(bina_case *c, bina_policy_conditions *conditions, bina_id policy)
{
    static const char of_policy[] =
        "SELECT r.id FROM policy_rules r JOIN policies p ON p.id = r.policy WHERE r.policy = ?1"
        " AND r.fact IS NOT NULL AND coalesce(r.valid_from, p.valid_from, '0001-01-01') <= ?2"
        " AND coalesce(r.valid_to, p.valid_to, '9999-12-31') >= ?2 ORDER BY r.number, r.id";
    size_t found = 0;
    bina_id *ids;

    conditions->lender = get(c, policy);
    if (conditions->lender != NULL)
        bina_policy_conditions_name(conditions, conditions->lender);
    ids = BINA_ASK_IDS(c, of_policy, &found, bina_int(policy), bina_integer_of(BINA_DATE, c->on));
    for (size_t i = 0; i < found && c->status == BINA_OK; i++) {
        bina_record *rule = get(c, ids[i]);
        if (rule == NULL)
            break;
        if (bina_policy_conditions_add(conditions, conditions->lender, rule)) {
            conditions->list[conditions->count - 1].lender = rule;
        } else {
            bina_record_free(rule);
            no_memory(c);
        }
    }
    free(ids);
}

static void
add_shipped(bina_case *c, bina_policy_conditions *conditions, const bina_shipped_policy *policy)
{
    conditions->policy = or_empty(policy->name);
    conditions->version = or_empty(policy->version);
    for (size_t i = 0; i < policy->count; i++) {
        const bina_shipped_rule *rule = &policy->rules[i];
        bina_condition *one = rule->fact != NULL ? add(conditions) : NULL;
        if (rule->fact == NULL)
            continue;
        if (one == NULL) {
            no_memory(c);
            return;
        }
        one->rule = or_empty(rule->rule);
        one->fact = rule->fact;
        one->only_if = or_empty(rule->only_if);
        one->compare = or_empty(rule->compare);
        one->value = or_empty(rule->value);
        one->regulation =
            or_empty(rule->regulation != NULL ? rule->regulation : policy->regulation);
        one->says[0] = or_empty(rule->says[0]);
        one->says[1] = or_empty(rule->says[1]);
    }
}

bool
bina_policy_conditions_find(bina_case *c, const char *policy, bina_id programme,
                            bina_policy_conditions *conditions)
{
    static const char in_force[] =
        "SELECT id FROM policies WHERE name = ?1 AND (programme IS NULL OR programme = ?2)"
        " AND coalesce(valid_from, '0001-01-01') <= ?3 AND coalesce(valid_to, '9999-12-31') >= ?3"
        " ORDER BY programme IS NULL, valid_from DESC, id DESC LIMIT 1";
    bina_id stored = BINA_ASK(c, in_force, bina_text(policy), bina_int(programme),
                              bina_integer_of(BINA_DATE, c->on));
    const bina_shipped_policy *shipped = stored == 0 ? bina_shipped_find(policy, c->on) : NULL;

    memset(conditions, 0, sizeof *conditions);
    conditions->policy = conditions->version = "";
    if (stored != 0)
        add_stored(c, conditions, stored);
    else if (shipped != NULL)
        add_shipped(c, conditions, shipped);
    return c->status == BINA_OK;
}

/* Whether one of the words separated by commas is the text, or begins it. */
static bool
is_one_of(const char *words, const char *text, bool prefix)
{
    while (*words != '\0') {
        size_t length, end;
        words += strspn(words, ", \n");
        length = end = strcspn(words, ",\n");
        while (end > 0 && words[end - 1] == ' ')
            end--;
        if (end > 0 && strncmp(words, text, end) == 0 && (prefix || text[end] == '\0'))
            return true;
        words += length;
    }
    return false;
}

/* Whether a yes-or-no fact is a yes. */
static bool
holds(bina_case *c, const char *name, bina_id subject)
{
    const bina_fact *fact = bina_fact_find(name);
    bina_fact_seen look;

    if (fact == NULL)
        return true;
    bina_fact_look(c, fact, subject, &look);
    return look.value.type != BINA_NULL && look.value.as.integer != 0;
}

static bool
none_seen(const bina_fact_seen *seen)
{
    return seen->value.type == BINA_NULL ||
           (seen->value.type == BINA_BOOL && seen->value.as.integer == 0);
}

/* Whether a number, at which `limit` is held, satisfies a comparison. */
static bool
compares(int64_t number, const char *compare, int64_t limit)
{
    if (strcmp(compare, "at_least") == 0)
        return number >= limit;
    if (strcmp(compare, "more_than") == 0)
        return number > limit;
    if (strcmp(compare, "at_most") == 0)
        return number <= limit;
    return strcmp(compare, "less_than") == 0 && number < limit;
}

static bool
is_met(const bina_fact *fact, const bina_condition *condition, const bina_fact_seen *seen)
{
    const char *compare = condition->compare;
    bool most = seen->value.type == BINA_NULL && fact->none_is_most;
    bool not = strcmp(compare, "is_not") == 0;
    char text[128];

    if (strcmp(compare, "exists") == 0)
        return !none_seen(seen);
    if (strcmp(compare, "absent") == 0)
        return none_seen(seen);
    if (seen->value.type == BINA_NULL && !most)
        return false;
    if (not || strcmp(compare, "is") == 0) {
        bina_condition_saw(condition, seen, text);
        return (!most && is_one_of(condition->value, text, fact->prefix)) != not ;
    }
    return compares(most ? INT64_MAX : seen->value.as.integer, compare,
                    strtoll(condition->value, NULL, 10));
}

bina_answer
bina_condition_judge(bina_case *c, const bina_condition *condition, bina_id subject,
                     bina_fact_seen *seen)
{
    const bina_fact *fact = bina_fact_find(condition->fact);

    seen->value = bina_null();
    if (condition->only_if[0] != '\0' && !holds(c, condition->only_if, subject))
        return BINA_NOT_ASKED;
    if (fact == NULL) /* of a newer library: nobody can say that it is met */
        return BINA_NOT_MET;
    bina_fact_look(c, fact, subject, seen);
    return is_met(fact, condition, seen) ? BINA_MET : BINA_NOT_MET;
}

void
bina_condition_saw(const bina_condition *condition, const bina_fact_seen *seen, char text[128])
{
    const bina_fact *fact = bina_fact_find(condition->fact);

    if (seen->value.type == BINA_NULL)
        text[0] = '\0';
    else if (bina_type_held_as(seen->value.type) == BINA_TEXT)
        snprintf(text, 128, "%s", seen->value.as.text);
    else if (fact->type == BINA_BOOL)
        snprintf(text, 128, "%s", seen->value.as.integer != 0 ? "true" : "false");
    else
        snprintf(text, 128, "%lld", (long long)seen->value.as.integer);
}

void
bina_condition_say(const bina_condition *condition, const bina_fact_seen *seen, char says[2][400])
{
    static const char *const forms[2] = {"%s is %s; asked for: %s %.100s",
                                         "%s: %s; yang diminta: %s %.100s"};
    static const char *const unknown[2] = {"not known", "tidak diketahui"};
    char text[128];

    bina_condition_saw(condition, seen, text);
    for (int n = 0; n < 2; n++) {
        const char *compare =
            bina_codes_label("policy_compare", condition->compare, (bina_language)n);
        if (condition->says[n][0] != '\0')
            bina_text_print(says[n], 400, "%s", condition->says[n]);
        else
            bina_text_print(says[n], 400, forms[n], condition->fact,
                            text[0] != '\0' ? text : unknown[n],
                            compare != NULL ? compare : condition->compare, condition->value);
    }
}

void
bina_policy_judge(bina_case *c, const char *policy, bina_id programme, bina_id subject)
{
    bina_policy_conditions conditions;
    bina_fact_seen seen;
    char says[2][400];

    if (bina_policy_conditions_find(c, policy, programme, &conditions))
        for (size_t i = 0; i < conditions.count && c->status == BINA_OK; i++) {
            const bina_condition *one = &conditions.list[i];
            if (bina_condition_judge(c, one, subject, &seen) != BINA_NOT_MET ||
                c->status != BINA_OK)
                continue;
            bina_condition_say(one, &seen, says);
            /* Each sentence is complete, so each format skips the other's. */
            bina_case_refuse(c, one->rule, "%s%.0s", "%.0s%s", says[0], says[1]);
            bina_case_saw(c, one->fact, seen.value);
            bina_case_ground(c, conditions.policy, conditions.version, one->regulation);
        }
    bina_policy_conditions_free(&conditions);
}
