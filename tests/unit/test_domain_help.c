/*
 * Protects the rule of no double help: the same object does not reach the same people twice within
 * the waiting time, by whatever tie, programme, fund or year; and does once it is over.
 */
#include "domain.h"

static bina_id programmes[2], decrees[2], funds[3];

/* Two programmes, each with its decree, and a fund for each of three years. */
static void
setup(void)
{
    domain_setup();
    for (int i = 0; i < 2; i++) {
        programmes[i] = add(BINA_PROGRAMME, "name", i == 0 ? "Alat tenun" : "Wirausaha baru",
                            "state", "running", "began", "2020-01-01", "evidence", "laporan");
        decrees[i] = add(BINA_DOCUMENT, "subject", ref(programmes[i]), "nature", "decree", "number",
                         i == 0 ? "SK/1" : "SK/2");
    }
    for (int i = 0; i < 3; i++) {
        char year[16];
        snprintf(year, sizeof year, "%d", 2021 + i);
        funds[i] = add(BINA_FUND, "name", year, "source", i == 1 ? "csr" : "apbd", "fiscal_year",
                       year, "ceiling", "1000000000");
    }
}

static void
wait_two_years(void)
{
    bina_id policy = add(BINA_POLICY, "name", "double_help", "version", "uji", "valid_from",
                         "2020-01-01", "regulation", "Perbup 5/2020");

    add(BINA_POLICY_RULE, "policy", ref(policy), "number", "1", "rule", "help.wait_years",
        "compare", "threshold", "value", "2", "unit", "year");
}

/* Proposes and verifies a grant of a programme (0 or 1) and the year of a day; tells how its
 * approval on that day ends. */
static bina_status
try_help(int which, bina_id recipient, const char *object, const char *on, bina_id *grant)
{
    char year[5] = {on[0], on[1], on[2], on[3], '\0'};

    *grant = add(BINA_GRANT, "programme", ref(programmes[which]), "recipient", ref(recipient),
                 "nature", "equipment", "object", object, "fiscal_year", year, "began", on);
    add(BINA_COMMITMENT, "fund", ref(funds[year[3] - '1']), "subject", ref(*grant), "amount",
        "1000", "began", on);
    step(BINA_GRANT, *grant, "verify", on, 0, NULL);
    return try_step(BINA_GRANT, *grant, "approve", on, decrees[which], NULL, "approved", "1000");
}

/* Helps a recipient for good: the object is handed over on the day. */
static bina_id
help(int which, bina_id recipient, const char *object, const char *on)
{
    static int count;
    char number[24];
    bina_id grant;

    ck_assert_msg(try_help(which, recipient, object, on, &grant) == BINA_OK, "%s",
                  domain_message());
    step(BINA_GRANT, grant, "procure", on, 0, NULL);
    snprintf(number, sizeof number, "BAST/%d", ++count);
    step(BINA_GRANT, grant, "hand_over", on,
         add(BINA_DOCUMENT, "subject", ref(grant), "nature", "handover", "number", number), NULL);
    return grant;
}

/* A wife and her husband on one family card, her firm, her group, and a stranger. */
enum { WIFE, HUSBAND, FIRM, GROUP, HOME, STRANGER, PARTIES };

static void
make_family(bina_id party[PARTIES])
{
    party[HOME] = add(BINA_HOUSEHOLD, "address", "RT 01");
    party[WIFE] = add(BINA_PERSON, "name", "Istri Contoh", "household", ref(party[HOME]));
    party[HUSBAND] = add(BINA_PERSON, "name", "Suami Contoh", "household", ref(party[HOME]));
    party[FIRM] = add(BINA_ENTERPRISE, "name", "Tenun Contoh");
    party[GROUP] = add(BINA_GROUP, "name", "Kelompok Contoh");
    party[STRANGER] = add(BINA_PERSON, "name", "Orang Lain");
    add(BINA_OWNERSHIP, "party", ref(party[WIFE]), "enterprise", ref(party[FIRM]), "role", "owner");
    add(BINA_MEMBERSHIP, "member_of", ref(party[GROUP]), "member", ref(party[WIFE]));
}

