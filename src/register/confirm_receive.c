/* A workbook that came back: its rows held to what was asked, its answers written down. */
#include "register/confirm_receive.h"
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "exchange/dates.h"
#include "model/value.h"
#include "register/transaction.h"
#include "store/sql.h"

/* ---- what was answered ---- */

/* An empty cell says nothing, and takes back what was said. */
static void
set_text(bina_record *record, int field, const char *text)
{
    bina_set_text(record, field, text != NULL && text[0] != '\0' ? text : NULL);
}

static void
set_closed_on(bina_confirm_receiving *self, bina_record *record)
{
    const char *text = self->row.cells[BINA_CONFIRM_ROW_CLOSED_ON];
    bina_verdict verdict = {NULL, BINA_ERROR, NULL, NULL};
    int64_t day;

    bina_set_null(record, BINA_CONFIRMATION_CLOSED_ON);
    if (text[0] == '\0')
        return;
    if (!bina_date_read(text, BINA_DATE_DMY, &day, &verdict)) {
        bina_confirm_complain(self, BINA_CONFIRM_ROW_CLOSED_ON, true, "confirm.day",
                              "This is no day; the answer is taken without it.",
                              "Ini bukan tanggal; jawaban diterima tanpa tanggal.");
    } else if (day > bina_store_today(self->store)) {
        bina_confirm_complain(self, BINA_CONFIRM_ROW_CLOSED_ON, true, "confirm.day",
                              "This day is yet to come; the answer is taken without it.",
                              "Tanggal ini belum tiba; jawaban diterima tanpa tanggal.");
    } else {
        bina_set_int(record, BINA_CONFIRMATION_CLOSED_ON, day);
    }
}

/* The other enterprise by its number, or by the code of its row. */
static bina_status
set_twin(bina_confirm_receiving *self, const bina_record *asked, bina_record *record)
{
    const char *text = self->row.cells[BINA_CONFIRM_ROW_TWIN];
    bina_id twin = bina_confirm_number(text, 'E', BINA_ENTERPRISE, NULL), other;
    bina_record *found = NULL;
    bina_status status = BINA_OK;

    bina_set_null(record, BINA_CONFIRMATION_TWIN);
    if (twin == 0 &&
        (other = bina_confirm_number(text, BINA_CONFIRM_CODE, BINA_CONFIRMATION, NULL)) != 0) {
        status = bina_confirm_get(self, other, &found);
        if (found != NULL)
            twin = bina_record_int(found, BINA_CONFIRMATION_ENTERPRISE);
        bina_record_free(found);
        found = NULL;
    }
    if (status == BINA_OK && twin != 0)
        status = bina_confirm_get(self, twin, &found);
    if (found != NULL && twin != bina_record_int(asked, BINA_CONFIRMATION_ENTERPRISE))
        bina_set_int(record, BINA_CONFIRMATION_TWIN, twin);
    else if (status == BINA_OK)
        bina_confirm_complain(
            self, BINA_CONFIRM_ROW_TWIN, true, "confirm.twin",
            "A twin needs the number (E-...) of the other enterprise; the answer is taken "
            "without it.",
            "Yang ganda memerlukan nomor (E-...) usaha yang lain; jawaban diterima tanpa itu.");
    bina_record_free(found);
    return status;
}

/* Fills a record with the answer of the row. */
static bina_status
read_answer(bina_confirm_receiving *self, const bina_record *asked, const char *word,
            bina_record *record)
{
    bina_status status = BINA_OK;

    bina_set_int(record, BINA_CONFIRMATION_ID, bina_record_id(asked));
    bina_set_text(record, BINA_CONFIRMATION_ANSWER, word);
    set_closed_on(self, record);
    set_text(record, BINA_CONFIRMATION_MOVED_TO, self->row.cells[BINA_CONFIRM_ROW_MOVED_TO]);
    set_text(record, BINA_CONFIRMATION_REMARKS, self->row.cells[BINA_CONFIRM_ROW_REMARKS]);
    if (strcmp(word, "twin_of") == 0)
        status = set_twin(self, asked, record);
    else
        bina_set_null(record, BINA_CONFIRMATION_TWIN);
    return status;
}

