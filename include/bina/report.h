/**
 * @file bina/report.h
 * The named reports: each is a cursor whose columns it documents.
 */
#ifndef BINA_REPORT_H
#define BINA_REPORT_H

#include <bina/store.h>

BINA_C_BEGIN

/** The name of the n-th report (n from 0); NULL past the end. */
BINA_API const char *bina_report_at(int n);

/** What a report tells, in a sentence; NULL when there is none of this name. */
BINA_API const char *bina_report_doc(const char *name, bina_language language);

/** The columns of a report. Yours to release with bina_description_free; NULL if no such report. */
BINA_API const bina_description *bina_report_columns(const char *name);

/** What a report is about. Start from BINA_REPORT_OPTIONS_INIT; texts are copied. */
typedef struct bina_report_options {
    size_t struct_size;
    const char *region;     /**< only what lies under this Kemendagri code; NULL: everything */
    const char *scope;      /**< a word of the code list "scope"; NULL: as the report says */
    int64_t true_on;        /**< the day spoken of (days since 1970), at the latest today; 0: the
                                 day of the commit known at, or today */
    int64_t known_at;       /**< as known after this commit; less than 0: now */
    bina_language language; /**< of texts in the rows */
    int64_t from;           /**< for what came between two days, the earlier one; 0: as the report
                                 says */
    bina_id programme;      /**< only what belongs to this programme; 0: all */
    bina_id fund;           /**< only what is paid from this fund; 0: all */
    const char *system;     /**< size classes by this word of the code list "size_system"; NULL: the
                                 one of the law in force on the day */
    bool public_figures;    /**< leave out small numbers, so that they cannot be worked out from the
                                 others either, nor from those of another level: a district is
                                 refused, as is a report that has no such form */
} bina_report_options;

/** Whether a report can speak of any day; others speak of today only. */
BINA_API bool bina_report_as_of(const char *name);

#define BINA_REPORT_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(bina_report_options), NULL, NULL, 0, -1, BINA_ENGLISH, 0, 0, 0, NULL, false         \
    }

/**
 * Runs a report.
 *
 * @param options may be NULL
 * @param cursor  yours; follows bina_report_columns
 * A report as of a past day tells what was true then as it is known now; with known_at as it was
 * known after that commit, so that what was printed once can be printed again to the letter.
 *
 * @return BINA_ERR_NOT_FOUND (no such report; the error names those there are), BINA_ERR_INVALID
 *         (no such region, a day still to come), BINA_ERR_UNSUPPORTED
 *         (a day other than today of a report that rests on none, or public figures of one that
 *         cannot keep small numbers back)
 */
BINA_API bina_status bina_report_run(bina_store *store, const char *name,
                                     const bina_report_options *options, bina_cursor **cursor);

BINA_C_END

#endif
