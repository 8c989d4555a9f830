/**
 * @file bina/linkage_index.h
 * A linkage that stays alive after its run: who is like a record that is being typed, and rows that
 * come, change and go one by one.
 *
 * What the run learnt is kept as it was: the model, how frequent values are, which lists repeat
 * themselves, which words mean the same. So a pair weighs to the last bit what it weighed in the
 * run, and a record with values the run never saw is weighed as if it were the first to have them.
 * Run a new linkage when the lists have changed much.
 *
 * The first of these calls lays the index out, which takes about as long as reading the lists;
 * after it a call takes a millisecond or so, two at a million rows. As everything of a
 * linkage they are to be called by one thread at a time.
 *
 *     bina_linkage_run(linkage);
 *     bina_linkage_match(linkage, "dinas", typed, 5, &twins);
 *     if (none of them is meant)
 *         bina_linkage_insert(linkage, "dinas", typed, &row);
 */
#ifndef BINA_LINKAGE_INDEX_H
#define BINA_LINKAGE_INDEX_H

#include <bina/linkage.h>

BINA_C_BEGIN

/** The slots of the description "linkage_match". */
enum bina_linkage_match_field {
    BINA_LINKAGE_MATCH_LIST = 0,        /**< text: the list of the row that is alike */
    BINA_LINKAGE_MATCH_ROW = 1,         /**< int, from 1 */
    BINA_LINKAGE_MATCH_ENTITY = 2,      /**< int: as in bina_linkage_entities */
    BINA_LINKAGE_MATCH_WEIGHT = 3,      /**< real: log2 of the odds that they are one */
    BINA_LINKAGE_MATCH_PROBABILITY = 4, /**< real, 0 to 1 */
};

/**
 * The rows that may be the same as a record, from the review threshold on, the likeliest first.
 * Nothing is changed by it.
 *
 * @param list   whose columns the record has, and that it would be added to: rows of a list
 *               without duplicates are not asked about another row of it. NULL: of no list, but
 *               with columns named as some list's; then all rows are asked
 * @param record of any description: fields are told by the names of the list's columns, as they
 *               stand or trimmed. Others are passed over; those not filled are missing
 * @param most   at most so many rows; 0 for all
 * @param cursor yours; records of "linkage_match"
 * @return BINA_OK, BINA_ERR_USAGE (the linkage has not been run to its end), BINA_ERR_NOT_FOUND
 *         (no such list, or the record has not a single column of it: the error names them),
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_match(bina_linkage *linkage, const char *list,
                                        const bina_record *record, int64_t most,
                                        bina_cursor **cursor);

/**
 * Why a record that is in no list weighs what it weighs with a row: as bina_linkage_explain.
 *
 * @param list, record as in bina_linkage_match; they are "a" of the reasons
 * @return as bina_linkage_match; BINA_ERR_NOT_FOUND also when there is no such row
 */
BINA_API bina_status bina_linkage_match_explain(bina_linkage *linkage, const char *list,
                                                const bina_record *record, const char *list_b,
                                                int64_t row_b, bina_cursor **cursor);

/**
 * Adds a row at the end of a list. Its pairs are found and weighed, and the entities it may change
 * are grouped anew, as the run would have done with these pairs.
 *
 * @param row set to its number; a number is never given twice
 * @return BINA_OK, BINA_ERR_USAGE (the linkage has not been run to its end), BINA_ERR_NOT_FOUND
 *         (no such list), BINA_ERR_FULL, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_linkage_insert(bina_linkage *linkage, const char *list,
                                         const bina_record *record, int64_t *row);

/**
 * Gives a row other values: all of them, so that what the record does not fill is missing. What was
 * said of the row by bina_linkage_add_verdict still holds.
 *
 * @return as bina_linkage_insert; BINA_ERR_NOT_FOUND also when there is no such row
 */
BINA_API bina_status bina_linkage_change(bina_linkage *linkage, const char *list, int64_t row,
                                         const bina_record *record);

/** Takes a row out: of pairs and entities it is gone. Returns as bina_linkage_change. */
BINA_API bina_status bina_linkage_remove(bina_linkage *linkage, const char *list, int64_t row);

BINA_C_END

#endif
