#include "linkage/memo.h"

#include <string.h>

/* The first eight letters as a number that orders as they do; short words are padded. */
static uint64_t
first_letters(const unsigned char at[8])
{
    /* Written out so that compilers see one load and one byte swap. */
    return (uint64_t)at[0] << 56 | (uint64_t)at[1] << 48 | (uint64_t)at[2] << 40 |
           (uint64_t)at[3] << 32 | (uint64_t)at[4] << 24 | (uint64_t)at[5] << 16 |
           (uint64_t)at[6] << 8 | (uint64_t)at[7];
}

static uint64_t
first_of_word(const char *text, size_t length)
{
    uint64_t letters = length < 8 ? bina_bytes_few(text, length) : bina_bytes_eight(text);
    letters = (letters & 0x00ff00ff00ff00ff) << 8 | (letters >> 8 & 0x00ff00ff00ff00ff);
    letters = (letters & 0x0000ffff0000ffff) << 16 | (letters >> 16 & 0x0000ffff0000ffff);
    return letters << 32 | letters >> 32; /* the first letter is the highest now */
}

/* Order of a form and a word whose first letters are the same. */
static int
compare_tails(const char *form, const char *text, size_t length)
{
    if (length <= 8)
        return form[length] != '\0';
    if (length >= BINA_LEXEME_FORM_SIZE)
        return memcmp(form, text, BINA_LEXEME_FORM_SIZE) <= 0 ? -1 : 1;
    int order = memcmp(form + 8, text + 8, length - 8);
    return order != 0 ? order : form[length] != '\0';
}

/* The first entry that is not before the word. */
static size_t
lower_bound(const bina_lexicon *self, const char *text, size_t length)
{
    uint64_t word = first_of_word(text, length);
    size_t low = 0, high = self->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *form = self->entries[middle].form;
        uint64_t entry = first_letters((const unsigned char *)form);
        bool before = entry < word;
        if (entry == word)
            before = compare_tails(form, text, length) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* True when the form begins with the word and ends there or goes on with another. */
static bool
begins(const char *form, const char *text, size_t length)
{
    return length < BINA_LEXEME_FORM_SIZE && memcmp(form, text, length) == 0 &&
           (form[length] == '\0' || form[length] == ' ');
}

static void
make_sieve(bina_memo_sieve *sieve, const bina_lexicon *self)
{
    for (size_t i = 0; i < self->count; i++) {
        const char *form = self->entries[i].form;
        size_t length = 0, at;
        bina_memo_word word;
        while (length < BINA_LEXEME_FORM_SIZE && form[length] != ' ' && form[length] != '\0')
            length++;
        if (!bina_memo_take(form, length, &word))
            continue; /* no such word is asked for */
        at = bina_memo_place(&word, self->number, BINA_MEMO_SIEVE);
        sieve->bits[at / 64] |= (uint64_t)1 << at % 64;
    }
    sieve->made = true;
}

/* The first entry that begins with the word; `count` when there is none. */
static size_t
first_entry(bina_memo *memo, const bina_lexicon *self, const char *text, size_t length)
{
    bina_memo_find *known = NULL;
    bina_memo_word word;
    if (memo != NULL && bina_memo_take(text, length, &word)) {
        bina_memo_sieve *sieve = &memo->sieve[self->number];
        size_t place = bina_memo_place(&word, self->number, BINA_MEMO_SIEVE);
        if (!sieve->made)
            make_sieve(sieve, self);
        if ((sieve->bits[place / 64] >> place % 64 & 1) == 0)
            return self->count;
        known = &memo->find[place % BINA_MEMO_FINDS];
        if (known->lexicon == self && bina_memo_same(&known->word, &word))
            return known->at;
    }
    size_t at = lower_bound(self, text, length);
    if (at < self->count && !begins(self->entries[at].form, text, length))
        at = self->count;
    if (known != NULL)
        *known = (bina_memo_find){word, self, at};
    return at;
}

const bina_lexeme *
bina_memo_find_word(bina_memo *memo, const bina_lexicon *self, const char *text, size_t length)
{
    size_t at = first_entry(memo, self, text, length);
    return at < self->count && self->entries[at].form[length] == '\0' ? &self->entries[at] : NULL;
}

const bina_lexeme *
bina_lexicon_word(const bina_lexicon *self, const char *text, size_t length)
{
    return bina_memo_find_word(NULL, self, text, length);
}

/* How many words a form takes when the words begin with it; 0 when they do not. */
static size_t
words_taken(const char *form, const bina_word *words, size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = words[i].length;
        if (at + length >= BINA_LEXEME_FORM_SIZE || memcmp(form + at, words[i].text, length) != 0)
            return 0;
        at += length;
        if (form[at] == '\0')
            return i + 1;
        if (form[at++] != ' ')
            return 0;
    }
    return 0;
}

const bina_lexeme *
bina_memo_find_words(bina_memo *memo, const bina_lexicon *self, const bina_word *words,
                     size_t count, size_t *used)
{
    const bina_lexeme *best = NULL;
    *used = 0;
    if (count == 0 || words[0].length == 0)
        return NULL;
    /* Forms of several words follow their first word: a blank sorts before any letter. */
    size_t length = words[0].length;
    for (size_t i = first_entry(memo, self, words[0].text, length); i < self->count; i++) {
        const char *form = self->entries[i].form;
        if (!begins(form, words[0].text, length))
            break;
        size_t taken = words_taken(form, words, count);
        if (taken > *used) {
            *used = taken;
            best = &self->entries[i];
        }
    }
    return best;
}

const bina_lexeme *
bina_lexicon_find(const bina_lexicon *self, const bina_word *words, size_t count, size_t *used)
{
    return bina_memo_find_words(NULL, self, words, count, used);
}
