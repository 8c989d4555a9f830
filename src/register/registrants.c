/* Enterprises and groups: who stands for a cluster of rows. */
#include <stdlib.h>
#include "register/reconciling.h"

bina_status
bina_registrants_settle(bina_reconciling *self)
{
    bina_settlement *settlement = &self->registrants;
    uint32_t *cluster = calloc(self->rows.count + 1, sizeof *cluster);
    bina_id *party = calloc(self->rows.count + 1, sizeof *party);
    bina_status status = BINA_ERR_NO_MEMORY;

    settlement->claimants = calloc(self->parties.count + 1, sizeof *settlement->claimants);
    self->stood_for = calloc(self->rows.count + 1, sizeof *self->stood_for);
    if (cluster == NULL || party == NULL || settlement->claimants == NULL ||
        self->stood_for == NULL)
        goto out;
    for (size_t i = 0; i < self->parties.count; i++) {
        const bina_record *record = self->parties.lines[i].record;
        int kind = bina_id_kind(self->parties.lines[i].id);
        bina_claimant *claimant = &settlement->claimants[settlement->claimant_count];
        if (kind == BINA_PERSON)
            continue;
        claimant->id = self->parties.lines[i].id;
        claimant->into = bina_record_int(record, kind == BINA_GROUP ? BINA_GROUP_MERGED_INTO
                                                                    : BINA_ENTERPRISE_MERGED_INTO);
        settlement->claimant_count++;
    }
    for (size_t i = 0; i < self->rows.count; i++) {
        const bina_source_row *row = &self->rows.rows[i];
        int kind = row->cluster != BINA_NO_CLUSTER && self->standing[row->cluster].group
                       ? BINA_GROUP
                       : BINA_ENTERPRISE;
        cluster[i] = row->cluster;
        /* A workshop that turned out to be a group needs another record, of the other kind. */
        party[i] = bina_id_kind(row->party) == kind ? row->party : 0;
    }
    settlement->members = self->rows.count;
    settlement->clusters = self->rows.clusters;
    settlement->cluster = cluster;
    settlement->party = party;
    for (size_t i = 0; i < self->rows.count; i++) {
        size_t at = bina_settlement_resolve(settlement, self->rows.rows[i].party);
        self->stood_for[i] = at != SIZE_MAX ? settlement->claimants[at].id : 0;
    }
    status = bina_settle(settlement);

out:
    settlement->cluster = NULL;
    settlement->party = NULL;
    free(cluster);
    free(party);
    return status;
}

/* Every other registrant claimed by the cluster points to the one that is kept. */
static bina_status
point_to(bina_reconciling *self, size_t cluster, size_t keep)
{
    bina_settlement *settlement = &self->registrants;
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        size_t at = bina_settlement_find(settlement, self->rows.rows[members[i]].party);
        bina_claimant *claimant = at != SIZE_MAX ? &settlement->claimants[at] : NULL;
        size_t into;
        bina_changes changes;
        bina_id id;
        int kind;
        if (claimant == NULL || claimant->cluster != cluster || at == keep)
            continue;
        into = claimant->into != 0 ? bina_settlement_find(settlement, claimant->into) : SIZE_MAX;
        if (into != SIZE_MAX && (into == keep || settlement->claimants[into].cluster == cluster))
            continue;
        kind = bina_id_kind(claimant->id);
        claimant->into = settlement->claimants[keep].id;
        status =
            bina_changes_start(&changes, kind, bina_ledger_get(&self->parties, claimant->id), NULL);
        if (status != BINA_OK)
            break;
        bina_changes_set(&changes,
                         kind == BINA_GROUP ? BINA_GROUP_MERGED_INTO : BINA_ENTERPRISE_MERGED_INTO,
                         bina_integer_of(BINA_REF, claimant->into));
        status = bina_changes_write(&changes, self->store, &id);
        self->merged++;
    }
    return status;
}

/* The rows of the cluster that referred to nobody, or to somebody who went elsewhere. */
static bina_status
point_rows(bina_reconciling *self, size_t cluster, bina_id id)
{
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);
    bina_record *record = NULL;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_source_row *row = &self->rows.rows[members[i]];
        size_t at =
            row->party != 0 ? bina_settlement_find(&self->registrants, row->party) : SIZE_MAX;
        if (row->party == id ||
            (at != SIZE_MAX && self->registrants.claimants[at].cluster == cluster))
            continue;
        if (record == NULL)
            record = bina_record_new(BINA_SOURCE_RECORD);
        if (record == NULL)
            return BINA_ERR_NO_MEMORY;
        bina_record_clear(record);
        bina_set_int(record, BINA_SOURCE_RECORD_ID, row->id);
        bina_set_int(record, BINA_SOURCE_RECORD_PARTY, id);
        status = bina_store_update(self->store, record);
        row->party = id;
    }
    bina_record_free(record);
    return status;
}

bina_status
bina_registrant_gather(bina_reconciling *self, size_t cluster)
{
    const bina_standing *standing = &self->standing[cluster];
    size_t keep = self->registrants.keep[cluster];
    bina_status status = BINA_OK;

    if (standing->was == NULL) {
        self->created += !self->registrants.torn[cluster];
        self->split += self->registrants.torn[cluster];
    }
    if (keep != SIZE_MAX) {
        self->split += self->registrants.claimants[keep].into != 0;
        self->registrants.claimants[keep].into = 0;
        status = point_to(self, cluster, keep);
    }
    return status == BINA_OK ? point_rows(self, cluster, standing->id) : status;
}
