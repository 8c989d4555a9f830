#include "linkage/dictionary.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/fetch.h"

#define MOST (UINT32_MAX / 4) /* texts */
#define STEP 128u             /* texts looked for at once */

static uint64_t
mix(uint64_t h)
{
    h *= 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

uint64_t
bina_linkage_hash(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t h = seed ^ 0x9E3779B97F4A7C15u ^ (uint64_t)length << 56;

    for (; length >= 8; length -= 8, p += 8)
        h = mix(h ^ bina_bytes_eight(p));
    h = mix(h ^ bina_bytes_few(p, length));
    return mix(h);
}

bina_status
bina_dictionary_init(bina_dictionary *dictionary)
{
    uint32_t code;

    memset(dictionary, 0, sizeof(*dictionary));
    return bina_dictionary_add(dictionary, "", 0, &code);
}

void
bina_dictionary_drop(bina_dictionary *dictionary)
{
    bina_heap_give(dictionary->heap, dictionary->bytes);
    bina_heap_give(dictionary->heap, dictionary->start);
    free(dictionary->base);
    bina_heap_give(dictionary->heap, dictionary->slot);
    memset(dictionary, 0, sizeof(*dictionary));
}

static bool
is_text(const bina_dictionary *dictionary, uint32_t code, const char *text, size_t length)
{
    return bina_dictionary_length(dictionary, code) == length &&
           memcmp(bina_dictionary_text(dictionary, code), text, length) == 0;
}

/* The slot that holds the text, or the free one where it would go. */
static uint32_t
seek(const bina_dictionary *dictionary, const char *text, size_t length, uint32_t hash)
{
    uint32_t mask = dictionary->slots - 1, at = hash & mask;

    while (dictionary->slot[at].code != 0 &&
           (dictionary->slot[at].hash != hash ||
            !is_text(dictionary, dictionary->slot[at].code - 1, text, length)))
        at = (at + 1) & mask;
    return at;
}

static void
place(bina_dictionary_slot *slot, uint32_t mask, bina_dictionary_slot item)
{
    uint32_t at = item.hash & mask;

    while (slot[at].code != 0)
        at = (at + 1) & mask;
    slot[at] = item;
}

/* Gives all texts their slots, many asked for before the first is written. */
static void
place_all(const bina_dictionary *dictionary, bina_dictionary_slot *slot, uint32_t mask)
{
    bina_dictionary_slot item[STEP];

    for (uint32_t first = 0; first < dictionary->count; first += STEP) {
        uint32_t left = dictionary->count - first, step = left < STEP ? left : STEP;
        bina_heap_breathe(dictionary->heap);
        for (uint32_t i = 0; i < step; i++) {
            uint32_t code = first + i;
            item[i].hash = bina_dictionary_hash(bina_dictionary_text(dictionary, code),
                                                bina_dictionary_length(dictionary, code));
            item[i].code = code + 1;
            bina_fetch(&slot[item[i].hash & mask]);
        }
        for (uint32_t i = 0; i < step; i++)
            place(slot, mask, item[i]);
    }
}

/* Makes slots enough for one more text; codes keep the order in which they stand. */
static bina_status
widen(bina_dictionary *dictionary)
{
    uint32_t slots = 64;
    bina_dictionary_slot *slot;

    while (slots / 3 * 2 < dictionary->count + 1)
        slots *= 2;
    if (dictionary->slot != NULL && slots == dictionary->slots)
        return BINA_OK;
    slot = bina_heap_clear(dictionary->heap, slots, sizeof(*slot));
    if (slot == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_heap_widen(dictionary->heap, slot, slots * sizeof(*slot));
    for (uint32_t at = 0; dictionary->slot != NULL && at < dictionary->slots; at++)
        if (dictionary->slot[at].code != 0)
            place(slot, slots - 1, dictionary->slot[at]);
    if (dictionary->slot == NULL)
        place_all(dictionary, slot, slots - 1);
    bina_heap_give(dictionary->heap, dictionary->slot);
    dictionary->slot = slot;
    dictionary->slots = slots;
    return BINA_OK;
}

/* Makes room for so many texts and the end of the last. */
static bool
reserve(bina_dictionary *dictionary, uint32_t room)
{
    size_t blocks = ((size_t)room >> BINA_DICTIONARY_BLOCK) + 1;
    uint32_t *start =
        bina_heap_resize(dictionary->heap, dictionary->start, (size_t)room + 1, sizeof(*start));
    size_t *base;

    if (start == NULL)
        return false;
    dictionary->start = start;
    if (room < dictionary->count_room) /* whatever becomes of the bases */
        dictionary->count_room = room;
    base = realloc(dictionary->base, blocks * sizeof(*base));
    if (base == NULL)
        return false;
    dictionary->base = base;
    dictionary->count_room = room;
    return true;
}

/* Sets where a code begins, or where the last one ends. */
static void
begin(bina_dictionary *dictionary, uint32_t code)
{
    uint32_t block = code >> BINA_DICTIONARY_BLOCK;

    if (code % (1u << BINA_DICTIONARY_BLOCK) == 0)
        dictionary->base[block] = dictionary->used;
    dictionary->start[code] = (uint32_t)(dictionary->used - dictionary->base[block]);
}

bina_status
bina_dictionary_open(bina_dictionary *dictionary)
{
    return dictionary->slot == NULL ? widen(dictionary) : BINA_OK;
}

bina_status
bina_dictionary_add_hashed(bina_dictionary *dictionary, uint32_t hash, const char *text,
                           size_t length, uint32_t *code)
{
    uint32_t count = dictionary->count, at;
    bina_status status;

    status = bina_dictionary_open(dictionary);
    if (status != BINA_OK)
        return status;
    at = seek(dictionary, text, length, hash);
    if (dictionary->slot[at].code != 0) {
        *code = dictionary->slot[at].code - 1;
        return BINA_OK;
    }
    /* Texts of a block are found by 32 bits from its base. */
    if (count >= MOST || length >= UINT32_MAX ||
        (count > 0 && dictionary->used - dictionary->base[count >> BINA_DICTIONARY_BLOCK] >=
                          UINT32_MAX - length))
        return BINA_ERR_FULL;
    if (length > SIZE_MAX / 2 - dictionary->used ||
        !bina_heap_reserve(dictionary->heap, &dictionary->bytes, &dictionary->room,
                           dictionary->used + length + 1, 1))
        return BINA_ERR_NO_MEMORY;
    if (count >= dictionary->count_room && !reserve(dictionary, count < 32 ? 64 : 2 * count))
        return BINA_ERR_NO_MEMORY;
    if (count + 1 > dictionary->slots / 3 * 2) {
        status = widen(dictionary);
        if (status != BINA_OK)
            return status;
        at = seek(dictionary, text, length, hash);
    }
    if (count == 0)
        begin(dictionary, 0);
    if (length > 0)
        memcpy(dictionary->bytes + dictionary->used, text, length);
    dictionary->bytes[dictionary->used + length] = '\0';
    dictionary->used += length + 1;
    dictionary->slot[at] = (bina_dictionary_slot){hash, count + 1};
    dictionary->count = count + 1;
    begin(dictionary, count + 1);
    *code = count;
    return BINA_OK;
}

bina_status
bina_dictionary_add(bina_dictionary *dictionary, const char *text, size_t length, uint32_t *code)
{
    return bina_dictionary_add_hashed(dictionary, bina_dictionary_hash(text, length), text, length,
                                      code);
}

/*
 * The code + 1 that each item likely has: that of a text of the same hash; 0 when there is none.
 * Far apart as texts and their slots lie, each read waits for memory: all of a step are asked for
 * before the first is made use of.
 */
static void
find_likely(const bina_dictionary *dictionary, const bina_dictionary_item *items, size_t count,
            uint32_t *found)
{
    uint32_t mask = dictionary->slots - 1;

    for (size_t i = 0; i < count; i++)
        bina_heap_touch(dictionary->heap, &dictionary->slot[items[i].hash & mask]);
    for (size_t i = 0; i < count; i++) {
        uint32_t at = items[i].hash & mask;
        while (dictionary->slot[at].code != 0 && dictionary->slot[at].hash != items[i].hash)
            at = (at + 1) & mask;
        found[i] = dictionary->slot[at].code;
        if (found[i] != 0)
            bina_heap_touch(dictionary->heap, &dictionary->start[found[i] - 1]);
    }
    for (size_t i = 0; i < count; i++)
        if (found[i] != 0)
            bina_heap_touch(dictionary->heap, bina_dictionary_text(dictionary, found[i] - 1));
}

bina_status
bina_dictionary_add_many(bina_dictionary *dictionary, const bina_dictionary_item *items,
                         size_t count, uint32_t *codes)
{
    uint32_t found[STEP];
    bina_status status = bina_dictionary_open(dictionary);

    for (size_t first = 0; first < count && status == BINA_OK; first += STEP) {
        size_t step = count - first < STEP ? count - first : STEP;
        bina_heap_breathe(dictionary->heap);
        find_likely(dictionary, items + first, step, found);
        for (size_t i = 0; i < step && status == BINA_OK; i++) {
            const bina_dictionary_item *item = &items[first + i];
            if (found[i] != 0 && is_text(dictionary, found[i] - 1, item->text, item->length))
                codes[first + i] = found[i] - 1;
            else
                status = bina_dictionary_add_hashed(dictionary, item->hash, item->text,
                                                    item->length, &codes[first + i]);
        }
    }
    return status;
}

/* Frees a slot and moves what stood behind it, so that everything is still found. */
static void
vacate(bina_dictionary *dictionary, uint32_t at)
{
    uint32_t mask = dictionary->slots - 1;

    for (uint32_t next = (at + 1) & mask; dictionary->slot[next].code != 0;
         next = (next + 1) & mask) {
        uint32_t home = dictionary->slot[next].hash & mask;
        if (((next - home) & mask) < ((next - at) & mask))
            continue;
        dictionary->slot[at] = dictionary->slot[next];
        at = next;
    }
    dictionary->slot[at].code = 0;
}

void
bina_dictionary_cut(bina_dictionary *dictionary, uint32_t count)
{
    while (dictionary->count > count) {
        uint32_t code = dictionary->count - 1;
        const char *text = bina_dictionary_text(dictionary, code);
        size_t length = bina_dictionary_length(dictionary, code);
        if (dictionary->slot != NULL)
            vacate(dictionary, seek(dictionary, text, length, bina_dictionary_hash(text, length)));
        dictionary->used = bina_dictionary_at(dictionary, code);
        dictionary->count = code;
    }
}

uint32_t
bina_dictionary_find(const bina_dictionary *dictionary, const char *text, size_t length)
{
    uint32_t at;

    if (dictionary->slot == NULL) {
        for (uint32_t code = 0; code < dictionary->count; code++)
            if (is_text(dictionary, code, text, length))
                return code;
        return 0;
    }
    at = seek(dictionary, text, length, bina_dictionary_hash(text, length));
    return dictionary->slot[at].code == 0 ? 0 : dictionary->slot[at].code - 1;
}

bina_status
bina_dictionary_count_shared(const bina_dictionary *dictionary, const bina_dictionary *other,
                             uint32_t *shared)
{
    bina_dictionary open = *other; /* its texts with slots, which it need not have */
    bina_status status;

    *shared = 0;
    open.slot = NULL;
    status = widen(&open);
    if (status != BINA_OK)
        return status;
    for (uint32_t code = 1; code < dictionary->count; code++)
        *shared += bina_dictionary_find(&open, bina_dictionary_text(dictionary, code),
                                        bina_dictionary_length(dictionary, code)) != 0;
    bina_heap_give(open.heap, open.slot);
    return BINA_OK;
}

void
bina_dictionary_seal(bina_dictionary *dictionary)
{
    char *bytes;

    bina_heap_give(dictionary->heap, dictionary->slot);
    dictionary->slot = NULL;
    dictionary->slots = 0;
    if (dictionary->count == 0)
        return;
    /* Less room is asked for: where it is not given, what there is stays. */
    bytes = bina_heap_resize(dictionary->heap, dictionary->bytes, dictionary->used, 1);
    if (bytes != NULL) {
        dictionary->bytes = bytes;
        dictionary->room = dictionary->used;
    }
    reserve(dictionary, dictionary->count);
}
