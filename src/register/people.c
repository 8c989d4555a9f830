#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/standardise.h"
#include "register/people.h"
#include "register/person_sets.h"
#include "register/text_map.h"

/* Of an enterprise with more rows than this, the first are compared. */
#define MOST_COMPARED 64

bina_status
bina_people_read(bina_people *self, const bina_source_rows *rows)
{
    self->mentions = calloc(rows->count + 1, sizeof *self->mentions);
    self->of_row = calloc(rows->count + 1, sizeof *self->of_row);
    self->person = calloc(rows->count + 1, sizeof *self->person);
    if (self->mentions == NULL || self->of_row == NULL || self->person == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < rows->count; i++) {
        bina_mention *mention = &self->mentions[self->count];
        self->of_row[i] = SIZE_MAX;
        if (bina_record_text(rows->rows[i].record, BINA_SOURCE_RECORD_OWNER_NAME) == NULL)
            continue;
        if (!bina_mention_read(mention, rows, i)) {
            bina_mention_drop(mention);
            return BINA_ERR_NO_MEMORY;
        }
        self->of_row[i] = self->count++;
    }
    return BINA_OK;
}

void
bina_people_drop(bina_people *self)
{
    for (size_t i = 0; i < self->count; i++)
        bina_mention_drop(&self->mentions[i]);
    free(self->mentions);
    free(self->of_row);
    free(self->person);
    memset(self, 0, sizeof *self);
}

uint32_t
bina_people_of(const bina_people *self, size_t row)
{
    size_t mention = self->of_row[row];

    return mention != SIZE_MAX ? self->person[mention] : BINA_NO_CLUSTER;
}

/* ---- within one enterprise ---- */

/*
 * The set among the `count` mentions before that a mention belongs to: the one with the likeliest
 * name, if none of the set conflicts. SIZE_MAX: none.
 */
static size_t
find_set(const bina_people *self, bina_person_sets *sets, const size_t *before, size_t count,
         size_t at)
{
    const bina_mention *mention = &self->mentions[at];
    double best = -1;
    size_t found = SIZE_MAX;

    for (size_t i = 0; i < count && i < MOST_COMPARED; i++) {
        const bina_mention *other = &self->mentions[before[i]];
        double likeness = bina_mention_likeness(mention, other);
        if (bina_mention_niks(mention, other) == BINA_NIK_SAME)
            likeness += 2;
        if (likeness > best && bina_mention_same_owner(mention, other) &&
            !bina_person_sets_conflict(sets, before[i], at)) {
            best = likeness;
            found = before[i];
        }
    }
    return found;
}

/*
 * "Pak Budi" is what neighbours call whoever has a child of that name: beside one other owner he is
 * that owner. SIZE_MAX when there are several, or sexes differ.
 */
static size_t
find_parent(bina_person_sets *sets, const size_t *before, size_t count, size_t at)
{
    size_t found = SIZE_MAX;

    for (size_t i = 0; i < count && i < MOST_COMPARED; i++) {
        if (bina_person_sets_conflict(sets, before[i], at))
            continue;
        if (found != SIZE_MAX &&
            bina_person_sets_root(sets, found) != bina_person_sets_root(sets, before[i]))
            return SIZE_MAX;
        found = before[i];
    }
    return found;
}

/* Those of one enterprise, the names people really bear before what they are called. */
static void
join_within(const bina_people *self, bina_person_sets *sets, const size_t *members, size_t count,
            size_t *scratch)
{
    size_t placed = 0;

    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < count; i++) {
            size_t at = self->of_row[members[i]], set;
            bool called;
            if (at == SIZE_MAX)
                continue;
            called = (self->mentions[at].flags & BINA_STANDARD_TEKNONYM) != 0;
            if (called != (pass == 1))
                continue;
            set = find_set(self, sets, scratch, placed, at);
            if (set == SIZE_MAX && pass == 1)
                set = find_parent(sets, scratch, placed, at);
            if (set != SIZE_MAX)
                bina_person_sets_join(sets, set, at);
            scratch[placed++] = at;
        }
}

/* ---- across enterprises ---- */

static bina_status
join_by_verdict(const bina_people *self, bina_person_sets *sets, const bina_source_rows *rows,
                const bina_ledger *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const bina_record *pair = pairs->lines[i].record;
        const char *verdict = bina_record_text(pair, BINA_PAIR_VERDICT);
        size_t a = bina_source_rows_find(rows, bina_record_int(pair, BINA_PAIR_FIRST));
        size_t b = bina_source_rows_find(rows, bina_record_int(pair, BINA_PAIR_SECOND));
        if (verdict == NULL || a == SIZE_MAX || b == SIZE_MAX || self->of_row[a] == SIZE_MAX ||
            self->of_row[b] == SIZE_MAX)
            continue;
        a = self->of_row[a];
        b = self->of_row[b];
        if (strcmp(verdict, "same_owner") == 0)
            bina_person_sets_join(sets, a, b);
        /* Of one household are two; so are the dead and the heir. */
        if ((strcmp(verdict, "different") == 0 || strcmp(verdict, "same_household") == 0 ||
             strcmp(verdict, "successor_of") == 0) &&
            !bina_person_sets_forbid(sets, a, b))
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

static bina_status
join_tied(const bina_people *self, bina_person_sets *sets, const bina_id *tied)
{
    bina_text_map first = {0};
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        char key[24];
        int64_t *found;
        if (tied[i] == 0)
            continue;
        (void)snprintf(key, sizeof key, "%lld", (long long)tied[i]);
        found = bina_text_map_add(&first, key, (int64_t)i, NULL);
        if (found == NULL)
            status = BINA_ERR_NO_MEMORY;
        else
            bina_person_sets_join(sets, (size_t)*found, i);
    }
    bina_text_map_drop(&first);
    return status;
}

static void
number_persons(bina_people *self, bina_person_sets *sets, uint32_t *number)
{
    self->persons = 0;
    for (size_t i = 0; i < self->count; i++) {
        size_t root = bina_person_sets_root(sets, i); /* the first of its set */
        if (root == i)
            number[i] = (uint32_t)self->persons++;
        self->person[i] = number[root];
    }
}

bina_status
bina_people_find(bina_people *self, const bina_source_rows *rows, const size_t *members,
                 const size_t *start, const bina_ledger *pairs, const bina_id *tied)
{
    size_t *scratch = calloc(self->count + 1, sizeof *scratch);
    uint32_t *number = calloc(self->count + 1, sizeof *number);
    bina_person_sets sets;
    bina_status status = bina_person_sets_start(&sets, self->mentions, self->count);

    if (scratch == NULL || number == NULL)
        status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = join_by_verdict(self, &sets, rows, pairs);
    for (size_t c = 0; status == BINA_OK && c < rows->clusters; c++)
        join_within(self, &sets, members + start[c], start[c + 1] - start[c], scratch);
    if (status == BINA_OK)
        status =
            tied != NULL ? join_tied(self, &sets, tied) : bina_person_sets_join_alike(&sets, rows);
    if (status == BINA_OK)
        number_persons(self, &sets, number);
    bina_person_sets_drop(&sets);
    free(scratch);
    free(number);
    return status;
}
