/* Work in parts on several threads. */
#ifndef BINA_SRC_BASE_PARALLEL_H
#define BINA_SRC_BASE_PARALLEL_H

#include <stddef.h>
#include <bina/status.h>

/** Does one part. It must not write what another part reads or writes. */
typedef bina_status bina_parallel_work(void *self, size_t part);

/**
 * Does parts 0 to parts - 1, the lower ones first, and returns when all are done.
 *
 * How the work is cut into parts must not depend on the number of threads: then neither do results.
 *
 * @param threads at most so many at once; 0 or 1: the calling thread alone, no other is started.
 *                Fewer are used when the system gives no more
 * @return BINA_OK, else what the lowest part that failed returned; parts after it may not be done
 */
bina_status bina_parallel(unsigned threads, size_t parts, bina_parallel_work *work, void *self);

/** Items to a stretch: few enough to share out, many enough that sharing costs nothing. */
#define BINA_PARALLEL_STRETCH ((size_t)65536)

/** Does the items from `first` to before `last`, which are one stretch. */
typedef bina_status bina_parallel_items(void *self, size_t first, size_t last);

/** How many stretches so many items are. */
static inline size_t
bina_parallel_stretches_of(size_t items)
{
    return items / BINA_PARALLEL_STRETCH + (items % BINA_PARALLEL_STRETCH > 0);
}

/** The same of so many items, a stretch of them a part. */
bina_status bina_parallel_stretches(unsigned threads, size_t items, bina_parallel_items *work,
                                    void *self);

/**
 * As bina_parallel, while the calling thread does something else first, which no other thread may do: read
 * from a source that is not ours, for the next round.
 *
 * @param beside done once, before the calling thread helps with the parts; they must not share
 */
bina_status bina_parallel_beside(unsigned threads, size_t parts, bina_parallel_work *work,
                                 void *self, void (*beside)(void *self));

/** How many threads the machine runs at once; at least 1. */
unsigned bina_parallel_cores(void);

#endif
