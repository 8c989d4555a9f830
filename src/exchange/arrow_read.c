/*
 * An Arrow stream as a cursor. What a stream gives is looked at, not trusted: types and numbers of
 * buffers are checked where they are read, and offsets must go up. (Their ends cannot be checked:
 * the interface does not tell how long a buffer is.)
 */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <bina/arrow.h>
#include "base/error.h"
#include "model/batch.h"
#include "model/cursor.h"

#define PIECE 65536 /* rows given at once: batches may be longer than memory likes */

typedef enum kind {
    NOTHING,
    INTEGER, /* of `width` bytes, `is_signed`; divided by `divisor` */
    FLOATING,
    DECIMAL, /* of `width` bytes, divided by 10^scale */
    BOOLEAN,
    TEXT,      /* 32-bit offsets */
    LONG_TEXT, /* 64-bit offsets */
    VIEW,
    UNREAD,
} kind;

/* How a column, or the dictionary of one, is laid out. */
typedef struct layout {
    kind kind;
    int width;
    bool is_signed;
    int64_t divisor; /* of times and days */
    int scale;
    bina_type type; /* what it is read as */
} layout;

typedef struct column {
    layout values;
    layout codes; /* of a dictionary's codes */
    bool has_dictionary;
} column;

typedef struct reader {
    struct ArrowArrayStream stream;
    struct ArrowArray batch;
    int64_t given; /* rows of it */
    int count;
    column *columns;
    bina_description *description; /* held for names in errors */
} reader;

/* ---- types ---- */

static layout
integers(int width, bool is_signed, int64_t divisor, bina_type type)
{
    return (layout){INTEGER, width, is_signed, divisor, 0, type};
}

static layout
decimal_of(const char *format)
{
    layout found = {DECIMAL, 16, true, 1, 0, BINA_REAL};
    char *end;

    (void)strtol(format, &end, 10);
    if (*end == ',')
        found.scale = (int)strtol(end + 1, &end, 10);
    if (*end == ',')
        found.width = (int)strtol(end + 1, &end, 10) / 8;
    if (found.width != 16 && found.width != 8 && found.width != 4)
        found.kind = UNREAD;
    if (found.scale == 0)
        found.type = BINA_INT;
    return found;
}

static layout
layout_of(const char *format)
{
    static const char codes[] = "cCsSiIlL";
    const char *at = format[0] != '\0' && format[1] == '\0' ? strchr(codes, format[0]) : NULL;

    if (at != NULL) {
        int n = (int)(at - codes);
        return integers(1 << (n / 2), n % 2 == 0, 1, BINA_INT);
    }
    if (strcmp(format, "n") == 0)
        return (layout){NOTHING, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "b") == 0)
        return (layout){BOOLEAN, 0, false, 1, 0, BINA_BOOL};
    if (strcmp(format, "f") == 0 || strcmp(format, "g") == 0)
        return (layout){FLOATING, format[0] == 'f' ? 4 : 8, true, 1, 0, BINA_REAL};
    if (strcmp(format, "u") == 0)
        return (layout){TEXT, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "U") == 0)
        return (layout){LONG_TEXT, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "vu") == 0)
        return (layout){VIEW, 0, false, 1, 0, BINA_TEXT};
    if (strcmp(format, "tdD") == 0)
        return integers(4, true, 1, BINA_DATE);
    if (strcmp(format, "tdm") == 0)
        return integers(8, true, 86400000, BINA_DATE);
    if (strncmp(format, "tss:", 4) == 0)
        return integers(8, true, -1000, BINA_TIME);
    if (strncmp(format, "tsm:", 4) == 0)
        return integers(8, true, 1, BINA_TIME);
    if (strncmp(format, "tsu:", 4) == 0)
        return integers(8, true, 1000, BINA_TIME);
    if (strncmp(format, "tsn:", 4) == 0)
        return integers(8, true, 1000000, BINA_TIME);
    if (strncmp(format, "d:", 2) == 0)
        return decimal_of(format + 2);
    return (layout){UNREAD, 0, false, 1, 0, BINA_TEXT};
}

/* ---- values ---- */

/* A column, or its dictionary, as it lies in memory. */
typedef struct view {
    const struct ArrowArray *array;
    layout layout;
} view;

