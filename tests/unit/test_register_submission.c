/*
 * Protects what a province holds of its regencies: who owes what, what came, what went back; and
 * that what a regency only declared is never mixed with what is counted from rows.
 *
 * Nusa Tenggara Barat (52) has eight regencies and two cities (Kepmendagri 300.2.2-2430/2025).
 */
#include <bina/report.h>
#include <bina/submission.h>
#include "register/period.h"
#include "register_lists.h"

static const char rows[] = "NO,NAMA USAHA,NAMA PEMILIK,DESA,KECAMATAN,PRODUK\n"
                           "1,Kerupuk Melati,Aminah,Pancor,Selong,kerupuk\n"
                           "2,,Mahsun,Pancor,Selong,tempe\n"
                           "3,Anyaman Jaya,Sahdan,Loyok,Sikur,anyaman bambu\n";

static const char counts[] = "Satuan;Cakupan;Golongan;Jumlah\n"
                             "usaha;industri;;1.250\n"
                             "usaha;industri;kecil;1.200\n"
                             "usaha;perdagangan;;sekitar 300\n"
                             "kelompok;industri;;50-60\n"
                             "orang;industri;;sedikitnya 20\n";

static void
open_province(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    options.office = "52/1";
    options.actor = "Bq. Nurhayati";
    options.clock = 1783216800000; /* 5 July 2026 */
    ck_assert_int_eq(bina_store_open(":memory:", &options, &store), BINA_OK);
}

static const char *
complaint(void)
{
    return bina_error_message(bina_store_error(store), BINA_ENGLISH);
}

/* Receives a text as a file; gives a number of the submission. */
static int64_t
receive(const char *region, const char *period, const char *text,
        const bina_submission_options *options, int slot)
{
    char path[] = "/tmp/bina_submission_XXXXXX";
    int file = mkstemp(path);
    bina_task *task = NULL;
    int64_t number;

    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    ck_assert_msg(bina_submission_receive(store, region, period, path, options, &task) == BINA_OK,
                  "%s", complaint());
    number = finish(task, slot);
    unlink(path);
    return number;
}

static char *
state_of(const char *region, const char *period, char state[16])
{
    bina_query *query = bina_query_new(BINA_SUBMISSION);
    bina_cursor *cursor;
    const bina_record *record;

    bina_query_where_text(query, BINA_SUBMISSION_REGION, BINA_EQ, region);
    bina_query_where_text(query, BINA_SUBMISSION_PERIOD, BINA_EQ, period);
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    state[0] = '\0';
    if (bina_cursor_next(cursor, &record) == BINA_OK)
        snprintf(state, 16, "%s", bina_record_text(record, BINA_SUBMISSION_STATE));
    bina_cursor_free(cursor);
    bina_query_free(query);
    return state;
}

/* A cell of a report, of the row in which two columns are so; -1 when it has no value, -2 when
 * there is no such row. */
static int64_t
cell(const char *report, const char *region, const char *key, const char *value, const char *key2,
     const char *value2, const char *column)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_cursor *cursor = NULL;
    const bina_record *record;
    int64_t found = -2;

    options.region = region;
    ck_assert_msg(bina_report_run(store, report, &options, &cursor) == BINA_OK, "%s", complaint());
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        const bina_description *columns = bina_cursor_description(cursor);
        const char *a = bina_record_text(record, bina_description_find(columns, key));
        const char *b =
            key2 != NULL ? bina_record_text(record, bina_description_find(columns, key2)) : NULL;
        int slot = bina_description_find(columns, column);
        if (strcmp(a != NULL ? a : "", value) == 0 &&
            (key2 == NULL || strcmp(b != NULL ? b : "", value2) == 0))
            found = bina_record_get(record, slot).type == BINA_NULL ? -1
                                                                    : bina_record_int(record, slot);
    }
    bina_cursor_free(cursor);
    return found;
}

