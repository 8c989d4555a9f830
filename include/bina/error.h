/**
 * @file bina/error.h
 * What went wrong, where, and what to do: one complaint.
 *
 * Handles (store, cursor, ...) carry one of their own; calls without a handle take a `bina_error *`
 * which may be NULL. Texts never contain a person's NIK, phone number or name.
 */
#ifndef BINA_ERROR_H
#define BINA_ERROR_H

#include <stdint.h>
#include <bina/status.h>

BINA_C_BEGIN

typedef struct bina_error bina_error;

/** How bad a complaint is: an error refuses, a warning lets pass. */
typedef enum bina_severity {
    BINA_ERROR = 0,
    BINA_WARNING = 1,
} bina_severity;

/** A new, empty complaint to pass to calls; NULL when memory is out. Free with bina_error_free. */
BINA_API bina_error *bina_error_new(void);

/** Frees a complaint made by bina_error_new; NULL is fine. */
BINA_API void bina_error_free(bina_error *error);

/** BINA_OK when nothing is wrong. */
BINA_API bina_status bina_error_status(const bina_error *error);

/** Whether the complaint refuses or only warns. */
BINA_API bina_severity bina_error_severity(const bina_error *error);

/** The kind or description concerned, such as "enterprise"; NULL when none. Borrowed. */
BINA_API const char *bina_error_kind(const bina_error *error);

/** The field (or column of a file) concerned; NULL when none. Borrowed. */
BINA_API const char *bina_error_field(const bina_error *error);

/** The rule that refused, such as "nik.length"; NULL when none. Borrowed. */
BINA_API const char *bina_error_rule(const bina_error *error);

/** The file concerned; NULL when none. Borrowed. */
BINA_API const char *bina_error_file(const bina_error *error);

/** The sheet of a workbook concerned; NULL when none. Borrowed. */
BINA_API const char *bina_error_sheet(const bina_error *error);

/** Line in the file (row of the sheet), from 1; 0 when unknown. */
BINA_API int64_t bina_error_line(const bina_error *error);

/** Column in the line (the n-th cell of a table), from 1; 0 when unknown. */
BINA_API int64_t bina_error_column(const bina_error *error);

/** A whole sentence: what is wrong and what to do. Borrowed, never NULL. */
BINA_API const char *bina_error_message(const bina_error *error, bina_language language);

BINA_C_END

#endif
