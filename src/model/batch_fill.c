/* Filling the columns of many rows at once. */
#include <string.h>
#include "base/vector.h"
#include "model/batch_columns.h"

bina_status
bina_batch_add_rows(bina_batch *self, size_t count)
{
    if (count == 0)
        return BINA_OK;
    if (self->rows > 0 || !bina_batch_reserve(self, count))
        return BINA_ERR_NO_MEMORY;
    for (int i = 0; i < self->description->count; i++) {
        bina_batch_column *c = &self->columns[i];
        memset(c->validity, 0, (count + 7) / 8);
        if (c->held == BINA_TEXT)
            c->offsets[0] = 0;
    }
    self->rows = count;
    return BINA_OK;
}

static void
mark_all_valid(bina_batch *self, bina_batch_column *c)
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
    bina_batch_column *c = &self->columns[at];

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
    bina_batch_column *c = &self->columns[at];

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
    bina_batch_column *c = &self->columns[at];

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
mark_range(bina_batch_column *c, size_t row, size_t count)
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
    bina_batch_column *c = &self->columns[at];
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
