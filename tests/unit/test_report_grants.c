/*
 * Protects the reports on grants: a register small enough to count by hand.
 *
 *   2021-06-02  grant 1 to a group of A and B (husband and wife): oven, 6 million of APBD
 *   2021-08-01  grant 2 to C: loom, 4 million; 3 of 4 pieces handed over
 *   2022-07-01  grant 3 to A's enterprise: oven, 2 million of village money
 *   grant 4 to D is approved (1 million of APBD), grant 5 to D planned (9 million)
 *   B has a credit of 5 million, of which 3 are owed
 */
#include "domain.h"

static bina_id programme, apbd, village, decree, group, firm, persons[4], home, grants[5];

static bina_id
propose(int n, bina_id recipient, const char *object, bina_id fund, const char *amount,
        const char *on)
{
    char year[5] = {on[0], on[1], on[2], on[3], '\0'};

    grants[n] = add(BINA_GRANT, "programme", ref(programme), "recipient", ref(recipient), "nature",
                    "equipment", "object", object, "fiscal_year", year, "requested", "9999999",
                    "began", on);
    add(BINA_COMMITMENT, "fund", ref(fund), "subject", ref(grants[n]), "amount", amount, "began",
        on);
    return grants[n];
}

static void
approve(int n, const char *amount, const char *on)
{
    step(BINA_GRANT, grants[n], "verify", on, 0, NULL);
    step(BINA_GRANT, grants[n], "approve", on, decree, NULL, "approved", amount);
}

static void
hand_over(int n, const char *items, const char *price, const char *handed, const char *on)
{
    char number[24];
    bina_id item, bast;

    snprintf(number, sizeof number, "BAST/%d", n + 1);
    item = add(BINA_GRANT_ITEM, "grant", ref(grants[n]), "item", "barang", "quantity", items,
               "unit_price", price);
    step(BINA_GRANT, grants[n], "procure", on, 0, NULL);
    bast = add(BINA_DOCUMENT, "subject", ref(grants[n]), "nature", "handover", "number", number);
    add(BINA_HANDOVER, "item", ref(item), "quantity", handed, "handed_on", on, "bast", ref(bast));
}

static void
setup(void)
{
    domain_setup();
    programme = add(BINA_PROGRAMME, "name", "Peralatan", "state", "running", "began", "2020-01-01",
                    "evidence", "laporan");
    decree = add(BINA_DOCUMENT, "subject", ref(programme), "nature", "decree", "number", "SK/9");
    apbd = add(BINA_FUND, "name", "APBD 2021", "source", "apbd", "fiscal_year", "2021", "ceiling",
               "50000000");
    village = add(BINA_FUND, "name", "Desa 2022", "source", "village", "fiscal_year", "2022",
                  "ceiling", "8000000");
    home = add(BINA_HOUSEHOLD, "address", "RT 01");
    for (int i = 0; i < 4; i++)
        persons[i] = i < 2 ? add(BINA_PERSON, "name", "Contoh", "household", ref(home), "region",
                                 "52.03.05.2001")
                           : add(BINA_PERSON, "name", "Contoh", "region", "52.03.05.2002");
    group = add(BINA_GROUP, "name", "Kue Lestari", "region", "52.03.05.2001");
    for (int i = 0; i < 2; i++)
        add(BINA_MEMBERSHIP, "member_of", ref(group), "member", ref(persons[i]));
    firm = add(BINA_ENTERPRISE, "name", "Kue A", "region", "52.03.05.2001", "scope", "industry");
    add(BINA_OWNERSHIP, "party", ref(persons[0]), "enterprise", ref(firm), "role", "owner");
    for (int i = 2; i < 4; i++) { /* C's and D's */
        bina_id other = add(BINA_ENTERPRISE, "name", i == 2 ? "Tenun C" : "Kayu D", "region",
                            "52.03.05.2002", "scope", "industry");
        add(BINA_OWNERSHIP, "party", ref(persons[i]), "enterprise", ref(other), "role", "owner");
    }
    add(BINA_LOAN, "borrower", ref(persons[1]), "bank",
        ref(add(BINA_ORGANISATION, "name", "Bank Contoh", "nature", "bank")), "scheme", "kur",
        "requested", "5000000", "outstanding", "3000000", "state", "disbursed", "began",
        "2021-01-01", "evidence", "akad");

    propose(0, group, "oven", apbd, "6000000", "2021-02-01");
    approve(0, "6000000", "2021-03-01");
    hand_over(0, "2", "3000000", "2", "2021-06-02");
    propose(1, persons[2], "alat tenun", apbd, "4000000", "2021-02-01");
    approve(1, "4000000", "2021-03-01");
    hand_over(1, "4", "1000000", "3", "2021-08-01");
    propose(2, firm, "Oven", village, "2000000", "2022-02-01");
    approve(2, "2000000", "2022-03-01");
    hand_over(2, "1", "2000000", "1", "2022-07-01");
    propose(3, persons[3], "gergaji", apbd, "1000000", "2021-02-01");
    approve(3, "1000000", "2021-12-01");
    propose(4, persons[3], "bor", apbd, "9000000", "2021-02-01");
}

