/*
 * Who owns an enterprise, and who leads and belongs to a group. A tie people wrote is left alone;
 * of ours, one that came of rows held together by mistake goes, and one to an owner whom no row
 * names any more ends on the day the newest row speaks of: that is history.
 */
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "linkage/standardise.h"
#include "register/reconciling.h"

/* A tie there should be. */
typedef struct wanted_tie {
    bina_id party;
    uint32_t person; /* the one found; BINA_NO_CLUSTER: an enterprise, member of a group */
    const char *role;
    int64_t from, until; /* 0: not known, or not ended */
    bool found;
} wanted_tie;

typedef struct wanted_ties {
    wanted_tie *items;
    size_t count, capacity;
} wanted_ties;

/* The slots of the two kinds of ties. */
typedef struct tie_kind {
    int kind, party, thing, role, from, until;
} tie_kind;

static const tie_kind kinds[2] = {
    {BINA_OWNERSHIP, BINA_OWNERSHIP_PARTY, BINA_OWNERSHIP_ENTERPRISE, BINA_OWNERSHIP_ROLE,
     BINA_OWNERSHIP_VALID_FROM, BINA_OWNERSHIP_VALID_TO},
    {BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER, BINA_MEMBERSHIP_MEMBER_OF, BINA_MEMBERSHIP_ROLE,
     BINA_MEMBERSHIP_VALID_FROM, BINA_MEMBERSHIP_VALID_TO},
};

static wanted_tie *
want(wanted_ties *self, bina_id party, uint32_t person, const char *role)
{
    wanted_tie *tie;

    for (size_t i = 0; i < self->count; i++)
        if (self->items[i].party == party)
            return &self->items[i];
    if (!bina_vector_reserve(&self->items, &self->capacity, self->count + 1, sizeof *self->items))
        return NULL;
    tie = &self->items[self->count++];
    memset(tie, 0, sizeof *tie);
    tie->party = party;
    tie->person = person;
    tie->role = role;
    return tie;
}

/* The person that leads: whom the newest row names. */
static uint32_t
leader_of(const bina_reconciling *self, const size_t *members, size_t count)
{
    bina_survivor survivor;

    bina_survive(self->policy, &self->rows, members, count, BINA_SOURCE_RECORD_OWNER_NAME,
                 &survivor);
    return survivor.row != SIZE_MAX ? bina_people_of(&self->people, survivor.row) : BINA_NO_CLUSTER;
}

static bina_status
want_persons(bina_reconciling *self, size_t cluster, wanted_ties *wanted)
{
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);
    bool group = self->standing[cluster].group;
    uint32_t leader = group ? leader_of(self, members, count) : BINA_NO_CLUSTER;

    for (size_t i = 0; i < count; i++) {
        uint32_t person = bina_people_of(&self->people, members[i]);
        if (person != BINA_NO_CLUSTER && want(wanted, self->person[person], person,
                                              !group             ? "owner"
                                              : person == leader ? "chair"
                                                                 : "member") == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

static wanted_tie *
find_wanted(wanted_ties *wanted, uint32_t person)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (wanted->items[i].person == person)
            return &wanted->items[i];
    return NULL;
}

/* The dead do not own: whoever else is named took over, on the day of the newest row. */
static void
end_of_the_dead(bina_reconciling *self, size_t cluster, wanted_ties *wanted)
{
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);

    for (size_t i = 0; i < count && wanted->count > 1; i++) {
        size_t mention = self->people.of_row[members[i]];
        wanted_tie *tie;
        int64_t day = self->rows.rows[members[i]].list_date;
        if (mention == SIZE_MAX ||
            (self->people.mentions[mention].flags & BINA_STANDARD_DECEASED) == 0)
            continue;
        tie = find_wanted(wanted, self->people.person[mention]);
        if (tie != NULL && (tie->until == 0 || day < tie->until))
            tie->until = day;
    }
}

/* What verdicts say of owners: one row's is succeeded by the other's. */
static void
succeed(bina_reconciling *self, size_t cluster, wanted_ties *wanted)
{
    for (size_t i = 0; i < self->successions_count; i++) {
        size_t first = self->successions[i][0], second = self->successions[i][1];
        const bina_source_row *rows = self->rows.rows;
        wanted_tie *late, *heir;
        if (rows[first].cluster != cluster || rows[second].cluster != cluster)
            continue;
        late = find_wanted(wanted, bina_people_of(&self->people, first));
        heir = find_wanted(wanted, bina_people_of(&self->people, second));
        if (late == NULL || heir == NULL || late == heir)
            continue;
        heir->role = "heir";
        heir->from = rows[second].list_date;
        late->until = heir->from - (rows[first].list_date < heir->from);
    }
}

