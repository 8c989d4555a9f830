#include "register/match.h"

#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include <bina/rows.h>
#include "base/text.h"
#include "base/vector.h"
#include "register/evidence.h"
#include "register/link.h"
#include "register/result.h"
#include "register/trades.h"
#include "register/view.h"
#include "store/sql.h"

#define REASONS 400 /* bytes of what is told for and against a match */

static void
unload(bina_matcher *self)
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

void
bina_matcher_close(bina_matcher *self)
{
    if (self == NULL)
        return;
    unload(self);
    bina_placer_free(self->placer);
    bina_record_free(self->view);
    bina_record_free(self->row);
    bina_description_free(self->columns);
    bina_mapping_free(self->mapping);
    bina_description_free(self->typed);
    if (self->store != NULL)
        bina_store_let_go(self->store);
    free(self);
}

const bina_error *
bina_matcher_error(const bina_matcher *self)
{
    return bina_store_error(self->store);
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
    unload(self);
    status = bina_store_last_commit(self->store, &self->commit);
    if (status == BINA_OK)
        status = bina_source_rows_load(&rows, self->store, NULL, 0);
    if (status == BINA_OK)
        status = add_by_hand(self, &rows);
    if (status == BINA_OK)
        status = bina_trades_learn(&self->products, &rows);
    if (status == BINA_OK)
        status = bina_trades_tell(&rows);
    if (status == BINA_OK)
        status = bina_ledger_load(&pairs, self->store, bina_query_new(BINA_PAIR), 0);
    if (status == BINA_OK)
        status = note_rows(self, &rows);
    if (status == BINA_OK && self->count > 0) {
        status = bina_link_rows(&rows, NULL, bina_store_threads(self->store), &pairs,
                                &self->linkage, &error);
        if (status == BINA_OK) {
            status = bina_linkage_run(self->linkage);
            if (status != BINA_OK)
                bina_error_copy(&error, bina_linkage_error(self->linkage));
        }
    }
    bina_ledger_drop(&pairs);
    bina_source_rows_drop(&rows);
    if (bina_error_status(&error) != BINA_OK)
        bina_error_copy(bina_store_complaint(self->store), &error);
    else if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(self->store), status);
    if (status != BINA_OK)
        unload(self);
    return status;
}

bina_status
bina_matcher_open(bina_store *store, bina_matcher **matcher)
{
    bina_matcher *self = calloc(1, sizeof *self);
    char home[16];
    bina_status status = BINA_ERR_NO_MEMORY;

    *matcher = NULL;
    if (self == NULL)
        return bina_error_plain(bina_store_complaint(store), status);
    self->store = store;
    bina_store_hold(store);
    self->placer = bina_placer_new(bina_place_of_office(bina_store_office(store), home));
    self->columns = bina_view_description();
    self->row = bina_record_new(BINA_SOURCE_RECORD);
    if (self->columns != NULL)
        self->view = bina_record_new_of(self->columns);
    if (self->placer == NULL || self->row == NULL || self->view == NULL)
        (void)bina_error_plain(bina_store_complaint(store), status);
    else
        status = bina_match_load(self);
    if (status != BINA_OK)
        bina_matcher_close(self);
    else
        *matcher = self;
    return status;
}

static bina_description *
describe(void)
{
    static const bina_result_column columns[] = {
        {"id", "id", BINA_INT, "The registrant, or a source record not reconciled yet.", NULL},
        {"number", "nomor", BINA_TEXT, "Its human number.", NULL},
        {"name", "nama usaha", BINA_TEXT, "The name of the business.", NULL},
        {"owner_name", "nama pemilik", BINA_TEXT, "The owner, as the likeliest row has it.", NULL},
        {"region", "wilayah", BINA_TEXT, "Region code, as the likeliest row has it.", NULL},
        {"probability", "peluang", BINA_REAL, "Probability that both are one.", NULL},
        {"weight", "bobot", BINA_REAL, "Log2 of the odds that both are one.", NULL},
        {"reason", "alasan (Inggris)", BINA_TEXT, "What speaks for and against.", NULL},
        {"alasan", "alasan", BINA_TEXT, "The same in Indonesian.", NULL},
    };

    return bina_result_describe("match", "A registrant that a record may be.", columns,
                                sizeof columns / sizeof columns[0]);
}

/* The evidence in words, the pieces that say something. */
static void
tell_reasons(bina_record *line, const char *evidence)
{
    for (int language = 0; language < 2; language++) {
        char told[REASONS] = "", label[64], words[160];
        const char *at = evidence;
        bina_evidence piece;
        size_t used = 0;
        while (bina_evidence_next(&at, &piece)) {
            size_t length;
            if (strcmp(piece.field, "prior") == 0 || !bina_evidence_counts(&piece))
                continue;
            bina_evidence_label(piece.field, (bina_language)language, label, sizeof label);
            bina_evidence_words(&piece, label, (bina_language)language, words, sizeof words);
            length = strlen(words);
            if (used + length + 3 > sizeof told)
                break;
            if (used > 0) {
                memcpy(told + used, "; ", 2);
                used += 2;
            }
            memcpy(told + used, words, length + 1);
            used += length;
        }
        bina_set_text(line, language == 0 ? BINA_MATCH_REASON : BINA_MATCH_ALASAN, told);
    }
}

static void
copy_text(bina_record *line, int slot, const bina_record *from, int from_slot)
{
    const char *text = from != NULL ? bina_record_text(from, from_slot) : NULL;

    if (text != NULL)
        bina_set_text(line, slot, text);
}

