/**
 * @file bina/programme.h
 * Programmes and training beyond records and steps: proposing who takes part in the next batch, and
 * telling whether a certificate is genuine.
 */
#ifndef BINA_PROGRAMME_H
#define BINA_PROGRAMME_H

#include <bina/store.h>

BINA_C_BEGIN

/** How participants are proposed. Start from BINA_PROPOSE_OPTIONS_INIT. */
typedef struct bina_propose_options {
    size_t struct_size;
    int64_t seats; /**< how many to propose; 0: as many as the batch has free seats */
} bina_propose_options;

#define BINA_PROPOSE_OPTIONS_INIT                                                                  \
    {                                                                                              \
        sizeof(bina_propose_options), 0                                                            \
    }

/**
 * Proposes participants for a batch and keeps them as its nominations, in place of those proposed
 * for it before. The same register gives the same proposal.
 *
 * Looked at are those who applied to the batch, who wait for a seat in another one of its topic or
 * applied to one that ended without them, who stated an interest in the topic, and who work in its
 * KBLI class or make its commodity, with their owners and members. Left out are those outside the
 * batch's region, whom the programme does not help, who were merged, died or closed, who take part
 * in this batch or in another of its topic or completed one, and whom the policy "eligibility"
 * refuses.
 *
 * Points of a hundred: 40 for an application or a place on a waitlist, 6 for each grade of
 * interest, 10 for working in the trade, 2 for each grade of the potential of the place, 10 for who
 * never was in a batch. Equal points go by the day of the application or interest, then by id.
 *
 * @param options may be NULL
 * @param cursor  the nominations (records of BINA_NOMINATION) by rank; NULL: not wanted
 * @return BINA_ERR_NOT_FOUND (no such batch), BINA_ERR_USAGE (not a batch, or one that has ended)
 */
BINA_API bina_status bina_batch_propose(bina_store *store, bina_id batch,
                                        const bina_propose_options *options, bina_cursor **cursor);

/** What is known of a certificate. */
typedef enum bina_certificate_standing {
    BINA_CERTIFICATE_UNKNOWN = 0, /**< no certificate has this code */
    BINA_CERTIFICATE_GENUINE = 1,
    BINA_CERTIFICATE_REVOKED = 2,
    BINA_CERTIFICATE_EXPIRED = 3, /**< genuine, but its last day has passed */
} bina_certificate_standing;

/**
 * Looks a certificate up by the code printed on it.
 *
 * The code of 12 letters and digits is drawn by lot (60 bits) when a certificate is issued without
 * one, so that nobody can guess one that holds. Lower case, blanks and hyphens anywhere, O for 0
 * and I or L for 1 are forgiven. Codes that an office gave itself are found as they were written.
 *
 * @param standing    what it is today
 * @param certificate yours to free; NULL when it is unknown; may be NULL
 * @return BINA_OK also when it is unknown; else as bina_store_list
 */
BINA_API bina_status bina_certificate_find(bina_store *store, const char *code,
                                           bina_certificate_standing *standing,
                                           bina_record **certificate);

BINA_C_END

#endif
