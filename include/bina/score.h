/**
 * @file bina/score.h
 * Scoring pairs that come from elsewhere: another engine joins, the linkage weighs.
 *
 * The linkage needs its lists and a model, nothing else: bina_linkage_fit stops there, and with the
 * parameters of an earlier run in its settings it fits nothing, so that the same two rows weigh the
 * same whoever else is on the lists. Then any number of pairs may be scored, in a stream, of any
 * rows: every field of every pair is compared, nothing is passed over.
 */
#ifndef BINA_SCORE_H
#define BINA_SCORE_H

#include <bina/linkage.h>

BINA_C_BEGIN

/**
 * Runs as far as the fitted model and stops: all that scoring needs. bina_linkage_run goes on from
 * there, to entities.
 *
 * @return as bina_linkage_run
 */
BINA_API bina_status bina_linkage_fit(bina_linkage *linkage);

/** The first slots of the description "linkage_score"; after them one a field. */
enum bina_linkage_score_field {
    BINA_LINKAGE_SCORE_LIST_A = 0,      /**< text */
    BINA_LINKAGE_SCORE_ROW_A = 1,       /**< int, from 1 */
    BINA_LINKAGE_SCORE_LIST_B = 2,      /**< text */
    BINA_LINKAGE_SCORE_ROW_B = 3,       /**< int, from 1 */
    BINA_LINKAGE_SCORE_WEIGHT = 4,      /**< real: log2 of the odds that they are one */
    BINA_LINKAGE_SCORE_PROBABILITY = 5, /**< real, 0 to 1 */
    BINA_LINKAGE_SCORE_LEVELS = 6, /**< int: from here on a slot a field, "level_" and its name:
                                        0 no value on a side, 1 different, the most is equal */
};

/**
 * Scores pairs as they are read: never more than a batch of them is in memory.
 *
 * @param pairs  taken over, also when this fails. Its columns `row_a` and `row_b` are integers from
 *               1 (or texts of them, as from a CSV file); `list_a` and `list_b` name their lists
 * and may be left out: then they are the first and the last list added. Other columns are passed
 * over. Any order will do
 * @param scores yours: a record a pair, in the order given, the same numbers as bina_linkage_pairs
 *               where it has the pair; it keeps what it needs of the linkage. A row that is not
 *               there ends it with BINA_ERR_NOT_FOUND
 * @return BINA_OK, BINA_ERR_USAGE (no model yet, or such columns are missing), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_score(bina_linkage *linkage, bina_cursor *pairs,
                                        bina_cursor **scores);

/**
 * The same for arrays, for whoever needs millions of pairs a second: on as many threads as the
 * option `threads` says.
 *
 * @param row_a, row_b `count` numbers of rows of the lists, from 1
 * @param weight filled: `count` weights, log2 of the odds; NULL: not wanted
 * @param levels filled: of each pair the levels of all fields, of field n (in the order of the
 *               comparisons of bina_linkage_effective) bits 3 n to 3 n + 2; NULL: not wanted
 * @return BINA_OK, BINA_ERR_USAGE (no model yet), BINA_ERR_NOT_FOUND (no such list or row),
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_score_rows(bina_linkage *linkage, const char *list_a,
                                             const int64_t *row_a, const char *list_b,
                                             const int64_t *row_b, size_t count, double *weight,
                                             uint64_t *levels);

BINA_C_END

#endif
