/* Loading YAML records: references resolved, natural keys met again, all or nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <bina/advance.h>
#include <bina/load.h>
#include "base/error.h"
#include "base/vector.h"
#include "store/sql.h"

typedef struct reference {
    int64_t record, target;
    int field;
    const bina_record *key;
} reference;

typedef struct loading {
    bina_store *store;
    bina_document *document;
    bina_faults *faults;
    bina_error first; /* the first fault */
    int64_t fault_count;
    bina_id *ids; /* of the document's records, once stored */
    reference *references;
    size_t reference_count, reference_room;
    bina_loaded loaded;
} loading;

/* Puts the place of a record's field on a complaint and keeps it. */
static void
keep_fault(loading *self, bina_error *error, int64_t n, int field)
{
    int64_t column = 0;
    int64_t line = bina_document_line(self->document, n, field, &column);

    bina_error_in_file(error, bina_document_file(self->document), line, column);
    if (self->fault_count++ == 0)
        bina_error_copy(&self->first, error);
    if (self->faults != NULL)
        bina_faults_add(self->faults, error);
}

/* Every condition that a refused record did not meet, each with the place of the record. */
static bina_status
keep_refusals(loading *self, const bina_record *record, int64_t n)
{
    const char *kind = bina_description_name(bina_record_description(record));
    bina_cursor *cursor = NULL;
    const bina_record *row;
    int64_t told = self->fault_count;
    bina_status status = bina_store_refusals(self->store, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        bina_error error = {0};
        const char *message = bina_record_text(row, BINA_REFUSAL_MESSAGE);
        const char *pesan = bina_record_text(row, BINA_REFUSAL_PESAN);
        bina_error_set(&error, BINA_ERR_REFUSED, "%s", "%s", message != NULL ? message : "");
        if (pesan != NULL)
            snprintf(error.message[1], sizeof error.message[1], "%s", pesan);
        bina_error_at(&error, kind, NULL, bina_record_text(row, BINA_REFUSAL_RULE));
        keep_fault(self, &error, n, -1);
    }
    bina_cursor_free(cursor);
    if (status == BINA_DONE)
        status = self->fault_count > told ? BINA_OK : BINA_ERR_REFUSED;
    return status;
}

