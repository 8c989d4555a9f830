/*
 * Enterprises that move to another regency: listed by both, at different dates, they are one, here
 * until that day and there from then on, so that each regency counts them in its own time.
 */
#include <stdlib.h>
#include <string.h>
#include "register/reconciling.h"
#include "register/village.h"

/* 0001-01-01: as long as anybody knows. */
#define EVER (-719162)

/* The first digits of a code that name its regency, "52.03". */
#define REGENCY 5

static const char *
region_of(const bina_reconciling *self, size_t row)
{
    const char *region = bina_record_text(self->rows.rows[row].record, BINA_SOURCE_RECORD_REGION);

    return region != NULL && strlen(region) >= REGENCY ? region : NULL;
}

static bool
is_elsewhere(const char *a, const char *b)
{
    return strncmp(a, b, REGENCY) != 0;
}

/* The row that says best where in a regency a cluster was. */
static size_t
place_row(const bina_reconciling *self, const size_t *members, size_t count, const char *regency)
{
    size_t best = SIZE_MAX;

    for (size_t i = 0; i < count; i++) {
        const char *region = region_of(self, members[i]);
        const char *held = best != SIZE_MAX ? region_of(self, best) : NULL;
        if (region == NULL || is_elsewhere(region, regency))
            continue;
        if (held == NULL || strlen(region) > strlen(held) ||
            (strlen(region) == strlen(held) &&
             self->rows.rows[members[i]].list_date > self->rows.rows[best].list_date))
            best = members[i];
    }
    return best;
}

/* The first row of a regency by date, after a day. */
static size_t
first_row_after(const bina_reconciling *self, const size_t *members, size_t count, int64_t day)
{
    size_t best = SIZE_MAX;

    for (size_t i = 0; i < count; i++) {
        int64_t date = self->rows.rows[members[i]].list_date;
        if (region_of(self, members[i]) != NULL && date > day &&
            (best == SIZE_MAX || date < self->rows.rows[best].list_date))
            best = members[i];
    }
    return best;
}

static void
add_move(const bina_reconciling *self, const size_t *members, size_t count, const char *regency,
         int64_t day, bina_moves *moves)
{
    size_t row = place_row(self, members, count, regency);
    bina_move *move = &moves->items[moves->count++];

    move->day = day;
    if (bina_village_now(region_of(self, row), move->region)[0] == '\0')
        memcpy(move->region, region_of(self, row), strlen(region_of(self, row)) + 1);
}

void
bina_moves_find(const bina_reconciling *self, const size_t *members, size_t count,
                bina_moves *moves)
{
    size_t row = first_row_after(self, members, count, INT64_MIN);
    const char *last = row != SIZE_MAX ? region_of(self, row) : NULL;

    moves->count = 0;
    while (row != SIZE_MAX && moves->count < BINA_MOST_MOVES) {
        int64_t day = self->rows.rows[row].list_date;
        /* Lists of one day that do not agree tell of no move. */
        for (size_t i = 0; i < count; i++)
            if (self->rows.rows[members[i]].list_date == day &&
                region_of(self, members[i]) != NULL &&
                !is_elsewhere(region_of(self, members[i]), last))
                row = members[i];
        if (moves->count == 0)
            add_move(self, members, count, last, EVER, moves);
        else if (is_elsewhere(region_of(self, row), last))
            add_move(self, members, count, region_of(self, row), day, moves);
        last = region_of(self, row);
        row = first_row_after(self, members, count, day);
    }
    if (moves->count < 2)
        moves->count = 0;
}

/* What the register holds of a day on; false: nothing was ever said of that day. */
static bina_status
is_said(bina_store *store, bina_id id, const bina_move *move, bool *said)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_store_dated(store, id, BINA_ENTERPRISE_REGION, &cursor);

    *said = false;
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_value from = bina_record_get(record, BINA_DATED_FROM);
        const char *region = bina_record_text(record, BINA_DATED_VALUE);
        int64_t day = from.type == BINA_NULL ? EVER : from.as.integer;
        if (bina_record_get(record, BINA_DATED_SUPERSEDED).type == BINA_NULL && day == move->day &&
            region != NULL && strcmp(region, move->region) == 0)
            *said = true;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_moves_write(bina_reconciling *self, bina_id id, const bina_moves *moves)
{
    bina_status status = BINA_OK;

    if (bina_hands_has(&self->hands, id, BINA_ENTERPRISE_REGION))
        return BINA_OK;
    for (size_t i = 0; i < moves->count && status == BINA_OK; i++) {
        bool said;
        status = is_said(self->store, id, &moves->items[i], &said);
        if (status == BINA_OK && !said)
            status = bina_store_set_dated(self->store, id, BINA_ENTERPRISE_REGION,
                                          bina_text(moves->items[i].region), moves->items[i].day);
    }
    return status;
}
