/*
 * Products on shelves: what an agreement may say, what puts a product on a shelf and what takes it
 * off. The caps are those of Permendag 23/2021 Art. 11, in force from 2021-04-01 as it is shipped.
 */
#include "test_domain.h"

typedef struct market {
    bina_store *store;
    bina_id chain, office, maker, product, agreement, outlet, pirt, halal;
} market;

static bina_id
add_product(market *m, const char *gtin)
{
    bina_id product;

    domain_add(m->store, product, BINA_PRODUCT, "maker=%lld name=Mete_%s gtin=%s shelf_life=180",
               (long long)m->maker, gtin, gtin);
    return product;
}

/* A maker with its permits, a product, a chain with a shop and an agreement in force since 2022. */
static market
begin(void)
{
    market m = {.store = domain_open()};
    bina_store *store = m.store;

    domain_add(store, m.chain, BINA_ORGANISATION, "name=Toko_Contoh nature=retailer");
    domain_add(store, m.office, BINA_ORGANISATION, "name=Dinas_Contoh nature=agency");
    domain_add(store, m.maker, BINA_ENTERPRISE,
               "name=Mete_Contoh nib=9120001234567 activity=10793 region=35.29.14.2008");
    m.product = add_product(&m, "8990000000013");
    domain_add(store, m.pirt, BINA_LICENCE,
               "holder=%lld nature=pirt number=2053529010001-27 state=valid issued=2021-01-05"
               " expires=2027-01-04",
               (long long)m.maker);
    domain_add(store, m.halal, BINA_LICENCE,
               "holder=%lld nature=halal number=ID35110000000000001 state=valid issued=2021-01-05",
               (long long)m.maker);
    domain_add(store, m.agreement, BINA_AGREEMENT,
               "retailer=%lld party=%lld sale_mode=consignment outlet_format=minimarket"
               " began=2021-12-01",
               (long long)m.chain, (long long)m.office);
    domain_do(store, m.agreement, "sign", "2022-01-03", NULL,
              "number=PKS/1/2022 signed_on=2022-01-03 starts=2022-01-03 ends=2022-12-31"
              " listing_fee=50000 trading_terms=1500 days_to_pay=15 quota=2");
    domain_add(store, m.outlet, BINA_OUTLET, "retailer=%lld name=Gerai_1 code=A1 began=2015-01-01",
               (long long)m.chain);
    return m;
}

static bina_id
propose(market *m, bina_id product, const char *day)
{
    bina_id listing;

    domain_add(m->store, listing, BINA_LISTING, "product=%lld retailer=%lld began=%s",
               (long long)product, (long long)m->chain, day);
    return listing;
}

static bina_id
curate(market *m, bina_id product, const char *day, const char *result)
{
    bina_id curation;

    domain_add(m->store, curation, BINA_CURATION,
               "product=%lld retailer=%lld submitted=2022-01-10 decided=%s result=%s",
               (long long)product, (long long)m->chain, day, result);
    return curation;
}

static bina_status
list_it(market *m, bina_id listing, const char *day)
{
    char fields[64];

    snprintf(fields, sizeof fields, "agreement=%lld", (long long)m->agreement);
    return domain_step(m->store, listing, "list", day, NULL, fields);
}

static bina_id
bring_to_list(market *m, bina_id product)
{
    bina_id listing = propose(m, product, "2022-01-04");

    curate(m, product, "2022-01-20", "passed");
    domain_do(m->store, listing, "curate", "2022-01-10", NULL, NULL);
    domain_do(m->store, listing, "accept", "2022-01-21", NULL, NULL);
    ck_ok(m->store, list_it(m, listing, "2022-02-01"));
    return listing;
}

static bina_id
place(market *m, bina_id listing, const char *day)
{
    bina_id placement;

    domain_add(m->store, placement, BINA_PLACEMENT,
               "listing=%lld outlet=%lld state=on_shelf began=%s", (long long)listing,
               (long long)m->outlet, day);
    return placement;
}

