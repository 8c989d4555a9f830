/* Answering queries: which table, as known when, and the cursor over it. */
#include <stdlib.h>
#include <string.h>
#include "store/select.h"

/* The commit a query is known at; BINA_OK with known_set false when it asks for now. */
static bina_status
find_known(bina_select *select)
{
    const bina_query *query = select->query;
    bina_store *store = select->store;
    sqlite3_stmt *statement;
    bina_status status;
    char made[28];

    if (query->known_at_set) {
        select->known = query->known_at;
        select->known_set = true;
        return BINA_OK;
    }
    if (!query->known_by_set)
        return BINA_OK;
    status = bina_store_prepare(
        store, "SELECT coalesce(max(number), 0) FROM commits WHERE made <= ?", 0, &statement);
    if (status != BINA_OK)
        return status;
    bina_time_format(query->known_by, made);
    sqlite3_bind_text(statement, 1, made, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        select->known = sqlite3_column_int64(statement, 0);
        select->known_set = true;
    } else {
        status = bina_store_fail(store);
    }
    sqlite3_finalize(statement);
    return status;
}

/* Finds the table, and rewinds it if the query asks what was known then. */
static bina_status
prepare(bina_store *store, const bina_query *query, bina_select *select)
{
    bina_status status = bina_query_check(query, &store->error);

    memset(select, 0, sizeof *select);
    select->store = store;
    select->query = query;
    if (status != BINA_OK)
        return status;
    select->table = bina_store_table(store, bina_description_kind(query->description));
    if (select->table == NULL)
        return bina_error_status(&store->error);
    status = find_known(select);
    if (status != BINA_OK || !select->known_set || !select->table->present ||
        (bina_description_flags(select->table->description) & BINA_KIND_JOURNAL) != 0)
        return status;
    select->rewound = true;
    sqlite3_snprintf(sizeof select->rewound_name, select->rewound_name, "rewound_%d",
                     ++store->rewinds);
    return bina_rewind(store, select->table, select->known, select->rewound_name);
}

/* Which fields were computed from but not asked for. */
static bina_status
hide(bina_stream *stream, const bina_select *select)
{
    const bina_query *query = select->query;
    size_t i;
    int slot;

    if (query->selected_count == 0)
        return BINA_OK;
    stream->hidden = calloc((size_t)select->table->count, sizeof *stream->hidden);
    if (stream->hidden == NULL)
        return bina_store_no_memory(select->store);
    for (slot = 2; slot < select->table->count; slot++)
        stream->hidden[slot] = true;
    for (i = 0; i < query->selected_count + query->ordering_count; i++) {
        int field = i < query->selected_count ? query->selected[i]
                                              : query->orderings[i - query->selected_count].field;
        slot = bina_description_find(
            select->table->description,
            bina_field_name(bina_description_field(query->description, field)));
        if (slot >= 0)
            stream->hidden[slot] = false;
    }
    return BINA_OK;
}

static bool
asks_for_derived(const bina_select *select)
{
    const bina_query *query = select->query;
    size_t i;

    if (select->table->derived_count == 0)
        return false;
    for (i = 0; i < query->selected_count; i++)
        if ((bina_field_flags(bina_description_field(query->description, query->selected[i])) &
             BINA_FIELD_DERIVED) != 0)
            return true;
    return query->selected_count == 0;
}

/* A transaction of its own around rewinding and the first step gives both the same snapshot. */
static bina_status
start_reading(bina_store *store, const bina_query *query, bool *own)
{
    *own = false;
    if (!query->known_at_set && !query->known_by_set)
        return BINA_OK;
    if (!sqlite3_get_autocommit(store->db))
        return BINA_OK;
    *own = true;
    return bina_store_exec(store, "BEGIN");
}

static void
write_drop(const bina_select *select, char drop[80])
{
    sqlite3_snprintf(80, drop, "DROP TABLE IF EXISTS temp.%s", select->rewound_name);
}

/* Drops what was rewound, unless a cursor reads it, and ends a transaction begun for it. */
static void
end_reading(bina_select *select, bool own)
{
    char drop[80];

    if (select->rewound) {
        write_drop(select, drop);
        sqlite3_exec(select->store->db, drop, NULL, NULL, NULL);
    }
    bina_select_free(select);
    if (own)
        sqlite3_exec(select->store->db, "COMMIT", NULL, NULL, NULL);
}

/* The first step, while the snapshot in which the table was rewound still stands. */
static bina_status
step_first(bina_stream *stream)
{
    int step = sqlite3_step(stream->statement);

    stream->pending = step == SQLITE_ROW;
    stream->ended = step == SQLITE_DONE;
    return step == SQLITE_ROW || step == SQLITE_DONE ? BINA_OK : bina_store_fail(stream->store);
}

bina_status
bina_store_list(bina_store *store, const bina_query *query, bina_cursor **cursor)
{
    bina_status status = bina_store_start(store);
    bina_select select = {.store = store};
    bina_stream stream = {0};
    bool own = false;

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_query_check(query, &store->error);
    if (status != BINA_OK)
        return status;
    stream.store = store;
    status = start_reading(store, query, &own);
    if (status == BINA_OK)
        status = prepare(store, query, &select);
    if (status == BINA_OK)
        status = bina_select_write(&select, false);
    if (status == BINA_OK)
        status = hide(&stream, &select);
    if (status != BINA_OK)
        goto out;
    stream.slots = select.slots;
    select.slots = NULL;
    stream.count = select.slot_count;
    stream.derive = asks_for_derived(&select);
    stream.day = query->true_on_set ? query->true_on : bina_store_today(store);
    stream.ended = !select.table->present;
    if (!stream.ended) {
        status = bina_store_prepare(store, bina_buffer_text(&select.sql), 0, &stream.statement);
        if (status == BINA_OK)
            status = bina_select_bind_all(&select, stream.statement);
        if (status == BINA_OK && own)
            status = step_first(&stream);
    }
    if (status != BINA_OK)
        goto out;
    if (select.rewound)
        write_drop(&select, stream.drop);
    select.rewound = false;
    status = bina_stream_cursor(&stream, select.table->description, cursor);
    memset(&stream, 0, sizeof stream);
out:
    sqlite3_finalize(stream.statement);
    free(stream.slots);
    free(stream.hidden);
    end_reading(&select, own);
    return status;
}

bina_status
bina_store_count(bina_store *store, const bina_query *query, int64_t *count)
{
    bina_status status = bina_store_start(store);
    bina_select select = {.store = store};
    sqlite3_stmt *statement = NULL;
    bool own = false;

    *count = 0;
    if (status == BINA_OK)
        status = bina_query_check(query, &store->error);
    if (status != BINA_OK)
        return status;
    status = start_reading(store, query, &own);
    if (status == BINA_OK)
        status = prepare(store, query, &select);
    if (status == BINA_OK)
        status = bina_select_write(&select, true);
    if (status == BINA_OK && select.table->present) {
        status = bina_store_prepare(store, bina_buffer_text(&select.sql), 0, &statement);
        if (status == BINA_OK)
            status = bina_select_bind_all(&select, statement);
        if (status == BINA_OK && sqlite3_step(statement) == SQLITE_ROW)
            *count = sqlite3_column_int64(statement, 0);
        else if (status == BINA_OK)
            status = bina_store_fail(store);
        sqlite3_finalize(statement);
    }
    end_reading(&select, own);
    return status;
}
