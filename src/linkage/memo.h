/*
 * What was found of words before. Names and addresses are made of few different words, so that most
 * of what a standardiser looks up, it has looked up just now. A memo never changes a result.
 */
#ifndef BINA_SRC_LINKAGE_MEMO_H
#define BINA_SRC_LINKAGE_MEMO_H

#include <stdbool.h>
#include "base/bytes.h"
#include "linkage/lexicon.h"

#define BINA_MEMO_WORD  16 /* bytes of a word that is remembered at most */
#define BINA_MEMO_TEXT  24 /* bytes of its spelling */
#define BINA_MEMO_FINDS 8192
#define BINA_MEMO_NAMES 4096
#define BINA_MEMO_SIEVE 16384

/* A word of up to sixteen bytes, filled up with zeros. */
typedef struct bina_memo_word {
    uint64_t half[2];
} bina_memo_word;

/* Where a word stands in a lexicon. */
typedef struct bina_memo_find {
    bina_memo_word word;
    const bina_lexicon *lexicon; /* NULL: nothing is remembered here */
    size_t at;                   /* its first entry; the lexicon's count when there is none */
} bina_memo_find;

/*
 * The first words of a lexicon's entries by their hashes: most words begin none, which so is told at
 * once.
 */
typedef struct bina_memo_sieve {
    bool made;
    uint64_t bits[BINA_MEMO_SIEVE / 64];
} bina_memo_sieve;

/* How a word of a name is spelt. */
typedef struct bina_memo_name {
    bina_memo_word word; /* zeros: nothing is remembered here */
    const bina_lexeme *entry;
    uint8_t length;
    char text[BINA_MEMO_TEXT];
} bina_memo_name;

/* Begins as zeros. Each thread needs one of its own. */
typedef struct bina_memo {
    bina_memo_sieve sieve[BINA_LEXICA];
    bina_memo_find find[BINA_MEMO_FINDS];
    bina_memo_name name[BINA_MEMO_NAMES];
} bina_memo;

/* The word as it is remembered; false when it is too long. */
static inline bool
bina_memo_take(const char *text, size_t length, bina_memo_word *word)
{
    if (length > BINA_MEMO_WORD || length == 0)
        return false;
    word->half[0] = length < 8 ? bina_bytes_few(text, length) : bina_bytes_eight(text);
    word->half[1] = 0;
    if (length > 8)
        word->half[1] = bina_bytes_eight(text + length - 8) >> 8 * (BINA_MEMO_WORD - length);
    return true;
}

static inline bool
bina_memo_same(const bina_memo_word *a, const bina_memo_word *b)
{
    return a->half[0] == b->half[0] && a->half[1] == b->half[1];
}

/* bina_lexicon_find and bina_lexicon_word with a memo, which may be NULL. */
const bina_lexeme *bina_memo_find_words(bina_memo *memo, const bina_lexicon *lexicon,
                                        const bina_word *words, size_t count, size_t *used);
const bina_lexeme *bina_memo_find_word(bina_memo *memo, const bina_lexicon *lexicon,
                                       const char *text, size_t length);

/* A place among `places`, a power of two. */
static inline size_t
bina_memo_place(const bina_memo_word *word, uint64_t seed, size_t places)
{
    uint64_t h = (word->half[0] + seed) * 0x9E3779B97F4A7C15u;

    h = (h ^ h >> 32 ^ word->half[1]) * 0xD6E8FEB86659FD93u;
    return (size_t)(h >> 40) & (places - 1);
}

#endif
