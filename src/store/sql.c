/* Running the SELECTs of the rooms above. */
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "model/batch.h"
#include "model/cursor.h"
#include "store/select.h"
#include "store/sql.h"

typedef struct selection {
    bina_store *store;
    sqlite3_stmt *statement;
    const bina_description *columns;
    bool ended;
} selection;

bina_error *
bina_store_complaint(bina_store *store)
{
    return &store->error;
}

static void
free_selection(void *self)
{
    selection *s = self;

    sqlite3_finalize(s->statement);
    bina_store_let_go(s->store);
    bina_description_free(s->columns);
    free(s);
}

static bina_status
next(void *self, bina_record *record, bina_error *error)
{
    selection *s = self;
    int count = bina_description_count(s->columns), step;

    if (s->ended)
        return BINA_DONE;
    step = sqlite3_step(s->statement);
    if (step == SQLITE_ROW) {
        for (int slot = 0; slot < count && slot < sqlite3_column_count(s->statement); slot++)
            bina_column_record(s->statement, slot, record, slot);
        return BINA_OK;
    }
    s->ended = true;
    if (step == SQLITE_DONE) {
        sqlite3_reset(s->statement); /* lets go of the snapshot */
        return BINA_DONE;
    }
    bina_store_fail(s->store);
    bina_error_copy(error, &s->store->error);
    return bina_error_status(error);
}

static const bina_source source = {next, NULL, free_selection};

/* Binds a value that need not outlive the call. */
static int
bind_copy(sqlite3_stmt *statement, int at, bina_value value)
{
    char day[28];

    if (bina_type_held_as(value.type) == BINA_TEXT)
        return sqlite3_bind_text(statement, at, value.as.text, -1, SQLITE_TRANSIENT);
    if (value.type == BINA_DATE)
        return sqlite3_bind_text(statement, at, bina_date_format(value.as.integer, day), -1,
                                 SQLITE_TRANSIENT);
    if (value.type == BINA_TIME)
        return sqlite3_bind_text(statement, at, bina_time_format(value.as.integer, day), -1,
                                 SQLITE_TRANSIENT);
    return bina_bind_value(statement, at, value.type, value, day);
}

static bina_status
open_selection(bina_store *store, const bina_description *columns, const bina_sql *sql,
               bina_cursor **cursor)
{
    selection *s = calloc(1, sizeof *s);
    bina_buffer text = {0};
    bina_status status;

    if (s == NULL)
        return bina_store_no_memory(store);
    s->store = store;
    store->children++;
    s->columns = bina_description_hold(columns);
    if (sql->head != NULL)
        bina_buffer_add(&text, sql->head);
    bina_buffer_add(&text, sql->text);
    status = bina_store_prepare(store, bina_buffer_text(&text), 0, &s->statement);
    bina_buffer_free(&text);
    /* A SELECT may leave values unused at the end. */
    for (int i = 0;
         status == BINA_OK && i < (int)sql->count && i < sqlite3_bind_parameter_count(s->statement);
         i++)
        if (bind_copy(s->statement, i + 1, sql->values[i]) != SQLITE_OK)
            status = bina_store_fail(store);
    if (status != BINA_OK) {
        free_selection(s);
        return status;
    }
    *cursor = bina_cursor_new(columns, &source, s);
    return *cursor != NULL ? BINA_OK : bina_store_no_memory(store);
}

/*
 * As known earlier: a table rewound under its own name in `temp` hides the real one. As long as it
 * does, nothing else may run, so the rows are read to the end at once.
 */
static bina_status
open_rewound(bina_store *store, const bina_description *columns, const bina_sql *sql,
             bina_cursor **cursor)
{
    bina_rows *rows = bina_rows_new(columns);
    bina_cursor *live = NULL;
    const bina_record *record;
    bina_status status = rows != NULL ? BINA_OK : bina_store_no_memory(store);
    bina_table *table;
    char drop[128];

    for (const int *kind = sql->kinds; status == BINA_OK && *kind != BINA_NO_KIND; kind++)
        if ((table = bina_store_table(store, *kind)) != NULL && table->present)
            status = bina_rewind(store, table, sql->known_at, table->name);
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
    for (const int *kind = sql->kinds; *kind != BINA_NO_KIND; kind++)
        if ((table = bina_store_table(store, *kind)) != NULL) {
            sqlite3_snprintf(sizeof drop, drop, "DROP TABLE IF EXISTS temp.\"%w\"", table->name);
            sqlite3_exec(store->db, drop, NULL, NULL, NULL);
        }
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
