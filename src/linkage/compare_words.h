/* The level of two values of several words, whoever tells how alike two words are. */
#ifndef BINA_SRC_LINKAGE_COMPARE_WORDS_H
#define BINA_SRC_LINKAGE_COMPARE_WORDS_H

#include <math.h>
#include <string.h>
#include "linkage/field.h"

/** How alike two words are, 0 to 1: what bina_link_words_similarity says of them. */
typedef double (*bina_link_likeness)(const void *self, uint32_t v, uint32_t w);

/** Words of a value, by number, and of two values: what their partners come to on either side. */
typedef struct bina_link_side {
    const uint32_t *word;
    size_t count;
} bina_link_side;

typedef struct bina_link_partners {
    double x, y; /* weighted by the words of the one and of the other value */
    unsigned count;
} bina_link_partners;

/** The level of values that share some words: the least but that of different ones. */
#define BINA_LINK_SOME_WORDS 2u

/** More comparisons of words than these are too many: long texts are first rid of what is equal. */
#define BINA_LINK_MANY_WORDS 256u
/** Of what is left of a long text, so many words are held against those of the other. */
#define BINA_LINK_LEFT_WORDS 16u

/** The share of the words of two values that have partners, as a level. */
static inline unsigned
bina_link_partners_level(const bina_link_words *words, uint32_t a, uint32_t b,
                         const bina_link_partners *found)
{
    double both = (found->x + found->y) / (double)(words->total[a] + words->total[b]);
    double share = fmax(found->x / (double)words->total[a], found->y / (double)words->total[b]);

    if (found->count >= 2 && BINA_LINK_PART_OF * share > both)
        both = BINA_LINK_PART_OF * share;
    if (both >= BINA_LINK_MOST_WORDS)
        return 4;
    if (both >= BINA_LINK_MORE_WORDS)
        return 3;
    return both >= BINA_LINK_LEAST_WORDS ? BINA_LINK_SOME_WORDS : BINA_LINK_DIFFERENT;
}

/** Gives a word the likest of y that no other has, and tells which; y.count when there is none. */
static inline size_t
bina_link_partner_find(const bina_link_words *words, uint32_t word, bina_link_side y,
                       bina_link_likeness likeness, const void *self, uint64_t *used,
                       bina_link_partners *found)
{
    double best = 0;
    size_t at = y.count;

    for (size_t j = 0; j < y.count && best < 1; j++) {
        double s;
        if (*used >> j & 1)
            continue;
        s = likeness(self, word, y.word[j]);
        if (s > best) {
            best = s;
            at = j;
        }
    }
    if (at < y.count) {
        *used |= (uint64_t)1 << at;
        found->x += best * (double)words->weight[word];
        found->y += best * (double)words->weight[y.word[at]];
        found->count++;
    }
    return at;
}

/** Gives each word of x a partner; y has at most 64. */
static inline void
bina_link_partners_find(const bina_link_words *words, bina_link_side x, bina_link_side y,
                        bina_link_likeness likeness, const void *self, bina_link_partners *found)
{
    uint64_t used = 0;

    for (size_t i = 0; i < x.count; i++)
        bina_link_partner_find(words, x.word[i], y, likeness, self, &used, found);
}

/** What a word counts at most beside words that are not equal, and more than roundings take. */
static inline double
bina_link_word_most(const bina_link_words *words, uint32_t word)
{
    return ((words->mark[word].spelt ? BINA_LINK_NEAR_WORD : BINA_LINK_INITIAL) + 1e-9) *
           (double)words->weight[word];
}

/** The same of words without equals, until what is left can change nothing. */
static inline void
bina_link_partners_left(const bina_link_words *words, uint32_t a, uint32_t b, bina_link_side x,
                        bina_link_side y, bina_link_likeness likeness, const void *self,
                        bina_link_partners *found)
{
    double left_x = 0, left_y = 0;
    uint64_t used = 0;

    for (size_t i = 0; i < x.count; i++)
        left_x += bina_link_word_most(words, x.word[i]);
    for (size_t j = 0; j < y.count; j++)
        left_y += bina_link_word_most(words, y.word[j]);
    for (size_t i = 0; i < x.count; i++) {
        unsigned more = (unsigned)(x.count - i < y.count ? x.count - i : y.count);
        bina_link_partners most = {found->x + left_x, found->y + left_y, found->count + more};
        size_t at;
        if (bina_link_partners_level(words, a, b, &most) ==
            bina_link_partners_level(words, a, b, found))
            break;
        at = bina_link_partner_find(words, x.word[i], y, likeness, self, &used, found);
        left_x -= bina_link_word_most(words, x.word[i]);
        if (at < y.count)
            left_y -= bina_link_word_most(words, y.word[at]);
    }
}

