/**
 * @file bina/similarity.h
 * How alike two texts are, and one text and many: what linkage compares names and numbers by.
 *
 * Texts are UTF-8 with their length in bytes and need no NUL; NULL is allowed with length 0. They
 * are compared by character, and a byte that is not valid UTF-8 counts as a character of its own.
 * Nothing is folded: standardise first, or "Siti" and "siti" differ. Only the first 2048
 * characters of a text are looked at. Every function is symmetric, and gives the same bits on every
 * machine, for two texts and for many.
 */
#ifndef BINA_SIMILARITY_H
#define BINA_SIMILARITY_H

#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>

BINA_C_BEGIN

/**
 * Jaro-Winkler: Jaro plus a tenth of what it lacks for each of the first (at most four) characters
 * that are equal. 0 to 1; 1 when equal, also for two empty texts.
 *
 * The plain definition of Winkler (1990): no least similarity for the bonus, no adjustment for long
 * texts, and half the misplaced characters rounded down. MARTHA and MARHTA: 0.961.
 */
BINA_API double bina_similarity_jaro_winkler(const char *a, size_t a_length, const char *b,
                                             size_t b_length);

/** Levenshtein distance: the least number of inserted, deleted and changed characters. */
BINA_API size_t bina_distance_levenshtein(const char *a, size_t a_length, const char *b,
                                          size_t b_length);

/**
 * Optimal string alignment: Levenshtein that also counts a swap of two neighbours as one edit, no
 * character being edited twice ("ca" and "abc" are 3 apart). Not a metric.
 */
BINA_API size_t bina_distance_osa(const char *a, size_t a_length, const char *b, size_t b_length);

/**
 * A column of texts, laid out so that one text can be held against all of them many at a time: the
 * widest instructions that the machine has are chosen when it runs. Short ASCII texts (up to 16
 * characters: most names and numbers) gain most. Never changes: any number of threads may ask it.
 */
typedef struct bina_texts bina_texts;

/**
 * Takes a copy of the texts.
 *
 * @param length their lengths in bytes; NULL: they end with NUL
 * @return yours; NULL when memory is out
 */
BINA_API bina_texts *bina_texts_new(const char *const *text, const size_t *length, size_t count);

/** Frees the column; NULL is fine. */
BINA_API void bina_texts_free(bina_texts *texts);

/** How many there are. */
BINA_API size_t bina_texts_count(const bina_texts *texts);

/**
 * The similarity of a text to each of the column.
 *
 * @param least      what is less alike gets 0 (and is often not looked at); 0 for no limit
 * @param similarity filled: as many numbers as there are texts, in their order
 */
BINA_API void bina_texts_jaro_winkler(const bina_texts *texts, const char *text, size_t length,
                                      double least, double *similarity);

/**
 * The distance of a text from each of the column.
 *
 * @param most     what is farther gets `most` + 1; SIZE_MAX for no limit
 * @param distance filled: as many numbers as there are texts, in their order
 */
BINA_API void bina_texts_levenshtein(const bina_texts *texts, const char *text, size_t length,
                                     size_t most, uint32_t *distance);

/** The same, where two neighbours that changed places are one edit. */
BINA_API void bina_texts_osa(const bina_texts *texts, const char *text, size_t length, size_t most,
                             uint32_t *distance);

BINA_C_END

#endif
