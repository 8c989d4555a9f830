/* The rows that share some of a rule's keys, found by a look at all rows. */
#ifndef BINA_SRC_LINKAGE_RULES_GATHER_H
#define BINA_SRC_LINKAGE_RULES_GATHER_H

#include "linkage/rules_cost.h"
#include "linkage/sort.h"

/**
 * Gathers the rows that have one in so many of a rule's first keys: all rows of a key, or none.
 *
 * @param every one in so many keys
 * @param entry by key, rows of one key ascending; yours to free, in any case
 */
bina_status bina_link_rule_gather(bina_link_keyring *ring, const bina_link_rule *rule,
                                  uint32_t rows, uint64_t every, bina_link_key **entry,
                                  size_t *count);

#endif
