#include "linkage/sort.h"

#include <stdlib.h>
#include <string.h>

/* One least-significant-digit radix sort, written once for both kinds of element. */
#define RADIX_SORT(name, type, key_of)                                                             \
    bina_status name(type *keys, size_t count)                                                     \
    {                                                                                              \
        size_t(*seen)[256];                                                                        \
        type *from = keys, *to, *spare;                                                            \
                                                                                                   \
        if (count < 2)                                                                             \
            return BINA_OK;                                                                        \
        spare = count > SIZE_MAX / sizeof(*spare) ? NULL : malloc(count * sizeof(*spare));         \
        seen = calloc(8, sizeof(*seen));                                                           \
        if (spare == NULL || seen == NULL) {                                                       \
            free(spare);                                                                           \
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
            for (size_t i = 0; i < count; i++)                                                     \
                to[seen[b][key_of(from[i]) >> (8 * b) & 255]++] = from[i];                         \
            swap = from;                                                                           \
            from = to;                                                                             \
            to = swap;                                                                             \
        }                                                                                          \
        if (from != keys)                                                                          \
            memcpy(keys, from, count * sizeof(*keys));                                             \
        free(spare);                                                                               \
        free(seen);                                                                                \
        return BINA_OK;                                                                            \
    }

#define WHOLE(element)  (element)
#define KEY_OF(element) ((element).key)

RADIX_SORT(bina_linkage_sort, uint64_t, WHOLE)
RADIX_SORT(bina_linkage_sort_keys, bina_link_key, KEY_OF)
