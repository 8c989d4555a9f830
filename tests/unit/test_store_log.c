/* The commit log: what it says, that tampering shows, that undoing and erasing keep it whole. */
#include "test_store.h"
#include <sqlite3.h>

/* Runs SQL on the file behind the library's back. */
static void
tamper(const char *sql)
{
    sqlite3 *db;
    char *message = NULL;

    ck_assert_int_eq(sqlite3_open(test_path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK, "%s", message);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

/* The rules of all faults found, with blanks between; "" when all is well. */
static const char *
faults(bina_store *store)
{
    static char spelt[512];
    bina_cursor *cursor;
    const bina_record *fault;

    spelt[0] = '\0';
    ck_ok(store, bina_store_verify(store, &cursor));
    while (bina_cursor_next(cursor, &fault) == BINA_OK) {
        size_t used = strlen(spelt);
        ck_assert_ptr_nonnull(bina_record_text(fault, BINA_VERIFY_MESSAGE));
        ck_assert_ptr_nonnull(bina_record_text(fault, BINA_VERIFY_PESAN));
        snprintf(spelt + used, sizeof spelt - used, "%s%s", used > 0 ? " " : "",
                 bina_record_text(fault, BINA_VERIFY_RULE));
    }
    bina_cursor_free(cursor);
    return spelt;
}

static void
set_name(bina_store *store, bina_id id, const char *name)
{
    bina_record *change = bina_record_new(BINA_ENTERPRISE);
    bina_set_int(change, BINA_ENTERPRISE_ID, id);
    bina_set(change, BINA_ENTERPRISE_NAME, name);
    ck_ok(store, bina_store_update(store, change));
    bina_record_free(change);
}

START_TEST(history_tells_who_when_why_and_what)
{
    bina_store *store = test_open();
    bina_id id;
    bina_cursor *cursor;
    const bina_record *entry;

    ck_ok(store, bina_store_because(store, "pendataan", "intake"));
    id = test_add_enterprise(store, "Tenun \"Ikat\"\n", "52.03", 3);
    set_name(store, id, NULL);
    ck_ok(store, bina_store_remove(store, id));
    ck_ok(store, bina_store_history(store, id, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &entry), BINA_OK);
    ck_assert_int_eq(bina_record_int(entry, BINA_HISTORY_COMMIT), 1);
    ck_assert_int_eq(bina_record_int(entry, BINA_HISTORY_MADE), TEST_CLOCK);
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_ACTOR), "Petugas Uji");
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_WHY), "pendataan");
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_RULE), "intake");
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_ACTION), "add");
    ck_assert_ptr_null(bina_record_text(entry, BINA_HISTORY_OLD));
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_NEW),
                     "{\"revision\":1,\"number\":\"E-002D-0001-J\",\"name\":\"Tenun \\\"Ikat\\\""
                     "\\u000a\",\"region\":\"52.03\",\"status\":\"active\",\"workers\":3}");
    ck_assert_int_eq(bina_cursor_next(cursor, &entry), BINA_OK);
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_OLD),
                     "{\"revision\":1,\"name\":\"Tenun \\\"Ikat\\\"\\u000a\"}");
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_NEW), "{\"revision\":2,\"name\":null}");
    ck_assert_ptr_null(bina_record_text(entry, BINA_HISTORY_WHY));
    ck_assert_int_eq(bina_cursor_next(cursor, &entry), BINA_OK);
    ck_assert_str_eq(bina_record_text(entry, BINA_HISTORY_ACTION), "remove");
    ck_assert_int_eq(bina_cursor_next(cursor, &entry), BINA_DONE);
    bina_cursor_free(cursor);
    ck_assert_str_eq(faults(store), "");
    bina_store_close(store);
}
END_TEST

START_TEST(journal_kinds_can_be_listed_but_not_written)
{
    bina_store *store = test_open();
    bina_query *query = bina_query_new(BINA_COMMIT);
    bina_record *forged = bina_record_new(BINA_COMMIT);
    bina_cursor *cursor;
    const bina_record *commit;

    test_add_enterprise(store, "Satu", "52.03", 3);
    ck_ok(store, bina_store_list(store, query, &cursor));
    ck_assert_int_eq(bina_cursor_next(cursor, &commit), BINA_OK);
    ck_assert_int_eq(bina_record_int(commit, BINA_COMMIT_NUMBER), 1);
    ck_assert_uint_eq(strlen(bina_record_text(commit, BINA_COMMIT_HASH)), 64);
    bina_cursor_free(cursor);
    bina_query_free(query);
    ck_refused(store, bina_store_add(store, forged, NULL), BINA_ERR_USAGE);
    ck_refused(store,
               bina_store_remove(store, ((bina_id)77 << 35) | ((bina_id)BINA_COMMIT << 28) | 1),
               BINA_ERR_USAGE);
    bina_record_free(forged);
    bina_store_close(store);
}
END_TEST

