#include "reference/unpack.h"

const uint8_t *
bina_unpack(const bina_pack_words *words, const uint8_t *packed, char *text, size_t capacity)
{
    size_t length = 0;
    for (; *packed != 0; packed++) {
        if (*packed >= 32 && *packed < 127) {
            if (length + 1 < capacity)
                text[length++] = (char)*packed;
            continue;
        }
        int word = *packed < 32 ? *packed - 1 : *packed - 128 + 31;
        for (uint16_t i = words->offsets[word]; i < words->offsets[word + 1]; i++)
            if (length + 1 < capacity)
                text[length++] = (char)words->letters[i];
    }
    text[length] = 0;
    return packed + 1;
}
