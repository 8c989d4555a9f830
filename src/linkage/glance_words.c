/* The most that comparing by words could say of two values. */
#include "linkage/glance.h"

#include <string.h>

#include "linkage/field.h"
#include "linkage/similarity_cpu.h"
#ifdef BINA_CPU_X86
#include <immintrin.h>
#endif

#define WORDS   BINA_LINK_GLANCE_WORDS
#define ROUNDED 1e-4F /* what rounding could take away, many times over */

/* What two words count at most, when they are spelt alike, and when one is the other's initial. */
#define ALIKE   (float)BINA_LINK_NEAR_WORD
#define INITIAL (float)BINA_LINK_INITIAL

/*
 * Two words of v and w letters are as similar as is asked for when c of them are common and
 *     c (v + w) >= k v w,
 * where k follows from how many of the first letters are equal: of Jaro's (c/v + c/w + 1) / 3, the
 * letters in order, and Winkler's tenth of the rest for each first letter, BINA_LINK_CLOSE_NAME.
 */
#define LEAST(first)                                                                               \
    ((float)(3 * (BINA_LINK_CLOSE_NAME - .1 * (first)) / (1 - .1 * (first)) - 1) - ROUNDED)
static const float least[16] = {LEAST(0), LEAST(1), LEAST(2), LEAST(3), LEAST(4)};

/* From what the words of both sides count at most, and what all of them weigh. */
static unsigned
level_of(float side_a, float side_b, float total_a, float total_b, bool several)
{
    float both = (side_a + side_b) / (total_a + total_b);

    if (several) {
        float share = side_a / total_a > side_b / total_b ? side_a / total_a : side_b / total_b;
        if ((float)BINA_LINK_PART_OF * share > both)
            both = (float)BINA_LINK_PART_OF * share;
    }
    both += ROUNDED;
    if (both >= (float)BINA_LINK_MOST_WORDS)
        return 4;
    if (both >= (float)BINA_LINK_MORE_WORDS)
        return 3;
    return both >= (float)BINA_LINK_LEAST_WORDS ? 2 : BINA_LINK_DIFFERENT;
}

