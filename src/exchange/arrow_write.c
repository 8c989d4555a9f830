/*
 * A cursor as an Arrow stream. The memory of a batch's columns is handed out as it is; every column
 * owns its own, for consumers may move one out and drop the rest.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/arrow.h>
#include "model/batch.h"
#include "model/cursor.h"

typedef struct stream {
    bina_cursor *cursor;
    const bina_description *description; /* held */
    bina_batch *batch;                   /* whose columns are handed out */
    char message[512];
} stream;

/* A column and what it owns. */
typedef struct column {
    const void *pointers[3];
    void *buffers[3];
} column;

/* A batch's or a schema's children, in one piece. */
typedef struct array_family {
    const void *no_buffer[1];
    struct ArrowArray **pointers;
    struct ArrowArray *children;
} array_family;

typedef struct schema_family {
    struct ArrowSchema **pointers;
    struct ArrowSchema *children;
} schema_family;

/* ---- schema ---- */

static const char *
format_of(bina_type type)
{
    switch (type) {
    case BINA_REAL:
        return "g";
    case BINA_BOOL:
        return "b";
    case BINA_DATE:
        return "tdD";
    case BINA_TIME:
        return "tsm:UTC";
    case BINA_TEXT:
    case BINA_CODE:
        return "u";
    default:
        return "l";
    }
}

static void
release_field(struct ArrowSchema *schema)
{
    free(schema->private_data); /* the name */
    schema->release = NULL;
}

static void
release_schema(struct ArrowSchema *schema)
{
    schema_family *family = schema->private_data;

    for (int64_t i = 0; i < schema->n_children; i++)
        if (family->children[i].release != NULL)
            family->children[i].release(&family->children[i]);
    free(family->children);
    free(family->pointers);
    free(family);
    schema->release = NULL;
}

static bool
fill_field(struct ArrowSchema *schema, const bina_field *field)
{
    size_t size = strlen(bina_field_name(field)) + 1;
    char *name = malloc(size);

    if (name == NULL)
        return false;
    memcpy(name, bina_field_name(field), size);
    schema->format = format_of(bina_field_type(field));
    schema->name = name;
    schema->flags = ARROW_FLAG_NULLABLE;
    schema->private_data = name;
    schema->release = release_field;
    return true;
}

static int
get_schema(struct ArrowArrayStream *self, struct ArrowSchema *out)
{
    const bina_description *description = ((stream *)self->private_data)->description;
    size_t count = (size_t)bina_description_count(description);
    schema_family *family = calloc(1, sizeof *family);

    memset(out, 0, sizeof *out);
    if (family == NULL)
        return ENOMEM;
    out->format = "+s";
    out->name = "";
    out->private_data = family;
    out->release = release_schema;
    family->children = calloc(count + 1, sizeof *family->children);
    family->pointers = calloc(count + 1, sizeof *family->pointers);
    if (family->children == NULL || family->pointers == NULL)
        goto fail;
    out->children = family->pointers;
    for (size_t i = 0; i < count; i++) {
        family->pointers[i] = &family->children[i];
        if (!fill_field(&family->children[i], bina_description_field(description, (int)i)))
            goto fail;
        out->n_children++;
    }
    return 0;
fail:
    release_schema(out);
    memset(out, 0, sizeof *out);
    return ENOMEM;
}

/* ---- columns ---- */

static void
release_column(struct ArrowArray *array)
{
    column *self = array->private_data;

    for (int i = 0; i < 3; i++)
        free(self->buffers[i]);
    free(self);
    array->release = NULL;
}

static int64_t
count_missing(const uint8_t *validity, size_t rows)
{
    int64_t missing = 0;

    for (size_t row = 0; row < rows; row++)
        missing += !(validity[row >> 3] >> (row & 7) & 1);
    return missing;
}

/* Integers as the Arrow type holds them: 4 bytes of a day, one bit of a bool; else as they are. */
static void *
integers_as(bina_type type, int64_t *integers, size_t rows)
{
    void *made = integers;
    int32_t *days;
    uint8_t *bits;

    if (type == BINA_DATE) {
        made = days = malloc((rows + 1) * sizeof *days);
        for (size_t row = 0; days != NULL && row < rows; row++)
            days[row] = (int32_t)integers[row];
    } else if (type == BINA_BOOL) {
        made = bits = calloc(rows / 8 + 1, 1);
        for (size_t row = 0; bits != NULL && row < rows; row++)
            bits[row >> 3] |= (uint8_t)((integers[row] != 0) << (row & 7));
    }
    if (made != integers)
        free(integers);
    return made;
}

