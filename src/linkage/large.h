/* Lists so large that only rows that share a block of some rule are compared. */
#ifndef BINA_SRC_LINKAGE_LARGE_H
#define BINA_SRC_LINKAGE_LARGE_H

#include "linkage/blocks.h"
#include "linkage/edges.h"
#include "linkage/judge_many.h"
#include "linkage/synonyms.h"

struct bina_link_engine;

typedef struct bina_link_large {
    bina_link_keyring ring;
    bina_link_blocks blocks;
    bina_link_trait cut[BINA_LINK_CUTS]; /* what blocks that are too large are cut by */
    size_t cuts;
    bina_link_outset outset; /* while scoring */
} bina_link_large;

/** Makes ready. Engine: fields joined, rows packed, a judge. Rules are proposed if there are none.
 */
bina_status bina_link_large_init(struct bina_link_engine *engine);
void bina_link_large_drop(bina_link_large *large);

/** Builds the blocks of the next rule; to be called until it says BINA_DONE. */
bina_status bina_link_large_build(struct bina_link_engine *engine);

/** Shows the synonyms the pairs of a few thousand rows. */
bina_status bina_link_large_learn(struct bina_link_engine *engine, bina_link_synonyms *synonyms);

/** Counts the patterns of the next pairs; engine->done says how far it is. */
bina_status bina_link_large_count(struct bina_link_engine *engine);

/**
 * Adds the pairs that reach the judge's least weight, unless people judged them.
 *
 * @param x, y of pairs, their rows among `rows`
 * @param a, b of pairs, the numbers of their rows
 */
bina_status bina_link_large_weigh(const struct bina_link_engine *engine, const bina_link_rows *rows,
                                  const uint32_t *x, const uint32_t *y, const uint32_t *a,
                                  const uint32_t *b, size_t count, bina_link_edges *edges);

/** Keeps those of the next pairs that reach the judge's least weight. */
bina_status bina_link_large_score(struct bina_link_engine *engine);

#endif
