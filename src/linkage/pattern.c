#include "linkage/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"

/* Pairs that are looked ahead. */
#define AHEAD 12

bina_status
bina_link_patterns_init(bina_link_patterns *patterns)
{
    memset(patterns, 0, sizeof(*patterns));
    patterns->slots = 4096;
    patterns->slot = calloc(patterns->slots, sizeof(*patterns->slot));
    return patterns->slot == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

void
bina_link_patterns_drop(bina_link_patterns *patterns)
{
    free(patterns->slot);
    memset(patterns, 0, sizeof(*patterns));
}

static size_t
home(uint64_t pattern, size_t slots)
{
    return (size_t)((pattern * 0x9E3779B97F4A7C15u) >> 20) & (slots - 1);
}

static bina_link_counted *
seek(bina_link_counted *slot, size_t slots, uint64_t pattern)
{
    size_t at = home(pattern, slots);

    while (slot[at].key != 0 && slot[at].key != pattern + 1)
        at = (at + 1) & (slots - 1);
    return &slot[at];
}

static bina_status
widen(bina_link_patterns *patterns)
{
    size_t slots = patterns->slots * 2;
    bina_link_counted *slot = calloc(slots, sizeof(*slot));

    if (slot == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < patterns->slots; i++)
        if (patterns->slot[i].key != 0)
            *seek(slot, slots, patterns->slot[i].key - 1) = patterns->slot[i];
    free(patterns->slot);
    patterns->slot = slot;
    patterns->slots = slots;
    return BINA_OK;
}

/* Adds to the slot of a pattern, which is made if it was not there. */
static bina_status
add(bina_link_patterns *patterns, uint64_t pattern, uint64_t times)
{
    bina_link_counted *slot = seek(patterns->slot, patterns->slots, pattern);

    if (slot->key == 0) {
        if (patterns->used + 1 > patterns->slots / 2) {
            bina_status status = widen(patterns);
            if (status != BINA_OK)
                return status;
            slot = seek(patterns->slot, patterns->slots, pattern);
        }
        slot->key = pattern + 1;
        patterns->used++;
    }
    slot->count += times;
    return BINA_OK;
}

bina_status
bina_link_patterns_add(bina_link_patterns *patterns, const uint64_t *pattern, size_t count,
                       uint64_t times)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_link_counted *slot = &patterns->slot[home(pattern[i], patterns->slots)];
        /* The table is larger than the near caches: what comes soon is fetched meanwhile. */
        if (i + AHEAD < count)
            bina_fetch(&patterns->slot[home(pattern[i + AHEAD], patterns->slots)]);
        if (slot->key == pattern[i] + 1)
            slot->count += times;
        else
            status = add(patterns, pattern[i], times);
    }
    return status;
}

bina_status
bina_link_patterns_join(bina_link_patterns *patterns, const bina_link_patterns *others)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; i < others->slots && status == BINA_OK; i++)
        if (others->slot[i].key != 0)
            status = add(patterns, others->slot[i].key - 1, others->slot[i].count);
    return status;
}

uint64_t
bina_link_pattern_of(const bina_link_field *field, int fields, const uint32_t *a, const uint32_t *b)
{
    uint64_t pattern = 0;

    for (int f = 0; f < fields; f++)
        pattern |= (uint64_t)bina_link_field_level(&field[f], a[f], b[f])
                   << (BINA_LINK_BITS * (unsigned)f);
    return pattern;
}
