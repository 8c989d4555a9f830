#include "base/vector.h"

#include <string.h>

#include "base/heap.h"

bool
bina_vector_reserve(void *items, size_t *capacity, size_t needed, size_t size)
{
    return bina_heap_reserve(NULL, items, capacity, needed, size);
}

bool
bina_vector_resize(void *items, size_t count, size_t size)
{
    void *old, *made;

    memcpy(&old, items, sizeof old);
    made = bina_heap_resize(NULL, old, count, size);
    if (made == NULL)
        return false;
    memcpy(items, &made, sizeof made);
    return true;
}
