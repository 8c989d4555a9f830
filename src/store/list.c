/* Queries as cursors: the statement is stepped straight into records or columns. */
#include <stdlib.h>
#include <string.h>
#include "model/batch.h"
#include "model/cursor.h"
#include "rules/check.h"
#include "store/select.h"

typedef struct list {
    bina_store *store;
    sqlite3_stmt *statement;
    int *slots; /* the slot of each result column */
    bina_type *types;
    int count;
    bool *hidden; /* per slot: computed from but not asked for; NULL when nothing is hidden */
    int fields;
    int64_t day;  /* of derived fields */
    bool pending; /* the statement already stands on a row */
    bool ended;
    char drop[80]; /* SQL that drops the temporary table */
} list;

static void
free_list(void *self)
{
    list *l = self;

    sqlite3_finalize(l->statement);
    if (l->drop[0] != '\0')
        sqlite3_exec(l->store->db, l->drop, NULL, NULL, NULL);
    bina_store_let_go(l->store);
    free(l->slots);
    free(l->types);
    free(l->hidden);
    free(l);
}

/* Moves to the next row: BINA_OK, BINA_DONE or an error. */
static bina_status
advance(list *l, bina_error *error)
{
    int step;

    if (l->ended)
        return BINA_DONE;
    if (l->pending) {
        l->pending = false;
        return BINA_OK;
    }
    step = sqlite3_step(l->statement);
    if (step == SQLITE_ROW)
        return BINA_OK;
    l->ended = true;
    if (step == SQLITE_DONE) {
        sqlite3_reset(l->statement); /* lets go of the snapshot */
        return BINA_DONE;
    }
    bina_store_fail(l->store);
    bina_error_copy(error, &l->store->error);
    return bina_error_status(error);
}

static bina_status
next(void *self, bina_record *record, bina_error *error)
{
    list *l = self;
    bina_status status = advance(l, error);
    int i, slot;

    if (status != BINA_OK)
        return status;
    for (i = 0; i < l->count; i++)
        bina_column_record(l->statement, i, record, l->slots[i]);
    bina_rules_derive(record, l->day);
    for (slot = 0; l->hidden != NULL && slot < l->fields; slot++)
        if (l->hidden[slot])
            bina_unset(record, slot);
    return BINA_OK;
}

static bina_status
put(bina_batch *batch, sqlite3_stmt *statement, int column, int slot, bina_type type)
{
    bina_value value = bina_column_value(statement, column, type);

    switch (bina_type_held_as(value.type)) {
    case BINA_NULL:
        return BINA_OK;
    case BINA_TEXT:
        return bina_batch_put_text(batch, slot, value.as.text,
                                   (size_t)sqlite3_column_bytes(statement, column));
    case BINA_REAL:
        return bina_batch_put_real(batch, slot, value.as.real);
    default:
        return bina_batch_put_int(batch, slot, value.as.integer);
    }
}

static bina_status
next_batch(void *self, bina_batch *batch, bina_error *error)
{
    list *l = self;
    bina_status status = BINA_OK;
    int i;

    while (bina_batch_rows(batch) < BINA_BATCH_ROWS) {
        status = advance(l, error);
        if (status == BINA_OK)
            status = bina_batch_add_row(batch);
        for (i = 0; i < l->count && status == BINA_OK; i++)
            status = put(batch, l->statement, i, l->slots[i], l->types[i]);
        if (status != BINA_OK)
            break;
    }
    if (status == BINA_DONE && bina_batch_rows(batch) > 0)
        return BINA_OK;
    return status;
}

static const bina_source columns_source = {next, next_batch, free_list};
/* Derived fields are computed record by record. */
static const bina_source records_source = {next, NULL, free_list};

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
hide(list *l, const bina_select *select)
{
    const bina_query *query = select->query;
    size_t i;
    int slot;

    if (query->selected_count == 0)
        return BINA_OK;
    l->hidden = calloc((size_t)select->table->count, sizeof *l->hidden);
    if (l->hidden == NULL)
        return BINA_ERR_NO_MEMORY;
    for (slot = 2; slot < select->table->count; slot++)
        l->hidden[slot] = true;
    for (i = 0; i < query->selected_count + query->ordering_count; i++) {
        int field = i < query->selected_count ? query->selected[i]
                                              : query->orderings[i - query->selected_count].field;
        slot = bina_description_find(
            select->table->description,
            bina_field_name(bina_description_field(query->description, field)));
        if (slot >= 0)
            l->hidden[slot] = false;
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

bina_status
bina_store_list(bina_store *store, const bina_query *query, bina_cursor **cursor)
{
    bina_status status = bina_store_start(store);
    bina_select select = {0};
    list *l = NULL;
    bool own = false;
    int i, step;

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_query_check(query, &store->error);
    if (status != BINA_OK)
        return status;
    status = start_reading(store, query, &own);
    if (status == BINA_OK)
        status = prepare(store, query, &select);
    if (status != BINA_OK)
        goto out;
    status = BINA_ERR_NO_MEMORY;
    l = calloc(1, sizeof *l);
    if (l == NULL)
        goto out;
    l->store = store;
    store->children++;
    if (select.rewound)
        sqlite3_snprintf(sizeof l->drop, l->drop, "DROP TABLE IF EXISTS temp.%s",
                         select.rewound_name);
    l->ended = !select.table->present;
    status = bina_select_write(&select, false);
    if (status != BINA_OK)
        goto out;
    l->slots = select.slots;
    l->count = select.slot_count;
    l->fields = select.table->count;
    l->day = query->true_on_set ? query->true_on : bina_store_today(store);
    select.slots = NULL;
    l->types = calloc((size_t)l->count + 1, sizeof *l->types);
    if (l->types == NULL || hide(l, &select) != BINA_OK) {
        status = bina_store_no_memory(store);
        goto out;
    }
    for (i = 0; i < l->count; i++)
        l->types[i] =
            bina_field_type(bina_description_field(select.table->description, l->slots[i]));
    if (!l->ended) {
        status = bina_store_prepare(store, bina_buffer_text(&select.sql), 0, &l->statement);
        if (status == BINA_OK)
            status = bina_select_bind_all(&select, l->statement);
    }
    if (status == BINA_OK && own) {
        step = sqlite3_step(l->statement);
        l->pending = step == SQLITE_ROW;
        l->ended = step == SQLITE_DONE;
        if (step != SQLITE_ROW && step != SQLITE_DONE)
            status = bina_store_fail(store);
    }
    if (status != BINA_OK)
        goto out;
    *cursor = bina_cursor_new(select.table->description,
                              asks_for_derived(&select) ? &records_source : &columns_source, l);
    l = NULL;
    if (*cursor == NULL)
        status = bina_store_no_memory(store);
out:
    if (status == BINA_ERR_NO_MEMORY)
        bina_store_no_memory(store);
    if (l != NULL)
        free_list(l);
    bina_select_free(&select);
    if (own)
        sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    return status;
}

bina_status
bina_store_count(bina_store *store, const bina_query *query, int64_t *count)
{
    bina_status status = bina_store_start(store);
    bina_select select = {0};
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
    if (select.rewound) {
        char drop[80];
        sqlite3_snprintf(sizeof drop, drop, "DROP TABLE IF EXISTS temp.%s", select.rewound_name);
        sqlite3_exec(store->db, drop, NULL, NULL, NULL);
    }
    bina_select_free(&select);
    if (own)
        sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    return status;
}
