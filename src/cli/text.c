#include "text.h"
#include <stdlib.h>
#include <string.h>

uint32_t
cli_next_character(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    uint32_t character = at[0];
    int more = at[0] >= 0xF0 ? 3 : at[0] >= 0xE0 ? 2 : at[0] >= 0xC0 ? 1 : 0;

    if (at[0] == 0)
        return 0;
    *text += 1;
    if (at[0] < 0x80)
        return character;
    if (more == 0 || at[0] > 0xF4)
        return 0xFFFD;
    character &= 0x3Fu >> more;
    for (int i = 1; i <= more; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0xFFFD;
        character = character << 6 | (at[i] & 0x3Fu);
        *text += 1;
    }
    return character;
}

int
cli_character_width(uint32_t c)
{
    static const uint32_t marks[][2] = {
        {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},
        {0x1AB0, 0x1AFF}, {0x1B00, 0x1B03}, {0x1B34, 0x1B3A}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
        {0x202A, 0x202E}, {0x20D0, 0x20FF}, {0xA980, 0xA982}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    };
    static const uint32_t wide[][2] = {
        {0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD},
    };

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (c >= marks[i][0] && c <= marks[i][1])
            return 0;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (c >= wide[i][0] && c <= wide[i][1])
            return 2;
    return 1;
}

int
cli_text_width(const char *text)
{
    uint32_t character;
    int width = 0;

    while ((character = cli_next_character(&text)) != 0)
        width += cli_character_width(character);
    return width;
}

bool
cli_steers(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

void
cli_buffer_add(cli_buffer *buffer, const char *text, size_t length)
{
    if (!buffer->failed && buffer->length + length + 1 > buffer->capacity) {
        size_t capacity = 2 * (buffer->length + length) + 256;
        char *bytes = realloc(buffer->bytes, capacity);
        if (bytes == NULL) {
            buffer->failed = true;
        } else {
            buffer->bytes = bytes;
            buffer->capacity = capacity;
        }
    }
    if (buffer->failed)
        return;
    memcpy(buffer->bytes + buffer->length, text, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void
cli_buffer_text(cli_buffer *buffer, const char *text)
{
    cli_buffer_add(buffer, text, strlen(text));
}

void
cli_buffer_character(cli_buffer *buffer, uint32_t c)
{
    char bytes[4];

    if (cli_steers(c)) {
        cli_buffer_add(buffer, "?", 1);
    } else if (c < 0x80) {
        bytes[0] = (char)c;
        cli_buffer_add(buffer, bytes, 1);
    } else if (c < 0x800) {
        bytes[0] = (char)(0xC0 | c >> 6);
        bytes[1] = (char)(0x80 | (c & 0x3F));
        cli_buffer_add(buffer, bytes, 2);
    } else if (c < 0x10000) {
        bytes[0] = (char)(0xE0 | c >> 12);
        bytes[1] = (char)(0x80 | (c >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (c & 0x3F));
        cli_buffer_add(buffer, bytes, 3);
    } else {
        bytes[0] = (char)(0xF0 | c >> 18);
        bytes[1] = (char)(0x80 | (c >> 12 & 0x3F));
        bytes[2] = (char)(0x80 | (c >> 6 & 0x3F));
        bytes[3] = (char)(0x80 | (c & 0x3F));
        cli_buffer_add(buffer, bytes, 4);
    }
}

void
cli_buffer_free(cli_buffer *buffer)
{
    free(buffer->bytes);
    buffer->bytes = NULL;
    buffer->length = buffer->capacity = 0;
}
