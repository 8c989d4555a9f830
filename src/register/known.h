/*
 * The rows of a list as its last reading left them: not what they say, but what each is compared
 * by, and which names of rows are taken.
 */
#ifndef BINA_SRC_REGISTER_KNOWN_H
#define BINA_SRC_REGISTER_KNOWN_H

#include <bina/store.h>
#include "register/diff.h"

/* Names of rows, by their hashes: what looks taken may be free, but nothing taken looks free. */
typedef struct bina_key_set {
    uint64_t *slots;
    size_t count, slot_count;
} bina_key_set;

typedef struct bina_known {
    bina_id *ids; /* ascending */
    bina_diff_row *rows;
    size_t count, ids_room, rows_room;
    bina_key_set keys; /* with the count behind them */
    bool by_who;       /* the first reading named rows by who and where */
} bina_known;

/** Loads what is known of a list's rows; withdrawn ones are passed over. */
bina_status bina_known_load(bina_known *known, bina_store *store, bina_id list);

/** Adds the rows without match, as the store has them, to a likely pass of the comparison. */
bina_status bina_known_add_likely(const bina_known *known, bina_store *store, bina_id list,
                                  bina_diff_side *side, bina_likely way);

/** Makes a key that no row of the list has: "who:...", else "who:...#2" and so on; takes it. */
bina_status bina_known_take_key(bina_known *known, char key[BINA_ROW_KEY]);

void bina_known_drop(bina_known *known);

#endif
