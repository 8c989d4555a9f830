/**
 * @file bina/exchange.h
 * Lists in and out: CSV, JSON, YAML, and what was wrong with them.
 *
 * A file read is a cursor, so nothing is stored by reading: a dry run is a reading whose records
 * are thrown away. What is wrong with a file's content never stops the reading; it goes into a list
 * of faults (bina_faults) with file, line, column and reason. Only what makes reading senseless (no
 * such file, no header, not text at all) ends a call with an error.
 */
#ifndef BINA_EXCHANGE_H
#define BINA_EXCHANGE_H

#include <bina/cursor.h>

BINA_C_BEGIN

/* ---- Faults -----------------------------------------------------------------------------------
 */

/** A list of faults found in files. Keeps the first ones whole and counts the rest. */
typedef struct bina_faults bina_faults;

/** The slots of the description "fault", whose records bina_faults_cursor gives. */
enum bina_fault_field {
    BINA_FAULT_SEVERITY = 0, /**< text: "error" or "warning" */
    BINA_FAULT_FILE = 1,     /**< text: the path as it was given; "-" is standard input */
    BINA_FAULT_LINE = 2,     /**< int, from 1; for a record of several lines, its first */
    BINA_FAULT_COLUMN = 3, /**< int, from 1: the n-th cell of a table; in YAML the n-th character */
    BINA_FAULT_KIND = 4,   /**< text: the kind or description that was being read */
    BINA_FAULT_FIELD = 5,  /**< text: the field, or the header of the column */
    BINA_FAULT_RULE = 6,   /**< text: the rule, such as "csv.long" or "number.damaged" */
    BINA_FAULT_MESSAGE = 7, /**< text: a sentence in English */
    BINA_FAULT_PESAN = 8,   /**< text: the same in Indonesian */
    BINA_FAULT_SHEET = 9,   /**< text: the sheet of a workbook */
};

/**
 * A new, empty list.
 *
 * @param keep how many faults are kept whole; 0 for 10,000
 * @return NULL when memory is out; release with bina_faults_free
 */
BINA_API bina_faults *bina_faults_new(size_t keep);

/** Drops the list (readers and cursors that still use it keep it alive); NULL is fine. */
BINA_API void bina_faults_free(bina_faults *faults);

/** Adds a fault, which is copied; without memory it is only counted. */
BINA_API void bina_faults_add(bina_faults *faults, const bina_error *fault);

/** How many faults of a severity were found, kept or not. */
BINA_API int64_t bina_faults_count(const bina_faults *faults, bina_severity severity);

/** How many faults are kept. */
BINA_API size_t bina_faults_kept(const bina_faults *faults);

/** Copies the n-th kept fault (from 0) into `fault`; BINA_DONE past the end. Never fails. */
BINA_API bina_status bina_faults_at(const bina_faults *faults, size_t n, bina_error *fault);

/**
 * The kept faults as records of the description "fault" (enum bina_fault_field), in the order
 * found.
 *
 * @param cursor yours; stays good after bina_faults_free
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_faults_cursor(bina_faults *faults, bina_cursor **cursor);

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

/* ---- Documents: YAML in and out -----------------------------------------------------------------
 */

/**
 * Records of several descriptions, some within others, each with its place in a file: what a YAML
 * file holds. Numbers of records count from 0 in the order of the file.
 */
typedef struct bina_document bina_document;

/** No record of a document. */
#define BINA_NO_RECORD (-1)

/** An empty document to be filled and written; NULL when memory is out. */
BINA_API bina_document *bina_document_new(void);

/** Frees a document with its records; NULL is fine. */
BINA_API void bina_document_free(bina_document *document);

/**
 * Adds a copy of a record.
 *
 * @param parent the record it stands within, or BINA_NO_RECORD
 * @param number may be NULL
 * @return BINA_OK, BINA_ERR_USAGE (no such parent), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_document_add(bina_document *document, const bina_record *record,
                                       int64_t parent, int64_t *number);

/** How many records there are. */
BINA_API int64_t bina_document_count(const bina_document *document);

/** The n-th record; NULL past the end. Borrowed from the document. */
BINA_API const bina_record *bina_document_record(const bina_document *document, int64_t n);

/** The record that the n-th stands within, or BINA_NO_RECORD. */
BINA_API int64_t bina_document_parent(const bina_document *document, int64_t n);

/**
 * The next record with a description name ("conditions") within a parent, behind the record `after`
 * (BINA_NO_RECORD: the first); BINA_NO_RECORD when there is no more. A parent of BINA_NO_RECORD
 * asks for those that stand within none.
 */
BINA_API int64_t bina_document_find(const bina_document *document, const char *name, int64_t parent,
                                    int64_t after);

/** The file it was read from, as the path was given; NULL when made in memory. Borrowed. */
BINA_API const char *bina_document_file(const bina_document *document);