START_TEST(periods_are_read_as_offices_write_them)
{
    static const struct {
        const char *text, *name, *from, *to;
    } good[] = {
        {"2026", "2026", "2026-01-01", "2026-12-31"},
        {"2026-H1", "2026-H1", "2026-01-01", "2026-06-30"},
        {"2026 semester 2", "2026-H2", "2026-07-01", "2026-12-31"},
        {"2026-s2", "2026-H2", "2026-07-01", "2026-12-31"},
        {"2026/TW3", "2026-Q3", "2026-07-01", "2026-09-30"},
        {"2024-02", "2024-02", "2024-02-01", "2024-02-29"},
        {"2026-12", "2026-12", "2026-12-01", "2026-12-31"},
    };
    static const char *const bad[] = {"",        "26",      "2026-13", "2026-00",
                                      "2026-H3", "2026-Q5", "2026-H",  "2026x",
                                      "1026",    "2026-1",  "202611",  "2026-H12"};
    bina_period period;
    char day[16];

    for (size_t n = 0; n < sizeof good / sizeof *good; n++) {
        ck_assert_msg(bina_period_read(good[n].text, &period), "%s", good[n].text);
        ck_assert_str_eq(period.name, good[n].name);
        ck_assert_str_eq(bina_date_format(period.from, day), good[n].from);
        ck_assert_str_eq(bina_date_format(period.to, day), good[n].to);
    }
    for (size_t n = 0; n < sizeof bad / sizeof *bad; n++)
        ck_assert_msg(!bina_period_read(bad[n], &period), "%s", bad[n]);
}
END_TEST

START_TEST(a_province_asks_all_its_regencies)
{
    int64_t added, day;
    char state[16];

    ck_assert(bina_date_parse("2026-07-01", &day));
    ck_assert_int_eq(bina_submission_due(store, "52", "2026-H1", day, &added), BINA_OK);
    ck_assert_int_eq(added, 10);
    ck_assert_int_eq(bina_submission_due(store, "52", "2026 S1", day + 14, &added), BINA_OK);
    ck_assert_int_eq(added, 0);
    ck_assert_str_eq(state_of("52.71", "2026-H1", state), "due"); /* Kota Mataram */
    ck_assert_int_eq(cell("completeness", NULL, "period", "2026-H1", NULL, NULL, "expected"), 10);
    ck_assert_int_eq(cell("completeness", NULL, "period", "2026-H1", NULL, NULL, "missing"), 10);
    /* Due on 15 July by now: nothing is overdue on 5 July. */
    ck_assert_int_eq(cell("completeness", NULL, "period", "2026-H1", NULL, NULL, "overdue"), 0);
    ck_assert_int_eq(bina_submission_due(store, "52", "2026-H1", day, &added), BINA_OK);
    ck_assert_int_eq(cell("completeness", NULL, "period", "2026-H1", NULL, NULL, "overdue"), 10);
    ck_assert_int_eq(cell("submissions", NULL, "region", "52.03", NULL, NULL, "late"), 4);
    ck_assert_int_eq(cell("completeness", "52.03", "period", "2026-H1", NULL, NULL, "expected"), 1);
    ck_assert_int_eq(bina_submission_due(store, "52.03.01", "2026-H1", 0, NULL), BINA_ERR_INVALID);
    ck_assert_int_eq(bina_submission_due(store, "52", "2026-H3", 0, NULL), BINA_ERR_INVALID);
}
END_TEST

START_TEST(counts_enter_as_declared_figures)
{
    bina_record *figure;

    ck_assert_int_eq(receive("52.03", "2026-H1", counts, NULL, BINA_SUBMISSION_ROWS), 5);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
    ck_assert_int_eq(count_of(BINA_FIGURE), 5);
    figure = find_nth(BINA_FIGURE, BINA_FIGURE_SCOPE, "trade", 0);
    ck_assert_int_eq(bina_record_int(figure, BINA_FIGURE_LOW), 300);
    ck_assert_str_eq(bina_record_text(figure, BINA_FIGURE_QUALIFIER), "about");
    ck_assert_str_eq(bina_record_text(figure, BINA_FIGURE_AS_STATED), "sekitar 300");
    ck_assert_str_eq(bina_record_text(figure, BINA_FIGURE_VALIDITY), "declared");
    ck_assert_str_eq(bina_record_text(figure, BINA_FIGURE_REGION), "52.03");
    bina_record_free(figure);
    figure = find_nth(BINA_FIGURE, BINA_FIGURE_UNIT, "group", 0);
    ck_assert_int_eq(bina_record_int(figure, BINA_FIGURE_LOW), 50);
    ck_assert_int_eq(bina_record_int(figure, BINA_FIGURE_HIGH), 60);
    bina_record_free(figure);
    figure = find_nth(BINA_FIGURE, BINA_FIGURE_UNIT, "person", 0);
    ck_assert_str_eq(bina_record_text(figure, BINA_FIGURE_QUALIFIER), "at_least");
    ck_assert_int_eq(bina_record_get(figure, BINA_FIGURE_HIGH).type, BINA_NULL);
    bina_record_free(figure);
}
END_TEST

