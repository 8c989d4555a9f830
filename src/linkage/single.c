#include "linkage/single.h"

#include <math.h>
#include <stdlib.h>

#define STRONG       6.6   /* log2 odds of a pair that tells anything */
#define BINS         128   /* of weights above that, half a bit each */
#define PART         0.6   /* of pairs with other lists, the strongest */
#define MOST_INSIDE  0.002 /* of a list's rows: so many may yet be there twice */
#define LEAST_ACROSS 0.05  /* of its rows: so many must be on other lists */

/* Strong pairs of one list by weight, inside it and with others. */
typedef struct strengths {
    double inside[BINS], across[BINS];
} strengths;

static size_t
bin_of(double weight)
{
    double bin = (weight - STRONG) * 2;

    return bin >= BINS - 1 ? BINS - 1 : (size_t)bin;
}

static bool
is_single(const strengths *of, double rows)
{
    double all = 0, above = 0, inside = 0;

    for (size_t i = 0; i < BINS; i++)
        all += of->across[i];
    if (all < rows * LEAST_ACROSS)
        return false;
    for (size_t i = BINS; i-- > 0 && above < all * PART;) {
        above += of->across[i];
        inside += of->inside[i];
    }
    return inside <= rows * MOST_INSIDE;
}

bina_status
bina_link_single_find(const bina_link_edges *edges, const uint32_t *list_of, const uint32_t *rows,
                      uint32_t lists, bool *single)
{
    strengths *of = calloc((size_t)lists + 1, sizeof(*of));

    if (of == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < edges->count; i++) {
        const bina_link_edge *edge = &edges->edge[i];
        uint32_t a = list_of[edge->a], b = list_of[edge->b];
        if (edge->weight < STRONG)
            continue;
        if (a == b) {
            of[a].inside[bin_of(edge->weight)]++;
        } else {
            of[a].across[bin_of(edge->weight)]++;
            of[b].across[bin_of(edge->weight)]++;
        }
    }
    for (uint32_t l = 0; l < lists; l++)
        single[l] = lists > 1 && is_single(&of[l], rows[l]);
    free(of);
    return BINA_OK;
}
