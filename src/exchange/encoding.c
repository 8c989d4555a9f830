#include "exchange/encoding.h"
#include <stdint.h>
#include <string.h>

/* Windows-1252, bytes 0x80 to 0x9F (source: unicode.org, Mappings/VENDORS/MICSFT/WINDOWS/CP1252).
 */
static const uint16_t windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

bina_encoding
bina_encoding_of_mark(const char *bytes, size_t length, size_t *mark)
{
    *mark = 0;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *mark = 3;
        return BINA_ENCODING_UTF_8;
    }
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        *mark = 2;
        return BINA_ENCODING_UTF_16_LE;
    }
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        *mark = 2;
        return BINA_ENCODING_UTF_16_BE;
    }
    return BINA_ENCODING_FIND;
}

/*
 * Letters of another encoding hardly ever form whole UTF-8 characters, but files are pasted
 * together: the majority tells. A sample may end within a character.
 */
static bool
looks_utf8(const char *bytes, size_t length)
{
    size_t whole = 0, broken = 0, at = 0, valid, i;

    while (at < length) {
        valid = bina_utf8_valid(bytes + at, length - at);
        for (i = at; i < at + valid; i++)
            whole += (bytes[i] & 0xC0) == 0xC0;
        at += valid;
        if (at < length && (length - at >= 4 || (bytes[at] & 0xC0) != 0xC0))
            broken++;
        at++;
    }
    return whole >= broken;
}

bina_encoding
bina_encoding_guess(const char *bytes, size_t length)
{
    size_t even = 0, odd = 0, i;

    for (i = 0; i < length; i++)
        if (bytes[i] == '\0')
            *(i % 2 == 0 ? &even : &odd) += 1;
    /* Latin letters in UTF-16 have a NUL in every pair, always on the same side. */
    if (odd > length / 4 && even < odd / 8)
        return BINA_ENCODING_UTF_16_LE;
    if (even > length / 4 && odd < even / 8)
        return BINA_ENCODING_UTF_16_BE;
    return looks_utf8(bytes, length) ? BINA_ENCODING_UTF_8 : BINA_ENCODING_WINDOWS_1252;
}

static bool
is_control(unsigned unit)
{
    return (unit < ' ' && (unit < '\t' || unit > '\r' || unit == '\v') && unit != 0x1A) ||
           unit == 0x7F;
}

bool
bina_bytes_no_text(const char *bytes, size_t length, bina_encoding encoding)
{
    const unsigned char *b = (const unsigned char *)bytes;
    const size_t strays = 4, rare = 50; /* what an old program leaves in a file, however short */
    const bool big = encoding == BINA_ENCODING_UTF_16_BE;
    const size_t wide = big || encoding == BINA_ENCODING_UTF_16_LE ? 2 : 1;
    size_t controls = 0, i;

    if ((length >= 15 && memcmp(bytes, "SQLite format 3", 15) == 0) ||
        (length >= 4 && memcmp(bytes,
                               "\x7F"
                               "ELF",
                               4) == 0))
        return true;
    for (i = 0; i + wide <= length; i += wide)
        controls += is_control(wide == 1 ? b[i] : b[i + big] | (unsigned)b[i + !big] << 8);
    return controls > strays + length / wide / rare;
}

bool
bina_bytes_unusual(const char *bytes, size_t length)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
    uint64_t seen = 0, word;
    size_t i = 0;

    for (; i + 8 <= length; i += 8) {
        memcpy(&word, bytes + i, 8);
        seen |= word | ((word - ones) & ~word);
        if (seen & highs)
            return true;
    }
    for (; i < length; i++)
        if (bytes[i] == '\0' || (bytes[i] & 0x80) != 0)
            return true;
    return false;
}

size_t
bina_utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *b = (const unsigned char *)bytes;
    size_t i = 0, more, k;

    while (i < length) {
        if (b[i] < 0x80) {
            i++;
            continue;
        }
        if (b[i] >= 0xC2 && b[i] <= 0xDF)
            more = 1;
        else if (b[i] >= 0xE0 && b[i] <= 0xEF)
            more = 2;
        else if (b[i] >= 0xF0 && b[i] <= 0xF4)
            more = 3;
        else
            return i;
        if (length - i <= more)
            return i;
        for (k = 1; k <= more; k++)
            if ((b[i + k] & 0xC0) != 0x80)
                return i;
        /* Overlong forms, surrogates, and beyond U+10FFFF. */
        if ((b[i] == 0xE0 && b[i + 1] < 0xA0) || (b[i] == 0xED && b[i + 1] > 0x9F) ||
            (b[i] == 0xF0 && b[i + 1] < 0x90) || (b[i] == 0xF4 && b[i + 1] > 0x8F))
            return i;
        i += more + 1;
    }
    return length;
}

size_t
bina_utf8_put(unsigned long point, char *out)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | (point >> 6));
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | (point >> 12));
        out[1] = (char)(0x80 | ((point >> 6) & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | (point >> 18));
    out[1] = (char)(0x80 | ((point >> 12) & 0x3F));
    out[2] = (char)(0x80 | ((point >> 6) & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

size_t
bina_windows_1252_to_utf8(const char *bytes, size_t length, char *out)
{
    size_t i, used = 0;

    for (i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        unsigned long point = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
        used += bina_utf8_put(point, out + used);
    }
    return used;
}

size_t
bina_utf16_to_utf8(const char *bytes, size_t length, bool big_endian, bool last, char *out,
                   size_t *used)
{
    const unsigned char *b = (const unsigned char *)bytes;
    const unsigned low = big_endian ? 1 : 0;
    size_t i = 0, made = 0;

    while (i + 2 <= length) {
        unsigned long unit = (unsigned long)b[i + low] | (unsigned long)b[i + 1 - low] << 8;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            unsigned long next;
            if (i + 4 > length) {
                if (!last)
                    break;
                unit = 0xFFFD;
            } else {
                next = (unsigned long)b[i + 2 + low] | (unsigned long)b[i + 3 - low] << 8;
                if (next >= 0xDC00 && next <= 0xDFFF) {
                    unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
                    i += 2;
                } else {
                    unit = 0xFFFD;
                }
            }
        } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
            unit = 0xFFFD;
        }
        made += bina_utf8_put(unit, out + made);
        i += 2;
    }
    if (last && i < length) {
        made += bina_utf8_put(0xFFFD, out + made);
        i = length;
    }
    *used = i;
    return made;
}
