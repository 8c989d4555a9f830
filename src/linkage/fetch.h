/* Fetching what comparing values will read: of large lists it lies far away, in no order. */
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

/** Fetches what a glance at two values of a field will read. */
static inline void
bina_link_fetch_glance(const bina_link_field *field, uint32_t a, uint32_t b)
{
    if (field->glance.code != NULL) {
        bina_fetch(&field->glance.code[a]);
        bina_fetch(&field->glance.code[b]);
    } else if (field->glance.words != NULL) {
        bina_fetch(&field->glance.words[a]);
        bina_fetch(&field->glance.words[b]);
    }
}

/** Fetches where comparing the texts of two values will read first. */
static inline void
bina_link_fetch_start(const bina_link_field *field, uint32_t a, uint32_t b)
{
    bina_fetch(&field->values.start[a]);
    bina_fetch(&field->values.start[b]);
    if (field->spec->compare == BINA_LINK_WORDS) {
        bina_fetch(&field->words.start[a]);
        bina_fetch(&field->words.start[b]);
        bina_fetch(&field->words.total[a]);
        bina_fetch(&field->words.total[b]);
    }
}

/** And what, once that is there. */
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
