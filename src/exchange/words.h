/* Words that stand for something else: nothing, yes and no, months, sexes. */
#ifndef BINA_SRC_EXCHANGE_WORDS_H
#define BINA_SRC_EXCHANGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Trims blanks (also no-break ones) at both ends, makes those within one blank each, and takes off
 * the apostrophe by which a spreadsheet marks text. `out` holds `length` + 1; returns the length.
 */
size_t bina_words_tidy(const char *text, size_t length, char *out);

/** Copies to lower case (ASCII), cut to `room`; returns `out`. */
char *bina_words_lower(const char *text, char *out, size_t room);

/** Whether a tidied text says that there is no value: "-", "tidak ada", "n/a", "#N/A", "null". */
bool bina_words_missing(const char *text);

/** Whether a tidied text is what a spreadsheet shows for a failed formula: "#REF!". */
bool bina_words_formula_error(const char *text);

/** Yes or no in Indonesian or English; false when neither. */
bool bina_words_yes_no(const char *text, bool *yes);

/** "male" or "female" for L, P, LK, PR, pria, wanita and the like; else NULL. */
const char *bina_words_sex(const char *text);

/** The month (1 to 12) a word of `length` letters names in Indonesian or English, or 0. */
int bina_words_month(const char *text, size_t length);

#endif
