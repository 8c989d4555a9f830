/*
 * The chain of S1 of the articles (NTT, 2020): the office gives the material to four batches of 20
 * makers, buys the masks back, and gives them free to the task force, congregations and medics.
 * 80 makers, 25 masks expected of each: 2,000. How many were really made is made up here: 1,960
 * came back, 40 of them were rejected, 1,900 of the 1,920 accepted were bought at Rp 5,000.
 */
#include "test_domain_care.h"

#define MAKERS 80

typedef struct chain {
    bina_store *store;
    bina_id programme, issues[MAKERS], receipts[MAKERS], bought[MAKERS];
} chain;

static chain
begin(void)
{
    chain its = {.store = domain_open()};
    bina_id maker;

    domain_add(its.store, its.programme, BINA_PROGRAMME,
               "name=Masker state=running evidence=SK began=2020-06-01");
    ck_ok(its.store, bina_store_begin(its.store, "rantai masker"));
    for (int i = 0; i < MAKERS; i++) {
        char name[32];
        snprintf(name, sizeof name, "Penjahit Contoh %d", i + 1);
        maker = test_add_person(its.store, name);
        domain_add(its.store, its.issues[i], BINA_MATERIAL_ISSUE,
                   "programme=%lld maker=%lld material=kain quantity=300 unit=cm issued=2020-07-01"
                   " product=masker_kain expected=25 output_unit=lembar cost=90000",
                   (long long)its.programme, (long long)maker);
        /* The last two makers brought back five masks each. */
        domain_add(its.store, its.receipts[i], BINA_OUTPUT_RECEIPT,
                   "issue=%lld received=2020-08-01 accepted=%d rejected=%d",
                   (long long)its.issues[i],
                   i < 40   ? 24
                   : i < 78 ? 25
                            : 5,
                   i < 40 ? 1 : 0);
        domain_add(its.store, its.bought[i], BINA_BUY_BACK,
                   "receipt=%lld quantity=%d price=5000 paid=2020-08-10",
                   (long long)its.receipts[i],
                   i < 40   ? 24
                   : i < 60 ? 24
                   : i < 78 ? 25
                            : 5);
    }
    ck_ok(its.store, bina_store_commit(its.store));
    return its;
}

static bina_status
give(chain *its, const char *to, int quantity, const char *day, bina_id *id)
{
    bina_status status;

    *id = domain_try_add(its->store, &status, BINA_DISTRIBUTION,
                         "programme=%lld product=masker_kain quantity=%d unit=lembar given=%s"
                         " recipients_class=%s persons_low=%d persons_high=%d",
                         (long long)its->programme, quantity, day, to, quantity / 4, quantity / 2);
    return status;
}

/* 40 x 24 + 20 x 24 + 18 x 25 + 2 x 5 = 1,900 were bought; not one mask more is given away. */
START_TEST(the_chain_of_eighty_makers_balances)
{
    chain its = begin();
    bina_id id;

    ck_ok(its.store, give(&its, "task_force", 1000, "2020-08-20", &id));
    ck_ok(its.store, give(&its, "congregation", 500, "2020-08-21", &id));
    ck_rules(its.store, give(&its, "medics", 401, "2020-08-22", &id), "production.store");
    ck_ok(its.store, give(&its, "medics", 400, "2020-08-22", &id));
    ck_rules(its.store, give(&its, "pupils", 1, "2020-09-01", &id), "production.store");
    bina_store_close(its.store);
}
END_TEST

/* Not before it was there, either: what is bought later is given away later. */
START_TEST(nothing_is_given_before_it_was_bought)
{
    chain its = begin();
    bina_id early, late;

    ck_rules(its.store, give(&its, "medics", 1, "2020-07-31", &early), "production.store");
    ck_ok(its.store, give(&its, "medics", 1900, "2020-08-03", &late));
    ck_rules(its.store, give(&its, "medics", 1, "2020-08-02", &early), "production.store");
    bina_store_close(its.store);
}
END_TEST

