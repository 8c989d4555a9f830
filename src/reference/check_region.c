/*
 * Region codes. Kemendagri: 2, 4, 6 or 10 digits, with or without dots. BPS: 2, 4, 7 or 10 digits,
 * never with dots; the two look alike and differ for 199 of 514 regencies (2018), so that 5306 is
 * Flores Timur for the one and Belu for the other. A code of any list is good; a retired one is
 * told.
 */
#include <ctype.h>
#include <string.h>

#include "reference/crosswalk.h"
#include "reference/regions.h"
#include "reference/validators.h"

enum {
    RULE_UNKNOWN = BINA_RULE_OWN,
    RULE_NEWER,
    RULE_RETIRED,
    RULE_SYSTEM,
    RULE_BPS,
    RULE_BPS_DISTRICT,
    RULE_COUNT
};

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("region", "region code", "Kode wilayah",
                      "a region code has 2, 4, 6 or 10, in pairs and the last four together",
                      "kode wilayah terdiri dari 2, 4, 6 atau 10 angka, berpasangan dan empat "
                      "terakhir bersama"),
    [RULE_UNKNOWN] = {"region.unknown", BINA_ERROR,
                      "No list since 2016 has this region code; look the place up by name.",
                      "Kode wilayah ini tidak ada dalam daftar mana pun sejak 2016; cari menurut "
                      "namanya."},
    [RULE_NEWER] =
        {"region.newer", BINA_WARNING,
         "No list since 2016 has this village or district, only what it lies in; it may be "
         "of a newer list, or mistyped.",
         "Desa atau kecamatan ini tidak ada dalam daftar mana pun sejak 2016, hanya "
         "wilayah induknya; mungkin dari daftar yang lebih baru, atau salah ketik."},
    [RULE_RETIRED] = {"region.retired", BINA_WARNING,
                      "This region code is no longer in use since the list after %d; its successor "
                      "can be looked up.",
                      "Kode wilayah ini tidak dipakai lagi setelah daftar %d; penggantinya dapat "
                      "dicari."},
    [RULE_SYSTEM] =
        {"region.system", BINA_WARNING,
         "Without dots this code names one place for Kemendagri and another for BPS; it "
         "was taken as Kemendagri. Write the dots.",
         "Tanpa titik kode ini berbeda arti bagi Kemendagri dan BPS; diambil sebagai "
         "kode Kemendagri. Tuliskan titiknya."},
    [RULE_BPS] = {"region.bps", BINA_WARNING,
                  "Only BPS has this code; it was turned into the Kemendagri code.",
                  "Kode ini hanya ada di BPS; telah diubah menjadi kode Kemendagri."},
    [RULE_BPS_DISTRICT] =
        {"region.bps-district", BINA_ERROR,
         "Seven digits are a district code of BPS; give the Kemendagri code "
         "(PP.KK.CC) or the names.",
         "Tujuh angka adalah kode kecamatan BPS; tulis kode Kemendagri (PP.KK.CC) "
         "atau namanya."},
};

enum { FACT_NAME, FACT_LEVEL, FACT_PARENT, FACT_FIRST, FACT_LAST, FACT_BPS, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_NAME] = {"name", BINA_TEXT, NULL, "Newest official name."},
    [FACT_LEVEL] = {"level", BINA_CODE, "region_level", "Which level of government."},
    [FACT_PARENT] = {"parent", BINA_TEXT, "region", "Code of the area that contains it."},
    [FACT_FIRST] = {"first_edition", BINA_INT, NULL,
                    "First list (a year) with this code and name."},
    [FACT_LAST] = {"last_edition", BINA_INT, NULL, "Last list with them; none while in force."},
    [FACT_BPS] = {"bps", BINA_TEXT, NULL, "BPS code of 2018, for provinces and regencies."},
};

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[16];
    bina_cell bare = *cell;
    bool dotted = memchr(cell->text, '.', cell->length) != NULL;
    uint64_t number, bps = 0;
    int count, until = 0;
    /* "53.0" is no number with a decimal: only whole numbers lose their .0, and codes keep it. */
    count = bina_read_number(&bare, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (count == 7) {
        bina_findings_add(findings, &rules[RULE_BPS_DISTRICT], 0, 0);
        return;
    }
    number = bina_region_parse(digits, strlen(digits));
    if (number == 0) {
        if (count == 2 || count == 4 || count == 6 || count == 10)
            bina_findings_add(findings, &rules[RULE_UNKNOWN], 0, 0);
        else
            bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
        return;
    }
    if (!dotted && count == 4)
        bps = bina_crosswalk_from_bps((unsigned)(number / 1000000));
    if (!bina_region_known(number, &until)) {
        if (bps == 0 && bina_region_level(number) > 2 &&
            bina_region_known(number - number % 1000000, NULL)) {
            bina_findings_add(findings, &rules[RULE_NEWER], 0, 0);
            bina_region_code(number, findings->normal);
            return;
        }
        if (bps == 0) {
            bina_findings_add(findings, &rules[RULE_UNKNOWN], 0, 0);
            return;
        }
        number = bps;
        bina_region_known(number, &until);
        bina_findings_add(findings, &rules[RULE_BPS], 0, 0);
    } else if (bps != 0 && bps != number)
        bina_findings_add(findings, &rules[RULE_SYSTEM], 0, 0);
    if (until != bina_region_latest())
        bina_findings_add(findings, &rules[RULE_RETIRED], until, 0);
    bina_region_code(number, findings->normal);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    char code[BINA_CODE_SIZE];
    bina_place place;
    uint64_t number = bina_region_parse(findings->normal, strlen(findings->normal));
    unsigned bps = bina_crosswalk_to_bps(number);
    if (bina_place_get(number, 0, &place) != BINA_OK)
        return;
    bina_set_text(record, FACT_NAME, bina_region_bare_name(&place));
    bina_set_text(record, FACT_LEVEL, bina_region_level_word(number));
    if (place.level > 1)
        bina_set_text(record, FACT_PARENT, bina_region_code(bina_region_parent(number), code));
    bina_set_int(record, FACT_FIRST, place.since);
    if (place.until != bina_region_latest())
        bina_set_int(record, FACT_LAST, place.until);
    if (bps != 0) {
        code[0] = (char)('0' + bps / 1000);
        code[1] = (char)('0' + bps / 100 % 10);
        code[2] = (char)('0' + bps / 10 % 10);
        code[3] = (char)('0' + bps % 10);
        code[place.level == 1 ? 2 : 4] = 0;
        bina_set_text(record, FACT_BPS, code);
    }
}

const bina_validator bina_check_region = {
    "region",
    "Kode wilayah",
    "Region code of Kemendagri, with or without dots; normally with dots. BPS codes are told "
    "apart.",
    "Kode wilayah Kemendagri, dengan atau tanpa titik; bentuk baku bertitik. Kode BPS dibedakan.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
