/* The content of persons, from all rows that name them. */
#include <string.h>
#include "linkage/standardise.h"
#include "register/person_name.h"
#include "register/reconciling.h"

static size_t
owner_rows(const bina_reconciling *self, size_t owner, const size_t **members)
{
    *members = self->owner_members + self->owner_start[owner];
    return self->owner_start[owner + 1] - self->owner_start[owner];
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

/* The row to take the name from: what people are called ("Pak Budi") gives way to what they bear.
 */
static const bina_record *
name_row(const bina_reconciling *self, const size_t *members, size_t count)
{
    size_t borne[64], n = 0;

    for (size_t i = 0; i < count && n < sizeof borne / sizeof borne[0]; i++) {
        size_t mention = self->people.of_row[members[i]];
        if ((self->people.mentions[mention].flags & BINA_STANDARD_TEKNONYM) == 0)
            borne[n++] = members[i];
    }
    return n > 0 ? survivor_row(self, borne, n, BINA_SOURCE_RECORD_OWNER_NAME)
                 : survivor_row(self, members, count, BINA_SOURCE_RECORD_OWNER_NAME);
}

/* The seventh digit of a woman's NIK is 4 or more: 40 is added to the day of birth. */
static bina_value
sex_of(bina_value given, const char *nik)
{
    if (given.type != BINA_NULL || nik == NULL || strlen(nik) != 16)
        return given;
    return bina_text(nik[6] >= '4' ? "female" : "male");
}

/* Whether a person is named by rows that a merge is about. */
static bool
is_concerned(const bina_reconciling *self, const size_t *members, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (self->rows.rows[members[i]].cluster < self->fixed)
            return true;
    return false;
}

bina_status
bina_owner_write(bina_reconciling *self, size_t owner)
{
    size_t keep = self->persons.keep[owner];
    const size_t *members;
    size_t count = owner_rows(self, owner, &members);
    const bina_record *named = name_row(self, members, count);
    const bina_record *numbered = survivor_row(self, members, count, BINA_SOURCE_RECORD_NIK);
    const char *nik = numbered != NULL ? bina_record_text(numbered, BINA_SOURCE_RECORD_NIK) : NULL;
    bina_changes changes;
    bina_person_name name;
    bina_status status;
    bool ours = false;

    /* Of a neighbour's other owner, not all rows are here. */
    if (self->partial && keep != SIZE_MAX && !is_concerned(self, members, count)) {
        self->person[owner] = self->persons.claimants[keep].id;
        return BINA_OK;
    }
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
bina_rows_point_to_persons(bina_reconciling *self)
{
    bina_record *record = NULL;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < self->people.count && status == BINA_OK; i++) {
        bina_source_row *row = &self->rows.rows[self->people.mentions[i].row];
        uint32_t person = self->people.person[i];
        size_t at = row->party != 0 ? bina_settlement_find(&self->persons, row->party) : SIZE_MAX;
        if (!row->person || row->party == self->person[person] ||
            (at != SIZE_MAX && self->persons.claimants[at].cluster == person))
            continue;
        if (record == NULL)
            record = bina_record_new(BINA_SOURCE_RECORD);
        if (record == NULL)
            return BINA_ERR_NO_MEMORY;
        bina_record_clear(record);
        bina_set_int(record, BINA_SOURCE_RECORD_ID, row->id);
        bina_set_int(record, BINA_SOURCE_RECORD_PARTY, self->person[person]);
        status = bina_store_update(self->store, record);
        row->party = self->person[person];
    }
    bina_record_free(record);
    return status;
}
