/* What verdicts on pairs say of the pairs still open. */
#ifndef BINA_SRC_REPORT_COUNT_H
#define BINA_SRC_REPORT_COUNT_H

#include <stdbool.h>
#include <stdint.h>

/** Bands of match weights (log2 of the odds): below -1, 0, 1 and 2, and the rest. */
#define BINA_CALIBRATION_BANDS 5

/** Fewer verdicts than that say too little to move the count. */
#define BINA_CALIBRATION_LEAST 20

/** Verdicts by band; begins all zero. */
typedef struct bina_calibration {
    int64_t decided[BINA_CALIBRATION_BANDS], same[BINA_CALIBRATION_BANDS];
} bina_calibration;

void bina_calibration_add(bina_calibration *calibration, double weight, bool same);
int64_t bina_calibration_count(const bina_calibration *calibration);

/**
 * How likely an open pair of this weight is the same: the share of those decided in its band, drawn
 * towards the share of all as ten verdicts would.
 */
double bina_calibration_share(const bina_calibration *calibration, double weight);

#endif
