/* Queries: each comparison, groups, order, pages and columns, against answers worked out by hand.
 */
#include "test_store.h"

static bina_store *store;
static bina_id ids[6];

static void
begin(void)
{
    test_begin();
    store = test_open();
    ids[0] = test_add_enterprise(store, "Anyaman", "52.03.05.2001", 3);
    ids[1] = test_add_enterprise(store, "Batik", "52.03.05.2002", 7);
    ids[2] = test_add_enterprise(store, "Cukli", "52.03", 7);
    ids[3] = test_add_enterprise(store, "Cukli Indah", "52.04", -1);
    ids[4] = test_add_enterprise(store, "Dodol", "52.01", 1);
    ids[5] = test_add_enterprise(store, NULL, NULL, 12);
}

static void
end(void)
{
    bina_store_close(store);
    test_end();
}

/* Runs a query, frees it, and spells the answers as digits: "02" is ids[0] then ids[2]. */
static const char *
answers(bina_query *query)
{
    static char spelt[16];
    bina_cursor *cursor;
    const bina_record *record;
    int64_t count;
    size_t at = 0;
    bina_status status;

    ck_ok(store, bina_store_list(store, query, &cursor));
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK)
        for (int i = 0; i < 6; i++)
            if (ids[i] == bina_record_id(record))
                spelt[at++] = (char)('0' + i);
    ck_assert_int_eq(status, BINA_DONE);
    spelt[at] = '\0';
    bina_cursor_free(cursor);
    ck_ok(store, bina_store_count(store, query, &count));
    ck_assert_int_eq(count, (int64_t)at);
    bina_query_free(query);
    return spelt;
}

static bina_query *
where_int(int field, bina_compare compare, int64_t integer)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_query_where_int(query, field, compare, integer);
    return query;
}

static bina_query *
where_text(int field, bina_compare compare, const char *text)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_query_where_text(query, field, compare, text);
    return query;
}

START_TEST(comparisons)
{
    ck_assert_str_eq(answers(bina_query_new(BINA_ENTERPRISE)), "012345");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_WORKERS, BINA_EQ, 7)), "12");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_WORKERS, BINA_NE, 7)), "0345");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_WORKERS, BINA_LT, 7)), "04");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_WORKERS, BINA_LE, 7)), "0124");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_WORKERS, BINA_GT, 7)), "5");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_WORKERS, BINA_GE, 7)), "125");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_NAME, BINA_PREFIX, "Cukli")), "23");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_NAME, BINA_PREFIX, "")), "01234");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_NAME, BINA_EQ, "Cukli")), "2");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_NAME, BINA_IS_NULL, NULL)), "5");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_NAME, BINA_NOT_NULL, NULL)), "01234");
    ck_assert_str_eq(answers(where_int(BINA_ENTERPRISE_ID, BINA_EQ, ids[3])), "3");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_NAME, BINA_EQ, "x' OR '1'='1")), "");
}
END_TEST

/* A code lies under another by its parts, not by its letters: 1.30 is not in 1.3. */
START_TEST(under_follows_the_parts_of_a_code)
{
    static const char *const codes[] = {"1.3", "1.30", "1.3.2", "1", "1.3.20"};
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    for (int i = 0; i < 5; i++) {
        bina_set_int(shop, BINA_ENTERPRISE_ID, ids[i]);
        bina_set(shop, BINA_ENTERPRISE_ADDRESS, codes[i]);
        bina_unset(shop, BINA_ENTERPRISE_REVISION);
        ck_ok(store, bina_store_update(store, shop));
    }
    bina_record_free(shop);
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_ADDRESS, BINA_UNDER, "1.3")), "024");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "52.03")), "012");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "52.03.05")), "01");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "53")), "");
}
END_TEST

/* Merauke was 91.01 of Papua and is 93.01 of Papua Selatan (UU 14/2022): both lie under 93. */
START_TEST(under_follows_regions_through_the_lists)
{
    static const char *const codes[] = {"91.01", "93.01.01", "91.03", "91.02", "95.01", "92.71"};
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    for (int i = 0; i < 6; i++) {
        bina_set_int(shop, BINA_ENTERPRISE_ID, ids[i]);
        bina_set(shop, BINA_ENTERPRISE_REGION, codes[i]);
        bina_unset(shop, BINA_ENTERPRISE_REVISION);
        ck_ok(store, bina_store_update(store, shop));
    }
    bina_record_free(shop);
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "93")), "01");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "93.01")), "01");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "91")), "2");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "95")), "34");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "96")), "5");
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "92")), "");
}
END_TEST

/* UU 14/2022 made Papua Selatan of regencies that were Papua's: Merauke was 91.01 and became 93.01.
 */
