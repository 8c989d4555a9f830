/* Bringing near what comparing values will read: of large lists it lies far away, in no order. */
#ifndef BINA_SRC_LINKAGE_FETCH_H
#define BINA_SRC_LINKAGE_FETCH_H

#include "base/fetch.h"
#include "linkage/field.h"

/** Whether a glance at values tells less than comparing them does. */
static inline bool
bina_link_is_only_glanced_at(const bina_link_field *field)
{
    switch (field->spec->compare) {
    case BINA_LINK_NAME:
    case BINA_LINK_CODE:
    case BINA_LINK_WORDS:
        return field->similar.start == NULL;
    default:
        return false;
    }
}

/** Touches what a glance at two values of a field will read. */
static inline void
bina_link_touch_glance(const bina_link_field *field, uint32_t a, uint32_t b)
{
    if (field->glance.code != NULL) {
        bina_heap_touch(field->values.heap, &field->glance.code[a]);
        bina_heap_touch(field->values.heap, &field->glance.code[b]);
    } else if (field->glance.words != NULL) {
        bina_heap_touch(field->values.heap, &field->glance.words[a]);
        bina_heap_touch(field->values.heap, &field->glance.words[b]);
    }
}

/** Touches where comparing the texts of two values will read first. */
static inline void
bina_link_touch_start(const bina_link_field *field, uint32_t a, uint32_t b)
{
    bina_heap_touch(field->values.heap, &field->values.start[a]);
    bina_heap_touch(field->values.heap, &field->values.start[b]);
    if (field->spec->compare == BINA_LINK_WORDS) {
        bina_heap_touch(field->values.heap, &field->words.start[a]);
        bina_heap_touch(field->values.heap, &field->words.start[b]);
        bina_heap_touch(field->values.heap, &field->words.total[a]);
        bina_heap_touch(field->values.heap, &field->words.total[b]);
    }
}

/** Fetches what it will read then: there need be nothing to read. */
static inline void
bina_link_fetch_texts(const bina_link_field *field, uint32_t a, uint32_t b)
{
    if (field->spec->compare == BINA_LINK_WORDS) {
        bina_fetch(&field->words.word[field->words.start[a]]);
        bina_fetch(&field->words.word[field->words.start[b]]);
    } else {
        bina_fetch(bina_dictionary_text(&field->values, a));
        bina_fetch(bina_dictionary_text(&field->values, b));
    }
}

#endif