static unsigned
bits_of(uint32_t word)
{
    word -= word >> 1 & 0x55555555u;
    word = (word & 0x33333333u) + (word >> 2 & 0x33333333u);
    return ((word + (word >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

/* How many of the first four letters are equal. */
static unsigned
equal_first(uint32_t a, uint32_t b)
{
    uint32_t apart = a ^ b;

    return apart == 0 ? 4 : bits_of(~apart & (apart - 1)) / 8;
}

/* What two words count at most. */
static float
most_of(const bina_link_glance_words *a, int i, const bina_link_glance_words *b, int j)
{
    unsigned v = a->word[i] & 255u, w = b->word[j] & 255u, common, other;

    if (a->word[i] == b->word[j])
        return 1;
    if (a->first[i] < 256 || b->first[j] < 256) {
        unsigned letter = a->first[i] & 255u;
        return letter == (b->first[j] & 255u) && letter > '9' ? INITIAL : 0;
    }
    if (v == 0 || w == 0)
        return 0;
    common = v - bits_of(a->letters[i] & ~b->letters[j]);
    other = w - bits_of(b->letters[j] & ~a->letters[i]);
    if (other < common)
        common = other;
    return (float)(common * (v + w)) >=
                   least[equal_first(a->first[i], b->first[j])] * (float)(v * w)
               ? ALIKE
               : 0;
}

static unsigned
glance_plain(const bina_link_glance_words *a, const bina_link_glance_words *b)
{
    float best[WORDS] = {0}, side_a = 0, side_b = 0, total_a = 0, total_b = 0;
    int some_a = 0, some_b = 0;

    if (a->word[0] == 0 || b->word[0] == 0)
        return 4;
    for (int i = 0; i < WORDS && a->word[i] != 0; i++) {
        float own = 0;
        for (int j = 0; j < WORDS && b->word[j] != 0; j++) {
            float most = most_of(a, i, b, j);
            own = most > own ? most : own;
            best[j] = most > best[j] ? most : best[j];
        }
        side_a += own * a->weight[i];
        total_a += a->weight[i];
        some_a += own > 0;
    }
    if (some_a == 0)
        return BINA_LINK_DIFFERENT;
    for (int j = 0; j < WORDS; j++) {
        side_b += best[j] * b->weight[j];
        total_b += b->weight[j];
        some_b += best[j] > 0;
    }
    return level_of(side_a, side_b, total_a, total_b, some_a > 1 && some_b > 1);
}

#ifdef BINA_CPU_X86

/* How many bits are set in each of eight. */
__attribute__((target("avx2"))) static __m256i
bits_of_eight(__m256i words)
{
    const __m256i half = _mm256_set1_epi8(15);
    const __m256i bits = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1,
                                          2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    __m256i low = _mm256_shuffle_epi8(bits, _mm256_and_si256(words, half));
    __m256i high = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(words, 4), half));

    return _mm256_madd_epi16(_mm256_maddubs_epi16(_mm256_add_epi8(low, high), _mm256_set1_epi8(1)),
                             _mm256_set1_epi16(1));
}

/* What two words of one side count with each of four others, a lane for each of the eight. */
__attribute__((target("avx2"))) static __m256
count_two(const bina_link_glance_words *a, int from, const bina_link_glance_words *b)
{
    const __m256i byte = _mm256_set1_epi32(255), none = _mm256_setzero_si256();
    const __m256i two = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
#define OF_A(part)                                                                                 \
    _mm256_permutevar8x32_epi32(                                                                   \
        _mm256_castsi128_si256(_mm_loadl_epi64((const void *)(a->part + from))), two)
#define OF_B(part) _mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)b->part))
    __m256i v_word = OF_A(word), v_letters = OF_A(letters), v_first = OF_A(first);
    __m256i w_word = OF_B(word), w_letters = OF_B(letters), w_first = OF_B(first);
    __m256i v = _mm256_and_si256(v_word, byte), w = _mm256_and_si256(w_word, byte);
    __m256i apart = _mm256_xor_si256(v_first, w_first), letter = _mm256_and_si256(v_first, byte);
    __m256i nothing =
        _mm256_or_si256(_mm256_cmpeq_epi32(v_word, none), _mm256_cmpeq_epi32(w_word, none));
    __m256i untold = _mm256_or_si256(_mm256_cmpeq_epi32(v, none), _mm256_cmpeq_epi32(w, none));
    __m256i single = _mm256_or_si256(_mm256_cmpeq_epi32(letter, v_first),
                                     _mm256_cmpeq_epi32(_mm256_and_si256(w_first, byte), w_first));
    __m256i common = _mm256_min_epi32(
        _mm256_sub_epi32(v, bits_of_eight(_mm256_andnot_si256(w_letters, v_letters))),
        _mm256_sub_epi32(w, bits_of_eight(_mm256_andnot_si256(v_letters, w_letters))));
    __m256i first = _mm256_srli_epi32(
        bits_of_eight(_mm256_andnot_si256(apart, _mm256_sub_epi32(apart, _mm256_set1_epi32(1)))),
        3);
    __m256 alike =
        _mm256_cmp_ps(_mm256_cvtepi32_ps(_mm256_mullo_epi32(common, _mm256_add_epi32(v, w))),
                      _mm256_mul_ps(_mm256_permutevar8x32_ps(_mm256_loadu_ps(least), first),
                                    _mm256_cvtepi32_ps(_mm256_mullo_epi32(v, w))),
                      _CMP_GE_OQ);
    __m256i initial = _mm256_and_si256(_mm256_cmpeq_epi32(_mm256_and_si256(apart, byte), none),
                                       _mm256_cmpgt_epi32(letter, _mm256_set1_epi32('9')));
    __m256 counts;
#undef OF_A
#undef OF_B
    counts =
        _mm256_and_ps(_mm256_andnot_ps(_mm256_castsi256_ps(untold), alike), _mm256_set1_ps(ALIKE));
    counts = _mm256_blendv_ps(counts,
                              _mm256_and_ps(_mm256_castsi256_ps(initial), _mm256_set1_ps(INITIAL)),
                              _mm256_castsi256_ps(single));
    counts = _mm256_blendv_ps(counts, _mm256_set1_ps(1),
                              _mm256_castsi256_ps(_mm256_cmpeq_epi32(v_word, w_word)));
    return _mm256_andnot_ps(_mm256_castsi256_ps(nothing), counts);
}

/* The greatest of each four, at their place among the words of `a` from `from` on. */
__attribute__((target("avx2"))) static void
best_of_four(__m256 counts, float best[2])
{
    counts = _mm256_max_ps(counts, _mm256_permute_ps(counts, 0xB1));
    counts = _mm256_max_ps(counts, _mm256_permute_ps(counts, 0x4E));
    best[0] = _mm_cvtss_f32(_mm256_castps256_ps128(counts));
    best[1] = _mm_cvtss_f32(_mm256_extractf128_ps(counts, 1));
}

/* Two of four words against all others at once. */
__attribute__((target("avx2"))) static unsigned
glance_half(const bina_link_glance_words *a, const bina_link_glance_words *b)
{
    __m256 low, high = _mm256_setzero_ps(), both;
    __m128 best_b, side_a, side_b, weight_a = _mm_loadu_ps(a->weight),
                                   weight_b = _mm_loadu_ps(b->weight);
    float best_a[WORDS] = {0}, sum[4];
    unsigned in_a, in_b;

    if (a->word[0] == 0 || b->word[0] == 0)
        return 4;
    low = count_two(a, 0, b);
    if (a->word[2] != 0)
        high = count_two(a, 2, b);
    both = _mm256_max_ps(low, high);
    if (_mm256_testz_si256(_mm256_castps_si256(both), _mm256_castps_si256(both)))
        return BINA_LINK_DIFFERENT;
    best_of_four(low, best_a);
    best_of_four(high, best_a + 2);
    best_b = _mm_max_ps(_mm256_castps256_ps128(both), _mm256_extractf128_ps(both, 1));
    side_a = _mm_mul_ps(_mm_loadu_ps(best_a), weight_a);
    side_b = _mm_mul_ps(best_b, weight_b);
    _mm_storeu_ps(sum, _mm_hadd_ps(_mm_hadd_ps(side_a, side_b), _mm_hadd_ps(weight_a, weight_b)));
    in_a = (unsigned)_mm_movemask_ps(_mm_cmpgt_ps(_mm_loadu_ps(best_a), _mm_setzero_ps()));
    in_b = (unsigned)_mm_movemask_ps(_mm_cmpgt_ps(best_b, _mm_setzero_ps()));
    return level_of(sum[0], sum[1], sum[2], sum[3],
                    (in_a & (in_a - 1)) != 0 && (in_b & (in_b - 1)) != 0);
}

/* Each of four words against each of four others, a lane for each of the sixteen. */
__attribute__((target("avx512f,avx512vpopcntdq"))) static unsigned
glance_wide(const bina_link_glance_words *a, const bina_link_glance_words *b)
{
    const __m512i rows = _mm512_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    const __m512i byte = _mm512_set1_epi32(255), four = _mm512_set1_epi32(4);
    __m512i all = _mm512_loadu_si512(a);
    __m512i v_word = _mm512_permutexvar_epi32(rows, all);
    __m512i v_letters = _mm512_permutexvar_epi32(_mm512_add_epi32(rows, four), all);
    __m512i v_first = _mm512_permutexvar_epi32(_mm512_add_epi32(rows, _mm512_set1_epi32(8)), all);
    __m512i w_word = _mm512_broadcast_i32x4(_mm_loadu_si128((const void *)b->word));
    __m512i w_letters = _mm512_broadcast_i32x4(_mm_loadu_si128((const void *)b->letters));
    __m512i w_first = _mm512_broadcast_i32x4(_mm_loadu_si128((const void *)b->first));
    __m512i v = _mm512_and_si512(v_word, byte), w = _mm512_and_si512(w_word, byte);
    __m512i apart = _mm512_xor_si512(v_first, w_first), common, first, letter;
    __mmask16 some =
        _mm512_test_epi32_mask(v_word, v_word) & _mm512_test_epi32_mask(w_word, w_word);
    __mmask16 same = some & _mm512_cmpeq_epi32_mask(v_word, w_word), initial, alike, any;
    __m512 counts, best_a, best_b;
    __m128 side_a, side_b, weight_a = _mm_loadu_ps(a->weight), weight_b = _mm_loadu_ps(b->weight);
    float sum[4];
    unsigned in_a, in_b;

    if (a->word[0] == 0 || b->word[0] == 0)
        return 4;
    common = _mm512_min_epi32(
        _mm512_sub_epi32(v, _mm512_popcnt_epi32(_mm512_andnot_si512(w_letters, v_letters))),
        _mm512_sub_epi32(w, _mm512_popcnt_epi32(_mm512_andnot_si512(v_letters, w_letters))));
    first = _mm512_srli_epi32(_mm512_popcnt_epi32(_mm512_andnot_si512(
                                  apart, _mm512_sub_epi32(apart, _mm512_set1_epi32(1)))),
                              3);
    alike = some & _mm512_test_epi32_mask(v, v) & _mm512_test_epi32_mask(w, w);
    alike = _mm512_mask_cmp_ps_mask(
        alike,
        _mm512_mul_ps(_mm512_cvtepi32_ps(common), _mm512_cvtepi32_ps(_mm512_add_epi32(v, w))),
        _mm512_mul_ps(_mm512_permutexvar_ps(first, _mm512_loadu_ps(least)),
                      _mm512_mul_ps(_mm512_cvtepi32_ps(v), _mm512_cvtepi32_ps(w))),
        _CMP_GE_OQ);
    letter = _mm512_and_si512(v_first, byte);
    initial =
        some & (_mm512_cmple_epu32_mask(v_first, byte) | _mm512_cmple_epu32_mask(w_first, byte));
    initial = _mm512_mask_testn_epi32_mask(initial, apart, byte) &
              _mm512_mask_cmpgt_epi32_mask(initial, letter, _mm512_set1_epi32('9'));
    any = same | alike | initial;
    if (any == 0)
        return BINA_LINK_DIFFERENT;
    counts = _mm512_maskz_mov_ps(alike, _mm512_set1_ps(ALIKE));
    counts = _mm512_mask_mov_ps(counts, initial, _mm512_set1_ps(INITIAL));
    counts = _mm512_mask_mov_ps(counts, same, _mm512_set1_ps(1));
    best_a = _mm512_max_ps(counts, _mm512_permute_ps(counts, 0xB1));
    best_a = _mm512_max_ps(best_a, _mm512_permute_ps(best_a, 0x4E));
    best_b = _mm512_max_ps(counts, _mm512_shuffle_f32x4(counts, counts, 0xB1));
    best_b = _mm512_max_ps(best_b, _mm512_shuffle_f32x4(best_b, best_b, 0x4E));
    best_a = _mm512_permutexvar_ps(
        _mm512_setr_epi32(0, 4, 8, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), best_a);
    side_a = _mm_mul_ps(_mm512_castps512_ps128(best_a), weight_a);
    side_b = _mm_mul_ps(_mm512_castps512_ps128(best_b), weight_b);
    _mm_storeu_ps(sum, _mm_hadd_ps(_mm_hadd_ps(side_a, side_b), _mm_hadd_ps(weight_a, weight_b)));
    in_a = (any | any >> 1 | any >> 2 | any >> 3) & 0x1111u;
    in_b = (any | any >> 4 | any >> 8 | any >> 12) & 15u;
    return level_of(sum[0], sum[1], sum[2], sum[3],
                    (in_a & (in_a - 1)) != 0 && (in_b & (in_b - 1)) != 0);
}

#endif

bina_link_glance_form *
bina_link_glance_form_of(unsigned form)
{
#ifdef BINA_CPU_X86
    if (form == 1)
        return __builtin_cpu_supports("avx2") ? glance_half : NULL;
    if (form == 2)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq")
                   ? glance_wide
                   : NULL;
#endif
    return form == 0 ? glance_plain : NULL;
}