static bool
says_the_same(const bina_record *asked, const bina_record *answer)
{
    static const int fields[] = {BINA_CONFIRMATION_ANSWER, BINA_CONFIRMATION_CLOSED_ON,
                                 BINA_CONFIRMATION_MOVED_TO, BINA_CONFIRMATION_TWIN,
                                 BINA_CONFIRMATION_REMARKS};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!bina_value_equal(bina_record_get(asked, fields[i]),
                              bina_record_get(answer, fields[i])))
            return false;
    return true;
}

/* ---- a row ---- */

/* Whether the file answers this row for the first time; if not, the first answer stands. */
static bina_status
take_once(bina_confirm_receiving *self, const bina_record *asked, bool same, bool *first)
{
    char code[BINA_NUMBER_SIZE];

    bina_number_format(bina_record_id(asked), BINA_CONFIRM_CODE, code);
    if (bina_text_map_add(&self->seen, code, 0, first) == NULL)
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    if (*first || same)
        return BINA_OK;
    return bina_confirm_refuse(
        self, BINA_CONFIRM_ROW_ANSWER, "confirm.twice",
        "The file answers this enterprise twice, and differently; the first answer "
        "stands.",
        "Berkas ini menjawab usaha ini dua kali, dan berbeda; jawaban pertama berlaku.");
}

/* What a field was after the change `at`, as the log tells: changes name what they change only. */
#define THEN(field)                                                                                \
    "(SELECT json_extract(step.new, '$." field "') FROM changes AS step"                           \
    " WHERE step.record = at.record AND step.id <= at.id"                                          \
    " AND json_type(step.new, '$." field "') IS NOT NULL ORDER BY step.id DESC LIMIT 1)"

static const char said_before_sql[] =
    "SELECT EXISTS (SELECT 1 FROM changes AS at WHERE at.record = ?1"
    " AND " THEN("answer") " IS ?2 AND " THEN("closed_on") " IS ?3 AND " THEN(
        "moved_to") " IS ?4"
                    " AND " THEN("twin") " IS ?5 AND " THEN("remarks") " IS ?6)";

/*
 * Whether a newer answer is there already: answered after the day given, or, where none was given,
 * this very one was there and another took its place. An older file received again says just that.
 */
static bina_status
find_newer(bina_confirm_receiving *self, const bina_record *asked, const bina_record *answer,
           bool *newer)
{
    bina_value closed = bina_record_get(answer, BINA_CONFIRMATION_CLOSED_ON);
    char day[16];
    bina_value values[] = {bina_int(bina_record_id(asked)),
                           bina_record_get(answer, BINA_CONFIRMATION_ANSWER),
                           bina_null(),
                           bina_record_get(answer, BINA_CONFIRMATION_MOVED_TO),
                           bina_record_get(answer, BINA_CONFIRMATION_TWIN),
                           bina_record_get(answer, BINA_CONFIRMATION_REMARKS)};
    int64_t found = 0;
    bina_status status = BINA_OK;

    if (closed.type != BINA_NULL)
        values[2] = bina_text(bina_date_format(closed.as.integer, day));
    if (self->options.answered == 0)
        status = bina_sql_integer(self->store, said_before_sql, values, 6, &found);
    *newer = found != 0 || self->day < bina_record_int(asked, BINA_CONFIRMATION_ANSWERED);
    return status;
}

static bina_status
store_answer(bina_confirm_receiving *self, bina_record *answer)
{
    bina_set_int(answer, BINA_CONFIRMATION_ANSWERED, self->day);
    bina_set_null(answer, BINA_CONFIRMATION_SETTLED);
    set_text(answer, BINA_CONFIRMATION_ANSWERED_BY, self->options.answered_by);
    set_text(answer, BINA_CONFIRMATION_ANSWER_LETTER, self->options.letter);
    return bina_store_update(self->store, answer);
}

