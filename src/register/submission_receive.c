/* The task that receives a regency's file: rows through an import, counts as declared figures. */
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/reference.h>
#include <bina/register.h>
#include "base/digest.h"
#include "base/options.h"
#include "base/text.h"
#include "model/task.h"
#include "register/submission.h"
#include "register/transaction.h"
#include "store/sql.h"

typedef struct receiving {
    bina_store *store;
    char *path;
    bina_submission_options options; /* texts are copies */
    char code[BINA_REGENCY_CODE], hash[BINA_DIGEST_HEX];
    bina_period period;
    bina_record *submission; /* as it is, or new */
    bool counts;
    bina_faults *faults;
    bool faults_ours;
    int64_t errors_before;
    int depth;       /* of its transaction; 0 without one */
    bina_task *rows; /* the import of rows */
} receiving;

static bina_status
tell_store(const receiving *self, bina_task_state *state, bina_status status)
{
    if (status < 0 && bina_error_status(&state->error) == BINA_OK &&
        bina_error_status(bina_store_error(self->store)) == status)
        bina_error_copy(&state->error, bina_store_error(self->store));
    return status;
}

static int64_t
errors(const receiving *self)
{
    return bina_faults_count(self->faults, BINA_ERROR) - self->errors_before;
}

/* ---- before anything is written ---- */

static bina_status
check_state(receiving *self, bina_record **same)
{
    const char *state = self->submission != NULL
                            ? bina_record_text(self->submission, BINA_SUBMISSION_STATE)
                            : "due";
    const char *hash = self->submission != NULL
                           ? bina_record_text(self->submission, BINA_SUBMISSION_FILE_HASH)
                           : NULL;
    bina_conditions conditions = {.count = 0};
    bool known = hash != NULL && strcmp(hash, self->hash) == 0;

    if (known && (strcmp(state, "received") == 0 || strcmp(state, "accepted") == 0)) {
        *same = self->submission;
        self->submission = NULL;
        return BINA_DONE;
    }
    if (strcmp(state, "accepted") == 0)
        bina_conditions_fail(&conditions, "it is accepted; return it before another file is taken",
                             "sudah disetujui; kembalikan dahulu sebelum menerima berkas lain");
    return bina_conditions_check(&conditions, self->store);
}

static bina_status
find_nature(receiving *self, bina_error *error)
{
    const char *nature = self->options.nature;

    self->counts = nature != NULL && strcmp(nature, "counts") == 0;
    if (nature == NULL)
        return bina_counts_is(self->path, &self->counts, error);
    if (!self->counts && strcmp(nature, "rows") != 0)
        return bina_error_set(error, BINA_ERR_USAGE, "a submission holds \"rows\" or \"counts\"",
                              "isi kiriman adalah \"rows\" atau \"counts\"");
    return BINA_OK;
}

/* The record of the submission, with what is known before its file is read. */
static bina_status
write_received(receiving *self)
{
    bina_record *record = bina_record_new(BINA_SUBMISSION);
    const char *name = strrchr(self->path, '/');
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    bina_id id = 0;

    if (status != BINA_OK)
        return status;
    bina_set_text(record, BINA_SUBMISSION_STATE, "received");
    bina_set_int(record, BINA_SUBMISSION_RECEIVED,
                 self->options.received != 0 ? self->options.received
                                             : bina_store_today(self->store));
    bina_set_int(record, BINA_SUBMISSION_TIMES,
                 self->submission != NULL
                     ? bina_record_int(self->submission, BINA_SUBMISSION_TIMES) + 1
                     : 1);
    bina_set_text(record, BINA_SUBMISSION_NATURE, self->counts ? "counts" : "rows");
    bina_set_text(record, BINA_SUBMISSION_FILE_NAME, name != NULL ? name + 1 : self->path);
    bina_set_text(record, BINA_SUBMISSION_FILE_HASH, self->hash);
    bina_set_null(record, BINA_SUBMISSION_INTAKE);
    bina_set_null(record, BINA_SUBMISSION_DECIDED);
    bina_set_null(record, BINA_SUBMISSION_DECIDED_BY);
    bina_set_null(record, BINA_SUBMISSION_REASON);
    if (self->options.letter != NULL)
        bina_set_text(record, BINA_SUBMISSION_LETTER, self->options.letter);
    if (self->options.sent_by != NULL)
        bina_set_text(record, BINA_SUBMISSION_SENT_BY, self->options.sent_by);
    if (self->submission != NULL) {
        id = bina_record_id(self->submission);
        bina_set_int(record, BINA_SUBMISSION_ID, id);
        status = bina_store_update(self->store, record);
    } else {
        bina_set_text(record, BINA_SUBMISSION_REGION, self->code);
        bina_set_text(record, BINA_SUBMISSION_PERIOD, self->period.name);
        status = bina_store_add(self->store, record, &id);
    }
    bina_record_free(record);
    bina_record_free(self->submission);
    self->submission = NULL;
    return status == BINA_OK ? bina_store_get(self->store, id, &self->submission) : status;
}

