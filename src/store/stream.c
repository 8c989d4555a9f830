/* A running SQL statement as a cursor: stepped straight into records or columns. */
#include <stdlib.h>
#include "model/batch.h"
#include "model/cursor.h"
#include "rules/check.h"
#include "store/inside.h"

typedef struct stream {
    bina_stream its;
    bina_type *types; /* of each result column */
    int fields;
} stream;

static void
free_stream(void *self)
{
    stream *s = self;

    sqlite3_finalize(s->its.statement);
    if (s->its.drop[0] != '\0')
        sqlite3_exec(s->its.store->db, s->its.drop, NULL, NULL, NULL);
    bina_store_let_go(s->its.store);
    free(s->its.slots);
    free(s->types);
    free(s->its.hidden);
    free(s);
}

/* Moves to the next row: BINA_OK, BINA_DONE or an error. */
static bina_status
advance(stream *s, bina_error *error)
{
    int step;

    if (s->its.ended)
        return BINA_DONE;
    if (s->its.pending) {
        s->its.pending = false;
        return BINA_OK;
    }
    step = sqlite3_step(s->its.statement);
    if (step == SQLITE_ROW)
        return BINA_OK;
    s->its.ended = true;
    if (step == SQLITE_DONE) {
        sqlite3_reset(s->its.statement); /* lets go of the snapshot */
        return BINA_DONE;
    }
    bina_store_fail(s->its.store);
    bina_error_copy(error, &s->its.store->error);
    return bina_error_status(error);
}

static bina_status
next(void *self, bina_record *record, bina_error *error)
{
    stream *s = self;
    bina_status status = advance(s, error);
    int i, slot;

    if (status != BINA_OK)
        return status;
    for (i = 0; i < s->its.count; i++)
        bina_column_record(s->its.statement, i, record, s->its.slots[i]);
    if (s->its.derive)
        bina_rules_derive(record, s->its.day);
    for (slot = 0; s->its.hidden != NULL && slot < s->fields; slot++)
        if (s->its.hidden[slot])
            bina_unset(record, slot);
    return BINA_OK;
}

static bina_status
put(bina_batch *batch, sqlite3_stmt *statement, int column, int slot, bina_type type)
{
    bina_value value = bina_column_value(statement, column, type);

    switch (bina_type_held_as(value.type)) {
    case BINA_NULL:
        return BINA_OK;
    case BINA_TEXT:
        return bina_batch_put_text(batch, slot, value.as.text,
                                   (size_t)sqlite3_column_bytes(statement, column));
    case BINA_REAL:
        return bina_batch_put_real(batch, slot, value.as.real);
    default:
        return bina_batch_put_int(batch, slot, value.as.integer);
    }
}

static bina_status
next_batch(void *self, bina_batch *batch, bina_error *error)
{
    stream *s = self;
    bina_status status = BINA_OK;
    int i;

    while (bina_batch_rows(batch) < BINA_BATCH_ROWS) {
        status = advance(s, error);
        if (status == BINA_OK)
            status = bina_batch_add_row(batch);
        for (i = 0; i < s->its.count && status == BINA_OK; i++)
            status = put(batch, s->its.statement, i, s->its.slots[i], s->types[i]);
        if (status != BINA_OK)
            break;
    }
    if (status == BINA_DONE && bina_batch_rows(batch) > 0)
        return BINA_OK;
    return status;
}

static const bina_source columns_source = {next, next_batch, free_stream};
/* Derived fields are computed record by record. */
static const bina_source records_source = {next, NULL, free_stream};

bina_status
bina_stream_cursor(const bina_stream *given, const bina_description *description,
                   bina_cursor **cursor)
{
    stream *s = calloc(1, sizeof *s);
    bina_status status = BINA_OK;
    int i;

    *cursor = NULL;
    bina_store_hold(given->store);
    if (s == NULL) {
        sqlite3_finalize(given->statement);
        if (given->drop[0] != '\0')
            sqlite3_exec(given->store->db, given->drop, NULL, NULL, NULL);
        free(given->slots);
        free(given->hidden);
        bina_store_no_memory(given->store);
        bina_store_let_go(given->store);
        return BINA_ERR_NO_MEMORY;
    }
    s->its = *given;
    s->fields = bina_description_count(description);
    s->types = calloc((size_t)given->count + 1, sizeof *s->types);
    if (s->types == NULL) {
        status = bina_store_no_memory(given->store);
        free_stream(s);
        return status;
    }
    for (i = 0; i < given->count; i++)
        s->types[i] = bina_field_type(bina_description_field(description, given->slots[i]));
    *cursor = bina_cursor_new(description, given->derive ? &records_source : &columns_source, s);
    return *cursor != NULL ? BINA_OK : bina_store_no_memory(given->store);
}
