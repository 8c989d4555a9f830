/* Packed texts, as told in reference/packed.h, made readable again. */
#ifndef BINA_SRC_REFERENCE_UNPACK_H
#define BINA_SRC_REFERENCE_UNPACK_H

#include "reference/packed.h"

/** Unpacks one text into `text` (cut to `capacity` with its NUL); returns the byte after it. */
const uint8_t *bina_unpack(const bina_pack_words *words, const uint8_t *packed, char *text,
                           size_t capacity);

#endif
