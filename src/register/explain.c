/* Why rows are held to be one, or not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include <bina/rows.h>
#include "register/classify.h"
#include "register/link.h"
#include "register/refine.h"
#include "register/result.h"
#include "register/trades.h"
#include "store/sql.h"

/* Of a registrant with more rows than this, the first ones are explained. */
#define MOST_ROWS 20

typedef struct explaining {
    bina_store *store;
    bina_source_rows rows;
    bina_ledger pairs;
    bina_linkage *linkage; /* made when two rows are to be compared */
    bina_rows *table;
    bina_record *line;
} explaining;

static bina_status
add_line(explaining *self, bina_id first, bina_id second, const char *field, const char *reason,
         const char *alasan)
{
    bina_set_int(self->line, BINA_EXPLANATION_FIRST, first);
    if (second != 0)
        bina_set_int(self->line, BINA_EXPLANATION_SECOND, second);
    bina_set_text(self->line, BINA_EXPLANATION_FIELD, field);
    bina_set_text(self->line, BINA_EXPLANATION_REASON, reason);
    bina_set_text(self->line, BINA_EXPLANATION_ALASAN, alasan);
    return bina_rows_add(self->table, self->line);
}

/* How a row is classed. */
static bina_status
explain_row(explaining *self, const bina_source_row *row)
{
    static const int slots[] = {BINA_SOURCE_RECORD_NATURE, BINA_SOURCE_RECORD_SCOPE};
    const char *told = bina_record_text(row->record, BINA_SOURCE_RECORD_CLASS_REASON);
    char why[2][32] = {"unknown", "unknown"};
    bina_status status = BINA_OK;

    if (told != NULL)
        (void)sscanf(told, "%31s %31s", why[0], why[1]);
    for (int i = 0; status == BINA_OK && i < 2; i++) {
        const char *value = bina_record_text(row->record, slots[i]);
        bina_record_clear(self->line);
        if (value != NULL)
            bina_set_text(self->line, BINA_EXPLANATION_FIRST_VALUE, value);
        status = add_line(self, row->id, 0, i == 0 ? "nature" : "scope",
                          bina_row_reason(why[i], BINA_ENGLISH),
                          bina_row_reason(why[i], BINA_INDONESIAN));
    }
    return status;
}

static bina_status
start_linkage(explaining *self, bina_error *error)
{
    bina_status status = bina_link_rows(&self->rows, NULL, bina_store_threads(self->store),
                                        &self->pairs, &self->linkage, error);

    if (status == BINA_OK) {
        status = bina_linkage_run(self->linkage);
        if (status != BINA_OK)
            bina_error_copy(error, bina_linkage_error(self->linkage));
    }
    return status;
}

static void
copy_text(bina_record *to, int slot, const bina_record *from, int from_slot)
{
    const char *text = bina_record_text(from, from_slot);

    if (text != NULL)
        bina_set_text(to, slot, text);
}

static bina_status
explain_pair(explaining *self, size_t a, size_t b, bina_error *error)
{
    const bina_source_row *first = &self->rows.rows[a], *second = &self->rows.rows[b];
    bina_cursor *cursor = NULL;
    const bina_record *reason;
    bina_status status = self->linkage == NULL ? start_linkage(self, error) : BINA_OK;

    if (status == BINA_OK) {
        status = bina_linkage_explain(self->linkage, self->rows.lists[first->list].name,
                                      bina_source_rows_number(&self->rows, a),
                                      self->rows.lists[second->list].name,
                                      bina_source_rows_number(&self->rows, b), &cursor);
        if (status != BINA_OK)
            bina_error_copy(error, bina_linkage_error(self->linkage));
    }
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &reason)) == BINA_OK) {
        bina_record *line = self->line;
        bina_record_clear(line);
        copy_text(line, BINA_EXPLANATION_FIRST_VALUE, reason, BINA_LINKAGE_REASON_VALUE_A);
        copy_text(line, BINA_EXPLANATION_SECOND_VALUE, reason, BINA_LINKAGE_REASON_VALUE_B);
        copy_text(line, BINA_EXPLANATION_LEVEL, reason, BINA_LINKAGE_REASON_LEVEL);
        bina_record_set(line, BINA_EXPLANATION_WEIGHT,
                        bina_record_get(reason, BINA_LINKAGE_REASON_WEIGHT));
        status = add_line(self, first->id, second->id,
                          bina_record_text(reason, BINA_LINKAGE_REASON_FIELD),
                          bina_record_text(reason, BINA_LINKAGE_REASON_REASON),
                          bina_record_text(reason, BINA_LINKAGE_REASON_ALASAN));
    }
    bina_cursor_free(cursor);
    if (status == BINA_DONE)
        status = BINA_OK;
    if (status == BINA_OK && bina_refine_parts(first, second)) {
        bina_record_clear(self->line);
        bina_set_text(self->line, BINA_EXPLANATION_LEVEL, "different");
        status = add_line(self, first->id, second->id, "trade",
                          "Two trades of one owner, or a group and its leader's workshop, are "
                          "kept apart whatever the weights say.",
                          "Dua jenis usaha satu pemilik, atau kelompok dan usaha ketuanya, "
                          "dipisahkan apa pun bobotnya.");
    }
    return status;
}

