#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "linkage/settings.h"
#include "register/evidence.h"
#include "register/link.h"
#include "register/refine.h"
#include "register/view.h"

int
bina_verdict_sense(const char *verdict)
{
    if (verdict == NULL || strcmp(verdict, "cannot_tell") == 0)
        return 0;
    /* An heir carries on the same enterprise. */
    return strcmp(verdict, "same") == 0 || strcmp(verdict, "successor_of") == 0 ? 1 : -1;
}

static bina_status
add_list(bina_linkage *linkage, const bina_source_rows *rows, const bina_source_list *list,
         const bina_description *description, bina_error *error)
{
    bina_rows *table = bina_rows_new(description);
    bina_record *view = bina_record_new_of(description);
    bina_cursor *cursor = NULL;
    bina_status status = table != NULL && view != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = list->first; status == BINA_OK && i < list->first + list->count; i++) {
        bina_record_clear(view);
        bina_view_fill(view, &rows->rows[i]);
        status = bina_rows_add(table, view);
    }
    if (status == BINA_OK) {
        cursor = bina_rows_to_cursor(table);
        table = NULL;
        status = cursor != NULL ? bina_linkage_add_list(linkage, list->name, cursor)
                                : BINA_ERR_NO_MEMORY;
        if (status != BINA_OK)
            bina_error_copy(error, bina_linkage_error(linkage));
    }
    bina_cursor_free(cursor);
    bina_rows_free(table);
    bina_record_free(view);
    return status;
}

static bina_status
add_verdicts(bina_linkage *linkage, const bina_source_rows *rows, const bina_ledger *verdicts)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < verdicts->count; i++) {
        const bina_record *pair = verdicts->lines[i].record;
        int sense = bina_verdict_sense(bina_record_text(pair, BINA_PAIR_VERDICT));
        size_t a = bina_source_rows_find(rows, bina_record_int(pair, BINA_PAIR_FIRST));
        size_t b = bina_source_rows_find(rows, bina_record_int(pair, BINA_PAIR_SECOND));
        if (sense == 0 || a == SIZE_MAX || b == SIZE_MAX || rows->rows[a].person ||
            rows->rows[b].person)
            continue;
        status = bina_linkage_add_verdict(
            linkage, rows->lists[rows->rows[a].list].name, bina_source_rows_number(rows, a),
            rows->lists[rows->rows[b].list].name, bina_source_rows_number(rows, b), sense > 0);
    }
    return status;
}

bina_status
bina_link_rows(const bina_source_rows *rows, const bina_linkage_settings *settings, int threads,
               const bina_ledger *verdicts, bina_linkage **linkage, bina_error *error)
{
    bina_description *description = bina_view_description();
    bina_linkage_settings *own =
        settings == NULL ? bina_view_settings(rows) : bina_linkage_settings_copy(settings);
    bina_status status = BINA_ERR_NO_MEMORY;

    *linkage = NULL;
    if (description != NULL && own != NULL &&
        bina_link_settings_use_threads(own, threads) == BINA_OK) {
        *linkage = bina_linkage_new(own);
        status = *linkage != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; status == BINA_OK && i < rows->list_count; i++)
        if (rows->lists[i].count > 0)
            status = add_list(*linkage, rows, &rows->lists[i], description, error);
    if (status == BINA_OK) {
        status = add_verdicts(*linkage, rows, verdicts);
        if (status != BINA_OK)
            bina_error_copy(error, bina_linkage_error(*linkage));
    }
    if (status != BINA_OK) {
        bina_linkage_free(*linkage);
        *linkage = NULL;
        if (bina_error_status(error) == BINA_OK)
            (void)bina_error_plain(error, status);
    }
    bina_linkage_settings_free(own);
    bina_description_free(description);
    return status;
}

size_t
bina_link_row(const bina_source_rows *rows, const char *list, int64_t number)
{
    for (size_t i = 0; i < rows->list_count; i++)
        if (strcmp(rows->lists[i].name, list) == 0 && number >= 1 &&
            number <= (int64_t)rows->lists[i].count)
            return rows->lists[i].first + (size_t)(number - 1);
    return SIZE_MAX;
}

static bina_status
read_entities(bina_linkage *linkage, bina_source_rows *rows)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_linkage_entities(linkage, &cursor);

    rows->clusters = 0;
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        size_t row = bina_link_row(rows, bina_record_text(record, BINA_LINKAGE_ENTITY_FILE),
                                   bina_record_int(record, BINA_LINKAGE_ENTITY_ROW));
        int64_t entity = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
        if (row == SIZE_MAX || entity < 1 || entity > (int64_t)rows->count) {
            status = BINA_ERR_CORRUPT;
            break;
        }
        rows->rows[row].cluster = (uint32_t)(entity - 1);
        if ((size_t)entity > rows->clusters)
            rows->clusters = (size_t)entity;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
read_pairs(bina_linkage *linkage, const bina_source_rows *rows, bina_open_pairs *pairs)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_linkage_pairs(linkage, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        const char *verdict = bina_record_text(record, BINA_LINKAGE_PAIR_VERDICT);
        size_t a = bina_link_row(rows, bina_record_text(record, BINA_LINKAGE_PAIR_LIST_A),
                                 bina_record_int(record, BINA_LINKAGE_PAIR_ROW_A));
        size_t b = bina_link_row(rows, bina_record_text(record, BINA_LINKAGE_PAIR_LIST_B),
                                 bina_record_int(record, BINA_LINKAGE_PAIR_ROW_B));
        bina_open_pair *pair;
        /* One owner's two trades are two enterprises: nothing to be asked. */
        if (a == SIZE_MAX || b == SIZE_MAX || verdict == NULL || strcmp(verdict, "review") != 0 ||
            bina_refine_parts(&rows->rows[a], &rows->rows[b]))
            continue;
        if (!bina_vector_reserve(&pairs->pairs, &pairs->capacity, pairs->count + 1,
                                 sizeof *pairs->pairs)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        pair = &pairs->pairs[pairs->count++];
        pair->evidence = NULL;
        pair->first = rows->rows[a].id < rows->rows[b].id ? a : b;
        pair->second = pair->first == a ? b : a;
        pair->weight = bina_record_real(record, BINA_LINKAGE_PAIR_WEIGHT);
        pair->probability = bina_record_real(record, BINA_LINKAGE_PAIR_PROBABILITY);
        status =
            bina_evidence_make(linkage, bina_record_text(record, BINA_LINKAGE_PAIR_LIST_A),
                               bina_record_int(record, BINA_LINKAGE_PAIR_ROW_A),
                               bina_record_text(record, BINA_LINKAGE_PAIR_LIST_B),
                               bina_record_int(record, BINA_LINKAGE_PAIR_ROW_B), &pair->evidence);
        if (status != BINA_OK)
            break;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

void
bina_open_pairs_drop(bina_open_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++)
        free(pairs->pairs[i].evidence);
    free(pairs->pairs);
    memset(pairs, 0, sizeof *pairs);
}

bina_status
bina_link_read(bina_linkage *linkage, bina_source_rows *rows, const bina_ledger *verdicts,
               bina_open_pairs *pairs, bina_error *error)
{
    bina_status status = read_entities(linkage, rows);

    if (status == BINA_OK)
        status = bina_refine(rows, verdicts);

    if (status == BINA_OK && pairs != NULL)
        status = read_pairs(linkage, rows, pairs);
    if (status != BINA_OK)
        (void)bina_error_plain(error, status);
    return status;
}
