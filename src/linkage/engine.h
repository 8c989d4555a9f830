/* The work of linking from closed lists to entities, in steps. */
#ifndef BINA_SRC_LINKAGE_ENGINE_H
#define BINA_SRC_LINKAGE_ENGINE_H

#include "linkage/cluster.h"
#include "linkage/large.h"
#include "linkage/small.h"

typedef enum bina_link_stage {
    BINA_LINK_STAGE_READ,  /* standardise the fields */
    BINA_LINK_STAGE_JOIN,  /* find similar values */
    BINA_LINK_STAGE_LEARN, /* other words for the same */
    BINA_LINK_STAGE_COUNT, /* count the patterns of pairs */
    BINA_LINK_STAGE_FIT,   /* estimate the model */
    BINA_LINK_STAGE_SCORE, /* keep the pairs that may match */
    BINA_LINK_STAGE_GROUP, /* entities */
    BINA_LINK_STAGE_END,
} bina_link_stage;

/** What a person said about two rows. */
typedef struct bina_link_verdict {
    uint32_t a, b;           /* a < b */
    uint32_t list_a, list_b; /* as added; of use until rows are numbered through */
    size_t said;             /* how many were said before */
    bool same;
} bina_link_verdict;

typedef struct bina_link_engine bina_link_engine;

struct bina_link_engine {
    bina_link_table *table;     /* its columns are dropped once they are read */
    bina_link_plan *plan;       /* rules are added to it when it has none and needs them */
    double link, review;        /* probabilities */
    bool link_given;            /* it was said: verdicts do not change it */
    double most_pairs;          /* all that could matter are compared up to so many */
    uint64_t seed;              /* of the draws */
    size_t memory;              /* bytes to get along with; 0: no bound. The table's heap knows */
    unsigned threads;           /* at most so many at once */
    const bool *alone;          /* of a list: declared free of duplicates; may be NULL */
    bool *repeats;              /* of a list: declared to have duplicates; may be NULL */
    bina_link_verdict *verdict; /* sorted by a, b */
    size_t verdicts;
    const bina_link_model *frozen; /* the model was given: it is not fitted; else NULL */

    bina_link_stage stage;
    uint64_t done, total; /* of the stage */
    bina_link_field field[BINA_LINK_FIELDS];
    bina_link_rows rows;   /* from the joins on */
    double all_pairs[2];   /* of rows of two lists, of one list */
    bina_link_levels *all; /* of all pairs, how many have each level */
    bina_link_model model; /* before the fit: what is usual */
    bina_link_judge judge; /* of the model */
    bool blocked;          /* too many pairs could matter: only some are met */
    bina_link_small small; /* unless blocked */
    bina_link_large large; /* if blocked */
    bina_link_patterns patterns;
    bina_link_edges edges; /* pairs from the review threshold on, sorted by a, b */
    bool *single;          /* of a list: declared or found free of duplicates */
    uint32_t *list_of;     /* of a row */
    double lone;           /* the weight from which two rows that have nobody else are one */
    uint32_t *entity;      /* of a row: the least row of its entity */
};

/** Sets thresholds and limits to their defaults. */
void bina_link_engine_init(bina_link_engine *engine, bina_link_table *table, bina_link_plan *plan);
void bina_link_engine_drop(bina_link_engine *engine);

/** Does a part of the work: BINA_OK while there is more, BINA_DONE at the end. */
bina_status bina_link_engine_step(bina_link_engine *engine);

/** What was said of two rows, a < b; NULL when nothing was. */
const bina_link_verdict *bina_link_engine_verdict(const bina_link_engine *engine, uint32_t a,
                                                  uint32_t b);

/** The pattern of any two rows. */
uint64_t bina_link_engine_pattern(const bina_link_engine *engine, uint32_t a, uint32_t b);

/** The weight of any two rows, in log2 odds: prior, levels, frequencies; verdicts outrank. */
double bina_link_engine_weigh(const bina_link_engine *engine, uint32_t a, uint32_t b);

/** Whether a pair is one of those that are said to be one: linked, and of one entity. */
bool bina_link_engine_holds(const bina_link_engine *engine, const bina_link_edge *edge);

/** Odds in log2 as a probability, and back. */
double bina_link_probability(double weight);
double bina_link_odds(double probability);

#endif