static bina_status
take_answer(bina_confirm_receiving *self, const bina_record *asked, const char *word)
{
    bina_record *answer = bina_record_new(BINA_CONFIRMATION);
    bool before = bina_record_text(asked, BINA_CONFIRMATION_ANSWER) != NULL;
    bool same = false, first = false, newer = false;
    bina_status status =
        answer != NULL ? read_answer(self, asked, word, answer)
                       : bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);

    if (status == BINA_OK) {
        same = says_the_same(asked, answer);
        status = take_once(self, asked, same, &first);
    }
    if (status == BINA_OK && first && before && !same)
        status = find_newer(self, asked, answer, &newer);
    if (status == BINA_OK && newer) {
        bina_confirm_complain(
            self, BINA_CONFIRM_ROW_ANSWER, true, "confirm.older",
            "A newer answer is there already and stands; if this one is newer, give its day.",
            "Sudah ada jawaban yang lebih baru, dan itu yang berlaku; bila yang ini lebih baru, "
            "sebutkan tanggalnya.");
        self->counts[BINA_CONFIRM_REFUSED]++;
    } else if (status == BINA_OK && first) {
        self->counts[same     ? BINA_CONFIRM_UNCHANGED
                     : before ? BINA_CONFIRM_CHANGED
                              : BINA_CONFIRM_NEW]++;
        if (!same)
            status = store_answer(self, answer);
    }
    bina_record_free(answer);
    return status;
}

static bool
has_details(const bina_confirm_receiving *self)
{
    return self->row.cells[BINA_CONFIRM_ROW_CLOSED_ON][0] != '\0' ||
           self->row.cells[BINA_CONFIRM_ROW_MOVED_TO][0] != '\0' ||
           self->row.cells[BINA_CONFIRM_ROW_TWIN][0] != '\0';
}

static bina_status
take_row(bina_confirm_receiving *self, const bina_record *asked)
{
    const char *text = self->row.cells[BINA_CONFIRM_ROW_ANSWER], *word;

    if (text[0] == '\0') {
        if (has_details(self))
            return bina_confirm_refuse(
                self, BINA_CONFIRM_ROW_ANSWER, "confirm.no-answer",
                "The row says more but has no answer; choose one of the list.",
                "Baris ini berisi keterangan tetapi tanpa jawaban; pilih dari daftar.");
        self->counts[BINA_CONFIRM_SILENT]++;
        return BINA_OK;
    }
    word = bina_confirm_word(text);
    if (word == NULL)
        return bina_confirm_refuse(self, BINA_CONFIRM_ROW_ANSWER, "confirm.answer",
                                   "This is none of the answers; choose one of the list.",
                                   "Ini bukan salah satu jawaban; pilih dari daftar.");
    return take_answer(self, asked, word);
}

/* The file's agency and round are those of its first row that was asked. */
static bina_status
take_round(bina_confirm_receiving *self, const bina_record *asked)
{
    static const int copied[][2] = {{BINA_CONFIRMATION_LETTER, BINA_CONFIRM_LETTER},
                                    {BINA_CONFIRMATION_ASKED, BINA_CONFIRM_ASKED},
                                    {BINA_CONFIRMATION_DUE, BINA_CONFIRM_DUE},
                                    {BINA_CONFIRMATION_ROUND, BINA_CONFIRM_ROUND}};
    bina_record *agency = NULL;
    bina_status status;

    if (self->agency != 0)
        return BINA_OK;
    self->agency = bina_record_int(asked, BINA_CONFIRMATION_AGENCY);
    self->number = bina_record_int(asked, BINA_CONFIRMATION_ROUND);
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++)
        if (bina_record_get(asked, copied[i][0]).type != BINA_NULL)
            bina_record_set(self->round, copied[i][1], bina_record_get(asked, copied[i][0]));
    status = bina_store_get(self->store, self->agency, &agency);
    if (status == BINA_OK)
        bina_set_text(self->round, BINA_CONFIRM_AGENCY,
                      bina_record_text(agency, BINA_ORGANISATION_NAME));
    bina_record_free(agency);
    return status;
}