START_TEST(help_is_found_by_every_tie)
{
    /* Who was helped, and by which tie it counts for each of the six; a husband is not in his
     * wife's group. */
    static const struct {
        int helped;
        const char *tie[PARTIES];
    } table[] = {
        {WIFE, {"itself", "household", "person", "person", "person", NULL}},
        {HUSBAND, {"household", "itself", "household", "household", "person", NULL}},
        {FIRM, {"enterprise", "enterprise", "itself", "enterprise", "enterprise", NULL}},
        {GROUP, {"group", NULL, "group", "itself", "group", NULL}},
        {HOME, {"household", "household", "household", "household", "itself", NULL}},
        {STRANGER, {NULL, NULL, NULL, NULL, NULL, "itself"}},
    };

    wait_two_years();
    for (size_t t = 0; t < sizeof table / sizeof *table; t++)
        for (int asks = 0; asks < PARTIES; asks++) {
            bina_id party[PARTIES], earlier, grant;
            char expected[64], number[64];
            bina_status status;
            make_family(party);
            earlier = help(0, party[table[t].helped], "Alat tenun", "2021-06-02");
            /* Another programme, another fund, another year, the object in other letters. */
            status = try_help(1, party[asks], "alat tenun", "2022-03-01", &grant);
            if (table[t].tie[asks] == NULL) {
                ck_assert_msg(status == BINA_OK, "%d, %d: %s", table[t].helped, asks,
                              domain_message());
                continue;
            }
            ck_assert_msg(status == BINA_ERR_REFUSED, "%d, %d", table[t].helped, asks);
            ck_assert_str_eq(refused_rules(), "grant.double_help");
            snprintf(expected, sizeof expected, "\"tie\":\"%s\"", table[t].tie[asks]);
            ck_assert_msg(strstr(refusal(0, BINA_REFUSAL_SAW), expected) != NULL, "%d, %d: %s",
                          table[t].helped, asks, refusal(0, BINA_REFUSAL_SAW));
            /* The earlier help is shown by its number, day and object, and nobody by name. */
            field_of(earlier, "number", number);
            ck_assert_ptr_nonnull(strstr(refusal(0, BINA_REFUSAL_MESSAGE), number));
            ck_assert_ptr_nonnull(strstr(refusal(0, BINA_REFUSAL_MESSAGE), "of 2021-06-02"));
            ck_assert_ptr_nonnull(strstr(refusal(0, BINA_REFUSAL_MESSAGE), "Alat tenun"));
            ck_assert_ptr_nonnull(strstr(refusal(0, BINA_REFUSAL_MESSAGE), "from 2023-06-02 on"));
            ck_assert_ptr_null(strstr(refusal(0, BINA_REFUSAL_MESSAGE), "Contoh"));
            ck_assert_ptr_null(strstr(refusal(0, BINA_REFUSAL_SAW), "Contoh"));
            ck_assert_str_eq(refusal(0, BINA_REFUSAL_REGULATION), "Perbup 5/2020");
        }
}
END_TEST

START_TEST(after_the_waiting_time_it_is_fine)
{
    bina_id party[PARTIES], grant;

    wait_two_years();
    make_family(party);
    help(0, party[GROUP], "alat tenun", "2021-06-02");
    ck_assert_int_eq(try_help(1, party[WIFE], "alat tenun", "2023-06-01", &grant),
                     BINA_ERR_REFUSED);
    ck_assert_msg(try_help(1, party[WIFE], "alat tenun", "2023-06-02", &grant) == BINA_OK, "%s",
                  domain_message());
}
END_TEST

START_TEST(another_object_is_no_double_help)
{
    bina_id party[PARTIES], grant;

    wait_two_years();
    make_family(party);
    help(0, party[WIFE], "alat tenun", "2021-06-02");
    ck_assert_msg(try_help(1, party[WIFE], "oven", "2021-06-03", &grant) == BINA_OK, "%s",
                  domain_message());
}
END_TEST

