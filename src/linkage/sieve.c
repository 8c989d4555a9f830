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
    sieve->wide = bina_cpu_best() == BINA_CPU_AVX512;
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
/* All fields of two rows at once. */
__attribute__((target("avx512f"))) static void
pass_wide(const bina_link_sieve *sieve, const uint32_t *const *a, const uint32_t *const *b,
          size_t count, bina_link_sifted *sifted)
{
    __mmask16 fields = (__mmask16)sieve->fields;
    __m512i from = _mm512_loadu_si512(sieve->from), shift = _mm512_loadu_si512(sieve->shift);
    __m512i known = _mm512_loadu_si512(sieve->known), one = _mm512_set1_epi32(1);
    __m512i times_low = _mm512_set1_epi32((int)TIMES_LOW), in_word = _mm512_set1_epi32(31);
    __m512i times_high = _mm512_set1_epi32((int)TIMES_HIGH);
    __m512i times_all = _mm512_set1_epi32((int)TIMES_ALL);

    for (size_t i = 0; i < count; i++) {
        __m512i x = _mm512_maskz_loadu_epi32(fields, a[i]);
        __m512i y = _mm512_maskz_loadu_epi32(fields, b[i]);
        __m512i low = _mm512_min_epu32(x, y), high = _mm512_max_epu32(x, y), hash, bits, word;
        /* Where neither is zero, the lower is not: also where the rows have no field. */
        uint32_t both = _mm512_test_epi32_mask(low, low);
        uint32_t same = both & _mm512_cmpeq_epi32_mask(x, y);
        __mmask16 unequal = (__mmask16)(both & ~same & sieve->fuzzy);
        hash = _mm512_add_epi32(_mm512_mullo_epi32(low, times_low),
                                _mm512_mullo_epi32(high, times_high));
        hash = _mm512_mullo_epi32(_mm512_xor_si512(hash, _mm512_srli_epi32(hash, FOLD)), times_all);
        word = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), unequal,
                                           _mm512_add_epi32(from, _mm512_srlv_epi32(hash, shift)),
                                           sieve->words, 4);
        bits = _mm512_or_si512(
            _mm512_sllv_epi32(one, _mm512_and_si512(hash, in_word)),
            _mm512_sllv_epi32(one, _mm512_and_si512(_mm512_srli_epi32(hash, 5), in_word)));
        sifted[i].both = both;
        sifted[i].same = same;
        sifted[i].maybe =
            _mm512_mask_cmpeq_epi32_mask(unequal, _mm512_and_si512(word, bits), bits) |
            (uint32_t)_mm512_mask_cmpge_epu32_mask(unequal, high, known);
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
    _Static_assert(BINA_LINK_FIELDS <= 16, "the fields of a row fill a vector at most");
    if (sieve->wide) {
        pass_wide(sieve, a, b, count, sifted);
        return;
    }
#endif
    for (size_t i = 0; i < count; i++)
        sifted[i] = pass_pair(sieve, a[i], b[i]);
}
