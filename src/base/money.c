/* Amounts of rupiah as people write them. */
#include "base/money.h"

#include <stdio.h>

const char *
bina_rupiah(int64_t amount, char text[BINA_RUPIAH])
{
    /* The least integer has no positive twin; as unsigned it has. */
    uint64_t rest = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    char digits[32];
    size_t at = sizeof digits, count = 0;

    digits[--at] = '\0';
    do {
        if (count > 0 && count % 3 == 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
        count++;
    } while (rest > 0);
    snprintf(text, BINA_RUPIAH, "%sRp %s", amount < 0 ? "-" : "", digits + at);
    return text;
}

bool
bina_rupiah_payable(int64_t quantity, int64_t price)
{
    return quantity <= 0 || price <= BINA_RUPIAH_MOST / quantity;
}
