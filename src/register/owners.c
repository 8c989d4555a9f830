/*
 * The persons behind enterprises and groups. One NIK is one person, whatever they own; people whom
 * a verdict calls the same owner are one; else every enterprise has an owner of its own, for two
 * thirds of people bear a single name.
 */
#include <stdlib.h>
#include <string.h>
#include "register/person_name.h"
#include "register/reconciling.h"

static uint32_t
root_of(uint32_t *parent, uint32_t at)
{
    while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    return at;
}

static void
unite(uint32_t *parent, uint32_t a, uint32_t b)
{
    uint32_t x = root_of(parent, a), y = root_of(parent, b);

    if (x < y)
        parent[y] = x;
    else
        parent[x] = y;
}

static bina_status
unite_by_nik(bina_reconciling *self, uint32_t *parent)
{
    bina_text_map first = {0};
    bina_status status = BINA_OK;

    for (uint32_t c = 0; status == BINA_OK && c < self->rows.clusters; c++) {
        const size_t *members;
        size_t count = bina_reconciling_members(self, c, &members);
        bina_survivor nik;
        int64_t *found;
        bina_survive(self->policy, &self->rows, members, count, BINA_SOURCE_RECORD_NIK, &nik);
        if (nik.row == SIZE_MAX)
            continue;
        found = bina_text_map_add(
            &first, bina_record_text(self->rows.rows[nik.row].record, BINA_SOURCE_RECORD_NIK), c,
            NULL);
        if (found == NULL)
            status = BINA_ERR_NO_MEMORY;
        else
            unite(parent, (uint32_t)*found, c);
    }
    bina_text_map_drop(&first);
    return status;
}

static void
unite_by_verdict(bina_reconciling *self, uint32_t *parent)
{
    for (size_t i = 0; i < self->pairs.count; i++) {
        const bina_record *pair = self->pairs.lines[i].record;
        const char *verdict = bina_record_text(pair, BINA_PAIR_VERDICT);
        size_t a, b;
        if (verdict == NULL || strcmp(verdict, "same_owner") != 0)
            continue;
        a = bina_source_rows_find(&self->rows, bina_record_int(pair, BINA_PAIR_FIRST));
        b = bina_source_rows_find(&self->rows, bina_record_int(pair, BINA_PAIR_SECOND));
        if (a != SIZE_MAX && b != SIZE_MAX && self->rows.rows[a].cluster != BINA_NO_CLUSTER &&
            self->rows.rows[b].cluster != BINA_NO_CLUSTER)
            unite(parent, self->rows.rows[a].cluster, self->rows.rows[b].cluster);
    }
}

/* Numbers the owners of which a name is known, and sorts rows by owner. */
static bina_status
number_owners(bina_reconciling *self, uint32_t *parent)
{
    uint32_t *number = calloc(self->rows.clusters + 1, sizeof *number);
    bool *named = calloc(self->rows.clusters + 1, sizeof *named);
    size_t *next = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (number == NULL || named == NULL)
        goto out;
    for (size_t i = 0; i < self->rows.count; i++)
        if (self->rows.rows[i].cluster != BINA_NO_CLUSTER &&
            bina_record_text(self->rows.rows[i].record, BINA_SOURCE_RECORD_OWNER_NAME) != NULL)
            named[root_of(parent, self->rows.rows[i].cluster)] = true;
    self->owners = 0;
    for (uint32_t c = 0; c < self->rows.clusters; c++) {
        uint32_t root = root_of(parent, c);
        if (root == c)
            number[c] = named[c] ? (uint32_t)self->owners++ : BINA_NO_CLUSTER;
        self->standing[c].owner = number[root];
    }
    self->owner_start = calloc(self->owners + 2, sizeof *self->owner_start);
    self->owner_members = calloc(self->rows.count + 1, sizeof *self->owner_members);
    self->person = calloc(self->owners + 1, sizeof *self->person);
    next = calloc(self->owners + 1, sizeof *next);
    if (self->owner_start == NULL || self->owner_members == NULL || self->person == NULL ||
        next == NULL)
        goto out;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < self->rows.count; i++) {
            uint32_t cluster = self->rows.rows[i].cluster;
            uint32_t owner =
                cluster != BINA_NO_CLUSTER ? self->standing[cluster].owner : BINA_NO_CLUSTER;
            if (owner == BINA_NO_CLUSTER)
                continue;
            if (pass == 0)
                self->owner_start[owner + 1]++;
            else
                self->owner_members[self->owner_start[owner] + next[owner]++] = i;
        }
        for (size_t o = 0; pass == 0 && o < self->owners; o++)
            self->owner_start[o + 1] += self->owner_start[o];
    }
    status = BINA_OK;

