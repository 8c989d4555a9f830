/**
 * @file bina/record.h
 * The values of one description.
 *
 * Filling a record never fails visibly: a wrong type, a foreign slot or a lack of memory is
 * remembered, and the call that uses the record reports it with the field's name
 * (or bina_record_check does). Unset and null differ: unset leaves a field alone, null clears it.
 */
#ifndef BINA_RECORD_H
#define BINA_RECORD_H

#include <bina/description.h>

BINA_C_BEGIN

typedef struct bina_record bina_record;

/** A new record of a compiled kind with every field unset; NULL if no such kind or no memory. */
BINA_API bina_record *bina_record_new(int kind);

/** A new record of any description, which the record holds. */
BINA_API bina_record *bina_record_new_of(const bina_description *description);

/** Frees a record; NULL is fine. */
BINA_API void bina_record_free(bina_record *record);

/** A copy of its own; NULL when memory is out. */
BINA_API bina_record *bina_record_copy(const bina_record *record);

/** Unsets every field and forgets remembered faults, keeping the memory for the next filling. */
BINA_API void bina_record_clear(bina_record *record);

/** The description. Borrowed from the record. */
BINA_API const bina_description *bina_record_description(const bina_record *record);

/** The id of a stored record; 0 if it has none. */
BINA_API bina_id bina_record_id(const bina_record *record);

/**
 * Sets a field. Text is copied. Into a DATE or TIME field a text goes as ISO 8601; into REAL a
 * whole number goes; into any integer type any integer goes. Anything else is remembered as a wrong
 * type.
 */
BINA_API void bina_record_set(bina_record *record, int field, bina_value value);

/** Sets a text, code, or (as ISO 8601) date or time. NULL is bina_set_null. Copied. */
BINA_API void bina_set_text(bina_record *record, int field, const char *text);

/** Sets a text of `length` bytes that need not end in NUL. A NUL inside is remembered as a fault.
 */
BINA_API void bina_set_text_n(bina_record *record, int field, const char *text, size_t length);

/** Sets an integer, boolean, day number, amount of rupiah, or id. */
BINA_API void bina_set_int(bina_record *record, int field, int64_t integer);

/** Sets a measured number. */
BINA_API void bina_set_real(bina_record *record, int field, double real);

/** Sets a date from its parts; a day that does not exist is remembered as a fault. */
BINA_API void bina_set_date(bina_record *record, int field, int year, int month, int day_of_month);

/** Says that there is no value: an update clears the field. */
BINA_API void bina_set_null(bina_record *record, int field);

/** Says nothing about the field: an update leaves it alone. */
BINA_API void bina_unset(bina_record *record, int field);

/** Says that the field holds something this reader may not see; `display` is what may be shown. */
BINA_API void bina_set_masked(bina_record *record, int field, const char *display);

/** Whether the field was set, to a value or to null. */
BINA_API bool bina_record_is_set(const bina_record *record, int field);

/** Whether the field is masked; it counts as unset, so a mask is never written back. */
BINA_API bool bina_record_is_masked(const bina_record *record, int field);

/** The value; BINA_NULL when unset, null or masked. Text is borrowed until the record changes. */
BINA_API bina_value bina_record_get(const bina_record *record, int field);

/** The text of a TEXT or CODE field; NULL if none. Borrowed until the record changes. */
BINA_API const char *bina_record_text(const bina_record *record, int field);

/** The integer of a field of an integer type; 0 if none. */
BINA_API int64_t bina_record_int(const bina_record *record, int field);

/** The number of a REAL or integer field; 0 if none. */
BINA_API double bina_record_real(const bina_record *record, int field);

/** What may be shown of a masked field; NULL if it is not masked. */
BINA_API const char *bina_record_display(const bina_record *record, int field);

/**
 * Reports the first fault remembered while filling.
 *
 * @param error filled with kind, field and sentence; may be NULL
 * @return BINA_OK, BINA_ERR_TYPE, BINA_ERR_INVALID (no such day), BINA_ERR_USAGE (no such field),
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_record_check(const bina_record *record, bina_error *error);

#if defined(__cplusplus)
}
inline void
bina_set(bina_record *record, int field, const char *value)
{
    bina_set_text(record, field, value);
}
inline void
bina_set(bina_record *record, int field, double value)
{
    bina_set_real(record, field, value);
}
inline void
bina_set(bina_record *record, int field, int64_t value)
{
    bina_set_int(record, field, value);
}
inline void
bina_set(bina_record *record, int field, int value)
{
    bina_set_int(record, field, value);
}
extern "C" {
#else
/** Sets a field from a text, a whole number or a measured number, by the type of `value`. */
#define bina_set(record, field, value)                                                             \
    _Generic((value),                                                                              \
        char *: bina_set_text,                                                                     \
        const char *: bina_set_text,                                                               \
        float: bina_set_real,                                                                      \
        double: bina_set_real,                                                                     \
        default: bina_set_int)(record, field, value)
#endif

BINA_C_END

#endif
