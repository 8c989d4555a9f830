/* The settings as they were applied, as records that make the same run. */
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

static bina_status
write_lists(bina_link_report *report, const bina_linkage *linkage)
{
    bina_status status = BINA_OK;

    for (uint32_t l = 0; l < linkage->table.list_count && status == BINA_OK; l++) {
        uint32_t at = linkage->order[l];
        bina_set_text(report->record, BINA_LINKAGE_LIST_NAME, linkage->table.lists[at]->name);
        /* What was merely found is found again; declared, rows of the list would not be compared. */
        if (linkage->alone[at])
            bina_set_int(report->record, BINA_LINKAGE_LIST_DUPLICATE_FREE, 1);
        else if (linkage->engine.repeats[at])
            bina_set_int(report->record, BINA_LINKAGE_LIST_DUPLICATE_FREE, 0);
        status = bina_link_report_add(report);
    }
    return status;
}

/* Every column: with its field, or without one when it is not used. */
static bina_status
write_columns(bina_link_report *report, const bina_linkage *linkage)
{
    const bina_link_plan *plan = &linkage->plan;
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count; f++)
        for (size_t s = 0; s < plan->field[f].source_count && status == BINA_OK; s++) {
            const bina_link_list *list = linkage->table.lists[plan->field[f].sources[s].list];
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_COLUMN,
                          list->columns[plan->field[f].sources[s].column].name);
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_LIST, list->name);
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_FIELD, plan->field[f].name);
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_ROLE,
                          bina_role_name(plan->field[f].sources[s].role));
            if (plan->field[f].sources[s].take != BINA_LINK_TAKE_TEXT)
                bina_set_text(report->record, BINA_LINKAGE_COLUMN_TAKE,
                              bina_link_take_name(plan->field[f].sources[s].take));
            status = bina_link_report_add(report);
        }
    for (uint32_t l = 0; l < linkage->table.list_count; l++) {
        const bina_link_list *list = linkage->table.lists[linkage->order[l]];
        for (uint32_t c = 0; c < list->column_count && status == BINA_OK; c++) {
            bool used = false;
            for (int f = 0; f < plan->count; f++)
                for (size_t s = 0; s < plan->field[f].source_count; s++)
                    used = used || (plan->field[f].sources[s].list == linkage->order[l] &&
                                    plan->field[f].sources[s].column == c);
            if (used)
                continue;
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_COLUMN, list->columns[c].name);
            bina_set_text(report->record, BINA_LINKAGE_COLUMN_LIST, list->name);
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
        char keys[256];
        bina_link_rule_write(&linkage->plan, &linkage->plan.rule[r], keys, sizeof(keys));
        bina_set_text(report->record, BINA_LINKAGE_BLOCKING_KEYS, keys);
        status = bina_link_report_add(report);
    }
    return status;
}

bina_status
bina_linkage_effective(bina_linkage *linkage, const char *name, bina_cursor **cursor)
{
    static bina_status (*const write[BINA_LINK_SETTING_KINDS])(
        bina_link_report *, const bina_linkage *) = {write_options, write_lists, write_columns,
                                                     write_comparisons, write_blocking};
    static const bina_link_slot none[] = {{NULL, BINA_NULL, 0, NULL}};
    bina_link_report report;
    int kind = name == NULL ? -1 : bina_link_setting_kind(name);
    bina_status status;

    status = bina_link_report_begin(&report, linkage, name == NULL ? "" : name,
                                    "A setting of the linkage as it was applied.",
                                    kind < 0 ? none : bina_link_setting_slots(kind));
    if (status == BINA_OK && kind < 0)
        status =
            bina_error_set(&linkage->error, BINA_ERR_USAGE, "\"%s\" is not a setting of a linkage",
                           "\"%s\" bukan pengaturan penautan", name == NULL ? "" : name);
    if (status == BINA_OK)
        status = write[kind](&report, linkage);
    return bina_link_report_end(&report, linkage, status, cursor);
}
