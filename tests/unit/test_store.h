/* What the tests of the store share: a temporary folder, a store with a fixed clock, made-up
 * people. */
#ifndef BINA_TEST_STORE_H
#define BINA_TEST_STORE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bina.h>

#define TEST_CLOCK INT64_C(1604880000000) /* 2020-11-09T00:00:00Z */

static char test_folder[64], test_path[96];

/* An empty folder; the file test_path does not exist yet. */
static inline void
test_begin(void)
{
    snprintf(test_folder, sizeof test_folder, "/tmp/bina-store-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(test_folder));
    snprintf(test_path, sizeof test_path, "%s/register.db", test_folder);
}

static inline void
test_end(void)
{
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", test_folder);
    ck_assert_int_eq(system(command), 0);
}

static inline const char *
test_message(const bina_store *store)
{
    return bina_error_message(bina_store_error(store), BINA_ENGLISH);
}

#define ck_ok(store, call)                                                                         \
    do {                                                                                           \
        bina_status ck_status = (call);                                                            \
        ck_assert_msg(ck_status == BINA_OK, "%s: %s: %s", #call, bina_status_name(ck_status),      \
                      test_message(store));                                                        \
    } while (0)

#define ck_refused(store, call, expected)                                                          \
    do {                                                                                           \
        bina_status ck_status = (call);                                                            \
        ck_assert_msg(ck_status == (expected), "%s: %s: %s", #call, bina_status_name(ck_status),   \
                      test_message(store));                                                        \
        ck_assert_int_eq(bina_error_status(bina_store_error(store)), expected);                    \
    } while (0)

static inline bina_store *
test_open_mode(const char *path, bina_store_mode mode)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    bina_store *store;

    options.mode = mode;
    options.office = "52.03/1";
    options.actor = "Petugas Uji";
    options.clock = TEST_CLOCK;
    options.store_number = 77;
    ck_ok(store, bina_store_open(path, &options, &store));
    return store;
}

static inline bina_store *
test_open(void)
{
    return test_open_mode(test_path, BINA_STORE_OPEN_OR_CREATE);
}

static inline bina_id
test_add_enterprise(bina_store *store, const char *name, const char *region, int workers)
{
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_id id;

    bina_set(shop, BINA_ENTERPRISE_NAME, name);
    bina_set(shop, BINA_ENTERPRISE_REGION, region);
    bina_set(shop, BINA_ENTERPRISE_STATUS, "active");
    if (workers >= 0)
        bina_set(shop, BINA_ENTERPRISE_WORKERS, workers);
    ck_ok(store, bina_store_add(store, shop, &id));
    bina_record_free(shop);
    return id;
}

static inline bina_id
test_add_person(bina_store *store, const char *name)
{
    bina_record *person = bina_record_new(BINA_PERSON);
    bina_id id;

    bina_set(person, BINA_PERSON_NAME, name);
    ck_ok(store, bina_store_add(store, person, &id));
    bina_record_free(person);
    return id;
}

static inline int
test_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    int failed;

    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
