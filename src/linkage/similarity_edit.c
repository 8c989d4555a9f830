/*
 * Jaro, Levenshtein and OSA over ASCII texts of at most 64 characters, a machine word at a time.
 *
 * Jaro as in rapidfuzz: a candidate is the lowest free bit of mask & window. Levenshtein after
 * Myers (1999) in Hyyro's form (2003), OSA after Hyyro's extension of it. Everything else goes
 * to the plain forms.
 */
#include "linkage/similarity_plain.h"

#include <string.h>

enum { WORD = 64 };

static unsigned
bit_index(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned index = 0;
    while (!(word >> index & 1))
        index++;
    return index;
#endif
}

static unsigned
bit_count(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_popcountll(word);
#else
    unsigned count = 0;
    for (; word; word &= word - 1)
        count++;
    return count;
#endif
}

static unsigned char
byte_at(const char *text, size_t i)
{
    return (unsigned char)text[i];
}

/* Bits below n set; n may be 64. */
static uint64_t
low_bits(size_t n)
{
    return n >= WORD ? ~UINT64_C(0) : (UINT64_C(1) << n) - 1;
}

/* Sets the masks of `a`, clearing only entries that `a` or `b` will look at. */
static void
set_masks(uint64_t mask[128], const char *a, size_t a_length, const char *b, size_t b_length)
{
    for (size_t i = 0; i < b_length; i++)
        mask[byte_at(b, i)] = 0;
    for (size_t i = 0; i < a_length; i++)
        mask[byte_at(a, i)] = 0;
    for (size_t i = 0; i < a_length; i++)
        mask[byte_at(a, i)] |= UINT64_C(1) << i;
}

static double
word_jaro(const uint64_t mask[128], const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (a_length == b_length && memcmp(a, b, a_length) == 0)
        return 1.0;
    size_t window = bina_jaro_window(a_length, b_length);
    uint64_t a_taken = 0, b_taken = 0;
    for (size_t j = 0; j < b_length; j++) {
        if (j > window && j - window >= a_length)
            break; /* the window has left `a` */
        uint64_t reach = low_bits(j + window + 1);
        if (j > window)
            reach &= ~low_bits(j - window);
        uint64_t free_bits = mask[byte_at(b, j)] & reach & ~a_taken;
        a_taken |= free_bits & (~free_bits + 1);
        b_taken |= (uint64_t)(free_bits != 0) << j;
    }
    size_t common = bit_count(a_taken);
    size_t misplaced = 0;
    for (uint64_t left = a_taken, right = b_taken; left; left &= left - 1, right &= right - 1)
        misplaced += a[bit_index(left)] != b[bit_index(right)];
    return bina_jaro_score(a_length, b_length, common, misplaced);
}

static size_t
word_prefix(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t prefix = 0;
    while (prefix < 4 && prefix < a_length && prefix < b_length && a[prefix] == b[prefix])
        prefix++;
    return prefix;
}

static size_t
word_levenshtein(const uint64_t mask[128], size_t a_length, const char *b, size_t b_length)
{
    if (a_length == 0)
        return b_length;
    uint64_t plus = ~UINT64_C(0), minus = 0;
    uint64_t last = UINT64_C(1) << (a_length - 1);
    size_t distance = a_length;
    for (size_t j = 0; j < b_length; j++) {
        uint64_t match = mask[byte_at(b, j)];
        uint64_t diagonal = (((match & plus) + plus) ^ plus) | match | minus;
        uint64_t right_plus = minus | ~(diagonal | plus);
        uint64_t right_minus = diagonal & plus;
        distance += (right_plus & last) != 0;
        distance -= (right_minus & last) != 0;
        right_plus = right_plus << 1 | 1;
        right_minus <<= 1;
        plus = right_minus | ~(diagonal | right_plus);
        minus = right_plus & diagonal;
    }
    return distance;
}

