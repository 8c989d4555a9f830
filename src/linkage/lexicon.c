#include "linkage/lexicon.h"

#include <string.h>

/* Order of an entry's form and a word: as strcmp, the word ending at its length. */
static int
compare(const char *form, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char left = (unsigned char)form[i], right = (unsigned char)text[i];
        if (left != right)
            return left < right ? -1 : 1; /* also where the form ends first */
    }
    return form[length] != '\0';
}

/* The first entry that is not before the word. */
static size_t
lower_bound(const bina_lexicon *self, const char *text, size_t length)
{
    size_t low = 0, high = self->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(self->entries[middle].form, text, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const bina_lexeme *
bina_lexicon_word(const bina_lexicon *self, const char *text, size_t length)
{
    size_t at = lower_bound(self, text, length);
    if (at < self->count && compare(self->entries[at].form, text, length) == 0)
        return &self->entries[at];
    return NULL;
}

/* How many words a form takes when the words begin with it; 0 when they do not. */
static size_t
words_taken(const char *form, const bina_word *words, size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = words[i].length;
        if (strncmp(form + at, words[i].text, length) != 0)
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
bina_lexicon_find(const bina_lexicon *self, const bina_word *words, size_t count, size_t *used)
{
    const bina_lexeme *best = NULL;
    *used = 0;
    if (count == 0 || words[0].length == 0)
        return NULL;
    /* Forms of several words follow their first word: a blank sorts before any letter. */
    size_t length = words[0].length;
    for (size_t i = lower_bound(self, words[0].text, length); i < self->count; i++) {
        const char *form = self->entries[i].form;
        if (strncmp(form, words[0].text, length) != 0 ||
            (form[length] != '\0' && form[length] != ' '))
            break;
        size_t taken = words_taken(form, words, count);
        if (taken > *used) {
            *used = taken;
            best = &self->entries[i];
        }
    }
    return best;
}