out:
    free(number);
    free(named);
    free(next);
    return status;
}

static size_t
owner_rows(const bina_reconciling *self, size_t owner, const size_t **members)
{
    *members = self->owner_members + self->owner_start[owner];
    return self->owner_start[owner + 1] - self->owner_start[owner];
}

static const char *
owner_nik(const bina_reconciling *self, size_t owner)
{
    const size_t *members;
    size_t count = owner_rows(self, owner, &members);
    bina_survivor nik;

    bina_survive(self->policy, &self->rows, members, count, BINA_SOURCE_RECORD_NIK, &nik);
    return nik.row != SIZE_MAX
               ? bina_record_text(self->rows.rows[nik.row].record, BINA_SOURCE_RECORD_NIK)
               : NULL;
}

/* The tie between a registrant and its owner that is ours to keep in line: its oldest open one. */
static const bina_record *
find_tie(const bina_reconciling *self, bina_id registrant)
{
    bool group = bina_id_kind(registrant) == BINA_GROUP;
    size_t count;
    const bina_ledger_line *line =
        bina_ledger_find(group ? &self->memberships : &self->ownerships, registrant, &count);

    for (size_t i = 0; i < count; i++) {
        const bina_record *tie = line[i].record;
        const char *role =
            bina_record_text(tie, group ? BINA_MEMBERSHIP_ROLE : BINA_OWNERSHIP_ROLE);
        bina_value until =
            bina_record_get(tie, group ? BINA_MEMBERSHIP_VALID_TO : BINA_OWNERSHIP_VALID_TO);
        bina_id party = bina_record_int(tie, group ? BINA_MEMBERSHIP_MEMBER : BINA_OWNERSHIP_PARTY);
        if (role != NULL && strcmp(role, group ? "chair" : "owner") == 0 &&
            until.type == BINA_NULL && bina_id_kind(party) == BINA_PERSON)
            return tie;
    }
    return NULL;
}

static bina_id
tied_person(const bina_reconciling *self, bina_id registrant)
{
    const bina_record *tie = find_tie(self, registrant);

    if (tie == NULL)
        return 0;
    return bina_record_int(tie, bina_id_kind(registrant) == BINA_GROUP ? BINA_MEMBERSHIP_MEMBER
                                                                       : BINA_OWNERSHIP_PARTY);
}

typedef struct voters {
    uint32_t *cluster;
    bina_id *party;
    size_t count;
} voters;

/* A person with another NIK than the owner is somebody else: husband and wife, say. */
static void
add_voter(bina_reconciling *self, voters *to, uint32_t owner, bina_id person)
{
    size_t at = bina_settlement_find(&self->persons, person);
    const bina_record *record = bina_ledger_get(&self->parties, person);
    const char *nik, *wanted;

    if (owner == BINA_NO_CLUSTER || at == SIZE_MAX || record == NULL)
        return;
    nik = bina_record_text(record, BINA_PERSON_NIK);
    wanted = owner_nik(self, owner);
    if (nik != NULL && wanted != NULL) {
        if (strcmp(nik, wanted) != 0)
            return;
        self->persons.claimants[at].first = true;
    }
    to->cluster[to->count] = owner;
    to->party[to->count++] = person;
}