/* The rows of a report as text: the columns named, separated by spaces, a row a line. */
static const char *
rows_of(const char *name, const char *on, const char *columns)
{
    static char text[4096];
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor;
    const bina_record *row;
    bina_status status;

    options.true_on = on != NULL ? day(on) : 0;
    text[0] = '\0';
    status = bina_report_run(store, name, &options, &cursor);
    ck_assert_msg(status == BINA_OK, "%s", domain_message());
    while ((status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        char copy[256], *rest = copy, *word;
        snprintf(copy, sizeof copy, "%s", columns);
        while ((word = strtok_r(rest, " ", &rest)) != NULL) {
            int slot = bina_description_find(bina_record_description(row), word);
            size_t used = strlen(text);
            bina_value value;
            char date[16];
            ck_assert_msg(slot >= 0, "no column %s", word);
            value = bina_record_get(row, slot);
            if (value.type == BINA_DATE)
                snprintf(text + used, sizeof text - used, "%s ",
                         bina_date_format(value.as.integer, date));
            else if (bina_type_held_as(value.type) == BINA_INT)
                snprintf(text + used, sizeof text - used, "%lld ", (long long)value.as.integer);
            else
                snprintf(text + used, sizeof text - used, "%s ",
                         value.type == BINA_NULL ? "-" : value.as.text);
        }
        text[strlen(text) - 1] = '\n';
    }
    ck_assert_int_eq(status, BINA_DONE);
    bina_cursor_free(cursor);
    return text;
}

START_TEST(each_fund_says_what_became_of_it)
{
    static const char columns[] = "fund ceiling planned committed spent released left grants "
                                  "delivered";

    ck_assert_str_eq(rows_of("grants_by_fund", NULL, columns),
                     "APBD 2021 50000000 9000000 1000000 10000000 0 39000000 3 9000000\n"
                     "Desa 2022 8000000 0 0 2000000 0 6000000 1 2000000\n");
    /* On a day between: approved and not bought, the second not handed over yet. */
    ck_assert_str_eq(rows_of("grants_by_fund", "2021-07-01", columns),
                     "APBD 2021 50000000 10000000 4000000 6000000 0 40000000 2 6000000\n"
                     "Desa 2022 8000000 0 0 0 0 8000000 0 0\n");
    step(BINA_GRANT, grants[3], "cancel", "2022-01-05", 0, "no_budget");
    ck_assert_str_eq(rows_of("grants_by_fund", NULL, columns),
                     "APBD 2021 50000000 9000000 0 10000000 1000000 40000000 2 9000000\n"
                     "Desa 2022 8000000 0 0 2000000 0 6000000 1 2000000\n");
}
END_TEST

START_TEST(each_grant_says_its_amounts_and_papers)
{
    static const char columns[] = "recipient_kind recipient_name object requested approved "
                                  "delivered state decree minutes handed_on confirmed";

    add(BINA_RECEIPT, "grant", ref(grants[0]), "answer", "with_issues", "answered", "2021-07-01");
    add(BINA_RECEIPT, "grant", ref(grants[0]), "answer", "received", "answered", "2021-09-01");
    ck_assert_str_eq(rows_of("grants", NULL, columns),
                     "group Kue Lestari oven 9999999 6000000 6000000 handed_over SK/9 BAST/1 "
                     "2021-06-02 received\n"
                     "person - alat tenun 9999999 4000000 3000000 partly_handed_over SK/9 BAST/2 "
                     "2021-08-01 -\n"
                     "person - gergaji 9999999 1000000 0 approved SK/9 - - -\n"
                     "person - bor 9999999 - 0 proposed - - - -\n"
                     "enterprise Kue A Oven 9999999 2000000 2000000 handed_over SK/9 BAST/3 "
                     "2022-07-01 -\n");
}
END_TEST

START_TEST(help_that_came_twice_is_found_by_the_person_behind_both)
{
    static const char columns[] = "tie object earlier_on later_on days within loans credit";

    /* A is a member of the group and owns the enterprise. */
    ck_assert_str_eq(rows_of("help_twice", NULL, columns),
                     "person oven 2021-06-02 2022-07-01 394 0 0 0\n");
    ck_assert_str_eq(rows_of("help_twice", "2022-06-30", columns), "");
}
END_TEST

START_TEST(a_household_is_helped_twice_and_its_credit_stands_beside)
{
    static const char columns[] = "tie object within loans credit";

    /* What the husband gets alone, a year after his wife's: the household had it twice. */
    bina_id policy =
        add(BINA_POLICY, "name", "double_help", "version", "2", "valid_from", "2020-01-01");

    propose(4, persons[0], "mixer", apbd, "1000", "2021-04-01");
    approve(4, "1000", "2021-04-01");
    hand_over(4, "1", "1000", "1", "2021-05-01");
    propose(4, persons[1], "mixer", village, "1000", "2022-02-01");
    approve(4, "1000", "2022-02-01");
    step(BINA_GRANT, grants[4], "procure", "2022-05-01", 0, NULL);
    step(BINA_GRANT, grants[4], "hand_over", "2022-05-01",
         add(BINA_DOCUMENT, "subject", ref(grants[4]), "nature", "handover", "number", "BAST/9"),
         NULL);
    ck_assert_str_eq(rows_of("help_twice", "2022-06-01", columns), "household mixer 0 1 3000000\n");
    /* A policy that waits two years would not have had it. */
    add(BINA_POLICY_RULE, "policy", ref(policy), "number", "1", "rule", "help.wait_years",
        "compare", "threshold", "value", "2", "unit", "year");
    ck_assert_str_eq(rows_of("help_twice", "2022-06-01", columns), "household mixer 1 1 3000000\n");
}
END_TEST

START_TEST(each_village_says_how_often_it_was_helped)
{
    static const char columns[] = "region registrants never grant_never grant_once grant_twice "
                                  "grant_more training_never training_once training_twice "
                                  "training_more";
    bina_id batch =
        add(BINA_BATCH, "programme", ref(programme), "number", "1", "activity", "training", "seats",
            "20", "state", "completed", "began", "2020-05-01", "evidence", "laporan");

    add(BINA_ENROLMENT, "batch", ref(batch), "participant", ref(persons[3]), "state", "completed",
        "began", "2021-05-01", "evidence", "sertifikat");
    /* The group once; A's enterprise by the group and by itself; C's once; D's only trained. */
    ck_assert_str_eq(rows_of("helped_by_village", NULL, columns),
                     "52.03.05.2001 2 0 0 1 1 0 2 0 0 0\n"
                     "52.03.05.2002 2 0 1 1 0 0 1 1 0 0\n");
    ck_assert_str_eq(rows_of("helped_by_village", "2021-07-01", columns),
                     "52.03.05.2001 2 0 0 2 0 0 2 0 0 0\n"
                     "52.03.05.2002 2 1 2 0 0 0 1 1 0 0\n");
    ck_assert_str_eq(rows_of("helped_by_village", "2020-12-31", columns),
                     "52.03.05.2001 2 2 2 0 0 0 2 0 0 0\n"
                     "52.03.05.2002 2 2 2 0 0 0 2 0 0 0\n");
}
END_TEST

/* Amounts that no budget has do not get in, so reports can add up those that do. */
START_TEST(the_greatest_amounts_are_added_up)
{
    bina_id id;

    ck_assert_int_eq(try_add(&id, BINA_FUND, "name", "Salah ketik", "source", "apbd", "fiscal_year",
                             "2023", "ceiling", "10000000000000001"),
                     BINA_ERR_INVALID);
    ck_assert_int_eq(try_add(&id, BINA_GRANT_ITEM, "grant", ref(grants[4]), "item", "bor",
                             "quantity", "2", "unit_price", "10000000000000000"),
                     BINA_ERR_REFUSED);
    ck_assert_str_eq(refused_rules(), "grant_item.cost");
    for (int i = 0; i < 20; i++) {
        bina_id grant = add(BINA_GRANT, "programme", ref(programme), "recipient", ref(persons[3]),
                            "nature", "equipment", "object", "mesin", "fiscal_year", "2021",
                            "requested", "10000000000000000", "began", "2021-02-01");
        add(BINA_COMMITMENT, "fund", ref(apbd), "subject", ref(grant), "amount",
            "10000000000000000", "began", "2021-02-01");
    }
    ck_assert_str_eq(rows_of("grants_by_fund", NULL, "fund planned"),
                     "APBD 2021 200000000009000000\nDesa 2022 0\n");
}
END_TEST

/* D sold an enterprise before the group it is in was helped: that help did not reach D, nor the
 * other enterprise that D has. */
START_TEST(who_sold_before_was_not_helped)
{
    static const char columns[] = "region registrants never grant_never grant_once grant_twice";
    bina_id sold =
        add(BINA_ENTERPRISE, "name", "Kue D", "region", "52.03.05.2001", "scope", "industry");

    add(BINA_OWNERSHIP, "party", ref(persons[3]), "enterprise", ref(sold), "role", "owner",
        "valid_to", "2019-12-31");
    add(BINA_MEMBERSHIP, "member_of", ref(group), "member", ref(sold));
    ck_assert_str_eq(rows_of("helped_by_village", NULL, columns), "52.03.05.2001 3 0 0 2 1\n"
                                                                  "52.03.05.2002 2 1 1 1 0\n");
    add(BINA_OWNERSHIP, "party", ref(persons[3]), "enterprise", ref(sold), "role", "owner",
        "valid_from", "2021-01-01", "valid_to", "2021-06-02");
    ck_assert_str_eq(rows_of("helped_by_village", NULL, columns), "52.03.05.2001 3 0 0 2 1\n"
                                                                  "52.03.05.2002 2 0 0 2 0\n");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("grant reports");
    TCase *tcase = tcase_create("grant reports");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, domain_teardown);
    tcase_add_test(tcase, each_fund_says_what_became_of_it);
    tcase_add_test(tcase, each_grant_says_its_amounts_and_papers);
    tcase_add_test(tcase, help_that_came_twice_is_found_by_the_person_behind_both);
    tcase_add_test(tcase, a_household_is_helped_twice_and_its_credit_stands_beside);
    tcase_add_test(tcase, each_village_says_how_often_it_was_helped);
    tcase_add_test(tcase, who_sold_before_was_not_helped);
    tcase_add_test(tcase, the_greatest_amounts_are_added_up);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
