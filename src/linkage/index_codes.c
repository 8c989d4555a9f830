/*
 * Codes like one code: at most two edits apart, or with an equal first half.
 *
 * A code is cut in three pieces (a short one, which only one edit makes similar, in two). Two edits
 * leave one piece as it was, somewhat moved; but an edit that swaps two neighbours may touch two
 * pieces. Then the swap is undone where the pieces meet, and what is left touches one piece more:
 * the first or the last is as it was. So codes are met at their pieces, and none is missed. Where
 * pieces are cut is chosen by how often codes share what lies between: numbers that begin with a
 * district are cut behind it.
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
#include "linkage/similarity_text.h"

#define SAMPLE  256u /* codes of a length that say how often pieces are shared */
#define MANY    512u /* of fewer codes of a length, and of longer ones, thirds are good enough */
#define LENGTHY 20u

void
bina_link_pieces_drop(bina_link_pieces *pieces)
{
    free(pieces->key);
    free(pieces->letters);
    free(pieces->first);
    free(pieces->odd);
    free(pieces->head);
    free(pieces->length);
    memset(pieces, 0, sizeof(*pieces));
}

/* How many edits apart similar codes may be. */
static unsigned
most_edits(size_t a, size_t b)
{
    return a < BINA_LINK_LONG_CODE || b < BINA_LINK_LONG_CODE ? 1 : 2;
}

static bool
is_odd(const char *text, size_t length)
{
    return length > BINA_LINK_LONGEST_CODE || !bina_text_ascii(text, length);
}

/* A short code has two pieces: the second cut is its end. */
static void
cut_evenly(uint8_t cut[2], size_t length)
{
    size_t pieces = length < BINA_LINK_LONG_CODE ? 2 : 3;

    cut[0] = (uint8_t)((length + pieces - 1) / pieces);
    cut[1] = (uint8_t)(pieces == 2 ? length : length - length / 3);
}

