/* What a record says, field by field. */
#include "model/record.h"
#include "model/record_slots.h"

/* Whether there is such a field, in this state. */
static bool
is_state(const bina_record *record, int field, bina_slot_state state)
{
    return record != NULL && field >= 0 && field < record->description->count &&
           bina_slot_state_of(record, field) == state;
}

bool
bina_record_is_set(const bina_record *record, int field)
{
    return is_state(record, field, BINA_SLOT_VALUE) || is_state(record, field, BINA_SLOT_NULL);
}

bool
bina_record_is_masked(const bina_record *record, int field)
{
    return is_state(record, field, BINA_SLOT_MASKED);
}

bina_value
bina_record_get(const bina_record *record, int field)
{
    bina_value value = bina_null();
    const bina_slot *s;

    if (!is_state(record, field, BINA_SLOT_VALUE))
        return value;
    s = &record->slots[field];
    value.type = record->description->fields[field].type;
    switch (bina_type_held_as(value.type)) {
    case BINA_TEXT:
        value.as.text = record->bytes + s->text.at;
        break;
    case BINA_REAL:
        value.as.real = s->real;
        break;
    default:
        value.as.integer = s->integer;
        break;
    }
    return value;
}

const char *
bina_record_text(const bina_record *record, int field)
{
    size_t length;

    return bina_record_text_n(record, field, &length);
}

const char *
bina_record_text_n(const bina_record *record, int field, size_t *length)
{
    *length = 0;
    if (!is_state(record, field, BINA_SLOT_VALUE) || !bina_slot_has_text(record, field))
        return NULL;
    *length = record->slots[field].text.length;
    return record->bytes + record->slots[field].text.at;
}

int64_t
bina_record_int(const bina_record *record, int field)
{
    bina_value value = bina_record_get(record, field);

    return bina_type_held_as(value.type) == BINA_INT ? value.as.integer : 0;
}

double
bina_record_real(const bina_record *record, int field)
{
    bina_value value = bina_record_get(record, field);

    if (value.type == BINA_REAL)
        return value.as.real;
    return bina_type_held_as(value.type) == BINA_INT ? (double)value.as.integer : 0;
}

const char *
bina_record_display(const bina_record *record, int field)
{
    return is_state(record, field, BINA_SLOT_MASKED) ? record->bytes + record->slots[field].text.at
                                                     : NULL;
}

bina_id
bina_record_id(const bina_record *record)
{
    return record->description->kind != BINA_NO_KIND ? bina_record_int(record, 0) : 0;
}
