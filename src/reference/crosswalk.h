/* The statistics office (BPS) and the interior ministry (Kemendagri) number regencies differently.
 */
#ifndef BINA_SRC_REFERENCE_CROSSWALK_H
#define BINA_SRC_REFERENCE_CROSSWALK_H

#include <stdint.h>

/** The year of the codes the crosswalk joins. */
#define BINA_CROSSWALK_EDITION 2018

/** The region number of a BPS code of 4 digits (provinces end in 00); 0 when there is none. */
uint64_t bina_crosswalk_from_bps(unsigned bps);

/** The BPS code, as 4 digits, of a province or regency of 2018; 0 when there is none. */
unsigned bina_crosswalk_to_bps(uint64_t number);

#endif
