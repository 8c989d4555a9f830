/* A workbook that came back: its rows held to what was asked, its answers written down. */
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "exchange/dates.h"
#include "model/id.h"
#include "register/confirm.h"
#include "register/text_map.h"
#include "register/transaction.h"
#include "store/sql.h"

typedef struct receiving {
    bina_store *store;
    const char *path;
    bina_confirm_receive_options options;
    int64_t day;
    bina_confirm_answer row;
    bina_text_map seen; /* codes of this file */
    bina_record *round; /* what is told at the end */
    bina_id agency;     /* of the file: that of its first code; 0 before it */
    int64_t number;     /* its round */
    int64_t counts[BINA_CONFIRM_REFUSED + 1];
} receiving;

/* ---- faults ---- */

/* What is wrong with a cell of the row. Holds nothing of what was written. */
static void
complain(receiving *self, int column, bool warn, const char *rule, const char *english,
         const char *indonesian)
{
    bina_description *description = bina_confirm_row_description();
    bina_error fault;

    if (self->options.faults != NULL) {
        (void)bina_error_set(&fault, BINA_ERR_INVALID, english, indonesian);
        if (warn)
            bina_error_warn(&fault);
        if (description != NULL)
            bina_error_at(&fault, "confirmation",
                          bina_field_name(bina_description_field(description, column)), rule);
        bina_error_in_file(&fault, self->path, self->row.line, self->row.columns[column]);
        bina_error_in_sheet(&fault, self->row.sheet);
        bina_faults_add(self->options.faults, &fault);
    }
    bina_description_free(description);
}

static bina_status
refuse(receiving *self, int column, const char *rule, const char *english, const char *indonesian)
{
    complain(self, column, false, rule, english, indonesian);
    self->counts[BINA_CONFIRM_REFUSED]++;
    return BINA_OK;
}

/* ---- which row was asked ---- */

/* The record with an id, or NULL where there is none. */
static bina_status
get(receiving *self, bina_id id, bina_record **record)
{
    bina_status status = bina_store_get(self->store, id, record);

    return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
}

/* The newest asking of this file's agency and round about an enterprise; NULL when there is none.
 */
static bina_status
find_by_number(receiving *self, bina_id enterprise, bina_record **asked)
{
    bina_value values[] = {bina_int(self->agency), bina_int(self->number), bina_int(enterprise)};
    int64_t id = 0;
    bina_status status = bina_sql_integer(self->store,
                                          "SELECT max(id) FROM confirmations"
                                          " WHERE agency = ?1 AND round = ?2 AND enterprise = ?3",
                                          values, 3, &id);

    return status == BINA_OK && id != 0 ? get(self, id, asked) : status;
}

/* The id a human number names; 0 when it is none of this kind. `store` may be NULL. */
static bina_id
read_number(const char *text, char letter, int kind, int *store)
{
    int64_t counter;
    char found;
    int issuer;

    if (!bina_number_parse(text, &found, &issuer, &counter) || found != letter)
        return 0;
    if (store != NULL)
        *store = issuer;
    return bina_id_make(issuer, kind, counter);
}

/* Finds what was asked by the row's code, or without one by its number. NULL after complaining. */
static bina_status
find_asked(receiving *self, bina_record **asked)
{
    const char *code = self->row.cells[BINA_CONFIRM_ROW_CODE];
    const char *number = self->row.cells[BINA_CONFIRM_ROW_NUMBER];
    bina_id enterprise = read_number(number, 'E', BINA_ENTERPRISE, NULL), id;
    bina_status status;
    int issuer = 0;

    *asked = NULL;
    if (code[0] == '\0') {
        status = self->agency != 0 && enterprise != 0 ? find_by_number(self, enterprise, asked)
                                                      : BINA_OK;
        if (status == BINA_OK && *asked == NULL)
            return refuse(self, BINA_CONFIRM_ROW_CODE, "confirm.no-code",
                          "The row has no code, so it was not asked; send what is new as a list.",
                          "Baris ini tanpa kode, jadi tidak ditanyakan; kirim yang baru sebagai "
                          "daftar.");
        return status;
    }
    id = read_number(code, BINA_CONFIRM_CODE, BINA_CONFIRMATION, &issuer);
    if (id == 0)
        return refuse(self, BINA_CONFIRM_ROW_CODE, "confirm.code",
                      "The code is misspelt; copy it from the workbook that was sent.",
                      "Kode salah tulis; salin dari buku kerja yang dikirim.");
    status = get(self, id, asked);
    if (status == BINA_OK && *asked == NULL)
        return refuse(self, BINA_CONFIRM_ROW_CODE, "confirm.foreign",
                      issuer != bina_store_number(self->store)
                          ? "The code was given out by another register; send the file there."
                          : "This register never asked with that code.",
                      issuer != bina_store_number(self->store)
                          ? "Kode ini dari register lain; kirim berkas ini ke sana."
                          : "Register ini tidak pernah bertanya dengan kode itu.");
    /* Sorted by some of its columns only, a sheet answers for the wrong enterprises. */
    if (status == BINA_OK && number[0] != '\0' &&
        enterprise != bina_record_int(*asked, BINA_CONFIRMATION_ENTERPRISE)) {
        bina_record_free(*asked);
        *asked = NULL;
        return refuse(self, BINA_CONFIRM_ROW_NUMBER, "confirm.mixed",
                      "Code and number are of two enterprises; was only a part of the columns "
                      "sorted?",
                      "Kode dan nomor milik dua usaha; apakah hanya sebagian kolom diurutkan?");
    }
    return status;
}

