/* A workbook of reviewed pairs comes back: sorted, half filled, or a second time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/list.h>
#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "register/hand.h"
#include "register/judgements.h"
#include "register/result.h"
#include "register/reviewing.h"
#include "register/transaction.h"
#include "store/sql.h"

/* The columns that are read back. */
enum { VERDICT, REASON, REVIEWER, PAIR, RECORD, LINE, SHEET, COLUMNS };

static const char *const names[COLUMNS] = {"verdict", "reason", "reviewer", "pair",
                                           "record",  "#line",  "#sheet"};

/* A row of the workbook. */
typedef struct filled_row {
    bina_record *row;
    bina_id pair, record;
    int64_t line;
    const char *verdict; /* a code; NULL: none is given, or none that is known */
} filled_row;

typedef struct reading {
    bina_store *store;
    const char *path, *reviewer;
    bina_faults *faults;
    int slots[COLUMNS]; /* -1: there is no such column */
    filled_row *answers;
    size_t count, capacity;
    int64_t pairs, judged, unchanged, unanswered, refused;
} reading;

/* ---- the columns ---- */

static bool
is_header(const char *text, const bina_review_column *column)
{
    return bina_text_equal_nocase(text, column->name) ||
           bina_text_equal_nocase(text, column->header[0]) ||
           bina_text_equal_nocase(text, column->header[1]);
}

static bina_status
find_columns(reading *self, const bina_description *description)
{
    for (int n = 0; n < COLUMNS; n++) {
        self->slots[n] = n >= LINE ? bina_description_find(description, names[n]) : -1;
        for (const bina_review_column *column = bina_review_columns; column->name != NULL; column++)
            for (int slot = 0; n < LINE && strcmp(column->name, names[n]) == 0 &&
                               slot < bina_description_count(description);
                 slot++)
                if (is_header(bina_field_name(bina_description_field(description, slot)), column))
                    self->slots[n] = slot;
    }
    if (self->slots[VERDICT] >= 0 && self->slots[PAIR] >= 0 && self->slots[RECORD] >= 0)
        return BINA_OK;
    (void)bina_error_set(
        bina_store_complaint(self->store), BINA_ERR_SYNTAX,
        "this is no workbook of pairs: it needs the columns \"verdict\", \"pair\" "
        "and \"source row\"",
        "ini bukan buku kerja pasangan: harus ada kolom \"putusan\", \"pasangan\", "
        "dan \"baris sumber\"");
    bina_error_in_file(bina_store_complaint(self->store), self->path, 0, 0);
    return BINA_ERR_SYNTAX;
}

static const char *
cell(const reading *self, const filled_row *answer, int column)
{
    const char *text =
        self->slots[column] >= 0 ? bina_record_text(answer->row, self->slots[column]) : NULL;

    return text != NULL && text[strspn(text, " ")] != '\0' ? text : NULL;
}

/* ---- faults ---- */

enum { NO_PAIR, NO_ROW, NO_VERDICT, TWO_VERDICTS, NO_STORE };

static void
complain(reading *self, const filled_row *answer, int column, int why)
{
    static const struct {
        const char *rule, *english, *indonesian;
    } sentences[] = {
        {"review.pair", "There is no such pair in this register.",
         "Tidak ada pasangan seperti itu di register ini."},
        {"review.row", "This source row is none of the pair's two.",
         "Baris sumber ini bukan salah satu dari kedua baris pasangannya."},
        {"review.verdict", "This is no verdict; choose one from the list.",
         "Ini bukan putusan; pilih dari daftar."},
        {"review.two_verdicts", "The same person gives two verdicts on one pair.",
         "Orang yang sama memberi dua putusan untuk satu pasangan."},
        {"review.refused", "The register refuses this verdict.", "Register menolak putusan ini."},
    };
    const char *sheet =
        self->slots[SHEET] >= 0 ? bina_record_text(answer->row, self->slots[SHEET]) : NULL;
    bina_error fault;

    bina_error_clear(&fault);
    (void)bina_error_set(&fault, BINA_ERR_INVALID, sentences[why].english,
                         sentences[why].indonesian);
    bina_error_at(&fault, "judgement", names[column], sentences[why].rule);
    bina_error_in_file(&fault, self->path, answer->line, self->slots[column] + 1);
    bina_error_in_sheet(&fault, sheet);
    bina_faults_add(self->faults, &fault);
    self->refused++;
}

