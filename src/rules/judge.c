/* Conditions of policies: which are in force, and whether a subject meets them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "base/vector.h"
#include "rules/facts.h"
#include "rules/policy.h"
#include "rules/shipped.h"

void
bina_policy_conditions_free(bina_policy_conditions *conditions)
{
    free(conditions->list);
    memset(conditions, 0, sizeof *conditions);
}

bina_condition *
bina_policy_conditions_add(bina_policy_conditions *conditions)
{
    bina_condition *added;

    if (!bina_vector_reserve(&conditions->list, &conditions->room, conditions->count + 1,
                             sizeof *conditions->list))
        return NULL;
    added = &conditions->list[conditions->count++];
    memset(added, 0, sizeof *added);
    return added;
}

static bina_condition *
add(bina_case *c, bina_policy_conditions *conditions)
{
    bina_condition *added = bina_policy_conditions_add(conditions);

    if (added == NULL && c->status == BINA_OK)
        c->status = bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
    return added;
}

static void
add_stored(bina_case *c, bina_policy_conditions *conditions, bina_id policy)
{
    static const char name[] =
        "SELECT name || char(31) || coalesce(version, '') FROM policies WHERE id = ?1";
    static const char of_policy[] =
        "SELECT r.id FROM policy_rules r JOIN policies p ON p.id = r.policy WHERE r.policy = ?1"
        " AND r.fact IS NOT NULL AND coalesce(r.valid_from, p.valid_from, '0001-01-01') <= ?2"
        " AND coalesce(r.valid_to, p.valid_to, '9999-12-31') >= ?2 ORDER BY r.number, r.id";
    static const char rule[] =
        "SELECT r.rule || char(31) || r.fact || char(31) || coalesce(r.only_if, '') || char(31)"
        " || coalesce(r.compare, '') || char(31) || coalesce(r.value, '') || char(31) || "
        "coalesce(r.regulation, p.regulation, '')"
        " || char(31) || coalesce(r.message, '') || char(31) || coalesce(r.pesan, '')"
        " FROM policy_rules r JOIN policies p ON p.id = r.policy WHERE r.id = ?1";
    char answer[sizeof(bina_condition) + 8];
    const char *at = answer;
    size_t found = 0;
    bina_id *ids;

    bina_case_ask_text(c, name, BINA_VALUES(bina_int(policy)), answer, sizeof answer);
    bina_policy_take(&at, conditions->policy, sizeof conditions->policy);
    bina_policy_take(&at, conditions->version, sizeof conditions->version);
    ids = BINA_ASK_IDS(c, of_policy, &found, bina_int(policy), bina_integer_of(BINA_DATE, c->on));
    for (size_t i = 0; i < found && c->status == BINA_OK; i++) {
        bina_condition *one = add(c, conditions);
        if (one == NULL)
            break;
        bina_case_ask_text(c, rule, BINA_VALUES(bina_int(ids[i])), answer, sizeof answer);
        at = answer;
        bina_policy_take(&at, one->rule, sizeof one->rule);
        bina_policy_take(&at, one->fact, sizeof one->fact);
        bina_policy_take(&at, one->only_if, sizeof one->only_if);
        bina_policy_take(&at, one->compare, sizeof one->compare);
        bina_policy_take(&at, one->value, sizeof one->value);
        bina_policy_take(&at, one->regulation, sizeof one->regulation);
        bina_policy_take(&at, one->says[0], sizeof one->says[0]);
        bina_policy_take(&at, one->says[1], sizeof one->says[1]);
    }
    free(ids);
}

static void
copy(char *into, size_t size, const char *text)
{
    snprintf(into, size, "%s", text != NULL ? text : "");
}

static void
add_shipped(bina_case *c, bina_policy_conditions *conditions, const bina_shipped_policy *policy)
{
    copy(conditions->policy, sizeof conditions->policy, policy->name);
    copy(conditions->version, sizeof conditions->version, policy->version);
    for (size_t i = 0; i < policy->count; i++) {
        const bina_shipped_rule *rule = &policy->rules[i];
        bina_condition *one = rule->fact != NULL ? add(c, conditions) : NULL;
        if (one == NULL)
            continue;
        copy(one->rule, sizeof one->rule, rule->rule);
        copy(one->fact, sizeof one->fact, rule->fact);
        copy(one->only_if, sizeof one->only_if, rule->only_if);
        copy(one->compare, sizeof one->compare, rule->compare);
        copy(one->value, sizeof one->value, rule->value);
        copy(one->regulation, sizeof one->regulation,
             rule->regulation != NULL ? rule->regulation : policy->regulation);
        copy(one->says[0], sizeof one->says[0], rule->says[0]);
        copy(one->says[1], sizeof one->says[1], rule->says[1]);
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
            snprintf(says[n], 400, "%s", condition->says[n]);
        else
            snprintf(says[n], 400, forms[n], condition->fact, text[0] != '\0' ? text : unknown[n],
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