START_TEST(tampering_shows)
{
    static const struct {
        const char *sql, *expected;
    } cases[] = {
        {"UPDATE enterprises SET workers = 9 WHERE name = 'Satu'", "table.value"},
        {"DELETE FROM enterprises WHERE name = 'Dua'", "table.missing"},
        {"INSERT INTO enterprises (id, revision) VALUES (2649169231873, 1)", "table.stray"},
        {"UPDATE changes SET new = replace(new, 'Satu', 'Sutu') WHERE commit_number = 1",
         "log.commitment table.value"},
        {"UPDATE commits SET actor = 'Orang Lain' WHERE number = 2", "log.hash"},
        {"UPDATE commits SET made = '2019-01-01T00:00:00.000Z' WHERE number = 1", "log.hash"},
        {"DELETE FROM changes WHERE commit_number = 2", "log.hash table.stray"},
        {"DELETE FROM commits WHERE number = 1", "log.gap log.stray log.hash"},
        {"DELETE FROM commits WHERE number = 2", "log.stray"},
        {"UPDATE changes SET salt = NULL WHERE commit_number = 1", "log.commitment"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bina_store *store = test_open();
        test_add_enterprise(store, "Satu", "52.03", 3);
        test_add_enterprise(store, "Dua", "52.03", 3);
        ck_assert_str_eq(faults(store), "");
        bina_store_close(store);
        tamper(cases[i].sql);
        store = test_open_mode(test_path, BINA_STORE_READ_ONLY);
        ck_assert_msg(strcmp(faults(store), cases[i].expected) == 0, "%s: %s", cases[i].sql,
                      faults(store));
        bina_store_close(store);
        unlink(test_path);
        {
            char beside[128];
            snprintf(beside, sizeof beside, "%s-wal", test_path);
            unlink(beside);
            snprintf(beside, sizeof beside, "%s-shm", test_path);
            unlink(beside);
        }
    }
}
END_TEST

START_TEST(undo_takes_a_commit_back)
{
    bina_store *store = test_open();
    bina_id first = test_add_enterprise(store, "Satu", "52.03", 3), second, third;
    bina_record *shop, *change = bina_record_new(BINA_ENTERPRISE);
    int64_t commit;

    second = test_add_enterprise(store, "Dua", "52.03", 4);
    ck_ok(store, bina_store_begin(store, "penggabungan"));
    third = test_add_enterprise(store, "Tiga", "52.03", 5);
    bina_set_int(change, BINA_ENTERPRISE_ID, first);
    bina_set_int(change, BINA_ENTERPRISE_MERGED_INTO, third);
    bina_set_int(change, BINA_ENTERPRISE_WORKERS, 9);
    ck_ok(store, bina_store_update(store, change));
    ck_ok(store, bina_store_remove(store, second));
    ck_ok(store, bina_store_commit(store));
    ck_ok(store, bina_store_last_commit(store, &commit));
    ck_assert_int_eq(commit, 3);

    ck_ok(store, bina_store_undo(store, commit, "keliru"));
    ck_refused(store, bina_store_get(store, third, &shop), BINA_ERR_NOT_FOUND);
    ck_ok(store, bina_store_get(store, second, &shop));
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NAME), "Dua");
    ck_assert_str_eq(bina_record_text(shop, BINA_ENTERPRISE_NUMBER), "E-002D-0002-H");
    bina_record_free(shop);
    ck_ok(store, bina_store_get(store, first, &shop));
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_WORKERS), 3);
    ck_assert_int_eq(bina_record_get(shop, BINA_ENTERPRISE_MERGED_INTO).type, BINA_NULL);
    ck_assert_int_gt(bina_record_int(shop, BINA_ENTERPRISE_REVISION), 2);
    bina_record_free(shop);
    ck_assert_str_eq(faults(store), "");
    /* An undo can be undone. */
    ck_ok(store, bina_store_last_commit(store, &commit));
    ck_assert_int_eq(commit, 4);
    ck_ok(store, bina_store_undo(store, commit, NULL));
    ck_ok(store, bina_store_get(store, first, &shop));
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_MERGED_INTO), third);
    ck_assert_int_eq(bina_record_int(shop, BINA_ENTERPRISE_WORKERS), 9);
    bina_record_free(shop);
    ck_assert_str_eq(faults(store), "");
    /* What was touched since is left alone. */
    set_name(store, first, "Satu Baru");
    ck_refused(store, bina_store_undo(store, 1, NULL), BINA_ERR_CONFLICT);
    ck_refused(store, bina_store_undo(store, 99, NULL), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_store_depth(store), 0);
    bina_record_free(change);
    bina_store_close(store);
}
END_TEST

/* Whether the file's bytes hold a text anywhere. */
static bool
file_holds(const char *text)
{
    FILE *file = fopen(test_path, "rb");
    size_t length = strlen(text), size, i;
    char *bytes;
    bool found = false;

    ck_assert_ptr_nonnull(file);
    fseek(file, 0, SEEK_END);
    size = (size_t)ftell(file);
    rewind(file);
    bytes = malloc(size);
    ck_assert_uint_eq(fread(bytes, 1, size, file), size);
    fclose(file);
    for (i = 0; i + length <= size && !found; i++)
        found = memcmp(bytes + i, text, length) == 0;
    free(bytes);
    return found;
}