/* ---- reading ---- */

/* An id as it was written; 0 for anything else. */
static bina_id
id_of(const char *text)
{
    char *end = NULL;
    long long id = text != NULL ? strtoll(text, &end, 10) : 0;

    return text != NULL && end != text && end[strspn(end, " ")] == '\0' && id > 0 ? id : 0;
}

static bina_status
keep(reading *self, const bina_record *row)
{
    filled_row *answer;
    const char *verdict;

    if (!bina_vector_reserve(&self->answers, &self->capacity, self->count + 1,
                             sizeof *self->answers))
        return BINA_ERR_NO_MEMORY;
    answer = &self->answers[self->count];
    answer->row = bina_record_copy(row);
    if (answer->row == NULL)
        return BINA_ERR_NO_MEMORY;
    self->count++;
    answer->pair = id_of(cell(self, answer, PAIR));
    answer->record = id_of(cell(self, answer, RECORD));
    answer->line = self->slots[LINE] >= 0 ? bina_record_int(row, self->slots[LINE]) : 0;
    verdict = cell(self, answer, VERDICT);
    answer->verdict = verdict != NULL ? bina_codes_find("verdict", verdict) : NULL;
    return BINA_OK;
}

static bina_status
read_all(reading *self)
{
    bina_list_options options = BINA_LIST_OPTIONS_INIT;
    bina_error *error = bina_store_complaint(self->store);
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status;

    options.line_column = names[LINE];
    options.sheet_column = names[SHEET];
    status = bina_list_open(self->path, &options, error, &cursor);
    if (status == BINA_OK)
        status = find_columns(self, bina_cursor_description(cursor));
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK)
        status = keep(self, row);
    if (status < 0 && cursor != NULL && bina_error_status(bina_cursor_error(cursor)) == status)
        bina_error_copy(error, bina_cursor_error(cursor));
    else if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

/* ---- writing ---- */

