/* Taking a commit back: its changes in reverse, as a new commit. The log only ever grows. */
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "store/inside.h"
#include "store/sql.h"

/* One change as read, before anything is written. */
typedef struct change {
    bina_id record;
    char action; /* its first letter */
    char *old_json, *new_json;
} change;

typedef struct changes {
    change *list;
    size_t count, capacity;
} changes;

static void
free_changes(changes *all)
{
    size_t i;

    for (i = 0; i < all->count; i++) {
        free(all->list[i].old_json);
        free(all->list[i].new_json);
    }
    free(all->list);
}

/* A later commit that touched a record of this one makes undoing unsafe. */
static bina_status
refuse_touched(bina_store *store, int64_t number)
{
    bina_value values[3] = {bina_null(), bina_null(), bina_null()};
    int64_t touched = 0;
    bina_id first, after;
    bina_status status = bina_log_first_after(store, number - 1, &first);

    if (status == BINA_OK)
        status = bina_log_first_after(store, number, &after);
    if (status != BINA_OK)
        return status;
    values[0] = values[2] = bina_int(after);
    values[1] = bina_int(first);
    status = bina_sql_integer(store,
                              "SELECT record FROM changes WHERE id >= ?1 AND record IN"
                              " (SELECT record FROM changes WHERE id >= ?2 AND id < ?3) LIMIT 1",
                              values, 3, &touched);
    if (status != BINA_OK || touched == 0)
        return status;
    bina_error_set(&store->error, BINA_ERR_CONFLICT,
                   "record %lld was changed again after commit %lld; undo that first",
                   "data %lld sudah diubah lagi setelah catatan %lld; batalkan itu dahulu",
                   (long long)touched, (long long)number);
    bina_error_at(&store->error, NULL, NULL, "undo.touched");
    return BINA_ERR_CONFLICT;
}

static char *
column_copy(sqlite3_stmt *statement, int column, bool *failed)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    char *copy = bina_text_copy(text);

    if (text != NULL && copy == NULL)
        *failed = true;
    return copy;
}

static bina_status
read_changes(bina_store *store, int64_t number, changes *all)
{
    sqlite3_stmt *statement;
    bina_status status = bina_store_prepare(
        store,
        "SELECT record, action, old, new FROM changes WHERE id >= ? AND commit_number = ?"
        " AND id < ? ORDER BY id DESC",
        0, &statement);
    bina_id first = 0, after = 0;
    bool failed = false;
    int step;

    if (status == BINA_OK)
        status = bina_log_first_after(store, number - 1, &first);
    if (status == BINA_OK)
        status = bina_log_first_after(store, number, &after);
    if (status != BINA_OK) {
        sqlite3_finalize(statement);
        return status;
    }
    sqlite3_bind_int64(statement, 1, first);
    sqlite3_bind_int64(statement, 2, number);
    sqlite3_bind_int64(statement, 3, after);
    while ((step = sqlite3_step(statement)) == SQLITE_ROW && !failed) {
        const char *action = (const char *)sqlite3_column_text(statement, 1);
        change *one;
        if (all->count == all->capacity) {
            size_t capacity = all->capacity == 0 ? 64 : 2 * all->capacity;
            change *list = realloc(all->list, capacity * sizeof *list);
            if (list == NULL) {
                failed = true;
                break;
            }
            all->list = list;
            all->capacity = capacity;
        }
        one = &all->list[all->count++];
        one->record = sqlite3_column_int64(statement, 0);
        one->action = action != NULL ? action[0] : '\0';
        one->old_json = column_copy(statement, 2, &failed);
        one->new_json = column_copy(statement, 3, &failed);
    }
    if (failed)
        status = bina_store_no_memory(store);
    else if (step != SQLITE_DONE && step != SQLITE_ROW)
        status = bina_store_fail(store);
    else if (all->count == 0)
        status = bina_error_set(&store->error, BINA_ERR_NOT_FOUND, "there is no commit %lld",
                                "tidak ada catatan nomor %lld", (long long)number);
    sqlite3_finalize(statement);
    return status;
}

/* ---- dated values ---- */

/* What a change said of dated fields: told once for its new side, once for its old. */
typedef struct dated_values {
    struct {
        int slot;
        char day[11];
        bool has_old;
        bina_type type;
        int64_t integer;
        double real;
        char *text;
    } list[32];
    int count;
    bool old_side;
} dated_values;

