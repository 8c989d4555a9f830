/*
 * How a record holds its values, for the files of records: one slot a field, and one buffer for all
 * its texts.
 *
 *   slots   [ id ][ revision ][ name: at 0, 12 bytes ][ ... ]
 *   bytes   "Tenun Ikat\0..."            (live: bytes still named by a slot)
 *
 * A text that is set anew goes to the end; what is dead is squeezed out when room is needed.
 */
#ifndef BINA_SRC_MODEL_RECORD_SLOTS_H
#define BINA_SRC_MODEL_RECORD_SLOTS_H

#include <stddef.h>
#include <bina/record.h>
#include "model/field.h"

typedef enum bina_slot_state {
    BINA_SLOT_UNSET,
    BINA_SLOT_NULL,
    BINA_SLOT_VALUE,
    BINA_SLOT_MASKED,
} bina_slot_state;

typedef struct bina_slot {
    union {
        int64_t integer;
        double real;
        struct {
            size_t at, length;
        } text;
    } as;
    bina_slot_state state;
} bina_slot;

struct bina_record {
    const bina_description *description;
    char *bytes;
    size_t used, live, capacity;
    bina_status fault; /* the first one */
    int fault_field;
    bina_slot slots[];
};

/** Whether a slot names a text: its value's, or what a mask shows. */
static inline bool
bina_slot_has_text(const bina_record *record, int field)
{
    bina_slot_state state = record->slots[field].state;

    return state == BINA_SLOT_MASKED ||
           (state == BINA_SLOT_VALUE &&
            bina_type_held_as(record->description->fields[field].type) == BINA_TEXT);
}

#endif
