/* Policies back to YAML: the shipped ones, or those a register stores. */
#include <bina/policy.h>

#include <stdio.h>
#include <string.h>
#include <bina/query.h>
#include "base/error.h"
#include "exchange/document.h"
#include "rules/shipped.h"
#include "store/sql.h"

static bina_status
write_shipped_policy(bina_document *document, const bina_shipped_policy *policy)
{
    bina_record *record = bina_record_new(BINA_POLICY), *one = bina_record_new(BINA_POLICY_RULE);
    bina_status status = record != NULL && one != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    int64_t n = 0;
    char number[24];

    if (status == BINA_OK) {
        bina_set_text(record, BINA_POLICY_NAME, policy->name);
        bina_set_text(record, BINA_POLICY_VERSION, policy->version);
        bina_set_text(record, BINA_POLICY_TITLE, policy->title[0]);
        bina_set_text(record, BINA_POLICY_JUDUL, policy->title[1]);
        bina_set_text(record, BINA_POLICY_REGULATION, policy->regulation);
        bina_set_int(record, BINA_POLICY_VALID_FROM, policy->from);
        if (policy->to != 0)
            bina_set_int(record, BINA_POLICY_VALID_TO, policy->to);
        status = bina_document_add(document, record, BINA_NO_RECORD, &n);
    }
    for (size_t i = 0; status == BINA_OK && i < policy->count; i++) {
        const bina_shipped_rule *rule = &policy->rules[i];
        const char *const texts[] = {rule->rule,    rule->fact,    rule->compare,
                                     rule->value,   rule->unit,    rule->regulation,
                                     rule->says[0], rule->says[1], rule->only_if};
        static const int slots[] = {
            BINA_POLICY_RULE_RULE,    BINA_POLICY_RULE_FACT,  BINA_POLICY_RULE_COMPARE,
            BINA_POLICY_RULE_VALUE,   BINA_POLICY_RULE_UNIT,  BINA_POLICY_RULE_REGULATION,
            BINA_POLICY_RULE_MESSAGE, BINA_POLICY_RULE_PESAN, BINA_POLICY_RULE_ONLY_IF};
        bina_record_clear(one);
        for (size_t k = 0; k < sizeof slots / sizeof *slots; k++)
            if (texts[k] != NULL)
                bina_set_text(one, slots[k], texts[k]);
        if (rule->fact == NULL) {
            snprintf(number, sizeof number, "%lld", (long long)rule->number);
            bina_set_text(one, BINA_POLICY_RULE_VALUE, number);
        }
        status = bina_document_add(document, one, n, NULL);
    }
    bina_record_free(record);
    bina_record_free(one);
    return status;
}

/* A file says only what there is. */
static void
leave_out_nulls(bina_record *record)
{
    for (int slot = 0; slot < bina_description_count(bina_record_description(record)); slot++)
        if (bina_record_get(record, slot).type == BINA_NULL)
            bina_unset(record, slot);
}

/* The programme by its name, which is how another register knows it. */
static bina_status
write_programme(bina_store *store, bina_document *document, int64_t n, bina_id programme)
{
    bina_record *stored = NULL, *key = NULL;
    bina_status status;

    if (programme == 0)
        return BINA_OK;
    status = bina_store_get(store, programme, &stored);
    if (status != BINA_OK)
        return status;
    key = bina_record_new(BINA_PROGRAMME);
    if (key != NULL)
        bina_set_text(key, BINA_PROGRAMME_NAME, bina_record_text(stored, BINA_PROGRAMME_NAME));
    bina_record_free(stored);
    return key != NULL
               ? bina_document_link_to(document, n, BINA_POLICY_PROGRAMME, BINA_NO_RECORD, key)
               : bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
}

static bina_status
write_stored_policy(bina_store *store, bina_document *document, const bina_record *policy)
{
    bina_query *query = bina_query_new(BINA_POLICY_RULE);
    bina_record *bare = bina_record_copy(policy);
    bina_cursor *cursor = NULL;
    const bina_record *rule;
    bina_status status = query != NULL && bare != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    int64_t n = 0;

    if (status == BINA_OK) {
        bina_unset(bare, BINA_POLICY_PROGRAMME);
        bina_unset(bare, BINA_POLICY_FILE_HASH);
        leave_out_nulls(bare);
        status = bina_document_add(document, bare, BINA_NO_RECORD, &n);
    }
    if (status == BINA_OK)
        status =
            write_programme(store, document, n, bina_record_int(policy, BINA_POLICY_PROGRAMME));
    if (status == BINA_OK) {
        bina_query_where_int(query, BINA_POLICY_RULE_POLICY, BINA_EQ, bina_record_id(policy));
        bina_query_order(query, BINA_POLICY_RULE_NUMBER, false);
        status = bina_store_list(store, query, &cursor);
    }
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &rule)) == BINA_OK) {
        bina_record *one = bina_record_copy(rule);
        if (one == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        bina_unset(one, BINA_POLICY_RULE_POLICY); /* it stands within it */
        bina_unset(one, BINA_POLICY_RULE_NUMBER);
        if (bina_record_text(one, BINA_POLICY_RULE_FACT) == NULL)
            bina_unset(one, BINA_POLICY_RULE_COMPARE);
        leave_out_nulls(one);
        status = bina_document_add(document, one, n, NULL);
        bina_record_free(one);
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    bina_record_free(bare);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
write_stored(bina_store *store, const char *name, bina_document *document)
{
    bina_query *query = bina_query_new(BINA_POLICY);
    bina_cursor *cursor = NULL;
    const bina_record *policy;
    bina_status status;

    if (query == NULL)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    if (name != NULL)
        bina_query_where_text(query, BINA_POLICY_NAME, BINA_EQ, name);
    bina_query_order(query, BINA_POLICY_NAME, false);
    bina_query_order(query, BINA_POLICY_VALID_FROM, false);
    status = bina_store_list(store, query, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &policy)) == BINA_OK)
        status = write_stored_policy(store, document, policy);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_policy_write(bina_store *store, const char *name, const char *path, bina_error *error)
{
    bina_document *document = bina_document_new();
    const bina_shipped_policy *policy;
    bina_status status = BINA_OK;

    if (document == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (store != NULL) {
        status = write_stored(store, name, document);
        if (status != BINA_OK && error != NULL)
            bina_error_copy(error, bina_store_error(store));
    }
    for (size_t n = 0; status == BINA_OK && store == NULL && (policy = bina_shipped_at(n)) != NULL;
         n++)
        if (name == NULL || strcmp(policy->name, name) == 0)
            status = write_shipped_policy(document, policy);
    if (status == BINA_OK && name != NULL && bina_document_count(document) == 0)
        status = bina_error_set(error, BINA_ERR_NOT_FOUND,
                                "there is no policy \"%s\"; bina policy list shows them",
                                "tidak ada kebijakan \"%s\"; lihat bina policy list", name);
    if (status == BINA_OK)
        status = bina_yaml_write(document, path, error);
    else if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    bina_document_free(document);
    return status;
}
