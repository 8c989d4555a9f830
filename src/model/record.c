/* Records: made, filled, and asked whether that went well. */
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"
#include "model/record_slots.h"

bina_record *
bina_record_new_of(const bina_description *description)
{
    bina_record *self;

    if (description == NULL)
        return NULL;
    self = calloc(1, sizeof *self + bina_slots_size(description->count));
    if (self != NULL)
        self->description = bina_description_hold(description);
    return self;
}

bina_record *
bina_record_new(int kind)
{
    return bina_record_new_of(bina_kind_description(kind));
}

void
bina_record_free(bina_record *self)
{
    if (self == NULL)
        return;
    bina_description_free(self->description);
    free(self->bytes);
    free(self);
}

/* The live texts to the front of a buffer of their own; the slots to where they are in it. */
static size_t
gather(const bina_record *self, bina_slot *slots, char *bytes)
{
    size_t used = 0;

    for (int field = 0; field < self->description->count; field++) {
        size_t size = (size_t)slots[field].text.length + 1;
        if (!bina_slot_has_text(self, field))
            continue;
        memcpy(bytes + used, self->bytes + slots[field].text.at, size);
        slots[field].text.at = (uint32_t)used;
        used += size;
    }
    return used;
}

bina_record *
bina_record_copy(const bina_record *record)
{
    bina_record *copy = bina_record_new_of(record->description);

    if (copy == NULL)
        return NULL;
    if (record->live > 0)
        copy->bytes = malloc(record->live);
    if (record->live > 0 && copy->bytes == NULL) {
        bina_record_free(copy);
        return NULL;
    }
    memcpy(copy->slots, record->slots, bina_slots_size(record->description->count));
    copy->used = copy->live = copy->capacity = gather(record, copy->slots, copy->bytes);
    copy->fault = record->fault;
    copy->fault_field = record->fault_field;
    return copy;
}

void
bina_record_clear(bina_record *self)
{
    memset(self->slots, 0, bina_slots_size(self->description->count));
    self->used = self->live = 0;
    self->fault = BINA_OK;
}

const bina_description *
bina_record_description(const bina_record *record)
{
    return record->description;
}

/* ---- filling ---- */

static void
remember(bina_record *self, int field, bina_status fault)
{
    if (self->fault != BINA_OK)
        return;
    self->fault = fault;
    self->fault_field = field;
}

/* The slot of a field, emptied; NULL (and the fault remembered) when there is no such field. */
static bina_slot *
emptied(bina_record *self, int field)
{
    if (self == NULL)
        return NULL;
    if (field < 0 || field >= self->description->count) {
        remember(self, field, BINA_ERR_USAGE);
        return NULL;
    }
    if (bina_slot_has_text(self, field))
        self->live -= (size_t)self->slots[field].text.length + 1;
    bina_slot_states(self)[field] = BINA_SLOT_UNSET;
    return &self->slots[field];
}

/* Leaves the dead texts behind. */
static bool
squeeze(bina_record *self, size_t needed)
{
    char *bytes = NULL;
    size_t capacity = 0;

    if (!bina_vector_reserve(&bytes, &capacity, self->live + needed, 1))
        return false;
    self->used = gather(self, self->slots, bytes);
    free(self->bytes);
    self->bytes = bytes;
    self->capacity = capacity;
    return true;
}

/* Texts move with every one that is set where that is watched: who holds one too long is caught. */
#ifdef __SANITIZE_ADDRESS__
#define ALWAYS_MOVES true
#else
#define ALWAYS_MOVES false
#endif

/* Room for a text behind the others; false when there is none, or places would not fit a slot. */
static bool
make_room(bina_record *self, size_t length)
{
    bool far = ALWAYS_MOVES || length >= UINT32_MAX - self->used;

    if (length >= UINT32_MAX - self->live)
        return false;
    if (!far && self->capacity - self->used > length)
        return true;
    return far || self->used / 2 > self->live
               ? squeeze(self, length + 1)
               : bina_vector_reserve(&self->bytes, &self->capacity, self->used + length + 1, 1);
}

static void
put_text(bina_record *self, int field, bina_slot_state state, const char *text, size_t length)
{
    bina_slot *s = emptied(self, field);
    char *copy = NULL;
    bool own_bytes;

    if (s == NULL)
        return;
    /* The text may be one of the record's own, which making room would move. */
    own_bytes = self->bytes != NULL && text >= self->bytes && text < self->bytes + self->capacity;
    if (own_bytes) {
        copy = malloc(length + 1);
        if (copy == NULL) {
            remember(self, field, BINA_ERR_NO_MEMORY);
            return;
        }
        memcpy(copy, text, length);
        text = copy;
    }
    if (make_room(self, length)) {
        memcpy(self->bytes + self->used, text, length);
        self->bytes[self->used + length] = '\0';
        s->text.at = (uint32_t)self->used;
        s->text.length = (uint32_t)length;
        bina_slot_states(self)[field] = (unsigned char)state;
        self->used += length + 1;
        self->live += length + 1;
    } else {
        remember(self, field, BINA_ERR_NO_MEMORY);
    }
    free(copy);
}

