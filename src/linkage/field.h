/* A field ready for comparison: the standardised distinct values and each row's code. */
#ifndef BINA_SRC_LINKAGE_FIELD_H
#define BINA_SRC_LINKAGE_FIELD_H

#include "linkage/glance.h"
#include "linkage/plan.h"
#include "linkage/standardise.h"

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
    uint8_t *table;  /* of few values: the level of a and b at a * values + b, 0 not similar */
    uint32_t values; /* in the lists */
    uint32_t later;  /* the first value added after the lists were built; 0 for none */
} bina_link_similar;

/** What tells soon that two words are not spelt alike. */
typedef struct bina_link_mark {
    uint32_t letters; /* which occur */
    uint32_t first;   /* the first four */
    uint16_t number;  /* of a name or text: the unit, however written, of a number; 0: none */
    uint8_t length;   /* 0: no telling */
    bool spelt;       /* may be spelt in two ways */
} bina_link_mark;

/** A word that is written in two elsewhere. */
typedef struct bina_link_joint {
    uint32_t part[2];
    bool parted; /* it is read as its parts; else they are read as it, when they stand together */
} bina_link_joint;

typedef struct bina_link_joints {
    uint32_t *of; /* of a word: its joint, plus one; 0 for none */
    bina_link_joint *joint;
    uint32_t words; /* that `of` knows */
} bina_link_joints;

/** The words of the values of a field compared by words. */
typedef struct bina_link_words {
    bina_dictionary dictionary;
    uint32_t *frequency;  /* of a word: in how many rows */
    float *weight;        /* of a word: what its agreement is worth */
    bina_link_mark *mark; /* of a word */
    size_t *start;        /* of a value: its words */
    uint32_t *word;       /* ascending for each value, without repeats */
    size_t word_room;
    float *total;  /* of a value: the weight of all its words */
    uint32_t room; /* words that what is kept of each has room for */
    bina_link_joints joints;
    bina_link_similar similar;
} bina_link_words;

typedef struct bina_link_field {
    const bina_link_spec *spec;
    unsigned top;           /* the level of equality */
    bina_dictionary values; /* where it lies, all this does */
    uint32_t *codes;        /* one a row */
    uint32_t *count;        /* rows that hold a value */
    uint64_t filled;        /* rows with a value */
    int32_t *days;          /* of a value of a date: yyyymmdd, 00 unknown; 0 none */
    double *numbers;        /* of a value of a number */
    bina_link_words words;
    bina_link_glance glance;
    bina_link_similar similar;
    uint32_t room; /* values that what is kept of each has room for */
} bina_link_field;

/** Whether two sources standardise a text alike. */
bool bina_link_source_is_like(const bina_link_source *a, const bina_link_source *b);

/** Standardises a text of a source, for bina_link_source_take. The memo may be NULL. */
void bina_link_source_standardise(const bina_link_source *source, bina_profile profile,
                                  const char *text, size_t length, struct bina_memo *memo,
                                  bina_standard *standard);

/**
 * What a source takes of a standardised text: a standard value of its field.
 *
 * @param number room for what is not part of the text
 * @return borrowed from `standard` or `number`; `*taken` is its length, 0 for no value
 */
const char *bina_link_source_take(const bina_link_source *source, const bina_standard *standard,
                                  char number[16], size_t *taken);

/**
 * What a source takes of a text: a standard value of its field.
 *
 * @param number room for what is not part of the text
 * @return borrowed from `standard` or `number`; `*taken` is its length, 0 for no value
 */
const char *bina_link_source_read(const bina_link_source *source, bina_profile profile,
                                  const char *text, size_t length, bina_standard *standard,
                                  char number[16], size_t *taken);

/** Longer values are cut: what follows says nothing more of identity. */
#define BINA_LINK_JOINED 1024

/** Adds a column's text to those joined so far, which have `used` bytes; returns how many now. */
size_t bina_link_column_join(char joined[BINA_LINK_JOINED], size_t used, const char *text,
                             size_t length);

/** The last part of building: what follows from `values` and `codes`, which are set. */
bina_status bina_link_field_finish(bina_link_field *field, const bina_link_spec *spec,
                                   uint32_t rows);
void bina_link_field_drop(bina_link_field *field);

