#include "linkage/telling.h"

#include <math.h>

/* More than what adding up in another order can change. */
#define SLACK 1e-6

/* The most that a field adds to a weight at levels from `low` to `high`. */
static double
most_at(const bina_link_model *model, int f, unsigned low, unsigned high)
{
    double most = 0;

    for (unsigned s = 0; s < BINA_LINK_STATES; s++)
        for (unsigned level = low; level <= high; level++)
            most = fmax(most, model->weight[f][s][level]);
    return most;
}

/* The same where the other row agrees with this one. */
static double
most_agreed(const bina_link_model *model, const bina_link_field *field, int f, uint32_t row,
            bool rarities)
{
    double most = most_at(model, f, BINA_LINK_DIFFERENT + 1, field->top);

    if (rarities)
        most = fmax(most, model->weight[f][0][field->top] +
                              (double)bina_link_model_rarity(model, field, f, field->codes[row]));
    return most;
}

/* The field that adds least of those left; -1 when none is. */
static int
next_field(const double *gain, int fields)
{
    int next = -1;

    for (int f = 0; f < fields; f++)
        if (gain[f] >= 0 && (next < 0 || gain[f] < gain[next]))
            next = f;
    return next;
}

uint64_t
bina_link_telling(const bina_link_model *model, const bina_link_plan *plan,
                  const bina_link_field *field, uint32_t row, double least, bool rarities)
{
    double bound = fmax(model->prior[0], model->prior[1]) + SLACK;
    double gain[BINA_LINK_FIELDS];
    uint64_t telling = 0;

    for (int f = 0; f < plan->count; f++) {
        double anyhow = most_at(model, f, BINA_LINK_MISSING, BINA_LINK_DIFFERENT);
        bound += anyhow;
        gain[f] = -1; /* without a value it agrees with nothing */
        if (field[f].codes[row] != 0)
            gain[f] = fmax(0, most_agreed(model, &field[f], f, row, rarities) - anyhow);
    }
    /* Fields that even together add too little are let go, the least of them first. */
    for (int f = next_field(gain, plan->count); f >= 0; f = next_field(gain, plan->count)) {
        bound += gain[f];
        gain[f] = -1;
        if (bound >= least)
            telling |= (uint64_t)(BINA_LINK_LEVELS - 1 - BINA_LINK_DIFFERENT)
                       << (BINA_LINK_BITS * (unsigned)f);
    }
    return telling;
}
