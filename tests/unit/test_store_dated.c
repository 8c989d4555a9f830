/* True when and known when: dated fields and rewound queries give what was true and what was known.
 */
#include "test_store.h"

static bina_store *store;
static int64_t now;

static int64_t
clock_of_test(void *data)
{
    return *(int64_t *)data;
}

static int64_t
day(const char *text)
{
    int64_t number;
    ck_assert(bina_date_parse(text, &number));
    return number;
}

static void
today_is(const char *text)
{
    now = day(text) * 86400000;
}

static void
begin(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    test_begin();
    options.clock_function = clock_of_test;
    options.clock_data = &now;
    today_is("2020-01-01");
    ck_ok(store, bina_store_open(test_path, &options, &store));
}

static void
end(void)
{
    bina_cursor *cursor;
    const bina_record *fault;

    /* Whatever a test did, the log must agree with it. */
    ck_ok(store, bina_store_verify(store, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &fault), BINA_DONE);
    bina_cursor_free(cursor);
    bina_store_close(store);
    test_end();
}

static void
set_status(bina_id id, const char *status)
{
    bina_record *change = bina_record_new(BINA_ENTERPRISE);
    bina_set_int(change, BINA_ENTERPRISE_ID, id);
    bina_set(change, BINA_ENTERPRISE_STATUS, status);
    ck_ok(store, bina_store_update(store, change));
    bina_record_free(change);
}

/* The status of one enterprise on a day ("" for as stored), as known at a commit (-1: now). */
static const char *
status_on(bina_id id, const char *on, int64_t known)
{
    static char word[32];
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *record;

    bina_query_where_int(query, BINA_ENTERPRISE_ID, BINA_EQ, id);
    if (on[0] != '\0')
        bina_query_true_on(query, day(on));
    if (known >= 0)
        bina_query_known_at(query, known);
    ck_ok(store, bina_store_list(store, query, &cursor));
    if (bina_cursor_next(cursor, &record) == BINA_OK) {
        const char *text = bina_record_text(record, BINA_ENTERPRISE_STATUS);
        snprintf(word, sizeof word, "%s", text == NULL ? "null" : text);
    } else {
        snprintf(word, sizeof word, "gone");
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return word;
}

START_TEST(update_holds_from_today)
{
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);

    today_is("2020-06-01");
    set_status(id, "paused");
    today_is("2020-09-01");
    set_status(id, "closed");
    ck_assert_str_eq(status_on(id, "", -1), "closed");
    ck_assert_str_eq(status_on(id, "2019-01-01", -1), "active");
    ck_assert_str_eq(status_on(id, "2020-05-31", -1), "active");
    ck_assert_str_eq(status_on(id, "2020-06-01", -1), "paused");
    ck_assert_str_eq(status_on(id, "2020-08-31", -1), "paused");
    ck_assert_str_eq(status_on(id, "2020-09-01", -1), "closed");
    /* What the office knew after its second commit stays what it was. */
    ck_assert_str_eq(status_on(id, "2020-12-31", 2), "paused");
    ck_assert_str_eq(status_on(id, "2020-12-31", 1), "active");
    ck_assert_str_eq(status_on(id, "2020-12-31", 0), "gone");
    ck_assert_str_eq(status_on(id, "", 2), "paused");
}
END_TEST

