/**
 * @file bina/rows.h
 * Records of a program's own as a cursor, kept in memory or made as they are asked for: whatever a
 * program has can so be linked, stored or written like a file or a query.
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

/**
 * Adds what is left of a cursor of the table's description, which stays yours: whole batches change
 * hands, no record is copied.
 *
 * @return BINA_OK, BINA_ERR_NO_MEMORY, BINA_ERR_USAGE (another description), or why the cursor
 * could not be read, which bina_cursor_error tells
 */
BINA_API bina_status bina_rows_add_all(bina_rows *rows, bina_cursor *cursor);

/** How many records it holds. */
BINA_API size_t bina_rows_count(const bina_rows *rows);

/**
 * Turns the table into a cursor over its records, in the order added.
 *
 * @param rows let go of in any case: do not use or free it any more
 * @return yours; NULL when memory is out
 */
BINA_API bina_cursor *bina_rows_to_cursor(bina_rows *rows);

/**
 * Fills the next record, which is given cleared.
 *
 * @return BINA_OK, BINA_DONE after the last, or an error, which the cursor then gives
 */
typedef bina_status (*bina_next_record)(void *self, bina_record *record);

/**
 * A cursor over records that are made as they are asked for: none is kept in memory.
 *
 * @param description held by the cursor
 * @param next        called whenever the cursor is read, now and then from another thread, never
 *                    twice at once
 * @param end         called once with `self` when the cursor goes, also when this fails; may be
 *                    NULL
 * @param self        yours, given to both
 * @return yours; NULL when memory is out
 */
BINA_API bina_cursor *bina_cursor_of(const bina_description *description, bina_next_record next,
                                     void (*end)(void *self), void *self);

BINA_C_END

#endif