/* Those whom verdicts call members of a group. */
static bina_status
want_members(bina_reconciling *self, size_t cluster, wanted_ties *wanted)
{
    for (size_t i = 0; i < self->memberships_said_count; i++) {
        const bina_source_row *group = &self->rows.rows[self->memberships_said[i][0]];
        const bina_source_row *member = &self->rows.rows[self->memberships_said[i][1]];
        uint32_t person = BINA_NO_CLUSTER;
        bina_id party;
        if (group->cluster != cluster)
            continue;
        if (member->person) {
            person = bina_people_of(&self->people, self->memberships_said[i][1]);
            party = person != BINA_NO_CLUSTER ? self->person[person] : 0;
        } else {
            party = self->standing[member->cluster].id;
        }
        if (party != 0 && want(wanted, party, person, "member") == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

/* The row of the successor: as the verdict said, else the newer one. */
static size_t
heir_of(const bina_source_row *rows, size_t a, size_t b, bina_id said)
{
    if (said != 0)
        return rows[a].id == said ? a : b;
    return rows[a].list_date > rows[b].list_date ? a : b;
}

bina_status
bina_ties_prepare(bina_reconciling *self)
{
    self->successions = calloc(self->pairs.count + 1, sizeof *self->successions);
    self->memberships_said = calloc(self->pairs.count + 1, sizeof *self->memberships_said);
    if (self->successions == NULL || self->memberships_said == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < self->pairs.count; i++) {
        const bina_record *pair = self->pairs.lines[i].record;
        const char *verdict = bina_record_text(pair, BINA_PAIR_VERDICT);
        size_t a = bina_source_rows_find(&self->rows, bina_record_int(pair, BINA_PAIR_FIRST));
        size_t b = bina_source_rows_find(&self->rows, bina_record_int(pair, BINA_PAIR_SECOND));
        bool groups[2];
        if (verdict == NULL || a == SIZE_MAX || b == SIZE_MAX)
            continue;
        if (strcmp(verdict, "successor_of") == 0) {
            size_t heir = heir_of(self->rows.rows, a, b, bina_record_int(pair, BINA_PAIR_SUBJECT));
            self->successions[self->successions_count][0] = heir == a ? b : a;
            self->successions[self->successions_count++][1] = heir;
        }
        if (strcmp(verdict, "member_of") != 0)
            continue;
        for (int k = 0; k < 2; k++) {
            const bina_source_row *row = &self->rows.rows[k == 0 ? a : b];
            groups[k] = row->cluster != BINA_NO_CLUSTER && self->standing[row->cluster].group;
        }
        /* One is the group; of two groups, or none, nobody can tell who belongs to whom. */
        if (groups[0] != groups[1]) {
            self->memberships_said[self->memberships_said_count][0] = groups[0] ? a : b;
            self->memberships_said[self->memberships_said_count++][1] = groups[0] ? b : a;
        }
    }
    return BINA_OK;
}

static bina_value
day_or_null(int64_t day)
{
    return day != 0 ? bina_integer_of(BINA_DATE, day) : bina_null();
}

static bina_status
write_tie(bina_reconciling *self, const tie_kind *of, const wanted_tie *tie, bina_id thing,
          const bina_record *was)
{
    bina_changes changes;
    bina_status status = bina_changes_start(&changes, of->kind, was, &self->hands);
    bina_id id;

    if (status != BINA_OK)
        return status;
    if (was == NULL) {
        bina_changes_set(&changes, of->party, bina_integer_of(BINA_REF, tie->party));
        bina_changes_set(&changes, of->thing, bina_integer_of(BINA_REF, thing));
    }
    /* What somebody wrote of a tie, in whichever of its fields, stays as a whole. */
    if (was == NULL || !bina_hands_touched(&self->hands, bina_record_id(was))) {
        const char *role = was != NULL ? bina_record_text(was, of->role) : NULL;
        bina_changes_set(&changes, of->role, bina_text(tie->role));
        /* The first day outlives the file that told it; not the verdict. */
        if (tie->from != 0 || role == NULL || strcmp(role, tie->role) != 0)
            bina_changes_set(&changes, of->from, day_or_null(tie->from));
        bina_changes_set(&changes, of->until, day_or_null(tie->until));
    }
    if (was != NULL)
        return bina_changes_write(&changes, self->store, &id);
    status = bina_rows_add(
        of->kind == BINA_MEMBERSHIP ? self->new_memberships : self->new_ownerships, changes.record);
    bina_record_free(changes.record);
    return status;
}

/* The wanted tie that an existing one is. */
static wanted_tie *
match_tie(const bina_reconciling *self, const tie_kind *kind, wanted_ties *wanted,
          const bina_record *was)
{
    bina_id party = bina_record_int(was, kind->party);
    const char *role = bina_record_text(was, kind->role);
    bool person = bina_id_kind(party) == BINA_PERSON;
    const bina_settlement *of = person ? &self->persons : &self->registrants;
    size_t at = bina_settlement_find(of, party);
    size_t root = bina_settlement_resolve(of, party);
    bina_id standing = root != SIZE_MAX ? of->claimants[root].id : party;

    if (role != NULL && strcmp(role, "manager") == 0)
        return NULL; /* no row says that */
    for (size_t i = 0; i < wanted->count; i++) {
        wanted_tie *tie = &wanted->items[i];
        if (tie->party == party || tie->party == standing ||
            (person && tie->person != BINA_NO_CLUSTER && at != SIZE_MAX &&
             of->claimants[at].cluster == tie->person))
            return tie;
    }
    return NULL;
}

/* Whether rows that stood for a registrant and name a person are now another's. */
static bool
was_taken_away(const bina_reconciling *self, bina_id party, size_t cluster)
{
    size_t at = bina_settlement_find(&self->persons, party);
    uint32_t person = at != SIZE_MAX ? self->persons.claimants[at].cluster : UINT32_MAX;

    if (person == UINT32_MAX)
        return false;
    if (self->partial)
        return true;
    for (size_t i = self->owner_start[person]; i < self->owner_start[person + 1]; i++) {
        size_t row = self->owner_members[i];
        if (self->stood_for[row] == self->standing[cluster].id &&
            self->rows.rows[row].cluster != cluster)
            return true;
    }
    return false;
}

static int64_t
newest_day(const bina_reconciling *self, size_t cluster)
{
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);
    int64_t day = INT64_MIN;

    for (size_t i = 0; i < count; i++)
        if (self->rows.rows[members[i]].present && self->rows.rows[members[i]].list_date > day)
            day = self->rows.rows[members[i]].list_date;
    return day;
}

/* A tie of ours that no row speaks for. */
static bina_status
let_go(bina_reconciling *self, const tie_kind *of, const bina_record *tie, size_t cluster,
       int64_t *ended)
{
    bina_id party = bina_record_int(tie, of->party);
    bina_changes changes;
    bina_status status;
    bina_id id;

    if (bina_hands_touched(&self->hands, bina_record_id(tie)))
        return BINA_OK;
    if (bina_id_kind(party) != BINA_PERSON || was_taken_away(self, party, cluster))
        return bina_store_remove(self->store, bina_record_id(tie));
    if (self->partial || bina_record_get(tie, of->until).type != BINA_NULL ||
        newest_day(self, cluster) == INT64_MIN)
        return BINA_OK;
    status = bina_changes_start(&changes, of->kind, tie, &self->hands);
    if (status != BINA_OK)
        return status;
    *ended = newest_day(self, cluster) - 1;
    bina_changes_set(&changes, of->until, bina_integer_of(BINA_DATE, *ended));
    return bina_changes_write(&changes, self->store, &id);
}

/* Whether a tie to a person stands although the rows name no person at all. */
static bool
names_nobody(const wanted_ties *wanted, const bina_record *tie, const tie_kind *of)
{
    if (bina_id_kind(bina_record_int(tie, of->party)) != BINA_PERSON)
        return false;
    for (size_t i = 0; i < wanted->count; i++)
        if (wanted->items[i].person != BINA_NO_CLUSTER)
            return false;
    return true;
}

bina_status
bina_ties_write(bina_reconciling *self, size_t cluster)
{
    const bina_standing *standing = &self->standing[cluster];
    const tie_kind *of = &kinds[standing->group];
    const bina_ledger_line *line;
    wanted_ties wanted = {NULL, 0, 0};
    int64_t ended = 0;
    bina_status status;
    size_t count;

    if (standing->id == 0)
        return BINA_OK;
    status = want_persons(self, cluster, &wanted);
    if (status == BINA_OK && !standing->group) {
        end_of_the_dead(self, cluster, &wanted);
        succeed(self, cluster, &wanted);
    } else if (status == BINA_OK) {
        status = want_members(self, cluster, &wanted);
    }
    line = bina_ledger_find(standing->group ? &self->memberships : &self->ownerships, standing->id,
                            &count);
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        wanted_tie *tie = match_tie(self, of, &wanted, line[i].record);
        if (tie == NULL && names_nobody(&wanted, line[i].record, of))
            continue; /* an empty cell does not disown */
        if (tie == NULL) {
            status = let_go(self, of, line[i].record, cluster, &ended);
        } else if (!tie->found) {
            tie->found = true;
            status = write_tie(self, of, tie, standing->id, line[i].record);
        }
    }
    for (size_t i = 0; i < wanted.count && status == BINA_OK; i++) {
        if (wanted.items[i].found)
            continue;
        if (ended != 0 && wanted.items[i].from == 0)
            wanted.items[i].from = ended + 1; /* who took over */
        status = write_tie(self, of, &wanted.items[i], standing->id, NULL);
    }
    free(wanted.items);
    return status;
}
