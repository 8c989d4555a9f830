/* From settings and data to a plan: what is said is followed, what is not is proposed. */
#include <stdlib.h>
#include <string.h>

#include "linkage/ages.h"
#include "linkage/handle.h"

static const char *const compares[] = {"exact",  "name",  "code", "date",
                                       "number", "words", "year", "degrees"};

const char *
bina_link_compare_name(bina_link_compare compare)
{
    return compares[compare];
}

bina_status
bina_link_refuse(bina_linkage *linkage, int kind, const bina_link_setting *setting,
                 const char *field, bina_status status)
{
    bina_error_at(&linkage->error, bina_link_setting_name(kind), field, NULL);
    if (setting->file != NULL)
        bina_error_in_file(&linkage->error, setting->file, setting->line, 0);
    return status;
}

static void
follow_options(bina_linkage *linkage)
{
    const bina_linkage_settings *settings = linkage->settings;
    const bina_record *options;
    const char *profile, *folder;

    linkage->plan.profile = bina_link_guess_profile(&linkage->table);
    if (settings->count[BINA_LINK_OPTIONS] == 0)
        return;
    options = settings->setting[BINA_LINK_OPTIONS][0].record;
    if (bina_record_get(options, BINA_LINKAGE_OPTION_LINK).type != BINA_NULL) {
        linkage->engine.link = bina_record_real(options, BINA_LINKAGE_OPTION_LINK);
        linkage->engine.link_given = true;
    }
    if (bina_record_get(options, BINA_LINKAGE_OPTION_REVIEW).type != BINA_NULL)
        linkage->engine.review = bina_record_real(options, BINA_LINKAGE_OPTION_REVIEW);
    profile = bina_record_text(options, BINA_LINKAGE_OPTION_PROFILE);
    if (profile != NULL && strcmp(profile, "find") != 0)
        linkage->plan.profile =
            strcmp(profile, "indonesia") == 0 ? BINA_PROFILE_INDONESIA : BINA_PROFILE_GENERIC;
    if (bina_record_get(options, BINA_LINKAGE_OPTION_MOST_PAIRS).type != BINA_NULL)
        linkage->engine.most_pairs =
            (double)bina_record_int(options, BINA_LINKAGE_OPTION_MOST_PAIRS);
    if (bina_record_get(options, BINA_LINKAGE_OPTION_SEED).type != BINA_NULL)
        linkage->engine.seed = (uint64_t)bina_record_int(options, BINA_LINKAGE_OPTION_SEED);
    linkage->engine.memory = bina_link_settings_memory(settings, &folder);
    linkage->engine.threads = bina_link_settings_threads(settings);
    if (linkage->engine.review > linkage->engine.link)
        linkage->engine.review = linkage->engine.link;
}

static bina_status
follow_lists(bina_linkage *linkage)
{
    const bina_linkage_settings *settings = linkage->settings;
    size_t lists = linkage->table.list_count;

    linkage->alone = calloc(lists + 1, sizeof(*linkage->alone));
    linkage->engine.repeats = calloc(lists + 1, sizeof(*linkage->engine.repeats));
    if (linkage->alone == NULL || linkage->engine.repeats == NULL)
        return bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY);
    for (size_t i = 0; i < settings->count[BINA_LINK_LIST]; i++) {
        const bina_link_setting *setting = &settings->setting[BINA_LINK_LIST][i];
        const char *name = bina_record_text(setting->record, BINA_LINKAGE_LIST_NAME);
        bool free_of = bina_record_int(setting->record, BINA_LINKAGE_LIST_DUPLICATE_FREE) != 0;
        uint32_t at = 0;
        while (at < lists && strcmp(linkage->table.lists[at]->name, name) != 0)
            at++;
        if (at == lists) {
            bina_link_no_list(linkage, &linkage->error, name);
            return bina_link_refuse(linkage, BINA_LINK_LIST, setting, "name", BINA_ERR_NOT_FOUND);
        }
        if (bina_record_get(setting->record, BINA_LINKAGE_LIST_DUPLICATE_FREE).type == BINA_NULL)
            continue;
        linkage->alone[at] = free_of;
        linkage->engine.repeats[at] = !free_of;
    }
    linkage->engine.alone = linkage->alone;
    return BINA_OK;
}

