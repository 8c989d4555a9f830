/* The public face of the validators: bina/check.h. */
#include <bina/check.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/error.h"
#include "base/options.h"
#include "reference/validators.h"

struct bina_reading {
    const bina_validator *validator;
    bina_findings findings;
    bina_record *facts;
    bina_error *complaints;
};

const char *
bina_check_at(int n)
{
    const bina_validator *validator = bina_validator_at(n);
    return validator != NULL ? validator->name : NULL;
}

const char *
bina_check_label(const char *what)
{
    const bina_validator *validator = bina_validator_find(what);
    return validator != NULL ? validator->label : NULL;
}

const char *
bina_check_doc(const char *what, bina_language language)
{
    const bina_validator *validator = bina_validator_find(what);
    if (validator == NULL)
        return NULL;
    return language == BINA_INDONESIAN ? validator->doc_indonesian : validator->doc;
}

static const bina_check_rule *
rule_at(const char *what, int n)
{
    const bina_validator *validator = bina_validator_find(what);
    return validator != NULL && n >= 0 && n < validator->rule_count ? &validator->rules[n] : NULL;
}

const char *
bina_check_rule_at(const char *what, int n)
{
    const bina_check_rule *rule = rule_at(what, n);
    return rule != NULL ? rule->id : NULL;
}

const char *
bina_check_rule_text(const char *what, int n, bina_language language)
{
    const bina_check_rule *rule = rule_at(what, n);
    if (rule == NULL)
        return NULL;
    return language == BINA_INDONESIAN ? rule->indonesian : rule->english;
}

bina_severity
bina_check_rule_severity(const char *what, int n)
{
    const bina_check_rule *rule = rule_at(what, n);
    return rule != NULL ? rule->severity : BINA_ERROR;
}

static int64_t
today_of(const bina_check_options *options)
{
    /* Only the date matters, and an hour's difference in zone only on New Year's night. */
    if (options->has_today)
        return options->today;
    return (int64_t)time(NULL) / 86400;
}

static bina_record *
facts_of(const bina_validator *validator, const bina_findings *findings)
{
    bina_record *facts = NULL;
    bina_description *description = bina_description_new(validator->name, validator->doc);
    if (description == NULL)
        return NULL;
    for (int i = 0; i < validator->fact_count; i++) {
        const bina_check_fact *fact = &validator->facts[i];
        if (bina_description_add_field(description, fact->name, fact->type, fact->format, fact->doc,
                                       0) != i)
            goto out;
    }
    facts = bina_record_new_of(description);
    if (facts != NULL && !findings->refused && validator->say != NULL)
        validator->say(findings, facts);
    if (facts != NULL && bina_record_check(facts, NULL) != BINA_OK) {
        bina_record_free(facts);
        facts = NULL;
    }
out:
    bina_description_free(description);
    return facts;
}

bina_status
bina_check(const char *what, const char *text, const bina_check_options *options,
           bina_reading **reading)
{
    bina_status status = BINA_ERR_NO_MEMORY;
    bina_reading *made = NULL;
    bina_check_options given = {.struct_size = sizeof given};
    const bina_validator *validator = bina_validator_find(what);
    if (reading == NULL)
        return BINA_ERR_USAGE;
    *reading = NULL;
    if (!bina_options_take(&given, sizeof given, options))
        return BINA_ERR_USAGE;
    if (validator == NULL)
        return BINA_ERR_NOT_FOUND;
    made = calloc(1, sizeof *made);
    if (made == NULL)
        goto out;
    made->validator = validator;
    bina_validator_read(validator, text != NULL ? text : "", text != NULL ? strlen(text) : 0,
                        today_of(&given), &made->findings);
    made->facts = facts_of(validator, &made->findings);
    if (made->facts == NULL)
        goto out;
    if (made->findings.count > 0) {
        made->complaints = calloc((size_t)made->findings.count, sizeof *made->complaints);
        if (made->complaints == NULL)
            goto out;
    }
    for (int i = 0; i < made->findings.count; i++)
        bina_findings_tell(&made->findings, i, validator, &made->complaints[i]);
    status = made->findings.refused ? BINA_ERR_INVALID : BINA_OK;
    *reading = made;
    made = NULL;
out:
    bina_reading_free(made);
    return status;
}

void
bina_reading_free(bina_reading *reading)
{
    if (reading == NULL)
        return;
    bina_record_free(reading->facts);
    free(reading->complaints);
    free(reading);
}

const char *
bina_reading_what(const bina_reading *reading)
{
    return reading->validator->name;
}

bool
bina_reading_ok(const bina_reading *reading)
{
    return !reading->findings.refused;
}

const char *
bina_reading_normal(const bina_reading *reading)
{
    return reading->findings.normal;
}

const bina_record *
bina_reading_facts(const bina_reading *reading)
{
    return reading->facts;
}

int
bina_reading_count(const bina_reading *reading)
{
    return reading->findings.count;
}

const bina_error *
bina_reading_complaint(const bina_reading *reading, int n)
{
    return n >= 0 && n < reading->findings.count ? &reading->complaints[n] : NULL;
}
