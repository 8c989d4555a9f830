#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "register/reconciling.h"

size_t
bina_reconciling_members(const bina_reconciling *self, size_t cluster, const size_t **members)
{
    *members = self->members + self->start[cluster];
    return self->start[cluster + 1] - self->start[cluster];
}

bina_status
bina_reconciling_group(bina_reconciling *self)
{
    size_t clusters = self->rows.clusters;
    size_t *groups = calloc(clusters + 1, sizeof *groups), *next = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    self->members = calloc(self->rows.count + 1, sizeof *self->members);
    self->start = calloc(clusters + 2, sizeof *self->start);
    self->standing = calloc(clusters + 1, sizeof *self->standing);
    next = calloc(clusters + 1, sizeof *next);
    if (groups == NULL || next == NULL || self->members == NULL || self->start == NULL ||
        self->standing == NULL)
        goto out;
    for (size_t i = 0; i < self->rows.count; i++) {
        uint32_t cluster = self->rows.rows[i].cluster;
        if (cluster == BINA_NO_CLUSTER)
            continue;
        self->start[cluster + 1]++;
        groups[cluster] += self->rows.rows[i].group;
    }
    for (size_t c = 0; c < clusters; c++) {
        self->standing[c].group = groups[c] > 0 && groups[c] * 2 >= self->start[c + 1];
        self->start[c + 1] += self->start[c];
    }
    for (size_t i = 0; i < self->rows.count; i++) {
        uint32_t cluster = self->rows.rows[i].cluster;
        if (cluster != BINA_NO_CLUSTER)
            self->members[self->start[cluster] + next[cluster]++] = i;
    }
    status = BINA_OK;

out:
    free(groups);
    free(next);
    return status;
}

/* Who bears a number that only one may bear. */
static bina_status
load_bearers(bina_reconciling *self)
{
    for (size_t i = 0; i < self->parties.count; i++) {
        const bina_record *record = self->parties.lines[i].record;
        int kind = bina_id_kind(self->parties.lines[i].id);
        const char *number = kind == BINA_PERSON ? bina_record_text(record, BINA_PERSON_NIK)
                             : kind == BINA_ENTERPRISE
                                 ? bina_record_text(record, BINA_ENTERPRISE_NIB)
                                 : NULL;
        if (number != NULL && bina_text_map_add(kind == BINA_PERSON ? &self->niks : &self->nibs,
                                                number, self->parties.lines[i].id, NULL) == NULL)
            return BINA_ERR_NO_MEMORY;
        if (kind == BINA_GROUP) {
            const char *region = bina_record_text(record, BINA_GROUP_REGION);
            char key[640];
            (void)snprintf(key, sizeof key, "%.600s\x1f%.20s",
                           bina_record_text(record, BINA_GROUP_NAME), region != NULL ? region : "");
            if (bina_text_map_add(&self->group_names, key, self->parties.lines[i].id, NULL) == NULL)
                return BINA_ERR_NO_MEMORY;
        }
    }
    return BINA_OK;
}

bina_status
bina_reconciling_load(bina_reconciling *self)
{
    const struct {
        bina_ledger *ledger;
        int kind, key;
    } loads[] = {
        {&self->parties, BINA_ENTERPRISE, 0},
        {&self->parties, BINA_GROUP, 0},
        {&self->parties, BINA_PERSON, 0},
        {&self->ownerships, BINA_OWNERSHIP, BINA_OWNERSHIP_ENTERPRISE},
        {&self->memberships, BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER_OF},
        {&self->contacts, BINA_CONTACT, BINA_CONTACT_PARTY},
        {&self->provenances, BINA_PROVENANCE, BINA_PROVENANCE_SUBJECT},
    };
    bina_status status = bina_hands_load(&self->hands, self->store);

    for (size_t i = 0; status == BINA_OK && i < sizeof loads / sizeof loads[0]; i++)
        status = bina_ledger_load(loads[i].ledger, self->store, bina_query_new(loads[i].kind),
                                  loads[i].key);
    if (status == BINA_OK)
        status = load_bearers(self);
    if (status == BINA_OK) {
        self->new_contacts = bina_rows_new(bina_kind_description(BINA_CONTACT));
        self->new_provenances = bina_rows_new(bina_kind_description(BINA_PROVENANCE));
        self->new_pairs = bina_rows_new(bina_kind_description(BINA_PAIR));
        self->new_ownerships = bina_rows_new(bina_kind_description(BINA_OWNERSHIP));
        self->new_memberships = bina_rows_new(bina_kind_description(BINA_MEMBERSHIP));
        if (self->new_contacts == NULL || self->new_provenances == NULL ||
            self->new_pairs == NULL || self->new_ownerships == NULL ||
            self->new_memberships == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    return status;
}

bina_status
bina_reconciling_flush(bina_reconciling *self, size_t least)
{
    const struct {
        bina_rows **rows;
        int kind;
    } added[] = {
        {&self->new_ownerships, BINA_OWNERSHIP}, {&self->new_memberships, BINA_MEMBERSHIP},
        {&self->new_contacts, BINA_CONTACT},     {&self->new_provenances, BINA_PROVENANCE},
        {&self->new_pairs, BINA_PAIR},
    };
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < sizeof added / sizeof added[0]; i++) {
        bina_cursor *cursor;
        if (bina_rows_count(*added[i].rows) < least)
            continue;
        cursor = bina_rows_to_cursor(*added[i].rows);
        *added[i].rows = bina_rows_new(bina_kind_description(added[i].kind));
        status = cursor != NULL && *added[i].rows != NULL
                     ? bina_store_add_all(self->store, cursor, NULL)
                     : BINA_ERR_NO_MEMORY;
        bina_cursor_free(cursor);
    }
    return status;
}

void
bina_reconciling_drop(bina_reconciling *self)
{
    bina_source_rows_drop(&self->rows);
    free(self->members);
    free(self->start);
    free(self->standing);
    free(self->owner_members);
    free(self->owner_start);
    free(self->person);
    free(self->stood_for);
    free(self->successions);
    free(self->memberships_said);
    bina_people_drop(&self->people);
    bina_settlement_drop(&self->registrants);
    bina_settlement_drop(&self->persons);
    free(self->registrants.claimants);
    free(self->persons.claimants);
    bina_ledger_drop(&self->parties);
    bina_ledger_drop(&self->ownerships);
    bina_ledger_drop(&self->memberships);
    bina_ledger_drop(&self->contacts);
    bina_ledger_drop(&self->provenances);
    bina_ledger_drop(&self->pairs);
    bina_hands_drop(&self->hands);
    bina_text_map_drop(&self->nibs);
    bina_text_map_drop(&self->niks);
    bina_text_map_drop(&self->group_names);
    bina_text_map_drop(&self->phones);
    bina_rows_free(self->new_contacts);
    bina_rows_free(self->new_provenances);
    bina_rows_free(self->new_pairs);
    bina_rows_free(self->new_ownerships);
    bina_rows_free(self->new_memberships);
    memset(self, 0, sizeof *self);
}
