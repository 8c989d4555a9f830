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

#endif
