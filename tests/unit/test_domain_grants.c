/*
 * Protects grants: approved within their funds and by decree, handed over in parts on minutes,
 * given to whom the programme may help and not twice, and every way that ends otherwise.
 */
#include "domain.h"

static bina_id programme, fund, decree;

/* A programme that is running, a fund of 2021 with 100 million, and a decree about the programme.
 */
static void
setup(void)
{
    domain_setup();
    programme = add(BINA_PROGRAMME, "name", "Alat tenun", "state", "running", "began", "2021-01-01",
                    "evidence", "laporan 2021");
    fund = add(BINA_FUND, "name", "APBD 2021", "source", "apbd", "fiscal_year", "2021", "ceiling",
               "100000000");
    decree =
        add(BINA_DOCUMENT, "subject", ref(programme), "nature", "decree", "number", "SK/1/2021");
}

static bina_id
add_person(const char *name, bina_id household)
{
    return household != 0 ? add(BINA_PERSON, "name", name, "household", ref(household))
                          : add(BINA_PERSON, "name", name);
}

/* A grant of 2021 for equipment; 0 rupiah: without money. */
static bina_id
propose(bina_id recipient, const char *object, bina_id from, const char *amount, const char *year)
{
    bina_id grant =
        add(BINA_GRANT, "programme", ref(programme), "recipient", ref(recipient), "nature",
            "equipment", "object", object, "fiscal_year", year, "began", "2021-02-01");

    if (amount != NULL)
        add(BINA_COMMITMENT, "fund", ref(from), "subject", ref(grant), "amount", amount, "began",
            "2021-02-01");
    return grant;
}

static bina_status
try_approve(bina_id grant, const char *on, const char *amount)
{
    return try_step(BINA_GRANT, grant, "approve", on, decree, NULL, "approved", amount);
}

static void
approve(bina_id grant, const char *on, const char *amount)
{
    step(BINA_GRANT, grant, "verify", on, 0, NULL);
    ck_assert_msg(try_approve(grant, on, amount) == BINA_OK, "%s", domain_message());
}

/* The minutes of a handover (BAST) about a grant. */
static bina_id
minutes(bina_id grant, const char *number)
{
    return add(BINA_DOCUMENT, "subject", ref(grant), "nature", "handover", "number", number);
}

/* The one commitment of a grant. */
static bina_id
money_of(bina_id grant)
{
    bina_query *query = bina_query_new(BINA_COMMITMENT);
    bina_cursor *cursor;
    const bina_record *record;
    bina_id id = 0;

    bina_query_where_int(query, BINA_COMMITMENT_SUBJECT, BINA_EQ, grant);
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        id = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return id;
}

/* The grant that carries on another; 0 when there is none. */
static bina_id
heir_of(bina_id grant)
{
    bina_query *query = bina_query_new(BINA_GRANT);
    bina_cursor *cursor;
    const bina_record *record;
    bina_id id = 0;

    bina_query_where_int(query, BINA_GRANT_CARRIED_FROM, BINA_EQ, grant);
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        id = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return id;
}

/* ---- handing over ---- */

