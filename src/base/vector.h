/* Growing arrays, with the sizes checked. */
#ifndef BINA_SRC_BASE_VECTOR_H
#define BINA_SRC_BASE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>

/**
 * Makes room for `needed` items of `size` bytes in `*items`, doubling the capacity.
 *
 * @param items    address of the pointer to the first item
 * @param capacity items there is room for; updated
 * @return false, with everything as it was, when memory is out or the size would overflow
 */
bool bina_vector_reserve(void *items, size_t *capacity, size_t needed, size_t size);

/**
 * Makes `*items` an array of `count` items of `size` bytes, neither 0.
 *
 * @return false, with everything as it was, when memory is out or the size would overflow
 */
bool bina_vector_resize(void *items, size_t count, size_t size);

#endif
