/**
 * @file bina/workbook.h
 * Workbooks (.xlsx) out: one sheet for each cursor, made so that people can work in it and nothing
 * is destroyed by their doing so.
 *
 * Every text (NIK, NIB, telephone, region, KBLI, ...) is a text cell, so that no spreadsheet takes
 * its zeros or digits away, and never a formula, whatever it begins with. Whole numbers, rupiah,
 * measured numbers, dates, times (UTC), and yes and no are typed cells with a number format; ids,
 * integers of more than 15 digits and days before March 1900, which spreadsheets cannot hold, are
 * text. Codes are their labels in the sheet's language, with a drop-down; what is masked is its
 * display text. What reads lists reads all this back.
 */
#ifndef BINA_WORKBOOK_H
#define BINA_WORKBOOK_H

#include <bina/cursor.h>

BINA_C_BEGIN

/** A workbook being written. */
typedef struct bina_workbook bina_workbook;

/** How to write a sheet. Start from BINA_SHEET_OPTIONS_INIT; all zero writes every field. */
typedef struct bina_sheet_options {
    size_t struct_size;          /**< sizeof(bina_sheet_options) */
    bina_language language;      /**< of headers and labels; Indonesian writes days as 31/12/2020 */
    const char *const *titles;   /**< lines above the header, ended by NULL; may be NULL */
    const char *const *columns;  /**< the fields to write, in this order, by name, ended by NULL;
                                      NULL: all that are in use */
    const char *const *headers;  /**< other headers than the fields' labels, in pairs: field,
                                      header, field, header, ..., NULL; may be NULL */
    const char *const *choices;  /**< what may be chosen in a column, in pairs: field, choice,
                                      field, choice, ..., NULL. For a CODE it replaces the list's
                                      labels; may be NULL */
    const char *const *editable; /**< the fields that may be changed, ended by NULL: they are
                                      coloured, and all else is locked (without a password, against
                                      slips of the hand); NULL: everything may be changed */
    bool names;                  /**< headers are the fields' names, not their labels */
    bool hidden;                 /**< hide the sheet; a workbook's first sheet is never hidden */
    int64_t most_rows;           /**< records on one sheet; what is more continues on "name (2)".
                                      0: as many as a sheet holds (1,048,576 rows in all) */
} bina_sheet_options;

/** Every option as usual. */
#define BINA_SHEET_OPTIONS_INIT                                                                    \
    {                                                                                              \
        sizeof(bina_sheet_options), BINA_ENGLISH, NULL, NULL, NULL, NULL, NULL, false, false, 0    \
    }

/**
 * Begins a workbook. What was at `path` stays until bina_workbook_close puts the new one in its
 * place, so that neither a full disk nor a killed program leaves half a file.
 *
 * @param path  of a file; standard output and devices are refused
 * @param error may be NULL
 * @param book  yours; NULL after an error
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_FULL; BINA_ERR_NO_MEMORY; BINA_ERR_UNSUPPORTED (a build
 *         without libxlsxwriter, or no file); BINA_ERR_USAGE (no path)
 */
BINA_API bina_status bina_workbook_open(const char *path, bina_error *error, bina_workbook **book);

/**
 * Says what the workbook's properties tell. Nothing of the clock or the machine goes into a
 * workbook by itself: the same content gives the same bytes.
 *
 * @param title   may be NULL
 * @param author  may be NULL
 * @param created in milliseconds since 1970, UTC; 0: 1 January 2000, for always the same
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_workbook_describe(bina_workbook *book, const char *title,
                                            const char *author, int64_t created);

/**
 * Adds a sheet with all records that are left in a cursor: title lines, a header that stays in
 * sight and filters, then a row for each. Memory stays bounded however many there are.
 *
 * @param name    of the sheet; what Excel does not allow in it is replaced, a name that is taken
 *                gets a number
 * @param options NULL for the usual
 * @param error   may be NULL
 * @return BINA_OK; BINA_ERR_USAGE (no such field); BINA_ERR_UNSUPPORTED (a text of more than
 *         32,767 characters or more than 16,384 columns, which no sheet holds); BINA_ERR_IO;
 *         BINA_ERR_NO_MEMORY; or what the cursor failed with. After a failure the workbook can
 *         only be freed
 */
BINA_API bina_status bina_workbook_add(bina_workbook *book, const char *name, bina_cursor *cursor,
                                       const bina_sheet_options *options, bina_error *error);

/**
 * Adds a sheet of text, such as instructions: a line in each row, the first as a heading.
 *
 * @param lines ended by NULL
 * @return as bina_workbook_add
 */
BINA_API bina_status bina_workbook_add_text(bina_workbook *book, const char *name,
                                            const char *const *lines, bina_error *error);

/**
 * Makes the file durable, puts it in its place and frees the workbook, whatever happens.
 *
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_FULL; BINA_ERR_NO_MEMORY; or what failed before. After an
 *         error `path` is as it was
 */
BINA_API bina_status bina_workbook_close(bina_workbook *book, bina_error *error);

/** Throws a workbook away that was not closed; NULL is fine. */
BINA_API void bina_workbook_free(bina_workbook *book);

/**
 * Writes all records that are left in a cursor as a workbook of one sheet, which is named after
 * their description.
 *
 * @return BINA_ERR_UNSUPPORTED (built without libxlsxwriter, or more than a sheet holds),
 * BINA_ERR_IO, BINA_ERR_FULL, BINA_ERR_NO_MEMORY, or what bina_cursor_error tells
 */
BINA_API bina_status bina_xlsx_write(bina_cursor *cursor, const char *path,
                                     const bina_sheet_options *options, bina_error *error);

BINA_C_END

#endif
