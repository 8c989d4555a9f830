/*
 * Which threshold is in force: the programme's own before the office's before the shipped, by the
 * day; what the shipped ones say, at their days and limits as the regulations have them; and that
 * every fact can be looked at.
 */
#include "test_store.h"

#include "base/text.h"
#include "model/fact.h"
#include "rules/facts.h"
#include "rules/policy.h"
#include "rules/refusals.h"
#include "rules/shipped.h"
#include "store/sql.h"

static bina_store *store;

static void
begin(void)
{
    test_begin();
    store = test_open();
}

static void
end(void)
{
    bina_store_close(store);
    test_end();
}

static bina_case
case_on(const char *day)
{
    bina_case c;
    int64_t on;

    ck_assert(bina_date_parse(day, &on));
    ck_ok(store, bina_store_case(store, on, &c));
    return c;
}

static int64_t
number(const char *rule, bina_id programme, const char *day)
{
    bina_case c = case_on(day);
    int64_t found = bina_policy_number(&c, rule, programme, NULL);

    ck_assert_int_eq(c.status, BINA_OK);
    return found;
}

static bina_id
add(bina_record *record)
{
    bina_id id = 0;

    ck_ok(store, bina_store_add(store, record, &id));
    bina_record_free(record);
    return id;
}

static bina_id
add_policy(const char *name, bina_id programme, const char *from, const char *to)
{
    bina_record *policy = bina_record_new(BINA_POLICY);
    int64_t day;

    bina_set(policy, BINA_POLICY_NAME, name);
    bina_set(policy, BINA_POLICY_VERSION, "1");
    bina_set(policy, BINA_POLICY_REGULATION, "Decree 1");
    ck_assert(bina_date_parse(from, &day));
    bina_set_int(policy, BINA_POLICY_VALID_FROM, day);
    if (to != NULL) {
        ck_assert(bina_date_parse(to, &day));
        bina_set_int(policy, BINA_POLICY_VALID_TO, day);
    }
    if (programme != 0)
        bina_set_int(policy, BINA_POLICY_PROGRAMME, programme);
    return add(policy);
}

static void
add_rule(bina_id policy, int at, const char *rule, const char *fact, const char *compare,
         const char *value)
{
    bina_record *record = bina_record_new(BINA_POLICY_RULE);

    bina_set_int(record, BINA_POLICY_RULE_POLICY, policy);
    bina_set_int(record, BINA_POLICY_RULE_NUMBER, at);
    bina_set(record, BINA_POLICY_RULE_RULE, rule);
    if (fact != NULL)
        bina_set(record, BINA_POLICY_RULE_FACT, fact);
    bina_set(record, BINA_POLICY_RULE_COMPARE, compare);
    if (value != NULL)
        bina_set(record, BINA_POLICY_RULE_VALUE, value);
    bina_set(record, BINA_POLICY_RULE_MESSAGE, "not so");
    bina_set(record, BINA_POLICY_RULE_PESAN, "bukan begitu");
    add(record);
}

static bina_id
add_programme(const char *name)
{
    bina_record *programme = bina_record_new(BINA_PROGRAMME);

    bina_set(programme, BINA_PROGRAMME_NAME, name);
    return add(programme);
}

START_TEST(nearer_policies_come_first)
{
    bina_policy_source source;
    bina_id ours, other;
    bina_case c;

    begin();
    ours = add_programme("Batch four");
    other = add_programme("Another");
    ck_assert_int_eq(number("attendance.certificate", ours, "2020-06-01"), 80);
    add_rule(add_policy("training", 0, "2020-01-01", "2020-12-31"), 1, "attendance.certificate",
             NULL, "threshold", "85");
    add_rule(add_policy("training", ours, "2020-03-01", NULL), 1, "attendance.certificate", NULL,
             "threshold", "100");
    ck_assert_int_eq(number("attendance.certificate", ours, "2020-06-01"), 100);
    ck_assert_int_eq(number("attendance.certificate", other, "2020-06-01"), 85);
    ck_assert_int_eq(number("attendance.certificate", 0, "2020-06-01"), 85);
    /* To the day: before the office's, before the programme's, and after the office's end. */
    ck_assert_int_eq(number("attendance.certificate", ours, "2019-12-31"), 80);
    ck_assert_int_eq(number("attendance.certificate", ours, "2020-01-01"), 85);
    ck_assert_int_eq(number("attendance.certificate", ours, "2020-02-29"), 85);
    ck_assert_int_eq(number("attendance.certificate", ours, "2020-03-01"), 100);
    ck_assert_int_eq(number("attendance.certificate", 0, "2020-12-31"), 85);
    ck_assert_int_eq(number("attendance.certificate", 0, "2021-01-01"), 80);
    c = case_on("2020-06-01");
    bina_policy_number(&c, "attendance.certificate", ours, &source);
    ck_assert_str_eq(source.policy, "training");
    ck_assert_str_eq(source.regulation, "Decree 1");
    end();
}
END_TEST

