/**
 * @file bina/exchange.h
 * Lists in and out: CSV and JSON. YAML is in bina/document.h.
 *
 * A file read is a cursor, so nothing is stored by reading: a dry run is a reading whose records
 * are thrown away. What is wrong with a file's content never stops the reading; it goes into a list
 * of faults (bina/faults.h). Only what makes reading senseless (no such file, no header, not text
 * at all) ends a call with an error.
 */
#ifndef BINA_EXCHANGE_H
#define BINA_EXCHANGE_H

#include <bina/faults.h>

BINA_C_BEGIN

/* ---- CSV in -----------------------------------------------------------------------------------
 */

/** How a file's bytes are letters. */
typedef enum bina_encoding {
    BINA_ENCODING_FIND = 0, /**< found out from a byte-order mark, else from the bytes */
    BINA_ENCODING_UTF_8 = 1,
    BINA_ENCODING_WINDOWS_1252 = 2,
    BINA_ENCODING_UTF_16_LE = 3, /**< what Excel calls "Unicode text" */
    BINA_ENCODING_UTF_16_BE = 4,
} bina_encoding;

/** How to read a CSV file. Start from BINA_CSV_OPTIONS_INIT; all zero is the usual reading. */
typedef struct bina_csv_options {
    size_t struct_size;       /**< sizeof(bina_csv_options) */
    char delimiter;           /**< between cells; 0: found out among , ; tab and | */
    bina_encoding encoding;   /**< of the file */
    int skip;                 /**< lines above the header to pass over; 0: titles are found out */
    bool no_header;           /**< the first row is data; columns are "column 1", "column 2", ... */
    const char *name;         /**< of the description; NULL: "row" */
    const char *line_column;  /**< adds a last column of this name and type INT (format "line") that
                                   holds each record's line in the file; NULL: none */
    const char *extra_column; /**< adds a column of this name (TEXT, format "extra") that holds what
                                   a row has beyond the header's columns; NULL: it is dropped */
    size_t longest_cell;      /**< bytes; 0: 1 MiB. A quote not closed within it is not a quote */
    bina_faults *faults;      /**< where faults go; NULL: nowhere */
} bina_csv_options;

/** Every option as usual. */
#define BINA_CSV_OPTIONS_INIT                                                                      \
    {                                                                                              \
        sizeof(bina_csv_options), 0, BINA_ENCODING_FIND, 0, false, NULL, NULL, NULL, 0, NULL       \
    }

/**
 * Opens a CSV file as a cursor. Memory stays bounded however long the file.
 *
 * Every column is TEXT, its name the header with blanks trimmed; a header that is empty or twice
 * there gets a name ("column 3", "nama (2)") and a warning. Titles above the header (lines with one
 * filled cell, before one with three or more) are passed over with a warning. Cells come as they
 * are written; an empty one is unset. Blank lines are passed over. Reading is as lenient as Excel:
 * quotes in the middle of a cell, rows too short or too long, NUL bytes and letters of another
 * encoding are faults, not ends.
 *
 * @param path    a file, or "-" for standard input
 * @param options NULL for the usual reading
 * @param error   may be NULL
 * @param cursor  yours; NULL after an error. Its description is made from the header
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_SYNTAX (empty file, no header, not a text);
 *         BINA_ERR_NO_MEMORY; BINA_ERR_USAGE
 */
BINA_API bina_status bina_csv_open(const char *path, const bina_csv_options *options,
                                   bina_error *error, bina_cursor **cursor);

/** As bina_csv_open, from `length` bytes in memory, which are copied; faults say file "-". */
BINA_API bina_status bina_csv_open_bytes(const char *bytes, size_t length,
                                         const bina_csv_options *options, bina_error *error,
                                         bina_cursor **cursor);

/** Which number of "3/4/2020" is what. */
typedef enum bina_date_order {
    BINA_DATE_DMY = 0, /**< day, month, year: usual in Indonesia */
    BINA_DATE_MDY = 1,
    BINA_DATE_YMD = 2,
} bina_date_order;

/* ---- CSV and JSON out --------------------------------------------------------------------------
 */

/** How to write a CSV file. Start from BINA_CSV_WRITE_OPTIONS_INIT; all zero is RFC 4180. */
typedef struct bina_csv_write_options {
    size_t struct_size; /**< sizeof(bina_csv_write_options) */
    char delimiter;     /**< 0: a comma */
    bool mark;          /**< begin with a byte-order mark, by which Excel knows UTF-8 */
    bool no_header;     /**< records only */
    bool line_feed;     /**< end rows with LF instead of CRLF */
    bool safe; /**< put an apostrophe before texts that a spreadsheet would run as a formula
                    (those beginning with = + - @ tab or CR); bina_mapping takes it off */
    const char *const *columns; /**< the fields to write, in this order, by name, ended by NULL;
                                     NULL: all of them */
} bina_csv_write_options;

/** Every option as usual. */
#define BINA_CSV_WRITE_OPTIONS_INIT                                                                \
    {                                                                                              \
        sizeof(bina_csv_write_options), 0, false, false, false, false, NULL                        \
    }

/**
 * Writes all records that are left in a cursor as CSV in UTF-8 with the fields' names as header.
 *
 * Numbers and amounts are plain digits with a point, dates ISO 8601, yes and no "true" and "false",
 * codes their words; what is unset or null is an empty cell, what is masked its display text. A
 * real file is written beside the old one and put in its place at the end, so it is never half
 * there.
 *
 * @param path "-" is standard output (flush stdio's own buffer first)
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_FULL; BINA_ERR_NO_MEMORY; BINA_ERR_USAGE (also: no such
 *         column); or what the cursor failed with
 */
BINA_API bina_status bina_csv_write(bina_cursor *cursor, const char *path,
                                    const bina_csv_write_options *options, bina_error *error);

/** How to write JSON. Start from BINA_JSON_WRITE_OPTIONS_INIT. */
typedef struct bina_json_write_options {
    size_t struct_size;         /**< sizeof(bina_json_write_options) */
    bool lines;                 /**< one object a line, without the array around them (NDJSON) */
    bool leave_out;             /**< leave out fields without value instead of writing null */
    const char *const *columns; /**< as in bina_csv_write_options */
} bina_json_write_options;

/** Every option as usual. */
#define BINA_JSON_WRITE_OPTIONS_INIT                                                               \
    {                                                                                              \
        sizeof(bina_json_write_options), false, false, NULL                                        \
    }

/**
 * Writes all records that are left in a cursor as a JSON array of objects (or as lines), in UTF-8.
 *
 * Numbers are numbers (ids and amounts exact), dates ISO 8601 strings; what is masked is its
 * display text. Files, errors and "-" as with bina_csv_write.
 */
BINA_API bina_status bina_json_write(bina_cursor *cursor, const char *path,
                                     const bina_json_write_options *options, bina_error *error);

BINA_C_END

#endif
