/*
 * The string kernels written plainly, straight from their definitions: what the fast forms are
 * held against, and what serves long and non-ASCII texts.
 */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_PLAIN_H
#define BINA_SRC_LINKAGE_SIMILARITY_PLAIN_H

#include "linkage/similarity_text.h"

/*
 * Jaro: (m/|a| + m/|b| + (m-t)/m) / 3, window max(|a|,|b|)/2 - 1, t = half the misplaced, rounded
 * down (as strcmp95 does; some write-ups keep the half).
 */
double bina_plain_jaro(const bina_characters *a, const bina_characters *b);
double bina_plain_jaro_winkler(const bina_characters *a, const bina_characters *b);
size_t bina_plain_levenshtein(const bina_characters *a, const bina_characters *b);
size_t bina_plain_osa(const bina_characters *a, const bina_characters *b);

#endif
