/* The fitted model as records: to be looked at, and to be saved. */
#include "linkage/report.h"

static bina_status
write_level(bina_link_report *report, const bina_linkage *linkage, int f, unsigned s, unsigned l)
{
    const bina_link_model *model = &linkage->engine.model;
    const bina_link_plan *plan = &linkage->plan;
    const bina_link_spec *spec = &plan->field[f];

    bina_set_text(report->record, BINA_LINKAGE_PARAMETER_FIELD, spec->name);
    bina_set_text(report->record, BINA_LINKAGE_PARAMETER_LEVEL,
                  bina_link_level_text(spec->compare, l, BINA_ENGLISH));
    bina_set_real(report->record, BINA_LINKAGE_PARAMETER_M, model->m[f][s][l]);
    bina_set_real(report->record, BINA_LINKAGE_PARAMETER_U, model->u[f][s][l]);
    bina_set_real(report->record, BINA_LINKAGE_PARAMETER_WEIGHT, model->weight[f][s][l]);
    if (model->owners)
        bina_set_real(report->record, BINA_LINKAGE_PARAMETER_KIN, model->kin[f][s][l]);
    if (s > 0)
        bina_set_text(report->record, BINA_LINKAGE_PARAMETER_GIVEN,
                      plan->field[spec->given[2 - s]].name);
    return bina_link_report_add(report);
}

bina_status
bina_link_write_parameters(bina_link_report *report, const bina_linkage *linkage)
{
    const bina_link_plan *plan = &linkage->plan;
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = bina_link_compare_top(plan->field[f].compare);
                 l >= BINA_LINK_DIFFERENT && status == BINA_OK &&
                 (s == 0 || plan->field[f].given[2 - s] >= 0);
                 l--)
                status = write_level(report, linkage, f, s, l);
    return status;
}

bina_status
bina_link_write_model(bina_link_report *report, const bina_linkage *linkage)
{
    const bina_link_model *model = &linkage->engine.model;

    if (linkage->plan.count == 0)
        return BINA_OK; /* nothing is compared: that is no model that settings would take */
    for (int k = 0; k < 2; k++) {
        bina_set_real(report->record, BINA_LINKAGE_MODEL_SHARE + k, model->lambda[k]);
        if (model->owners)
            bina_set_real(report->record, BINA_LINKAGE_MODEL_OTHER + k, model->other[k]);
    }
    bina_set_real(report->record, BINA_LINKAGE_MODEL_MATES, model->mates);
    return bina_link_report_add(report);
}

const char *
bina_linkage_level_label(const char *level, bina_language language)
{
    return level != NULL ? bina_link_level_in(level, language == BINA_INDONESIAN) : NULL;
}

bina_status
bina_linkage_parameters(bina_linkage *linkage, bina_cursor **cursor)
{
    const bina_link_model *model = &linkage->engine.model;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_parameter",
                                                "A weight of the fitted model.",
                                                bina_link_setting_slots(BINA_LINK_PARAMETER));

    for (int k = 0; k < 2 && status == BINA_OK; k++) {
        bina_set_text(report.record, BINA_LINKAGE_PARAMETER_FIELD, "prior");
        bina_set_real(report.record, BINA_LINKAGE_PARAMETER_M, model->lambda[k]);
        bina_set_real(report.record, BINA_LINKAGE_PARAMETER_U, 1 - model->lambda[k]);
        bina_set_real(report.record, BINA_LINKAGE_PARAMETER_WEIGHT, model->prior[k]);
        if (k == 1)
            bina_set_text(report.record, BINA_LINKAGE_PARAMETER_GIVEN, "one list");
        status = bina_link_report_add(&report);
    }
    if (status == BINA_OK)
        status = bina_link_write_parameters(&report, linkage);
    return bina_link_report_end(&report, linkage, status, cursor);
}
