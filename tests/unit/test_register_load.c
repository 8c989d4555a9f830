/* Protects loading YAML records: natural keys, references, all or nothing, every fault with its
 * line. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bina/load.h>

static bina_store *store;
static bina_faults *faults;
static char path[] = "/tmp/bina_load_XXXXXX";

static void
setup(void)
{
    int file = mkstemp(strcpy(path, "/tmp/bina_load_XXXXXX"));

    ck_assert_int_ge(file, 0);
    close(file);
    ck_assert_int_eq(bina_store_open(":memory:", NULL, &store), BINA_OK);
    faults = bina_faults_new(0);
}

static void
teardown(void)
{
    unlink(path);
    bina_faults_free(faults);
    bina_store_close(store);
}

static bina_status
load(const char *yaml, bina_loaded *loaded)
{
    FILE *file = fopen(path, "w");

    ck_assert_ptr_nonnull(file);
    fputs(yaml, file);
    fclose(file);
    return bina_store_load(store, path, faults, loaded);
}

static int64_t
count(int kind)
{
    bina_query *query = bina_query_new(kind);
    int64_t found = 0;

    ck_assert_int_eq(bina_store_count(store, query, &found), BINA_OK);
    bina_query_free(query);
    return found;
}

static const char whole[] = "persons:\n"
                            "  - name: Inaq Contoh\n"
                            "    nik: \"5203054107800001\"\n"
                            "enterprises:\n"
                            "  - name: no\n"
                            "    nib: \"0220100380512\"\n"
                            "    activity: \"13122\"\n"
                            "    ownerships:\n"
                            "      - party: {nik: \"5203054107800001\"}\n"
                            "        role: pemilik\n";

START_TEST(records_and_their_ties_are_stored)
{
    bina_loaded loaded;
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    const bina_record *record;

    ck_assert_msg(load(whole, &loaded) == BINA_OK, "%s",
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    ck_assert_int_eq(loaded.added, 3);
    ck_assert_int_eq(loaded.updated, 0);
    ck_assert_int_eq(count(BINA_OWNERSHIP), 1);
    ck_assert_int_eq(bina_store_list(store, query, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_OK);
    /* YAML 1.1 would have made false and an octal number of these. */
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NAME), "no");
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_NIB), "0220100380512");
    bina_cursor_free(cursor);
    bina_query_free(query);
}
END_TEST

START_TEST(loading_again_updates_by_natural_key)
{
    bina_loaded loaded;

    ck_assert_int_eq(load(whole, NULL), BINA_OK);
    ck_assert_int_eq(load("enterprises:\n  - {nib: \"0220100380512\", workers: 7}\n", &loaded),
                     BINA_OK);
    ck_assert_int_eq(loaded.added, 0);
    ck_assert_int_eq(loaded.updated, 1);
    ck_assert_int_eq(count(BINA_ENTERPRISE), 1);
}
END_TEST

START_TEST(every_fault_is_told_and_nothing_is_stored)
{
    bina_error *fault = bina_error_new();

    ck_assert_int_lt(load("persons:\n"
                          "  - name: Loq Contoh\n"
                          "memberships:\n"
                          "  - member_of: {name: Tidak Ada}\n"
                          "    member: {nik: \"5203054107800002\"}\n"
                          "commodities:\n"
                          "  - name: tenun\n"
                          "    activity: \"1312X\"\n",
                          NULL),
                     0);
    ck_assert_int_eq(bina_faults_count(faults, BINA_ERROR), 3);
    ck_assert_int_eq(bina_faults_at(faults, 0, fault), BINA_OK);
    ck_assert_str_eq(bina_error_file(fault), path);
    ck_assert_int_gt(bina_error_line(fault), 0);
    ck_assert_int_eq(count(BINA_PERSON), 0);
    bina_error_free(fault);
}
END_TEST

/* Which of many records breaks a rule, and every condition of it, must be told to who wrote it. */
START_TEST(every_refusal_is_told_with_its_line_and_rule)
{
    static const int64_t lines[] = {4, 6};
    bina_error *fault = bina_error_new();

    ck_assert_int_eq(load("persons:\n"
                          "  - name: Loq Contoh\n"
                          "programmes:\n"
                          "  - name: Program Berjalan\n"
                          "    state: running\n"
                          "  - {name: Program Selesai, state: closed}\n",
                          NULL),
                     BINA_ERR_REFUSED);
    ck_assert_int_ge(bina_faults_count(faults, BINA_ERROR), 2);
    for (size_t i = 0; i < 2; i++) {
        bool found = false;
        for (size_t n = 0; !found && bina_faults_at(faults, n, fault) == BINA_OK; n++)
            found = bina_error_line(fault) == lines[i] &&
                    strcmp(bina_error_rule(fault), "lifecycle.declared") == 0;
        ck_assert_msg(found, "line %d", (int)lines[i]);
        ck_assert_str_eq(bina_error_file(fault), path);
        ck_assert_str_eq(bina_error_kind(fault), "programme");
        ck_assert_int_eq(bina_error_status(fault), BINA_ERR_REFUSED);
    }
    ck_assert_str_ne(bina_error_message(fault, BINA_ENGLISH),
                     bina_error_message(fault, BINA_INDONESIAN));
    ck_assert_int_eq(count(BINA_PERSON), 0);
    ck_assert_int_eq(count(BINA_PROGRAMME), 0);
    bina_error_free(fault);
}
END_TEST

/* What hangs on a refused record is not complained of besides. */
START_TEST(what_hangs_on_a_refused_record_is_not_to_blame)
{
    bina_error *fault = bina_error_new();
    size_t n;

    ck_assert_int_eq(load("programmes:\n"
                          "  - name: Program Berjalan\n"
                          "    state: running\n"
                          "    batches:\n"
                          "      - {number: 1, activity: training, seats: 2}\n",
                          NULL),
                     BINA_ERR_REFUSED);
    for (n = 0; bina_faults_at(faults, n, fault) == BINA_OK; n++)
        ck_assert_int_eq(bina_error_line(fault), 2);
    ck_assert_int_gt((int64_t)n, 0);
    bina_error_free(fault);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("loading");
    TCase *tcase = tcase_create("loading");
    SRunner *runner;
    int failed;

    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, records_and_their_ties_are_stored);
    tcase_add_test(tcase, loading_again_updates_by_natural_key);
    tcase_add_test(tcase, every_fault_is_told_and_nothing_is_stored);
    tcase_add_test(tcase, every_refusal_is_told_with_its_line_and_rule);
    tcase_add_test(tcase, what_hangs_on_a_refused_record_is_not_to_blame);
    suite_add_tcase(suite, tcase);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
