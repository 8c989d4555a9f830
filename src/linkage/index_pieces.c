#include "linkage/index_pieces.h"

#include <stdlib.h>
#include <string.h>

#include "linkage/field.h"
#include "linkage/similarity_text.h"

#define SAMPLE  256u /* codes of a length that say how often pieces are shared */
#define MANY    512u /* of fewer codes of a length, and of longer ones, thirds are good enough */
#define LENGTHY 20u

/* What pieces are made of. */
typedef struct codes {
    bina_link_pieces *pieces;
    const bina_dictionary *values;
    uint32_t end;
} codes;

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

bool
bina_link_code_is_odd(const char *text, size_t length)
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
choose_cuts(const codes *of, const uint32_t *lengths)
{
    bina_link_pieces *pieces = of->pieces;
    const char **text = malloc((LENGTHY + 1) * SAMPLE * sizeof(*text));
    uint32_t met[LENGTHY + 1] = {0}, taken[LENGTHY + 1] = {0};

    if (text == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++) {
        size_t length = bina_dictionary_length(of->values, c);
        const char *at = bina_dictionary_text(of->values, c);
        if (length > LENGTHY || lengths[length] < MANY || bina_link_code_is_odd(at, length))
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

static bina_status
sort_by_beginning(const codes *of)
{
    bina_link_pieces *pieces = of->pieces;
    bina_status status;

    pieces->head = malloc((size_t)of->end * sizeof(*pieces->head));
    pieces->length = malloc(of->end);
    if (pieces->head == NULL || pieces->length == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++)
        pieces->head[c - 1] =
            (bina_link_key){bina_link_code_head(bina_dictionary_text(of->values, c),
                                                bina_dictionary_length(of->values, c)),
                            c};
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

static bina_status
note_letters(const codes *of)
{
    bina_link_pieces *pieces = of->pieces;

    pieces->letters = malloc((pieces->keys + 1) * sizeof(*pieces->letters));
    if (pieces->letters == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < pieces->keys; i++) {
        uint32_t code = (uint32_t)pieces->key[i];
        pieces->letters[i] = bina_link_code_letters(bina_dictionary_text(of->values, code),
                                                    bina_dictionary_length(of->values, code));
    }
    return BINA_OK;
}

bina_status
bina_link_pieces_make(bina_link_pieces *pieces, const bina_dictionary *values, uint32_t end)
{
    const codes all = {pieces, values, end}, *of = &all;
    uint32_t lengths[BINA_LINK_LONGEST_CODE + 1] = {0};
    size_t odds = 0;
    bina_status status;

    if (pieces->made)
        return BINA_OK;
    bina_link_pieces_drop(pieces);
    for (uint32_t c = 1; c < of->end; c++) {
        size_t length = bina_dictionary_length(of->values, c);
        if (bina_link_code_is_odd(bina_dictionary_text(of->values, c), length))
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
        if (bina_link_code_is_odd(text, length)) {
            pieces->odd[pieces->odds++] = c;
            continue;
        }
        for (size_t p = 0;
             length >= BINA_LINK_LEAST_CODE && p < bina_link_pieces_of(pieces, length); p++) {
            size_t from = bina_link_piece_begin(pieces, length, p),
                   to = bina_link_piece_begin(pieces, length, p + 1);
            pieces->key[pieces->keys++] =
                bina_link_piece_key(text + from, to - from, length, p) | c;
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