/** Takes a word that has no equal among those that are left, while there is room. */
static inline void
bina_link_side_leave(uint32_t word, uint32_t left[BINA_LINK_LEFT_WORDS], bina_link_side *side)
{
    if (side->count < BINA_LINK_LEFT_WORDS)
        left[side->count++] = word;
}

/** Of long texts: what is equal finds itself, both being in order; of the rest a few words may. */
static inline unsigned
bina_link_words_long(const bina_link_words *words, uint32_t a, uint32_t b, bina_link_side x,
                     bina_link_side y, bina_link_likeness likeness, const void *self)
{
    uint32_t left[2][BINA_LINK_LEFT_WORDS];
    bina_link_side rest_x = {left[0], 0}, rest_y = {left[1], 0};
    bina_link_partners found = {0, 0, 0};
    size_t i = 0, j = 0;

    while (i < x.count || j < y.count)
        if (j == y.count || (i < x.count && x.word[i] < y.word[j])) {
            bina_link_side_leave(x.word[i++], left[0], &rest_x);
        } else if (i == x.count || y.word[j] < x.word[i]) {
            bina_link_side_leave(y.word[j++], left[1], &rest_y);
        } else {
            found.x += (double)words->weight[x.word[i++]];
            found.y += (double)words->weight[y.word[j++]];
            found.count++;
        }
    bina_link_partners_left(words, a, b, rest_x, rest_y, likeness, self, &found);
    return bina_link_partners_level(words, a, b, &found);
}

static inline bool
bina_link_side_has(bina_link_side side, uint32_t word)
{
    for (size_t i = 0; i < side.count; i++)
        if (side.word[i] == word)
            return true;
    return false;
}

static inline bina_link_side
bina_link_side_of(const bina_link_words *words, uint32_t code)
{
    return (bina_link_side){words->word + words->start[code],
                            words->start[code + 1] - words->start[code]};
}

/** Whether two numbers are likely one: 1 and 01, 2006 and 06. */
static inline bool
bina_link_numbers_are_one(const bina_link_words *words, uint32_t v, uint32_t w)
{
    const char *x = bina_dictionary_text(&words->dictionary, v);
    const char *y = bina_dictionary_text(&words->dictionary, w);
    size_t noughts[2] = {strspn(x, "0"), strspn(y, "0")};

    if (strcmp(x + noughts[0], y + noughts[1]) == 0)
        return true;
    return (strlen(x) == 4 && strlen(y) == 2 && strcmp(x + 2, y) == 0) ||
           (strlen(y) == 4 && strlen(x) == 2 && strcmp(y + 2, x) == 0);
}

/** Whether a number tells two values apart, as school 1 and school 2, a cable of 1 m and of 2 m. */
static inline bool
bina_link_numbers_differ(const bina_link_words *words, uint32_t a, uint32_t b)
{
    bina_link_side x = bina_link_side_of(words, a), y = bina_link_side_of(words, b);

    for (size_t i = 0; i < x.count; i++) {
        unsigned unit = words->mark[x.word[i]].number;
        if (unit == 0 || bina_link_side_has(y, x.word[i]))
            continue;
        for (size_t j = 0; j < y.count; j++)
            if (words->mark[y.word[j]].number == unit && !bina_link_side_has(x, y.word[j]) &&
                !bina_link_numbers_are_one(words, x.word[i], y.word[j]))
                return true;
    }
    return false;
}

/**
 * The weighted share of the words that find a partner, whatever their order, as a level; the least
 * of those that have something in common where a number tells the values apart.
 *
 * @param a, b the values, the lesser code first
 */
static inline unsigned
bina_link_words_level(const bina_link_words *words, uint32_t a, uint32_t b,
                      bina_link_likeness likeness, const void *self)
{
    bina_link_side x = bina_link_side_of(words, a), y = bina_link_side_of(words, b);
    bina_link_partners found = {0, 0, 0};
    unsigned level;

    if (x.count * y.count > BINA_LINK_MANY_WORDS || y.count > 64)
        return bina_link_words_long(words, a, b, x, y, likeness, self);
    bina_link_partners_find(words, x, y, likeness, self, &found);
    level = bina_link_partners_level(words, a, b, &found);
    return level > BINA_LINK_SOME_WORDS && bina_link_numbers_differ(words, a, b)
               ? BINA_LINK_SOME_WORDS
               : level;
}

#endif
