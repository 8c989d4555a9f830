/*
 * How alike two values are: the string kernels, and days.
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

/* The distance of bina/similarity.h, but `limit + 1` as soon as it is known to be more. */
size_t bina_distance_osa_within(const char *a, size_t a_length, const char *b, size_t b_length,
                                size_t limit);

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
double bina_pattern_jaro_winkler(const bina_pattern *pattern, const char *b, size_t b_length);
size_t bina_pattern_levenshtein(const bina_pattern *pattern, const char *b, size_t b_length);
size_t bina_pattern_osa(const bina_pattern *pattern, const char *b, size_t b_length);

#endif
