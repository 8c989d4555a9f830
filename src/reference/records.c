#include "reference/records.h"

#include <stdio.h>

#include "reference/crosswalk.h"

char *
bina_bps_text(uint64_t number, char bps[8])
{
    unsigned code = bina_crosswalk_to_bps(number) % 10000;
    bps[0] = 0;
    if (code != 0 && code % 100 == 0)
        snprintf(bps, 8, "%02u", code / 100);
    else if (code != 0)
        snprintf(bps, 8, "%04u", code);
    return bps;
}

void
bina_place_to_record(const bina_place *place, bina_record *record)
{
    char code[BINA_CODE_SIZE], bps[8];
    bina_set_text(record, BINA_REGION_CODE, bina_region_code(place->number, code));
    bina_set_text(record, BINA_REGION_NAME, bina_region_bare_name(place));
    bina_set_text(record, BINA_REGION_LEVEL, bina_region_level_word(place->number));
    if (place->level > 1)
        bina_set_text(record, BINA_REGION_PARENT,
                      bina_region_code(bina_region_parent(place->number), code));
    bina_set_int(record, BINA_REGION_FIRST_EDITION, place->since);
    if (place->until != bina_region_latest())
        bina_set_int(record, BINA_REGION_LAST_EDITION, place->until);
    if (bina_bps_text(place->number, bps)[0] != 0)
        bina_set_text(record, BINA_REGION_BPS, bps);
}

void
bina_succession_to_record(const bina_succession *succession, bina_record *record)
{
    char code[BINA_CODE_SIZE];
    bina_set_text(record, BINA_SUCCESSION_FROM_CODE, bina_region_code(succession->from, code));
    if (succession->to != 0)
        bina_set_text(record, BINA_SUCCESSION_TO_CODE, bina_region_code(succession->to, code));
    bina_set_int(record, BINA_SUCCESSION_EDITION, succession->since);
    bina_set_text(record, BINA_SUCCESSION_NATURE, succession->nature);
    bina_set_int(record, BINA_SUCCESSION_CONFIDENCE, succession->confidence);
}

void
bina_class_to_record(const bina_class *industry, bina_record *record)
{
    bina_set_text(record, BINA_INDUSTRY_CODE, industry->code);
    bina_set_int(record, BINA_INDUSTRY_EDITION, BINA_KBLI_YEAR);
    bina_set_text(record, BINA_INDUSTRY_TITLE, industry->title);
    bina_set_text(record, BINA_INDUSTRY_SECTION, industry->section);
    if (industry->digits > 0)
        bina_set_text(record, BINA_INDUSTRY_PARENT, industry->parent);
}