/* Which columns are said to belong to which field. */
static bina_status
read_hints(bina_linkage *linkage, bina_link_hint **hints, size_t *count)
{
    const bina_linkage_settings *settings = linkage->settings;
    size_t n = settings->count[BINA_LINK_COLUMN];

    *count = 0;
    *hints = calloc(n + 1, sizeof(**hints));
    if (*hints == NULL)
        return bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY);
    for (size_t i = 0; i < n; i++) {
        const bina_link_setting *setting = &settings->setting[BINA_LINK_COLUMN][i];
        const char *list = bina_record_text(setting->record, BINA_LINKAGE_COLUMN_LIST);
        bina_link_hint *hint = &(*hints)[(*count)++];
        bool found = false;
        hint->column = bina_record_text(setting->record, BINA_LINKAGE_COLUMN_COLUMN);
        hint->field = bina_record_text(setting->record, BINA_LINKAGE_COLUMN_FIELD);
        hint->list = list;
        hint->role = bina_record_text(setting->record, BINA_LINKAGE_COLUMN_ROLE);
        bina_link_take_find(bina_record_get(setting->record, BINA_LINKAGE_COLUMN_TAKE).type ==
                                    BINA_NULL
                                ? "text"
                                : bina_record_text(setting->record, BINA_LINKAGE_COLUMN_TAKE),
                            &hint->take);
        for (uint32_t l = 0; l < linkage->table.list_count; l++) {
            const bina_link_list *of = linkage->table.lists[l];
            if (list != NULL && strcmp(of->name, list) != 0)
                continue;
            for (uint32_t c = 0; c < of->column_count; c++)
                found = found || strcmp(of->columns[c].name, hint->column) == 0;
        }
        /* Where the fields are said, a column that is not used may as well not be there. */
        if (!found && (hint->field != NULL || settings->count[BINA_LINK_COMPARISON] == 0)) {
            bina_link_no_column_of(linkage, &linkage->error, list, hint->column);
            return bina_link_refuse(linkage, BINA_LINK_COLUMN, setting, "column",
                                    BINA_ERR_NOT_FOUND);
        }
    }
    return BINA_OK;
}

/* A column of a field, with the role said of it, of the field, or guessed. */
static bina_status
add_source(bina_linkage *linkage, bina_link_spec *spec, uint32_t list, uint32_t column,
           const bina_link_hint *hint, const char *role)
{
    bina_link_source source = {list, column, BINA_ROLE_TEXT, BINA_LINK_TAKE_TEXT, 0};
    bina_status status = BINA_OK;

    if (hint != NULL) {
        source.take = hint->take;
        if (hint->role != NULL)
            role = hint->role;
    }
    if (role == NULL)
        status = bina_link_guess_role(&linkage->table.lists[list]->columns[column], &source.role);
    else
        bina_role_find(role, &source.role);
    return status == BINA_OK ? bina_link_spec_add_source(spec, &source) : status;
}

/* The columns of a field: those said to be, else those of its name. */
static bina_status
find_sources(bina_linkage *linkage, bina_link_spec *spec, const bina_link_hint *hints, size_t count,
             const char *role)
{
    bina_status status = BINA_OK;
    bool said = false;

    for (size_t h = 0; h < count; h++)
        said = said || (hints[h].field != NULL && strcmp(hints[h].field, spec->name) == 0);
    for (uint32_t l = 0; l < linkage->table.list_count && status == BINA_OK; l++) {
        const bina_link_list *list = linkage->table.lists[l];
        for (size_t h = 0; h < (said ? count : 1) && status == BINA_OK; h++) {
            const char *name = said ? hints[h].column : spec->name;
            if (said && (hints[h].field == NULL || strcmp(hints[h].field, spec->name) != 0))
                continue;
            if (said && hints[h].list != NULL && strcmp(hints[h].list, list->name) != 0)
                continue;
            for (uint32_t c = 0; c < list->column_count && status == BINA_OK; c++)
                if (strcmp(list->columns[c].name, name) == 0)
                    status = add_source(linkage, spec, l, c, said ? &hints[h] : NULL, role);
        }
    }
    return status;
}