/** What comparing needs to know of the values from code `from` on: days, numbers, words. */
bina_status bina_link_field_derive(bina_link_field *field, uint32_t from);

/** How many values and words a field has. */
typedef struct bina_link_extent {
    uint32_t values, words;
} bina_link_extent;

/**
 * The code of a standard value, which is added when it is new: after the field was built, and
 * without a row that has it, so that no frequency changes.
 */
bina_status bina_link_field_add(bina_link_field *field, const char *text, size_t length,
                                uint32_t *code);
bina_link_extent bina_link_field_extent(const bina_link_field *field);

/** Forgets the values that were added since. */
void bina_link_field_cut(bina_link_field *field, bina_link_extent extent);
void bina_link_similar_drop(bina_link_similar *similar);

/** Whether a value of two was added after the lists were built. */
static inline bool
bina_link_is_later(const bina_link_similar *similar, uint32_t a, uint32_t b)
{
    return similar->later != 0 && (a >= similar->later || b >= similar->later);
}

/** The least level of two words, as names, that are one word spelt in two ways. */
#define BINA_LINK_SPELT_ALIKE 3u

/** What words count that are spelt nearly alike, and less so, and a letter that may stand for one.
 */
#define BINA_LINK_NEAR_WORD .9
#define BINA_LINK_FAR_WORD  .8
#define BINA_LINK_INITIAL   .5

/** What two words of a level count, BINA_LINK_SPELT_ALIKE or more. */
static inline double
bina_link_likeness_of(unsigned level)
{
    return level > BINA_LINK_SPELT_ALIKE ? BINA_LINK_NEAR_WORD : BINA_LINK_FAR_WORD;
}

/** Whether a word may be spelt in two ways: a few letters, or a number, may not. */
bool bina_link_word_is_spelt(const bina_link_words *words, uint32_t w);

/** The level of two words of a field compared by words, as names; 0 when spelt too differently. */
unsigned bina_link_words_compare(const bina_link_words *words, uint32_t v, uint32_t w);

/** The similarity of two words of a field compared by words, 0 to 1. */
double bina_link_words_similarity(const bina_link_words *words, uint32_t v, uint32_t w);

/** The level of two different values, without a glance at them before: what a glance is held to. */
unsigned bina_link_field_compare_texts(const bina_link_field *field, uint32_t a, uint32_t b);

/** The same, fast. */
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
    case BINA_LINK_DEGREES:
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

/**
 * Finds every pair of similar values of a field, so that rows need not be compared again.
 *
 * @param most of a field of more values nothing is found, and of one of more words not which of
 *             them are spelt alike: they are compared when rows meet
 */
bina_status bina_link_field_join(bina_link_field *field, uint32_t most, unsigned threads);

/** Whether a field has so many values that joining them is worth all threads. */
bool bina_link_field_is_long(const bina_link_field *field);

/** Joins the fields that are not, several at once, one thread each. */
bina_status bina_link_fields_join(bina_link_field *field, int fields, uint32_t most,
                                  unsigned threads);

/** The level of two different values in lists that are built; 0 when they are not similar. */
unsigned bina_link_similar_level(const bina_link_similar *similar, uint32_t a, uint32_t b);

/** The lowest similarity of two names, by Jaro-Winkler, that is more than "different". */
#define BINA_LINK_LEAST_NAME 0.8
/** And of the next level. */
#define BINA_LINK_CLOSE_NAME 0.88

/** Codes of fewer bytes are never similar; two edits are similar from so many on. */
#define BINA_LINK_LEAST_CODE 3u
#define BINA_LINK_LONG_CODE  6u

/** The level of codes that have no more than their first half in common. */
#define BINA_LINK_HALF_CODE 2u

/** The least share of words of each level, and how much a part of a value counts. */
#define BINA_LINK_LEAST_WORDS .45
#define BINA_LINK_MORE_WORDS  .65
#define BINA_LINK_MOST_WORDS  .85
#define BINA_LINK_PART_OF     .8

/**
 * Gives pairs of different values the level just below equality.
 *
 * @param pair both codes in one number, the lower in the high half; ascending
 */
bina_status bina_link_field_equate(bina_link_field *field, const uint64_t *pair, size_t count);

/** The level of two values of a field, from the lists of similar values where they are built. */
unsigned bina_link_field_level(const bina_link_field *field, uint32_t a, uint32_t b);

#endif
