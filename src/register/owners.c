/*
 * Which person of the register stands for which person found in the rows: whoever the enterprises
 * and rows were tied to before, as long as the name or the number still speaks for it. An owner who
 * is now somebody else is not renamed.
 */
#include <stdlib.h>
#include <string.h>
#include "linkage/standardise.h"
#include "register/reconciling.h"

/* Rows by the person they name. */
static bina_status
sort_rows(bina_reconciling *self)
{
    size_t persons = self->people.persons;
    size_t *next = calloc(persons + 1, sizeof *next);
    bina_status status = BINA_ERR_NO_MEMORY;

    self->owner_start = calloc(persons + 2, sizeof *self->owner_start);
    self->owner_members = calloc(self->rows.count + 1, sizeof *self->owner_members);
    self->person = calloc(persons + 1, sizeof *self->person);
    if (self->owner_start == NULL || self->owner_members == NULL || self->person == NULL ||
        next == NULL)
        goto out;
    for (size_t i = 0; i < self->people.count; i++)
        self->owner_start[self->people.person[i] + 1]++;
    for (size_t p = 0; p < persons; p++)
        self->owner_start[p + 1] += self->owner_start[p];
    for (size_t i = 0; i < self->people.count; i++) {
        uint32_t person = self->people.person[i];
        self->owner_members[self->owner_start[person] + next[person]++] =
            self->people.mentions[i].row;
    }
    status = BINA_OK;

out:
    free(next);
    return status;
}

/*
 * How well a mention fits a person of the register; less than 0: not at all. Of namesakes who own
 * one business, whoever has no number either and was born on that day is the one: else each
 * reconciling would take another.
 */
static double
fit(const bina_mention *mention, const bina_mention *person)
{
    double likeness = bina_mention_likeness(mention, person) +
                      ((mention->nik == NULL) == (person->nik == NULL) ? 0.01 : 0) +
                      (mention->born != 0 && mention->born == person->born ? 0.005 : 0);

    switch (bina_mention_niks(mention, person)) {
    case BINA_NIK_SAME:
        return 3 + likeness;
    case BINA_NIK_SLIP:
        return bina_mention_same_owner(mention, person) ? 1 + likeness : -1;
    default:
        return bina_mention_same_owner(mention, person) ? likeness : -1;
    }
}

/* Votes for who stands for which person found. */
typedef struct voters {
    uint32_t *cluster;
    bina_id *party;
    size_t count, room;
} voters;

static void
vote(bina_reconciling *self, voters *to, uint32_t found, bina_id person)
{
    if (found == BINA_NO_CLUSTER || to->count == to->room ||
        bina_settlement_find(&self->persons, person) == SIZE_MAX)
        return;
    to->cluster[to->count] = found;
    to->party[to->count++] = person;
}

/* The mention among rows that fits a person best; SIZE_MAX: none. */
static size_t
best_mention(const bina_reconciling *self, const size_t *rows, size_t count,
             const bina_mention *person)
{
    size_t best = SIZE_MAX;
    double most = -1;

    for (size_t i = 0; i < count; i++) {
        size_t mention = self->people.of_row[rows[i]];
        double fits = mention != SIZE_MAX ? fit(&self->people.mentions[mention], person) : -1;
        if (fits > most) {
            most = fits;
            best = mention;
        }
    }
    return best;
}

/* The persons tied to a registrant, one after another from `n` on; 0 when there are no more. */
static bina_id
tied_person(const bina_reconciling *self, bina_id registrant, size_t *n)
{
    bool group = bina_id_kind(registrant) == BINA_GROUP;
    size_t count;
    const bina_ledger_line *line =
        bina_ledger_find(group ? &self->memberships : &self->ownerships, registrant, &count);

    while (*n < count) {
        bina_id party =
            bina_record_int(line[*n].record, group ? BINA_MEMBERSHIP_MEMBER : BINA_OWNERSHIP_PARTY);
        ++*n;
        if (bina_id_kind(party) == BINA_PERSON)
            return party;
    }
    return 0;
}

/* Those tied to a registrant vote for whom its rows name. */
static bina_status
ties_vote(bina_reconciling *self, voters *to, bina_id registrant, size_t cluster)
{
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members), n = 0;
    bina_id party;

    while ((party = tied_person(self, registrant, &n)) != 0) {
        const bina_record *record = bina_ledger_get(&self->parties, party);
        bina_mention person;
        size_t best;
        if (record == NULL)
            continue;
        if (!bina_mention_of_person(&person, record)) {
            bina_mention_drop(&person);
            return BINA_ERR_NO_MEMORY;
        }
        best = best_mention(self, members, count, &person);
        bina_mention_drop(&person);
        if (best == SIZE_MAX)
            continue;
        vote(self, to, self->people.person[best], party);
    }
    return BINA_OK;
}

