/* Looking around from the case at hand, refusing it, and acting for it. */
#include "rules/case.h"

#include <stdlib.h>
#include "rules/refusals.h"

int64_t
bina_case_ask(bina_case *c, const char *select, const bina_value *values, size_t count)
{
    int64_t integer = 0;

    if (c->status == BINA_OK)
        c->status = c->access->ask(c->access->data, select, values, count, &integer, NULL, 0);
    return integer;
}

void
bina_case_ask_text(bina_case *c, const char *select, const bina_value *values, size_t count,
                   char *text, size_t size)
{
    int64_t integer;

    text[0] = '\0';
    if (c->status == BINA_OK)
        c->status = c->access->ask(c->access->data, select, values, count, &integer, text, size);
}

bina_id *
bina_case_ids(bina_case *c, const char *select, const bina_value *values, size_t count,
              size_t *found)
{
    bina_id *ids = NULL;

    *found = 0;
    if (c->status == BINA_OK)
        c->status = c->access->ids(c->access->data, select, values, count, &ids, found);
    return ids;
}

bina_value
bina_case_field(const bina_case *c, const char *name)
{
    int slot = bina_description_find(bina_record_description(c->record), name);

    return slot >= 0 ? bina_record_get(c->record, slot) : bina_null();
}

int64_t
bina_case_int(const bina_case *c, const char *name)
{
    bina_value value = bina_case_field(c, name);

    return bina_type_held_as(value.type) == BINA_INT ? value.as.integer : 0;
}

const char *
bina_case_text(const bina_case *c, const char *name)
{
    bina_value value = bina_case_field(c, name);

    return bina_type_held_as(value.type) == BINA_TEXT ? value.as.text : NULL;
}

bool
bina_case_has(const bina_case *c, const char *name)
{
    return bina_case_field(c, name).type != BINA_NULL;
}

void
bina_case_refuse(bina_case *c, const char *rule, const char *english, const char *indonesian, ...)
{
    bina_error sentence;
    va_list arguments;

    va_start(arguments, indonesian);
    bina_error_set_v(&sentence, BINA_ERR_REFUSED, english, indonesian, arguments);
    va_end(arguments);
    if (c->status == BINA_OK && !bina_refusals_add(c->refusals, rule, c->id, &sentence))
        c->status = bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
}

void
bina_case_saw(bina_case *c, const char *name, bina_value value)
{
    bina_refusals_saw(c->refusals, name, value);
}

void
bina_case_ground(bina_case *c, const char *policy, const char *version, const char *regulation)
{
    bina_refusals_ground(c->refusals, policy, version, regulation);
}

void
bina_case_advance(bina_case *c, bina_id id, const char *verb, const char *reason, const char *note)
{
    const bina_move move = {.verb = verb, .reason = reason, .note = note, .on = c->on};

    if (c->status == BINA_OK)
        c->status = c->access->advance(c->access->data, id, &move);
}

bina_id
bina_case_add(bina_case *c, bina_record *record)
{
    bina_id id = 0;

    if (c->status == BINA_OK)
        c->status = record != NULL ? c->access->add(c->access->data, record, &id)
                                   : bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
    bina_record_free(record);
    return id;
}

void
bina_case_update(bina_case *c, bina_record *record)
{
    if (c->status == BINA_OK)
        c->status = record != NULL ? c->access->update(c->access->data, record)
                                   : bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
    bina_record_free(record);
}

void
bina_case_set_dated(bina_case *c, bina_id id, int field, bina_value value, int64_t day)
{
    if (c->status == BINA_OK)
        c->status = c->access->set_dated(c->access->data, id, field, value, day);
}
