/*
 * Statements that are asked again and again: prepared once, and found again by the place of their
 * text, which is a literal. Guards and histories run for every record.
 */
#include <stdlib.h>
#include <string.h>
#include "store/inside.h"

#define PLACES 512 /* a power of two, more than twice as many as there are texts */

struct bina_statements {
    struct {
        const char *text;
        sqlite3_stmt *statement;
    } places[PLACES];
    size_t count;
};

static void
clear(struct bina_statements *all)
{
    for (size_t i = 0; i < PLACES; i++)
        sqlite3_finalize(all->places[i].statement);
    memset(all, 0, sizeof *all);
}

static size_t
place_of(const char *text)
{
    return (((uintptr_t)text >> 3) * 2654435761u >> 7) % PLACES;
}

bina_status
bina_prepared_find(bina_store *store, const char *text, sqlite3_stmt **statement)
{
    struct bina_statements *all = store->prepared;
    size_t place = place_of(text);
    bina_status status;

    *statement = NULL;
    if (all == NULL)
        all = store->prepared = calloc(1, sizeof *all);
    if (all == NULL)
        return bina_store_no_memory(store);
    for (; all->places[place].text != NULL; place = (place + 1) % PLACES)
        if (all->places[place].text == text &&
            strcmp(sqlite3_sql(all->places[place].statement), text) == 0) {
            *statement = all->places[place].statement;
            return BINA_OK;
        }
    status = bina_store_prepare(store, text, SQLITE_PREPARE_PERSISTENT, statement);
    if (status != BINA_OK)
        return status;
    if (all->count == PLACES / 2) {
        clear(all);
        place = place_of(text);
    }
    all->places[place].text = text;
    all->places[place].statement = *statement;
    all->count++;
    return BINA_OK;
}

/* It lets go of what it read and of the texts bound to it. */
void
bina_prepared_put_back(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

void
bina_prepared_free(bina_store *store)
{
    if (store->prepared != NULL)
        clear(store->prepared);
    free(store->prepared);
    store->prepared = NULL;
}
