/* Enterprises and groups: with what content, of all that the rows of a cluster say. */
#include <stdio.h>
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

enum { FIELDS = sizeof fields / sizeof fields[0] };

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

/* A registrant on its way into the store. */
typedef struct writing {
    bina_reconciling *work;
    size_t cluster;
    bina_standing *standing; /* of the cluster */
    const size_t *members;
    size_t count;
    bina_survivor survivors[FIELDS];
    bina_moves moves;
    bina_changes changes;
} writing;

/* The field of the registrant that a field of its rows goes into; -1: none. */
static int
field_of(const writing *self, size_t at)
{
    return self->standing->group ? fields[at].group : fields[at].enterprise;
}

/* What its rows say, a field after the other. */
static bina_status
set_fields(writing *self)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < FIELDS; i++) {
        int field = field_of(self, i);
        if (field < 0)
            continue;
        survive_field(self->work, self->members, self->count, fields[i].source,
                      &self->survivors[i]);
        if (field == BINA_GROUP_NAME && self->standing->group)
            continue; /* needs the region */
        if (field == BINA_ENTERPRISE_REGION && self->moves.count > 0) {
            if (self->standing->was == NULL)
                bina_changes_set(&self->changes, field, bina_text(self->moves.items[0].region));
            continue;
        }
        status = set_field(self->work, &self->changes, self->cluster, field, fields[i].source,
                           &self->survivors[i]);
    }
    if (status == BINA_OK && self->standing->group)
        status = set_group_name(self->work, &self->changes, self->cluster, &self->survivors[0],
                                &self->survivors[2]);
    return status;
}

/* What it is besides, though no single row says so. */
static void
set_standing(writing *self)
{
    bina_changes *changes = &self->changes;

    if (self->standing->group) {
        bina_changes_set(changes, BINA_GROUP_MERGED_INTO, bina_null());
        if (self->standing->was == NULL)
            bina_changes_set(
                changes, BINA_GROUP_NATURE,
                bina_text(bina_row_group(self->work->rows.rows[self->members[0]].record)));
        return;
    }
    bina_changes_set(changes, BINA_ENTERPRISE_MERGED_INTO, bina_null());
    if (self->standing->was == NULL)
        bina_changes_set(changes, BINA_ENTERPRISE_STATUS, bina_text("active"));
    set_position(self->work, changes, self->members, self->count);
}

/* Where each of its fields is from. */
static bina_status
settle_provenance(const writing *self)
{
    int kind = self->standing->group ? BINA_GROUP : BINA_ENTERPRISE;
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < FIELDS; i++)
        if (field_of(self, i) >= 0)
            status = bina_provenance_settle(self->work, self->standing->id, kind, field_of(self, i),
                                            &self->survivors[i]);
    return status;
}

bina_status
bina_registrant_write(bina_reconciling *self, size_t cluster)
{
    bina_standing *standing = &self->standing[cluster];
    size_t keep = self->registrants.keep[cluster];
    writing made = {.work = self, .cluster = cluster, .standing = standing};
    bina_status status;

    made.count = bina_reconciling_members(self, cluster, &made.members);
    if (made.count == 0)
        return BINA_OK;
    standing->was = keep != SIZE_MAX
                        ? bina_ledger_get(&self->parties, self->registrants.claimants[keep].id)
                        : NULL;
    if (self->partial && cluster >= self->fixed && standing->was != NULL) {
        standing->id = bina_record_id(standing->was);
        return BINA_OK;
    }
    status = bina_changes_start(&made.changes, standing->group ? BINA_GROUP : BINA_ENTERPRISE,
                                standing->was, &self->hands);
    if (status == BINA_OK && !standing->group)
        bina_moves_find(self, made.members, made.count, &made.moves);
    if (status == BINA_OK)
        status = set_fields(&made);
    if (status == BINA_OK) {
        set_standing(&made);
        status = bina_changes_write(&made.changes, self->store, &standing->id);
    }
    if (status == BINA_OK)
        status = bina_moves_write(self, standing->id, &made.moves);
    if (status == BINA_OK)
        status = bina_registrant_gather(self, cluster);
    if (status == BINA_OK)
        status = settle_provenance(&made);
    bina_record_free(made.changes.record);
    return status;
}
