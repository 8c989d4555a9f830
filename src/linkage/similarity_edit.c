/*
 * Jaro, Levenshtein and OSA over ASCII texts of at most 64 characters, a machine word at a time.
 *
 * Jaro takes the lowest free bit of mask & window. Levenshtein after Myers (1999) in Hyyro's form
 * (2003), OSA after Hyyro's extension of it. Everything else goes to the plain forms.
 */
#include "linkage/similarity_plain.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WORD = 64, PREFIX = 4 };

/* Of each character of one text its places in the other, as bits; 0 behind the end. */
typedef struct places {
    uint64_t at[WORD];
} places;

static unsigned char
byte_at(const char *text, size_t i)
{
    return (unsigned char)text[i];
}

/* What is looked at behind a text that is shorter than a prefix. */
static void
end_places(places *b, size_t b_length)
{
    for (size_t j = b_length; j < PREFIX; j++)
        b->at[j] = 0;
}

/* Looks up the places of `b` among the masks of `a`. */
static void
look_up(const uint64_t mask[128], const char *b, size_t b_length, places *found)
{
    for (size_t j = 0; j < b_length; j++)
        found->at[j] = mask[byte_at(b, j)];
    end_places(found, b_length);
}

#ifdef __SSE2__
/* The bytes of a text of at most 16, the rest 0. */
static __m128i
read_short(const char *text, size_t length)
{
    uint64_t low = 0, high = 0;

    if (length >= 8) {
        memcpy(&low, text, 8);
        memcpy(&high, text + length - 8, 8);
        high = length == 8 ? 0 : high >> (8 * (16 - length));
    } else if (length >= 4) {
        uint32_t first, last;
        memcpy(&first, text, 4);
        memcpy(&last, text + length - 4, 4);
        low = first | (uint64_t)last << (8 * (length - 4));
    } else {
        for (size_t i = 0; i < length; i++)
            low |= (uint64_t)byte_at(text, i) << (8 * i);
    }
    return _mm_set_epi64x((long long)high, (long long)low);
}

/* Compares each character with all of `a` at once: no masks to be made. */
static void
find_short(const char *a, size_t a_length, const char *b, size_t b_length, places *found)
{
    __m128i text = read_short(a, a_length);
    uint32_t real = (1u << a_length) - 1;

    for (size_t j = 0; j < b_length; j++)
        found->at[j] =
            (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(text, _mm_set1_epi8(b[j]))) & real;
    end_places(found, b_length);
}
#endif

/* Finds the places of `b` in `a`, both ASCII and of at most 64 characters. */
static void
find_places(const char *a, size_t a_length, const char *b, size_t b_length, places *found)
{
    uint64_t mask[128];

#ifdef __SSE2__
    if (a_length <= 16) {
        find_short(a, a_length, b, b_length, found);
        return;
    }
#endif
    /* Only entries that are looked at are cleared. */
    for (size_t i = 0; i < b_length; i++)
        mask[byte_at(b, i)] = 0;
    for (size_t i = 0; i < a_length; i++)
        mask[byte_at(a, i)] = 0;
    for (size_t i = 0; i < a_length; i++)
        mask[byte_at(a, i)] |= UINT64_C(1) << i;
    look_up(mask, b, b_length, found);
}

static unsigned
bit_count(uint64_t word)
{
    word -= word >> 1 & UINT64_C(0x5555555555555555);
    word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
    word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (unsigned)(word * UINT64_C(0x0101010101010101) >> 56);
}

/* The lowest place that is free and within reach, which is taken; 0 when there is none. */
static inline uint64_t
take_place(uint64_t at, uint64_t reach, uint64_t *taken)
{
    uint64_t free_bits = at & reach & ~*taken, place = free_bits & (~free_bits + 1);

    *taken |= place;
    return place;
}

