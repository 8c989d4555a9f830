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
    int64_t true_on;        /**< the day spoken of (days since 1970); 0: the store's today. No
                                 report of this version can speak of another day than today */
    int64_t known_at;       /**< as known after this commit; less than 0: now */
    bina_language language; /**< of texts in the rows */
} bina_report_options;

#define BINA_REPORT_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(bina_report_options), NULL, NULL, 0, -1, BINA_ENGLISH                               \
    }

/**
 * Runs a report.
 *
 * @param options may be NULL
 * @param cursor  yours; follows bina_report_columns
 * @return BINA_ERR_NOT_FOUND (no such report; the error names those there are), BINA_ERR_INVALID
 *         (no such region), BINA_ERR_UNSUPPORTED (a day other than today: known_at is how to see
 *         the register as it was)
 */
BINA_API bina_status bina_report_run(bina_store *store, const char *name,
                                     const bina_report_options *options, bina_cursor **cursor);

BINA_C_END

#endif
