/* Which rules make blocks of lists nobody made rules for. */
#ifndef BINA_SRC_LINKAGE_RULES_H
#define BINA_SRC_LINKAGE_RULES_H

#include "linkage/judge.h"
#include "linkage/keys.h"

#define BINA_LINK_CUTS 4

/** Rows of a block at most: larger ones are cut. */
#define BINA_LINK_LARGEST 200u

/** Rules that are proposed at most: each costs memory a row. */
#define BINA_LINK_RULES 22

/**
 * Proposes rules from the lists: such as find what surely matches by other fields, those that find
 * most for the pairs they make first.
 *
 * @param judge of a model before estimation
 */
bina_status bina_link_rules_propose(bina_link_plan *plan, bina_link_keyring *ring, uint32_t rows,
                                    const bina_link_judge *judge, const bina_link_rows *packed);

/**
 * The parts by which blocks that are too large are cut, the coarsest first.
 *
 * @param cut at least BINA_LINK_CUTS
 * @return how many
 */
size_t bina_link_rules_cuts(const bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                            bina_link_trait *cut);

#endif