START_TEST(a_grant_is_handed_over_in_three_parts)
{
    bina_id group = add(BINA_GROUP, "name", "Tenun Lestari"), first, part;
    bina_id grant = propose(group, "alat tenun", fund, "30000000", "2021");
    bina_id looms = add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "alat tenun", "quantity", "2",
                        "unit_price", "10000000");
    bina_id reeds = add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "sisir", "quantity", "4",
                        "unit_price", "2500000");
    bina_id bast;

    approve(grant, "2021-03-01", "30000000");
    check_state(money_of(grant), "committed");
    bast = minutes(grant, "BAST/1");
    /* Goods that were not bought are not there to be handed over. */
    check_refused(try_add(&part, BINA_HANDOVER, "item", ref(looms), "quantity", "1", "handed_on",
                          "2021-06-01", "bast", ref(bast)),
                  "grant.not_procured");
    step(BINA_GRANT, grant, "procure", "2021-05-01", 0, NULL);
    check_state(money_of(grant), "spent");
    check_refused(try_add(&part, BINA_HANDOVER, "item", ref(looms), "quantity", "1", "handed_on",
                          "2021-06-01"),
                  "handover.minutes");

    first = add(BINA_HANDOVER, "item", ref(looms), "quantity", "1", "handed_on", "2021-06-01",
                "bast", ref(bast));
    check_state(grant, "partly_handed_over");
    ck_assert_int_eq(field_of(grant, "delivered", NULL), 10000000);
    add(BINA_HANDOVER, "item", ref(reeds), "quantity", "4", "handed_on", "2021-06-15", "bast",
        ref(bast));
    check_state(grant, "partly_handed_over");
    ck_assert_int_eq(field_of(grant, "delivered", NULL), 20000000);
    /* One of two looms is left. */
    check_refused(try_add(&part, BINA_HANDOVER, "item", ref(looms), "quantity", "2", "handed_on",
                          "2021-07-01", "bast", ref(bast)),
                  "handover.quantity");
    add(BINA_HANDOVER, "item", ref(looms), "quantity", "1", "handed_on", "2021-07-01", "bast",
        ref(minutes(grant, "BAST/2")));
    check_state(grant, "handed_over");
    ck_assert_int_eq(field_of(grant, "delivered", NULL), 30000000);

    /* A part that was written down by mistake: the grant is not whole any more. */
    ck_assert_int_eq(bina_store_remove(store, first), BINA_OK);
    check_state(grant, "partly_handed_over");
    ck_assert_int_eq(field_of(grant, "delivered", NULL), 20000000);
    /* Nobody writes the amount or the state by hand. */
    check_refused(try_update(BINA_GRANT, grant, "delivered", "30000000"), "grant.delivered");
    check_refused(try_update(BINA_GRANT, grant, "state", "handed_over"), "lifecycle.update");
}
END_TEST

START_TEST(the_state_of_each_day_is_remembered)
{
    bina_id group = add(BINA_GROUP, "name", "Tenun Lestari");
    bina_id grant = propose(group, "alat tenun", fund, "10000000", "2021");
    bina_id item = add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "alat tenun", "quantity", "1",
                       "unit_price", "10000000");
    static const struct {
        const char *day, *state;
    } days[] = {{"2021-02-01", "proposed"},    {"2021-03-01", "approved"},
                {"2021-06-30", "procured"},    {"2021-07-01", "handed_over"},
                {"2025-12-31", "handed_over"}, {"2021-01-31", NULL}};

    approve(grant, "2021-03-01", "10000000");
    step(BINA_GRANT, grant, "procure", "2021-05-01", 0, NULL);
    add(BINA_HANDOVER, "item", ref(item), "quantity", "1", "handed_on", "2021-07-01", "bast",
        ref(minutes(grant, "BAST/1")));
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        bina_query *query = bina_query_new(BINA_GRANT);
        int64_t count = 0;
        if (days[i].state != NULL)
            bina_query_where_text(query, BINA_GRANT_STATE, BINA_EQ, days[i].state);
        bina_query_true_on(query, day(days[i].day));
        ck_assert_int_eq(bina_store_count(store, query, &count), BINA_OK);
        if (days[i].state != NULL)
            ck_assert_msg(count == 1, "%s on %s", days[i].state, days[i].day);
        bina_query_free(query);
    }
}
END_TEST

/* ---- the money ---- */

START_TEST(a_fund_is_not_overspent_by_one_rupiah)
{
    bina_id first = propose(add_person("Contoh A", 0), "oven", fund, "60000000", "2021");
    bina_id second = propose(add_person("Contoh B", 0), "kompor", fund, "40000001", "2021");

    approve(first, "2021-03-01", "60000000");
    step(BINA_GRANT, second, "verify", "2021-03-02", 0, NULL);
    check_refused(try_approve(second, "2021-03-02", "40000001"), "fund.ceiling");
    ck_assert_str_eq(refusal(0, BINA_REFUSAL_MESSAGE),
                     "the fund APBD 2021 has a ceiling of Rp 100.000.000; Rp 60.000.000 is "
                     "committed, Rp 40.000.001 is asked, Rp 40.000.000 is left; ask for less, "
                     "release something, or use another fund");
    check_state(second, "verified");
    check_state(money_of(second), "planned");
    ck_assert_int_eq(field_of(second, "approved", NULL), 0);
    /* To the rupiah it fits. */
    ck_assert_int_eq(try_update(BINA_COMMITMENT, money_of(second), "amount", "40000000"), BINA_OK);
    ck_assert_msg(try_approve(second, "2021-03-02", "40000000") == BINA_OK, "%s", domain_message());
    /* And the ceiling is not lowered under what is committed. */
    check_refused(try_update(BINA_FUND, fund, "ceiling", "99999999"), "fund.ceiling");
    ck_assert_int_eq(try_update(BINA_FUND, fund, "ceiling", "100000000"), BINA_OK);
    /* What one gives back another may have. */
    step(BINA_GRANT, first, "cancel", "2021-04-01", 0, "owner_request");
    check_state(money_of(first), "released");
}
END_TEST

