/* The similar values of a field that has few, in a table by hash. */
#include "linkage/nearby.h"

#include <stdlib.h>
#include <string.h>

#define VALUES_MOST 23170u     /* two of them are a number of 29 bits */
#define PAIRS_MOST  (1u << 19) /* more do not stay in the near caches */
#define BITS_LEAST  4

bina_status
bina_link_nearby_init(bina_link_nearby *nearby, const bina_link_similar *similar, uint32_t known)
{
    size_t pairs = known > 0 ? similar->start[known] / 2 : 0;
    unsigned bits = BITS_LEAST;

    memset(nearby, 0, sizeof(*nearby));
    if (known > VALUES_MOST || pairs > PAIRS_MOST)
        return BINA_OK;
    while ((size_t)1 << bits < 2 * pairs)
        bits++;
    nearby->values = known;
    nearby->shift = 32 - bits;
    nearby->slot = calloc((size_t)1 << bits, sizeof(*nearby->slot));
    if (nearby->slot == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t a = 0; a < known; a++)
        for (size_t i = similar->start[a]; i < similar->start[a + 1]; i++) {
            uint32_t key = bina_link_nearby_key(nearby, a, similar->code[i]);
            size_t at = bina_link_nearby_place(nearby, key);
            if (similar->code[i] < a) /* noted from its other end */
                continue;
            while (nearby->slot[at] != 0)
                at = (at + 1) & (((size_t)1 << bits) - 1);
            nearby->slot[at] = key * BINA_LINK_LEVELS + similar->level[i];
        }
    return BINA_OK;
}

void
bina_link_nearby_drop(bina_link_nearby *nearby)
{
    free(nearby->slot);
    memset(nearby, 0, sizeof(*nearby));
}
