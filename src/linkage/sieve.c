
#include "linkage/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/similarity_cpu.h"
#ifdef BINA_CPU_X86
#include <immintrin.h>
#endif

#define WORDS_LEAST 1  /* log2 of the words of a field */
#define WORDS_MOST  24 /* as many as the longest lists of similar values call for */

/* Of two values in either order. */
#define TIMES_LOW  UINT32_C(0x9E3779B1)
#define TIMES_HIGH UINT32_C(0x85EBCA77)
#define TIMES_ALL  UINT32_C(0xC2B2AE3D)
#define FOLD       15

static inline uint32_t
hash_of(uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b, high = a < b ? b : a;
    uint32_t hash = low * TIMES_LOW + high * TIMES_HIGH;

    return (hash ^ hash >> FOLD) * TIMES_ALL;
}

/* Two bits of a word. */
static inline uint32_t
bits_of(uint32_t hash)
{
    return UINT32_C(1) << (hash & 31) | UINT32_C(1) << (hash >> 5 & 31);
}

/* The first value that came after the lists of similar values; of texts not joined, the first. */
static uint32_t
known_of(const bina_link_field *field)
{
    if (field->similar.start == NULL)
        return 0;
    return field->similar.later != 0 ? field->similar.later : field->values.count;
}

/* Two words for four pairs of similar values: sixteen bits a pair. */
static unsigned
words_of(const bina_link_field *field, uint32_t known)
{
    unsigned words = WORDS_LEAST;

    while (words < WORDS_MOST && known > 0 && (size_t)1 << words < field->similar.start[known] / 4)
        words++;
    return words;
}

static void
fill(bina_link_sieve *sieve, const bina_link_similar *similar, int f)
{
    for (uint32_t a = 0; a < sieve->known[f]; a++)
        for (size_t i = similar->start[a]; i < similar->start[a + 1]; i++) {
            uint32_t hash = hash_of(a, similar->code[i]);
            sieve->words[sieve->from[f] + (hash >> sieve->shift[f])] |= bits_of(hash);
        }
}

bina_status
bina_link_sieve_init(bina_link_sieve *sieve, const bina_link_field *field, int fields)
{
    size_t words = 0;

    memset(sieve, 0, sizeof(*sieve));
    sieve->fields = (UINT32_C(1) << fields) - 1;
    sieve->wide = bina_cpu_best() >= BINA_CPU_AVX2;
    for (int f = 0; f < fields; f++) {
        uint32_t known = known_of(&field[f]);
        unsigned own = words_of(&field[f], known);
        sieve->known[f] = known;
        sieve->shift[f] = 32 - own;
        sieve->from[f] = (uint32_t)words;
        words += (size_t)1 << own;
        if (field[f].spec->compare != BINA_LINK_EXACT ||
            (known > 0 && field[f].similar.start[known] > 0))
            sieve->fuzzy |= UINT32_C(1) << f;
    }
    sieve->words = calloc(words + 1, sizeof(*sieve->words));
    if (sieve->words == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int f = 0; f < fields; f++)
        if (field[f].similar.start != NULL)
            fill(sieve, &field[f].similar, f);
    return BINA_OK;
}

void
bina_link_sieve_drop(bina_link_sieve *sieve)
{
    free(sieve->words);
    memset(sieve, 0, sizeof(*sieve));
}

#ifdef BINA_CPU_X86
/* A bit of each lane that is set. */
__attribute__((target("avx2"))) static inline uint32_t
bits_set(__m256i lanes)
{
    return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(lanes));
}

/*
 * Eight fields of two rows at once, from `first` on. What is behind the fields of a row is read,
 * too: the next row, and behind the last one there is room for another.
 */
