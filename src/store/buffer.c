#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "store/buffer.h"

void
bina_buffer_free(bina_buffer *buffer)
{
    free(buffer->bytes);
    memset(buffer, 0, sizeof *buffer);
}

void
bina_buffer_clear(bina_buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
    if (buffer->bytes != NULL)
        buffer->bytes[0] = '\0';
}

/* Makes room for `more` bytes and a NUL. */
static bool
reserve(bina_buffer *buffer, size_t more)
{
    size_t size = buffer->size < 256 ? 256 : buffer->size;
    char *bytes;

    if (buffer->failed || more >= SIZE_MAX / 2 - buffer->length) {
        buffer->failed = true;
        return false;
    }
    if (buffer->length + more + 1 <= buffer->size)
        return true;
    while (size < buffer->length + more + 1)
        size *= 2;
    bytes = realloc(buffer->bytes, size);
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->size = size;
    return true;
}

void
bina_buffer_add_n(bina_buffer *buffer, const char *text, size_t length)
{
    if (!reserve(buffer, length))
        return;
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, text, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void
bina_buffer_add(bina_buffer *buffer, const char *text)
{
    bina_buffer_add_n(buffer, text, strlen(text));
}

void
bina_buffer_print(bina_buffer *buffer, const char *format, ...)
{
    va_list args, again;
    int length;

    va_start(args, format);
    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, args);
    if (length < 0)
        buffer->failed = true;
    else if (reserve(buffer, (size_t)length)) {
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
    va_end(args);
}

void
bina_buffer_int(bina_buffer *buffer, int64_t integer)
{
    char digits[24];
    char *at = digits + sizeof digits;
    uint64_t left = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;

    do {
        *--at = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (integer < 0)
        *--at = '-';
    bina_buffer_add_n(buffer, at, (size_t)(digits + sizeof digits - at));
}

void
bina_buffer_name(bina_buffer *buffer, const char *name)
{
    bina_buffer_add_n(buffer, "\"", 1);
    for (; *name != '\0'; name++) {
        if (*name == '"')
            bina_buffer_add_n(buffer, "\"", 1);
        bina_buffer_add_n(buffer, name, 1);
    }
    bina_buffer_add_n(buffer, "\"", 1);
}

void
bina_buffer_json_text(bina_buffer *buffer, const char *text, size_t length)
{
    size_t from = 0, i;

    bina_buffer_add_n(buffer, "\"", 1);
    for (i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        bina_buffer_add_n(buffer, text + from, i - from);
        if (c == '"' || c == '\\') {
            char escape[2] = {'\\', (char)c};
            bina_buffer_add_n(buffer, escape, 2);
        } else {
            bina_buffer_print(buffer, "\\u%04x", (unsigned)c);
        }
        from = i + 1;
    }
    bina_buffer_add_n(buffer, text + from, length - from);
    bina_buffer_add_n(buffer, "\"", 1);
}

const char *
bina_buffer_text(bina_buffer *buffer)
{
    if (!reserve(buffer, 0))
        return NULL;
    buffer->bytes[buffer->length] = '\0';
    return buffer->bytes;
}