/* Without branches on what the texts hold: it cannot be foreseen. */
static double
word_jaro(const places *b, size_t a_length, size_t b_length)
{
    size_t window = bina_jaro_window(a_length, b_length), j = 0, common, placed = 0;
    size_t growing = window < b_length ? window : b_length;
    uint64_t reach = (UINT64_C(2) << window) - 1, taken = 0, place[WORD];

    if (a_length + b_length == 0)
        return 1.0;
    for (; j < growing; j++, reach = 2 * reach + 1)
        place[j] = take_place(b->at[j], reach, &taken);
    for (; j < b_length; j++, reach *= 2)
        place[j] = take_place(b->at[j], reach, &taken);
    common = bit_count(taken);
    /* The characters of `b` that took a place, in order, against the places that were taken. */
    for (j = 0; j < b_length; j++) {
        uint64_t took = ~UINT64_C(0) + (place[j] == 0), lowest = taken & (~taken + 1) & took;
        placed += (lowest & b->at[j]) != 0;
        taken ^= lowest;
    }
    return bina_jaro_score(a_length, b_length, common, common - placed);
}

/* How many of the first characters are equal, at most four. */
static size_t
word_prefix(const places *b)
{
    uint64_t same = (b->at[0] & 1) | (b->at[1] & 2) | (b->at[2] & 4) | (b->at[3] & 8);

    return same == 15 ? 4 : (same & 7) == 7 ? 3 : (same & 3) == 3 ? 2 : same & 1;
}

static double
word_winkler(const places *b, size_t a_length, size_t b_length)
{
    return bina_winkler_score(word_jaro(b, a_length, b_length), word_prefix(b));
}

static size_t
word_levenshtein(const places *b, size_t a_length, size_t b_length)
{
    if (a_length == 0)
        return b_length;
    uint64_t plus = ~UINT64_C(0), minus = 0;
    unsigned last = (unsigned)a_length - 1;
    size_t distance = a_length;
    for (size_t j = 0; j < b_length; j++) {
        uint64_t match = b->at[j];
        uint64_t diagonal = (((match & plus) + plus) ^ plus) | match | minus;
        uint64_t right_plus = minus | ~(diagonal | plus);
        uint64_t right_minus = diagonal & plus;
        distance += right_plus >> last & 1;
        distance -= right_minus >> last & 1;
        right_plus = right_plus << 1 | 1;
        right_minus <<= 1;
        plus = right_minus | ~(diagonal | right_plus);
        minus = right_plus & diagonal;
    }
    return distance;
}

static size_t
word_osa(const places *b, size_t a_length, size_t b_length)
{
    if (a_length == 0)
        return b_length;
    uint64_t plus = ~UINT64_C(0), minus = 0, diagonal = 0, match_before = 0;
    unsigned last = (unsigned)a_length - 1;
    size_t distance = a_length;
    for (size_t j = 0; j < b_length; j++) {
        uint64_t match = b->at[j];
        uint64_t swap = ((~diagonal & match) << 1) & match_before;
        diagonal = (((match & plus) + plus) ^ plus) | match | minus | swap;
        uint64_t right_plus = minus | ~(diagonal | plus);
        uint64_t right_minus = diagonal & plus;
        distance += right_plus >> last & 1;
        distance -= right_minus >> last & 1;
        right_plus = right_plus << 1 | 1;
        right_minus <<= 1;
        plus = right_minus | ~(diagonal | right_plus);
        minus = right_plus & diagonal;
        match_before = match;
    }
    return distance;
}

/* True when both texts fit the word forms. */
static bool
fits(const char *a, size_t a_length, const char *b, size_t b_length)
{
    return a_length <= WORD && b_length <= WORD && bina_text_ascii(a, a_length) &&
           bina_text_ascii(b, b_length);
}

/* The plain forms, kept out of line so that their large frames cost the fast ones nothing. */
typedef enum { LEVENSHTEIN, OSA } edit_form;
#if defined(__GNUC__)
#define OUT_OF_LINE __attribute__((noinline))
#else
#define OUT_OF_LINE
#endif

