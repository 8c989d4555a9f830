/* Distinct texts as small numbers, so that everything after reading works on integers. */
#ifndef BINA_SRC_LINKAGE_DICTIONARY_H
#define BINA_SRC_LINKAGE_DICTIONARY_H

#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>

/** Code 0 is always the empty text: no value. Codes are given in order of first appearance. */
typedef struct bina_dictionary {
    char *bytes; /* all texts, each ended by NUL */
    size_t used, room;
    size_t *start; /* of code c; start[count] is `used` */
    uint32_t *hash;
    uint32_t count, count_room;
    uint32_t *slot; /* open addressing: code + 1, 0 is free */
    uint32_t slots;
} bina_dictionary;

bina_status bina_dictionary_init(bina_dictionary *dictionary);
void bina_dictionary_drop(bina_dictionary *dictionary);

/** The code of a text, which is added when it is new. */
bina_status bina_dictionary_add(bina_dictionary *dictionary, const char *text, size_t length,
                                uint32_t *code);

/** Forgets the texts added last, so that only `count` are left. */
void bina_dictionary_cut(bina_dictionary *dictionary, uint32_t count);

/** The code of a text; 0 when it is not there. */
uint32_t bina_dictionary_find(const bina_dictionary *dictionary, const char *text, size_t length);

/** The text of a code, ended by NUL; borrowed until the next addition. */
static inline const char *
bina_dictionary_text(const bina_dictionary *dictionary, uint32_t code)
{
    return dictionary->bytes + dictionary->start[code];
}

static inline size_t
bina_dictionary_length(const bina_dictionary *dictionary, uint32_t code)
{
    return dictionary->start[code + 1] - dictionary->start[code] - 1;
}

/** A 64-bit hash of bytes, the same on every machine. */
uint64_t bina_linkage_hash(const void *bytes, size_t length, uint64_t seed);

#endif