static bool
is_there(const struct ArrowArray *array, int64_t at)
{
    const uint8_t *validity = array->n_buffers > 0 ? array->buffers[0] : NULL;

    return validity == NULL || (validity[at >> 3] >> (at & 7) & 1);
}

static uint64_t
number_at(const void *buffer, int width, bool is_signed, int64_t at)
{
    const unsigned char *bytes = (const unsigned char *)buffer + at * width;
    int8_t one;
    int16_t two;
    int32_t four;
    uint64_t eight = 0;

    switch (width) {
    case 1:
        memcpy(&one, bytes, 1);
        return is_signed ? (uint64_t)one : (uint8_t)one;
    case 2:
        memcpy(&two, bytes, 2);
        return is_signed ? (uint64_t)two : (uint16_t)two;
    case 4:
        memcpy(&four, bytes, 4);
        return is_signed ? (uint64_t)four : (uint32_t)four;
    default:
        memcpy(&eight, bytes, 8);
        return eight;
    }
}

/* Rounded down, so that the days before 1970 are right, too. */
static int64_t
divide(int64_t value, int64_t divisor)
{
    int64_t whole = value / divisor;

    return value % divisor < 0 ? whole - 1 : whole;
}

/* False when the number is too large for 63 bits. */
static bool
integer_at(const view *from, int64_t at, int64_t *value)
{
    uint64_t raw =
        number_at(from->array->buffers[1], from->layout.width, from->layout.is_signed, at);

    if (!from->layout.is_signed && raw > INT64_MAX)
        return false;
    *value = (int64_t)raw;
    if (from->layout.divisor < 0) { /* seconds: times a thousand */
        if (*value > INT64_MAX / 1000 || *value < INT64_MIN / 1000)
            return false;
        *value *= 1000;
    } else if (from->layout.divisor > 1) {
        *value = divide(*value, from->layout.divisor);
    }
    return true;
}

static double
real_at(const view *from, int64_t at)
{
    const void *buffer = from->array->buffers[1];
    float single;
    double real;

    if (from->layout.width == 4) {
        memcpy(&single, (const char *)buffer + at * 4, sizeof single);
        return (double)single;
    }
    memcpy(&real, (const char *)buffer + at * 8, sizeof real);
    return real;
}

/* The number before the point is moved; false when it needs more than 63 bits. */
static bool
decimal_at(const view *from, int64_t at, int64_t *whole, double *real)
{
    int64_t high = 0;

    if (from->layout.width == 16) {
        memcpy(whole, (const char *)from->array->buffers[1] + at * 16, sizeof *whole);
        memcpy(&high, (const char *)from->array->buffers[1] + at * 16 + 8, sizeof high);
        *real = ((double)high * 0x1p64 + (double)(uint64_t)*whole) / pow(10, from->layout.scale);
        return high == (*whole < 0 ? -1 : 0);
    }
    *whole = (int64_t)number_at(from->array->buffers[1], from->layout.width, true, at);
    *real = (double)*whole / pow(10, from->layout.scale);
    return true;
}

/* A short text lies in the view itself; of a long one the view tells where. */
static bool
view_at(const struct ArrowArray *array, int64_t at, const char **text, size_t *length)
{
    const char *bytes = (const char *)array->buffers[1] + at * 16;
    int32_t size, where[2];

    memcpy(&size, bytes, sizeof size);
    if (size < 0)
        return false;
    *length = (size_t)size;
    *text = bytes + 4;
    if (size <= 12)
        return true;
    memcpy(where, bytes + 8, sizeof where);
    if (where[0] < 0 || where[0] >= array->n_buffers - 3 || where[1] < 0)
        return false;
    *text = (const char *)array->buffers[2 + where[0]] + where[1];
    return true;
}

static bool
text_at(const view *from, int64_t at, const char **text, size_t *length)
{
    const struct ArrowArray *array = from->array;
    int64_t start, end;

    if (from->layout.kind == VIEW)
        return view_at(array, at, text, length);
    if (from->layout.kind == LONG_TEXT) {
        start = ((const int64_t *)array->buffers[1])[at];
        end = ((const int64_t *)array->buffers[1])[at + 1];
    } else {
        start = ((const int32_t *)array->buffers[1])[at];
        end = ((const int32_t *)array->buffers[1])[at + 1];
    }
    if (start < 0 || end < start)
        return false;
    *text = end > start ? (const char *)array->buffers[2] + start : "";
    *length = (size_t)(end - start);
    return true;
}

