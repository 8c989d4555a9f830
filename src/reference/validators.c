#include "reference/validators.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* Every validator there is. */
static const bina_validator *const validators[] = {
    &bina_check_nik,    &bina_check_kk,    &bina_check_nib,  &bina_check_npwp,
    &bina_check_kbli,   &bina_check_gtin,  &bina_check_pirt, &bina_check_phone,
    &bina_check_region, &bina_check_halal, &bina_check_bpom,
};

const bina_validator *
bina_validator_at(int n)
{
    return n >= 0 && (size_t)n < sizeof validators / sizeof *validators ? validators[n] : NULL;
}

const bina_validator *
bina_validator_find(const char *name)
{
    if (name != NULL)
        for (size_t i = 0; i < sizeof validators / sizeof *validators; i++)
            if (strcmp(validators[i]->name, name) == 0)
                return validators[i];
    return NULL;
}

void
bina_findings_add(bina_findings *findings, const bina_check_rule *rule, int first, int second)
{
    if (rule->severity == BINA_ERROR)
        findings->refused = true;
    if (findings->count == BINA_CHECK_MOST)
        return;
    findings->list[findings->count].rule = rule;
    findings->list[findings->count].numbers[0] = first;
    findings->list[findings->count].numbers[1] = second;
    findings->count++;
}

int
bina_read_number(const bina_cell *cell, const bina_check_rule *rules, char *digits, size_t capacity,
                 bina_findings *findings)
{
    int count;
    if (cell->missing) {
        bina_findings_add(findings, &rules[BINA_RULE_MISSING], 0, 0);
        return -1;
    }
    if (cell->scientific) {
        bina_findings_add(findings, &rules[BINA_RULE_SCIENTIFIC], 0, 0);
        return -1;
    }
    count = cell->too_long ? -1 : bina_cell_digits(cell, digits, capacity);
    if (count < 0) {
        bina_findings_add(findings, &rules[BINA_RULE_CHARACTERS], 0, 0);
        return -1;
    }
    if (cell->decimal)
        bina_findings_add(findings, &rules[BINA_RULE_DECIMAL], 0, 0);
    return count;
}

bool
bina_read_exactly(int count, const bina_cell *cell, const bina_check_rule *rules,
                  const bina_check_rule *placeholder, char *digits, bina_findings *findings)
{
    int found = bina_read_number(cell, rules, digits, (size_t)count + 1, findings);

    if (found < 0)
        return false;
    if (found != count)
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], found, 0);
    else if (bina_digits_placeholder(digits))
        bina_findings_add(findings, placeholder, 0, 0);
    else
        return true;
    return false;
}

void
bina_validator_read(const bina_validator *validator, const char *text, size_t length, int64_t today,
                    bina_findings *findings)
{
    bina_cell cell;
    findings->today = today;
    findings->normal[0] = 0;
    findings->rest[0] = 0;
    findings->refused = false;
    findings->count = 0;
    bina_cell_read(text, length, &cell);
    validator->read(&cell, findings);
    if (findings->refused)
        findings->normal[0] = 0;
}

void
bina_findings_tell(const bina_findings *findings, int n, const bina_validator *validator,
                   bina_error *complaint)
{
    const bina_check_rule *rule = findings->list[n].rule;
    bina_error_set(complaint, BINA_ERR_INVALID, rule->english, rule->indonesian,
                   findings->list[n].numbers[0], findings->list[n].numbers[1]);
    bina_error_at(complaint, NULL, validator->name, rule->id);
    if (rule->severity == BINA_WARNING)
        bina_error_warn(complaint);
}

bina_status
bina_validate(const char *what, const char *text, size_t length, int64_t today, char *normal,
              size_t capacity, bina_error *complaint)
{
    const bina_validator *validator = bina_validator_find(what);
    bina_findings findings;
    if (capacity > 0)
        normal[0] = 0;
    if (complaint != NULL)
        bina_error_clear(complaint);
    if (validator == NULL)
        return bina_error_set(complaint, BINA_ERR_NOT_FOUND, "There is no validator \"%s\".",
                              "Tidak ada pemeriksa \"%s\".", what != NULL ? what : "");
    bina_validator_read(validator, text, length, today, &findings);
    if (findings.count > 0 && complaint != NULL) {
        int n = 0;
        for (int i = findings.count; i-- > 0;)
            if (findings.refused && findings.list[i].rule->severity == BINA_ERROR)
                n = i;
        bina_findings_tell(&findings, n, validator, complaint);
    }
    if (findings.refused)
        return BINA_ERR_INVALID;
    if (capacity > 0)
        snprintf(normal, capacity, "%s", findings.normal);
    return BINA_OK;
}
