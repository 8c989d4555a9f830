/* The kernels over lanes for machines with AVX2: 16 texts at a time. */
#include "linkage/similarity_lanes.h"

#ifdef BINA_CPU_X86
#include <immintrin.h>

#define TARGET  __attribute__((target("avx2")))
#define NAME(x) bina_lanes_##x##_avx2

typedef __m256i wide;
typedef __m256i chosen; /* all bits of a lane set where NOT: so they come from comparing with 0 */

enum { WIDES = 4, HALF = 32 };

#define ZERO                 _mm256_setzero_si256()
#define ALL(x)               _mm256_set1_epi16(x)
#define AND(a, b)            _mm256_and_si256(a, b)
#define OR(a, b)             _mm256_or_si256(a, b)
#define XOR(a, b)            _mm256_xor_si256(a, b)
#define ADD(a, b)            _mm256_add_epi16(a, b)
#define SUB(a, b)            _mm256_sub_epi16(a, b)
#define LOWEST(a)            AND(a, SUB(ZERO, a))
#define NOT_AND(a, b)        _mm256_andnot_si256(a, b)
#define DOUBLE(a)            _mm256_add_epi16(a, a)
#define SOME(a)              _mm256_cmpeq_epi16(a, ZERO)
#define BOTH(a, b)           _mm256_cmpeq_epi16(AND(a, b), ZERO)
#define ADD_ONE(a, c)        ADD(a, ADD(c, ALL(1)))
#define TAKE_ONE(a, c)       SUB(a, ADD(c, ALL(1)))
#define ADD_MISS(a, b, m, c) SUB(a, NOT_AND(c, BOTH(b, m)))
#define WHERE(a, c)          NOT_AND(c, a)

/* Characters are compared with each of the probe's, 32 at a time. */
TARGET static inline void
match(const bina_lanes_probe *probe, const uint8_t *column, wide at[WIDES])
{
    unsigned short_of = probe->length < 8 ? probe->length : 8;

    for (unsigned h = 0; h < 2; h++) {
        __m256i character = _mm256_loadu_si256((const __m256i *)(column + h * HALF));
        __m256i low = ZERO, high = ZERO;
        for (unsigned i = 0; i < short_of; i++)
            low = OR(low, AND(_mm256_cmpeq_epi8(character, _mm256_set1_epi8((char)probe->text[i])),
                              _mm256_set1_epi8((char)(1u << i))));
        for (unsigned i = 8; i < probe->length; i++)
            high =
                OR(high, AND(_mm256_cmpeq_epi8(character, _mm256_set1_epi8((char)probe->text[i])),
                             _mm256_set1_epi8((char)(1u << (i - 8)))));
        at[2 * h] = _mm256_unpacklo_epi8(low, high);
        at[2 * h + 1] = _mm256_unpackhi_epi8(low, high);
    }
}

TARGET static inline void
narrow(const wide v[WIDES], uint8_t bytes[BINA_MANY_BLOCK])
{
    _mm256_storeu_si256((__m256i *)bytes, _mm256_packus_epi16(v[0], v[1]));
    _mm256_storeu_si256((__m256i *)(bytes + HALF), _mm256_packus_epi16(v[2], v[3]));
}

TARGET static inline void
prefixes(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
         uint8_t prefix[BINA_MANY_BLOCK])
{
    unsigned most = length < probe->length ? length : probe->length;

    for (unsigned h = 0; h < BINA_MANY_BLOCK; h += HALF) {
        __m256i count = ZERO, same = _mm256_set1_epi8(-1);
        for (unsigned p = 0; p < most && p < 4; p++) {
            const uint8_t *column = block + p * BINA_MANY_BLOCK + h;
            same = AND(same, _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)column),
                                               _mm256_set1_epi8((char)probe->text[p])));
            count = _mm256_sub_epi8(count, same);
        }
        _mm256_storeu_si256((__m256i *)(prefix + h), count);
    }
}

/* Four bytes as four numbers of 32 bits. */
TARGET static inline __m128i
four(const uint8_t *bytes)
{
    int32_t word;

    __builtin_memcpy(&word, bytes, sizeof(word));
    return _mm_cvtepu8_epi32(_mm_cvtsi32_si128(word));
}

/* The steps of bina_jaro_score and bina_winkler_score, in their order. */
TARGET static inline void
scores(unsigned a, unsigned b, const uint8_t common[BINA_MANY_BLOCK],
       const uint8_t misplaced[BINA_MANY_BLOCK], const uint8_t prefix[BINA_MANY_BLOCK],
       const double *straight, double similarity[BINA_MANY_BLOCK])
{
    double share[BINA_MANY_LENGTH + 1] = {0};
    __m256d one = _mm256_set1_pd(1.0), three = _mm256_set1_pd(3.0), none = _mm256_setzero_pd();

    for (unsigned m = 1; m <= BINA_MANY_LENGTH; m++)
        share[m] = (double)m / (double)a + (double)m / (double)b;
    for (unsigned i = 0; i < BINA_MANY_BLOCK; i += 4) {
        __m128i m = four(common + i);
        __m128i at = _mm_add_epi32(_mm_add_epi32(_mm_slli_epi32(m, 3), m),
                                   _mm_srli_epi32(four(misplaced + i), 1));
        __m256d both = _mm256_i32gather_pd(share, m, 8);
        __m256d jaro =
            _mm256_div_pd(_mm256_add_pd(both, _mm256_i32gather_pd(straight, at, 8)), three);
        __m256d bonus = _mm256_mul_pd(_mm256_cvtepi32_pd(four(prefix + i)), _mm256_set1_pd(0.1));
        jaro = _mm256_andnot_pd(_mm256_cmp_pd(both, none, _CMP_EQ_OQ), jaro);
        _mm256_storeu_pd(similarity + i,
                         _mm256_add_pd(jaro, _mm256_mul_pd(bonus, _mm256_sub_pd(one, jaro))));
    }
}

#include "linkage/similarity_lanes_body.h"
#endif
