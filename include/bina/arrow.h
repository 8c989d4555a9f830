/**
 * @file bina/arrow.h
 * Records as Arrow columns and Arrow columns as records, for pandas, polars, DuckDB and whatever
 * else speaks Arrow, in C or in any language, without copying through text and without the Arrow
 * libraries.
 *
 * The structures are those of the Arrow C data and C stream interface (arrow.apache.org, "The Arrow
 * C data interface", "The Arrow C stream interface"), a frozen ABI that every user may declare.
 */
#ifndef BINA_ARROW_H
#define BINA_ARROW_H

#include <bina/cursor.h>

BINA_C_BEGIN

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE           2
#define ARROW_FLAG_MAP_KEYS_SORTED    4

/** A type: of a column, or of a whole batch. */
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

/** Values: of a column, or of a whole batch. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/** Batches, one after the other. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif

/**
 * Gives what is left in a cursor as a stream of Arrow batches, of which each is a struct with a
 * column a field.
 *
 * INT, MONEY and REF are int64; REAL is float64; BOOL is bool; TEXT and CODE are utf8; DATE is
 * date32; TIME is timestamp[ms, UTC]. What is unset, null or masked is null. The batches may
 * outlive the stream.
 *
 * @param cursor taken over, also when this fails: the stream frees it
 * @param stream the caller's, filled in; to be released by its `release`
 * @return BINA_OK; BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_arrow_export(bina_cursor *cursor, struct ArrowArrayStream *stream);

/**
 * Reads a stream of Arrow batches as a cursor, a column a field.
 *
 * Read are integers of any width (INT), floats and decimals (REAL; decimals without a fraction
 * INT), bool (BOOL), utf8, large utf8 and utf8 views (TEXT), date32 and date64 (DATE), timestamps
 * (TIME; fractions of a millisecond are cut off), null, and dictionaries of these.
 *
 * @param stream moved: it is the cursor's from now on, also when this fails, and marked released
 * @param cursor yours; reads as it is read, never more than one batch ahead
 * @param error  NULL is fine
 * @return BINA_OK; BINA_ERR_UNSUPPORTED (a type not named above; the column is told), BINA_ERR_IO
 *         (the stream's own fault), BINA_ERR_USAGE (not a stream of structs), BINA_ERR_NO_MEMORY
 */
BINA_API bina_status bina_arrow_import(struct ArrowArrayStream *stream, bina_cursor **cursor,
                                       bina_error *error);

BINA_C_END

#endif
