/* Pairs whose verdicts would put most right. */
#ifndef BINA_SRC_LINKAGE_QUESTIONS_H
#define BINA_SRC_LINKAGE_QUESTIONS_H

#include "linkage/handle.h"
#include "linkage/taught.h"

/** Open pairs of one pattern and nearly one weight: a verdict on one says something of all. */
typedef struct bina_link_kind {
    uint64_t pattern;
    double weight;       /* the mean of its pairs, log2 odds */
    size_t first, count; /* of the open pairs */
    size_t next;         /* of these: the next that is worth asking */
    double teaches;      /* pairs like it that are expected to be put right by a verdict */
    bool stale;          /* it was more than that before the last question */
} bina_link_kind;

/** A pair that no one has judged and that is not beyond doubt. */
typedef struct bina_link_open {
    uint32_t a, b;
    double weight;
    uint64_t pattern;
    double direct; /* the chance that its answer is not what the linkage does now */
} bina_link_open;

typedef struct bina_link_questions {
    const bina_link_engine *engine;
    const bina_link_index *index; /* NULL until rows come or go */
    uint32_t rows;                /* those that came since the run among them */
    bina_link_open *open;         /* by kind; in a kind those first that put most right */
    size_t count, room;
    bina_link_kind *kind; /* those many hang on first */
    size_t kinds;
    size_t teaching;  /* so many of them teach; the rest is asked for its own sake */
    double *together; /* of teaching kinds: how far their weights go together; teaching rows */
    uint32_t *root; /* of a row's entity: what it would be one with, once all is answered "same" */
    bool *parted;   /* of an entity: it was asked whether it is one */
} bina_link_questions;

/** Of a linkage that has ended, its edges settled. To be dropped also after a failure. */
bina_status bina_link_questions_init(bina_link_questions *questions, const bina_linkage *linkage);
void bina_link_questions_drop(bina_link_questions *questions);

/**
 * The next question.
 *
 * @param open  borrowed
 * @param gain  pairs that its answer is expected to put right
 * @param alike open pairs of its kind
 * @return false when there is none left
 */
bool bina_link_questions_next(bina_link_questions *questions, const bina_link_open **open,
                              double *gain, size_t *alike);

#endif