/* Permendag 23/2021 Art. 11: listing fees, trading terms of 15 percent; in force from 2021-04-01.
 */
START_TEST(retail_caps_stand_in_the_law)
{
    begin();
    ck_assert_int_eq(number("retail.listing_fee.minimarket.store", 0, "2021-04-01"), 50000);
    ck_assert_int_eq(number("retail.listing_fee.minimarket.most", 0, "2021-04-01"), 20000000);
    ck_assert_int_eq(number("retail.listing_fee.supermarket.store", 0, "2022-01-01"), 75000);
    ck_assert_int_eq(number("retail.listing_fee.supermarket.most", 0, "2022-01-01"), 10000000);
    ck_assert_int_eq(number("retail.listing_fee.hypermarket.store", 0, "2022-01-01"), 150000);
    ck_assert_int_eq(number("retail.listing_fee.hypermarket.most", 0, "2022-01-01"), 10000000);
    ck_assert_int_eq(number("retail.trading_terms", 0, "2021-04-01"), 15 * 100);
    ck_assert_int_eq(number("retail.trading_terms", 0, "2021-03-31"), BINA_POLICY_NONE);
    ck_assert_int_eq(number("retail.listing_fee.other.store", 0, "2022-01-01"), BINA_POLICY_NONE);
    end();
}
END_TEST

/* 2020: 6 % for all, micro to 50 million; Permenko 15/2020: super micro to 10 million; Permenko
 * 1/2023: 3 % for super micro, micro above 10 to 100 million at 6, 7, 8 and 9 %. */
START_TEST(credit_changes_by_the_day)
{
    begin();
    ck_assert_int_eq(number("kur.micro.ceiling", 0, "2020-03-01"), 50000000);
    ck_assert_int_eq(number("kur.super_micro.ceiling", 0, "2020-03-01"), BINA_POLICY_NONE);
    ck_assert_int_eq(number("kur.super_micro.ceiling", 0, "2020-10-01"), 10000000);
    ck_assert_int_eq(number("kur.micro.above", 0, "2020-10-01"), 10000000);
    ck_assert_int_eq(number("kur.micro.ceiling", 0, "2020-10-01"), 50000000);
    ck_assert_int_eq(number("kur.micro.rate.3", 0, "2020-10-01"), 600);
    ck_assert_int_eq(number("kur.super_micro.rate", 0, "2023-09-04"), 300);
    ck_assert_int_eq(number("kur.micro.ceiling", 0, "2023-09-04"), 100000000);
    ck_assert_int_eq(number("kur.micro.rate.1", 0, "2023-09-04"), 600);
    ck_assert_int_eq(number("kur.micro.rate.2", 0, "2023-09-04"), 700);
    ck_assert_int_eq(number("kur.small.rate.4", 0, "2023-09-04"), 900);
    ck_assert_int_eq(number("kur.micro.access.industry", 0, "2023-09-04"), 2);
    ck_assert_int_eq(number("kur.micro.access.farming", 0, "2023-09-04"), 4);
    ck_assert_int_eq(number("kur.special.rate", 0, "2023-09-04"), 600);
    ck_assert_int_eq(number("kur.special.ceiling", 0, "2023-09-04"), 500000000);
    ck_assert_int_eq(number("kur.micro.rate.4", 0, "2025-12-31"), 900);
    ck_assert_int_eq(number("kur.micro.rate.4", 0, "2026-01-01"), 600);
    ck_assert_int_eq(number("kur.micro.ceiling", 0, "2014-12-31"), BINA_POLICY_NONE);
    ck_assert_int_eq(number("kur.household", 0, "2026-01-22"), 1);
    end();
}
END_TEST

