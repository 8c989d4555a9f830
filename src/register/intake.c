/* The import task: read a file, compare it with the last reading of its list, store it whole. */
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "base/text.h"
#include "model/task.h"
#include "register/confirm.h"
#include "register/hand.h"
#include "register/intake.h"
#include "register/transaction.h"
#include "store/sql.h"

static bina_status
tell_store(const bina_import *self, bina_task_state *state, bina_status status)
{
    if (status < 0 && bina_error_status(&state->error) == BINA_OK &&
        bina_error_status(bina_store_error(self->store)) == status)
        bina_error_copy(&state->error, bina_store_error(self->store));
    return status;
}

/* ---- the list and its last reading ---- */

static bina_status
find_list(bina_import *self, bina_record **found)
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
is_retitled(const bina_import *self, const bina_record *list)
{
    const char *title = bina_record_text(list, BINA_SOURCE_REGISTER_TITLE);

    return self->reading.title != NULL &&
           (title == NULL || strcmp(title, self->reading.title) != 0);
}

static bool
is_same_sheet(const bina_import *self, const bina_record *intake)
{
    const char *sheet = bina_record_text(intake, BINA_INTAKE_SHEET);

    return sheet == NULL || self->options.sheet == NULL ? sheet == self->options.sheet
                                                        : strcmp(sheet, self->options.sheet) == 0;
}

/* A day that was given wrongly is put right by importing the file again. */
static bool
is_same_day(const bina_import *self, const bina_record *intake)
{
    return self->options.list_date == 0 ||
           self->options.list_date == bina_record_int(intake, BINA_INTAKE_LIST_DATE);
}

/* Whether a reading understood columns and villages as this one does. */
static bool
is_same_way(const bina_import *self, const bina_record *intake)
{
    const char *mapping = bina_record_text(intake, BINA_INTAKE_MAPPING);
    const char *region = bina_record_text(intake, BINA_INTAKE_REGION);

    if (mapping == NULL || strcmp(mapping, self->reading.mapping_text) != 0)
        return false;
    /* What an older library read in the office's region does not say so. */
    return region == NULL ? self->options.region == NULL
                          : strcmp(region, self->reading.region) == 0;
}

static bool
is_same_file(const bina_import *self, const bina_record *intake)
{
    const char *hash = bina_record_text(intake, BINA_INTAKE_FILE_HASH);

    return hash != NULL && strcmp(hash, self->reading.hash) == 0 && is_same_sheet(self, intake) &&
           is_same_day(self, intake);
}

/* Looks at the last reading of the list: it may have been of this very file, read as now.
   `may_be` is false when there is something new about the list itself. */
static bina_status
find_same(bina_import *self, bool may_be, bina_record **same)
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
        self->otherwise = !is_same_way(self, record);
        if (may_be && !self->otherwise && is_same_file(self, record)) {
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
end_with_same(bina_import *self)
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
open_file(bina_import *self, bina_task_state *state)
{
    bina_record *list = NULL;
    bina_status status = bina_file_reading_open(&self->reading, self->store, self->path,
                                                &self->options, &state->error);

    if (status == BINA_OK)
        status = find_list(self, &list);
    if (status == BINA_OK && list != NULL) {
        self->list = bina_record_id(list);
        status = find_same(self, !is_retitled(self, list), &state->result);
    }
    bina_record_free(list);
    if (status == BINA_OK && state->result != NULL)
        return end_with_same(self);
    self->stage = BINA_IMPORT_READ;
    return status;
}

/* ---- comparing ---- */

/* Faults forbid the whole file when that was asked for. */
static bina_status
check_whole(bina_import *self, bina_task_state *state)
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
write_list(bina_import *self)
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

static bina_status
compare(bina_import *self, bina_task_state *state)
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
    return status == BINA_OK ? bina_import_diff(self, &state->error) : status;
}

static bina_status
finish(bina_import *self, bina_task_state *state)
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
tell_stage(const bina_import *self, bina_task_state *state)
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
    state->progress.done =
        (int64_t)(self->stage == BINA_IMPORT_WRITE ? self->at : self->reading.count);
    state->progress.total = self->stage == BINA_IMPORT_WRITE ? (int64_t)self->reading.count : 0;
}

static bina_status
step(void *data, bina_task_state *state)
{
    bina_import *self = data;
    bina_status status = bina_register_goes_on(self->store, self->depth);

    if (status != BINA_OK)
        return tell_store(self, state, status);
    switch (self->stage) {
    case BINA_IMPORT_OPEN:
        status = open_file(self, state);
        break;
    case BINA_IMPORT_READ:
        status = bina_file_reading_next(&self->reading, BINA_IMPORT_STEP, &state->error);
        if (status == BINA_DONE) {
            self->stage = BINA_IMPORT_COMPARE;
            status = BINA_OK;
        }
        break;
    case BINA_IMPORT_COMPARE:
        status = compare(self, state);
        if (status == BINA_OK)
            status = bina_import_write_intake(self, &state->error);
        self->stage = BINA_IMPORT_WRITE;
        break;
    case BINA_IMPORT_WRITE:
        status = bina_import_write_rows(self, &state->error);
        if (status == BINA_OK && self->at == self->reading.count)
            self->stage = BINA_IMPORT_MISS;
        break;
    case BINA_IMPORT_MISS:
        status = bina_import_write_missing(self);
        self->stage = BINA_IMPORT_FINISH;
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
    bina_import *self = data;

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
    bina_import *self;

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
