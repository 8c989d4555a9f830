/**
 * @file bina/faults.h
 * What is wrong with the content of a file: a list of faults with file, line, column and reason.
 * Reading never stops for one.
 */
#ifndef BINA_FAULTS_H
#define BINA_FAULTS_H

#include <bina/cursor.h>

BINA_C_BEGIN

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

BINA_C_END

#endif