START_TEST(an_outlet_that_closes_ends_its_placements_and_no_listing)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), placement = place(&m, listing, "2022-02-10");
    bina_status status;

    domain_do(m.store, m.outlet, "close", "2022-06-01", "market", NULL);
    ck_state(m.store, m.outlet, NULL, "closed");
    ck_state(m.store, placement, "2022-05-31", "on_shelf");
    ck_state(m.store, placement, "2022-06-01", "ended");
    ck_state(m.store, listing, NULL, "listed");
    ck_assert_int_eq(domain_report_rows(m.store, "placements", "2022-02-09"), 0);
    ck_assert_int_eq(domain_report_rows(m.store, "placements", "2022-05-31"), 1);
    ck_assert_int_eq(domain_report_rows(m.store, "placements", "2022-06-01"), 0);
    ck_assert_int_eq(domain_count(m.store, BINA_STEP, BINA_STEP_REASON, bina_text("outlet_closed")),
                     1);
    /* Nothing is put into a closed shop; when it opens again, the product may come back. */
    domain_try_add(m.store, &status, BINA_PLACEMENT,
                   "listing=%lld outlet=%lld state=on_shelf began=2022-06-02", (long long)listing,
                   (long long)m.outlet);
    ck_rules(m.store, status, "placement.outlet");
    domain_do(m.store, m.outlet, "reopen", "2022-07-01", "office_decision", NULL);
    domain_do(m.store, placement, "return", "2022-07-02", "office_decision", NULL);
    ck_state(m.store, placement, NULL, "on_shelf");
    bina_store_close(m.store);
}
END_TEST

START_TEST(a_renamed_product_moves_on_and_counts_once)
{
    market m = begin();
    bina_id old = bring_to_list(&m, m.product), shelf = place(&m, old, "2022-02-10");
    bina_id other = bring_to_list(&m, add_product(&m, "8990000000020")), renamed, listing;
    char fields[64];

    (void)other; /* the quota of two is full: the renamed one must not count beside the old */
    domain_add(m.store, renamed, BINA_PRODUCT,
               "maker=%lld name=Mete_Baru gtin=8990000000037 shelf_life=180 replaces=%lld",
               (long long)m.maker, (long long)m.product);
    listing = propose(&m, renamed, "2022-03-01");
    snprintf(fields, sizeof fields, "agreement=%lld", (long long)m.agreement);
    domain_do(m.store, listing, "take_over", "2022-03-05", NULL, fields);
    ck_state(m.store, listing, NULL, "listed");
    ck_state(m.store, old, NULL, "delisted");
    ck_state(m.store, shelf, "2022-03-04", "on_shelf");
    ck_state(m.store, shelf, "2022-03-05", "ended");
    /* It stands where the old one stood, since that day. */
    ck_assert_int_eq(
        domain_count(m.store, BINA_PLACEMENT, BINA_PLACEMENT_LISTING, bina_int(listing)), 1);
    ck_assert_int_eq(
        domain_count(m.store, BINA_PLACEMENT, BINA_PLACEMENT_STATE, bina_text("on_shelf")), 1);
    ck_assert_int_eq(domain_count(m.store, BINA_STEP, BINA_STEP_REASON, bina_text("replaced")), 2);
    bina_store_close(m.store);
}
END_TEST

/* In two chains, in several shops: one product. Half renamed: still one. */
START_TEST(a_product_counts_once_in_however_many_chains)
{
    market m = begin(), other = m;
    bina_id renamed, listing;
    char fields[64];

    place(&m, bring_to_list(&m, m.product), "2022-02-10");
    domain_add(m.store, other.chain, BINA_ORGANISATION, "name=Ritel_Contoh nature=retailer");
    domain_add(m.store, other.agreement, BINA_AGREEMENT,
               "retailer=%lld party=%lld sale_mode=outright began=2021-12-01",
               (long long)other.chain, (long long)m.office);
    domain_do(
        m.store, other.agreement, "sign", "2022-01-03", NULL,
        "number=PKS/2/2022 signed_on=2022-01-03 listing_fee=0 trading_terms=0 days_to_pay=14");
    domain_add(m.store, other.outlet, BINA_OUTLET, "retailer=%lld name=Gerai_2 began=2015-01-01",
               (long long)other.chain);
    place(&other, bring_to_list(&other, m.product), "2022-02-20");
    ck_assert_int_eq(domain_report_rows(m.store, "placements", "2022-02-15"), 1);
    ck_assert_int_eq(domain_report_rows(m.store, "placements", "2022-02-20"), 1);
    ck_assert_int_eq(domain_report_number(m.store, "placements", "2022-02-20", "retailers",
                                          "Ritel Contoh, Toko Contoh", "chains"),
                     2);
    ck_assert_int_eq(domain_report_rows(m.store, "placements_by_retailer", "2022-02-20"), 2);
    domain_add(m.store, renamed, BINA_PRODUCT,
               "maker=%lld name=Mete_Baru gtin=8990000000037 shelf_life=180 replaces=%lld",
               (long long)m.maker, (long long)m.product);
    listing = propose(&m, renamed, "2022-03-01");
    snprintf(fields, sizeof fields, "agreement=%lld", (long long)m.agreement);
    domain_do(m.store, listing, "take_over", "2022-03-05", NULL, fields);
    ck_assert_int_eq(domain_report_rows(m.store, "placements", "2022-03-05"), 1);
    ck_assert_int_eq(
        domain_report_number(m.store, "placements", "2022-03-05", "name", "Mete Baru", "chains"),
        2);
    bina_store_close(m.store);
}
END_TEST

