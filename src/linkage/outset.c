#include "linkage/outset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FEW 65536u /* values of a field whose rarities are near at hand */

/* What the fields that rows agree on are worth at most, but for the rarities to be looked up. */
static double
worth_of(const bina_link_judge *judge, const float *peak, uint32_t equal, uint16_t *rare)
{
    double worth = 0;

    *rare = 0;
    for (uint32_t left = equal; left != 0; left &= left - 1) {
        int f = __builtin_ctz(left);
        unsigned state = bina_link_judge_state(judge, f, equal);
        worth += judge->one[f][state * BINA_LINK_LEVELS + judge->top[f]];
        if (state == 0 && judge->values[f] > FEW)
            worth += (double)peak[f];
        else if (state == 0)
            *rare |= (uint16_t)(1u << f);
    }
    return worth;
}

/* The greatest rarity of a value of a field. */
static float
peak_of(const bina_link_judge *judge, int f)
{
    float peak = -INFINITY;

    for (uint32_t c = 1; c < judge->values[f]; c++) {
        bina_heap_pass(judge->field[f].values.heap, c);
        peak = fmaxf(peak, judge->rarity[f][c]);
    }
    return peak;
}

static void
lay_out_open(bina_link_outset *outset)
{
    const bina_link_judge *judge = outset->judge;

    for (int f = 0; f < judge->fields; f++) {
        outset->hope[f] = -INFINITY;
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            outset->hope[f] =
                fmax(outset->hope[f], judge->most[f][s * BINA_LINK_LEVELS + judge->top[f] - 1u]);
    }
    for (int half = 0; half < 2; half++)
        for (uint32_t open = 0; open < 256; open++)
            for (int f = 0; f < 8; f++)
                if (open >> f & 1)
                    outset->open[half][open] += outset->hope[8 * half + f];
}

bina_status
bina_link_outset_init(bina_link_outset *outset, const bina_link_judge *judge)
{
    uint32_t sets = (uint32_t)1 << judge->fields;
    float peak[BINA_LINK_FIELDS];

    memset(outset, 0, sizeof(*outset));
    outset->judge = judge;
    outset->equal = malloc(sets * sizeof(*outset->equal));
    outset->rare = malloc(sets * sizeof(*outset->rare));
    if (outset->equal == NULL || outset->rare == NULL) {
        bina_link_outset_drop(outset);
        return BINA_ERR_NO_MEMORY;
    }
    for (int f = 0; f < judge->fields; f++)
        peak[f] = judge->values[f] > FEW ? peak_of(judge, f) : 0;
    for (uint32_t equal = 0; equal < sets; equal++)
        outset->equal[equal] = worth_of(judge, peak, equal, &outset->rare[equal]);
    lay_out_open(outset);
    return BINA_OK;
}

void
bina_link_outset_drop(bina_link_outset *outset)
{
    free(outset->equal);
    free(outset->rare);
    memset(outset, 0, sizeof(*outset));
}
