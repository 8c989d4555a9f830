#include "linkage/sift.h"

#include <math.h>

#include "linkage/similarity_cpu.h"

#ifdef BINA_CPU_X86
#include <immintrin.h>
#endif

float
bina_link_sift_least(double need)
{
    float least = (float)need;

    return (double)least < need ? nextafterf(least, INFINITY) : least;
}

#ifdef BINA_CPU_X86

/* Sixteen rows at once. */
__attribute__((target("avx512f"))) static uint32_t
sift_wide(const float *gain, uint32_t from, uint32_t to, float need, uint32_t *kept, size_t *count)
{
    const __m512 least = _mm512_set1_ps(need);
    __m512i row =
        _mm512_add_epi32(_mm512_set1_epi32((int)from),
                         _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
    size_t n = 0;

    for (; to - from >= 16; from += 16) {
        __mmask16 enough = _mm512_cmp_ps_mask(_mm512_loadu_ps(gain + from), least, _CMP_GE_OQ);
        _mm512_storeu_si512(kept + n, _mm512_maskz_compress_epi32(enough, row));
        n += (size_t)__builtin_popcount(enough);
        row = _mm512_add_epi32(row, _mm512_set1_epi32(16));
    }
    *count = n;
    return from;
}

/* Thirty-two rows at once, of which most have none to note. */
__attribute__((target("avx2,bmi"))) static uint32_t
sift_half(const float *gain, uint32_t from, uint32_t to, float need, uint32_t *kept, size_t *count)
{
    const __m256 least = _mm256_set1_ps(need);
    size_t n = 0;

    for (; to - from >= 32; from += 32) {
        uint32_t enough = 0;
        for (unsigned i = 0; i < 4; i++) {
            __m256 of = _mm256_loadu_ps(gain + from + 8 * i);
            int mask = _mm256_movemask_ps(_mm256_cmp_ps(of, least, _CMP_GE_OQ));
            enough |= (uint32_t)mask << 8 * i;
        }
        for (; enough != 0; enough &= enough - 1)
            kept[n++] = from + (uint32_t)__builtin_ctz(enough);
    }
    *count = n;
    return from;
}

#endif

size_t
bina_link_sift(const float *gain, uint32_t from, uint32_t to, float need, uint32_t *kept)
{
    size_t count = 0;

#ifdef BINA_CPU_X86
    if (bina_cpu_best() == BINA_CPU_AVX512)
        from = sift_wide(gain, from, to, need, kept, &count);
    else if (bina_cpu_best() == BINA_CPU_AVX2)
        from = sift_half(gain, from, to, need, kept, &count);
#endif
    /* Without a branch on what cannot be foreseen. */
    for (; from < to; from++) {
        kept[count] = from;
        count += gain[from] >= need;
    }
    return count;
}