START_TEST(a_product_that_replaces_none_must_pass_curation)
{
    market m = begin();
    bina_id listing = propose(&m, m.product, "2022-01-04");
    char fields[64];

    snprintf(fields, sizeof fields, "agreement=%lld", (long long)m.agreement);
    ck_rules(m.store, domain_step(m.store, listing, "take_over", "2022-01-05", NULL, fields),
             "listing.replaces");
    domain_do(m.store, listing, "curate", "2022-01-10", NULL, NULL);
    ck_rules(m.store, domain_step(m.store, listing, "accept", "2022-01-21", NULL, NULL),
             "listing.curation");
    curate(&m, m.product, "2022-01-20", "returned");
    ck_rules(m.store, domain_step(m.store, listing, "accept", "2022-01-21", NULL, NULL),
             "listing.curation");
    curate(&m, m.product, "2022-01-21", "passed");
    domain_do(m.store, listing, "accept", "2022-01-21", NULL, NULL);
    bina_store_close(m.store);
}
END_TEST

START_TEST(an_expired_permit_ends_a_placement_and_renewal_brings_it_back)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), placement = place(&m, listing, "2022-02-10");
    bina_record *licence = bina_record_new(BINA_LICENCE);

    bina_set_int(licence, 0, m.pirt);
    bina_set_int(licence, BINA_LICENCE_EXPIRES, domain_day("2022-05-14"));
    ck_ok(m.store, bina_store_update(m.store, licence));
    bina_record_free(licence);
    ck_assert_int_eq(domain_sweep(m.store, "2022-05-14"), 0); /* its last day */
    ck_assert_int_eq(domain_sweep(m.store, "2022-05-20"), 1);
    ck_state(m.store, placement, "2022-05-14", "on_shelf");
    ck_state(m.store, placement, "2022-05-15", "ended");
    ck_state(m.store, listing, "2022-05-15", "suspended");
    ck_assert_int_eq(domain_count(m.store, BINA_STEP, BINA_STEP_REASON, bina_text("licence_ended")),
                     2);
    ck_rules(m.store, domain_step(m.store, listing, "resume", "2022-06-01", NULL, NULL),
             "readiness.food_permit");
    domain_do(m.store, m.pirt, "renew", "2022-06-02", NULL, "issued=2022-06-02 expires=2027-06-01");
    domain_do(m.store, listing, "resume", "2022-06-03", NULL, NULL);
    domain_do(m.store, placement, "return", "2022-06-03", "office_decision", NULL);
    ck_state(m.store, placement, NULL, "on_shelf");
    bina_store_close(m.store);
}
END_TEST

/* A permit that is suspended takes the product down for a while; its end is what ends a place. */
START_TEST(a_suspended_permit_suspends_and_another_one_makes_up_for_it)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), placement = place(&m, listing, "2022-02-10");
    bina_id md;

    domain_do(m.store, m.halal, "suspend", "2022-03-01", "quality", NULL);
    ck_state(m.store, listing, NULL, "suspended");
    ck_state(m.store, placement, NULL, "suspended");
    domain_do(m.store, m.halal, "reinstate", "2022-03-10", NULL, NULL);
    domain_do(m.store, listing, "resume", "2022-03-11", NULL, NULL);
    ck_state(m.store, placement, NULL, "on_shelf"); /* the same suspension took it */
    domain_add(m.store, md, BINA_LICENCE,
               "holder=%lld nature=bpom_md number=123456789012345 state=valid issued=2022-03-12",
               (long long)m.product);
    (void)md;
    domain_do(m.store, m.pirt, "revoke", "2022-04-01", "law", NULL);
    ck_state(m.store, placement, NULL, "on_shelf");
    ck_state(m.store, listing, NULL, "listed");
    bina_store_close(m.store);
}
END_TEST

