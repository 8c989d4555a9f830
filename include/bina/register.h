/**
 * @file bina/register.h
 * One data: from the lists of several agencies to one register everybody can answer for.
 *
 * The flow is import (each list, again whenever a newer one comes), reconcile, review, reconcile
 * again, and the statement (bina/report.h, report "statement"). Rows are kept as received
 * (BINA_SOURCE_RECORD); what they stand for is made by reconciling (BINA_ENTERPRISE, BINA_PERSON
 * and their ties) and can be made again: verdicts of people (bina/review.h) outrank scores and
 * survive re-import and re-sorting of the lists.
 */
#ifndef BINA_REGISTER_H
#define BINA_REGISTER_H

#include <bina/mapping.h>
#include <bina/linkage.h>
#include <bina/review.h>
#include <bina/store.h>
#include <bina/task.h>

BINA_C_BEGIN

/** Which list wins for which field. NULL wherever one is asked for: of most values the one with the
 * latest date, of NIK, NIB and scope what most rows say, of regions the most exact. */
typedef struct bina_survivorship bina_survivorship;

/** How to import a list. Start from BINA_IMPORT_OPTIONS_INIT; texts are copied. */
typedef struct bina_import_options {
    size_t struct_size;
    const char *list;  /**< the source register's short name; NULL: the file's name */
    const char *title; /**< what the agency calls it; NULL: unchanged */
    int64_t list_date; /**< the day the list speaks of; 0: the store's today */
    const bina_mapping
        *mapping;        /**< which column means what; NULL: guessed (and kept in the intake) */
    bool whole;          /**< all or nothing: one faulty row refuses the file */
    bool dry_run;        /**< tell what would happen, store nothing */
    bina_faults *faults; /**< where faults of cells and rows go; may be NULL */
    const char *sheet;   /**< of a workbook, the only one to read; NULL: all that hold the list */
    const char *region;  /**< the regency (or province) of rows that name none, by code; NULL: the
                              one that the office's name begins with */
    const char *agency;  /**< who keeps the list: the name of an organisation, made when there is
                              none of it; NULL: unchanged */
} bina_import_options;

#define BINA_IMPORT_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(bina_import_options), NULL, NULL, 0, NULL, false, false, NULL, NULL, NULL, NULL     \
    }

/**
 * Imports one file as the newest reading of a list, in one commit.
 *
 * Rows are matched to the last reading by what stands in them and by their key (the list's own
 * number where it has one that is more than a count of its rows, else who and where) and told apart
 * as new, changed, unchanged, missing (which is not closed) and suspicious (changed so much that it
 * may be somebody else). The same file twice changes nothing; a file sorted anew has nothing but
 * unchanged rows. Villages are looked for in the region that the office's name begins with
 * ("52.03/1"), unless a row names another regency.
 *
 * @param path a workbook or CSV, as bina_list_open reads it; "-" is standard input. What is no
 * regular file is never told to be the same file again, its rows are
 * @param options may be NULL; the mapping and the faults must live as long as the task
 * @param task yours. A transaction of the store runs from its first writing to its end. Its result
 * is the BINA_INTAKE record (of a dry run: as it would be)
 * @return BINA_ERR_IO, BINA_ERR_SYNTAX, BINA_ERR_USAGE, BINA_ERR_READ_ONLY, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_register_import(bina_store *store, const char *path,
                                          const bina_import_options *options, bina_task **task);

/** How to reconcile. Start from BINA_RECONCILE_OPTIONS_INIT. */
typedef struct bina_reconcile_options {
    size_t struct_size;
    const bina_linkage_settings *settings; /**< NULL: those made for enterprise lists */
    const bina_survivorship *survivorship; /**< NULL: the most recent list that has a value wins */
    bool dry_run;                          /**< count, store nothing */
} bina_reconcile_options;

#define BINA_RECONCILE_OPTIONS_INIT                                                                \
    {                                                                                              \
        sizeof(bina_reconcile_options), NULL, NULL, false                                          \
    }

/** The slots of the description "reconciliation": the result of a reconcile task. */
enum bina_reconciliation_field {
    BINA_RECONCILIATION_ROWS = 0,        /**< int: source records linked */
    BINA_RECONCILIATION_ENTERPRISES = 1, /**< int: registrants they stand for, groups among them */
    BINA_RECONCILIATION_NEW = 2,         /**< int: registrants that are new */
    BINA_RECONCILIATION_MERGED = 3,      /**< int: registrants merged into another */
    BINA_RECONCILIATION_SPLIT = 4,       /**< int: registrants made by taking rows apart */
    BINA_RECONCILIATION_REVIEW = 5,      /**< int: pairs left to people */
};

/**
 * Links every source record not withdrawn, and brings the registrants in line with the outcome, in
 * one commit: new ones are made, several that are one are merged (the record merged keeps its id
 * and points to its successor), values survive by policy with their provenance, and the pairs
 * people must look at are listed. Doing it twice changes nothing the second time.
 *
 * What people changed by hand in a registrant, as the log tells, is left alone. Provenance
 * (BINA_PROVENANCE) is written where rows of one registrant disagree, so that one had to win.
 *
 * @param options may be NULL; settings and survivorship must live as long as the task
 * @param task yours. A transaction of the store runs from its first step to its end. Its result
 *             follows enum bina_reconciliation_field
 * @return BINA_ERR_USAGE (options of a newer library), BINA_ERR_NO_MEMORY; the rest is told by its
 * steps
 */
BINA_API bina_status bina_register_reconcile(bina_store *store,
                                             const bina_reconcile_options *options,
                                             bina_task **task);

