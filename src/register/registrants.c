/* Enterprises and groups: who stands for a cluster of rows, and with what content. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "register/classify.h"
#include "register/reconciling.h"
#include "register/village.h"

/* Which field of a row goes into which field of a registrant; -1: into none. */
static const struct {
    int source, enterprise, group;
} fields[] = {
    /* name and region of groups are looked for at 0 and 2 */
    {BINA_SOURCE_RECORD_BUSINESS_NAME, BINA_ENTERPRISE_NAME, BINA_GROUP_NAME},
    {BINA_SOURCE_RECORD_NIB, BINA_ENTERPRISE_NIB, -1},
    {BINA_SOURCE_RECORD_REGION, BINA_ENTERPRISE_REGION, BINA_GROUP_REGION},
    {BINA_SOURCE_RECORD_ADDRESS, BINA_ENTERPRISE_ADDRESS, -1},
    {BINA_SOURCE_RECORD_ACTIVITY, BINA_ENTERPRISE_ACTIVITY, BINA_GROUP_ACTIVITY},
    {BINA_SOURCE_RECORD_PRODUCT, BINA_ENTERPRISE_PRODUCT, -1},
    {BINA_SOURCE_RECORD_SCOPE, BINA_ENTERPRISE_SCOPE, -1},
    {BINA_SOURCE_RECORD_FOUNDED, BINA_ENTERPRISE_FOUNDED, -1},
    {BINA_SOURCE_RECORD_WORKERS, BINA_ENTERPRISE_WORKERS, -1},
    {BINA_SOURCE_RECORD_INVESTMENT, BINA_ENTERPRISE_INVESTMENT, -1},
    {BINA_SOURCE_RECORD_CAPITAL, BINA_ENTERPRISE_CAPITAL, -1},
    {BINA_SOURCE_RECORD_SALES, BINA_ENTERPRISE_SALES, -1},
};

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

/* The address as people say it: the hamlet first, unless the address names it. */
static const char *
whole_address(const bina_record *row, char *scratch, size_t room)
{
    const char *address = bina_record_text(row, BINA_SOURCE_RECORD_ADDRESS);
    const char *hamlet = bina_record_text(row, BINA_SOURCE_RECORD_HAMLET);

    if (hamlet == NULL || (address != NULL && strstr(address, hamlet) != NULL))
        return address;
    if (address == NULL)
        return hamlet;
    bina_text_print(scratch, room, "%s, %s", hamlet, address);
    return scratch;
}

/* A number that only one may bear is not taken from another. */
static bina_status
claim_number(bina_text_map *bearers, const char *number, int64_t id, bool *ours)
{
    int64_t *bearer = bina_text_map_add(bearers, number, id, NULL);

    *ours = bearer != NULL && *bearer == id;
    return bearer != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}

static bina_status
set_field(bina_reconciling *self, bina_changes *changes, size_t cluster, int field, int source,
          const bina_survivor *survivor)
{
    const bina_record *row =
        survivor->row != SIZE_MAX ? self->rows.rows[survivor->row].record : NULL;
    bina_value value = row != NULL                          ? bina_record_get(row, source)
                       : source == BINA_SOURCE_RECORD_SCOPE ? bina_text("unknown")
                                                            : bina_null();
    bina_status status = BINA_OK;
    char scratch[1024], now[BINA_VILLAGE_ROOM];

    if (row != NULL && source == BINA_SOURCE_RECORD_REGION &&
        bina_village_now(value.as.text, now)[0] != '\0')
        value = bina_text(now);
    if (row != NULL && source == BINA_SOURCE_RECORD_ADDRESS)
        value = bina_text(whole_address(row, scratch, sizeof scratch));
    if (value.type != BINA_NULL && source == BINA_SOURCE_RECORD_NIB) {
        bool ours;
        /* A new one has no id yet, but must be told apart from other new ones. */
        int64_t id = changes->was != NULL ? bina_record_id(changes->was) : -(int64_t)cluster - 1;
        status = claim_number(&self->nibs, value.as.text, id, &ours);
        if (!ours)
            return status;
    }
    bina_changes_set(changes, field, value);
    return status;
}

/*
 * Two groups of one name in one village are told apart by their leader, as people do: "KUB Melati
 * (Aminah)". Whoever has the name keeps it.
 */
static bina_status
set_group_name(bina_reconciling *self, bina_changes *changes, size_t cluster,
               const bina_survivor *name, const bina_survivor *region)
{
    const bina_record *row = name->row != SIZE_MAX ? self->rows.rows[name->row].record : NULL;
    const char *text = row != NULL ? bina_record_text(row, BINA_SOURCE_RECORD_BUSINESS_NAME) : "?";
    const char *where =
        region->row != SIZE_MAX
            ? bina_record_text(self->rows.rows[region->row].record, BINA_SOURCE_RECORD_REGION)
            : "";
    const char *leader = row != NULL ? bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME) : NULL;
    int64_t id = changes->was != NULL ? bina_record_id(changes->was) : -(int64_t)cluster - 1;
    char called[252], led[252];

    bina_text_print(called, sizeof called, "%s", text);
    bina_text_print(led, sizeof led, "%s", leader != NULL ? leader : "");
    for (unsigned n = leader != NULL ? 0 : 1;; n++) {
        char scratch[600], key[640];
        int64_t *bearer;
        if (n == 0 || (n == 1 && leader == NULL))
            (void)snprintf(scratch, sizeof scratch, "%s", called);
        else if (n == 1)
            (void)snprintf(scratch, sizeof scratch, "%s (%s)", called, led);
        else
            (void)snprintf(scratch, sizeof scratch, "%s (%u)", called, n);
        (void)snprintf(key, sizeof key, "%s\x1f%.20s", scratch, where);
        bearer = bina_text_map_add(&self->group_names, key, id, NULL);
        if (bearer == NULL)
            return BINA_ERR_NO_MEMORY;
        if (*bearer != id)
            continue;
        bina_changes_set(changes, BINA_GROUP_NAME, bina_text(scratch));
        return BINA_OK;
    }
}

