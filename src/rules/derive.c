/*
 * Derived fields. A field names its rule in its format; here each rule is one function, and
 * thresholds that the law changes are rows with the day from which they hold.
 */
#include <string.h>
#include "rules/check.h"

/* ---- size class ---- */

typedef struct size_thresholds {
    int64_t from;                 /* day number */
    int64_t capital[3], sales[3]; /* at most, for micro, small and medium; in rupiah */
} size_thresholds;

#define JUTA   INT64_C(1000000)
#define MILYAR (1000 * JUTA)

/* Newest first. UU 20/2008 Art. 6 from 2008-07-04; PP 7/2021 Art. 35 from 2021-02-02. */
static const size_thresholds sizes[] = {
    {18660, {1 * MILYAR, 5 * MILYAR, 10 * MILYAR}, {2 * MILYAR, 15 * MILYAR, 50 * MILYAR}},
    {14064, {50 * JUTA, 500 * JUTA, 10 * MILYAR}, {300 * JUTA, 2500 * JUTA, 50 * MILYAR}},
};

static int
class_of(int64_t amount, const int64_t most[3])
{
    int class = 0;
    while (class < 3 && amount > most[class])
        class ++;
    return class;
}

/*
 * Micro, small, medium or large. Capital is asked of new registrations, yearly sales of businesses
 * at work (PP 7/2021 Art. 35(3) and (5)); so sales decide where they are known.
 */
static bina_value
size_class(const bina_record *record, int64_t day)
{
    static const char *const names[] = {"micro", "small", "medium", "large"};
    const bina_description *description = bina_record_description(record);
    bina_value capital = bina_record_get(record, bina_description_find(description, "capital"));
    bina_value sales = bina_record_get(record, bina_description_find(description, "sales"));
    bina_value value = bina_null();
    size_t i;

    for (i = 0; i < sizeof sizes / sizeof *sizes && sizes[i].from > day; i++)
        continue;
    if (i == sizeof sizes / sizeof *sizes)
        return value;
    if (sales.type == BINA_MONEY)
        value = bina_text(names[class_of(sales.as.integer, sizes[i].sales)]);
    else if (capital.type == BINA_MONEY)
        value = bina_text(names[class_of(capital.as.integer, sizes[i].capital)]);
    return value;
}

/* ---- age ---- */

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

/* ---- the registry ---- */

static const struct {
    const char *name;
    bina_value (*compute)(const bina_record *record, int64_t day);
} rules[] = {
    {"size_class", size_class},
    {"age", age},
};

void
bina_rules_derive(bina_record *record, int64_t day)
{
    const bina_description *description = bina_record_description(record);
    int slot;
    size_t i;

    for (slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        const char *format = bina_field_format(field);
        if ((bina_field_flags(field) & BINA_FIELD_DERIVED) == 0 || format == NULL)
            continue;
        for (i = 0; i < sizeof rules / sizeof *rules; i++)
            if (strcmp(rules[i].name, format) == 0)
                bina_record_set(record, slot, rules[i].compute(record, day));
    }
}
