/* Asking: which enterprises, written down as asked, and the workbook that goes out. */
#include <stdlib.h>
#include <bina/reference.h>
#include <bina/rows.h>
#include "base/options.h"
#include "register/confirm.h"
#include "register/result.h"
#include "register/transaction.h"
#include "store/sql.h"

enum { DAYS_TO_ANSWER = 14 };

typedef struct sending {
    bina_store *store;
    bina_confirm_send_options options;
    bina_confirm_round round;
    char *agency_name;
    int64_t added, rows;
    bina_workbook *book;
} sending;

/*
 * Those that stand for themselves and are not known to be closed or gone, have not been asked about
 * that day, and stand on a list the agency keeps: ?1 the agency, ?2 the day, ?3 one list or null,
 * ?4 whether those on none of its lists are asked about, too.
 */
static const char choose_sql[] = BINA_SQL_STANDING
    " held(id) AS (SELECT DISTINCT standing.root FROM source_records AS row"
    "   JOIN source_registers AS list ON list.id = row.register"
    "   JOIN standing ON standing.id = row.party"
    "   WHERE row.state = 'present' AND list.agency = ?1 AND (?3 IS NULL OR list.name = ?3))"
    "SELECT id, region FROM enterprises WHERE merged_into IS NULL"
    "  AND coalesce(status, '') NOT IN ('closed', 'moved_away')"
    "  AND (?4 OR id IN held)"
    "  AND id NOT IN (SELECT enterprise FROM confirmations WHERE agency = ?1 AND asked = ?2)"
    " ORDER BY id";

/* The round of this agency, day and letter, or the next number. */
static bina_status
find_round(sending *self)
{
    bina_value values[] = {bina_int(self->round.agency),
                           bina_integer_of(BINA_DATE, self->round.asked),
                           bina_text(self->round.letter)};
    bina_status status;

    status = bina_sql_integer(self->store,
                              "SELECT round FROM confirmations"
                              " WHERE agency = ?1 AND asked = ?2 AND letter IS ?3 LIMIT 1",
                              values, 3, &self->round.number);
    if (status == BINA_OK && self->round.number == 0) {
        status = bina_sql_integer(self->store, "SELECT max(round) + 1 FROM confirmations", NULL, 0,
                                  &self->round.number);
        if (self->round.number == 0)
            self->round.number = 1;
    }
    return status;
}

static bina_status
add_asked(sending *self, bina_rows *rows, bina_record *asked, const bina_record *chosen)
{
    const char *region = bina_record_text(chosen, 1);

    if (self->options.region != NULL &&
        (region == NULL || !bina_region_is_under(region, self->options.region, 0)))
        return BINA_OK;
    bina_record_clear(asked);
    bina_set_int(asked, BINA_CONFIRMATION_AGENCY, self->round.agency);
    bina_set_int(asked, BINA_CONFIRMATION_ENTERPRISE, bina_record_int(chosen, 0));
    bina_set_int(asked, BINA_CONFIRMATION_ASKED, self->round.asked);
    bina_set_int(asked, BINA_CONFIRMATION_DUE, self->round.due);
    bina_set_int(asked, BINA_CONFIRMATION_ROUND, self->round.number);
    if (self->round.letter != NULL)
        bina_set_text(asked, BINA_CONFIRMATION_LETTER, self->round.letter);
    self->added++;
    return bina_rows_add(rows, asked);
}

static bina_status
choose(sending *self, bina_rows *rows)
{
    bina_value values[] = {bina_int(self->round.agency),
                           bina_integer_of(BINA_DATE, self->round.asked),
                           bina_text(self->options.list), bina_int(self->options.everybody)};
    bina_sql select = {.text = choose_sql, .values = values, .count = 4, .known_at = -1};
    static const bina_column columns[] = {{"id", .type = BINA_INT}, {"region", .type = BINA_TEXT}};
    bina_record *asked = bina_record_new(BINA_CONFIRMATION);
    bina_cursor *cursor = NULL;
    const bina_record *chosen;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (asked != NULL)
        status = bina_sql_select(self->store, columns, 2, &select, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &chosen)) == BINA_OK)
        status = add_asked(self, rows, asked, chosen);
    bina_cursor_free(cursor);
    bina_record_free(asked);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
