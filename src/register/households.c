/*
 * Persons whom a verdict puts under one roof share a household. Whom people or other lists gave one
 * keep it. A verdict taken back moves people out; the household stays, for what may refer to it.
 */
#include <stdlib.h>
#include <string.h>
#include "register/reconciling.h"

typedef struct roof {
    uint32_t *parent; /* of a person found */
    bina_id *home;    /* of a root: the household its people have or get */
    bool *said;       /* of a person: a verdict puts it there */
} roof;

static uint32_t
root_of(const roof *self, uint32_t at)
{
    while (self->parent[at] != at)
        at = self->parent[at];
    return at;
}

static const bina_record *
person_record(const bina_reconciling *self, uint32_t person)
{
    return bina_ledger_get(&self->parties, self->person[person]);
}

static void
put_together(const bina_reconciling *self, roof *roofs)
{
    for (size_t i = 0; i < self->pairs.count; i++) {
        const bina_record *pair = self->pairs.lines[i].record;
        const char *verdict = bina_record_text(pair, BINA_PAIR_VERDICT);
        size_t a = bina_source_rows_find(&self->rows, bina_record_int(pair, BINA_PAIR_FIRST));
        size_t b = bina_source_rows_find(&self->rows, bina_record_int(pair, BINA_PAIR_SECOND));
        uint32_t one, two;
        if (verdict == NULL || strcmp(verdict, "same_household") != 0 || a == SIZE_MAX ||
            b == SIZE_MAX)
            continue;
        one = bina_people_of(&self->people, a);
        two = bina_people_of(&self->people, b);
        if (one == BINA_NO_CLUSTER || two == BINA_NO_CLUSTER || one == two)
            continue;
        roofs->said[one] = roofs->said[two] = true;
        one = root_of(roofs, one);
        two = root_of(roofs, two);
        roofs->parent[one < two ? two : one] = one < two ? one : two;
    }
}

static bina_status
make_home(bina_reconciling *self, uint32_t person, bina_id *home)
{
    bina_record *record = bina_record_new(BINA_HOUSEHOLD);
    const size_t *members = self->owner_members + self->owner_start[person];
    bina_survivor survivor;
    bina_status status = BINA_ERR_NO_MEMORY;

    bina_survive(self->policy, &self->rows, members,
                 self->owner_start[person + 1] - self->owner_start[person],
                 BINA_SOURCE_RECORD_REGION, &survivor);
    if (record != NULL) {
        if (survivor.row != SIZE_MAX)
            bina_set_text(
                record, BINA_HOUSEHOLD_REGION,
                bina_record_text(self->rows.rows[survivor.row].record, BINA_SOURCE_RECORD_REGION));
        status = bina_store_add(self->store, record, home);
    }
    bina_record_free(record);
    return status;
}

static bina_status
set_home(bina_reconciling *self, uint32_t person, bina_id home)
{
    bina_record *record = bina_record_new(BINA_PERSON);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record != NULL) {
        bina_set_int(record, BINA_PERSON_ID, self->person[person]);
        if (home != 0)
            bina_set_int(record, BINA_PERSON_HOUSEHOLD, home);
        else
            bina_set_null(record, BINA_PERSON_HOUSEHOLD);
        status = bina_store_update(self->store, record);
    }
    bina_record_free(record);
    return status;
}

/* What a person has now, and whether it is for us to change. */
static bina_id
home_of(const bina_reconciling *self, uint32_t person, bool *ours)
{
    const bina_record *record = person_record(self, person);
    bina_id home = record != NULL ? bina_record_int(record, BINA_PERSON_HOUSEHOLD) : 0;

    *ours = record == NULL ||
            !bina_hands_has(&self->hands, self->person[person], BINA_PERSON_HOUSEHOLD);
    return home;
}

bina_status
bina_households_write(bina_reconciling *self)
{
    size_t persons = self->people.persons;
    roof roofs = {calloc(persons + 1, sizeof *roofs.parent),
                  calloc(persons + 1, sizeof *roofs.home), calloc(persons + 1, sizeof *roofs.said)};
    bina_status status = BINA_OK;

    if (roofs.parent == NULL || roofs.home == NULL || roofs.said == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (uint32_t p = 0; status == BINA_OK && p < persons; p++)
        roofs.parent[p] = p;
    if (status == BINA_OK)
        put_together(self, &roofs);
    /* The household somebody has already is everybody's; what people gave comes first. */
    for (int by_hand = 1; status == BINA_OK && by_hand >= 0; by_hand--)
        for (uint32_t p = 0; p < persons; p++) {
            bool ours;
            bina_id home = roofs.said[p] ? home_of(self, p, &ours) : 0;
            uint32_t root = root_of(&roofs, p);
            if (home != 0 && ours != (by_hand == 1) && roofs.home[root] == 0)
                roofs.home[root] = home;
        }
    for (uint32_t p = 0; status == BINA_OK && p < persons; p++) {
        uint32_t root = root_of(&roofs, p);
        bool ours;
        bina_id home = home_of(self, p, &ours), wanted;
        if (!roofs.said[p] && home == 0)
            continue;
        if (roofs.said[p] && roofs.home[root] == 0)
            status = make_home(self, p, &roofs.home[root]);
        wanted = roofs.said[p] ? roofs.home[root] : 0;
        if (status == BINA_OK && ours && home != wanted)
            status = set_home(self, p, wanted);
    }
    free(roofs.parent);
    free(roofs.home);
    free(roofs.said);
    return status;
}
