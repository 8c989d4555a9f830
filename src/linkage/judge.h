/*
 * What two rows are worth to each other by the fitted model: one place for every way of meeting.
 *
 * A weight is added up in one order whoever asks, so that the same two rows have the same weight to
 * the last bit. Many pairs are told to be of no account without comparing a text: what fields that
 * are not equal could add at most is known beforehand.
 */
#ifndef BINA_SRC_LINKAGE_JUDGE_H
#define BINA_SRC_LINKAGE_JUDGE_H

#include "base/heap.h"
#include "linkage/model.h"

#define BINA_LINK_CELLS (BINA_LINK_STATES * BINA_LINK_LEVELS)

/** The codes of all rows, those of a row side by side: row r begins at code + r * stride. */
typedef struct bina_link_rows {
    uint32_t *code;
    unsigned stride;
    bina_heap *heap; /* where the codes lie */
} bina_link_rows;

bina_status bina_link_rows_pack(bina_link_rows *rows, bina_heap *heap, const bina_link_field *field,
                                int fields, uint32_t count, unsigned threads);
void bina_link_rows_drop(bina_link_rows *rows);

static inline const uint32_t *
bina_link_rows_at(const bina_link_rows *rows, uint32_t row)
{
    return rows->code + (size_t)row * rows->stride;
}

/** Read only once made: any number of threads may ask it. */
typedef struct bina_link_judge {
    const bina_link_plan *plan;
    const bina_link_field *field;
    const bina_link_model *model;
    int fields;
    uint8_t top[BINA_LINK_FIELDS];      /* of a field: the level of equality */
    uint8_t given[BINA_LINK_FIELDS][2]; /* on what it depends; BINA_LINK_FIELDS: on nothing */
    double least;                       /* log2 odds: what cannot reach it is of no account */
    /* Of a field, by state and level: */
    double one[BINA_LINK_FIELDS][BINA_LINK_CELLS];
    double owner[BINA_LINK_FIELDS][BINA_LINK_CELLS]; /* 0 for what tells of things */
    double most[BINA_LINK_FIELDS][BINA_LINK_CELLS];  /* of a level or a lesser one */
    float *rarity[BINA_LINK_FIELDS];   /* of a value, when two rows agree on it; rounded up */
    uint32_t values[BINA_LINK_FIELDS]; /* rarity has room for */
    double prior[2], other[2];         /* of rows of two lists, of one list */
    double bound[2];                   /* what bounds begin with */
    int order[BINA_LINK_FIELDS];       /* of asking: what may take most away first */
} bina_link_judge;

/**
 * Lays out a model. Plan, fields and model must outlive the judge and not change.
 *
 * @param least -INFINITY to weigh every pair
 */
bina_status bina_link_judge_init(bina_link_judge *judge, const bina_link_plan *plan,
                                 const bina_link_field *field, const bina_link_model *model,
                                 double least);
void bina_link_judge_drop(bina_link_judge *judge);

/** Takes in the values that were added to the fields since. */
bina_status bina_link_judge_widen(bina_link_judge *judge);

/**
 * Weighs two rows.
 *
 * @param a, b      the codes of a row, one a field
 * @param same_list whether the rows are of one list
 * @return false when the weight is below `least`, mostly told without looking at any text
 */
bool bina_link_judge_pair(const bina_link_judge *judge, const uint32_t *a, const uint32_t *b,
                          bool same_list, double *weight, uint64_t *pattern);

/** On which of the fields that a field depends on rows agree, told by the fields they agree on. */
static inline unsigned
bina_link_judge_state(const bina_link_judge *judge, int f, uint32_t equal)
{
    unsigned first = equal >> judge->given[f][0] & 1, next = equal >> judge->given[f][1] & 1;

    return 2 * first + (next & ~first);
}

/**
 * The weight of two rows of which all is known.
 *
 * @param cell  of a field: its state and level
 * @param equal the fields the rows agree on, a bit for each
 * @param a     the codes of one of them
 */
double bina_link_judge_close(const bina_link_judge *judge, const uint8_t *cell, bool same_list,
                             uint32_t equal, const uint32_t *a);

/** What a pattern says before frequencies. */
bina_link_evidence bina_link_judge_pattern(const bina_link_judge *judge, uint64_t pattern);

/** The weight of a pattern, of which that was said, whose rows agree on values that row `a` has. */
double bina_link_judge_settle(const bina_link_judge *judge, bina_link_evidence evidence,
                              uint64_t pattern, const uint32_t *a);

/** Both together. */
double bina_link_judge_weigh(const bina_link_judge *judge, uint64_t pattern, const uint32_t *a);

#endif