static void
add_voters(bina_reconciling *self, voters *to)
{
    const bina_settlement *registrants = &self->registrants;

    for (size_t i = 0; i < registrants->claimant_count; i++) {
        const bina_claimant *claimant = &registrants->claimants[i];
        if (claimant->cluster != UINT32_MAX)
            add_voter(self, to, self->standing[claimant->cluster].owner,
                      tied_person(self, claimant->id));
    }
    for (size_t c = 0; c < registrants->clusters; c++) {
        size_t keep = registrants->keep[c];
        if (keep != SIZE_MAX && registrants->claimants[keep].cluster == UINT32_MAX)
            add_voter(self, to, self->standing[c].owner,
                      tied_person(self, registrants->claimants[keep].id));
    }
    for (uint32_t o = 0; o < self->owners; o++) {
        const char *nik = owner_nik(self, o);
        const int64_t *bearer = nik != NULL ? bina_text_map_find(&self->niks, nik) : NULL;
        if (bearer != NULL && *bearer > 0)
            add_voter(self, to, o, *bearer);
    }
}

bina_status
bina_owners_settle(bina_reconciling *self)
{
    uint32_t *parent = calloc(self->rows.clusters + 1, sizeof *parent);
    voters all = {NULL, NULL, 0};
    bina_status status = parent != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    size_t room;

    for (uint32_t c = 0; parent != NULL && c < self->rows.clusters; c++)
        parent[c] = c;
    if (status == BINA_OK)
        status = unite_by_nik(self, parent);
    if (status == BINA_OK) {
        unite_by_verdict(self, parent);
        status = number_owners(self, parent);
    }
    if (status != BINA_OK)
        goto out;
    room = self->registrants.claimant_count + self->registrants.clusters + self->owners + 1;
    all.cluster = calloc(room, sizeof *all.cluster);
    all.party = calloc(room, sizeof *all.party);
    self->persons.claimants = calloc(self->parties.count + 1, sizeof *self->persons.claimants);
    if (all.cluster == NULL || all.party == NULL || self->persons.claimants == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    for (size_t i = 0; i < self->parties.count; i++) {
        bina_claimant *claimant = &self->persons.claimants[self->persons.claimant_count];
        if (bina_id_kind(self->parties.lines[i].id) != BINA_PERSON)
            continue;
        claimant->id = self->parties.lines[i].id;
        claimant->into = bina_record_int(self->parties.lines[i].record, BINA_PERSON_MERGED_INTO);
        self->persons.claimant_count++;
    }
    add_voters(self, &all);
    self->persons.members = all.count;
    self->persons.clusters = self->owners;
    self->persons.cluster = all.cluster;
    self->persons.party = all.party;
    status = bina_settle(&self->persons);
    self->persons.cluster = NULL;
    self->persons.party = NULL;

out:
    free(all.cluster);
    free(all.party);
    free(parent);
    return status;
}

static const bina_record *
survivor_row(const bina_reconciling *self, const size_t *members, size_t count, int field)
{
    bina_survivor survivor;

    bina_survive(self->policy, &self->rows, members, count, field, &survivor);
    return survivor.row != SIZE_MAX ? self->rows.rows[survivor.row].record : NULL;
}

static bina_value
surviving(const bina_reconciling *self, const size_t *members, size_t count, int field)
{
    const bina_record *row = survivor_row(self, members, count, field);

    return row != NULL ? bina_record_get(row, field) : bina_null();
}

/* The seventh digit of a woman's NIK is 4 or more: 40 is added to the day of birth. */
static bina_value
sex_of(bina_value given, const char *nik)
{
    if (given.type != BINA_NULL || nik == NULL || strlen(nik) != 16)
        return given;
    return bina_text(nik[6] >= '4' ? "female" : "male");
}

bina_status
bina_owner_write(bina_reconciling *self, size_t owner)
{
    size_t keep = self->persons.keep[owner];
    const size_t *members;
    size_t count = owner_rows(self, owner, &members);
    const bina_record *named = survivor_row(self, members, count, BINA_SOURCE_RECORD_OWNER_NAME);
    const char *nik = owner_nik(self, owner);
    bina_changes changes;
    bina_person_name name;
    bina_status status;
    bool ours = false;

    status = bina_changes_start(
        &changes, BINA_PERSON,
        keep != SIZE_MAX ? bina_ledger_get(&self->parties, self->persons.claimants[keep].id) : NULL,
        &self->hands);
    if (status != BINA_OK)
        return status;
    if (named != NULL) {
        bina_person_name_split(bina_record_text(named, BINA_SOURCE_RECORD_OWNER_NAME), &name);
        bina_changes_set(&changes, BINA_PERSON_NAME, bina_text(name.name));
        bina_changes_set(&changes, BINA_PERSON_TITLES,
                         bina_text(name.titles[0] != '\0' ? name.titles : NULL));
    }
    if (nik != NULL) {
        int64_t id = changes.was != NULL ? bina_record_id(changes.was) : -(int64_t)owner - 1;
        int64_t *bearer = bina_text_map_add(&self->niks, nik, id, NULL);
        ours = bearer != NULL && *bearer == id;
        if (bearer == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    if (nik == NULL || ours)
        bina_changes_set(&changes, BINA_PERSON_NIK, bina_text(nik));
    bina_changes_set(&changes, BINA_PERSON_SEX,
                     sex_of(surviving(self, members, count, BINA_SOURCE_RECORD_SEX), nik));
    bina_changes_set(&changes, BINA_PERSON_BORN,
                     surviving(self, members, count, BINA_SOURCE_RECORD_BORN));
    bina_changes_set(&changes, BINA_PERSON_MERGED_INTO, bina_null());
    if (status == BINA_OK)
        status = bina_changes_write(&changes, self->store, &self->person[owner]);
    else
        bina_record_free(changes.record);
    if (keep != SIZE_MAX)
        self->persons.claimants[keep].into = 0;
    return status;
}

bina_status
bina_owners_merge(bina_reconciling *self)
{
    bina_settlement *persons = &self->persons;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < persons->claimant_count && status == BINA_OK; i++) {
        bina_claimant *claimant = &persons->claimants[i];
        bina_changes changes;
        size_t into;
        bina_id id;
        if (claimant->cluster == UINT32_MAX || persons->keep[claimant->cluster] == i)
            continue;
        into = claimant->into != 0 ? bina_settlement_find(persons, claimant->into) : SIZE_MAX;
        if (into != SIZE_MAX && (into == persons->keep[claimant->cluster] ||
                                 persons->claimants[into].cluster == claimant->cluster))
            continue;
        claimant->into = self->person[claimant->cluster];
        status = bina_changes_start(&changes, BINA_PERSON,
                                    bina_ledger_get(&self->parties, claimant->id), NULL);
        if (status != BINA_OK)
            break;
        bina_changes_set(&changes, BINA_PERSON_MERGED_INTO,
                         bina_integer_of(BINA_REF, claimant->into));
        status = bina_changes_write(&changes, self->store, &id);
    }
    return status;
}

bina_status
bina_tie_write(bina_reconciling *self, size_t cluster)
{
    const bina_standing *standing = &self->standing[cluster];
    const bina_record *tie;
    int kind = standing->group ? BINA_MEMBERSHIP : BINA_OWNERSHIP;
    bina_changes changes;
    bina_status status;
    bina_id person, id;
    size_t at;

    if (standing->owner == BINA_NO_CLUSTER || standing->id == 0)
        return BINA_OK;
    person = self->person[standing->owner];
    tie = find_tie(self, standing->id);
    at = tie != NULL ? bina_settlement_resolve(&self->persons, tied_person(self, standing->id))
                     : SIZE_MAX;
    if (at != SIZE_MAX && self->persons.claimants[at].id == person)
        return BINA_OK;
    status = bina_changes_start(&changes, kind, tie, NULL);
    if (status != BINA_OK)
        return status;
    bina_changes_set(&changes, standing->group ? BINA_MEMBERSHIP_MEMBER : BINA_OWNERSHIP_PARTY,
                     bina_integer_of(BINA_REF, person));
    bina_changes_set(&changes,
                     standing->group ? BINA_MEMBERSHIP_MEMBER_OF : BINA_OWNERSHIP_ENTERPRISE,
                     bina_integer_of(BINA_REF, standing->id));
    bina_changes_set(&changes, standing->group ? BINA_MEMBERSHIP_ROLE : BINA_OWNERSHIP_ROLE,
                     bina_text(standing->group ? "chair" : "owner"));
    if (tie != NULL)
        return bina_changes_write(&changes, self->store, &id);
    status = bina_rows_add(standing->group ? self->new_memberships : self->new_ownerships,
                           changes.record);
    bina_record_free(changes.record);
    return status;
}
