/* Numbers as people write them in Indonesian lists: "1.500.000", "Rp 1,5 juta", "21 ribu". */
#ifndef BINA_SRC_EXCHANGE_NUMBERS_H
#define BINA_SRC_EXCHANGE_NUMBERS_H

#include <bina/value.h>
#include "exchange/verdict.h"

/**
 * Reads a tidied text as a whole number, times `unit` (1, or 1000 for lists "in thousands").
 *
 * A point groups thousands and a comma begins decimals ("1.500,50"), or the other way round where
 * only that makes sense ("1,500.50", "1,500,000"). rb, ribu, k, jt, juta, M, miliar, T and triliun
 * multiply; M is 10^9. Rp, "rupiah", "orang" and ",-" say nothing.
 *
 * @param money rounds to whole rupiah with a warning, where an INT refuses
 * @return false, with an error in `verdict`, when it is no number that fits; warnings may be set
 */
bool bina_number_read(const char *text, int64_t unit, bool money, int64_t *number,
                      bina_verdict *verdict);

/** Reads a measured number; a single point or comma begins decimals ("113.213", "-7,739"). */
bool bina_number_read_real(const char *text, double *real, bina_verdict *verdict);

/**
 * Whether a text is a number as a spreadsheet shows one that is too long for its cell: "8.52E+10".
 * As an identity number or telephone it is lost: only its first digits are there.
 */
bool bina_number_damaged(const char *text);

#endif
