/*
 * Adding, changing and removing records whose kind has rules (rules/lifecycle.h): every condition
 * is asked before anything is written, and what follows is done in the same transaction.
 */
#include <string.h>
#include "rules/check.h"
#include "rules/lifecycle.h"
#include "rules/refusals.h"
#include "store/write.h"

/* After a case was judged: refused, or free to go on. A dangling reference explains the rest. */
bina_status
bina_guard_refused(bina_store *store, const bina_table *table, const bina_record *record)
{
    if (bina_refusals_count(store->refusals) == 0)
        return BINA_OK;
    if (record != NULL) {
        bina_status status = bina_refuse_dangling(store, table, record);
        if (bina_error_rule(&store->error) != NULL)
            return status;
    }
    return bina_refusals_tell(store->refusals, bina_description_name(table->description),
                              &store->error);
}

static bool
has_effects(const bina_lifecycle *lifecycle, const bina_transition *step)
{
    return lifecycle->changed != NULL || (step != NULL && step->effects != NULL);
}

static int
slot_of(const bina_record *record, const char *field)
{
    return field != NULL ? bina_description_find(bina_record_description(record), field) : -1;
}

/* ---- adding ---- */

/* The way in, and the state and first day a record without them gets. */
static const bina_transition *
enter(bina_case *c, bina_record *record, int state, int began)
{
    const bina_transition *entry;

    if (state < 0)
        return bina_lifecycle_entry(c->lifecycle, NULL);
    entry = bina_lifecycle_entry(c->lifecycle, bina_record_text(record, state));
    if (bina_record_text(record, state) == NULL && entry != NULL && !c->lifecycle->loose)
        bina_set_text(record, state, entry->to);
    /* Who enters today begins today; what has a first day of its own sort (a founding) may not. */
    if (began >= 0 && entry != NULL && strcmp(c->lifecycle->began, "began") == 0 &&
        !c->lifecycle->loose && bina_record_get(record, began).type != BINA_DATE)
        bina_set_int(record, began, c->today);
    return entry;
}

/* Evidence is of a past that is declared; what begins now begins by the rules. */
static void
judge_evidence(bina_case *c)
{
    const bina_transition *first = bina_lifecycle_entry(c->lifecycle, NULL);

    if (c->lifecycle->loose || c->transition != first || !bina_case_has(c, "evidence"))
        return;
    bina_case_refuse(c, "lifecycle.evidence",
                     "evidence is of a past state; say the state it proves, or leave it out",
                     "bukti adalah tentang keadaan yang lalu; sebutkan keadaan yang dibuktikannya, "
                     "atau kosongkan");
}

static void
judge_declared(bina_case *c, const char *state)
{
    if (bina_case_has(c, "evidence") || c->lifecycle->loose)
        return;
    bina_case_refuse(c, "lifecycle.declared",
                     "a record does not begin as %s; add it without a state and advance it, or say "
                     "in \"evidence\" where this past comes from",
                     "data tidak bermula sebagai %s; tambahkan tanpa keadaan lalu lanjutkan, atau "
                     "sebutkan asal keadaan itu di \"evidence\"",
                     state != NULL ? state : "-");
    bina_case_saw(c, "state", bina_text(state));
}

bina_status
bina_guard_add(bina_store *store, bina_table *table, bina_record *record, int64_t today,
               bina_id *id)
{
    bina_case c = {.access = &store->access, .record = record, .today = today, .on = today};
    bool state_given, began_given, inner = false;
    bina_status status = bina_access_begin(store);
    int state, began;

    if (status != BINA_OK)
        return status;
    c.lifecycle = bina_lifecycle_find(bina_description_kind(table->description));
    c.refusals = store->refusals;
    state = slot_of(record, c.lifecycle->state);
    began = slot_of(record, c.lifecycle->began);
    state_given = state >= 0 && bina_record_is_set(record, state);
    began_given = began >= 0 && bina_record_is_set(record, began);
    c.transition = enter(&c, record, state, began);
    if (began >= 0 && bina_record_get(record, began).type == BINA_DATE)
        c.on = bina_record_int(record, began);
    if (state >= 0)
        judge_evidence(&c);
    if (c.transition == NULL && state >= 0)
        judge_declared(&c, bina_record_text(record, state));
    /* Guards may count on every value being there that must be, and being what it should. */
    status = bina_rules_check_record(record, false, today,
                                     bina_map_record(table, record).same ? table->passed : NULL,
                                     &store->error, NULL, NULL);
    if (status == BINA_OK)
        status = bina_lifecycle_judge(&c);
    if (status == BINA_OK)
        status = bina_guard_refused(store, table, record);
    if (status == BINA_OK && has_effects(c.lifecycle, c.transition)) {
        inner = true;
        status = bina_store_begin(store, NULL);
    }
    if (status == BINA_OK) {
        status = bina_table_add(store, table, record, BINA_CHECKED, NULL, id);
        if (status == BINA_OK && inner) {
            bina_record *added = bina_record_copy(record);
            if (added != NULL)
                bina_set_int(added, 0, *id);
            c.record = added;
            c.id = *id;
            status = added != NULL ? bina_lifecycle_follow(&c) : bina_store_no_memory(store);
            if (status == BINA_OK)
                status = bina_guard_refused(store, table, NULL);
            bina_record_free(added);
        }
        if (inner)
            status = bina_store_leave(store, true, status);
    }
    if (status != BINA_OK && state >= 0 && !state_given)
        bina_unset(record, state);
    if (status != BINA_OK && began >= 0 && !began_given)
        bina_unset(record, began);
    return status;
}

