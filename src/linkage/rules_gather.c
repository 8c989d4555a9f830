#include "linkage/rules_gather.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"

/* Rows looked at in one part. */
#define CHUNK 65536u

/* What a part gathered. */
typedef struct found {
    bina_link_key *entry;
    size_t count, room;
} found;

typedef struct gathering {
    const bina_link_keys *keys[BINA_LINK_TRAITS];
    uint32_t rows;
    uint64_t every;
    bina_heap *heap;
    found *found; /* of a part */
} gathering;

static bina_status
gather_chunk(void *self, size_t chunk)
{
    const gathering *all = self;
    found *mine = &all->found[chunk];
    uint32_t from = (uint32_t)chunk * CHUNK;
    uint32_t end = all->rows - from > CHUNK ? from + CHUNK : all->rows;

    for (uint32_t r = from; r < end; r++) {
        uint64_t key = bina_link_rule_key(all->keys, 0, r);
        bina_heap_pass(all->heap, r);
        if (key == 0 || ((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) * all->every >> 32 != 0)
            continue;
        if (!bina_vector_reserve(&mine->entry, &mine->room, mine->count + 1, sizeof(*mine->entry)))
            return BINA_ERR_NO_MEMORY;
        mine->entry[mine->count++] = (bina_link_key){key, r};
    }
    return BINA_OK;
}

bina_status
bina_link_rule_gather(bina_link_keyring *ring, const bina_link_rule *rule, uint32_t rows,
                      uint64_t every, bina_link_key **entry, size_t *count)
{
    size_t chunks = (rows + CHUNK - 1) / CHUNK;
    gathering all = {{NULL}, rows, every, ring->field[rule->trait[0].field].values.heap, NULL};
    bina_status status = bina_link_rule_keys(ring, rule, all.keys);

    *entry = NULL;
    *count = 0;
    all.found = calloc(chunks + 1, sizeof(*all.found));
    if (all.found == NULL)
        return BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = bina_parallel(ring->threads, chunks, gather_chunk, &all);
    for (size_t c = 0; c < chunks; c++)
        *count += all.found[c].count;
    if (status == BINA_OK)
        *entry = malloc((*count + 1) * sizeof(**entry));
    if (status == BINA_OK && *entry == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (size_t c = 0, at = 0; c < chunks; at += all.found[c++].count) {
        if (status == BINA_OK && all.found[c].count > 0)
            memcpy(*entry + at, all.found[c].entry, all.found[c].count * sizeof(**entry));
        free(all.found[c].entry);
    }
    free(all.found);
    return status == BINA_OK ? bina_linkage_sort_keys(*entry, *count) : status;
}
