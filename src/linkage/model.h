/* Fellegi and Sunter's model: what agreement and disagreement of each field are worth. */
#ifndef BINA_SRC_LINKAGE_MODEL_H
#define BINA_SRC_LINKAGE_MODEL_H

#include "linkage/pattern.h"

/**
 * A number for every field, state and level. The state tells on which of the two fields that this
 * one depends on a pair agrees, so that what agrees together even by chance is not counted twice.
 */
typedef double bina_link_levels[BINA_LINK_FIELDS][BINA_LINK_STATES][BINA_LINK_LEVELS];

/* What weighs pairs is saved and loaded as settings: see parameters.c and freeze.c. */
typedef struct bina_link_model {
    int fields;
    bina_link_levels m;      /* share of a level among pairs that match */
    bina_link_levels u;      /* among those that do not */
    bina_link_levels weight; /* log2(m/u); 0 for missing */
    /*
     * In lists of enterprises there is a third kind of pair: one owner, two businesses. What tells
     * of the owner agrees there as in matches; what tells of the thing as between strangers.
     */
    bool owners;                  /* whether there is such a kind */
    bool thing[BINA_LINK_FIELDS]; /* tells of the business, not its owner or place */
    double other[2];              /* share of such pairs, as lambda */
    double lambda[2]; /* share of matches among pairs of rows of two lists, and of one list */
    double prior[2];  /* log2 odds of these */
    double matches;   /* expected in all */
    double mates;     /* expected matches of a row */
    int rounds;       /* of estimation */
} bina_link_model;

/**
 * Estimates the model from the patterns of the candidate pairs.
 *
 * @param pairs  all pairs there are, candidates or not: of rows of two lists, of one list
 * @param all    how many of all pairs have each level, as far as both have a value
 */
bina_status bina_link_model_fit(bina_link_model *model, const bina_link_patterns *patterns,
                                const bina_link_plan *plan, const bina_link_field *field,
                                const double pairs[2], uint32_t rows, bina_link_levels all);

/** What a pattern says, prior included. */
bina_link_evidence bina_link_model_evidence(const bina_link_model *model,
                                            const bina_link_plan *plan, uint64_t pattern);

/** Log2 odds of one thing against all else. */
double bina_link_evidence_weight(const bina_link_model *model, bina_link_evidence evidence);

/** A model before estimation: what is usual of matches, and chance as it is. */
void bina_link_model_start(bina_link_model *model, const bina_link_plan *plan,
                           const bina_link_field *field, const double pairs[2], uint32_t rows,
                           bina_link_levels all);

/** What follows from m, u and lambda: weights and prior. */
void bina_link_model_finish(bina_link_model *model, const bina_link_plan *plan);

/** The two together: the weight of a pattern, prior included, before frequencies. */
double bina_link_model_weight(const bina_link_model *model, const bina_link_plan *plan,
                              uint64_t pattern);

/**
 * What the frequency of an agreed value adds to (or takes from) the weight of equality, of pairs
 * that agree on nothing the field depends on; of others it adds nothing.
 */
float bina_link_model_rarity(const bina_link_model *model, const bina_link_field *field, int f,
                             uint32_t code);

#endif
