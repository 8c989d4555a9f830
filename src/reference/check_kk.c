/*
 * KK number, the number of a family card: 16 digits = district (6), date of issue DDMMYY (6),
 * serial (4). The shape is common knowledge and not published as a rule, so all but the length
 * warns.
 */
#include <string.h>

#include "reference/nik.h"
#include "reference/regions.h"
#include "reference/validators.h"

enum { RULE_PLACEHOLDER = BINA_RULE_OWN, RULE_PROVINCE, RULE_DATE, RULE_NIK, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("kk", "KK number", "Nomor KK", "a KK number has 16",
                      "nomor KK terdiri dari 16 angka"),
    [RULE_PLACEHOLDER] =
        {"kk.placeholder", BINA_ERROR,
         "This KK number is made up to fill the cell; leave the cell empty instead.",
         "Nomor KK ini hanya pengisi sel; lebih baik kosongkan selnya."},
    [RULE_PROVINCE] =
        {"kk.region", BINA_WARNING,
         "The first six digits of this KK number are no district of any list since "
         "2016; compare it with the card.",
         "Enam angka pertama nomor KK ini bukan kecamatan dalam daftar mana pun sejak "
         "2016; cocokkan dengan kartunya."},
    [RULE_DATE] =
        {"kk.date", BINA_WARNING,
         "Digits 7 to 12 of this KK number are no date of issue; compare it with the card.",
         "Angka ke-7 sampai ke-12 nomor KK ini bukan tanggal terbit; cocokkan dengan "
         "kartunya."},
    [RULE_NIK] = {"kk.nik", BINA_WARNING,
                  "This looks like a woman's NIK, not like the number of a family card; compare it "
                  "with the card.",
                  "Ini mirip NIK seorang perempuan, bukan nomor kartu keluarga; cocokkan dengan "
                  "kartunya."},
};

enum { FACT_REGION, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_REGION] = {"region", BINA_TEXT, "region",
                     "Code of the place of issue, as far as any list knows it."},
};

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[17];
    bina_nik parts;

    if (!bina_read_exactly(16, cell, rules, &rules[RULE_PLACEHOLDER], digits, findings))
        return;
    if (!bina_nik_read(digits, findings->today, &parts))
        bina_findings_add(findings, &rules[RULE_DATE], 0, 0);
    else if (parts.woman)
        bina_findings_add(findings, &rules[RULE_NIK], 0, 0);
    if (bina_region_depth(parts.district) < 3)
        bina_findings_add(findings, &rules[RULE_PROVINCE], 0, 0);
    memcpy(findings->normal, digits, 17);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    char code[BINA_CODE_SIZE];
    uint64_t region = bina_region_parse(findings->normal, 6);
    while (region != 0 && !bina_region_known(region, NULL))
        region = bina_region_parent(region);
    if (region != 0)
        bina_set_text(record, FACT_REGION, bina_region_code(region, code));
}

const bina_validator bina_check_kk = {
    "kk",
    "Nomor KK",
    "Number of a family card: 16 digits with the place and date of issue.",
    "Nomor kartu keluarga: 16 angka dengan tempat dan tanggal terbit.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
