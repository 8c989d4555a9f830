#include "register/apply.h"

/* Clusters written in one step. */
#define STEP 500
/* New records of a kind that are kept back to be added together. */
#define KEPT 5000

bina_status
bina_apply_start(bina_apply *apply, bina_reconciling *work, const bina_open_pairs *open)
{
    bina_status status = bina_reconciling_group(work);

    apply->work = work;
    apply->open = open;
    apply->stage = BINA_APPLY_REGISTRANTS;
    apply->at = 0;
    if (status == BINA_OK)
        status = bina_reconciling_load(work);
    if (status == BINA_OK)
        status = bina_registrants_settle(work);
    return status;
}

static size_t
stage_total(const bina_apply *apply)
{
    switch (apply->stage) {
    case BINA_APPLY_REGISTRANTS:
    case BINA_APPLY_TIES:
        return apply->work->rows.clusters;
    case BINA_APPLY_PERSONS:
        return apply->work->people.persons;
    default:
        return 1;
    }
}

/* What nothing else needed. */
static bina_status
add_new(bina_apply *apply)
{
    bina_status status = BINA_OK;

    if (apply->open != NULL)
        status = bina_pairs_write(apply->work, apply->open);
    return status == BINA_OK ? bina_reconciling_flush(apply->work, 1) : status;
}

static bina_status
do_one(bina_apply *apply, size_t at)
{
    bina_status status;

    switch (apply->stage) {
    case BINA_APPLY_REGISTRANTS:
        return bina_registrant_write(apply->work, at);
    case BINA_APPLY_PERSONS:
        return bina_owner_write(apply->work, at);
    case BINA_APPLY_TIES:
        status = bina_ties_write(apply->work, at);
        return status == BINA_OK ? bina_contacts_write(apply->work, at) : status;
    default:
        return add_new(apply);
    }
}

/* What must be known before a stage. */
static bina_status
enter(bina_apply *apply)
{
    bina_status status = BINA_OK;

    if (apply->stage == BINA_APPLY_PERSONS)
        status = bina_owners_settle(apply->work);
    if (apply->stage == BINA_APPLY_TIES) {
        status = bina_owners_merge(apply->work);
        if (status == BINA_OK)
            status = bina_rows_point_to_persons(apply->work);
        if (status == BINA_OK)
            status = bina_ties_prepare(apply->work);
        if (status == BINA_OK)
            status = bina_contacts_prepare(apply->work);
        if (status == BINA_OK && !apply->work->partial)
            status = bina_households_write(apply->work);
    }
    return status;
}

bina_status
bina_apply_step(bina_apply *apply)
{
    size_t total = stage_total(apply), end = apply->at + STEP < total ? apply->at + STEP : total;
    bina_status status = BINA_OK;

    for (; apply->at < end && status == BINA_OK; apply->at++)
        status = do_one(apply, apply->at);
    if (status == BINA_OK)
        status = bina_reconciling_flush(apply->work, KEPT);
    if (status == BINA_OK && apply->at >= total) {
        apply->stage++;
        apply->at = 0;
        if (apply->stage == BINA_APPLY_END)
            return BINA_DONE;
        status = enter(apply);
    }
    return status;
}

void
bina_apply_progress(const bina_apply *apply, int64_t *done, int64_t *total)
{
    *done = (int64_t)apply->at;
    *total = (int64_t)stage_total(apply);
}