/* ---- batches ---- */

/* Buffers as many as the layout has. */
static bool
is_whole(const view *from)
{
    static const int64_t least[] = {
        [NOTHING] = 0, [INTEGER] = 2, [FLOATING] = 2, [DECIMAL] = 2,
        [BOOLEAN] = 2, [TEXT] = 3,    [VIEW] = 3,     [LONG_TEXT] = 3,
    };
    const struct ArrowArray *array = from->array;

    return array->offset >= 0 && array->length >= 0 &&
           array->n_buffers >= least[from->layout.kind] &&
           (from->layout.kind == NOTHING || array->length == 0 || array->buffers[1] != NULL);
}

/* Where in `values` the value of a row is; -1 when it has none, -2 when the code is none. */
static int64_t
place_of(const view *codes, const view *values, int64_t at)
{
    int64_t code;

    if (values->layout.kind == NOTHING)
        return -1;
    if (codes->array == values->array)
        return is_there(values->array, at) ? at : -1;
    if (!is_there(codes->array, at))
        return -1;
    if (!integer_at(codes, at, &code) || code < 0 || code >= values->array->length)
        return -2;
    code += values->array->offset;
    return is_there(values->array, code) ? code : -1;
}

/* Where the text of a row begins, and that of the row before ends. */
static int64_t
offset_at(const view *from, int64_t at)
{
    return from->layout.kind == LONG_TEXT ? ((const int64_t *)from->array->buffers[1])[at]
                                          : ((const int32_t *)from->array->buffers[1])[at];
}

/*
 * Takes texts as they lie, all at once. BINA_DONE when they cannot be: they are views or codes, or
 * something is amiss, which is found row by row.
 */
static bina_status
copy_texts(bina_batch *batch, int slot, const view *codes, const view *from, int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    const uint8_t *validity = from->array->buffers[0];
    int64_t start, length;
    bool whole;
    int32_t *offsets;

    if (codes->array != from->array ||
        (from->layout.kind != TEXT && from->layout.kind != LONG_TEXT))
        return BINA_DONE;
    start = offset_at(from, first);
    length = offset_at(from, first + (int64_t)rows) - start;
    whole = start >= 0 && length >= 0 && length <= INT32_MAX;
    for (size_t row = 0; row < rows && whole; row++) {
        int64_t at = first + (int64_t)row, used = offset_at(from, at + 1) - offset_at(from, at);
        whole = used >= 0 && (used == 0 || validity == NULL || is_there(from->array, at));
    }
    if (!whole)
        return BINA_DONE;
    offsets = bina_batch_fill_texts(
        batch, slot, length > 0 ? (const char *)from->array->buffers[2] + start : "",
        (size_t)length);
    if (offsets == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t row = 0; row <= rows; row++)
        offsets[row] = (int32_t)(offset_at(from, first + (int64_t)row) - start);
    for (size_t row = 0; row < rows && validity != NULL; row++)
        if (!is_there(from->array, first + (int64_t)row))
            bina_batch_unset(batch, slot, row);
    return BINA_OK;
}

