/* The import task: read a file, compare it with the last reading of its list, store it whole. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/options.h"
#include "base/text.h"
#include "model/task.h"
#include "register/confirm.h"
#include "register/diff.h"
#include "register/hand.h"
#include "register/known.h"
#include "register/reading.h"
#include "register/transaction.h"
#include "store/sql.h"

/* Rows read, or written, in one step. */
#define STEP 2000

typedef enum stage { OPEN, READ, COMPARE, WRITE, MISS, FINISH } stage;

typedef struct import {
    bina_store *store;
    char *path;
    bina_import_options options; /* texts are copies */
    stage stage;
    int depth; /* of its transaction; 0 without one */
    bina_file_reading reading;
    bina_id list, intake_id;
    bina_record *intake;
    bina_known known; /* rows of the list before this reading */
    size_t at;
} import;

static bina_status
tell_store(const import *self, bina_task_state *state, bina_status status)
{
    if (status < 0 && bina_error_status(&state->error) == BINA_OK &&
        bina_error_status(bina_store_error(self->store)) == status)
        bina_error_copy(&state->error, bina_store_error(self->store));
    return status;
}

/* ---- the list and its last reading ---- */

static bina_status
find_list(import *self, bina_record **found)
{
    bina_query *query = bina_query_new(BINA_SOURCE_REGISTER);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = query != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    *found = NULL;
    if (status == BINA_OK) {
        bina_query_where_text(query, BINA_SOURCE_REGISTER_NAME, BINA_EQ, self->reading.list);
        status = bina_store_list(self->store, query, &cursor);
    }
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK) {
        *found = bina_record_copy(record);
        status = *found != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    } else if (status == BINA_DONE) {
        status = BINA_OK;
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status;
}

static bool
is_same_sheet(const import *self, const bina_record *intake)
{
    const char *sheet = bina_record_text(intake, BINA_INTAKE_SHEET);

    return sheet == NULL || self->options.sheet == NULL ? sheet == self->options.sheet
                                                        : strcmp(sheet, self->options.sheet) == 0;
}

/* The last reading of the list, when it was of this very file, read in the same way. */
static bina_status
find_same(import *self, bina_record **same)
{
    bina_query *query = bina_query_new(BINA_INTAKE);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = query != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK) {
        bina_query_where_int(query, BINA_INTAKE_REGISTER, BINA_EQ, self->list);
        bina_query_order(query, BINA_INTAKE_ID, true);
        bina_query_limit(query, 1);
        status = bina_store_list(self->store, query, &cursor);
    }
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK) {
        const char *hash = bina_record_text(record, BINA_INTAKE_FILE_HASH);
        const char *mapping = bina_record_text(record, BINA_INTAKE_MAPPING);
        if (hash != NULL && mapping != NULL && strcmp(hash, self->reading.hash) == 0 &&
            strcmp(mapping, self->reading.mapping_text) == 0 && is_same_sheet(self, record)) {
            *same = bina_record_copy(record);
            status = *same != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
        }
    } else if (status == BINA_DONE) {
        status = BINA_OK;
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status;
}

/* Nothing is new but perhaps who keeps the list. */
static bina_status
end_with_same(import *self)
{
    bina_status status;

    if (self->options.agency == NULL || self->options.dry_run)
        return BINA_DONE;
    status = bina_register_begin(self->store, "say who keeps a list", BINA_RULE_IMPORT);
    if (status == BINA_OK)
        status = bina_register_end(
            self->store, bina_agency_keeps(self->store, self->options.agency, self->list));
    return status == BINA_OK ? BINA_DONE : status;
}

static bina_status
open_file(import *self, bina_task_state *state)
{
    bina_record *list = NULL;
    bina_status status = bina_file_reading_open(&self->reading, self->store, self->path,
                                                &self->options, &state->error);

    if (status == BINA_OK)
        status = find_list(self, &list);
    if (status == BINA_OK && list != NULL) {
        self->list = bina_record_id(list);
        status = find_same(self, &state->result);
    }
    bina_record_free(list);
    if (status == BINA_OK && state->result != NULL)
        return end_with_same(self);
    self->stage = READ;
    return status;
}

/* ---- comparing ---- */

/* Faults forbid the whole file when that was asked for. */
static bina_status
check_whole(import *self, bina_task_state *state)
{
    int64_t faults = bina_file_reading_faults(&self->reading, BINA_ERROR);

    if (!self->options.whole || (faults == 0 && self->reading.refused == 0))
        return BINA_OK;
    (void)bina_error_set(&state->error, BINA_ERR_INVALID,
                         "the file has %lld faults and is refused as a whole; nothing was stored",
                         "berkas memuat %lld kesalahan dan ditolak seluruhnya; tidak ada yang "
                         "disimpan",
                         (long long)faults);
    bina_error_in_file(&state->error, self->path, 0, 0);
    return BINA_ERR_INVALID;
}

