#define _DEFAULT_SOURCE /* madvise */
#include "base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define PAGE  ((uintptr_t)4096) /* of any system that has larger ones too, or a part of it */
#define LEAST ((size_t)4 << 20) /* bytes from which on it matters */

void
bina_pages_widen(void *at, size_t size)
{
#ifdef MADV_HUGEPAGE
    uintptr_t from = ((uintptr_t)at + PAGE - 1) / PAGE * PAGE;
    uintptr_t end = ((uintptr_t)at + size) / PAGE * PAGE;

    /* It is advice: not to be heeded is no failure. */
    if (at != NULL && size >= LEAST)
        (void)madvise((void *)from, end - from, MADV_HUGEPAGE);
#else
    (void)at;
    (void)size;
#endif
}

void
bina_pages_give_back(void)
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}
