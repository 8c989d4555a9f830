/* Keeping small numbers of a table back, so that they cannot be worked out from the others. */
#ifndef BINA_SRC_REPORT_SUPPRESS_H
#define BINA_SRC_REPORT_SUPPRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Chooses which numbers of a table are kept back. The table has its sums: `rows` x `columns`
 * numbers row by row, the last column the sums of the rows, the last row those of the columns, the
 * last number the sum of all.
 *
 * Kept back is every number from 1 to `least` - 1, and so many others that for every number kept
 * back the published ones leave a span of at least `least` between the least and the most it may
 * be.
 *
 * @param hidden as many flags, set here
 */
void bina_suppress(const int64_t *numbers, size_t rows, size_t columns, int64_t least,
                   bool *hidden);

#endif
