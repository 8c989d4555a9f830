#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/text.h"
#include "base/vector.h"
#include "register/text_map.h"

static size_t
hash(const char *text)
{
    uint64_t value = bina_hash_text(BINA_HASH_START, text);

    return (size_t)(value ^ value >> 32);
}

/* The slot of a text, or the free one where it belongs. */
static size_t
slot_of(const bina_text_map *map, const char *text)
{
    size_t at = hash(text) & (map->slot_count - 1);

    while (map->slots[at] != 0 && strcmp(map->entries[map->slots[at] - 1].text, text) != 0)
        at = (at + 1) & (map->slot_count - 1);
    return at;
}

static bool
grow(bina_text_map *map)
{
    size_t wanted = map->slot_count == 0 ? 256 : map->slot_count * 2;
    size_t *slots = calloc(wanted, sizeof *slots), *old = map->slots;

    if (slots == NULL)
        return false;
    map->slots = slots;
    map->slot_count = wanted;
    for (size_t i = 0; i < map->count; i++)
        slots[slot_of(map, map->entries[i].text)] = i + 1;
    free(old);
    return true;
}

int64_t *
bina_text_map_find(const bina_text_map *map, const char *text)
{
    size_t slot;

    if (map->slot_count == 0)
        return NULL;
    slot = slot_of(map, text);
    return map->slots[slot] != 0 ? &map->entries[map->slots[slot] - 1].value : NULL;
}

int64_t *
bina_text_map_add(bina_text_map *map, const char *text, int64_t value, bool *added)
{
    int64_t *found = bina_text_map_find(map, text);
    bina_text_entry *entry;

    if (added != NULL)
        *added = found == NULL;
    if (found != NULL)
        return found;
    if ((map->count + 1) * 2 > map->slot_count && !grow(map))
        return NULL;
    if (!bina_vector_reserve(&map->entries, &map->capacity, map->count + 1, sizeof *map->entries))
        return NULL;
    entry = &map->entries[map->count];
    entry->text = bina_text_copy(text);
    entry->value = value;
    if (entry->text == NULL)
        return NULL;
    map->slots[slot_of(map, text)] = ++map->count;
    return &entry->value;
}

void
bina_text_map_drop(bina_text_map *map)
{
    for (size_t i = 0; i < map->count; i++)
        free(map->entries[i].text);
    free(map->entries);
    free(map->slots);
    memset(map, 0, sizeof *map);
}