/**
 * Where a field of the n-th record stands in the file; with field -1, or a field that is not there,
 * where the record begins.
 *
 * @param column the n-th character of the line, from 1; may be NULL
 * @return the line, from 1; 0 when made in memory
 */
BINA_API int64_t bina_document_line(const bina_document *document, int64_t n, int field,
                                    int64_t *column);

/**
 * The n-th reference (from 0) that the file gives by natural key or by nesting. The record's field
 * itself is unset: whoever stores the records sets it to the id of what is meant.
 *
 * @param record the record that refers
 * @param field  its reference field
 * @param target the record of this document that is meant, or BINA_NO_RECORD
 * @param key    when it is none of this document: a record of the kind meant in which the fields
 *               are set by which to look it up; else NULL. Borrowed from the document
 * @return false past the end
 */
BINA_API bool bina_document_reference(const bina_document *document, size_t n, int64_t *record,
                                      int *field, int64_t *target, const bina_record **key);

/**
 * An order in which what is referred to comes before what refers to it, as far as there is one.
 *
 * @param order filled with bina_document_count numbers
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_document_order(const bina_document *document, int64_t *order);

/**
 * Reads records from a YAML file: `enterprises:` with a list of maps, and so on.
 *
 * What a key names: at the top a description (plural for a list, singular for one record), or else,
 * when it is a field of the first description, the whole file is one record of that. Inside of a
 * record: a field, or a description whose records stand within it (a compiled kind only where it
 * has a reference to the outer kind, which is then set). Fields go by their name or Indonesian
 * label.
 *
 * What a value says: every scalar is a text, and the field says what it means, so `no` and `01.02`
 * stay as they are in TEXT. INT and MONEY are plain digits or words ("1,5 juta"), DATE is ISO 8601
 * or day/month/year. Nothing, `~` and `null` are null. A list of scalars in a TEXT field becomes
 * one text with a line for each. Where records are expected and their description has a
 * BINA_FIELD_KEY field, a map gives that field as its keys, and as values the rest of the record or
 * just the field after it: `fields: {name: NAMA, sex: {column: JK}}`.
 *
 * References: `{id: 7301...}` is an id, and so is a bare number where no text could be a key; a map
 * (`party: {nik: "..."}`, `party: {person: {name: X}}`) or, if the kind has one key field, a text
 * is a natural key. A map with fields beyond the key is a record of its own, defined there.
 *
 * Refused, each with its place: what is no YAML, unknown and doubled keys, values a field cannot
 * take, required fields that are missing, fields that only the store sets.
 *
 * @param descriptions what may be in the file; NULL: all compiled kinds
 * @param n            how many descriptions
 * @param faults       gets every fault; may be NULL
 * @param error        the first fault
 * @param document     yours; NULL after an error
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_SYNTAX (no YAML); BINA_ERR_INVALID (something in it);
 *         BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_yaml_read(const char *path, const bina_description *const *descriptions,
                                    size_t n, bina_faults *faults, bina_error *error,
                                    bina_document **document);

/** As bina_yaml_read, from `length` bytes in memory; faults say file "-". */
BINA_API bina_status bina_yaml_read_bytes(const char *bytes, size_t length,
                                          const bina_description *const *descriptions, size_t n,
                                          bina_faults *faults, bina_error *error,
                                          bina_document **document);

/**
 * Writes a document as YAML that reads back the same. A single record that stands within none and
 * is of a run-time description is written as the whole file, unless it was read from one that names
 * its description. Fields that are unset, or that only the store sets, are left out. Files, errors and "-" as with bina_csv_write.
 */
BINA_API bina_status bina_yaml_write(const bina_document *document, const char *path,
                                     bina_error *error);

/* ---- Mappings: from any columns to records of a kind -------------------------------------------
 */

/**
 * How the columns of a list become fields of a kind. As YAML:
 *
 *     kind: source_record
 *     dates: dmy                    # or mdy, ymd: the order of 3/4/2020 (dmy if not said)
 *     unit: 1000                    # amounts are in thousands of rupiah (1 if not said)
 *     missing: [belum diisi]        # further words that say "no value"
 *     ignored: [NO, KETERANGAN]     # columns that are left out knowingly
 *     fields:
 *       business_name: NAMA USAHA   # field: column
 *       owner_name: {column: [GELAR, NAMA], join: " "}
 *       hamlet: {column: ALAMAT, split: ",", part: 2}      # part -1 is the last
 *       sex: {column: JK, values: {1: male, 2: female}}
 *       regency: {constant: Lombok Timur}                  # also what an empty cell becomes
 *       sales: {column: OMZET, unit: 1000000}
 *       workers: {column: [TK L, TK P], sum: true}         # whole numbers and amounts, added up
 *       line: "#line"               # the line in the file; "#row": the data row, 1 is the first
 *       village: "#village"         # what a list's cursor tells beside its columns: "#sheet",
 *                                   # "#section", "#village", "#district", "#regency" (bina/list.h)
 *
 * Columns go by their header, whatever its capitals, blanks and marks ("Nama_Usaha" is NAMA USAHA).
 *
 * Cells are read as Indonesian offices write them: "1.500.000", "Rp 1,5 juta", "21 ribu" (M is
 * 10^9), "31/12/2020", "9 Nov 2020", ya and tidak, codes by word or label in either language, L and
 * P; "-", "tidak ada", "n/a" and the like are no value. What a spreadsheet destroyed (8.52E+10 as a
 * telephone) is told and left unset. Fields whose format is a validator (bina/check.h) get its
 * normal form, and are left unset where it refuses.
 */
