/**
 * @file bina/confirm.h
 * Asking agencies that will not run Bina: a workbook goes out with the enterprises an agency is
 * said to hold, and comes back with an answer to each.
 *
 * Every row carries a code with a check character that says which register asked what, so a file
 * that comes back is known whatever it is called, however it was sorted, and whatever was added to
 * it. An answer is written down (BINA_CONFIRMATION) and changes nothing else: that an enterprise is
 * closed, moved or a twin is a proposal, which stands in the report "answers" until somebody
 * applies it or decides against it (bina_confirm_apply, bina_confirm_dismiss), or the register
 * agrees with it otherwise. Silence is a state, too: asked, due, and no answer (report "rounds").
 */
#ifndef BINA_CONFIRM_H
#define BINA_CONFIRM_H

#include <bina/faults.h>
#include <bina/store.h>

BINA_C_BEGIN

/** What to ask. Start from BINA_CONFIRM_SEND_OPTIONS_INIT. */
typedef struct bina_confirm_send_options {
    size_t struct_size;     /**< sizeof(bina_confirm_send_options) */
    bina_language language; /**< of the workbook */
    const char *letter;     /**< number of the letter it goes with; may be NULL */
    int64_t asked;          /**< the day; 0: the store's today */
    int64_t due;            /**< the day an answer is asked for by; 0: 14 days after asking */
    const char *region;     /**< only enterprises under this region, by code; NULL: all */
    const char *list; /**< only what this one of the agency's lists holds; NULL: all of them */
    bool everybody;   /**< also enterprises that stand on none of the agency's lists; owners that
                           its own rows do not name are only hinted at, of all enterprises */
} bina_confirm_send_options;

/** Every option as usual. */
#define BINA_CONFIRM_SEND_OPTIONS_INIT                                                             \
    {                                                                                              \
        sizeof(bina_confirm_send_options), BINA_INDONESIAN, NULL, 0, 0, NULL, NULL, false          \
    }

/** The slots of the description "confirmation_round": what was sent, or received. */
enum bina_confirm_round_field {
    BINA_CONFIRM_ROUND = 0,       /**< int: its number in this register */
    BINA_CONFIRM_AGENCY = 1,      /**< text */
    BINA_CONFIRM_LETTER = 2,      /**< text: of asking */
    BINA_CONFIRM_ASKED = 3,       /**< date */
    BINA_CONFIRM_DUE = 4,         /**< date */
    BINA_CONFIRM_ENTERPRISES = 5, /**< int: sent: asked about; received: rows that were read */
    BINA_CONFIRM_NEW = 6,         /**< int: sent: asked about for the first time in this round;
                                       received: answered for the first time */
    BINA_CONFIRM_CHANGED = 7,     /**< int: received: answered otherwise than before */
    BINA_CONFIRM_UNCHANGED = 8,   /**< int: received: answered as before */
    BINA_CONFIRM_SILENT = 9,      /**< int: received: rows without an answer */
    BINA_CONFIRM_REFUSED = 10, /**< int: received: rows that could not be taken; see the faults */
};

/**
 * Writes down that an agency is asked (BINA_CONFIRMATION, one for each enterprise that stands for
 * itself and is not closed), and the workbook to send it: instructions, and a sheet with a row for
 * each enterprise, answers to be chosen from drop-downs, all else locked.
 *
 * The same agency, day and letter are the same round: sent again, the same workbook is written,
 * with what has been answered meanwhile and enterprises that have come since.
 *
 * @param agency the name or short name of an organisation, or the name of a list: whoever keeps it,
 *               and where nobody is known to, an agency of that name from now on
 * @param path   where to write the workbook; nothing is written down when that fails
 * @param round  follows enum bina_confirm_round_field; yours
 * @return BINA_ERR_NOT_FOUND (no such agency or list, or nothing to ask); BINA_ERR_USAGE;
 *         BINA_ERR_UNSUPPORTED (no libxlsxwriter); BINA_ERR_IO; BINA_ERR_FULL; BINA_ERR_READ_ONLY
 */
BINA_API bina_status bina_confirm_send(bina_store *store, const char *agency,
                                       const bina_confirm_send_options *options, const char *path,
                                       bina_record **round);

/** How to receive. Start from BINA_CONFIRM_RECEIVE_OPTIONS_INIT. */
typedef struct bina_confirm_receive_options {
    size_t struct_size;      /**< sizeof(bina_confirm_receive_options) */
    const char *answered_by; /**< the officer who answered; may be NULL */
    const char *letter;      /**< number of the letter it came with; may be NULL */
    int64_t answered;        /**< the day; 0: the store's today */
    bool dry_run;            /**< tell what would happen, store nothing */
    bina_faults *faults;     /**< what could not be read, by sheet, line and column; may be NULL */
} bina_confirm_receive_options;

/** Every option as usual. */
#define BINA_CONFIRM_RECEIVE_OPTIONS_INIT                                                          \
    {                                                                                              \
        sizeof(bina_confirm_receive_options), NULL, NULL, 0, false, NULL                           \
    }

/**
 * Reads a workbook that came back, and writes the answers down in one commit.
 *
 * Rows may be sorted, filtered, deleted or copied into another workbook, columns added, moved or
 * called by other words for the same; an empty answer says nothing and takes nothing back. Received
 * twice, nothing changes the second time; a later answer takes the place of an earlier one, which
 * history keeps. An older file received again takes no newer answer's place: a row is warned of and
 * left when `answered` is before the day of what is there, and, without such a day, when it says
 * what was said before that. What cannot be read is a fault and the row goes without it: a code
 * that is misspelt, not of this register, given out to another agency than the file's first, or
 * does not go with the enterprise's number beside it (a sheet of which some columns only were
 * sorted); an answer that is none of those offered.
 *
 * @param receipt follows enum bina_confirm_round_field; the round with most of the rows; yours
 * @return BINA_OK also with faults; BINA_ERR_SYNTAX when no sheet has rows that were asked;
 *         BINA_ERR_IO; BINA_ERR_UNSUPPORTED; BINA_ERR_READ_ONLY
 */
BINA_API bina_status bina_confirm_receive(bina_store *store, const char *path,
                                          const bina_confirm_receive_options *options,
                                          bina_record **receipt);

/**
 * Does what an answer proposes, as a change made by whoever acts, with the answer as its reason: an
 * enterprise that is closed is closed from the day answered; one that moved to a village or regency
 * that can be told is put there; a twin is merged into the one it is a twin of
 * (bina_register_merge). Where the register agrees already nothing changes.
 *
 * @param confirmation a BINA_CONFIRMATION with an answer
 * @param reason       may be NULL
 * @return BINA_OK; BINA_DONE when there was nothing to do; BINA_ERR_NOT_FOUND; BINA_ERR_USAGE (no
 *         answer); BINA_ERR_INVALID (the place it moved to, or the twin, cannot be told)
 */
BINA_API bina_status bina_confirm_apply(bina_store *store, bina_id confirmation,
                                        const char *reason);

/**
 * Decides against what an answer proposes: nothing is done, and the report "answers" lets it rest.
 * A later, other answer of the agency opens it again.
 *
 * @return as bina_confirm_apply
 */
BINA_API bina_status bina_confirm_dismiss(bina_store *store, bina_id confirmation,
                                          const char *reason);

BINA_C_END

#endif
