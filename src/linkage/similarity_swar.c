/*
 * The kernels over lanes for any machine: four texts in one word of 64 bits. What must not carry
 * from a lane to the next is done with its highest bit set or left out.
 */
#include "linkage/similarity_lanes.h"

#define TARGET
#define NAME(x) bina_lanes_##x##_swar

typedef uint64_t wide;
typedef uint64_t chosen; /* the lowest bit of a lane set where chosen */

enum { LANES = 4, WIDES = BINA_MANY_BLOCK / LANES };

#define ONES           UINT64_C(0x0001000100010001) /* the lowest bit of every lane */
#define TOPS           UINT64_C(0x8000800080008000) /* the highest */

#define ZERO           UINT64_C(0)
#define ALL(x)         (ONES * (uint16_t)(x))
#define AND(a, b)      ((a) & (b))
#define OR(a, b)       ((a) | (b))
#define XOR(a, b)      ((a) ^ (b))
#define ADD(a, b)      add(a, b)
#define NOT_AND(a, b)  (~(a) & (b))
#define DOUBLE(a)      (((a) & ~TOPS) << 1)
#define BOTH(a, b)     some((a) & (b))
#define ADD_ONE(a, c)  ((a) + (c))
#define TAKE_ONE(a, c) ((a) - (c))

static inline wide
add(wide a, wide b)
{
    return ((a & ~TOPS) + (b & ~TOPS)) ^ ((a ^ b) & TOPS);
}

/* The lanes that are not 0. */
static inline chosen
some(wide a)
{
    return ((((a & ~TOPS) + ~TOPS) | a) & TOPS) >> 15;
}

/* How many bits of each lane are set. */
static inline wide
bits(wide a)
{
    a -= a >> 1 & UINT64_C(0x5555555555555555);
    a = (a & UINT64_C(0x3333333333333333)) + (a >> 2 & UINT64_C(0x3333333333333333));
    a = (a + (a >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (a + (a >> 8)) & ONES * 31;
}

static inline void
match(const bina_lanes_probe *probe, const uint8_t *column, wide at[WIDES])
{
    const uint16_t *places = probe->places;

    for (unsigned v = 0; v < WIDES; v++, column += LANES)
        at[v] = (uint64_t)places[column[0]] | (uint64_t)places[column[1]] << 16 |
                (uint64_t)places[column[2]] << 32 | (uint64_t)places[column[3]] << 48;
}

static inline void
narrow(const wide v[WIDES], uint8_t bytes[BINA_MANY_BLOCK])
{
    for (unsigned i = 0; i < WIDES; i++, bytes += LANES) {
        uint64_t two = v[i] | v[i] >> 8;
        uint32_t four = (uint32_t)(two & 0xFFFF) | (uint32_t)(two >> 16 & 0xFFFF0000);
        bytes[0] = (uint8_t)four;
        bytes[1] = (uint8_t)(four >> 8);
        bytes[2] = (uint8_t)(four >> 16);
        bytes[3] = (uint8_t)(four >> 24);
    }
}

/* Eight bytes, the first the lowest. */
static inline uint64_t
eight(const uint8_t *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

static inline void
prefixes(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
         uint8_t prefix[BINA_MANY_BLOCK])
{
    unsigned most = length < probe->length ? length : probe->length;
    const uint64_t ones = UINT64_C(0x0101010101010101);

    for (unsigned i = 0; i < BINA_MANY_BLOCK; i += 8) {
        uint64_t same = ones, count = 0;
        for (unsigned p = 0; p < most && p < 4; p++) {
            /* Characters are below 128: their difference is 0, or 127 more has the highest bit. */
            uint64_t apart = eight(block + p * BINA_MANY_BLOCK + i) ^ ones * probe->text[p];
            same &= ~((apart + 127 * ones) >> 7);
            count += same;
        }
        for (unsigned k = 0; k < 8; k++)
            prefix[i + k] = (uint8_t)(count >> 8 * k);
    }
}

/*
 * The same steps as those of the wider forms. Where a lane has a bit, taking 1 from it and what it
 * was together leave all but the lowest: nothing is borrowed from the next lane.
 */
static void
count_swar(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
           uint8_t common[BINA_MANY_BLOCK], uint8_t misplaced[BINA_MANY_BLOCK])
{
    unsigned longer = probe->length > length ? probe->length : length;
    unsigned window = longer < 4 ? 0 : longer / 2 - 1;
    wide at[BINA_MANY_LENGTH][WIDES], reach[BINA_MANY_LENGTH], total[WIDES], wrong[WIDES];

    for (unsigned j = 0; j < length; j++) {
        match(probe, block + j * BINA_MANY_BLOCK, at[j]);
        reach[j] = ALL(((2u << (j + window)) - 1) & ~((1u << (j > window ? j - window : 0)) - 1));
    }
    for (unsigned v = 0; v < WIDES; v++) {
        chosen took[BINA_MANY_LENGTH];
        wide open = ~ZERO, left, placed = ZERO;
        for (unsigned j = 0; j < length; j++) {
            wide free_bits = at[j][v] & reach[j] & open;
            took[j] = some(free_bits);
            open ^= free_bits ^ (free_bits & (free_bits - took[j]));
        }
        left = ~open;
        total[v] = bits(left);
        for (unsigned j = 0; j < length; j++) {
            wide rest = left & (left - took[j]);
            placed |= (left ^ rest) & at[j][v];
            left = rest;
        }
        wrong[v] = bits(~open & ~placed);
    }
    narrow(total, common);
    narrow(wrong, misplaced);
}

#define COUNT  count_swar
#define scores bina_lanes_scores

#include "linkage/similarity_lanes_body.h"