/* So do whom rows about persons stood for, and who bears a number. */
static bina_status
rows_vote(bina_reconciling *self, voters *to)
{
    for (size_t i = 0; i < self->people.count; i++) {
        const bina_mention *mention = &self->people.mentions[i];
        const bina_source_row *row = &self->rows.rows[mention->row];
        const bina_record *record = row->person && bina_id_kind(row->party) == BINA_PERSON
                                        ? bina_ledger_get(&self->parties, row->party)
                                        : NULL;
        const int64_t *bearer =
            mention->nik != NULL ? bina_text_map_find(&self->niks, mention->nik) : NULL;
        if (record != NULL) {
            bina_mention person;
            bool known = bina_mention_of_person(&person, record);
            if (known && fit(mention, &person) >= 0)
                vote(self, to, self->people.person[i], row->party);
            bina_mention_drop(&person);
            if (!known)
                return BINA_ERR_NO_MEMORY;
        }
        if (bearer != NULL && *bearer > 0) {
            size_t at = bina_settlement_find(&self->persons, *bearer);
            vote(self, to, self->people.person[i], *bearer);
            if (at != SIZE_MAX)
                self->persons.claimants[at].first = true;
        }
    }
    return BINA_OK;
}

static bina_status
count_votes(bina_reconciling *self, voters *to)
{
    const bina_settlement *registrants = &self->registrants;
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < registrants->claimant_count; i++) {
        const bina_claimant *claimant = &registrants->claimants[i];
        if (claimant->cluster != UINT32_MAX)
            status = ties_vote(self, to, claimant->id, claimant->cluster);
    }
    for (size_t c = 0; status == BINA_OK && c < registrants->clusters; c++) {
        size_t keep = registrants->keep[c];
        if (keep != SIZE_MAX && registrants->claimants[keep].cluster == UINT32_MAX)
            status = ties_vote(self, to, registrants->claimants[keep].id, c);
    }
    return status == BINA_OK ? rows_vote(self, to) : status;
}

/* Whom a person was merged into, at the end. */
static bina_id
standing_person(const bina_reconciling *self, bina_id person)
{
    const bina_record *record = bina_ledger_get(&self->parties, person);

    for (size_t steps = 0; record != NULL && steps <= self->parties.count; steps++) {
        bina_id into = bina_record_int(record, BINA_PERSON_MERGED_INTO);
        if (into == 0)
            break;
        person = into;
        record = bina_ledger_get(&self->parties, person);
    }
    return person;
}

/* Of each mention, whom the register ties it to; for persons to be left as they are. */
static bina_status
find_tied(bina_reconciling *self, bina_id *tied)
{
    for (size_t i = 0; i < self->people.count; i++) {
        const bina_mention *mention = &self->people.mentions[i];
        const bina_source_row *row = &self->rows.rows[mention->row];
        double most = -1;
        bina_id party;
        size_t n = 0;
        if (row->person && bina_id_kind(row->party) != BINA_PERSON)
            continue; /* it was an enterprise to an earlier reading */
        if (row->person) {
            tied[i] = standing_person(self, row->party);
            continue;
        }
        while (row->party != 0 && (party = tied_person(self, row->party, &n)) != 0) {
            const bina_record *record = bina_ledger_get(&self->parties, party);
            bina_mention person;
            double fits;
            if (record == NULL)
                continue;
            if (!bina_mention_of_person(&person, record)) {
                bina_mention_drop(&person);
                return BINA_ERR_NO_MEMORY;
            }
            fits = fit(mention, &person);
            bina_mention_drop(&person);
            if (fits > most) {
                most = fits;
                tied[i] = standing_person(self, party);
            }
        }
    }
    return BINA_OK;
}

static bina_status
find_people(bina_reconciling *self)
{
    bina_id *tied = NULL;
    bina_status status = bina_people_read(&self->people, &self->rows);

    if (status == BINA_OK && self->partial) {
        tied = calloc(self->people.count + 1, sizeof *tied);
        status = tied != NULL ? find_tied(self, tied) : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK)
        status = bina_people_find(&self->people, &self->rows, self->members, self->start,
                                  &self->pairs, tied);
    free(tied);
    return status == BINA_OK ? sort_rows(self) : status;
}

bina_status
bina_owners_settle(bina_reconciling *self)
{
    voters all = {NULL, NULL, 0, 0};
    bina_status status = find_people(self);

    if (status != BINA_OK)
        return status;
    all.room = self->ownerships.count + self->memberships.count + 2 * self->people.count + 1;
    all.cluster = calloc(all.room, sizeof *all.cluster);
    all.party = calloc(all.room, sizeof *all.party);
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
    status = count_votes(self, &all);
    self->persons.members = all.count;
    self->persons.clusters = self->people.persons;
    self->persons.cluster = all.cluster;
    self->persons.party = all.party;
    if (status == BINA_OK)
        status = bina_settle(&self->persons);
    self->persons.cluster = NULL;
    self->persons.party = NULL;

out:
    free(all.cluster);
    free(all.party);
    return status;
}
