/*
 * What verdicts teach. A person's verdicts are few, and of pairs chosen because they are doubtful:
 * they say nothing of how many pairs match, but much of what each level is worth. So they move the
 * shares of the fitted model as a regression does, given the levels, which the choice of pairs does
 * not bias; the fitted model is what is believed beforehand, and u stays what the data says.
 */
#ifndef BINA_SRC_LINKAGE_TAUGHT_H
#define BINA_SRC_LINKAGE_TAUGHT_H

#include "linkage/engine.h"

/** How sure a model is of its weights, once taught: what questions are weighed by. */
typedef struct bina_link_belief {
    const bina_link_plan *plan;
    const bina_link_model *model;
    size_t cells; /* that can be taught: two priors, and every level of every field and state */
    int cell[BINA_LINK_FIELDS][BINA_LINK_STATES][BINA_LINK_LEVELS]; /* where; -1 for none */
    double *factor; /* lower triangle of precision, by Cholesky: cells rows of cells */
} bina_link_belief;

/**
 * Teaches an engine's fitted model the verdicts, and moves the threshold of linking, if it was not
 * given, to where probabilities that were held against verdicts need it. The judge is as it was: of
 * the model before.
 */
bina_status bina_link_teach(bina_link_engine *engine);

/** What is believed of an engine's model after its verdicts. To be dropped also after a failure. */
bina_status bina_link_belief_init(bina_link_belief *belief, const bina_link_engine *engine);
void bina_link_belief_drop(bina_link_belief *belief);

/**
 * What a pattern's weight hangs on, as a vector whose product with another pattern's is how far the
 * two weights go together: their covariance in squared nats.
 *
 * @param along `cells` numbers
 */
void bina_link_belief_along(const bina_link_belief *belief, uint64_t pattern, double *along);

#endif
