/* Records of a program's own: kept in memory, as a list of batches, or made when asked for. */
#include <stdlib.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "model/batch.h"
#include "model/cursor.h"

struct bina_rows {
    const bina_description *description;
    bina_batch **batches;
    size_t count, capacity;
    size_t rows;
    size_t batch; /* the next to give, once it is a cursor */
};

bina_rows *
bina_rows_new(const bina_description *description)
{
    bina_rows *self = calloc(1, sizeof *self);

    if (self != NULL)
        self->description = bina_description_hold(description);
    return self;
}

void
bina_rows_free(bina_rows *self)
{
    if (self == NULL)
        return;
    for (size_t i = 0; i < self->count; i++)
        bina_batch_free(self->batches[i]);
    free(self->batches);
    bina_description_free(self->description);
    free(self);
}

size_t
bina_rows_count(const bina_rows *rows)
{
    return rows->rows;
}

static bina_status
add_batch(bina_rows *self)
{
    bina_batch *batch;

    if (!bina_vector_reserve(&self->batches, &self->capacity, self->count + 1,
                             sizeof *self->batches))
        return BINA_ERR_NO_MEMORY;
    batch = bina_batch_new(self->description);
    if (batch == NULL)
        return BINA_ERR_NO_MEMORY;
    self->batches[self->count++] = batch;
    return BINA_OK;
}

bina_status
bina_rows_add(bina_rows *self, const bina_record *record)
{
    bina_status status = bina_record_check(record, NULL);

    if (status != BINA_OK)
        return status;
    if (bina_record_description(record) != self->description)
        return BINA_ERR_USAGE;
    if (self->count == 0 || bina_batch_rows(self->batches[self->count - 1]) >= BINA_BATCH_ROWS)
        status = add_batch(self);
    if (status == BINA_OK)
        status = bina_batch_add_record(self->batches[self->count - 1], record);
    if (status == BINA_OK)
        self->rows++;
    return status;
}

bina_status
bina_rows_add_all(bina_rows *self, bina_cursor *cursor)
{
    bina_status status = BINA_OK;

    if (bina_cursor_description(cursor) != self->description)
        return BINA_ERR_USAGE;
    while (status == BINA_OK) {
        status = add_batch(self);
        if (status == BINA_OK)
            status = bina_cursor_take_batch(cursor, &self->batches[self->count - 1]);
        if (status == BINA_OK)
            self->rows += bina_batch_rows(self->batches[self->count - 1]);
    }
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
next_batch(void *data, bina_batch *batch, bina_error *error)
{
    bina_rows *self = data;

    (void)error;
    while (self->batch < self->count && bina_batch_rows(self->batches[self->batch]) == 0)
        self->batch++;
    if (self->batch == self->count)
        return BINA_DONE;
    bina_batch_swap(batch, self->batches[self->batch++]);
    return BINA_OK;
}

static void
free_rows(void *data)
{
    bina_rows_free(data);
}

bina_cursor *
bina_rows_to_cursor(bina_rows *rows)
{
    static const bina_source source = {.next_batch = next_batch, .free = free_rows};

    return bina_cursor_new(rows->description, &source, rows);
}

/* The functions of a program that make the records of a cursor. */
typedef struct made {
    bina_next_record next;
    void (*end)(void *self);
    void *self;
} made;

static bina_status
next_made(void *data, bina_record *record, bina_error *error)
{
    made *of = data;

    (void)error;
    return of->next(of->self, record);
}

static void
free_made(void *data)
{
    made *of = data;

    if (of->end != NULL)
        of->end(of->self);
    free(of);
}

bina_cursor *
bina_cursor_of(const bina_description *description, bina_next_record next, void (*end)(void *self),
               void *self)
{
    static const bina_source source = {.next = next_made, .free = free_made};
    made *of = malloc(sizeof *of);

    if (of == NULL) {
        if (end != NULL)
            end(self);
        return NULL;
    }
    *of = (made){next, end, self};
    return bina_cursor_new(description, &source, of);
}
