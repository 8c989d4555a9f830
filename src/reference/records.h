/* Rows of the packed tables as records of their kinds. */
#ifndef BINA_SRC_REFERENCE_RECORDS_H
#define BINA_SRC_REFERENCE_RECORDS_H

#include <bina/record.h>
#include "reference/industries.h"
#include "reference/regions.h"
#include "reference/successions.h"

/** Writes the BPS code of a province or regency (8 bytes; empty if none). Returns `bps`. */
char *bina_bps_text(uint64_t number, char bps[8]);

/** Fill a cleared record of BINA_REGION, BINA_SUCCESSION, BINA_INDUSTRY. */
void bina_place_to_record(const bina_place *place, bina_record *record);
void bina_succession_to_record(const bina_succession *succession, bina_record *record);
void bina_class_to_record(const bina_class *industry, bina_record *record);

#endif