/* A list of which a field takes more columns than can be joined; NULL when there is none. */
static const bina_link_list *
find_crowded(const bina_linkage *linkage, const bina_link_spec *spec)
{
    for (uint32_t l = 0; l < linkage->table.list_count; l++) {
        size_t columns = 0;
        for (size_t s = 0; s < spec->source_count; s++)
            columns += spec->sources[s].list == l;
        if (columns > BINA_LINK_JOINS)
            return linkage->table.lists[l];
    }
    return NULL;
}

static bina_status
follow_comparison(bina_linkage *linkage, const bina_link_setting *setting,
                  const bina_link_hint *hints, size_t count)
{
    const char *field = bina_record_text(setting->record, BINA_LINKAGE_COMPARISON_FIELD);
    const char *compare = bina_record_text(setting->record, BINA_LINKAGE_COMPARISON_COMPARE);
    const char *role = bina_record_text(setting->record, BINA_LINKAGE_COMPARISON_ROLE);
    const bina_link_list *crowded;
    bina_link_spec *spec;
    bina_status status;

    for (int f = 0; f < linkage->plan.count; f++)
        if (strcmp(linkage->plan.field[f].name, field) == 0) {
            bina_error_set(&linkage->error, BINA_ERR_DUPLICATE, "\"%s\" is compared twice",
                           "\"%s\" dibandingkan dua kali", field);
            return bina_link_refuse(linkage, BINA_LINK_COMPARISON, setting, "field",
                                    BINA_ERR_DUPLICATE);
        }
    spec = bina_link_plan_add(&linkage->plan, field, BINA_LINK_NAME);
    if (spec == NULL) {
        bina_error_set(&linkage->error, BINA_ERR_FULL, "more than %d fields to compare",
                       "lebih dari %d isian untuk dibandingkan", BINA_LINK_FIELDS);
        return bina_link_refuse(linkage, BINA_LINK_COMPARISON, setting, "field", BINA_ERR_FULL);
    }
    status = find_sources(linkage, spec, hints, count, role);
    if (status != BINA_OK)
        return bina_error_plain(&linkage->error, status);
    if (spec->source_count == 0) {
        bina_error_set(&linkage->error, BINA_ERR_NOT_FOUND,
                       "no list has a column for \"%s\": none is called so, and no record of "
                       "\"column\" names one",
                       "tidak ada daftar yang punya kolom untuk \"%s\": tidak ada yang bernama "
                       "begitu, dan tidak ada data \"column\" yang menyebutnya",
                       field);
        return bina_link_refuse(linkage, BINA_LINK_COMPARISON, setting, "field",
                                BINA_ERR_NOT_FOUND);
    }
    crowded = find_crowded(linkage, spec);
    if (crowded != NULL) {
        bina_error_set(&linkage->error, BINA_ERR_FULL,
                       "\"%s\" takes more than %d columns of list \"%s\"",
                       "\"%s\" mengambil lebih dari %d kolom dari daftar \"%s\"", field,
                       BINA_LINK_JOINS, crowded->name);
        return bina_link_refuse(linkage, BINA_LINK_COMPARISON, setting, "field", BINA_ERR_FULL);
    }
    bina_link_spec_guess(spec, &linkage->table);
    for (size_t c = 0; compare != NULL && c < sizeof(compares) / sizeof(compares[0]); c++)
        if (strcmp(compares[c], compare) == 0)
            spec->compare = (bina_link_compare)c;
    if (bina_record_get(setting->record, BINA_LINKAGE_COMPARISON_FREQUENCY).type != BINA_NULL)
        spec->frequency = bina_record_int(setting->record, BINA_LINKAGE_COMPARISON_FREQUENCY) != 0;
    if (bina_record_get(setting->record, BINA_LINKAGE_COMPARISON_THING).type != BINA_NULL)
        spec->thing = bina_record_int(setting->record, BINA_LINKAGE_COMPARISON_THING) != 0;
    return BINA_OK;
}

