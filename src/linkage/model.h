/* Fellegi and Sunter's model: what agreement and disagreement of each field are worth. */
#ifndef BINA_SRC_LINKAGE_MODEL_H
#define BINA_SRC_LINKAGE_MODEL_H

#include "linkage/pattern.h"

typedef struct bina_link_model {
    int fields;
    double m[BINA_LINK_FIELDS][BINA_LINK_LEVELS];      /* share of a level among pairs that match */
    double u[BINA_LINK_FIELDS][BINA_LINK_LEVELS];      /* among those that do not */
    double weight[BINA_LINK_FIELDS][BINA_LINK_LEVELS]; /* log2(m/u); 0 for missing */
    double lambda;                                     /* share of matches among all pairs */
    double prior;                                      /* log2 odds of lambda */
    double mates;                                      /* expected matches of a row */
    int rounds;                                        /* of estimation */
} bina_link_model;

/**
 * Estimates the model from the patterns of the candidate pairs.
 *
 * @param pairs  all pairs there are, candidates or not
 * @param chance of a field and level: its share among all pairs in which both have a value
 */
bina_status bina_link_model_fit(bina_link_model *model, const bina_link_patterns *patterns,
                                const bina_link_plan *plan, uint64_t pairs, uint32_t rows,
                                double chance[BINA_LINK_FIELDS][BINA_LINK_LEVELS]);

/** The weight of a (raw) pattern, prior included, before frequencies. */
double bina_link_model_weight(const bina_link_model *model, const bina_link_plan *plan,
                              uint64_t pattern);

/** What the frequency of an agreed value adds to (or takes from) the weight of equality. */
double bina_link_model_rarity(const bina_link_model *model, const bina_link_field *field, int f,
                              uint32_t code);

#endif
