/**
 * @file bina/feedback.h
 * What an agency should mend in its own list, as a workbook to send it.
 */
#ifndef BINA_FEEDBACK_H
#define BINA_FEEDBACK_H

#include <bina/store.h>

BINA_C_BEGIN

/** How to write it. Start from BINA_FEEDBACK_OPTIONS_INIT. */
typedef struct bina_feedback_options {
    size_t struct_size;     /**< sizeof(bina_feedback_options) */
    bina_language language; /**< of the workbook */
    const char *list;       /**< only this one of the agency's lists; NULL: all of them */
} bina_feedback_options;

/** Every option as usual. */
#define BINA_FEEDBACK_OPTIONS_INIT                                                                 \
    {                                                                                              \
        sizeof(bina_feedback_options), BINA_INDONESIAN, NULL                                       \
    }

/**
 * Writes a workbook with a summary and, for each list an agency keeps, a sheet with a row for each
 * thing to mend, by its place in the agency's own file: cells that could not be read or break a
 * rule (found again in the rows as received), cells that are empty in columns the list has, places
 * that cannot be told or are called otherwise now, rows that are twins within the list, rows that
 * other agencies' lists contradict, and enterprises that are closed or gone.
 *
 * Of other agencies' lists it tells the village and the year they have, and that a NIK differs, but
 * not which NIK they have, and nothing else of a person.
 *
 * @param agency as for bina_confirm_send; nothing is made or changed
 * @param path   of the workbook
 * @param count  how many things to mend; may be NULL
 * @return BINA_ERR_NOT_FOUND (no such agency, or it keeps no list); BINA_ERR_UNSUPPORTED (no
 *         libxlsxwriter); BINA_ERR_IO; BINA_ERR_FULL; BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_feedback_write(bina_store *store, const char *agency,
                                         const bina_feedback_options *options, const char *path,
                                         int64_t *count);

BINA_C_END

#endif