/* ---- the file ---- */

/*
 * Runs through the file; `taking` says whether for its answers or first for its round only, so that
 * also rows above the first code are found by their numbers.
 */
static bina_status
run_through(bina_confirm_receiving *self, bool taking)
{
    bina_error *error = bina_store_complaint(self->store);
    bina_confirm_reader *reader = NULL;
    bina_record *asked = NULL;
    bina_status status = bina_confirm_reader_open(self->path, error, &reader);

    while (status == BINA_OK &&
           (status = bina_confirm_reader_next(reader, &self->row, error)) == BINA_OK) {
        if (taking) {
            self->counts[BINA_CONFIRM_ENTERPRISES]++;
            status = bina_confirm_find(self, &asked);
        } else {
            bina_id id = bina_confirm_number(self->row.cells[BINA_CONFIRM_ROW_CODE],
                                             BINA_CONFIRM_CODE, BINA_CONFIRMATION, NULL);
            status = id != 0 ? bina_confirm_get(self, id, &asked) : BINA_OK;
        }
        if (status == BINA_OK && asked != NULL)
            status = taking ? take_row(self, asked) : take_round(self, asked);
        bina_record_free(asked);
        asked = NULL;
        if (!taking && self->agency != 0)
            break;
    }
    bina_confirm_reader_free(reader);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
nothing_asked(bina_confirm_receiving *self)
{
    bina_error *error = bina_store_complaint(self->store);

    bina_error_set(error, BINA_ERR_SYNTAX,
                   "No row of this file was asked by this register; is it another register's?",
                   "Tidak ada baris berkas ini yang ditanyakan register ini; apakah milik register "
                   "lain?");
    bina_error_at(error, "confirmation", NULL, "confirm.foreign");
    bina_error_in_file(error, self->path, 0, 0);
    return BINA_ERR_SYNTAX;
}

static bina_status
take_file(bina_confirm_receiving *self)
{
    bina_status status = run_through(self, false);

    if (status == BINA_OK && self->agency == 0)
        status = nothing_asked(self);
    if (status == BINA_OK)
        status = run_through(self, true);
    return status;
}

bina_status
bina_confirm_receive(bina_store *store, const char *path, const bina_confirm_receive_options *given,
                     bina_record **receipt)
{
    bina_confirm_receiving self = {
        .store = store, .path = path, .options = BINA_CONFIRM_RECEIVE_OPTIONS_INIT};
    bina_error *error = bina_store_complaint(store);
    bina_status status;

    *receipt = NULL;
    if (!bina_options_take(&self.options, sizeof self.options, given))
        return bina_error_plain(error, BINA_ERR_USAGE);
    self.day = self.options.answered != 0 ? self.options.answered : bina_store_today(store);
    if (self.day > bina_store_today(store)) {
        bina_error_set(error, BINA_ERR_USAGE, "The day of the answer is yet to come.",
                       "Tanggal jawaban belum tiba.");
        bina_error_at(error, "confirmation", "answered", "confirm.day");
        return BINA_ERR_USAGE;
    }
    self.round = bina_confirm_round_new();
    if (self.round == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    status = bina_register_begin(store, "receive an agency's answers", BINA_RULE_CONFIRM);
    if (status == BINA_OK) {
        status = take_file(&self);
        if (status == BINA_OK && self.options.dry_run)
            status = bina_store_rollback(store);
        else
            status = bina_register_end(store, status);
    }
    if (status == BINA_OK) {
        for (int slot = BINA_CONFIRM_ENTERPRISES; slot <= BINA_CONFIRM_REFUSED; slot++)
            bina_set_int(self.round, slot, self.counts[slot]);
        *receipt = self.round;
        self.round = NULL;
    }
    bina_text_map_drop(&self.seen);
    bina_record_free(self.round);
    return status;
}
