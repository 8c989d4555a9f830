#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"

bool
bina_vector_reserve(void *items, size_t *capacity, size_t needed, size_t size)
{
    size_t wanted = *capacity < 8 ? 8 : *capacity;
    void *old, *grown;

    if (needed <= *capacity)
        return true;
    while (wanted < needed) {
        if (wanted > SIZE_MAX / 2)
            return false;
        wanted *= 2;
    }
    if (wanted > SIZE_MAX / size)
        return false;
    memcpy(&old, items, sizeof old);
    grown = realloc(old, wanted * size);
    if (grown == NULL)
        return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}
