/*
 * Credit that was referred to a bank: from the referral to its end and back, and the classes of KUR
 * on the day. Ceilings: micro 50 million in September 2020, 100 million by Permenko 1/2023.
 */
#include "test_domain.h"

typedef struct credit {
    bina_store *store;
    bina_id bank, shop;
} credit;

static credit
begin(void)
{
    credit c = {.store = domain_open()};

    domain_add(c.store, c.bank, BINA_ORGANISATION, "name=Bank_Contoh nature=bank");
    domain_add(c.store, c.shop, BINA_ENTERPRISE, "name=Mebel_Contoh region=53.04.22.1004");
    return c;
}

static bina_id
refer(credit *c, bina_id borrower, const char *day, const char *class, int64_t requested,
      bina_status *status)
{
    return domain_try_add(c->store, status, BINA_LOAN,
                          "borrower=%lld bank=%lld scheme=kur kur_class=%s sector=industry"
                          " purpose=working_capital requested=%lld began=%s",
                          (long long)borrower, (long long)c->bank, class, (long long)requested,
                          day);
}

/* A loan of 50 million that the bank approved on 2023-02-01. */
static bina_id
approved(credit *c, bina_id borrower)
{
    bina_status status;
    bina_id loan = refer(c, borrower, "2023-01-10", "micro", 50000000, &status);

    ck_ok(c->store, status);
    domain_do(c->store, loan, "review", "2023-01-15", NULL, NULL);
    domain_do(c->store, loan, "approve", "2023-02-01", NULL, "approved=50000000 rate=600 tenor=36");
    return loan;
}

static bina_id
disbursed(credit *c, bina_id borrower)
{
    bina_id loan = approved(c, borrower);

    domain_do(c->store, loan, "disburse", "2023-02-20", NULL,
              "contract=AKAD/1 disbursed_on=2023-02-20 outstanding=50000000 collectability=1");
    return loan;
}

START_TEST(a_loan_that_nobody_takes_up_lapses)
{
    credit c = begin();
    bina_id loan = approved(&c, c.shop);
    bina_record *record;

    /* Ninety days after 2023-02-01 is 2023-05-02. */
    ck_ok(c.store, bina_store_get(c.store, loan, &record));
    ck_assert_int_eq(bina_record_int(record, BINA_LOAN_LAPSES), domain_day("2023-05-02"));
    bina_record_free(record);
    ck_assert_int_eq(domain_sweep(c.store, "2023-05-02"), 0);
    ck_assert_int_eq(domain_sweep(c.store, "2023-05-31"), 1);
    ck_state(c.store, loan, "2023-05-02", "approved");
    ck_state(c.store, loan, "2023-05-03", "lapsed");
    /* Not the end: the bank may approve it again, with days of its own. */
    domain_do(c.store, loan, "reopen", "2023-06-01", "owner_request", NULL);
    domain_do(c.store, loan, "approve", "2023-06-10", NULL, "approved=40000000 lapses=2023-06-20");
    ck_rules(c.store,
             domain_step(c.store, loan, "disburse", "2023-06-21", NULL,
                         "contract=AKAD/2 disbursed_on=2023-06-21 outstanding=40000000"),
             "loan.lapsed");
    domain_do(c.store, loan, "disburse", "2023-06-20", NULL,
              "contract=AKAD/2 disbursed_on=2023-06-20 outstanding=40000000");
    bina_store_close(c.store);
}
END_TEST