START_TEST(two_grants_of_one_transaction_share_a_ceiling)
{
    bina_id first = propose(add_person("Contoh A", 0), "oven", fund, "60000000", "2021");
    bina_id second = propose(add_person("Contoh B", 0), "kompor", fund, "60000000", "2021");

    step(BINA_GRANT, first, "verify", "2021-03-01", 0, NULL);
    step(BINA_GRANT, second, "verify", "2021-03-01", 0, NULL);
    ck_assert_int_eq(bina_store_begin(store, NULL), BINA_OK);
    ck_assert_int_eq(try_approve(first, "2021-03-01", "60000000"), BINA_OK);
    check_refused(try_approve(second, "2021-03-01", "60000000"), "fund.ceiling");
    ck_assert_int_eq(bina_store_commit(store), BINA_OK);
    check_state(first, "approved");
    check_state(second, "verified");
}
END_TEST

START_TEST(several_funds_pay_one_grant_each_within_its_ceiling)
{
    bina_id village = add(BINA_FUND, "name", "Dana Desa 2021", "source", "village", "fiscal_year",
                          "2021", "ceiling", "5000000");
    bina_id grant = propose(add_person("Contoh A", 0), "oven", fund, "7000000", "2021");
    bina_id other = add(BINA_FUND, "name", "APBD 2022", "source", "apbd", "fiscal_year", "2022",
                        "ceiling", "5000000"),
            id;

    add(BINA_COMMITMENT, "fund", ref(village), "subject", ref(grant), "amount", "5000000", "began",
        "2021-02-01");
    check_refused(
        try_add(&id, BINA_COMMITMENT, "fund", ref(other), "subject", ref(grant), "amount", "1"),
        "fund.year");
    add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "oven", "quantity", "1", "unit_price",
        "5000001", "fund", ref(village));
    step(BINA_GRANT, grant, "verify", "2021-03-01", 0, NULL);
    /* The item is dearer than what its own fund gives, and 12 million are planned, not 13. */
    check_refused(try_approve(grant, "2021-03-01", "13000000"), "grant.funded grant.item_fund");
    check_refused(try_approve(grant, "2021-03-01", "12000000"), "grant.item_fund");
}
END_TEST

START_TEST(money_moves_with_its_grant_alone)
{
    bina_id grant = propose(add_person("Contoh A", 0), "oven", fund, "60000000", "2021"), id;

    check_refused(try_step(BINA_COMMITMENT, money_of(grant), "commit", "2021-03-01", 0, NULL),
                  "commitment.not_approved");
    approve(grant, "2021-03-01", "60000000");
    check_refused(try_step(BINA_COMMITMENT, money_of(grant), "release", "2021-03-01", 0, NULL),
                  "commitment.needed");
    check_refused(
        try_add(&id, BINA_COMMITMENT, "fund", ref(fund), "subject", ref(grant), "amount", "1"),
        "commitment.too_late commitment.approved");
    check_refused(try_update(BINA_COMMITMENT, money_of(grant), "amount", "60000001"),
                  "lifecycle.kept commitment.approved");
    check_refused(try_update(BINA_GRANT, grant, "approved", "59999999"),
                  "lifecycle.kept grant.funded");
    step(BINA_GRANT, grant, "withdraw_approval", "2021-03-02", 0, "mistake");
    check_state(money_of(grant), "planned");
}
END_TEST

/* ---- approval ---- */

