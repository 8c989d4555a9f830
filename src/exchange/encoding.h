/* Letters out of bytes: what offices' files are written in, all of it turned into UTF-8. */
#ifndef BINA_SRC_EXCHANGE_ENCODING_H
#define BINA_SRC_EXCHANGE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <bina/exchange.h>

/** The encoding a byte-order mark tells, or BINA_ENCODING_FIND; `*length` is the mark's. */
bina_encoding bina_encoding_of_mark(const char *bytes, size_t length, size_t *mark);

/**
 * The likeliest encoding of the first bytes of a text without mark: UTF-16 where every other byte
 * is NUL, UTF-8 where it is valid, else Windows-1252.
 */
bina_encoding bina_encoding_guess(const char *bytes, size_t length);

/**
 * Whether first bytes are no text's: a database, a program, or too many control characters. A few
 * strays are none of that, nor are the NULs of UTF-16.
 */
bool bina_bytes_no_text(const char *bytes, size_t length, bina_encoding encoding);

/** Whether any byte is NUL or above 127. */
bool bina_bytes_unusual(const char *bytes, size_t length);

/** The length of the longest valid UTF-8 start of the bytes (all of them: `length`). */
size_t bina_utf8_valid(const char *bytes, size_t length);

/** Writes a code point (not a surrogate, at most U+10FFFF) as UTF-8; returns its 1 to 4 bytes. */
size_t bina_utf8_put(unsigned long point, char *out);

/**
 * Windows-1252 to UTF-8. `out` holds three times `length`; returns what was used. The five bytes
 * without meaning become U+FFFD.
 */
size_t bina_windows_1252_to_utf8(const char *bytes, size_t length, char *out);

/**
 * UTF-16 to UTF-8, as much as is whole. `out` holds twice `length` and two; broken surrogates
 * become U+FFFD.
 *
 * @param last whether nothing follows, so that half a character at the end is broken
 * @param used how many bytes were read; the rest begins the next piece
 */
size_t bina_utf16_to_utf8(const char *bytes, size_t length, bool big_endian, bool last, char *out,
                          size_t *used);

#endif
