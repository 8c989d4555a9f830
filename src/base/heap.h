/*
 * Where large arrays lie: in memory, or in a file of no name of which no more is in memory at once
 * than is allowed.
 *
 * Functions that take a heap take NULL for the plain one, whose arrays are malloc's. The arrays of
 * another are malloc's while they are small.
 */
#ifndef BINA_SRC_BASE_HEAP_H
#define BINA_SRC_BASE_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <bina/status.h>
#include "base/fetch.h"
#include "base/pages.h"

typedef struct bina_heap bina_heap;

/** No process does with fewer bytes. */
#define BINA_HEAP_LEAST ((size_t)32 << 20)

/**
 * Makes a heap in a file, which is gone when the process ends, however it ends.
 *
 * @param folder where the file lies; NULL: /var/tmp, or /tmp where there is no such folder
 * @param memory bytes that the process is to get along with, at least BINA_HEAP_LEAST; of what it
 *               has in use already no more than a quarter counts
 * @return BINA_OK, BINA_ERR_NO_MEMORY, BINA_ERR_IO (no file can be made there)
 */
bina_status bina_heap_new(bina_heap **heap, const char *folder, size_t memory);

/** Drops what is left in a heap, too. NULL is fine. */
void bina_heap_free(bina_heap *heap);

/** Whether there was no room for an array because the disk is full, or its file may not grow. */
bool bina_heap_is_full(const bina_heap *heap);

/** An array of so many items of a size, which are not set; NULL when there is no room. */
void *bina_heap_take(bina_heap *heap, size_t count, size_t size);

/** The same, beginning with a line of the cache: no item of a size that divides 64 crosses one. */
void *bina_heap_take_lines(bina_heap *heap, size_t count, size_t size);

/** Asks for large pages, as bina_pages_widen, where an array does not lie in a file. */
static inline void
bina_heap_widen(const bina_heap *heap, void *array, size_t size)
{
    if (heap == NULL)
        bina_pages_widen(array, size);
}

/** As bina_heap_take, all zero. */
void *bina_heap_clear(bina_heap *heap, size_t count, size_t size);

/** An array with what another held, which is gone; NULL, and the other stays, if there is no room.
 */
void *bina_heap_resize(bina_heap *heap, void *array, size_t count, size_t size);

/** The same of the array whose pointer lies at `items`; false, and all stays, if there is no room.
 */
bool bina_heap_refit(bina_heap *heap, void *items, size_t count, size_t size);

/** Gives an array back, malloc's too. NULL is fine. */
void bina_heap_give(bina_heap *heap, void *array);

/** As bina_vector_reserve. */
bool bina_heap_reserve(bina_heap *heap, void *items, size_t *capacity, size_t needed, size_t size);

/**
 * To be called now and then while arrays are walked, by any thread: when the process nears what it
 * is allowed, lets go of the memory that arrays in the file take. What they hold stays.
 */
void bina_heap_breathe(bina_heap *heap);

/**
 * The same in a loop, to be called with every number. The system brings in 64 KiB around whatever
 * is read, so that a few hundred items that lie about in no order may take many megabytes.
 */
static inline void
bina_heap_pass(bina_heap *heap, size_t at)
{
    if (heap != NULL && at % 128 == 0)
        bina_heap_breathe(heap);
}

/**
 * Reads a byte for nothing. In a loop of its own over some dozens of places that the next loop will
 * read in no order, the machine waits for many of them at once; unlike what is only asked for, it
 * is never passed over. What lies in a file is only asked for: it may have to go again before its
 * turn.
 */
static inline void
bina_heap_touch(const bina_heap *heap, const void *at)
{
    if (heap == NULL)
        (void)*(const volatile char *)at;
    else
        bina_fetch(at);
}

#endif