static bina_status
read_texts(bina_batch *batch, int slot, const view *codes, const view *values, int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    bina_status status = copy_texts(batch, slot, codes, values, first);

    if (status != BINA_DONE)
        return status;
    for (size_t row = 0; row < rows; row++) {
        int64_t at = place_of(codes, values, first + (int64_t)row);
        const char *text = NULL;
        size_t length = 0;
        if (at < -1 || (at >= 0 && !text_at(values, at, &text, &length)))
            return BINA_ERR_INVALID;
        status = bina_batch_set_text(batch, slot, row, text, length);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

static bina_status
read_reals(bina_batch *batch, int slot, const view *codes, const view *values, int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    double *reals = bina_batch_fill_reals(batch, slot);

    for (size_t row = 0; row < rows; row++) {
        int64_t at = place_of(codes, values, first + (int64_t)row), whole;
        if (at < -1)
            return BINA_ERR_INVALID;
        if (at < 0)
            bina_batch_unset(batch, slot, row);
        else if (values->layout.kind == DECIMAL)
            (void)decimal_at(values, at, &whole, &reals[row]);
        else
            reals[row] = real_at(values, at);
    }
    return BINA_OK;
}

static bina_status
read_integers(bina_batch *batch, int slot, const view *codes, const view *values, int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    int64_t *numbers = bina_batch_fill_integers(batch, slot);
    double real;

    if (codes->array == values->array && values->layout.kind == INTEGER &&
        values->layout.width == 8 && values->layout.is_signed && values->layout.divisor == 1 &&
        values->array->buffers[0] == NULL) {
        memcpy(numbers, (const int64_t *)values->array->buffers[1] + first, rows * sizeof *numbers);
        return BINA_OK;
    }
    for (size_t row = 0; row < rows; row++) {
        int64_t at = place_of(codes, values, first + (int64_t)row);
        bool fits = at >= -1;
        if (at == -1)
            bina_batch_unset(batch, slot, row);
        else if (!fits)
            return BINA_ERR_INVALID;
        else if (values->layout.kind == BOOLEAN)
            numbers[row] = ((const uint8_t *)values->array->buffers[1])[at >> 3] >> (at & 7) & 1;
        else if (values->layout.kind == DECIMAL)
            fits = decimal_at(values, at, &numbers[row], &real);
        else
            fits = integer_at(values, at, &numbers[row]);
        if (!fits)
            return BINA_ERR_INVALID;
    }
    return BINA_OK;
}

static bina_status
read_column(const reader *self, bina_batch *batch, int slot, bina_error *error)
{
    const struct ArrowArray *array = self->batch.children[slot];
    const column *of = &self->columns[slot];
    view codes = {array, of->has_dictionary ? of->codes : of->values}, values = codes;
    int64_t first = self->batch.offset + array->offset + self->given;
    bina_status status = BINA_ERR_INVALID;

    if (of->has_dictionary)
        values = (view){array->dictionary, of->values};
    if (values.array != NULL && is_whole(&codes) && is_whole(&values) &&
        array->length >= self->batch.offset + self->batch.length) {
        if (of->values.type == BINA_TEXT)
            status = read_texts(batch, slot, &codes, &values, first);
        else if (of->values.type == BINA_REAL)
            status = read_reals(batch, slot, &codes, &values, first);
        else
            status = read_integers(batch, slot, &codes, &values, first);
    }
    if (status == BINA_ERR_INVALID)
        bina_error_set(error, status, "column \"%s\" of the Arrow stream is broken or too large",
                       "kolom \"%s\" dari aliran Arrow rusak atau terlalu besar",
                       bina_field_name(bina_description_field(self->description, slot)));
    return status;
}

/* Fetches the next batch that has rows. */
static bina_status
fetch(reader *self, bina_error *error)
{
    for (;;) {
        int failed;
        if (self->batch.release != NULL)
            self->batch.release(&self->batch);
        memset(&self->batch, 0, sizeof self->batch);
        self->given = 0;
        failed = self->stream.get_next(&self->stream, &self->batch);
        if (failed != 0) {
            const char *why = self->stream.get_last_error(&self->stream);
            if (failed == ENOMEM)
                return BINA_ERR_NO_MEMORY;
            return bina_error_set(error, BINA_ERR_IO, "the Arrow stream failed: %s",
                                  "aliran Arrow gagal: %s", why != NULL ? why : strerror(failed));
        }
        if (self->batch.release == NULL)
            return BINA_DONE;
        if (self->batch.n_children != self->count || self->batch.length < 0 ||
            self->batch.offset < 0)
            return bina_error_set(error, BINA_ERR_INVALID,
                                  "an Arrow batch does not have the columns of its schema",
                                  "satu bagian Arrow tidak sesuai dengan skemanya");
        if (self->batch.length > 0)
            return BINA_OK;
    }
}

static bina_status
next_batch(void *source, bina_batch *batch, bina_error *error)
{
    reader *self = source;
    int64_t rows;
    bina_status status = BINA_OK;

    if (self->batch.release == NULL || self->given >= self->batch.length)
        status = fetch(self, error);
    if (status != BINA_OK)
        return status;
    rows = self->batch.length - self->given;
    if (rows > PIECE)
        rows = PIECE;
    status = bina_batch_add_rows(batch, (size_t)rows);
    for (int i = 0; i < self->count && status == BINA_OK; i++)
        status = read_column(self, batch, i, error);
    self->given += rows;
    return status;
}

static void
reader_free(void *source)
{
    reader *self = source;

    if (self->batch.release != NULL)
        self->batch.release(&self->batch);
    if (self->stream.release != NULL)
        self->stream.release(&self->stream);
    bina_description_free(self->description);
    free(self->columns);
    free(self);
}

/* ---- opening ---- */

static bina_status
refuse(bina_error *error, const struct ArrowSchema *schema)
{
    return bina_error_set(error, BINA_ERR_UNSUPPORTED,
                          "column \"%s\" has an Arrow type that is not read (%s)",
                          "kolom \"%s\" memakai tipe Arrow yang tidak dibaca (%s)",
                          schema->name != NULL ? schema->name : "", schema->format);
}

static bina_status
add_columns(reader *self, const struct ArrowSchema *schema, bina_error *error)
{
    if (strcmp(schema->format, "+s") != 0 || schema->n_children > INT32_MAX)
        return bina_error_set(error, BINA_ERR_USAGE, "the Arrow stream is not one of columns",
                              "aliran Arrow bukan aliran kolom");
    self->count = (int)schema->n_children;
    self->columns = calloc((size_t)self->count + 1, sizeof *self->columns);
    self->description = bina_description_new("row", "");
    if (self->columns == NULL || self->description == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int i = 0; i < self->count; i++) {
        const struct ArrowSchema *child = schema->children[i];
        column *made = &self->columns[i];
        int slot;
        made->has_dictionary = child->dictionary != NULL;
        made->values = layout_of(made->has_dictionary ? child->dictionary->format : child->format);
        made->codes = layout_of(child->format);
        if (made->values.kind == UNREAD ||
            (made->has_dictionary &&
             (made->codes.kind != INTEGER || child->dictionary->dictionary != NULL)))
            return refuse(error, child);
        slot = bina_description_add_field(self->description, child->name != NULL ? child->name : "",
                                          made->values.type, NULL, "", 0);
        if (slot < 0)
            return bina_error_set(
                error, (bina_status)slot, "the Arrow stream has two columns \"%s\"",
                "aliran Arrow memiliki dua kolom \"%s\"", child->name != NULL ? child->name : "");
    }
    return BINA_OK;
}

bina_status
bina_arrow_import(struct ArrowArrayStream *stream, bina_cursor **cursor, bina_error *error)
{
    static const bina_source source = {NULL, next_batch, reader_free};
    struct ArrowSchema schema;
    reader *self;
    bina_status status;
    int failed;

    *cursor = NULL;
    bina_error_clear(error);
    if (stream == NULL || stream->release == NULL)
        return bina_error_plain(error, BINA_ERR_USAGE);
    self = calloc(1, sizeof *self);
    if (self == NULL) {
        stream->release(stream);
        stream->release = NULL;
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    self->stream = *stream;
    stream->release = NULL;
    memset(&schema, 0, sizeof schema);
    failed = self->stream.get_schema(&self->stream, &schema);
    if (failed != 0) {
        const char *why = self->stream.get_last_error(&self->stream);
        status = bina_error_set(error, failed == ENOMEM ? BINA_ERR_NO_MEMORY : BINA_ERR_IO,
                                "the Arrow stream failed: %s", "aliran Arrow gagal: %s",
                                why != NULL ? why : strerror(failed));
    } else {
        status = add_columns(self, &schema, error);
    }
    if (schema.release != NULL)
        schema.release(&schema);
    if (status == BINA_OK) {
        *cursor = bina_cursor_new(self->description, &source, self);
        if (*cursor == NULL)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        return BINA_OK;
    }
    reader_free(self);
    return status == BINA_ERR_NO_MEMORY ? bina_error_plain(error, status) : status;
}