START_TEST(said_for_a_day_and_corrected)
{
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_cursor *cursor;
    const bina_record *said;
    bina_record *shop;

    today_is("2020-10-01");
    ck_ok(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("paused"),
                                      day("2020-03-01")));
    ck_ok(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("closed"),
                                      day("2021-01-01")));
    /* What is to come is not yet so. */
    ck_assert_str_eq(status_on(id, "", -1), "paused");
    ck_assert_str_eq(status_on(id, "2021-01-01", -1), "closed");
    ck_ok(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("seasonal_rest"),
                                      day("2020-03-01")));
    ck_assert_str_eq(status_on(id, "2020-04-01", -1), "seasonal_rest");
    ck_assert_str_eq(status_on(id, "2020-04-01", 3), "paused");
    ck_ok(store, bina_store_get(store, id, &shop));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_STATUS), "seasonal_rest");
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_REVISION), 4);
    bina_record_free(shop);

    ck_ok(store, bina_store_dated(store, id, BINA_ENTERPRISE_STATUS, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_OK);
    ck_assert_int_eq(bina_record_get(said, BINA_DATED_FROM).type, BINA_NULL);
    ck_assert_str_eq(bina_record_text(said, BINA_DATED_VALUE), "active");
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_OK);
    ck_assert_int_eq(bina_record_int(said, BINA_DATED_FROM), day("2020-03-01"));
    ck_assert_str_eq(bina_record_text(said, BINA_DATED_VALUE), "paused");
    ck_assert_int_eq(bina_record_int(said, BINA_DATED_SUPERSEDED), 4);
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_OK);
    ck_assert_str_eq(bina_record_text(said, BINA_DATED_VALUE), "seasonal_rest");
    ck_assert_int_eq(bina_record_get(said, BINA_DATED_SUPERSEDED).type, BINA_NULL);
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_OK);
    ck_assert_str_eq(bina_record_text(said, BINA_DATED_VALUE), "closed");
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_DONE);
    bina_cursor_free(cursor);

    ck_refused(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_NAME, bina_text("x"), 0),
               BINA_ERR_USAGE);
    ck_refused(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("odd"), 0),
               BINA_ERR_INVALID);
}
END_TEST

/* What was said for a day to come is so on that day, and the log says by which rule. */
START_TEST(what_was_to_come_comes)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_cursor *cursor;
    const bina_record *entry;
    int64_t commits;

    ck_ok(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("paused"),
                                      day("2020-03-01")));
    ck_ok(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("closed"),
                                      day("2021-03-01")));
    ck_assert_str_eq(status_on(id, "", -1), "active");
    today_is("2020-03-02");
    for (int again = 0; again < 2; again++) {
        bina_store_close(store);
        options.clock_function = clock_of_test;
        options.clock_data = &now;
        ck_ok(store, bina_store_open(test_path, &options, &store));
        ck_assert_str_eq(status_on(id, "", -1), "paused");
        ck_ok(store, bina_store_last_commit(store, &commits));
        ck_assert_int_eq(commits, 4);
    }
    ck_ok(store, bina_store_history(store, id, &cursor));
    while (bina_cursor_next(cursor, &entry) == BINA_OK)
        if (bina_record_int(entry, BINA_HISTORY_COMMIT) == 4)
            ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_RULE), "dated.due");
    bina_cursor_free(cursor);
    today_is("2021-03-01");
    bina_store_close(store);
    ck_ok(store, bina_store_open(test_path, &options, &store));
    ck_assert_str_eq(status_on(id, "", -1), "closed");
}
END_TEST

START_TEST(field_never_changed_tells_its_value)
{
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_cursor *cursor;
    const bina_record *said;

    ck_ok(store, bina_store_dated(store, id, BINA_ENTERPRISE_WORKERS, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_OK);
    ck_assert_int_eq(bina_record_int(said, BINA_DATED_VALUE), 3);
    ck_assert_int_eq(bina_cursor_next(cursor, &said), BINA_DONE);
    bina_cursor_free(cursor);
}
END_TEST

START_TEST(undo_takes_dated_values_back)
{
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);

    today_is("2020-06-01");
    set_status(id, "paused");
    ck_ok(store, bina_store_undo(store, 2, NULL));
    ck_assert_str_eq(status_on(id, "", -1), "active");
    ck_assert_str_eq(status_on(id, "2020-07-01", -1), "active");
    ck_assert_str_eq(status_on(id, "2020-07-01", 2), "paused");
    set_status(id, "closed");
    ck_ok(store, bina_store_set_dated(store, id, BINA_ENTERPRISE_STATUS, bina_text("paused"),
                                      day("2020-06-01")));
    ck_ok(store, bina_store_undo(store, 5, NULL));
    ck_assert_str_eq(status_on(id, "2020-06-01", -1), "closed");
    ck_assert_str_eq(status_on(id, "", -1), "closed");
}
END_TEST

/* An undo may be undone: what it withdrew holds again. */
START_TEST(undoing_an_undo_says_dated_values_again)
{
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);

    today_is("2020-06-01");
    set_status(id, "paused");
    ck_ok(store, bina_store_undo(store, 2, NULL));
    ck_ok(store, bina_store_undo(store, 3, NULL));
    ck_assert_str_eq(status_on(id, "", -1), "paused");
    ck_assert_str_eq(status_on(id, "2020-05-31", -1), "active");
    ck_assert_str_eq(status_on(id, "2020-06-01", -1), "paused");
    ck_assert_str_eq(status_on(id, "2020-06-01", 3), "active");
}
END_TEST

