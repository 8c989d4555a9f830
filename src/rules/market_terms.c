/* What an agreement with a retailer may say: its days, its fees within the law, its quota. */
#include <string.h>
#include "rules/market.h"
#include "rules/policy.h"

void
bina_market_signed_before(bina_case *c)
{
    int64_t signed_on = bina_case_int(c, "signed_on");

    if (!bina_case_has(c, "signed_on") || signed_on <= c->on)
        return;
    bina_case_refuse(c, "agreement.signed_on", "it is in force only from the day it was signed on",
                     "kesepakatan berlaku paling cepat pada hari ditandatangani");
    bina_case_saw(c, "signed_on", bina_integer_of(BINA_DATE, signed_on));
    bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
}

void
bina_market_period(bina_case *c)
{
    int64_t starts = bina_case_int(c, "starts"), ends = bina_case_int(c, "ends");
    bool steps_in = c->transition != NULL && bina_case_in(c, "in_force");

    if (bina_case_has(c, "ends") && bina_case_has(c, "starts") && ends < starts) {
        bina_case_refuse(c, "agreement.period", "it ends before it starts",
                         "kesepakatan berakhir sebelum mulai berlaku");
        bina_case_saw(c, "starts", bina_integer_of(BINA_DATE, starts));
        bina_case_saw(c, "ends", bina_integer_of(BINA_DATE, ends));
    }
    if (steps_in && bina_case_has(c, "ends") && ends < c->on) {
        bina_case_refuse(c, "agreement.over", "its last day is past; give a later one",
                         "hari terakhirnya sudah lewat; isi hari yang lebih kemudian");
        bina_case_saw(c, "ends", bina_integer_of(BINA_DATE, ends));
    }
}

/* One term held against its cap; each breach is a refusal of its own. */
static void
hold(bina_case *c, const char *term, const char *threshold, const char *rule)
{
    bina_policy_source source;
    int64_t cap, stands = bina_case_int(c, term);

    if (!bina_case_has(c, term))
        return;
    cap = bina_policy_number(c, threshold, 0, &source);
    if (cap == BINA_POLICY_NONE || stands <= cap)
        return;
    bina_case_refuse(c, rule, "%s is %lld; at most %lld is allowed (%s)",
                     "%s sebesar %lld; yang dibolehkan paling banyak %lld (%s)", term,
                     (long long)stands, (long long)cap, source.regulation);
    bina_case_saw(c, term, bina_int(stands));
    bina_case_saw(c, "most", bina_int(cap));
    bina_policy_ground(c, &source);
}

/*
 * The caps of Permendag 23/2021 hold for what is agreed under it: those of the day of signing
 * count, so that an old agreement may still be corrected.
 */
void
bina_market_terms_lawful(bina_case *c)
{
    static const struct {
        const char *format, *store, *most;
    } caps[] = {
        {"minimarket", "retail.listing_fee.minimarket.store", "retail.listing_fee.minimarket.most"},
        {"supermarket", "retail.listing_fee.supermarket.store",
         "retail.listing_fee.supermarket.most"},
        {"hypermarket", "retail.listing_fee.hypermarket.store",
         "retail.listing_fee.hypermarket.most"},
    };
    const char *format = bina_case_text(c, "outlet_format");
    int64_t on = c->on;

    if (!bina_case_in(c, "in_force"))
        return;
    if (bina_case_has(c, "signed_on"))
        c->on = bina_case_int(c, "signed_on");
    for (size_t i = 0; format != NULL && i < sizeof caps / sizeof *caps; i++)
        if (strcmp(format, caps[i].format) == 0) {
            hold(c, "listing_fee", caps[i].store, "agreement.listing_fee");
            hold(c, "listing_fee_most", caps[i].most, "agreement.listing_fee_most");
        }
    if (format == NULL &&
        (bina_case_int(c, "listing_fee") > 0 || bina_case_int(c, "listing_fee_most") > 0))
        bina_case_refuse(c, "agreement.outlet_format",
                         "say for which kind of shop the listing fee is (outlet_format): the cap "
                         "depends on it",
                         "sebutkan untuk jenis gerai apa biaya pendaftaran itu (outlet_format): "
                         "batasnya bergantung padanya");
    hold(c, "trading_terms", "retail.trading_terms", "agreement.trading_terms");
    hold(c, "days_to_pay", "retail.days_to_pay", "agreement.days_to_pay");
    c->on = on;
}

/* Never more products than agreed, even when the quota is lowered afterwards. */
void
bina_market_quota_kept(bina_case *c)
{
    int64_t quota = bina_case_int(c, "quota"), listed;

    if (!bina_case_has(c, "quota") || c->id == 0)
        return;
    listed = BINA_ASK(c,
                      "SELECT count(*) FROM listings WHERE agreement = ?1"
                      " AND +state IN ('listed', 'suspended')",
                      bina_int(c->id));
    if (listed <= quota)
        return;
    bina_case_refuse(c, "agreement.quota",
                     "%lld products are listed under it, above a quota of %lld; delist some first",
                     "%lld produk terdaftar di bawahnya, melebihi kuota %lld; keluarkan sebagian "
                     "dahulu",
                     (long long)listed, (long long)quota);
    bina_case_saw(c, "listed", bina_int(listed));
    bina_case_saw(c, "quota", bina_int(quota));
}
