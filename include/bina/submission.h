/**
 * @file bina/submission.h
 * A province and its regencies: who owes what for which period, what came, what went back.
 *
 * A regency sends the rows of its register, which are imported as a list like any other, or only
 * counts, which enter as figures it declared (BINA_FIGURE) and are never added to what is counted
 * from rows. A submission (BINA_SUBMISSION) is due, received, returned with faults or accepted; its
 * states change through the calls below and nowhere else, each in one commit, and a change that is
 * refused names every condition that failed. Reports "submissions", "completeness" and "province".
 *
 * A period is a year "2026", a half "2026-H1" (or S1, semester), a quarter "2026-Q3" (or TW3,
 * triwulan) or a month "2026-11".
 */
#ifndef BINA_SUBMISSION_H
#define BINA_SUBMISSION_H

#include <bina/mapping.h>
#include <bina/store.h>
#include <bina/task.h>

BINA_C_BEGIN

/**
 * Notes that regencies owe a submission. Those that do already keep their state; their day is set
 * anew unless they are accepted.
 *
 * @param region a regency or city, or a province: all of its regencies and cities of today
 * @param due    the day (days since 1970); 0: none
 * @param added  how many are new; may be NULL
 * @return BINA_ERR_INVALID (no such region or period), BINA_ERR_READ_ONLY
 */
BINA_API bina_status bina_submission_due(bina_store *store, const char *region, const char *period,
                                         int64_t due, int64_t *added);

/** How to receive. Start from BINA_SUBMISSION_OPTIONS_INIT; texts are copied. */
typedef struct bina_submission_options {
    size_t struct_size;          /**< sizeof(bina_submission_options) */
    const char *nature;          /**< "rows" or "counts"; NULL: as the headers tell */
    const char *list;            /**< the list its rows go to; NULL: the regency's code */
    const char *letter;          /**< number of the letter it came with; may be NULL */
    const char *sent_by;         /**< officer who sent it; may be NULL */
    int64_t received;            /**< the day; 0: the store's today */
    const bina_mapping *mapping; /**< of rows: which column means what; NULL: guessed */
    bool whole;          /**< a file with errors is returned at once, and nothing of it stored */
    bina_faults *faults; /**< what is wrong, to be sent back; may be NULL */
    bool anywhere;       /**< take rows though hardly one of them lies in the regency */
} bina_submission_options;

/** Every option as usual. */
#define BINA_SUBMISSION_OPTIONS_INIT                                                               \
    {                                                                                              \
        sizeof(bina_submission_options), NULL, NULL, NULL, NULL, 0, NULL, false, NULL, false       \
    }

/**
 * Receives a regency's file. It need not have been due. Until it is accepted it may be sent again,
 * and the later file counts; the earlier ones stay in the history. The same file twice changes
 * nothing, unless it was returned.
 *
 * Counts are a table with the columns count (jumlah) and, as far as they differ, unit (satuan),
 * scope (cakupan), class (golongan) and region (wilayah: a district of the regency). "Kurang lebih
 * 60", "sedikitnya 20" and "50-60" are kept as such.
 *
 * @param task yours; its result is the BINA_SUBMISSION. What the options point to must live as long
 *             as the task
 * @return BINA_ERR_INVALID (no such regency or period; accepted already), BINA_ERR_READ_ONLY; the
 *         task: as bina_register_import, and BINA_ERR_INVALID (rule submission.elsewhere) for rows
 * of which fewer than one in ten that name a place lie in the regency
 */
BINA_API bina_status bina_submission_receive(bina_store *store, const char *region,
                                             const char *period, const char *path,
                                             const bina_submission_options *options,
                                             bina_task **task);

/**
 * Returns what was received, or even accepted, to be sent again.
 *
 * @param reason required
 * @param letter may be NULL
 * @return BINA_ERR_NOT_FOUND; BINA_ERR_INVALID, naming every condition that failed: received or
 *         accepted, with a reason
 */
BINA_API bina_status bina_submission_return(bina_store *store, const char *region,
                                            const char *period, const char *reason,
                                            const char *letter);

/**
 * Accepts what was received.
 *
 * @param reason needed when there are errors left; may be NULL
 * @return BINA_ERR_NOT_FOUND; BINA_ERR_INVALID, naming every condition that failed: received, not
 *         empty, the period over, no rows of other regencies, no errors or a reason
 */
BINA_API bina_status bina_submission_accept(bina_store *store, const char *region,
                                            const char *period, const char *reason);

BINA_C_END

#endif
