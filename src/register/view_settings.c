/* What of rows is compared, and as what: the settings of the register's linkage. */
#include <string.h>
#include "register/view_columns.h"

/* The probability from which rows are one, and from which people should look. */
#define LINK   0.37
#define REVIEW 0.2

/*
 * What agrees even by chance within a village (a coordinator's phone, a craft of many, a hamlet)
 * weighs less there. Sex is no evidence: one office lists the husband and another the wife.
 */
static const struct {
    const char *name;
    bina_type type;
    const char *compare, *role;
    bool common;          /* rare values weigh no more than frequent ones */
    const char *given[4]; /* the first two that the lists have */
} columns[BINA_VIEW_COLUMNS] = {
    [BINA_VIEW_OWNER] = {"owner_name", BINA_TEXT, "words", "person", false, {NULL}},
    [BINA_VIEW_BRAND] = {"brand", BINA_TEXT, "words", "business", false, {NULL}},
    [BINA_VIEW_NIK] = {"nik", BINA_TEXT, "code", "nik", false, {"district", "district_name"}},
    [BINA_VIEW_NIB] = {"nib", BINA_TEXT, "code", "identifier", false, {NULL}},
    [BINA_VIEW_PHONE] = {"phone", BINA_TEXT, "code", "phone", false, {"village", "village_name"}},
    [BINA_VIEW_BORN] = {"born", BINA_DATE, "date", "date", false, {NULL}},
    [BINA_VIEW_VILLAGE] = {"village", BINA_TEXT, "exact", "place", false, {NULL}},
    [BINA_VIEW_MOTHER] = {"mother_village", BINA_TEXT, "exact", "place", false, {"village"}},
    [BINA_VIEW_DISTRICT] = {"district", BINA_TEXT, "exact", "place", false, {"mother_village"}},
    [BINA_VIEW_VILLAGE_NAME] = {"village_name", BINA_TEXT, "words", "place", false, {NULL}},
    [BINA_VIEW_DISTRICT_NAME] =
        {"district_name", BINA_TEXT, "words", "place", false, {"village_name"}},
    [BINA_VIEW_HAMLET] = {"hamlet", BINA_TEXT, "name", "place", false, {"village", "village_name"}},
    [BINA_VIEW_RT] = {"rt", BINA_TEXT, "exact", "category", false, {"hamlet"}},
    [BINA_VIEW_TRADE] =
        {"trade", BINA_TEXT, "exact", "category", false, {"mother_village", "village_name"}},
    [BINA_VIEW_PRODUCT] = {"product", BINA_TEXT, "words", "text", false, {"trade"}},
    [BINA_VIEW_NATURE] = {"nature", BINA_TEXT, "exact", "category", true, {NULL}},
    [BINA_VIEW_FOUNDED] = {"founded", BINA_TEXT, "year", "date", true, {NULL}},
};

bina_description *
bina_view_description(void)
{
    bina_description *description = bina_description_new("evidence", "What of a row is compared.");

    for (int i = 0; description != NULL && i < BINA_VIEW_COLUMNS; i++)
        if (bina_description_add_field(description, columns[i].name, columns[i].type, NULL, "", 0) <
            0) {
            bina_description_free(description);
            description = NULL;
        }
    return description;
}

/* Whether the code of a row's place says less than what is written of it. */
static bool
lacks_code(const bina_record *source, size_t length)
{
    const char *region = bina_record_text(source, BINA_SOURCE_RECORD_REGION);

    return region == NULL || strlen(region) < length;
}

