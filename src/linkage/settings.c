#include "linkage/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/text.h"
#include "base/vector.h"
#include "linkage/plan.h"

/*
 * Files of settings carry these sentences as comments, for people who have no manual at hand.
 */

static const bina_link_slot options[] = {
    {"link", BINA_REAL, 0, "Pairs are linked from this probability on."},
    {"review", BINA_REAL, 0, "From this probability on people should look; not above link."},
    {"profile", BINA_TEXT, 0, "How names and addresses are written: indonesia, generic or find."},
    {"most_pairs", BINA_INT, 0, "All rows meet all others if that is at most so many pairs."},
    {"seed", BINA_INT, 0, "Any number; of the few draws there are."},
    {"threads", BINA_INT, 0, "At most so many at once, 0 for all cores; the result is the same."},
    {"memory", BINA_INT, 0, "Megabytes to get along with; what is more lies in a temporary file."},
    {"folder", BINA_TEXT, 0, "Where that file lies; /var/tmp unless said."},
    {NULL, BINA_NULL, 0, NULL},
};

static const bina_link_slot list[] = {
    {"name", BINA_TEXT, BINA_FIELD_REQUIRED, "The list's name: its file, as on the command line."},
    {"duplicate_free", BINA_BOOL, 0, "Whether no two of its rows are the same."},
    {NULL, BINA_NULL, 0, NULL},
};

static const bina_link_slot column[] = {
    {"column", BINA_TEXT, BINA_FIELD_REQUIRED, "The column's name, as in the list."},
    {"list", BINA_TEXT, 0, "Of this list; without it, of every list that has it."},
    {"field", BINA_TEXT, 0, "The field it belongs to; without one, the column is not used."},
    {"role", BINA_TEXT, 0, "What it holds: " BINA_LINK_ROLE_WORDS "."},
    {"take", BINA_TEXT, 0, "What of it belongs to the field: " BINA_LINK_TAKE_WORDS "."},
    {NULL, BINA_NULL, 0, NULL},
};

static const bina_link_slot comparison[] = {
    {"field", BINA_TEXT, BINA_FIELD_REQUIRED, "The field, by the name the columns give it."},
    {"compare", BINA_TEXT, 0, "As what: " BINA_LINK_COMPARE_WORDS "."},
    {"role", BINA_TEXT, 0, "What it holds, where its columns do not say."},
    {"frequency", BINA_BOOL, 0, "Whether rare values weigh more than common ones."},
    {"given", BINA_TEXT, 0,
     "A field with which it agrees even by chance, as a district with its village."},
    {"or_given", BINA_TEXT, 0, "Another such field."},
    {"thing", BINA_BOOL, 0,
     "Whether two businesses of one owner differ in it, as in their names or products."},
    {NULL, BINA_NULL, 0, NULL},
};

static const bina_link_slot blocking[] = {
    {"keys", BINA_TEXT, BINA_FIELD_REQUIRED, "Rows that agree on all of these meet."},
    {NULL, BINA_NULL, 0, NULL},
};

static const bina_link_slot model[] = {
    {"share", BINA_REAL, BINA_FIELD_REQUIRED, "Of pairs of rows of two lists, those that are one."},
    {"share_in_list", BINA_REAL, BINA_FIELD_REQUIRED, "The same of rows of one list."},
    {"other", BINA_REAL, 0,
     "Of pairs of two lists, relatives: two businesses of one owner, two of one family."},
    {"other_in_list", BINA_REAL, 0, "The same of rows of one list."},
    {"mates", BINA_REAL, BINA_FIELD_REQUIRED, "Other rows that are the same as a row, on average."},
    {NULL, BINA_NULL, 0, NULL},
};

static const bina_link_slot parameter[] = {
    {"field", BINA_TEXT, BINA_FIELD_REQUIRED, "The field compared."},
    {"level", BINA_TEXT, BINA_FIELD_REQUIRED, "How alike two values are."},
    {"m", BINA_REAL, BINA_FIELD_REQUIRED,
     "Share of the level among pairs that are one; those of a field add up to 1."},
    {"u", BINA_REAL, BINA_FIELD_REQUIRED, "The same among pairs that are two."},
    {"weight", BINA_REAL, 0, "What m and u come to; take it out where you change them."},
    {"given", BINA_TEXT, 0, "Only for pairs that agree on this field."},
    {"kin", BINA_REAL, 0, "Share of the level among relatives, which share much and are two."},
    {NULL, BINA_NULL, 0, NULL},
};

static const struct {
    const char *name, *doc;
    const bina_link_slot *slot;
} kinds[BINA_LINK_SETTING_KINDS] = {
    {"options", "Thresholds and limits.", options},
    {"list", "What is known of a list.", list},
    {"column", "Which column belongs to which field.", column},
    {"comparison", "The fields that are compared; what is taken out is not.", comparison},
    {"blocking", "Which rows meet, when there are too many for all.", blocking},
    {"model", "A fitted model: with it nothing is fitted.", model},
    {"parameter", "What a level of a field is worth in the fitted model.", parameter},
};