START_TEST(every_failed_condition_is_named_and_nothing_changes)
{
    bina_id only_groups = add(BINA_PROGRAMME, "name", "Kelompok saja", "beneficiary", "group",
                              "state", "closed", "evidence", "laporan");
    bina_id person = add_person("Contoh A", 0), grant;

    grant = propose(person, "oven", fund, "1000000", "2021");
    check_refused(
        try_step(BINA_GRANT, grant, "approve", "2021-03-01", decree, NULL, "approved", "1000000"),
        "lifecycle.state");
    step(BINA_GRANT, grant, "verify", "2021-03-01", 0, NULL);
    ck_assert_int_eq(try_update(BINA_GRANT, grant, "programme", ref(only_groups)), BINA_OK);
    check_refused(
        try_step(BINA_GRANT, grant, "approve", "2021-03-01", 0, NULL, "approved", "200000000"),
        "lifecycle.paper grant.programme grant.beneficiary grant.funded");
    check_state(grant, "verified");
    check_state(money_of(grant), "planned");
    ck_assert_int_eq(field_of(grant, "approved", NULL), 0);
}
END_TEST

START_TEST(a_decree_is_of_the_right_sort_and_about_the_right_thing)
{
    bina_id person = add_person("Contoh A", 0);
    bina_id grant = propose(person, "oven", fund, "1000000", "2021");
    bina_id letter = add(BINA_DOCUMENT, "subject", ref(grant), "nature", "letter", "number", "7");
    bina_id foreign = add(BINA_DOCUMENT, "subject", ref(fund), "nature", "decree", "number", "8");

    step(BINA_GRANT, grant, "verify", "2021-03-01", 0, NULL);
    check_refused(
        try_step(BINA_GRANT, grant, "approve", "2021-03-01", letter, NULL, "approved", "1000000"),
        "lifecycle.paper");
    check_refused(
        try_step(BINA_GRANT, grant, "approve", "2021-03-01", foreign, NULL, "approved", "1000000"),
        "lifecycle.paper_subject");
    check_refused(try_step(BINA_GRANT, grant, "approve", "2021-03-01", decree, NULL),
                  "lifecycle.value");
}
END_TEST

START_TEST(a_programme_helps_whom_it_is_for)
{
    static const char *const sorts[] = {"person", "group", "enterprise", "household"};
    bina_id recipients[4], id;

    recipients[0] = add_person("Contoh A", 0);
    recipients[1] = add(BINA_GROUP, "name", "Tenun Lestari");
    recipients[2] = add(BINA_ENTERPRISE, "name", "Kue Contoh");
    recipients[3] = add(BINA_HOUSEHOLD, "address", "RT 1");
    for (int p = 0; p < 4; p++) {
        char name[32];
        bina_id only;
        snprintf(name, sizeof name, "hanya %s", sorts[p]);
        only = add(BINA_PROGRAMME, "name", name, "beneficiary", sorts[p]);
        for (int r = 0; r < 4; r++) {
            bina_status status = try_add(&id, BINA_GRANT, "programme", ref(only), "recipient",
                                         ref(recipients[r]), "nature", "equipment");
            ck_assert_int_eq(status, p == r ? BINA_OK : BINA_ERR_REFUSED);
            if (p != r)
                ck_assert_str_eq(refused_rules(), "grant.beneficiary");
        }
    }
}
END_TEST

/* ---- ways that end otherwise ---- */

