/* The kernels over lanes for any machine of x86-64: 8 texts at a time. */
#include "linkage/similarity_lanes.h"

#ifdef BINA_CPU_X86
#include <emmintrin.h>

#define TARGET
#define NAME(x) bina_lanes_##x##_sse2

typedef __m128i wide;
typedef __m128i chosen; /* all bits of a lane set where NOT: so they come from comparing with 0 */

enum { WIDES = 8, PART = 16 };

#define ZERO                 _mm_setzero_si128()
#define ALL(x)               _mm_set1_epi16(x)
#define AND(a, b)            _mm_and_si128(a, b)
#define OR(a, b)             _mm_or_si128(a, b)
#define XOR(a, b)            _mm_xor_si128(a, b)
#define ADD(a, b)            _mm_add_epi16(a, b)
#define SUB(a, b)            _mm_sub_epi16(a, b)
#define LOWEST(a)            AND(a, SUB(ZERO, a))
#define NOT_AND(a, b)        _mm_andnot_si128(a, b)
#define DOUBLE(a)            _mm_add_epi16(a, a)
#define SOME(a)              _mm_cmpeq_epi16(a, ZERO)
#define BOTH(a, b)           _mm_cmpeq_epi16(AND(a, b), ZERO)
#define ADD_ONE(a, c)        ADD(a, ADD(c, ALL(1)))
#define TAKE_ONE(a, c)       SUB(a, ADD(c, ALL(1)))
#define ADD_MISS(a, b, m, c) SUB(a, NOT_AND(c, BOTH(b, m)))
#define WHERE(a, c)          NOT_AND(c, a)

/* Characters are compared with each of the probe's, 16 at a time. */
static inline void
match(const bina_lanes_probe *probe, const uint8_t *column, wide at[WIDES])
{
    unsigned short_of = probe->length < 8 ? probe->length : 8;

    for (unsigned h = 0; h < BINA_MANY_BLOCK / PART; h++) {
        __m128i character = _mm_loadu_si128((const __m128i *)(column + h * PART));
        __m128i low = ZERO, high = ZERO;
        for (unsigned i = 0; i < short_of; i++)
            low = OR(low, AND(_mm_cmpeq_epi8(character, _mm_set1_epi8((char)probe->text[i])),
                              _mm_set1_epi8((char)(1u << i))));
        for (unsigned i = 8; i < probe->length; i++)
            high = OR(high, AND(_mm_cmpeq_epi8(character, _mm_set1_epi8((char)probe->text[i])),
                                _mm_set1_epi8((char)(1u << (i - 8)))));
        at[2 * h] = _mm_unpacklo_epi8(low, high);
        at[2 * h + 1] = _mm_unpackhi_epi8(low, high);
    }
}

static inline void
narrow(const wide v[WIDES], uint8_t bytes[BINA_MANY_BLOCK])
{
    for (unsigned h = 0; h < BINA_MANY_BLOCK / PART; h++)
        _mm_storeu_si128((__m128i *)(bytes + h * PART), _mm_packus_epi16(v[2 * h], v[2 * h + 1]));
}

static inline void
prefixes(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
         uint8_t prefix[BINA_MANY_BLOCK])
{
    unsigned most = length < probe->length ? length : probe->length;

    for (unsigned h = 0; h < BINA_MANY_BLOCK; h += PART) {
        __m128i count = ZERO, same = _mm_set1_epi8(-1);
        for (unsigned p = 0; p < most && p < 4; p++) {
            const uint8_t *column = block + p * BINA_MANY_BLOCK + h;
            same = AND(same, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)column),
                                            _mm_set1_epi8((char)probe->text[p])));
            count = _mm_sub_epi8(count, same);
        }
        _mm_storeu_si128((__m128i *)(prefix + h), count);
    }
}

#define scores bina_lanes_scores

#include "linkage/similarity_lanes_body.h"
#endif
