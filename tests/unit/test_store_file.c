/* The file: older and newer ones, the office's own fields, backups, other programs' views of it. */
#include "test_store.h"
#include "test_store_sql.h"
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

START_TEST(any_sqlite_tool_can_read_it)
{
    bina_store *store = test_open();
    bina_record *person = bina_record_new(BINA_PERSON);

    bina_set(person, BINA_PERSON_NAME, "Amaq Jelbudan");
    bina_set_date(person, BINA_PERSON_BORN, 1970, 12, 31);
    ck_ok(store, bina_store_add(store, person, NULL));
    bina_record_free(person);
    bina_store_close(store);
    ck_assert_int_eq(sql_integer(test_path, "PRAGMA application_id"), 0x42494e41);
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM persons WHERE born ="
                                            " '1970-12-31' AND typeof(id) = 'integer'"),
                     1);
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM pragma_table_list WHERE schema ="
                                            " 'main' AND type = 'table' AND strict = 0 AND name"
                                            " NOT LIKE 'sqlite%'"),
                     0);
    ck_assert_int_eq(sql_integer(test_path, "SELECT number FROM stores"), 77);
}
END_TEST

/* A file that lacks what later versions brought gets it, and keeps what it has. */
START_TEST(older_file_is_brought_up)
{
    bina_store *store = test_open();
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_record *shop, *consent = bina_record_new(BINA_CONSENT);

    bina_store_close(store);
    sql_run(test_path, "DROP TABLE consents; DROP INDEX enterprises__sentra;"
                       "ALTER TABLE enterprises DROP COLUMN sentra;"
                       "ALTER TABLE enterprises DROP COLUMN longitude; PRAGMA user_version = 0");
    /* Only read, it is not brought up: what it lacks has no value. */
    store = test_open_mode(test_path, BINA_STORE_READ_ONLY);
    ck_ok(store, bina_store_get(store, id, &shop));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NAME), "Satu");
    ck_assert_int_eq(bina_record_get(shop, BINA_ENTERPRISE_LONGITUDE).type, BINA_NULL);
    bina_record_free(shop);
    {
        bina_query *query = bina_query_new(BINA_CONSENT);
        bina_cursor *cursor;
        const bina_record *record;
        ck_ok(store, bina_store_list(store, query, &cursor));
        ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_DONE);
        bina_cursor_free(cursor);
        bina_query_free(query);
    }
    bina_store_close(store);
    ck_assert_int_eq(sql_integer(test_path, "PRAGMA user_version"), 0);

    sql_run(test_path, "PRAGMA user_version = 0");
    store = test_open();
    ck_ok(store, bina_store_get(store, id, &shop));
    bina_set_real(shop, BINA_ENTERPRISE_LONGITUDE, 116.5);
    ck_ok(store, bina_store_update(store, shop));
    bina_record_free(shop);
    bina_record_free(consent);
    expect_sound(store);
    bina_store_close(store);
    ck_assert_int_ge(sql_integer(test_path, "PRAGMA user_version"), 1);
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM pragma_table_list WHERE name ="
                                            " 'consents'"),
                     1);
}
END_TEST

START_TEST(newer_file_is_read_or_refused)
{
    bina_store *store = test_open();
    bina_id id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_record *shop;

    bina_store_close(store);
    sql_run(test_path, "ALTER TABLE enterprises ADD COLUMN later TEXT; PRAGMA user_version = 900");
    store = test_open();
    ck_assert(!bina_store_is_read_only(store));
    ck_ok(store, bina_store_get(store, id, &shop));
    bina_record_free(shop);
    test_add_enterprise(store, "Dua", "52.03", 3);
    bina_store_close(store);
    ck_assert_int_eq(sql_integer(test_path, "PRAGMA user_version"), 900);

    sql_run(test_path, "UPDATE file_facts SET value = '899' WHERE name = 'least_writer'");
    store = test_open();
    ck_assert(bina_store_is_read_only(store));
    ck_ok(store, bina_store_get(store, id, &shop));
    ck_refused(store, bina_store_update(store, shop), BINA_ERR_READ_ONLY);
    bina_record_free(shop);
    bina_store_close(store);

    sql_run(test_path, "UPDATE file_facts SET value = '899' WHERE name = 'least_reader'");
    ck_assert_int_eq(bina_store_open(test_path, NULL, &store), BINA_ERR_VERSION);
    ck_assert_ptr_nonnull(strstr(test_message(store), "899"));
    bina_store_close(store);
}
END_TEST