OUT_OF_LINE static double
slow_winkler(const char *a, size_t a_length, const char *b, size_t b_length)
{
    bina_characters left, right;
    bina_characters_read(&left, a, a_length);
    bina_characters_read(&right, b, b_length);
    return bina_plain_jaro_winkler(&left, &right);
}

OUT_OF_LINE static size_t
slow_edit(edit_form form, const char *a, size_t a_length, const char *b, size_t b_length)
{
    bina_characters left, right;
    bina_characters_read(&left, a, a_length);
    bina_characters_read(&right, b, b_length);
    return form == LEVENSHTEIN ? bina_plain_levenshtein(&left, &right)
                               : bina_plain_osa(&left, &right);
}

double
bina_similarity_jaro_winkler(const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (!fits(a, a_length, b, b_length))
        return slow_winkler(a, a_length, b, b_length);
    places found;
    find_places(a, a_length, b, b_length, &found);
    return word_winkler(&found, a_length, b_length);
}

static size_t
edit(edit_form form, const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (!fits(a, a_length, b, b_length))
        return slow_edit(form, a, a_length, b, b_length);
    places found;
    find_places(a, a_length, b, b_length, &found);
    return form == LEVENSHTEIN ? word_levenshtein(&found, a_length, b_length)
                               : word_osa(&found, a_length, b_length);
}

size_t
bina_distance_levenshtein(const char *a, size_t a_length, const char *b, size_t b_length)
{
    return edit(LEVENSHTEIN, a, a_length, b, b_length);
}

size_t
bina_distance_osa(const char *a, size_t a_length, const char *b, size_t b_length)
{
    return edit(OSA, a, a_length, b, b_length);
}

size_t
bina_distance_osa_within(const char *a, size_t a_length, const char *b, size_t b_length,
                         size_t limit)
{
    size_t apart = a_length > b_length ? a_length - b_length : b_length - a_length;
    /* Byte lengths bound the distance of ASCII texts from below. */
    if (apart > limit && fits(a, a_length, b, b_length))
        return limit + 1;
    size_t distance = edit(OSA, a, a_length, b, b_length);
    return distance > limit ? limit + 1 : distance;
}

void
bina_pattern_set(bina_pattern *pattern, const char *text, size_t length)
{
    pattern->text = text;
    pattern->length = length;
    pattern->fast = length <= WORD && bina_text_ascii(text, length);
    memset(pattern->mask, 0, sizeof pattern->mask);
    for (size_t i = 0; pattern->fast && i < length; i++)
        pattern->mask[byte_at(text, i)] |= UINT64_C(1) << i;
}

static bool
pattern_fits(const bina_pattern *pattern, const char *b, size_t b_length)
{
    return pattern->fast && b_length <= WORD && bina_text_ascii(b, b_length);
}

double
bina_pattern_jaro_winkler(const bina_pattern *pattern, const char *b, size_t b_length)
{
    if (!pattern_fits(pattern, b, b_length))
        return slow_winkler(pattern->text, pattern->length, b, b_length);
    places found;
    look_up(pattern->mask, b, b_length, &found);
    return word_winkler(&found, pattern->length, b_length);
}

size_t
bina_pattern_levenshtein(const bina_pattern *pattern, const char *b, size_t b_length)
{
    if (!pattern_fits(pattern, b, b_length))
        return slow_edit(LEVENSHTEIN, pattern->text, pattern->length, b, b_length);
    places found;
    look_up(pattern->mask, b, b_length, &found);
    return word_levenshtein(&found, pattern->length, b_length);
}

size_t
bina_pattern_osa(const bina_pattern *pattern, const char *b, size_t b_length)
{
    if (!pattern_fits(pattern, b, b_length))
        return slow_edit(OSA, pattern->text, pattern->length, b, b_length);
    places found;
    look_up(pattern->mask, b, b_length, &found);
    return word_osa(&found, pattern->length, b_length);
}
