/* Distinct texts as small numbers, so that everything after reading works on integers. */
#ifndef BINA_SRC_LINKAGE_DICTIONARY_H
#define BINA_SRC_LINKAGE_DICTIONARY_H

#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>
#include "base/heap.h"

#define BINA_DICTIONARY_BLOCK 16 /* two to this many texts share a base */

/** A place of the open addressing. */
typedef struct bina_dictionary_slot {
    uint32_t hash, code; /* code + 1; 0 is free */
} bina_dictionary_slot;

/** Code 0 is always the empty text: no value. Codes are given in order of first appearance. */
typedef struct bina_dictionary {
    char *bytes; /* all texts, each ended by NUL */
    size_t used, room;
    uint32_t *start; /* of code c, from its block's base; start[count] is `used` */
    size_t *base;    /* of a block */
    uint32_t count, count_room;
    bina_dictionary_slot *slot; /* NULL while it is sealed */
    uint32_t slots;
    bina_heap *heap; /* where all this lies; may be set once it is made */
} bina_dictionary;

bina_status bina_dictionary_init(bina_dictionary *dictionary);
void bina_dictionary_drop(bina_dictionary *dictionary);

/**
 * The code of a text, which is added when it is new.
 *
 * @return BINA_OK; BINA_ERR_FULL when there are too many; BINA_ERR_NO_MEMORY
 */
bina_status bina_dictionary_add(bina_dictionary *dictionary, const char *text, size_t length,
                                uint32_t *code);

/** The same of a text whose bina_dictionary_hash is known. */
bina_status bina_dictionary_add_hashed(bina_dictionary *dictionary, uint32_t hash, const char *text,
                                       size_t length, uint32_t *code);

/** A text to be added. */
typedef struct bina_dictionary_item {
    const char *text;
    uint32_t length, hash; /* as bina_dictionary_hash tells */
} bina_dictionary_item;

/** Adds many texts in order, which is quicker than one by one in a large dictionary. */
bina_status bina_dictionary_add_many(bina_dictionary *dictionary, const bina_dictionary_item *items,
                                     size_t count, uint32_t *codes);

/** Forgets the texts added last, so that only `count` are left. */
void bina_dictionary_cut(bina_dictionary *dictionary, uint32_t count);

/** The code of a text; 0 when it is not there. While it is sealed, all texts are looked at. */
uint32_t bina_dictionary_find(const bina_dictionary *dictionary, const char *text, size_t length);

/** Makes finding quick again in a dictionary that may be sealed. */
bina_status bina_dictionary_open(bina_dictionary *dictionary);

/** How many texts of a dictionary, but for the empty one, another has too. */
bina_status bina_dictionary_count_shared(const bina_dictionary *dictionary,
                                         const bina_dictionary *other, uint32_t *shared);

/** Gives back the memory that only adding and finding need, until something is added again. */
void bina_dictionary_seal(bina_dictionary *dictionary);

static inline size_t
bina_dictionary_at(const bina_dictionary *dictionary, uint32_t code)
{
    return dictionary->base[code >> BINA_DICTIONARY_BLOCK] + dictionary->start[code];
}

/** The text of a code, ended by NUL; borrowed until the next addition. */
static inline const char *
bina_dictionary_text(const bina_dictionary *dictionary, uint32_t code)
{
    return dictionary->bytes + bina_dictionary_at(dictionary, code);
}

static inline size_t
bina_dictionary_length(const bina_dictionary *dictionary, uint32_t code)
{
    return bina_dictionary_at(dictionary, code + 1) - bina_dictionary_at(dictionary, code) - 1;
}

/** A 64-bit hash of bytes, the same on every machine. */
uint64_t bina_linkage_hash(const void *bytes, size_t length, uint64_t seed);

/** The hash by which a dictionary finds a text. */
static inline uint32_t
bina_dictionary_hash(const char *text, size_t length)
{
    return (uint32_t)bina_linkage_hash(text, length, 0);
}

#endif
