/* Text folded for comparing: lower case, no accents, plain forms. */
#ifndef BINA_SRC_BASE_FOLD_H
#define BINA_SRC_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Folds UTF-8 text: compatibility forms made plain (NFKC), case folded, marks stripped, letters
 * such as o-slash and thorn spelt in ASCII, typographic quotes and dashes made ' and -. Blanks,
 * controls and other non-ASCII punctuation become one blank each; ASCII punctuation stays; bytes
 * that are not UTF-8 are dropped. Nothing is allocated.
 *
 * Writes at most `room` bytes, NUL included (`room` at least 1), always whole characters; returns
 * the bytes written without the NUL. `*cut` says whether something did not fit.
 */
size_t bina_text_fold(const char *text, size_t length, char *out, size_t room, bool *cut);

#endif
