/*
 * How alike two values are: the string kernels, and numbers and dates.
 *
 * Texts are byte strings with lengths and need no NUL. They are compared by character: bytes
 * when both are ASCII, else UTF-8 code points (a byte that is not valid UTF-8 counts as one
 * character of its own). No kernel allocates; all are bounded: only the first
 * BINA_SIMILARITY_MAX characters of a text are looked at. NULL is allowed with length 0.
 *
 * Every kernel is symmetric. Similarities are in 0..1, 1 when equal; two empty texts are equal
 * (1), an empty and a full one have nothing in common (0). What is missing is for the caller to
 * know: missing values should not be compared at all.
 *
 * Kernels with a fast form have a plain twin in `similarity_plain.h`; both give the same bits.
 */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_H
#define BINA_SRC_LINKAGE_SIMILARITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/similarity.h>

#define BINA_SIMILARITY_MAX    2048 /* characters of a text that count */
#define BINA_SIMILARITY_TOKENS 24   /* words of a name that count */

/*
 * Jaro: (m/|a| + m/|b| + (m-t)/m) / 3, window max(|a|,|b|)/2 - 1, t = half the misplaced, rounded
 * down (as strcmp95 does; some write-ups keep the half).
 */
double bina_similarity_jaro(const char *a, size_t a_length, const char *b, size_t b_length);

/* The distances of bina/similarity.h, but `limit + 1` as soon as the distance is known to be more
 * than `limit`. */
size_t bina_distance_levenshtein_within(const char *a, size_t a_length, const char *b,
                                        size_t b_length, size_t limit);
size_t bina_distance_osa_within(const char *a, size_t a_length, const char *b, size_t b_length,
                                size_t limit);

/* 1 - distance / length of the longer, in characters. */
double bina_similarity_levenshtein(const char *a, size_t a_length, const char *b, size_t b_length);
double bina_similarity_osa(const char *a, size_t a_length, const char *b, size_t b_length);

/*
 * Dice over multisets of neighbouring pairs of characters, for long texts: 2 shared / all.
 * A text of one character is its own single gram.
 */
double bina_similarity_bigram(const char *a, size_t a_length, const char *b, size_t b_length);

/*
 * Dice over sets of words split at blanks: 2 shared / all words, each counted once. For titles.
 */
double bina_similarity_words(const char *a, size_t a_length, const char *b, size_t b_length);

/*
 * Names as sets of words, in any order, best matches first by Jaro-Winkler.
 *
 * Words are split at blanks, as `words` of bina_standard has them. A word may carry a mark:
 * '~' weak (common or optional: half weight), '^' a title (no weight, but an initial may stand
 * for it). A word of one letter is an initial: it agrees weakly with a word of that letter.
 * A word with a digit agrees only when equal. Missing words are tolerated: with W the
 * weight of each name, the score is the matched weight over 0.7 min W + 0.3 max W.
 */
double bina_similarity_names(const char *a, size_t a_length, const char *b, size_t b_length);

/* 1 - |a-b| / max(|a|,|b|), not below 0; 1 when both are 0; 0 when one is not finite. */
double bina_similarity_number(double a, double b);

/* How two days differ, best first. */
typedef enum bina_date_match {
    BINA_DATE_SAME,      /* the same day (or the same, as far as both are known) */
    BINA_DATE_SWAPPED,   /* day and month changed places */
    BINA_DATE_ONE_DIGIT, /* one of the eight digits differs, or two neighbours are swapped */
    BINA_DATE_SAME_YEAR, /* only the year agrees, or year and one of the others */
    BINA_DATE_SAME_DAY,  /* day and month agree, the year does not */
    BINA_DATE_DIFFERENT,
} bina_date_match;

/*
 * Compares two days written yyyymmdd as integers (19710624). Month or day 00 is not known and
 * agrees with any, so 19710000 is SAME as 19710624.
 */
bina_date_match bina_compare_dates(int32_t a, int32_t b);

/* A similarity for a date match: 1, 0.95, 0.9, 0.5, 0.5, 0. */
double bina_similarity_date(int32_t a, int32_t b);

/*
 * One text made ready to be compared with many: the masks of its characters are kept. Borrowed:
 * the text must outlive it. 1 KB; keep it on the stack or in an array.
 */
typedef struct bina_pattern {
    const char *text;
    size_t length;
    bool fast;          /* ASCII and at most 64 characters */
    uint64_t mask[128]; /* bit i of mask[c]: character i is c; only when fast */
} bina_pattern;

/* Prepares a pattern. Comparing with it gives the same bits as the kernels above. */
void bina_pattern_set(bina_pattern *pattern, const char *text, size_t length);
double bina_pattern_jaro(const bina_pattern *pattern, const char *b, size_t b_length);
double bina_pattern_jaro_winkler(const bina_pattern *pattern, const char *b, size_t b_length);
size_t bina_pattern_levenshtein(const bina_pattern *pattern, const char *b, size_t b_length);
size_t bina_pattern_osa(const bina_pattern *pattern, const char *b, size_t b_length);

#endif
