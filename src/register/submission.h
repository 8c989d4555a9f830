/* Submissions of regencies: what their files share. */
#ifndef BINA_SRC_REGISTER_SUBMISSION_H
#define BINA_SRC_REGISTER_SUBMISSION_H

#include <bina/submission.h>
#include "base/error.h"
#include "register/period.h"

/** By which submissions change, as the log tells. */
#define BINA_RULE_SUBMISSION "register.submission"

/** Room for a region's code. */
#define BINA_REGENCY_CODE 16

/** Says why a submission may not change so: all of its failed conditions, in both languages. */
typedef struct bina_conditions {
    char failed[2][400];
    int count;
} bina_conditions;

void bina_conditions_fail(bina_conditions *conditions, const char *english, const char *indonesian);

/** BINA_OK, or BINA_ERR_INVALID with the conditions as the store's complaint. */
bina_status bina_conditions_check(const bina_conditions *conditions, bina_store *store);

/** Reads a regency's code (normal form into `code`) and a period; complains to the store. */
bina_status bina_submission_name(bina_store *store, const char *region, const char *period,
                                 char code[BINA_REGENCY_CODE], bina_period *read);

/** The submission of a regency and period, yours; NULL when there is none. */
bina_status bina_submission_find(bina_store *store, const char *code, const char *period,
                                 bina_record **submission);

/**
 * Reads a file of counts into figures of a submission, within the caller's transaction.
 *
 * @param faults not NULL
 * @param kept   how many figures were stored
 */
bina_status bina_counts_read(bina_store *store, const char *path, const bina_record *submission,
                             const bina_period *period, bina_faults *faults, int64_t *kept,
                             bina_error *error);

/** Rows of a reading, by where they lie; those that name no place are left out. */
typedef struct bina_submission_places {
    int64_t within;    /* the regency */
    int64_t elsewhere; /* in another, by code */
    int64_t unknown;   /* that name a place nobody knows */
} bina_submission_places;

bina_status bina_submission_count_places(bina_store *store, const char *code, bina_id intake,
                                         bina_submission_places *places);

/** Complains to the store when hardly a row of a reading lies in the regency. */
bina_status bina_submission_check_places(bina_store *store, const char *code, bina_id intake);

/** Whether a file's header is that of counts. */
bina_status bina_counts_is(const char *path, bool *counts, bina_error *error);

#endif