/* ---- what was answered ---- */

static void
set_text(bina_record *record, int field, const char *text)
{
    if (text != NULL && text[0] != '\0')
        bina_set_text(record, field, text);
    else
        bina_set_null(record, field);
}

static void
set_closed_on(receiving *self, bina_record *record)
{
    const char *text = self->row.cells[BINA_CONFIRM_ROW_CLOSED_ON];
    bina_verdict verdict = {NULL, BINA_ERROR, NULL, NULL};
    int64_t day;

    bina_set_null(record, BINA_CONFIRMATION_CLOSED_ON);
    if (text[0] == '\0')
        return;
    if (!bina_date_read(text, BINA_DATE_DMY, &day, &verdict)) {
        complain(self, BINA_CONFIRM_ROW_CLOSED_ON, true, "confirm.day",
                 "This is no day; the answer is taken without it.",
                 "Ini bukan tanggal; jawaban diterima tanpa tanggal.");
    } else if (day > bina_store_today(self->store)) {
        complain(self, BINA_CONFIRM_ROW_CLOSED_ON, true, "confirm.day",
                 "This day is yet to come; the answer is taken without it.",
                 "Tanggal ini belum tiba; jawaban diterima tanpa tanggal.");
    } else {
        bina_set_int(record, BINA_CONFIRMATION_CLOSED_ON, day);
    }
}

/* The other enterprise by its number, or by the code of its row. */
static bina_status
set_twin(receiving *self, const bina_record *asked, bina_record *record)
{
    const char *text = self->row.cells[BINA_CONFIRM_ROW_TWIN];
    bina_id twin = read_number(text, 'E', BINA_ENTERPRISE, NULL), other;
    bina_record *found = NULL;
    bina_status status = BINA_OK;

    bina_set_null(record, BINA_CONFIRMATION_TWIN);
    if (twin == 0 && (other = read_number(text, BINA_CONFIRM_CODE, BINA_CONFIRMATION, NULL)) != 0) {
        status = get(self, other, &found);
        if (found != NULL)
            twin = bina_record_int(found, BINA_CONFIRMATION_ENTERPRISE);
        bina_record_free(found);
        found = NULL;
    }
    if (status == BINA_OK && twin != 0)
        status = get(self, twin, &found);
    if (found != NULL && twin != bina_record_int(asked, BINA_CONFIRMATION_ENTERPRISE))
        bina_set_int(record, BINA_CONFIRMATION_TWIN, twin);
    else if (status == BINA_OK)
        complain(
            self, BINA_CONFIRM_ROW_TWIN, true, "confirm.twin",
            "A twin needs the number (E-...) of the other enterprise; the answer is taken "
            "without it.",
            "Yang ganda memerlukan nomor (E-...) usaha yang lain; jawaban diterima tanpa itu.");
    bina_record_free(found);
    return status;
}

/* Fills a record with the answer of the row. */
static bina_status
read_answer(receiving *self, const bina_record *asked, const char *word, bina_record *record)
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
is_same(const bina_record *a, const bina_record *b, int field)
{
    bina_value x = bina_record_get(a, field), y = bina_record_get(b, field);

    if (x.type != y.type || x.type == BINA_NULL)
        return x.type == y.type;
    return bina_type_held_as(x.type) == BINA_TEXT ? strcmp(x.as.text, y.as.text) == 0
                                                  : x.as.integer == y.as.integer;
}

static bool
says_the_same(const bina_record *asked, const bina_record *answer)
{
    static const int fields[] = {BINA_CONFIRMATION_ANSWER, BINA_CONFIRMATION_CLOSED_ON,
                                 BINA_CONFIRMATION_MOVED_TO, BINA_CONFIRMATION_TWIN,
                                 BINA_CONFIRMATION_REMARKS};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!is_same(asked, answer, fields[i]))
            return false;
    return true;
}