/* Takes a column out of a batch. */
static bool
fill_column(struct ArrowArray *array, bina_batch *batch, int slot)
{
    bina_type type = bina_field_type(bina_description_field(bina_batch_description(batch), slot));
    size_t rows = bina_batch_rows(batch);
    column *self = calloc(1, sizeof *self);

    if (self == NULL)
        return false;
    array->length = (int64_t)rows;
    array->n_buffers = 2;
    array->buffers = self->pointers;
    array->private_data = self;
    array->release = release_column;
    bina_batch_take(batch, slot, self->buffers);
    if (self->buffers[0] != NULL)
        array->null_count = count_missing(self->buffers[0], rows);
    if (bina_type_held_as(type) == BINA_TEXT) {
        array->n_buffers = 3;
        if (self->buffers[2] == NULL) /* all are empty */
            self->buffers[2] = malloc(1);
    } else {
        self->buffers[1] = integers_as(type, self->buffers[1], rows);
    }
    memcpy(self->pointers, self->buffers, sizeof self->pointers);
    return self->buffers[array->n_buffers - 1] != NULL;
}

static void
release_batch(struct ArrowArray *array)
{
    array_family *family = array->private_data;

    for (int64_t i = 0; i < array->n_children; i++)
        if (family->children[i].release != NULL)
            family->children[i].release(&family->children[i]);
    free(family->children);
    free(family->pointers);
    free(family);
    array->release = NULL;
}

static int
fill_batch(struct ArrowArray *out, bina_batch *batch)
{
    size_t count = (size_t)bina_description_count(bina_batch_description(batch));
    array_family *family = calloc(1, sizeof *family);

    if (family == NULL)
        return ENOMEM;
    out->length = (int64_t)bina_batch_rows(batch);
    out->n_buffers = 1;
    out->buffers = family->no_buffer;
    out->private_data = family;
    out->release = release_batch;
    family->children = calloc(count + 1, sizeof *family->children);
    family->pointers = calloc(count + 1, sizeof *family->pointers);
    if (family->children == NULL || family->pointers == NULL)
        goto fail;
    out->children = family->pointers;
    for (size_t i = 0; i < count; i++) {
        family->pointers[i] = &family->children[i];
        out->n_children++;
        if (!fill_column(&family->children[i], batch, (int)i))
            goto fail;
    }
    return 0;
fail:
    release_batch(out);
    memset(out, 0, sizeof *out);
    return ENOMEM;
}

/* ---- stream ---- */

static int
get_next(struct ArrowArrayStream *self, struct ArrowArray *out)
{
    stream *data = self->private_data;
    bina_status status = BINA_ERR_NO_MEMORY;

    memset(out, 0, sizeof *out); /* released, which says that there is no more */
    data->message[0] = '\0';
    if (data->batch == NULL)
        data->batch = bina_batch_new(data->description);
    if (data->batch != NULL)
        status = bina_cursor_take_batch(data->cursor, &data->batch);
    if (status == BINA_DONE)
        return 0;
    if (status == BINA_OK)
        return fill_batch(out, data->batch);
    snprintf(data->message, sizeof data->message, "%s",
             bina_error_message(bina_cursor_error(data->cursor), BINA_ENGLISH));
    return status == BINA_ERR_NO_MEMORY ? ENOMEM : EIO;
}

static const char *
get_last_error(struct ArrowArrayStream *self)
{
    stream *data = self->private_data;

    return data->message[0] != '\0' ? data->message : NULL;
}

static void
release_stream(struct ArrowArrayStream *self)
{
    stream *data = self->private_data;

    bina_cursor_free(data->cursor);
    bina_batch_free(data->batch);
    bina_description_free(data->description);
    free(data);
    self->release = NULL;
}

bina_status
bina_arrow_export(bina_cursor *cursor, struct ArrowArrayStream *out)
{
    stream *data = calloc(1, sizeof *data);

    memset(out, 0, sizeof *out);
    if (data == NULL) {
        bina_cursor_free(cursor);
        return BINA_ERR_NO_MEMORY;
    }
    data->cursor = cursor;
    data->description = bina_description_hold(bina_cursor_description(cursor));
    out->get_schema = get_schema;
    out->get_next = get_next;
    out->get_last_error = get_last_error;
    out->release = release_stream;
    out->private_data = data;
    return BINA_OK;
}
