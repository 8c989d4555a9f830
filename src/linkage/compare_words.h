/* The level of two values of several words, whoever tells how alike two words are. */
#ifndef BINA_SRC_LINKAGE_COMPARE_WORDS_H
#define BINA_SRC_LINKAGE_COMPARE_WORDS_H

#include <math.h>
#include "linkage/field.h"

/** How alike two words are, 0 to 1: what bina_link_words_similarity says of them. */
typedef double (*bina_link_likeness)(const void *self, uint32_t v, uint32_t w);

/**
 * The weighted share of the words that find a partner, whatever their order, as a level.
 *
 * @param a, b the values, the lesser code first
 */
static inline unsigned
bina_link_words_level(const bina_link_words *words, uint32_t a, uint32_t b,
                      bina_link_likeness likeness, const void *self)
{
    const uint32_t *x = words->word + words->start[a], *y = words->word + words->start[b];
    size_t nx = words->start[a + 1] - words->start[a], ny = words->start[b + 1] - words->start[b];
    uint64_t used = 0;
    double both = 0, side_x = 0, side_y = 0, share;
    unsigned partners = 0;

    if (ny > 64)
        ny = 64;
    for (size_t i = 0; i < nx; i++) {
        double best = 0;
        size_t at = 0;
        for (size_t j = 0; j < ny; j++) {
            double s;
            if (used >> j & 1)
                continue;
            s = likeness(self, x[i], y[j]);
            if (s > best) {
                best = s;
                at = j;
                if (s >= 1)
                    break;
            }
        }
        if (best > 0) {
            used |= (uint64_t)1 << at;
            side_x += best * (double)words->weight[x[i]];
            side_y += best * (double)words->weight[y[at]];
            partners++;
        }
    }
    both = (side_x + side_y) / (double)(words->total[a] + words->total[b]);
    share = fmax(side_x / (double)words->total[a], side_y / (double)words->total[b]);
    if (partners >= 2 && BINA_LINK_PART_OF * share > both)
        both = BINA_LINK_PART_OF * share;
    if (both >= BINA_LINK_MOST_WORDS)
        return 4;
    if (both >= BINA_LINK_MORE_WORDS)
        return 3;
    return both >= BINA_LINK_LEAST_WORDS ? 2 : BINA_LINK_DIFFERENT;
}

#endif
