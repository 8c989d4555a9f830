/**
 * @file bina/mapping.h
 * Mappings: from the columns of any list to records of a kind.
 */
#ifndef BINA_MAPPING_H
#define BINA_MAPPING_H

#include <bina/document.h>
#include <bina/exchange.h>

BINA_C_BEGIN

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
