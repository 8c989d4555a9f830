/* Visits that are held, skipped or put off; what was agreed at them; and outcomes, which count when
 * another officer has verified them. */
#include "test_domain_care.h"

static bina_store *
open_as(const char *actor)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store;

    options.mode = BINA_STORE_OPEN_OR_CREATE;
    options.office = "52.03/1";
    options.actor = actor;
    options.clock = DOMAIN_CLOCK;
    options.store_number = 77;
    ck_ok(store, bina_store_open(test_path, &options, &store));
    return store;
}

static bina_id
add_visit(bina_store *store, bina_id party, const char *due)
{
    bina_id visit;

    domain_add(store, visit, BINA_VISIT, "party=%lld due=%s began=2026-01-02 officer=Baiq_Contoh",
               (long long)party, due);
    return visit;
}

START_TEST(a_visit_held_says_what_was_found)
{
    bina_store *store = open_as("Petugas Uji");
    bina_id shop = test_add_enterprise(store, "Tenun", "52.03.05.2001", 2);
    bina_id visit = add_visit(store, shop, "2026-02-01");
    bina_record *record;

    ck_rules(store, domain_step(store, visit, "hold", "2026-02-03", NULL, NULL), "lifecycle.value");
    ck_rules(store,
             domain_step(store, visit, "hold", "2026-02-03", NULL,
                         "findings=alat_lengkap held_on=2026-02-04"),
             "visit.held_on");
    domain_do(store, visit, "postpone", "2026-02-01", "illness", "due=2026-02-08");
    domain_do(store, visit, "hold", "2026-02-03", NULL, "findings=alat_lengkap");
    ck_ok(store, bina_store_get(store, visit, &record));
    ck_assert_int_eq(bina_record_int(record, BINA_VISIT_HELD_ON), domain_day("2026-02-03"));
    ck_assert_int_eq(bina_record_int(record, BINA_VISIT_DUE), domain_day("2026-02-08"));
    bina_record_free(record);
    domain_do(store, visit, "correct", "2026-02-04", "mistake", NULL);
    ck_ok(store, bina_store_get(store, visit, &record));
    ck_assert_int_eq(bina_record_get(record, BINA_VISIT_HELD_ON).type, BINA_NULL);
    bina_record_free(record);
    ck_rules(store, domain_step(store, visit, "skip", "2026-02-05", NULL, NULL),
             "lifecycle.reason");
    domain_do(store, visit, "skip", "2026-02-05", "no_answer", NULL);
    ck_state(store, visit, "2026-02-03", "held");
    bina_store_close(store);
}
END_TEST

START_TEST(an_action_is_agreed_at_a_visit_that_was_held)
{
    bina_store *store = open_as("Petugas Uji");
    bina_id shop = test_add_enterprise(store, "Tenun", "52.03.05.2001", 2);
    bina_id other = test_add_enterprise(store, "Anyaman", "52.03.05.2001", 2);
    bina_id visit = add_visit(store, shop, "2026-02-01"), action;
    bina_status status;

    domain_try_add(store, &status, BINA_ACTION, "visit=%lld party=%lld what=urus_PIRT",
                   (long long)visit, (long long)other);
    ck_rules(store, status, "action.visit action.party");
    domain_do(store, visit, "hold", "2026-02-03", NULL, "findings=belum_ada_PIRT");
    domain_add(store, action, BINA_ACTION,
               "visit=%lld party=%lld what=urus_PIRT due=2026-03-01 began=2026-02-03",
               (long long)visit, (long long)shop);
    domain_do(store, action, "finish", "2026-02-20", NULL, NULL);
    domain_do(store, action, "reopen", "2026-02-21", "mistake", NULL);
    domain_do(store, action, "drop", "2026-02-22", "owner_request", NULL);
    bina_store_close(store);
}
END_TEST

