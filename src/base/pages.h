/* Large pages of memory, where the system has them. */
#ifndef BINA_SRC_BASE_PAGES_H
#define BINA_SRC_BASE_PAGES_H

#include <stddef.h>

/**
 * Asks for large pages for a large array that is read in no order, before it is written to: finding
 * where a small page lies takes as long as reading it. Nothing is lost where there are none.
 *
 * @param at as allocated; NULL is fine
 */
void bina_pages_widen(void *at, size_t size);

#endif
