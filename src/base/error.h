/* The inside of bina_error: fixed buffers, so that telling of a fault never needs memory. */
#ifndef BINA_SRC_BASE_ERROR_H
#define BINA_SRC_BASE_ERROR_H

#include <stdarg.h>
#include <bina/error.h>

struct bina_error {
    bina_status status;
    bina_severity severity;
    int64_t line, column;
    char kind[64], field[128], rule[64], file[512], sheet[128];
    char message[2][512];
};

/** Forgets everything. */
void bina_error_clear(bina_error *error);

/**
 * Starts a complaint: clears it, sets the status and both sentences. Returns `status`, so that
 * `return bina_error_set(...)` reads well. `error` may be NULL in all of these.
 */
BINA_PRINTF(3, 5)
bina_status bina_error_set(bina_error *error, bina_status status, const char *english,
                           const char *indonesian, ...);

/** The same with arguments already gathered. */
BINA_PRINTF(3, 0)
bina_status bina_error_set_v(bina_error *error, bina_status status, const char *english,
                             const char *indonesian, va_list arguments);

/** A complaint whose sentence is the status's own. */
bina_status bina_error_plain(bina_error *error, bina_status status);

/** Says where: any may be NULL (left as it was). Over-long texts are cut at a character. */
void bina_error_at(bina_error *error, const char *kind, const char *field, const char *rule);

/** Says where in a file; 0 leaves line or column unknown. */
void bina_error_in_file(bina_error *error, const char *file, int64_t line, int64_t column);

/** Says in which sheet of a workbook; NULL or "": none. */
void bina_error_in_sheet(bina_error *error, const char *sheet);

/** Marks the complaint as a warning. */
void bina_error_warn(bina_error *error);

/** Copies a complaint. */
void bina_error_copy(bina_error *to, const bina_error *from);

#endif