static bina_status
write_list(import *self)
{
    bina_record *record = bina_record_new(BINA_SOURCE_REGISTER);
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK && self->list == 0) {
        bina_set_text(record, BINA_SOURCE_REGISTER_NAME, self->reading.list);
        if (self->reading.title != NULL)
            bina_set_text(record, BINA_SOURCE_REGISTER_TITLE, self->reading.title);
        status = bina_store_add(self->store, record, &self->list);
    } else if (status == BINA_OK && self->reading.title != NULL) {
        bina_set_int(record, BINA_SOURCE_REGISTER_ID, self->list);
        bina_set_text(record, BINA_SOURCE_REGISTER_TITLE, self->reading.title);
        status = bina_store_update(self->store, record);
    }
    bina_record_free(record);
    if (status == BINA_OK && self->options.agency != NULL)
        status = bina_agency_keeps(self->store, self->options.agency, self->list);
    return status;
}

/* Rows that have no match after all that is equal, compared by what makes a match likely. */
static bina_status
compare_likely(import *self, bina_diff_side *before, bina_diff_side *now, bina_error *error)
{
    bina_status status = BINA_OK;

    for (int way = 0; status == BINA_OK && way < BINA_LIKELY_WAYS; way++) {
        for (size_t i = 0; status == BINA_OK && i < now->count; i++) {
            if (now->rows[i].match != BINA_NO_MATCH)
                continue;
            status = bina_file_reading_get(&self->reading, i, error);
            if (status == BINA_OK &&
                !bina_diff_add_likely(now, (bina_likely)way, (uint32_t)i, self->reading.record))
                status = BINA_ERR_NO_MEMORY;
        }
        if (status == BINA_OK && now->handle_count > 0)
            status = bina_known_add_likely(&self->known, self->store, self->list, before,
                                           (bina_likely)way);
        if (status == BINA_OK)
            bina_diff_likely((bina_likely)way, before, now);
    }
    return status;
}

static bool
all_match(const bina_diff_side *side)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->rows[i].match == BINA_NO_MATCH)
            return false;
    return true;
}

static bina_status
diff(import *self, bina_error *error)
{
    bina_diff_side before = {self->known.rows, self->known.count, NULL, 0, 0};
    bina_diff_side now = {self->reading.rows, self->reading.count, NULL, 0, 0};
    bina_status status = bina_diff_equal(&before, &now);

    if (status == BINA_OK && !all_match(&before) && !all_match(&now))
        status = compare_likely(self, &before, &now, error);
    bina_diff_side_drop(&before);
    bina_diff_side_drop(&now);
    return status;
}

static bina_status
compare(import *self, bina_task_state *state)
{
    bina_status status = check_whole(self, state);

    if (status == BINA_OK)
        status = bina_store_begin(self->store, "import a list");
    if (status != BINA_OK)
        return status;
    self->depth = bina_store_depth(self->store);
    status = bina_store_because(self->store, NULL, BINA_RULE_IMPORT);
    if (status == BINA_OK)
        status = write_list(self);
    if (status == BINA_OK)
        status = bina_known_load(&self->known, self->store, self->list);
    /* The first reading decides how rows are named. When it went by who and where, a later file
       whose running numbers have gaps must not be taken for one with numbers of its own. */
    if (status == BINA_OK)
        status = bina_file_reading_finish(&self->reading, self->known.by_who, &state->error);
    return status == BINA_OK ? diff(self, &state->error) : status;
}

/* ---- writing ---- */

static bool
is_new(const import *self, size_t row)
{
    return self->reading.rows[row].match == BINA_NO_MATCH;
}

static bool
is_unchanged(const import *self, size_t row)
{
    const bina_diff_row *now = &self->reading.rows[row];

    return memcmp(&self->known.rows[now->match].content, &now->content, sizeof now->content) == 0;
}

/* The row as the last reading left it. */
static bina_status
get_before(import *self, size_t row, bina_record **before)
{
    return bina_store_get(self->store, self->known.ids[self->reading.rows[row].match], before);
}

