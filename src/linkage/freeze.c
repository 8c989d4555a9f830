/* A model that was fitted before, from settings: it weighs as it did then, and nothing is fitted.
 */
#include <math.h>
#include <string.h>

#include "linkage/handle.h"

/* Shares written with few digits, and by people, add up to nearly 1. */
#define ROUNDING 0.01

typedef struct reading {
    bina_linkage *linkage;
    const bina_link_setting *from[BINA_LINK_FIELDS][BINA_LINK_STATES][BINA_LINK_LEVELS];
} reading;

static bina_status
refuse(const reading *self, const bina_link_setting *setting, const char *field, bina_status status)
{
    return bina_link_refuse(self->linkage, BINA_LINK_PARAMETER, setting, field, status);
}

static int
field_named(const bina_link_plan *plan, const char *name)
{
    for (int f = 0; f < plan->count; f++)
        if (strcmp(plan->field[f].name, name) == 0)
            return f;
    return -1;
}

/* The level of a name in either language; 0 for none. */
static unsigned
level_named(bina_link_compare compare, const char *name)
{
    for (unsigned l = BINA_LINK_DIFFERENT; l <= bina_link_compare_top(compare); l++)
        for (int language = 0; language < 2; language++)
            if (strcmp(bina_link_level_text(compare, l, language), name) == 0)
                return l;
    return 0;
}

/* Finds the place of a parameter in the model. */
static bina_status
place(const reading *self, const bina_link_setting *setting, int *f, unsigned *state,
      unsigned *level)
{
    const bina_link_plan *plan = &self->linkage->plan;
    const char *field = bina_record_text(setting->record, BINA_LINKAGE_PARAMETER_FIELD);
    const char *name = bina_record_text(setting->record, BINA_LINKAGE_PARAMETER_LEVEL);
    const char *given = bina_record_text(setting->record, BINA_LINKAGE_PARAMETER_GIVEN);
    bina_error *error = &self->linkage->error;

    *state = 0;
    *f = field_named(plan, field);
    if (*f < 0) {
        bina_error_set(error, BINA_ERR_NOT_FOUND, "no field \"%s\" is compared",
                       "tidak ada isian \"%s\" yang dibandingkan", field);
        return refuse(self, setting, "field", BINA_ERR_NOT_FOUND);
    }
    *level = level_named(plan->field[*f].compare, name);
    if (*level == 0) {
        bina_error_set(error, BINA_ERR_INVALID, "\"%s\" is no level of \"%s\", compared as %s",
                       "\"%s\" bukan tingkat \"%s\", yang dibandingkan sebagai %s", name, field,
                       bina_link_compare_name(plan->field[*f].compare));
        return refuse(self, setting, "level", BINA_ERR_INVALID);
    }
    for (unsigned k = 0; given != NULL && k < 2; k++)
        if (plan->field[*f].given[k] >= 0 &&
            strcmp(plan->field[plan->field[*f].given[k]].name, given) == 0)
            *state = 2 - k;
    if (given != NULL && *state == 0) {
        bina_error_set(error, BINA_ERR_INVALID, "the comparison of \"%s\" is not given \"%s\"",
                       "perbandingan \"%s\" tidak bergantung pada \"%s\"", field, given);
        return refuse(self, setting, "given", BINA_ERR_INVALID);
    }
    return BINA_OK;
}

static bina_status
read_parameter(reading *self, const bina_link_setting *setting)
{
    bina_link_model *model = &self->linkage->given;
    int f = 0;
    unsigned s = 0, l = 0;
    bina_status status = place(self, setting, &f, &s, &l);

    if (status != BINA_OK)
        return status;
    if (self->from[f][s][l] != NULL) {
        bina_error_set(
            &self->linkage->error, BINA_ERR_DUPLICATE, "this level of \"%s\" is given twice",
            "tingkat ini dari \"%s\" diberikan dua kali", self->linkage->plan.field[f].name);
        return refuse(self, setting, "level", BINA_ERR_DUPLICATE);
    }
    self->from[f][s][l] = setting;
    model->m[f][s][l] = bina_record_real(setting->record, BINA_LINKAGE_PARAMETER_M);
    model->u[f][s][l] = bina_record_real(setting->record, BINA_LINKAGE_PARAMETER_U);
    /* Unsaid, relatives share all but what tells them apart. */
    if (bina_record_get(setting->record, BINA_LINKAGE_PARAMETER_KIN).type != BINA_NULL)
        model->kin[f][s][l] = bina_record_real(setting->record, BINA_LINKAGE_PARAMETER_KIN);
    else
        model->kin[f][s][l] = model->thing[f] ? model->u[f][s][l] : model->m[f][s][l];
    return BINA_OK;
}

