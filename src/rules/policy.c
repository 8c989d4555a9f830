/* The threshold in force: the programme's, else the office's, else the shipped one. */
#include "rules/policy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "rules/shipped.h"

/* Between the parts of the answer: it occurs in no text that people write. */
#define SEPARATOR '\x1f'

void
bina_policy_take(const char **answer, char *into, size_t size)
{
    size_t length = strcspn(*answer, "\x1f");

    bina_text_print(into, size, "%.*s", (int)length, *answer);
    *answer += length + ((*answer)[length] == SEPARATOR);
}

/* The value stored in the register; false when there is none. */
static bool
stored(bina_case *c, const char *rule, bina_id programme, int64_t *number,
       bina_policy_source *source)
{
    static const char select[] =
        "SELECT r.value || char(31) || p.name || char(31) || coalesce(p.version, '') || char(31)"
        " || coalesce(r.unit, '') || char(31) || coalesce(r.regulation, p.regulation, '')"
        " FROM policy_rules r JOIN policies p ON p.id = r.policy"
        " WHERE r.rule = ?1 AND r.fact IS NULL AND r.value IS NOT NULL"
        " AND (p.programme IS NULL OR p.programme = ?2)"
        " AND coalesce(r.valid_from, p.valid_from, '0001-01-01') <= ?3"
        " AND coalesce(r.valid_to, p.valid_to, '9999-12-31') >= ?3"
        " ORDER BY p.programme IS NULL, coalesce(r.valid_from, p.valid_from) DESC, r.id DESC"
        " LIMIT 1";
    char answer[sizeof *source + 32], value[24];
    const char *at = answer;
    char *end;

    bina_case_ask_text(c, select,
                       BINA_VALUES(bina_text(rule), bina_integer_of(BINA_REF, programme),
                                   bina_integer_of(BINA_DATE, c->on)),
                       answer, sizeof answer);
    if (answer[0] == '\0')
        return false;
    bina_policy_take(&at, value, sizeof value);
    bina_policy_take(&at, source->policy, sizeof source->policy);
    bina_policy_take(&at, source->version, sizeof source->version);
    bina_policy_take(&at, source->unit, sizeof source->unit);
    bina_policy_take(&at, source->regulation, sizeof source->regulation);
    *number = strtoll(value, &end, 10);
    return end != value && *end == '\0';
}

static bool
shipped(int64_t day, const char *rule, int64_t *number, bina_policy_source *source)
{
    const bina_shipped_policy *policy;
    const bina_shipped_rule *found = bina_shipped_threshold(rule, day, &policy);

    if (found == NULL)
        return false;
    *number = found->number;
    snprintf(source->policy, sizeof source->policy, "%s", policy->name);
    snprintf(source->version, sizeof source->version, "%s", policy->version);
    snprintf(source->unit, sizeof source->unit, "%s", found->unit != NULL ? found->unit : "");
    snprintf(source->regulation, sizeof source->regulation, "%s",
             found->regulation != NULL ? found->regulation : policy->regulation);
    return true;
}

int64_t
bina_policy_number(bina_case *c, const char *rule, bina_id programme, bina_policy_source *source)
{
    bina_policy_source unused;
    int64_t number;
    char name[128];
    char *dot;

    if (source == NULL)
        source = &unused;
    memset(source, 0, sizeof *source);
    snprintf(name, sizeof name, "%s", rule);
    do {
        if (stored(c, name, programme, &number, source) || shipped(c->on, name, &number, source))
            return number;
        dot = strrchr(name, '.');
        if (dot != NULL)
            *dot = '\0';
    } while (dot != NULL);
    return BINA_POLICY_NONE;
}

void
bina_policy_ground(bina_case *c, const bina_policy_source *source)
{
    bina_case_ground(c, source->policy, source->version, source->regulation);
}
