#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "base/error.h"
#include "base/vector.h"
#include "register/family.h"
#include "register/ledger.h"
#include "store/sql.h"

int
bina_pointer_slot(int kind)
{
    switch (kind) {
    case BINA_ENTERPRISE:
        return BINA_ENTERPRISE_MERGED_INTO;
    case BINA_GROUP:
        return BINA_GROUP_MERGED_INTO;
    case BINA_PERSON:
        return BINA_PERSON_MERGED_INTO;
    default:
        return -1;
    }
}

bina_status
bina_register_resolve(bina_store *store, bina_id id, bina_id *standing)
{
    int slot = bina_pointer_slot(bina_id_kind(id));
    bina_status status = BINA_OK;

    *standing = 0;
    /* As many steps as nobody's merges take: a ring in a damaged file must not hold us. */
    for (int steps = 0; status == BINA_OK && steps < 1000; steps++) {
        bina_record *record = NULL;
        bina_id next;
        status = bina_store_get(store, id, &record);
        if (status != BINA_OK)
            break;
        next = slot >= 0 ? bina_record_int(record, slot) : 0;
        bina_record_free(record);
        if (next == 0) {
            *standing = id;
            return BINA_OK;
        }
        id = next;
    }
    return status == BINA_OK ? bina_error_plain(bina_store_complaint(store), BINA_ERR_CORRUPT)
                             : status;
}

bina_status
bina_family_add(bina_family *self, bina_id id)
{
    if (!bina_vector_reserve(&self->ids, &self->capacity, self->count + 1, sizeof *self->ids))
        return BINA_ERR_NO_MEMORY;
    self->ids[self->count++] = id;
    return BINA_OK;
}

bina_status
bina_family_find(bina_family *self, bina_store *store, bina_id head, bina_id without)
{
    int kind = bina_id_kind(head), slot = bina_pointer_slot(kind);
    bina_query *query = bina_query_new(kind);
    bina_ledger merged = {0};
    bina_status status;

    if (query != NULL)
        bina_query_where(query, slot, BINA_NOT_NULL, bina_null());
    status = bina_ledger_load(&merged, store, query, slot);
    if (status == BINA_OK)
        status = bina_family_add(self, head);
    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        size_t count;
        const bina_ledger_line *line = bina_ledger_find(&merged, self->ids[i], &count);
        for (size_t k = 0; status == BINA_OK && k < count; k++)
            if (line[k].id != without && self->count <= merged.count)
                status = bina_family_add(self, line[k].id);
    }
    bina_ledger_drop(&merged);
    return status;
}

static bool
has(const bina_family *self, bina_id id)
{
    for (size_t i = 0; i < self->count; i++)
        if (self->ids[i] == id)
            return true;
    return false;
}

/* Adds an id with all that stand for the same. */
static bina_status
add_whole(bina_family *self, bina_store *store, bina_id id)
{
    bina_family whole = {NULL, 0, 0};
    bina_id head = 0;
    bina_status status;

    if (has(self, id))
        return BINA_OK;
    status = bina_register_resolve(store, id, &head);
    if (status == BINA_OK)
        status = bina_family_find(&whole, store, head, 0);
    for (size_t i = 0; status == BINA_OK && i < whole.count; i++)
        if (!has(self, whole.ids[i]))
            status = bina_family_add(self, whole.ids[i]);
    free(whole.ids);
    return status;
}

/* Ties of both kinds, from persons to things or back. */
static bina_status
follow(bina_store *store, const bina_family *from, bool to_persons, bina_family *found)
{
    static const struct {
        int kind, person, thing;
    } ties[] = {
        {BINA_OWNERSHIP, BINA_OWNERSHIP_PARTY, BINA_OWNERSHIP_ENTERPRISE},
        {BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER, BINA_MEMBERSHIP_MEMBER_OF},
    };
    bina_status status = BINA_OK;

    for (size_t t = 0; status == BINA_OK && t < 2; t++) {
        int here = to_persons ? ties[t].thing : ties[t].person;
        int there = to_persons ? ties[t].person : ties[t].thing;
        for (size_t i = 0; status == BINA_OK && i < from->count; i++) {
            bina_query *query = bina_query_new(ties[t].kind);
            bina_ledger ledger = {0};
            if (query != NULL)
                bina_query_where_int(query, here, BINA_EQ, from->ids[i]);
            status = bina_ledger_load(&ledger, store, query, there);
            for (size_t k = 0; status == BINA_OK && k < ledger.count; k++)
                if ((bina_id_kind(ledger.lines[k].key) == BINA_PERSON) == to_persons)
                    status = add_whole(found, store, ledger.lines[k].key);
            bina_ledger_drop(&ledger);
        }
    }
    return status;
}

bina_status
bina_family_owned(bina_store *store, const bina_family *persons, bina_family *owned)
{
    return follow(store, persons, false, owned);
}

bina_status
bina_family_owners(bina_store *store, const bina_family *of, bina_family *persons)
{
    return follow(store, of, true, persons);
}
