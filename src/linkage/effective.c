/* The settings as they were applied, as records that make the same run. */
#include <stdlib.h>
#include <string.h>

#include "linkage/report.h"

static bina_status
write_options(bina_link_report *report, const bina_linkage *linkage)
{
    const bina_link_engine *engine = &linkage->engine;

    bina_set_real(report->record, BINA_LINKAGE_OPTION_LINK, engine->link);
    bina_set_real(report->record, BINA_LINKAGE_OPTION_REVIEW, engine->review);
    bina_set_text(report->record, BINA_LINKAGE_OPTION_PROFILE,
                  linkage->plan.profile == BINA_PROFILE_INDONESIA ? "indonesia" : "generic");
    bina_set_int(report->record, BINA_LINKAGE_OPTION_MOST_PAIRS, (int64_t)engine->most_pairs);
    bina_set_int(report->record, BINA_LINKAGE_OPTION_SEED, (int64_t)engine->seed);
    return bina_link_report_add(report);
}

/* Lists of which something was said. What was merely found is found again; if it were declared,
 * rows of such a list would not be compared. */
static bina_status
write_lists(bina_link_report *report, const bina_linkage *linkage)
{
    bina_status status = BINA_OK;

    for (uint32_t l = 0; l < linkage->table.list_count && status == BINA_OK; l++) {
        uint32_t at = linkage->order[l];
        if (!linkage->alone[at] && !linkage->engine.repeats[at])
            continue;
        bina_set_text(report->record, BINA_LINKAGE_LIST_NAME, linkage->table.lists[at]->name);
        bina_set_int(report->record, BINA_LINKAGE_LIST_DUPLICATE_FREE, linkage->alone[at]);
        status = bina_link_report_add(report);
    }
    return status;
}

static const char *
column_name(const bina_linkage *linkage, const bina_link_source *source)
{
    return linkage->table.lists[source->list]->columns[source->column].name;
}

/* Whether one record, without a list, can stand for both sources. */
static bool
alike(const bina_linkage *linkage, const bina_link_source *a, const bina_link_source *b)
{
    return a->role == b->role && a->take == b->take &&
           strcmp(column_name(linkage, a), column_name(linkage, b)) == 0;
}

/* Whether a source is the first of its like in a field. */
static bool
is_first(const bina_linkage *linkage, const bina_link_spec *spec, size_t source)
{
    for (size_t s = 0; s < source; s++)
        if (alike(linkage, &spec->sources[s], &spec->sources[source]))
            return false;
    return true;
}

/* The next source of a field that is of a list, from `at` on; source_count when there is none. */
static size_t
next_of(const bina_link_spec *spec, uint32_t list, size_t at)
{
    while (at < spec->source_count && spec->sources[at].list != list)
        at++;
    return at;
}

/*
 * Whether a field takes the same columns of every list that has them, in the same order: then its
 * records need not name lists, and fit other lists too.
 */
static bool
of_every_list(const bina_linkage *linkage, const bina_link_spec *spec)
{
    for (uint32_t l = 0; l < linkage->table.list_count; l++) {
        const bina_link_list *list = linkage->table.lists[l];
        size_t at = next_of(spec, l, 0);
        for (size_t s = 0; s < spec->source_count; s++) {
            if (!is_first(linkage, spec, s))
                continue;
            for (uint32_t c = 0; c < list->column_count; c++) {
                if (strcmp(list->columns[c].name, column_name(linkage, &spec->sources[s])) != 0)
                    continue;
                if (at == spec->source_count || spec->sources[at].column != c ||
                    !alike(linkage, &spec->sources[at], &spec->sources[s]))
                    return false;
                at = next_of(spec, l, at + 1);
            }
        }
        if (at < spec->source_count)
            return false;
    }
    return true;
}

static bina_status
write_sources(bina_link_report *report, const bina_linkage *linkage, const bina_link_spec *spec)
{
    bool every = of_every_list(linkage, spec);
    bina_status status = BINA_OK;

    for (size_t s = 0; s < spec->source_count && status == BINA_OK; s++) {
        const bina_link_source *source = &spec->sources[s];
        if (every && !is_first(linkage, spec, s))
            continue;
        bina_set_text(report->record, BINA_LINKAGE_COLUMN_COLUMN, column_name(linkage, source));
        if (!every)
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_LIST,
                          linkage->table.lists[source->list]->name);
        bina_set_text(report->record, BINA_LINKAGE_COLUMN_FIELD, spec->name);
        bina_set_text(report->record, BINA_LINKAGE_COLUMN_ROLE, bina_role_name(source->role));
        if (source->take != BINA_LINK_TAKE_TEXT)
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_TAKE,
                          bina_link_take_name(source->take));
        status = bina_link_report_add(report);
    }
    return status;
}

