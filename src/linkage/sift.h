/* Of many rows, those that have gained enough. */
#ifndef BINA_SRC_LINKAGE_SIFT_H
#define BINA_SRC_LINKAGE_SIFT_H

#include <stddef.h>
#include <stdint.h>

/** So much more room than there are rows is written to at most. */
#define BINA_LINK_SIFTED 16

/** The least number of single precision that is not below another. */
float bina_link_sift_least(double need);

/**
 * Notes the rows that gained `need` or more, of those from `from` to before `to`, ascending.
 *
 * @param kept has room for as many as there are rows, and BINA_LINK_SIFTED
 * @return how many they are
 */
size_t bina_link_sift(const float *gain, uint32_t from, uint32_t to, float need, uint32_t *kept);

#endif
