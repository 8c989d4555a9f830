/* The kernels over lanes for machines with AVX-512 (BW, VL, VBMI): 32 texts at a time. */
#include "linkage/similarity_lanes.h"

#ifdef BINA_CPU_X86
#include <immintrin.h>

#define TARGET  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi")))
#define NAME(x) bina_lanes_##x##_avx512

typedef __m512i wide;
typedef __mmask32 chosen;

enum { WIDES = 2 };

#define ZERO           _mm512_setzero_si512()
#define ALL(x)         _mm512_set1_epi16(x)
#define AND(a, b)      _mm512_and_si512(a, b)
#define OR(a, b)       _mm512_or_si512(a, b)
#define XOR(a, b)      _mm512_xor_si512(a, b)
#define ADD(a, b)      _mm512_add_epi16(a, b)
#define SUB(a, b)      _mm512_sub_epi16(a, b)
#define LOWEST(a)      AND(a, SUB(ZERO, a))
#define NOT_AND(a, b)  _mm512_andnot_si512(a, b)
#define DOUBLE(a)      _mm512_add_epi16(a, a)
#define SOME(a)        _mm512_test_epi16_mask(a, a)
#define BOTH(a, b)     _mm512_test_epi16_mask(a, b)
#define ADD_ONE(a, c)  _mm512_mask_add_epi16(a, c, a, ALL(1))
#define TAKE_ONE(a, c) _mm512_mask_sub_epi16(a, c, a, ALL(1))
#define ADD_MISS(a, b, m, c)                                                                       \
    _mm512_mask_add_epi16(a, _mm512_mask_testn_epi16_mask(c, b, m), a, ALL(1))
#define WHERE(a, c) _mm512_maskz_mov_epi16(c, a)

/* A table of 128 bytes is two vectors: the places of all 64 characters in two steps. */
TARGET static inline void
match(const bina_lanes_probe *probe, const uint8_t *column, wide at[WIDES])
{
    __m512i character = _mm512_loadu_si512(column);
    __m512i low = _mm512_permutex2var_epi8(_mm512_loadu_si512(probe->low), character,
                                           _mm512_loadu_si512(probe->low + 64));
    __m512i high = ZERO;

    if (probe->length > 8)
        high = _mm512_permutex2var_epi8(_mm512_loadu_si512(probe->high), character,
                                        _mm512_loadu_si512(probe->high + 64));
    at[0] = _mm512_unpacklo_epi8(low, high);
    at[1] = _mm512_unpackhi_epi8(low, high);
}

TARGET static inline void
narrow(const wide v[WIDES], uint8_t bytes[BINA_MANY_BLOCK])
{
    _mm512_storeu_si512(bytes, _mm512_packus_epi16(v[0], v[1]));
}

TARGET static inline void
prefixes(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
         uint8_t prefix[BINA_MANY_BLOCK])
{
    unsigned most = length < probe->length ? length : probe->length;
    __m512i count = ZERO;
    __mmask64 same = ~UINT64_C(0);

    for (unsigned p = 0; p < most && p < 4; p++) {
        same = _mm512_mask_cmpeq_epi8_mask(same, _mm512_loadu_si512(block + p * BINA_MANY_BLOCK),
                                           _mm512_set1_epi8((char)probe->text[p]));
        count = _mm512_mask_add_epi8(count, same, count, _mm512_set1_epi8(1));
    }
    _mm512_storeu_si512(prefix, count);
}

/* The steps of bina_jaro_score and bina_winkler_score, in their order. */
TARGET static inline void
scores(unsigned a, unsigned b, const uint8_t common[BINA_MANY_BLOCK],
       const uint8_t misplaced[BINA_MANY_BLOCK], const uint8_t prefix[BINA_MANY_BLOCK],
       const double *straight, double similarity[BINA_MANY_BLOCK])
{
    double share[BINA_MANY_LENGTH];
    __m512d first, second, one = _mm512_set1_pd(1.0), three = _mm512_set1_pd(3.0);

    for (unsigned m = 1; m <= BINA_MANY_LENGTH; m++)
        share[m - 1] = (double)m / (double)a + (double)m / (double)b;
    first = _mm512_loadu_pd(share);
    second = _mm512_loadu_pd(share + 8);
    for (unsigned i = 0; i < BINA_MANY_BLOCK; i += 8) {
        __m512i m = _mm512_cvtepu8_epi64(_mm_loadl_epi64((const __m128i *)(common + i)));
        __m512i t = _mm512_cvtepu8_epi64(_mm_loadl_epi64((const __m128i *)(misplaced + i)));
        __m512i p = _mm512_cvtepu8_epi64(_mm_loadl_epi64((const __m128i *)(prefix + i)));
        __m512i at =
            _mm512_add_epi64(_mm512_add_epi64(_mm512_slli_epi64(m, 3), m), _mm512_srli_epi64(t, 1));
        __m512d both =
            _mm512_permutex2var_pd(first, _mm512_sub_epi64(m, _mm512_set1_epi64(1)), second);
        __m512d jaro =
            _mm512_div_pd(_mm512_add_pd(both, _mm512_i64gather_pd(at, straight, 8)), three);
        __m512d bonus =
            _mm512_mul_pd(_mm512_cvtepi32_pd(_mm512_cvtepi64_epi32(p)), _mm512_set1_pd(0.1));
        jaro = _mm512_maskz_mov_pd(_mm512_test_epi64_mask(m, m), jaro);
        _mm512_storeu_pd(similarity + i,
                         _mm512_add_pd(jaro, _mm512_mul_pd(bonus, _mm512_sub_pd(one, jaro))));
    }
}

#include "linkage/similarity_lanes_body.h"
#endif
