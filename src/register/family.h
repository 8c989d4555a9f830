/* A registrant with all that are merged into it, at any remove. */
#ifndef BINA_SRC_REGISTER_FAMILY_H
#define BINA_SRC_REGISTER_FAMILY_H

#include "register/source_rows.h"

typedef struct bina_family {
    bina_id *ids; /* the head first */
    size_t count, capacity;
} bina_family;

/** The field of a kind that points to its successor; -1: its records are never merged. */
int bina_pointer_slot(int kind);

bina_status bina_family_add(bina_family *self, bina_id id);

/**
 * Adds the family of `head`.
 *
 * @param without whom (and whose family) to leave out; 0 nobody
 */
bina_status bina_family_find(bina_family *self, bina_store *store, bina_id head, bina_id without);

/** Adds what persons own or lead, and what that was merged into or from. */
bina_status bina_family_owned(bina_store *store, const bina_family *persons, bina_family *owned);

/** Adds the persons tied to registrants, and those they were merged into or from. */
bina_status bina_family_owners(bina_store *store, const bina_family *of, bina_family *persons);

#endif
