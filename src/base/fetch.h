/* Asking for memory some while before it is read. */
#ifndef BINA_SRC_BASE_FETCH_H
#define BINA_SRC_BASE_FETCH_H

/** The line of the cache that a byte lies in; the address need not be one that may be read. */
static inline void
bina_fetch(const void *at)
{
#if defined(__GNUC__)
    __builtin_prefetch(at);
#else
    (void)at;
#endif
}

#endif
