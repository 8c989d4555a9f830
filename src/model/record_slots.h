/*
 * How a record holds its values, for the files of records: one slot a field, behind them a byte
 * each that tells whether it is filled, and one buffer for all texts. Registers hold millions of
 * records in memory at a time, most fields of which are empty, so a slot is small.
 *
 *   slots   [ id ][ revision ][ name: at 0, 12 bytes ][ ... ]
 *   states  [ value, value, value, unset, ... ]
 *   bytes   "Tenun Ikat\0..."            (live: bytes still named by a slot)
 *
 * A text that is set anew goes to the end; what is dead is squeezed out when room is needed.
 */
#ifndef BINA_SRC_MODEL_RECORD_SLOTS_H
#define BINA_SRC_MODEL_RECORD_SLOTS_H

#include <stddef.h>
#include <stdint.h>
#include <bina/record.h>
#include "model/field.h"

typedef enum bina_slot_state {
    BINA_SLOT_UNSET,
    BINA_SLOT_NULL,
    BINA_SLOT_VALUE,
    BINA_SLOT_MASKED,
} bina_slot_state;

typedef union bina_slot {
    int64_t integer;
    double real;
    struct {
        uint32_t at, length;
    } text;
} bina_slot;

struct bina_record {
    const bina_description *description;
    char *bytes;
    size_t used, live, capacity; /* at most UINT32_MAX bytes are used */
    bina_status fault;           /* the first one */
    int fault_field;
    bina_slot slots[];
};

/** Bytes of all slots and states of a record of so many fields. */
static inline size_t
bina_slots_size(int fields)
{
    return (size_t)fields * (sizeof(bina_slot) + 1);
}

static inline unsigned char *
bina_slot_states(const bina_record *record)
{
    return (unsigned char *)(uintptr_t)(record->slots + record->description->count);
}

static inline bina_slot_state
bina_slot_state_of(const bina_record *record, int field)
{
    return (bina_slot_state)bina_slot_states(record)[field];
}

/** Whether a slot names a text: its value's, or what a mask shows. */
static inline bool
bina_slot_has_text(const bina_record *record, int field)
{
    bina_slot_state state = bina_slot_state_of(record, field);

    return state == BINA_SLOT_MASKED ||
           (state == BINA_SLOT_VALUE &&
            bina_type_held_as(record->description->fields[field].type) == BINA_TEXT);
}

#endif
