#include "linkage/similarity_bounds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/similarity_text.h"

#ifdef BINA_CPU_X86
#include <immintrin.h>
#endif

#define LANES (BINA_BOUNDS_BINS + BINA_BOUNDS_PREFIX)

/* How many characters each text has, for laying them out by length. */
static void
count_lengths(const bina_dictionary *dictionary, const uint32_t *code, size_t count,
              bina_characters *text, uint16_t *length, size_t seen[BINA_SIMILARITY_MAX + 1])
{
    for (size_t i = 0; i < count; i++) {
        bina_characters_read(text, bina_dictionary_text(dictionary, code[i]),
                             bina_dictionary_length(dictionary, code[i]));
        length[i] = (uint16_t)text->count;
        seen[text->count]++;
    }
}

static bina_status
make_groups(bina_bounds *bounds, const size_t seen[BINA_SIMILARITY_MAX + 1])
{
    size_t places = 0, groups = 0;

    for (unsigned l = 0; l <= BINA_SIMILARITY_MAX; l++)
        groups += seen[l] > 0;
    bounds->group = calloc(groups + 1, sizeof(*bounds->group));
    if (bounds->group == NULL)
        return BINA_ERR_NO_MEMORY;
    for (unsigned l = 0; l <= BINA_SIMILARITY_MAX; l++) {
        bina_bounds_group *group = &bounds->group[bounds->groups];
        if (seen[l] == 0)
            continue;
        group->length = l;
        group->from = places;
        places += (seen[l] + BINA_BOUNDS_WIDTH - 1) / BINA_BOUNDS_WIDTH * BINA_BOUNDS_WIDTH;
        group->to = places;
        bounds->groups++;
    }
    bounds->places = places;
    bounds->lane = calloc(places + 1, LANES);
    bounds->code = calloc(places + 1, sizeof(*bounds->code));
    return bounds->lane == NULL || bounds->code == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

static void
place_text(bina_bounds *bounds, size_t place, const bina_characters *text)
{
    for (size_t i = 0; i < text->count; i++) {
        uint8_t *n = &bounds->lane[(text->at[i] % BINA_BOUNDS_BINS) * bounds->places + place];
        if (*n < UINT8_MAX)
            (*n)++;
        /* Two characters may fall on one byte: then the beginning seems longer than it is. */
        if (i < BINA_BOUNDS_PREFIX)
            bounds->lane[(BINA_BOUNDS_BINS + i) * bounds->places + place] = (uint8_t)text->at[i];
    }
}

bina_status
bina_bounds_init(bina_bounds *bounds, const bina_dictionary *dictionary, const uint32_t *code,
                 size_t count)
{
    bina_characters *text = malloc(sizeof(*text));
    uint16_t *length = malloc((count + 1) * sizeof(*length));
    size_t *next = calloc(BINA_SIMILARITY_MAX + 1, sizeof(*next));
    bina_status status = BINA_ERR_NO_MEMORY;

    memset(bounds, 0, sizeof(*bounds));
    bounds->cpu = bina_cpu_best();
    if (text == NULL || length == NULL || next == NULL)
        goto out;
    count_lengths(dictionary, code, count, text, length, next);
    status = make_groups(bounds, next);
    if (status != BINA_OK)
        goto out;
    for (size_t g = 0; g < bounds->groups; g++)
        next[bounds->group[g].length] = bounds->group[g].from;
    for (size_t i = 0; i < count; i++) {
        size_t place = next[length[i]]++;
        bina_characters_read(text, bina_dictionary_text(dictionary, code[i]),
                             bina_dictionary_length(dictionary, code[i]));
        place_text(bounds, place, text);
        bounds->code[place] = code[i];
    }
out:
    free(text);
    free(length);
    free(next);
    return status;
}

void
bina_bounds_drop(bina_bounds *bounds)
{
    free(bounds->lane);
    free(bounds->code);
    free(bounds->group);
    memset(bounds, 0, sizeof(*bounds));
}

void
bina_bounds_probe_set(bina_bounds_probe *probe, const bina_bounds *bounds, size_t place)
{
    probe->bins = 0;
    for (unsigned b = 0; b < BINA_BOUNDS_BINS; b++) {
        uint8_t n = bounds->lane[b * bounds->places + place];
        if (n == 0)
            continue;
        probe->bin[probe->bins] = (uint8_t)b;
        probe->count[probe->bins++] = n;
    }
    /* What a short text lacks is 0 in the lanes, as it is for another short one: no harm. */
    for (unsigned p = 0; p < BINA_BOUNDS_PREFIX; p++)
        probe->prefix[p] = bounds->lane[(BINA_BOUNDS_BINS + p) * bounds->places + place];
}

unsigned
bina_bounds_probe_text(bina_bounds_probe *probe, const char *text, size_t length)
{
    uint8_t bin[BINA_BOUNDS_BINS] = {0};
    bina_characters characters;

    memset(probe, 0, sizeof(*probe));
    bina_characters_read(&characters, text, length);
    for (size_t i = 0; i < characters.count; i++) {
        uint8_t *n = &bin[characters.at[i] % BINA_BOUNDS_BINS];
        if (*n < UINT8_MAX)
            (*n)++;
        if (i < BINA_BOUNDS_PREFIX)
            probe->prefix[i] = (uint8_t)characters.at[i];
    }
    for (unsigned b = 0; b < BINA_BOUNDS_BINS; b++)
        if (bin[b] > 0) {
            probe->bin[probe->bins] = (uint8_t)b;
            probe->count[probe->bins++] = bin[b];
        }
    return (unsigned)characters.count;
}

/*
 * Jaro-Winkler s of texts that begin with the same p characters asks for a Jaro similarity of
 * (s - .1 p) / (1 - .1 p). Jaro is at most (m / a + m / b + 1) / 3 when m characters are shared,
 * so that m must be at least a b / (a + b) times three of that less one.
 */
bool
bina_bounds_need(double similarity, unsigned a, unsigned b, uint8_t need[BINA_BOUNDS_PREFIX + 1])
{
    unsigned shorter = a < b ? a : b, longer = a < b ? b : a;

    for (unsigned p = 0; p <= BINA_BOUNDS_PREFIX; p++) {
        double jaro = 3 * (similarity - .1 * p) / (1 - .1 * p) - 1;
        double n = similarity > 0 ? ceil(jaro * a * b / (a + b) - 1e-6)
                   : longer > 2   ? longer - 2
                                  : 0;
        need[p] = (uint8_t)fmin(n, UINT8_MAX);
    }
    return similarity > 0 ? need[BINA_BOUNDS_PREFIX] <= shorter : longer - shorter <= 2;
}

static size_t
find_plain(const bina_bounds *bounds, const bina_bounds_probe *probe, size_t from, size_t to,
           const uint8_t *need, uint32_t *found)
{
    const uint8_t *prefix = bounds->lane + BINA_BOUNDS_BINS * bounds->places;
    size_t count = 0;

    for (size_t at = from; at < to; at += BINA_BOUNDS_WIDTH) {
        uint8_t shared[BINA_BOUNDS_WIDTH] = {0};
        for (unsigned k = 0; k < probe->bins; k++) {
            const uint8_t *lane = bounds->lane + probe->bin[k] * bounds->places + at;
            uint8_t most = probe->count[k];
            for (unsigned i = 0; i < BINA_BOUNDS_WIDTH; i++) {
                unsigned sum = shared[i] + (unsigned)(lane[i] < most ? lane[i] : most);
                shared[i] = (uint8_t)(sum > UINT8_MAX ? UINT8_MAX : sum);
            }
        }
        for (unsigned i = 0; i < BINA_BOUNDS_WIDTH; i++) {
            unsigned p = 0;
            if (shared[i] < need[BINA_BOUNDS_PREFIX])
                continue;
            while (p < BINA_BOUNDS_PREFIX &&
                   prefix[p * bounds->places + at + i] == probe->prefix[p])
                p++;
            if (shared[i] >= need[p])
                found[count++] = (uint32_t)(at + i);
        }
    }
    return count;
}

#ifdef BINA_CPU_X86
/* Appends the places of a mask's bits. */
static size_t
note(uint64_t mask, size_t at, uint32_t *found, size_t count)
{
    for (; mask != 0; mask &= mask - 1)
        found[count++] = (uint32_t)(at + (unsigned)__builtin_ctzll(mask));
    return count;
}

__attribute__((target("avx2"))) static size_t
find_avx2(const bina_bounds *bounds, const bina_bounds_probe *probe, size_t from, size_t to,
          const uint8_t *need, uint32_t *found)
{
    const uint8_t *prefix = bounds->lane + BINA_BOUNDS_BINS * bounds->places;
    size_t count = 0;

    for (size_t at = from; at < to; at += 32) {
        __m256i shared = _mm256_setzero_si256(), wanted = _mm256_set1_epi8((char)need[0]), same;
        uint32_t mask;
        for (unsigned k = 0; k < probe->bins; k++) {
            const uint8_t *lane = bounds->lane + probe->bin[k] * bounds->places + at;
            shared =
                _mm256_adds_epu8(shared, _mm256_min_epu8(_mm256_loadu_si256((const __m256i *)lane),
                                                         _mm256_set1_epi8((char)probe->count[k])));
        }
        same = _mm256_set1_epi8(-1);
        for (unsigned p = 0; p < BINA_BOUNDS_PREFIX; p++) {
            const uint8_t *lane = prefix + p * bounds->places + at;
            same =
                _mm256_and_si256(same, _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)lane),
                                                         _mm256_set1_epi8((char)probe->prefix[p])));
            wanted = _mm256_blendv_epi8(wanted, _mm256_set1_epi8((char)need[p + 1]), same);
        }
        mask = (uint32_t)_mm256_movemask_epi8(
            _mm256_cmpeq_epi8(_mm256_max_epu8(shared, wanted), shared));
        count = note(mask, at, found, count);
    }
    return count;
}

