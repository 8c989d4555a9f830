#include <stdio.h>
#include <string.h>
#include "reference/regions.h"
#include "reference/successions.h"
#include "register/village.h"

char *
bina_village_now(const char *region, char code[BINA_VILLAGE_ROOM])
{
    size_t length = region != NULL ? strlen(region) : 0, count = 1;
    uint64_t number = length > 8 ? bina_region_parse(region, length) : 0, now[BINA_HEIRS];

    code[0] = '\0';
    if (number == 0 || bina_region_level(number) != 4)
        return code;
    now[0] = number;
    if (!bina_region_current(number) && bina_region_known(number, NULL)) {
        count = bina_region_at(number, bina_region_latest(), now);
        if (count == 0) {
            now[0] = number;
            count = 1;
        }
    }
    if (count == 1)
        (void)bina_region_code(now[0], code);
    return code;
}
