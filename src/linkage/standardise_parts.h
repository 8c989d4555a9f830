/* What the standardisers of the roles share: folding, splitting into words, writing results. */
#ifndef BINA_SRC_LINKAGE_STANDARDISE_PARTS_H
#define BINA_SRC_LINKAGE_STANDARDISE_PARTS_H

#include <string.h>
#include "linkage/memo.h"
#include "linkage/standardise.h"

/* Marks of a word: how it stood in the text. */
enum {
    BINA_WORD_DOT = 1 << 0,   /* a full stop follows at once */
    BINA_WORD_COMMA = 1 << 1, /* a comma came somewhere before it */
    BINA_WORD_GAP = 1 << 2,   /* two blanks or more, or a comma, just before it */
    BINA_WORD_TIGHT = 1 << 3, /* no blank between it and the word before */
};

#define BINA_WORDS_MAX 128

typedef struct bina_words {
    size_t count;
    bina_word at[BINA_WORDS_MAX];
} bina_words;

/* A text being made; never over-full: `cut` says that something did not fit. */
typedef struct bina_writer {
    size_t length;
    bool cut;
    char text[BINA_STANDARD_TEXT];
} bina_writer;

/* Lower case, compatibility forms made plain, accents off, bad bytes dropped. */
void bina_fold(const char *text, size_t length, bina_writer *out);

/*
 * Words are runs of letters, digits and non-ASCII bytes; apostrophes inside are deleted from
 * the text itself. With `digits`, letters and digits part ("rt02" is two words).
 */
void bina_split(bina_writer *folded, bool digits, bina_words *out);

/* True when the word is that C string. */
static inline bool
bina_word_is(const bina_word *word, const char *text)
{
    return strlen(text) == word->length && memcmp(word->text, text, word->length) == 0;
}

static inline bool
bina_is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

/* A single letter: an initial, or one of a word spaced out. */
static inline bool
bina_word_is_letter(const bina_word *word)
{
    return word->length == 1 && (unsigned char)(word->text[0] - 'a') < 26;
}

static inline void
bina_writer_clear(bina_writer *self)
{
    self->length = 0;
    self->cut = false;
    self->text[0] = '\0';
}

/* Adds a blank (unless empty) and the text; returns where the text stands. */
static inline bina_span
bina_writer_word(bina_writer *self, const char *text, size_t length)
{
    size_t at = self->length + (self->length > 0);

    if (length == 0 || at + length > BINA_STANDARD_TEXT - 1) {
        self->cut = self->cut || length > 0;
        return (bina_span){(uint16_t)self->length, 0};
    }
    if (at > 0)
        self->text[self->length] = ' ';
    memcpy(self->text + at, text, length);
    self->length = at + length;
    self->text[self->length] = '\0';
    return (bina_span){(uint16_t)at, (uint16_t)length};
}

/* The same with a mark before it ('\0' for none). */
bina_span bina_writer_marked(bina_writer *self, char mark, const char *text, size_t length);

/* Copies a made text into a result's field. */
uint16_t bina_writer_store(const bina_writer *self, char field[BINA_STANDARD_TEXT]);

/* Modern spelling of an old-spelt word (oe, tj, dj, sj, nj); false when it is not old-spelt. */
bool bina_modern_spelling(const char *word, size_t length, bina_writer *out);

/*
 * One spelling for what is written by ear: khotijah and hotija, syafarudien and safarudin, johary
 * and johari. False when it changes nothing.
 */
bool bina_plain_spelling(const char *word, size_t length, bina_writer *out);

/*
 * A word of a person's name in its canonical spelling: from the lexicon, else modern, else plain.
 * Returns the lexicon's entry or NULL; `*text` and `*length` then point into it, `scratch`, or the
 * memo until it is used again.
 */
const bina_lexeme *bina_name_word(bina_memo *memo, const char **text, size_t *length,
                                  bina_writer *scratch);

/*
 * Leaves out titles and degrees of a name; one with a comma, "Smith, John", is turned round where
 * it is a whole name.
 */
void bina_name_turn(bina_words *words, bool whole);

/* "abdurrahman", "abdulrahman", "abdurahman": the part after abdul; NULL for others. */
const char *bina_name_after_abdul(const char *text, size_t length, size_t *rest);

/* Makes one word of a number and its unit, in one way of writing. */
void bina_join_measures(bina_writer *folded);

/* Words that go into core, as pieces of out->text. */
typedef struct bina_core {
    size_t count;
    bina_span at[BINA_WORDS_MAX];
} bina_core;

void bina_core_add(bina_core *self, bina_span span);

/*
 * Finishes a result from its text and words: stores them, sorts the core, each word once, and
 * makes the sound keys. A brief result has the text only.
 */
void bina_standard_finish(bina_profile profile, const bina_writer *text, const bina_writer *words,
                          bina_core *core, bina_standard *out);

/* Finishes a result that is a number, a day, a code: it has no words and no sound. */
void bina_standard_finish_code(bina_profile profile, const char *text, size_t length,
                               bina_standard *out);

/* The roles, each on folded text. They leave `out` empty when nothing is left. */
void bina_standard_person(bina_writer *folded, bina_standard *out);
void bina_standard_business(bina_writer *folded, bina_standard *out);
void bina_standard_address(bina_writer *folded, bina_standard *out);
void bina_standard_place(bina_writer *folded, bina_standard *out);
void bina_standard_plain(bina_profile profile, bina_role role, bina_writer *folded,
                         bina_standard *out);
void bina_standard_phone(bina_profile profile, bina_writer *folded, bina_standard *out);
void bina_standard_nik(bina_writer *folded, bina_standard *out);
/* `real`: given by an authority, so that 111111 is a way of saying nothing. */
void bina_standard_identifier(bool real, bina_writer *folded, bina_standard *out);
void bina_standard_date(bina_profile profile, bina_writer *folded, bina_standard *out);
void bina_standard_number(bina_profile profile, bina_writer *folded, bina_standard *out);

#endif
