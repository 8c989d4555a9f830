/**
 * @file bina/check.h
 * Validators and readers of the numbers that Indonesian papers bear: NIK, NIB, NPWP, KBLI, GTIN,
 * ...
 *
 * A validator takes the text of a cell as it was typed and gives a reading: the normal form by
 * which two spellings of one number are equal, what the number says (place, birth date, sex, title,
 * ...), and complaints. An error refuses the value; a warning lets it pass. Spreadsheet damage is
 * recognised: 8.52E+10, a trailing .0, a leading apostrophe, a lost leading zero. No complaint
 * repeats the value.
 */
#ifndef BINA_CHECK_H
#define BINA_CHECK_H

#include <bina/record.h>

BINA_C_BEGIN

typedef struct bina_reading bina_reading;

/** How to check; set `struct_size` to sizeof(bina_check_options) and leave the rest 0 for defaults.
 */
typedef struct bina_check_options {
    size_t struct_size;
    bool has_today; /**< whether `today` counts; else the clock's date is taken */
    int64_t
        today; /**< day number (bina_date_from_civil) by which centuries and expiry are reasoned */
} bina_check_options;

/**
 * The name of the n-th validator (n from 0), such as "nik"; NULL past the end.
 */
BINA_API const char *bina_check_at(int n);

/** What people call what it checks, such as "NIK"; NULL when there is no such validator. */
BINA_API const char *bina_check_label(const char *what);

/** One or two sentences about a validator; NULL when there is none of that name. */
BINA_API const char *bina_check_doc(const char *what, bina_language language);

/** The id of the n-th rule of a validator, such as "nik.length"; NULL past the end. */
BINA_API const char *bina_check_rule_at(const char *what, int n);

/** The sentence of that rule, with %d for numbers found; NULL past the end. */
BINA_API const char *bina_check_rule_text(const char *what, int n, bina_language language);

/** Whether that rule refuses or only warns; BINA_ERROR past the end. */
BINA_API bina_severity bina_check_rule_severity(const char *what, int n);

/**
 * Reads one value.
 *
 * @param what    name of a validator
 * @param text    the cell as typed; NULL counts as empty
 * @param options may be NULL
 * @param reading gets the reading, also when the value is refused; yours, free with
 * bina_reading_free. NULL when there is no such validator or no memory
 * @return BINA_OK (perhaps with warnings), BINA_ERR_INVALID when the value is refused,
 *         BINA_ERR_NOT_FOUND when there is no such validator, BINA_ERR_USAGE, BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_check(const char *what, const char *text,
                                const bina_check_options *options, bina_reading **reading);

/** Frees a reading; NULL is fine. */
BINA_API void bina_reading_free(bina_reading *reading);

/** The name of the validator. Borrowed, lives for ever. */
BINA_API const char *bina_reading_what(const bina_reading *reading);

/** Whether no rule refuses the value. */
BINA_API bool bina_reading_ok(const bina_reading *reading);

/** The normal form; empty when the value is refused. Borrowed from the reading. */
BINA_API const char *bina_reading_normal(const bina_reading *reading);

/**
 * What the value says, as a record of a description of the validator's own; a refused value says
 * nothing (every field unset). Borrowed from the reading.
 */
BINA_API const bina_record *bina_reading_facts(const bina_reading *reading);

/** The number of complaints, errors and warnings together. */
BINA_API int bina_reading_count(const bina_reading *reading);

/** The n-th complaint (n from 0); NULL past the end. Borrowed from the reading. */
BINA_API const bina_error *bina_reading_complaint(const bina_reading *reading, int n);

BINA_C_END

#endif
