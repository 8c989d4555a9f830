/* The reconciling task: read the rows, link them, bring the registrants in line, in one commit. */
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "base/options.h"
#include "model/task.h"
#include "register/apply.h"
#include "register/reconcile.h"
#include "register/result.h"
#include "register/trades.h"
#include "register/transaction.h"
#include "store/sql.h"

typedef enum stage { BEGIN, READ, LINK, APPLY, FINISH } stage;

typedef struct reconcile {
    bina_store *store;
    const bina_linkage_settings *settings;
    bool dry_run;
    int depth; /* of its transaction; 0 without one */
    stage stage;
    bina_reconciling work;
    bina_linkage *linkage;
    bina_task *linking;
    bina_open_pairs open;
    bina_examples *examples; /* NULL: none are wanted */
    bina_apply apply;
} reconcile;

static bina_status
tell_store(bina_task_state *state, const bina_store *store, bina_status status)
{
    if (status < 0 && bina_error_status(bina_store_error(store)) == status)
        bina_error_copy(&state->error, bina_store_error(store));
    return status;
}

/* A step of its own, so that reading, which takes long, is told before it is done. */
static bina_status
begin(reconcile *self)
{
    bina_status status = bina_store_begin(self->store, "reconcile the lists");

    if (status != BINA_OK)
        return status;
    self->depth = bina_store_depth(self->store);
    return bina_store_because(self->store, NULL, BINA_RULE_RECONCILE);
}

static bina_status
read_rows(reconcile *self, bina_task_state *state)
{
    bina_status status = bina_source_rows_load(&self->work.rows, self->store, NULL, 0);

    if (status == BINA_OK)
        status = bina_trades_tell(&self->work.rows, NULL);
    if (status == BINA_OK)
        status = bina_ledger_load(&self->work.pairs, self->store, bina_query_new(BINA_PAIR), 0);
    if (status != BINA_OK)
        return tell_store(state, self->store, status);
    return bina_link_rows(&self->work.rows, self->settings, bina_store_threads(self->store),
                          &self->work.pairs, &self->linkage, &state->error);
}

static bina_status
link_rows(reconcile *self, bina_task_state *state)
{
    bina_status status = BINA_OK;

    if (self->linking == NULL)
        status = bina_linkage_start(self->linkage, &self->linking);
    if (status == BINA_OK) {
        status = bina_task_step(self->linking, &state->progress);
        state->stage[0] = bina_task_stage(self->linking, BINA_ENGLISH);
        state->stage[1] = bina_task_stage(self->linking, BINA_INDONESIAN);
    }
    if (status < 0)
        bina_error_copy(&state->error, bina_linkage_error(self->linkage));
    if (status != BINA_DONE)
        return status;
    self->stage = APPLY;
    status = bina_link_read(self->linkage, &self->work.rows, &self->work.pairs, &self->open,
                            &state->error);
    if (status == BINA_OK && self->examples != NULL)
        status = bina_examples_take(self->examples, self->linkage, &self->work.rows, &self->open,
                                    &state->error);
    bina_task_free(self->linking);
    bina_linkage_free(self->linkage);
    self->linking = NULL;
    self->linkage = NULL;
    if (status != BINA_OK)
        return status;
    return tell_store(state, self->store, bina_apply_start(&self->apply, &self->work, &self->open));
}

static bina_status
finish(reconcile *self, bina_task_state *state)
{
    const struct {
        int slot;
        int64_t value;
    } counts[] = {
        {BINA_RECONCILIATION_ROWS, (int64_t)self->work.rows.count},
        {BINA_RECONCILIATION_ENTERPRISES, (int64_t)self->work.rows.clusters},
        {BINA_RECONCILIATION_NEW, self->work.created},
        {BINA_RECONCILIATION_MERGED, self->work.merged},
        {BINA_RECONCILIATION_SPLIT, self->work.split},
        {BINA_RECONCILIATION_REVIEW, (int64_t)self->work.open_pairs},
    };
    bina_description *description = bina_reconciliation_description();
    bina_status status =
        self->dry_run ? bina_store_rollback(self->store) : bina_store_commit(self->store);

    if (status == BINA_OK)
        self->depth = 0;
    if (status == BINA_OK) {
        state->result = description != NULL ? bina_record_new_of(description) : NULL;
        if (state->result == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == BINA_OK && i < sizeof counts / sizeof counts[0]; i++)
        bina_set_int(state->result, counts[i].slot, counts[i].value);
    bina_description_free(description);
    return status == BINA_OK ? BINA_DONE : tell_store(state, self->store, status);
}

static void
tell_stage(const reconcile *self, bina_task_state *state)
{
    static const char *const linking[] = {"", "reading the lists", "", "", "writing"};
    static const char *const linking_id[] = {"", "membaca daftar", "", "", "menulis"};
    static const char *const applying[] = {"settling enterprises", "settling owners",
                                           "settling ties and phones", "adding"};
    static const char *const applying_id[] = {"menetapkan usaha", "menetapkan pemilik",
                                              "menetapkan kepemilikan dan telepon", "menambahkan"};
    bool apply = self->stage == APPLY && self->apply.stage < BINA_APPLY_END;

    if (self->stage == LINK)
        return; /* linking told its own */
    state->stage[0] = apply ? applying[self->apply.stage] : linking[self->stage];
    state->stage[1] = apply ? applying_id[self->apply.stage] : linking_id[self->stage];
}

static bina_status
step(void *data, bina_task_state *state)
{
    reconcile *self = data;
    bina_status status = bina_register_goes_on(self->store, self->depth);

    if (status != BINA_OK)
        return tell_store(state, self->store, status);
    switch (self->stage) {
    case BEGIN:
        status = tell_store(state, self->store, begin(self));
        self->stage = READ;
        break;
    case READ:
        status = read_rows(self, state);
        self->stage = LINK;
        break;
    case LINK:
        status = link_rows(self, state);
        break;
    case APPLY:
        status = tell_store(state, self->store, bina_apply_step(&self->apply));
        bina_apply_progress(&self->apply, &state->progress.done, &state->progress.total);
        if (status == BINA_DONE) {
            self->stage = FINISH;
            status = BINA_OK;
        }
        break;
    default:
        status = finish(self, state);
        break;
    }
    tell_stage(self, state);
    return status;
}

static void
end(void *data)
{
    reconcile *self = data;

    bina_register_abandon(self->store, self->depth);
    bina_task_free(self->linking);
    bina_linkage_free(self->linkage);
    bina_reconciling_drop(&self->work);
    bina_open_pairs_drop(&self->open);
    bina_store_let_go(self->store);
    free(self);
}

bina_status
bina_reconcile_showing(bina_store *store, const bina_reconcile_options *options,
                       bina_examples *examples, bina_task **task)
{
    static const bina_work work = {step, end};
    bina_reconcile_options given = BINA_RECONCILE_OPTIONS_INIT;
    bina_error *error = bina_store_complaint(store);
    reconcile *self;

    *task = NULL;
    if (!bina_options_take(&given, sizeof given, options))
        return bina_error_plain(error, BINA_ERR_USAGE);
    self = calloc(1, sizeof *self);
    if (self == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    self->examples = examples;
    self->store = store;
    bina_store_hold(store);
    self->work.store = store;
    self->settings = given.settings;
    self->work.policy = given.survivorship;
    self->dry_run = given.dry_run;
    *task = bina_task_new(&work, self);
    return *task != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}

bina_status
bina_register_reconcile(bina_store *store, const bina_reconcile_options *options, bina_task **task)
{
    return bina_reconcile_showing(store, options, NULL, task);
}
