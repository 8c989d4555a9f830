/* What a rule costs: the pairs that rows with a key in common make, told by a sample of rows. */
#ifndef BINA_SRC_LINKAGE_RULES_COST_H
#define BINA_SRC_LINKAGE_RULES_COST_H

#include "linkage/keys.h"

/** Room for counting keys, for one rule after the other; begins as zeros. */
typedef struct bina_link_tally {
    struct {
        uint64_t key; /* 0: free */
        uint64_t times;
    } * slot;
    size_t count, room; /* a power of two */
    uint64_t most;      /* rows of the sample in a block: others are cut; 0: no matter how many */
} bina_link_tally;

void bina_link_tally_drop(bina_link_tally *tally);

/** The candidates a row that a rule makes, by one row in `every`. */
bina_status bina_link_rule_cost(bina_link_tally *tally, bina_link_keyring *ring,
                                const bina_link_rule *rule, uint32_t rows, uint32_t every,
                                double *cost);

/** The same of several rules, each on one thread; no two may need the same keys to be made. */
bina_status bina_link_rules_cost(bina_link_keyring *ring, const bina_link_rule *rule, size_t rules,
                                 uint32_t rows, uint32_t every, double *cost);

/** The same of every part alone of so many fields; less than 0 where a part is of no use. */
bina_status bina_link_parts_cost(bina_link_keyring *ring, int fields, uint32_t rows, uint32_t every,
                                 double cost[][BINA_LINK_PARTS]);

#endif
