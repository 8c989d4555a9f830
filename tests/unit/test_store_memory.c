/*
 * Memory runs out at every point of a whole scenario: nothing crashes, nothing leaks, what fails
 * says so, and the file is sound afterwards. The library's and SQLite's allocations are counted
 * together.
 */
#include "test_store_sql.h"
#include <limits.h>
#include "scarce.h"

static sqlite3_mem_methods sqlite_memory;

static void *
sqlite_malloc(int size)
{
    return scarce_fails() ? NULL : sqlite_memory.xMalloc(size);
}

static void *
sqlite_realloc(void *old, int size)
{
    return scarce_fails() ? NULL : sqlite_memory.xRealloc(old, size);
}

/* Only memory may be short. */
static bool
went_well(bina_status status)
{
    scarce_hold(true); /* Check allocates too */
    ck_assert_msg(status == BINA_OK || status == BINA_DONE || status == BINA_ERR_NO_MEMORY ||
                      status == BINA_ERR_IO || status == BINA_ERR_USAGE ||
                      status == BINA_ERR_NOT_FOUND,
                  "%s", bina_status_name(status));
    ck_assert_msg(status >= 0 || scarce_did_fail(), "%s without a failed allocation",
                  bina_status_name(status));
    scarce_hold(false);
    return status >= 0;
}

static void
drain(bina_status status, bina_cursor *cursor)
{
    const bina_record *record;

    if (!went_well(status))
        return;
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK)
        continue;
    went_well(status);
    bina_cursor_free(cursor);
}

static void
scenario(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store = NULL;
    bina_record *shop, *read;
    bina_query *query;
    bina_cursor *cursor;
    bina_rows *rows;
    bina_task *task;
    bina_status status;
    bina_id id = 0;
    int64_t count;
    char copy[128];

    options.actor = "Petugas Uji";
    options.office = "52.03/1";
    options.clock = TEST_CLOCK;
    if (!went_well(bina_store_open(test_path, &options, &store)))
        goto out;
    shop = bina_record_new(BINA_ENTERPRISE);
    if (shop != NULL) {
        bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun Ikat Lestari dari Desa Pringgasela");
        bina_set(shop, BINA_ENTERPRISE_REGION, "52.03.05.2001");
        bina_set(shop, BINA_ENTERPRISE_STATUS, "active");
        went_well(bina_store_begin(store, "uji"));
        if (went_well(bina_store_add(store, shop, &id))) {
            bina_set(shop, BINA_ENTERPRISE_STATUS, "paused");
            went_well(bina_store_update(store, shop));
        }
        if (bina_store_depth(store) > 0 && bina_store_commit(store) != BINA_OK)
            bina_store_rollback(store);
    }
    bina_record_free(shop);
    if (went_well(bina_store_get(store, id, &read)))
        bina_record_free(read);
    rows = bina_rows_new(bina_kind_description(BINA_PERSON));
    shop = bina_record_new(BINA_PERSON);
    bina_set_text(shop, BINA_PERSON_NAME, "Inaq Sari");
    if (rows != NULL && shop != NULL && bina_rows_add(rows, shop) == BINA_OK) {
        cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        if (cursor != NULL)
            went_well(bina_store_add_all(store, cursor, &count));
        bina_cursor_free(cursor);
    }
    bina_rows_free(rows);
    bina_record_free(shop);
    query = bina_query_new(BINA_ENTERPRISE);
    if (query != NULL) {
        bina_query_where_text(query, BINA_ENTERPRISE_REGION, BINA_UNDER, "52.03");
        bina_query_where_text(query, BINA_ENTERPRISE_NAME, BINA_PREFIX, "Tenun");
        bina_query_order(query, BINA_ENTERPRISE_NAME, true);
        bina_query_true_on(query, 18000);
        status = bina_store_list(store, query, &cursor);
        drain(status, cursor);
        bina_query_known_at(query, 1);
        status = bina_store_list(store, query, &cursor);
        drain(status, cursor);
        went_well(bina_store_count(store, query, &count));
    }
    bina_query_free(query);
    went_well(bina_store_set_dated(store, id, BINA_ENTERPRISE_WORKERS, bina_int(7), 18000));
    status = bina_store_dated(store, id, BINA_ENTERPRISE_WORKERS, &cursor);
    drain(status, cursor);
    status = bina_store_history(store, id, &cursor);
    drain(status, cursor);
    went_well(bina_store_add_own_field(store, BINA_ENTERPRISE, "loom_count", BINA_INT, NULL,
                                       "Looms.", 0));
    if (bina_store_last_commit(store, &count) == BINA_OK && count == 4)
        went_well(bina_store_undo(store, 3, "keliru"));
    snprintf(copy, sizeof copy, "%s/copy.db", test_folder);
    if (went_well(bina_store_backup(store, copy, &task))) {
        went_well(bina_task_run(task));
        bina_task_free(task);
    }
    status = bina_store_verify(store, &cursor);
    drain(status, cursor);
out:
    bina_store_close(store);
}

