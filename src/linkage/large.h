/* Lists so large that only rows that share a key of some rule are compared. */
#ifndef BINA_SRC_LINKAGE_LARGE_H
#define BINA_SRC_LINKAGE_LARGE_H

#include "linkage/engine.h"

/** Makes ready. Engine: fields joined, rows packed, a judge. Rules are proposed if there are none.
 */
bina_status bina_link_large_init(bina_link_engine *engine);

/** Shows the synonyms the pairs of a few thousand rows. */
bina_status bina_link_large_learn(bina_link_engine *engine, bina_link_synonyms *synonyms);

/** Counts the patterns of the next rows; engine->done says how far it is. */
bina_status bina_link_large_count(bina_link_engine *engine);

/** Keeps the pairs of the next rows that reach the judge's least weight. */
bina_status bina_link_large_score(bina_link_engine *engine);

#endif
