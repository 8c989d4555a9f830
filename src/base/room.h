/* Room for large arrays: in memory, or in a file of no name that the system pages in and out. */
#ifndef BINA_SRC_BASE_ROOM_H
#define BINA_SRC_BASE_ROOM_H

#include <stdbool.h>
#include <stddef.h>
#include <bina/status.h>

typedef struct bina_room {
    void *at; /* zeroed; NULL when nothing was taken */
    size_t size;
    bool filed;
} bina_room;

/**
 * Takes room, all zero.
 *
 * @param filed into a temporary file, in the folder that TMPDIR names or /tmp, which is gone when
 *              the process ends; its blocks are taken at once, so that writing cannot fail later
 * @return BINA_OK, BINA_ERR_NO_MEMORY, BINA_ERR_IO (no such folder, or the disk is full)
 */
bina_status bina_room_take(bina_room *room, size_t size, bool filed);
void bina_room_drop(bina_room *room);

/** Gives back what lies beyond a size, if that can be done; the array may move. */
void bina_room_cut(bina_room *room, size_t size);

/** Lets go of the memory a filed room holds; what is in it stays. Any thread may use it meanwhile.
 */
void bina_room_rest(const bina_room *room);

#endif
