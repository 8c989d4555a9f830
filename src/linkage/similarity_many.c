#include "linkage/similarity_lanes.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/similarity_text.h"

#ifdef BINA_CPU_X86
#define KERNEL(many, name)                                                                         \
    ((many)->cpu == BINA_CPU_AVX512 ? bina_lanes_##name##_avx512                                   \
     : (many)->cpu == BINA_CPU_AVX2 ? bina_lanes_##name##_avx2                                     \
     : (many)->cpu == BINA_CPU_SSE2 ? bina_lanes_##name##_sse2                                     \
                                    : bina_lanes_##name##_swar)
#else
#define KERNEL(many, name) bina_lanes_##name##_swar
#endif

static size_t
length_of(const bina_many *many, size_t text)
{
    return many->start[text + 1] - many->start[text];
}

static bool
is_short(const bina_many *many, size_t text)
{
    size_t length = length_of(many, text);

    return length > 0 && length <= BINA_MANY_LENGTH &&
           bina_text_ascii(many->bytes + many->start[text], length);
}

static bina_status
copy_texts(bina_many *many, const char *const *text, const size_t *length)
{
    size_t bytes = 0;

    if (many->count > SIZE_MAX / sizeof(*many->start) - 1)
        return BINA_ERR_NO_MEMORY;
    many->start = malloc((many->count + 1) * sizeof(*many->start));
    if (many->start == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < many->count; i++) {
        many->start[i] = bytes;
        if (length[i] > SIZE_MAX - 1 - bytes)
            return BINA_ERR_NO_MEMORY;
        bytes += length[i];
    }
    many->start[many->count] = bytes;
    many->bytes = malloc(bytes + 1);
    if (many->bytes == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < many->count; i++)
        if (length[i] > 0)
            memcpy(many->bytes + many->start[i], text[i], length[i]);
    return BINA_OK;
}

/* Counts the texts of each length, and makes room for their blocks. */
static bina_status
lay_out(bina_many *many)
{
    size_t of[BINA_MANY_LENGTH + 1] = {0}, blocks = 0, bytes = 0, shorts = 0;

    for (size_t i = 0; i < many->count; i++)
        if (is_short(many, i)) {
            of[length_of(many, i)]++;
            shorts++;
        }
    for (unsigned l = 1; l <= BINA_MANY_LENGTH; l++) {
        many->first[l] = blocks;
        many->lane_at[l] = bytes;
        blocks += (of[l] + BINA_MANY_BLOCK - 1) / BINA_MANY_BLOCK;
        bytes = many->lane_at[l] + (blocks - many->first[l]) * BINA_MANY_BLOCK * l;
    }
    many->first[BINA_MANY_LENGTH + 1] = blocks;
    many->lane = calloc(bytes + 1, 1);
    many->text = malloc((blocks * BINA_MANY_BLOCK + 1) * sizeof(*many->text));
    many->other = malloc((many->count - shorts + 1) * sizeof(*many->other));
    if (many->lane == NULL || many->text == NULL || many->other == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < blocks * BINA_MANY_BLOCK; i++)
        many->text[i] = SIZE_MAX;
    return BINA_OK;
}

static void
place_texts(bina_many *many)
{
    size_t next[BINA_MANY_LENGTH + 1] = {0};

    for (size_t i = 0; i < many->count; i++) {
        size_t length = length_of(many, i), at;
        uint8_t *block;
        if (!is_short(many, i)) {
            many->other[many->others++] = i;
            continue;
        }
        at = next[length]++;
        block =
            many->lane + many->lane_at[length] + at / BINA_MANY_BLOCK * BINA_MANY_BLOCK * length;
        many->text[many->first[length] * BINA_MANY_BLOCK + at] = i;
        for (size_t j = 0; j < length; j++)
            block[j * BINA_MANY_BLOCK + at % BINA_MANY_BLOCK] =
                (uint8_t)many->bytes[many->start[i] + j];
    }
}

bina_status
bina_many_init(bina_many *many, const char *const *text, const size_t *length, size_t count)
{
    bina_status status;

    memset(many, 0, sizeof(*many));
    many->cpu = bina_cpu_best();
    many->count = count;
    for (unsigned m = 1; m <= BINA_MANY_LENGTH; m++)
        for (unsigned t = 0; t <= m / 2; t++)
            many->straight[m][t] = ((double)m - (double)t) / (double)m;
    status = copy_texts(many, text, length);
    if (status == BINA_OK)
        status = lay_out(many);
    if (status == BINA_OK)
        place_texts(many);
    return status;
}

void
bina_many_drop(bina_many *many)
{
    free(many->bytes);
    free(many->start);
    free(many->lane);
    free(many->text);
    free(many->other);
    memset(many, 0, sizeof(*many));
}

/* Makes a text ready for the lanes; false when it is not for them. */
static bool
set_probe(bina_lanes_probe *probe, const char *text, size_t length)
{
    if (length == 0 || length > BINA_MANY_LENGTH || !bina_text_ascii(text, length))
        return false;
    memset(probe, 0, sizeof(*probe));
    memcpy(probe->text, text, length);
    probe->length = (unsigned)length;
    for (unsigned i = 0; i < length; i++) {
        (i < 8 ? probe->low : probe->high)[probe->text[i]] |= (uint8_t)(1u << i % 8);
        probe->places[probe->text[i]] |= (uint16_t)(1u << i);
    }
    return true;
}

/* Where block `block` of texts of a length is. */
static const uint8_t *
block_at(const bina_many *many, unsigned length, size_t block)
{
    return many->lane + many->lane_at[length] +
           (block - many->first[length]) * BINA_MANY_BLOCK * length;
}

/* The best there is between texts of two lengths: all of the shorter in place. */
static double
best_winkler(size_t a, size_t b)
{
    size_t shorter = a < b ? a : b;

    return bina_winkler_score(bina_jaro_score(a, b, shorter, 0), shorter < 4 ? shorter : 4);
}

static void
plain_winkler(const bina_many *many, const bina_pattern *pattern, size_t text, double least,
              double *similarity)
{
    double score =
        bina_pattern_jaro_winkler(pattern, many->bytes + many->start[text], length_of(many, text));

    similarity[text] = score >= least ? score : 0;
}

void
bina_many_jaro_winkler(const bina_many *many, const char *text, size_t length, double least,
                       double *similarity)
{
    bina_lanes_winkler *kernel = KERNEL(many, winkler);
    bina_lanes_probe probe;
    bina_pattern pattern;
    bool wide = set_probe(&probe, text, length);

    bina_pattern_set(&pattern, text, length);
    if (!wide) {
        for (size_t i = 0; i < many->count; i++)
            plain_winkler(many, &pattern, i, least, similarity);
        return;
    }
    for (size_t i = 0; i < many->others; i++)
        plain_winkler(many, &pattern, many->other[i], least, similarity);
    for (unsigned l = 1; l <= BINA_MANY_LENGTH; l++) {
        bool hopeless = best_winkler(length, l) < least;
        for (size_t b = many->first[l]; b < many->first[l + 1]; b++) {
            const size_t *to = many->text + b * BINA_MANY_BLOCK;
            double score[BINA_MANY_BLOCK] = {0};
            if (!hopeless)
                kernel(&probe, block_at(many, l, b), l, many->straight[0], score);
            for (unsigned i = 0; i < BINA_MANY_BLOCK && to[i] != SIZE_MAX; i++)
                similarity[to[i]] = score[i] >= least ? score[i] : 0;
        }
    }
}

typedef size_t pattern_edits(const bina_pattern *pattern, const char *b, size_t b_length);

static void
plain_edits(const bina_many *many, const bina_pattern *pattern, pattern_edits *edits, size_t text,
            size_t most, uint32_t *distance)
{
    size_t found = edits(pattern, many->bytes + many->start[text], length_of(many, text));

    distance[text] = (uint32_t)(found > most ? most + 1 : found);
}

/* Distances by a kernel for the blocks and one for the rest. */
static void
many_edits(const bina_many *many, const char *text, size_t length, size_t most,
           pattern_edits *edits, bina_lanes_edits *kernel, uint32_t *distance)
{
    bina_lanes_probe probe;
    bina_pattern pattern;

    bina_pattern_set(&pattern, text, length);
    if (!set_probe(&probe, text, length)) {
        for (size_t i = 0; i < many->count; i++)
            plain_edits(many, &pattern, edits, i, most, distance);
        return;
    }
    for (size_t i = 0; i < many->others; i++)
        plain_edits(many, &pattern, edits, many->other[i], most, distance);
    for (unsigned l = 1; l <= BINA_MANY_LENGTH; l++)
        for (size_t b = many->first[l]; b < many->first[l + 1]; b++) {
            const size_t *to = many->text + b * BINA_MANY_BLOCK;
            uint8_t found[BINA_MANY_BLOCK];
            kernel(&probe, block_at(many, l, b), l, found);
            for (unsigned i = 0; i < BINA_MANY_BLOCK && to[i] != SIZE_MAX; i++)
                distance[to[i]] = (uint32_t)(found[i] > most ? most + 1 : found[i]);
        }
}

void
bina_many_levenshtein(const bina_many *many, const char *text, size_t length, size_t most,
                      uint32_t *distance)
{
    many_edits(many, text, length, most, bina_pattern_levenshtein, KERNEL(many, levenshtein),
               distance);
}

void
bina_many_osa(const bina_many *many, const char *text, size_t length, size_t most,
              uint32_t *distance)
{
    many_edits(many, text, length, most, bina_pattern_osa, KERNEL(many, osa), distance);
}