static bina_status
refuse(bina_store *store)
{
    return bina_error_set(
        bina_store_complaint(store), BINA_ERR_USAGE,
        "what can be explained is an enterprise, a group, a pair, or one or two "
        "source records",
        "yang dapat dijelaskan ialah usaha, kelompok, pasangan, atau satu atau dua "
        "baris sumber");
}

/* The rows to be explained: of a pair, of a registrant, or as given. */
static bina_status
choose_rows(explaining *self, bina_id first, bina_id second, size_t chosen[MOST_ROWS],
            size_t *count)
{
    bina_id standing = 0, ids[2] = {first, second};
    bina_record *pair = NULL;
    bina_status status = BINA_OK;

    *count = 0;
    if (bina_id_kind(first) == BINA_PAIR && second == 0) {
        status = bina_store_get(self->store, first, &pair);
        if (status != BINA_OK)
            return status;
        ids[0] = bina_record_int(pair, BINA_PAIR_FIRST);
        ids[1] = bina_record_int(pair, BINA_PAIR_SECOND);
        bina_record_free(pair);
    } else if (bina_id_kind(first) != BINA_SOURCE_RECORD) {
        status = bina_register_resolve(self->store, first, &standing);
        if (status != BINA_OK)
            return status;
        if (second != 0 ||
            (bina_id_kind(standing) != BINA_ENTERPRISE && bina_id_kind(standing) != BINA_GROUP))
            return refuse(self->store);
    } else if (second != 0 && bina_id_kind(second) != BINA_SOURCE_RECORD) {
        return refuse(self->store);
    }
    if (standing != 0) {
        for (size_t i = 0; i < self->rows.count && *count < MOST_ROWS; i++) {
            bina_id party = self->rows.rows[i].party;
            if (party == 0 || bina_id_kind(party) != bina_id_kind(standing))
                continue;
            if (party != standing) {
                status = bina_register_resolve(self->store, party, &party);
                if (status != BINA_OK)
                    return status;
            }
            if (party == standing)
                chosen[(*count)++] = i;
        }
        return BINA_OK;
    }
    for (int i = 0; i < 2; i++) {
        size_t row = ids[i] != 0 ? bina_source_rows_find(&self->rows, ids[i]) : SIZE_MAX;
        if (ids[i] != 0 && row == SIZE_MAX)
            return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NOT_FOUND);
        /* Persons are found without weights that could be told. */
        if (ids[i] != 0 && ids[1] != 0 && self->rows.rows[row].person)
            return refuse(self->store);
        if (ids[i] != 0)
            chosen[(*count)++] = row;
    }
    return BINA_OK;
}

bina_status
bina_register_explain(bina_store *store, bina_id first, bina_id second, bina_cursor **cursor)
{
    bina_description *description = bina_explanation_description();
    explaining self;
    size_t chosen[MOST_ROWS], count = 0;
    bina_error error;
    bina_status status = BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    bina_error_clear(&error);
    memset(&self, 0, sizeof self);
    self.store = store;
    if (description != NULL) {
        self.table = bina_rows_new(description);
        self.line = bina_record_new_of(description);
    }
    if (self.table != NULL && self.line != NULL)
        status = bina_source_rows_load(&self.rows, store, NULL, 0);
    if (status == BINA_OK)
        status = bina_trades_tell(&self.rows, NULL);
    if (status == BINA_OK)
        status = bina_ledger_load(&self.pairs, store, bina_query_new(BINA_PAIR), 0);
    if (status == BINA_OK)
        status = choose_rows(&self, first, second, chosen, &count);
    for (size_t i = 0; status == BINA_OK && i < count; i++)
        status = explain_row(&self, &self.rows.rows[chosen[i]]);
    for (size_t i = 1; status == BINA_OK && i < count; i++)
        status = explain_pair(&self, chosen[0], chosen[i], &error);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(self.table);
        self.table = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    if (bina_error_status(&error) != BINA_OK)
        bina_error_copy(bina_store_complaint(store), &error);
    else if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(bina_store_complaint(store), status);
    bina_rows_free(self.table);
    bina_record_free(self.line);
    bina_linkage_free(self.linkage);
    bina_ledger_drop(&self.pairs);
    bina_source_rows_drop(&self.rows);
    bina_description_free(description);
    return status;
}
