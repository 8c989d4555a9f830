/* The task of looking at lists: the flow of a register in memory, then the page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include <bina/register.h>
#include <bina/store.h>
#include "base/options.h"
#include "base/text.h"
#include "model/columns.h"
#include "model/task.h"
#include "page/look.h"
#include "register/reading.h"
#include "register/reconcile.h"

#define EXAMPLES 5
#define PLACES   8
/* So many lists make so many twos of lists that fewer examples of each must do. */
#define SOME_LISTS 4
#define MANY_LISTS 10
/* All faults of lists as long as an office's; the page counts the rest. */
#define FAULTS 200000

typedef enum stage { REGION, IMPORT, RECONCILE, PAGE } stage;

typedef struct looking {
    bina_looked looked;
    char *out; /* NULL: into the result */
    int64_t clock;
    bool faults_ours;
    stage stage;
    size_t at;       /* the list being read */
    bina_task *step; /* of the flow; NULL between two */
} looking;

bina_status
bina_look_report(const bina_looked *self, const char *name, bina_cursor **cursor)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;

    options.language = self->language;
    return bina_report_run(self->store, name, &options, cursor);
}

/* ---- the stages ---- */

static bina_status
open_store(looking *self, bina_task_state *state)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_status status;

    bina_store_close(self->looked.store);
    options.office = self->looked.region[0] != '\0' ? self->looked.region : NULL;
    options.language = self->looked.language;
    options.clock = self->clock;
    status = bina_store_open(":memory:", &options, &self->looked.store);
    if (status != BINA_OK && self->looked.store != NULL)
        bina_error_copy(&state->error, bina_store_error(self->looked.store));
    return status;
}

/* A store belongs to an office, and the lists tell which: so the first one only serves to look. */
static bina_status
begin(looking *self, bina_task_state *state)
{
    bina_looked *looked = &self->looked;
    bina_status status = open_store(self, state);

    if (status == BINA_OK && looked->region[0] == '\0') {
        status = bina_look_region(looked, &state->error);
        looked->region_guessed = looked->region[0] != '\0';
        if (status == BINA_OK && looked->region_guessed)
            status = open_store(self, state);
    }
    return status;
}

/* Steps the task of the flow that is under way; BINA_DONE when it has ended, its result kept. */
static bina_status
step_flow(looking *self, bina_task_state *state)
{
    bina_status status = bina_task_step(self->step, &state->progress);

    state->stage[0] = bina_task_stage(self->step, BINA_ENGLISH);
    state->stage[1] = bina_task_stage(self->step, BINA_INDONESIAN);
    if (status < 0)
        bina_error_copy(&state->error, bina_task_error(self->step));
    return status;
}

static bina_status
read_list(looking *self, bina_task_state *state)
{
    bina_look_list *list = &self->looked.lists[self->at];
    bina_status status = BINA_OK;

    if (self->step == NULL) {
        bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
        options.list = list->name;
        options.faults = self->looked.faults;
        status = bina_register_import(self->looked.store, list->path, &options, &self->step);
        if (status != BINA_OK) {
            bina_error_copy(&state->error, bina_store_error(self->looked.store));
            return status;
        }
    }
    status = step_flow(self, state);
    if (status < 0 && bina_error_file(&state->error) == NULL)
        bina_error_in_file(&state->error, list->path, 0, 0);
    if (status != BINA_DONE)
        return status;
    list->intake = bina_record_copy(bina_task_result(self->step));
    bina_task_free(self->step);
    self->step = NULL;
    if (list->intake == NULL)
        return BINA_ERR_NO_MEMORY;
    list->id = bina_record_int(list->intake, BINA_INTAKE_REGISTER);
    if (bina_record_int(list->intake, BINA_INTAKE_KEPT) == 0) {
        bina_error_set(&state->error, BINA_ERR_SYNTAX,
                       "no row of a list was found in it; is it the right file?",
                       "tidak ada baris daftar di dalamnya; apakah berkasnya benar?");
        bina_error_in_file(&state->error, list->path, 0, 0);
        return BINA_ERR_SYNTAX;
    }
    self->at++;
    return BINA_OK;
}

static bina_status
reconcile(looking *self, bina_task_state *state)
{
    bina_status status;

    if (self->step == NULL) {
        status =
            bina_reconcile_showing(self->looked.store, NULL, &self->looked.examples, &self->step);
        if (status != BINA_OK) {
            bina_error_copy(&state->error, bina_store_error(self->looked.store));
            return status;
        }
    }
    status = step_flow(self, state);
    if (status != BINA_DONE)
        return status;
    bina_set_int(self->looked.result, BINA_LOOK_REVIEW,
                 bina_record_int(bina_task_result(self->step), BINA_RECONCILIATION_REVIEW));
    bina_task_free(self->step);
    self->step = NULL;
    return BINA_OK;
}

static bina_status
write_page(looking *self, bina_task_state *state)
{
    bina_page *page = NULL;
    bina_status status = bina_look_count(&self->looked, &state->error);

    if (status == BINA_OK)
        status = bina_look_page(&self->looked, &state->error, &page);
    if (status == BINA_OK && self->out != NULL)
        status = bina_page_write(page, self->out, &state->error);
    else if (status == BINA_OK)
        bina_set_text_n(self->looked.result, BINA_LOOK_PAGE, bina_page_html(page),
                        bina_page_length(page));
    bina_page_free(page);
    if (status != BINA_OK)
        return status;
    state->result = self->looked.result;
    self->looked.result = NULL;
    return BINA_DONE;
}

/* ---- the task ---- */

