/* From source records to clusters that stand for one enterprise each. */
#ifndef BINA_SRC_REGISTER_LINK_H
#define BINA_SRC_REGISTER_LINK_H

#include <bina/linkage.h>
#include "base/error.h"
#include "register/ledger.h"
#include "register/source_rows.h"

/** A pair people must look at. */
typedef struct bina_open_pair {
    size_t first, second; /* rows, by id */
    double weight, probability;
    char *evidence; /* what speaks for and against, as BINA_PAIR_EVIDENCE has it */
} bina_open_pair;

typedef struct bina_open_pairs {
    bina_open_pair *pairs;
    size_t count, capacity;
} bina_open_pairs;

void bina_open_pairs_drop(bina_open_pairs *pairs);

/**
 * A linkage over all rows with what people decided before, ready to be run.
 *
 * @param settings NULL: those made for lists of enterprises
 * @param threads  unless the settings say: as bina_store_threads has it
 * @param verdicts records of BINA_PAIR
 */
bina_status bina_link_rows(const bina_source_rows *rows, const bina_linkage_settings *settings,
                           int threads, const bina_ledger *verdicts, bina_linkage **linkage,
                           bina_error *error);

/** Reads the clusters into the rows, and the pairs to be reviewed. After the run. */
bina_status bina_link_read(bina_linkage *linkage, bina_source_rows *rows,
                           const bina_ledger *verdicts, bina_open_pairs *pairs, bina_error *error);

/** The row that linkage calls the n-th (from 1) of a list; SIZE_MAX when there is none. */
size_t bina_link_row(const bina_source_rows *rows, const char *list, int64_t number);

/** Whether a verdict holds rows together (1), keeps them apart (-1), or leaves it to the scores. */
int bina_verdict_sense(const char *verdict);

#endif
