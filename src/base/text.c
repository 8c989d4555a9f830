#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include "base/text.h"

char *
bina_text_copy(const char *text)
{
    size_t size;
    char *copy;

    if (text == NULL)
        return NULL;
    size = strlen(text) + 1;
    copy = malloc(size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

void
bina_text_trim_partial(char *text)
{
    size_t end = strlen(text), start = end;
    utf8proc_int32_t character;

    while (start > 0 && end - start < 4 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0 || ((unsigned char)text[start - 1] & 0x80) == 0)
        return;
    start--;
    if (utf8proc_iterate((const utf8proc_uint8_t *)text + start, (utf8proc_ssize_t)(end - start),
                         &character) != (utf8proc_ssize_t)(end - start))
        text[start] = '\0';
}

void
bina_text_print(char *to, size_t size, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(to, size, format, arguments);
    va_end(arguments);
    bina_text_trim_partial(to);
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

size_t
bina_text_integer(int64_t integer, char text[BINA_TEXT_INTEGER])
{
    uint64_t rest = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;
    char digits[BINA_TEXT_INTEGER];
    size_t at = sizeof digits;

    digits[--at] = '\0';
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (integer < 0)
        digits[--at] = '-';
    memcpy(text, digits + at, sizeof digits - at);
    return sizeof digits - at - 1;
}

size_t
bina_text_real(double real, char text[BINA_TEXT_INTEGER])
{
    /* Sixteen digits, those of a NIK. -0 is left to printf. */
    if (fabs(real) < 1e16 && real == (double)(int64_t)real && !(real == 0 && signbit(real)))
        return bina_text_integer((int64_t)real, text);
    (void)snprintf(text, BINA_TEXT_INTEGER, "%.10g", real);
    return strlen(text);
}

bool
bina_text_equal_nocase(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b))
        a++, b++;
    return lower(*a) == lower(*b);
}

bool
bina_text_one_slip(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b);

    if (m < 2 || n < 2)
        return false;
    while (m > 0 && n > 0 && *a == *b)
        a++, b++, m--, n--;
    while (m > 0 && n > 0 && a[m - 1] == b[n - 1])
        m--, n--;
    if (m == 2 && n == 2)
        return a[0] == b[1] && a[1] == b[0];
    return m <= 1 && n <= 1;
}

bool
bina_text_lists(const char *list, const char *word)
{
    size_t length = strlen(word);

    for (; list != NULL && *(list += strspn(list, " ")) != '\0'; list += strcspn(list, " "))
        if (strcspn(list, " ") == length && memcmp(list, word, length) == 0)
            return true;
    return false;
}

bool
bina_text_is_utf8(const char *text, size_t length)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    size_t left = length;

    while (left > 0) {
        utf8proc_int32_t character;
        utf8proc_ssize_t taken;
        if (*at != 0 && *at < 0x80) {
            at++, left--;
            continue;
        }
        taken = utf8proc_iterate(at, (utf8proc_ssize_t)left, &character);
        if (taken <= 0 || character == 0)
            return false;
        at += taken;
        left -= (size_t)taken;
    }
    return true;
}