static void
tell_suspicious(import *self)
{
    const bina_record *row = self->reading.record;
    bina_error complaint;

    (void)bina_error_set(&complaint, BINA_ERR_INVALID,
                         "this row says another owner and another business than the last reading "
                         "did; see whether its number was given to somebody else",
                         "pemilik dan usaha pada baris ini lain dari pembacaan sebelumnya; periksa "
                         "apakah nomornya dipakai orang lain");
    bina_error_warn(&complaint);
    bina_error_at(&complaint, "source_record", NULL, "register.suspicious");
    bina_error_in_file(&complaint, self->path, bina_record_int(row, BINA_SOURCE_RECORD_LINE), 0);
    bina_error_in_sheet(&complaint, bina_record_text(row, BINA_SOURCE_RECORD_SHEET));
    bina_faults_add(self->reading.faults, &complaint);
}

/* Looks at a row that changed: is it still about the same? */
static bina_status
suspect(import *self, size_t row, int64_t *suspicious, bina_error *error)
{
    bina_record *before = NULL;
    bina_status status = get_before(self, row, &before);

    if (status == BINA_OK)
        status = bina_file_reading_get(&self->reading, row, error);
    if (status == BINA_OK && bina_diff_is_suspicious(before, self->reading.record)) {
        ++*suspicious;
        tell_suspicious(self);
    }
    bina_record_free(before);
    return status;
}

/* What the rows are, and how many were no rows of the list at all. */
static void
count_natures(const import *self, bina_record *intake)
{
    static const struct {
        const char *nature;
        int field;
    } natures[] = {{"enterprise", BINA_INTAKE_ENTERPRISES}, {"person", BINA_INTAKE_PERSONS},
                   {"group", BINA_INTAKE_GROUPS},           {"product", BINA_INTAKE_PRODUCTS},
                   {"outlet", BINA_INTAKE_OUTLETS},         {"total", BINA_INTAKE_TOTALS}};
    const bina_list_counts *counts = &self->reading.counts;

    for (size_t n = 0; n < sizeof natures / sizeof natures[0]; n++) {
        int64_t count = natures[n].field == BINA_INTAKE_TOTALS ? counts->totals : 0;
        bina_set_int(intake, natures[n].field,
                     count + bina_file_reading_natures(&self->reading, natures[n].nature));
    }
    bina_set_int(intake, BINA_INTAKE_PASSED,
                 counts->blank + counts->titles + counts->headers + counts->numberings +
                     counts->sections + counts->notes + counts->footers);
}

/* Counts what is new, changed, ... into the record of the reading, and stores it. */
static bina_status
write_intake(import *self, bina_error *error)
{
    int64_t counts[BINA_INTAKE_SUSPICIOUS + 1] = {0};
    const char *name = strrchr(self->path, '/');
    int64_t now = bina_store_now(self->store);
    bina_record *intake = bina_record_new(BINA_INTAKE);
    bina_status status = BINA_OK;

    if (intake == NULL)
        return BINA_ERR_NO_MEMORY;
    self->intake = intake;
    for (size_t i = 0; status == BINA_OK && i < self->reading.count; i++) {
        if (is_new(self, i)) {
            counts[BINA_INTAKE_NEW]++;
        } else if (is_unchanged(self, i)) {
            counts[BINA_INTAKE_UNCHANGED]++;
        } else {
            counts[BINA_INTAKE_CHANGED]++;
            status = suspect(self, i, &counts[BINA_INTAKE_SUSPICIOUS], error);
        }
    }
    if (status != BINA_OK)
        return status;
    for (size_t i = 0; i < self->known.count; i++)
        counts[BINA_INTAKE_MISSING] += self->known.rows[i].match == BINA_NO_MATCH;
    for (int slot = BINA_INTAKE_NEW; slot <= BINA_INTAKE_SUSPICIOUS; slot++)
        bina_set_int(intake, slot, counts[slot]);
    bina_set_int(intake, BINA_INTAKE_REGISTER, self->list);
    bina_set_text(intake, BINA_INTAKE_FILE_NAME, name != NULL ? name + 1 : self->path);
    if (self->reading.hash[0] != '\0')
        bina_set_text(intake, BINA_INTAKE_FILE_HASH, self->reading.hash);
    bina_set_int(intake, BINA_INTAKE_LIST_DATE,
                 self->options.list_date != 0 ? self->options.list_date
                                              : bina_store_today(self->store));
    bina_set_int(intake, BINA_INTAKE_RECEIVED, now);
    bina_set_int(intake, BINA_INTAKE_ROWS, self->reading.file_rows);
    bina_set_int(intake, BINA_INTAKE_KEPT, (int64_t)self->reading.count);
    bina_set_int(intake, BINA_INTAKE_FAULTS,
                 bina_file_reading_faults(&self->reading, BINA_ERROR) +
                     bina_file_reading_faults(&self->reading, BINA_WARNING));
    bina_set_text(intake, BINA_INTAKE_MAPPING, self->reading.mapping_text);
    if (self->options.sheet != NULL)
        bina_set_text(intake, BINA_INTAKE_SHEET, self->options.sheet);
    count_natures(self, intake);
    return bina_store_add(self->store, intake, &self->intake_id);
}