START_TEST(a_permit_that_a_list_says_is_gone_has_the_same_end)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), placement = place(&m, listing, "2022-02-10");
    bina_record *licence = bina_record_new(BINA_LICENCE);

    bina_set_int(licence, 0, m.pirt);
    bina_set(licence, BINA_LICENCE_STATE, "revoked");
    ck_ok(m.store, bina_store_update(m.store, licence));
    bina_record_free(licence);
    ck_state(m.store, placement, NULL, "ended");
    ck_state(m.store, listing, NULL, "suspended");
    bina_store_close(m.store);
}
END_TEST

/* What is woven needs no halal certificate: being refused one takes it off no shelf. */
START_TEST(a_refused_application_takes_nothing_off_the_shelf)
{
    market m = begin();
    bina_id maker, product, listing, placement, asked, told;
    bina_record *licence = bina_record_new(BINA_LICENCE);

    domain_add(m.store, maker, BINA_ENTERPRISE,
               "name=Batik_Contoh activity=13134 nib=9120001234568");
    domain_add(m.store, product, BINA_PRODUCT, "maker=%lld name=Batik gtin=8990000000044",
               (long long)maker);
    listing = bring_to_list(&m, product);
    placement = place(&m, listing, "2022-02-10");
    domain_add(m.store, asked, BINA_LICENCE, "holder=%lld nature=halal", (long long)product);
    domain_do(m.store, asked, "refuse", "2022-03-01", "law", NULL);
    ck_state(m.store, asked, NULL, "revoked");
    /* As a list says it: from the application to the refusal, and refused from the beginning. */
    domain_add(m.store, told, BINA_LICENCE, "holder=%lld nature=pirt state=in_process",
               (long long)product);
    bina_set_int(licence, 0, told);
    bina_set(licence, BINA_LICENCE_STATE, "revoked");
    ck_ok(m.store, bina_store_update(m.store, licence));
    domain_add(m.store, told, BINA_LICENCE, "holder=%lld nature=bpom_md state=revoked",
               (long long)product);
    ck_ok(m.store, bina_store_remove(m.store, told));
    ck_state(m.store, placement, NULL, "on_shelf");
    ck_state(m.store, listing, NULL, "listed");
    bina_record_free(licence);
    bina_store_close(m.store);
}
END_TEST

START_TEST(a_permit_whose_record_goes_ends_a_placement)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), placement = place(&m, listing, "2022-02-10");
    bina_id md;

    domain_add(m.store, md, BINA_LICENCE,
               "holder=%lld nature=bpom_md number=123456789012345 state=valid issued=2022-03-12",
               (long long)m.product);
    ck_ok(m.store, bina_store_remove(m.store, m.pirt)); /* the other makes up for it */
    ck_state(m.store, placement, NULL, "on_shelf");
    ck_ok(m.store, bina_store_remove(m.store, md));
    ck_state(m.store, placement, NULL, "ended");
    ck_state(m.store, listing, NULL, "suspended");
    ck_assert_int_eq(domain_count(m.store, BINA_STEP, BINA_STEP_REASON, bina_text("licence_ended")),
                     2);
    bina_store_close(m.store);
}
END_TEST

START_TEST(each_thing_that_lacks_is_told)
{
    market m = begin();
    bina_id maker, product, listing;

    domain_add(m.store, maker, BINA_ENTERPRISE, "name=Keripik_Contoh activity=10794");
    domain_add(m.store, product, BINA_PRODUCT, "maker=%lld name=Keripik", (long long)maker);
    listing = propose(&m, product, "2022-01-04");
    domain_do(m.store, listing, "curate", "2022-01-10", NULL, NULL);
    ck_rules(m.store, domain_step(m.store, listing, "accept", "2022-01-21", NULL, NULL),
             "listing.curation readiness.nib readiness.food_permit readiness.halal readiness.gtin "
             "readiness.shelf_life");
    ck_state(m.store, listing, NULL, "in_curation");
    ck_assert_int_eq(domain_report_rows(m.store, "readiness", "2022-01-21"), 10); /* 2 products */
    ck_assert_int_eq(
        domain_report_number(m.store, "pipeline", "2022-01-21", "stage", "in_curation", "days"),
        11);
    bina_store_close(m.store);
}
END_TEST

/* What is woven is not eaten: neither PIRT nor halal is asked for. */
START_TEST(cloth_needs_no_food_permit)
{
    market m = begin();
    bina_id maker, product, listing;

    domain_add(m.store, maker, BINA_ENTERPRISE,
               "name=Batik_Contoh activity=13134 nib=9120001234568");
    domain_add(m.store, product, BINA_PRODUCT, "maker=%lld name=Batik gtin=8990000000044",
               (long long)maker);
    listing = propose(&m, product, "2022-01-04");
    curate(&m, product, "2022-01-20", "passed");
    domain_do(m.store, listing, "curate", "2022-01-10", NULL, NULL);
    domain_do(m.store, listing, "accept", "2022-01-21", NULL, NULL);
    bina_store_close(m.store);
}
END_TEST

