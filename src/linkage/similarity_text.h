/* Characters for the string kernels: ASCII at full speed, everything else by code point. */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_TEXT_H
#define BINA_SRC_LINKAGE_SIMILARITY_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "linkage/similarity.h"

/* The characters of one text, on the stack of a kernel. */
typedef struct bina_characters {
    size_t count;
    uint32_t at[BINA_SIMILARITY_MAX];
} bina_characters;

/* True when every byte is below 128. */
bool bina_text_ascii(const char *text, size_t length);

/*
 * Takes a text apart, at most BINA_SIMILARITY_MAX characters of it. A byte that is not part of
 * valid UTF-8 becomes 0x110000 + byte, a character that no text can have.
 */
void bina_characters_read(bina_characters *self, const char *text, size_t length);

/* The formulas, shared by the fast and the plain forms so that both round the same way. */
static inline double
bina_jaro_score(size_t a, size_t b, size_t common, size_t misplaced)
{
    if (common == 0)
        return 0.0;
    double m = (double)common;
    double t = (double)(misplaced / 2);
    return (m / (double)a + m / (double)b + (m - t) / m) / 3.0;
}

static inline double
bina_winkler_score(double jaro, size_t prefix)
{
    return jaro + (double)prefix * 0.1 * (1.0 - jaro);
}

static inline size_t
bina_jaro_window(size_t a, size_t b)
{
    size_t longer = a > b ? a : b;
    return longer < 4 ? 0 : longer / 2 - 1;
}

#endif
