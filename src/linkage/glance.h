/*
 * What tells at a glance that two values are not alike: of every value a few bytes that lie in one
 * place, from which the most that comparing the texts could say is worked out in some nanoseconds.
 * Most values that meet are not alike, so most texts are never looked at.
 */
#ifndef BINA_SRC_LINKAGE_GLANCE_H
#define BINA_SRC_LINKAGE_GLANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "base/heap.h"

struct bina_link_field;

/** Of a code: the low half of each byte, the first lowest. */
typedef struct bina_link_glance_code {
    uint64_t halves;
    uint64_t length; /* 0: no telling */
} bina_link_glance_code;

#define BINA_LINK_GLANCE_BYTES 16

/** Of a value compared by words. A place without a word is 0; without any: no telling. */
#define BINA_LINK_GLANCE_WORDS 4
typedef struct bina_link_glance_words {
    uint32_t word[BINA_LINK_GLANCE_WORDS]; /* from bit 8; below its length, 0 if never misspelt */
    uint32_t letters[BINA_LINK_GLANCE_WORDS]; /* which occur */
    uint32_t first[BINA_LINK_GLANCE_WORDS];   /* the first four bytes, the first lowest */
    float weight[BINA_LINK_GLANCE_WORDS];
} bina_link_glance_words;

/** What two values of words may have at most. */
typedef unsigned bina_link_glance_form(const bina_link_glance_words *a,
                                       const bina_link_glance_words *b);

/** What is kept of the values of a field, of one kind at most. */
typedef struct bina_link_glance {
    bina_link_glance_code *code;
    bina_link_glance_words *words;
    bina_link_glance_form *form; /* the fastest that this machine has */
    uint32_t room;               /* values */
} bina_link_glance;

/** @param heap where the field's values lie */
void bina_link_glance_drop(bina_link_glance *glance, bina_heap *heap);

/** Takes in the values of a field from one on, whose words are split and weighed. */
bina_status bina_link_glance_take(struct bina_link_field *field, uint32_t from);

/** The most level that two different values of a field may have. */
unsigned bina_link_glance_most(const struct bina_link_field *field, uint32_t a, uint32_t b);

/** The same worked out word by word, half of the words at once (AVX2), all at once (AVX-512). */
#define BINA_LINK_GLANCE_FORMS 3

/** A form of them, the slowest first; NULL: not on this machine. */
bina_link_glance_form *bina_link_glance_form_of(unsigned form);

#endif
