#include "scarce.h"

#include <stdatomic.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t boundary, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t boundary, size_t size);

static atomic_long count; /* since scarce_after */
static atomic_bool scarcity, held, failed;
static long allowed;
static scarce kind;

void
scarce_after(long allocations, scarce how)
{
    allowed = allocations;
    kind = how;
    count = 0;
    failed = false;
    scarcity = true;
}

bool
scarce_end(void)
{
    scarcity = false;
    return failed;
}

bool
scarce_did_fail(void)
{
    return failed;
}

long
scarce_count(void)
{
    return count;
}

void
scarce_hold(bool on)
{
    held = on;
}

bool
scarce_fails(void)
{
    long before;

    if (!scarcity || held)
        return false;
    before = atomic_fetch_add(&count, 1);
    if (before < allowed || (before > allowed && kind == SCARCE_ONCE))
        return false;
    failed = true;
    return true;
}

void *
__wrap_malloc(size_t size)
{
    return scarce_fails() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t n, size_t size)
{
    return scarce_fails() ? NULL : __real_calloc(n, size);
}

void *
__wrap_realloc(void *old, size_t size)
{
    return scarce_fails() ? NULL : __real_realloc(old, size);
}

void *
__wrap_aligned_alloc(size_t boundary, size_t size)
{
    return scarce_fails() ? NULL : __real_aligned_alloc(boundary, size);
}
