/*
 * What a rule may do with the records around the one at hand: look them up and, when it is an
 * effect, change them. The store implements it within the running transaction; rules know no SQL
 * library.
 */
#ifndef BINA_SRC_MODEL_ACCESS_H
#define BINA_SRC_MODEL_ACCESS_H

#include <bina/record.h>

/* How a lifecycle moves on; see bina_advance_options. */
typedef struct bina_move {
    const char *verb, *reason, *note;
    int64_t on; /* day */
    bina_id paper;
    const bina_record *values; /* fields set with it; may be NULL */
} bina_move;

typedef struct bina_access {
    void *data;
    bina_error *error; /* where a failing call complains */
    int64_t today;
    const char *actor; /* may be NULL */
    /* Reads a record, which is the caller's. */
    bina_status (*get)(void *data, bina_id id, bina_record **record);
    /*
     * The first column of the first row of a SELECT, as text into `text` (when size > 0) and as
     * integer; no row or null is "" and 0. `select` lives for ever: it is prepared once.
     */
    bina_status (*ask)(void *data, const char *select, const bina_value *values, size_t count,
                       int64_t *integer, char *text, size_t size);
    /* The day of the last step a record took; 0 when it took none. */
    bina_status (*last_step)(void *data, bina_id id, int64_t *day);
    /* The first column of every row as ids; yours to free. */
    bina_status (*ids)(void *data, const char *select, const bina_value *values, size_t count,
                       bina_id **ids, size_t *found);
    bina_status (*add)(void *data, bina_record *record, bina_id *id);
    bina_status (*update)(void *data, bina_record *record);
    /* What bina_store_set_dated does: a value of a dated field, true from a day on. */
    bina_status (*set_dated)(void *data, bina_id id, int field, bina_value value, int64_t day);
    bina_status (*advance)(void *data, bina_id id, const bina_move *move);
} bina_access;

#endif
