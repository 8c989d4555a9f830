/* Bringing a matcher up with what was written to the store since it was last asked. */
#include <string.h>
#include "register/ledger.h"
#include "register/match.h"
#include "store/sql.h"

/* After more changes than this all rows are linked anew. */
#define MOST_CHANGES 2000

/* What the linkage says no to, is the matcher's fault in no case: all is read anew then. */
typedef struct following {
    bina_matcher *matcher;
    bool anew;
} following;

static bina_status
take_out(following *self, size_t at)
{
    bina_match_entry *entry = &self->matcher->entries[at];
    bina_status status;

    if (entry->number == 0)
        return BINA_OK;
    status = bina_linkage_remove(self->matcher->linkage, self->matcher->lists[entry->list].name,
                                 entry->number);
    self->matcher->lists[entry->list].entry[entry->number - 1] = SIZE_MAX;
    entry->number = 0;
    return status;
}

/* Puts a row in, or what it says now in the place of what it said. */
static bina_status
put(following *self, bina_id id, bina_id party, bina_id list_id, bina_record *row)
{
    bina_matcher *matcher = self->matcher;
    size_t at = bina_match_find(matcher, id);
    bina_match_entry entry = {id, party, 0, 0};
    bina_status status;

    while (entry.list < matcher->list_count && matcher->lists[entry.list].id != list_id)
        entry.list++;
    if (entry.list == matcher->list_count) {
        self->anew = true; /* a list that is new */
        return BINA_OK;
    }
    bina_match_view(matcher, row);
    if (at != SIZE_MAX && matcher->entries[at].number != 0) {
        matcher->entries[at].party = party;
        return bina_linkage_change(matcher->linkage, matcher->lists[entry.list].name,
                                   matcher->entries[at].number, matcher->view);
    }
    status = bina_linkage_insert(matcher->linkage, matcher->lists[entry.list].name, matcher->view,
                                 &entry.number);
    if (status == BINA_ERR_NOT_FOUND) {
        self->anew = true; /* its list had no row */
        return BINA_OK;
    }
    if (status == BINA_OK && at != SIZE_MAX) {
        self->anew = true; /* it was gone and is back: rare */
        return BINA_OK;
    }
    return status == BINA_OK ? bina_match_note(matcher, &entry) : status;
}

static bina_status follow_enterprise(following *self, bina_id id);

static bina_status
follow_row(following *self, bina_id id)
{
    size_t at = bina_match_find(self->matcher, id);
    bina_record *row = NULL;
    const char *state, *nature;
    bina_id party = 0;
    bina_status status = bina_store_get(self->matcher->store, id, &row);

    if (status == BINA_ERR_NOT_FOUND)
        return at != SIZE_MAX ? take_out(self, at) : BINA_OK;
    if (status != BINA_OK)
        return status;
    state = bina_record_text(row, BINA_SOURCE_RECORD_STATE);
    nature = bina_record_text(row, BINA_SOURCE_RECORD_NATURE);
    party = bina_record_int(row, BINA_SOURCE_RECORD_PARTY);
    if ((state != NULL && strcmp(state, "withdrawn") == 0) ||
        (nature != NULL && strcmp(nature, "enterprise") != 0 && strcmp(nature, "group") != 0))
        status = at != SIZE_MAX ? take_out(self, at) : BINA_OK;
    else
        status = put(self, id, party, bina_record_int(row, BINA_SOURCE_RECORD_REGISTER), row);
    bina_record_free(row);
    /* What stood for itself may be of this row now. */
    if (status == BINA_OK && bina_id_kind(party) == BINA_ENTERPRISE &&
        bina_match_find(self->matcher, party) != SIZE_MAX)
        status = follow_enterprise(self, party);
    return status;
}

