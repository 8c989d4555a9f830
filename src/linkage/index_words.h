/* The values of several words that are like one. */
#ifndef BINA_SRC_LINKAGE_INDEX_WORDS_H
#define BINA_SRC_LINKAGE_INDEX_WORDS_H

#include "linkage/field.h"
#include "linkage/index_near.h"
#include "linkage/posted.h"

/** A word that another is like. */
typedef struct bina_link_spelling {
    uint32_t word; /* 0 behind the last of one word */
    double similarity;
} bina_link_spelling;

/** What was found of words that were looked for, so that common ones are looked for once. */
typedef struct bina_link_spellings {
    uint32_t *at; /* of a word: 1 + where the words like it begin; 0 when not looked for */
    bina_link_spelling *like;
    size_t count, room;
} bina_link_spellings;

/** The values that hold each word, and what searches learn of the words. */
typedef struct bina_link_postings {
    bina_link_posted posted;
    uint32_t letter[256];      /* the word that is one byte; 0 for none */
    bina_link_near_texts near; /* the words themselves */
    bina_link_spellings spellings;
} bina_link_postings;

void bina_link_postings_drop(bina_link_postings *postings);

/** What a value may be worth to another: to either side, and by how many words. */
typedef struct bina_link_worth {
    float own, other;
    uint32_t words;
} bina_link_worth;

/** A word that some word of the value at hand is like. */
typedef struct bina_link_token {
    uint32_t word, like; /* the latter of the value at hand */
    uint32_t next;       /* 1 + the next token of the word; 0 for none */
    float own, other;    /* what that is worth to the value at hand, and to others */
    double similarity;
} bina_link_token;

/** Work space for searches in any field; zeroed at first. */
typedef struct bina_link_summing {
    bina_link_worth *of; /* of a value; zero but during a search */
    uint8_t *mark;       /* of a value; the same */
    uint32_t *value;     /* those whose worth is not zero */
    uint32_t room;
    size_t count;
    bina_link_token *token;
    size_t tokens, token_room;
    uint32_t *at; /* of a word: 1 + its first token; 0 but during a search */
    uint32_t at_room;
} bina_link_summing;

void bina_link_summing_drop(bina_link_summing *summing);

/** A search among the first values and words of a field: always as many for one `postings`. */
typedef struct bina_link_worded {
    const bina_link_field *field;
    bina_link_postings *postings;
    bina_link_summing *summing;
    bina_link_extent end;
    uint32_t from; /* values from this one on are told */
    bina_status (*tell)(void *self, uint32_t code, unsigned level);
    void *self;
} bina_link_worded;

/** Adds a token for every word like one of the value at hand, itself too, that some value holds. */
bina_status bina_link_words_spell(const bina_link_worded *of, uint32_t w);

/** Tells all values that are like one, each once, with their levels. */
bina_status bina_link_words_meet(const bina_link_worded *of, uint32_t code);

#endif
