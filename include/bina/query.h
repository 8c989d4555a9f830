/**
 * @file bina/query.h
 * Which records of a kind, in which order, as of when.
 *
 * A query is built step by step; a mistake (no such field, wrong type, no memory) is remembered and
 * reported by the call that uses the query, or by bina_query_check. Values are copied and always
 * bound, never pasted into SQL. Texts compare by their UTF-8 bytes.
 */
#ifndef BINA_QUERY_H
#define BINA_QUERY_H

#include <bina/description.h>
#include <bina/record.h>

BINA_C_BEGIN

typedef struct bina_query bina_query;

/** How a field is compared. A field without value passes only BINA_IS_NULL and BINA_NE. */
typedef enum bina_compare {
    BINA_EQ = 0,       /**< equal */
    BINA_NE = 1,       /**< not equal, or without value */
    BINA_LT = 2,       /**< less; earlier */
    BINA_LE = 3,       /**< less or equal */
    BINA_GT = 4,       /**< greater; later */
    BINA_GE = 5,       /**< greater or equal */
    BINA_PREFIX = 6,   /**< a text that starts with the value */
    BINA_UNDER = 7,    /**< a region, KBLI or other dotted code that is or lies under the value */
    BINA_IS_NULL = 8,  /**< without value; the value is not looked at */
    BINA_NOT_NULL = 9, /**< with a value; the value is not looked at */
} bina_compare;

/** A query for all records of a compiled kind; NULL if no such kind or no memory. */
BINA_API bina_query *bina_query_new(int kind);

/** A query over a kind with own fields (bina_store_description), which the query holds. */
BINA_API bina_query *bina_query_new_of(const bina_description *description);

/** Frees; NULL is fine. */
BINA_API void bina_query_free(bina_query *query);

/** What it asks for. Borrowed from the query. */
BINA_API const bina_description *bina_query_description(const bina_query *query);

/**
 * The first mistake made while building.
 *
 * @param error may be NULL
 * @return BINA_ERR_USAGE, BINA_ERR_TYPE, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_query_check(const bina_query *query, bina_error *error);

/** Demands that a field compares so. Dates may be given as ISO text. Conditions add up (and). */
BINA_API void bina_query_where(bina_query *query, int field, bina_compare compare,
                               bina_value value);

/** bina_query_where with a text. */
BINA_API void bina_query_where_text(bina_query *query, int field, bina_compare compare,
                                    const char *text);

/** bina_query_where with an integer, day number, amount or id. */
BINA_API void bina_query_where_int(bina_query *query, int field, bina_compare compare,
                                   int64_t integer);

/** Demands that a field equals one of `count` values; none of them means no record. */
BINA_API void bina_query_where_in(bina_query *query, int field, const bina_value *values,
                                  size_t count);

/** Opens a group of conditions of which one is enough; closed by bina_query_end. */
BINA_API void bina_query_any(bina_query *query);

/** Opens a group of conditions which all must hold; closed by bina_query_end. */
BINA_API void bina_query_all(bina_query *query);

/** Closes the innermost group. */
BINA_API void bina_query_end(bina_query *query);

/** Sorts by a field, after those named before; without value comes first. The id decides last. */
BINA_API void bina_query_order(bina_query *query, int field, bool descending);

/** At most so many records; less than 0 is no limit. */
BINA_API void bina_query_limit(bina_query *query, int64_t limit);

/** Gives only the fields named by such calls (and id and revision); the others stay unset. */
BINA_API void bina_query_select(bina_query *query, int field);

/** Dated and derived fields as they were true on a day (days since 1970). */
BINA_API void bina_query_true_on(bina_query *query, int64_t day);

/** Everything as the register knew it after its n-th commit; 0 is before the first. */
BINA_API void bina_query_known_at(bina_query *query, int64_t commit_number);

/** Everything as the register knew it at a time (milliseconds since 1970 UTC). */
BINA_API void bina_query_known_by(bina_query *query, int64_t time);

/** Continues after the record a token was made from; the query must have the same order. NULL: from
 * the start. */
BINA_API void bina_query_after(bina_query *query, const char *token);

/**
 * An opaque text from which bina_query_after continues after `record` (one the query gave, with the
 * ordering fields). Borrowed from the query until the next call; NULL when memory is out.
 */
BINA_API const char *bina_query_token(bina_query *query, const bina_record *record);

BINA_C_END

#endif