START_TEST(erasing_keeps_the_chain_and_leaves_no_trace)
{
    bina_store *store = test_open();
    bina_record *person = bina_record_new(BINA_PERSON);
    bina_id id;

    bina_set(person, BINA_PERSON_NAME, "Baiq Rahasia Sekali");
    bina_set(person, BINA_PERSON_ADDRESS, "Gang Tersembunyi 7");
    bina_set(person, BINA_PERSON_SEX, "female");
    ck_ok(store, bina_store_add(store, person, &id));
    bina_set(person, BINA_PERSON_ADDRESS, "Gang Tersembunyi 8");
    ck_ok(store, bina_store_update(store, person));
    bina_record_free(person);
    ck_ok(store, bina_store_erase(store, id, "permintaan yang bersangkutan"));
    ck_assert_str_eq(faults(store), "");
    ck_ok(store, bina_store_get(store, id, &person));
    ck_assert_str_eq(bina_record_text(person, BINA_PERSON_NAME), "-");
    ck_assert_ptr_null(bina_record_text(person, BINA_PERSON_ADDRESS));
    ck_assert_str_eq(bina_record_text(person, BINA_PERSON_SEX), "female");
    bina_record_free(person);
    bina_store_close(store);
    ck_assert(!file_holds("Rahasia"));
    ck_assert(!file_holds("Tersembunyi"));
    store = test_open();
    ck_assert_str_eq(faults(store), "");
    ck_refused(store, bina_store_undo(store, 3, NULL), BINA_ERR_UNSUPPORTED);
    bina_store_close(store);
}
END_TEST

/* What was removed is still in the log, and can be erased from there. */
START_TEST(what_was_removed_can_be_erased)
{
    bina_store *store = test_open();
    bina_query *query = bina_query_new(BINA_PERSON);
    bina_id id = test_add_person(store, "Baiq Rahasia Sekali");
    int64_t count;

    ck_ok(store, bina_store_remove(store, id));
    ck_refused(store, bina_store_erase(store, id + 1, NULL), BINA_ERR_NOT_FOUND);
    ck_ok(store, bina_store_erase(store, id, "permintaan yang bersangkutan"));
    ck_assert_str_eq(faults(store), "");
    ck_refused(store, bina_store_undo(store, 2, NULL), BINA_ERR_CONFLICT);
    ck_refused(store, bina_store_undo(store, 3, NULL), BINA_ERR_UNSUPPORTED);
    /* What it was is known no more, as of whichever commit. */
    for (int64_t known = 1; known <= 3; known++) {
        bina_query_known_at(query, known);
        ck_ok(store, bina_store_count(store, query, &count));
        ck_assert_int_eq(count, 0);
    }
    bina_query_free(query);
    bina_store_close(store);
    ck_assert(!file_holds("Rahasia"));
}
END_TEST

START_TEST(bulk_add_is_all_or_nothing)
{
    bina_store *store = test_open();
    bina_rows *rows = bina_rows_new(bina_kind_description(BINA_ENTERPRISE));
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor;
    int64_t added, count, commit;

    for (int i = 0; i < 500; i++) {
        char name[32];
        snprintf(name, sizeof name, "Usaha %d", i);
        bina_record_clear(shop);
        bina_set(shop, BINA_ENTERPRISE_NAME, name);
        bina_set(shop, BINA_ENTERPRISE_WORKERS, i);
        ck_assert_int_eq(bina_rows_add(rows, shop), BINA_OK);
    }
    cursor = bina_rows_to_cursor(rows);
    ck_ok(store, bina_store_add_all(store, cursor, &added));
    bina_cursor_free(cursor);
    ck_assert_int_eq(added, 500);
    ck_ok(store, bina_store_last_commit(store, &commit));
    ck_assert_int_eq(commit, 1);

    rows = bina_rows_new(bina_kind_description(BINA_ENTERPRISE));
    for (int i = 0; i < 10; i++) {
        bina_record_clear(shop);
        bina_set(shop, BINA_ENTERPRISE_WORKERS, i == 9 ? -1 : i);
        ck_assert_int_eq(bina_rows_add(rows, shop), BINA_OK);
    }
    cursor = bina_rows_to_cursor(rows);
    ck_refused(store, bina_store_add_all(store, cursor, &added), BINA_ERR_INVALID);
    bina_cursor_free(cursor);
    ck_assert_int_eq(added, 0);
    ck_ok(store, bina_store_count(store, query, &count));
    ck_assert_int_eq(count, 500);
    ck_assert_str_eq(faults(store), "");
    bina_query_free(query);
    bina_record_free(shop);
    bina_store_close(store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("store log");
    TCase *tests = tcase_create("log");

    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_add_test(tests, history_tells_who_when_why_and_what);
    tcase_add_test(tests, journal_kinds_can_be_listed_but_not_written);
    tcase_add_test(tests, tampering_shows);
    tcase_add_test(tests, undo_takes_a_commit_back);
    tcase_add_test(tests, erasing_keeps_the_chain_and_leaves_no_trace);
    tcase_add_test(tests, what_was_removed_can_be_erased);
    tcase_add_test(tests, bulk_add_is_all_or_nothing);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
