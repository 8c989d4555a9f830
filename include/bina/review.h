/**
 * @file bina/review.h
 * People decide what scores cannot: the doubtful pairs, those that teach most first, both rows side
 * by side, and what everybody said of them.
 *
 * What one person says of a pair is a judgement (BINA_JUDGEMENT), kept as it was said. What the
 * judgements come to is the pair's verdict, by one rule: the verdict most people gave; where as
 * many say otherwise the pair is disputed and stays open until one more judges. "Cannot tell" is no
 * voice. A judgement given to settle outranks those that were not; of several the latest counts.
 *
 *     bina_review_pairs(store, NULL, &pairs);
 *     while (bina_cursor_next(pairs, &pair) == BINA_OK) {
 *         bina_review_lines(store, bina_record_int(pair, BINA_REVIEW_PAIR_ID), false, &lines);
 *         ...
 *         judging.verdict = "same";
 *         bina_review_judge(store, bina_record_int(pair, BINA_REVIEW_PAIR_ID), &judging, NULL);
 *     }
 */
#ifndef BINA_REVIEW_H
#define BINA_REVIEW_H

#include <bina/faults.h>
#include <bina/store.h>

BINA_C_BEGIN

/** Which pairs to review. Start from BINA_REVIEW_OPTIONS_INIT. */
typedef struct bina_review_options {
    size_t struct_size;
    const char *reviewer; /**< who judges: what they judged already is left out; NULL: the actor */
    const char *region;   /**< only pairs with a row at or under this code; NULL: all */
    int64_t limit;        /**< at most so many; less than 0: all */
    bool second;          /**< those that others decided, to be judged a second time */
    bool disputed;        /**< only those that people disagree on */
    bool sample; /**< in the order of a lot, which is always the same: those asked first are a
                    random sample, from which report "count" tells the most likely count */
    const char *purpose; /**< what for, when NIK and phones are to be shown whole: it is written
                              into the log. NULL: a workbook masks them */
} bina_review_options;

#define BINA_REVIEW_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(bina_review_options), NULL, NULL, -1, false, false, false, NULL                     \
    }

/** The slots of the description "review_pair". */
enum bina_review_pair_field {
    BINA_REVIEW_PAIR_ID = 0,          /**< int: the BINA_PAIR */
    BINA_REVIEW_PAIR_FIRST = 1,       /**< int: its rows, BINA_SOURCE_RECORD */
    BINA_REVIEW_PAIR_SECOND = 2,      /**< int */
    BINA_REVIEW_PAIR_WEIGHT = 3,      /**< real: log2 of the odds that they are one */
    BINA_REVIEW_PAIR_PROBABILITY = 4, /**< real */
    BINA_REVIEW_PAIR_STATE = 5,       /**< code of review_state */
    BINA_REVIEW_PAIR_GAIN = 6,        /**< real: chance that the answer changes the register */
    BINA_REVIEW_PAIR_JUDGEMENTS = 7,  /**< int: how many people judged it already */
};

/**
 * The pairs to be reviewed, in the order to ask: disputed ones; then by the chance that the answer
 * changes what the register says now, which pairs that touch the same registrant share; then those
 * nobody could tell; last those whose answer follows from pairs before, should these be one. With
 * `sample` by lot alone.
 *
 * @param options may be NULL
 * @param cursor  yours
 * @return BINA_ERR_READ_ONLY when a purpose cannot be written down
 */
BINA_API bina_status bina_review_pairs(bina_store *store, const bina_review_options *options,
                                       bina_cursor **cursor);

/** The slots of the description "review". */
enum bina_review_field {
    BINA_REVIEW_PAIR = 0,         /**< ref: the BINA_PAIR */
    BINA_REVIEW_WEIGHT = 1,       /**< real: log2 of the odds */
    BINA_REVIEW_PROBABILITY = 2,  /**< real */
    BINA_REVIEW_FIELD = 3,        /**< text: a field of the rows, such as "owner_name" */
    BINA_REVIEW_FIRST = 4,        /**< text: its value in the first row */
    BINA_REVIEW_SECOND = 5,       /**< text: its value in the second row */
    BINA_REVIEW_SAME = 6,         /**< bool: whether they are equal, but for upper and lower case */
    BINA_REVIEW_FIRST_MARKS = 7,  /**< text: for each character (code point) of the first value "*"
                                       where it differs from the second and "." where not; unset
                                       when either has no value */
    BINA_REVIEW_SECOND_MARKS = 8, /**< text: the same of the second value */
    BINA_REVIEW_ADDS = 9,         /**< real: what the field adds to the weight; unset when it was
                                       not compared */
    BINA_REVIEW_REASON = 10,      /**< text: the same in words, in English: "same NIK: very strong
                                       evidence for"; unset when it was not compared */
    BINA_REVIEW_ALASAN = 11,      /**< text: the same in Indonesian */
};

/**
 * A pair field by field, as far as either row has a value.
 *
 * @param mask   show only the last three digits of NIK and phones
 * @param cursor yours
 * @return BINA_ERR_NOT_FOUND
 */
