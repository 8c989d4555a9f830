/* What of a value makes a blocking key. */
#ifndef BINA_SRC_LINKAGE_KEYS_H
#define BINA_SRC_LINKAGE_KEYS_H

#include "linkage/field.h"

/** At most so many keys has a row by one rule: its rarest words. */
#define BINA_LINK_KEYS 2

/** The keys of a part of every value of a field. */
typedef struct bina_link_keys {
    const uint32_t *codes;         /* of a row */
    uint32_t *key[BINA_LINK_KEYS]; /* of a value; 0 none. NULL: the value's code is the key */
    unsigned count;                /* keys a value has at most */
} bina_link_keys;

/** The keys of all parts that were asked for so far. */
typedef struct bina_link_keyring {
    const bina_link_field *field;
    unsigned threads;
    bina_link_keys keys[BINA_LINK_FIELDS][BINA_LINK_PARTS]; /* count 0: not made yet */
} bina_link_keyring;

void bina_link_keyring_init(bina_link_keyring *ring, const bina_link_field *field,
                            unsigned threads);
void bina_link_keyring_drop(bina_link_keyring *ring);

/** The keys of a part of a field, which are made when they are asked for first. */
bina_status bina_link_keyring_get(bina_link_keyring *ring, int field, bina_link_part part,
                                  const bina_link_keys **keys);

/** The n-th key of a row; 0 none. */
static inline uint32_t
bina_link_keys_of(const bina_link_keys *keys, unsigned n, uint32_t row)
{
    uint32_t code = keys->codes[row];

    return keys->key[n] == NULL ? code : keys->key[n][code];
}

/** The keys of a rule's traits; those after the last are NULL. */
bina_status bina_link_rule_keys(bina_link_keyring *ring, const bina_link_rule *rule,
                                const bina_link_keys *keys[BINA_LINK_TRAITS]);

/** A row's n-th key by a rule, the same for two that are the same by all its traits; 0 none. */
static inline uint64_t
bina_link_rule_key(const bina_link_keys *const keys[BINA_LINK_TRAITS], unsigned n, uint32_t row)
{
    uint64_t key = bina_link_keys_of(keys[0], n, row);

    for (unsigned t = 1; t < BINA_LINK_TRAITS && keys[t] != NULL && key != 0; t++) {
        uint32_t more = bina_link_keys_of(keys[t], 0, row);
        /* Two keys are told apart for sure; three but for one chance in 2^64. */
        key = more == 0 ? 0 : (t == 1 ? key << 32 : key * UINT64_C(0xD6E8FEB86659FD93)) + more;
    }
    return key;
}

#endif
