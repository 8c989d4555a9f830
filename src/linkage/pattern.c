#include "linkage/pattern.h"

#include <stdlib.h>
#include <string.h>

/* Pairs that are looked ahead. */
#define AHEAD 12

bina_status
bina_link_patterns_init(bina_link_patterns *patterns)
{
    memset(patterns, 0, sizeof(*patterns));
    patterns->slots = 4096;
    patterns->key = calloc(patterns->slots, sizeof(*patterns->key));
    patterns->count = calloc(patterns->slots, sizeof(*patterns->count));
    return patterns->key == NULL || patterns->count == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

void
bina_link_patterns_drop(bina_link_patterns *patterns)
{
    free(patterns->key);
    free(patterns->count);
    memset(patterns, 0, sizeof(*patterns));
}

static size_t
home(uint64_t pattern, size_t slots)
{
    return (size_t)((pattern * 0x9E3779B97F4A7C15u) >> 20) & (slots - 1);
}

static size_t
seek(const uint64_t *key, size_t slots, uint64_t pattern)
{
    size_t at = home(pattern, slots);

    while (key[at] != 0 && key[at] != pattern + 1)
        at = (at + 1) & (slots - 1);
    return at;
}

static bina_status
widen(bina_link_patterns *patterns)
{
    size_t slots = patterns->slots * 2;
    uint64_t *key = calloc(slots, sizeof(*key)), *count = calloc(slots, sizeof(*count));

    if (key == NULL || count == NULL) {
        free(key);
        free(count);
        return BINA_ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < patterns->slots; i++)
        if (patterns->key[i] != 0) {
            size_t at = seek(key, slots, patterns->key[i] - 1);
            key[at] = patterns->key[i];
            count[at] = patterns->count[i];
        }
    free(patterns->key);
    free(patterns->count);
    patterns->key = key;
    patterns->count = count;
    patterns->slots = slots;
    return BINA_OK;
}

/* The slot of a pattern, which is made if it was not there. */
static bina_status
take_slot(bina_link_patterns *patterns, uint64_t pattern, size_t *at)
{
    *at = seek(patterns->key, patterns->slots, pattern);
    if (patterns->key[*at] != 0)
        return BINA_OK;
    if (patterns->used + 1 > patterns->slots / 2) {
        bina_status status = widen(patterns);
        if (status != BINA_OK)
            return status;
        *at = seek(patterns->key, patterns->slots, pattern);
    }
    patterns->key[*at] = pattern + 1;
    patterns->used++;
    return BINA_OK;
}

bina_status
bina_link_patterns_add(bina_link_patterns *patterns, const uint64_t *pattern, size_t count,
                       uint64_t times)
{
    for (size_t i = 0; i < count; i++) {
        size_t at;
        bina_status status;
        /* The table is larger than the near caches: what comes soon is fetched meanwhile. */
        if (i + AHEAD < count) {
            size_t soon = home(pattern[i + AHEAD], patterns->slots);
            __builtin_prefetch(&patterns->key[soon]);
            __builtin_prefetch(&patterns->count[soon], 1);
        }
        status = take_slot(patterns, pattern[i], &at);
        if (status != BINA_OK)
            return status;
        patterns->count[at] += times;
    }
    return BINA_OK;
}

bina_status
bina_link_patterns_join(bina_link_patterns *patterns, const bina_link_patterns *others)
{
    for (size_t i = 0; i < others->slots; i++) {
        size_t at;
        bina_status status;
        if (others->key[i] == 0)
            continue;
        status = take_slot(patterns, others->key[i] - 1, &at);
        if (status != BINA_OK)
            return status;
        patterns->count[at] += others->count[i];
    }
    return BINA_OK;
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
