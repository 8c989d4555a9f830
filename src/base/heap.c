#define _GNU_SOURCE /* O_TMPFILE, mkostemp, madvise, fallocate */
#include "base/heap.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/vector.h"

#define LARGE ((size_t)256 << 10) /* bytes of an array that lies in the file */
#define LINE  ((size_t)64)        /* bytes that come into the cache at once */
#define PIECE ((size_t)4 << 20)   /* copied before letting go */
#define APART ((size_t)8 << 20)   /* bytes, or an eighth, that may come in between two looks */

/* An array in the file. */
typedef struct extent {
    char *at; /* NULL when it was given back */
    size_t size;
    off_t offset;
} extent;

struct bina_heap {
    pthread_mutex_t lock;
    extent *extent;
    size_t extents, room;
    int file, statm;
    off_t end; /* of the file: what was given back is a hole, and never used again */
    size_t page;
    size_t most; /* bytes in memory from which on to let go */
    size_t step; /* bytes of files in memory that are worth it */
    atomic_bool full;
};

/* A file without a name, or whose name is gone at once where the system has no such files. */
static int
make_file(const char *folder)
{
    char path[4096];
    int file = -1;

#ifdef O_TMPFILE
    file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
#endif
    if (file >= 0 || snprintf(path, sizeof(path), "%s/bina-XXXXXX", folder) >= (int)sizeof(path))
        return file;
    file = mkostemp(path, O_CLOEXEC);
    if (file >= 0)
        unlink(path);
    return file;
}

/* Bytes of the process in memory, and those of files; false when the system does not tell. */
static bool
look(const bina_heap *heap, size_t *all, size_t *files)
{
    char text[128], *rest;
    ssize_t length = heap->statm < 0 ? -1 : pread(heap->statm, text, sizeof(text) - 1, 0);

    *all = *files = 0;
    if (length <= 0)
        return false;
    text[length] = '\0';
    strtoull(text, &rest, 10);
    *all = (size_t)strtoull(rest, &rest, 10) * heap->page;
    *files = (size_t)strtoull(rest, NULL, 10) * heap->page;
    return true;
}

/* Whether the process has so much in memory that letting go of arrays is due, and would help. */
static bool
is_due(const bina_heap *heap)
{
    size_t all, files;

    return !look(heap, &all, &files) || (all >= heap->most && files >= heap->step);
}

bina_status
bina_heap_new(bina_heap **heap, const char *folder, size_t memory)
{
    bina_heap *made = calloc(1, sizeof(*made));
    size_t before, files;

    *heap = NULL;
    if (made == NULL)
        return BINA_ERR_NO_MEMORY;
    if (pthread_mutex_init(&made->lock, NULL) != 0) {
        free(made);
        return BINA_ERR_NO_MEMORY;
    }
    made->page = (size_t)sysconf(_SC_PAGESIZE);
    made->statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    made->file = folder != NULL ? make_file(folder) : make_file("/var/tmp");
    if (folder == NULL && made->file < 0)
        made->file = make_file("/tmp");
    if (made->file < 0) {
        bina_heap_free(made);
        return BINA_ERR_IO;
    }
    made->most = memory - (memory / 8 > APART ? memory / 8 : APART);
    made->step = memory / 4;
    if (look(made, &before, &files) && before > memory / 4 && made->most < SIZE_MAX / 2)
        made->most += before - memory / 4;
    atomic_init(&made->full, false);
    *heap = made;
    return BINA_OK;
}

void
bina_heap_free(bina_heap *heap)
{
    if (heap == NULL)
        return;
    for (size_t e = 0; e < heap->extents; e++)
        if (heap->extent[e].at != NULL)
            munmap(heap->extent[e].at, heap->extent[e].size);
    free(heap->extent);
    if (heap->file >= 0)
        close(heap->file);
    if (heap->statm >= 0)
        close(heap->statm);
    pthread_mutex_destroy(&heap->lock);
    free(heap);
}

bool
bina_heap_is_full(const bina_heap *heap)
{
    return heap != NULL && atomic_load(&heap->full);
}

/* Takes the blocks of a part of the file, so that writing to it cannot fail later. */
static bool
grow_file(bina_heap *heap, size_t size)
{
    struct rlimit limit;

    /* Beyond its limit the system would end the process. */
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
        (limit.rlim_cur < (rlim_t)heap->end || size > limit.rlim_cur - (rlim_t)heap->end))
        return false;
    return posix_fallocate(heap->file, heap->end, (off_t)size) == 0;
}

/* A place for one more extent; NULL when there is no memory. */
static extent *
place(bina_heap *heap)
{
    for (size_t e = 0; e < heap->extents; e++)
        if (heap->extent[e].at == NULL)
            return &heap->extent[e];
    if (!bina_vector_reserve(&heap->extent, &heap->room, heap->extents + 1, sizeof(extent)))
        return NULL;
    heap->extent[heap->extents].at = NULL;
    return &heap->extent[heap->extents++];
}

static void *
map(bina_heap *heap, size_t size)
{
    extent *made;
    void *at = NULL;

    if (size > SIZE_MAX / 4)
        return NULL;
    size = (size + heap->page - 1) / heap->page * heap->page;
    pthread_mutex_lock(&heap->lock);
    made = place(heap);
    if (made != NULL && !grow_file(heap, size)) {
        atomic_store(&heap->full, true);
        made = NULL;
    }
    if (made != NULL) {
        at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, heap->file, heap->end);
        if (at == MAP_FAILED) {
            at = NULL;
        } else {
            *made = (extent){at, size, heap->end};
            /* Read ahead, the file is kept in blocks of up to two megabytes, all of which come
             * in wherever a byte is touched. */
            madvise(at, size, MADV_RANDOM);
        }
        heap->end += (off_t)size;
    }
    pthread_mutex_unlock(&heap->lock);
    return at;
}

