/**
 * @file bina/match.h
 * "This one is already here": the registrants that an enterprise being typed may be, while the
 * clerk types.
 *
 * A matcher stands beside a store. Opening it links all rows of the lists once, as reconciling
 * does, together with the enterprises that were entered by hand; after that a match takes
 * milliseconds. It follows what is written to the store since, by whomever; the model stays that of
 * its opening, so open a new one now and then (after a reconciling, say).
 *
 *     bina_matcher_open(store, &matcher);
 *     ... whenever the form changes:
 *     bina_matcher_match(matcher, typed, 5, &twins);
 */
#ifndef BINA_MATCH_H
#define BINA_MATCH_H

#include <bina/store.h>

BINA_C_BEGIN

typedef struct bina_matcher bina_matcher;

/**
 * Opens a matcher, which links all rows.
 *
 * @param matcher yours; it keeps the store, which may be closed before it
 * @return BINA_ERR_NO_MEMORY, BINA_ERR_BUSY, BINA_ERR_IO, told by bina_store_error
 */
BINA_API bina_status bina_matcher_open(bina_store *store, bina_matcher **matcher);

/** Closes it; NULL is fine. */
BINA_API void bina_matcher_close(bina_matcher *matcher);

/** What went wrong last. Borrowed from the matcher; the same as bina_store_error. */
BINA_API const bina_error *bina_matcher_error(const bina_matcher *matcher);

/** The slots of the description "match". */
enum bina_match_field {
    BINA_MATCH_ID = 0,          /**< int: the registrant; of a row that no reconciling has seen yet,
                                     its source record */
    BINA_MATCH_NUMBER = 1,      /**< text: its human number; unset for a source record */
    BINA_MATCH_NAME = 2,        /**< text: the name of the business; unset when it has none */
    BINA_MATCH_OWNER = 3,       /**< text: the owner's name, as the likeliest row has it */
    BINA_MATCH_REGION = 4,      /**< text: region code, as the likeliest row has it */
    BINA_MATCH_PROBABILITY = 5, /**< real, 0 to 1, that both are one */
    BINA_MATCH_WEIGHT = 6,      /**< real: log2 of the odds */
    BINA_MATCH_REASON = 7,      /**< text: what speaks for and against, in English */
    BINA_MATCH_ALASAN = 8,      /**< text: the same in Indonesian */
};

/**
 * The registrants that a record may be, the likeliest first, each once.
 *
 * @param typed a BINA_SOURCE_RECORD or a BINA_ENTERPRISE that need not be whole; or a record of any
 *              other description, whose fields are understood by their names and values as the
 *              columns of a list are ("nama pemilik", "desa", "no hp"). Rows that name no regency
 *              are of the store's office
 * @param most  at most so many; 0 for all that reach the review threshold
 * @param cursor yours
 * @return BINA_ERR_USAGE (a record of another kind, or without a field that is understood),
 *         BINA_ERR_NO_MEMORY, BINA_ERR_BUSY, told by bina_store_error
 */
BINA_API bina_status bina_matcher_match(bina_matcher *matcher, const bina_record *typed,
                                        int64_t most, bina_cursor **cursor);

/** As bina_matcher_match once, without a matcher: takes as long as linking does. */
BINA_API bina_status bina_match(bina_store *store, const bina_record *typed, int64_t most,
                                bina_cursor **cursor);

BINA_C_END

#endif
