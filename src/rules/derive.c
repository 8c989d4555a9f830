/* Derived fields: each is computed by the rule of its name, as of a day. */
#include <string.h>
#include "rules/check.h"
#include "rules/size.h"

static bina_value
age(const bina_record *record, int64_t day)
{
    const bina_description *description = bina_record_description(record);
    bina_value born = bina_record_get(record, bina_description_find(description, "born"));
    bina_value died = bina_record_get(record, bina_description_find(description, "died"));
    int years[2], months[2], days[2];

    if (died.type == BINA_DATE && died.as.integer < day)
        day = died.as.integer;
    if (born.type != BINA_DATE || born.as.integer > day)
        return bina_null();
    bina_date_to_civil(born.as.integer, &years[0], &months[0], &days[0]);
    bina_date_to_civil(day, &years[1], &months[1], &days[1]);
    return bina_int(years[1] - years[0] -
                    (months[1] < months[0] || (months[1] == months[0] && days[1] < days[0])));
}

static const struct {
    const char *name;
    bina_value (*compute)(const bina_record *record, int64_t day);
} rules[] = {
    {"age", age},
    {"size_class", bina_size_class},
    {"size_class_old", bina_size_class_old},
    {"size_class_industry", bina_size_class_industry},
    {"size_class_bps", bina_size_class_bps},
};

void
bina_rules_derive(bina_record *record, int64_t day)
{
    const bina_description *description = bina_record_description(record);
    int slot;
    size_t i;

    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        if ((bina_field_flags(field) & BINA_FIELD_DERIVED) == 0)
            continue;
        for (i = 0; i < sizeof rules / sizeof *rules; i++)
            if (strcmp(rules[i].name, bina_field_name(field)) == 0)
                bina_record_set(record, slot, rules[i].compute(record, day));
    }
}