START_TEST(under_follows_regions_through_their_lists)
{
    bina_id before = test_add_enterprise(store, "Lama", "91.01", 1);
    bina_id after = test_add_enterprise(store, "Baru", "93.01", 1);
    bina_query *query = where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "93.01");
    bina_cursor *cursor;
    const bina_record *record;

    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_record_id(record), before);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_record_id(record), after);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
    bina_cursor_free(cursor);
    bina_query_free(query);
    ck_assert_str_eq(answers(where_text(BINA_ENTERPRISE_REGION, BINA_UNDER, "91")), "");
}
END_TEST

START_TEST(in_and_groups)
{
    bina_value some[2] = {bina_int(3), bina_int(12)};
    bina_query *query = bina_query_new(BINA_ENTERPRISE);

    bina_query_where_in(query, BINA_ENTERPRISE_WORKERS, some, 2);
    ck_assert_str_eq(answers(query), "05");
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_where_in(query, BINA_ENTERPRISE_WORKERS, NULL, 0);
    ck_assert_str_eq(answers(query), "");
    /* (workers = 7 and (name = Batik or name is null)) or name = Dodol */
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_any(query);
    bina_query_all(query);
    bina_query_where_int(query, BINA_ENTERPRISE_WORKERS, BINA_EQ, 7);
    bina_query_any(query);
    bina_query_where_text(query, BINA_ENTERPRISE_NAME, BINA_EQ, "Batik");
    bina_query_where_text(query, BINA_ENTERPRISE_NAME, BINA_IS_NULL, NULL);
    bina_query_end(query);
    bina_query_end(query);
    bina_query_where_text(query, BINA_ENTERPRISE_NAME, BINA_EQ, "Dodol");
    bina_query_end(query);
    ck_assert_str_eq(answers(query), "14");
}
END_TEST

START_TEST(order_and_limit)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *record;

    bina_query_order(query, BINA_ENTERPRISE_WORKERS, true);
    bina_query_order(query, BINA_ENTERPRISE_NAME, false);
    ck_assert_str_eq(answers(query), "512043");
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_order(query, BINA_ENTERPRISE_WORKERS, false);
    ck_assert_str_eq(answers(query), "340125");
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_limit(query, 2);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
    bina_cursor_free(cursor);
    bina_query_free(query);
}
END_TEST

/* Page by page gives the same as all at once, in every order, with missing values and equals. */
START_TEST(pages_join_up)
{
    static const struct {
        int first, second;
        bool down_first, down_second;
        const char *expected;
    } orders[] = {
        {BINA_ENTERPRISE_WORKERS, BINA_ENTERPRISE_NAME, false, true, "340215"},
        {BINA_ENTERPRISE_WORKERS, BINA_ENTERPRISE_NAME, true, true, "521043"},
        {BINA_ENTERPRISE_NAME, BINA_ENTERPRISE_WORKERS, true, false, "432105"},
        {BINA_ENTERPRISE_STATUS, BINA_ENTERPRISE_REGION, false, true, "310245"},
    };
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        char spelt[16], token[1024] = "";
        size_t at = 0;
        for (int page = 0; page < 4; page++) {
            bina_query *query = bina_query_new(BINA_ENTERPRISE);
            bina_cursor *cursor;
            const bina_record *record;
            bina_query_order(query, orders[i].first, orders[i].down_first);
            bina_query_order(query, orders[i].second, orders[i].down_second);
            bina_query_limit(query, 2);
            bina_query_select(query, BINA_ENTERPRISE_ID);
            bina_query_after(query, token[0] == '\0' ? NULL : token);
            ck_ok(store, bina_store_list(store, query, &cursor));
            while (bina_cursor_next(cursor, &record) == BINA_OK) {
                for (int k = 0; k < 6; k++)
                    if (ids[k] == bina_record_id(record))
                        spelt[at++] = (char)('0' + k);
                snprintf(token, sizeof token, "%s", bina_query_token(query, record));
            }
            bina_cursor_free(cursor);
            bina_query_free(query);
        }
        spelt[at] = '\0';
        ck_assert_str_eq(spelt, orders[i].expected);
    }
}
END_TEST

START_TEST(token_of_another_order_is_refused)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    bina_record *record;
    char token[1024];

    bina_query_order(query, BINA_ENTERPRISE_NAME, false);
    ck_ok(store, bina_store_get(store, ids[1], &record));
    snprintf(token, sizeof token, "%s", bina_query_token(query, record));
    bina_query_free(query);
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_order(query, BINA_ENTERPRISE_WORKERS, false);
    bina_query_after(query, token);
    ck_refused(store, bina_store_list(store, query, &cursor), BINA_ERR_SYNTAX);
    bina_query_after(query, "zz");
    ck_refused(store, bina_store_list(store, query, &cursor), BINA_ERR_SYNTAX);
    bina_query_free(query);
    bina_record_free(record);
}
END_TEST

START_TEST(selected_fields_only)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *record;

    bina_query_select(query, BINA_ENTERPRISE_NAME);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NAME), "Anyaman");
    ck_assert_int_eq(bina_record_id(record), ids[0]);
    ck_assert(!bina_record_is_set(record, BINA_ENTERPRISE_WORKERS));
    bina_cursor_free(cursor);
    bina_query_free(query);
}
END_TEST