__attribute__((target("avx512f,avx512bw"))) static size_t
find_avx512(const bina_bounds *bounds, const bina_bounds_probe *probe, size_t from, size_t to,
            const uint8_t *need, uint32_t *found)
{
    const uint8_t *prefix = bounds->lane + BINA_BOUNDS_BINS * bounds->places;
    size_t count = 0;

    for (size_t at = from; at < to; at += 64) {
        __m512i shared = _mm512_setzero_si512(), wanted = _mm512_set1_epi8((char)need[0]);
        __mmask64 same = ~UINT64_C(0);
        for (unsigned k = 0; k < probe->bins; k++)
            shared = _mm512_adds_epu8(
                shared, _mm512_min_epu8(
                            _mm512_loadu_si512(bounds->lane + probe->bin[k] * bounds->places + at),
                            _mm512_set1_epi8((char)probe->count[k])));
        for (unsigned p = 0; p < BINA_BOUNDS_PREFIX; p++) {
            same = _mm512_mask_cmpeq_epi8_mask(same,
                                               _mm512_loadu_si512(prefix + p * bounds->places + at),
                                               _mm512_set1_epi8((char)probe->prefix[p]));
            wanted = _mm512_mask_mov_epi8(wanted, same, _mm512_set1_epi8((char)need[p + 1]));
        }
        count = note(_mm512_cmpge_epu8_mask(shared, wanted), at, found, count);
    }
    return count;
}
#endif

size_t
bina_bounds_find(const bina_bounds *bounds, const bina_bounds_probe *probe, size_t from, size_t to,
                 const uint8_t need[BINA_BOUNDS_PREFIX + 1], uint32_t *found)
{
#ifdef BINA_CPU_X86
    if (bounds->cpu >= BINA_CPU_AVX512)
        return find_avx512(bounds, probe, from, to, need, found);
    if (bounds->cpu >= BINA_CPU_AVX2)
        return find_avx2(bounds, probe, from, to, need, found);
#endif
    return find_plain(bounds, probe, from, to, need, found);
}
