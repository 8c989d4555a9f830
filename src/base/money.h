/* Amounts of rupiah as people write them. */
#ifndef BINA_SRC_BASE_MONEY_H
#define BINA_SRC_BASE_MONEY_H

#include <stdbool.h>
#include <stdint.h>

#define BINA_RUPIAH 40

/** The greatest amount there is, in rupiah: about three state budgets, and so few that 900 of them
 * can be added up. What is more is a slip of the pen. */
#define BINA_RUPIAH_MOST INT64_C(10000000000000000)

/** "Rp 1.500.000", "-Rp 500": dots between thousands, as in Indonesia. Returns `text`. */
const char *bina_rupiah(int64_t amount, char text[BINA_RUPIAH]);

/** Whether so many at a price cost no more than there is; neither is negative. */
bool bina_rupiah_payable(int64_t quantity, int64_t price);

#endif
