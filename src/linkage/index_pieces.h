/*
 * The codes of a dictionary in pieces, by which others that are like one are found.
 *
 * A code is cut in three pieces (a short one, which only one edit makes similar, in two). Where
 * they are cut is chosen by how often codes share what lies between: numbers that begin with a
 * district are cut behind it.
 */
#ifndef BINA_SRC_LINKAGE_INDEX_PIECES_H
#define BINA_SRC_LINKAGE_INDEX_PIECES_H

#include <stdbool.h>
#include "linkage/dictionary.h"
#include "linkage/sort.h"

/** Codes of more bytes are held against every other. */
#define BINA_LINK_LONGEST_CODE 64u

/** All of it is made when first needed. */
typedef struct bina_link_pieces {
    bool made;
    uint64_t *key;     /* hash of a piece from bit 32, code below; sorted */
    uint32_t *letters; /* of each key's code: see bina_link_code_letters */
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

/** Makes them of the first `end` codes of a dictionary, unless they are made. */
bina_status bina_link_pieces_make(bina_link_pieces *pieces, const bina_dictionary *values,
                                  uint32_t end);

/** How many pieces a code of a length has. */
static inline size_t
bina_link_pieces_of(const bina_link_pieces *pieces, size_t length)
{
    return pieces->cut[length][1] == length ? 2 : 3;
}

/** Where a piece of a code begins; that after the last is its end. */
static inline size_t
bina_link_piece_begin(const bina_link_pieces *pieces, size_t length, size_t piece)
{
    return piece == 0                                     ? 0
           : piece == bina_link_pieces_of(pieces, length) ? length
                                                          : pieces->cut[length][piece - 1];
}

/** The hash of a piece, from bit 32. */
static inline uint64_t
bina_link_piece_key(const char *text, size_t size, size_t length, size_t piece)
{
    return bina_linkage_hash(text, size, length * 4 + piece) & ~(uint64_t)UINT32_MAX;
}

/** The first eight bytes as a number that sorts as they do. */
static inline uint64_t
bina_link_code_head(const char *text, size_t length)
{
    uint64_t head = 0;

    for (size_t i = 0; i < 8 && i < length; i++)
        head |= (uint64_t)(unsigned char)text[i] << (56 - 8 * i);
    return head;
}

/**
 * Which characters a code has, by their last digit: three bits for each, as many set as it has of
 * them. An edit puts in one of them, takes one out, or both.
 */
static inline uint32_t
bina_link_code_letters(const char *text, size_t length)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned at = ((unsigned char)text[i] & 15u) % 10 * 3;
        letters |= ((letters >> at & 3u) * 2 + 1) << at;
    }
    return letters;
}

/** Whether a code is not in pieces. */
bool bina_link_code_is_odd(const char *text, size_t length);

#endif
