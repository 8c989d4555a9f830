/* Given pairs as the columns of a batch: their lists and rows, by name and number. */
#ifndef BINA_SRC_LINKAGE_SCORE_PAIRS_H
#define BINA_SRC_LINKAGE_SCORE_PAIRS_H

#include "linkage/handle.h"

/** A row of a pair as it is given: one side of a batch. */
typedef struct bina_link_side {
    const bina_link_list *usual; /* where none is named */
    const int32_t *name_offsets; /* NULL where none is named at all */
    const int32_t *row_offsets;
    const char *names, *row_texts;
    const uint8_t *named, *numbered; /* validity */
    const int64_t *rows;             /* NULL where they are texts, as in a CSV file */
} bina_link_side;

/** The pairs of a batch. Read by any number of threads at once. */
typedef struct bina_link_pairs {
    const bina_linkage *linkage;
    int column[4]; /* list and row of either side; -1 for none */
    int line;      /* the column of the lines they stand in, which a file may have; -1 for none */
    const int64_t *lines; /* of the pairs of a batch; NULL where it is not told */
    bina_link_side side[2];
} bina_link_pairs;

/** Finds the columns. BINA_ERR_USAGE when one is missing or of another type. */
bina_status bina_link_pairs_init(bina_link_pairs *pairs, const bina_linkage *linkage,
                                 const bina_description *given, bina_error *error);

/** Turns to the pairs of a batch, which is borrowed. */
void bina_link_pairs_turn(bina_link_pairs *pairs, const bina_batch *batch);

/**
 * Reads one side of `count` pairs, from the pair `from` of the batch on.
 *
 * @param list   filled where there is a column of their names; else not used, all are the usual one
 * @param global filled: rows numbered through
 * @return false when a list or a row is not there
 */
bool bina_link_pairs_read(const bina_link_pairs *pairs, int side, size_t from, size_t count,
                          const bina_link_list **list, int64_t *row, uint32_t *global);

/** Tells of the first list or row that is not there, and where: BINA_ERR_NOT_FOUND. */
bina_status bina_link_pairs_tell_missing(const bina_link_pairs *pairs, size_t from, size_t count,
                                         bina_error *error);

#endif
