/**
 * @file bina/questions.h
 * Which pairs to ask people about, and in which order: those whose verdicts put most right.
 *
 * Verdicts (bina_linkage_add_verdict) outrank every score for ever, and teach: a run that is given
 * verdicts weighs all other pairs by what they say. So a good question is one whose answer is open,
 * that many rows hang on, and that many other pairs are like; docs/linkage.md has the measure.
 */
#ifndef BINA_QUESTIONS_H
#define BINA_QUESTIONS_H

#include <bina/linkage.h>

BINA_C_BEGIN

/** The slots of the description "linkage_question". */
enum bina_linkage_question_field {
    BINA_LINKAGE_QUESTION_LIST_A = 0,      /**< text */
    BINA_LINKAGE_QUESTION_ROW_A = 1,       /**< int, from 1 */
    BINA_LINKAGE_QUESTION_LIST_B = 2,      /**< text */
    BINA_LINKAGE_QUESTION_ROW_B = 3,       /**< int, from 1 */
    BINA_LINKAGE_QUESTION_WEIGHT = 4,      /**< real: log2 of the odds that they are one */
    BINA_LINKAGE_QUESTION_PROBABILITY = 5, /**< real, 0 to 1 */
    BINA_LINKAGE_QUESTION_GAIN = 6, /**< real: how many pairs the answer is expected to put right */
    BINA_LINKAGE_QUESTION_ALIKE = 7, /**< int: open pairs of its kind, itself among them */
};

/**
 * Pairs that no verdict was given on, those first that teach most. Each is chosen as if those
 * before it were answered: what follows from them, or is like them, comes later or not at all.
 * Given a few verdicts, run again and ask again: new questions are better than old ones.
 *
 * @param most   so many at most, at least 1
 * @param cursor yours
 * @return BINA_OK, BINA_ERR_USAGE (not run to its end, or `most` below 1), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_questions(bina_linkage *linkage, int64_t most,
                                            bina_cursor **cursor);

BINA_C_END

#endif
