/* The codes of a dictionary that may be like a code, which need not be among them. */
#ifndef BINA_SRC_LINKAGE_INDEX_CODES_H
#define BINA_SRC_LINKAGE_INDEX_CODES_H

#include <stdbool.h>
#include "linkage/dictionary.h"
#include "linkage/sort.h"

/** Codes of more bytes are held against every other. */
#define BINA_LINK_LONGEST_CODE 64u

/** Codes by their parts; see the source. All of it is made when first needed. */
typedef struct bina_link_pieces {
    bool made;
    uint64_t *key; /* hash of a piece from bit 32, code below; sorted */
    uint32_t *letters; /* of each key's code: see letters_of */
    size_t keys;
    uint32_t *first; /* of the first bits of a hash: its first key; one more for the end */
    unsigned bits;
    uint8_t cut[BINA_LINK_LONGEST_CODE + 1][2]; /* of a length: where the second, third begin */
    bool any[BINA_LINK_LONGEST_CODE + 1];       /* whether a code has this length */
    uint32_t *odd;                              /* codes that are not in pieces */
    size_t odds;
    bina_link_key *head; /* all by their first eight bytes; sorted */
    uint8_t *length;     /* of each of these, UINT8_MAX for more */
    size_t count;
} bina_link_pieces;

void bina_link_pieces_drop(bina_link_pieces *pieces);

/** A search among the first `end` codes of a dictionary: always as many for one `pieces`. */
typedef struct bina_link_coded {
    const bina_dictionary *values;
    bina_link_pieces *pieces;
    uint32_t end;
    bina_status (*meet)(void *self, uint32_t code);
    /* With an equal first half; of no account where a code was met before. */
    bina_status (*tell_half)(void *self, uint32_t code);
    void *self;
} bina_link_coded;

/** Tells all codes that are like one, and others; some more than once. */
bina_status bina_link_codes_meet(const bina_link_coded *of, const char *text, size_t length);

#endif
