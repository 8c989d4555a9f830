/* Lists small enough that no pair that could matter is passed over. */
#ifndef BINA_SRC_LINKAGE_SMALL_H
#define BINA_SRC_LINKAGE_SMALL_H

#include "linkage/edges.h"
#include "linkage/probe.h"
#include "linkage/synonyms.h"

/** Rows are dealt out to so many hands, whatever the number of threads. */
#define BINA_LINK_HANDS 8

struct bina_link_engine;

/** What has been told of a pattern: patterns recur. */
typedef struct bina_link_told {
    uint64_t pattern; /* plus one; 0 is free */
    bina_link_evidence evidence;
} bina_link_told;

/** What one hand works with. */
typedef struct bina_link_hand {
    bina_link_probing probing;
    bina_link_patterns patterns;
    bina_link_edges edges;
    bina_link_told *told;
} bina_link_hand;

typedef struct bina_link_small {
    bina_link_probe probe;
    double cost;                          /* rows met by a row on average */
    bina_link_hand hand[BINA_LINK_HANDS]; /* empty until counting begins */
    uint32_t from, to;                    /* the rows that are dealt out now */
    uint32_t sample, every;               /* one row in so many is counted, and of these, whole */
    uint32_t thinned;                     /* of whose others one in so many is counted */
} bina_link_small;

/** Makes ready, and learns what it would cost. Engine: fields joined, rows packed, a judge. */
bina_status bina_link_small_init(struct bina_link_engine *engine);
void bina_link_small_drop(bina_link_small *small);

/** Shows the synonyms the pairs of a few thousand rows. */
bina_status bina_link_small_learn(struct bina_link_engine *engine, bina_link_synonyms *synonyms);

/** Counts the patterns of the next rows; engine->done says how far it is. */
bina_status bina_link_small_count(struct bina_link_engine *engine);

/** Keeps the pairs of the next rows that reach the judge's least weight. */
bina_status bina_link_small_score(struct bina_link_engine *engine);

#endif
