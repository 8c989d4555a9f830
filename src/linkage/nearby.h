/*
 * The similar values of a field that has few: the level of two is found by one look into a table by
 * hash, where the lists of similar values take as many as their length has bits.
 */
#ifndef BINA_SRC_LINKAGE_NEARBY_H
#define BINA_SRC_LINKAGE_NEARBY_H

#include "linkage/field.h"

/** Read only once made: any number of threads may ask it. */
typedef struct bina_link_nearby {
    uint32_t *slot; /* both values in one number, then the level; 0 is free; NULL: use the lists */
    uint32_t values;
    unsigned shift; /* of a hash, to a slot */
} bina_link_nearby;

/** For the first `known` values of a field; without a table when they or their pairs are many. */
bina_status bina_link_nearby_init(bina_link_nearby *nearby, const bina_link_similar *similar,
                                  uint32_t known);
void bina_link_nearby_drop(bina_link_nearby *nearby);

/** Both values in one number, whatever their order. */
static inline uint32_t
bina_link_nearby_key(const bina_link_nearby *nearby, uint32_t a, uint32_t b)
{
    return a < b ? a * nearby->values + b : b * nearby->values + a;
}

/** The slot that two values are looked for from. */
static inline size_t
bina_link_nearby_place(const bina_link_nearby *nearby, uint32_t key)
{
    return key * UINT32_C(0x9E3779B1) >> nearby->shift;
}

/** The level of two different values below `known`. */
static inline unsigned
bina_link_nearby_level(const bina_link_nearby *nearby, uint32_t a, uint32_t b)
{
    uint32_t key = bina_link_nearby_key(nearby, a, b);
    size_t at = bina_link_nearby_place(nearby, key), last = ((size_t)1 << (32 - nearby->shift)) - 1;

    for (; nearby->slot[at] != 0; at = (at + 1) & last)
        if (nearby->slot[at] / BINA_LINK_LEVELS == key)
            return nearby->slot[at] % BINA_LINK_LEVELS;
    return BINA_LINK_DIFFERENT;
}

#endif
