/* The parts of a NIK, for those who need them without sentences (linkage, rules). */
#ifndef BINA_SRC_REFERENCE_NIK_H
#define BINA_SRC_REFERENCE_NIK_H

#include <stdbool.h>
#include <stdint.h>

/** Nobody alive is taken to be older. */
#define BINA_OLDEST_YEARS 110

typedef struct bina_nik {
    uint64_t district;       /* region number of the place of first registration, of any edition */
    int month, day_of_month; /* of birth; the day without the 40 that marks women */
    int year_of_century;
    bool woman;
    int serial;
    int64_t earliest, latest; /* birth date as days; they differ when the century is open */
} bina_nik;

/**
 * Takes 16 digits apart.
 *
 * @param today day number: nobody is born after it, nor more than BINA_OLDEST_YEARS before it
 * @return false when the six digits of birth are no date in any century that is possible
 */
bool bina_nik_read(const char *digits, int64_t today, bina_nik *nik);

/** How much of a region number's head any list knows: 0 nothing, 1 province, 2 regency, 3 district.
 */
int bina_region_depth(uint64_t district);

#endif