static size_t
word_osa(const uint64_t mask[128], size_t a_length, const char *b, size_t b_length)
{
    if (a_length == 0)
        return b_length;
    uint64_t plus = ~UINT64_C(0), minus = 0, diagonal = 0, match_before = 0;
    uint64_t last = UINT64_C(1) << (a_length - 1);
    size_t distance = a_length;
    for (size_t j = 0; j < b_length; j++) {
        uint64_t match = mask[byte_at(b, j)];
        uint64_t swap = ((~diagonal & match) << 1) & match_before;
        diagonal = (((match & plus) + plus) ^ plus) | match | minus | swap;
        uint64_t right_plus = minus | ~(diagonal | plus);
        uint64_t right_minus = diagonal & plus;
        distance += (right_plus & last) != 0;
        distance -= (right_minus & last) != 0;
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
typedef enum { JARO, WINKLER } jaro_form;
typedef enum { LEVENSHTEIN, OSA } edit_form;

#if defined(__GNUC__)
#define OUT_OF_LINE __attribute__((noinline))
#else
#define OUT_OF_LINE
#endif

OUT_OF_LINE static double
slow_jaro(jaro_form form, const char *a, size_t a_length, const char *b, size_t b_length)
{
    bina_characters left, right;
    bina_characters_read(&left, a, a_length);
    bina_characters_read(&right, b, b_length);
    return form == JARO ? bina_plain_jaro(&left, &right) : bina_plain_jaro_winkler(&left, &right);
}

OUT_OF_LINE static size_t
slow_edit(edit_form form, const char *a, size_t a_length, const char *b, size_t b_length,
          size_t *longer)
{
    bina_characters left, right;
    bina_characters_read(&left, a, a_length);
    bina_characters_read(&right, b, b_length);
    *longer = left.count > right.count ? left.count : right.count;
    return form == LEVENSHTEIN ? bina_plain_levenshtein(&left, &right)
                               : bina_plain_osa(&left, &right);
}

double
bina_similarity_jaro(const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (!fits(a, a_length, b, b_length))
        return slow_jaro(JARO, a, a_length, b, b_length);
    uint64_t mask[128];
    set_masks(mask, a, a_length, b, b_length);
    return a_length + b_length == 0 ? 1.0 : word_jaro(mask, a, a_length, b, b_length);
}

double
bina_similarity_jaro_winkler(const char *a, size_t a_length, const char *b, size_t b_length)
{
    if (!fits(a, a_length, b, b_length))
        return slow_jaro(WINKLER, a, a_length, b, b_length);
    return bina_winkler_score(bina_similarity_jaro(a, a_length, b, b_length),
                              word_prefix(a, a_length, b, b_length));
}

static size_t
edit(edit_form form, const char *a, size_t a_length, const char *b, size_t b_length, size_t *longer)
{
    *longer = a_length > b_length ? a_length : b_length;
    if (!fits(a, a_length, b, b_length))
        return slow_edit(form, a, a_length, b, b_length, longer);
    uint64_t mask[128];
    set_masks(mask, a, a_length, b, b_length);
    return form == LEVENSHTEIN ? word_levenshtein(mask, a_length, b, b_length)
                               : word_osa(mask, a_length, b, b_length);
}

size_t
bina_distance_levenshtein(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t longer;
    return edit(LEVENSHTEIN, a, a_length, b, b_length, &longer);
}

size_t
bina_distance_osa(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t longer;
    return edit(OSA, a, a_length, b, b_length, &longer);
}

/* Byte lengths bound the distance of ASCII texts from below. */
static size_t
edit_within(edit_form form, const char *a, size_t a_length, const char *b, size_t b_length,
            size_t limit)
{
    size_t longer;
    size_t apart = a_length > b_length ? a_length - b_length : b_length - a_length;
    if (apart > limit && fits(a, a_length, b, b_length))
        return limit + 1;
    size_t distance = edit(form, a, a_length, b, b_length, &longer);
    return distance > limit ? limit + 1 : distance;
}

size_t
bina_distance_levenshtein_within(const char *a, size_t a_length, const char *b, size_t b_length,
                                 size_t limit)
{
    return edit_within(LEVENSHTEIN, a, a_length, b, b_length, limit);
}

size_t
bina_distance_osa_within(const char *a, size_t a_length, const char *b, size_t b_length,
                         size_t limit)
{
    return edit_within(OSA, a, a_length, b, b_length, limit);
}

static double
edit_similarity(size_t distance, size_t longer)
{
    return longer == 0 ? 1.0 : 1.0 - (double)distance / (double)longer;
}

double
bina_similarity_levenshtein(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t longer;
    size_t distance = edit(LEVENSHTEIN, a, a_length, b, b_length, &longer);
    return edit_similarity(distance, longer);
}

double
bina_similarity_osa(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t longer;
    size_t distance = edit(OSA, a, a_length, b, b_length, &longer);
    return edit_similarity(distance, longer);
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
bina_pattern_jaro(const bina_pattern *pattern, const char *b, size_t b_length)
{
    if (!pattern_fits(pattern, b, b_length))
        return slow_jaro(JARO, pattern->text, pattern->length, b, b_length);
    if (pattern->length + b_length == 0)
        return 1.0;
    return word_jaro(pattern->mask, pattern->text, pattern->length, b, b_length);
}

double
bina_pattern_jaro_winkler(const bina_pattern *pattern, const char *b, size_t b_length)
{
    if (!pattern_fits(pattern, b, b_length))
        return slow_jaro(WINKLER, pattern->text, pattern->length, b, b_length);
    return bina_winkler_score(bina_pattern_jaro(pattern, b, b_length),
                              word_prefix(pattern->text, pattern->length, b, b_length));
}

size_t
bina_pattern_levenshtein(const bina_pattern *pattern, const char *b, size_t b_length)
{
    size_t longer;
    if (!pattern_fits(pattern, b, b_length))
        return slow_edit(LEVENSHTEIN, pattern->text, pattern->length, b, b_length, &longer);
    return word_levenshtein(pattern->mask, pattern->length, b, b_length);
}

size_t
bina_pattern_osa(const bina_pattern *pattern, const char *b, size_t b_length)
{
    size_t longer;
    if (!pattern_fits(pattern, b, b_length))
        return slow_edit(OSA, pattern->text, pattern->length, b, b_length, &longer);
    return word_osa(pattern->mask, pattern->length, b, b_length);
}