/* Whether any row has a value that the column is filled from. */
static bool
is_used(const bina_source_rows *rows, int column)
{
    static const int from[BINA_VIEW_COLUMNS][3] = {
        [BINA_VIEW_OWNER] = {BINA_SOURCE_RECORD_OWNER_NAME},
        [BINA_VIEW_BRAND] = {BINA_SOURCE_RECORD_BUSINESS_NAME},
        [BINA_VIEW_NIK] = {BINA_SOURCE_RECORD_NIK},
        [BINA_VIEW_NIB] = {BINA_SOURCE_RECORD_NIB},
        [BINA_VIEW_PHONE] = {BINA_SOURCE_RECORD_PHONE},
        [BINA_VIEW_BORN] = {BINA_SOURCE_RECORD_BORN},
        [BINA_VIEW_VILLAGE] = {BINA_SOURCE_RECORD_REGION},
        [BINA_VIEW_MOTHER] = {BINA_SOURCE_RECORD_REGION},
        [BINA_VIEW_DISTRICT] = {BINA_SOURCE_RECORD_REGION},
        [BINA_VIEW_VILLAGE_NAME] = {BINA_SOURCE_RECORD_VILLAGE},
        [BINA_VIEW_DISTRICT_NAME] = {BINA_SOURCE_RECORD_DISTRICT},
        [BINA_VIEW_HAMLET] = {BINA_SOURCE_RECORD_HAMLET, BINA_SOURCE_RECORD_ADDRESS},
        [BINA_VIEW_RT] = {BINA_SOURCE_RECORD_RT, BINA_SOURCE_RECORD_ADDRESS},
        [BINA_VIEW_TRADE] = {BINA_SOURCE_RECORD_ACTIVITY},
        [BINA_VIEW_PRODUCT] = {BINA_SOURCE_RECORD_PRODUCT},
        [BINA_VIEW_NATURE] = {BINA_SOURCE_RECORD_NATURE},
        [BINA_VIEW_FOUNDED] = {BINA_SOURCE_RECORD_FOUNDED},
    };

    for (size_t i = 0; i < rows->count && !rows->rows[i].person; i++)
        for (int k = 0; k < 3 && from[column][k] != 0; k++)
            if (bina_record_get(rows->rows[i].record, from[column][k]).type != BINA_NULL &&
                (column != BINA_VIEW_VILLAGE_NAME || lacks_code(rows->rows[i].record, 9)) &&
                (column != BINA_VIEW_DISTRICT_NAME || lacks_code(rows->rows[i].record, 8)))
                return true;
    return false;
}

/* What a field depends on, as far as these lists have it. */
static void
set_given(bina_record *record, const bina_source_rows *rows, int column)
{
    const char *const *given = columns[column].given;
    int slot = BINA_LINKAGE_COMPARISON_GIVEN;

    for (; *given != NULL && slot <= BINA_LINKAGE_COMPARISON_OR_GIVEN; given++)
        for (int i = 0; i < BINA_VIEW_COLUMNS; i++)
            if (strcmp(columns[i].name, *given) == 0 && is_used(rows, i))
                bina_set_text(record, slot++, *given);
}

static bina_status
add_comparison(bina_linkage_settings *settings, const bina_source_rows *rows, int column)
{
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "comparison"));
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text(record, BINA_LINKAGE_COMPARISON_FIELD, columns[column].name);
    bina_set_text(record, BINA_LINKAGE_COMPARISON_COMPARE, columns[column].compare);
    bina_set_text(record, BINA_LINKAGE_COMPARISON_ROLE, columns[column].role);
    bina_set_int(record, BINA_LINKAGE_COMPARISON_FREQUENCY, !columns[column].common);
    set_given(record, rows, column);
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

static bina_status
add_list(bina_linkage_settings *settings, const bina_source_list *list)
{
    bina_record *record = bina_record_new_of(bina_linkage_settings_description(settings, "list"));
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text(record, BINA_LINKAGE_LIST_NAME, list->name);
    bina_set_int(record, BINA_LINKAGE_LIST_DUPLICATE_FREE, list->duplicate_free);
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

static bina_status
add_options(bina_linkage_settings *settings)
{
    bina_record *record =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_real(record, BINA_LINKAGE_OPTION_LINK, LINK);
    bina_set_real(record, BINA_LINKAGE_OPTION_REVIEW, REVIEW);
    bina_set_text(record, BINA_LINKAGE_OPTION_PROFILE, "indonesia");
    status = bina_linkage_settings_add(settings, record, NULL, 0);
    bina_record_free(record);
    return status;
}

bina_linkage_settings *
bina_view_settings(const bina_source_rows *rows)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    bina_status status = settings != NULL ? add_options(settings) : BINA_ERR_NO_MEMORY;

    for (int i = 0; status == BINA_OK && i < BINA_VIEW_COLUMNS; i++)
        if (is_used(rows, i))
            status = add_comparison(settings, rows, i);
    for (size_t i = 0; status == BINA_OK && i < rows->list_count; i++)
        if (rows->lists[i].count > 0)
            status = add_list(settings, &rows->lists[i]);
    if (status != BINA_OK) {
        bina_linkage_settings_free(settings);
        settings = NULL;
    }
    return settings;
}