/* The ids of at most two records that have the values set in `key`. */
static bina_status
find_by_key(loading *self, const bina_record *key, bina_id found[2], int *count)
{
    const bina_description *kind = bina_record_description(key);
    bina_query *query = bina_query_new(bina_description_kind(kind));
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status;

    *count = 0;
    if (query == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int slot = 2; slot < bina_description_count(kind); slot++)
        if (bina_record_get(key, slot).type != BINA_NULL)
            bina_query_where(query, slot, BINA_EQ, bina_record_get(key, slot));
    bina_query_limit(query, 2);
    bina_query_select(query, 0);
    status = bina_store_list(self->store, query, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        found[(*count)++] = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
collect_references(loading *self)
{
    reference r;

    for (size_t n = 0;
         bina_document_reference(self->document, n, &r.record, &r.field, &r.target, &r.key); n++) {
        if (!bina_vector_reserve(&self->references, &self->reference_room,
                                 self->reference_count + 1, sizeof r))
            return BINA_ERR_NO_MEMORY;
        self->references[self->reference_count++] = r;
    }
    return BINA_OK;
}

/* Sets a reference; false in `whole` where its target was at fault, and said so. */
static bina_status
resolve(loading *self, const reference *r, bina_record *record, bool *whole)
{
    const bina_description *kind = bina_record_description(record);
    const char *field = bina_field_name(bina_description_field(kind, r->field));
    bina_error error = {0};
    bina_id found[2];
    bina_status status;
    int count;

    if (r->target != BINA_NO_RECORD) {
        *whole = *whole && self->ids[r->target] != 0;
        if (*whole)
            bina_set_int(record, r->field, self->ids[r->target]);
        return BINA_OK;
    }
    status = find_by_key(self, r->key, found, &count);
    if (status != BINA_OK)
        return status;
    if (count == 1) {
        bina_set_int(record, r->field, found[0]);
        return BINA_OK;
    }
    if (count == 0)
        bina_error_set(
            &error, BINA_ERR_NOT_FOUND,
            "No %s in this file or the register has these values; add it, or correct them.",
            "Tidak ada %s dengan nilai ini di berkas atau register; tambahkan, atau "
            "perbaiki.",
            bina_description_name(bina_record_description(r->key)));
    else
        bina_error_set(&error, BINA_ERR_DUPLICATE,
                       "Several records of %s have these values; give more of them, or {id: ...}.",
                       "Ada beberapa %s dengan nilai ini; beri isian lain, atau {id: ...}.",
                       bina_description_name(bina_record_description(r->key)));
    bina_error_at(&error, bina_description_name(kind), field, "load.reference");
    keep_fault(self, &error, r->record, r->field);
    return BINA_OK;
}

/* The record already in the store with the natural key of this one; 0 when there is none. */
static bina_status
find_twin(loading *self, const bina_record *record, bina_id *twin)
{
    const bina_description *kind = bina_record_description(record);
    bina_record *key = bina_record_new_of(kind);
    bina_status status = key != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    bina_id found[2];
    bool complete = true;
    int fields = 0, count;

    *twin = 0;
    for (int slot = 2; status == BINA_OK && slot < bina_description_count(kind); slot++) {
        if ((bina_field_flags(bina_description_field(kind, slot)) & BINA_FIELD_KEY) == 0)
            continue;
        fields++;
        complete = complete && bina_record_get(record, slot).type != BINA_NULL;
        bina_record_set(key, slot, bina_record_get(record, slot));
    }
    if (status == BINA_OK && fields > 0 && complete) {
        status = find_by_key(self, key, found, &count);
        if (status == BINA_OK && count == 1)
            *twin = found[0];
    }
    bina_record_free(key);
    return status;
}

/* Stores the n-th record. A refusal is a fault; what is returned is worse than that. */
static bina_status
store_record(loading *self, int64_t n)
{
    bina_record *record = bina_record_copy(bina_document_record(self->document, n));
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    int64_t faults = self->fault_count;
    bool whole = true;
    bina_id twin = 0;

    for (size_t i = 0; status == BINA_OK && i < self->reference_count; i++)
        if (self->references[i].record == n)
            status = resolve(self, &self->references[i], record, &whole);
    whole = whole && faults == self->fault_count;
    if (status == BINA_OK && whole)
        status = find_twin(self, record, &twin);
    if (status != BINA_OK || !whole)
        goto out;
    if (twin != 0) {
        bina_set_int(record, 0, twin);
        status = bina_store_update(self->store, record);
        self->ids[n] = twin;
        self->loaded.updated += status == BINA_OK;
    } else {
        status = bina_store_add(self->store, record, &self->ids[n]);
        self->loaded.added += status == BINA_OK;
    }
    if (status == BINA_ERR_REFUSED) {
        status = keep_refusals(self, record, n);
    } else if (status == BINA_ERR_INVALID || status == BINA_ERR_TYPE ||
               status == BINA_ERR_DUPLICATE || status == BINA_ERR_REFERENCE) {
        bina_error error;
        const bina_description *kind = bina_record_description(record);
        bina_error_copy(&error, bina_store_error(self->store));
        keep_fault(self, &error, n,
                   bina_error_field(&error) != NULL
                       ? bina_description_find(kind, bina_error_field(&error))
                       : -1);
        status = BINA_OK;
    }
out:
    bina_record_free(record);
    return status;
}

static bina_status
store_all(loading *self)
{
    int64_t count = bina_document_count(self->document);
    int64_t *order = calloc((size_t)count + 1, sizeof *order);
    bina_status status = BINA_ERR_NO_MEMORY;

    self->ids = calloc((size_t)count + 1, sizeof *self->ids);
    if (order != NULL && self->ids != NULL)
        status = bina_document_order(self->document, order);
    if (status == BINA_OK)
        status = collect_references(self);
    for (int64_t i = 0; status == BINA_OK && i < count; i++)
        status = store_record(self, order[i]);
    free(order);
    return status;
}

bina_status
bina_store_load(bina_store *store, const char *path, bina_faults *faults, bina_loaded *loaded)
{
    loading self = {.store = store, .faults = faults};
    bina_error *complaint = bina_store_complaint(store);
    bina_status status = bina_yaml_read(path, NULL, 0, faults, complaint, &self.document);

    if (loaded != NULL)
        *loaded = self.loaded;
    if (status != BINA_OK)
        return status;
    status = bina_store_begin(store, NULL);
    if (status == BINA_OK) {
        status = store_all(&self);
        if (status == BINA_OK && self.fault_count > 0)
            status = bina_error_status(&self.first);
        if (status == BINA_OK)
            status = bina_store_commit(store);
        if (status != BINA_OK) {
            bina_error worst;
            bina_error_copy(&worst, self.fault_count > 0 ? &self.first : bina_store_error(store));
            /* What failed here and not in the store, for want of memory, was not told yet. */
            if (bina_error_status(&worst) != status)
                (void)bina_error_plain(&worst, status);
            bina_store_rollback(store);
            bina_error_copy(complaint, &worst);
        }
    }
    if (status == BINA_OK && loaded != NULL)
        *loaded = self.loaded;
    free(self.ids);
    free(self.references);
    bina_document_free(self.document);
    return status;
}
