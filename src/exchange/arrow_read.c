/* An Arrow stream as a cursor. What a stream gives is looked at, not trusted. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <bina/arrow.h>
#include "base/error.h"
#include "exchange/arrow_values.h"
#include "model/batch.h"
#include "model/cursor.h"

#define PIECE 65536 /* rows given at once: batches may be longer than memory likes */

typedef struct column {
    bina_arrow_layout values;
    bina_arrow_layout codes; /* of a dictionary's codes */
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

/* ---- batches ---- */

/*
 * Takes texts as they lie, all at once. BINA_DONE when they cannot be: they are views or codes, or
 * something is amiss, which is found row by row.
 */
static bina_status
copy_texts(bina_batch *batch, int slot, const bina_arrow_view *codes, const bina_arrow_view *from,
           int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    const uint8_t *validity = from->array->buffers[0];
    int64_t start, end;
    bool whole;
    int32_t *offsets;

    if (codes->array != from->array ||
        (from->layout.kind != BINA_ARROW_TEXT && from->layout.kind != BINA_ARROW_LONG_TEXT))
        return BINA_DONE;
    start = end = bina_arrow_offset_at(from, first);
    whole = start >= 0;
    for (size_t row = 0; row < rows && whole; row++) {
        int64_t at = first + (int64_t)row, next = bina_arrow_offset_at(from, at + 1);
        whole = next == end ||
                (next > end && (validity == NULL || bina_arrow_is_there(from->array, at)));
        end = next;
    }
    if (!whole || end - start > INT32_MAX || (end > start && from->array->buffers[2] == NULL))
        return BINA_DONE;
    offsets = bina_batch_fill_texts(
        batch, slot, end > start ? (const char *)from->array->buffers[2] + start : "",
        (size_t)(end - start));
    if (offsets == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t row = 0; row <= rows; row++)
        offsets[row] = (int32_t)(bina_arrow_offset_at(from, first + (int64_t)row) - start);
    for (size_t row = 0; row < rows && validity != NULL; row++)
        if (!bina_arrow_is_there(from->array, first + (int64_t)row))
            bina_batch_unset(batch, slot, row);
    return BINA_OK;
}

/* Where the value of a row is that comes before `rows`; of another, nowhere. */
static int64_t
place_before(const bina_arrow_view *codes, const bina_arrow_view *values, int64_t first, size_t row,
             size_t rows)
{
    return row < rows ? bina_arrow_place_of(codes, values, first + (int64_t)row) : -1;
}

static bina_status
read_texts(bina_batch *batch, int slot, const bina_arrow_view *codes, const bina_arrow_view *values,
           int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    bina_status status = copy_texts(batch, slot, codes, values, first);
    int64_t at, next;

    if (status != BINA_DONE)
        return status;
    at = bina_arrow_place_of(codes, values, first);
    for (size_t row = 0, end; row < rows; row = end, at = next) {
        const char *text = NULL;
        size_t length = 0;
        if (at < -1 || (at >= 0 && !bina_arrow_text_at(values, at, &text, &length)))
            return BINA_ERR_INVALID;
        end = row + 1;
        next = place_before(codes, values, first, end, rows);
        while (at >= 0 && next == at) /* codes repeat */
            next = place_before(codes, values, first, ++end, rows);
        status = text == NULL ? bina_batch_set_text(batch, slot, row, NULL, 0)
                              : bina_batch_set_texts(batch, slot, row, end - row, text, length);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

static bina_status
read_reals(bina_batch *batch, int slot, const bina_arrow_view *codes, const bina_arrow_view *values,
           int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    double *reals = bina_batch_fill_reals(batch, slot);

    for (size_t row = 0; row < rows; row++) {
        int64_t at = bina_arrow_place_of(codes, values, first + (int64_t)row), whole;
        if (at < -1)
            return BINA_ERR_INVALID;
        if (at < 0)
            bina_batch_unset(batch, slot, row);
        else if (values->layout.kind == BINA_ARROW_DECIMAL)
            (void)bina_arrow_decimal_at(values, at, &whole, &reals[row]);
        else
            reals[row] = bina_arrow_real_at(values, at);
    }
    return BINA_OK;
}

static bina_status
read_integers(bina_batch *batch, int slot, const bina_arrow_view *codes,
              const bina_arrow_view *values, int64_t first)
{
    size_t rows = bina_batch_rows(batch);
    int64_t *numbers = bina_batch_fill_integers(batch, slot);
    double real;

    if (codes->array == values->array && bina_arrow_integers_from(values, first, rows, numbers)) {
        for (size_t row = 0; row < rows && values->array->buffers[0] != NULL; row++)
            if (!bina_arrow_is_there(values->array, first + (int64_t)row))
                bina_batch_unset(batch, slot, row);
        return BINA_OK;
    }
    for (size_t row = 0; row < rows; row++) {
        int64_t at = bina_arrow_place_of(codes, values, first + (int64_t)row);
        bool fits = at >= -1;
        if (at == -1)
            bina_batch_unset(batch, slot, row);
        else if (!fits)
            return BINA_ERR_INVALID;
        else if (values->layout.kind == BINA_ARROW_BOOLEAN)
            numbers[row] = ((const uint8_t *)values->array->buffers[1])[at >> 3] >> (at & 7) & 1;
        else if (values->layout.kind == BINA_ARROW_DECIMAL)
            fits = bina_arrow_decimal_at(values, at, &numbers[row], &real);
        else
            fits = bina_arrow_integer_at(values, at, &numbers[row]);
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
    bina_arrow_view codes = {array, of->has_dictionary ? of->codes : of->values}, values = codes;
    int64_t first = self->batch.offset + array->offset + self->given;
    bina_status status = BINA_ERR_INVALID;

    if (of->has_dictionary)
        values = (bina_arrow_view){array->dictionary, of->values};
    if (values.array != NULL && bina_arrow_is_whole(&codes) && bina_arrow_is_whole(&values) &&
        array->length - self->batch.offset >= self->batch.length) {
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
    if (strcmp(schema->format, "+s") != 0 || schema->n_children < 0 ||
        schema->n_children > INT32_MAX)
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
        made->values =
            bina_arrow_layout_of(made->has_dictionary ? child->dictionary->format : child->format);
        made->codes = bina_arrow_layout_of(child->format);
        if (made->values.kind == BINA_ARROW_UNREAD ||
            (made->has_dictionary &&
             (made->codes.kind != BINA_ARROW_INTEGER || child->dictionary->dictionary != NULL)))
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