START_TEST(a_quota_is_never_passed)
{
    market m = begin();
    bina_id third = add_product(&m, "8990000000037"), listing;
    bina_record *agreement = bina_record_new(BINA_AGREEMENT);

    bring_to_list(&m, m.product);
    bring_to_list(&m, add_product(&m, "8990000000020"));
    listing = propose(&m, third, "2022-01-04");
    curate(&m, third, "2022-01-20", "passed");
    domain_do(m.store, listing, "curate", "2022-01-10", NULL, NULL);
    domain_do(m.store, listing, "accept", "2022-01-21", NULL, NULL);
    ck_rules(m.store, list_it(&m, listing, "2022-02-01"), "listing.quota");
    bina_set_int(agreement, 0, m.agreement);
    bina_set_int(agreement, BINA_AGREEMENT_QUOTA, 1);
    ck_rules(m.store, bina_store_update(m.store, agreement), "agreement.quota");
    bina_set_int(agreement, BINA_AGREEMENT_QUOTA, 3);
    ck_ok(m.store, bina_store_update(m.store, agreement));
    ck_ok(m.store, list_it(&m, listing, "2022-02-01"));
    bina_record_free(agreement);
    bina_store_close(m.store);
}
END_TEST

START_TEST(an_agreement_that_ends_takes_its_products_down)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), placement = place(&m, listing, "2022-02-10");

    ck_assert_int_eq(domain_sweep(m.store, "2022-12-31"), 0);
    ck_assert_int_eq(domain_sweep(m.store, "2023-01-01"), 1);
    ck_state(m.store, m.agreement, NULL, "ended");
    ck_state(m.store, listing, "2022-12-31", "listed");
    ck_state(m.store, listing, "2023-01-01", "suspended");
    ck_state(m.store, placement, "2023-01-01", "suspended");
    ck_rules(m.store, domain_step(m.store, listing, "resume", "2023-01-02", NULL, NULL),
             "listing.agreement");
    domain_do(m.store, m.agreement, "renew", "2023-01-03", NULL,
              "signed_on=2023-01-03 ends=2023-12-31");
    domain_do(m.store, listing, "resume", "2023-01-03", NULL, NULL);
    ck_state(m.store, placement, NULL, "on_shelf");
    bina_store_close(m.store);
}
END_TEST

/* Ninety days as shipped, and what an office says instead: in the one report and in the other. */
START_TEST(one_threshold_says_when_the_end_of_a_permit_is_near)
{
    static const struct {
        const char *day;
        int shipped, own;
    } days[] = {
        {"2022-10-02", 0, 0}, /* 91 days before 2023-01-01 */
        {"2022-10-03", 1, 0},
        {"2022-12-21", 1, 0},
        {"2022-12-22", 1, 1}, /* 10 days before it */
    };
    market m = begin();
    bina_record *licence = bina_record_new(BINA_LICENCE);
    bina_record *rule;
    bina_id policy;

    bina_set_int(licence, 0, m.pirt);
    bina_set_int(licence, BINA_LICENCE_EXPIRES, domain_day("2023-01-01"));
    ck_ok(m.store, bina_store_update(m.store, licence));
    bina_record_free(licence);
    for (int own = 0; own < 2; own++) {
        for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
            int expected = own ? days[i].own : days[i].shipped;
            ck_assert_int_eq(domain_report_number(m.store, "readiness", days[i].day, "condition",
                                                  "food_permit", "warning"),
                             expected);
            ck_assert_int_eq(domain_report_rows(m.store, "early_warning", days[i].day), expected);
        }
        if (own)
            break;
        domain_add(m.store, policy, BINA_POLICY, "name=licences version=2 valid_from=2022-01-01");
        rule = bina_record_new(BINA_POLICY_RULE);
        bina_set_int(rule, BINA_POLICY_RULE_POLICY, policy);
        bina_set(rule, BINA_POLICY_RULE_RULE, "licence.warn_days");
        bina_set_int(rule, BINA_POLICY_RULE_NUMBER, 1);
        bina_set(rule, BINA_POLICY_RULE_VALUE, "10");
        bina_set(rule, BINA_POLICY_RULE_UNIT, "day");
        ck_ok(m.store, bina_store_add(m.store, rule, NULL));
        bina_record_free(rule);
    }
    bina_store_close(m.store);
}
END_TEST