write_down(sending *self)
{
    bina_rows *rows = bina_rows_new(bina_kind_description(BINA_CONFIRMATION));
    bina_cursor *cursor = NULL;
    bina_status status = rows != NULL ? choose(self, rows) : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK && self->added > 0) {
        cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status =
            cursor != NULL ? bina_store_add_all(self->store, cursor, NULL) : BINA_ERR_NO_MEMORY;
    }
    bina_cursor_free(cursor);
    bina_rows_free(rows);
    return status;
}

static bina_status
nothing_to_ask(const sending *self)
{
    bina_error *error = bina_store_complaint(self->store);

    bina_error_set(error, BINA_ERR_NOT_FOUND,
                   "There is nothing to ask %s: no enterprise stands on a list it keeps; import "
                   "says who keeps a list, and reconcile makes enterprises of its rows.",
                   "Tidak ada yang ditanyakan kepada %s: tidak ada usaha pada daftar yang "
                   "dikelolanya; impor menyebut pengelola daftar, dan reconcile membentuk usaha.",
                   self->agency_name);
    bina_error_at(error, "confirmation", NULL, "confirm.nothing");
    return BINA_ERR_NOT_FOUND;
}

bina_record *
bina_confirm_round_new(void)
{
    bina_description *description = bina_confirm_round_description();
    bina_record *record = description != NULL ? bina_record_new_of(description) : NULL;

    bina_description_free(description);
    return record;
}

/* Everything but putting the workbook in its place; within a transaction. */
static bina_status
prepare(sending *self, const char *agency, const char *path)
{
    bina_status status =
        bina_agency_find(self->store, agency, true, &self->round.agency, &self->agency_name);

    self->round.agency_name = self->agency_name;
    if (status == BINA_OK)
        status = find_round(self);
    if (status == BINA_OK)
        status = write_down(self);
    if (status == BINA_OK)
        status = bina_confirm_write(self->store, &self->round, self->options.language, path,
                                    &self->rows, &self->book);
    if (status == BINA_OK && self->rows == 0)
        status = nothing_to_ask(self);
    return status;
}

static bina_status
tell(const sending *self, bina_record **told)
{
    bina_record *record = bina_confirm_round_new();

    if (record == NULL)
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    bina_set_int(record, BINA_CONFIRM_ROUND, self->round.number);
    bina_set_text(record, BINA_CONFIRM_AGENCY, self->agency_name);
    if (self->round.letter != NULL)
        bina_set_text(record, BINA_CONFIRM_LETTER, self->round.letter);
    bina_set_int(record, BINA_CONFIRM_ASKED, self->round.asked);
    bina_set_int(record, BINA_CONFIRM_DUE, self->round.due);
    bina_set_int(record, BINA_CONFIRM_ENTERPRISES, self->rows);
    bina_set_int(record, BINA_CONFIRM_NEW, self->added);
    *told = record;
    return BINA_OK;
}

bina_status
bina_confirm_send(bina_store *store, const char *agency, const bina_confirm_send_options *given,
                  const char *path, bina_record **round)
{
    sending self = {.store = store, .options = BINA_CONFIRM_SEND_OPTIONS_INIT};
    bina_error *error = bina_store_complaint(store);
    bina_status status;

    *round = NULL;
    if (!bina_options_take(&self.options, sizeof self.options, given))
        return bina_error_plain(error, BINA_ERR_USAGE);
    self.round.letter = self.options.letter;
    self.round.asked = self.options.asked != 0 ? self.options.asked : bina_store_today(store);
    self.round.due = self.options.due != 0 ? self.options.due : self.round.asked + DAYS_TO_ANSWER;
    if (self.round.due < self.round.asked) {
        bina_error_set(error, BINA_ERR_USAGE, "The answer is due before it is asked for.",
                       "Batas waktu jawaban mendahului hari bertanya.");
        bina_error_at(error, "confirmation", "due", "confirm.due");
        return BINA_ERR_USAGE;
    }
    status = bina_register_begin(store, "ask an agency to confirm", BINA_RULE_CONFIRM);
    if (status == BINA_OK) {
        status = bina_register_end(store, prepare(&self, agency, path));
        /* Kept first: a workbook nobody asked with would come back unknown. Sent again the same
           day it is written again. */
        if (status == BINA_OK) {
            status = bina_workbook_close(self.book, error);
            self.book = NULL;
        }
    }
    if (status == BINA_OK)
        status = tell(&self, round);
    bina_workbook_free(self.book);
    free(self.agency_name);
    return status;
}