void
bina_set_text_n(bina_record *self, int field, const char *text, size_t length)
{
    const bina_field *described;
    char iso[32];
    int64_t integer;

    if (text == NULL) {
        bina_set_null(self, field);
        return;
    }
    described = self != NULL ? bina_description_field(self->description, field) : NULL;
    if (described == NULL) {
        emptied(self, field);
        return;
    }
    if (memchr(text, '\0', length) != NULL) {
        remember(self, field, BINA_ERR_INVALID);
    } else if (bina_type_held_as(described->type) == BINA_TEXT) {
        put_text(self, field, BINA_SLOT_VALUE, text, length);
    } else if (described->type == BINA_DATE || described->type == BINA_TIME) {
        memcpy(iso, text, length < sizeof iso ? length : 0);
        iso[length < sizeof iso ? length : 0] = '\0';
        if (described->type == BINA_DATE ? bina_date_parse(iso, &integer)
                                         : bina_time_parse(iso, &integer))
            bina_set_int(self, field, integer);
        else
            remember(self, field, BINA_ERR_INVALID);
    } else {
        remember(self, field, BINA_ERR_TYPE);
    }
}

void
bina_set_text(bina_record *self, int field, const char *text)
{
    bina_set_text_n(self, field, text, text != NULL ? strlen(text) : 0);
}

void
bina_set_int(bina_record *self, int field, int64_t integer)
{
    const bina_field *described =
        self != NULL ? bina_description_field(self->description, field) : NULL;
    bina_slot *s;

    if (described != NULL && bina_type_held_as(described->type) == BINA_TEXT) {
        remember(self, field, BINA_ERR_TYPE);
        return;
    }
    if (described != NULL && described->type == BINA_BOOL && integer != 0 && integer != 1) {
        remember(self, field, BINA_ERR_INVALID);
        return;
    }
    s = emptied(self, field);
    if (s == NULL || described == NULL)
        return;
    if (described->type == BINA_REAL)
        s->real = (double)integer;
    else
        s->integer = integer;
    bina_slot_states(self)[field] = BINA_SLOT_VALUE;
}

void
bina_set_real(bina_record *self, int field, double real)
{
    const bina_field *described =
        self != NULL ? bina_description_field(self->description, field) : NULL;
    bina_slot *s;

    if (described != NULL && described->type != BINA_REAL) {
        remember(self, field, BINA_ERR_TYPE);
        return;
    }
    if (described != NULL && !(real - real == 0)) { /* neither infinite nor not a number */
        remember(self, field, BINA_ERR_INVALID);
        return;
    }
    s = emptied(self, field);
    if (s == NULL)
        return;
    s->real = real;
    bina_slot_states(self)[field] = BINA_SLOT_VALUE;
}

void
bina_set_date(bina_record *self, int field, int year, int month, int day_of_month)
{
    const bina_field *described =
        self != NULL ? bina_description_field(self->description, field) : NULL;
    int64_t day;

    if (described != NULL && described->type != BINA_DATE)
        remember(self, field, BINA_ERR_TYPE);
    else if (!bina_date_from_civil(year, month, day_of_month, &day))
        remember(self, field, BINA_ERR_INVALID);
    else
        bina_set_int(self, field, day);
}

void
bina_record_set(bina_record *self, int field, bina_value value)
{
    switch (bina_type_held_as(value.type)) {
    case BINA_NULL:
        bina_set_null(self, field);
        break;
    case BINA_TEXT:
        bina_set_text(self, field, value.as.text);
        break;
    case BINA_REAL:
        bina_set_real(self, field, value.as.real);
        break;
    default:
        bina_set_int(self, field, value.as.integer);
        break;
    }
}

void
bina_set_null(bina_record *self, int field)
{
    if (emptied(self, field) != NULL)
        bina_slot_states(self)[field] = BINA_SLOT_NULL;
}

void
bina_unset(bina_record *self, int field)
{
    emptied(self, field);
}

void
bina_set_masked(bina_record *self, int field, const char *display)
{
    put_text(self, field, BINA_SLOT_MASKED, display != NULL ? display : "",
             display != NULL ? strlen(display) : 0);
}

bina_status
bina_record_check(const bina_record *record, bina_error *error)
{
    const bina_field *field;

    if (record == NULL)
        return bina_error_set(error, BINA_ERR_USAGE, "no record was given", "data tidak diberikan");
    if (record->fault == BINA_OK)
        return BINA_OK;
    field = bina_description_field(record->description, record->fault_field);
    if (field == NULL) {
        bina_error_set(error, BINA_ERR_USAGE, "%s has no field number %d",
                       "%s tidak mempunyai isian nomor %d", record->description->name,
                       record->fault_field);
        bina_error_at(error, record->description->name, NULL, "record.field");
        return record->fault;
    }
    switch (record->fault) {
    case BINA_ERR_TYPE:
        bina_error_set(error, record->fault, "%s.%s was given a value that is not of type %s",
                       "%s.%s diisi nilai yang bukan jenis %s", record->description->name,
                       field->name, bina_type_name(field->type));
        break;
    case BINA_ERR_INVALID:
        bina_error_set(error, record->fault, "%s.%s was given something that is no %s",
                       "%s.%s diisi sesuatu yang bukan %s", record->description->name, field->name,
                       bina_type_name(field->type));
        break;
    default:
        bina_error_plain(error, record->fault);
        break;
    }
    bina_error_at(error, record->description->name, field->name, "record.type");
    return record->fault;
}