/* ---- the caps ---- */

static bina_status
sign(bina_store *store, const char *day, const char *format, const char *terms)
{
    static int number;
    bina_id chain, office, agreement;
    char fields[512];

    domain_add(store, chain, BINA_ORGANISATION, "name=Toko_%d nature=retailer", ++number);
    domain_add(store, office, BINA_ORGANISATION, "name=Dinas_%d nature=agency", number);
    domain_add(store, agreement, BINA_AGREEMENT,
               "retailer=%lld party=%lld sale_mode=outright outlet_format=%s began=2020-01-01",
               (long long)chain, (long long)office, format);
    snprintf(fields, sizeof fields, "number=PKS/%d signed_on=%s %s", number, day, terms);
    return domain_step(store, agreement, "sign", day, NULL, fields);
}

START_TEST(fees_and_terms_stop_at_the_cap)
{
    static const struct {
        const char *format, *at, *above, *rules;
    } caps[] = {
        {"minimarket",
         "listing_fee=50000 listing_fee_most=20000000 trading_terms=1500 "
         "days_to_pay=15",
         "listing_fee=50001 listing_fee_most=20000001 trading_terms=1501 days_to_pay=16",
         "agreement.listing_fee agreement.listing_fee_most agreement.trading_terms "
         "agreement.days_to_pay"},
        {"supermarket", "listing_fee=75000 listing_fee_most=10000000 trading_terms=0 days_to_pay=0",
         "listing_fee=75001 listing_fee_most=10000001 trading_terms=0 days_to_pay=0",
         "agreement.listing_fee agreement.listing_fee_most"},
        {"hypermarket",
         "listing_fee=150000 listing_fee_most=10000000 trading_terms=0 days_to_pay=0",
         "listing_fee=150001 listing_fee_most=10000001 trading_terms=0 days_to_pay=0",
         "agreement.listing_fee agreement.listing_fee_most"},
    };
    bina_store *store = domain_open();

    for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
        ck_ok(store, sign(store, "2022-01-03", caps[i].format, caps[i].at));
        ck_rules(store, sign(store, "2022-01-03", caps[i].format, caps[i].above), caps[i].rules);
        /* On the first day of the regulation, and on the day before it. */
        ck_rules(store, sign(store, "2021-04-01", caps[i].format, caps[i].above), caps[i].rules);
        ck_ok(store, sign(store, "2021-03-31", caps[i].format, caps[i].above));
    }
    bina_store_close(store);
}
END_TEST

/* A fee that is free in each shop is still one in all of them together. */
START_TEST(a_fee_in_all_shops_together_is_held_against_its_own_cap)
{
    static const char terms[] = "listing_fee=0 trading_terms=0 days_to_pay=0 listing_fee_most=%d";
    bina_store *store = domain_open();
    bina_id chain, office, agreement;
    char at[128], above[128];

    snprintf(at, sizeof at, terms, 20000000);
    snprintf(above, sizeof above, terms, 20000001);
    ck_ok(store, sign(store, "2022-01-03", "minimarket", at));
    ck_rules(store, sign(store, "2022-01-03", "minimarket", above), "agreement.listing_fee_most");
    domain_add(store, chain, BINA_ORGANISATION, "name=Toko_Tanpa_Jenis nature=retailer");
    domain_add(store, office, BINA_ORGANISATION, "name=Dinas_Tanpa_Jenis nature=agency");
    domain_add(store, agreement, BINA_AGREEMENT,
               "retailer=%lld party=%lld sale_mode=outright began=2020-01-01", (long long)chain,
               (long long)office);
    /* For which kind of shop nobody said: then which cap holds is not known. */
    ck_rules(store,
             domain_step(store, agreement, "sign", "2022-01-03", NULL,
                         "number=PKS/T signed_on=2022-01-03 listing_fee=0 trading_terms=0"
                         " days_to_pay=0 listing_fee_most=1"),
             "agreement.outlet_format");
    domain_do(store, agreement, "sign", "2022-01-03", NULL,
              "number=PKS/T signed_on=2022-01-03 listing_fee=0 trading_terms=0 days_to_pay=0"
              " listing_fee_most=0");
    bina_store_close(store);
}
END_TEST

