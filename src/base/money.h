/* Amounts of rupiah as people write them. */
#ifndef BINA_SRC_BASE_MONEY_H
#define BINA_SRC_BASE_MONEY_H

#include <stdint.h>

#define BINA_RUPIAH 40

/** "Rp 1.500.000", "-Rp 500": dots between thousands, as in Indonesia. Returns `text`. */
const char *bina_rupiah(int64_t amount, char text[BINA_RUPIAH]);

#endif
