/*
 * Bounds of similarity for one text against many at once, so that only few pairs need a kernel.
 *
 * The texts lie in columns ("lanes"): for each of 32 bins of characters how many of them every
 * text has, and their first four characters. A text shares at most the sum of the lesser counts
 * with another; where that is too few for the shared beginning they have, they cannot be alike.
 */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_BOUNDS_H
#define BINA_SRC_LINKAGE_SIMILARITY_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "linkage/dictionary.h"
#include "linkage/similarity_cpu.h"

#define BINA_BOUNDS_BINS   32u
#define BINA_BOUNDS_PREFIX 4u
#define BINA_BOUNDS_WIDTH  64u /* places are filled up to a multiple of this */

/** Texts of one length in characters: the places from `from` up to `to`. */
typedef struct bina_bounds_group {
    unsigned length;
    size_t from, to;
} bina_bounds_group;

typedef struct bina_bounds {
    bina_cpu cpu; /* which form is used; all find the same */
    size_t places;
    uint8_t *lane;            /* bins, then the prefix: lane l of place p at lane[l * places + p] */
    uint32_t *code;           /* of a place; 0: no text is there */
    bina_bounds_group *group; /* by ascending length */
    size_t groups;
} bina_bounds;

/**
 * The characters that texts of two lengths must share at least, by how many of the first agree, to
 * be similar: names at the least Jaro-Winkler similarity given, or codes (0) within two edits.
 *
 * @return false when texts of these lengths cannot be similar
 */
bool bina_bounds_need(double similarity, unsigned a, unsigned b,
                      uint8_t need[BINA_BOUNDS_PREFIX + 1]);

/** One of the texts, taken out of its lanes to be held against others. */
typedef struct bina_bounds_probe {
    unsigned bins;
    uint8_t bin[BINA_BOUNDS_BINS], count[BINA_BOUNDS_BINS]; /* bins that are not empty */
    uint8_t prefix[BINA_BOUNDS_PREFIX];
} bina_bounds_probe;

/** Lays out texts of a dictionary, none of them empty. */
bina_status bina_bounds_init(bina_bounds *bounds, const bina_dictionary *dictionary,
                             const uint32_t *code, size_t count);
void bina_bounds_drop(bina_bounds *bounds);

void bina_bounds_probe_set(bina_bounds_probe *probe, const bina_bounds *bounds, size_t place);

/** The same of a text that need not be among them; returns its length in characters. */
unsigned bina_bounds_probe_text(bina_bounds_probe *probe, const char *text, size_t length);

/**
 * The places in from..to (multiples of BINA_BOUNDS_WIDTH) whose texts may share with the probe as
 * many characters as needed.
 *
 * @param need  [p]: how many, when the first p characters are equal and the next is not; not rising
 * @param found room for to - from places; ascending
 * @return how many were found
 */
size_t bina_bounds_find(const bina_bounds *bounds, const bina_bounds_probe *probe, size_t from,
                        size_t to, const uint8_t need[BINA_BOUNDS_PREFIX + 1], uint32_t *found);

#endif