/**
 * The open pairs, those that teach most first, field by field: bina_review_lines of each of
 * bina_review_pairs. A pair is a run of records with the same BINA_REVIEW_PAIR.
 *
 * @param limit  at most so many pairs; less than 0: all
 * @param cursor yours
 * @return as bina_review_pairs
 */
BINA_API bina_status bina_register_review(bina_store *store, int64_t limit, bina_cursor **cursor);

/**
 * Writes down what the store's actor decided of a pair (a BINA_PAIR, open or decided before):
 * bina_review_judge in short.
 *
 * @param verdict a word of the code list "verdict"; takes effect with the next reconciling
 * @param reason  may be NULL
 */
BINA_API bina_status bina_register_decide(bina_store *store, bina_id pair, const char *verdict,
                                          const char *reason);

/** As bina_register_decide, for two source records of which no pair need exist. */
BINA_API bina_status bina_register_decide_rows(bina_store *store, bina_id first, bina_id second,
                                               const char *verdict, const char *reason);

/**
 * Merges two registrants of one kind by hand: `drop` keeps its id and content and points to `keep`,
 * whose content then survives from the rows of both. Remembered as a verdict on their rows, so that
 * reconciling does not undo it; of persons as "same owner" on rows of what they own.
 *
 * @param reason may be NULL; kept with those verdicts, or in a note (BINA_DOCUMENT) about `drop`:
 *               never in the log, from where words about people cannot be erased
 * @return BINA_ERR_NOT_FOUND, BINA_ERR_USAGE (two kinds, or one already)
 */
BINA_API bina_status bina_register_merge(bina_store *store, bina_id keep, bina_id drop,
                                         const char *reason);

/**
 * Undoes a merge: `merged` stands for itself again, and both have the content they had before, as
 * far as the lists have not changed. Remembered as verdicts that keep their rows apart.
 *
 * @return BINA_ERR_NOT_FOUND, BINA_ERR_USAGE (it is not merged)
 */
BINA_API bina_status bina_register_unmerge(bina_store *store, bina_id merged, const char *reason);

/**
 * Somebody takes over an enterprise: when its owner dies, most often. Whoever owned it until then
 * did so until the day before, and `heir` owns it from that day on; the enterprise stays the same,
 * with all that was ever given to it. Outranks what the lists say of its owners. What was said of
 * the days before stays: a co-owner who takes over the rest was a co-owner until then.
 *
 * @param enterprise or one merged into it
 * @param heir       a person, or any other party (another enterprise, too), already in the register
 *                   and not merged into another
 * @param day        days since 1970; 0: the store's today
 * @param reason     may be NULL; kept in a note (BINA_DOCUMENT) about the enterprise
 * @return BINA_ERR_NOT_FOUND, BINA_ERR_USAGE (no enterprise, no party, merged, itself, or the only
 *         owner already)
 */
BINA_API bina_status bina_register_succeed(bina_store *store, bina_id enterprise, bina_id heir,
                                           int64_t day, const char *reason);

/**
 * The registrant that stands for `id` now: itself, or at the end of its merges.
 *
 * @return as bina_store_get; BINA_ERR_CORRUPT (merges in a ring)
 */
BINA_API bina_status bina_register_resolve(bina_store *store, bina_id id, bina_id *standing);

/** The slots of the description "explanation". */
enum bina_explanation_field {
    BINA_EXPLANATION_FIRST = 0,        /**< int: the source record explained */
    BINA_EXPLANATION_SECOND = 1,       /**< int: the one it is compared with; unset: of one row */
    BINA_EXPLANATION_FIELD = 2,        /**< text: what is compared, or "prior", "nature", "scope" */
    BINA_EXPLANATION_FIRST_VALUE = 3,  /**< text: as standardised */
    BINA_EXPLANATION_SECOND_VALUE = 4, /**< text: as standardised */
    BINA_EXPLANATION_LEVEL = 5,        /**< text: "equal", "different" and so on */
    BINA_EXPLANATION_WEIGHT = 6, /**< real: what it adds; those of a pair add up to its weight */
    BINA_EXPLANATION_REASON = 7, /**< text: a sentence in English */
    BINA_EXPLANATION_ALASAN = 8, /**< text: the same in Indonesian */
};

/**
 * Why rows are held to be one, or not: how each row is classed, then, field by field, each row of a
 * registrant against its first row. Links all rows anew to know the weights, which takes as long as
 * the linking of a reconciling.
 *
 * @param first  a source record; or a pair, an enterprise or a group, and `second` 0
 * @param second a source record; 0: none
 * @param cursor yours; follows enum bina_explanation_field
 * @return BINA_ERR_NOT_FOUND; BINA_ERR_USAGE for ids of other kinds
 */
BINA_API bina_status bina_register_explain(bina_store *store, bina_id first, bina_id second,
                                           bina_cursor **cursor);

/**
 * Reads a survivorship policy (which list wins for which field) from YAML:
 *
 *     survivorship:
 *       - {field: owner_name, lists: [diskop, disperin]}   # the first of these that has a value
 *       - {field: address, rule: longest}                  # or most_recent, most_frequent
 *
 * Fields are those of BINA_SOURCE_RECORD. Where the lists named have no value, the rule chooses
 * among the others.
 *
 * @param faults every fault with file and line; may be NULL
 * @return BINA_ERR_INVALID when the policy has faults; BINA_ERR_IO; BINA_ERR_SYNTAX
 */
BINA_API bina_status bina_survivorship_read(const char *path, bina_faults *faults,
                                            bina_error *error, bina_survivorship **policy);

/** Frees; NULL is fine. */
BINA_API void bina_survivorship_free(bina_survivorship *policy);

BINA_C_END

#endif
