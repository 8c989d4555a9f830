#include "base/parallel.h"

#include <pthread.h>
#include <unistd.h>

#define MOST 64 /* threads started at most */

typedef struct crew {
    pthread_mutex_t lock;
    bina_parallel_work *work;
    void *self;
    size_t next, parts;
    size_t failed; /* the lowest part that failed; `parts` when none */
    bina_status status;
} crew;

/* Takes parts until none is left, or one failed: the parts before that one are all taken by then.
 */
static void *
labour(void *self)
{
    crew *all = self;

    pthread_mutex_lock(&all->lock);
    while (all->next < all->parts && all->status == BINA_OK) {
        size_t part = all->next++;
        bina_status status;
        pthread_mutex_unlock(&all->lock);
        status = all->work(all->self, part);
        pthread_mutex_lock(&all->lock);
        if (status != BINA_OK && part < all->failed) {
            all->failed = part;
            all->status = status;
        }
    }
    pthread_mutex_unlock(&all->lock);
    return NULL;
}

bina_status
bina_parallel_beside(unsigned threads, size_t parts, bina_parallel_work *work, void *self,
                     void (*beside)(void *self))
{
    crew all = {PTHREAD_MUTEX_INITIALIZER, work, self, 0, parts, parts, BINA_OK};
    pthread_t thread[MOST];
    unsigned started = 0;

    if (threads > parts)
        threads = (unsigned)parts + (beside != NULL && parts > 0);
    if (threads > MOST)
        threads = MOST;
    while (started + 1 < threads && pthread_create(&thread[started], NULL, labour, &all) == 0)
        started++;
    if (beside != NULL)
        beside(self);
    labour(&all);
    for (unsigned t = 0; t < started; t++)
        pthread_join(thread[t], NULL);
    pthread_mutex_destroy(&all.lock);
    return all.status;
}

bina_status
bina_parallel(unsigned threads, size_t parts, bina_parallel_work *work, void *self)
{
    return bina_parallel_beside(threads, parts, work, self, NULL);
}

/* Items that are done by stretches. */
typedef struct items {
    bina_parallel_items *work;
    void *self;
    size_t count;
} items;

static bina_status
do_stretch(void *self, size_t part)
{
    const items *all = self;
    size_t first = part * BINA_PARALLEL_STRETCH, left = all->count - first;

    return all->work(all->self, first,
                     first + (left < BINA_PARALLEL_STRETCH ? left : BINA_PARALLEL_STRETCH));
}

bina_status
bina_parallel_stretches(unsigned threads, size_t count, bina_parallel_items *work, void *self)
{
    items all = {work, self, count};

    return bina_parallel(threads, bina_parallel_stretches_of(count), do_stretch, &all);
}

unsigned
bina_parallel_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    return cores < 1 ? 1 : (unsigned)cores;
}
