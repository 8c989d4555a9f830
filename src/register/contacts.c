/* Phone numbers, and whose they are: a number of several enterprises of different owners is
 * nobody's own as far as can be told. */
#include <stdlib.h>
#include <string.h>
#include "register/reconciling.h"

/* A phone's value in the map: the first row that shows it, or this. */
#define SHARED (-1)

/* Whether rows are of one person or of one enterprise, whose owners may share a phone. */
static bool
is_one_house(const bina_reconciling *self, size_t a, size_t b)
{
    uint32_t person = bina_people_of(&self->people, a);

    return self->rows.rows[a].cluster == self->rows.rows[b].cluster ||
           (person != BINA_NO_CLUSTER && person == bina_people_of(&self->people, b));
}

bina_status
bina_contacts_prepare(bina_reconciling *self)
{
    for (size_t i = 0; i < self->rows.count; i++) {
        const bina_source_row *row = &self->rows.rows[i];
        const char *phone = bina_record_text(row->record, BINA_SOURCE_RECORD_PHONE);
        int64_t *first;
        if (phone == NULL || row->cluster == BINA_NO_CLUSTER)
            continue;
        first = bina_text_map_add(&self->phones, phone, (int64_t)i, NULL);
        if (first == NULL)
            return BINA_ERR_NO_MEMORY;
        if (*first != SHARED && !is_one_house(self, (size_t)*first, i))
            *first = SHARED;
    }
    return BINA_OK;
}

static const bina_record *
find_contact(const bina_reconciling *self, bina_id party, const char *phone)
{
    size_t count;
    const bina_ledger_line *line = bina_ledger_find(&self->contacts, party, &count);

    for (size_t i = 0; i < count; i++) {
        const char *value = bina_record_text(line[i].record, BINA_CONTACT_VALUE);
        if (value != NULL && strcmp(value, phone) == 0)
            return line[i].record;
    }
    return NULL;
}

static bina_status
write_contact(bina_reconciling *self, bina_id party, const char *phone, bool shared)
{
    const bina_record *was = find_contact(self, party, phone);
    const char *whose = was != NULL ? bina_record_text(was, BINA_CONTACT_WHOSE) : NULL;
    bina_changes changes;
    bina_status status;
    bina_id id;

    /* Somebody found out whose it really is. */
    if (whose != NULL && strcmp(whose, "own") != 0 && strcmp(whose, "shared") != 0)
        return BINA_OK;
    if (was != NULL && self->partial)
        return BINA_OK;
    status = bina_changes_start(&changes, BINA_CONTACT, was, NULL);
    if (status != BINA_OK)
        return status;
    bina_changes_set(&changes, BINA_CONTACT_WHOSE, bina_text(shared ? "shared" : "own"));
    if (was != NULL)
        return bina_changes_write(&changes, self->store, &id);
    bina_changes_set(&changes, BINA_CONTACT_PARTY, bina_integer_of(BINA_REF, party));
    bina_changes_set(&changes, BINA_CONTACT_SYSTEM, bina_text("phone"));
    bina_changes_set(&changes, BINA_CONTACT_VALUE, bina_text(phone));
    status = bina_rows_add(self->new_contacts, changes.record);
    bina_record_free(changes.record);
    return status;
}

static bool
is_shown(const bina_reconciling *self, const size_t *members, size_t count, const char *phone)
{
    for (size_t i = 0; i < count; i++) {
        const char *shown =
            bina_record_text(self->rows.rows[members[i]].record, BINA_SOURCE_RECORD_PHONE);
        if (shown != NULL && strcmp(shown, phone) == 0)
            return true;
    }
    return false;
}

/* Numbers that rows brought and no row shows any more; what people wrote down stays. */
static bina_status
remove_old(bina_reconciling *self, bina_id party, const size_t *members, size_t count)
{
    size_t lines;
    const bina_ledger_line *line = bina_ledger_find(&self->contacts, party, &lines);
    bina_status status = BINA_OK;

    for (size_t i = 0; i < lines && status == BINA_OK; i++) {
        const char *system = bina_record_text(line[i].record, BINA_CONTACT_SYSTEM);
        const char *whose = bina_record_text(line[i].record, BINA_CONTACT_WHOSE);
        const char *value = bina_record_text(line[i].record, BINA_CONTACT_VALUE);
        if (system == NULL || whose == NULL || value == NULL || strcmp(system, "phone") != 0 ||
            (strcmp(whose, "own") != 0 && strcmp(whose, "shared") != 0) ||
            bina_hands_has(&self->hands, line[i].id, BINA_CONTACT_VALUE) ||
            is_shown(self, members, count, value))
            continue;
        status = bina_store_remove(self->store, line[i].id);
    }
    return status;
}

bina_status
bina_contacts_write(bina_reconciling *self, size_t cluster)
{
    const size_t *members;
    size_t count = bina_reconciling_members(self, cluster, &members);
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        const char *phone =
            bina_record_text(self->rows.rows[members[i]].record, BINA_SOURCE_RECORD_PHONE);
        int64_t *holder;
        if (phone == NULL || is_shown(self, members, i, phone))
            continue;
        holder = bina_text_map_find(&self->phones, phone);
        if (holder != NULL)
            status = write_contact(self, self->standing[cluster].id, phone, *holder == SHARED);
    }
    if (status == BINA_OK && count > 0)
        status = remove_old(self, self->standing[cluster].id, members, count);
    return status;
}
