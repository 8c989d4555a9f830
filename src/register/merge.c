/* Merging by hand, and undoing merges: a pointer, verdicts on the rows, and content made anew. */
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "register/hand.h"
#include "register/merge.h"
#include "register/note.h"
#include "register/transaction.h"
#include "base/error.h"
#include "store/sql.h"

static bina_status
set_pointer(bina_store *store, bina_id id, bina_id into)
{
    int kind = bina_id_kind(id);
    bina_record *record = bina_record_new(kind);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record != NULL) {
        bina_set_int(record, 0, id);
        if (into != 0)
            bina_set_int(record, bina_pointer_slot(kind), into);
        else
            bina_set_null(record, bina_pointer_slot(kind));
        status = bina_store_update(store, record);
    }
    bina_record_free(record);
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
    bina_family sides[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    int kind = bina_id_kind(keep);
    bool said = false;
    bina_status status;

    if (bina_pointer_slot(kind) < 0 || bina_id_kind(drop) != kind)
        return refuse(store, TWO_KINDS);
    status = bina_register_resolve(store, keep, &keep);
    if (status == BINA_OK)
        status = bina_register_resolve(store, drop, &drop);
    if (status == BINA_OK && keep == drop)
        return refuse(store, ONE_ALREADY);
    if (status == BINA_OK)
        status = bina_register_begin(store, "merge two registrants", BINA_RULE_MERGE);
    if (status != BINA_OK)
        return status;
    status = bina_family_find(&sides[0], store, keep, 0);
    if (status == BINA_OK)
        status = bina_family_find(&sides[1], store, drop, 0);
    if (status == BINA_OK)
        status = bina_merge_verdicts(store, sides, kind == BINA_PERSON ? "same_owner" : "same",
                                     reason, &said);
    if (status == BINA_OK && !said)
        status = bina_register_note(store, drop, reason);
    if (status == BINA_OK)
        status = set_pointer(store, drop, keep);
    if (status == BINA_OK && kind != BINA_PERSON)
        status = bina_merge_apply(store, sides, true);
    free(sides[0].ids);
    free(sides[1].ids);
    return bina_register_end(store, status);
}

/* The commit that merged a record, when it was a merge by hand; 0 else. */
static bina_status
find_merge(bina_store *store, bina_id merged, int64_t *number)
{
    bina_query *query = bina_query_new(BINA_CHANGE);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;
    int64_t last = 0;

    *number = 0;
    if (query != NULL) {
        bina_query_where_int(query, BINA_CHANGE_RECORD, BINA_EQ, merged);
        bina_query_order(query, BINA_CHANGE_ID, true);
        status = bina_store_list(store, query, &cursor);
    }
    while (status == BINA_OK && last == 0 &&
           (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        const char *json = bina_record_text(record, BINA_CHANGE_NEW);
        if (json != NULL && strstr(json, "\"merged_into\"") != NULL)
            last = bina_record_int(record, BINA_CHANGE_COMMIT_NUMBER);
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    cursor = NULL;
    if ((status != BINA_OK && status != BINA_DONE) || last == 0)
        return status == BINA_DONE ? BINA_OK : status;
    query = bina_query_new(BINA_COMMIT);
    status = BINA_ERR_NO_MEMORY;
    if (query != NULL) {
        bina_query_where_int(query, BINA_COMMIT_NUMBER, BINA_EQ, last);
        bina_query_where_text(query, BINA_COMMIT_RULE, BINA_EQ, BINA_RULE_MERGE);
        status = bina_store_list(store, query, &cursor);
    }
    if (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        *number = last;
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

/*
 * A merge by hand is taken back as it was made, to the letter, as long as nothing it touched has
 * changed since; what scores merged, or has changed, is made anew from the rows.
 */
static bina_status
take_back(bina_store *store, bina_id merged, bool *done)
{
    int64_t number = 0;
    bina_status status = find_merge(store, merged, &number);

    *done = false;
    if (status != BINA_OK || number == 0)
        return status;
    status = bina_store_undo(store, number, NULL);
    *done = status == BINA_OK;
    return status == BINA_ERR_CONFLICT || status == BINA_ERR_REFERENCE ? BINA_OK : status;
}

bina_status
bina_register_unmerge(bina_store *store, bina_id merged, const char *reason)
{
    bina_family sides[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    int kind = bina_id_kind(merged);
    bina_id standing = 0;
    bool taken_back = false, said = false;
    bina_status status;

    if (bina_pointer_slot(kind) < 0)
        return refuse(store, TWO_KINDS);
    status = bina_register_resolve(store, merged, &standing);
    if (status == BINA_OK && standing == merged)
        return refuse(store, NOT_MERGED);
    if (status == BINA_OK)
        status = bina_register_begin(store, "undo a merge", BINA_RULE_UNMERGE);
    if (status != BINA_OK)
        return status;
    status = take_back(store, merged, &taken_back);
    if (status == BINA_OK)
        status = bina_family_find(&sides[0], store, standing, merged);
    if (status == BINA_OK)
        status = bina_family_find(&sides[1], store, merged, 0);
    if (status == BINA_OK)
        status = bina_merge_verdicts(store, sides, "different", reason, &said);
    if (status == BINA_OK && !said)
        status = bina_register_note(store, merged, reason);
    if (status == BINA_OK && !taken_back)
        status = set_pointer(store, merged, 0);
    if (status == BINA_OK && !taken_back && kind != BINA_PERSON)
        status = bina_merge_apply(store, sides, false);
    free(sides[0].ids);
    free(sides[1].ids);
    return bina_register_end(store, status);
}
