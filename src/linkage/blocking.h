/* Which rows may be the same: rows that share a key of some rule. */
#ifndef BINA_SRC_LINKAGE_BLOCKING_H
#define BINA_SRC_LINKAGE_BLOCKING_H

#include "linkage/field.h"
#include "linkage/sort.h"

/** One rule's index: rows sorted by key, and where each row's keys' blocks lie. */
typedef struct bina_link_blocking {
    uint32_t rows;
    bina_link_key *entry; /* all keys of all rules, sorted by key */
    size_t entries, entry_room;
    size_t *start; /* of a row: its blocks; start[rows] is the end */
    size_t *block; /* where a block ends, and where in it the row after this one lies */
    size_t *block_end;
    uint32_t *seen; /* the left row that last met a row, plus one */
} bina_link_blocking;

void bina_link_blocking_drop(bina_link_blocking *blocking);

/**
 * Proposes rules from the fields: single values, pairs of weaker values, sounds, rare words, each
 * making only so many pairs a row.
 */
bina_status bina_link_blocking_propose(bina_link_plan *plan, const bina_link_field *field,
                                       uint32_t rows);

/** Gives every row its keys by the plan's rules. A block of more than `largest` rows is passed
 * over. */
bina_status bina_link_blocking_build(bina_link_blocking *blocking, const bina_link_plan *plan,
                                     const bina_link_field *field, uint32_t rows, size_t largest);

/** The rows after `row` that share a key with it; `other` has room for all rows. */
size_t bina_link_blocking_partners(bina_link_blocking *blocking, uint32_t row, uint32_t *other);

#endif
