/* A map from texts to numbers. */
#ifndef BINA_SRC_REGISTER_TEXT_MAP_H
#define BINA_SRC_REGISTER_TEXT_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bina_text_entry {
    char *text;
    int64_t value;
} bina_text_entry;

typedef struct bina_text_map {
    bina_text_entry *entries; /* in the order added */
    size_t count, capacity;
    size_t *slots; /* a hash table of indexes + 1 */
    size_t slot_count;
} bina_text_map;

/** The value of a text, to be read or changed until the next adding; NULL when it is not there. */
int64_t *bina_text_map_find(const bina_text_map *map, const char *text);

/**
 * Sets the value of a text that is copied, unless it is there already.
 *
 * @param added whether it was not there; may be NULL
 * @return where the value is, as bina_text_map_find; NULL when memory is out
 */
int64_t *bina_text_map_add(bina_text_map *map, const char *text, int64_t value, bool *added);
void bina_text_map_drop(bina_text_map *map);

#endif