START_TEST(what_is_promised_counts_until_it_is_given_up)
{
    bina_id party[PARTIES], first, second;

    wait_two_years();
    make_family(party);
    ck_assert_int_eq(try_help(0, party[WIFE], "oven", "2021-03-01", &first), BINA_OK);
    ck_assert_int_eq(try_help(1, party[HUSBAND], "oven", "2021-04-01", &second), BINA_ERR_REFUSED);
    step(BINA_GRANT, first, "cancel", "2021-05-01", 0, "owner_request");
    ck_assert_msg(try_step(BINA_GRANT, second, "approve", "2021-05-02", decrees[1], NULL,
                           "approved", "1000") == BINA_OK,
                  "%s", domain_message());
}
END_TEST

START_TEST(help_counts_for_the_record_that_stands_since_a_merge)
{
    bina_id once = add(BINA_PERSON, "name", "Rahmi Contoh"), grant;
    bina_id again = add(BINA_PERSON, "name", "Rahmi");

    wait_two_years();
    help(0, again, "oven", "2021-06-02");
    ck_assert_msg(try_help(1, once, "oven", "2022-01-01", &grant) == BINA_OK, "%s",
                  domain_message());
    step(BINA_GRANT, grant, "cancel", "2022-01-02", 0, "mistake");
    ck_assert_int_eq(try_update(BINA_PERSON, again, "merged_into", ref(once)), BINA_OK);
    ck_assert_int_eq(try_help(1, once, "oven", "2022-02-01", &grant), BINA_ERR_REFUSED);
    ck_assert_int_eq(try_help(1, again, "oven", "2022-02-01", &grant), BINA_ERR_REFUSED);
}
END_TEST

START_TEST(who_left_before_the_help_came_did_not_get_it)
{
    bina_id group = add(BINA_GROUP, "name", "Kelompok Contoh"), grant;
    bina_id left = add(BINA_PERSON, "name", "Contoh A"), stayed = add(BINA_PERSON, "name", "B");

    wait_two_years();
    add(BINA_MEMBERSHIP, "member_of", ref(group), "member", ref(left), "valid_to", "2021-06-01");
    add(BINA_MEMBERSHIP, "member_of", ref(group), "member", ref(stayed), "valid_to", "2021-06-02");
    help(0, group, "oven", "2021-06-02");
    ck_assert_msg(try_help(1, left, "oven", "2021-07-01", &grant) == BINA_OK, "%s",
                  domain_message());
    ck_assert_int_eq(try_help(1, stayed, "oven", "2021-07-01", &grant), BINA_ERR_REFUSED);
}
END_TEST

START_TEST(without_a_policy_of_its_own_an_office_waits_for_the_next_year)
{
    bina_id party[PARTIES], grant;

    make_family(party);
    help(0, party[WIFE], "oven", "2021-12-30");
    ck_assert_int_eq(try_help(1, party[HUSBAND], "oven", "2021-12-31", &grant), BINA_ERR_REFUSED);
    ck_assert_msg(try_help(1, party[HUSBAND], "oven", "2022-01-01", &grant) == BINA_OK, "%s",
                  domain_message());
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("double help");
    TCase *tcase = tcase_create("double help");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, domain_teardown);
    tcase_add_test(tcase, help_is_found_by_every_tie);
    tcase_add_test(tcase, after_the_waiting_time_it_is_fine);
    tcase_add_test(tcase, another_object_is_no_double_help);
    tcase_add_test(tcase, what_is_promised_counts_until_it_is_given_up);
    tcase_add_test(tcase, help_counts_for_the_record_that_stands_since_a_merge);
    tcase_add_test(tcase, who_left_before_the_help_came_did_not_get_it);
    tcase_add_test(tcase, without_a_policy_of_its_own_an_office_waits_for_the_next_year);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
