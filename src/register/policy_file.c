/*
 * Checking a file of policies. What a key may be and of which type its value is, the reader of YAML
 * says; here is said what the rules mean together, each fault with its line.
 */
#include "register/policy_file.h"

#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/policy.h>
#include "base/error.h"
#include "model/fact.h"
#include "rules/shipped.h"

typedef struct checking {
    const bina_document *document;
    bina_faults *faults;
    bina_error *first; /* the first error; may be NULL */
    bool failed;
} checking;

BINA_PRINTF(6, 8)
static void
fault(checking *self, bina_severity severity, int64_t n, int field, const char *rule,
      const char *english, const char *indonesian, ...)
{
    const bina_description *kind = bina_record_description(bina_document_record(self->document, n));
    int64_t column = 0, line = bina_document_line(self->document, n, field, &column);
    bina_error one;
    va_list arguments;

    va_start(arguments, indonesian);
    (void)bina_error_set_v(&one, BINA_ERR_INVALID, english, indonesian, arguments);
    va_end(arguments);
    one.severity = severity;
    bina_error_at(&one, bina_description_name(kind),
                  bina_field_name(bina_description_field(kind, field)), rule);
    bina_error_in_file(&one, bina_document_file(self->document), line, column);
    if (self->faults != NULL)
        bina_faults_add(self->faults, &one);
    if (severity == BINA_WARNING)
        return;
    if (!self->failed && self->first != NULL)
        bina_error_copy(self->first, &one);
    self->failed = true;
}

#define FAULT(self, n, field, rule, ...) fault(self, BINA_ERROR, n, field, rule, __VA_ARGS__)

/* ---- days ---- */

void
bina_policy_days(const bina_document *document, int64_t n, int64_t *from, int64_t *to)
{
    const bina_record *record = bina_document_record(document, n);
    bool rule = bina_description_kind(bina_record_description(record)) == BINA_POLICY_RULE;
    bina_value first =
        bina_record_get(record, rule ? BINA_POLICY_RULE_VALID_FROM : BINA_POLICY_VALID_FROM);
    bina_value last =
        bina_record_get(record, rule ? BINA_POLICY_RULE_VALID_TO : BINA_POLICY_VALID_TO);

    *from = INT64_MIN;
    *to = INT64_MAX;
    if (rule)
        bina_policy_days(document, bina_document_parent(document, n), from, to);
    if (first.type != BINA_NULL)
        *from = first.as.integer;
    if (last.type != BINA_NULL)
        *to = last.as.integer;
}

static bool
has(const checking *self, int64_t n, int field)
{
    return bina_record_get(bina_document_record(self->document, n), field).type != BINA_NULL;
}

static void
check_days(checking *self, int64_t n, bool rule)
{
    int64_t from, to, earliest, latest;
    const int first = rule ? BINA_POLICY_RULE_VALID_FROM : BINA_POLICY_VALID_FROM;
    const int last = rule ? BINA_POLICY_RULE_VALID_TO : BINA_POLICY_VALID_TO;

    bina_policy_days(self->document, n, &from, &to);
    if (rule && !has(self, n, first) && !has(self, n, last))
        return; /* as its policy, which tells for itself */
    if (to < from)
        FAULT(self, n, last, "policy.days", "its last day is before its first; put one right",
              "hari terakhirnya sebelum hari pertamanya; perbaiki salah satu");
    if (!rule)
        return;
    bina_policy_days(self->document, bina_document_parent(self->document, n), &earliest, &latest);
    if (from < earliest || to > latest)
        FAULT(self, n, from < earliest ? first : last, "policy.days",
              "the rule is in force on days on which its policy is not; shorten it",
              "butir berlaku pada hari di luar masa kebijakannya; persingkat");
}

/* The programme a policy is for, as text; "" for the office. */
static const char *
programme_of(const checking *self, int64_t n)
{
    int64_t record, target;
    const bina_record *key;
    int field;

    for (size_t i = 0; bina_document_reference(self->document, i, &record, &field, &target, &key);
         i++)
        if (record == n && field == BINA_POLICY_PROGRAMME && key != NULL &&
            bina_record_text(key, BINA_PROGRAMME_NAME) != NULL)
            return bina_record_text(key, BINA_PROGRAMME_NAME);
    return "";
}

static bool
same_text(const checking *self, int64_t a, int64_t b, int field)
{
    const char *one = bina_record_text(bina_document_record(self->document, a), field);
    const char *other = bina_record_text(bina_document_record(self->document, b), field);

    return one != NULL && other != NULL && strcmp(one, other) == 0;
}

/* An earlier record of the same kind and name whose days overlap those of the n-th. */
static void
check_overlap(checking *self, int64_t n, bool rule)
{
    const char *kind = rule ? "policy_rule" : "policy";
    int64_t parent = bina_document_parent(self->document, n), from, to, first, last;

    bina_policy_days(self->document, n, &from, &to);
    for (int64_t other = bina_document_find(self->document, kind, parent, BINA_NO_RECORD);
         other != BINA_NO_RECORD && other < n;
         other = bina_document_find(self->document, kind, parent, other)) {
        if (!same_text(self, n, other, rule ? BINA_POLICY_RULE_RULE : BINA_POLICY_NAME) ||
            (!rule && strcmp(programme_of(self, n), programme_of(self, other)) != 0))
            continue;
        bina_policy_days(self->document, other, &first, &last);
        if (from <= last && first <= to)
            FAULT(self, n, rule ? BINA_POLICY_RULE_RULE : BINA_POLICY_NAME, "policy.overlap",
                  "line %lld has the same name, and the days overlap; end the earlier before the "
                  "later begins",
                  "baris %lld bernama sama dan masa berlakunya tumpang tindih; akhiri yang lama "
                  "sebelum yang baru mulai",
                  (long long)bina_document_line(self->document, other, -1, NULL));
    }
}

