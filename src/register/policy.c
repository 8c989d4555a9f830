/* Survivorship policies, read from YAML. */
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "register/survive.h"

enum { FIELD, RULE, LISTS };

void
bina_survivorship_free(bina_survivorship *policy)
{
    if (policy == NULL)
        return;
    for (size_t i = 0; i < policy->count; i++) {
        for (size_t k = 0; policy->rules[i].lists != NULL && policy->rules[i].lists[k] != NULL; k++)
            free(policy->rules[i].lists[k]);
        free(policy->rules[i].lists);
    }
    free(policy->rules);
    free(policy);
}

static bina_description *
describe(void)
{
    bina_description *made = bina_description_new("survivorship", "Which list wins for a field.");

    if (made != NULL &&
        (bina_description_add_field(made, "field", BINA_TEXT, NULL, "A field of source records.",
                                    BINA_FIELD_REQUIRED) < 0 ||
         bina_description_add_field(made, "rule", BINA_TEXT, NULL,
                                    "most_recent, longest or most_frequent", 0) < 0 ||
         bina_description_add_field(made, "lists", BINA_TEXT, NULL,
                                    "Lists that come first, in order", 0) < 0)) {
        bina_description_free(made);
        made = NULL;
    }
    return made;
}

/* A text of lines as a list of texts ended by NULL. */
static char **
split_lines(const char *text)
{
    size_t lines = 1, at = 0;
    char **list;

    for (const char *p = text; *p != '\0'; p++)
        lines += *p == '\n';
    list = calloc(lines + 1, sizeof *list);
    while (list != NULL && *text != '\0') {
        size_t length = strcspn(text, "\n");
        if (length > 0) {
            list[at] = malloc(length + 1);
            if (list[at] == NULL) {
                while (at > 0)
                    free(list[--at]);
                free(list);
                return NULL;
            }
            memcpy(list[at], text, length);
            list[at++][length] = '\0';
        }
        text += length + (text[length] == '\n');
    }
    return list;
}

/* Fields of source records whose value may survive into a registrant or its owner. */
static int
find_field(const char *name)
{
    int slot = bina_description_find(bina_kind_description(BINA_SOURCE_RECORD), name);

    if (slot < BINA_SOURCE_RECORD_SCOPE || slot == BINA_SOURCE_RECORD_RAW ||
        slot == BINA_SOURCE_RECORD_PARTY)
        return -1;
    return slot;
}

static int
find_rule(const char *name)
{
    for (int rule = 0; rule < BINA_SURVIVAL_RULES; rule++)
        if (strcmp(bina_survival_name((bina_survival)rule), name) == 0)
            return rule;
    return -1;
}

static bina_status
complain(const bina_document *document, int64_t n, int field, bina_faults *faults,
         bina_error *error)
{
    static const char *const names[] = {"field", "rule", "lists"};
    bina_error fault;
    int64_t column = 0, line = bina_document_line(document, n, field, &column);

    if (field == RULE)
        (void)bina_error_set(&fault, BINA_ERR_INVALID,
                             "there is no such rule; say most_recent, longest or most_frequent",
                             "tidak ada aturan seperti itu; tulis most_recent, longest, atau "
                             "most_frequent");
    else
        (void)bina_error_set(&fault, BINA_ERR_INVALID,
                             "source records have no such field to survive, or it is said twice",
                             "baris sumber tidak memiliki isian itu, atau isian disebut dua kali");
    bina_error_at(&fault, "survivorship", names[field], "survivorship");
    bina_error_in_file(&fault, bina_document_file(document), line, column);
    if (faults != NULL)
        bina_faults_add(faults, &fault);
    if (error != NULL && bina_error_status(error) == BINA_OK)
        bina_error_copy(error, &fault);
    return BINA_ERR_INVALID;
}

static bool
is_said(const bina_survivorship *policy, int field)
{
    for (size_t i = 0; i < policy->count; i++)
        if (policy->rules[i].field == field)
            return true;
    return false;
}

static bina_status
add_rule(bina_survivorship *policy, const bina_document *document, int64_t n, bina_faults *faults,
         bina_error *error)
{
    const bina_record *record = bina_document_record(document, n);
    const char *name = bina_record_text(record, FIELD), *rule = bina_record_text(record, RULE);
    const char *lists = bina_record_text(record, LISTS);
    int field = name != NULL ? find_field(name) : -1;
    int chosen = rule != NULL ? find_rule(rule) : field >= 0 ? (int)bina_survival_usual(field) : 0;
    bina_survival_rule *added;

    if (field < 0 || is_said(policy, field))
        return complain(document, n, FIELD, faults, error);
    if (chosen < 0)
        return complain(document, n, RULE, faults, error);
    if (!bina_vector_reserve(&policy->rules, &policy->capacity, policy->count + 1,
                             sizeof *policy->rules))
        return BINA_ERR_NO_MEMORY;
    added = &policy->rules[policy->count];
    added->field = field;
    added->rule = (bina_survival)chosen;
    added->lists = lists != NULL ? split_lines(lists) : NULL;
    if (lists != NULL && added->lists == NULL)
        return BINA_ERR_NO_MEMORY;
    policy->count++;
    return BINA_OK;
}

bina_status
bina_survivorship_read(const char *path, bina_faults *faults, bina_error *error,
                       bina_survivorship **policy)
{
    bina_description *description = describe();
    bina_document *document = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    *policy = NULL;
    if (error != NULL)
        bina_error_clear(error);
    if (description != NULL) {
        const bina_description *const known[] = {description};
        status = bina_yaml_read(path, known, 1, faults, error, &document);
    }
    if (status == BINA_OK) {
        *policy = calloc(1, sizeof **policy);
        status = *policy != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    for (int64_t n = 0;
         *policy != NULL && status != BINA_ERR_NO_MEMORY && n < bina_document_count(document);
         n++) {
        bina_status found = add_rule(*policy, document, n, faults, error);
        if (found != BINA_OK)
            status = found;
    }
    if (status != BINA_OK) {
        bina_survivorship_free(*policy);
        *policy = NULL;
        if (status == BINA_ERR_NO_MEMORY)
            (void)bina_error_plain(error, status);
    }
    bina_document_free(document);
    bina_description_free(description);
    return status;
}
