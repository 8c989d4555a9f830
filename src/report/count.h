/* What verdicts on pairs say of the pairs still open. */
#ifndef BINA_SRC_REPORT_COUNT_H
#define BINA_SRC_REPORT_COUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Bands of match weights (log2 of the odds): below -1, 0, 1 and 2, and the rest. */
#define BINA_CALIBRATION_BANDS 5

/** A sample of fewer verdicts than that says too little to move the count. */
#define BINA_CALIBRATION_LEAST 20

/** What is known of pairs in one band. */
typedef struct bina_calibration_band {
    int64_t sampled, sampled_same; /* decided, of the random sample */
    int64_t decided, same;         /* decided, of all */
    int64_t open;
} bina_calibration_band;

/** Begins all zero. */
typedef struct bina_calibration {
    bina_calibration_band bands[BINA_CALIBRATION_BANDS];
} bina_calibration;

/** What people said of a pair. */
typedef enum bina_pair_said { BINA_PAIR_OPEN, BINA_PAIR_DIFFERENT, BINA_PAIR_SAME } bina_pair_said;

/** Adds a pair; `sampled` when it belongs to the random sample. */
void bina_calibration_add(bina_calibration *calibration, double weight, bina_pair_said said,
                          bool sampled);

/** How many decided pairs the sample has. */
int64_t bina_calibration_count(const bina_calibration *calibration);

/**
 * How likely an open pair of this weight is the same. The share of the sample in its band, drawn
 * towards the share of the whole sample as ten verdicts would, says how many of all pairs in the
 * band are the same; those known to be are taken away, and the rest is spread over the open ones.
 */
double bina_calibration_share(const bina_calibration *calibration, double weight);

/** A pair that was scored, in the order of its lot. */
typedef struct bina_drawn_pair {
    uint64_t lot;
    double weight;
    bina_pair_said said;
    bool looked; /* decided, or looked at by somebody who cannot tell */
} bina_drawn_pair;

/**
 * How many pairs, of those sorted by lot, are a sample that people have worked through: the most of
 * which at least 19 in 20 were looked at. Verdicts on pairs chosen otherwise would mislead.
 */
size_t bina_sample_size(const bina_drawn_pair *pairs, size_t count);

#endif
