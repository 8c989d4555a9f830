#include "reference/crosswalk.h"

#include "reference/packed.h"

uint64_t
bina_crosswalk_from_bps(unsigned bps)
{
    for (size_t i = 0; i < bina_bps_count; i++)
        if (bina_bps_regions[i].bps == bps)
            return (uint64_t)bina_bps_regions[i].kemendagri * 1000000;
    return 0;
}

unsigned
bina_crosswalk_to_bps(uint64_t number)
{
    if (number % 1000000 == 0)
        for (size_t i = 0; i < bina_bps_count; i++)
            if (bina_bps_regions[i].kemendagri == number / 1000000)
                return bina_bps_regions[i].bps;
    return 0;
}
