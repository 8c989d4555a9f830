/*
 * Word lists of the standardiser: constant tables in byte order, found by bisection.
 */
#ifndef BINA_SRC_LINKAGE_LEXICON_H
#define BINA_SRC_LINKAGE_LEXICON_H

#include <stddef.h>
#include <stdint.h>

/* What a word is; each list uses its own. */
typedef enum bina_lexeme_kind {
    BINA_LEXEME_NONE = 0,
    /* names */
    BINA_LEXEME_TITLE,    /* not part of the name */
    BINA_LEXEME_NAME,     /* a name with several spellings */
    BINA_LEXEME_WEAK,     /* so common or optional that it tells little */
    BINA_LEXEME_BALI,     /* birth order or caste in Bali: tells little; I and Ni go before */
    BINA_LEXEME_PARTICLE, /* La, Wa: mark the sex, often dropped */
    BINA_LEXEME_COMMON,   /* a common name with one spelling: tells a person from a thing */
    /* businesses */
    BINA_LEXEME_FORM,    /* legal form or kind of group */
    BINA_LEXEME_HOME,    /* home industry */
    BINA_LEXEME_TRADE,   /* shop, workshop, trade */
    BINA_LEXEME_PRODUCT, /* what is made */
    BINA_LEXEME_OWNER,   /* a person's name follows */
    BINA_LEXEME_FILLER,  /* tells nothing */
    /* addresses */
    BINA_LEXEME_STREET,
    BINA_LEXEME_NUMBER,
    BINA_LEXEME_RT,
    BINA_LEXEME_RW,
    BINA_LEXEME_HAMLET,
    BINA_LEXEME_VILLAGE,
    BINA_LEXEME_DISTRICT,
    BINA_LEXEME_REGENCY,
    BINA_LEXEME_PROVINCE,
    BINA_LEXEME_ESTATE,
    BINA_LEXEME_LANDMARK,
    BINA_LEXEME_COMPASS,
    BINA_LEXEME_GEO,
    BINA_LEXEME_HONORIFIC,
    BINA_LEXEME_ALIAS, /* nickname of a region */
} bina_lexeme_kind;

#define BINA_LEXEME_FORM_SIZE 32

/*
 * One form: one word, or several parted by one blank. It stands in the entry itself, padded with
 * zeros, so that bisection compares eight letters at a time and follows no pointer.
 */
typedef struct bina_lexeme {
    char form[BINA_LEXEME_FORM_SIZE];
    const char *canonical;
    uint8_t kind;
    uint16_t flags; /* BINA_STANDARD_... */
} bina_lexeme;

#define BINA_LEXICA 7

typedef struct bina_lexicon {
    const bina_lexeme *entries;
    size_t count;
    unsigned number; /* each has one of its own, below BINA_LEXICA */
} bina_lexicon;

#define BINA_LEXICON_COUNT(array) (sizeof(array) / sizeof((array)[0]))

extern const bina_lexicon bina_lexicon_titles_before, bina_lexicon_titles_after, bina_lexicon_names,
    bina_lexicon_business, bina_lexicon_business_generic, bina_lexicon_address,
    bina_lexicon_address_generic;

/* A folded word where it stands; not NUL-terminated. */
typedef struct bina_word {
    const char *text;
    uint16_t length;
    uint8_t mark; /* BINA_WORD_... */
} bina_word;

/*
 * The longest entry that the first of `count` words begin, and how many words it took; NULL and
 * 0 when there is none.
 */
const bina_lexeme *bina_lexicon_find(const bina_lexicon *self, const bina_word *words, size_t count,
                                     size_t *used);

/* One word only. */
const bina_lexeme *bina_lexicon_word(const bina_lexicon *self, const char *text, size_t length);

#endif
