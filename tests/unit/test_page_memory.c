/*
 * Each allocation of making a page fails once (of a statement, one in seventeen): either an error
 * comes back, or the very page that is made when none fails. A page that says less than it should
 * would be signed.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina/page.h>
#include "scarce.h"

static bina_store *store;
static bina_id shop;

static bina_id
add(bina_record *record)
{
    bina_id id = 0;

    ck_assert_int_eq(bina_store_add(store, record, &id), BINA_OK);
    bina_record_free(record);
    return id;
}

static void
row(bina_id list, bina_id reading, const char *key, const char *product)
{
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);

    bina_set(record, BINA_SOURCE_RECORD_REGISTER, list);
    bina_set(record, BINA_SOURCE_RECORD_INTAKE, reading);
    bina_set(record, BINA_SOURCE_RECORD_ROW_KEY, key);
    bina_set(record, BINA_SOURCE_RECORD_STATE, "present");
    bina_set(record, BINA_SOURCE_RECORD_PRODUCT, product);
    bina_set(record, BINA_SOURCE_RECORD_PARTY, shop);
    add(record);
}

static void
list(const char *name, const char *product)
{
    bina_record *record = bina_record_new(BINA_SOURCE_REGISTER);
    bina_id id, reading;

    bina_set(record, BINA_SOURCE_REGISTER_NAME, name);
    id = add(record);
    record = bina_record_new(BINA_INTAKE);
    bina_set(record, BINA_INTAKE_REGISTER, id);
    bina_set(record, BINA_INTAKE_RECEIVED, "2026-11-01T08:00:00Z");
    reading = add(record);
    row(id, reading, name, product);
}

static void
set_up(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_record *record = bina_record_new(BINA_ENTERPRISE);
    bina_id owner;

    options.office = "52.03/1";
    options.clock = INT64_C(1795305600000); /* 2026-11-22T00:00:00Z */
    ck_assert_int_eq(bina_store_open(":memory:", &options, &store), BINA_OK);
    bina_set(record, BINA_ENTERPRISE_NAME, "Tenun Ikat");
    bina_set(record, BINA_ENTERPRISE_SCOPE, "industry");
    bina_set(record, BINA_ENTERPRISE_REGION, "52.03.05.2001");
    bina_set(record, BINA_ENTERPRISE_ACTIVITY, "13122");
    bina_set(record, BINA_ENTERPRISE_WORKERS, 3);
    shop = add(record);
    ck_assert_int_eq(bina_store_set_dated(store, shop, BINA_ENTERPRISE_WORKERS, bina_int(5), 20000),
                     BINA_OK);
    record = bina_record_new(BINA_PERSON);
    bina_set(record, BINA_PERSON_NAME, "Inaq Sari");
    owner = add(record);
    record = bina_record_new(BINA_OWNERSHIP);
    bina_set(record, BINA_OWNERSHIP_PARTY, owner);
    bina_set(record, BINA_OWNERSHIP_ENTERPRISE, shop);
    bina_set(record, BINA_OWNERSHIP_ROLE, "owner");
    add(record);
    list("dinas", "tenun");
    list("diskop", "kain tenun");
}

static void
tear_down(void)
{
    bina_store_close(store);
}

static bina_status
make_card(bina_page **page)
{
    return bina_card_page(store, shop, NULL, page);
}

static bina_status
make_statement(bina_page **page)
{
    bina_record *statement = NULL;
    bina_status status = bina_statement_find(store, "1", &statement);

    *page = NULL;
    if (status == BINA_OK)
        status = bina_statement_page(store, statement, BINA_INDONESIAN, page);
    bina_record_free(statement);
    return status;
}

static void
fail_each(bina_status (*make)(bina_page **), long step)
{
    bina_page *whole, *page;
    bina_status status;

    ck_assert_int_eq(make(&whole), BINA_OK);
    for (long n = 0;; n += n < 100 ? 1 : step) {
        scarce_after(n, SCARCE_FROM);
        status = make(&page);
        if (!scarce_end()) {
            ck_assert_int_eq(status, BINA_OK);
            ck_assert_str_eq(bina_page_html(page), bina_page_html(whole));
            bina_page_free(page);
            break;
        }
        if (status == BINA_OK)
            ck_assert_msg(strcmp(bina_page_html(page), bina_page_html(whole)) == 0,
                          "another page after allocation %ld failed", n);
        else
            ck_assert_msg(status == BINA_ERR_NO_MEMORY && page == NULL, "%s at allocation %ld",
                          bina_status_name(status), n);
        bina_page_free(page);
    }
    bina_page_free(whole);
}

START_TEST(a_card_is_whole_or_not_at_all)
{
    fail_each(make_card, 1);
}
END_TEST

START_TEST(a_statement_is_whole_or_not_at_all)
{
    bina_record *statement = bina_record_new(BINA_STATEMENT);

    bina_set(statement, BINA_STATEMENT_NUMBER, "1");
    bina_set(statement, BINA_STATEMENT_SIGNATORIES, "Kepala Dinas: Hj. Siti");
    ck_assert_int_eq(bina_statement_issue(store, statement, NULL), BINA_OK);
    bina_record_free(statement);
    fail_each(make_statement, 17);
}
END_TEST

START_TEST(a_statement_is_issued_or_not)
{
    bina_record *statement, *found;
    bina_status status = BINA_ERR_NO_MEMORY;

    for (long n = 0; status != BINA_OK; n += n < 40 ? 1 : 17) {
        statement = bina_record_new(BINA_STATEMENT);
        bina_set(statement, BINA_STATEMENT_NUMBER, "1");
        scarce_after(n, SCARCE_FROM);
        status = bina_statement_issue(store, statement, NULL);
        scarce_end();
        bina_record_free(statement);
        ck_assert_msg(status == BINA_OK || status == BINA_ERR_NO_MEMORY, "%s at allocation %ld",
                      bina_status_name(status), n);
        ck_assert_int_eq(bina_store_depth(store), 0);
        ck_assert_int_eq(bina_statement_find(store, "1", &found),
                         status == BINA_OK ? BINA_OK : BINA_ERR_NOT_FOUND);
        bina_record_free(found);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("page_memory");
    TCase *tests = tcase_create("exhaustive");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_tags(tests, "exhaustive");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_card_is_whole_or_not_at_all);
    tcase_add_test(tests, a_statement_is_whole_or_not_at_all);
    tcase_add_test(tests, a_statement_is_issued_or_not);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
