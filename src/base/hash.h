/* Hashing for tables in memory: FNV-1a of 64 bits. What must not be guessed goes by digest.h. */
#ifndef BINA_SRC_BASE_HASH_H
#define BINA_SRC_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/** Of nothing; what hashes of several things begin with. */
#define BINA_HASH_START UINT64_C(0xcbf29ce484222325)

/** The hash of what was hashed before, and then of these bytes. */
static inline uint64_t
bina_hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/** The same of a text, without its end. */
static inline uint64_t
bina_hash_text(uint64_t hash, const char *text)
{
    for (; *text != '\0'; text++)
        hash = bina_hash_bytes(hash, text, 1);
    return hash;
}

#endif