START_TEST(a_cap_holds_after_signing_too)
{
    market m = begin();
    bina_record *agreement = bina_record_new(BINA_AGREEMENT);

    bina_set_int(agreement, 0, m.agreement);
    bina_set_int(agreement, BINA_AGREEMENT_LISTING_FEE, 50001);
    ck_rules(m.store, bina_store_update(m.store, agreement), "agreement.listing_fee");
    bina_record_free(agreement);
    bina_store_close(m.store);
}
END_TEST

/* ---- sales ---- */

START_TEST(what_is_paid_and_sold_stays_within_what_is_owed_and_delivered)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), sale, paid;
    bina_status status;

    domain_try_add(m.store, &status, BINA_SALE,
                   "listing=%lld product=%lld day_from=2022-01-01 day_to=2022-01-31 delivered=10",
                   (long long)listing, (long long)m.product);
    ck_rules(m.store, status, "sale.not_listed");
    domain_add(m.store, sale, BINA_SALE,
               "listing=%lld product=%lld day_from=2022-02-01 day_to=2022-02-28 delivered=100"
               " sold=60 returned=5 amount=900000 due=2022-03-15",
               (long long)listing, (long long)m.product);
    domain_try_add(m.store, &status, BINA_SALE,
                   "listing=%lld product=%lld day_from=2022-03-01 day_to=2022-03-31 delivered=0"
                   " sold=36",
                   (long long)listing, (long long)m.product);
    ck_rules(m.store, status, "sale.balance"); /* 35 are left */
    domain_add(m.store, paid, BINA_SETTLEMENT, "sale=%lld amount=500000 paid=2022-03-10",
               (long long)sale);
    domain_try_add(m.store, &status, BINA_SETTLEMENT, "sale=%lld amount=400001 paid=2022-03-11",
                   (long long)sale);
    ck_rules(m.store, status, "settlement.amount");
    domain_add(m.store, paid, BINA_SETTLEMENT, "sale=%lld amount=400000 paid=2022-03-11",
               (long long)sale);
    (void)paid;
    ck_assert_int_eq(
        domain_report_number(m.store, "sales", "2022-02-28", "retailer", "Toko Contoh", "paid"), 0);
    ck_assert_int_eq(domain_report_number(m.store, "sales", "2022-03-31", "retailer", "Toko Contoh",
                                          "sell_through"),
                     60);
    /* Due on the 15th; on the 10th 500000 came, and the rest on the 11th. */
    ck_assert_int_eq(domain_report_rows(m.store, "arrears", "2022-03-31"), 0);
    domain_add(m.store, sale, BINA_SALE,
               "listing=%lld product=%lld day_from=2022-03-01 day_to=2022-03-31 delivered=0"
               " sold=10 amount=150000",
               (long long)listing, (long long)m.product);
    ck_assert_int_eq(domain_report_rows(m.store, "arrears", "2022-04-15"), 0); /* 15 days to pay */
    ck_assert_int_eq(domain_report_number(m.store, "arrears", "2022-04-20", "retailer",
                                          "Toko Contoh", "days_late"),
                     5);
    ck_assert_int_eq(
        domain_report_number(m.store, "arrears", "2022-04-20", "retailer", "Toko Contoh", "unpaid"),
        150000);
    bina_store_close(m.store);
}
END_TEST

