#include "linkage/sort.h"

#include <stdlib.h>
#include <string.h>

/* One least-significant-digit radix sort, written once for both kinds of element. */
#define RADIX_SORT(name, type, key_of)                                                             \
    bina_status name(bina_heap *heap, type *keys, size_t count)                                    \
    {                                                                                              \
        size_t(*seen)[256];                                                                        \
        type *from = keys, *to, *spare;                                                            \
                                                                                                   \
        if (count < 2)                                                                             \
            return BINA_OK;                                                                        \
        spare = bina_heap_take(heap, count, sizeof(*spare));                                       \
        seen = calloc(8, sizeof(*seen));                                                           \
        if (spare == NULL || seen == NULL) {                                                       \
            bina_heap_give(heap, spare);                                                           \
            free(seen);                                                                            \
            return BINA_ERR_NO_MEMORY;                                                             \
        }                                                                                          \
        for (size_t i = 0; i < count; i++)                                                         \
            for (unsigned b = 0; b < 8; b++)                                                       \
                seen[b][key_of(keys[i]) >> (8 * b) & 255]++;                                       \
        to = spare;                                                                                \
        for (unsigned b = 0; b < 8; b++) {                                                         \
            size_t at = 0;                                                                         \
            type *swap;                                                                            \
            if (seen[b][key_of(from[0]) >> (8 * b) & 255] == count)                                \
                continue;                                                                          \
            for (unsigned d = 0; d < 256; d++) {                                                   \
                size_t here = seen[b][d];                                                          \
                seen[b][d] = at;                                                                   \
                at += here;                                                                        \
            }                                                                                      \
            bina_heap_breathe(heap);                                                               \
            for (size_t i = 0; i < count; i++)                                                     \
                to[seen[b][key_of(from[i]) >> (8 * b) & 255]++] = from[i];                         \
            swap = from;                                                                           \
            from = to;                                                                             \
            to = swap;                                                                             \
        }                                                                                          \
        if (from != keys)                                                                          \
            memcpy(keys, from, count * sizeof(*keys));                                             \
        bina_heap_give(heap, spare);                                                               \
        free(seen);                                                                                \
        return BINA_OK;                                                                            \
    }

#define WHOLE(element)  (element)
#define KEY_OF(element) ((element).key)

RADIX_SORT(bina_linkage_sort_in, uint64_t, WHOLE)
RADIX_SORT(bina_linkage_sort_keys_in, bina_link_key, KEY_OF)

bina_status
bina_linkage_sort(uint64_t *keys, size_t count)
{
    return bina_linkage_sort_in(NULL, keys, count);
}

bina_status
bina_linkage_sort_keys(bina_link_key *keys, size_t count)
{
    return bina_linkage_sort_keys_in(NULL, keys, count);
}

/* Fewer are sorted by putting each in its place. */
#define FEW 48
/* Bits sorted by at once: their counts fit into the nearest cache. */
#define DIGIT 10

void
bina_link_sort_entries(uint64_t *entry, size_t count, uint64_t *spare, unsigned shift)
{
    uint64_t *from = entry, *to = spare;

    if (count <= FEW) {
        for (size_t i = 1; i < count; i++) {
            uint64_t one = entry[i];
            size_t j = i;
            for (; j > 0 && entry[j - 1] >> shift > one >> shift; j--)
                entry[j] = entry[j - 1];
            entry[j] = one;
        }
        return;
    }
    for (unsigned bit = shift; bit < 64; bit += DIGIT) {
        uint32_t seen[1u << DIGIT] = {0}, at = 0;
        uint64_t mask = (1u << DIGIT) - 1;
        uint64_t *swap = from;
        for (size_t i = 0; i < count; i++)
            seen[from[i] >> bit & mask]++;
        for (unsigned d = 0; d <= mask; d++) {
            uint32_t here = seen[d];
            seen[d] = at;
            at += here;
        }
        for (size_t i = 0; i < count; i++)
            to[seen[from[i] >> bit & mask]++] = from[i];
        from = to;
        to = swap;
    }
    if (from != entry)
        memcpy(entry, from, count * sizeof(*entry));
}