/* The regency's own name, to call its list by. */
static bina_status
start_rows(receiving *self)
{
    bina_import_options import = BINA_IMPORT_OPTIONS_INIT;
    bina_record *region = NULL;
    bina_status status = bina_region_get(self->code, 0, &region, NULL);

    import.list = self->options.list != NULL ? self->options.list : self->code;
    import.title = status == BINA_OK ? bina_record_text(region, BINA_REGION_NAME) : NULL;
    import.region = self->code;
    import.list_date = self->period.to;
    import.mapping = self->options.mapping;
    import.whole = self->options.whole;
    import.faults = self->faults;
    status = bina_register_import(self->store, self->path, &import, &self->rows);
    bina_record_free(region);
    return status;
}

static bina_status
begin(receiving *self, bina_task_state *state)
{
    bina_status status = bina_digest_file(self->path, self->hash);

    if (status != BINA_OK) {
        (void)bina_error_plain(&state->error, status);
        bina_error_in_file(&state->error, self->path, 0, 0);
        return status;
    }
    status = bina_submission_find(self->store, self->code, self->period.name, &self->submission);
    if (status == BINA_OK)
        status = check_state(self, &state->result);
    if (status == BINA_OK)
        status = find_nature(self, &state->error);
    if (status == BINA_OK)
        status = bina_register_begin(self->store, "receive a submission", BINA_RULE_SUBMISSION);
    if (status != BINA_OK)
        return status;
    self->depth = bina_store_depth(self->store);
    status = write_received(self);
    if (status == BINA_OK && !self->counts)
        status = start_rows(self);
    return status;
}

/* ---- the end ---- */

/* Ends the transaction; the submission as it is then is what came of the task. */
static bina_status
commit(receiving *self, bina_id id, bina_task_state *state)
{
    bina_status status = bina_store_commit(self->store);

    if (status == BINA_OK) {
        self->depth = 0;
        status = bina_store_get(self->store, id, &state->result);
    }
    return status == BINA_OK ? BINA_DONE : status;
}

/* Writes how it came out, and ends the transaction. */
static bina_status
finish(receiving *self, int64_t kept, bina_id intake, bina_task_state *state)
{
    bina_record *record = bina_record_new(BINA_SUBMISSION);
    bina_id id = bina_record_id(self->submission);
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK) {
        bina_set_int(record, BINA_SUBMISSION_ID, id);
        bina_set_int(record, BINA_SUBMISSION_ROWS, kept);
        bina_set_int(record, BINA_SUBMISSION_FAULTS, errors(self));
        if (intake != 0)
            bina_set_int(record, BINA_SUBMISSION_INTAKE, intake);
        status = bina_store_update(self->store, record);
    }
    bina_record_free(record);
    return status == BINA_OK ? commit(self, id, state) : status;
}

/* A file with errors goes back as a whole: only that it came, and why it went, is kept. */
static bina_status
send_back(receiving *self, bina_task_state *state)
{
    bina_record *record = NULL;
    bina_id id = 0;
    bina_status status;

    bina_register_abandon(self->store, self->depth);
    self->depth = 0;
    bina_error_clear(&state->error);
    bina_record_free(self->submission);
    self->submission = NULL;
    status = bina_submission_find(self->store, self->code, self->period.name, &self->submission);
    if (status == BINA_OK)
        status = bina_register_begin(self->store, "a submission with faults goes back",
                                     BINA_RULE_SUBMISSION);
    if (status != BINA_OK)
        return status;
    self->depth = bina_store_depth(self->store);
    status = write_received(self);
    record = bina_record_new(BINA_SUBMISSION);
    if (status == BINA_OK && record == NULL)
        status = BINA_ERR_NO_MEMORY;
    if (status == BINA_OK) {
        id = bina_record_id(self->submission);
        bina_set_int(record, BINA_SUBMISSION_ID, id);
        bina_set_text(record, BINA_SUBMISSION_STATE, "returned");
        bina_set_int(record, BINA_SUBMISSION_ROWS, 0);
        bina_set_int(record, BINA_SUBMISSION_FAULTS, errors(self));
        bina_set_int(record, BINA_SUBMISSION_DECIDED, bina_store_today(self->store));
        if (bina_store_actor(self->store) != NULL)
            bina_set_text(record, BINA_SUBMISSION_DECIDED_BY, bina_store_actor(self->store));
        bina_set_text(record, BINA_SUBMISSION_REASON,
                      "kesalahan dalam berkas / faults in the file");
        status = bina_store_update(self->store, record);
    }
    bina_record_free(record);
    return status == BINA_OK ? commit(self, id, state) : status;
}