__attribute__((target("avx2"))) static void
pass_eight(const bina_link_sieve *sieve, int first, const uint32_t *const *a,
           const uint32_t *const *b, size_t count, bina_link_sifted *sifted)
{
    const __m256i lane = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
    const __m256i zero = _mm256_setzero_si256(), one = _mm256_set1_epi32(1);
    const __m256i from = _mm256_loadu_si256((const __m256i *)&sieve->from[first]);
    const __m256i shift = _mm256_loadu_si256((const __m256i *)&sieve->shift[first]);
    const __m256i known = _mm256_loadu_si256((const __m256i *)&sieve->known[first]);
    const __m256i chosen = _mm256_set1_epi32((int)(sieve->fuzzy >> first));
    const __m256i fuzzy = _mm256_cmpeq_epi32(_mm256_and_si256(chosen, lane), lane);
    const __m256i times_low = _mm256_set1_epi32((int)TIMES_LOW);
    const __m256i times_high = _mm256_set1_epi32((int)TIMES_HIGH);
    const __m256i times_all = _mm256_set1_epi32((int)TIMES_ALL), in_word = _mm256_set1_epi32(31);
    uint32_t fields = sieve->fields >> first & 255;

    for (size_t i = 0; i < count; i++) {
        __m256i x = _mm256_loadu_si256((const __m256i *)(a[i] + first));
        __m256i y = _mm256_loadu_si256((const __m256i *)(b[i] + first));
        __m256i low = _mm256_min_epu32(x, y), high = _mm256_max_epu32(x, y);
        /* Where neither is zero, the lower is not. */
        __m256i none = _mm256_cmpeq_epi32(low, zero), same = _mm256_cmpeq_epi32(x, y);
        __m256i unequal = _mm256_andnot_si256(_mm256_or_si256(none, same), fuzzy);
        __m256i hash = _mm256_add_epi32(_mm256_mullo_epi32(low, times_low),
                                        _mm256_mullo_epi32(high, times_high));
        __m256i word, bits, maybe;
        uint32_t both = ~bits_set(none) & fields;
        hash = _mm256_mullo_epi32(_mm256_xor_si256(hash, _mm256_srli_epi32(hash, FOLD)), times_all);
        word = _mm256_mask_i32gather_epi32(zero, (const int *)sieve->words,
                                           _mm256_add_epi32(from, _mm256_srlv_epi32(hash, shift)),
                                           unequal, 4);
        bits = _mm256_or_si256(
            _mm256_sllv_epi32(one, _mm256_and_si256(hash, in_word)),
            _mm256_sllv_epi32(one, _mm256_and_si256(_mm256_srli_epi32(hash, 5), in_word)));
        maybe = _mm256_or_si256(_mm256_cmpeq_epi32(_mm256_and_si256(word, bits), bits),
                                _mm256_cmpeq_epi32(_mm256_max_epu32(high, known), high));
        if (first == 0)
            memset(&sifted[i], 0, sizeof(*sifted));
        sifted[i].both |= both << first;
        sifted[i].same |= (bits_set(same) & both) << first;
        sifted[i].maybe |= bits_set(_mm256_and_si256(maybe, unequal)) << first;
    }
}
#endif

static bina_link_sifted
pass_pair(const bina_link_sieve *sieve, const uint32_t *a, const uint32_t *b)
{
    bina_link_sifted told = {0, 0, 0};

    for (int f = 0; sieve->fields >> f != 0; f++) {
        told.both |= (uint32_t)((a[f] != 0) & (b[f] != 0)) << f;
        told.same |= (uint32_t)(a[f] == b[f]) << f;
    }
    told.same &= told.both;
    for (uint32_t left = told.both & ~told.same & sieve->fuzzy; left != 0; left &= left - 1) {
        int f = __builtin_ctz(left);
        uint32_t hash = hash_of(a[f], b[f]), bits = bits_of(hash);
        uint32_t word = sieve->words[sieve->from[f] + (hash >> sieve->shift[f])];
        if ((word & bits) == bits || a[f] >= sieve->known[f] || b[f] >= sieve->known[f])
            told.maybe |= UINT32_C(1) << f;
    }
    return told;
}

void
bina_link_sieve_pass(const bina_link_sieve *sieve, const uint32_t *const *a,
                     const uint32_t *const *b, size_t count, bina_link_sifted *sifted)
{
#ifdef BINA_CPU_X86
    if (sieve->wide) {
        for (int first = 0; sieve->fields >> first != 0; first += 8)
            pass_eight(sieve, first, a, b, count, sifted);
        return;
    }
#endif
    for (size_t i = 0; i < count; i++)
        sifted[i] = pass_pair(sieve, a[i], b[i]);
}