START_TEST(own_fields_are_fields)
{
    bina_store *store = test_open();
    bina_query *query;
    bina_cursor *cursor;
    const bina_record *row;
    bina_record *shop;
    bina_id id;
    int looms, sort;

    ck_ok(store, bina_store_add_own_field(store, BINA_ENTERPRISE, "loom_count", BINA_INT, NULL,
                                          "Number of looms.", BINA_FIELD_INDEXED));
    ck_ok(store, bina_store_add_own_field(store, BINA_ENTERPRISE, "weaver_sex", BINA_CODE, "sex",
                                          "Who weaves.", 0));
    ck_refused(
        store,
        bina_store_add_own_field(store, BINA_ENTERPRISE, "loom_count", BINA_INT, NULL, NULL, 0),
        BINA_ERR_DUPLICATE);
    ck_refused(store,
               bina_store_add_own_field(store, BINA_ENTERPRISE, "name", BINA_TEXT, NULL, NULL, 0),
               BINA_ERR_DUPLICATE);
    ck_refused(
        store,
        bina_store_add_own_field(store, BINA_ENTERPRISE, "x\"; DROP", BINA_TEXT, NULL, NULL, 0),
        BINA_ERR_USAGE);
    for (int again = 0; again < 2; again++) {
        const bina_description *description = bina_store_description(store, BINA_ENTERPRISE);
        looms = bina_description_find(description, "loom_count");
        sort = bina_description_find(description, "weaver_sex");
        ck_assert_int_ge(looms, 0);
        ck_assert(bina_field_flags(bina_description_field(description, looms)) & BINA_FIELD_OWN);
        shop = bina_record_new_of(description);
        bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun");
        bina_set(shop, looms, 40 + again);
        bina_set(shop, sort, "female");
        ck_ok(store, bina_store_add(store, shop, &id));
        bina_set(shop, sort, "loom");
        ck_refused(store, bina_store_update(store, shop), BINA_ERR_INVALID);
        bina_record_free(shop);
        /* A program that does not know of them goes on as before. */
        test_add_enterprise(store, "Biasa", "52.03", 1);
        bina_store_close(store);
        store = test_open();
    }
    query = bina_query_new_of(bina_store_description(store, BINA_ENTERPRISE));
    bina_query_where_int(query, looms, BINA_GE, 41);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_int_eq(bina_record_id(row), id);
    ck_assert_int_eq(bina_record_int(row, looms), 41);
    ck_assert_str_eq(bina_record_text(row, sort), "female");
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_DONE);
    bina_cursor_free(cursor);
    bina_query_free(query);
    expect_sound(store);
    bina_store_close(store);
}
END_TEST

/* A slip in the name must not cost the register, nor turn a device of the machine into a file. */
START_TEST(backup_spares_the_register_and_devices)
{
    bina_store *store = test_open();
    const char *name = strrchr(test_path, '/') + 1;
    char again[256], missing[256];
    bina_task *task;

    snprintf(again, sizeof again, "%s/../%s/%s", test_folder, strrchr(test_folder, '/') + 1, name);
    snprintf(missing, sizeof missing, "%s/none/copy.db", test_folder);
    test_add_enterprise(store, "Usaha", "52.03", 1);
    ck_assert_int_eq(bina_store_backup(store, test_path, &task), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_store_backup(store, again, &task), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_store_backup(store, test_folder, &task), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_store_backup(store, missing, &task), BINA_ERR_IO);
    ck_assert_ptr_null(task);
    ck_assert_ptr_nonnull(strstr(bina_error_message(bina_store_error(store), BINA_ENGLISH),
                                 "no such file or folder"));
    expect_sound(store);
    bina_store_close(store);
}
END_TEST

