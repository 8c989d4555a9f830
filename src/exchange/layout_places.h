/* The words by which offices' sheets and titles name places. All texts are UTF-8 with length. */
#ifndef BINA_SRC_EXCHANGE_LAYOUT_PLACES_H
#define BINA_SRC_EXCHANGE_LAYOUT_PLACES_H

#include <stddef.h>

/* The levels a place may be told by. */
typedef enum bina_place_level {
    BINA_PLACE_NONE,
    BINA_PLACE_PROVINCE,
    BINA_PLACE_REGENCY,
    BINA_PLACE_DISTRICT,
    BINA_PLACE_VILLAGE,
    BINA_PLACE_HAMLET,
    BINA_PLACE_LEVELS,
} bina_place_level;

/**
 * The level a text says by its first word ("KECAMATAN AIKMEL", "Ds. Suela", "KEC : AIKMEL"), and
 * where the name begins; none when it says none or there is no name behind. A city keeps its word
 * ("Kota Bima"), without which it would be a regency.
 */
bina_place_level bina_word_place(const char *text, size_t length, size_t *name);

/**
 * The next place named inside of a longer text, such as a title: "DATA IKM DESA SUELA KECAMATAN
 * SUELA TAHUN 2021" names two.
 *
 * @param at     where to go on; 0 at first
 * @param name   where the name begins; its length in `name_length`
 * @return none when there is no more
 */
bina_place_level bina_word_place_within(const char *text, size_t length, size_t *at, size_t *name,
                                        size_t *name_length);

#endif