static int
by_pair(const void *a, const void *b)
{
    const filled_row *x = a, *y = b;

    if (x->pair != y->pair)
        return x->pair < y->pair ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static const char *
reviewer_of(const reading *self, const filled_row *answer)
{
    const char *name = cell(self, answer, REVIEWER);

    if (name != NULL)
        return name;
    return self->reviewer != NULL ? self->reviewer : bina_store_actor(self->store);
}

static bool
is_same_person(const reading *self, const filled_row *a, const filled_row *b)
{
    const char *one = reviewer_of(self, a), *other = reviewer_of(self, b);

    return one == other || (one != NULL && other != NULL && bina_text_equal_nocase(one, other));
}

/* Whether two rows of one pair say one thing: the row counts where the verdict has a direction. */
static bool
is_same_verdict(const filled_row *a, const filled_row *b)
{
    return a->verdict == b->verdict &&
           (a->record == b->record ||
            (strcmp(a->verdict, "member_of") != 0 && strcmp(a->verdict, "successor_of") != 0));
}

/* Whether the person of this row answered in a row before it, from `first` on. */
static bool
is_said_before(const reading *self, size_t first, size_t at)
{
    for (size_t i = first; i < at; i++)
        if (cell(self, &self->answers[i], VERDICT) != NULL &&
            is_same_person(self, &self->answers[i], &self->answers[at]))
            return true;
    return false;
}

/* Whether one person's rows of a pair, from `at` up to `end`, come to one verdict; if not, it is
 * complained of once, and none of them may be taken. */
static bool
is_sound(reading *self, const bina_record *pair, size_t at, size_t end)
{
    const filled_row *said = &self->answers[at];

    for (size_t i = at; i < end; i++) {
        const filled_row *answer = &self->answers[i];
        if (cell(self, answer, VERDICT) == NULL || !is_same_person(self, answer, said))
            continue;
        if (answer->verdict == NULL)
            complain(self, answer, VERDICT, NO_VERDICT);
        else if (answer->record != bina_record_int(pair, BINA_PAIR_FIRST) &&
                 answer->record != bina_record_int(pair, BINA_PAIR_SECOND))
            complain(self, answer, RECORD, NO_ROW);
        else if (!is_same_verdict(answer, said))
            complain(self, answer, VERDICT, TWO_VERDICTS);
        else
            continue;
        return false;
    }
    return true;
}

/* What one person says of a pair that is in the register, in rows from `at` up to `end`. */
static bina_status
take(reading *self, const bina_record *pair, size_t at, size_t end)
{
    const filled_row *answer = &self->answers[at];
    bina_judging judging = BINA_JUDGING_INIT;
    bool changed = false;
    bina_status status;

    if (!is_sound(self, pair, at, end))
        return BINA_OK;
    judging.verdict = answer->verdict;
    judging.subject = answer->record;
    judging.reviewer = reviewer_of(self, answer);
    judging.reason = cell(self, answer, REASON);
    status = bina_judgement_import(self->store, answer->pair, &judging, &changed);
    if (status == BINA_ERR_INVALID) {
        complain(self, answer, VERDICT, NO_STORE);
        return BINA_OK;
    }
    self->judged += changed;
    self->unchanged += status == BINA_OK && !changed;
    return status;
}

/* The answers of one pair, from `first` up to `end`. */
static bina_status
take_pair(reading *self, size_t first, size_t end)
{
    bina_record *pair = NULL;
    bool answered = false;
    bina_status status = BINA_OK;

    self->pairs++;
    for (size_t i = first; i < end; i++)
        answered = answered || cell(self, &self->answers[i], VERDICT) != NULL;
    self->unanswered += !answered;
    if (!answered)
        return BINA_OK;
    if (bina_id_kind(self->answers[first].pair) == BINA_PAIR)
        status = bina_store_get(self->store, self->answers[first].pair, &pair);
    if (pair == NULL && (status == BINA_OK || status == BINA_ERR_NOT_FOUND)) {
        complain(self, &self->answers[first], PAIR, NO_PAIR);
        return BINA_OK;
    }
    for (size_t i = first; status == BINA_OK && i < end; i++)
        if (cell(self, &self->answers[i], VERDICT) != NULL && !is_said_before(self, first, i))
            status = take(self, pair, i, end);
    bina_record_free(pair);
    return status;
}

static bina_status
write_all(reading *self)
{
    bina_status status =
        bina_register_begin(self->store, "pairs reviewed in a workbook", BINA_RULE_VERDICT);

    if (status != BINA_OK)
        return status;
    if (self->count > 1)
        qsort(self->answers, self->count, sizeof *self->answers, by_pair);
    for (size_t first = 0, end; status == BINA_OK && first < self->count; first = end) {
        for (end = first + 1;
             end < self->count && self->answers[end].pair == self->answers[first].pair;)
            end++;
        status = take_pair(self, first, end);
    }
    return bina_register_end(self->store, status);
}

static bina_status
tell(const reading *self, bina_record **outcome)
{
    bina_description *description = bina_review_import_description();
    bina_record *record = description != NULL ? bina_record_new_of(description) : NULL;

    bina_description_free(description);
    if (record == NULL)
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    bina_set_int(record, BINA_REVIEW_IMPORT_PAIRS, self->pairs);
    bina_set_int(record, BINA_REVIEW_IMPORT_JUDGED, self->judged);
    bina_set_int(record, BINA_REVIEW_IMPORT_UNCHANGED, self->unchanged);
    bina_set_int(record, BINA_REVIEW_IMPORT_UNANSWERED, self->unanswered);
    bina_set_int(record, BINA_REVIEW_IMPORT_REFUSED, self->refused);
    *outcome = record;
    return BINA_OK;
}

bina_status
bina_review_import(bina_store *store, const char *path, const char *reviewer, bina_faults *faults,
                   bina_record **outcome)
{
    reading self = {.store = store, .path = path, .reviewer = reviewer, .faults = faults};
    bina_status status;

    *outcome = NULL;
    status = read_all(&self);
    if (status == BINA_OK)
        status = write_all(&self);
    if (status == BINA_OK)
        status = tell(&self, outcome);
    for (size_t i = 0; i < self.count; i++)
        bina_record_free(self.answers[i].row);
    free(self.answers);
    return status;
}
