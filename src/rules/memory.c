#include <stdlib.h>
#include <string.h>
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

/* FNV-1a, folded to a place; `length` gets the length, or LENGTH when too long. */
static size_t
place_of(const char *text, size_t *length)
{
    uint32_t hash = 2166136261u;
    size_t i;

    for (i = 0; i < LENGTH && text[i] != '\0'; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    *length = i;
    return (hash ^ hash >> 16) % PLACES;
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
