/* The one choke point of states: a step is judged, written, entered, and followed, or not at all.
 */
#include <bina/advance.h>

#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "base/text.h"
#include "model/field.h"
#include "rules/check.h"
#include "rules/lifecycle.h"
#include "rules/refusals.h"
#include "store/write.h"

#define DEEPEST 16 /* steps that bring about steps */

/* Everything a step is made of, while it is being made. */
typedef struct stepping {
    bina_store *store;
    bina_table *table;
    const bina_move *move;
    bina_case its;
    bina_record *record; /* as it will be */
    bina_id id;
    int state; /* slot */
    char left[48];
} stepping;

static bina_status
no_lifecycle(bina_store *store, const bina_table *table)
{
    return bina_error_set(&store->error, BINA_ERR_USAGE, "records of the kind %s have no lifecycle",
                          "data %s tidak mempunyai daur keadaan",
                          bina_description_name(table->description));
}

/* Reads the record and finds its lifecycle. */
static bina_status
start(stepping *s)
{
    bina_store *store = s->store;
    bina_status status;
    const char *now;

    s->table = bina_store_table(store, bina_id_kind(s->id));
    if (s->table == NULL)
        return bina_error_status(&store->error);
    s->its.lifecycle = bina_lifecycle_find(bina_id_kind(s->id));
    if (s->its.lifecycle == NULL || s->its.lifecycle->state == NULL)
        return no_lifecycle(store, s->table);
    status = bina_table_before(store, s->table, s->id);
    if (status != BINA_OK)
        return status;
    s->record = bina_record_copy(s->table->before);
    if (s->record == NULL)
        return bina_store_no_memory(store);
    s->state = bina_description_find(s->table->description, s->its.lifecycle->state);
    now = bina_record_text(s->record, s->state);
    if (now == NULL) { /* from before the kind had states */
        const bina_transition *entry = bina_lifecycle_entry(s->its.lifecycle, NULL);
        now = entry != NULL ? entry->to : "";
    }
    sqlite3_snprintf(sizeof s->left, s->left, "%s", now);
    s->its.access = &store->access;
    s->its.refusals = store->refusals;
    s->its.record = s->record;
    s->its.id = s->id;
    s->its.state = s->left;
    s->its.today = bina_store_today(store);
    s->its.on = s->move->on != 0 ? s->move->on : s->its.today;
    s->its.reason = s->move->reason;
    s->its.note = s->move->note;
    s->its.paper = s->move->paper;
    return BINA_OK;
}

/* Whether a step lets a field be set. */
static bool
may_set(const bina_transition *step, const char *field)
{
    const char *list = step->sets;
    size_t length;

    for (; list != NULL && *list != '\0'; list += length) {
        list += strspn(list, " !");
        length = strcspn(list, " ");
        if (length == strlen(field) && memcmp(list, field, length) == 0)
            return true;
    }
    return false;
}

/* Lays the values given with the step over the record. */
static bina_status
take_values(stepping *s)
{
    const bina_record *values = s->move->values;
    bina_mapping map;

    if (values == NULL)
        return BINA_OK;
    map = bina_map_record(s->table, values);
    for (int slot = 2; slot < s->table->count; slot++) {
        const bina_field *field = &s->table->description->fields[slot];
        int from = bina_map_slot(&map, slot);
        if (from < 0 || !bina_record_is_set(values, from))
            continue;
        if (!may_set(s->its.transition, field->name)) {
            bina_error_set(
                &s->store->error, BINA_ERR_USAGE, "the step \"%s\" does not set %s; it may set: %s",
                "langkah \"%s\" tidak mengisi %s; yang dapat diisi: %s", s->its.transition->verb,
                field->name, s->its.transition->sets != NULL ? s->its.transition->sets : "-");
            bina_error_at(&s->store->error, bina_description_name(s->table->description),
                          field->name, "lifecycle.sets");
            return BINA_ERR_USAGE;
        }
        bina_record_set(s->record, slot, bina_record_get(values, from));
    }
    return bina_rules_check_record(values, true, s->its.today, NULL, &s->store->error, NULL, NULL);
}

static bina_status
judge(stepping *s)
{
    bina_status status;

    s->its.transition = bina_lifecycle_step(s->its.lifecycle, s->left, s->move->verb);
    if (s->its.transition == NULL) {
        bina_lifecycle_refuse_step(&s->its, s->move->verb);
        return s->its.status != BINA_OK ? s->its.status
                                        : bina_guard_refused(s->store, s->table, NULL);
    }
    status = take_values(s);
    if (status != BINA_OK)
        return status;
    if (s->its.transition->to != NULL)
        bina_set_text(s->record, s->state, s->its.transition->to);
    status = bina_lifecycle_judge(&s->its);
    return status == BINA_OK ? bina_guard_refused(s->store, s->table, NULL) : status;
}