/* Each change of the rules of KUR: the day before and the day itself. */
START_TEST(credit_before_and_after)
{
    static const struct {
        const char *rule, *before, *on;
        int64_t then, now;
    } changes[] = {
        {"kur.micro.ceiling", "2015-08-06", "2015-08-07", BINA_POLICY_NONE, 25000000},
        {"kur.micro.rate", "2015-12-31", "2016-01-01", 1200, 900},
        {"kur.micro.rate", "2017-12-31", "2018-01-01", 900, 700},
        {"kur.micro.rate", "2019-12-31", "2020-01-01", 700, 600},
        {"kur.micro.ceiling", "2019-12-31", "2020-01-01", 25000000, 50000000},
        {"kur.small.above", "2019-12-31", "2020-01-01", 25000000, 50000000},
        {"kur.super_micro.ceiling", "2020-09-06", "2020-09-07", BINA_POLICY_NONE, 10000000},
        {"kur.micro.ceiling", "2021-12-31", "2022-01-01", 50000000, 100000000},
        {"kur.super_micro.rate", "2022-12-31", "2023-01-01", 600, 300},
        {"kur.small.rate.2", "2022-12-31", "2023-01-01", 600, 700},
        {"kur.super_micro.rate", "2025-12-31", "2026-01-01", 300, BINA_POLICY_NONE},
        {"kur.small.rate.2", "2025-12-31", "2026-01-01", 700, 600},
        {"kur.micro.access", "2025-12-31", "2026-01-01", 2, BINA_POLICY_NONE},
    };

    begin();
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        ck_assert_int_eq(number(changes[i].rule, 0, changes[i].before), changes[i].then);
        ck_assert_int_eq(number(changes[i].rule, 0, changes[i].on), changes[i].now);
    }
    end();
}
END_TEST

/* The versions of a shipped policy follow each other without gap or overlap, and each names its
 * regulation; a rule stands once in a policy. */
START_TEST(shipped_policies_are_whole)
{
    const bina_shipped_policy *one, *before = NULL;

    for (size_t n = 0; (one = bina_shipped_at(n)) != NULL; before = one, n++) {
        ck_assert_msg(one->regulation != NULL && one->from > 0 && one->count > 0, "%s", one->name);
        if (before != NULL && strcmp(before->name, one->name) == 0)
            ck_assert_msg(before->to + 1 == one->from, "%s %s", one->name, one->version);
        for (size_t i = 0; i < one->count; i++) {
            const bina_shipped_rule *rule = &one->rules[i];
            ck_assert_ptr_eq(bina_shipped_rule_of(one, rule->rule), rule);
            ck_assert_msg(rule->says[0] != NULL && rule->says[1] != NULL, "%s", rule->rule);
            ck_assert_msg((rule->fact == NULL) == (rule->compare == NULL), "%s", rule->rule);
            if (rule->fact != NULL)
                ck_assert_msg(bina_fact_takes(bina_fact_find(rule->fact), rule->compare), "%s",
                              rule->rule);
            else
                ck_assert_msg(rule->unit != NULL, "%s", rule->rule);
        }
    }
}
END_TEST

/* Every fact has a way, which the register understands, of every sort of subject. */
START_TEST(every_fact_can_be_looked_at)
{
    const bina_fact *fact;
    bina_record *person = bina_record_new(BINA_PERSON), *shop = bina_record_new(BINA_ENTERPRISE);
    bina_record *group = bina_record_new(BINA_GROUP), *product = bina_record_new(BINA_PRODUCT);
    bina_id subjects[4];
    bina_fact_seen look;
    bina_case c;

    begin();
    bina_set(person, BINA_PERSON_NAME, "Rahmi Contoh");
    bina_set(group, BINA_GROUP_NAME, "KUB Contoh");
    subjects[0] = add(person);
    subjects[1] = add(shop);
    subjects[2] = add(group);
    bina_set(product, BINA_PRODUCT_NAME, "Contoh");
    bina_set_int(product, BINA_PRODUCT_MAKER, subjects[1]);
    subjects[3] = add(product);
    c = case_on("2020-11-09");
    for (int n = 0; (fact = bina_fact_at(n)) != NULL; n++) {
        ck_assert_msg(bina_fact_has_way(fact), "%s", fact->name);
        for (int i = 0; i < 4; i++) {
            bina_fact_look(&c, fact, subjects[i], &look);
            ck_assert_msg(c.status == BINA_OK, "%s: %s", fact->name, test_message(store));
        }
    }
    end();
}
END_TEST