/* Issue 4, point 3: by a second officer, however the first writes the name. */
START_TEST(an_outcome_is_verified_by_another_officer)
{
    bina_store *store = open_as("Baiq Contoh");
    bina_id shop = test_add_enterprise(store, "Tenun", "52.03.05.2001", 2), outcome;
    bina_status status;
    bina_record *record;

    domain_try_add(store, &status, BINA_OUTCOME,
                   "party=%lld nature=sales_rose amount=500000 claimed=2026-03-01 began=2026-03-01",
                   (long long)shop);
    ck_rules(store, status, "lifecycle.value");
    domain_add(store, outcome, BINA_OUTCOME,
               "party=%lld nature=sales_rose amount=500000 claimed=2026-03-01 began=2026-03-01"
               " claimed_by=Baiq_Contoh",
               (long long)shop);
    ck_rules(store, domain_step(store, outcome, "verify", "2026-03-05", NULL, NULL),
             "outcome.officer");
    /* Naming a colleague does not help who claimed it. */
    ck_rules(store,
             domain_step(store, outcome, "verify", "2026-03-05", NULL, "verified_by=L._Contoh"),
             "outcome.officer");
    bina_store_close(store);
    store = open_as("L. Contoh");
    ck_rules(store,
             domain_step(store, outcome, "verify", "2026-03-05", NULL, "verified_by=BAIQ__Contoh"),
             "outcome.officer outcome.verified_by");
    domain_do(store, outcome, "verify", "2026-03-05", NULL, NULL);
    ck_ok(store, bina_store_get(store, outcome, &record));
    ck_assert_str_eq(bina_record_text(record, BINA_OUTCOME_VERIFIED_BY), "L. Contoh");
    bina_record_free(record);
    domain_do(store, outcome, "reopen", "2026-03-06", "mistake", NULL);
    domain_do(store, outcome, "reject", "2026-03-07", "mistake", NULL);
    bina_store_close(store);
}
END_TEST

/* Of five visits of one officer one is to come, one is overdue, two were held, one was skipped. */
START_TEST(a_case_load_tells_what_is_owed)
{
    bina_store *store = open_as("Petugas Uji");
    bina_id shops[3], officer = test_add_person(store, "Baiq Contoh"), visits[5];
    static const char *const due[] = {"2026-06-30", "2026-06-29", "2026-06-01", "2026-03-31",
                                      "2026-06-10"};

    for (int i = 0; i < 3; i++) {
        shops[i] = test_add_enterprise(store, "Tenun", "52.03.05.2001", 2);
        domain_plant(store, BINA_ASSIGNMENT,
                     "subject=%lld party=%lld role=case_officer valid_from=2026-01-01%s",
                     (long long)shops[i], (long long)officer, i == 2 ? " valid_to=2026-05-31" : "");
    }
    for (int i = 0; i < 5; i++)
        visits[i] = add_visit(store, shops[0], due[i]);
    domain_do(store, visits[2], "hold", "2026-06-01", NULL, "findings=baik");
    domain_do(store, visits[3], "hold", "2026-03-31", NULL, "findings=baik");
    domain_do(store, visits[4], "skip", "2026-06-10", "no_answer", NULL);
    ck_line(store, "case_load", NULL, "officer", 0, "Baiq Contoh",
            "cases due overdue held skipped unvisited",
            "cases=2 due=1 overdue=1 held=1 skipped=1 unvisited=1");
    ck_line(store, "case_load", "2026-05-31", "officer", 0, "Baiq Contoh",
            "cases due overdue held skipped unvisited",
            "cases=3 due=4 overdue=0 held=1 skipped=0 unvisited=2");
    ck_line(store, "visits", NULL, "visits", 5, NULL, "scheduled overdue held skipped cancelled",
            "scheduled=1 overdue=1 held=2 skipped=1 cancelled=0");
    bina_store_close(store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("follow-up");
    TCase *all = tcase_create("follow-up");

    tcase_add_checked_fixture(all, test_begin, test_end);
    tcase_add_test(all, a_visit_held_says_what_was_found);
    tcase_add_test(all, an_action_is_agreed_at_a_visit_that_was_held);
    tcase_add_test(all, an_outcome_is_verified_by_another_officer);
    tcase_add_test(all, a_case_load_tells_what_is_owed);
    suite_add_tcase(suite, all);
    return test_run(suite);
}