/* ---- values ---- */

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
check_words(checking *self, int64_t n, const bina_fact *fact, const char *compare,
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
check_unit(checking *self, int64_t n, const char *kept)
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
check_threshold(checking *self, int64_t n, const bina_record *record)
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
        fault(self, BINA_WARNING, n, BINA_POLICY_RULE_RULE, "policy.rule",
              "nothing asks for a threshold \"%s\"; see bina policy show for those there are",
              "tidak ada yang menanyakan ambang \"%s\"; lihat bina policy show", rule);
    check_unit(self, n, kept);
}

static void
check_condition(checking *self, int64_t n, const bina_record *record, const char *name)
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
check_only_if(checking *self, int64_t n, const bina_record *record)
{
    const char *name = bina_record_text(record, BINA_POLICY_RULE_ONLY_IF);
    const bina_fact *fact = bina_fact_find(name);

    if (name != NULL && (fact == NULL || fact->type != BINA_BOOL))
        FAULT(self, n, BINA_POLICY_RULE_ONLY_IF, "policy.only_if",
              "\"%s\" is no fact that is true or false; bina policy facts lists those there are",
              "\"%s\" bukan fakta bernilai true atau false; lihat bina policy facts", name);
}

static void
check_policy(checking *self, int64_t n, const bina_record *record)
{
    bool grounded = true;
    int64_t rules = 0;

    if (bina_record_text(record, BINA_POLICY_VERSION) == NULL)
        FAULT(self, n, BINA_POLICY_VERSION, "policy.version",
              "it has no version; add one, such as version: \"2021\"",
              "tidak ada versi; tambahkan, misalnya version: \"2021\"");
    if (!has(self, n, BINA_POLICY_VALID_FROM))
        FAULT(self, n, BINA_POLICY_VALID_FROM, "policy.valid_from",
              "its first day is missing; add valid_from: with a day such as 2021-01-01",
              "hari pertama berlakunya tidak ada; tambahkan valid_from: dengan tanggal seperti "
              "2021-01-01");
    for (int64_t rule = bina_document_find(self->document, "policy_rule", n, BINA_NO_RECORD);
         rule != BINA_NO_RECORD;
         rule = bina_document_find(self->document, "policy_rule", n, rule)) {
        rules++;
        grounded = grounded && (has(self, n, BINA_POLICY_REGULATION) ||
                                has(self, rule, BINA_POLICY_RULE_REGULATION));
    }
    if (!grounded)
        FAULT(
            self, n, BINA_POLICY_REGULATION, "policy.regulation",
            "neither the policy nor each of its rules names a regulation; add regulation:, even if "
            "it is the office's own decision",
            "kebijakan atau setiap butirnya tidak menyebut dasar hukum; tambahkan regulation:, "
            "walau hanya keputusan dinas sendiri");
    if (rules == 0)
        FAULT(self, n, BINA_POLICY_NAME, "policy.empty",
              "it has no rules; add policy_rules:", "tidak ada butirnya; tambahkan policy_rules:");
    check_days(self, n, false);
    check_overlap(self, n, false);
}

static void
check_rule(checking *self, int64_t n, const bina_record *record)
{
    const char *name = bina_record_text(record, BINA_POLICY_RULE_FACT);

    if (bina_document_parent(self->document, n) == BINA_NO_RECORD) {
        FAULT(self, n, BINA_POLICY_RULE_RULE, "policy.nesting",
              "a rule stands within its policy, under policy_rules:",
              "butir ditulis di dalam kebijakannya, di bawah policy_rules:");
        return;
    }
    if (name != NULL)
        check_condition(self, n, record, name);
    else
        check_threshold(self, n, record);
    check_only_if(self, n, record);
    check_days(self, n, true);
    check_overlap(self, n, true);
}

bina_status
bina_policy_read(const char *path, bina_faults *faults, bina_error *error, bina_document **document)
{
    const bina_description *const known[] = {bina_kind_description(BINA_POLICY),
                                             bina_kind_description(BINA_POLICY_RULE)};
    checking self = {.faults = faults, .first = error};
    bina_status status = bina_yaml_read(path, known, 2, faults, error, document);

    if (status != BINA_OK)
        return status;
    self.document = *document;
    for (int64_t n = 0; n < bina_document_count(*document); n++) {
        const bina_record *record = bina_document_record(*document, n);
        if (bina_description_kind(bina_record_description(record)) == BINA_POLICY)
            check_policy(&self, n, record);
        else
            check_rule(&self, n, record);
    }
    if (!self.failed)
        return BINA_OK;
    bina_document_free(*document);
    *document = NULL;
    return BINA_ERR_INVALID;
}

bina_status
bina_policy_check(const char *path, bina_faults *faults, bina_error *error)
{
    bina_document *document;
    bina_status status = bina_policy_read(path, faults, error, &document);

    bina_document_free(document);
    return status;
}
