/* Arrays that grow, with every size checked. */
#ifndef BINA_SRC_LINKAGE_GROW_H
#define BINA_SRC_LINKAGE_GROW_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <bina/status.h>

/** Room for at least `count` elements of `size` bytes; the array as it was on failure. */
static inline void *
bina_linkage_grow(void *array, size_t *room, size_t count, size_t size)
{
    size_t more = *room == 0 ? 16 : *room;
    void *grown;

    if (count <= *room && array != NULL)
        return array;
    while (more < count) {
        if (more > SIZE_MAX / 2)
            return NULL;
        more *= 2;
    }
    if (more > SIZE_MAX / size)
        return NULL;
    grown = realloc(array, more * size);
    if (grown != NULL)
        *room = more;
    return grown;
}

/** Room for `more` bytes after `used`. */
static inline bina_status
bina_linkage_grow_bytes(char **bytes, size_t *room, size_t used, size_t more)
{
    char *grown;

    if (more > SIZE_MAX - used)
        return BINA_ERR_FULL;
    grown = bina_linkage_grow(*bytes, room, used + more, 1);
    if (grown == NULL)
        return BINA_ERR_NO_MEMORY;
    *bytes = grown;
    return BINA_OK;
}

#endif