static int
by_hash(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* How many pairs of texts share what lies from..to. */
static double
count_shared(const char *const *text, size_t count, size_t from, size_t to)
{
    uint64_t hash[SAMPLE];
    double shared = 0, same = 0;

    for (size_t i = 0; i < count; i++)
        hash[i] = bina_linkage_hash(text[i] + from, to - from, 0);
    qsort(hash, count, sizeof(*hash), by_hash);
    for (size_t i = 1; i < count; i++) {
        same = hash[i] == hash[i - 1] ? same + 1 : 0;
        shared += same;
    }
    return shared;
}

/* Cuts codes of a length where their pieces are shared least. The middle one is sought thrice. */
static void
cut_well(uint8_t cut[2], const char *const *text, size_t count, size_t length)
{
    double best = -1, first[LENGTHY + 1], last[LENGTHY + 1];

    for (size_t at = 1; at < length; at++) {
        first[at] = count_shared(text, count, 0, at);
        last[at] = count_shared(text, count, at, length);
    }
    for (size_t a = 1; a + 1 < length; a++)
        for (size_t b = a + 1; b < length; b++) {
            double shared = first[a] + last[b];
            if (best >= 0 && shared >= best)
                continue;
            shared += 3 * count_shared(text, count, a, b);
            if (best < 0 || shared < best) {
                best = shared;
                cut[0] = (uint8_t)a;
                cut[1] = (uint8_t)b;
            }
        }
}

/* Chooses the cuts, by a sample of the codes of each length. */
static bina_status
choose_cuts(const bina_link_coded *of, const uint32_t *lengths)
{
    bina_link_pieces *pieces = of->pieces;
    const char **text = malloc((LENGTHY + 1) * SAMPLE * sizeof(*text));
    uint32_t met[LENGTHY + 1] = {0}, taken[LENGTHY + 1] = {0};

    if (text == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++) {
        size_t length = bina_dictionary_length(of->values, c);
        const char *at = bina_dictionary_text(of->values, c);
        if (length > LENGTHY || lengths[length] < MANY || is_odd(at, length))
            continue;
        /* Evenly among them, whatever order they come in. */
        if ((uint64_t)met[length]++ * SAMPLE >= (uint64_t)taken[length] * lengths[length] &&
            taken[length] < SAMPLE)
            text[length * SAMPLE + taken[length]++] = at;
    }
    for (size_t l = BINA_LINK_LEAST_CODE; l <= BINA_LINK_LONGEST_CODE; l++) {
        pieces->any[l] = lengths[l] > 0;
        cut_evenly(pieces->cut[l], l);
        if (l >= BINA_LINK_LONG_CODE && l <= LENGTHY && taken[l] > 1)
            cut_well(pieces->cut[l], text + l * SAMPLE, taken[l], l);
    }
    free(text);
    return BINA_OK;
}

static uint64_t
key_of(const char *text, size_t size, size_t length, size_t piece)
{
    return bina_linkage_hash(text, size, length * 4 + piece) & ~(uint64_t)UINT32_MAX;
}

static size_t
pieces_of(const bina_link_pieces *pieces, size_t length)
{
    return pieces->cut[length][1] == length ? 2 : 3;
}

/* Where a piece of a code begins; that after the last is its end. */
static size_t
begin_of(const bina_link_pieces *pieces, size_t length, size_t piece)
{
    return piece == 0                           ? 0
           : piece == pieces_of(pieces, length) ? length
                                                : pieces->cut[length][piece - 1];
}

/* The first eight bytes as a number that sorts as they do. */
static uint64_t
head_of(const char *text, size_t length)
{
    uint64_t head = 0;

    for (size_t i = 0; i < 8 && i < length; i++)
        head |= (uint64_t)(unsigned char)text[i] << (56 - 8 * i);
    return head;
}

static bina_status
sort_by_beginning(const bina_link_coded *of)
{
    bina_link_pieces *pieces = of->pieces;
    bina_status status;

    pieces->head = malloc((size_t)of->end * sizeof(*pieces->head));
    pieces->length = malloc(of->end);
    if (pieces->head == NULL || pieces->length == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++)
        pieces->head[c - 1] = (bina_link_key){
            head_of(bina_dictionary_text(of->values, c), bina_dictionary_length(of->values, c)), c};
    pieces->count = of->end - 1;
    status = bina_linkage_sort_keys(pieces->head, pieces->count);
    for (size_t i = 0; i < pieces->count; i++) {
        size_t length = bina_dictionary_length(of->values, pieces->head[i].row);
        pieces->length[i] = (uint8_t)(length < UINT8_MAX ? length : UINT8_MAX);
    }
    return status;
}

/* Where the keys of each beginning of a hash are: some eight of them for each. */
static bina_status
open_keys(bina_link_pieces *pieces)
{
    size_t at = 0, count;

    while (pieces->bits < 24 && pieces->keys >> (pieces->bits + 3) > 0)
        pieces->bits++;
    count = (size_t)1 << pieces->bits;
    pieces->first = malloc((count + 1) * sizeof(*pieces->first));
    if (pieces->first == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t b = 0; b < count; b++) {
        while (at < pieces->keys && pieces->key[at] >> 32 >> (32 - pieces->bits) < b)
            at++;
        pieces->first[b] = (uint32_t)at;
    }
    pieces->first[count] = (uint32_t)pieces->keys;
    return BINA_OK;
}

/*
 * Which characters a code has, by their last digit: three bits for each, as many set as it has of
 * them. An edit puts in one of them, takes one out, or both.
 */
static uint32_t
letters_of(const char *text, size_t length)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned at = ((unsigned char)text[i] & 15u) % 10 * 3;
        letters |= ((letters >> at & 3u) * 2 + 1) << at;
    }
    return letters;
}

static bool
may_be_near(uint32_t a, uint32_t b, unsigned edits)
{
    return (unsigned)__builtin_popcount(a & ~b) <= edits &&
           (unsigned)__builtin_popcount(b & ~a) <= edits;
}