/* What one month sold came with an earlier one: that may neither shrink nor go nor be undone. */
START_TEST(sales_stay_balanced_whichever_period_changes)
{
    market m = begin();
    bina_id listing = bring_to_list(&m, m.product), other = add_product(&m, "8990000000020");
    bina_id first, second;
    bina_record *sale = bina_record_new(BINA_SALE);
    int64_t delivered;
    bina_status status;

    domain_add(m.store, first, BINA_SALE,
               "listing=%lld product=%lld day_from=2022-02-01 day_to=2022-02-28 delivered=4",
               (long long)listing, (long long)m.product);
    bina_set_int(sale, 0, first);
    bina_set_int(sale, BINA_SALE_DELIVERED, 10);
    ck_ok(m.store, bina_store_update(m.store, sale));
    ck_ok(m.store, bina_store_last_commit(m.store, &delivered));
    domain_add(m.store, second, BINA_SALE,
               "listing=%lld product=%lld day_from=2022-03-01 day_to=2022-03-31 delivered=0"
               " sold=10",
               (long long)listing, (long long)m.product);
    /* Ten came, ten were sold. */
    bina_set_int(sale, BINA_SALE_DELIVERED, 0);
    ck_rules(m.store, bina_store_update(m.store, sale), "sale.balance");
    bina_set_int(sale, BINA_SALE_DELIVERED, 9);
    ck_rules(m.store, bina_store_update(m.store, sale), "sale.balance");
    bina_set_int(sale, BINA_SALE_DELIVERED, 10);
    bina_set_int(sale, BINA_SALE_DAY_TO, domain_day("2022-04-30")); /* after they were sold */
    ck_rules(m.store, bina_store_update(m.store, sale), "sale.balance");
    bina_unset(sale, BINA_SALE_DAY_TO);
    bina_set_int(sale, BINA_SALE_OUTLET, m.outlet); /* into a shop: not where they were sold */
    ck_rules(m.store, bina_store_update(m.store, sale), "sale.balance");
    bina_unset(sale, BINA_SALE_OUTLET);
    bina_set_int(sale, BINA_SALE_PRODUCT, other);
    ck_rules(m.store, bina_store_update(m.store, sale), "sale.product sale.fixed");
    ck_rules(m.store, bina_store_remove(m.store, first), "sale.balance");
    ck_rules(m.store, bina_store_undo(m.store, delivered, NULL), "sale.balance");
    /* A later period that has plenty does not make up for one that sold too much. */
    domain_try_add(m.store, &status, BINA_SALE,
                   "listing=%lld product=%lld day_from=2022-02-10 day_to=2022-02-20 delivered=0"
                   " returned=1",
                   (long long)listing, (long long)m.product);
    ck_rules(m.store, status, "sale.balance");
    ck_ok(m.store, bina_store_remove(m.store, second));
    ck_ok(m.store, bina_store_remove(m.store, first));
    bina_record_free(sale);
    bina_store_close(m.store);
}
END_TEST

START_TEST(a_lead_is_followed_lost_and_taken_up_again)
{
    market m = begin();
    bina_status status;
    bina_id lead;

    domain_try_add(m.store, &status, BINA_LEAD, "product=%lld stated=2022-02-01",
                   (long long)m.product);
    ck_rules(m.store, status, "lead.buyer");
    domain_add(m.store, lead, BINA_LEAD,
               "product=%lld stated=2022-02-01 buyer_name=Hotel_Contoh began=2022-02-01",
               (long long)m.product);
    domain_do(m.store, lead, "follow_up", "2022-02-03", NULL, NULL);
    domain_do(m.store, lead, "lose", "2022-02-20", "price", NULL);
    domain_do(m.store, lead, "reopen", "2022-03-01", "price", NULL);
    domain_do(m.store, lead, "win", "2022-03-02", NULL, NULL);
    ck_state(m.store, lead, NULL, "won");
    bina_store_close(m.store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("domain market");
    TCase *cases = tcase_create("market");

    tcase_add_checked_fixture(cases, test_begin, test_end);
    tcase_add_test(cases, an_outlet_that_closes_ends_its_placements_and_no_listing);
    tcase_add_test(cases, a_renamed_product_moves_on_and_counts_once);
    tcase_add_test(cases, a_product_counts_once_in_however_many_chains);
    tcase_add_test(cases, a_product_that_replaces_none_must_pass_curation);
    tcase_add_test(cases, an_expired_permit_ends_a_placement_and_renewal_brings_it_back);
    tcase_add_test(cases, a_suspended_permit_suspends_and_another_one_makes_up_for_it);
    tcase_add_test(cases, a_permit_that_a_list_says_is_gone_has_the_same_end);
    tcase_add_test(cases, a_refused_application_takes_nothing_off_the_shelf);
    tcase_add_test(cases, a_permit_whose_record_goes_ends_a_placement);
    tcase_add_test(cases, each_thing_that_lacks_is_told);
    tcase_add_test(cases, cloth_needs_no_food_permit);
    tcase_add_test(cases, a_quota_is_never_passed);
    tcase_add_test(cases, an_agreement_that_ends_takes_its_products_down);
    tcase_add_test(cases, one_threshold_says_when_the_end_of_a_permit_is_near);
    tcase_add_test(cases, fees_and_terms_stop_at_the_cap);
    tcase_add_test(cases, a_fee_in_all_shops_together_is_held_against_its_own_cap);
    tcase_add_test(cases, a_cap_holds_after_signing_too);
    tcase_add_test(cases, what_is_paid_and_sold_stays_within_what_is_owed_and_delivered);
    tcase_add_test(cases, sales_stay_balanced_whichever_period_changes);
    tcase_add_test(cases, a_lead_is_followed_lost_and_taken_up_again);
    suite_add_tcase(suite, cases);
    return test_run(suite);
}
