/* A block of 64 texts of one length against a short text: what the forms of a kernel share. */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_LANES_H
#define BINA_SRC_LINKAGE_SIMILARITY_LANES_H

#include <stddef.h>
#include <stdint.h>
#include "linkage/similarity_many.h"

/** The text that is held against blocks: ASCII, 1 to 16 characters. */
typedef struct bina_lanes_probe {
    uint8_t text[BINA_MANY_LENGTH];
    unsigned length;
    uint8_t low[128], high[128]; /* of a character: its places, 0 to 7 and 8 to 15, as bits */
    uint16_t places[128];        /* both */
} bina_lanes_probe;

/** Jaro-Winkler of the probe and each text of a block; `straight` is that of bina_many. */
typedef void bina_lanes_winkler(const bina_lanes_probe *probe, const uint8_t *block,
                                unsigned length, const double *straight,
                                double similarity[BINA_MANY_BLOCK]);

/** Edit distances, at most 16. */
typedef void bina_lanes_edits(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
                              uint8_t distance[BINA_MANY_BLOCK]);

bina_lanes_winkler bina_lanes_winkler_swar;
bina_lanes_edits bina_lanes_levenshtein_swar, bina_lanes_osa_swar;
#ifdef BINA_CPU_X86
bina_lanes_winkler bina_lanes_winkler_sse2, bina_lanes_winkler_avx2, bina_lanes_winkler_avx512;
bina_lanes_edits bina_lanes_levenshtein_sse2, bina_lanes_osa_sse2;
bina_lanes_edits bina_lanes_levenshtein_avx2, bina_lanes_osa_avx2;
bina_lanes_edits bina_lanes_levenshtein_avx512, bina_lanes_osa_avx512;
#endif

/* The steps of bina_jaro_score and bina_winkler_score, in their order, for a block. */
static inline void
bina_lanes_scores(unsigned a, unsigned b, const uint8_t common[BINA_MANY_BLOCK],
                  const uint8_t misplaced[BINA_MANY_BLOCK], const uint8_t prefix[BINA_MANY_BLOCK],
                  const double *straight, double similarity[BINA_MANY_BLOCK])
{
    double share[BINA_MANY_LENGTH + 1] = {0}, bonus[5];

    for (unsigned m = 1; m <= BINA_MANY_LENGTH; m++)
        share[m] = (double)m / (double)a + (double)m / (double)b;
    for (unsigned p = 0; p < 5; p++)
        bonus[p] = (double)p * 0.1;
    for (unsigned i = 0; i < BINA_MANY_BLOCK; i++) {
        unsigned m = common[i];
        double jaro =
            (share[m] + straight[m * (BINA_MANY_LENGTH / 2 + 1) + misplaced[i] / 2]) / 3.0;
        similarity[i] = jaro + bonus[prefix[i]] * (1.0 - jaro);
    }
}

#endif
