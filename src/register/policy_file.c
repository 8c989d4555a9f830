/*
 * Checking a file of policies. What a key may be and of which type its value is, the reader of YAML
 * says; here is said what the rules mean together, each fault with its line.
 */
#include "register/policy_file.h"

#include <string.h>
#include <bina/policy.h>
#include "base/error.h"
#include "register/policy_checking.h"

void
bina_policy_fault(bina_policy_checking *self, bina_severity severity, int64_t n, int field,
                  const char *rule, const char *english, const char *indonesian, ...)
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
has(const bina_policy_checking *self, int64_t n, int field)
{
    return bina_record_get(bina_document_record(self->document, n), field).type != BINA_NULL;
}

static void
check_days(bina_policy_checking *self, int64_t n, bool rule)
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
programme_of(const bina_policy_checking *self, int64_t n)
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
same_text(const bina_policy_checking *self, int64_t a, int64_t b, int field)
{
    const char *one = bina_record_text(bina_document_record(self->document, a), field);
    const char *other = bina_record_text(bina_document_record(self->document, b), field);

    return one != NULL && other != NULL && strcmp(one, other) == 0;
}

/* An earlier record of the same kind and name whose days overlap those of the n-th. */
static void
check_overlap(bina_policy_checking *self, int64_t n, bool rule)
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

static void
check_policy(bina_policy_checking *self, int64_t n, const bina_record *record)
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
check_rule(bina_policy_checking *self, int64_t n)
{
    if (bina_document_parent(self->document, n) == BINA_NO_RECORD) {
        FAULT(self, n, BINA_POLICY_RULE_RULE, "policy.nesting",
              "a rule stands within its policy, under policy_rules:",
              "butir ditulis di dalam kebijakannya, di bawah policy_rules:");
        return;
    }
    bina_policy_check_value(self, n);
    check_days(self, n, true);
    check_overlap(self, n, true);
}

bina_status
bina_policy_read(const char *path, bina_faults *faults, bina_error *error, bina_document **document)
{
    const bina_description *const known[] = {bina_kind_description(BINA_POLICY),
                                             bina_kind_description(BINA_POLICY_RULE)};
    bina_policy_checking self = {.faults = faults, .first = error};
    bina_status status = bina_yaml_read(path, known, 2, faults, error, document);

    if (status != BINA_OK)
        return status;
    self.document = *document;
    for (int64_t n = 0; n < bina_document_count(*document); n++) {
        const bina_record *record = bina_document_record(*document, n);
        if (bina_description_kind(bina_record_description(record)) == BINA_POLICY)
            check_policy(&self, n, record);
        else
            check_rule(&self, n);
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
