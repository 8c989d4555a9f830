/**
 * @file bina/value.h
 * One value: its types, constructors, and dates.
 */
#ifndef BINA_VALUE_H
#define BINA_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>

BINA_C_BEGIN

/**
 * The types a field may have. Append only.
 *
 * How a type is held: INT, BOOL, DATE, MONEY, REF and TIME in `integer`; REAL in `real`; TEXT and
 * CODE in `text`.
 */
typedef enum bina_type {
    BINA_NULL = 0,  /**< no value */
    BINA_INT = 1,   /**< a whole number */
    BINA_REAL = 2,  /**< a measured number: coordinates, scores, quantities; never money */
    BINA_TEXT = 3,  /**< UTF-8 without NUL */
    BINA_BOOL = 4,  /**< 0 or 1 */
    BINA_DATE = 5,  /**< days since 1970-01-01, Gregorian */
    BINA_MONEY = 6, /**< whole rupiah */
    BINA_CODE = 7,  /**< a word of a code list (bina/codes.h) */
    BINA_REF = 8,   /**< a bina_id */
    BINA_TIME = 9,  /**< milliseconds since 1970-01-01T00:00:00Z */
} bina_type;

/**
 * Names one record for ever, in every office: 18 bits store, 7 bits kind, 28 bits counter.
 *
 * At most 53 bits, so it is exact in a double (Lua 5.1, JSON, spreadsheets). 0 is no record.
 */
typedef int64_t bina_id;

/** One value. Its text is borrowed: from the caller going in, from the record coming out. */
typedef struct bina_value {
    bina_type type;
    union {
        int64_t integer;
        double real;
        const char *text;
    } as;
} bina_value;

/** The name of a type in lower case, such as "money"; "unknown" for a foreign number. */
BINA_API const char *bina_type_name(bina_type type);

/** Which member of a value holds a type: BINA_INT, BINA_REAL or BINA_TEXT (BINA_NULL: none). */
BINA_API bina_type bina_type_held_as(bina_type type);

/** The day number of a Gregorian date; false (and `*day` untouched) when there is no such day. */
BINA_API bool bina_date_from_civil(int year, int month, int day_of_month, int64_t *day);

/** The Gregorian date of a day number between the years -9999 and 9999. */
BINA_API void bina_date_to_civil(int64_t day, int *year, int *month, int *day_of_month);

/** Reads "YYYY-MM-DD" and nothing else; false when it is not that or no such day. */
BINA_API bool bina_date_parse(const char *text, int64_t *day);

/** Writes "YYYY-MM-DD" and a NUL into `text`, which holds at least 12 bytes. Returns `text`. */
BINA_API char *bina_date_format(int64_t day, char *text);

/** Reads "YYYY-MM-DDTHH:MM:SS[.mmm]Z" (also with a blank for T, also without Z) as UTC. */
BINA_API bool bina_time_parse(const char *text, int64_t *time);

/** Writes "YYYY-MM-DDTHH:MM:SS.mmmZ" and a NUL into `text`, which holds at least 26 bytes. */
BINA_API char *bina_time_format(int64_t time, char *text);

/** The kind (bina/model.h) of the record an id names; 0 for an impossible id. */
BINA_API int bina_id_kind(bina_id id);

/** The number of the store that issued an id. */
BINA_API int bina_id_store(bina_id id);

/** No value. */
static inline bina_value
bina_null(void)
{
    bina_value value;
    value.type = BINA_NULL;
    value.as.integer = 0;
    return value;
}

/** An integer held under any of the integer types. */
static inline bina_value
bina_integer_of(bina_type type, int64_t integer)
{
    bina_value value;
    value.type = type;
    value.as.integer = integer;
    return value;
}

/** A whole number. */
static inline bina_value
bina_int(int64_t integer)
{
    return bina_integer_of(BINA_INT, integer);
}

/** A measured number. */
static inline bina_value
bina_real(double real)
{
    bina_value value;
    value.type = BINA_REAL;
    value.as.real = real;
    return value;
}

/** A text; NULL gives no value. The bytes are borrowed. */
static inline bina_value
bina_text(const char *text)
{
    bina_value value;
    if (text == NULL)
        return bina_null();
    value.type = BINA_TEXT;
    value.as.text = text;
    return value;
}

BINA_C_END

#endif
