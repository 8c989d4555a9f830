#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/vector.h"
#include "register/known.h"

/* ---- names that are taken ---- */

static uint64_t
hash(const char *text)
{
    return bina_hash_text(BINA_HASH_START, text) | 1; /* 0 is a free slot */
}

static size_t
slot_of(const bina_key_set *set, uint64_t value)
{
    size_t at = (size_t)(value >> 20) & (set->slot_count - 1);

    while (set->slots[at] != 0 && set->slots[at] != value)
        at = (at + 1) & (set->slot_count - 1);
    return at;
}

static bool
grow(bina_key_set *set)
{
    bina_key_set larger = {NULL, set->count, set->slot_count > 0 ? 2 * set->slot_count : 1024};

    larger.slots = calloc(larger.slot_count, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < set->slot_count; i++)
        if (set->slots[i] != 0)
            larger.slots[slot_of(&larger, set->slots[i])] = set->slots[i];
    free(set->slots);
    *set = larger;
    return true;
}

static bool
is_taken(const bina_key_set *set, const char *key)
{
    return set->slot_count > 0 && set->slots[slot_of(set, hash(key))] != 0;
}

static bool
take(bina_key_set *set, const char *key)
{
    size_t at;

    if ((set->count + 1) * 4 > set->slot_count * 3 && !grow(set))
        return false;
    at = slot_of(set, hash(key));
    set->count += set->slots[at] == 0;
    set->slots[at] = hash(key);
    return true;
}

static void
count_key(const char *base, size_t n, char key[BINA_ROW_KEY])
{
    (void)snprintf(key, BINA_ROW_KEY, "%.44s#%zu", base, n);
}

bina_status
bina_known_take_key(bina_known *known, char key[BINA_ROW_KEY])
{
    char base[BINA_ROW_KEY];
    size_t low = 1, high = 2, middle;

    if (is_taken(&known->keys, key)) {
        /* Counts are given one after the other, so the first free one is soon found. */
        (void)snprintf(base, sizeof base, "%s", key);
        for (count_key(base, high, key); is_taken(&known->keys, key); count_key(base, high, key)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            middle = low + (high - low) / 2;
            count_key(base, middle, key);
            if (is_taken(&known->keys, key))
                low = middle;
            else
                high = middle;
        }
        count_key(base, high, key);
    }
    return take(&known->keys, key) ? BINA_OK : BINA_ERR_NO_MEMORY;
}

/* ---- rows ---- */

static bina_status
list_rows(bina_store *store, bina_id list, const int *slots, bina_cursor **cursor)
{
    bina_query *query = bina_query_new(BINA_SOURCE_RECORD);
    bina_status status = BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    if (query != NULL) {
        for (; *slots >= 0; slots++)
            bina_query_select(query, *slots);
        bina_query_where_int(query, BINA_SOURCE_RECORD_REGISTER, BINA_EQ, list);
        bina_query_where_text(query, BINA_SOURCE_RECORD_STATE, BINA_NE, "withdrawn");
        bina_query_order(query, BINA_SOURCE_RECORD_ID, false);
        status = bina_store_list(store, query, cursor);
    }
    bina_query_free(query);
    return status;
}

static bina_status
add_row(bina_known *known, const bina_record *record)
{
    const char *key = bina_record_text(record, BINA_SOURCE_RECORD_ROW_KEY);
    bina_diff_row *row;

    if (key == NULL)
        return BINA_ERR_CORRUPT;
    if (known->count == BINA_NO_MATCH ||
        !bina_vector_reserve(&known->ids, &known->ids_room, known->count + 1, sizeof *known->ids) ||
        !bina_vector_reserve(&known->rows, &known->rows_room, known->count + 1,
                             sizeof *known->rows) ||
        !take(&known->keys, key))
        return BINA_ERR_NO_MEMORY;
    if (known->count == 0)
        known->by_who = strncmp(key, "who:", 4) == 0;
    known->ids[known->count] = bina_record_id(record);
    row = &known->rows[known->count++];
    row->content = bina_hold_of(bina_record_text(record, BINA_SOURCE_RECORD_CONTENT_HASH));
    row->key = bina_key_hold(key);
    row->match = BINA_NO_MATCH;
    return BINA_OK;
}

bina_status
bina_known_load(bina_known *known, bina_store *store, bina_id list)
{
    static const int slots[] = {BINA_SOURCE_RECORD_ID, BINA_SOURCE_RECORD_ROW_KEY,
                                BINA_SOURCE_RECORD_CONTENT_HASH, -1};
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = list_rows(store, list, slots, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        status = add_row(known, record);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_known_add_likely(const bina_known *known, bina_store *store, bina_id list,
                      bina_diff_side *side, bina_likely way)
{
    static const int slots[] = {BINA_SOURCE_RECORD_ID,
                                BINA_SOURCE_RECORD_NIK,
                                BINA_SOURCE_RECORD_PRODUCT,
                                BINA_SOURCE_RECORD_REGION,
                                BINA_SOURCE_RECORD_OWNER_NAME,
                                BINA_SOURCE_RECORD_PHONE,
                                BINA_SOURCE_RECORD_BUSINESS_NAME,
                                -1};
    bina_cursor *cursor = NULL;
    const bina_record *record;
    size_t at = 0;
    bina_status status = list_rows(store, list, slots, &cursor);

    while (status == BINA_OK && at < known->count) {
        status = bina_cursor_next(cursor, &record);
        if (status != BINA_OK)
            break;
        while (at < known->count && known->ids[at] < bina_record_id(record))
            at++;
        if (at < known->count && known->ids[at] == bina_record_id(record) &&
            known->rows[at].match == BINA_NO_MATCH &&
            !bina_diff_add_likely(side, way, (uint32_t)at, record))
            status = BINA_ERR_NO_MEMORY;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

void
bina_known_drop(bina_known *known)
{
    free(known->ids);
    free(known->rows);
    free(known->keys.slots);
    memset(known, 0, sizeof *known);
}
