/*
 * What the codes of two rows tell: where they agree, and where they may be similar. Most values
 * that differ are similar to none, and a table of bits by hash says so without looking for them.
 */
#ifndef BINA_SRC_LINKAGE_SIEVE_H
#define BINA_SRC_LINKAGE_SIEVE_H

#include "linkage/field.h"

/** Read only once made: any number of threads may ask it. */
typedef struct bina_link_sieve {
    uint32_t *words;                  /* bits of the fields, one field after the other */
    uint32_t from[BINA_LINK_FIELDS];  /* where those of a field begin */
    uint32_t shift[BINA_LINK_FIELDS]; /* of a hash, to a word of the field */
    uint32_t known[BINA_LINK_FIELDS]; /* the first value that may be similar to any */
    uint32_t fields, fuzzy;           /* a bit each: all; those with similar values */
    bool wide;                        /* eight fields at once, with AVX2 */
} bina_link_sieve;

/** What is told of two rows: a bit a field. */
typedef struct bina_link_sifted {
    uint32_t both;  /* both have a value */
    uint32_t same;  /* the same */
    uint32_t maybe; /* not the same, and may be similar: no other is */
} bina_link_sifted;

/** For fields whose similar values are joined, or compared when rows meet. */
bina_status bina_link_sieve_init(bina_link_sieve *sieve, const bina_link_field *field, int fields);
void bina_link_sieve_drop(bina_link_sieve *sieve);

/** @param a, b the codes of the rows of each of `count` pairs, as packed in bina_link_rows */
void bina_link_sieve_pass(const bina_link_sieve *sieve, const uint32_t *const *a,
                          const uint32_t *const *b, size_t count, bina_link_sifted *sifted);

#endif