/* ---- a row ---- */

/* Whether the file answers this row for the first time; if not, the first answer stands. */
static bina_status
take_once(receiving *self, const bina_record *asked, bool same, bool *first)
{
    char code[BINA_NUMBER_SIZE];

    bina_number_format(bina_record_id(asked), BINA_CONFIRM_CODE, code);
    if (bina_text_map_add(&self->seen, code, 0, first) == NULL)
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    if (*first || same)
        return BINA_OK;
    return refuse(self, BINA_CONFIRM_ROW_ANSWER, "confirm.twice",
                  "The file answers this enterprise twice, and differently; the first answer "
                  "stands.",
                  "Berkas ini menjawab usaha ini dua kali, dan berbeda; jawaban pertama berlaku.");
}

static bina_status
take_answer(receiving *self, const bina_record *asked, const char *word)
{
    bina_record *answer = bina_record_new(BINA_CONFIRMATION);
    bool before = bina_record_text(asked, BINA_CONFIRMATION_ANSWER) != NULL, same, first = false;
    bina_status status =
        answer != NULL ? read_answer(self, asked, word, answer)
                       : bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);

    if (status == BINA_OK) {
        same = says_the_same(asked, answer);
        status = take_once(self, asked, same, &first);
        if (status == BINA_OK && first)
            self->counts[same     ? BINA_CONFIRM_UNCHANGED
                         : before ? BINA_CONFIRM_CHANGED
                                  : BINA_CONFIRM_NEW]++;
        if (status == BINA_OK && first && !same) {
            bina_set_int(answer, BINA_CONFIRMATION_ANSWERED, self->day);
            bina_set_null(answer, BINA_CONFIRMATION_SETTLED);
            set_text(answer, BINA_CONFIRMATION_ANSWERED_BY, self->options.answered_by);
            set_text(answer, BINA_CONFIRMATION_ANSWER_LETTER, self->options.letter);
            status = bina_store_update(self->store, answer);
        }
    }
    bina_record_free(answer);
    return status;
}

static bool
has_details(const receiving *self)
{
    return self->row.cells[BINA_CONFIRM_ROW_CLOSED_ON][0] != '\0' ||
           self->row.cells[BINA_CONFIRM_ROW_MOVED_TO][0] != '\0' ||
           self->row.cells[BINA_CONFIRM_ROW_TWIN][0] != '\0';
}

static bina_status
take_row(receiving *self, const bina_record *asked)
{
    const char *text = self->row.cells[BINA_CONFIRM_ROW_ANSWER], *word;

    if (text[0] == '\0') {
        if (has_details(self))
            return refuse(self, BINA_CONFIRM_ROW_ANSWER, "confirm.no-answer",
                          "The row says more but has no answer; choose one of the list.",
                          "Baris ini berisi keterangan tetapi tanpa jawaban; pilih dari daftar.");
        self->counts[BINA_CONFIRM_SILENT]++;
        return BINA_OK;
    }
    word = bina_confirm_word(text);
    if (word == NULL)
        return refuse(self, BINA_CONFIRM_ROW_ANSWER, "confirm.answer",
                      "This is none of the answers; choose one of the list.",
                      "Ini bukan salah satu jawaban; pilih dari daftar.");
    return take_answer(self, asked, word);
}

/* The file's agency and round are those of its first row that was asked. */
static bina_status
take_round(receiving *self, const bina_record *asked)
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
run_through(receiving *self, bool taking)
{
    bina_error *error = bina_store_complaint(self->store);
    bina_confirm_reader *reader = NULL;
    bina_record *asked = NULL;
    bina_status status = bina_confirm_reader_open(self->path, error, &reader);

    while (status == BINA_OK &&
           (status = bina_confirm_reader_next(reader, &self->row, error)) == BINA_OK) {
        if (taking) {
            self->counts[BINA_CONFIRM_ENTERPRISES]++;
            status = find_asked(self, &asked);
        } else {
            bina_id id = read_number(self->row.cells[BINA_CONFIRM_ROW_CODE], BINA_CONFIRM_CODE,
                                     BINA_CONFIRMATION, NULL);
            status = id != 0 ? get(self, id, &asked) : BINA_OK;
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
nothing_asked(receiving *self)
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
take_file(receiving *self)
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
    receiving self = {.store = store, .path = path, .options = BINA_CONFIRM_RECEIVE_OPTIONS_INIT};
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
