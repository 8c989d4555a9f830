/*
 * Codes like one code: at most two edits apart, or with an equal first half.
 *
 * Two edits leave one piece of a code as it was (index_pieces.c), somewhat moved; but an edit that
 * swaps two neighbours may touch two pieces. Then the swap is undone where the pieces meet, and
 * what is left touches one piece more: the first or the last is as it was. So codes are met at
 * their pieces, and none is missed.
 *
 * Codes that are not plain ASCII, or very long, are held against every other.
 *
 * Codes with an equal first half are many, and told without looking at their texts: they stand
 * together, by their first eight bytes.
 */
#include "linkage/index_codes.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/field.h"

/* How many edits apart similar codes may be. */
static unsigned
most_edits(size_t a, size_t b)
{
    return a < BINA_LINK_LONG_CODE || b < BINA_LINK_LONG_CODE ? 1 : 2;
}

static bool
may_be_near(uint32_t a, uint32_t b, unsigned edits)
{
    return (unsigned)__builtin_popcount(a & ~b) <= edits &&
           (unsigned)__builtin_popcount(b & ~a) <= edits;
}

/* The code that others are to be like. */
typedef struct sought {
    const char *text;
    size_t length;
    uint32_t letters;
} sought;

/* Tells the codes of a length with a piece, but for those that have too many other letters. */
static bina_status
tell_piece(const bina_link_coded *of, const sought *own, const char *text, size_t size,
           size_t length, size_t piece)
{
    unsigned edits = most_edits(own->length, length);
    const bina_link_pieces *pieces = of->pieces;
    uint64_t wanted = bina_link_piece_key(text, size, length, piece);
    size_t bucket = (size_t)(wanted >> 32 >> (32 - pieces->bits));
    size_t low = pieces->first[bucket], high = pieces->first[bucket + 1];
    bina_status status = BINA_OK;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pieces->key[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < pieces->keys && pieces->key[low] >> 32 == wanted >> 32 && status == BINA_OK; low++)
        if (may_be_near(own->letters, pieces->letters[low], edits))
            status = of->meet(of->self, (uint32_t)pieces->key[low]);
    return status;
}

/* Tells codes of a length that have the first or last piece of one with two letters swapped. */
static bina_status
tell_swapped(const bina_link_coded *of, const sought *own, size_t length)
{
    size_t cut = bina_link_piece_begin(of->pieces, length, 1),
           last = bina_link_pieces_of(of->pieces, length) - 1, begin;
    char swapped[BINA_LINK_LONGEST_CODE + 3];
    bina_status status = BINA_OK;

    if (cut < own->length) {
        memcpy(swapped, own->text, cut);
        swapped[cut - 1] = own->text[cut];
        status = tell_piece(of, own, swapped, cut, length, 0);
    }
    /* The last piece is as long as ever: counted from the end. */
    begin = bina_link_piece_begin(of->pieces, length, last);
    if (last == 2 && status == BINA_OK && length - begin < own->length) {
        size_t size = length - begin;
        memcpy(swapped, own->text + own->length - size, size);
        swapped[0] = own->text[own->length - size - 1];
        status = tell_piece(of, own, swapped, size, length, last);
    }
    return status;
}

/* Tells codes of a length that have a piece of one, where edits may have moved it. */
static bina_status
tell_length(const bina_link_coded *of, const sought *own, size_t length)
{
    size_t count = bina_link_pieces_of(of->pieces, length);
    int edits = (int)most_edits(own->length, length);
    int longer = (int)own->length - (int)length;
    bina_status status = BINA_OK;

    if (abs(longer) > edits)
        return BINA_OK;
    for (size_t p = 0; p < count && status == BINA_OK; p++) {
        int from = (int)bina_link_piece_begin(of->pieces, length, p);
        int size = (int)bina_link_piece_begin(of->pieces, length, p + 1) - from;
        /* `moved` by edits before the piece, the rest by those after it. */
        for (int moved = -edits; moved <= edits && status == BINA_OK; moved++) {
            bool may = abs(moved) + abs(longer - moved) <= edits;
            if (p == 0)
                may = moved == 0;
            else if (p == count - 1)
                may = moved == longer;
            if (may && from + moved >= 0 && from + moved + size <= (int)own->length)
                status = tell_piece(of, own, own->text + from + moved, (size_t)size, length, p);
        }
    }
    return status == BINA_OK ? tell_swapped(of, own, length) : status;
}

/* Codes whose first half is that of a code, or that have its first half. */
static bina_status
tell_halves(const bina_link_coded *of, const char *text, size_t length)
{
    const bina_link_pieces *pieces = of->pieces;
    size_t least = (length + 1) / 2, low = 0, high = pieces->count;
    uint64_t own = bina_link_code_head(text, length), mask;
    bina_status status = BINA_OK;

    if (least < BINA_LINK_LEAST_CODE)
        least = BINA_LINK_LEAST_CODE; /* the other may be longer */
    mask = least >= 8 ? UINT64_MAX : ~(UINT64_MAX >> 8 * least);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pieces->head[middle].key < (own & mask))
            low = middle + 1;
        else
            high = middle;
    }
    for (;
         low < pieces->count && (pieces->head[low].key & mask) == (own & mask) && status == BINA_OK;
         low++) {
        uint32_t code = pieces->head[low].row;
        size_t other = pieces->length[low], half;
        if (other == UINT8_MAX)
            other = bina_dictionary_length(of->values, code);
        half = ((other > length ? other : length) + 1) / 2;
        if (half < BINA_LINK_LEAST_CODE || other < half || length < half)
            continue;
        if (half < 8 ? (pieces->head[low].key ^ own) >> (64 - 8 * half) != 0
                     : memcmp(bina_dictionary_text(of->values, code), text, half) != 0)
            continue;
        status = of->tell_half(of->self, code);
    }
    return status;
}

bina_status
bina_link_codes_meet(const bina_link_coded *of, const char *text, size_t length)
{
    const bina_link_pieces *pieces = of->pieces;
    const sought own = {text, length, bina_link_code_letters(text, length)};
    bina_status status = bina_link_pieces_make(of->pieces, of->values, of->end);

    if (status != BINA_OK || length < BINA_LINK_LEAST_CODE)
        return status;
    if (bina_link_code_is_odd(text, length)) {
        for (uint32_t c = 1; c < of->end && status == BINA_OK; c++)
            status = of->meet(of->self, c);
        return status;
    }
    for (size_t i = 0; i < pieces->odds && status == BINA_OK; i++)
        status = of->meet(of->self, pieces->odd[i]);
    for (size_t l = length > 4 ? length - 2 : BINA_LINK_LEAST_CODE;
         l <= length + 2 && l <= BINA_LINK_LONGEST_CODE && status == BINA_OK; l++)
        if (pieces->any[l])
            status = tell_length(of, &own, l);
    return status == BINA_OK ? tell_halves(of, text, length) : status;
}
