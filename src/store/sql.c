/* Running the SELECTs of the rooms above. */
#include <stdlib.h>
#include <bina/rows.h>
#include "store/select.h"
#include "store/sql.h"

const char *
bina_store_path(const bina_store *store)
{
    return store->path;
}

const char *
bina_store_actor(const bina_store *store)
{
    return store->actor;
}

const bina_access *
bina_store_access(bina_store *store)
{
    return bina_access_begin(store) == BINA_OK ? &store->access : NULL;
}

int
bina_store_threads(const bina_store *store)
{
    return store->threads < 0 ? 0 : store->threads == 0 ? 1 : store->threads;
}

bina_error *
bina_store_complaint(bina_store *store)
{
    return &store->error;
}

/* A file that is only read is not brought up to date, and may lack what was asked for. */
static bina_status
blame_age(bina_store *store, bina_status status)
{
    bina_error said;
    int64_t version = 0;

    bina_error_copy(&said, &store->error);
    if (status != BINA_ERR_NO_MEMORY && store->read_only &&
        bina_store_integer(store, "PRAGMA user_version", &version) == BINA_OK &&
        version < bina_schema_version())
        return bina_error_set(
            &store->error, BINA_ERR_VERSION,
            "the file was made by an older library and lacks what this asks for; "
            "open it once for writing, which brings it up to date",
            "berkas dibuat pustaka yang lebih lama dan belum memuat yang diminta; "
            "buka sekali untuk menulis agar diperbarui");
    bina_error_copy(&store->error, &said);
    return status;
}

static bina_status
prepare(bina_store *store, const bina_sql *sql, sqlite3_stmt **statement)
{
    bina_buffer text = {0};
    bina_status status;
    int i, count;

    if (sql->head != NULL)
        bina_buffer_add(&text, sql->head);
    if (sql->tables != NULL)
        bina_buffer_add(&text, sql->tables);
    bina_buffer_add(&text, sql->text);
    status = bina_store_prepare(store, bina_buffer_text(&text), 0, statement);
    bina_buffer_free(&text);
    if (status != BINA_OK)
        return blame_age(store, status);
    if (!sqlite3_stmt_readonly(*statement))
        status = bina_error_set(&store->error, BINA_ERR_USAGE,
                                "this door of the store is for reading only",
                                "pintu ini hanya untuk membaca");
    /* A SELECT may leave values unused at the end. */
    count = sqlite3_bind_parameter_count(*statement);
    for (i = 0; status == BINA_OK && i < (int)sql->count && i < count; i++)
        if (bina_bind_copy(*statement, i + 1, sql->values[i]) != SQLITE_OK)
            status = bina_store_fail(store);
    return status;
}

static bina_status
open_selection(bina_store *store, const bina_description *columns, const bina_sql *sql,
               bina_cursor **cursor)
{
    bina_stream stream = {.store = store};
    bina_status status = prepare(store, sql, &stream.statement);
    int i;

    if (status != BINA_OK)
        goto out;
    stream.count = sqlite3_column_count(stream.statement);
    if (stream.count > bina_description_count(columns))
        stream.count = bina_description_count(columns);
    stream.slots = calloc((size_t)stream.count + 1, sizeof *stream.slots);
    if (stream.slots == NULL) {
        status = bina_store_no_memory(store);
        goto out;
    }
    for (i = 0; i < stream.count; i++)
        stream.slots[i] = i;
    return bina_stream_cursor(&stream, columns, cursor);
out:
    sqlite3_finalize(stream.statement);
    return status;
}

/*
 * As known earlier: a view in `temp` hides each table under its own name. As long as it does,
 * nothing else may run, so the rows are read to the end at once.
 */
static bina_status
open_rewound(bina_store *store, const bina_description *columns, const bina_sql *sql,
             bina_cursor **cursor)
{
    bina_rows *rows = bina_rows_new(columns);
    bina_cursor *live = NULL;
    const bina_record *record;
    bina_status status = rows != NULL ? BINA_OK : bina_store_no_memory(store);
    bool own = sqlite3_get_autocommit(store->db) != 0;
    const int *kind;

    if (status == BINA_OK && own)
        status = bina_store_exec(store, "BEGIN"); /* one snapshot for all the tables */
    for (kind = sql->kinds; status == BINA_OK && *kind != BINA_NO_KIND; kind++) {
        bina_table *table = bina_store_table(store, *kind);
        status = table == NULL ? bina_error_status(&store->error)
                               : bina_rewind_view(store, table, sql->known_at);
    }
    if (status == BINA_OK)
        status = bina_rewind_dated(store, sql->known_at);
    if (status == BINA_OK)
        status = open_selection(store, columns, sql, &live);
    while (status == BINA_OK && (status = bina_cursor_next(live, &record)) == BINA_OK)
        if ((status = bina_rows_add(rows, record)) != BINA_OK)
            bina_error_plain(&store->error, status);
    if (status == BINA_DONE)
        status = BINA_OK;
    else if (live != NULL && bina_error_status(bina_cursor_error(live)) != BINA_OK)
        bina_error_copy(&store->error, bina_cursor_error(live));
    bina_cursor_free(live);
    bina_rewind_dated_end(store);
    for (kind = sql->kinds; *kind != BINA_NO_KIND; kind++)
        bina_rewind_end(store, &store->tables[*kind]);
    if (own)
        sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    if (status != BINA_OK) {
        bina_rows_free(rows);
        return status;
    }
    *cursor = bina_rows_to_cursor(rows);
    return *cursor != NULL ? BINA_OK : bina_store_no_memory(store);
}

bina_status
bina_sql_list(bina_store *store, const bina_description *columns, const bina_sql *sql,
              bina_cursor **cursor)
{
    bina_status status = bina_store_start(store);

    *cursor = NULL;
    if (status != BINA_OK)
        return status;
    if (sql->known_at >= 0 && sql->kinds != NULL)
        return open_rewound(store, columns, sql, cursor);
    return open_selection(store, columns, sql, cursor);
}

bina_status
bina_sql_select(bina_store *store, const bina_column *columns, size_t count, const bina_sql *sql,
                bina_cursor **cursor)
{
    bina_description *description = bina_columns_describe("row", "", columns, count);
    bina_status status;

    *cursor = NULL;
    status = description != NULL ? bina_sql_list(store, description, sql, cursor)
                                 : bina_store_no_memory(store);
    bina_description_free(description);
    return status;
}

bina_status
bina_sql_integer(bina_store *store, const char *text, const bina_value *values, size_t count,
                 int64_t *integer)
{
    bina_sql sql = {.text = text, .values = values, .count = count, .known_at = -1};
    sqlite3_stmt *statement = NULL;
    bina_status status = bina_store_start(store);
    int step;

    *integer = 0;
    if (status == BINA_OK)
        status = prepare(store, &sql, &statement);
    if (status == BINA_OK) {
        step = sqlite3_step(statement);
        if (step == SQLITE_ROW)
            *integer = sqlite3_column_int64(statement, 0);
        else if (step != SQLITE_DONE)
            status = bina_store_fail(store);
    }
    sqlite3_finalize(statement);
    return status;
}
