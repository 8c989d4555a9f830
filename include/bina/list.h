/**
 * @file bina/list.h
 * Lists as offices keep them: the tables in workbooks and CSV files, whatever stands around them.
 *
 * A list is read as a cursor whose columns are those of its table. Titles above, headers over two
 * or three rows, rows of column numbers, headers repeated on every page, totals, remarks and
 * signatures are told from data and passed over, each with a warning or a count: no row is lost
 * unnoticed. Names of districts and villages that stand in rows of their own, in the sheet's name
 * or in the title are kept as columns beside each row.
 */
#ifndef BINA_LIST_H
#define BINA_LIST_H

#include <bina/exchange.h>

BINA_C_BEGIN

/** What became of a list's rows, counted while they are read. Blank lines of CSV are no rows. */
typedef struct bina_list_counts {
    int64_t sheets;       /**< that hold the table and were read so far */
    int64_t other_sheets; /**< passed over: they hold another table, or none */
    int64_t rows;         /**< of data, given */
    int64_t blank;        /**< without any value */
    int64_t titles;       /**< above the header, and where they are repeated */
    int64_t headers;      /**< of the header, and where it is repeated */
    int64_t numberings;   /**< that number the columns */
    int64_t totals;       /**< that add up others */
    int64_t sections;     /**< that say what the rows below have in common */
    int64_t notes;        /**< remarks */
    int64_t footers;      /**< places, days and signatures */
    int64_t others;       /**< of another table below on the same sheet */
} bina_list_counts;

/**
 * How to read a list. Start from BINA_LIST_OPTIONS_INIT, or from BINA_LIST_OPTIONS_MAPPING for
 * rows that a mapping will use.
 *
 * A text of `..._column` adds a column of that name behind those of the table (one that is taken
 * gets a number); NULL: none.
 */
typedef struct bina_list_options {
    size_t struct_size;       /**< sizeof(bina_list_options) */
    const char *sheet;        /**< the only sheet to read, by name; NULL: all that hold the table */
    const char *name;         /**< of the description; NULL: "row" */
    const char *line_column;  /**< INT, format "line": the row's number in its sheet or file */
    const char *extra_column; /**< TEXT, format "extra": what a row of CSV has beyond the header's
                                   columns */
    const char *sheet_column; /**< TEXT, format "sheet": the sheet's name */
    const char *section_column; /**< TEXT, format "section": the nearest row above that is a heading
                                     for those below, as written */
    const char *village_column; /**< TEXT, format "village": as told by sections, the sheet's name
                                   or the title ("Desa Suela"), without the word for it */
    const char *district_column; /**< TEXT, format "district": the same of a kecamatan */
    const char *regency_column;  /**< TEXT, format "regency": the same of a kabupaten or kota */
    char delimiter;              /**< of CSV, as bina_csv_options */
    bina_encoding encoding;      /**< of CSV, as bina_csv_options */
    int skip;                    /**< lines of CSV to pass over first, as bina_csv_options */
    size_t longest_cell;         /**< of CSV, as bina_csv_options */
    bina_faults *faults;         /**< where faults go; NULL: nowhere */
    bina_list_counts *counts;    /**< counted into while reading; must outlive the cursor; may be
                                      NULL */
    const char *kinds_column; /**< TEXT, format "kinds": of a workbook, a letter for each column of
                                   the table: what its cell held (n number, d date, t text, b yes
                                   or no, e error, - nothing). A number's zeros may be lost */
    const char *row_column; /**< INT, format "row": the row's number below the header, from 1, with
                                 those that were passed over counted; through all sheets */
} bina_list_options;

/** Every option as usual. */
#define BINA_LIST_OPTIONS_INIT                                                                     \
    {                                                                                              \
        sizeof(bina_list_options), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0,        \
            BINA_ENCODING_FIND, 0, 0, NULL, NULL, NULL, NULL                                       \
    }

/** With every column that a mapping may ask for, called as mappings call them. */
#define BINA_LIST_OPTIONS_MAPPING                                                                  \
    {                                                                                              \
        sizeof(bina_list_options), NULL, NULL, "#line", "#extra", "#sheet", "#section",            \
            "#village", "#district", "#regency", 0, BINA_ENCODING_FIND, 0, 0, NULL, NULL,          \
            "#kinds", NULL                                                                         \
    }

/**
 * Opens a list, in a workbook (.xlsx) or CSV as its first bytes tell, as a cursor.
 *
 * Every column is TEXT, as with bina_csv_open: its name is the header's text, of merged headers
 * that of the group before that of the part ("Tenaga Kerja L"), and cells come as a person would
 * read them; an empty one is unset. The sheets of a workbook that hold the same table are one list,
 * one after the other; the fullest such table is taken, other sheets are told and passed over.
 *
 * @param path    a file, or "-" for standard input
 * @param options NULL for the usual reading
 * @param error   may be NULL
 * @param cursor  yours; NULL after an error
 * @return BINA_OK; BINA_ERR_IO; BINA_ERR_SYNTAX (no table in it); BINA_ERR_NOT_FOUND (no sheet of
 *         that name); BINA_ERR_UNSUPPORTED (an old .xls, a protected file); BINA_ERR_CORRUPT;
 *         BINA_ERR_NO_MEMORY; BINA_ERR_USAGE
 */
BINA_API bina_status bina_list_open(const char *path, const bina_list_options *options,
                                    bina_error *error, bina_cursor **cursor);

/** As bina_list_open, from `length` bytes in memory, which are copied; faults say file "-". */
BINA_API bina_status bina_list_open_bytes(const char *bytes, size_t length,
                                          const bina_list_options *options, bina_error *error,
                                          bina_cursor **cursor);

BINA_C_END

#endif
