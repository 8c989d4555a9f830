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

/* What JSON asks to be escaped. */
static bool
plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\';
}

void
bina_buffer_json_text(bina_buffer *buffer, const char *text, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    char *to;
    size_t i;

    /* Room for the worst, \u00XX all along, so that the loop need not ask. */
    if (length > (SIZE_MAX / 4 - 2) / 6 || !reserve(buffer, 6 * length + 2)) {
        buffer->failed = true;
        return;
    }
    to = buffer->bytes + buffer->length;
    *to++ = '"';
    for (i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (plain(c)) {
            *to++ = (char)c;
        } else if (c >= 0x20) {
            *to++ = '\\';
            *to++ = (char)c;
        } else {
            memcpy(to, "\\u00", 4);
            to[4] = digits[c >> 4];
            to[5] = digits[c & 15];
            to += 6;
        }
    }
    *to++ = '"';
    *to = '\0';
    buffer->length = (size_t)(to - buffer->bytes);
}

/*
 * A number that is a short decimal is written as one, which reads back to the same double: where an
 * integer below 2^53 divided by a power of ten up to 10^22 gives the number, both being exact, the
 * division rounds as reading the decimal does. Others get 17 digits.
 */
void
bina_buffer_real(bina_buffer *buffer, double real)
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    int places, at;
    char text[40];

    for (places = 0; places < 10; places++) {
        double scaled = real * powers[places];
        int64_t whole;
        if (!(scaled > -9e15 && scaled < 9e15))
            break;
        whole = (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        if ((double)whole / powers[places] != real || (whole == 0 && real != 0))
            continue;
        if (whole < 0) {
            bina_buffer_add_n(buffer, "-", 1);
            whole = -whole;
        }
        /* At least one place, so that it reads back as a real. */
        text[39] = '\0';
        at = 39;
        for (int i = 0; i < places; i++, whole /= 10)
            text[--at] = (char)('0' + whole % 10);
        if (places == 0)
            text[--at] = '0';
        text[--at] = '.';
        do {
            text[--at] = (char)('0' + whole % 10);
            whole /= 10;
        } while (whole > 0);
        bina_buffer_add_n(buffer, text + at, (size_t)(39 - at));
        return;
    }
    bina_buffer_print(buffer, "%.17g", real);
}

const char *
bina_buffer_text(bina_buffer *buffer)
{
    if (!reserve(buffer, 0))
        return NULL;
    buffer->bytes[buffer->length] = '\0';
    return buffer->bytes;
}
