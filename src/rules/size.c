#include "rules/size.h"

#include "rules/shipped.h"

static bina_value
field(const bina_record *record, const char *name)
{
    return bina_record_get(record, bina_description_find(bina_record_description(record), name));
}

static int64_t
number(const bina_shipped_policy *policy, const char *rule)
{
    return bina_shipped_rule_of(policy, rule)->number;
}

/* The first class whose upper end, which belongs to it, the amount does not pass. */
static bina_value
class_by(const bina_shipped_policy *policy, const char *const ends[3], int64_t amount)
{
    static const char *const names[] = {"micro", "small", "medium", "large"};
    int class = 0;

    while (class < 3 && amount > number(policy, ends[class]))
        class ++;
    return bina_text(names[class]);
}

static bina_value
by_law_of_2008(const bina_shipped_policy *law, const bina_record *record)
{
    static const char *const by_sales[] = {"size_old.sales.micro", "size_old.sales.small",
                                           "size_old.sales.medium"};
    static const char *const by_assets[] = {"size_old.assets.micro", "size_old.assets.small",
                                            "size_old.assets.medium"};
    bina_value sales = field(record, "sales"), assets = field(record, "net_assets");

    /* Old lists have one figure for both. */
    if (assets.type == BINA_NULL)
        assets = field(record, "capital");
    if (sales.type != BINA_NULL)
        return class_by(law, by_sales, sales.as.integer);
    return assets.type != BINA_NULL ? class_by(law, by_assets, assets.as.integer) : bina_null();
}

/*
 * Capital is asked of new registrations, yearly sales of businesses at work (PP 7/2021 Art. 35(3)
 * and (5)); so sales decide where they are known.
 */
bina_value
bina_size_class(const bina_record *enterprise, int64_t day)
{
    static const char *const by_sales[] = {"size.sales.micro", "size.sales.small",
                                           "size.sales.medium"};
    static const char *const by_capital[] = {"size.capital.micro", "size.capital.small",
                                             "size.capital.medium"};
    const bina_shipped_policy *law = bina_shipped_find("size", day);
    bina_value sales = field(enterprise, "sales"), capital = field(enterprise, "capital");

    if (law == NULL)
        return bina_size_class_old(enterprise, day);
    if (sales.type != BINA_NULL)
        return class_by(law, by_sales, sales.as.integer);
    return capital.type != BINA_NULL ? class_by(law, by_capital, capital.as.integer) : bina_null();
}

bina_value
bina_size_class_old(const bina_record *enterprise, int64_t day)
{
    const bina_shipped_policy *law = bina_shipped_last("size_old", day);

    return law != NULL ? by_law_of_2008(law, enterprise) : bina_null();
}

bina_value
bina_size_class_industry(const bina_record *enterprise, int64_t day)
{
    const bina_shipped_policy *law = bina_shipped_find("size_industry", day);
    bina_value workers = field(enterprise, "workers"), invested = field(enterprise, "investment");
    bool few;

    if (law == NULL || workers.type == BINA_NULL || invested.type == BINA_NULL)
        return bina_null();
    few = workers.as.integer <= number(law, "size_industry.workers.small");
    if (few)
        return bina_text(invested.as.integer < number(law, "size_industry.investment.small")
                             ? "small"
                             : "medium");
    return bina_text(
        invested.as.integer <= number(law, "size_industry.investment.medium") ? "medium" : "large");
}

bina_value
bina_size_class_bps(const bina_record *enterprise, int64_t day)
{
    static const char *const by_workers[] = {"size_bps.workers.micro", "size_bps.workers.small",
                                             "size_bps.workers.medium"};
    const bina_shipped_policy *convention = bina_shipped_find("size_bps", day);
    bina_value workers = field(enterprise, "workers");

    return convention != NULL && workers.type != BINA_NULL
               ? class_by(convention, by_workers, workers.as.integer)
               : bina_null();
}
