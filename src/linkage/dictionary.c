#include "linkage/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

uint64_t
bina_linkage_hash(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t h = seed ^ 0x9E3779B97F4A7C15u;

    for (size_t i = 0; i < length; i++) {
        h ^= p[i];
        h *= 0x100000001B3u;
        h ^= h >> 29;
    }
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    return h;
}

bina_status
bina_dictionary_init(bina_dictionary *dictionary)
{
    uint32_t code;

    memset(dictionary, 0, sizeof(*dictionary));
    dictionary->slots = 64;
    dictionary->slot = calloc(dictionary->slots, sizeof(*dictionary->slot));
    if (dictionary->slot == NULL)
        return BINA_ERR_NO_MEMORY;
    return bina_dictionary_add(dictionary, "", 0, &code);
}

void
bina_dictionary_drop(bina_dictionary *dictionary)
{
    free(dictionary->bytes);
    free(dictionary->start);
    free(dictionary->hash);
    free(dictionary->slot);
    memset(dictionary, 0, sizeof(*dictionary));
}

/* The slot that holds the text, or the free one where it would go. */
static uint32_t
seek(const bina_dictionary *dictionary, const char *text, size_t length, uint32_t hash)
{
    uint32_t mask = dictionary->slots - 1, at = hash & mask;

    while (dictionary->slot[at] != 0) {
        uint32_t code = dictionary->slot[at] - 1;
        if (dictionary->hash[code] == hash && bina_dictionary_length(dictionary, code) == length &&
            memcmp(bina_dictionary_text(dictionary, code), text, length) == 0)
            break;
        at = (at + 1) & mask;
    }
    return at;
}

static bina_status
widen(bina_dictionary *dictionary)
{
    uint32_t slots = dictionary->slots * 2, mask = slots - 1;
    uint32_t *slot;

    if (slots == 0)
        return BINA_ERR_FULL;
    slot = calloc(slots, sizeof(*slot));
    if (slot == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t code = 0; code < dictionary->count; code++) {
        uint32_t at = dictionary->hash[code] & mask;
        while (slot[at] != 0)
            at = (at + 1) & mask;
        slot[at] = code + 1;
    }
    free(dictionary->slot);
    dictionary->slot = slot;
    dictionary->slots = slots;
    return BINA_OK;
}

bina_status
bina_dictionary_add(bina_dictionary *dictionary, const char *text, size_t length, uint32_t *code)
{
    uint32_t hash = (uint32_t)bina_linkage_hash(text, length, 0), at, room;
    bina_status status;

    at = seek(dictionary, text, length, hash);
    if (dictionary->slot[at] != 0) {
        *code = dictionary->slot[at] - 1;
        return BINA_OK;
    }
    if (dictionary->count >= UINT32_MAX / 4)
        return BINA_ERR_FULL;
    if (length > SIZE_MAX / 2 - dictionary->used ||
        !bina_vector_reserve(&dictionary->bytes, &dictionary->room, dictionary->used + length + 1,
                             1))
        return BINA_ERR_NO_MEMORY;
    if (dictionary->count + 2 > dictionary->count_room) {
        size_t *start;
        uint32_t *hashes;
        room = dictionary->count_room == 0 ? 64 : dictionary->count_room * 2;
        start = realloc(dictionary->start, room * sizeof(*start));
        if (start == NULL)
            return BINA_ERR_NO_MEMORY;
        dictionary->start = start;
        hashes = realloc(dictionary->hash, room * sizeof(*hashes));
        if (hashes == NULL)
            return BINA_ERR_NO_MEMORY;
        dictionary->hash = hashes;
        dictionary->count_room = room;
    }
    if (dictionary->count + 1 > dictionary->slots / 2) {
        status = widen(dictionary);
        if (status != BINA_OK)
            return status;
        at = seek(dictionary, text, length, hash);
    }
    if (length > 0)
        memcpy(dictionary->bytes + dictionary->used, text, length);
    dictionary->bytes[dictionary->used + length] = '\0';
    *code = dictionary->count++;
    dictionary->start[*code] = dictionary->used;
    dictionary->hash[*code] = hash;
    dictionary->used += length + 1;
    dictionary->start[*code + 1] = dictionary->used;
    dictionary->slot[at] = *code + 1;
    return BINA_OK;
}

void
bina_dictionary_cut(bina_dictionary *dictionary, uint32_t count)
{
    /* The last text was put behind all it met on its way: nothing is looked for past its slot. */
    while (dictionary->count > count) {
        uint32_t code = dictionary->count - 1, mask = dictionary->slots - 1;
        uint32_t at = dictionary->hash[code] & mask;
        while (dictionary->slot[at] != code + 1)
            at = (at + 1) & mask;
        dictionary->slot[at] = 0;
        dictionary->used = dictionary->start[code];
        dictionary->count = code;
    }
}

uint32_t
bina_dictionary_find(const bina_dictionary *dictionary, const char *text, size_t length)
{
    uint32_t hash = (uint32_t)bina_linkage_hash(text, length, 0);
    uint32_t at = seek(dictionary, text, length, hash);

    return dictionary->slot[at] == 0 ? 0 : dictionary->slot[at] - 1;
}