static size_t
refusals(const char *policy, bina_id programme, bina_id subject, const char *day)
{
    bina_case c = case_on(day);

    bina_policy_judge(&c, policy, programme, subject);
    ck_assert_msg(c.status == BINA_OK, "%s", test_message(store));
    return bina_refusals_count(c.refusals);
}

/* Lombok Timur gives equipment to groups only, NTT to persons: the programme's own policy says. */
START_TEST(conditions_of_a_programme)
{
    bina_record *person = bina_record_new(BINA_PERSON), *group = bina_record_new(BINA_GROUP);
    bina_id lotim, ntt, someone, kub;

    begin();
    lotim = add_programme("Equipment for groups");
    ntt = add_programme("Masks");
    bina_set(person, BINA_PERSON_NAME, "Rahmi Contoh");
    bina_set_date(person, BINA_PERSON_BORN, 2002, 11, 9);
    bina_set(group, BINA_GROUP_NAME, "KUB Contoh");
    bina_set(group, BINA_GROUP_REGION, "52.03.05");
    someone = add(person);
    kub = add(group);
    add_rule(add_policy("eligibility", lotim, "2020-01-01", NULL), 1, "eligibility.kind",
             "recipient.kind", "is", "group");
    add_rule(add_policy("eligibility", ntt, "2020-01-01", NULL), 1, "eligibility.kind",
             "recipient.kind", "is", "person, household");
    ck_assert_uint_eq(refusals("eligibility", lotim, kub, "2020-11-09"), 0);
    ck_assert_uint_eq(refusals("eligibility", lotim, someone, "2020-11-09"), 1);
    ck_assert_uint_eq(refusals("eligibility", ntt, someone, "2020-11-09"), 0);
    ck_assert_uint_eq(refusals("eligibility", ntt, kub, "2020-11-09"), 1);
    ck_assert_uint_eq(refusals("eligibility", lotim, someone, "2019-12-31"), 0);
    /* One year to either side of an age; a region above, the same and beside. */
    add_rule(add_policy("adults", 0, "2020-01-01", NULL), 1, "adults.age", "person.age", "at_least",
             "18");
    ck_assert_uint_eq(refusals("adults", 0, someone, "2020-11-08"), 1);
    ck_assert_uint_eq(refusals("adults", 0, someone, "2020-11-09"), 0);
    add_rule(add_policy("here", 0, "2020-01-01", NULL), 1, "here.region", "region.under", "is",
             "53, 52.03");
    ck_assert_uint_eq(refusals("here", 0, kub, "2020-11-09"), 0);
    add_rule(add_policy("there", 0, "2020-01-01", NULL), 1, "there.region", "region.under",
             "is_not", "52.03");
    ck_assert_uint_eq(refusals("there", 0, kub, "2020-11-09"), 1);
    /* What is not known meets no condition. */
    ck_assert_uint_eq(refusals("here", 0, someone, "2020-11-09"), 1);
    end();
}
END_TEST

/* Each comparison at its limit, with one worker to either side; and what is not known. */
START_TEST(comparisons_at_their_limit)
{
    static const struct {
        const char *compare, *answers; /* for 18, 19 and 20 workers: y passes */
    } cases[] = {
        {"at_least", "nyy"},  {"more_than", "nny"}, {"at_most", "yyn"},
        {"less_than", "ynn"}, {"is", "nyn"},        {"is_not", "yny"},
    };
    bina_id shops[3], unknown;

    begin();
    for (int i = 0; i < 3; i++)
        shops[i] = test_add_enterprise(store, "Mebel Contoh", "53.04.22.1004", 18 + i);
    unknown = test_add_enterprise(store, "Mebel Contoh", "53.04.22.1004", -1);
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        const char *compare = cases[k].compare;
        add_rule(add_policy(compare, 0, "2020-01-01", NULL), 1, "workers", "enterprise.workers",
                 compare, "19");
        for (int i = 0; i < 3; i++)
            ck_assert_msg(refusals(compare, 0, shops[i], "2020-11-09") ==
                              (cases[k].answers[i] == 'n'),
                          "%s 19 of %d", compare, 18 + i);
        ck_assert_uint_eq(refusals(compare, 0, unknown, "2020-11-09"), 1);
    }
    add_rule(add_policy("known", 0, "2020-01-01", NULL), 1, "workers", "enterprise.workers",
             "exists", NULL);
    add_rule(add_policy("unknown", 0, "2020-01-01", NULL), 1, "workers", "enterprise.workers",
             "absent", NULL);
    ck_assert_uint_eq(refusals("known", 0, shops[0], "2020-11-09"), 0);
    ck_assert_uint_eq(refusals("known", 0, unknown, "2020-11-09"), 1);
    ck_assert_uint_eq(refusals("unknown", 0, shops[0], "2020-11-09"), 1);
    ck_assert_uint_eq(refusals("unknown", 0, unknown, "2020-11-09"), 0);
    end();
}
END_TEST