static bina_status
prepare_new(import *self, size_t row, bina_error *error)
{
    bina_record *record = self->reading.record;
    char key[BINA_ROW_KEY];
    bina_status status = bina_file_reading_get_whole(&self->reading, row, key, error);

    if (status == BINA_OK)
        status = bina_known_take_key(&self->known, key);
    bina_set_text(record, BINA_SOURCE_RECORD_ROW_KEY, key);
    bina_set_int(record, BINA_SOURCE_RECORD_REGISTER, self->list);
    bina_set_int(record, BINA_SOURCE_RECORD_INTAKE, self->intake_id);
    bina_set_text(record, BINA_SOURCE_RECORD_STATE, "present");
    return status;
}

/* The row as it is now; what it no longer says is cleared. Its key and its party stay. */
static bina_status
write_changed(import *self, size_t row, bina_error *error)
{
    bina_record *record = self->reading.record, *before = NULL;
    char key[BINA_ROW_KEY];
    bina_status status = bina_file_reading_get_whole(&self->reading, row, key, error);

    if (status == BINA_OK)
        status = get_before(self, row, &before);
    if (status != BINA_OK)
        return status;
    for (int slot = BINA_SOURCE_RECORD_BUSINESS_NAME; slot <= BINA_SOURCE_RECORD_CLASS_REASON;
         slot++)
        if (slot != BINA_SOURCE_RECORD_PARTY && bina_record_get(record, slot).type == BINA_NULL &&
            bina_record_get(before, slot).type != BINA_NULL)
            bina_set_null(record, slot);
    bina_unset(record, BINA_SOURCE_RECORD_ROW_KEY);
    bina_set_int(record, BINA_SOURCE_RECORD_ID, bina_record_id(before));
    bina_set_int(record, BINA_SOURCE_RECORD_INTAKE, self->intake_id);
    bina_set_text(record, BINA_SOURCE_RECORD_STATE, "present");
    bina_record_free(before);
    return bina_store_update(self->store, record);
}

/* Only where it stands changes, and by which reading it is known. */
static bina_status
write_unchanged(import *self, size_t row, bina_record *scratch, bina_error *error)
{
    bina_status status = bina_file_reading_get(&self->reading, row, error);
    const bina_record *now = self->reading.record;
    const char *sheet = bina_record_text(now, BINA_SOURCE_RECORD_SHEET);

    if (status != BINA_OK)
        return status;
    bina_record_clear(scratch);
    bina_set_int(scratch, BINA_SOURCE_RECORD_ID, self->known.ids[self->reading.rows[row].match]);
    bina_set_int(scratch, BINA_SOURCE_RECORD_INTAKE, self->intake_id);
    bina_set_int(scratch, BINA_SOURCE_RECORD_ROW, bina_record_int(now, BINA_SOURCE_RECORD_ROW));
    bina_set_int(scratch, BINA_SOURCE_RECORD_LINE, bina_record_int(now, BINA_SOURCE_RECORD_LINE));
    if (sheet != NULL)
        bina_set_text(scratch, BINA_SOURCE_RECORD_SHEET, sheet);
    bina_set_text(scratch, BINA_SOURCE_RECORD_STATE, "present");
    return bina_store_update(self->store, scratch);
}

static bina_status
write_rows(import *self, bina_error *error)
{
    size_t end = self->reading.count - self->at > STEP ? self->at + STEP : self->reading.count;
    bina_rows *added = bina_rows_new(bina_kind_description(BINA_SOURCE_RECORD));
    bina_record *scratch = bina_record_new(BINA_SOURCE_RECORD);
    bina_cursor *cursor = NULL;
    bina_status status = added != NULL && scratch != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (; status == BINA_OK && self->at < end; self->at++) {
        if (is_new(self, self->at)) {
            status = prepare_new(self, self->at, error);
            if (status == BINA_OK)
                status = bina_rows_add(added, self->reading.record);
        } else if (is_unchanged(self, self->at)) {
            status = write_unchanged(self, self->at, scratch, error);
        } else {
            status = write_changed(self, self->at, error);
        }
    }
    if (status == BINA_OK && bina_rows_count(added) > 0) {
        cursor = bina_rows_to_cursor(added);
        added = NULL;
        status =
            cursor != NULL ? bina_store_add_all(self->store, cursor, NULL) : BINA_ERR_NO_MEMORY;
    }
    bina_cursor_free(cursor);
    bina_rows_free(added);
    bina_record_free(scratch);
    return status;
}

