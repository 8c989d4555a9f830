#include "linkage/chance.h"

#include <math.h>
#include <string.h>

/* As fmax of numbers, without a call: a row asks for a hundred. */
static double
greater(double a, double b)
{
    return a > b ? a : b;
}

double
bina_link_chance_at(const bina_link_judge *judge, int f, unsigned level, uint32_t code)
{
    double most = -INFINITY;

    for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
        double weight = judge->one[f][s * BINA_LINK_LEVELS + level];
        if (s == 0 && level == judge->field[f].top)
            weight += (double)judge->rarity[f][code];
        most = greater(most, weight);
    }
    return most;
}

double
bina_link_chance_set(bina_link_chance *chance, const bina_link_judge *judge, int f, uint32_t code,
                     bool missing)
{
    double most = bina_link_chance_at(judge, f, BINA_LINK_DIFFERENT, code);
    double anyhow = missing ? greater(0, most) : most;

    chance->top = judge->field[f].top;
    chance->over = BINA_LINK_DIFFERENT;
    chance->gain[BINA_LINK_DIFFERENT] = 0;
    for (unsigned l = BINA_LINK_DIFFERENT + 1; l <= chance->top; l++) {
        most = greater(most, bina_link_chance_at(judge, f, l, code));
        chance->gain[l] = greater(0, most - anyhow);
    }
    return anyhow;
}

void
bina_link_chance_none(bina_link_chance *chance)
{
    memset(chance, 0, sizeof(*chance));
    chance->over = BINA_LINK_LEVELS;
}

double
bina_link_chance_pass(bina_link_chance *chance, int fields, double room)
{
    double spent = 0;

    for (;;) {
        double best = 0, cost = 0;
        bina_link_chance *at = NULL;
        unsigned over = 0;
        for (bina_link_chance *field = chance; field < chance + fields; field++) {
            double saved = 0;
            for (unsigned l = field->over + 1; l <= field->top; l++) {
                double more = field->gain[l] - field->gain[field->over];
                saved += field->rows[l];
                if (more < room - spent && saved > best * (more + 0.01)) {
                    best = saved / (more + 0.01);
                    cost = more;
                    at = field;
                    over = l;
                }
            }
        }
        if (at == NULL)
            return spent;
        spent += cost;
        at->over = over;
    }
}

double
bina_link_chance_prior(const bina_link_judge *judge, const bina_link_table *table,
                       const bool *alone, uint32_t list)
{
    if (table->list_count == 1)
        return judge->prior[1];
    if (list >= table->list_count || (alone != NULL && alone[list]))
        return judge->prior[0];
    return fmax(judge->prior[0], judge->prior[1]);
}