/* What was given away holds what it was bought from: no change, removal or undo goes behind it. */
START_TEST(the_chain_holds_whatever_is_changed)
{
    chain its = begin();
    bina_record *record = bina_record_new(BINA_BUY_BACK);
    bina_id id, extra;
    int64_t commit;

    domain_add(its.store, extra, BINA_BUY_BACK, "receipt=%lld quantity=1 price=5000",
               (long long)its.receipts[40]);
    ck_ok(its.store, bina_store_last_commit(its.store, &commit));
    ck_ok(its.store, give(&its, "medics", 1901, "2020-08-20", &id));
    ck_rules(its.store, bina_store_undo(its.store, commit, "salah"), "production.store");
    ck_rules(its.store, bina_store_remove(its.store, extra), "production.store");
    bina_set_int(record, 0, its.bought[0]);
    bina_set_int(record, BINA_BUY_BACK_QUANTITY, 23);
    ck_rules(its.store, bina_store_update(its.store, record), "production.store");
    bina_set_int(record, BINA_BUY_BACK_QUANTITY, 25);
    ck_rules(its.store, bina_store_update(its.store, record), "buy_back.accepted");
    bina_record_free(record);
    record = bina_record_new(BINA_OUTPUT_RECEIPT);
    bina_set_int(record, 0, its.receipts[0]);
    bina_set_int(record, BINA_OUTPUT_RECEIPT_ACCEPTED, 23);
    ck_rules(its.store, bina_store_update(its.store, record), "output_receipt.bought");
    bina_record_clear(record);
    bina_set_int(record, 0, its.receipts[0]);
    bina_set_int(record, BINA_OUTPUT_RECEIPT_RECEIVED, domain_day("2020-08-21"));
    ck_rules(its.store, bina_store_update(its.store, record), "production.store");
    bina_record_free(record);
    record = bina_record_new(BINA_MATERIAL_ISSUE);
    bina_set_int(record, 0, its.issues[0]);
    bina_set(record, BINA_MATERIAL_ISSUE_PRODUCT, "masker medis");
    ck_rules(its.store, bina_store_update(its.store, record), "material_issue.fixed");
    bina_record_free(record);
    bina_store_close(its.store);
}
END_TEST

/* What was renamed before anything was bought stays so once it is given away. */
START_TEST(an_undo_does_not_take_the_ground_away)
{
    chain its = begin();
    bina_record *record = bina_record_new(BINA_MATERIAL_ISSUE);
    bina_id maker = test_add_person(its.store, "Pembuat Sabun"), issue, receipt;
    int64_t commit;

    domain_add(its.store, issue, BINA_MATERIAL_ISSUE,
               "programme=%lld maker=%lld material=kelor quantity=100 unit=g issued=2020-07-01"
               " product=sabn expected=10 output_unit=batang",
               (long long)its.programme, (long long)maker);
    bina_set_int(record, 0, issue);
    bina_set(record, BINA_MATERIAL_ISSUE_PRODUCT, "sabun");
    ck_ok(its.store, bina_store_update(its.store, record));
    bina_record_free(record);
    ck_ok(its.store, bina_store_last_commit(its.store, &commit));
    domain_add(its.store, receipt, BINA_OUTPUT_RECEIPT,
               "issue=%lld received=2020-08-01 accepted=10", (long long)issue);
    domain_plant(its.store, BINA_BUY_BACK, "receipt=%lld quantity=10 price=1000",
                 (long long)receipt);
    domain_plant(its.store, BINA_DISTRIBUTION,
                 "programme=%lld product=sabun quantity=10 unit=batang given=2020-08-02"
                 " recipients_class=medics",
                 (long long)its.programme);
    ck_rules(its.store, bina_store_undo(its.store, commit, "salah"), "production.store");
    bina_store_close(its.store);
}
END_TEST

/* A maker who makes more of the cloth than expected is no fault; a price paid too early is. */
START_TEST(a_good_yield_is_no_fault)
{
    chain its = begin();
    bina_id receipt, maker = test_add_person(its.store, "Penjahit Rajin"), issue;
    bina_status status;

    domain_add(its.store, issue, BINA_MATERIAL_ISSUE,
               "programme=%lld maker=%lld material=kain quantity=300 unit=cm issued=2020-07-01"
               " product=masker_kain expected=25 output_unit=lembar",
               (long long)its.programme, (long long)maker);
    domain_try_add(its.store, &status, BINA_OUTPUT_RECEIPT,
                   "issue=%lld received=2020-06-30 accepted=28", (long long)issue);
    ck_rules(its.store, status, "output_receipt.received");
    domain_add(its.store, receipt, BINA_OUTPUT_RECEIPT,
               "issue=%lld received=2020-08-01 accepted=28 rejected=0", (long long)issue);
    domain_try_add(its.store, &status, BINA_BUY_BACK,
                   "receipt=%lld quantity=29 price=5000 paid=2020-07-31", (long long)receipt);
    ck_rules(its.store, status, "buy_back.accepted buy_back.paid");
    /* Each price may be; 28 times it is more money than there is. */
    domain_try_add(its.store, &status, BINA_BUY_BACK,
                   "receipt=%lld quantity=28 price=1000000000000000", (long long)receipt);
    ck_rules(its.store, status, "buy_back.cost");
    domain_plant(its.store, BINA_BUY_BACK, "receipt=%lld quantity=28 price=5000 paid=2020-08-01",
                 (long long)receipt);
    bina_store_close(its.store);
}
END_TEST

