/*
 * What a rule of a policy compares, and with what: a threshold that the library asks for, or a
 * condition on a fact; and whether its value can be one.
 */
#include "register/policy_checking.h"

#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/policy.h>
#include "base/error.h"
#include "model/fact.h"
#include "rules/shipped.h"

static bool
is_whole_number(const char *text)
{
    char *end;

    if (*text == '\0' || strlen(text) > 18)
        return false;
    (void)strtoll(text, &end, 10);
    return *end == '\0' && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
}

/* Whether one word may be a value of the fact. */
static bool
fits(const bina_fact *fact, const char *word)
{
    if (fact->type == BINA_BOOL)
        return strcmp(word, "true") == 0 || strcmp(word, "false") == 0;
    if (fact->type == BINA_CODE)
        return bina_codes_label(fact->format, word, BINA_ENGLISH) != NULL;
    if (fact->type == BINA_TEXT)
        return !fact->prefix || strspn(word, "0123456789.") == strlen(word);
    return is_whole_number(word);
}

/* What a value of the fact may be: the words of its code list, as many as fit, or its form. */
static void
name_words(const bina_fact *fact, char words[2][300])
{
    static const char *const whole[2] = {"a whole number without dots",
                                         "bilangan bulat tanpa titik"};
    static const char *const code[2] = {"a code such as 52.03 or 13", "kode seperti 52.03 atau 13"};
    const char *word;

    for (int language = 0; language < 2; language++) {
        char *list = words[language];
        list[0] = '\0';
        for (int n = 0;
             fact->type == BINA_CODE && (word = bina_codes_word(fact->format, n)) != NULL; n++)
            if (strlen(list) + strlen(word) + 3 < 300)
                strcat(strcat(list, list[0] != '\0' ? ", " : ""), word);
        if (fact->type == BINA_BOOL)
            strcpy(list, "true, false");
        else if (fact->type == BINA_TEXT)
            strcpy(list, code[language]);
        else if (fact->type != BINA_CODE)
            strcpy(list, whole[language]);
    }
}

static void
check_words(bina_policy_checking *self, int64_t n, const bina_fact *fact, const char *compare,
            const char *value)
{
    const char *between = strncmp(compare, "is", 2) == 0 ? ",\n" : "\n";
    char word[128], words[2][300];

    while (*value != '\0') {
        size_t length = strcspn(value, between), end = length;
        while (end > 0 && value[end - 1] == ' ')
            end--;
        if (end >= sizeof word)
            end = sizeof word - 1;
        memcpy(word, value, end);
        word[end] = '\0';
        if (!fits(fact, word)) {
            name_words(fact, words);
            /* Each sentence skips the other's words. */
            FAULT(self, n, BINA_POLICY_RULE_VALUE, "policy.value",
                  "\"%s\" can be no value of %s; it may be: %s%.0s",
                  "\"%s\" tidak mungkin menjadi nilai %s; yang mungkin: %.0s%s", word, fact->name,
                  words[0], words[1]);
        }
        value += length;
        value += strspn(value, ", \n");
    }
}

/* Whether the library, or a shorter name for it, asks for a threshold. */
static const char *
unit_of(const char *rule)
{
    char name[128];
    char *dot = name;

    strncpy(name, rule, sizeof name - 1);
    name[sizeof name - 1] = '\0';
    while (dot != NULL && bina_shipped_unit(name) == NULL)
        if ((dot = strrchr(name, '.')) != NULL)
            *dot = '\0';
    return dot != NULL ? bina_shipped_unit(name) : NULL;
}

static void
check_unit(bina_policy_checking *self, int64_t n, const char *kept)
{
    const char *unit =
        bina_record_text(bina_document_record(self->document, n), BINA_POLICY_RULE_UNIT);

    if (unit != NULL && kept != NULL && strcmp(unit, kept) != 0)
        FAULT(self, n, BINA_POLICY_RULE_UNIT, "policy.unit",
              "the value is kept in \"%s\", not in \"%s\"; convert it (100 basis_point are 1 "
              "percent)",
              "nilainya disimpan dalam \"%s\", bukan \"%s\"; ubah angkanya (100 basis_point = 1 "
              "persen)",
              kept, unit);
}

