/*
 * Protects what is signed: a statement that was issued is printed again the same to the letter,
 * whatever became of the register since; what was altered behind its back is not printed at all.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina/page.h>
#include <bina/register.h>
#include "page/statement.h"

static bina_store *store;
static bina_id dinas, diskop, reading_dinas, reading_diskop, first, second;

static bina_id
add(bina_record *record)
{
    bina_id id = 0;
    bina_status status = bina_store_add(store, record, &id);

    ck_assert_msg(status == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_record_free(record);
    return id;
}

static bina_id
list(const char *name, bina_id *reading)
{
    bina_record *record = bina_record_new(BINA_SOURCE_REGISTER);
    bina_id id;

    bina_set(record, BINA_SOURCE_REGISTER_NAME, name);
    id = add(record);
    record = bina_record_new(BINA_INTAKE);
    bina_set(record, BINA_INTAKE_REGISTER, id);
    bina_set(record, BINA_INTAKE_RECEIVED, "2026-11-01T08:00:00Z");
    bina_set(record, BINA_INTAKE_LIST_DATE, "2026-10-31");
    *reading = add(record);
    return id;
}

static bina_id
enterprise(const char *name)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);

    bina_set(record, BINA_ENTERPRISE_NAME, name);
    bina_set(record, BINA_ENTERPRISE_SCOPE, "industry");
    bina_set(record, BINA_ENTERPRISE_REGION, "52.03.05.2001");
    return add(record);
}

static bina_id
row(bina_id of, bina_id reading, const char *key, bina_id party)
{
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);

    bina_set(record, BINA_SOURCE_RECORD_REGISTER, of);
    bina_set(record, BINA_SOURCE_RECORD_INTAKE, reading);
    bina_set(record, BINA_SOURCE_RECORD_ROW_KEY, key);
    bina_set(record, BINA_SOURCE_RECORD_STATE, "present");
    bina_set(record, BINA_SOURCE_RECORD_PARTY, party);
    return add(record);
}

static void
set_up(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_record *pair = bina_record_new(BINA_PAIR);
    bina_id x, y;

    options.office = "52.03/1";
    options.clock = INT64_C(1795305600000); /* 2026-11-22T00:00:00Z */
    ck_assert_int_eq(bina_store_open(":memory:", &options, &store), BINA_OK);
    dinas = list("dinas", &reading_dinas);
    diskop = list("diskop", &reading_diskop);
    first = enterprise("Tenun Ikat Lestari");
    second = enterprise("Tenun Lestari");
    x = row(dinas, reading_dinas, "1", first);
    y = row(diskop, reading_diskop, "1", second);
    row(diskop, reading_diskop, "2", first);
    bina_set(pair, BINA_PAIR_FIRST, x);
    bina_set(pair, BINA_PAIR_SECOND, y);
    bina_set(pair, BINA_PAIR_PROBABILITY, 0.5);
    add(pair);
}

static void
tear_down(void)
{
    bina_store_close(store);
}

static bina_record *
new_statement(const char *number)
{
    bina_record *statement = bina_record_new(BINA_STATEMENT);

    bina_set(statement, BINA_STATEMENT_NUMBER, number);
    bina_set(statement, BINA_STATEMENT_PLACE, "Selong");
    bina_set(statement, BINA_STATEMENT_OFFICE, "Dinas <Perindustrian>");
    bina_set(statement, BINA_STATEMENT_SIGNATORIES,
             "Kepala Dinas: Hj. Siti (NIP 19700101 199503 2 001)\nKepala Bidang: Lalu Amin");
    return statement;
}

