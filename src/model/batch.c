/* Batches: filled value by value, read, and taken apart. */
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "model/batch_columns.h"
#include "model/record.h"

bina_batch *
bina_batch_new(const bina_description *description)
{
    bina_batch *self =
        calloc(1, sizeof *self + (size_t)description->count * sizeof(bina_batch_column));

    if (self == NULL)
        return NULL;
    self->description = bina_description_hold(description);
    for (int i = 0; i < description->count; i++)
        self->columns[i].held = bina_type_held_as(description->fields[i].type);
    return self;
}

void
bina_batch_free(bina_batch *self)
{
    if (self == NULL)
        return;
    for (int i = 0; i < self->description->count; i++) {
        bina_batch_column *c = &self->columns[i];
        free(c->validity);
        free(c->integers);
        free(c->reals);
        free(c->offsets);
        free(c->bytes);
    }
    bina_description_free(self->description);
    free(self);
}

void
bina_batch_clear(bina_batch *self)
{
    self->rows = 0;
    for (int i = 0; i < self->description->count; i++)
        self->columns[i].valid = self->columns[i].used = 0;
}

void
bina_batch_swap(bina_batch *a, bina_batch *b)
{
    size_t rows = a->rows, capacity = a->capacity;

    a->rows = b->rows;
    a->capacity = b->capacity;
    b->rows = rows;
    b->capacity = capacity;
    for (int i = 0; i < a->description->count; i++) {
        bina_batch_column column = a->columns[i];
        a->columns[i] = b->columns[i];
        b->columns[i] = column;
    }
}

bool
bina_batch_reserve(bina_batch *self, size_t rows)
{
    size_t capacity = self->capacity == 0 ? 64 : self->capacity;

    if (rows <= self->capacity)
        return true;
    if (rows > INT32_MAX / 2)
        return false;
    while (capacity < rows)
        capacity *= 2;
    for (int i = 0; i < self->description->count; i++) {
        bina_batch_column *c = &self->columns[i];
        bool grown = bina_vector_resize(&c->validity, (capacity + 7) / 8, 1);
        switch (c->held) {
        case BINA_TEXT:
            grown = grown && bina_vector_resize(&c->offsets, capacity + 1, sizeof *c->offsets);
            break;
        case BINA_REAL:
            grown = grown && bina_vector_resize(&c->reals, capacity, sizeof *c->reals);
            break;
        default:
            grown = grown && bina_vector_resize(&c->integers, capacity, sizeof *c->integers);
            break;
        }
        if (!grown)
            return false;
    }
    self->capacity = capacity;
    return true;
}

bina_status
bina_batch_add_row(bina_batch *self)
{
    size_t row = self->rows;

    if (!bina_batch_reserve(self, row + 1))
        return BINA_ERR_NO_MEMORY;
    for (int i = 0; i < self->description->count; i++) {
        bina_batch_column *c = &self->columns[i];
        if ((row & 7) == 0)
            c->validity[row >> 3] = 0;
        switch (c->held) {
        case BINA_TEXT:
            if (row == 0)
                c->offsets[0] = 0;
            c->offsets[row + 1] = c->offsets[row];
            break;
        case BINA_REAL:
            c->reals[row] = 0;
            break;
        default:
            c->integers[row] = 0;
            break;
        }
    }
    self->rows++;
    return BINA_OK;
}

static void
mark_valid(bina_batch *self, bina_batch_column *c)
{
    size_t row = self->rows - 1;

    c->validity[row >> 3] = (uint8_t)(c->validity[row >> 3] | 1u << (row & 7));
    c->valid++;
}

bina_status
bina_batch_put_int(bina_batch *self, int at, int64_t integer)
{
    bina_batch_column *c = &self->columns[at];

    if (c->held != BINA_INT)
        return BINA_ERR_TYPE;
    c->integers[self->rows - 1] = integer;
    mark_valid(self, c);
    return BINA_OK;
}

bina_status
bina_batch_put_real(bina_batch *self, int at, double real)
{
    bina_batch_column *c = &self->columns[at];

    if (c->held != BINA_REAL)
        return BINA_ERR_TYPE;
    c->reals[self->rows - 1] = real;
    mark_valid(self, c);
    return BINA_OK;
}