/* ---- changing ---- */

/* The record as it will be: what is stored, with what is set laid over it. */
static bina_record *
lay_over(const bina_table *table, const bina_record *record)
{
    bina_mapping map = bina_map_record(table, record);
    bina_record *will = bina_record_copy(table->before);

    for (int slot = 2; will != NULL && slot < table->count; slot++) {
        int from = bina_map_slot(&map, slot);
        if (from >= 0 && bina_record_is_set(record, from))
            bina_record_set(will, slot, bina_record_get(record, from));
    }
    return will;
}

static void
judge_state_kept(bina_case *c, const bina_table *table, int state)
{
    bina_value before = bina_record_get(table->before, state);

    if (c->lifecycle->loose || bina_value_equal(before, bina_record_get(c->record, state)))
        return;
    bina_case_refuse(c, "lifecycle.update", "a state changes by a step; advance the record instead",
                     "keadaan berubah melalui langkah; lanjutkan data ini sebagai gantinya");
    bina_case_saw(c, "state", before);
}

/* Changes what is set in the record; or, with a day, the one dated field in `slot` from that day.
 */
static bina_status
change(bina_store *store, bina_table *table, const bina_record *record, bina_id id, int slot,
       const char *day, int64_t *revision)
{
    bina_case c = {.access = &store->access, .today = bina_store_today(store)};
    bina_status status = bina_access_begin(store);
    bina_record *will = NULL;
    bool inner = false;
    int state;

    if (status == BINA_OK)
        status = bina_table_before(store, table, id);
    if (status == BINA_OK && (will = lay_over(table, record)) == NULL)
        status = bina_store_no_memory(store);
    if (status != BINA_OK)
        goto out;
    c.lifecycle = bina_lifecycle_find(bina_description_kind(table->description));
    c.refusals = store->refusals;
    c.record = will;
    c.id = id;
    c.on = c.today;
    state = slot_of(will, c.lifecycle->state);
    if (state >= 0)
        judge_state_kept(&c, table, state);
    if (store->acting == 0) /* effects of steps may */
        bina_lifecycle_judge_kept(&c, table->before);
    status = bina_lifecycle_judge(&c);
    if (status == BINA_OK)
        status = bina_guard_refused(store, table, record);
    if (status == BINA_OK && has_effects(c.lifecycle, NULL)) {
        inner = true;
        status = bina_store_begin(store, NULL);
    }
    if (status != BINA_OK)
        goto out;
    status = day == NULL ? bina_table_update(store, table, record, true, revision)
                         : bina_dated_set(store, table, id, slot, day,
                                          bina_record_get(record, slot), false);
    if (status == BINA_OK && inner)
        status = bina_lifecycle_follow(&c);
    if (status == BINA_OK && inner)
        status = bina_guard_refused(store, table, NULL);
    if (inner)
        status = bina_store_leave(store, true, status);
out:
    bina_record_free(will);
    return status;
}

bina_status
bina_guard_update(bina_store *store, bina_table *table, const bina_record *record,
                  int64_t *revision)
{
    return change(store, table, record, bina_record_id(record), -1, NULL, revision);
}

bina_status
bina_guard_set_dated(bina_store *store, bina_table *table, const bina_record *record, bina_id id,
                     int slot, const char *day)
{
    return change(store, table, record, id, slot, day, NULL);
}

/* ---- removing ---- */