BINA_API bina_status bina_review_lines(bina_store *store, bina_id pair, bool mask,
                                       bina_cursor **cursor);

/** What one person says of a pair. Start from BINA_JUDGING_INIT. */
typedef struct bina_judging {
    size_t struct_size;
    const char *verdict;  /**< a word of the code list "verdict" */
    const char *reason;   /**< may be NULL */
    const char *reviewer; /**< who says so; NULL: the actor */
    bool settles;         /**< given to settle the pair, whatever others said */
    bina_id subject;      /**< of member_of and successor_of: which of the two rows is the member or
                               the successor; 0: not said */
} bina_judging;

#define BINA_JUDGING_INIT                                                                          \
    {                                                                                              \
        sizeof(bina_judging), NULL, NULL, NULL, false, 0                                           \
    }

/**
 * Writes down what a person says of a pair, in one commit, and what all judgements come to. Takes
 * the place of what the same person said before; the same again changes nothing. Takes effect with
 * the next reconciling.
 *
 * @param number of the commit, for bina_store_undo to take it back; 0 when nothing changed; may be
 *               NULL
 * @return BINA_ERR_INVALID (no such verdict; a subject that is none of the rows),
 * BINA_ERR_NOT_FOUND
 */
BINA_API bina_status bina_review_judge(bina_store *store, bina_id pair, const bina_judging *judging,
                                       int64_t *number);

/** As bina_review_judge, for two source records of which no pair need exist. */
BINA_API bina_status bina_review_judge_rows(bina_store *store, bina_id first, bina_id second,
                                            const bina_judging *judging, int64_t *number);

/** The slots of the description "disagreement". */
enum bina_disagreement_field {
    BINA_DISAGREEMENT_PAIR = 0,     /**< int: the BINA_PAIR; all that was said of it together */
    BINA_DISAGREEMENT_FIRST = 1,    /**< int: its rows */
    BINA_DISAGREEMENT_SECOND = 2,   /**< int */
    BINA_DISAGREEMENT_OUTCOME = 3,  /**< code of verdict: what it came to; unset: disputed */
    BINA_DISAGREEMENT_REVIEWER = 4, /**< text */
    BINA_DISAGREEMENT_VERDICT = 5,  /**< code of verdict: what this reviewer said */
    BINA_DISAGREEMENT_DECIDED = 6,  /**< time */
    BINA_DISAGREEMENT_SETTLES = 7,  /**< bool */
    BINA_DISAGREEMENT_REASON = 8,   /**< text */
    BINA_DISAGREEMENT_SUBJECT = 9,  /**< int: the row that is the member or the successor */
};

/**
 * Who said what of the pairs on which people did not say the same, disputed ones first.
 *
 * @return as bina_store_list
 */
BINA_API bina_status bina_review_disagreements(bina_store *store, bina_cursor **cursor);

/**
 * Writes pairs as a workbook that goes out to those who know: two rows a pair, one under the other,
 * with what speaks for (above) and against (below), a drop-down of verdicts, reason and reviewer to
 * be filled in, all else locked; and a sheet that says how.
 *
 * @param options  which pairs; may be NULL
 * @param language of headers, labels and sentences
 * @param pairs    how many; may be NULL
 * @return as bina_workbook_open and bina_workbook_add
 */
BINA_API bina_status bina_review_export(bina_store *store, const char *path,
                                        const bina_review_options *options, bina_language language,
                                        int64_t *pairs);

/** The slots of the description "review_import". */
enum bina_review_import_field {
    BINA_REVIEW_IMPORT_PAIRS = 0,      /**< int: pairs in the workbook */
    BINA_REVIEW_IMPORT_JUDGED = 1,     /**< int: judgements that are new, or changed */
    BINA_REVIEW_IMPORT_UNCHANGED = 2,  /**< int: that were known */
    BINA_REVIEW_IMPORT_UNANSWERED = 3, /**< int: pairs without a verdict */
    BINA_REVIEW_IMPORT_REFUSED = 4,    /**< int: answers not taken; see the faults */
};

/**
 * Reads such a workbook back (or its sheet as CSV), in one commit, as far as it is filled in. Rows
 * may come in any order. A verdict is that of the row's reviewer; "member of" and "successor of"
 * are said of the row they stand in. The same again changes nothing; who settled a pair still does.
 * Somebody who says two things of one pair is not taken at either. All that one person says of a
 * pair is one answer: judged, unchanged or refused.
 *
 * @param reviewer of rows that name none; NULL: the actor
 * @param faults   what could not be taken, with sheet, line and column; may be NULL
 * @param outcome  yours
 * @return BINA_ERR_SYNTAX (no workbook of pairs), BINA_ERR_READ_ONLY, or as bina_list_open
 */
BINA_API bina_status bina_review_import(bina_store *store, const char *path, const char *reviewer,
                                        bina_faults *faults, bina_record **outcome);

BINA_C_END

#endif