static int64_t
count_known(bina_query *query, int64_t known)
{
    int64_t count;
    bina_query_known_at(query, known);
    ck_ok(store, bina_store_count(store, query, &count));
    return count;
}

/* Every condition works on the rewound register: what was removed is back, what came later is not.
 */
START_TEST(rewound_register_answers_queries)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_id first = test_add_enterprise(store, "Anyaman", "52.03", 3);
    bina_id second = test_add_enterprise(store, "Batik", "52.04", 7);
    bina_record *change = bina_record_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *record;

    bina_set_int(change, BINA_ENTERPRISE_ID, first);
    bina_set(change, BINA_ENTERPRISE_NAME, "Anyaman Baru");
    bina_set_real(change, BINA_ENTERPRISE_LATITUDE, -8.65);
    bina_set_null(change, BINA_ENTERPRISE_WORKERS);
    ck_ok(store, bina_store_update(store, change));  /* 3 */
    ck_ok(store, bina_store_remove(store, second));  /* 4 */
    test_add_enterprise(store, "Cukli", "52.03", 1); /* 5 */
    bina_unset(change, BINA_ENTERPRISE_REVISION);
    bina_set_real(change, BINA_ENTERPRISE_LATITUDE, -8.7);
    ck_ok(store, bina_store_update(store, change)); /* 6 */

    bina_query_where_text(query, BINA_ENTERPRISE_NAME, BINA_GE, "A");
    ck_assert_int_eq(count_known(query, 0), 0);
    ck_assert_int_eq(count_known(query, 1), 1);
    ck_assert_int_eq(count_known(query, 2), 2);
    ck_assert_int_eq(count_known(query, 3), 2);
    ck_assert_int_eq(count_known(query, 4), 1);
    ck_assert_int_eq(count_known(query, 6), 2);
    bina_query_known_at(query, 2);
    bina_query_order(query, BINA_ENTERPRISE_WORKERS, true);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NAME), "Batik");
    ck_assert_int_eq(bina_record_int(record, BINA_ENTERPRISE_WORKERS), 7);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NAME), "Anyaman");
    ck_assert_int_eq(bina_record_int(record, BINA_ENTERPRISE_WORKERS), 3);
    ck_assert_int_eq(bina_record_get(record, BINA_ENTERPRISE_LATITUDE).type, BINA_NULL);
    ck_assert_int_eq(bina_record_int(record, BINA_ENTERPRISE_REVISION), 1);
    bina_cursor_free(cursor);
    bina_query_known_at(query, 5);
    bina_query_where_int(query, BINA_ENTERPRISE_ID, BINA_EQ, first);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_double_eq(bina_record_real(record, BINA_ENTERPRISE_LATITUDE), -8.65);
    bina_cursor_free(cursor);
    bina_query_free(query);
    bina_record_free(change);
}
END_TEST

START_TEST(known_by_a_time)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    int64_t count;

    test_add_enterprise(store, "Satu", "52.03", 3);
    today_is("2020-03-01");
    test_add_enterprise(store, "Dua", "52.03", 3);
    bina_query_known_by(query, day("2020-02-01") * 86400000);
    ck_ok(store, bina_store_count(store, query, &count));
    ck_assert_int_eq(count, 1);
    bina_query_known_by(query, day("2020-03-01") * 86400000);
    ck_ok(store, bina_store_count(store, query, &count));
    ck_assert_int_eq(count, 2);
    bina_query_free(query);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store dated");
    TCase *tests = tcase_create("dated");

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, update_holds_from_today);
    tcase_add_test(tests, said_for_a_day_and_corrected);
    tcase_add_test(tests, what_was_to_come_comes);
    tcase_add_test(tests, field_never_changed_tells_its_value);
    tcase_add_test(tests, undo_takes_dated_values_back);
    tcase_add_test(tests, undoing_an_undo_says_dated_values_again);
    tcase_add_test(tests, rewound_register_answers_queries);
    tcase_add_test(tests, known_by_a_time);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