static bina_status
note_letters(const bina_link_coded *of)
{
    bina_link_pieces *pieces = of->pieces;

    pieces->letters = malloc((pieces->keys + 1) * sizeof(*pieces->letters));
    if (pieces->letters == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < pieces->keys; i++) {
        uint32_t code = (uint32_t)pieces->key[i];
        pieces->letters[i] = letters_of(bina_dictionary_text(of->values, code),
                                        bina_dictionary_length(of->values, code));
    }
    return BINA_OK;
}

static bina_status
make_pieces(const bina_link_coded *of)
{
    bina_link_pieces *pieces = of->pieces;
    uint32_t lengths[BINA_LINK_LONGEST_CODE + 1] = {0};
    size_t odds = 0;
    bina_status status;

    if (pieces->made)
        return BINA_OK;
    bina_link_pieces_drop(pieces);
    for (uint32_t c = 1; c < of->end; c++) {
        size_t length = bina_dictionary_length(of->values, c);
        if (is_odd(bina_dictionary_text(of->values, c), length))
            odds++;
        else
            lengths[length]++;
    }
    pieces->odd = malloc((odds + 1) * sizeof(*pieces->odd));
    pieces->key = malloc(((size_t)of->end - odds) * 3 * sizeof(*pieces->key));
    if (pieces->odd == NULL || pieces->key == NULL)
        return BINA_ERR_NO_MEMORY;
    status = choose_cuts(of, lengths);
    for (uint32_t c = 1; c < of->end && status == BINA_OK; c++) {
        const char *text = bina_dictionary_text(of->values, c);
        size_t length = bina_dictionary_length(of->values, c);
        if (is_odd(text, length)) {
            pieces->odd[pieces->odds++] = c;
            continue;
        }
        for (size_t p = 0; length >= BINA_LINK_LEAST_CODE && p < pieces_of(pieces, length); p++) {
            size_t from = begin_of(pieces, length, p), to = begin_of(pieces, length, p + 1);
            pieces->key[pieces->keys++] = key_of(text + from, to - from, length, p) | c;
        }
    }
    if (status == BINA_OK)
        status = bina_linkage_sort(pieces->key, pieces->keys);
    if (status == BINA_OK)
        status = open_keys(pieces);
    if (status == BINA_OK)
        status = note_letters(of);
    if (status == BINA_OK)
        status = sort_by_beginning(of);
    pieces->made = status == BINA_OK;
    return status;
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
    uint64_t wanted = key_of(text, size, length, piece);
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
    size_t cut = begin_of(of->pieces, length, 1), last = pieces_of(of->pieces, length) - 1, begin;
    char swapped[BINA_LINK_LONGEST_CODE + 3];
    bina_status status = BINA_OK;

    if (cut < own->length) {
        memcpy(swapped, own->text, cut);
        swapped[cut - 1] = own->text[cut];
        status = tell_piece(of, own, swapped, cut, length, 0);
    }
    /* The last piece is as long as ever: counted from the end. */
    begin = begin_of(of->pieces, length, last);
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
    size_t count = pieces_of(of->pieces, length);
    int edits = (int)most_edits(own->length, length);
    int longer = (int)own->length - (int)length;
    bina_status status = BINA_OK;

    if (abs(longer) > edits)
        return BINA_OK;
    for (size_t p = 0; p < count && status == BINA_OK; p++) {
        int from = (int)begin_of(of->pieces, length, p);
        int size = (int)begin_of(of->pieces, length, p + 1) - from;
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
    uint64_t own = head_of(text, length), mask;
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
    for (; low < pieces->count && (pieces->head[low].key & mask) == (own & mask) &&
           status == BINA_OK;
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
    const sought own = {text, length, letters_of(text, length)};
    bina_status status = make_pieces(of);

    if (status != BINA_OK || length < BINA_LINK_LEAST_CODE)
        return status;
    if (is_odd(text, length)) {
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
