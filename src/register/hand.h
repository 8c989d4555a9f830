/*
 * What people changed by hand: a value that a person gave outranks what the lists say, until a
 * person changes it again. Found in the commit log, where reconciling names its rule.
 */
#ifndef BINA_SRC_REGISTER_HAND_H
#define BINA_SRC_REGISTER_HAND_H

#include <bina/store.h>

/** The rules by which commits of this room are told from those of people. */
#define BINA_RULE_IMPORT    "register.import"
#define BINA_RULE_RECONCILE "register.reconcile"
#define BINA_RULE_MERGE     "register.merge"
#define BINA_RULE_UNMERGE   "register.unmerge"
#define BINA_RULE_VERDICT   "register.verdict"
/** One that is people's own: what it says of owners outranks the lists. */
#define BINA_RULE_SUCCEED "register.succeed"

typedef struct bina_hand {
    bina_id record;
    int field;
} bina_hand;

typedef struct bina_hands {
    bina_hand *hands; /* by record, then field */
    size_t count, capacity;
} bina_hands;

/**
 * Reads the log for fields that people set, of enterprises, groups, persons, their ties and
 * contacts. A commit that was undone said nothing, and what an undoing put back is what it was
 * before: its own commit says nothing either.
 */
bina_status bina_hands_load(bina_hands *hands, bina_store *store);
void bina_hands_drop(bina_hands *hands);
bool bina_hands_has(const bina_hands *hands, bina_id record, int field);

/** Whether people set any field of a record. */
bool bina_hands_touched(const bina_hands *hands, bina_id record);

#endif
