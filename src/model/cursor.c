/* Cursors: turning what a source gives into what the caller asks for. */
#include <stdlib.h>
#include "base/error.h"
#include "model/batch.h"
#include "model/cursor.h"

struct bina_cursor {
    const bina_description *description;
    const bina_source *source;
    void *self;
    bina_record *record; /* the one lent to the caller */
    bina_batch *batch;   /* the one lent, or the one whose rows are being given one by one */
    bina_batch *rest;    /* rows left of `batch` when the caller changes verbs */
    size_t row;          /* next row of `batch` to give */
    bina_status ended;   /* BINA_DONE or an error, once the source said so */
    bina_error error;
};

bina_cursor *
bina_cursor_new(const bina_description *description, const bina_source *source, void *self)
{
    bina_cursor *cursor = calloc(1, sizeof *cursor);

    if (cursor == NULL) {
        source->free(self);
        return NULL;
    }
    cursor->description = bina_description_hold(description);
    cursor->source = source;
    cursor->self = self;
    return cursor;
}

void
bina_cursor_free(bina_cursor *cursor)
{
    if (cursor == NULL)
        return;
    cursor->source->free(cursor->self);
    bina_record_free(cursor->record);
    bina_batch_free(cursor->batch);
    bina_batch_free(cursor->rest);
    bina_description_free(cursor->description);
    free(cursor);
}

const bina_description *
bina_cursor_description(const bina_cursor *cursor)
{
    return cursor->description;
}

const bina_error *
bina_cursor_error(const bina_cursor *cursor)
{
    return &cursor->error;
}

static bina_status
end(bina_cursor *cursor, bina_status status)
{
    cursor->ended = status;
    if (status < 0 && cursor->error.status == BINA_OK)
        bina_error_plain(&cursor->error, status);
    return status;
}

static bool
have_record(bina_cursor *cursor)
{
    if (cursor->record == NULL)
        cursor->record = bina_record_new_of(cursor->description);
    return cursor->record != NULL;
}

/* Fills `batch` from the source; the record of the cursor may be used on the way. */
static bina_status
fill(bina_cursor *cursor, bina_batch *batch)
{
    bina_status status = BINA_OK;

    bina_batch_clear(batch);
    if (cursor->source->next_batch != NULL)
        return cursor->source->next_batch(cursor->self, batch, &cursor->error);
    if (!have_record(cursor))
        return BINA_ERR_NO_MEMORY;
    while (bina_batch_rows(batch) < BINA_BATCH_ROWS) {
        bina_record_clear(cursor->record);
        status = cursor->source->next(cursor->self, cursor->record, &cursor->error);
        if (status == BINA_OK)
            status = bina_record_check(cursor->record, &cursor->error);
        if (status == BINA_OK)
            status = bina_batch_add_record(batch, cursor->record);
        if (status != BINA_OK)
            break;
    }
    /* Rows before the end or the fault are given first; the source's word is kept for later. */
    if (status != BINA_OK && bina_batch_rows(batch) > 0) {
        end(cursor, status);
        return BINA_OK;
    }
    return status;
}

static bool
have_batch(bina_cursor *cursor, bina_batch **batch)
{
    if (*batch == NULL)
        *batch = bina_batch_new(cursor->description);
    return *batch != NULL;
}

static size_t
rows_left(const bina_cursor *cursor)
{
    return cursor->batch != NULL ? bina_batch_rows(cursor->batch) - cursor->row : 0;
}

/* Gives the records left of a batch that was being read one by one. */
static bina_status
give_rest(bina_cursor *cursor, const bina_batch **batch)
{
    if (!have_batch(cursor, &cursor->rest) || !have_record(cursor))
        return end(cursor, BINA_ERR_NO_MEMORY);
    bina_batch_clear(cursor->rest);
    for (; rows_left(cursor) > 0; cursor->row++) {
        bina_status status;
        bina_record_clear(cursor->record);
        bina_batch_read_row(cursor->batch, cursor->row, cursor->record);
        status = bina_batch_add_record(cursor->rest, cursor->record);
        if (status != BINA_OK)
            return end(cursor, status);
    }
    *batch = cursor->rest;
    return BINA_OK;
}

bina_status
bina_cursor_next_batch(bina_cursor *cursor, const bina_batch **batch)
{
    bina_status status;

    *batch = NULL;
    if (rows_left(cursor) > 0 && cursor->row > 0)
        return give_rest(cursor, batch);
    if (rows_left(cursor) > 0) { /* looked at, not taken */
        cursor->row = bina_batch_rows(cursor->batch);
        *batch = cursor->batch;
        return BINA_OK;
    }
    if (cursor->ended != BINA_OK)
        return cursor->ended;
    if (!have_batch(cursor, &cursor->batch))
        return end(cursor, BINA_ERR_NO_MEMORY);
    status = fill(cursor, cursor->batch);
    cursor->row = bina_batch_rows(cursor->batch);
    if (status != BINA_OK) {
        cursor->row = 0;
        bina_batch_clear(cursor->batch);
        return end(cursor, status);
    }
    *batch = cursor->batch;
    return BINA_OK;
}

bina_status
bina_cursor_take_batch(bina_cursor *cursor, bina_batch **batch)
{
    const bina_batch *lent;
    bina_status status = bina_cursor_next_batch(cursor, &lent);
    bina_batch **held = lent == cursor->rest ? &cursor->rest : &cursor->batch, *given = *batch;

    if (status != BINA_OK)
        return status;
    *batch = *held;
    *held = given;
    bina_batch_clear(given);
    if (held == &cursor->batch)
        cursor->row = 0;
    return BINA_OK;
}

bina_status
bina_cursor_peek(bina_cursor *cursor, const bina_batch **batch)
{
    bina_batch *given;
    bina_status status;

    *batch = NULL;
    if (rows_left(cursor) > 0 && cursor->row > 0) {
        status = give_rest(cursor, batch);
        if (status != BINA_OK)
            return status;
        given = cursor->batch;
        cursor->batch = cursor->rest;
        cursor->rest = given;
    } else if (rows_left(cursor) == 0) {
        status = bina_cursor_next_batch(cursor, batch);
        if (status != BINA_OK)
            return status;
    }
    cursor->row = 0; /* back to the batch's first row */
    *batch = cursor->batch;
    return BINA_OK;
}

bina_status
bina_cursor_next(bina_cursor *cursor, const bina_record **record)
{
    bina_status status;

    *record = NULL;
    if (cursor->ended != BINA_OK && rows_left(cursor) == 0)
        return cursor->ended;
    if (!have_record(cursor))
        return end(cursor, BINA_ERR_NO_MEMORY);
    if (rows_left(cursor) == 0 && cursor->source->next == NULL) {
        if (!have_batch(cursor, &cursor->batch))
            return end(cursor, BINA_ERR_NO_MEMORY);
        cursor->row = 0;
        status = fill(cursor, cursor->batch);
        if (status != BINA_OK) {
            bina_batch_clear(cursor->batch);
            return end(cursor, status);
        }
    }
    bina_record_clear(cursor->record);
    if (rows_left(cursor) > 0) {
        bina_batch_read_row(cursor->batch, cursor->row++, cursor->record);
        status = BINA_OK;
    } else {
        status = cursor->source->next(cursor->self, cursor->record, &cursor->error);
    }
    if (status == BINA_OK)
        status = bina_record_check(cursor->record, &cursor->error);
    if (status != BINA_OK)
        return end(cursor, status);
    *record = cursor->record;
    return BINA_OK;
}
