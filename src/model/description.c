/* Asking a description, and making one at run time. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "model/field.h"

/* ---- run-time descriptions ---- */

bina_description *
bina_description_new(const char *name, const char *doc)
{
    bina_description *self = calloc(1, sizeof *self);

    if (self == NULL)
        return NULL;
    self->holds = malloc(sizeof *self->holds);
    self->name = bina_text_copy(name != NULL ? name : "row");
    self->doc = bina_text_copy(doc != NULL ? doc : "");
    if (self->holds == NULL || self->name == NULL || self->doc == NULL) {
        free(self->holds);
        free((char *)(uintptr_t)self->name);
        free((char *)(uintptr_t)self->doc);
        free(self);
        return NULL;
    }
    atomic_init(self->holds, 1);
    self->plural = self->label = self->name;
    return self;
}

bina_description *
bina_description_extend(const bina_description *base)
{
    bina_description *self;
    bina_field *fields = NULL;

    if (base == NULL)
        return NULL;
    self = bina_description_new(base->name, base->doc);
    if (self == NULL)
        return NULL;
    if (!bina_vector_reserve(&fields, &self->capacity, (size_t)base->count + 1, sizeof *fields)) {
        bina_description_free(self);
        return NULL;
    }
    if (base->count > 0)
        memcpy(fields, base->fields, (size_t)base->count * sizeof *fields);
    self->fields = fields;
    self->count = base->count;
    self->kind = base->kind;
    self->flags = base->flags;
    self->base = bina_description_hold(base);
    self->plural = base->plural;
    self->label = base->label;
    return self;
}

static void
free_field(const bina_field *field)
{
    free((char *)(uintptr_t)field->name);
    free((char *)(uintptr_t)field->label);
    free((char *)(uintptr_t)field->doc);
    free((char *)(uintptr_t)field->format);
}

void
bina_description_free(const bina_description *description)
{
    bina_description *self = (bina_description *)(uintptr_t)description;

    if (self == NULL || self->holds == NULL || atomic_fetch_sub(self->holds, 1) > 1)
        return;
    for (int slot = self->base != NULL ? self->base->count : 0; slot < self->count; slot++)
        free_field(&self->fields[slot]);
    free((bina_field *)(uintptr_t)self->fields);
    free((char *)(uintptr_t)self->name);
    free((char *)(uintptr_t)self->doc);
    bina_description_free(self->base);
    free(self->holds);
    free(self);
}

const bina_description *
bina_description_hold(const bina_description *description)
{
    if (description != NULL && description->holds != NULL)
        atomic_fetch_add(description->holds, 1);
    return description;
}

/* Appends a field whose texts are copies; on failure nothing has changed. */
static int
add(bina_description *self, const bina_field *field)
{
    bina_field *fields = (bina_field *)(uintptr_t)self->fields, added = *field;

    if (self->holds == NULL || field->name == NULL || self->count >= 32767)
        return BINA_ERR_USAGE;
    if (bina_description_find(self, field->name) >= 0)
        return BINA_ERR_DUPLICATE;
    if (!bina_vector_reserve(&fields, &self->capacity, (size_t)self->count + 1, sizeof *fields))
        return BINA_ERR_NO_MEMORY;
    self->fields = fields;
    added.name = bina_text_copy(field->name);
    added.label = NULL;
    added.doc = bina_text_copy(field->doc != NULL ? field->doc : "");
    added.format = bina_text_copy(field->format);
    if (added.name == NULL || added.doc == NULL ||
        (field->format != NULL && added.format == NULL)) {
        free_field(&added);
        return BINA_ERR_NO_MEMORY;
    }
    fields[self->count] = added;
    return self->count++;
}

int
bina_description_add_field(bina_description *description, const char *name, bina_type type,
                           const char *format, const char *doc, unsigned flags)
{
    bina_field field = {.name = name, .type = type, .format = format, .doc = doc, .flags = flags};

    if (description == NULL || bina_type_held_as(type) == BINA_NULL)
        return BINA_ERR_USAGE;
    return add(description, &field);
}

bina_status
bina_description_label_field(bina_description *description, const char *label)
{
    bina_field *last = (bina_field *)(uintptr_t)&description->fields[description->count - 1];
    char *copy = bina_text_copy(label);

    if (copy == NULL)
        return BINA_ERR_NO_MEMORY;
    free((char *)(uintptr_t)last->label);
    last->label = copy;
    return BINA_OK;
}

/* ---- asking ---- */

const char *
bina_description_name(const bina_description *description)
{
    return description->name;
}

const char *
bina_description_plural(const bina_description *description)
{
    return description->plural;
}

const char *
bina_description_label(const bina_description *description, bina_language language)
{
    return language == BINA_INDONESIAN ? description->label : description->name;
}

const char *
bina_description_doc(const bina_description *description)
{
    return description->doc;
}

int
bina_description_kind(const bina_description *description)
{
    return description->kind;
}

unsigned
bina_description_flags(const bina_description *description)
{
    return description->flags;
}

int
bina_description_count(const bina_description *description)
{
    return description->count;
}

int
bina_description_find(const bina_description *description, const char *name)
{
    if (name != NULL)
        for (int slot = 0; slot < description->count; slot++)
            if (strcmp(description->fields[slot].name, name) == 0)
                return slot;
    return -1;
}

const bina_field *
bina_description_field(const bina_description *description, int slot)
{
    return slot >= 0 && slot < description->count ? &description->fields[slot] : NULL;
}

const char *
bina_field_name(const bina_field *field)
{
    return field->name;
}

const char *
bina_field_label(const bina_field *field, bina_language language)
{
    return language == BINA_INDONESIAN && field->label != NULL ? field->label : field->name;
}

const char *
bina_field_doc(const bina_field *field)
{
    return field->doc;
}

bina_type
bina_field_type(const bina_field *field)
{
    return field->type;
}

unsigned
bina_field_flags(const bina_field *field)
{
    return field->flags;
}

const char *
bina_field_format(const bina_field *field)
{
    return field->format;
}

bool
bina_field_refers_to(const bina_field *field, int kind)
{
    if (field->targets != NULL)
        for (int n = 0; field->targets[n] != BINA_NO_KIND; n++)
            if (field->targets[n] == kind)
                return true;
    return false;
}

int
bina_field_target(const bina_field *field, int n)
{
    if (field->targets == NULL || n < 0)
        return BINA_NO_KIND;
    for (int i = 0; field->targets[i] != BINA_NO_KIND; i++)
        if (i == n)
            return field->targets[i];
    return BINA_NO_KIND;
}

bool
bina_field_range(const bina_field *field, int64_t *least, int64_t *greatest)
{
    if (field->least == 0 && field->greatest == 0)
        return false;
    *least = field->least;
    *greatest = field->greatest;
    return true;
}

int
bina_field_since(const bina_field *field)
{
    return field->since > 0 ? field->since : 1;
}
