#include "base/vector.h"

#include "base/heap.h"

bool
bina_vector_reserve(void *items, size_t *capacity, size_t needed, size_t size)
{
    return bina_heap_reserve(NULL, items, capacity, needed, size);
}

bool
bina_vector_resize(void *items, size_t count, size_t size)
{
    return bina_heap_refit(NULL, items, count, size);
}
