#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "register/hand.h"
#include "register/ledger.h"
#include "store/sql.h"

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

/* Succession is what people say; the rest of this room's commits follow from rows and verdicts. */
static bool
is_by_people(const char *rule)
{
    return rule == NULL || strcmp(rule, BINA_RULE_SUCCEED) == 0 ||
           (strncmp(rule, "register.", 9) != 0 && strncmp(rule, "undo:", 5) != 0);
}

/* The commits of a store, in their order. */
typedef struct commit {
    int64_t number;
    int64_t undoes; /* number of the commit it takes back; 0: it is no undoing */
    bool by_people, undone;
} commit;

static int
by_number(const void *a, const void *b)
{
    const commit *x = a, *y = b;

    return (x->number > y->number) - (x->number < y->number);
}

/*
 * Says which commits were taken back, from the last to the first: an undoing that was itself undone
 * took nothing back.
 */
static void
mark_undone(commit *commits, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        commit wanted = {commits[i].undoes, 0, false, false}, *found;
        if (commits[i].undoes == 0 || commits[i].undone)
            continue;
        found = bsearch(&wanted, commits, count, sizeof *commits, by_number);
        if (found != NULL)
            found->undone = true;
    }
}

static bina_status
load_commits(bina_store *store, commit **commits, size_t *count)
{
    bina_ledger ledger = {0};
    bina_query *query = bina_query_new(BINA_COMMIT);
    bina_status status;

    *commits = NULL;
    *count = 0;
    if (query != NULL) {
        bina_query_select(query, BINA_COMMIT_NUMBER);
        bina_query_select(query, BINA_COMMIT_RULE);
    }
    status = bina_ledger_load(&ledger, store, query, 0);
    if (status == BINA_OK) {
        *commits = calloc(ledger.count + 1, sizeof **commits);
        if (*commits == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == BINA_OK && i < ledger.count; i++) {
        const char *rule = bina_record_text(ledger.lines[i].record, BINA_COMMIT_RULE);
        commit *one = &(*commits)[(*count)++];
        one->number = bina_record_int(ledger.lines[i].record, BINA_COMMIT_NUMBER);
        one->by_people = is_by_people(rule);
        if (rule != NULL && strncmp(rule, "undo:", 5) == 0)
            one->undoes = strtoll(rule + 5, NULL, 10);
    }
    bina_ledger_drop(&ledger);
    if (*count > 1)
        qsort(*commits, *count, sizeof **commits, by_number);
    if (*count > 0)
        mark_undone(*commits, *count);
    return status;
}

static bool
can_be_set(int kind)
{
    switch (kind) {
    case BINA_ENTERPRISE:
    case BINA_GROUP:
    case BINA_PERSON:
    case BINA_CONTACT:
    case BINA_OWNERSHIP:
    case BINA_MEMBERSHIP:
        return true;
    default:
        return false;
    }
}

/* Takes the fields of all changes from one commit to another. */
static bina_status
take_changes(bina_hands *self, bina_store *store, int64_t first, int64_t last)
{
    bina_query *query = bina_query_new(BINA_CHANGE);
    bina_cursor *cursor = NULL;
    const bina_record *change;
    bina_id from = 0, to = 0;
    bina_status status = query != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = bina_log_first_after(store, first - 1, &from);
    if (status == BINA_OK)
        status = bina_log_first_after(store, last, &to);
    if (status == BINA_OK) {
        bina_query_where_int(query, BINA_CHANGE_ID, BINA_GE, from);
        bina_query_where_int(query, BINA_CHANGE_ID, BINA_LT, to);
        bina_query_select(query, BINA_CHANGE_RECORD);
        bina_query_select(query, BINA_CHANGE_ACTION);
        bina_query_select(query, BINA_CHANGE_NEW);
        status = bina_store_list(store, query, &cursor);
    }
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &change)) == BINA_OK) {
        bina_id record = bina_record_int(change, BINA_CHANGE_RECORD);
        const char *json = bina_record_text(change, BINA_CHANGE_NEW);
        const char *action = bina_record_text(change, BINA_CHANGE_ACTION);
        if (json != NULL && can_be_set(bina_id_kind(record)))
            status = take_fields(self, record, json, action != NULL && strcmp(action, "add") == 0);
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_hands_load(bina_hands *self, bina_store *store)
{
    commit *commits = NULL;
    size_t count;
    bina_status status = load_commits(store, &commits, &count);

    for (size_t i = 0; status == BINA_OK && i < count;) {
        size_t end = i;
        while (end < count && commits[end].by_people && !commits[end].undone)
            end++;
        if (end > i)
            status = take_changes(self, store, commits[i].number, commits[end - 1].number);
        i = end + 1;
    }
    if (self->count > 1)
        qsort(self->hands, self->count, sizeof *self->hands, by_record);
    free(commits);
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

bool
bina_hands_touched(const bina_hands *self, bina_id record)
{
    size_t low = 0, high = self->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->hands[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low < self->count && self->hands[low].record == record;
}