bina_status
bina_batch_put_text(bina_batch *self, int at, const char *text, size_t length)
{
    bina_batch_column *c = &self->columns[at];

    if (c->held != BINA_TEXT)
        return BINA_ERR_TYPE;
    if (length > INT32_MAX - c->used)
        return BINA_ERR_FULL;
    if (c->used + length > c->bytes_capacity &&
        !bina_vector_reserve(&c->bytes, &c->bytes_capacity, c->used + length, 1))
        return BINA_ERR_NO_MEMORY;
    if (length > 0)
        memcpy(c->bytes + c->used, text, length);
    c->used += length;
    c->offsets[self->rows] = (int32_t)c->used;
    mark_valid(self, c);
    return BINA_OK;
}

void
bina_batch_take(bina_batch *self, int at, void *taken[3])
{
    bina_batch_column *c = &self->columns[at];

    if (c->valid == self->rows) {
        free(c->validity);
        c->validity = NULL;
    }
    taken[0] = c->validity;
    taken[1] = c->held == BINA_TEXT   ? (void *)c->offsets
               : c->held == BINA_REAL ? (void *)c->reals
                                      : (void *)c->integers;
    taken[2] = c->bytes;
    *c = (bina_batch_column){.held = c->held};
    self->capacity = 0;
}

bina_status
bina_batch_add_record(bina_batch *self, const bina_record *record)
{
    bina_status status = bina_batch_add_row(self);

    for (int i = 0; status == BINA_OK && i < self->description->count; i++) {
        bina_value value = bina_record_get(record, i);
        size_t length;
        const char *text;
        switch (bina_type_held_as(value.type)) {
        case BINA_NULL:
            break;
        case BINA_TEXT:
            text = bina_record_text_n(record, i, &length);
            status = bina_batch_put_text(self, i, text, length);
            break;
        case BINA_REAL:
            status = bina_batch_put_real(self, i, value.as.real);
            break;
        default:
            status = bina_batch_put_int(self, i, value.as.integer);
            break;
        }
    }
    return status;
}

void
bina_batch_read_row(const bina_batch *batch, size_t row, bina_record *record)
{
    for (int i = 0; i < batch->description->count; i++) {
        const bina_batch_column *c = &batch->columns[i];
        if ((c->validity[row >> 3] >> (row & 7) & 1) == 0)
            bina_set_null(record, i);
        else if (c->held == BINA_TEXT)
            bina_set_text_n(record, i, c->bytes + c->offsets[row],
                            (size_t)(c->offsets[row + 1] - c->offsets[row]));
        else if (c->held == BINA_REAL)
            bina_set_real(record, i, c->reals[row]);
        else
            bina_set_int(record, i, c->integers[row]);
    }
}

size_t
bina_batch_rows(const bina_batch *batch)
{
    return batch->rows;
}

const bina_description *
bina_batch_description(const bina_batch *batch)
{
    return batch->description;
}

static const bina_batch_column *
column_at(const bina_batch *batch, int at)
{
    return at >= 0 && at < batch->description->count ? &batch->columns[at] : NULL;
}

const uint8_t *
bina_batch_validity(const bina_batch *batch, int at)
{
    const bina_batch_column *c = column_at(batch, at);

    return c != NULL && c->valid < batch->rows ? c->validity : NULL;
}

const int64_t *
bina_batch_integers(const bina_batch *batch, int at)
{
    const bina_batch_column *c = column_at(batch, at);

    return c != NULL && c->held == BINA_INT ? c->integers : NULL;
}

const double *
bina_batch_reals(const bina_batch *batch, int at)
{
    const bina_batch_column *c = column_at(batch, at);

    return c != NULL && c->held == BINA_REAL ? c->reals : NULL;
}

bool
bina_batch_texts(const bina_batch *batch, int at, const int32_t **offsets, const char **bytes)
{
    const bina_batch_column *c = column_at(batch, at);

    if (c == NULL || c->held != BINA_TEXT)
        return false;
    *offsets = c->offsets;
    *bytes = c->bytes != NULL ? c->bytes : "";
    return true;
}
