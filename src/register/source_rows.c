#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"
#include "register/ledger.h"
#include "register/source_rows.h"

static int
by_name(const void *a, const void *b)
{
    return strcmp(((const bina_source_list *)a)->name, ((const bina_source_list *)b)->name);
}

static bina_status
load_lists(bina_source_rows *self, bina_store *store)
{
    bina_ledger ledger = {0};
    bina_status status = bina_ledger_load(&ledger, store, bina_query_new(BINA_SOURCE_REGISTER), 0);

    if (status == BINA_OK) {
        self->lists = calloc(ledger.count + 1, sizeof *self->lists);
        if (self->lists == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == BINA_OK && i < ledger.count; i++) {
        const bina_record *record = ledger.lines[i].record;
        bina_source_list *list = &self->lists[self->list_count];
        list->id = ledger.lines[i].id;
        list->duplicate_free_said =
            bina_record_get(record, BINA_SOURCE_REGISTER_DUPLICATE_FREE).type != BINA_NULL;
        list->duplicate_free = bina_record_int(record, BINA_SOURCE_REGISTER_DUPLICATE_FREE) != 0;
        list->name = bina_text_copy(bina_record_text(record, BINA_SOURCE_REGISTER_NAME));
        if (list->name == NULL)
            status = BINA_ERR_NO_MEMORY;
        else
            self->list_count++;
    }
    if (self->list_count > 1)
        qsort(self->lists, self->list_count, sizeof *self->lists, by_name);
    bina_ledger_drop(&ledger);
    return status;
}

/* Everything but the row as received, which is long and no evidence. */
static void
select_fields(bina_query *query)
{
    const bina_description *description = bina_query_description(query);

    for (int slot = 0; slot < bina_description_count(description); slot++)
        if (slot != BINA_SOURCE_RECORD_RAW)
            bina_query_select(query, slot);
}

static uint32_t
find_list(const bina_source_rows *self, bina_id id)
{
    uint32_t list = 0;

    while (list < self->list_count && self->lists[list].id != id)
        list++;
    return list;
}

static bina_status
add_row(bina_source_rows *self, const bina_record *record, const bina_ledger *intakes)
{
    const char *nature = bina_record_text(record, BINA_SOURCE_RECORD_NATURE);
    const char *state = bina_record_text(record, BINA_SOURCE_RECORD_STATE);
    const bina_record *intake =
        bina_ledger_get(intakes, bina_record_int(record, BINA_SOURCE_RECORD_INTAKE));
    uint32_t list = find_list(self, bina_record_int(record, BINA_SOURCE_RECORD_REGISTER));
    bool group = nature != NULL && strcmp(nature, "group") == 0;
    bool person = nature != NULL && strcmp(nature, "person") == 0;
    bina_source_row *row;

    if (list == self->list_count ||
        (nature != NULL && !group && !person && strcmp(nature, "enterprise") != 0))
        return BINA_OK;
    if (!bina_vector_reserve(&self->rows, &self->capacity, self->count + 1, sizeof *self->rows))
        return BINA_ERR_NO_MEMORY;
    row = &self->rows[self->count];
    row->id = bina_record_id(record);
    row->party = bina_record_int(record, BINA_SOURCE_RECORD_PARTY);
    row->list = list;
    row->cluster = BINA_NO_CLUSTER;
    row->list_date = bina_record_get(record, BINA_SOURCE_RECORD_SURVEYED).type != BINA_NULL
                         ? bina_record_int(record, BINA_SOURCE_RECORD_SURVEYED)
                     : intake != NULL ? bina_record_int(intake, BINA_INTAKE_LIST_DATE)
                                      : 0;
    row->present = state == NULL || strcmp(state, "present") == 0;
    row->group = group;
    row->person = person;
    row->trade = 0;
    row->record = bina_record_copy(record);
    if (row->record == NULL)
        return BINA_ERR_NO_MEMORY;
    self->count++;
    return BINA_OK;
}

/* All rows as they lie in the file: by key they would be fetched from all over it. */
static bina_status
load_rows(bina_source_rows *self, bina_store *store, const bina_value *parties, size_t party_count,
          const bina_ledger *intakes)
{
    bina_query *query = bina_query_new(BINA_SOURCE_RECORD);
    bina_status status = query != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    bina_cursor *cursor = NULL;
    const bina_record *record;

    if (status != BINA_OK)
        return status;
    select_fields(query);
    bina_query_where_text(query, BINA_SOURCE_RECORD_STATE, BINA_NE, "withdrawn");
    if (parties != NULL)
        bina_query_where_in(query, BINA_SOURCE_RECORD_PARTY, parties, party_count);
    bina_query_order(query, BINA_SOURCE_RECORD_ID, false);
    status = bina_store_list(store, query, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        status = add_row(self, record, intakes);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

/* What by_place is sorted by: most keys differ early, so most are told apart without their row. */
typedef struct placed {
    char head[24];
    const char *key;
    size_t row;
    uint32_t list;
    bool person;
} placed;

static int
by_place(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    int heads;

    if (x->person != y->person)
        return x->person ? 1 : -1;
    if (x->list != y->list)
        return x->list < y->list ? -1 : 1;
    heads = strncmp(x->head, y->head, sizeof x->head);
    return heads != 0 ? heads : strcmp(x->key, y->key);
}

/* Puts the rows in their order and tells the lists where theirs are. */
static bina_status
order_rows(bina_source_rows *self)
{
    placed *sorted = calloc(self->count + 1, sizeof *sorted);
    bina_source_row *rows = calloc(self->count + 1, sizeof *rows);

    if (sorted == NULL || rows == NULL) {
        free(sorted);
        free(rows);
        return BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < self->count; i++) {
        const char *key = bina_record_text(self->rows[i].record, BINA_SOURCE_RECORD_ROW_KEY);
        sorted[i].key = key != NULL ? key : "";
        memcpy(sorted[i].head, sorted[i].key, strnlen(sorted[i].key, sizeof sorted[i].head));
        sorted[i].row = i;
        sorted[i].list = self->rows[i].list;
        sorted[i].person = self->rows[i].person;
    }
    if (self->count > 1)
        qsort(sorted, self->count, sizeof *sorted, by_place);
    for (size_t i = self->count; i > 0; i--) {
        bina_source_list *list = &self->lists[sorted[i - 1].list];
        rows[i - 1] = self->rows[sorted[i - 1].row];
        if (!sorted[i - 1].person) {
            list->first = i - 1;
            list->count++;
        }
    }
    free(sorted);
    free(self->rows);
    self->rows = rows;
    self->capacity = self->count + 1;
    return BINA_OK;
}

/* What by_id is sorted by: an index alone does not know its row. */
typedef struct numbered {
    bina_id id;
    size_t row;
} numbered;

static int
by_id(const void *a, const void *b)
{
    bina_id x = ((const numbered *)a)->id, y = ((const numbered *)b)->id;

    return (x > y) - (x < y);
}

static bina_status
index_rows(bina_source_rows *self)
{
    numbered *sorted = calloc(self->count + 1, sizeof *sorted);

    self->by_id = calloc(self->count + 1, sizeof *self->by_id);
    if (sorted == NULL || self->by_id == NULL) {
        free(sorted);
        return BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < self->count; i++) {
        sorted[i].id = self->rows[i].id;
        sorted[i].row = i;
    }
    if (self->count > 1)
        qsort(sorted, self->count, sizeof *sorted, by_id);
    for (size_t i = 0; i < self->count; i++)
        self->by_id[i] = sorted[i].row;
    free(sorted);
    return BINA_OK;
}

bina_status
bina_source_rows_load(bina_source_rows *self, bina_store *store, const bina_id *parties,
                      size_t party_count)
{
    bina_ledger intakes = {0};
    bina_value *values = NULL;
    bina_query *query = bina_query_new(BINA_INTAKE);
    bina_status status;

    memset(self, 0, sizeof *self);
    if (parties != NULL) {
        values = calloc(party_count + 1, sizeof *values);
        if (values == NULL) {
            bina_query_free(query);
            return BINA_ERR_NO_MEMORY;
        }
        for (size_t i = 0; i < party_count; i++)
            values[i] = bina_integer_of(BINA_REF, parties[i]);
    }
    if (query != NULL)
        bina_query_select(query, BINA_INTAKE_LIST_DATE);
    status = bina_ledger_load(&intakes, store, query, 0);
    if (status == BINA_OK)
        status = load_lists(self, store);
    if (status == BINA_OK)
        status = load_rows(self, store, values, party_count, &intakes);
    if (status == BINA_OK)
        status = order_rows(self);
    if (status == BINA_OK)
        status = index_rows(self);
    bina_ledger_drop(&intakes);
    free(values);
    return status;
}

bina_status
bina_source_rows_append(bina_source_rows *self, const char *name, const bina_source_row *rows,
                        size_t count)
{
    bina_source_list *list = &self->lists[self->list_count]; /* one more than there are was made */
    size_t before = self->count;
    bina_status status;

    list->name = bina_text_copy(name);
    if (list->name == NULL || !bina_vector_reserve(&self->rows, &self->capacity,
                                                   self->count + count, sizeof *self->rows)) {
        free(list->name);
        list->name = NULL;
        return BINA_ERR_NO_MEMORY;
    }
    list->first = before;
    list->count = count;
    for (size_t i = 0; i < count; i++) {
        self->rows[self->count] = rows[i];
        self->rows[self->count++].list = (uint32_t)self->list_count;
    }
    free(self->by_id);
    self->by_id = NULL;
    status = index_rows(self);
    if (status == BINA_OK) {
        self->list_count++;
    } else {
        self->count = before;
        free(list->name);
        list->name = NULL;
    }
    return status;
}

void
bina_source_rows_drop(bina_source_rows *self)
{
    for (size_t i = 0; i < self->list_count; i++)
        free(self->lists[i].name);
    for (size_t i = 0; i < self->count; i++)
        bina_record_free(self->rows[i].record);
    free(self->lists);
    free(self->rows);
    free(self->by_id);
    memset(self, 0, sizeof *self);
}

size_t
bina_source_rows_find(const bina_source_rows *self, bina_id id)
{
    size_t low = 0, high = self->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->rows[self->by_id[middle]].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < self->count && self->rows[self->by_id[low]].id == id ? self->by_id[low] : SIZE_MAX;
}

int64_t
bina_source_rows_number(const bina_source_rows *self, size_t row)
{
    return (int64_t)(row - self->lists[self->rows[row].list].first) + 1;
}