/* Whether any field takes a column of a name. */
static bool
is_used(const bina_linkage *linkage, const char *name)
{
    const bina_link_plan *plan = &linkage->plan;

    for (int f = 0; f < plan->count; f++)
        for (size_t s = 0; s < plan->field[f].source_count; s++)
            if (strcmp(column_name(linkage, &plan->field[f].sources[s]), name) == 0)
                return true;
    return false;
}

/* Whether a list added before list n has a column of a name. */
static bool
is_before(const bina_linkage *linkage, uint32_t n, const char *name)
{
    for (uint32_t l = 0; l < n; l++) {
        const bina_link_list *list = linkage->table.lists[linkage->order[l]];
        for (uint32_t c = 0; c < list->column_count; c++)
            if (strcmp(list->columns[c].name, name) == 0)
                return true;
    }
    return false;
}

/* Every column: with its field, or without one when it is not used. */
static bina_status
write_columns(bina_link_report *report, const bina_linkage *linkage)
{
    bina_status status = BINA_OK;

    for (int f = 0; f < linkage->plan.count && status == BINA_OK; f++)
        status = write_sources(report, linkage, &linkage->plan.field[f]);
    for (uint32_t l = 0; l < linkage->table.list_count; l++) {
        const bina_link_list *list = linkage->table.lists[linkage->order[l]];
        for (uint32_t c = 0; c < list->column_count && status == BINA_OK; c++) {
            const char *name = list->columns[c].name;
            if (is_used(linkage, name) || is_before(linkage, l, name))
                continue;
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_COLUMN, name);
            status = bina_link_report_add(report);
        }
    }
    return status;
}

static bina_status
write_comparisons(bina_link_report *report, const bina_linkage *linkage)
{
    const bina_link_plan *plan = &linkage->plan;
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count && status == BINA_OK; f++) {
        const bina_link_spec *spec = &plan->field[f];
        bina_set_text(report->record, BINA_LINKAGE_COMPARISON_FIELD, spec->name);
        bina_set_text(report->record, BINA_LINKAGE_COMPARISON_COMPARE,
                      bina_link_compare_name(spec->compare));
        bina_set_int(report->record, BINA_LINKAGE_COMPARISON_FREQUENCY, spec->frequency);
        if (linkage->engine.model.owners)
            bina_set_int(report->record, BINA_LINKAGE_COMPARISON_THING,
                         linkage->engine.model.thing[f]);
        if (spec->given[0] >= 0)
            bina_set_text(report->record, BINA_LINKAGE_COMPARISON_GIVEN,
                          plan->field[spec->given[0]].name);
        if (spec->given[1] >= 0)
            bina_set_text(report->record, BINA_LINKAGE_COMPARISON_OR_GIVEN,
                          plan->field[spec->given[1]].name);
        status = bina_link_report_add(report);
    }
    return status;
}

static bina_status
write_blocking(bina_link_report *report, const bina_linkage *linkage)
{
    bina_status status = BINA_OK;

    for (size_t r = 0; r < linkage->plan.rules && status == BINA_OK; r++) {
        char *keys = bina_link_rule_write(&linkage->plan, &linkage->plan.rule[r]);
        if (keys == NULL)
            return BINA_ERR_NO_MEMORY;
        bina_set_text(report->record, BINA_LINKAGE_BLOCKING_KEYS, keys);
        free(keys);
        status = bina_link_report_add(report);
    }
    return status;
}

bina_status
bina_linkage_effective(bina_linkage *linkage, const char *name, bina_cursor **cursor)
{
    static bina_status (*const write[BINA_LINK_SETTING_KINDS])(
        bina_link_report *, const bina_linkage *) = {write_options,
                                                     write_lists,
                                                     write_columns,
                                                     write_comparisons,
                                                     write_blocking,
                                                     bina_link_write_model,
                                                     bina_link_write_parameters};
    static const bina_link_slot none[] = {{NULL, BINA_NULL, 0, NULL}};
    bina_link_report report;
    int kind = name == NULL ? -1 : bina_link_setting_kind(name);
    bina_status status;

    status = bina_link_report_begin(&report, linkage, name == NULL ? "" : name,
                                    kind < 0 ? "" : bina_link_setting_doc(kind),
                                    kind < 0 ? none : bina_link_setting_slots(kind));
    if (status == BINA_OK && kind < 0)
        status =
            bina_error_set(&linkage->error, BINA_ERR_USAGE, "\"%s\" is not a setting of a linkage",
                           "\"%s\" bukan pengaturan penautan", name == NULL ? "" : name);
    if (status == BINA_OK)
        status = write[kind](&report, linkage);
    return bina_link_report_end(&report, linkage, status, cursor);
}
