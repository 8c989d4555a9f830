/* Ids: 18 bits store, 7 bits kind, 28 bits counter. */
#include "model/id.h"

bina_id
bina_id_make(int store, int kind, int64_t counter)
{
    if (store < 0 || store > BINA_ID_MAX_STORE || kind < 0 || kind > BINA_ID_MAX_KIND ||
        counter < 1 || counter > BINA_ID_MAX_COUNTER)
        return 0;
    return ((bina_id)store << 35) | ((bina_id)kind << 28) | counter;
}

static bool
possible(bina_id id)
{
    return id > 0 && id < ((bina_id)1 << 53);
}

int
bina_id_kind(bina_id id)
{
    return possible(id) ? (int)(id >> 28 & BINA_ID_MAX_KIND) : 0;
}

int
bina_id_store(bina_id id)
{
    return possible(id) ? (int)(id >> 35) : 0;
}

int64_t
bina_id_counter(bina_id id)
{
    return possible(id) ? id & BINA_ID_MAX_COUNTER : 0;
}

/* The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit in moves every bit out. */
static uint64_t
mix(uint64_t bits)
{
    bits += 0x9E3779B97F4A7C15u;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return bits ^ bits >> 31;
}

uint64_t
bina_id_lot(bina_id one, bina_id two)
{
    return mix(mix((uint64_t)(one < two ? one : two)) ^ (uint64_t)(one < two ? two : one));
}