START_TEST(backup_is_one_moment)
{
    bina_store *store = test_open(), *copy;
    char path[128];
    bina_task *task;
    bina_progress progress;
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_status status;
    int64_t count;

    snprintf(path, sizeof path, "%s/copy.db", test_folder);
    ck_ok(store, bina_store_begin(store, NULL));
    for (int i = 0; i < 200; i++)
        test_add_enterprise(store, "Usaha", "52.03", i);
    ck_ok(store, bina_store_commit(store));
    ck_ok(store, bina_store_backup(store, path, &task));
    /* What is written after the start is not in the copy. */
    test_add_enterprise(store, "Terlambat", "52.03", 1);
    while ((status = bina_task_step(task, &progress)) == BINA_OK)
        ck_assert_int_le(progress.done, progress.total);
    ck_assert_int_eq(status, BINA_DONE);
    ck_assert_int_gt(progress.total, 10);
    bina_task_free(task);
    copy = test_open_mode(path, BINA_STORE_MUST_EXIST);
    ck_ok(copy, bina_store_count(copy, query, &count));
    ck_assert_int_eq(count, 200);
    expect_sound(copy);
    bina_store_close(copy);
    /* Given up half way, a backup leaves what was there. */
    ck_ok(store, bina_store_backup(store, path, &task));
    bina_task_free(task);
    copy = test_open_mode(path, BINA_STORE_MUST_EXIST);
    ck_ok(copy, bina_store_count(copy, query, &count));
    ck_assert_int_eq(count, 200);
    bina_store_close(copy);
    snprintf(path, sizeof path, "%s/copy.db.partial", test_folder);
    ck_assert_int_ne(access(path, F_OK), 0);
    ck_refused(store, bina_store_backup(store, test_path, &task), BINA_ERR_USAGE);
    ck_refused(store, bina_store_backup(store, "/nowhere/at/all.db", &task), BINA_ERR_IO);
    bina_query_free(query);
    bina_store_close(store);
}
END_TEST

/* A register that was closed to other users is not laid open by its copy. */
START_TEST(a_new_register_is_closed_to_other_logins)
{
    struct stat seen;

    bina_store_close(test_open());
    ck_assert_int_eq(stat(test_path, &seen), 0);
    ck_assert_uint_eq(seen.st_mode & 077, 0);
}
END_TEST

START_TEST(backup_is_as_closed_as_the_register)
{
    bina_store *store = test_open();
    char path[128];
    struct stat copy;
    bina_task *task;

    snprintf(path, sizeof path, "%s/closed.db", test_folder);
    ck_assert_int_eq(chmod(test_path, 0600), 0);
    ck_ok(store, bina_store_backup(store, path, &task));
    ck_assert_int_eq(bina_task_run(task), BINA_OK);
    bina_task_free(task);
    ck_assert_int_eq(stat(path, &copy), 0);
    ck_assert_int_eq((int)(copy.st_mode & 0777), 0600);
    bina_store_close(store);
}
END_TEST

/* Opens the register for reading as somebody who may write nothing there; gives the status. */
static bina_status
read_as_nobody(const char *path, bina_id id, bool *told_wal)
{
    int outcome, pipes[2];
    char told = 0;
    pid_t child;

    ck_assert_int_eq(pipe(pipes), 0);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        bina_store_options options = BINA_STORE_OPTIONS_INIT;
        bina_store *store;
        bina_record *shop = NULL;
        bina_status status;

        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            _exit(99);
        options.mode = BINA_STORE_READ_ONLY;
        status = bina_store_open(path, &options, &store);
        told = strstr(test_message(store), "-wal") != NULL;
        if (status == BINA_OK)
            status = bina_store_get(store, id, &shop);
        if (status == BINA_OK && strcmp(bina_record_text(shop, BINA_ENTERPRISE_NAME), "Satu") != 0)
            status = BINA_ERR_CORRUPT;
        if (write(pipes[1], &told, 1) != 1)
            _exit(98);
        _exit(-status);
    }
    ck_assert_int_eq(waitpid(child, &outcome, 0), child);
    ck_assert(WIFEXITED(outcome));
    ck_assert_int_lt(WEXITSTATUS(outcome), 90);
    ck_assert_int_eq(read(pipes[0], &told, 1), 1);
    close(pipes[0]);
    close(pipes[1]);
    *told_wal = told;
    return -WEXITSTATUS(outcome);
}