START_TEST(batches_equal_records)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_batch *batch;
    const int32_t *offsets;
    const char *bytes;

    bina_query_select(query, BINA_ENTERPRISE_NAME);
    bina_query_select(query, BINA_ENTERPRISE_WORKERS);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_OK);
    ck_assert_uint_eq(bina_batch_rows(batch), 6);
    ck_assert(bina_batch_texts(batch, BINA_ENTERPRISE_NAME, &offsets, &bytes));
    ck_assert_int_eq(offsets[2] - offsets[1], 5);
    ck_assert_int_eq(memcmp(bytes + offsets[1], "Batik", 5), 0);
    ck_assert_int_eq(bina_batch_integers(batch, BINA_ENTERPRISE_WORKERS)[5], 12);
    ck_assert_int_eq(bina_batch_validity(batch, BINA_ENTERPRISE_WORKERS)[0], 0x37);
    ck_assert_int_eq(bina_batch_validity(batch, BINA_ENTERPRISE_NAME)[0], 0x1f);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_DONE);
    bina_cursor_free(cursor);
    bina_query_free(query);
}
END_TEST

START_TEST(mistakes_are_told_at_the_end)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;

    bina_query_where_text(query, BINA_ENTERPRISE_WORKERS, BINA_EQ, "seven");
    bina_query_where_int(query, 999, BINA_EQ, 1);
    ck_refused(store, bina_store_list(store, query, &cursor), BINA_ERR_TYPE);
    ck_assert_str_eq(bina_error_field(bina_store_error(store)), "workers");
    ck_assert_ptr_null(cursor);
    bina_query_free(query);
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_any(query);
    ck_refused(store, bina_store_list(store, query, &cursor), BINA_ERR_USAGE);
    bina_query_free(query);
    query = bina_query_new(BINA_ENTERPRISE);
    bina_query_where_text(query, BINA_ENTERPRISE_SIZE_CLASS, BINA_EQ, "micro");
    ck_refused(store, bina_store_list(store, query, &cursor), BINA_ERR_UNSUPPORTED);
    bina_query_free(query);
    ck_assert_ptr_null(bina_query_new(99));
    ck_refused(store, bina_store_list(store, NULL, &cursor), BINA_ERR_USAGE);
}
END_TEST

/* The language of an embedding program may free the store before its cursors. */
START_TEST(cursor_outlives_the_handle)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_store *other = test_open();
    bina_cursor *cursor;
    const bina_record *record;
    int rows = 0;

    ck_ok(other, bina_store_list(other, query, &cursor));
    bina_query_free(query);
    bina_store_close(other);
    while (bina_cursor_next(cursor, &record) == BINA_OK)
        rows++;
    ck_assert_int_eq(rows, 6);
    bina_cursor_free(cursor);
}
END_TEST

/* PP 7/2021 Art. 35: up to two milliards a year is micro, up to fifteen small; before, UU 20/2008.
 */
START_TEST(derived_fields_follow_the_law_of_the_day)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *record;
    bina_id id;
    int64_t day;

    bina_set_int(shop, BINA_ENTERPRISE_SALES, 1500000000);
    ck_ok(store, bina_store_add(store, shop, &id));
    bina_record_free(shop);
    /* The test's clock stands in November 2020. */
    ck_ok(store, bina_store_get(store, id, &shop));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_SIZE_CLASS), "small");
    bina_record_free(shop);
    bina_query_where_int(query, BINA_ENTERPRISE_ID, BINA_EQ, id);
    ck_assert(bina_date_parse("2021-02-02", &day));
    bina_query_true_on(query, day);
    bina_query_select(query, BINA_ENTERPRISE_SIZE_CLASS);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_SIZE_CLASS), "micro");
    ck_assert(!bina_record_is_set(record, BINA_ENTERPRISE_SALES));
    bina_cursor_free(cursor);
    bina_query_free(query);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store queries");
    TCase *tests = tcase_create("queries");

    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, comparisons);
    tcase_add_test(tests, under_follows_the_parts_of_a_code);
    tcase_add_test(tests, under_follows_regions_through_the_lists);
    tcase_add_test(tests, under_follows_regions_through_their_lists);
    tcase_add_test(tests, in_and_groups);
    tcase_add_test(tests, order_and_limit);
    tcase_add_test(tests, pages_join_up);
    tcase_add_test(tests, token_of_another_order_is_refused);
    tcase_add_test(tests, selected_fields_only);
    tcase_add_test(tests, batches_equal_records);
    tcase_add_test(tests, mistakes_are_told_at_the_end);
    tcase_add_test(tests, cursor_outlives_the_handle);
    tcase_add_test(tests, derived_fields_follow_the_law_of_the_day);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