bina_description *
bina_link_describe(const char *name, const char *doc, const bina_link_slot *slot)
{
    bina_description *description = bina_description_new(name, doc);

    if (description == NULL)
        return NULL;
    for (; slot->name != NULL; slot++)
        if (bina_description_add_field(description, slot->name, slot->type, NULL, slot->doc,
                                       slot->flags) < 0) {
            bina_description_free(description);
            return NULL;
        }
    return description;
}

int
bina_link_setting_kind(const char *name)
{
    for (int k = 0; k < BINA_LINK_SETTING_KINDS; k++)
        if (strcmp(kinds[k].name, name) == 0)
            return k;
    return -1;
}

const char *
bina_link_setting_name(int kind)
{
    return kinds[kind].name;
}

const char *
bina_link_setting_doc(int kind)
{
    return kinds[kind].doc;
}

const bina_link_slot *
bina_link_setting_slots(int kind)
{
    return kinds[kind].slot;
}

bina_linkage_settings *
bina_linkage_settings_new(void)
{
    bina_linkage_settings *settings = calloc(1, sizeof(*settings));

    if (settings == NULL)
        return NULL;
    for (int k = 0; k < BINA_LINK_SETTING_KINDS; k++) {
        settings->description[k] = bina_link_describe(kinds[k].name, kinds[k].doc, kinds[k].slot);
        if (settings->description[k] == NULL) {
            bina_linkage_settings_free(settings);
            return NULL;
        }
    }
    return settings;
}

void
bina_linkage_settings_free(bina_linkage_settings *settings)
{
    if (settings == NULL)
        return;
    for (int k = 0; k < BINA_LINK_SETTING_KINDS; k++) {
        for (size_t i = 0; i < settings->count[k]; i++) {
            bina_record_free(settings->setting[k][i].record);
            free(settings->setting[k][i].file);
        }
        free(settings->setting[k]);
        bina_description_free(settings->description[k]);
    }
    free(settings);
}

const bina_description *
bina_linkage_settings_description(const bina_linkage_settings *settings, const char *name)
{
    int kind = bina_link_setting_kind(name);

    return kind < 0 ? NULL : settings->description[kind];
}

const bina_error *
bina_linkage_settings_error(const bina_linkage_settings *settings)
{
    return &settings->error;
}

static bina_status
keep(bina_linkage_settings *settings, int kind, bina_record *record, const char *file, int64_t line)
{
    bina_link_setting *made;

    if (!bina_vector_reserve(&settings->setting[kind], &settings->room[kind],
                             settings->count[kind] + 1, sizeof(*settings->setting[kind])))
        return BINA_ERR_NO_MEMORY;
    made = &settings->setting[kind][settings->count[kind]];
    made->record = record;
    made->line = line;
    made->file = bina_text_copy(file);
    if (file != NULL && made->file == NULL)
        return BINA_ERR_NO_MEMORY;
    settings->count[kind]++;
    return BINA_OK;
}

bina_linkage_settings *
bina_linkage_settings_copy(const bina_linkage_settings *settings)
{
    bina_linkage_settings *copy = bina_linkage_settings_new();

    if (copy == NULL)
        return NULL;
    for (int k = 0; k < BINA_LINK_SETTING_KINDS; k++)
        for (size_t i = 0; i < settings->count[k]; i++) {
            const bina_link_setting *from = &settings->setting[k][i];
            bina_record *record = bina_record_copy(from->record);
            if (record == NULL || keep(copy, k, record, from->file, from->line) != BINA_OK) {
                bina_record_free(record);
                bina_linkage_settings_free(copy);
                return NULL;
            }
        }
    return copy;
}

/* Copies a record of a like-named description into one of ours, field by field. */
static bina_status
adopt(bina_linkage_settings *settings, const bina_record *record, int kind, bina_record *own)
{
    const bina_description *from = bina_record_description(record);
    bina_error *error = &settings->error;

    for (int slot = 0; slot < bina_description_count(from); slot++) {
        const char *name = bina_field_name(bina_description_field(from, slot));
        int into = bina_description_find(settings->description[kind], name);
        if (!bina_record_is_set(record, slot))
            continue;
        if (into < 0) {
            bina_error_set(error, BINA_ERR_USAGE, "%s has no field \"%s\"",
                           "%s tidak punya isian \"%s\"", kinds[kind].name, name);
            bina_error_at(error, kinds[kind].name, name, NULL);
            return BINA_ERR_USAGE;
        }
        bina_record_set(own, into, bina_record_get(record, slot));
    }
    for (int slot = 0; kinds[kind].slot[slot].name != NULL; slot++)
        if ((kinds[kind].slot[slot].flags & BINA_FIELD_REQUIRED) != 0 &&
            bina_record_get(own, slot).type == BINA_NULL && bina_record_check(own, NULL) == 0) {
            bina_error_set(error, BINA_ERR_INVALID, "%s needs a \"%s\"", "%s memerlukan \"%s\"",
                           kinds[kind].name, kinds[kind].slot[slot].name);
            bina_error_at(error, kinds[kind].name, kinds[kind].slot[slot].name, NULL);
            return BINA_ERR_INVALID;
        }
    return bina_record_check(own, error);
}

