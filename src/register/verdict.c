#include <string.h>
#include <bina/codes.h>
#include <bina/register.h>
#include "base/error.h"
#include "register/hand.h"
#include "register/transaction.h"
#include "register/verdicts.h"
#include "store/sql.h"

static bina_status
check_verdict(bina_store *store, const char *verdict)
{
    for (int n = 0; verdict != NULL && bina_codes_word("verdict", n) != NULL; n++)
        if (strcmp(bina_codes_word("verdict", n), verdict) == 0)
            return BINA_OK;
    (void)bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID,
                         "there is no such verdict; the words are those of the code list "
                         "\"verdict\"",
                         "tidak ada putusan seperti itu; kata-katanya ada dalam daftar kode "
                         "\"verdict\"");
    bina_error_at(bina_store_complaint(store), "pair", "verdict", "register.verdict");
    return BINA_ERR_INVALID;
}

static void
fill(bina_record *record, bina_store *store, const char *verdict, const char *reason)
{
    const char *actor = bina_store_actor(store);

    bina_set_text(record, BINA_PAIR_VERDICT, verdict);
    bina_set_int(record, BINA_PAIR_DECIDED_ON, bina_store_today(store));
    if (actor != NULL)
        bina_set_text(record, BINA_PAIR_DECIDED_BY, actor);
    else
        bina_set_null(record, BINA_PAIR_DECIDED_BY);
    if (reason != NULL)
        bina_set_text(record, BINA_PAIR_REASON, reason);
    else
        bina_set_null(record, BINA_PAIR_REASON);
}

static bina_status
find_pair(bina_store *store, bina_id first, bina_id second, bina_id *pair)
{
    bina_query *query = bina_query_new(BINA_PAIR);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;

    *pair = 0;
    if (query != NULL) {
        bina_query_where_int(query, BINA_PAIR_FIRST, BINA_EQ, first);
        bina_query_where_int(query, BINA_PAIR_SECOND, BINA_EQ, second);
        status = bina_store_list(store, query, &cursor);
    }
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK)
        *pair = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_verdict_write(bina_store *store, bina_id first, bina_id second, const char *verdict,
                   const char *reason)
{
    bina_id least = first < second ? first : second, most = first < second ? second : first;
    bina_record *record = bina_record_new(BINA_PAIR);
    bina_id pair = 0;
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = find_pair(store, least, most, &pair);
    if (status == BINA_OK) {
        fill(record, store, verdict, reason);
        if (pair != 0) {
            bina_set_int(record, BINA_PAIR_ID, pair);
            status = bina_store_update(store, record);
        } else {
            bina_set_int(record, BINA_PAIR_FIRST, least);
            bina_set_int(record, BINA_PAIR_SECOND, most);
            status = bina_store_add(store, record, NULL);
        }
    }
    bina_record_free(record);
    return status;
}

bina_status
bina_register_decide(bina_store *store, bina_id pair, const char *verdict, const char *reason)
{
    bina_record *record = NULL;
    bina_status status = check_verdict(store, verdict);

    if (status != BINA_OK)
        return status;
    if (bina_id_kind(pair) != BINA_PAIR)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NOT_FOUND);
    status = bina_store_get(store, pair, &record);
    bina_record_free(record);
    if (status != BINA_OK)
        return status;
    status = bina_register_begin(store, reason != NULL ? reason : "verdict on a pair",
                                 BINA_RULE_VERDICT);
    if (status != BINA_OK)
        return status;
    record = bina_record_new(BINA_PAIR);
    if (record != NULL) {
        bina_set_int(record, BINA_PAIR_ID, pair);
        fill(record, store, verdict, reason);
        status = bina_store_update(store, record);
    } else {
        status = BINA_ERR_NO_MEMORY;
    }
    bina_record_free(record);
    return bina_register_end(store, status);
}

bina_status
bina_register_decide_rows(bina_store *store, bina_id first, bina_id second, const char *verdict,
                          const char *reason)
{
    bina_status status = check_verdict(store, verdict);

    if (status != BINA_OK)
        return status;
    if (first == second || bina_id_kind(first) != BINA_SOURCE_RECORD ||
        bina_id_kind(second) != BINA_SOURCE_RECORD)
        return bina_error_set(bina_store_complaint(store), BINA_ERR_USAGE,
                              "a verdict is about two source records",
                              "putusan adalah tentang dua baris sumber");
    status = bina_register_begin(store, reason != NULL ? reason : "verdict on two rows",
                                 BINA_RULE_VERDICT);
    if (status != BINA_OK)
        return status;
    return bina_register_end(store, bina_verdict_write(store, first, second, verdict, reason));
}
