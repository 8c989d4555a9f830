#include "linkage/similarity_text.h"

#include <string.h>

/* Eight bytes, or four, of which only the highest bits matter: their order does not. */
static uint64_t
eight(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof(word));
    return word;
}

static uint32_t
four(const char *text)
{
    uint32_t word;
    memcpy(&word, text, sizeof(word));
    return word;
}

bool
bina_text_ascii(const char *text, size_t length)
{
    uint64_t seen = 0;
    if (length >= 8) {
        for (size_t i = 0; i + 8 < length; i += 8)
            seen |= eight(text + i);
        seen |= eight(text + length - 8);
    } else if (length >= 4) {
        seen = four(text) | four(text + length - 4);
    } else {
        for (size_t i = 0; i < length; i++)
            seen |= (unsigned char)text[i];
    }
    return (seen & UINT64_C(0x8080808080808080)) == 0;
}

/* One character: its bytes, or 0 when they are not valid UTF-8 (RFC 3629). */
static size_t
read_character(const unsigned char *text, size_t left, uint32_t *character)
{
    unsigned char lead = text[0];
    if (lead < 0x80) {
        *character = lead;
        return 1;
    }
    size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || left < size)
        return 0;
    uint32_t value = lead & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((text[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (text[i] & 0x3Fu);
    }
    if ((size == 3 && value < 0x800) || (size == 4 && value < 0x10000) || value > 0x10FFFF ||
        (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *character = value;
    return size;
}

void
bina_characters_read(bina_characters *self, const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t count = 0;
    for (size_t i = 0; i < length && count < BINA_SIMILARITY_MAX;) {
        uint32_t character = 0;
        size_t size = read_character(bytes + i, length - i, &character);
        if (size == 0) {
            character = 0x110000u + bytes[i];
            size = 1;
        }
        self->at[count++] = character;
        i += size;
    }
    self->count = count;
}