/* A register on a shared folder, or a DVD, can be read; unless it was not closed. */
START_TEST(a_folder_nobody_may_write)
{
    bina_store *store;
    bina_id id;
    bool told;
    char path[128], shm[160], command[256];
    pid_t child;

    /* Letters that mean something in the name SQLite is given. */
    snprintf(path, sizeof path, "%s/lotim 50%%20?#1.db", test_folder);
    store = test_open_mode(path, BINA_STORE_OPEN_OR_CREATE);
    id = test_add_enterprise(store, "Satu", "52.03", 3);
    bina_store_close(store);
    ck_assert_int_eq(chmod(path, 0444), 0);
    ck_assert_int_eq(chmod(test_folder, 0555), 0);
    ck_assert_int_eq(read_as_nobody(path, id, &told), BINA_OK);

    ck_assert_int_eq(chmod(test_folder, 0755), 0);
    ck_assert_int_eq(chmod(path, 0644), 0);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) { /* the power fails while it is open */
        store = test_open_mode(path, BINA_STORE_MUST_EXIST);
        test_add_enterprise(store, "Dua", "52.03", 3);
        kill(getpid(), SIGKILL);
    }
    waitpid(child, NULL, 0);
    snprintf(shm, sizeof shm, "%s-shm", path);
    unlink(shm);
    snprintf(command, sizeof command, "chmod 0444 '%s/'*", test_folder);
    ck_assert_int_eq(system(command), 0);
    ck_assert_int_eq(chmod(test_folder, 0555), 0);
    ck_assert_int_eq(read_as_nobody(path, id, &told), BINA_ERR_IO);
    ck_assert(told);
    ck_assert_int_eq(chmod(test_folder, 0755), 0);
}
END_TEST

/* A program killed while writing loses at most what it had not committed. */
START_TEST(kill_leaves_a_sound_file)
{
    bina_store *store = test_open();
    pid_t child;
    int outcome;
    int64_t commits, count;
    bina_query *query = bina_query_new(BINA_ENTERPRISE);

    bina_store_close(store);
    for (int round = 0; round < 5; round++) {
        child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            store = test_open();
            for (;;) {
                bina_store_begin(store, NULL);
                test_add_enterprise(store, "Satu", "52.03", 1);
                test_add_enterprise(store, "Dua", "52.03", 2);
                bina_store_commit(store);
            }
        }
        nanosleep(&(struct timespec){.tv_nsec = 20000000 + 9000000 * round}, NULL);
        kill(child, SIGKILL);
        waitpid(child, &outcome, 0);
        store = test_open();
        expect_sound(store);
        ck_ok(store, bina_store_last_commit(store, &commits));
        ck_ok(store, bina_store_count(store, query, &count));
        ck_assert_int_eq(count, 2 * commits);
        bina_store_close(store);
    }
    bina_query_free(query);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store file");
    TCase *tests = tcase_create("file");

    tcase_set_timeout(tests, 30);
    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_test(tests, any_sqlite_tool_can_read_it);
    tcase_add_test(tests, older_file_is_brought_up);
    tcase_add_test(tests, newer_file_is_read_or_refused);
    tcase_add_test(tests, own_fields_are_fields);
    tcase_add_test(tests, backup_spares_the_register_and_devices);
    tcase_add_test(tests, backup_is_one_moment);
    tcase_add_test(tests, a_new_register_is_closed_to_other_logins);
    tcase_add_test(tests, backup_is_as_closed_as_the_register);
    tcase_add_test(tests, a_folder_nobody_may_write);
    tcase_add_test(tests, kill_leaves_a_sound_file);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
