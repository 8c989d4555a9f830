/* Days as people write them in Indonesian lists: "31/12/2020", "9 November 2020", "44196". */
#ifndef BINA_SRC_EXCHANGE_DATES_H
#define BINA_SRC_EXCHANGE_DATES_H

#include <bina/exchange.h>
#include "exchange/verdict.h"

/**
 * Reads a tidied text as a day. The order counts only for three numbers of which the first is no
 * year; where the day makes the other order the only possible one, that is taken with a warning.
 *
 * Years of two digits follow Excel: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999. A plain
 * number of five digits is taken as Excel's count of days (1900 system). Both with a warning.
 *
 * @return false, with an error in `verdict`, when it is no day
 */
bool bina_date_read(const char *text, bina_date_order order, int64_t *day, bina_verdict *verdict);

/**
 * Finds the year in what people write for one: "1998", "Juli 1998", "1/7/1998", "sejak 1998" (the
 * last with a warning). False, and nothing said, unless there is exactly one number between the
 * bounds.
 */
bool bina_year_find(const char *text, int64_t least, int64_t greatest, int64_t *year,
                    bina_verdict *verdict);

#endif