static bina_status
gather(void *data, int slot, const char *day, sqlite3_stmt *statement, int column)
{
    dated_values *d = data;
    int i;

    if (strlen(day) != 10)
        return BINA_OK;
    for (i = 0; i < d->count; i++)
        if (d->list[i].slot == slot && strcmp(d->list[i].day, day) == 0)
            break;
    if (i == (int)(sizeof d->list / sizeof *d->list))
        return BINA_ERR_UNSUPPORTED;
    if (i == d->count) {
        memset(&d->list[i], 0, sizeof d->list[i]);
        d->list[i].slot = slot;
        memcpy(d->list[i].day, day, 11);
        d->count++;
    }
    if (!d->old_side)
        return BINA_OK;
    d->list[i].has_old = true;
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        d->list[i].type = BINA_NULL;
        break;
    case SQLITE_INTEGER:
        d->list[i].type = BINA_INT;
        d->list[i].integer = sqlite3_column_int64(statement, column);
        break;
    case SQLITE_FLOAT:
        d->list[i].type = BINA_REAL;
        d->list[i].real = sqlite3_column_double(statement, column);
        break;
    default:
        d->list[i].type = BINA_TEXT;
        d->list[i].text = bina_text_copy((const char *)sqlite3_column_text(statement, column));
        if (d->list[i].text == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    return BINA_OK;
}

/* Puts each dated value back to what was said before, or withdraws it. */
static bina_status
undo_dated(bina_store *store, bina_table *table, bina_id id, const dated_values *d,
           bina_record *scratch)
{
    bina_status status = BINA_OK;
    int i;

    for (i = 0; i < d->count && status == BINA_OK; i++) {
        int slot = d->list[i].slot;
        bina_record_clear(scratch);
        if (d->list[i].type == BINA_TEXT)
            bina_set_text(scratch, slot, d->list[i].text);
        else if (d->list[i].type == BINA_REAL)
            bina_set_real(scratch, slot, d->list[i].real);
        else if (d->list[i].type == BINA_INT)
            bina_set_int(scratch, slot, d->list[i].integer);
        status = bina_record_check(scratch, &store->error);
        if (status == BINA_OK)
            status = bina_dated_set(store, table, id, slot, d->list[i].day,
                                    bina_record_get(scratch, slot), !d->list[i].has_old);
    }
    return status;
}

/* ---- one change ---- */

static bina_status
undo_update(bina_store *store, bina_table *table, const change *one, bina_record *record)
{
    dated_values *d = calloc(1, sizeof *d);
    bina_status status;
    int64_t revision;
    int i;

    if (d == NULL)
        return bina_store_no_memory(store);
    status = bina_json_apply(store, table, one->new_json, record, gather, d);
    bina_record_clear(record);
    d->old_side = true;
    if (status == BINA_OK)
        status = bina_json_apply(store, table, one->old_json, record, gather, d);
    if (status == BINA_ERR_NO_MEMORY || status == BINA_ERR_UNSUPPORTED)
        bina_error_plain(&store->error, status);
    bina_set_int(record, 0, one->record);
    bina_unset(record, 1); /* the revision only ever grows */
    if (status == BINA_OK)
        status = bina_table_update(store, table, record, false, &revision);
    if (status == BINA_OK)
        status = undo_dated(store, table, one->record, d, record);
    for (i = 0; i < d->count; i++)
        free(d->list[i].text);
    free(d);
    return status;
}

static bina_status
undo_change(bina_store *store, const change *one)
{
    bina_table *table = bina_store_table(store, bina_id_kind(one->record));
    bina_record *record;
    bina_status status;

    if (table == NULL)
        return bina_error_status(&store->error);
    if (one->action == 'a') {
        status = bina_guard_unadd(store, table, one->record);
        return status == BINA_OK ? bina_table_remove(store, table, one->record) : status;
    }
    if (one->action == 'e' || (one->old_json == NULL && one->new_json == NULL) ||
        (bina_description_flags(table->description) & BINA_KIND_JOURNAL) != 0)
        return bina_error_set(&store->error, BINA_ERR_UNSUPPORTED,
                              "what was erased or declared in this commit cannot be undone",
                              "penghapusan data pribadi atau pernyataan isian tidak dapat "
                              "dibatalkan");
    record = bina_record_new_of(table->description);
    if (record == NULL)
        return bina_store_no_memory(store);
    if (one->action == 'r') {
        status = bina_json_apply(store, table, one->old_json, record, NULL, NULL);
        if (status == BINA_OK)
            status = bina_table_restore(store, table, record, one->record);
    } else {
        status = undo_update(store, table, one, record);
    }
    bina_record_free(record);
    return status;
}

bina_status
bina_store_undo(bina_store *store, int64_t commit_number, const char *why)
{
    bina_status status = bina_store_start_write(store);
    changes all = {0};
    char rule[48];
    size_t i;

    if (status != BINA_OK)
        return status;
    status = bina_store_begin(store, why);
    if (status != BINA_OK)
        return status;
    if (store->depth == 1) {
        char *kept = bina_text_copy(store->why);
        sqlite3_snprintf(sizeof rule, rule, "undo:%lld", (long long)commit_number);
        status = store->why != NULL && kept == NULL ? bina_store_no_memory(store)
                                                    : bina_store_because(store, kept, rule);
        free(kept);
    }
    if (status == BINA_OK)
        status = refuse_touched(store, commit_number);
    if (status == BINA_OK)
        status = read_changes(store, commit_number, &all);
    for (i = 0; i < all.count && status == BINA_OK; i++)
        status = undo_change(store, &all.list[i]);
    for (i = 0; i < all.count && status == BINA_OK; i++)
        status = bina_guard_undone(store, all.list[i].record);
    free_changes(&all);
    return bina_store_leave(store, true, status);
}