static bina_status
step(void *data, bina_task_state *state)
{
    looking *self = data;
    bina_status status = BINA_OK;

    switch (self->stage) {
    case REGION:
        status = begin(self, state);
        state->stage[0] = "looking where the lists are from";
        state->stage[1] = "melihat asal daftar";
        self->stage = IMPORT;
        break;
    case IMPORT:
        status = read_list(self, state);
        if (status == BINA_OK && self->at == self->looked.count)
            self->stage = RECONCILE;
        break;
    case RECONCILE:
        status = reconcile(self, state);
        if (status == BINA_OK && self->step == NULL) {
            self->stage = PAGE;
            state->stage[0] = "writing the page";
            state->stage[1] = "menulis halaman";
        }
        break;
    case PAGE:
        status = write_page(self, state);
        break;
    }
    return status;
}

static void
end(void *data)
{
    looking *self = data;
    bina_looked *looked = &self->looked;

    bina_task_free(self->step);
    bina_store_close(looked->store);
    bina_examples_drop(&looked->examples);
    bina_record_free(looked->result);
    for (size_t i = 0; i < looked->count; i++) {
        free(looked->lists[i].path);
        free(looked->lists[i].name);
        bina_record_free(looked->lists[i].intake);
    }
    free(looked->lists);
    if (self->faults_ours)
        bina_faults_free(looked->faults);
    free(self->out);
    free(self);
}

/* ---- making it ---- */

static bina_description *
describe(void)
{
    static const bina_column slots[] = {
        {"lists", BINA_INT, NULL, "daftar", "Lists read."},
        {"rows", BINA_INT, NULL, "baris", "Rows kept, of all lists."},
        {"refused", BINA_INT, NULL, "ditolak", "Rows that were refused."},
        {"enterprises", BINA_INT, NULL, "usaha", "Enterprises they stand for."},
        {"at_least", BINA_INT, NULL, "sekurangnya", "Should every open pair turn out the same."},
        {"at_most", BINA_INT, NULL, "sebanyaknya", "Should every open pair turn out different."},
        {"groups", BINA_INT, NULL, "kelompok", "Groups; they are not enterprises."},
        {"twins", BINA_INT, NULL, "ganda", "Rows that say again what stands on the same list."},
        {"on_all", BINA_INT, NULL, "di semua daftar", "Registrants on every list."},
        {"review", BINA_INT, NULL, "perlu ditinjau", "Pairs people must decide."},
        {"faults", BINA_INT, NULL, "kesalahan", "Faults in cells and rows."},
        {"no_village", BINA_INT, NULL, "tanpa desa", "Registrants whose village is not known."},
        {"region", BINA_TEXT, NULL, "wilayah", "The region of rows that name none."},
        {"page", BINA_TEXT, NULL, "halaman", "The page as HTML."},
    };

    return bina_columns_describe("look", "What a look at lists found.", slots,
                                 sizeof slots / sizeof *slots);
}

static bina_status
take_region(bina_looked *self, const char *region, bina_error *error)
{
    bina_record *record = NULL;
    bina_status status;

    if (region == NULL)
        return BINA_OK;
    status = bina_region_get(region, 0, &record, NULL);
    if (status == BINA_ERR_NO_MEMORY)
        return bina_error_plain(error, status);
    if (status != BINA_OK) {
        bina_error_set(error, BINA_ERR_INVALID,
                       "there is no region %s; use a Kemendagri code such as 52.03",
                       "tidak ada wilayah %s; pakai kode Kemendagri seperti 52.03", region);
        bina_error_at(error, "look", "region", "look.region");
        return BINA_ERR_INVALID;
    }
    (void)snprintf(self->region, sizeof self->region, "%s",
                   bina_record_text(record, BINA_REGION_CODE));
    bina_record_free(record);
    return BINA_OK;
}

bina_status
bina_look(const char *const *paths, size_t count, const bina_look_options *options,
          bina_error *error, bina_task **task)
{
    static const bina_work work = {step, end};
    bina_look_options given = BINA_LOOK_OPTIONS_INIT;
    bina_description *description = NULL;
    looking *self;
    bina_status status;

    *task = NULL;
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(error, BINA_ERR_USAGE);
    if (count == 0)
        return bina_error_set(error, BINA_ERR_USAGE, "there is no list to look at",
                              "tidak ada daftar untuk dilihat");
    self = calloc(1, sizeof *self);
    if (self == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    self->looked.language = given.language;
    self->looked.examples.most_open = given.examples > 0 ? (size_t)given.examples : EXAMPLES;
    self->looked.examples.most = given.examples > 0    ? (size_t)given.examples
                                 : count <= SOME_LISTS ? EXAMPLES
                                 : count <= MANY_LISTS ? 2
                                                       : 1;
    self->looked.places = given.places > 0 ? given.places : PLACES;
    self->clock = given.clock;
    self->out = bina_text_copy(given.out);
    self->looked.faults = given.faults;
    if (given.faults == NULL) {
        self->looked.faults = bina_faults_new(FAULTS);
        self->faults_ours = true;
    }
    description = describe();
    if (description != NULL)
        self->looked.result = bina_record_new_of(description);
    bina_description_free(description);
    status = self->looked.result != NULL && self->looked.faults != NULL &&
                     (given.out == NULL || self->out != NULL)
                 ? bina_look_take_paths(&self->looked, paths, count, error)
                 : bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK)
        status = take_region(&self->looked, given.region, error);
    if (status != BINA_OK) {
        end(self);
        return status;
    }
    *task = bina_task_new(&work, self);
    return *task != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}