START_TEST(procurement_that_fails_is_carried_over)
{
    bina_id next = add(BINA_FUND, "name", "APBD 2022", "source", "apbd", "fiscal_year", "2022",
                       "ceiling", "50000000", "continues", ref(fund));
    bina_id grant = propose(add_person("Contoh A", 0), "oven", fund, "60000000", "2021"), heir;

    add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "oven", "quantity", "3", "unit_price",
        "20000000", "fund", ref(fund));
    approve(grant, "2021-03-01", "60000000");
    check_refused(try_step(BINA_GRANT, grant, "fail_procurement", "2021-08-01", 0, NULL),
                  "lifecycle.reason");
    step(BINA_GRANT, grant, "fail_procurement", "2021-08-01", 0, "tender_failed");
    step(BINA_GRANT, grant, "retry_procurement", "2021-09-01", 0, NULL);
    step(BINA_GRANT, grant, "fail_procurement", "2021-11-01", 0, "tender_failed");
    check_state(money_of(grant), "committed");
    step(BINA_GRANT, grant, "carry_over", "2021-12-31", 0, "tender_failed");
    check_state(grant, "carried_over");
    check_state(money_of(grant), "released");

    heir = heir_of(grant);
    check_state(heir, "proposed");
    ck_assert_int_eq(field_of(heir, "fiscal_year", NULL), 2022);
    ck_assert_int_eq(field_of(heir, "requested", NULL), 60000000);
    check_state(money_of(heir), "planned");
    ck_assert_int_eq(field_of(money_of(heir), "fund", NULL), next);
    ck_assert_int_eq(field_of(money_of(heir), "amount", NULL), 60000000);
    /* The new year has less: the new approval tells. */
    step(BINA_GRANT, heir, "verify", "2022-01-10", 0, NULL);
    check_refused(try_approve(heir, "2022-02-01", "60000000"), "fund.ceiling");
    ck_assert_int_eq(try_update(BINA_FUND, next, "ceiling", "60000000"), BINA_OK);
    ck_assert_msg(try_approve(heir, "2022-02-01", "60000000") == BINA_OK, "%s", domain_message());
    /* While another carries it on, it is not taken back; then it is. */
    check_refused(try_step(BINA_GRANT, grant, "take_back", "2022-03-01", 0, "mistake"),
                  "grant.carried_on");
    step(BINA_GRANT, heir, "cancel", "2022-03-01", 0, "no_budget");
    step(BINA_GRANT, grant, "take_back", "2022-03-01", 0, "mistake");
    check_state(money_of(grant), "planned");
}
END_TEST

START_TEST(what_one_declines_another_gets)
{
    bina_id first = add_person("Contoh A", 0), second = add_person("Contoh B", 0), heir;
    bina_id grant = propose(first, "oven", fund, "60000000", "2021");

    add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "oven", "quantity", "1", "unit_price",
        "60000000", "fund", ref(fund));
    approve(grant, "2021-03-01", "60000000");
    step(BINA_GRANT, grant, "procure", "2021-04-01", 0, NULL);
    step(BINA_GRANT, grant, "decline", "2021-05-01", 0, "owner_request");
    check_refused(try_step(BINA_GRANT, grant, "reallocate", "2021-06-01", 0, "owner_request"),
                  "lifecycle.value");
    check_refused(try_step(BINA_GRANT, grant, "reallocate", "2021-06-01", 0, "owner_request",
                           "reallocated_to", ref(first)),
                  "grant.same_recipient");
    step(BINA_GRANT, grant, "reallocate", "2021-06-01", 0, "owner_request", "reallocated_to",
         ref(second));
    heir = heir_of(grant);
    ck_assert_int_eq(field_of(heir, "recipient", NULL), second);
    ck_assert_int_eq(money_of(grant), 0);
    check_state(money_of(heir), "spent"); /* the oven is bought already */
    step(BINA_GRANT, heir, "verify", "2021-06-02", 0, NULL);
    ck_assert_msg(try_approve(heir, "2021-06-02", "60000000") == BINA_OK, "%s", domain_message());
}
END_TEST

START_TEST(the_recipient_confirms_afterwards)
{
    bina_id grant = propose(add_person("Contoh A", 0), "oven", fund, "1000000", "2021"), id;

    step(BINA_GRANT, grant, "verify", "2021-03-01", 0, NULL);
    step(BINA_GRANT, grant, "approve", "2021-03-01", decree, NULL, "approved", "1000000",
         "report_due", "2021-12-31");
    check_refused(try_add(&id, BINA_RECEIPT, "grant", ref(grant), "answer", "received"),
                  "receipt.not_handed_over");
    step(BINA_GRANT, grant, "procure", "2021-04-01", 0, NULL);
    /* Without items it is handed over at once. */
    check_refused(try_step(BINA_GRANT, grant, "hand_over", "2021-05-01", 0, NULL),
                  "lifecycle.paper");
    step(BINA_GRANT, grant, "hand_over", "2021-05-01", minutes(grant, "BAST/1"), NULL);
    ck_assert_int_eq(field_of(grant, "delivered", NULL), 1000000);
    add(BINA_RECEIPT, "grant", ref(grant), "answer", "not_received", "answered", "2021-06-01");
    check_refused(try_step(BINA_GRANT, grant, "close", "2022-01-10", 0, NULL),
                  "grant.not_received grant.report");
    add(BINA_RECEIPT, "grant", ref(grant), "answer", "with_issues", "answered", "2021-07-01",
        "issues", "kabel pendek");
    check_refused(try_step(BINA_GRANT, grant, "close", "2022-01-10", 0, NULL), "grant.report");
    step(BINA_GRANT, grant, "close", "2022-01-10", 0, NULL, "reported", "2022-01-09");
    check_state(grant, "closed");
    step(BINA_GRANT, grant, "reopen", "2022-02-01", 0, "mistake");
}
END_TEST