START_TEST(a_distribution_names_product_unit_and_recipient)
{
    chain its = begin();
    bina_status status;

    domain_try_add(its.store, &status, BINA_DISTRIBUTION,
                   "programme=%lld product=Masker quantity=1 unit=lembar given=2020-09-01",
                   (long long)its.programme);
    ck_rules(its.store, status, "distribution.recipient distribution.product");
    domain_try_add(its.store, &status, BINA_DISTRIBUTION,
                   "programme=%lld product=masker_kain quantity=1 unit=lembar given=2030-09-01"
                   " recipients_class=medics persons_low=2 persons_high=1",
                   (long long)its.programme);
    ck_rules(its.store, status, "production.future distribution.persons");
    bina_store_close(its.store);
}
END_TEST

/*
 * Where it does not balance: 2,000 expected, 1,920 accepted and 40 rejected, so 40 did not come
 * back; 20 of the accepted were not bought; 100 of the bought are in store. 1,900 x Rp 5,000 paid.
 */
START_TEST(the_report_shows_where_a_chain_does_not_balance)
{
    chain its = begin();
    bina_id id, maker, issue, receipt;

    ck_ok(its.store, give(&its, "task_force", 1000, "2020-08-20", &id));
    ck_ok(its.store, give(&its, "medics", 800, "2020-08-22", &id));
    ck_line(its.store, "production_balance", NULL, "product", 0, "masker kain",
            "makers returned material expected accepted rejected bought owed paid distributed "
            "in_store persons_low persons_high balanced",
            "makers=80 returned=80 material=24000 cm kain expected=2000 accepted=1920 rejected=40 "
            "bought=1900 owed=9500000 paid=9500000 distributed=1800 in_store=100 persons_low=450 "
            "persons_high=900 balanced=0");
    ck_line(its.store, "production_balance", NULL, "product", 0, "masker kain", "finding",
            "finding=40 expected did not come back; 20 accepted were not bought; 100 bought are "
            "still in store");
    ck_line(its.store, "production_balance", NULL, "product", 0, "masker kain", "temuan",
            "temuan=40 yang diperkirakan belum kembali; 20 yang diterima belum dibeli; 100 yang "
            "dibeli masih dalam persediaan");
    /* On the day before the output came, all of it was still with the makers. */
    ck_line(its.store, "production_balance", "2020-07-31", "product", 0, "masker kain",
            "returned accepted bought finding",
            "returned=0 accepted=0 bought=0 finding=2000 expected did not come back");
    /* A chain that balances says so. */
    maker = test_add_person(its.store, "Penjahit Contoh");
    domain_add(its.store, issue, BINA_MATERIAL_ISSUE,
               "programme=%lld maker=%lld material=kelor quantity=1000 unit=g issued=2020-07-01"
               " product=teh_kelor expected=40 output_unit=kotak",
               (long long)its.programme, (long long)maker);
    domain_add(its.store, receipt, BINA_OUTPUT_RECEIPT,
               "issue=%lld received=2020-08-01 accepted=40 rejected=0", (long long)issue);
    domain_plant(its.store, BINA_BUY_BACK, "receipt=%lld quantity=40 price=10000 paid=2020-08-01",
                 (long long)receipt);
    domain_plant(its.store, BINA_DISTRIBUTION,
                 "programme=%lld product=teh_kelor quantity=40 unit=kotak given=2020-08-02"
                 " recipients_class=medics",
                 (long long)its.programme);
    ck_line(its.store, "production_balance", NULL, "product", 0, "teh kelor",
            "balanced finding temuan", "balanced=1 finding=- temuan=-");
    bina_store_close(its.store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("production");
    TCase *all = tcase_create("production");

    tcase_add_checked_fixture(all, test_begin, test_end);
    tcase_add_test(all, the_chain_of_eighty_makers_balances);
    tcase_add_test(all, nothing_is_given_before_it_was_bought);
    tcase_add_test(all, the_chain_holds_whatever_is_changed);
    tcase_add_test(all, an_undo_does_not_take_the_ground_away);
    tcase_add_test(all, a_good_yield_is_no_fault);
    tcase_add_test(all, a_distribution_names_product_unit_and_recipient);
    tcase_add_test(all, the_report_shows_where_a_chain_does_not_balance);
    suite_add_tcase(suite, all);
    return test_run(suite);
}
