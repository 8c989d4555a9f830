/* Records of one kind held in memory, found by a reference (or by id): what is there already. */
#ifndef BINA_SRC_REGISTER_LEDGER_H
#define BINA_SRC_REGISTER_LEDGER_H

#include <bina/store.h>

typedef struct bina_ledger_line {
    bina_id key; /* the value of the key field */
    bina_id id;
    bina_record *record;
} bina_ledger_line;

typedef struct bina_ledger {
    bina_ledger_line *lines; /* by key, then by id */
    size_t count, capacity;
} bina_ledger;

/**
 * Loads what a query asks for; `key` is a REF field of it, or the id (0).
 *
 * @param query freed in any case; NULL counts as memory out
 * @return BINA_OK or an error, told by bina_store_error
 */
bina_status bina_ledger_load(bina_ledger *ledger, bina_store *store, bina_query *query, int key);
void bina_ledger_drop(bina_ledger *ledger);

/** The first line with a key, and how many there are. */
const bina_ledger_line *bina_ledger_find(const bina_ledger *ledger, bina_id key, size_t *count);

/** The record with an id, in a ledger by id; NULL when there is none. */
const bina_record *bina_ledger_get(const bina_ledger *ledger, bina_id id);

#endif