/* Options that are given later take the place of earlier ones, one by one. */
static void
lay_over(bina_record *earlier, const bina_record *later)
{
    for (int slot = 0; slot < bina_description_count(bina_record_description(later)); slot++)
        if (bina_record_is_set(later, slot))
            bina_record_set(earlier, slot, bina_record_get(later, slot));
}

bina_status
bina_linkage_settings_add(bina_linkage_settings *settings, const bina_record *record,
                          const char *file, int64_t line)
{
    const char *name = bina_description_name(bina_record_description(record));
    int kind = bina_link_setting_kind(name), field = 0;
    bina_record *own = NULL;
    bina_status status;

    bina_error_clear(&settings->error);
    if (kind < 0) {
        status =
            bina_error_set(&settings->error, BINA_ERR_USAGE, "\"%s\" is not a setting of a linkage",
                           "\"%s\" bukan pengaturan penautan", name);
        goto out;
    }
    status = bina_record_check(record, &settings->error);
    if (status != BINA_OK)
        goto out;
    if (kind == BINA_LINK_MODEL && settings->count[kind] > 0) {
        status = bina_error_set(&settings->error, BINA_ERR_DUPLICATE, "%s was given before",
                                "%s sudah diberikan", name);
        goto out;
    }
    own = bina_record_new_of(settings->description[kind]);
    if (own == NULL) {
        status = bina_error_plain(&settings->error, BINA_ERR_NO_MEMORY);
        goto out;
    }
    status = adopt(settings, record, kind, own);
    if (status != BINA_OK)
        goto out;
    status = bina_link_check_values(&settings->error, kind, own, &field);
    if (status != BINA_OK) {
        bina_error_at(&settings->error, kinds[kind].name, kinds[kind].slot[field].name, NULL);
        goto out;
    }
    if (kind == BINA_LINK_OPTIONS)
        status = bina_link_check_review(settings, own);
    if (status != BINA_OK)
        goto out;
    if (kind == BINA_LINK_OPTIONS && settings->count[kind] > 0) {
        lay_over(settings->setting[kind][0].record, own);
        goto out;
    }
    status = keep(settings, kind, own, file, line);
    if (status != BINA_OK) {
        bina_error_plain(&settings->error, status);
        goto out;
    }
    own = NULL;
out:
    if (status != BINA_OK && file != NULL)
        bina_error_in_file(&settings->error, file, line, 0);
    bina_record_free(own);
    return status;
}

bina_status
bina_link_settings_use_threads(bina_linkage_settings *settings, int64_t threads)
{
    bina_record *record;
    bina_status status;

    if (settings->count[BINA_LINK_OPTIONS] > 0 &&
        bina_record_get(settings->setting[BINA_LINK_OPTIONS][0].record, BINA_LINKAGE_OPTION_THREADS)
                .type != BINA_NULL)
        return BINA_OK;
    record = bina_record_new_of(settings->description[BINA_LINK_OPTIONS]);
    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_int(record, BINA_LINKAGE_OPTION_THREADS, threads);
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

size_t
bina_link_settings_memory(const bina_linkage_settings *settings, const char **folder)
{
    const bina_record *record;
    uint64_t megabytes;

    *folder = NULL;
    if (settings->count[BINA_LINK_OPTIONS] == 0)
        return 0;
    record = settings->setting[BINA_LINK_OPTIONS][0].record;
    *folder = bina_record_text(record, BINA_LINKAGE_OPTION_FOLDER);
    megabytes = (uint64_t)bina_record_int(record, BINA_LINKAGE_OPTION_MEMORY);
    return megabytes > SIZE_MAX >> 20 ? SIZE_MAX : (size_t)megabytes << 20;
}

unsigned
bina_link_settings_threads(const bina_linkage_settings *settings)
{
    const bina_record *record;
    int64_t said;

    if (settings->count[BINA_LINK_OPTIONS] == 0)
        return 1;
    record = settings->setting[BINA_LINK_OPTIONS][0].record;
    if (bina_record_get(record, BINA_LINKAGE_OPTION_THREADS).type == BINA_NULL)
        return 1;
    said = bina_record_int(record, BINA_LINKAGE_OPTION_THREADS);
    return said == 0 ? bina_parallel_cores() : said > 1024 ? 1024 : (unsigned)said;
}
