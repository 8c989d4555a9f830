/**
 * @file bina/rows.h
 * Records kept in memory, to be read back as a cursor: whatever a program has of its own can so be
 * linked, stored or written like a file or a query.
 */
#ifndef BINA_ROWS_H
#define BINA_ROWS_H

#include <bina/cursor.h>

BINA_C_BEGIN

typedef struct bina_rows bina_rows;

/** An empty table for records of a description, which it holds. NULL when memory is out. */
BINA_API bina_rows *bina_rows_new(const bina_description *description);

/** Frees a table; NULL is fine. */
BINA_API void bina_rows_free(bina_rows *rows);

/**
 * Adds a copy of a record of the table's description.
 *
 * @return BINA_OK, BINA_ERR_NO_MEMORY, BINA_ERR_USAGE (another description), or the record's fault
 */
BINA_API bina_status bina_rows_add(bina_rows *rows, const bina_record *record);

/** How many records it holds. */
BINA_API size_t bina_rows_count(const bina_rows *rows);

/**
 * Turns the table into a cursor over its records, in the order added.
 *
 * @param rows let go of in any case: do not use or free it any more
 * @return yours; NULL when memory is out
 */
BINA_API bina_cursor *bina_rows_to_cursor(bina_rows *rows);

BINA_C_END

#endif
