/* Fellegi and Sunter's model: what agreement and disagreement of each field are worth. */
#ifndef BINA_SRC_LINKAGE_MODEL_H
#define BINA_SRC_LINKAGE_MODEL_H

#include "linkage/pattern.h"

/** No level is impossible for a match: people err in every way. */
#define BINA_LINK_LEAST_M 0.004

/** Relatives, against matches, before any data, where they are not one owner's businesses. */
#define BINA_LINK_KIN 0.02

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
     * A third kind of pair: relatives, which share much and yet are two. One owner's two
     * businesses, two members of a household, two works by one author. What tells them apart
     * differs there as between strangers; how much of the rest they share is estimated.
     */
    bool owners;                  /* whether there is such a kind */
    bool businesses;              /* it is one owner's two businesses */
    int naming;                   /* the field that names one, where it is not */
    bool thing[BINA_LINK_FIELDS]; /* tells relatives apart: agrees among them by chance only */
    bina_link_levels kin;         /* share of a level among relatives */
    bina_link_levels relative;    /* log2(kin/u); 0 for missing */
    double other[2];              /* share of relatives, as lambda */
    double lambda[2]; /* share of matches among pairs of rows of two lists, and of one list */
    double prior[2];  /* log2 odds of these */
    double matches;   /* expected in all */
    double others;    /* relatives expected in all */
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
                                const double pairs[2], uint32_t rows, bina_link_levels all,
                                unsigned threads);

/** What a pattern says, prior included. */
bina_link_evidence bina_link_model_evidence(const bina_link_model *model,
                                            const bina_link_plan *plan, uint64_t pattern);

/** Log2 odds of one thing against all else. */
double bina_link_evidence_weight(const bina_link_model *model, bina_link_evidence evidence);

/** A model before estimation: what is usual of matches, and chance as it is. */
void bina_link_model_start(bina_link_model *model, const bina_link_plan *plan,
                           const bina_link_field *field, const double pairs[2], uint32_t rows,
                           bina_link_levels all);

/** What follows from m, u, kin and lambda: weights and prior. */
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

/* Parts of estimation. */

/**
 * Finds out what kinds of pairs there are, and sets what is usual of matches; `first` too.
 *
 * @param naming the field by which one is told from its relatives; -1: as is usual
 */
void bina_link_model_begin(bina_link_model *model, const bina_link_plan *plan,
                           const bina_link_field *field, int naming, const double pairs[2],
                           uint32_t rows, double first[BINA_LINK_FIELDS][BINA_LINK_LEVELS]);

/** Sets u: all pairs, less those taken as anything but strangers (NULL: as good as none). */
void bina_link_model_chance(bina_link_model *model, const bina_link_plan *plan,
                            bina_link_levels all, bina_link_levels taken);

#endif
