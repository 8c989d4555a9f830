/*
 * A zip out of a text, so that workbooks can be written by hand:
 *
 *     == xl/workbook.xml
 *     <workbook>...</workbook>
 *     == xl/worksheets/sheet1.xml
 *     <worksheet>...</worksheet>
 *
 * Members are stored, not packed; their checksums are right.
 */
#ifndef BINA_TESTS_ZIP_PARTS_H
#define BINA_TESTS_ZIP_PARTS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct zip_bytes {
    unsigned char *bytes;
    size_t length, room;
    bool failed; /* memory is out */
} zip_bytes;

static inline void
zip_put(zip_bytes *zip, const void *bytes, size_t length)
{
    unsigned char *larger;

    if (zip->length + length > zip->room) {
        size_t room = 2 * (zip->length + length) + 256;
        larger = realloc(zip->bytes, room);
        if (larger == NULL) {
            zip->failed = true;
            return;
        }
        zip->bytes = larger;
        zip->room = room;
    }
    if (length > 0)
        memcpy(zip->bytes + zip->length, bytes, length);
    zip->length += length;
}

static inline void
zip_number(zip_bytes *zip, uint64_t number, int bytes)
{
    unsigned char one;

    for (; bytes > 0; bytes--, number >>= 8) {
        one = (unsigned char)(number & 0xFF);
        zip_put(zip, &one, 1);
    }
}

static inline uint32_t
zip_checksum(const char *bytes, size_t length)
{
    uint32_t crc = UINT32_MAX;
    size_t i;
    int bit;

    for (i = 0; i < length; i++) {
        crc ^= (unsigned char)bytes[i];
        for (bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (UINT32_C(0xEDB88320) & (0 - (crc & 1)));
    }
    return ~crc;
}

/* What both headers of a member have in common. */
static inline void
zip_member(zip_bytes *zip, const char *bytes, size_t length, size_t name_length)
{
    zip_number(zip, 20, 2);
    zip_number(zip, 0, 2);          /* flags */
    zip_number(zip, 0, 2);          /* stored */
    zip_number(zip, 0x52210000, 4); /* a day */
    zip_number(zip, zip_checksum(bytes, length), 4);
    zip_number(zip, length, 4);
    zip_number(zip, length, 4);
    zip_number(zip, name_length, 2);
    zip_number(zip, 0, 2); /* extra */
}

/* Finds the next "== name" line; the member's bytes go to the line end before the one after it. */
static inline bool
zip_section(const char **at, const char *end, const char **name, size_t *name_length,
            const char **bytes, size_t *length)
{
    const char *line = *at, *next;

    while (line < end && !(end - line > 3 && memcmp(line, "== ", 3) == 0)) {
        next = memchr(line, '\n', (size_t)(end - line));
        line = next != NULL ? next + 1 : end;
    }
    if (line >= end)
        return false;
    *name = line + 3;
    next = memchr(line, '\n', (size_t)(end - line));
    *name_length = (size_t)((next != NULL ? next : end) - *name);
    *bytes = line = next != NULL ? next + 1 : end;
    while (line < end && !(end - line > 3 && memcmp(line, "== ", 3) == 0)) {
        next = memchr(line, '\n', (size_t)(end - line));
        line = next != NULL ? next + 1 : end;
    }
    *at = line;
    *length = (size_t)(line - *bytes);
    return true;
}

/* The zip's bytes, to be freed by the caller. */
static inline zip_bytes
zip_of_text(const char *text, size_t text_length)
{
    zip_bytes zip = {NULL, 0, 0, false}, folder = {NULL, 0, 0, false};
    const char *at = text, *end = text + text_length, *name, *bytes;
    size_t name_length, length, members = 0, start;

    while (members < 20000 && zip_section(&at, end, &name, &name_length, &bytes, &length)) {
        start = zip.length;
        zip_number(&zip, 0x04034b50, 4);
        zip_member(&zip, bytes, length, name_length);
        zip_put(&zip, name, name_length);
        zip_put(&zip, bytes, length);
        zip_number(&folder, 0x02014b50, 4);
        zip_number(&folder, 20, 2);
        zip_member(&folder, bytes, length, name_length);
        zip_number(&folder, 0, 2); /* comment */
        zip_number(&folder, 0, 2); /* disk */
        zip_number(&folder, 0, 2);
        zip_number(&folder, 0, 4);
        zip_number(&folder, start, 4);
        zip_put(&folder, name, name_length);
        members++;
    }
    start = zip.length;
    zip_put(&zip, folder.bytes, folder.length);
    zip_number(&zip, 0x06054b50, 4);
    zip_number(&zip, 0, 4);
    zip_number(&zip, members, 2);
    zip_number(&zip, members, 2);
    zip_number(&zip, folder.length, 4);
    zip_number(&zip, start, 4);
    zip_number(&zip, 0, 2);
    zip.failed = zip.failed || folder.failed;
    free(folder.bytes);
    return zip;
}

#endif
