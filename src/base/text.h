/* Small helpers on UTF-8 text. */
#ifndef BINA_SRC_BASE_TEXT_H
#define BINA_SRC_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/export.h>

/** A copy of a text; NULL when memory is out or `text` is NULL. */
char *bina_text_copy(const char *text);

/** Cuts off a UTF-8 character left incomplete at the end (after a text was cut to a capacity). */
void bina_text_trim_partial(char *text);

/**
 * Prints as snprintf does, and cuts what does not fit at a character, so that it stays UTF-8. For
 * texts of people: names, files, reasons.
 */
BINA_PRINTF(3, 4) void bina_text_print(char *to, size_t size, const char *format, ...);

#define BINA_TEXT_INTEGER 24 /* bytes of a whole number as text, its end included */

/** Writes a whole number as text; returns its length. */
size_t bina_text_integer(int64_t integer, char text[BINA_TEXT_INTEGER]);

/**
 * Writes a number as a list has it, and returns its length: whole ones with all their digits, as
 * identity numbers and telephones must be that a data frame holds as reals; others with ten.
 */
size_t bina_text_real(double real, char text[BINA_TEXT_INTEGER]);

/** Whether two texts are equal but for the case of ASCII letters. */
bool bina_text_equal_nocase(const char *a, const char *b);

/**
 * Whether two words are one slip of the keyboard apart: a letter too many, too few or another, or
 * two neighbours swapped. Words of one letter are not: they would all be.
 */
bool bina_text_one_slip(const char *a, const char *b);

/** Whether a word is one of a list separated by spaces. No list (NULL) and no word ("") hold none.
 */
bool bina_text_lists(const char *list, const char *word);

/** Whether the bytes are well-formed UTF-8 (no surrogates, nothing overlong, no NUL). */
bool bina_text_is_utf8(const char *text, size_t length);

#endif