/* The source of an address may have the hamlet only. */
static void
survive_field(const bina_reconciling *self, const size_t *members, size_t count, int source,
              bina_survivor *survivor)
{
    bina_survive(self->policy, &self->rows, members, count, source, survivor);
    if (source == BINA_SOURCE_RECORD_ADDRESS && survivor->row == SIZE_MAX)
        bina_survive(self->policy, &self->rows, members, count, BINA_SOURCE_RECORD_HAMLET,
                     survivor);
}

/* Latitude and longitude are of one row. */
static void
set_position(const bina_reconciling *self, bina_changes *changes, const size_t *members,
             size_t count)
{
    bina_survivor survivor;
    const bina_record *row;

    bina_survive(self->policy, &self->rows, members, count, BINA_SOURCE_RECORD_LATITUDE, &survivor);
    row = survivor.row != SIZE_MAX ? self->rows.rows[survivor.row].record : NULL;
    bina_changes_set(changes, BINA_ENTERPRISE_LATITUDE,
                     row != NULL ? bina_record_get(row, BINA_SOURCE_RECORD_LATITUDE) : bina_null());
    bina_changes_set(changes, BINA_ENTERPRISE_LONGITUDE,
                     row != NULL ? bina_record_get(row, BINA_SOURCE_RECORD_LONGITUDE)
                                 : bina_null());
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
bina_registrant_write(bina_reconciling *self, size_t cluster)
{
    bina_standing *standing = &self->standing[cluster];
    int kind = standing->group ? BINA_GROUP : BINA_ENTERPRISE;
    size_t keep = self->registrants.keep[cluster];
    bina_survivor survivors[sizeof fields / sizeof fields[0]];
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);
    bina_changes changes;
    bina_moves moves = {.count = 0};
    bina_status status;

    if (count == 0)
        return BINA_OK;
    standing->was = keep != SIZE_MAX
                        ? bina_ledger_get(&self->parties, self->registrants.claimants[keep].id)
                        : NULL;
    if (self->partial && cluster >= self->fixed && standing->was != NULL) {
        standing->id = bina_record_id(standing->was);
        return BINA_OK;
    }
    status = bina_changes_start(&changes, kind, standing->was, &self->hands);
    if (status == BINA_OK && !standing->group)
        bina_moves_find(self, members, count, &moves);
    for (size_t i = 0; status == BINA_OK && i < sizeof fields / sizeof fields[0]; i++) {
        int field = standing->group ? fields[i].group : fields[i].enterprise;
        if (field < 0)
            continue;
        survive_field(self, members, count, fields[i].source, &survivors[i]);
        if (field == BINA_GROUP_NAME && standing->group)
            continue; /* needs the region */
        if (field == BINA_ENTERPRISE_REGION && moves.count > 0) {
            if (standing->was == NULL)
                bina_changes_set(&changes, field, bina_text(moves.items[0].region));
            continue;
        }
        status = set_field(self, &changes, cluster, field, fields[i].source, &survivors[i]);
    }
    if (status == BINA_OK && standing->group)
        status = set_group_name(self, &changes, cluster, &survivors[0], &survivors[2]);
    if (status != BINA_OK)
        goto out;
    bina_changes_set(&changes,
                     standing->group ? BINA_GROUP_MERGED_INTO : BINA_ENTERPRISE_MERGED_INTO,
                     bina_null());
    if (standing->group && standing->was == NULL)
        bina_changes_set(&changes, BINA_GROUP_NATURE,
                         bina_text(bina_row_group(self->rows.rows[members[0]].record)));
    if (!standing->group && standing->was == NULL)
        bina_changes_set(&changes, BINA_ENTERPRISE_STATUS, bina_text("active"));
    if (!standing->group)
        set_position(self, &changes, members, count);
    if (status == BINA_OK)
        status = bina_changes_write(&changes, self->store, &standing->id);
    if (status == BINA_OK)
        status = bina_moves_write(self, standing->id, &moves);
    if (status == BINA_OK && standing->was == NULL) {
        self->created += !self->registrants.torn[cluster];
        self->split += self->registrants.torn[cluster];
    }
    if (status == BINA_OK && keep != SIZE_MAX) {
        self->split += self->registrants.claimants[keep].into != 0;
        self->registrants.claimants[keep].into = 0;
        status = point_to(self, cluster, keep);
    }
    if (status == BINA_OK)
        status = point_rows(self, cluster, standing->id);
    for (size_t i = 0; status == BINA_OK && i < sizeof fields / sizeof fields[0]; i++) {
        int field = standing->group ? fields[i].group : fields[i].enterprise;
        if (field >= 0)
            status = bina_provenance_settle(self, standing->id, kind, field, &survivors[i]);
    }

out:
    bina_record_free(changes.record);
    return status;
}
