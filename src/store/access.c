/* What rules may look up and do: the store's side of model/access.h. */
#include <bina/advance.h>

#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "rules/case.h"
#include "rules/refusals.h"
#include "store/inside.h"
#include "store/sql.h"

static bina_status
bind(bina_store *store, const char *select, const bina_value *values, size_t count,
     sqlite3_stmt **statement)
{
    bina_status status = bina_prepared_find(store, select, statement);

    for (size_t i = 0; status == BINA_OK && i < count; i++)
        if (bina_bind_copy(*statement, (int)i + 1, values[i]) != SQLITE_OK)
            status = bina_store_fail(store);
    return status;
}

static bina_status
ask(void *data, const char *select, const bina_value *values, size_t count, int64_t *integer,
    char *text, size_t size)
{
    bina_store *store = data;
    sqlite3_stmt *statement = NULL;
    bina_status status = bind(store, select, values, count, &statement);
    int step;

    *integer = 0;
    if (status != BINA_OK)
        return status;
    step = sqlite3_step(statement);
    if (step == SQLITE_ROW) {
        *integer = sqlite3_column_int64(statement, 0);
        if (size > 0 && sqlite3_column_type(statement, 0) != SQLITE_NULL) {
            sqlite3_snprintf((int)size, text, "%s", sqlite3_column_text(statement, 0));
            bina_text_trim_partial(text);
        }
    } else if (step != SQLITE_DONE) {
        status = bina_store_fail(store);
    }
    bina_prepared_put_back(statement);
    return status;
}

static bina_status
ids(void *data, const char *select, const bina_value *values, size_t count, bina_id **found_ids,
    size_t *found)
{
    bina_store *store = data;
    sqlite3_stmt *statement = NULL;
    bina_status status = bind(store, select, values, count, &statement);
    size_t room = 0;
    int step = SQLITE_DONE;

    *found_ids = NULL;
    *found = 0;
    if (status != BINA_OK)
        return status;
    while (status == BINA_OK && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        if (!bina_vector_reserve(found_ids, &room, *found + 1, sizeof **found_ids))
            status = bina_store_no_memory(store);
        else
            (*found_ids)[(*found)++] = sqlite3_column_int64(statement, 0);
    }
    if (status == BINA_OK && step != SQLITE_DONE)
        status = bina_store_fail(store);
    bina_prepared_put_back(statement);
    if (status != BINA_OK) {
        free(*found_ids);
        *found_ids = NULL;
        *found = 0;
    }
    return status;
}

/* Steps are found by the column of the subject's kind, which has the index. */
static bina_status
last_step(void *data, bina_id id, int64_t *day)
{
    bina_store *store = data;
    bina_table *table = bina_store_table(store, bina_id_kind(id));
    bina_status status = BINA_OK;
    bina_value taken;

    *day = 0;
    if (table == NULL)
        return bina_error_status(&store->error);
    if (table->last_step == NULL) {
        bina_buffer_clear(&store->sql);
        bina_buffer_print(&store->sql, "SELECT max(taken) FROM steps WHERE subject__%s = ?",
                          bina_description_name(table->description));
        status = bina_store_prepare(store, bina_buffer_text(&store->sql), SQLITE_PREPARE_PERSISTENT,
                                    &table->last_step);
    }
    if (status != BINA_OK)
        return status;
    sqlite3_bind_int64(table->last_step, 1, id);
    if (sqlite3_step(table->last_step) == SQLITE_ROW) {
        taken = bina_column_value(table->last_step, 0, BINA_DATE);
        *day = taken.type == BINA_DATE ? taken.as.integer : 0;
    } else {
        status = bina_store_fail(store);
    }
    sqlite3_reset(table->last_step);
    return status;
}

static bina_status
get(void *data, bina_id id, bina_record **record)
{
    return bina_store_get(data, id, record);
}

/* What an effect does is part of the verb that brought it about. */
static bina_status
add(void *data, bina_record *record, bina_id *id)
{
    bina_store *store = data;
    bina_status status;

    store->acting++;
    status = bina_store_add(store, record, id);
    store->acting--;
    return status;
}

static bina_status
update(void *data, bina_record *record)
{
    bina_store *store = data;
    bina_status status;

    store->acting++;
    status = bina_store_update(store, record);
    store->acting--;
    return status;
}

static bina_status
set_dated(void *data, bina_id id, int field, bina_value value, int64_t day)
{
    bina_store *store = data;
    bina_status status;

    store->acting++;
    status = bina_store_set_dated(store, id, field, value, day);
    store->acting--;
    return status;
}

static bina_status
advance(void *data, bina_id id, const bina_move *move)
{
    bina_store *store = data;
    bina_status status;

    store->acting++;
    status = bina_advance_within(store, id, move, false, true);
    store->acting--;
    return status;
}

/* A verb begins: what the last one was refused for is forgotten, unless this one is part of it. */
bina_status
bina_access_begin(bina_store *store)
{
    if (store->refusals == NULL)
        store->refusals = bina_refusals_new();
    if (store->refusals == NULL)
        return bina_store_no_memory(store);
    if (store->acting == 0)
        bina_refusals_clear(store->refusals);
    store->access = (bina_access){.data = store,
                                  .error = &store->error,
                                  .today = bina_store_today(store),
                                  .actor = store->actor,
                                  .get = get,
                                  .ask = ask,
                                  .last_step = last_step,
                                  .ids = ids,
                                  .add = add,
                                  .update = update,
                                  .set_dated = set_dated,
                                  .advance = advance};
    return BINA_OK;
}

bina_status
bina_store_case(bina_store *store, int64_t day, bina_case *c)
{
    bina_status status = bina_access_begin(store);

    *c = (bina_case){.access = &store->access,
                     .today = store->access.today,
                     .on = day != 0 ? day : store->access.today,
                     .refusals = store->refusals};
    return status;
}

bina_status
bina_store_refusals(bina_store *store, bina_cursor **cursor)
{
    *cursor = bina_refusals_cursor(store->refusals);
    return *cursor != NULL ? BINA_OK : bina_store_no_memory(store);
}
