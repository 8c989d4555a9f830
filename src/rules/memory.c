#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "rules/memory.h"

#define PLACES 32 /* per field */
#define LENGTH 24 /* with the NUL */

struct bina_rules_memory {
    int fields;
    int64_t today; /* what passed may depend on the day */
    char (*texts)[PLACES][LENGTH];
};

bina_rules_memory *
bina_rules_memory_new(int fields)
{
    bina_rules_memory *self = calloc(1, sizeof *self);

    if (self == NULL)
        return NULL;
    self->fields = fields;
    self->texts = calloc((size_t)fields + 1, sizeof *self->texts);
    if (self->texts == NULL) {
        free(self);
        return NULL;
    }
    return self;
}

void
bina_rules_memory_free(bina_rules_memory *memory)
{
    if (memory == NULL)
        return;
    free(memory->texts);
    free(memory);
}

/* The hash folded to a place; `length` gets the length, or LENGTH when too long. */
static size_t
place_of(const char *text, size_t *length)
{
    uint64_t hash;

    *length = strnlen(text, LENGTH);
    hash = bina_hash_bytes(BINA_HASH_START, text, *length);
    return (size_t)((hash ^ hash >> 32) % PLACES);
}

bool
bina_rules_memory_has(const bina_rules_memory *memory, int slot, int64_t today, const char *text)
{
    size_t length, place;

    if (memory == NULL || slot >= memory->fields || memory->today != today || text[0] == '\0')
        return false;
    place = place_of(text, &length);
    return length < LENGTH && strcmp(memory->texts[slot][place], text) == 0;
}

void
bina_rules_memory_keep(bina_rules_memory *memory, int slot, int64_t today, const char *text)
{
    size_t length, place;

    if (memory == NULL || slot >= memory->fields)
        return;
    if (memory->today != today) {
        memset(memory->texts, 0, (size_t)memory->fields * sizeof *memory->texts);
        memory->today = today;
    }
    place = place_of(text, &length);
    if (length < LENGTH)
        memcpy(memory->texts[slot][place], text, length + 1);
}
