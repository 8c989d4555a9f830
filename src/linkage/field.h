/* A field ready for comparison: the standardised distinct values and each row's code. */
#ifndef BINA_SRC_LINKAGE_FIELD_H
#define BINA_SRC_LINKAGE_FIELD_H

#include "linkage/plan.h"

/** Levels in a pattern: 0 no value on one side, 1 different, up to the field's top: equal. */
#define BINA_LINK_MISSING   0u
#define BINA_LINK_DIFFERENT 1u
#define BINA_LINK_LEVELS    8u
#define BINA_LINK_BITS      3u

/** For every value the values similar to it, with their level; without the value itself. */
typedef struct bina_link_similar {
    size_t *start;  /* of code c; start[count] is the end; NULL until built */
    uint32_t *code; /* ascending for each value */
    uint8_t *level;
} bina_link_similar;

/** The words of the values of a field compared by words. */
typedef struct bina_link_words {
    bina_dictionary dictionary;
    uint32_t *frequency; /* of a word: in how many rows */
    float *weight;       /* of a word: what its agreement is worth */
    size_t *start;       /* of a value: its words */
    uint32_t *word;      /* ascending for each value, without repeats */
    float *total;        /* of a value: the weight of all its words */
    bina_link_similar similar;
} bina_link_words;

typedef struct bina_link_field {
    const bina_link_spec *spec;
    unsigned top; /* the level of equality */
    bina_dictionary values;
    uint32_t *codes;        /* one a row */
    uint32_t *count;        /* rows that hold a value */
    uint64_t filled;        /* rows with a value */
    uint8_t (*letters)[16]; /* of a value: how many of each letter, for bounds */
    int32_t *days;          /* of a value of a date: yyyymmdd, 00 unknown; 0 none */
    double *numbers;        /* of a value of a number */
    bina_link_words words;
    bina_link_similar similar;
} bina_link_field;

/** Standardises the values of all rows. The spec must outlive the field. */
bina_status bina_link_field_build(bina_link_field *field, const bina_link_spec *spec,
                                  bina_profile profile, const bina_link_table *table);

/** The last part of building: what follows from `values` and `codes`, which are set. */
bina_status bina_link_field_finish(bina_link_field *field, const bina_link_spec *spec,
                                   uint32_t rows);
void bina_link_field_drop(bina_link_field *field);
void bina_link_similar_drop(bina_link_similar *similar);

/** The level of two different values. */
unsigned bina_link_field_compare(const bina_link_field *field, uint32_t a, uint32_t b);

/** A value of a level in words, in a language (0 English, 1 Indonesian). Static. */
const char *bina_link_level_text(bina_link_compare compare, unsigned level, int language);

/** The name of a level, given in English, in a language; itself when there is no such level. */
const char *bina_link_level_in(const char *english, int language);

/** The level of equality of a way of comparing. */
static inline unsigned
bina_link_compare_top(bina_link_compare compare)
{
    switch (compare) {
    case BINA_LINK_EXACT:
        return 2;
    case BINA_LINK_NUMBER:
    case BINA_LINK_YEARS:
        return 4;
    case BINA_LINK_NAME:
    case BINA_LINK_WORDS:
        return 6;
    case BINA_LINK_CODE:
    case BINA_LINK_DATE:
        break;
    }
    return 5;
}

/** Finds every pair of similar values of a field, so that rows need not be compared again. */
bina_status bina_link_field_join(bina_link_field *field);

/** The lowest similarity of two names, by Jaro-Winkler, that is more than "different". */
#define BINA_LINK_LEAST_NAME 0.8

/**
 * Gives pairs of different values the level just below equality.
 *
 * @param pair both codes in one number, the lower in the high half; ascending
 */
bina_status bina_link_field_equate(bina_link_field *field, const uint64_t *pair, size_t count);

/** The level of two values of a field, from the lists of similar values where they are built. */
unsigned bina_link_field_level(const bina_link_field *field, uint32_t a, uint32_t b);

#endif
