/*
 * Names as sets of words. Indonesian names have no fixed order of given and clan name, drop
 * words, and shorten them to initials, so position says little and a missing word is no conflict.
 */
#include "linkage/similarity.h"

#include <string.h>

#define WORD_WEIGHT    1.0
#define WEAK_WEIGHT    0.5
#define INITIAL_WEIGHT 0.3
#define INITIAL_AGREES 0.75 /* an initial and a word of that letter: less than any two words */
#define LEAST_ALIKE    0.8  /* words less alike than this have nothing to do with each other */
#define JOINED_ALIKE   0.97 /* equal but for blanks: "sri wahyuni", "sriwahyuni" */

typedef struct name_word {
    const char *text;
    size_t length;
    double weight;
    bool initial, number, title, taken;
} name_word;

typedef struct name_set {
    size_t count;
    double weight;
    name_word words[BINA_SIMILARITY_TOKENS];
} name_set;

static bool
has_digit(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] >= '0' && text[i] <= '9')
            return true;
    }
    return false;
}

static void
read_name(name_set *self, const char *text, size_t length)
{
    self->count = 0;
    self->weight = 0.0;
    for (size_t i = 0; i < length && self->count < BINA_SIMILARITY_TOKENS;) {
        while (i < length && text[i] == ' ')
            i++;
        char mark = '\0';
        if (i < length && (text[i] == '~' || text[i] == '^'))
            mark = text[i++];
        size_t start = i;
        while (i < length && text[i] != ' ')
            i++;
        if (i == start)
            continue;
        name_word *word = &self->words[self->count++];
        word->text = text + start;
        word->length = i - start;
        word->taken = false;
        word->number = has_digit(word->text, word->length);
        word->title = mark == '^';
        word->initial = word->length == 1 && !word->number && !word->title;
        word->weight = word->title     ? 0.0
                       : word->initial ? INITIAL_WEIGHT
                       : mark == '~'   ? WEAK_WEIGHT
                                       : WORD_WEIGHT;
        self->weight += word->weight;
    }
}

static double
compare_words(const name_word *a, const name_word *b)
{
    if (a->initial != b->initial)
        return a->text[0] == b->text[0] && !a->number && !b->number ? INITIAL_AGREES : 0.0;
    if (a->initial || a->number || b->number || a->title || b->title)
        return a->length == b->length && memcmp(a->text, b->text, a->length) == 0 ? 1.0 : 0.0;
    double alike = bina_similarity_jaro_winkler(a->text, a->length, b->text, b->length);
    return alike >= LEAST_ALIKE ? alike : 0.0;
}

/* Equal when blanks and marks are left out. */
static bool
joined_equal(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t i = 0, j = 0;
    for (;;) {
        while (i < a_length && (a[i] == ' ' || a[i] == '~'))
            i++;
        while (j < b_length && (b[j] == ' ' || b[j] == '~'))
            j++;
        if (i == a_length || j == b_length)
            return i == a_length && j == b_length;
        if (a[i++] != b[j++])
            return false;
    }
}

/* A fixed order of the two texts, so that ties are broken alike whichever comes first. */
static bool
in_order(const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (a_length != b_length)
        return a_length < b_length;
    return a_length == 0 || memcmp(a, b, a_length) <= 0;
}

/* Takes matches best first; returns the matched weight. */
static double
match_words(name_set *left, name_set *right)
{
    double alike[BINA_SIMILARITY_TOKENS][BINA_SIMILARITY_TOKENS];
    for (size_t i = 0; i < left->count; i++) {
        for (size_t j = 0; j < right->count; j++)
            alike[i][j] = compare_words(&left->words[i], &right->words[j]);
    }
    double matched = 0.0;
    for (;;) {
        double best = 0.0;
        size_t best_i = 0, best_j = 0;
        for (size_t i = 0; i < left->count; i++) {
            for (size_t j = 0; j < right->count; j++) {
                if (alike[i][j] > best && !left->words[i].taken && !right->words[j].taken) {
                    best = alike[i][j];
                    best_i = i;
                    best_j = j;
                }
            }
        }
        if (best == 0.0)
            return matched;
        name_word *a = &left->words[best_i], *b = &right->words[best_j];
        a->taken = b->taken = true;
        if (a->weight == 0.0 || b->weight == 0.0) {
            /* An initial explained by a title is no evidence, and no missing word either. */
            left->weight -= a->weight;
            right->weight -= b->weight;
            continue;
        }
        matched += best * (a->weight < b->weight ? a->weight : b->weight);
    }
}

double
bina_similarity_names(const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (a_length == b_length && (a_length == 0 || memcmp(a, b, a_length) == 0))
        return 1.0;
    bool keep = in_order(a, a_length, b, b_length);
    name_set left, right;
    read_name(&left, keep ? a : b, keep ? a_length : b_length);
    read_name(&right, keep ? b : a, keep ? b_length : a_length);

    double matched = match_words(&left, &right);
    double less = left.weight < right.weight ? left.weight : right.weight;
    double more = left.weight < right.weight ? right.weight : left.weight;
    double scale = 0.7 * less + 0.3 * more;
    double score = less < 0.01 ? 0.0 : matched / scale;
    if (score > 1.0)
        score = 1.0;
    if (score < JOINED_ALIKE && a_length && b_length && joined_equal(a, a_length, b, b_length))
        score = JOINED_ALIKE;
    return score;
}
