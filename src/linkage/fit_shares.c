#include "linkage/fit_shares.h"

#include <math.h>

/* Beliefs before any data, and bounds on what may be believed: docs/decisions/0094. */
#define PSEUDO       2.0  /* matches assumed beforehand, spread as the start says */
#define SHRINK       10.0 /* matches by which a state's shares are drawn to the field's */
#define MOST_TITLES  0.25 /* of matches, that share no more than some words of what names them */
#define MOST_RENAMED 0.08 /* of matches, that share no word of it */

static unsigned
top_of(const bina_link_plan *plan, int f)
{
    return bina_link_compare_top(plan->field[f].compare);
}

unsigned
bina_link_last_different(const bina_link_model *model, const bina_link_plan *plan, int f)
{
    return f == model->naming && plan->field[f].compare == BINA_LINK_WORDS ? BINA_LINK_DIFFERENT + 1
                                                                           : BINA_LINK_DIFFERENT;
}

double
bina_link_most_different(const bina_link_model *model, const bina_link_plan *plan, int f,
                         unsigned last)
{
    const bina_link_spec *spec = &plan->field[f];

    if (bina_link_last_different(model, plan, f) > BINA_LINK_DIFFERENT)
        return last > BINA_LINK_DIFFERENT ? MOST_TITLES : MOST_RENAMED;
    switch (bina_link_spec_role(spec)) {
    case BINA_ROLE_PERSON:
    case BINA_ROLE_NIK:
        return 0.08;
    case BINA_ROLE_IDENTIFIER: /* a number may be given anew, and be of another sort */
        return spec->sources[0].take == BINA_LINK_TAKE_MODEL ? 0.08 : 0.15;
    case BINA_ROLE_BUSINESS:
    case BINA_ROLE_PHONE:
    case BINA_ROLE_EMAIL:
    case BINA_ROLE_SURNAME:
    case BINA_ROLE_GIVEN_NAME:
        return 0.35;
    case BINA_ROLE_PLACE:
    case BINA_ROLE_ADDRESS:
        /* People move; the workshop of a small enterprise hardly ever does. */
        if (!model->businesses)
            return 0.6;
        return spec->sources[0].take == BINA_LINK_TAKE_HAMLET ? 0.2 : 0.12;
    default:
        return f == model->naming ? MOST_TITLES : 0.95; /* other texts may be worded anew */
    }
}

/* No more than `most` of them up to a level. */
static void
hold(double *m, unsigned last, unsigned top, double most)
{
    double differ = 0;

    for (unsigned l = BINA_LINK_DIFFERENT; l <= last; l++)
        differ += m[l];
    if (differ <= most)
        return;
    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
        m[l] *= l <= last ? most / differ : (1 - most) / (1 - differ);
}

/* Shares that are never nothing, and differ no more than is allowed. */
static void
bound(const bina_link_model *model, const bina_link_plan *plan, int f, double *m)
{
    unsigned top = top_of(plan, f), last = bina_link_last_different(model, plan, f);
    double sum = 0;

    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++) {
        m[l] = fmax(m[l], BINA_LINK_LEAST_M);
        sum += m[l];
    }
    for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
        m[l] /= sum;
    for (unsigned l = last; l >= BINA_LINK_DIFFERENT; l--)
        hold(m, l, top, bina_link_most_different(model, plan, f, l));
}

void
bina_link_shares_set(bina_link_model *model, const bina_link_plan *plan, bina_link_levels matched,
                     double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS])
{
    for (int f = 0; f < plan->count; f++) {
        unsigned top = top_of(plan, f);
        double m[BINA_LINK_LEVELS] = {0}, sum = PSEUDO;
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            sum += matched[f][0][l] + matched[f][1][l] + matched[f][2][l];
        for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
            m[l] = (matched[f][0][l] + matched[f][1][l] + matched[f][2][l] + PSEUDO * first[f][l]) /
                   sum;
        bound(model, plan, f, m);
        for (unsigned s = 0; s < BINA_LINK_STATES; s++) {
            double all = SHRINK;
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                all += matched[f][s][l];
            for (unsigned l = BINA_LINK_DIFFERENT; l <= top; l++)
                model->m[f][s][l] =
                    plan->field[f].given[0] < 0 ? m[l] : (matched[f][s][l] + SHRINK * m[l]) / all;
            bound(model, plan, f, model->m[f][s]);
        }
    }
}
