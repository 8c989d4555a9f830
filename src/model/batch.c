/* A batch: one growing buffer a column, laid out as Arrow lays out its arrays. */
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "model/batch.h"
#include "model/field.h"
#include "model/record.h"

typedef struct column {
    bina_type held;
    uint8_t *validity;
    size_t valid;
    int64_t *integers;
    double *reals;
    int32_t *offsets; /* rows + 1 */
    char *bytes;
    size_t used, bytes_capacity;
} column;

struct bina_batch {
    const bina_description *description;
    size_t rows, capacity; /* every column has room for `capacity` rows */
    column columns[];
};

bina_batch *
bina_batch_new(const bina_description *description)
{
    bina_batch *self = calloc(1, sizeof *self + (size_t)description->count * sizeof(column));

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
        column *c = &self->columns[i];
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

static bool
reserve(bina_batch *self, size_t rows)
{
    size_t capacity = self->capacity == 0 ? 64 : self->capacity;

    if (rows <= self->capacity)
        return true;
    if (rows > INT32_MAX / 2)
        return false;
    while (capacity < rows)
        capacity *= 2;
    for (int i = 0; i < self->description->count; i++) {
        column *c = &self->columns[i];
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

    if (!reserve(self, row + 1))
        return BINA_ERR_NO_MEMORY;
    for (int i = 0; i < self->description->count; i++) {
        column *c = &self->columns[i];
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

bina_status
bina_batch_add_rows(bina_batch *self, size_t count)
{
    if (count == 0)
        return BINA_OK;
    if (self->rows > 0 || !reserve(self, count))
        return BINA_ERR_NO_MEMORY;
    for (int i = 0; i < self->description->count; i++) {
        column *c = &self->columns[i];
        memset(c->validity, 0, (count + 7) / 8);
        if (c->held == BINA_TEXT)
            c->offsets[0] = 0;
    }
    self->rows = count;
    return BINA_OK;
}

static void
mark_all_valid(bina_batch *self, column *c)
{
    if (self->rows > 0)
        memset(c->validity, 0xff, (self->rows + 7) / 8);
    c->valid = self->rows;
}

int64_t *
bina_batch_fill_integers(bina_batch *self, int at)
{
    mark_all_valid(self, &self->columns[at]);
    return self->columns[at].integers;
}

double *
bina_batch_fill_reals(bina_batch *self, int at)
{
    mark_all_valid(self, &self->columns[at]);
    return self->columns[at].reals;
}

int32_t *
bina_batch_fill_texts(bina_batch *self, int at, const char *bytes, size_t length)
{
    column *c = &self->columns[at];

    if (!bina_vector_reserve(&c->bytes, &c->bytes_capacity, length, 1))
        return NULL;
    if (length > 0)
        memcpy(c->bytes, bytes, length);
    c->used = length;
    mark_all_valid(self, c);
    return c->offsets;
}

void
bina_batch_unset(bina_batch *self, int at, size_t row)
{
    column *c = &self->columns[at];

    c->validity[row >> 3] = (uint8_t)(c->validity[row >> 3] & ~(1u << (row & 7)));
    c->valid--;
    if (c->held == BINA_REAL)
        c->reals[row] = 0;
    else if (c->held == BINA_INT)
        c->integers[row] = 0;
}

bina_status
bina_batch_set_text(bina_batch *self, int at, size_t row, const char *text, size_t length)
{
    column *c = &self->columns[at];

    if (text != NULL) {
        if (length > INT32_MAX - c->used)
            return BINA_ERR_FULL;
        if (!bina_vector_reserve(&c->bytes, &c->bytes_capacity, c->used + length, 1))
            return BINA_ERR_NO_MEMORY;
        if (length > 0)
            memcpy(c->bytes + c->used, text, length);
        c->used += length;
        c->validity[row >> 3] = (uint8_t)(c->validity[row >> 3] | 1u << (row & 7));
        c->valid++;
    }
    c->offsets[row + 1] = (int32_t)c->used;
    return BINA_OK;
}

/* Marks rows of which none was before. */
static void
mark_range(column *c, size_t row, size_t count)
{
    size_t end = row + count;

    for (; row < end && (row & 7) != 0; row++)
        c->validity[row >> 3] = (uint8_t)(c->validity[row >> 3] | 1u << (row & 7));
    if (row < end)
        memset(c->validity + (row >> 3), 0xff, (end - row) >> 3);
    for (row += (end - row) & ~(size_t)7; row < end; row++)
        c->validity[row >> 3] = (uint8_t)(c->validity[row >> 3] | 1u << (row & 7));
    c->valid += count;
}

/* Writes a text `count` times: what is written is copied in turn, twice as much each time. */
static void
repeat(char *to, size_t count, const char *text, size_t length)
{
    size_t all = count * length, done = length;

    memcpy(to, text, length);
    for (size_t more; done < all; done += more) {
        more = all - done < done ? all - done : done;
        memcpy(to + done, to, more);
    }
}

bina_status
bina_batch_set_texts(bina_batch *self, int at, size_t row, size_t count, const char *text,
                     size_t length)
{
    column *c = &self->columns[at];
    int32_t *end = c->offsets + row + 1;

    if (length > 0 && count > (INT32_MAX - c->used) / length)
        return BINA_ERR_FULL;
    if (!bina_vector_reserve(&c->bytes, &c->bytes_capacity, c->used + count * length, 1))
        return BINA_ERR_NO_MEMORY;
    if (count > 0 && length > 0)
        repeat(c->bytes + c->used, count, text, length);
    for (size_t i = 0; i < count; i++)
        end[i] = (int32_t)(c->used + (i + 1) * length);
    c->used += count * length;
    mark_range(c, row, count);
    return BINA_OK;
}

static void
mark_valid(bina_batch *self, column *c)
{
    size_t row = self->rows - 1;

    c->validity[row >> 3] = (uint8_t)(c->validity[row >> 3] | 1u << (row & 7));
    c->valid++;
}

bina_status
bina_batch_put_int(bina_batch *self, int at, int64_t integer)
{
    column *c = &self->columns[at];

    if (c->held != BINA_INT)
        return BINA_ERR_TYPE;
    c->integers[self->rows - 1] = integer;
    mark_valid(self, c);
    return BINA_OK;
}

bina_status
bina_batch_put_real(bina_batch *self, int at, double real)
{
    column *c = &self->columns[at];

    if (c->held != BINA_REAL)
        return BINA_ERR_TYPE;
    c->reals[self->rows - 1] = real;
    mark_valid(self, c);
    return BINA_OK;
}

bina_status
bina_batch_put_text(bina_batch *self, int at, const char *text, size_t length)
{
    column *c = &self->columns[at];

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
    column *c = &self->columns[at];

    if (c->valid == self->rows) {
        free(c->validity);
        c->validity = NULL;
    }
    taken[0] = c->validity;
    taken[1] = c->held == BINA_TEXT   ? (void *)c->offsets
               : c->held == BINA_REAL ? (void *)c->reals
                                      : (void *)c->integers;
    taken[2] = c->bytes;
    *c = (column){.held = c->held};
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
        const column *c = &batch->columns[i];
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

static const column *
column_at(const bina_batch *batch, int at)
{
    return at >= 0 && at < batch->description->count ? &batch->columns[at] : NULL;
}

const uint8_t *
bina_batch_validity(const bina_batch *batch, int at)
{
    const column *c = column_at(batch, at);

    return c != NULL && c->valid < batch->rows ? c->validity : NULL;
}

const int64_t *
bina_batch_integers(const bina_batch *batch, int at)
{
    const column *c = column_at(batch, at);

    return c != NULL && c->held == BINA_INT ? c->integers : NULL;
}

const double *
bina_batch_reals(const bina_batch *batch, int at)
{
    const column *c = column_at(batch, at);

    return c != NULL && c->held == BINA_REAL ? c->reals : NULL;
}

bool
bina_batch_texts(const bina_batch *batch, int at, const int32_t **offsets, const char **bytes)
{
    const column *c = column_at(batch, at);

    if (c == NULL || c->held != BINA_TEXT)
        return false;
    *offsets = c->offsets;
    *bytes = c->bytes != NULL ? c->bytes : "";
    return true;
}
