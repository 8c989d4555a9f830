/* Bytes of a text as numbers, the first the lowest, so that machines agree. */
#ifndef BINA_SRC_BASE_BYTES_H
#define BINA_SRC_BASE_BYTES_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t
bina_bytes_eight(const void *at)
{
    const unsigned char *bytes = at;

    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

static inline uint64_t
bina_bytes_four(const void *at)
{
    const unsigned char *bytes = at;

    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24;
}

/** Less than eight bytes, filled up with zeros. What is read twice says the same twice. */
static inline uint64_t
bina_bytes_few(const void *at, size_t length)
{
    const unsigned char *bytes = at;

    if (length >= 4)
        return bina_bytes_four(bytes) | bina_bytes_four(bytes + length - 4) << 8 * (length - 4);
    if (length == 0)
        return 0;
    return (uint64_t)bytes[0] | (uint64_t)bytes[length / 2] << 8 * (length / 2) |
           (uint64_t)bytes[length - 1] << 8 * (length - 1);
}

#endif
