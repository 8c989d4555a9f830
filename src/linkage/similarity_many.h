/*
 * One text against many: the kernels of similarity.h for whole columns.
 *
 * Short ASCII texts (1 to 16 characters: most words and names) are laid out by length, 64 to a
 * block, a block holding their first characters, then their second ones, and so on. A wide machine
 * word then holds the same step of the kernel for many texts. All others go through the kernels
 * for two texts. Every form gives the same bits.
 */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_MANY_H
#define BINA_SRC_LINKAGE_SIMILARITY_MANY_H

#include <bina/status.h>
#include "linkage/similarity.h"
#include "linkage/similarity_cpu.h"

#define BINA_MANY_LENGTH 16u /* characters of a short text */
#define BINA_MANY_BLOCK  64u /* texts of a block */

/** A column of texts; read only once made: any number of threads may ask it. */
typedef struct bina_many {
    bina_cpu cpu; /* which form is used */
    size_t count;
    char *bytes;   /* all texts, one after the other */
    size_t *start; /* of a text; start[count] is the end */

    size_t first[BINA_MANY_LENGTH + 2]; /* the first block of texts of a length */
    uint8_t *lane; /* of blocks: character j of text k at 64 j + k, then the next block */
    size_t lane_at[BINA_MANY_LENGTH + 2]; /* where the blocks of a length begin */
    size_t *text;  /* of each place in the blocks: its text; SIZE_MAX: none */
    size_t *other; /* the texts that are in no block */
    size_t others;
    double straight[BINA_MANY_LENGTH + 1][BINA_MANY_LENGTH / 2 + 1]; /* (m - t) / m */
} bina_many;

/** Takes a copy of the texts. */
bina_status bina_many_init(bina_many *many, const char *const *text, const size_t *length,
                           size_t count);
void bina_many_drop(bina_many *many);

/** The similarity of a text to each; 0 where it is below `least`. */
void bina_many_jaro_winkler(const bina_many *many, const char *text, size_t length, double least,
                            double *similarity);

/** The distance of a text to each; `most` + 1 where it is more than `most`. */
void bina_many_levenshtein(const bina_many *many, const char *text, size_t length, size_t most,
                           uint32_t *distance);
void bina_many_osa(const bina_many *many, const char *text, size_t length, size_t most,
                   uint32_t *distance);

#endif