static void
remove_files(void)
{
    static const char *const tails[] = {"register.db", "register.db-wal", "register.db-shm",
                                        "copy.db"};
    char name[128];

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        snprintf(name, sizeof name, "%s/%s", test_folder, tails[i]);
        unlink(name);
    }
}

static void
expect_sound_file(void)
{
    bina_store *store;
    bina_cursor *cursor;
    const bina_record *fault;

    if (access(test_path, F_OK) != 0)
        return;
    store = test_open();
    ck_ok(store, bina_store_verify(store, &cursor));
    if (bina_cursor_next(cursor, &fault) == BINA_OK)
        ck_abort_msg("%s", bina_record_text(fault, BINA_VERIFY_MESSAGE));
    bina_cursor_free(cursor);
    bina_store_close(store);
}

START_TEST(every_allocation_may_fail)
{
    long total;

    /* How many there are; then one here, one there, with a stride that no loop has. */
    scarce_after(LONG_MAX, SCARCE_ONCE);
    scenario();
    scarce_end();
    total = scarce_count();
    remove_files();
    ck_assert_int_gt(total, 1000);
    for (long n = 0; n < total; n += n < 150 ? 1 : 1 + total / 151) {
        scarce_after(n, SCARCE_ONCE);
        scenario();
        scarce_end();
        if (n % 7 == 0)
            expect_sound_file();
        remove_files();
    }
}
END_TEST

/* An older file is brought up, or stays what it was. */
START_TEST(every_allocation_of_bringing_up_may_fail)
{
    char keep[192], take[192];
    bina_store *store = test_open();
    bina_record *product = bina_record_new(BINA_PRODUCT);
    long total = 1;

    bina_set_int(product, BINA_PRODUCT_MAKER, test_add_enterprise(store, "Satu", "52.03", 3));
    bina_set(product, BINA_PRODUCT_NAME, "Kopi");
    ck_ok(store, bina_store_add(store, product, NULL));
    bina_record_free(product);
    bina_store_close(store);
    sql_make_older();
    snprintf(keep, sizeof keep, "cp '%s' '%s/older'", test_path, test_folder);
    snprintf(take, sizeof take, "cp '%s/older' '%s'", test_folder, test_path);
    ck_assert_int_eq(system(keep), 0);
    for (long n = LONG_MAX; n > 0; n = n == LONG_MAX ? total - 1 : n - 1 - total / 41) {
        bina_status status;
        remove_files();
        ck_assert_int_eq(system(take), 0);
        scarce_after(n, SCARCE_ONCE);
        status = bina_store_open(test_path, NULL, &store);
        scarce_end();
        if (n == LONG_MAX)
            total = scarce_count();
        /* SQLite does without some of what it asks for. */
        ck_assert(status == BINA_OK || status == BINA_ERR_NO_MEMORY);
        bina_store_close(store);
        expect_sound_file();
        ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM pragma_foreign_key_list("
                                                "'products') WHERE \"table\" = 'groups'"),
                         1);
        ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM products"), 1);
    }
    ck_assert_int_gt(total, 1000);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store memory");
    TCase *tests = tcase_create("memory");
    sqlite3_mem_methods failing;

    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlite_memory) != SQLITE_OK)
        return EXIT_FAILURE;
    failing = sqlite_memory;
    failing.xMalloc = sqlite_malloc;
    failing.xRealloc = sqlite_realloc;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) != SQLITE_OK)
        return EXIT_FAILURE;
    tcase_set_timeout(tests, 300);
    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_test(tests, every_allocation_may_fail);
    tcase_add_test(tests, every_allocation_of_bringing_up_may_fail);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
