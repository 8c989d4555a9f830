/* Texts as bags: of neighbouring characters, of words, and names as sets of words. */
#include "base/hash.h"
#include "linkage/similarity_text.h"

#include <string.h>

/* Shell sort with Ciura's gaps: qsort may allocate. */
static void
sort_keys(uint64_t *keys, size_t count)
{
    static const size_t gaps[] = {1750, 701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof gaps[0]; g++) {
        size_t gap = gaps[g];
        for (size_t i = gap; i < count; i++) {
            uint64_t key = keys[i];
            size_t j = i;
            for (; j >= gap && keys[j - gap] > key; j -= gap)
                keys[j] = keys[j - gap];
            keys[j] = key;
        }
    }
}

/* 2 shared / all of two sorted bags. */
static double
dice(const uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count)
{
    size_t shared = 0, i = 0, j = 0;
    if (a_count + b_count == 0)
        return 1.0;
    while (i < a_count && j < b_count) {
        if (a[i] == b[j]) {
            shared++;
            i++;
            j++;
        } else if (a[i] < b[j]) {
            i++;
        } else {
            j++;
        }
    }
    return 2.0 * (double)shared / (double)(a_count + b_count);
}

static size_t
read_bigrams(uint64_t keys[BINA_SIMILARITY_MAX], const char *text, size_t length)
{
    bina_characters characters;
    bina_characters_read(&characters, text, length);
    size_t count = 0;
    if (characters.count == 1)
        keys[count++] = characters.at[0];
    for (size_t i = 1; i < characters.count; i++)
        keys[count++] = (uint64_t)(characters.at[i - 1] + 1) << 32 | characters.at[i];
    sort_keys(keys, count);
    return count;
}

double
bina_similarity_bigram(const char *a, size_t a_length, const char *b, size_t b_length)
{
    uint64_t left[BINA_SIMILARITY_MAX], right[BINA_SIMILARITY_MAX];
    size_t left_count = read_bigrams(left, a, a_length);
    size_t right_count = read_bigrams(right, b, b_length);
    return dice(left, left_count, right, right_count);
}

/* A word inside a text. */
typedef struct word {
    const char *text;
    size_t length;
} word;

/* The next word at or after *at; false at the end. */
static bool
next_word(const char *text, size_t length, size_t *at, word *out)
{
    size_t start = *at;
    while (start < length && text[start] == ' ')
        start++;
    size_t end = start;
    while (end < length && text[end] != ' ')
        end++;
    out->text = text + start;
    out->length = end - start;
    *at = end;
    return end > start;
}

/* 64 bits of a word (FNV-1a, then mixed): two words of one pair of texts never share them. */
static uint64_t
hash_word(word w)
{
    uint64_t hash = bina_hash_bytes(BINA_HASH_START, w.text, w.length);

    hash ^= hash >> 32;
    return hash * UINT64_C(0x9e3779b97f4a7c15);
}

enum { WORDS_MAX = 512 };

static size_t
read_words(uint64_t keys[WORDS_MAX], const char *text, size_t length)
{
    size_t count = 0, kept = 0, at = 0;
    word w;
    while (count < WORDS_MAX && next_word(text, length, &at, &w))
        keys[count++] = hash_word(w);
    sort_keys(keys, count);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || keys[i] != keys[i - 1])
            keys[kept++] = keys[i];
    }
    return kept;
}

double
bina_similarity_words(const char *a, size_t a_length, const char *b, size_t b_length)
{
    uint64_t left[WORDS_MAX], right[WORDS_MAX];
    size_t left_count = read_words(left, a, a_length);
    size_t right_count = read_words(right, b, b_length);
    return dice(left, left_count, right, right_count);
}
