/*
 * A record: one slot a field, and one buffer that holds all its texts.
 *
 *   slots   [ id ][ revision ][ name: at 0, 12 bytes ][ ... ]
 *   bytes   "Tenun Ikat\0..."            (live: bytes still named by a slot)
 *
 * A text that is set anew goes to the end; what is dead is squeezed out when room is needed.
 */
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"
#include "model/field.h"
#include "model/record.h"

enum state { UNSET, IS_NULL, VALUE, MASKED };

typedef struct slot {
    union {
        int64_t integer;
        double real;
        struct {
            size_t at, length;
        } text;
    } as;
    enum state state;
} slot;

struct bina_record {
    const bina_description *description;
    char *bytes;
    size_t used, live, capacity;
    bina_status fault; /* the first one */
    int fault_field;
    slot slots[];
};

bina_record *
bina_record_new_of(const bina_description *description)
{
    bina_record *self;

    if (description == NULL)
        return NULL;
    self = calloc(1, sizeof *self + (size_t)description->count * sizeof(slot));
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

bina_record *
bina_record_copy(const bina_record *record)
{
    bina_record *copy = bina_record_new_of(record->description);

    if (copy == NULL)
        return NULL;
    if (record->used > 0 && !bina_vector_reserve(&copy->bytes, &copy->capacity, record->used, 1)) {
        bina_record_free(copy);
        return NULL;
    }
    if (record->used > 0)
        memcpy(copy->bytes, record->bytes, record->used);
    memcpy(copy->slots, record->slots, (size_t)record->description->count * sizeof(slot));
    copy->used = record->used;
    copy->live = record->live;
    copy->fault = record->fault;
    copy->fault_field = record->fault_field;
    return copy;
}

void
bina_record_clear(bina_record *self)
{
    memset(self->slots, 0, (size_t)self->description->count * sizeof(slot));
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

static bool
owns_text(const bina_record *self, int field)
{
    enum state state = self->slots[field].state;

    return state == MASKED ||
           (state == VALUE &&
            bina_type_held_as(self->description->fields[field].type) == BINA_TEXT);
}

/* The slot of a field, emptied; NULL (and the fault remembered) when there is no such field. */
static slot *
emptied(bina_record *self, int field)
{
    if (self == NULL)
        return NULL;
    if (field < 0 || field >= self->description->count) {
        remember(self, field, BINA_ERR_USAGE);
        return NULL;
    }
    if (owns_text(self, field))
        self->live -= self->slots[field].as.text.length + 1;
    self->slots[field].state = UNSET;
    return &self->slots[field];
}

/* Moves the live texts to the front of a buffer of their own. */
static bool
squeeze(bina_record *self, size_t needed)
{
    char *bytes = NULL;
    size_t capacity = 0, used = 0;

    if (!bina_vector_reserve(&bytes, &capacity, self->live + needed, 1))
        return false;
    for (int field = 0; field < self->description->count; field++) {
        slot *s = &self->slots[field];
        if (!owns_text(self, field))
            continue;
        memcpy(bytes + used, self->bytes + s->as.text.at, s->as.text.length + 1);
        s->as.text.at = used;
        used += s->as.text.length + 1;
    }
    free(self->bytes);
    self->bytes = bytes;
    self->capacity = capacity;
    self->used = used;
    return true;
}

static void
put_text(bina_record *self, int field, enum state state, const char *text, size_t length)
{
    slot *s = emptied(self, field);
    char *copy = NULL;
    bool room, own_bytes;

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
    if (self->capacity - self->used > length)
        room = true;
    else if (self->used / 2 > self->live)
        room = squeeze(self, length + 1);
    else
        room = length < SIZE_MAX - self->used - 1 &&
               bina_vector_reserve(&self->bytes, &self->capacity, self->used + length + 1, 1);
    if (room) {
        memcpy(self->bytes + self->used, text, length);
        self->bytes[self->used + length] = '\0';
        s->as.text.at = self->used;
        s->as.text.length = length;
        s->state = state;
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
        put_text(self, field, VALUE, text, length);
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
    slot *s;

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
        s->as.real = (double)integer;
    else
        s->as.integer = integer;
    s->state = VALUE;
}

void
bina_set_real(bina_record *self, int field, double real)
{
    const bina_field *described =
        self != NULL ? bina_description_field(self->description, field) : NULL;
    slot *s;

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
    s->as.real = real;
    s->state = VALUE;
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
    slot *s = emptied(self, field);

    if (s != NULL)
        s->state = IS_NULL;
}

void
bina_unset(bina_record *self, int field)
{
    emptied(self, field);
}

void
bina_set_masked(bina_record *self, int field, const char *display)
{
    put_text(self, field, MASKED, display != NULL ? display : "",
             display != NULL ? strlen(display) : 0);
}

/* ---- reading ---- */

static const slot *
slot_of(const bina_record *record, int field)
{
    return record != NULL && field >= 0 && field < record->description->count
               ? &record->slots[field]
               : NULL;
}

bool
bina_record_is_set(const bina_record *record, int field)
{
    const slot *s = slot_of(record, field);

    return s != NULL && (s->state == VALUE || s->state == IS_NULL);
}

bool
bina_record_is_masked(const bina_record *record, int field)
{
    const slot *s = slot_of(record, field);

    return s != NULL && s->state == MASKED;
}

bina_value
bina_record_get(const bina_record *record, int field)
{
    const slot *s = slot_of(record, field);
    bina_value value = bina_null();

    if (s == NULL || s->state != VALUE)
        return value;
    value.type = record->description->fields[field].type;
    switch (bina_type_held_as(value.type)) {
    case BINA_TEXT:
        value.as.text = record->bytes + s->as.text.at;
        break;
    case BINA_REAL:
        value.as.real = s->as.real;
        break;
    default:
        value.as.integer = s->as.integer;
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
    const slot *s = slot_of(record, field);

    *length = 0;
    if (s == NULL || s->state != VALUE || !owns_text(record, field))
        return NULL;
    *length = s->as.text.length;
    return record->bytes + s->as.text.at;
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
    const slot *s = slot_of(record, field);

    return s != NULL && s->state == MASKED ? record->bytes + s->as.text.at : NULL;
}

bina_id
bina_record_id(const bina_record *record)
{
    return record->description->kind != BINA_NO_KIND ? bina_record_int(record, 0) : 0;
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
