/*
 * The packed reference tables: what tools/pack_reference.c writes and src/reference reads.
 *
 * A packed text is a row of symbols ended by 0: 32..126 are themselves, 1..31 and 128..255 stand
 * for word 0..30 and 31..158 of a bina_pack_words.
 *
 * bina_region_bytes: for each name of each region, in order of code: one byte, (since * 8 + until)
 * << 2 (both numbers of an edition) with how the code follows from the one before (enum
 * bina_pack_step); for BINA_PACK_VILLAGE two bytes with the last four digits, for
 * BINA_PACK_DISTRICT one byte with the third pair of digits; then the packed name. A block begins
 * at the regency's (or province's) own code.
 *
 * bina_industry_bytes: for each industry three bytes: number of digits (0: the section itself), bit
 * 3 when the source lacked it, the rest is the code as a number (bits 4-7 its highest); the packed
 * title.
 */
#ifndef BINA_SRC_REFERENCE_PACKED_H
#define BINA_SRC_REFERENCE_PACKED_H

#include <stddef.h>
#include <stdint.h>

#define BINA_PACK_WORDS 159
/* Bytes a region's name takes at most, with its NUL. */
#define BINA_PACK_NAME 64
/* Bytes an industry's title takes at most, with its NUL. */
#define BINA_PACK_TITLE 256
/* Sorts of succession, words of the code list succession_nature. */
#define BINA_PACK_SORTS                                                                            \
    {                                                                                              \
        "renamed", "moved", "split", "merged", "retired"                                           \
    }

enum bina_pack_step {
    BINA_PACK_SAME = 0,     /* another name of the same code (first in a block: the block's own) */
    BINA_PACK_NEXT = 1,     /* the code before plus one */
    BINA_PACK_VILLAGE = 2,  /* another village of the same district */
    BINA_PACK_DISTRICT = 3, /* another district of the same regency */
};

typedef struct bina_pack_words {
    const uint16_t *offsets; /* of word w in letters; BINA_PACK_WORDS + 1 of them */
    const uint8_t *letters;
} bina_pack_words;

typedef struct bina_pack_block {
    uint16_t key;    /* first four digits of a region; letter of a section */
    uint32_t offset; /* of its first byte; one more entry ends the last */
} bina_pack_block;

typedef struct bina_pack_district {
    uint32_t key, offset; /* first six digits; of the district's first entry */
} bina_pack_district;

typedef struct bina_pack_industry {
    char code[6], section;
    uint32_t offset;
} bina_pack_industry;

typedef struct bina_pack_edition {
    int year;
    const char *basis; /* the regulation */
} bina_pack_edition;

/* from: code << 16 | last edition << 13 | first edition after << 10 | sort << 7 | confidence. */
typedef struct bina_pack_succession {
    uint64_t from, to; /* to: 0 when nothing is known to have followed */
} bina_pack_succession;

typedef struct bina_pack_bps {
    uint16_t bps, kemendagri; /* four digits; provinces end in 00 */
} bina_pack_bps;

extern const bina_pack_block bina_region_blocks[];
extern const size_t bina_region_block_count;
extern const bina_pack_district bina_region_districts[];
extern const size_t bina_region_district_count;
extern const uint8_t bina_region_bytes[];
extern const bina_pack_words bina_region_words;
extern const bina_pack_edition bina_region_editions[];
extern const int bina_region_edition_count;
extern const bina_pack_succession bina_successions[];
extern const uint16_t bina_successions_by_heir[];
extern const size_t bina_succession_count;
extern const bina_pack_bps bina_bps_regions[];
extern const size_t bina_bps_count;
extern const bina_pack_block bina_industry_blocks[];
extern const size_t bina_industry_block_count;
extern const bina_pack_industry bina_industry_index[];
extern const size_t bina_industry_count;
extern const uint8_t bina_industry_bytes[];
extern const bina_pack_words bina_industry_words;

#endif
