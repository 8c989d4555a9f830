/**
 * @file bina/look.h
 * A first look at lists: no register, no mapping, no network; one page that says what was found.
 *
 * The lists go through the very flow of a register (bina_register_import, bina_register_reconcile,
 * the reports) in a store in memory, so that the page tells what a first reconciliation would give.
 */
#ifndef BINA_LOOK_H
#define BINA_LOOK_H

#include <bina/faults.h>
#include <bina/task.h>

BINA_C_BEGIN

/** How to look. Start from BINA_LOOK_OPTIONS_INIT; texts are copied. */
typedef struct bina_look_options {
    size_t struct_size;
    bina_language language; /**< of the page */
    const char *out;        /**< where the page is written, whole or not at all; "-" is standard
                                 output. NULL: it is given in the result, BINA_LOOK_PAGE */
    const char *region;     /**< Kemendagri code of the regency of rows that name none, such as
                                 "52.03"; NULL: guessed from the rows */
    bina_faults *faults;    /**< where faults of cells and rows go; must live as long as the task;
                                 the page names those it keeps. NULL: a list of its own */
    int examples;           /**< how many pairs are shown of every two lists, and how many doubtful
                                 ones; 0: 5, or of more than 4 lists fewer of every two */
    int places;             /**< how many faults of a rule are shown with their place; 0: 8, at
                                 most 64 */
    int64_t clock;          /**< a fixed time in milliseconds since 1970 UTC; 0: the system's */
} bina_look_options;

#define BINA_LOOK_OPTIONS_INIT                                                                     \
    {                                                                                              \
        sizeof(bina_look_options), BINA_ENGLISH, NULL, NULL, NULL, 0, 0, 0                         \
    }

/** The slots of the description "look": the result of the task. */
enum bina_look_field {
    BINA_LOOK_LISTS = 0,       /**< int: lists read */
    BINA_LOOK_ROWS = 1,        /**< int: rows kept, of all lists */
    BINA_LOOK_REFUSED = 2,     /**< int: rows that were refused */
    BINA_LOOK_ENTERPRISES = 3, /**< int: enterprises they stand for, by the links of the machine */
    BINA_LOOK_AT_LEAST = 4,    /**< int: see report "count" */
    BINA_LOOK_AT_MOST = 5,     /**< int */
    BINA_LOOK_GROUPS = 6,      /**< int: groups; they are not enterprises and do not add to them */
    BINA_LOOK_TWINS = 7,       /**< int: rows that say again what stands on the same list */
    BINA_LOOK_ON_ALL = 8,      /**< int: registrants that stand on every list */
    BINA_LOOK_REVIEW = 9,      /**< int: pairs people must decide */
    BINA_LOOK_FAULTS = 10,     /**< int: faults in cells and rows */
    BINA_LOOK_NO_VILLAGE = 11, /**< int: registrants whose village is not known */
    BINA_LOOK_REGION = 12,     /**< text: the region of rows that name none; unset: none */
    BINA_LOOK_PAGE = 13,       /**< text: the page as HTML; unset when it was written to a file */
};

/**
 * Looks at one list or several: what each column was understood as, faults by cell, twins within
 * and between the lists with the reasons, the overlap, counts by district, and what to do next.
 *
 * The page is one HTML file that needs nothing else. NIK, NIB and telephones are masked in it, of
 * births only the year is told; names are not: it is the office's own.
 *
 * @param paths CSV files or workbooks; each is a list called after its file
 * @param task  yours; its result follows enum bina_look_field
 * @param error may be NULL
 * @return BINA_ERR_USAGE (no path, or one twice), BINA_ERR_INVALID (no such region),
 *         BINA_ERR_NO_MEMORY; what is wrong with a file comes from the steps of the task
 */
BINA_API bina_status bina_look(const char *const *paths, size_t count,
                               const bina_look_options *options, bina_error *error,
                               bina_task **task);

BINA_C_END

#endif