static void
judge_removal(bina_case *c, int state)
{
    const bina_transition *entry = bina_lifecycle_entry(c->lifecycle, NULL);

    if (c->lifecycle->state == NULL || c->lifecycle->loose || c->transition != NULL)
        return;
    if (entry != NULL && c->state != NULL && entry->to != NULL &&
        bina_value_equal(bina_text(entry->to), bina_record_get(c->record, state)))
        return;
    bina_case_refuse(c, "lifecycle.remove",
                     "a record that has moved on is not removed; take a step that ends it, or undo "
                     "the commits that moved it",
                     "data yang sudah berjalan tidak dihapus; akhiri dengan suatu langkah, atau "
                     "batalkan catatan langkahnya");
    bina_case_saw(c, "state", bina_text(c->state));
}

/* What the kind itself has against it. */
static bina_status
ask_removal(bina_case *c)
{
    bina_guard *const *guard = c->transition != NULL ? c->transition->guards : NULL;

    for (; guard != NULL && *guard != NULL; guard++)
        (*guard)(c);
    return c->status;
}

bina_status
bina_guard_remove(bina_store *store, bina_table *table, bina_id id)
{
    bina_case c = {.access = &store->access, .id = id, .today = bina_store_today(store)};
    bina_status status = bina_access_begin(store);
    bina_record *gone = NULL;
    bool inner = false;
    int state;

    if (status == BINA_OK)
        status = bina_table_before(store, table, id);
    if (status == BINA_OK && (gone = bina_record_copy(table->before)) == NULL)
        status = bina_store_no_memory(store);
    if (status != BINA_OK)
        goto out;
    c.lifecycle = bina_lifecycle_find(bina_description_kind(table->description));
    c.refusals = store->refusals;
    c.record = gone;
    c.on = c.today;
    state = slot_of(gone, c.lifecycle->state);
    c.state = state >= 0 ? bina_record_text(gone, state) : NULL;
    c.transition = bina_lifecycle_step(c.lifecycle, c.state, "remove");
    judge_removal(&c, state);
    status = ask_removal(&c);
    if (status == BINA_OK)
        status = bina_guard_refused(store, table, NULL);
    if (status == BINA_OK && has_effects(c.lifecycle, c.transition)) {
        inner = true;
        status = bina_store_begin(store, NULL);
    }
    if (status != BINA_OK)
        goto out;
    status = bina_table_remove(store, table, id);
    if (status == BINA_OK && inner)
        status = bina_lifecycle_follow(&c);
    if (status == BINA_OK && inner)
        status = bina_guard_refused(store, table, NULL);
    if (inner)
        status = bina_store_leave(store, true, status);
out:
    bina_record_free(gone);
    return status;
}

/* ---- undoing ---- */

/* What was there before need not be allowed any more: a seat given up may have been taken. */
bina_status
bina_guard_undone(bina_store *store, bina_id id)
{
    bina_case c = {.access = &store->access, .id = id, .today = bina_store_today(store)};
    bina_table *table = bina_store_table(store, bina_id_kind(id));
    bina_record *record;
    bina_status status;

    c.lifecycle = bina_lifecycle_find(bina_id_kind(id));
    if (c.lifecycle == NULL || c.lifecycle->always == NULL || table == NULL)
        return BINA_OK;
    status = bina_access_begin(store);
    if (status == BINA_OK)
        status = bina_table_before(store, table, id);
    if (status == BINA_ERR_NOT_FOUND) /* it was added by what is undone */
        return BINA_OK;
    if (status != BINA_OK)
        return status;
    record = bina_record_copy(table->before);
    if (record == NULL)
        return bina_store_no_memory(store);
    c.refusals = store->refusals;
    c.record = record;
    c.on = c.today;
    status = bina_lifecycle_judge(&c);
    bina_record_free(record);
    return status == BINA_OK ? bina_guard_refused(store, table, NULL) : status;
}

/* What is undone may have been built upon: goods that were bought and are given away. */
bina_status
bina_guard_unadd(bina_store *store, bina_table *table, bina_id id)
{
    bina_case c = {.access = &store->access, .id = id, .today = bina_store_today(store)};
    bina_record *record;
    bina_status status;
    int state;

    c.lifecycle = bina_lifecycle_find(bina_id_kind(id));
    if (c.lifecycle == NULL)
        return BINA_OK;
    status = bina_access_begin(store);
    if (status == BINA_OK)
        status = bina_table_before(store, table, id);
    if (status != BINA_OK)
        return status;
    record = bina_record_copy(table->before);
    if (record == NULL)
        return bina_store_no_memory(store);
    c.refusals = store->refusals;
    c.record = record;
    c.on = c.today;
    state = slot_of(record, c.lifecycle->state);
    c.state = state >= 0 ? bina_record_text(record, state) : NULL;
    c.transition = bina_lifecycle_step(c.lifecycle, c.state, "remove");
    status = ask_removal(&c);
    bina_record_free(record);
    return status == BINA_OK ? bina_guard_refused(store, table, NULL) : status;
}
