/**
 * @file bina/estimates.h
 * What a linkage has likely got right, by its own model: no labels are needed.
 *
 * Every pair has a probability to be one. Added up over the pairs from a threshold on, they say how
 * many of the links are right (Belin and Rubin 1995); over those below it, how many were missed.
 * But a weight knows two rows only, and entities were made of many: a pair that ended in one entity
 * is taken to be right in two of three cases at least, and of one that ended apart only a seventh
 * of its probability is believed. So measured on lists of people, enterprises and biographies whose
 * truth is known, where the figures then come within a few hundredths; the two constants were
 * chosen on these very lists, so on others they may be further off. They speak of the pairs that
 * were compared; what was never met is not among them. What a person decided counts as certain.
 */
#ifndef BINA_ESTIMATES_H
#define BINA_ESTIMATES_H

#include <bina/linkage.h>

BINA_C_BEGIN

/** The slots of the description "linkage_summary". */
enum bina_linkage_summary_field {
    BINA_LINKAGE_SUMMARY_LISTS = 0,      /**< int */
    BINA_LINKAGE_SUMMARY_ROWS = 1,       /**< int: of all lists */
    BINA_LINKAGE_SUMMARY_ENTITIES = 2,   /**< int: what they are rows of */
    BINA_LINKAGE_SUMMARY_SHARED = 3,     /**< int: entities of more than one row */
    BINA_LINKAGE_SUMMARY_LINKS = 4,      /**< int: pairs from the link threshold on */
    BINA_LINKAGE_SUMMARY_DOUBTFUL = 5,   /**< int: pairs below it, from the review threshold on */
    BINA_LINKAGE_SUMMARY_UNLINKABLE = 6, /**< int: rows that say too little to be linked */
    BINA_LINKAGE_SUMMARY_PRECISION =
        7,                           /**< real: expected at the link threshold; unset: no links */
    BINA_LINKAGE_SUMMARY_RECALL = 8, /**< real: expected; unset when no pair should be one */
    BINA_LINKAGE_SUMMARY_APART = 9,  /**< int: pairs of lists without a column in common */
};

/**
 * One record: what went in, what came out, how good it likely is.
 *
 * @return BINA_ERR_USAGE (the linkage has not been run to its end), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_summary(bina_linkage *linkage, bina_cursor **cursor);

/** The slots of the description "linkage_expectation". */
enum bina_linkage_expectation_field {
    BINA_LINKAGE_EXPECTATION_THRESHOLD = 0, /**< real: a probability */
    BINA_LINKAGE_EXPECTATION_WEIGHT = 1,    /**< real: the same as log2 odds */
    BINA_LINKAGE_EXPECTATION_LINKS = 2,     /**< real: pairs from it on */
    BINA_LINKAGE_EXPECTATION_RIGHT = 3,     /**< real: of these, how many should be one */
    BINA_LINKAGE_EXPECTATION_WRONG = 4,     /**< real: the others of these */
    BINA_LINKAGE_EXPECTATION_MISSED = 5,    /**< real: pairs below it that should be one */
    BINA_LINKAGE_EXPECTATION_PRECISION = 6, /**< real: right / links; unset without links */
    BINA_LINKAGE_EXPECTATION_RECALL = 7, /**< real: right / (right + missed); unset without any */
    BINA_LINKAGE_EXPECTATION_F1 = 8,     /**< real: the harmonic mean of both */
};

/**
 * Expected precision and recall of pairs.
 *
 * @param threshold a probability above 0 and below 1: one record for it. 0: a record for each of
 * some twenty thresholds from 0.001 to 0.999999, the two of the linkage among them
 * @return BINA_OK, BINA_ERR_USAGE (not run to its end), BINA_ERR_INVALID (no such threshold),
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_expectations(bina_linkage *linkage, double threshold,
                                               bina_cursor **cursor);

/** The slots of the description "linkage_bin". */
enum bina_linkage_bin_field {
    BINA_LINKAGE_BIN_FROM = 0,    /**< real: a weight */
    BINA_LINKAGE_BIN_TO = 1,      /**< real: where the next bin begins */
    BINA_LINKAGE_BIN_PAIRS = 2,   /**< real: how many compared pairs weigh so much */
    BINA_LINKAGE_BIN_MATCHES = 3, /**< real: of these, how many should be one */
};

/**
 * How many pairs weigh how much, in bins of one width from the least weight to the greatest. Below
 * the review threshold a pair counts with the weight of its levels, without the rarity of its
 * values.
 *
 * @param width of a bin in log2 odds, at least 0.01; 0: 1
 * @return BINA_OK, BINA_ERR_USAGE (not run to its end), BINA_ERR_INVALID, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_histogram(bina_linkage *linkage, double width,
                                            bina_cursor **cursor);

/** The slots of the description "linkage_unlinkable". */
enum bina_linkage_unlinkable_field {
    BINA_LINKAGE_UNLINKABLE_FILE = 0,        /**< text: the list's name */
    BINA_LINKAGE_UNLINKABLE_ROW = 1,         /**< int, from 1 */
    BINA_LINKAGE_UNLINKABLE_WEIGHT = 2,      /**< real: against a row just like it */
    BINA_LINKAGE_UNLINKABLE_PROBABILITY = 3, /**< real: the same as a probability */
    BINA_LINKAGE_UNLINKABLE_MISSING = 4,     /**< text: fields without a value; unset: none */
};

/**
 * The rows that say too little: not even a row just like it would be linked to it. What they lack
 * is worth asking for.
 *
 * @return BINA_ERR_USAGE (the linkage has not been run to its end), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_unlinkable(bina_linkage *linkage, bina_cursor **cursor);

/** The slots of the description "linkage_gap". */
enum bina_linkage_gap_field {
    BINA_LINKAGE_GAP_MISSING = 0,    /**< text: fields without a value; unset: none */
    BINA_LINKAGE_GAP_ROWS = 1,       /**< int: rows that lack just these */
    BINA_LINKAGE_GAP_UNLINKABLE = 2, /**< int: of these, how many cannot be linked */
};

/**
 * Which values rows lack, and how many of them cannot be linked for it: the most rows first.
 *
 * @return BINA_ERR_USAGE (the linkage has not been run to its end), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_gaps(bina_linkage *linkage, bina_cursor **cursor);

BINA_C_END

#endif