/* The levels of a field in a state: none is missing, and they add up. */
static bina_status
check_levels(const reading *self, int f, unsigned s, const bina_link_setting *model_setting)
{
    const bina_linkage *linkage = self->linkage;
    const bina_link_spec *spec = &linkage->plan.field[f];
    const char *given = s == 0 ? "" : linkage->plan.field[spec->given[2 - s]].name;
    const bina_link_setting *first = NULL;
    double m = 0, u = 0;

    for (unsigned l = BINA_LINK_DIFFERENT; l <= bina_link_compare_top(spec->compare); l++) {
        const bina_link_setting *setting = self->from[f][s][l];
        if (first == NULL || (setting != NULL && setting < first))
            first = setting; /* of one array, in the order of the file */
        m += linkage->given.m[f][s][l];
        u += linkage->given.u[f][s][l];
    }
    for (unsigned l = BINA_LINK_DIFFERENT; l <= bina_link_compare_top(spec->compare); l++) {
        if (self->from[f][s][l] != NULL)
            continue;
        bina_error_set(&self->linkage->error, BINA_ERR_INVALID,
                       "the model has no parameter for \"%s\" at \"%s\"%s%s",
                       "model tidak punya parameter untuk \"%s\" pada \"%s\"%s%s", spec->name,
                       bina_link_level_text(spec->compare, l, BINA_ENGLISH), s == 0 ? "" : " | ",
                       given);
        if (first == NULL)
            return bina_link_refuse(self->linkage, BINA_LINK_MODEL, model_setting, NULL,
                                    BINA_ERR_INVALID);
        return refuse(self, first, "level", BINA_ERR_INVALID);
    }
    for (int k = 0; k < 2; k++)
        if (fabs((k == 0 ? m : u) - 1) > ROUNDING) {
            bina_error_set(&self->linkage->error, BINA_ERR_INVALID,
                           "%s of all levels of \"%s\" adds up to %g, not 1",
                           "%s semua tingkat \"%s\" berjumlah %g, bukan 1", k == 0 ? "m" : "u",
                           spec->name, k == 0 ? m : u);
            return refuse(self, first, k == 0 ? "m" : "u", BINA_ERR_INVALID);
        }
    return BINA_OK;
}

/* A weight is written to be read; one that was edited instead of m and u would do nothing. */
static bina_status
check_weights(const reading *self, int f, unsigned s)
{
    const bina_link_model *model = &self->linkage->given;

    for (unsigned l = BINA_LINK_DIFFERENT; l < BINA_LINK_LEVELS; l++) {
        const bina_link_setting *setting = self->from[f][s][l];
        double said;
        if (setting == NULL ||
            bina_record_get(setting->record, BINA_LINKAGE_PARAMETER_WEIGHT).type == BINA_NULL)
            continue;
        said = bina_record_real(setting->record, BINA_LINKAGE_PARAMETER_WEIGHT);
        if (fabs(said - model->weight[f][s][l]) <= ROUNDING)
            continue;
        bina_error_set(&self->linkage->error, BINA_ERR_INVALID,
                       "m and u come to a weight of %.2f, not %.2f: change m and u, and leave the "
                       "weights of the field out",
                       "m dan u menghasilkan bobot %.2f, bukan %.2f: ubahlah m dan u, dan "
                       "hapuslah bobot isian ini",
                       model->weight[f][s][l], said);
        return refuse(self, setting, "weight", BINA_ERR_INVALID);
    }
    return BINA_OK;
}

static void
read_model(bina_linkage *linkage, const bina_record *record)
{
    bina_link_model *model = &linkage->given;

    memset(model, 0, sizeof(*model));
    model->fields = linkage->plan.count;
    for (int k = 0; k < 2; k++) {
        model->lambda[k] = bina_record_real(record, BINA_LINKAGE_MODEL_SHARE + k);
        model->other[k] = bina_record_real(record, BINA_LINKAGE_MODEL_OTHER + k);
    }
    model->owners = model->other[0] > 0 && model->other[1] > 0;
    model->mates = bina_record_real(record, BINA_LINKAGE_MODEL_MATES);
    for (int f = 0; f < model->fields; f++)
        model->thing[f] = linkage->plan.field[f].thing > 0;
}

bina_status
bina_link_freeze(bina_linkage *linkage)
{
    const bina_linkage_settings *settings = linkage->settings;
    const bina_link_plan *plan = &linkage->plan;
    bool model = settings->count[BINA_LINK_MODEL] > 0;
    reading self = {linkage, {{{NULL}}}};
    bina_status status = BINA_OK;
    const bina_link_setting *first;

    if (!model && settings->count[BINA_LINK_PARAMETER] == 0)
        return BINA_OK;
    first = &settings->setting[model ? BINA_LINK_MODEL : BINA_LINK_PARAMETER][0];
    if (!model || settings->count[BINA_LINK_COMPARISON] == 0) {
        bina_error_set(&linkage->error, BINA_ERR_INVALID,
                       "a model has all of: model, parameter, comparison",
                       "sebuah model memuat semuanya: model, parameter, comparison");
        return bina_link_refuse(linkage, model ? BINA_LINK_MODEL : BINA_LINK_PARAMETER, first, NULL,
                                BINA_ERR_INVALID);
    }
    read_model(linkage, first->record);
    for (size_t i = 0; i < settings->count[BINA_LINK_PARAMETER] && status == BINA_OK; i++)
        status = read_parameter(&self, &settings->setting[BINA_LINK_PARAMETER][i]);
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES && status == BINA_OK; s++)
            if (s == 0 || plan->field[f].given[2 - s] >= 0)
                status = check_levels(&self, f, s, first);
    if (status != BINA_OK)
        return status;
    bina_link_model_finish(&linkage->given, plan);
    for (int f = 0; f < plan->count; f++)
        for (unsigned s = 0; s < BINA_LINK_STATES && status == BINA_OK; s++)
            status = check_weights(&self, f, s);
    if (status == BINA_OK)
        linkage->engine.frozen = &linkage->given;
    return status;
}