static bina_status
write_missing(import *self)
{
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < self->known.count; i++) {
        if (self->known.rows[i].match != BINA_NO_MATCH)
            continue;
        bina_record_clear(record);
        bina_set_int(record, BINA_SOURCE_RECORD_ID, self->known.ids[i]);
        bina_set_text(record, BINA_SOURCE_RECORD_STATE, "missing");
        status = bina_store_update(self->store, record);
    }
    bina_record_free(record);
    return status;
}

static bina_status
finish(import *self, bina_task_state *state)
{
    bina_status status =
        self->options.dry_run ? bina_store_rollback(self->store) : bina_store_commit(self->store);

    if (status != BINA_OK)
        return status;
    self->depth = 0;
    state->result = self->intake;
    self->intake = NULL;
    return BINA_DONE;
}

/* ---- the task ---- */

static void
tell_stage(const import *self, bina_task_state *state)
{
    static const char *const names[][2] = {
        {"opening the file", "membuka berkas"},
        {"reading rows", "membaca baris"},
        {"comparing with the last reading", "membandingkan dengan pembacaan sebelumnya"},
        {"storing rows", "menyimpan baris"},
        {"marking rows that are missing", "menandai baris yang tidak tercantum lagi"},
        {"finishing", "menyelesaikan"},
    };

    state->stage[0] = names[self->stage][0];
    state->stage[1] = names[self->stage][1];
    state->progress.done = (int64_t)(self->stage == WRITE ? self->at : self->reading.count);
    state->progress.total = self->stage == WRITE ? (int64_t)self->reading.count : 0;
}

static bina_status
step(void *data, bina_task_state *state)
{
    import *self = data;
    bina_status status = bina_register_goes_on(self->store, self->depth);

    if (status != BINA_OK)
        return tell_store(self, state, status);
    switch (self->stage) {
    case OPEN:
        status = open_file(self, state);
        break;
    case READ:
        status = bina_file_reading_next(&self->reading, STEP, &state->error);
        if (status == BINA_DONE) {
            self->stage = COMPARE;
            status = BINA_OK;
        }
        break;
    case COMPARE:
        status = compare(self, state);
        if (status == BINA_OK)
            status = write_intake(self, &state->error);
        self->stage = WRITE;
        break;
    case WRITE:
        status = write_rows(self, &state->error);
        if (status == BINA_OK && self->at == self->reading.count)
            self->stage = MISS;
        break;
    case MISS:
        status = write_missing(self);
        self->stage = FINISH;
        break;
    default:
        status = finish(self, state);
        break;
    }
    tell_stage(self, state);
    return tell_store(self, state, status);
}

static void
end(void *data)
{
    import *self = data;

    bina_register_abandon(self->store, self->depth);
    bina_file_reading_drop(&self->reading);
    bina_known_drop(&self->known);
    bina_record_free(self->intake);
    free(self->path);
    free((char *)(uintptr_t)self->options.list);
    free((char *)(uintptr_t)self->options.title);
    free((char *)(uintptr_t)self->options.sheet);
    free((char *)(uintptr_t)self->options.region);
    free((char *)(uintptr_t)self->options.agency);
    bina_store_let_go(self->store);
    free(self);
}

bina_status
bina_register_import(bina_store *store, const char *path, const bina_import_options *options,
                     bina_task **task)
{
    static const bina_work work = {step, end};
    bina_import_options given = BINA_IMPORT_OPTIONS_INIT;
    bina_error *error = bina_store_complaint(store);
    bool whole;
    import *self;

    *task = NULL;
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(error, BINA_ERR_USAGE);
    self = calloc(1, sizeof *self);
    if (self == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    self->options = given;
    whole = bina_options_own(&self->options.list);
    whole &= bina_options_own(&self->options.title);
    whole &= bina_options_own(&self->options.sheet);
    whole &= bina_options_own(&self->options.region);
    whole &= bina_options_own(&self->options.agency);
    self->store = store;
    bina_store_hold(store);
    self->path = bina_text_copy(path);
    if (self->path == NULL || !whole) {
        end(self);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    *task = bina_task_new(&work, self);
    return *task != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}
