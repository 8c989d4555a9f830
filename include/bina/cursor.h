/**
 * @file bina/cursor.h
 * A stream of records: one at a time, or as typed columns.
 *
 * A query is a cursor, a CSV file is a cursor, a report is a cursor. Both verbs read the same
 * stream and may be mixed; each record is given once.
 */
#ifndef BINA_CURSOR_H
#define BINA_CURSOR_H

#include <bina/record.h>

BINA_C_BEGIN

typedef struct bina_cursor bina_cursor;
typedef struct bina_batch bina_batch;

/** The description of every record the cursor gives. Borrowed from the cursor. */
BINA_API const bina_description *bina_cursor_description(const bina_cursor *cursor);

/**
 * The next record.
 *
 * @param record borrowed until the next call on the cursor
 * @return BINA_OK, BINA_DONE after the last, or an error told by bina_cursor_error
 */
BINA_API bina_status bina_cursor_next(bina_cursor *cursor, const bina_record **record);

/**
 * The next records as columns, a few thousand at a time.
 *
 * @param batch borrowed until the next call on the cursor; never empty
 * @return BINA_OK, BINA_DONE after the last, or an error told by bina_cursor_error
 */
BINA_API bina_status bina_cursor_next_batch(bina_cursor *cursor, const bina_batch **batch);

/**
 * The next records as columns without taking them: the next call gives them again.
 *
 * @param batch borrowed until the next call on the cursor; never empty
 * @return BINA_OK, BINA_DONE when there is no more, or an error told by bina_cursor_error
 */
BINA_API bina_status bina_cursor_peek(bina_cursor *cursor, const bina_batch **batch);

/** What went wrong last. Borrowed from the cursor. */
BINA_API const bina_error *bina_cursor_error(const bina_cursor *cursor);

/** Ends the stream and frees it; NULL is fine. */
BINA_API void bina_cursor_free(bina_cursor *cursor);

/** The number of rows in a batch; at least 1. */
BINA_API size_t bina_batch_rows(const bina_batch *batch);

/** The description its columns follow: column n holds slot n. */
BINA_API const bina_description *bina_batch_description(const bina_batch *batch);

/**
 * Which rows of a column hold a value: bit (row & 7) of byte (row >> 3), least bit first, as in
 * Arrow. NULL when all do.
 */
BINA_API const uint8_t *bina_batch_validity(const bina_batch *batch, int column);

/** The integers of a column held as BINA_INT, one a row (0 where there is no value); else NULL. */
BINA_API const int64_t *bina_batch_integers(const bina_batch *batch, int column);

/** The numbers of a REAL column, one a row (0 where there is no value); else NULL. */
BINA_API const double *bina_batch_reals(const bina_batch *batch, int column);

/**
 * The texts of a TEXT or CODE column: row i is bytes[offsets[i]] up to bytes[offsets[i + 1]], not
 * ended by NUL.
 *
 * @return false (and nothing set) when the column holds no text
 */
BINA_API bool bina_batch_texts(const bina_batch *batch, int column, const int32_t **offsets,
                               const char **bytes);

BINA_C_END

#endif
