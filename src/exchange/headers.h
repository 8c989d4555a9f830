/* What the headers of offices' lists mean. */
#ifndef BINA_SRC_EXCHANGE_HEADERS_H
#define BINA_SRC_EXCHANGE_HEADERS_H

#include <bina/description.h>

/**
 * How well a header (as by bina_header_key) names a field: 100 exactly, less when there are words
 * around, 0 not at all.
 */
int bina_header_score(const char *key, const bina_description *target, int slot);

/** What a header says amounts are in ("(Rp 000)", "dalam jutaan"): 1, 1000 or 1000000. */
int64_t bina_header_unit(const char *key);

/** What a title says all amounts below are in ("dalam ribuan rupiah"); 1 when it says nothing. */
int64_t bina_title_unit(const char *key);

/* How a header names a part of a whole that other columns hold the rest of. */
typedef enum bina_header_part {
    BINA_PART_NONE,
    BINA_PART_MALE,
    BINA_PART_FEMALE,
    BINA_PART_PERMANENT, /* "tetap" */
    BINA_PART_CASUAL,    /* "tidak tetap" */
    BINA_PART_TOTAL,     /* the whole: "jumlah" */
} bina_header_part;

/**
 * The part that the last words of a header name ("tenaga kerja l", "tk pr", "laki laki").
 *
 * @param length of the words before, which name the whole; 0: none
 */
bina_header_part bina_header_part_of(const char *key, size_t *length);

#endif