static bina_status
follow_enterprise(following *self, bina_id id)
{
    size_t at = bina_match_find(self->matcher, id);
    bina_record *enterprise = NULL, *row = NULL;
    bool has = false;
    bina_status status = bina_store_get(self->matcher->store, id, &enterprise);

    if (status == BINA_OK)
        status = bina_match_has_rows(self->matcher->store, id, &has);
    if (status == BINA_ERR_NOT_FOUND || has ||
        (status == BINA_OK && bina_record_int(enterprise, BINA_ENTERPRISE_MERGED_INTO) != 0)) {
        status = at != SIZE_MAX ? take_out(self, at) : BINA_OK;
    } else if (status == BINA_OK) {
        row = bina_record_new(BINA_SOURCE_RECORD);
        status = row != NULL ? bina_match_of_enterprise(self->matcher->store, enterprise, row)
                             : BINA_ERR_NO_MEMORY;
        if (status == BINA_OK)
            status = put(self, id, id, 0, row);
    }
    bina_record_free(row);
    bina_record_free(enterprise);
    return status;
}

/* The enterprises a person owns. */
static bina_status
follow_owner(following *self, bina_id party)
{
    bina_query *query = bina_query_new(BINA_OWNERSHIP);
    bina_ledger owned = {0};
    bina_status status;

    if (query != NULL)
        bina_query_where_int(query, BINA_OWNERSHIP_PARTY, BINA_EQ, party);
    status = bina_ledger_load(&owned, self->matcher->store, query, 0);
    for (size_t i = 0; status == BINA_OK && i < owned.count; i++)
        status = follow_enterprise(
            self, bina_record_int(owned.lines[i].record, BINA_OWNERSHIP_ENTERPRISE));
    bina_ledger_drop(&owned);
    return status;
}

static bina_status
follow_tie(following *self, bina_id id, int slot)
{
    bina_record *record = NULL;
    bina_id party;
    bina_status status = bina_store_get(self->matcher->store, id, &record);

    if (status != BINA_OK)
        return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
    party = bina_record_int(record, slot);
    bina_record_free(record);
    if (bina_id_kind(party) == BINA_ENTERPRISE)
        return follow_enterprise(self, party);
    return bina_id_kind(party) == BINA_PERSON ? follow_owner(self, party) : BINA_OK;
}

static bina_status
follow_change(following *self, bina_id id)
{
    switch (bina_id_kind(id)) {
    case BINA_SOURCE_RECORD:
        return follow_row(self, id);
    case BINA_ENTERPRISE:
        return follow_enterprise(self, id);
    case BINA_PERSON:
        return follow_owner(self, id);
    case BINA_OWNERSHIP:
        return follow_tie(self, id, BINA_OWNERSHIP_ENTERPRISE);
    case BINA_CONTACT:
        return follow_tie(self, id, BINA_CONTACT_PARTY);
    default:
        return BINA_OK;
    }
}

bina_status
bina_match_follow(bina_matcher *matcher)
{
    following self = {matcher, matcher->linkage == NULL};
    bina_query *query;
    bina_ledger changes = {0};
    int64_t commit = 0;
    bina_status status = bina_store_last_commit(matcher->store, &commit);

    if (status != BINA_OK || commit == matcher->commit)
        return status;
    query = bina_query_new(BINA_CHANGE);
    if (query != NULL) {
        bina_query_select(query, BINA_CHANGE_RECORD);
        bina_query_where_int(query, BINA_CHANGE_COMMIT_NUMBER, BINA_GT, matcher->commit);
        bina_query_limit(query, MOST_CHANGES + 1);
    }
    status = bina_ledger_load(&changes, matcher->store, query, BINA_CHANGE_RECORD);
    self.anew = self.anew || changes.count > MOST_CHANGES || commit < matcher->commit;
    for (size_t i = 0; status == BINA_OK && !self.anew && i < changes.count; i++)
        if (i == 0 || changes.lines[i].key != changes.lines[i - 1].key)
            status = follow_change(&self, changes.lines[i].key);
    bina_ledger_drop(&changes);
    if (status == BINA_OK && self.anew)
        return bina_match_load(matcher);
    if (status == BINA_OK)
        matcher->commit = commit;
    return status;
}
