#include "rules/check.h"

#include <string.h>
#include <bina/codes.h>
#include "base/money.h"
#include "reference/validators.h"
#include "rules/memory.h"

/* What a check needs to know of the field it looks at. */
typedef struct place {
    const bina_description *description;
    const bina_field *field;
    bina_error *error;
} place;

static bina_status
refused(const place *at, bina_status status, const char *rule)
{
    bina_error_at(at->error, bina_description_name(at->description), bina_field_name(at->field),
                  rule);
    return status;
}

/* Money that says no greatest has one all the same, so that reports can add it up. */
static bool
range_of(const place *at, int64_t *least, int64_t *greatest)
{
    bool told = bina_field_range(at->field, least, greatest);

    if (bina_field_type(at->field) != BINA_MONEY)
        return told;
    if (!told)
        *least = -BINA_RUPIAH_MOST;
    if (!told || *greatest > BINA_RUPIAH_MOST)
        *greatest = BINA_RUPIAH_MOST;
    return true;
}

static bina_status
check_range(const place *at, bina_value value)
{
    int64_t least, greatest;
    bool within;

    if (!range_of(at, &least, &greatest))
        return BINA_OK;
    if (value.type == BINA_REAL)
        within = value.as.real >= (double)least && value.as.real <= (double)greatest;
    else if (bina_type_held_as(value.type) == BINA_INT)
        within = value.as.integer >= least && value.as.integer <= greatest;
    else
        return BINA_OK;
    if (within)
        return BINA_OK;
    if (greatest == INT64_MAX)
        bina_error_set(at->error, BINA_ERR_INVALID, "%s.%s must not be less than %lld",
                       "%s.%s tidak boleh kurang dari %lld", bina_description_name(at->description),
                       bina_field_name(at->field), (long long)least);
    else
        bina_error_set(at->error, BINA_ERR_INVALID, "%s.%s must be from %lld to %lld",
                       "%s.%s harus antara %lld dan %lld", bina_description_name(at->description),
                       bina_field_name(at->field), (long long)least, (long long)greatest);
    return refused(at, BINA_ERR_INVALID, "field.range");
}

/* Dates are kept as ISO text, which orders rightly only within these years. */
static bina_status
check_day(const place *at, bina_value value)
{
    const int64_t first = -719162, last = 2932896, day = 86400000; /* 0001-01-01, 9999-12-31 */
    bool within = value.type == BINA_DATE
                      ? value.as.integer >= first && value.as.integer <= last
                      : value.as.integer >= first * day && value.as.integer < (last + 1) * day;

    if (within)
        return BINA_OK;
    bina_error_set(at->error, BINA_ERR_INVALID, "%s.%s must lie in the years 1 to 9999",
                   "%s.%s harus dalam tahun 1 sampai 9999", bina_description_name(at->description),
                   bina_field_name(at->field));
    return refused(at, BINA_ERR_INVALID, "field.date");
}

static bina_status
check_code(const place *at, bina_value value)
{
    const char *list = bina_field_format(at->field), *word;
    int n;

    if (list == NULL || bina_codes_word(list, 0) == NULL)
        return BINA_OK;
    for (n = 0; (word = bina_codes_word(list, n)) != NULL; n++)
        if (strcmp(word, value.as.text) == 0)
            return BINA_OK;
    bina_error_set(at->error, BINA_ERR_INVALID,
                   "%s.%s holds a word that is not in the code list '%s'",
                   "%s.%s berisi kata yang tidak ada di daftar kode '%s'",
                   bina_description_name(at->description), bina_field_name(at->field), list);
    return refused(at, BINA_ERR_INVALID, "field.code");
}

static bina_status
check_reference(const place *at, bina_value value)
{
    int kind = bina_id_kind(value.as.integer);

    if (bina_field_target(at->field, 0) == BINA_NO_KIND || bina_field_refers_to(at->field, kind))
        return BINA_OK;
    bina_error_set(at->error, BINA_ERR_INVALID, "%s.%s may not refer to a record of that kind",
                   "%s.%s tidak boleh merujuk data jenis itu",
                   bina_description_name(at->description), bina_field_name(at->field));
    return refused(at, BINA_ERR_INVALID, "field.kind");
}

