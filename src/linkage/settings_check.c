/* What the values of settings may be, beyond their types. */
#include <string.h>

#include "base/heap.h"
#include "linkage/role.h"
#include "linkage/settings.h"

/* Whether a text is one of the words allowed in a field; `allowed` lists them for the error. */
static bina_status
check_word(bina_error *error, const bina_record *record, int field, const char *allowed)
{
    const char *text = bina_record_text(record, field), *at = allowed;
    size_t length;

    if (text == NULL)
        return BINA_OK;
    length = strlen(text);
    for (; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
        if (strcspn(at, " ") == length && strncmp(at, text, length) == 0)
            return BINA_OK;
    return bina_error_set(error, BINA_ERR_INVALID, "\"%s\" is none of: %s",
                          "\"%s\" bukan salah satu dari: %s", text, allowed);
}

static bina_status
check_role(bina_error *error, const bina_record *record, int field)
{
    const char *text = bina_record_text(record, field);
    bina_role role;

    if (text == NULL || bina_role_find(text, &role))
        return BINA_OK;
    return bina_error_set(error, BINA_ERR_INVALID, "\"%s\" is none of: " BINA_LINK_ROLE_WORDS,
                          "\"%s\" bukan salah satu dari: " BINA_LINK_ROLE_WORDS, text);
}

static bina_status
check_probability(bina_error *error, const bina_record *record, int field)
{
    double value = bina_record_real(record, field);

    if (bina_record_get(record, field).type == BINA_NULL || (value > 0 && value < 1))
        return BINA_OK;
    return bina_error_set(error, BINA_ERR_INVALID, "%g is not a probability between 0 and 1",
                          "%g bukan peluang antara 0 dan 1", value);
}

/* Shares of which logarithms are taken: never nothing. */
static bina_status
check_shares(bina_error *error, const bina_record *record, int first, int last, int *field)
{
    for (*field = first; *field <= last; (*field)++) {
        double value = bina_record_real(record, *field);
        if (bina_record_get(record, *field).type != BINA_NULL && !(value > 0 && value <= 1))
            return bina_error_set(error, BINA_ERR_INVALID,
                                  "%g is not a share: more than 0 and at most 1",
                                  "%g bukan bagian: lebih dari 0 dan paling banyak 1", value);
    }
    return BINA_OK;
}

/* Megabytes that a linkage can get along with. */
static bina_status
check_memory(bina_error *error, const bina_record *record, int field)
{
    int64_t least = BINA_HEAP_LEAST >> 20, said = bina_record_int(record, field);

    if (said == 0 || said >= least)
        return BINA_OK;
    return bina_error_set(error, BINA_ERR_INVALID,
                          "no linkage gets along with less than %lld megabytes",
                          "penautan memerlukan paling sedikit %lld megabita", (long long)least);
}

static bina_status
negative(bina_error *error, int kind, int field)
{
    return bina_error_set(error, BINA_ERR_INVALID, "\"%s\" may not be less than 0",
                          "\"%s\" tidak boleh kurang dari 0",
                          bina_link_setting_slots(kind)[field].name);
}

bina_status
bina_link_check_review(bina_linkage_settings *settings, const bina_record *record)
{
    const bina_record *earlier = settings->count[BINA_LINK_OPTIONS] > 0
                                     ? settings->setting[BINA_LINK_OPTIONS][0].record
                                     : record;
    double link = BINA_LINK_USUAL, review = bina_record_real(record, BINA_LINKAGE_OPTION_REVIEW);

    if (bina_record_get(earlier, BINA_LINKAGE_OPTION_LINK).type != BINA_NULL)
        link = bina_record_real(earlier, BINA_LINKAGE_OPTION_LINK);
    if (bina_record_get(record, BINA_LINKAGE_OPTION_LINK).type != BINA_NULL)
        link = bina_record_real(record, BINA_LINKAGE_OPTION_LINK);
    if (bina_record_get(record, BINA_LINKAGE_OPTION_REVIEW).type == BINA_NULL || review <= link)
        return BINA_OK;
    bina_error_set(&settings->error, BINA_ERR_INVALID,
                   "\"review\" (%g) lies above \"link\" (%g): no pair would be left to look at",
                   "\"review\" (%g) di atas \"link\" (%g): tidak ada pasangan yang tersisa untuk "
                   "ditinjau",
                   review, link);
    bina_error_at(&settings->error, bina_link_setting_name(BINA_LINK_OPTIONS), "review", NULL);
    return BINA_ERR_INVALID;
}

bina_status
bina_link_check_values(bina_error *error, int kind, const bina_record *record, int *field)
{
    bina_status status = BINA_OK;

    switch (kind) {
    case BINA_LINK_OPTIONS:
        status = check_probability(error, record, *field = BINA_LINKAGE_OPTION_LINK);
        if (status == BINA_OK)
            status = check_probability(error, record, *field = BINA_LINKAGE_OPTION_REVIEW);
        if (status == BINA_OK)
            status = check_word(error, record, *field = BINA_LINKAGE_OPTION_PROFILE,
                                "indonesia generic find");
        for (int f = BINA_LINKAGE_OPTION_MOST_PAIRS;
             f <= BINA_LINKAGE_OPTION_MEMORY && status == BINA_OK; f++)
            if (bina_record_int(record, *field = f) < 0)
                status = negative(error, kind, *field);
        if (status == BINA_OK)
            status = check_memory(error, record, *field = BINA_LINKAGE_OPTION_MEMORY);
        break;
    case BINA_LINK_COMPARISON:
        status = check_word(error, record, *field = BINA_LINKAGE_COMPARISON_COMPARE,
                            "exact name code date number words year degrees");
        if (status == BINA_OK)
            status = check_role(error, record, *field = BINA_LINKAGE_COMPARISON_ROLE);
        break;
    case BINA_LINK_COLUMN:
        status = check_role(error, record, *field = BINA_LINKAGE_COLUMN_ROLE);
        if (status == BINA_OK)
            status =
                check_word(error, record, *field = BINA_LINKAGE_COLUMN_TAKE,
                           "text street hamlet rt place village district model age owner business");
        break;
    case BINA_LINK_MODEL:
        status = check_shares(error, record, BINA_LINKAGE_MODEL_SHARE,
                              BINA_LINKAGE_MODEL_OTHER_IN_LIST, field);
        if (status == BINA_OK)
            status = check_probability(error, record, *field = BINA_LINKAGE_MODEL_SHARE);
        if (status == BINA_OK)
            status = check_probability(error, record, *field = BINA_LINKAGE_MODEL_SHARE_IN_LIST);
        if (status == BINA_OK && bina_record_real(record, *field = BINA_LINKAGE_MODEL_MATES) < 0)
            status = negative(error, kind, *field);
        break;
    case BINA_LINK_PARAMETER:
        status =
            check_shares(error, record, BINA_LINKAGE_PARAMETER_M, BINA_LINKAGE_PARAMETER_U, field);
        if (status == BINA_OK)
            status = check_shares(error, record, BINA_LINKAGE_PARAMETER_KIN,
                                  BINA_LINKAGE_PARAMETER_KIN, field);
        break;
    default:
        break;
    }
    return status;
}
