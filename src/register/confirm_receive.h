/* A file that came back, while it is taken. */
#ifndef BINA_SRC_REGISTER_CONFIRM_RECEIVE_H
#define BINA_SRC_REGISTER_CONFIRM_RECEIVE_H

#include "register/confirm.h"
#include "register/text_map.h"

typedef struct bina_confirm_receiving {
    bina_store *store;
    const char *path;
    bina_confirm_receive_options options;
    int64_t day;
    bina_confirm_answer row;
    bina_text_map seen; /* codes of this file */
    bina_record *round; /* what is told at the end */
    bina_id agency;     /* of the file: that of its first code; 0 before it */
    int64_t number;     /* its round */
    int64_t counts[BINA_CONFIRM_REFUSED + 1];
} bina_confirm_receiving;

/** Tells what is wrong with a cell of the row. Holds nothing of what was written. */
void bina_confirm_complain(bina_confirm_receiving *self, int column, bool warn, const char *rule,
                           const char *english, const char *indonesian);

/** The same, and the row goes without being taken; BINA_OK, for the file goes on. */
bina_status bina_confirm_refuse(bina_confirm_receiving *self, int column, const char *rule,
                                const char *english, const char *indonesian);

/** The record with an id, or NULL where there is none. */
bina_status bina_confirm_get(bina_confirm_receiving *self, bina_id id, bina_record **record);

/** The id a human number names; 0 when it is none of this kind. `store` may be NULL. */
bina_id bina_confirm_number(const char *text, char letter, int kind, int *store);

/** Finds what was asked by the row's code, or without one by its number. NULL after complaining. */
bina_status bina_confirm_find(bina_confirm_receiving *self, bina_record **asked);

#endif
