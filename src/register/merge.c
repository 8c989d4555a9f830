/* Merging by hand, and undoing merges: a pointer, verdicts on the rows, and content made anew. */
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "base/vector.h"
#include "register/apply.h"
#include "register/hand.h"
#include "register/judgements.h"
#include "register/transaction.h"
#include "store/sql.h"

/* A registrant with all that are merged into it, at any remove. */
typedef struct family {
    bina_id *ids; /* the head first */
    size_t count, capacity;
} family;

static int
pointer_slot(int kind)
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
    int slot = pointer_slot(bina_id_kind(id));
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

static bina_status
family_add(family *self, bina_id id)
{
    if (!bina_vector_reserve(&self->ids, &self->capacity, self->count + 1, sizeof *self->ids))
        return BINA_ERR_NO_MEMORY;
    self->ids[self->count++] = id;
    return BINA_OK;
}

/* @param without  whom (and whose family) to leave out; 0 nobody */
static bina_status
family_find(family *self, bina_store *store, bina_id head, bina_id without)
{
    int kind = bina_id_kind(head), slot = pointer_slot(kind);
    bina_query *query = bina_query_new(kind);
    bina_ledger merged = {0};
    bina_status status;

    if (query != NULL)
        bina_query_where(query, slot, BINA_NOT_NULL, bina_null());
    status = bina_ledger_load(&merged, store, query, slot);
    if (status == BINA_OK)
        status = family_add(self, head);
    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        size_t count;
        const bina_ledger_line *line = bina_ledger_find(&merged, self->ids[i], &count);
        for (size_t k = 0; status == BINA_OK && k < count; k++)
            if (line[k].id != without && self->count <= merged.count)
                status = family_add(self, line[k].id);
    }
    bina_ledger_drop(&merged);
    return status;
}

/* What a person owns or leads, added to `owned`. */
static bina_status
find_owned(bina_store *store, const family *persons, family *owned)
{
    static const struct {
        int kind, person, thing;
    } ties[] = {
        {BINA_OWNERSHIP, BINA_OWNERSHIP_PARTY, BINA_OWNERSHIP_ENTERPRISE},
        {BINA_MEMBERSHIP, BINA_MEMBERSHIP_MEMBER, BINA_MEMBERSHIP_MEMBER_OF},
    };
    bina_status status = BINA_OK;

    for (size_t t = 0; status == BINA_OK && t < 2; t++)
        for (size_t i = 0; status == BINA_OK && i < persons->count; i++) {
            bina_query *query = bina_query_new(ties[t].kind);
            bina_ledger ledger = {0};
            if (query != NULL)
                bina_query_where_int(query, ties[t].person, BINA_EQ, persons->ids[i]);
            status = bina_ledger_load(&ledger, store, query, ties[t].thing);
            for (size_t k = 0; status == BINA_OK && k < ledger.count; k++)
                status = family_add(owned, ledger.lines[k].key);
            bina_ledger_drop(&ledger);
        }
    return status;
}

/* The rows of a family; of persons, those of what they own. */
static bina_status
load_rows(bina_store *store, const family *of, bina_source_rows *rows)
{
    family owned = {NULL, 0, 0};
    bina_status status = BINA_OK;

    if (bina_id_kind(of->ids[0]) != BINA_PERSON)
        return bina_source_rows_load(rows, store, of->ids, of->count);
    status = find_owned(store, of, &owned);
    if (status == BINA_OK)
        status = bina_source_rows_load(rows, store, owned.ids != NULL ? owned.ids : of->ids,
                                       owned.count);
    free(owned.ids);
    return status;
}

/* Which of two families a party belongs to; BINA_NO_CLUSTER for neither. */
static uint32_t
side_of(const family sides[2], bina_id party)
{
    for (uint32_t side = 0; side < 2; side++)
        for (size_t i = 0; i < sides[side].count; i++)
            if (sides[side].ids[i] == party)
                return side;
    return BINA_NO_CLUSTER;
}

/*
 * Makes the content of two families anew from their rows, as one or apart. Ties and phones of
 * others are not looked at: the next reconciling does that.
 */
static bina_status
apply(bina_store *store, const family sides[2], bool together)
{
    bina_reconciling work;
    bina_apply applying;
    family both = {NULL, 0, 0};
    bool used[2] = {false, false};
    bina_status status = BINA_OK;

    memset(&work, 0, sizeof work);
    work.store = store;
    work.partial = true;
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; status == BINA_OK && i < sides[side].count; i++)
            status = family_add(&both, sides[side].ids[i]);
    if (status == BINA_OK)
        status = bina_source_rows_load(&work.rows, store, both.ids, both.count);
    for (size_t i = 0; status == BINA_OK && i < work.rows.count; i++)
        used[side_of(sides, work.rows.rows[i].party) == 1] = true;
    for (size_t i = 0; status == BINA_OK && i < work.rows.count; i++) {
        uint32_t side = side_of(sides, work.rows.rows[i].party);
        work.rows.rows[i].cluster = together || !used[0] ? 0 : side;
    }
    work.rows.clusters = together || !used[0] || !used[1] ? 1 : 2;
    if (status == BINA_OK && work.rows.count > 0)
        status = bina_ledger_load(&work.pairs, store, bina_query_new(BINA_PAIR), 0);
    if (status == BINA_OK && work.rows.count > 0) {
        status = bina_apply_start(&applying, &work, NULL);
        while (status == BINA_OK)
            status = bina_apply_step(&applying);
    }
    bina_reconciling_drop(&work);
    free(both.ids);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
