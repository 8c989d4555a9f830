/* What two ways of writing a place's name share. */
#ifndef BINA_SRC_REFERENCE_PLACE_KEY_H
#define BINA_SRC_REFERENCE_PLACE_KEY_H

#include <stddef.h>

#define BINA_KEY_LENGTH 63

/** What a name says of its level. */
enum {
    BINA_SAYS_REGENCY = 1 << 0,   /* kabupaten */
    BINA_SAYS_CITY = 1 << 1,      /* kota */
    BINA_SAYS_KELURAHAN = 1 << 2, /* kelurahan */
    BINA_SAYS_DESA = 1 << 3,      /* desa and its names in the regions: gampong, nagari, pekon */
};

/**
 * A name as a key: capital letters and digits only, short words written out (Sei is SUNGAI, Tmr
 * TIMUR, II is 2), old spelling made new (oe is U, tj is C, dj is J), letter-spaced names closed
 * up.
 */
typedef struct bina_place_key {
    char text[BINA_KEY_LENGTH + 1];
    unsigned char length;
    unsigned char bare; /* where the key begins without words for the level; 0 if there are none */
    unsigned char rest; /* where the second word without them begins; 0 if there is but one */
    unsigned says;
} bina_place_key;

/** Makes the key of a name of `level` (1 province to 4 village). */
void bina_place_key_make(const char *name, int level, bina_place_key *key);

/**
 * How many letters must be changed, added, left out or swapped with the next, or `most` + 1 if
 * more.
 */
int bina_place_key_distance(const char *a, size_t a_length, const char *b, size_t b_length,
                            int most);

#endif
