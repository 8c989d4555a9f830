#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "register/hand.h"
#include "register/ledger.h"

static int
by_record(const void *a, const void *b)
{
    const bina_hand *x = a, *y = b;

    if (x->record != y->record)
        return x->record < y->record ? -1 : 1;
    return (x->field > y->field) - (x->field < y->field);
}

/* Skips a JSON string whose quote is at `at`; returns what follows it. */
static const char *
skip_string(const char *at)
{
    for (at++; *at != '\0' && *at != '"'; at++)
        if (*at == '\\' && at[1] != '\0')
            at++;
    return *at == '"' ? at + 1 : at;
}

/*
 * Takes the names of a JSON object that is flat, as the log writes it. What was null when a record
 * was added was not said.
 */
static bina_status
take_fields(bina_hands *self, bina_id record, const char *json, bool added)
{
    const bina_description *description = bina_kind_description(bina_id_kind(record));

    for (const char *at = json; *at != '\0';) {
        const char *name = at + 1, *end, *value;
        if (*at != '"') {
            at++;
            continue;
        }
        end = skip_string(at);
        value = end;
        while (*value == ' ' || *value == ':')
            value++;
        for (int slot = 2; slot < bina_description_count(description); slot++) {
            const char *field = bina_field_name(bina_description_field(description, slot));
            size_t length = strlen(field);
            if ((size_t)(end - name) != length + 1 || strncmp(name, field, length) != 0 ||
                (added && strncmp(value, "null", 4) == 0) || strcmp(field, "merged_into") == 0)
                continue;
            if (!bina_vector_reserve(&self->hands, &self->capacity, self->count + 1,
                                     sizeof *self->hands))
                return BINA_ERR_NO_MEMORY;
            self->hands[self->count].record = record;
            self->hands[self->count++].field = slot;
        }
        at = *value == '"' ? skip_string(value) : value;
        while (*at != '\0' && *at != ',' && *at != '}')
            at++;
    }
    return BINA_OK;
}

static bool
is_ours(const bina_record *commit)
{
    const char *rule = bina_record_text(commit, BINA_COMMIT_RULE);

    return rule != NULL && strncmp(rule, "register.", 9) == 0;
}

/* The numbers of commits made by people. */
static bina_status
load_commits(bina_store *store, bina_value **numbers, size_t *count)
{
    bina_ledger commits = {0};
    bina_query *query = bina_query_new(BINA_COMMIT);
    bina_status status;

    *numbers = NULL;
    *count = 0;
    status = bina_ledger_load(&commits, store, query, 0);
    if (status == BINA_OK) {
        *numbers = calloc(commits.count + 1, sizeof **numbers);
        if (*numbers == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == BINA_OK && i < commits.count; i++)
        if (!is_ours(commits.lines[i].record))
            (*numbers)[(*count)++] =
                bina_int(bina_record_int(commits.lines[i].record, BINA_COMMIT_NUMBER));
    bina_ledger_drop(&commits);
    return status;
}

bina_status
bina_hands_load(bina_hands *self, bina_store *store)
{
    bina_value *numbers = NULL;
    bina_query *query = NULL;
    bina_cursor *cursor = NULL;
    const bina_record *change;
    size_t count;
    bina_status status = load_commits(store, &numbers, &count);

    for (size_t from = 0; status == BINA_OK && from < count; from += 500) {
        query = bina_query_new(BINA_CHANGE);
        if (query == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        bina_query_where_in(query, BINA_CHANGE_COMMIT_NUMBER, numbers + from,
                            count - from < 500 ? count - from : 500);
        status = bina_store_list(store, query, &cursor);
        while (status == BINA_OK && (status = bina_cursor_next(cursor, &change)) == BINA_OK) {
            bina_id record = bina_record_int(change, BINA_CHANGE_RECORD);
            const char *json = bina_record_text(change, BINA_CHANGE_NEW);
            const char *action = bina_record_text(change, BINA_CHANGE_ACTION);
            int kind = bina_id_kind(record);
            if (json != NULL && (kind == BINA_ENTERPRISE || kind == BINA_GROUP ||
                                 kind == BINA_PERSON || kind == BINA_CONTACT))
                status =
                    take_fields(self, record, json, action != NULL && strcmp(action, "add") == 0);
        }
        if (status == BINA_DONE)
            status = BINA_OK;
        bina_cursor_free(cursor);
        bina_query_free(query);
        cursor = NULL;
    }
    if (self->count > 1)
        qsort(self->hands, self->count, sizeof *self->hands, by_record);
    free(numbers);
    return status;
}

void
bina_hands_drop(bina_hands *hands)
{
    free(hands->hands);
    memset(hands, 0, sizeof *hands);
}

bool
bina_hands_has(const bina_hands *self, bina_id record, int field)
{
    bina_hand wanted = {record, field};

    return self->count > 0 &&
           bsearch(&wanted, self->hands, self->count, sizeof *self->hands, by_record) != NULL;
}