START_TEST(what_was_approved_is_not_changed_behind_its_back)
{
    bina_id other = add_person("Contoh B", 0);
    bina_id grant = propose(add_person("Contoh A", 0), "oven", fund, "1000000", "2021");

    approve(grant, "2021-03-01", "1000000");
    check_refused(try_update(BINA_GRANT, grant, "recipient", ref(other)), "grant.approved");
    check_refused(try_update(BINA_GRANT, grant, "object", "kompor"), "grant.approved");
    check_refused(try_update(BINA_GRANT, grant, "evidence", "kata orang"), "lifecycle.kept");
}
END_TEST

START_TEST(undoing_an_approval_gives_the_money_back)
{
    bina_id grant = propose(add_person("Contoh A", 0), "oven", fund, "1000000", "2021");
    int64_t commit;

    approve(grant, "2021-03-01", "1000000");
    ck_assert_int_eq(bina_store_last_commit(store, &commit), BINA_OK);
    ck_assert_int_eq(bina_store_undo(store, commit, NULL), BINA_OK);
    check_state(grant, "verified");
    check_state(money_of(grant), "planned");
}
END_TEST

START_TEST(undoing_a_handover_takes_its_grant_back)
{
    bina_id grant = propose(add_person("Contoh A", 0), "modal", fund, "5000000", "2021"), item;
    int64_t commit;

    ck_assert_int_eq(try_update(BINA_GRANT, grant, "nature", "cash"), BINA_OK);
    item = add(BINA_GRANT_ITEM, "grant", ref(grant), "item", "uang", "quantity", "5", "unit",
               "juta rupiah", "unit_price", "1000000");
    approve(grant, "2021-03-01", "5000000");
    /* Money is not procured: it is handed over as it is, and spent by that. */
    add(BINA_HANDOVER, "item", ref(item), "quantity", "2", "handed_on", "2021-04-01", "bast",
        ref(minutes(grant, "BAST/1")));
    check_state(grant, "partly_handed_over");
    check_state(money_of(grant), "spent");
    add(BINA_HANDOVER, "item", ref(item), "quantity", "3", "handed_on", "2021-05-01", "bast",
        ref(minutes(grant, "BAST/2")));
    check_state(grant, "handed_over");
    ck_assert_int_eq(bina_store_last_commit(store, &commit), BINA_OK);
    ck_assert_msg(bina_store_undo(store, commit, NULL) == BINA_OK, "%s", domain_message());
    check_state(grant, "partly_handed_over");
    ck_assert_int_eq(field_of(grant, "delivered", NULL), 2000000);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("grants");
    TCase *tcase = tcase_create("grants");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, domain_teardown);
    tcase_add_test(tcase, a_grant_is_handed_over_in_three_parts);
    tcase_add_test(tcase, the_state_of_each_day_is_remembered);
    tcase_add_test(tcase, a_fund_is_not_overspent_by_one_rupiah);
    tcase_add_test(tcase, two_grants_of_one_transaction_share_a_ceiling);
    tcase_add_test(tcase, several_funds_pay_one_grant_each_within_its_ceiling);
    tcase_add_test(tcase, money_moves_with_its_grant_alone);
    tcase_add_test(tcase, every_failed_condition_is_named_and_nothing_changes);
    tcase_add_test(tcase, a_decree_is_of_the_right_sort_and_about_the_right_thing);
    tcase_add_test(tcase, a_programme_helps_whom_it_is_for);
    tcase_add_test(tcase, procurement_that_fails_is_carried_over);
    tcase_add_test(tcase, what_one_declines_another_gets);
    tcase_add_test(tcase, the_recipient_confirms_afterwards);
    tcase_add_test(tcase, what_was_approved_is_not_changed_behind_its_back);
    tcase_add_test(tcase, undoing_an_approval_gives_the_money_back);
    tcase_add_test(tcase, undoing_a_handover_takes_its_grant_back);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
