#include "exchange/document.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"

bina_document *
bina_document_new(void)
{
    return calloc(1, sizeof(bina_document));
}

void
bina_document_free(bina_document *document)
{
    size_t i;

    if (document == NULL)
        return;
    for (i = 0; i < document->count; i++) {
        bina_record_free(document->entries[i].record);
        free(document->entries[i].fields);
    }
    for (i = 0; i < document->link_count; i++)
        bina_record_free(document->links[i].key);
    free(document->entries);
    free(document->links);
    free(document->file);
    free(document);
}

/* Adds an entry that takes the record (NULL: out of memory). */
static bina_status
add_entry(bina_document *document, bina_record *record, int64_t parent, int64_t *number)
{
    bina_document_entry *entry;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    if (!bina_vector_reserve(&document->entries, &document->capacity, document->count + 1,
                             sizeof(*entry))) {
        bina_record_free(record);
        return BINA_ERR_NO_MEMORY;
    }
    entry = &document->entries[document->count];
    memset(entry, 0, sizeof(*entry));
    entry->record = record;
    entry->parent = parent;
    if (number != NULL)
        *number = (int64_t)document->count;
    document->count++;
    return BINA_OK;
}

bina_status
bina_document_begin(bina_document *document, const bina_description *description, int64_t parent,
                    bina_place place, int64_t *number)
{
    size_t slots = (size_t)bina_description_count(description);
    bina_status status = add_entry(document, bina_record_new_of(description), parent, number);
    bina_document_entry *entry;

    if (status != BINA_OK)
        return status;
    entry = &document->entries[document->count - 1];
    entry->place = place;
    entry->fields = calloc(slots > 0 ? slots : 1, sizeof(*entry->fields));
    return entry->fields != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}

bina_status
bina_document_add(bina_document *document, const bina_record *record, int64_t parent,
                  int64_t *number)
{
    if (parent < BINA_NO_RECORD || parent >= (int64_t)document->count)
        return BINA_ERR_USAGE;
    return add_entry(document, bina_record_copy(record), parent, number);
}

int64_t
bina_document_count(const bina_document *document)
{
    return (int64_t)document->count;
}

static const bina_document_entry *
entry_at(const bina_document *document, int64_t n)
{
    return n >= 0 && n < (int64_t)document->count ? &document->entries[n] : NULL;
}

const bina_record *
bina_document_record(const bina_document *document, int64_t n)
{
    const bina_document_entry *entry = entry_at(document, n);

    return entry != NULL ? entry->record : NULL;
}

int64_t
bina_document_parent(const bina_document *document, int64_t n)
{
    const bina_document_entry *entry = entry_at(document, n);

    return entry != NULL ? entry->parent : BINA_NO_RECORD;
}

int64_t
bina_document_find(const bina_document *document, const char *name, int64_t parent, int64_t after)
{
    int64_t n;

    for (n = after >= 0 ? after + 1 : 0; n < (int64_t)document->count; n++)
        if (document->entries[n].parent == parent &&
            strcmp(bina_description_name(bina_record_description(document->entries[n].record)),
                   name) == 0)
            return n;
    return BINA_NO_RECORD;
}

const char *
bina_document_file(const bina_document *document)
{
    return document->file;
}

int64_t
bina_document_line(const bina_document *document, int64_t n, int field, int64_t *column)
{
    const bina_document_entry *entry = entry_at(document, n);
    bina_place place = {0, 0};

    if (entry != NULL) {
        place = entry->place;
        if (entry->fields != NULL && field >= 0 &&
            field < bina_description_count(bina_record_description(entry->record)) &&
            entry->fields[field].line > 0)
            place = entry->fields[field];
    }
    if (column != NULL)
        *column = place.column;
    return place.line;
}

bina_status
bina_document_link_to(bina_document *document, int64_t record, int field, int64_t target,
                      bina_record *key)
{
    bina_document_link *made;

    if (!bina_vector_reserve(&document->links, &document->link_capacity, document->link_count + 1,
                             sizeof(*made))) {
        bina_record_free(key);
        return BINA_ERR_NO_MEMORY;
    }
    made = &document->links[document->link_count++];
    made->record = record;
    made->field = field;
    made->target = target;
    made->key = key;
    return BINA_OK;
}

bool
bina_document_reference(const bina_document *document, size_t n, int64_t *record, int *field,
                        int64_t *target, const bina_record **key)
{
    if (n >= document->link_count)
        return false;
    *record = document->links[n].record;
    *field = document->links[n].field;
    *target = document->links[n].target;
    *key = document->links[n].key;
    return true;
}

bina_status
bina_document_order(const bina_document *document, int64_t *order)
{
    size_t count = document->count, placed = 0, before, i;
    bool *done = calloc(count > 0 ? count : 1, sizeof(*done));
    bool *waits = calloc(count > 0 ? count : 1, sizeof(*waits));
    const bina_document_link *link;

    if (done == NULL || waits == NULL) {
        free(done);
        free(waits);
        return BINA_ERR_NO_MEMORY;
    }
    /* Rounds: who waits for nobody goes first. Chains of references are short, so rounds are few.
     */
    while (placed < count) {
        before = placed;
        memset(waits, 0, count * sizeof(*waits));
        for (link = document->links; link < document->links + document->link_count; link++)
            if (link->target >= 0 && link->target != link->record && !done[link->target])
                waits[link->record] = true;
        for (i = 0; i < count; i++)
            if (!done[i] && !waits[i]) {
                done[i] = true;
                order[placed++] = (int64_t)i;
            }
        /* A ring: it is broken at its first record. */
        for (i = 0; placed == before && i < count; i++)
            if (!done[i]) {
                done[i] = true;
                order[placed++] = (int64_t)i;
            }
    }
    free(done);
    free(waits);
    return BINA_OK;
}
