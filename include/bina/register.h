/**
 * @file bina/register.h
 * One data: from the lists of several agencies to one register everybody can answer for.
 *
 * The flow is import (each list, again whenever a newer one comes), reconcile, review, reconcile
 * again, and the statement (bina/report.h, report "statement"). Rows are kept as received
 * (BINA_SOURCE_RECORD); what they stand for is made by reconciling (BINA_ENTERPRISE, BINA_PERSON
 * and their ties) and can be made again: verdicts of people (BINA_PAIR) outrank scores and survive
 * re-import and re-sorting of the lists.
 */
#ifndef BINA_REGISTER_H
#define BINA_REGISTER_H

#include <bina/exchange.h>
#include <bina/linkage.h>
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
} bina_import_options;

#define BINA_IMPORT_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(bina_import_options), NULL, NULL, 0, NULL, false, false, NULL                       \
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
 * @param path CSV; "-" is standard input
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
 */
BINA_API bina_status bina_register_reconcile(bina_store *store,
                                             const bina_reconcile_options *options,
                                             bina_task **task);

BINA_C_END

#endif
