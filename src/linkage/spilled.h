/*
 * Weighing the pairs of rows that lie in a file, of which little is in memory at once.
 *
 * Keys, rows and what is kept of values do not fit together, and pairs lie about in no order: pair
 * by pair each would be brought in anew, and out again. So thousands of pairs are met first, by
 * keys alone; then their rows are gathered; then they are judged.
 */
#ifndef BINA_SRC_LINKAGE_SPILLED_H
#define BINA_SRC_LINKAGE_SPILLED_H

#include "linkage/engine.h"

/** How many pairs are worth being met before they are judged. */
size_t bina_link_spilled_most(const bina_link_engine *engine);

/** Keeps the pairs of parts of a walk that reach the judge's least weight, in their order. */
bina_status bina_link_spilled_score(bina_link_engine *engine, size_t from, size_t to);

#endif
