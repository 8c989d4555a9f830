/*
 * Dated values said for a day to come. Columns hold what is true on the day of writing; the fact
 * "dated_ahead" names the next day on which one must change, and whoever opens the file for writing
 * on or after it lets the columns follow, as a commit by the rule "dated.due".
 */
#include <stdlib.h>
#include <string.h>
#include "store/inside.h"
#include "store/sql.h"

/* Reads the fact; an empty text when there is none. */
static bina_status
read_ahead(bina_store *store, char day[16])
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store, "SELECT value FROM file_facts WHERE name = 'dated_ahead'", 0, &statement);

    day[0] = '\0';
    if (status != BINA_OK)
        return status;
    if (sqlite3_step(statement) == SQLITE_ROW)
        sqlite3_snprintf(16, day, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return BINA_OK;
}

/* A value was said for a day: remembers the day if it is to come, and sooner than what is known. */
bina_status
bina_dated_note_ahead(bina_store *store, const char *day)
{
    char today[16], known[16];
    bina_status status;

    bina_date_format(bina_store_today(store), today);
    if (strcmp(day, today) <= 0)
        return BINA_OK;
    status = read_ahead(store, known);
    if (status != BINA_OK || (known[0] != '\0' && strcmp(known, day) <= 0))
        return status;
    return bina_store_set_fact(store, "dated_ahead", day);
}

bina_status
bina_dated_current(bina_store *store, bool *current)
{
    char ahead[16], today[16];
    bina_status status = read_ahead(store, ahead);

    bina_date_format(bina_store_today(store), today);
    *current = ahead[0] == '\0' || strcmp(ahead, today) > 0;
    return status;
}

/* The values that fell due, before any column is touched. */
typedef struct due {
    bina_id record;
    int slot;
} due;

static bina_status
find_due(bina_store *store, const char *from, const char *today, due **list, size_t *count)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store,
        "SELECT DISTINCT record, field FROM dated_values WHERE superseded IS NULL"
        " AND valid_from BETWEEN ? AND ?",
        0, &statement);
    size_t capacity = 0;
    int step = SQLITE_DONE;

    if (status != BINA_OK)
        return status;
    sqlite3_bind_text(statement, 1, from, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, today, -1, SQLITE_STATIC);
    while (status == BINA_OK && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        bina_id id = sqlite3_column_int64(statement, 0);
        const char *field = (const char *)sqlite3_column_text(statement, 1);
        bina_table *table = bina_store_table(store, bina_id_kind(id));
        due *more;
        if (table == NULL || field == NULL)
            continue;
        if (*count == capacity) {
            capacity = capacity == 0 ? 32 : 2 * capacity;
            more = realloc(*list, capacity * sizeof **list);
            if (more == NULL) {
                status = bina_store_no_memory(store);
                break;
            }
            *list = more;
        }
        (*list)[*count].record = id;
        (*list)[*count].slot = bina_description_find(table->description, field);
        if ((*list)[*count].slot >= 0)
            ++*count;
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    sqlite3_finalize(statement);
    return status;
}

/* The next day to come on which a column must change, or none. */
static bina_status
look_further(bina_store *store, const char *today)
{
    bina_buffer *sql = &store->sql;

    bina_buffer_clear(sql);
    bina_buffer_print(sql,
                      "DELETE FROM file_facts WHERE name = 'dated_ahead';"
                      "INSERT INTO file_facts (name, value) SELECT 'dated_ahead', min(valid_from)"
                      " FROM dated_values WHERE superseded IS NULL AND valid_from > '%s'"
                      " HAVING min(valid_from) IS NOT NULL",
                      today);
    return bina_store_exec(store, bina_buffer_text(sql));
}

static bina_status
settle(bina_store *store, const char *today)
{
    due *list = NULL;
    size_t count = 0, i;
    char from[16];
    bina_status status;

    /* Another program may have done it while we waited for the lock. */
    status = read_ahead(store, from);
    if (status != BINA_OK || from[0] == '\0' || strcmp(from, today) > 0)
        return status;
    status = find_due(store, from, today, &list, &count);
    for (i = 0; i < count && status == BINA_OK; i++) {
        status = bina_dated_bring(store, &store->tables[bina_id_kind(list[i].record)],
                                  list[i].record, list[i].slot);
        if (status == BINA_ERR_NOT_FOUND) /* removed meanwhile */
            status = BINA_OK;
    }
    free(list);
    return status == BINA_OK ? look_further(store, today) : status;
}

/* Lets every column follow its history to today; at opening. */
bina_status
bina_dated_settle(bina_store *store)
{
    char today[16], ahead[16];
    bina_status status = read_ahead(store, ahead);

    bina_date_format(bina_store_today(store), today);
    if (status != BINA_OK || ahead[0] == '\0' || strcmp(ahead, today) > 0)
        return status;
    status = bina_store_begin(store, store->language == BINA_INDONESIAN
                                         ? "nilai bertanggal mulai berlaku"
                                         : "dated values fell due");
    if (status == BINA_OK)
        status =
            bina_store_because(store,
                               store->language == BINA_INDONESIAN ? "nilai bertanggal mulai berlaku"
                                                                  : "dated values fell due",
                               "dated.due");
    if (store->depth > 0) {
        if (status == BINA_OK)
            status = settle(store, today);
        status = bina_store_leave(store, true, status);
    }
    /* Whoever writes now, or opens next, will do it. */
    if (status == BINA_ERR_BUSY)
        status = BINA_OK;
    if (status == BINA_OK)
        bina_error_clear(&store->error);
    return status;
}