/* The values given with the step; what is dated holds from the day of the step, not from today. */
static bina_status
write_values(stepping *s, const char *day)
{
    bina_mapping map = bina_map_record(s->table, s->move->values);
    bina_record *values = bina_record_copy(s->move->values);
    bina_status status = BINA_OK;
    int64_t revision;

    if (values == NULL)
        return bina_store_no_memory(s->store);
    for (int slot = 2; slot < s->table->count; slot++) {
        int from = bina_map_slot(&map, slot);
        if (from >= 0 && (s->table->description->fields[slot].flags & BINA_FIELD_DATED) != 0)
            bina_unset(values, from);
    }
    bina_set_int(values, 0, s->id);
    bina_unset(values, 1);
    status = bina_table_update(s->store, s->table, values, true, &revision);
    bina_record_free(values);
    for (int slot = 2; slot < s->table->count && status == BINA_OK; slot++) {
        int from = bina_map_slot(&map, slot);
        if (from >= 0 && bina_record_is_set(s->move->values, from) &&
            (s->table->description->fields[slot].flags & BINA_FIELD_DATED) != 0)
            status = bina_dated_set(s->store, s->table, s->id, slot, day,
                                    bina_record_get(s->move->values, from), false);
    }
    return status;
}

/* The values first, then the state from its day on. */
static bina_status
write_record(stepping *s)
{
    const char *to = s->its.transition->to;
    bina_status status = BINA_OK;
    char day[16];

    bina_date_format(s->its.on, day);
    if (s->move->values != NULL)
        status = write_values(s, day);
    if (status != BINA_OK || to == NULL || strcmp(to, s->left) == 0)
        return status;
    return bina_dated_set(s->store, s->table, s->id, s->state, day, bina_text(to), false);
}

/* The entry in the table of steps. */
static bina_status
write_step(stepping *s)
{
    bina_table *steps = bina_store_table(s->store, BINA_STEP);
    bina_record *step = bina_record_new(BINA_STEP);
    bina_status status;
    bina_id id;

    if (step == NULL)
        return bina_store_no_memory(s->store);
    bina_set_int(step, BINA_STEP_SUBJECT, s->id);
    bina_set_text(step, BINA_STEP_VERB, s->its.transition->verb);
    bina_set_text(step, BINA_STEP_LEFT, s->left);
    bina_set_text(step, BINA_STEP_ENTERED,
                  s->its.transition->to != NULL ? s->its.transition->to : s->left);
    bina_set_int(step, BINA_STEP_TAKEN, s->its.on);
    bina_set_text(step, BINA_STEP_REASON, s->move->reason);
    bina_set_text(step, BINA_STEP_NOTE, s->move->note);
    if (s->move->paper != 0)
        bina_set_int(step, BINA_STEP_PAPER, s->move->paper);
    bina_set_text(step, BINA_STEP_ACTOR, s->store->actor);
    status = bina_table_add(s->store, steps, step, s->its.today, NULL, &id);
    bina_record_free(step);
    return status;
}

/* The commit says which step it is; people's own words are kept with the step. */
static bina_status
name_commit(stepping *s)
{
    char rule[64];
    char *copy;

    if (s->store->rule != NULL)
        return BINA_OK;
    sqlite3_snprintf(sizeof rule, rule, "step:%s.%s", bina_description_name(s->table->description),
                     s->its.transition->verb);
    copy = bina_text_copy(rule);
    if (copy == NULL)
        return bina_store_no_memory(s->store);
    s->store->rule = copy;
    return BINA_OK;
}

/*
 * Takes a step within the running verb. `supposed`: only judges, with papers, reasons and values
 * counting as given. `keep`: false asks every condition and takes everything back.
 */
bina_status
bina_advance_within(bina_store *store, bina_id id, const bina_move *move, bool supposed, bool keep)
{
    stepping s = {.store = store, .move = move, .id = id, .its = {.supposed = supposed}};
    bool outermost = store->depth == 0;
    bina_status status = bina_access_begin(store);

    if (status == BINA_OK && store->acting > DEEPEST)
        status =
            bina_error_set(&store->error, BINA_ERR_USAGE, "steps bring about steps without end",
                           "langkah menimbulkan langkah tanpa akhir");
    if (status != BINA_OK)
        return status;
    if (supposed) {
        status = start(&s);
        if (status == BINA_OK)
            status = judge(&s);
        bina_record_free(s.record);
        return status;
    }
    status = bina_store_begin(store, NULL);
    if (status != BINA_OK)
        return status;
    status = start(&s);
    if (status == BINA_OK)
        status = judge(&s);
    if (status == BINA_OK && outermost)
        status = name_commit(&s);
    if (status == BINA_OK)
        status = write_record(&s);
    if (status == BINA_OK)
        status = write_step(&s);
    if (status == BINA_OK)
        status = bina_lifecycle_follow(&s.its);
    if (status == BINA_OK)
        status = bina_guard_refused(store, s.table, NULL);
    bina_record_free(s.record);
    if (status == BINA_OK && !keep)
        return bina_store_rollback(store);
    return bina_store_leave(store, true, status);
}

bina_status
bina_advance(bina_store *store, bina_id id, const char *verb, const bina_advance_options *options)
{
    bina_advance_options given = BINA_ADVANCE_OPTIONS_INIT;
    bina_status status = bina_store_start_write(store);
    bina_move move;

    if (status != BINA_OK)
        return status;
    if (verb == NULL || !bina_options_take(&given, sizeof given, options))
        return bina_error_plain(&store->error, BINA_ERR_USAGE);
    move = (bina_move){.verb = verb,
                       .reason = given.reason,
                       .note = given.note,
                       .on = given.on,
                       .paper = given.paper,
                       .values = given.values};
    return bina_advance_within(store, id, &move, false, !given.dry_run);
}
