/* Pages of memory: large ones, and giving back what is of no use any more. */
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

/**
 * Gives the system back what malloc keeps of memory that was freed, where malloc can be asked to:
 * after much was needed for a while in many pieces. Takes milliseconds.
 */
void bina_pages_give_back(void);

#endif
