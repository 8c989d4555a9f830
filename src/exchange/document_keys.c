/* References by natural key to records of the same document. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "exchange/document.h"
#include "exchange/print.h"

#define KEY_FLAGS (BINA_FIELD_KEY | BINA_FIELD_UNIQUE)

/* A key of a record as text: "person/5=5203...", with a part for each field. */
typedef struct key_entry {
    char *key;
    int64_t record;
} key_entry;

typedef struct key_index {
    key_entry *entries;
    size_t count, capacity;
} key_index;

/* Appends "/slot=value"; false when memory is out. */
static bool
append(char **key, const bina_record *record, int slot)
{
    bina_value value = bina_record_get(record, slot);
    char printed[BINA_PRINTED], *larger;
    const char *text = bina_type_held_as(value.type) == BINA_TEXT
                           ? value.as.text
                           : bina_print_value(value, printed);
    size_t used = strlen(*key), room = used + strlen(text) + 32;

    larger = realloc(*key, room);
    if (larger == NULL)
        return false;
    *key = larger;
    snprintf(larger + used, room - used, "/%d=%s", slot, text);
    return true;
}

static char *
begin_key(const bina_record *record)
{
    const char *name = bina_description_name(bina_record_description(record));
    char *key = malloc(strlen(name) + 1);

    if (key != NULL)
        strcpy(key, name);
    return key;
}

/* The key of the fields of a record that are set and have one of the flags (0: any); "" if none. */
static char *
key_of(const bina_record *record, unsigned flags, int only)
{
    const bina_description *description = bina_record_description(record);
    char *key = begin_key(record);
    int count = bina_description_count(description), i;
    bool any = false;

    for (i = 0; key != NULL && i < count; i++) {
        if ((only >= 0 && i != only) || bina_record_get(record, i).type == BINA_NULL ||
            (flags != 0 && (bina_field_flags(bina_description_field(description, i)) & flags) == 0))
            continue;
        any = true;
        if (!append(&key, record, i)) {
            free(key);
            return NULL;
        }
    }
    if (key != NULL && !any)
        key[0] = '\0';
    return key;
}

/* Takes the key; false when memory is out. */
static bool
add_key(key_index *index, char *key, int64_t record)
{
    if (key == NULL)
        return false;
    if (key[0] == '\0') {
        free(key);
        return true;
    }
    if (!bina_vector_reserve(&index->entries, &index->capacity, index->count + 1,
                             sizeof(*index->entries))) {
        free(key);
        return false;
    }
    index->entries[index->count].key = key;
    index->entries[index->count].record = record;
    index->count++;
    return true;
}

static int
compare_entries(const void *a, const void *b)
{
    const key_entry *left = a, *right = b;
    int order = strcmp(left->key, right->key);

    return order != 0 ? order : (left->record > right->record) - (left->record < right->record);
}

static bool
build_index(const bina_document *document, key_index *index)
{
    size_t i;
    int slot;

    for (i = 0; i < document->count; i++) {
        const bina_record *record = document->entries[i].record;
        const bina_description *description = bina_record_description(record);
        if (!add_key(index, key_of(record, BINA_FIELD_KEY, -1), (int64_t)i) ||
            !add_key(index, key_of(record, 0, -1), (int64_t)i))
            return false;
        for (slot = 0; slot < bina_description_count(description); slot++) {
            unsigned flags = bina_field_flags(bina_description_field(description, slot));
            if ((flags & KEY_FLAGS) != 0 &&
                !add_key(index, key_of(record, flags & KEY_FLAGS, slot), (int64_t)i))
                return false;
        }
    }
    if (index->count > 0)
        qsort(index->entries, index->count, sizeof(*index->entries), compare_entries);
    return true;
}

/* The first record with a key, or BINA_NO_RECORD. */
static int64_t
find_key(const key_index *index, const char *key)
{
    size_t low = 0, high = index->count, middle;

    while (low < high) {
        middle = low + (high - low) / 2;
        if (strcmp(index->entries[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < index->count && strcmp(index->entries[low].key, key) == 0
               ? index->entries[low].record
               : BINA_NO_RECORD;
}

bina_status
bina_document_resolve(bina_document *document)
{
    key_index index = {NULL, 0, 0};
    bina_status status = BINA_ERR_NO_MEMORY;
    bina_document_link *link;
    char *key;
    size_t i;

    if (document->link_count == 0)
        return BINA_OK;
    if (!build_index(document, &index))
        goto out;
    for (i = 0; i < document->link_count; i++) {
        link = &document->links[i];
        if (link->key == NULL)
            continue;
        key = key_of(link->key, 0, -1);
        if (key == NULL)
            goto out;
        link->target = find_key(&index, key);
        free(key);
        if (link->target == BINA_NO_RECORD)
            continue;
        bina_record_free(link->key);
        link->key = NULL;
    }
    status = BINA_OK;
out:
    for (i = 0; i < index.count; i++)
        free(index.entries[i].key);
    free(index.entries);
    return status;
}