/* Fields may name others that come after them, so this is done last. */
static bina_status
follow_given(bina_linkage *linkage)
{
    const bina_linkage_settings *settings = linkage->settings;

    for (size_t i = 0; i < settings->count[BINA_LINK_COMPARISON]; i++)
        for (int k = 0; k < 2; k++) {
            const bina_link_setting *setting = &settings->setting[BINA_LINK_COMPARISON][i];
            const char *given =
                bina_record_text(setting->record, BINA_LINKAGE_COMPARISON_GIVEN + k);
            int other = 0;
            if (given == NULL)
                continue;
            while (other < linkage->plan.count &&
                   strcmp(linkage->plan.field[other].name, given) != 0)
                other++;
            if (other == linkage->plan.count || other == (int)i) {
                bina_error_set(&linkage->error, BINA_ERR_NOT_FOUND,
                               "no other field \"%s\" is compared",
                               "tidak ada isian lain \"%s\" yang dibandingkan", given);
                return bina_link_refuse(linkage, BINA_LINK_COMPARISON, setting,
                                        k == 0 ? "given" : "or_given", BINA_ERR_NOT_FOUND);
            }
            linkage->plan.field[i].given[k] = other;
        }
    return BINA_OK;
}

static bina_status
follow_blocking(bina_linkage *linkage)
{
    const bina_linkage_settings *settings = linkage->settings;

    for (size_t i = 0; i < settings->count[BINA_LINK_BLOCKING]; i++) {
        const bina_link_setting *setting = &settings->setting[BINA_LINK_BLOCKING][i];
        const char *keys = bina_record_text(setting->record, BINA_LINKAGE_BLOCKING_KEYS);
        bina_status status = bina_link_rule_read(&linkage->plan, keys);
        if (status == BINA_ERR_NO_MEMORY)
            return bina_error_plain(&linkage->error, status);
        if (status != BINA_OK) {
            bina_error_set(&linkage->error, BINA_ERR_INVALID,
                           "\"%s\" is no rule: one or two fields that are compared, joined by +, "
                           "each with :sound, :start, :year, :day, :head, :tail or :words",
                           "\"%s\" bukan aturan: satu atau dua isian yang dibandingkan, digabung "
                           "dengan +, masing-masing dengan :sound, :start, :year, :day, :head, "
                           ":tail atau :words",
                           keys);
            return bina_link_refuse(linkage, BINA_LINK_BLOCKING, setting, "keys", status);
        }
    }
    return BINA_OK;
}

bina_status
bina_link_compile(bina_linkage *linkage)
{
    const bina_linkage_settings *settings = linkage->settings;
    bina_link_hint *hints = NULL;
    size_t count;
    bina_status status;

    follow_options(linkage);
    status = follow_lists(linkage);
    if (status == BINA_OK)
        status = read_hints(linkage, &hints, &count);
    if (status != BINA_OK)
        goto out;
    if (settings->count[BINA_LINK_COMPARISON] == 0) {
        status = bina_link_plan_propose(&linkage->plan, &linkage->table, hints, count,
                                        linkage->engine.threads);
        if (status != BINA_OK)
            bina_error_plain(&linkage->error, status);
    }
    for (size_t i = 0; i < settings->count[BINA_LINK_COMPARISON] && status == BINA_OK; i++)
        status =
            follow_comparison(linkage, &settings->setting[BINA_LINK_COMPARISON][i], hints, count);
    if (status == BINA_OK)
        status = follow_given(linkage);
    if (status == BINA_OK)
        status = follow_blocking(linkage);
    if (status == BINA_OK && bina_link_ages_settle(&linkage->plan, &linkage->table) != BINA_OK)
        status = bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK)
        status = bina_link_freeze(linkage);
out:
    free(hints);
    return status;
}
