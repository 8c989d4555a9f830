/* What a matcher holds of the register: the rows, linked, and whose they are. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "register/link.h"
#include "register/match.h"
#include "register/trades.h"
#include "store/sql.h"

void
bina_match_unload(bina_matcher *self)
{
    bina_linkage_free(self->linkage);
    for (size_t i = 0; i < self->list_count; i++) {
        free(self->lists[i].name);
        free(self->lists[i].entry);
    }
    free(self->lists);
    free(self->entries);
    free(self->later);
    bina_text_map_drop(&self->products);
    self->linkage = NULL;
    self->lists = NULL;
    self->entries = NULL;
    self->later = NULL;
    self->list_count = self->count = self->room = self->sorted = self->later_room = 0;
}

/* Where, among the entries that came later, an id is or would be. */
static size_t
seek_later(const bina_matcher *self, bina_id id)
{
    size_t low = 0, high = self->count - self->sorted;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->entries[self->later[middle]].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t
bina_match_find(const bina_matcher *self, bina_id id)
{
    size_t low = 0, high = self->sorted;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->entries[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < self->sorted && self->entries[low].id == id)
        return low;
    low = seek_later(self, id);
    return low < self->count - self->sorted && self->entries[self->later[low]].id == id
               ? self->later[low]
               : SIZE_MAX;
}

/* Lets the row's place in its list lead to the entry. */
static bina_status
place(bina_matcher *self, size_t at)
{
    const bina_match_entry *entry = &self->entries[at];
    bina_match_list *list = &self->lists[entry->list];
    size_t needed = (size_t)entry->number;

    if (!bina_vector_reserve(&list->entry, &list->room, needed, sizeof *list->entry))
        return BINA_ERR_NO_MEMORY;
    for (; list->count < needed; list->count++)
        list->entry[list->count] = SIZE_MAX;
    list->entry[needed - 1] = at;
    return BINA_OK;
}

bina_status
bina_match_note(bina_matcher *self, const bina_match_entry *entry)
{
    size_t later = self->count - self->sorted, at = seek_later(self, entry->id);

    if (!bina_vector_reserve(&self->entries, &self->room, self->count + 1, sizeof *self->entries) ||
        !bina_vector_reserve(&self->later, &self->later_room, later + 1, sizeof *self->later))
        return BINA_ERR_NO_MEMORY;
    /* Newer ids are mostly greater: little is moved. */
    memmove(self->later + at + 1, self->later + at, (later - at) * sizeof *self->later);
    self->later[at] = self->count;
    self->entries[self->count] = *entry;
    return place(self, self->count++);
}

static int
compare_ids(const void *a, const void *b)
{
    bina_id x = *(const bina_id *)a, y = *(const bina_id *)b;

    return (x > y) - (x < y);
}

/* The enterprises that stand for themselves, without a source record. */
static bina_status
add_by_hand(bina_matcher *self, bina_source_rows *rows)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_source_row *made = NULL;
    size_t count = 0, room = 0, with = 0;
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_id *parties = calloc(rows->count + 1, sizeof *parties);
    bina_status status = query != NULL && parties != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < rows->count; i++)
        if (rows->rows[i].party != 0)
            parties[with++] = rows->rows[i].party;
    if (with > 1)
        qsort(parties, with, sizeof *parties, compare_ids);
    if (query != NULL)
        bina_query_where(query, BINA_ENTERPRISE_MERGED_INTO, BINA_IS_NULL, bina_null());
    if (status == BINA_OK)
        status = bina_store_list(self->store, query, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_id id = bina_record_id(record);
        bina_source_row *row;
        if (bsearch(&id, parties, with, sizeof *parties, compare_ids) != NULL)
            continue;
        if (!bina_vector_reserve(&made, &room, count + 1, sizeof *made)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        row = &made[count];
        memset(row, 0, sizeof *row);
        row->id = row->party = id;
        row->cluster = BINA_NO_CLUSTER;
        row->present = true;
        row->record = bina_record_new(BINA_SOURCE_RECORD);
        status = row->record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
        count += row->record != NULL;
        if (status == BINA_OK)
            status = bina_match_of_enterprise(self->store, record, row->record);
    }
    if (status == BINA_DONE)
        status = bina_source_rows_append(rows, BINA_MATCH_HAND, made, count);
    for (size_t i = 0; status != BINA_OK && i < count; i++)
        bina_record_free(made[i].record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    free(parties);
    free(made);
    return status;
}

static int
by_id(const void *a, const void *b)
{
    return compare_ids(&((const bina_match_entry *)a)->id, &((const bina_match_entry *)b)->id);
}

/* What each row of the linkage is. */
static bina_status
note_rows(bina_matcher *self, const bina_source_rows *rows)
{
    bina_status status = BINA_OK;

    self->lists = calloc(rows->list_count + 1, sizeof *self->lists);
    self->entries = calloc(rows->count + 1, sizeof *self->entries);
    if (self->lists == NULL || self->entries == NULL)
        return BINA_ERR_NO_MEMORY;
    self->room = rows->count + 1;
    for (size_t i = 0; i < rows->list_count; i++) {
        self->lists[i].id = rows->lists[i].id;
        self->lists[i].name = bina_text_copy(rows->lists[i].name);
        if (self->lists[i].name == NULL)
            return BINA_ERR_NO_MEMORY;
        self->list_count++;
        for (size_t r = rows->lists[i].first; r < rows->lists[i].first + rows->lists[i].count; r++)
            self->entries[self->count++] =
                (bina_match_entry){rows->rows[r].id, rows->rows[r].party, (uint32_t)i,
                                   bina_source_rows_number(rows, r)};
    }
    if (self->count > 1)
        qsort(self->entries, self->count, sizeof *self->entries, by_id);
    self->sorted = self->count;
    for (size_t i = 0; i < self->count && status == BINA_OK; i++)
        status = place(self, i);
    return status;
}

bina_status
bina_match_load(bina_matcher *self)
{
    bina_source_rows rows = {0};
    bina_ledger pairs = {0};
    bina_error error;
    bina_status status;

    bina_error_clear(&error);
    bina_match_unload(self);
    status = bina_store_last_commit(self->store, &self->commit);
    if (status == BINA_OK)
        status = bina_source_rows_load(&rows, self->store, NULL, 0);
    if (status == BINA_OK)
        status = add_by_hand(self, &rows);
    if (status == BINA_OK)
        status = bina_trades_tell(&rows, &self->products);
    if (status == BINA_OK)
        status = bina_ledger_load(&pairs, self->store, bina_query_new(BINA_PAIR), 0);
    if (status == BINA_OK)
        status = note_rows(self, &rows);
    if (status == BINA_OK && self->count > 0)
        status = bina_link_rows(&rows, NULL, bina_store_threads(self->store), &pairs,
                                &self->linkage, &error);
    /* The linkage has all it needs of them, and needs room itself. */
    bina_ledger_drop(&pairs);
    bina_source_rows_drop(&rows);
    if (status == BINA_OK && self->linkage != NULL) {
        status = bina_linkage_run(self->linkage);
        if (status != BINA_OK)
            bina_error_copy(&error, bina_linkage_error(self->linkage));
    }
    if (bina_error_status(&error) != BINA_OK)
        bina_error_copy(bina_store_complaint(self->store), &error);
    else if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(self->store), status);
    if (status != BINA_OK)
        bina_match_unload(self);
    return status;
}
