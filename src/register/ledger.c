#include <stdlib.h>
#include "base/vector.h"
#include "register/ledger.h"

static int
by_key(const void *a, const void *b)
{
    const bina_ledger_line *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

bina_status
bina_ledger_load(bina_ledger *ledger, bina_store *store, bina_query *query, int key)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (query != NULL)
        status = bina_store_list(store, query, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_ledger_line *line;
        if (!bina_vector_reserve(&ledger->lines, &ledger->capacity, ledger->count + 1,
                                 sizeof *ledger->lines)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        line = &ledger->lines[ledger->count];
        line->key = bina_record_int(record, key);
        line->id = bina_record_id(record);
        line->record = bina_record_copy(record);
        if (line->record == NULL)
            status = BINA_ERR_NO_MEMORY;
        else
            ledger->count++;
    }
    if (status == BINA_DONE)
        status = BINA_OK;
    if (status == BINA_OK && ledger->count > 1)
        qsort(ledger->lines, ledger->count, sizeof *ledger->lines, by_key);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status;
}

void
bina_ledger_drop(bina_ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++)
        bina_record_free(ledger->lines[i].record);
    free(ledger->lines);
    ledger->lines = NULL;
    ledger->count = ledger->capacity = 0;
}

const bina_ledger_line *
bina_ledger_find(const bina_ledger *ledger, bina_id key, size_t *count)
{
    size_t low = 0, high = ledger->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ledger->lines[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < ledger->count && ledger->lines[low + *count].key == key)
        ++*count;
    return *count > 0 ? &ledger->lines[low] : NULL;
}

const bina_record *
bina_ledger_get(const bina_ledger *ledger, bina_id id)
{
    size_t count;
    const bina_ledger_line *line = bina_ledger_find(ledger, id, &count);

    return line != NULL ? line->record : NULL;
}
