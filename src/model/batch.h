/* Building batches: for cursors that fill columns directly, and for the record-by-record rest. */
#ifndef BINA_SRC_MODEL_BATCH_H
#define BINA_SRC_MODEL_BATCH_H

#include <bina/cursor.h>

/** An empty batch for records of a description, which it holds. NULL when memory is out. */
bina_batch *bina_batch_new(const bina_description *description);
void bina_batch_free(bina_batch *batch);

/** Drops all rows, keeps the memory. */
void bina_batch_clear(bina_batch *batch);

/** Changes what two batches of one description hold. */
void bina_batch_swap(bina_batch *a, bina_batch *b);

/** Starts a row in which every column is without value. BINA_ERR_NO_MEMORY leaves the batch as it
 * was. */
bina_status bina_batch_add_row(bina_batch *batch);

/** Puts a value into the last row; each column at most once a row. */
bina_status bina_batch_put_int(bina_batch *batch, int column, int64_t integer);
bina_status bina_batch_put_real(bina_batch *batch, int column, double real);
/** BINA_ERR_FULL when a text column would pass 2 GiB. */
bina_status bina_batch_put_text(bina_batch *batch, int column, const char *text, size_t length);

/**
 * Starts many rows at once. Every column must be filled, or its rows set, before anything is read.
 * The rows must be the batch's first. BINA_ERR_NO_MEMORY leaves the batch empty.
 */
bina_status bina_batch_add_rows(bina_batch *batch, size_t count);

/** A column of numbers to be written by the caller: all rows have a value from now on. */
int64_t *bina_batch_fill_integers(bina_batch *batch, int column);
double *bina_batch_fill_reals(bina_batch *batch, int column);

/**
 * The same of texts that lie one behind the other in at most 2 GiB, which are copied.
 *
 * @return where the caller is to write where each row's text begins and, behind the last row, where
 *         that ends; NULL when memory is out
 */
int32_t *bina_batch_fill_texts(bina_batch *batch, int column, const char *bytes, size_t length);

/** Takes a value away again that a column was filled with. */
void bina_batch_unset(bina_batch *batch, int column, size_t row);

/**
 * Puts a text into a row of many; NULL is no value. Called once for each row of the column, in
 * order. BINA_ERR_FULL when the column would pass 2 GiB.
 */
bina_status bina_batch_set_text(bina_batch *batch, int column, size_t row, const char *text,
                                size_t length);

/** The same for `count` rows that follow each other and have one text. */
bina_status bina_batch_set_texts(bina_batch *batch, int column, size_t row, size_t count,
                                 const char *text, size_t length);

/**
 * Takes the memory of a column: what is valid (NULL when all rows are), then the values or, of
 * texts, where each begins and their bytes. All is the caller's, to be freed. The batch may then
 * only give its other columns, and be cleared or freed.
 */
void bina_batch_take(bina_batch *batch, int column, void *taken[3]);

/** Adds a record of the same description as a row. */
bina_status bina_batch_add_record(bina_batch *batch, const bina_record *record);

/** Fills a (cleared) record of the same description from a row. */
void bina_batch_read_row(const bina_batch *batch, size_t row, bina_record *record);

#endif