static void
check_threshold(bina_policy_checking *self, int64_t n, const bina_record *record)
{
    const char *rule = bina_record_text(record, BINA_POLICY_RULE_RULE);
    const char *value = bina_record_text(record, BINA_POLICY_RULE_VALUE);
    const char *compare = bina_record_text(record, BINA_POLICY_RULE_COMPARE);
    const char *kept = rule != NULL ? unit_of(rule) : NULL;

    if (compare != NULL && strcmp(compare, "threshold") != 0)
        FAULT(self, n, BINA_POLICY_RULE_COMPARE, "policy.fact",
              "\"%s\" compares a fact, and none is named; add \"fact:\", or leave compare out",
              "\"%s\" membandingkan fakta, tetapi fakta tidak disebut; tambahkan \"fact:\" atau "
              "hapus compare",
              compare);
    if (value == NULL || !is_whole_number(value))
        FAULT(self, n, BINA_POLICY_RULE_VALUE, "policy.value",
              "a threshold is a whole number without dots or units, such as 80 or 50000",
              "ambang berupa bilangan bulat tanpa titik atau satuan, seperti 80 atau 50000");
    if (rule != NULL && kept == NULL)
        bina_policy_fault(
            self, BINA_WARNING, n, BINA_POLICY_RULE_RULE, "policy.rule",
            "nothing asks for a threshold \"%s\"; see bina policy show for those there are",
            "tidak ada yang menanyakan ambang \"%s\"; lihat bina policy show", rule);
    check_unit(self, n, kept);
}

static void
check_condition(bina_policy_checking *self, int64_t n, const bina_record *record, const char *name)
{
    const bina_fact *fact = bina_fact_find(name);
    const char *compare = bina_record_text(record, BINA_POLICY_RULE_COMPARE);
    const char *value = bina_record_text(record, BINA_POLICY_RULE_VALUE);
    bool bare =
        compare != NULL && (strcmp(compare, "exists") == 0 || strcmp(compare, "absent") == 0);

    if (fact == NULL) {
        FAULT(self, n, BINA_POLICY_RULE_FACT, "policy.fact",
              "there is no fact \"%s\"; bina policy facts lists those there are",
              "tidak ada fakta \"%s\"; lihat daftarnya dengan bina policy facts", name);
        return;
    }
    if (compare == NULL) {
        FAULT(
            self, n, BINA_POLICY_RULE_FACT, "policy.compare",
            "say how %s is compared: is, is_not, at_least, at_most, less_than, more_than, exists "
            "or absent",
            "sebutkan cara membandingkan %s: is, is_not, at_least, at_most, less_than, more_than, "
            "exists, atau absent",
            name);
        return;
    }
    if (bina_codes_label("policy_compare", compare, BINA_ENGLISH) == NULL ||
        !bina_fact_takes(fact, compare)) {
        FAULT(self, n, BINA_POLICY_RULE_COMPARE, "policy.compare",
              "%s cannot be compared by \"%s\"; bina policy facts tells what it takes",
              "%s tidak dapat dibandingkan dengan \"%s\"; lihat bina policy facts", name, compare);
        return;
    }
    if (bare && value != NULL)
        FAULT(self, n, BINA_POLICY_RULE_VALUE, "policy.value",
              "\"%s\" needs no value; leave it out", "\"%s\" tidak memerlukan nilai; hapus",
              compare);
    else if (!bare && (value == NULL || *value == '\0'))
        FAULT(self, n, BINA_POLICY_RULE_COMPARE, "policy.value", "\"%s\" needs a value",
              "\"%s\" memerlukan nilai", compare);
    else if (!bare)
        check_words(self, n, fact, compare, value);
    check_unit(self, n, fact->unit);
}

static void
check_only_if(bina_policy_checking *self, int64_t n, const bina_record *record)
{
    const char *name = bina_record_text(record, BINA_POLICY_RULE_ONLY_IF);
    const bina_fact *fact = bina_fact_find(name);

    if (name != NULL && (fact == NULL || fact->type != BINA_BOOL))
        FAULT(self, n, BINA_POLICY_RULE_ONLY_IF, "policy.only_if",
              "\"%s\" is no fact that is true or false; bina policy facts lists those there are",
              "\"%s\" bukan fakta bernilai true atau false; lihat bina policy facts", name);
}

void
bina_policy_check_value(bina_policy_checking *self, int64_t n)
{
    const bina_record *record = bina_document_record(self->document, n);
    const char *fact = bina_record_text(record, BINA_POLICY_RULE_FACT);

    if (fact != NULL)
        check_condition(self, n, record, fact);
    else
        check_threshold(self, n, record);
    check_only_if(self, n, record);
}
