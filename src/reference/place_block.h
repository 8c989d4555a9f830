/* The names of one regency, ready to compare with what people wrote. */
#ifndef BINA_SRC_REFERENCE_PLACE_BLOCK_H
#define BINA_SRC_REFERENCE_PLACE_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "reference/place_key.h"

/** One name of one region. */
typedef struct bina_place_entry {
    uint64_t number;
    uint8_t level;
    bool current; /* the newest name of a code in force */
    bool retired; /* the code is no longer in force */
    uint8_t bare, length;
    uint32_t key; /* where its key begins in the block's keys */
} bina_place_entry;

typedef struct bina_place_block {
    bina_place_entry *entries; /* in order of code */
    size_t count;
    char *keys;
    bool made;
} bina_place_block;

/** Unpacks the n-th block of the table, unless that has been done. BINA_ERR_NO_MEMORY leaves it
 * empty. */
bina_status bina_place_block_make(bina_place_block *block, size_t n);

/** Frees what it holds. */
void bina_place_block_drop(bina_place_block *block);

/**
 * How well a written name fits an entry.
 *
 * @param loose whether misspellings and beginnings count
 * @param how   gets BINA_FOUND_FORMER_NAME, _FORMER_CODE, _SPELLING or _PART
 * @return 0 not at all, 100 exactly
 */
int bina_place_entry_fit(const bina_place_block *block, const bina_place_entry *entry,
                         const bina_place_key *written, bool loose, unsigned *how);

#endif