set_pointer(bina_store *store, bina_id id, bina_id into)
{
    int kind = bina_id_kind(id);
    bina_record *record = bina_record_new(kind);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record != NULL) {
        bina_set_int(record, 0, id);
        if (into != 0)
            bina_set_int(record, pointer_slot(kind), into);
        else
            bina_set_null(record, pointer_slot(kind));
        status = bina_store_update(store, record);
    }
    bina_record_free(record);
    return status;
}

/*
 * A verdict on every row of one side with every row of the other: said of one pair only, the others
 * would be weighed against rows that are not like them, and fall away. Who merges or undoes a merge
 * settles what others said of the rows.
 */
static bina_status
write_verdicts(bina_store *store, const family sides[2], const char *verdict, const char *reason)
{
    bina_judging judging = BINA_JUDGING_INIT;
    bina_source_rows first, second;
    bina_status status;

    judging.verdict = verdict;
    judging.reason = reason;
    judging.settles = true;
    memset(&first, 0, sizeof first); /* loading may fail before it touches them */
    memset(&second, 0, sizeof second);
    status = load_rows(store, &sides[0], &first);
    if (status == BINA_OK)
        status = load_rows(store, &sides[1], &second);
    for (size_t i = 0; status == BINA_OK && i < first.count; i++)
        for (size_t k = 0; status == BINA_OK && k < second.count; k++)
            if (first.rows[i].id != second.rows[k].id)
                status =
                    bina_judgement_write_rows(store, first.rows[i].id, second.rows[k].id, &judging);
    bina_source_rows_drop(&first);
    bina_source_rows_drop(&second);
    return status;
}

enum { TWO_KINDS, ONE_ALREADY, NOT_MERGED };

static bina_status
refuse(bina_store *store, int why)
{
    bina_error *error = bina_store_complaint(store);

    switch (why) {
    case TWO_KINDS:
        return bina_error_set(error, BINA_ERR_USAGE,
                              "only two enterprises, two groups or two persons can be merged",
                              "hanya dua usaha, dua kelompok, atau dua orang yang dapat digabung");
    case ONE_ALREADY:
        return bina_error_set(error, BINA_ERR_USAGE, "they are one already", "keduanya sudah satu");
    default:
        return bina_error_set(error, BINA_ERR_USAGE, "it is not merged into another",
                              "data ini tidak digabung ke data lain");
    }
}

bina_status
bina_register_merge(bina_store *store, bina_id keep, bina_id drop, const char *reason)
{
    family sides[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    int kind = bina_id_kind(keep);
    bina_status status;

    if (pointer_slot(kind) < 0 || bina_id_kind(drop) != kind)
        return refuse(store, TWO_KINDS);
    status = bina_register_resolve(store, keep, &keep);
    if (status == BINA_OK)
        status = bina_register_resolve(store, drop, &drop);
    if (status == BINA_OK && keep == drop)
        return refuse(store, ONE_ALREADY);
    if (status == BINA_OK)
        status = bina_register_begin(store, reason != NULL ? reason : "merge two registrants",
                                     BINA_RULE_MERGE);
    if (status != BINA_OK)
        return status;
    status = family_find(&sides[0], store, keep, 0);
    if (status == BINA_OK)
        status = family_find(&sides[1], store, drop, 0);
    if (status == BINA_OK)
        status = write_verdicts(store, sides, kind == BINA_PERSON ? "same_owner" : "same", reason);
    if (status == BINA_OK)
        status = set_pointer(store, drop, keep);
    if (status == BINA_OK && kind != BINA_PERSON)
        status = apply(store, sides, true);
    free(sides[0].ids);
    free(sides[1].ids);
    return bina_register_end(store, status);
}

bina_status
bina_register_unmerge(bina_store *store, bina_id merged, const char *reason)
{
    family sides[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    int kind = bina_id_kind(merged);
    bina_id standing = 0;
    bina_status status;

    if (pointer_slot(kind) < 0)
        return refuse(store, TWO_KINDS);
    status = bina_register_resolve(store, merged, &standing);
    if (status == BINA_OK && standing == merged)
        return refuse(store, NOT_MERGED);
    if (status == BINA_OK)
        status =
            bina_register_begin(store, reason != NULL ? reason : "undo a merge", BINA_RULE_UNMERGE);
    if (status != BINA_OK)
        return status;
    status = family_find(&sides[0], store, standing, merged);
    if (status == BINA_OK)
        status = family_find(&sides[1], store, merged, 0);
    if (status == BINA_OK)
        status = write_verdicts(store, sides, "different", reason);
    if (status == BINA_OK)
        status = set_pointer(store, merged, 0);
    if (status == BINA_OK && kind != BINA_PERSON)
        status = apply(store, sides, false);
    free(sides[0].ids);
    free(sides[1].ids);
    return bina_register_end(store, status);
}