/* What a row says, and the registrant it is of. */
static bina_status
tell_row(bina_matcher *self, const bina_match_entry *entry, bina_id standing, bina_record *line)
{
    bina_record *row = NULL, *party = NULL;
    bool by_hand = bina_id_kind(entry->id) == BINA_ENTERPRISE;
    bina_status status = BINA_OK;

    bina_set_int(line, BINA_MATCH_ID, standing != 0 ? standing : entry->id);
    if (!by_hand)
        status = bina_store_get(self->store, entry->id, &row);
    if (status == BINA_OK && standing != 0)
        status = bina_store_get(self->store, standing, &party);
    if (status == BINA_OK && by_hand) {
        row = bina_record_new(BINA_SOURCE_RECORD);
        status =
            row != NULL ? bina_match_of_enterprise(self->store, party, row) : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK) {
        bool group = bina_id_kind(standing) == BINA_GROUP;
        copy_text(line, BINA_MATCH_NUMBER, party,
                  group ? BINA_GROUP_NUMBER : BINA_ENTERPRISE_NUMBER);
        if (party != NULL)
            copy_text(line, BINA_MATCH_NAME, party, group ? BINA_GROUP_NAME : BINA_ENTERPRISE_NAME);
        else
            copy_text(line, BINA_MATCH_NAME, row, BINA_SOURCE_RECORD_BUSINESS_NAME);
        copy_text(line, BINA_MATCH_OWNER, row, BINA_SOURCE_RECORD_OWNER_NAME);
        copy_text(line, BINA_MATCH_REGION, row, BINA_SOURCE_RECORD_REGION);
    }
    bina_record_free(row);
    bina_record_free(party);
    return status;
}

static bina_status
add_reasons(bina_matcher *self, const bina_match_entry *entry, bina_record *line)
{
    bina_cursor *reasons = NULL;
    char *evidence = NULL;
    bina_status status = bina_linkage_match_explain(
        self->linkage, NULL, self->view, self->lists[entry->list].name, entry->number, &reasons);

    if (status == BINA_OK)
        status = bina_evidence_read(reasons, &evidence);
    if (status == BINA_OK)
        tell_reasons(line, evidence != NULL ? evidence : "");
    bina_cursor_free(reasons);
    free(evidence);
    return status;
}

/* The entry of a match. */
static const bina_match_entry *
entry_of(const bina_matcher *self, const bina_record *match)
{
    const char *name = bina_record_text(match, BINA_LINKAGE_MATCH_LIST);
    size_t at = (size_t)bina_record_int(match, BINA_LINKAGE_MATCH_ROW) - 1;

    for (size_t i = 0; i < self->list_count; i++)
        if (strcmp(self->lists[i].name, name) == 0)
            return at < self->lists[i].count && self->lists[i].entry[at] != SIZE_MAX
                       ? &self->entries[self->lists[i].entry[at]]
                       : NULL;
    return NULL;
}

/* Registrants by their likeliest rows, each once. */
static bina_status
collect(bina_matcher *self, bina_cursor *matches, int64_t most, bina_rows *table, bina_record *line)
{
    bina_id *told = NULL;
    size_t count = 0, room = 0;
    const bina_record *match;
    bina_status status = BINA_OK;

    while (status == BINA_OK && (most <= 0 || count < (size_t)most) &&
           (status = bina_cursor_next(matches, &match)) == BINA_OK) {
        const bina_match_entry *entry = entry_of(self, match);
        bina_id standing = 0;
        size_t before = 0;
        if (entry == NULL)
            continue;
        if (entry->party != 0)
            status = bina_register_resolve(self->store, entry->party, &standing);
        for (; before < count; before++)
            if (told[before] == (standing != 0 ? standing : entry->id))
                break;
        if (status != BINA_OK || before < count)
            continue;
        if (!bina_vector_reserve(&told, &room, count + 1, sizeof *told)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        told[count++] = standing != 0 ? standing : entry->id;
        bina_record_clear(line);
        bina_record_set(line, BINA_MATCH_PROBABILITY,
                        bina_record_get(match, BINA_LINKAGE_MATCH_PROBABILITY));
        bina_record_set(line, BINA_MATCH_WEIGHT, bina_record_get(match, BINA_LINKAGE_MATCH_WEIGHT));
        status = tell_row(self, entry, standing, line);
        if (status == BINA_OK)
            status = add_reasons(self, entry, line);
        if (status == BINA_OK)
            status = bina_rows_add(table, line);
    }
    free(told);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_matcher_match(bina_matcher *self, const bina_record *typed, int64_t most, bina_cursor **cursor)
{
    bina_description *description = describe();
    bina_rows *table = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *line = description != NULL ? bina_record_new_of(description) : NULL;
    bina_error *error = bina_store_complaint(self->store);
    bina_cursor *matches = NULL;
    bina_status status = table != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    if (status == BINA_OK && typed == NULL)
        status = bina_error_plain(error, BINA_ERR_USAGE);
    if (status == BINA_OK)
        status = bina_match_follow(self);
    if (status == BINA_OK)
        status = bina_match_understand(self, typed);
    if (status == BINA_OK && self->linkage != NULL) {
        bina_match_view(self, self->row);
        status = bina_linkage_match(self->linkage, NULL, self->view, 0, &matches);
        if (status == BINA_OK)
            status = collect(self, matches, most, table, line);
        if (status != BINA_OK && bina_error_status(bina_linkage_error(self->linkage)) == status)
            bina_error_copy(error, bina_linkage_error(self->linkage));
    }
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(table);
        table = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    bina_cursor_free(matches);
    bina_rows_free(table);
    bina_record_free(line);
    bina_description_free(description);
    return status;
}

bina_status
bina_match(bina_store *store, const bina_record *typed, int64_t most, bina_cursor **cursor)
{
    bina_matcher *matcher = NULL;
    bina_status status = bina_matcher_open(store, &matcher);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_matcher_match(matcher, typed, most, cursor);
    bina_matcher_close(matcher);
    return status;
}