/* An office's own rule of KUR: 6 months of work, to the day. */
START_TEST(age_of_a_business)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_id id;

    begin();
    bina_set_date(shop, BINA_ENTERPRISE_BEGAN, 2020, 5, 9);
    id = add(shop);
    add_rule(add_policy("kur_eligibility", 0, "2020-01-01", NULL), 1, "kur.business_age",
             "enterprise.age_months", "at_least", "6");
    ck_assert_uint_eq(refusals("kur_eligibility", 0, id, "2020-11-08"), 1);
    ck_assert_uint_eq(refusals("kur_eligibility", 0, id, "2020-11-09"), 0);
    end();
}
END_TEST

/* What a refusal saw stays JSON, and its texts UTF-8, however long the values are. */
START_TEST(long_values_leave_refusals_whole)
{
    bina_refusals *refusals = bina_refusals_new();
    bina_error *sentence = bina_error_new();
    char name[600], letters[601] = "";
    bina_cursor *cursor;
    const bina_record *row;

    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    for (int i = 0; i < 300; i++)
        memcpy(letters + 2 * i, "\xc3\xa9", 3); /* two bytes each: every cut falls into one */
    for (int i = 0; i < 2; i++) {
        bina_error_set(sentence, BINA_ERR_REFUSED, "x%s", "%s", letters);
        ck_assert(bina_refusals_add(refusals, "test.rule", 0, sentence));
    }
    bina_refusals_saw(refusals, "seats", bina_int(20));
    bina_refusals_saw(refusals, "name", bina_text(name));
    bina_refusals_saw(refusals, "taken", bina_int(21));
    bina_refusals_ground(refusals, letters, letters, letters);
    cursor = bina_refusals_cursor(refusals);
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_str_eq(bina_record_text(row, BINA_REFUSAL_SAW), "{\"seats\":20,\"taken\":21}");
    for (int slot = 0; slot < bina_description_count(bina_record_description(row)); slot++) {
        const char *text = bina_record_text(row, slot);
        ck_assert_msg(text == NULL || bina_text_is_utf8(text, strlen(text)), "slot %d", slot);
    }
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_refusals_tell(refusals, "batch", sentence), BINA_ERR_REFUSED);
    for (int language = 0; language < 2; language++) {
        const char *told = bina_error_message(sentence, (bina_language)language);
        ck_assert(bina_text_is_utf8(told, strlen(told)));
        ck_assert_ptr_nonnull(strstr(told, language == BINA_ENGLISH ? "1 more" : "1 syarat lain"));
    }
    bina_error_free(sentence);
    bina_refusals_free(refusals);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("policies");
    TCase *tests = tcase_create("in force");

    tcase_add_test(tests, nearer_policies_come_first);
    tcase_add_test(tests, long_values_leave_refusals_whole);
    tcase_add_test(tests, retail_caps_stand_in_the_law);
    tcase_add_test(tests, credit_changes_by_the_day);
    tcase_add_test(tests, shipped_policies_are_whole);
    tcase_add_test(tests, every_fact_can_be_looked_at);
    tcase_add_test(tests, conditions_of_a_programme);
    tcase_add_test(tests, credit_before_and_after);
    tcase_add_test(tests, comparisons_at_their_limit);
    tcase_add_test(tests, age_of_a_business);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