/* The extent of an array; NULL when it is malloc's. To be called with the lock held. */
static extent *
find(bina_heap *heap, const void *array)
{
    if (((uintptr_t)array & (heap->page - 1)) == 0)
        for (size_t e = 0; e < heap->extents; e++)
            if (heap->extent[e].at == array)
                return &heap->extent[e];
    return NULL;
}

/* Gives back the blocks of a file; where that cannot be done they stay until its end. */
static void
punch(const bina_heap *heap, off_t offset, size_t size)
{
#ifdef FALLOC_FL_PUNCH_HOLE
    while (fallocate(heap->file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, (off_t)size) <
               0 &&
           errno == EINTR)
        continue;
#else
    (void)heap, (void)offset, (void)size;
#endif
}

/* Bytes of an array in the file, of which no more than `keep` are left; 0 when it is malloc's. */
static size_t
cut(bina_heap *heap, const void *array, size_t keep)
{
    extent *of;
    size_t size = 0;

    pthread_mutex_lock(&heap->lock);
    of = find(heap, array);
    if (of != NULL) {
        size = of->size;
        keep = (keep + heap->page - 1) / heap->page * heap->page;
        if (keep < size) {
            munmap(of->at + keep, size - keep);
            punch(heap, of->offset + (off_t)keep, size - keep);
            of->size = keep;
            if (keep == 0)
                of->at = NULL;
        }
    }
    pthread_mutex_unlock(&heap->lock);
    return size;
}

static bool
multiply(size_t count, size_t size, size_t *bytes)
{
    *bytes = count * size;
    return size == 0 || count <= SIZE_MAX / size;
}

void *
bina_heap_take(bina_heap *heap, size_t count, size_t size)
{
    size_t bytes;

    if (!multiply(count, size, &bytes))
        return NULL;
    bina_heap_breathe(heap);
    return heap == NULL || bytes < LARGE ? malloc(bytes + (bytes == 0)) : map(heap, bytes);
}

void *
bina_heap_take_lines(bina_heap *heap, size_t count, size_t size)
{
    size_t bytes;

    if (!multiply(count, size, &bytes) || bytes > SIZE_MAX - LINE)
        return NULL;
    bina_heap_breathe(heap);
    return heap == NULL || bytes < LARGE ? aligned_alloc(LINE, (bytes / LINE + 1) * LINE)
                                         : map(heap, bytes);
}

void *
bina_heap_clear(bina_heap *heap, size_t count, size_t size)
{
    size_t bytes;

    if (!multiply(count, size, &bytes))
        return NULL;
    bina_heap_breathe(heap);
    return heap == NULL || bytes < LARGE ? calloc(bytes + (bytes == 0), 1) : map(heap, bytes);
}

/* Copies piece by piece, so that no more than a piece of either array comes into memory. */
static void
copy(bina_heap *heap, char *to, const char *from, size_t bytes)
{
    for (size_t done = 0, piece; done < bytes; done += piece) {
        piece = bytes - done < PIECE ? bytes - done : PIECE;
        memcpy(to + done, from + done, piece);
        bina_heap_breathe(heap);
    }
}

void *
bina_heap_resize(bina_heap *heap, void *array, size_t count, size_t size)
{
    size_t bytes, had = 0;
    void *made;

    if (!multiply(count, size, &bytes))
        return NULL;
    if (heap != NULL && array != NULL)
        had = cut(heap, array, bytes < LARGE ? LARGE : bytes);
    if (had == 0) {
        made = realloc(array, bytes + (bytes == 0));
        if (heap == NULL || made == NULL || bytes < LARGE)
            return made;
        array = made;
        had = bytes;
        made = map(heap, bytes);
        if (made == NULL)
            return array; /* as good, only in memory; the heap tells that it is full */
    } else if (bytes <= had) {
        return array;
    } else {
        made = map(heap, bytes);
        if (made == NULL)
            return NULL;
    }
    copy(heap, made, array, had);
    bina_heap_give(heap, array);
    return made;
}

bool
bina_heap_refit(bina_heap *heap, void *items, size_t count, size_t size)
{
    void *old, *made;

    memcpy(&old, items, sizeof old);
    made = bina_heap_resize(heap, old, count, size);
    if (made == NULL)
        return false;
    memcpy(items, &made, sizeof made);
    return true;
}

void
bina_heap_give(bina_heap *heap, void *array)
{
    if (heap == NULL || array == NULL || cut(heap, array, 0) == 0)
        free(array);
}

bool
bina_heap_reserve(bina_heap *heap, void *items, size_t *capacity, size_t needed, size_t size)
{
    size_t wanted = *capacity < 8 ? 8 : *capacity;

    if (needed <= *capacity)
        return true;
    while (wanted < needed) {
        if (wanted > SIZE_MAX / 2)
            return false;
        wanted *= 2;
    }
    if (!bina_heap_refit(heap, items, wanted, size))
        return false;
    *capacity = wanted;
    return true;
}

void
bina_heap_breathe(bina_heap *heap)
{
    if (heap == NULL || !is_due(heap))
        return;
    /* Whoever comes meanwhile waits here, and takes nothing more. */
    pthread_mutex_lock(&heap->lock);
    if (!is_due(heap)) {
        pthread_mutex_unlock(&heap->lock);
        return;
    }
    for (size_t e = 0; e < heap->extents; e++)
        if (heap->extent[e].at != NULL)
            madvise(heap->extent[e].at, heap->extent[e].size, MADV_DONTNEED);
    pthread_mutex_unlock(&heap->lock);
}
