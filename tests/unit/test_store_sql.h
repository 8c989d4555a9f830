/* What the tests that look into the file with SQLite itself share. */
#ifndef BINA_TEST_STORE_SQL_H
#define BINA_TEST_STORE_SQL_H

#include <sqlite3.h>
#include "test_store.h"

static inline int64_t
sql_integer(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    int64_t integer = INT64_MIN;

    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
    if (sqlite3_step(statement) == SQLITE_ROW)
        integer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return integer;
}

/* The first value of the first row, as text to be freed. */
static inline char *
sql_text(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    const char *text;
    char *copy;

    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    text = (const char *)sqlite3_column_text(statement, 0);
    copy = strdup(text == NULL ? "" : text);
    ck_assert_ptr_nonnull(copy);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return copy;
}

static inline void
sql_run(const char *path, const char *sql)
{
    sqlite3 *db;
    char *message = NULL;

    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK, "%s: %s", sql, message);
    sqlite3_close(db);
}

static inline void
expect_sound(bina_store *store)
{
    bina_cursor *cursor;
    const bina_record *fault;

    ck_ok(store, bina_store_verify(store, &cursor));
    if (bina_cursor_next(cursor, &fault) == BINA_OK)
        ck_abort_msg("%s", bina_record_text(fault, BINA_VERIFY_MESSAGE));
    bina_cursor_free(cursor);
}

/* Takes the target out of the table, as a library had written it that did not know of it. */
static inline void
sql_take_target(const char *table, const char *field, const char *kind, int number)
{
    char *sql = sqlite3_mprintf(
        "DROP INDEX \"%s__%s__%s\"; ALTER TABLE %s DROP COLUMN %s__%s;"
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
        " replace(replace(sql, ', %d,', ','), ', %d)', ')') WHERE type = 'table' AND name = %Q;"
        "PRAGMA writable_schema = RESET",
        table, field, kind, table, field, kind, number, number, table);

    ck_assert_ptr_nonnull(sql);
    sql_run(test_path, sql);
    sqlite3_free(sql);
}

/* Makes a product's maker an enterprise and nothing else, by a plain foreign key. */
static inline void
sql_make_maker_plain(void)
{
    const bina_field *maker =
        bina_description_field(bina_kind_description(BINA_PRODUCT), BINA_PRODUCT_MAKER);
    char sql[512];
    int n, target;

    for (n = 0; (target = bina_field_target(maker, n)) != BINA_NO_KIND; n++) {
        const char *name = bina_description_name(bina_kind_description(target));
        snprintf(sql, sizeof sql,
                 "DROP INDEX \"products__maker__%s\"; ALTER TABLE products DROP COLUMN maker__%s",
                 name, name);
        sql_run(test_path, sql);
    }
    sql_run(test_path,
            "PRAGMA writable_schema = ON;"
            "WITH at AS (SELECT instr(sql, 'CHECK ((\"maker\"') AS n FROM sqlite_schema"
            "            WHERE type = 'table' AND name = 'products')"
            "UPDATE sqlite_schema SET sql = substr(sql, 1, (SELECT n FROM at) - 1) ||"
            " 'REFERENCES \"enterprises\"(id)' || substr(sql, (SELECT n FROM at) + 1 +"
            " instr(substr(sql, (SELECT n FROM at)), '))'))"
            " WHERE type = 'table' AND name = 'products'; PRAGMA writable_schema = RESET;"
            "CREATE INDEX products__maker ON products (maker)");
    ck_assert_int_eq(sql_integer(test_path, "SELECT count(*) FROM pragma_foreign_key_list("
                                            "'products') WHERE \"from\" = 'maker' AND \"table\" ="
                                            " 'enterprises'"),
                     1);
}

/* Makes test_path what an older library had written: a document is about no cluster, a product made
 * by no group. */
static inline void
sql_make_older(void)
{
    char sql[64];

    sql_take_target("documents", "subject", "sentra", BINA_SENTRA);
    sql_make_maker_plain();
    snprintf(sql, sizeof sql, "PRAGMA user_version = %d",
             (int)sql_integer(test_path, "PRAGMA user_version") - 1);
    sql_run(test_path, sql);
}

#endif
