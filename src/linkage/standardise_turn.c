/* Names of persons outside Indonesia: titles and degrees off, "Smith, John" turned round. */
#include "linkage/standardise_parts.h"

#include <string.h>

#define TURNED_MOST 3 /* words on either side of the comma of a name that is turned round */

static bool
is_one_of(const char *text, size_t length, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0)
            return true;
    return false;
}

static bool
is_title(const bina_word *word)
{
    static const char *const words[] = {
        "mr",   "mrs",  "ms",  "miss", "mx",  "dr",   "prof", "rev",  "hon",       "sir",   "capt",
        "herr", "frau", "mme", "mlle", "sra", "srta", "dott", "dipl", "professor", "doctor"};

    return is_one_of(word->text, word->length, words, BINA_LEXICON_COUNT(words));
}

/* What is a title only behind another: "Dr.-Ing.", "Dr. med.", "Dipl.-Kfm."; Ing is a name, too. */
static bool
follows_title(const bina_word *word)
{
    static const char *const words[] = {"ing", "med", "dent", "vet", "jur", "phil",
                                        "rer", "nat", "pol",  "oec", "kfm", "habil"};

    return is_one_of(word->text, word->length, words, BINA_LEXICON_COUNT(words));
}

static bool
is_degree(const char *text, size_t length)
{
    static const char *const words[] = {"phd",  "dphil", "md",   "mph",  "msc",  "bsc",
                                        "mba",  "llb",   "llm",  "dds",  "dvm",  "esq",
                                        "mbbs", "mrcp",  "frcp", "frcs", "facs", "pharmd"};

    return is_one_of(text, length, words, BINA_LEXICON_COUNT(words));
}

static bool
is_behind_comma(const bina_word *word)
{
    const char *at = word->text - 1;

    while (*at == ' ' || *at == '.' || *at == '-')
        at--;
    return *at == ',';
}

/* How many words at the end are a degree: "PhD", "Ph.D.", "M.D."; 0 for none. */
static size_t
degree_at_end(const bina_words *words, size_t last)
{
    char joined[8];
    size_t length = 0, from = last;

    while (from > 1 && (from == last || (words->at[from - 1].mark & BINA_WORD_DOT))) {
        const bina_word *word = &words->at[--from];
        if (word->length > sizeof(joined) - length)
            return 0;
        memmove(joined + word->length, joined, length);
        memcpy(joined, word->text, word->length);
        length += word->length;
        if (is_degree(joined, length))
            return last - from;
    }
    return 0;
}

/* Leaves out the titles before a part of the name; returns how many. */
static size_t
drop_titles(bina_words *words, size_t from, size_t to)
{
    size_t used = 0;

    while (from + used + 1 < to && (is_title(&words->at[from + used]) ||
                                    (used > 0 && follows_title(&words->at[from + used]))))
        used++;
    memmove(&words->at[from], &words->at[from + used],
            (words->count - from - used) * sizeof(words->at[0]));
    words->count -= used;
    return used;
}

/* Where the words behind the only comma begin; 0 when there is none, or several. */
static size_t
find_comma(const bina_words *words)
{
    size_t at = 0;

    for (size_t i = 1; i < words->count; i++) {
        if (!is_behind_comma(&words->at[i]))
            continue;
        if (at > 0)
            return 0;
        at = i;
    }
    return at;
}

void
bina_name_turn(bina_words *words, bool whole)
{
    bina_word first[TURNED_MOST];
    size_t at, degree;

    while ((degree = degree_at_end(words, words->count)) > 0)
        words->count -= degree;
    at = whole ? find_comma(words) : 0;
    if (at > 0) {
        drop_titles(words, at, words->count);
        at -= drop_titles(words, 0, at);
    } else {
        drop_titles(words, 0, words->count);
    }
    if (at == 0 || at > TURNED_MOST || words->count - at > TURNED_MOST || words->at[0].length < 2)
        return;
    memcpy(first, words->at, at * sizeof(first[0]));
    memmove(words->at, words->at + at, (words->count - at) * sizeof(first[0]));
    memcpy(words->at + words->count - at, first, at * sizeof(first[0]));
}