typedef struct bina_mapping bina_mapping;

/**
 * Reads a mapping.
 *
 * @param target what its records will be; NULL: the compiled kind that the file names
 * @param faults gets what is wrong with the file; may be NULL
 * @return as bina_yaml_read
 */
BINA_API bina_status bina_mapping_read(const char *path, const bina_description *target,
                                       bina_faults *faults, bina_error *error,
                                       bina_mapping **mapping);

/** As bina_mapping_read, from `length` bytes in memory. */
BINA_API bina_status bina_mapping_read_bytes(const char *bytes, size_t length,
                                             const bina_description *target, bina_faults *faults,
                                             bina_error *error, bina_mapping **mapping);

/**
 * Guesses a mapping from headers, in Indonesian or English, and from the first values (a column of
 * 16-digit numbers holds NIKs, whatever it is called). Print it with bina_mapping_write, correct
 * it, and use it from then on.
 *
 * @param rows looked at, not taken from
 * @return BINA_ERR_NO_MEMORY, or what bina_cursor_error(rows) tells
 */
BINA_API bina_status bina_mapping_guess(const bina_description *target, bina_cursor *rows,
                                        bina_error *error, bina_mapping **mapping);

/** Writes a mapping as YAML that reads back the same; files and errors as with bina_yaml_write. */
BINA_API bina_status bina_mapping_write(const bina_mapping *mapping, const char *path,
                                        bina_error *error);

/** What its records are. Borrowed. */
BINA_API const bina_description *bina_mapping_description(const bina_mapping *mapping);

/**
 * The n-th field that a mapping fills.
 *
 * @param slot   the field
 * @param column the header of its (first) column; NULL for a constant. Borrowed
 * @return false past the end
 */
BINA_API bool bina_mapping_at(const bina_mapping *mapping, int n, int *slot, const char **column);

/** Frees a mapping; cursors that use it stay good. NULL is fine. */
BINA_API void bina_mapping_free(bina_mapping *mapping);

/** What became of a file's rows, counted while they are read. */
typedef struct bina_row_counts {
    int64_t rows;    /**< with any value in them */
    int64_t given;   /**< became records */
    int64_t refused; /**< did not: a required field is missing, or cells are shifted */
    int64_t blank;   /**< rows without any value, passed over */
} bina_row_counts;

/** How to use a mapping. Start from BINA_MAPPING_OPTIONS_INIT. */
typedef struct bina_mapping_options {
    size_t struct_size;  /**< sizeof(bina_mapping_options) */
    const char *file;    /**< named in faults */
    bina_faults *faults; /**< where faults go; NULL: nowhere */
    bina_row_counts
        *counts;    /**< counted into while reading; must outlive the cursor; may be NULL */
    bool strict;    /**< a row with any error is refused, not only the field left unset */
    bool has_today; /**< whether `today` counts; else the clock's date is taken */
    int64_t today;  /**< day number by which validators reason about centuries */
} bina_mapping_options;

/** Every option as usual. */
#define BINA_MAPPING_OPTIONS_INIT                                                                  \
    {                                                                                              \
        sizeof(bina_mapping_options), NULL, NULL, NULL, false, false, 0                            \
    }

/**
 * Turns rows into records as a mapping says.
 *
 * A fault leaves its field unset and the row goes on; a row is refused (passed over) only when a
 * required field that the mapping fills has no value, when its cells are shifted, or with `strict`.
 * Keeping the good rows or taking all or nothing is the caller's choice: nothing is stored by
 * reading, so read to the end first and look at the counts and faults, or store within a
 * transaction and roll back.
 *
 * @param rows   any cursor of TEXT columns, such as a CSV file's opened with `line_column` and
 *               `extra_column` so that faults have their line and shifted rows are known; taken
 * over, also when this fails
 * @param cursor yours; NULL after an error
 * @return BINA_ERR_USAGE (options of a newer library), BINA_ERR_NO_MEMORY; a column that the rows
 *         lack is a fault
 */
BINA_API bina_status bina_mapping_open(const bina_mapping *mapping, bina_cursor *rows,
                                       const bina_mapping_options *options, bina_error *error,
                                       bina_cursor **cursor);

BINA_C_END

#endif