/* The page of an issued statement; its bytes are the caller's. */
static char *
print(const char *number, bina_language language)
{
    bina_record *statement;
    bina_page *page;
    char *text;
    bina_status status;

    ck_assert_int_eq(bina_statement_find(store, number, &statement), BINA_OK);
    status = bina_statement_page(store, statement, language, &page);
    ck_assert_msg(status == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    text = strdup(bina_page_html(page));
    bina_page_free(page);
    bina_record_free(statement);
    return text;
}

static void
issue(const char *number)
{
    bina_record *statement = new_statement(number);
    bina_id id;
    bina_status status = bina_statement_issue(store, statement, &id);

    ck_assert_msg(status == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    ck_assert_int_eq(bina_id_kind(id), BINA_STATEMENT);
    bina_record_free(statement);
}

static void
has(const char *page, const char *text)
{
    ck_assert_msg(strstr(page, text) != NULL, "lacks %s:\n%s", text, page);
}

START_TEST(what_was_issued_is_printed_again_to_the_letter)
{
    char *before[2], *after[2];
    bina_record *renamed;
    bina_status status;

    issue("500.9/12/2026");
    before[0] = print("500.9/12/2026", BINA_ENGLISH);
    before[1] = print("500.9/12/2026", BINA_INDONESIAN);
    has(before[1], "Minggu, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam");
    has(before[1], "Pemerintah Kabupaten Lombok Timur");
    has(before[1], "Dinas &lt;Perindustrian&gt;");
    has(before[1], "<strong>2 usaha industri</strong>");
    has(before[1], "<p class=\"nip\">NIP 19700101 199503 2 001</p>");
    has(before[0], "<strong>2 industrial enterprises</strong>");
    has(before[0], "On Sunday, 22 November 2026, in Selong");

    /* Everything a register goes through. */
    status = bina_register_merge(store, first, second, "the same stall");
    ck_assert_msg(status == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    row(dinas, reading_dinas, "2", enterprise("Bambu Jaya"));
    renamed = bina_record_new(BINA_SOURCE_REGISTER);
    bina_set(renamed, BINA_SOURCE_REGISTER_ID, dinas);
    bina_set(renamed, BINA_SOURCE_REGISTER_NAME, "disperin");
    bina_set(renamed, BINA_SOURCE_REGISTER_TITLE, "Another title");
    ck_assert_int_eq(bina_store_update(store, renamed), BINA_OK);
    bina_record_free(renamed);
    issue("500.9/13/2026");

    after[0] = print("500.9/12/2026", BINA_ENGLISH);
    after[1] = print("500.9/12/2026", BINA_INDONESIAN);
    ck_assert_str_eq(before[0], after[0]);
    ck_assert_str_eq(before[1], after[1]);
    for (int i = 0; i < 2; i++) {
        free(before[i]);
        free(after[i]);
    }
    after[0] = print("500.9/13/2026", BINA_INDONESIAN);
    has(after[0], "disperin – Another title");
    free(after[0]);
}
END_TEST

START_TEST(a_statement_is_issued_once)
{
    bina_record *statement = new_statement("1");

    ck_assert_int_eq(bina_store_begin(store, "several things at once"), BINA_OK);
    ck_assert_int_eq(bina_statement_issue(store, statement, NULL), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_store_rollback(store), BINA_OK);
    ck_assert_int_eq(bina_statement_issue(store, statement, NULL), BINA_OK);
    ck_assert_int_eq(bina_statement_issue(store, statement, NULL), BINA_ERR_USAGE);
    bina_record_free(statement);

    statement = new_statement("1");
    ck_assert_int_eq(bina_statement_issue(store, statement, NULL), BINA_ERR_DUPLICATE);
    ck_assert_int_eq(bina_store_depth(store), 0);
    bina_record_free(statement);

    statement = new_statement(NULL);
    ck_assert_int_eq(bina_statement_issue(store, statement, NULL), BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "number");
    bina_record_free(statement);

    ck_assert_int_eq(bina_statement_find(store, "2", &statement), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(statement);
}
END_TEST

START_TEST(a_draft_says_that_it_is_one_and_stores_nothing)
{
    bina_record *statement = new_statement(NULL);
    int64_t before, after;
    bina_page *page;

    ck_assert_int_eq(bina_store_last_commit(store, &before), BINA_OK);
    ck_assert_int_eq(bina_statement_page(store, statement, BINA_INDONESIAN, &page), BINA_OK);
    has(bina_page_html(page), "DRAF, belum diterbitkan");
    has(bina_page_html(page), "<body class=\"statement draft\">");
    bina_page_free(page);
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);

    bina_set(statement, BINA_STATEMENT_REGION, "99.99");
    ck_assert_int_eq(bina_statement_page(store, statement, BINA_INDONESIAN, &page),
                     BINA_ERR_INVALID);
    ck_assert_ptr_null(page);
    bina_record_free(statement);
}
END_TEST

START_TEST(what_was_altered_is_not_printed)
{
    bina_record *statement, *altered = bina_record_new(BINA_STATEMENT);
    bina_page *page;

    issue("1");
    ck_assert_int_eq(bina_statement_find(store, "1", &statement), BINA_OK);
    bina_set(altered, BINA_STATEMENT_ID, bina_record_id(statement));
    bina_set(altered, BINA_STATEMENT_SIGNATORIES, "Kepala Dinas: Somebody Else");
    ck_assert_int_eq(bina_store_update(store, altered), BINA_OK);
    bina_record_free(altered);
    bina_record_free(statement);
    ck_assert_int_eq(bina_statement_find(store, "1", &statement), BINA_OK);
    ck_assert_int_eq(bina_statement_page(store, statement, BINA_INDONESIAN, &page),
                     BINA_ERR_CORRUPT);
    ck_assert_ptr_null(page);
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "statement.figures");
    bina_record_free(statement);
}
END_TEST

/* As after an upgrade: the page is set otherwise, what is counted is as issued. */
START_TEST(a_page_set_anew_says_so)
{
    bina_record *statement, *altered = bina_record_new(BINA_STATEMENT);
    char *page;

    issue("1");
    ck_assert_int_eq(bina_statement_find(store, "1", &statement), BINA_OK);
    bina_set(altered, BINA_STATEMENT_ID, bina_record_id(statement));
    bina_set(altered, BINA_STATEMENT_PAGE_HASH, "0");
    ck_assert_int_eq(bina_store_update(store, altered), BINA_OK);
    bina_record_free(altered);
    bina_record_free(statement);
    page = print("1", BINA_INDONESIAN);
    has(page, "angka hitungan sama dengan yang diterbitkan");
    free(page);
    page = print("1", BINA_ENGLISH);
    has(page, "what is counted is as issued; the estimates");
    free(page);
}
END_TEST

static void
put(const bina_figures *figures, const char *column, int64_t number)
{
    ck_assert_uint_gt(figures->count, 0);
    bina_set_int(figures->rows[0], bina_description_find(figures->columns, column), number);
}

/* Another libm or method estimates otherwise: nobody altered the register. */
START_TEST(what_is_estimated_is_not_held_to_be_altered)
{
    bina_statement statement;
    bina_record *record;
    char issued[BINA_DIGEST_HEX];

    issue("1");
    ck_assert_int_eq(bina_statement_find(store, "1", &record), BINA_OK);
    ck_assert_int_eq(bina_statement_read(store, record, false, &statement), BINA_OK);
    strcpy(issued, statement.figures_hash);
    ck_assert_str_eq(issued, bina_record_text(record, BINA_STATEMENT_FIGURES_HASH));
    put(&statement.parts[BINA_PART_UNSEEN], "estimate", 4711);
    put(&statement.parts[BINA_PART_COUNT], "most_likely", 4711);
    bina_statement_digest(&statement);
    ck_assert_str_eq(issued, statement.figures_hash);
    put(&statement.parts[BINA_PART_COUNT], "agreed", 4711);
    bina_statement_digest(&statement);
    ck_assert_str_ne(issued, statement.figures_hash);
    bina_statement_release(&statement);
    bina_record_free(record);
}
END_TEST

START_TEST(a_statement_of_another_version_is_refused_as_such)
{
    bina_record *statement, *altered = bina_record_new(BINA_STATEMENT);
    bina_page *page;

    issue("1");
    ck_assert_int_eq(bina_statement_find(store, "1", &statement), BINA_OK);
    bina_set(altered, BINA_STATEMENT_ID, bina_record_id(statement));
    bina_set(altered, BINA_STATEMENT_FORM, 1); /* whose digest covered the estimates, too */
    bina_set(altered, BINA_STATEMENT_FIGURES_HASH, "0");
    ck_assert_int_eq(bina_store_update(store, altered), BINA_OK);
    bina_record_free(altered);
    bina_record_free(statement);
    ck_assert_int_eq(bina_statement_find(store, "1", &statement), BINA_OK);
    ck_assert_int_eq(bina_statement_page(store, statement, BINA_INDONESIAN, &page),
                     BINA_ERR_UNSUPPORTED);
    ck_assert_ptr_null(page);
    ck_assert_str_eq(bina_error_rule(bina_store_error(store)), "statement.form");
    bina_record_free(statement);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("page_statement");
    TCase *tests = tcase_create("statement");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_was_issued_is_printed_again_to_the_letter);
    tcase_add_test(tests, a_statement_is_issued_once);
    tcase_add_test(tests, a_draft_says_that_it_is_one_and_stores_nothing);
    tcase_add_test(tests, what_was_altered_is_not_printed);
    tcase_add_test(tests, a_page_set_anew_says_so);
    tcase_add_test(tests, what_is_estimated_is_not_held_to_be_altered);
    tcase_add_test(tests, a_statement_of_another_version_is_refused_as_such);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