START_TEST(a_loan_is_restructured_and_paid_back)
{
    credit c = begin();
    bina_id loan = disbursed(&c, c.shop);

    domain_do(c.store, loan, "fall_behind", "2023-08-01", NULL,
              "outstanding=42000000 collectability=3");
    domain_do(c.store, loan, "restructure", "2023-09-01", "market", "tenor=48 collectability=2");
    ck_state(c.store, loan, NULL, "restructured");
    /* The longer time that was agreed stays lawful when the borrower has caught up. */
    domain_do(c.store, loan, "fall_behind", "2023-10-01", NULL, "collectability=3");
    domain_do(c.store, loan, "catch_up", "2023-10-20", NULL, "collectability=1");
    domain_do(c.store, loan, "restructure", "2023-11-01", "market", "tenor=60");
    ck_rules(c.store, domain_step(c.store, loan, "repay", "2024-01-01", NULL, "outstanding=1"),
             "loan.repaid");
    domain_do(c.store, loan, "repay", "2024-01-01", NULL, "outstanding=0");
    ck_state(c.store, loan, "2023-08-31", "overdue");
    ck_state(c.store, loan, "2023-12-31", "restructured");
    ck_state(c.store, loan, NULL, "repaid");
    bina_store_close(c.store);
}
END_TEST

START_TEST(a_loan_is_written_off_after_the_guarantor_paid)
{
    credit c = begin();
    bina_id loan = disbursed(&c, c.shop);

    ck_rules(c.store, domain_step(c.store, loan, "write_off", "2023-08-01", "death", NULL),
             "lifecycle.state");
    domain_do(c.store, loan, "fall_behind", "2023-08-01", NULL, "collectability=5");
    domain_do(c.store, loan, "claim", "2023-12-01", NULL, "outstanding=15000000");
    ck_rules(c.store, domain_step(c.store, loan, "write_off", "2024-01-02", NULL, NULL),
             "lifecycle.reason");
    domain_do(c.store, loan, "write_off", "2024-01-02", "death", NULL);
    ck_state(c.store, loan, NULL, "written_off");
    /* What comes in later is not lost: a debt that was written off can still be paid. */
    domain_do(c.store, loan, "repay", "2025-01-02", NULL, "outstanding=0");
    bina_store_close(c.store);
}
END_TEST

/* Help is shown beside credit, and refuses none of it. */
START_TEST(the_report_shows_help_beside_credit)
{
    credit c = begin();
    bina_id owner, tie, programme, grant, loan;

    domain_add(c.store, owner, BINA_PERSON, "name=Oswaldus_Contoh");
    domain_add(c.store, tie, BINA_OWNERSHIP, "party=%lld enterprise=%lld role=owner",
               (long long)owner, (long long)c.shop);
    (void)tie;
    domain_add(c.store, programme, BINA_PROGRAMME,
               "name=Bantuan_alat began=2022-01-01 state=closed evidence=SK_1/2022");
    domain_add(c.store, grant, BINA_GRANT,
               "programme=%lld recipient=%lld nature=equipment object=gergaji state=closed"
               " began=2022-06-01 evidence=BAST_7/2022",
               (long long)programme, (long long)owner);
    (void)grant;
    loan = disbursed(&c, c.shop);
    domain_do(c.store, loan, "fall_behind", "2023-08-01", NULL,
              "outstanding=42000000 collectability=3");
    ck_assert_int_eq(
        domain_report_number(c.store, "credit", "2023-07-31", "bank", "Bank Contoh", "overdue"), 0);
    ck_assert_int_eq(
        domain_report_number(c.store, "credit", "2023-08-01", "bank", "Bank Contoh", "overdue"), 1);
    ck_assert_int_eq(
        domain_report_number(c.store, "credit", "2023-08-01", "bank", "Bank Contoh", "helped"), 1);
    ck_assert_int_eq(domain_report_rows(c.store, "credit", "2023-01-09"), 0);
    bina_store_close(c.store);
}
END_TEST