START_TEST(what_is_wrong_with_counts_is_said_by_line)
{
    bina_submission_options options = BINA_SUBMISSION_OPTIONS_INIT;
    bina_error *fault = bina_error_new();

    options.faults = bina_faults_new(0);
    ck_assert_int_eq(receive("52.03", "2026-H1",
                             "wilayah,satuan,jumlah\n52.03.07,usaha,10\n52.01.01,usaha,10\n"
                             "Selong,rumah,10\nSelong,usaha,banyak\n52.03.07,usaha,11\n",
                             &options, BINA_SUBMISSION_ROWS),
                     1);
    ck_assert_int_eq(bina_faults_count(options.faults, BINA_ERROR), 4);
    ck_assert_int_eq(bina_faults_at(options.faults, 0, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "count.region");
    ck_assert_int_eq(bina_error_line(fault), 3);
    ck_assert_int_eq(bina_faults_at(options.faults, 1, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "code.unknown");
    ck_assert_int_eq(bina_faults_at(options.faults, 2, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "count.number");
    ck_assert_int_eq(bina_faults_at(options.faults, 3, fault), BINA_OK);
    ck_assert_str_eq(bina_error_rule(fault), "count.twice");
    bina_error_free(fault);
    bina_faults_free(options.faults);
}
END_TEST

/* A later file counts; the earlier one stays known. The same file twice changes nothing. */
START_TEST(a_submission_may_be_sent_again)
{
    int64_t before, after;

    ck_assert_int_eq(receive("52.03", "2026-H1", counts, NULL, BINA_SUBMISSION_TIMES), 1);
    ck_assert_int_eq(bina_store_last_commit(store, &before), BINA_OK);
    ck_assert_int_eq(receive("52.03", "2026-H1", counts, NULL, BINA_SUBMISSION_TIMES), 1);
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);
    ck_assert_int_eq(
        receive("52.03", "2026-H1", "satuan,jumlah\nusaha,1300\n", NULL, BINA_SUBMISSION_TIMES), 2);
    ck_assert_int_eq(count_where(BINA_FIGURE, BINA_FIGURE_VALIDITY, BINA_EQ, bina_text("replaced")),
                     5);
    ck_assert_int_eq(cell("province", NULL, "region", "52.03", "scope", "industry", "declared_low"),
                     1300);
}
END_TEST

START_TEST(rows_are_imported_as_the_regencys_list)
{
    bina_record *row;

    ck_assert_int_eq(receive("52.03", "2026-H1", rows, NULL, BINA_SUBMISSION_ROWS), 3);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 3);
    ck_assert_int_ne(id_of(BINA_SOURCE_REGISTER, BINA_SOURCE_REGISTER_NAME, "52.03"), 0);
    /* Villages are looked for in the regency, though the office is the province's. */
    row = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Aminah", 0);
    ck_assert_int_eq(strncmp(bina_record_text(row, BINA_SOURCE_RECORD_REGION), "52.03.07.", 9), 0);
    bina_record_free(row);
}
END_TEST

START_TEST(states_change_only_where_their_conditions_hold)
{
    char state[16];
    int64_t day;
    bina_record *submission;
    bina_cursor *history;
    const bina_record *change;
    int changes = 0;

    ck_assert_int_eq(bina_submission_accept(store, "52.03", "2026-H1", NULL), BINA_ERR_NOT_FOUND);
    ck_assert(bina_date_parse("2026-07-10", &day));
    ck_assert_int_eq(bina_submission_due(store, "52.03", "2026-H1", day, NULL), BINA_OK);
    ck_assert_int_eq(bina_submission_return(store, "52.03", "2026-H1", NULL, NULL),
                     BINA_ERR_INVALID);
    /* Every failed condition is named. */
    ck_assert_ptr_nonnull(strstr(complaint(), "nothing was received"));
    ck_assert_ptr_nonnull(strstr(complaint(), "no reason"));
    (void)receive("52.03", "2026-H1", "satuan,jumlah\nusaha,10\nusaha,11\n", NULL, 0);
    ck_assert_int_eq(bina_submission_accept(store, "52.03", "2026-H1", NULL), BINA_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(complaint(), "errors"));
    ck_assert_int_eq(bina_submission_return(store, "52.03", "2026-H1", "dua angka", "12/IKM/2026"),
                     BINA_OK);
    ck_assert_str_eq(state_of("52.03", "2026-H1", state), "returned");
    ck_assert_int_eq(cell("province", "52", "region", "52.03", NULL, NULL, "declared_low"), -1);
    (void)receive("52.03", "2026-H1", "satuan,jumlah\nusaha,11\n", NULL, 0);
    ck_assert_int_eq(bina_submission_accept(store, "52.03", "2026-H1", NULL), BINA_OK);
    ck_assert_str_eq(state_of("52.03", "2026-H1", state), "accepted");
    ck_assert_int_eq(bina_submission_accept(store, "52.03", "2026-H1", NULL), BINA_ERR_INVALID);
    submission = find_nth(BINA_SUBMISSION, BINA_SUBMISSION_REGION, "52.03", 0);
    ck_assert_str_eq(bina_record_text(submission, BINA_SUBMISSION_DECIDED_BY), "Bq. Nurhayati");
    ck_assert_int_eq(bina_store_history(store, bina_record_id(submission), &history), BINA_OK);
    while (bina_cursor_next(history, &change) == BINA_OK)
        changes++;
    ck_assert_int_ge(changes, 5); /* due, received, returned, received, accepted */
    bina_cursor_free(history);
    bina_record_free(submission);
}
END_TEST

START_TEST(an_accepted_submission_takes_no_other_file)
{
    char path[] = "/tmp/bina_submission_XXXXXX";
    int file = mkstemp(path);
    bina_task *task = NULL;

    (void)receive("52.03", "2026-H1", counts, NULL, 0);
    ck_assert_int_eq(bina_submission_accept(store, "52.03", "2026-H1", NULL), BINA_OK);
    ck_assert_int_eq(write(file, rows, sizeof rows - 1), (ssize_t)(sizeof rows - 1));
    close(file);
    ck_assert_int_eq(bina_submission_receive(store, "52.03", "2026-H1", path, NULL, &task),
                     BINA_OK);
    ck_assert_int_eq(bina_task_run(task), BINA_ERR_INVALID);
    ck_assert_ptr_nonnull(
        strstr(bina_error_message(bina_task_error(task), BINA_ENGLISH), "accepted"));
    bina_task_free(task);
    unlink(path);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
}
END_TEST

START_TEST(a_period_that_is_not_over_is_not_accepted)
{
    (void)receive("52.03", "2026-H2", counts, NULL, 0);
    ck_assert_int_eq(bina_submission_accept(store, "52.03", "2026-H2", NULL), BINA_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(complaint(), "not over"));
}
END_TEST

START_TEST(rows_of_other_regencies_need_a_reason)
{
    (void)receive("52.01", "2026-H1",
                  "nama usaha,nama pemilik,kode desa,produk\n"
                  "Tenun A,Aminah,52.03.07.2001,tenun\nTenun B,Sahdan,52.01.01.2001,tenun\n",
                  NULL, 0);
    ck_assert_int_eq(bina_submission_accept(store, "52.01", "2026-H1", NULL), BINA_ERR_INVALID);
    ck_assert_ptr_nonnull(strstr(complaint(), "other regencies"));
    ck_assert_int_eq(bina_submission_accept(store, "52.01", "2026-H1", "sudah dibicarakan"),
                     BINA_OK);
}
END_TEST

/* The list of Lombok Timur, sent as that of Lombok Barat: nothing of it stays. */
START_TEST(the_list_of_another_regency_is_refused)
{
    static const char *const lists[] = {
        rows, "nama usaha,nama pemilik,kode desa\nTenun A,Aminah,52.03.07.2001\n"};
    bina_submission_options options = BINA_SUBMISSION_OPTIONS_INIT;
    char path[] = "/tmp/bina_submission_XXXXXX", state[16];

    close(mkstemp(path));
    for (size_t i = 0; i < 2; i++) {
        FILE *file = fopen(path, "w");
        bina_task *task = NULL;
        fputs(lists[i], file);
        fclose(file);
        ck_assert_int_eq(bina_submission_receive(store, "52.01", "2026-H1", path, &options, &task),
                         BINA_OK);
        ck_assert_int_eq(bina_task_run(task), BINA_ERR_INVALID);
        ck_assert_str_eq(bina_error_rule(bina_task_error(task)), "submission.elsewhere");
        bina_task_free(task);
        ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
        ck_assert_int_eq(count_of(BINA_INTAKE), 0);
        ck_assert_str_eq(state_of("52.01", "2026-H1", state), "");
    }
    unlink(path);
    options.anywhere = true;
    ck_assert_int_eq(receive("52.01", "2026-H1", rows, &options, BINA_SUBMISSION_ROWS), 3);
    /* Rows that name no place may be anybody's. */
    ck_assert_int_eq(receive("52.02", "2026-H1", "NAMA USAHA,NAMA PEMILIK\nTenun,Aminah\n", NULL,
                             BINA_SUBMISSION_ROWS),
                     1);
}
END_TEST

START_TEST(a_faulty_file_may_go_back_whole)
{
    bina_submission_options options = BINA_SUBMISSION_OPTIONS_INIT;
    char state[16];

    options.whole = true;
    ck_assert_int_eq(receive("52.03", "2026-H1", "satuan,jumlah\nusaha,10\nusaha,11\n", &options,
                             BINA_SUBMISSION_FAULTS),
                     1);
    ck_assert_str_eq(state_of("52.03", "2026-H1", state), "returned");
    ck_assert_int_eq(count_of(BINA_FIGURE), 0);
    ck_assert_int_eq(receive("52.03", "2026-Q2",
                             "NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN\n"
                             "Tenun,Aminah,12,Pancor,Selong\n",
                             &options, BINA_SUBMISSION_FAULTS),
                     1);
    ck_assert_str_eq(state_of("52.03", "2026-Q2", state), "returned");
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
    ck_assert_int_eq(count_of(BINA_INTAKE), 0);
}
END_TEST

/* The heart of it: two sums, and never one. */
START_TEST(proved_and_declared_are_never_added)
{
    ck_assert_int_eq(bina_submission_due(store, "52", "2026-H1", 0, NULL), BINA_OK);
    (void)receive("52.03", "2026-H1", rows, NULL, 0);
    (void)receive("52.01", "2026-H1", counts, NULL, 0);
    (void)receive("52.04", "2026-H1", "satuan,golongan,jumlah\nusaha,mikro,90\nusaha,kecil,10\n",
                  NULL, 0);
    (void)reconcile(BINA_RECONCILIATION_NEW);
    ck_assert_int_eq(cell("province", "52", "region", "52.03", "scope", "industry", "proved"), 3);
    ck_assert_int_eq(cell("province", "52", "region", "52.03", "scope", "industry", "declared_low"),
                     -1);
    ck_assert_int_eq(cell("province", "52", "region", "52.01", "scope", "trade", "declared_low"),
                     300);
    ck_assert_int_eq(cell("province", "52", "region", "52.01", "unit", "group", "declared_high"),
                     60);
    /* Classes add up where nothing is said of the whole, and are not added to it where it is. */
    ck_assert_int_eq(cell("province", "52", "region", "52.04", "scope", "industry", "declared_low"),
                     100);
    ck_assert_int_eq(cell("province", "52", "name", "Sum", "scope", "trade", "proved"), 0);
    ck_assert_int_eq(cell("province", "52", "region", "52.71", "basis", "none", "proved"), -1);
    ck_assert_int_eq(cell("completeness", "52", "period", "2026-H1", NULL, NULL, "received"), 3);
}
END_TEST

START_TEST(what_is_declared_beside_rows_does_not_count_twice)
{
    (void)receive("52.03", "2026-Q1", rows, NULL, 0);
    (void)reconcile(BINA_RECONCILIATION_NEW);
    (void)receive("52.03", "2026-H1", "satuan,jumlah\nusaha,21000\n", NULL, 0);
    (void)receive("52.01", "2026-H1", "satuan,jumlah\nusaha,50\n", NULL, 0);
    ck_assert_int_eq(cell("province", "52", "region", "52.03", "basis", "both", "declared_low"),
                     21000);
    ck_assert_int_eq(cell("province", "52", "name", "Sum", "scope", "industry", "proved"), 3);
    ck_assert_int_eq(cell("province", "52", "name", "Sum", "scope", "industry", "declared_low"),
                     50);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("submissions");
    TCase *tcase = tcase_create("submissions");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, open_province, close_store);
    tcase_add_test(tcase, periods_are_read_as_offices_write_them);
    tcase_add_test(tcase, a_province_asks_all_its_regencies);
    tcase_add_test(tcase, counts_enter_as_declared_figures);
    tcase_add_test(tcase, what_is_wrong_with_counts_is_said_by_line);
    tcase_add_test(tcase, a_submission_may_be_sent_again);
    tcase_add_test(tcase, rows_are_imported_as_the_regencys_list);
    tcase_add_test(tcase, states_change_only_where_their_conditions_hold);
    tcase_add_test(tcase, an_accepted_submission_takes_no_other_file);
    tcase_add_test(tcase, a_period_that_is_not_over_is_not_accepted);
    tcase_add_test(tcase, rows_of_other_regencies_need_a_reason);
    tcase_add_test(tcase, the_list_of_another_regency_is_refused);
    tcase_add_test(tcase, a_faulty_file_may_go_back_whole);
    tcase_add_test(tcase, proved_and_declared_are_never_added);
    tcase_add_test(tcase, what_is_declared_beside_rows_does_not_count_twice);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