static bina_status
receive_counts(receiving *self, bina_task_state *state)
{
    int64_t kept = 0;
    bina_status status = bina_counts_read(self->store, self->path, self->submission, &self->period,
                                          self->faults, &kept, &state->error);

    if (status == BINA_OK && self->options.whole && errors(self) > 0)
        return send_back(self, state);
    return status == BINA_OK ? finish(self, kept, 0, state) : status;
}

static bina_status
receive_rows(receiving *self, bina_task_state *state)
{
    bina_status status = bina_task_step(self->rows, &state->progress);
    const bina_record *intake;

    for (int i = 0; i < 2; i++)
        state->stage[i] = bina_task_stage(self->rows, (bina_language)i);
    if (status == BINA_ERR_INVALID && self->options.whole && errors(self) > 0)
        return send_back(self, state);
    if (status < 0)
        bina_error_copy(&state->error, bina_task_error(self->rows));
    if (status != BINA_DONE)
        return status;
    intake = bina_task_result(self->rows);
    if (!self->options.anywhere) {
        status = bina_submission_check_places(self->store, self->code, bina_record_id(intake));
        if (status != BINA_OK)
            return status;
    }
    return finish(self, bina_record_int(intake, BINA_INTAKE_KEPT), bina_record_id(intake), state);
}

static bina_status
step(void *data, bina_task_state *state)
{
    receiving *self = data;
    bina_status status;

    if (self->rows == NULL) { /* the import looks after its own transaction */
        status = bina_register_goes_on(self->store, self->depth);
        if (status != BINA_OK)
            return tell_store(self, state, status);
    }
    state->stage[0] = "reading the submission";
    state->stage[1] = "membaca kiriman";
    if (self->depth == 0)
        status = begin(self, state);
    else
        status = self->counts ? receive_counts(self, state) : receive_rows(self, state);
    return tell_store(self, state, status);
}

static void
end(void *data)
{
    receiving *self = data;

    bina_task_free(self->rows);
    bina_register_abandon(self->store, self->depth);
    bina_record_free(self->submission);
    if (self->faults_ours)
        bina_faults_free(self->faults);
    free(self->path);
    free((char *)(uintptr_t)self->options.nature);
    free((char *)(uintptr_t)self->options.list);
    free((char *)(uintptr_t)self->options.letter);
    free((char *)(uintptr_t)self->options.sent_by);
    bina_store_let_go(self->store);
    free(self);
}

bina_status
bina_submission_receive(bina_store *store, const char *region, const char *period, const char *path,
                        const bina_submission_options *options, bina_task **task)
{
    static const bina_work work = {step, end};
    bina_submission_options given = BINA_SUBMISSION_OPTIONS_INIT;
    bina_error *error = bina_store_complaint(store);
    receiving *self;
    bina_status status;
    bool whole;

    *task = NULL;
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(error, BINA_ERR_USAGE);
    self = calloc(1, sizeof *self);
    if (self == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    self->store = store;
    bina_store_hold(store);
    self->options = given;
    whole = bina_options_own(&self->options.nature);
    whole &= bina_options_own(&self->options.list);
    whole &= bina_options_own(&self->options.letter);
    whole &= bina_options_own(&self->options.sent_by);
    self->path = bina_text_copy(path);
    self->faults_ours = given.faults == NULL;
    self->faults = given.faults != NULL ? given.faults : bina_faults_new(1);
    status = whole && self->path != NULL && self->faults != NULL
                 ? bina_submission_name(store, region, period, self->code, &self->period)
                 : bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (status != BINA_OK) {
        end(self);
        return status;
    }
    self->errors_before = bina_faults_count(self->faults, BINA_ERROR);
    *task = bina_task_new(&work, self);
    return *task != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}
