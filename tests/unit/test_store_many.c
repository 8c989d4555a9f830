/* Several readers beside one writer, in threads and in processes: one handle each. */
#include "test_store.h"
#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>

#define READERS 3
#define COMMITS 40

static atomic_bool over;

/* Reads until told to stop; every snapshot must hold whole commits only: an even count. */
static const char *
read_along(void)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_store *store;
    const char *fault = NULL;
    int64_t last = 0;

    options.mode = BINA_STORE_READ_ONLY;
    if (bina_store_open(test_path, &options, &store) != BINA_OK)
        fault = "open";
    while (fault == NULL && !atomic_load(&over) && last < 2 * COMMITS) {
        bina_cursor *cursor;
        const bina_record *record;
        bina_status status;
        int64_t count = 0;
        if (bina_store_list(store, query, &cursor) != BINA_OK) {
            fault = "list";
            break;
        }
        while ((status = bina_cursor_next(cursor, &record)) == BINA_OK)
            count++;
        if (status != BINA_DONE)
            fault = "next";
        else if (count % 2 != 0)
            fault = "half a commit was seen";
        else if (count < last)
            fault = "what was seen vanished";
        last = count;
        bina_cursor_free(cursor);
    }
    bina_query_free(query);
    bina_store_close(store);
    return fault;
}

static void *
reader_thread(void *unused)
{
    (void)unused;
    return (void *)(uintptr_t)read_along();
}

static void
write_pairs(bina_store *store)
{
    for (int i = 0; i < COMMITS; i++) {
        ck_ok(store, bina_store_begin(store, NULL));
        test_add_enterprise(store, "Satu", "52.03", 1);
        test_add_enterprise(store, "Dua", "52.03", 2);
        ck_ok(store, bina_store_commit(store));
    }
}

START_TEST(threads)
{
    bina_store *store = test_open();
    pthread_t readers[READERS];

    atomic_store(&over, false);
    for (int i = 0; i < READERS; i++)
        ck_assert_int_eq(pthread_create(&readers[i], NULL, reader_thread, NULL), 0);
    write_pairs(store);
    atomic_store(&over, true);
    for (int i = 0; i < READERS; i++) {
        void *fault;
        pthread_join(readers[i], &fault);
        ck_assert_msg(fault == NULL, "%s", (const char *)fault);
    }
    bina_store_close(store);
}
END_TEST

START_TEST(processes)
{
    bina_store *store = test_open();
    pid_t readers[READERS];

    bina_store_close(store);
    atomic_store(&over, false);
    for (int i = 0; i < READERS; i++) {
        readers[i] = fork();
        ck_assert_int_ge(readers[i], 0);
        if (readers[i] == 0)
            _exit(read_along() == NULL ? 0 : 1);
    }
    store = test_open();
    write_pairs(store);
    for (int i = 0; i < READERS; i++) {
        int outcome;
        waitpid(readers[i], &outcome, 0);
        ck_assert(WIFEXITED(outcome) && WEXITSTATUS(outcome) == 0);
    }
    bina_store_close(store);
}
END_TEST

/* The second writer waits as long as it was told, then says so, and can try again. */
START_TEST(second_writer_waits)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *first = test_open(), *second;
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);

    options.busy_timeout_ms = -1;
    ck_ok(second, bina_store_open(test_path, &options, &second));
    ck_ok(first, bina_store_begin(first, NULL));
    ck_refused(second, bina_store_begin(second, NULL), BINA_ERR_BUSY);
    ck_refused(second, bina_store_add(second, shop, NULL), BINA_ERR_BUSY);
    ck_ok(first, bina_store_rollback(first));
    ck_ok(second, bina_store_add(second, shop, NULL));
    bina_record_free(shop);
    bina_store_close(first);
    bina_store_close(second);
}
END_TEST

/* Writers that take turns give out no id twice and keep one chain. */
START_TEST(writers_take_turns)
{
    bina_store *first, *second = test_open();
    bina_cursor *cursor;
    const bina_record *fault;
    bina_id ids[2];

    first = test_open();
    for (int i = 0; i < 20; i++) {
        ids[0] = test_add_enterprise(first, "Satu", "52.03", i);
        ids[1] = test_add_enterprise(second, "Dua", "52.03", i);
        ck_assert_int_eq(ids[1], ids[0] + 1);
    }
    ck_ok(first, bina_store_verify(first, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &fault), BINA_DONE);
    bina_cursor_free(cursor);
    bina_store_close(first);
    bina_store_close(second);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store many");
    TCase *tests = tcase_create("many");

    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_test(tests, threads);
    tcase_add_test(tests, processes);
    tcase_add_test(tests, second_writer_waits);
    tcase_add_test(tests, writers_take_turns);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
