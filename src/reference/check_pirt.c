/*
 * P-IRT, the number of a home-made food: 13 digits and the two of the year it expires. Digit 1
 * packaging, 2-3 sort of food, 4-7 province and regency, 8-9 which of the producer's foods, 10-13
 * the producer, 14-15 year. Numbers issued through OSS since PerBPOM 4/2024 need not follow this,
 * so another shape only warns. Source: PerBPOM 22/2018.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <bina/value.h>
#include "reference/regions.h"
#include "reference/validators.h"

enum { RULE_SHAPE = BINA_RULE_OWN, RULE_PACKAGING, RULE_REGENCY, RULE_EXPIRED, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("pirt", "P-IRT number", "Nomor P-IRT", "a P-IRT number has 15",
                      "nomor P-IRT terdiri dari 15 angka"),
    [RULE_SHAPE] = {"pirt.shape", BINA_WARNING,
                    "This P-IRT number has %d digits instead of 15, so nothing could be read from "
                    "it; newer numbers may differ. Compare it with the certificate.",
                    "Nomor P-IRT ini %d angka, bukan 15, sehingga isinya tidak dapat dibaca; nomor "
                    "baru bisa berbeda. Cocokkan dengan sertifikatnya."},
    [RULE_PACKAGING] = {"pirt.packaging", BINA_WARNING,
                        "The first digit of this P-IRT number is no packaging (1 to 8); compare it "
                        "with the certificate.",
                        "Angka pertama nomor P-IRT ini bukan kode kemasan (1 sampai 8); cocokkan "
                        "dengan sertifikatnya."},
    [RULE_REGENCY] = {"pirt.regency", BINA_WARNING,
                      "Digits 4 to 7 of this P-IRT number are no regency or city of any list since "
                      "2016; compare it with the certificate.",
                      "Angka ke-4 sampai ke-7 nomor P-IRT ini bukan kabupaten/kota dalam daftar "
                      "mana pun sejak 2016; cocokkan dengan sertifikatnya."},
    [RULE_EXPIRED] = {"pirt.expired", BINA_WARNING,
                      "By its last two digits this P-IRT number expired in %d; ask for the renewed "
                      "certificate.",
                      "Menurut dua angka terakhirnya nomor P-IRT ini berakhir pada %d; minta "
                      "sertifikat perpanjangannya."},
};

enum {
    FACT_PACKAGING,
    FACT_FOOD,
    FACT_REGENCY,
    FACT_REGENCY_NAME,
    FACT_PRODUCER,
    FACT_SEQUENCE,
    FACT_EXPIRES,
    FACT_COUNT
};

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_PACKAGING] = {"packaging", BINA_TEXT, NULL,
                        "glass, plastic, carton, can, foil, other, composite or double."},
    [FACT_FOOD] = {"food", BINA_TEXT, NULL, "Two digits: the sort of food."},
    [FACT_REGENCY] = {"region", BINA_TEXT, "region", "Regency or city that issued it."},
    [FACT_REGENCY_NAME] = {"region_name", BINA_TEXT, NULL, "Its newest name."},
    [FACT_PRODUCER] = {"producer", BINA_TEXT, NULL, "Four digits: the producer in that regency."},
    [FACT_SEQUENCE] = {"sequence", BINA_INT, NULL, "Which of the producer's foods."},
    [FACT_EXPIRES] = {"expires", BINA_INT, NULL, "Year of expiry."},
};

static uint64_t
regency_of(const char *digits)
{
    return bina_region_parse(digits + 3, 4);
}

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[20];
    bina_cell bare = *cell;
    int count, year, month, day_of_month;
    /* "P-IRT No. 3063306010072-19", "PIRT: ...", "SPP-IRT ..." */
    for (size_t i = 0; i < bare.length && !isdigit((unsigned char)bare.text[i]); i++)
        if (isalpha((unsigned char)bare.text[i]) || strchr(":.-", bare.text[i]) != NULL)
            bare.text[i] = ' ';
    count = bina_read_number(&bare, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (count < 8 || count > 18) {
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
        return;
    }
    memcpy(findings->normal, digits, (size_t)count + 1);
    if (count != 15) {
        bina_findings_add(findings, &rules[RULE_SHAPE], count, 0);
        return;
    }
    if (digits[0] < '1' || digits[0] > '8')
        bina_findings_add(findings, &rules[RULE_PACKAGING], 0, 0);
    if (regency_of(digits) == 0 || !bina_region_known(regency_of(digits), NULL))
        bina_findings_add(findings, &rules[RULE_REGENCY], 0, 0);
    bina_date_to_civil(findings->today, &year, &month, &day_of_month);
    if (2000 + (digits[13] - '0') * 10 + digits[14] - '0' < year)
        bina_findings_add(findings, &rules[RULE_EXPIRED],
                          2000 + (digits[13] - '0') * 10 + digits[14] - '0', 0);
    snprintf(findings->normal, sizeof findings->normal, "%.13s-%.2s", digits, digits + 13);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    static const char *const packages[] = {"glass", "plastic", "carton",    "can",
                                           "foil",  "other",   "composite", "double"};
    const char *digits = findings->normal;
    char code[BINA_CODE_SIZE];
    bina_place place;
    if (strlen(digits) != 16 || digits[13] != '-')
        return;
    if (digits[0] >= '1' && digits[0] <= '8')
        bina_set_text(record, FACT_PACKAGING, packages[digits[0] - '1']);
    bina_set_text_n(record, FACT_FOOD, digits + 1, 2);
    if (regency_of(digits) != 0 && bina_place_get(regency_of(digits), 0, &place) == BINA_OK) {
        bina_set_text(record, FACT_REGENCY, bina_region_code(place.number, code));
        bina_set_text(record, FACT_REGENCY_NAME, place.name);
    }
    bina_set_int(record, FACT_SEQUENCE, (digits[7] - '0') * 10 + digits[8] - '0');
    bina_set_text_n(record, FACT_PRODUCER, digits + 9, 4);
    bina_set_int(record, FACT_EXPIRES, 2000 + (digits[14] - '0') * 10 + digits[15] - '0');
}

const bina_validator bina_check_pirt = {
    "pirt",
    "P-IRT",
    "Number of a home-made food: 13 digits and two of the year it expires.",
    "Nomor pangan industri rumah tangga: 13 angka dan dua angka tahun berakhirnya.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
