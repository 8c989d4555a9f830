/* What two rows may reach at most, told by the fields that they agree on and those that they do
 * not: laid out for every such set of fields, so that it is looked up. */
#ifndef BINA_SRC_LINKAGE_OUTSET_H
#define BINA_SRC_LINKAGE_OUTSET_H

#include "linkage/judge.h"

/** Sets of fields have a bit for each. Read only once made: any number of threads may use it. */
typedef struct bina_link_outset {
    const bina_link_judge *judge;
    double *equal;  /* of a set that rows agree on: what it is worth, but for some rarities */
    uint16_t *rare; /* of the same set: the fields whose rarities are to be looked up */
    double hope[BINA_LINK_FIELDS]; /* of a field in which they differ: what it is worth at most */
    double open[2][256];           /* of a set of the first eight such fields, and of the others */
} bina_link_outset;

/** Lays out a judge, which must outlive it and not change. */
bina_status bina_link_outset_init(bina_link_outset *outset, const bina_link_judge *judge);
void bina_link_outset_drop(bina_link_outset *outset);

/** What rows may reach, whose codes `a` are those of one of them. */
static inline double
bina_link_outset_bound(const bina_link_outset *outset, bool same_list, uint32_t equal,
                       uint32_t open, const uint32_t *a)
{
    const bina_link_judge *judge = outset->judge;
    double bound = judge->bound[same_list] + outset->equal[equal] + outset->open[0][open & 255u] +
                   outset->open[1][open >> 8];

    for (uint32_t left = outset->rare[equal]; left != 0; left &= left - 1) {
        int f = __builtin_ctz(left);
        bound += (double)judge->rarity[f][a[f]];
    }
    return bound;
}

#endif