/* Permenko 1/2023 Art. 24: KUR micro twice outside farming. What the bank knows counts as well. */
START_TEST(kur_is_taken_as_often_as_allowed)
{
    credit c = begin();
    bina_id loan = disbursed(&c, c.shop);
    bina_status status;

    domain_do(c.store, loan, "repay", "2023-06-01", NULL, "outstanding=0");
    loan = refer(&c, c.shop, "2023-06-10", "micro", 50000000, &status);
    domain_do(c.store, loan, "review", "2023-06-11", NULL, NULL);
    ck_rules(
        c.store,
        domain_step(c.store, loan, "approve", "2023-06-12", NULL, "approved=50000000 access=3"),
        "loan.access");
    domain_do(c.store, loan, "approve", "2023-06-12", NULL, "approved=50000000 access=2");
    domain_do(c.store, loan, "disburse", "2023-06-13", NULL,
              "contract=AKAD/2 disbursed_on=2023-06-13 outstanding=50000000");
    loan = refer(&c, c.shop, "2023-09-10", "micro", 50000000, &status);
    domain_do(c.store, loan, "review", "2023-09-11", NULL, NULL);
    ck_rules(c.store,
             domain_step(c.store, loan, "approve", "2023-09-12", NULL, "approved=50000000"),
             "loan.access");
    bina_store_close(c.store);
}
END_TEST

START_TEST(nothing_is_paid_out_without_contract)
{
    credit c = begin();
    bina_id loan = approved(&c, c.shop);

    ck_rules(c.store,
             domain_step(c.store, loan, "disburse", "2023-02-20", NULL,
                         "disbursed_on=2023-02-21 outstanding=50000001"),
             "lifecycle.value loan.disbursed_on loan.outstanding");
    ck_state(c.store, loan, NULL, "approved");
    bina_store_close(c.store);
}
END_TEST

/* ---- KUR on the day ---- */

START_TEST(the_class_fits_the_amount_by_the_rules_of_the_day)
{
    static const struct {
        const char *day, *class;
        int64_t amount;
        const char *rule; /* NULL: allowed */
    } cases[] = {
        {"2020-10-01", "micro", 50000000, NULL},
        {"2020-10-01", "micro", 50000001, "loan.ceiling"},
        {"2020-10-01", "small", 50000000, "loan.class"},
        {"2020-10-01", "small", 50000001, NULL},
        {"2023-02-01", "micro", 100000000, NULL},
        {"2023-02-01", "micro", 100000001, "loan.ceiling"},
        {"2023-02-01", "micro", 10000000, "loan.class"},
        {"2023-02-01", "micro", 10000001, NULL},
        {"2023-02-01", "super_micro", 10000000, NULL},
        {"2023-02-01", "super_micro", 10000001, "loan.ceiling"},
        {"2023-02-01", "small", 500000000, NULL},
        {"2023-02-01", "small", 500000001, "loan.ceiling"},
    };
    credit c = begin();
    char message[512];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bina_status status;
        refer(&c, c.shop, cases[i].day, cases[i].class, cases[i].amount, &status);
        if (cases[i].rule == NULL)
            ck_ok(c.store, status);
        else
            ck_rules(c.store, status, cases[i].rule);
    }
    /* The refusal names class, ceiling and regulation. */
    bina_status status;
    refer(&c, c.shop, "2023-02-01", "micro", 100000001, &status);
    snprintf(message, sizeof message, "%s", test_message(c.store));
    ck_assert_ptr_nonnull(strstr(message, "\"micro\""));
    ck_assert_ptr_nonnull(strstr(message, "100000000"));
    ck_assert_ptr_nonnull(strstr(message, "Permenko 1/2023"));
    bina_store_close(c.store);
}
END_TEST

/* The approval is judged by its own amount and day, and a later law does not undo it. */
START_TEST(an_approval_above_the_ceiling_is_refused)
{
    credit c = begin();
    bina_status status;
    bina_id loan = refer(&c, c.shop, "2020-10-01", "micro", 50000000, &status);
    bina_record *record = bina_record_new(BINA_LOAN);

    ck_ok(c.store, status);
    domain_do(c.store, loan, "review", "2020-10-02", NULL, NULL);
    ck_rules(c.store,
             domain_step(c.store, loan, "approve", "2020-10-05", NULL, "approved=60000000"),
             "loan.ceiling");
    domain_do(c.store, loan, "approve", "2020-10-05", NULL, "approved=50000000 tenor=24");
    bina_set_int(record, 0, loan);
    bina_set_int(record, BINA_LOAN_APPROVED, 60000000);
    ck_rules(c.store, bina_store_update(c.store, record), "loan.ceiling");
    bina_record_free(record);
    bina_store_close(c.store);
}
END_TEST

