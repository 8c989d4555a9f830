#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */
#include "base/room.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/pages.h"

static bina_status
take_file(bina_room *room, size_t size)
{
    const char *folder = getenv("TMPDIR");
    char path[4096];
    bina_status status = BINA_ERR_IO;
    void *at;
    int file;

    if (folder == NULL || folder[0] == '\0')
        folder = "/tmp";
    if (snprintf(path, sizeof(path), "%s/bina-XXXXXX", folder) >= (int)sizeof(path))
        return BINA_ERR_IO;
    file = mkstemp(path);
    if (file < 0)
        return BINA_ERR_IO;
    unlink(path);
    if (posix_fallocate(file, 0, (off_t)size) != 0)
        goto out;
    at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (at == MAP_FAILED) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    /* Rows are met in no order: what lies beside one is not wanted. */
    madvise(at, size, MADV_RANDOM);
    *room = (bina_room){at, size, true};
    status = BINA_OK;
out:
    close(file);
    return status;
}

bina_status
bina_room_take(bina_room *room, size_t size, bool filed)
{
    memset(room, 0, sizeof(*room));
    if (size == 0)
        size = 1;
    if (filed)
        return take_file(room, size);
    room->at = calloc(size, 1);
    room->size = size;
    bina_pages_widen(room->at, size);
    return room->at == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
}

void
bina_room_drop(bina_room *room)
{
    if (room->filed)
        munmap(room->at, room->size);
    else
        free(room->at);
    memset(room, 0, sizeof(*room));
}

void
bina_room_rest(const bina_room *room)
{
    if (room->filed)
        madvise(room->at, room->size, MADV_DONTNEED);
}

void
bina_room_cut(bina_room *room, size_t size)
{
    void *at;

    if (room->filed || size == 0 || size >= room->size)
        return;
    at = realloc(room->at, size);
    if (at == NULL)
        return;
    room->at = at;
    room->size = size;
}