static bina_status
check_format(const place *at, bina_value value, int64_t today, bina_rules_warn *warn, void *data)
{
    char normal[BINA_CHECK_NORMAL], rule[64];
    const char *format = bina_field_format(at->field);
    bina_error complaint;
    bina_status status;

    if (format == NULL)
        return BINA_OK;
    status = bina_validate(format, value.as.text, strlen(value.as.text), today, normal,
                           sizeof normal, &complaint);
    if (status == BINA_ERR_NOT_FOUND || (status == BINA_OK && complaint.status == BINA_OK))
        return BINA_OK;
    memcpy(rule, complaint.rule, sizeof rule);
    bina_error_at(&complaint, bina_description_name(at->description), bina_field_name(at->field),
                  rule);
    if (status == BINA_OK) {
        if (warn != NULL)
            warn(data, &complaint);
        return BINA_OK;
    }
    if (at->error != NULL)
        bina_error_copy(at->error, &complaint);
    return status;
}

bina_status
bina_rules_check_field(const bina_description *description, int slot, bina_value value,
                       int64_t today, bina_error *error, bina_rules_warn *warn, void *data)
{
    place at = {description, bina_description_field(description, slot), error};
    bina_status status;

    if (value.type == BINA_NULL) {
        if ((bina_field_flags(at.field) & BINA_FIELD_REQUIRED) == 0)
            return BINA_OK;
        bina_error_set(error, BINA_ERR_INVALID, "%s.%s is required", "%s.%s wajib diisi",
                       bina_description_name(description), bina_field_name(at.field));
        return refused(&at, BINA_ERR_INVALID, "field.required");
    }
    status = check_range(&at, value);
    if (status != BINA_OK)
        return status;
    switch (value.type) {
    case BINA_CODE:
        return check_code(&at, value);
    case BINA_REF:
        return check_reference(&at, value);
    case BINA_DATE:
    case BINA_TIME:
        return check_day(&at, value);
    case BINA_TEXT:
        return check_format(&at, value, today, warn, data);
    default:
        return BINA_OK;
    }
}

/* Whether a value is looked up in a list or by a validator, and so worth remembering. */
static bool
is_looked_up(const bina_field *field, bina_value value)
{
    return (value.type == BINA_TEXT || value.type == BINA_CODE) && bina_field_format(field) != NULL;
}

bina_status
bina_rules_check_added(const bina_description *description, int slot, bina_value value,
                       int64_t today, bina_rules_memory *memory, bina_error *error)
{
    const bina_field *field = bina_description_field(description, slot);
    bool looked_up = is_looked_up(field, value);
    bina_status status;

    if (value.type == BINA_TEXT && !looked_up)
        return BINA_OK;
    if (looked_up && bina_rules_memory_has(memory, slot, today, value.as.text))
        return BINA_OK;
    status = bina_rules_check_field(description, slot, value, today, error, NULL, NULL);
    if (status == BINA_OK && looked_up)
        bina_rules_memory_keep(memory, slot, today, value.as.text);
    return status;
}

bina_status
bina_rules_check_record(const bina_record *record, bool update, int64_t today,
                        bina_rules_memory *memory, bina_error *error, bina_rules_warn *warn,
                        void *data)
{
    const bina_description *description;
    bina_status status = bina_record_check(record, error);
    int slot;

    if (status != BINA_OK)
        return status;
    description = bina_record_description(record);
    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        unsigned flags = bina_field_flags(field);
        bina_value value;
        if ((flags & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED)) != 0)
            continue;
        if ((update || (flags & BINA_FIELD_REQUIRED) == 0) && !bina_record_is_set(record, slot))
            continue;
        value = bina_record_get(record, slot);
        /* Warnings must be given again, so then nothing is remembered. */
        status = warn == NULL
                     ? bina_rules_check_added(description, slot, value, today, memory, error)
                     : bina_rules_check_field(description, slot, value, today, error, warn, data);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}