/* Permenko 1/2023: micro pays 6 % at the first access and 7 % at the second, working capital within
 * three years, investment within five; in 2020 every class pays 6 %. */
START_TEST(interest_and_time_have_a_most)
{
    static const struct {
        const char *day, *values, *rule;
    } cases[] = {
        {"2023-02-05", "approved=50000000 access=1 rate=600", NULL},
        {"2023-02-05", "approved=50000000 access=1 rate=601", "loan.rate"},
        {"2023-02-05", "approved=50000000 access=2 rate=700", NULL},
        {"2023-02-05", "approved=50000000 access=2 rate=701", "loan.rate"},
        {"2023-02-05", "approved=50000000 purpose=working_capital tenor=36", NULL},
        {"2023-02-05", "approved=50000000 purpose=working_capital tenor=37", "loan.tenor"},
        {"2023-02-05", "approved=50000000 purpose=investment tenor=60", NULL},
        {"2023-02-05", "approved=50000000 purpose=investment tenor=61", "loan.tenor"},
        {"2020-10-05", "approved=50000000 rate=600", NULL},
        {"2020-10-05", "approved=50000000 rate=601", "loan.rate"},
    };
    credit c = begin();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bina_status status;
        (void)domain_try_add(c.store, &status, BINA_LOAN,
                             "borrower=%lld bank=%lld scheme=kur kur_class=micro "
                             "requested=50000000 state=approved evidence=list began=%s %s",
                             (long long)c.shop, (long long)c.bank, cases[i].day, cases[i].values);
        if (cases[i].rule == NULL)
            ck_ok(c.store, status);
        else
            ck_rules(c.store, status, cases[i].rule);
    }
    bina_store_close(c.store);
}
END_TEST

START_TEST(other_credit_has_no_class)
{
    credit c = begin();
    bina_status status;
    bina_id loan;

    loan = domain_try_add(c.store, &status, BINA_LOAN,
                          "borrower=%lld bank=%lld scheme=other requested=900000000"
                          " began=2023-01-01",
                          (long long)c.shop, (long long)c.bank);
    ck_ok(c.store, status);
    domain_do(c.store, loan, "review", "2023-01-02", NULL, NULL);
    domain_do(c.store, loan, "approve", "2023-01-03", NULL, "approved=900000000");
    loan = domain_try_add(c.store, &status, BINA_LOAN,
                          "borrower=%lld bank=%lld scheme=kur requested=20000000 began=2023-01-01",
                          (long long)c.shop, (long long)c.bank);
    ck_ok(c.store, status);
    domain_do(c.store, loan, "review", "2023-01-02", NULL, NULL);
    ck_rules(c.store,
             domain_step(c.store, loan, "approve", "2023-01-03", NULL, "approved=20000000"),
             "loan.class_missing");
    bina_store_close(c.store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("domain credit");
    TCase *cases = tcase_create("credit");

    tcase_add_checked_fixture(cases, test_begin, test_end);
    tcase_add_test(cases, a_loan_that_nobody_takes_up_lapses);
    tcase_add_test(cases, a_loan_is_restructured_and_paid_back);
    tcase_add_test(cases, a_loan_is_written_off_after_the_guarantor_paid);
    tcase_add_test(cases, the_report_shows_help_beside_credit);
    tcase_add_test(cases, kur_is_taken_as_often_as_allowed);
    tcase_add_test(cases, nothing_is_paid_out_without_contract);
    tcase_add_test(cases, the_class_fits_the_amount_by_the_rules_of_the_day);
    tcase_add_test(cases, an_approval_above_the_ceiling_is_refused);
    tcase_add_test(cases, interest_and_time_have_a_most);
    tcase_add_test(cases, other_credit_has_no_class);
    suite_add_tcase(suite, cases);
    return test_run(suite);
}
