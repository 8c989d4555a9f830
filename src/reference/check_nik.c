/*
 * NIK, the population number: 16 digits = district of first registration (6), birth date DDMMYY (6,
 * women DD + 40), serial (4, from 0001). It has no check digit, and stays when its holder moves or
 * the birth date is corrected; so a place or date that differs from other papers is no error here.
 * Source: arti 16 digit NIK, Dukcapil Klaten; Permendagri 72/2019 and the other lists for
 * districts.
 */
#include "reference/nik.h"

#include <string.h>

#include <bina/value.h>
#include "reference/regions.h"
#include "reference/validators.h"

enum {
    RULE_PLACEHOLDER = BINA_RULE_OWN,
    RULE_DATE,
    RULE_SERIAL,
    RULE_PROVINCE,
    RULE_REGENCY,
    RULE_DISTRICT,
    RULE_CENTURY,
    RULE_ROUNDED,
    RULE_COUNT
};

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("nik", "NIK", "NIK", "a NIK has 16", "NIK terdiri dari 16 angka"),
    [RULE_PLACEHOLDER] = {"nik.placeholder", BINA_ERROR,
                          "This NIK is made up to fill the cell; leave the cell empty instead.",
                          "NIK ini hanya pengisi sel; lebih baik kosongkan selnya."},
    [RULE_DATE] =
        {"nik.date", BINA_ERROR,
         "Digits 7 to 12 of this NIK are no birth date (day, month, year; women add 40 to "
         "the day); compare it with the card.",
         "Angka ke-7 sampai ke-12 NIK ini bukan tanggal lahir (tanggal, bulan, tahun; "
         "perempuan tanggal + 40); cocokkan dengan KTP."},
    [RULE_SERIAL] = {"nik.serial", BINA_ERROR,
                     "The last four digits of this NIK are 0000, which is never issued; a "
                     "spreadsheet may have rounded it. Take it from the card.",
                     "Empat angka terakhir NIK ini 0000, yang tidak pernah diterbitkan; mungkin "
                     "dibulatkan lembar kerja. Ambil dari KTP."},
    [RULE_PROVINCE] =
        {"nik.province", BINA_ERROR,
         "The first two digits of this NIK are no province; compare it with the card.",
         "Dua angka pertama NIK ini bukan kode provinsi; cocokkan dengan KTP."},
    [RULE_REGENCY] =
        {"nik.regency", BINA_WARNING,
         "The first four digits of this NIK are no regency or city of any list since "
         "2016; compare it with the card.",
         "Empat angka pertama NIK ini bukan kabupaten/kota dalam daftar mana pun sejak "
         "2016; cocokkan dengan KTP."},
    [RULE_DISTRICT] =
        {"nik.district", BINA_WARNING,
         "The first six digits of this NIK are no district of any list since 2016; "
         "it may be older, or mistyped.",
         "Enam angka pertama NIK ini bukan kecamatan dalam daftar mana pun sejak 2016; "
         "mungkin lebih lama, atau salah ketik."},
    [RULE_CENTURY] =
        {"nik.century", BINA_WARNING,
         "This NIK fits a birth in 20%02d as well as in 19%02d; ask for the birth date.",
         "NIK ini cocok untuk kelahiran 20%02d maupun 19%02d; tanyakan tanggal lahirnya."},
    [RULE_ROUNDED] =
        {"nik.rounded", BINA_WARNING,
         "This NIK ends in 0; spreadsheets keep only 15 digits and put 0 for the last. "
         "Compare it with the card.",
         "NIK ini berakhir dengan 0; lembar kerja hanya menyimpan 15 angka dan "
         "mengganti yang terakhir dengan 0. Cocokkan dengan KTP."},
};

enum { FACT_REGION, FACT_REGION_NAME, FACT_SEX, FACT_BORN, FACT_EARLIEST, FACT_LATEST, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_REGION] = {"region", BINA_TEXT, "region",
                     "Code of the place of first registration, as far as any list knows it."},
    [FACT_REGION_NAME] = {"region_name", BINA_TEXT, NULL, "Its newest name."},
    [FACT_SEX] = {"sex", BINA_CODE, "sex", "By the 40 added to the day for women."},
    [FACT_BORN] = {"born", BINA_DATE, NULL, "Birth date; none when the century is open."},
    [FACT_EARLIEST] = {"born_earliest", BINA_DATE, NULL, "First possible birth date."},
    [FACT_LATEST] = {"born_latest", BINA_DATE, NULL, "Last possible birth date."},
};

static int
number_of(const char *digits, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++)
        number = number * 10 + (digits[i] - '0');
    return number;
}

bool
bina_nik_read(const char *digits, int64_t today, bina_nik *nik)
{
    int year, month, day_of_month;
    bool any = false;
    nik->district = (uint64_t)number_of(digits, 6) * 10000;
    nik->day_of_month = number_of(digits + 6, 2);
    nik->month = number_of(digits + 8, 2);
    nik->year_of_century = number_of(digits + 10, 2);
    nik->serial = number_of(digits + 12, 4);
    nik->woman = nik->day_of_month > 40;
    if (nik->woman)
        nik->day_of_month -= 40;
    bina_date_to_civil(today, &year, &month, &day_of_month);
    for (int century = 1800; century <= 2100; century += 100) {
        int born = century + nik->year_of_century, age = year - born;
        int64_t day;
        if (!bina_date_from_civil(born, nik->month, nik->day_of_month, &day) || day > today)
            continue;
        if (month < nik->month || (month == nik->month && day_of_month < nik->day_of_month))
            age--;
        if (age > BINA_OLDEST_YEARS)
            continue;
        if (!any)
            nik->earliest = day;
        nik->latest = day;
        any = true;
    }
    return any;
}

int
bina_region_depth(uint64_t district)
{
    if (bina_region_known(district, NULL))
        return 3;
    if (bina_region_known(district - district % 1000000, NULL))
        return 2;
    return bina_region_known(district - district % 100000000, NULL) ? 1 : 0;
}

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[17];
    bina_nik nik;

    if (!bina_read_exactly(16, cell, rules, &rules[RULE_PLACEHOLDER], digits, findings))
        return;
    if (!bina_nik_read(digits, findings->today, &nik))
        bina_findings_add(findings, &rules[RULE_DATE], 0, 0);
    else if (nik.earliest != nik.latest)
        bina_findings_add(findings, &rules[RULE_CENTURY], nik.year_of_century, nik.year_of_century);
    if (nik.serial == 0)
        bina_findings_add(findings, &rules[RULE_SERIAL], 0, 0);
    else if (nik.serial % 10 == 0)
        bina_findings_add(findings, &rules[RULE_ROUNDED], 0, 0);
    switch (bina_region_depth(nik.district)) {
    case 0:
        bina_findings_add(findings, &rules[RULE_PROVINCE], 0, 0);
        break;
    case 1:
        bina_findings_add(findings, &rules[RULE_REGENCY], 0, 0);
        break;
    case 2:
        bina_findings_add(findings, &rules[RULE_DISTRICT], 0, 0);
        break;
    default:
        break;
    }
    memcpy(findings->normal, digits, 17);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    bina_nik nik;
    bina_place place;
    char code[BINA_CODE_SIZE];
    uint64_t region;
    if (!bina_nik_read(findings->normal, findings->today, &nik))
        return;
    region = nik.district;
    while (region != 0 && !bina_region_known(region, NULL))
        region = bina_region_parent(region);
    if (region != 0 && bina_place_get(region, 0, &place) == BINA_OK) {
        bina_set_text(record, FACT_REGION, bina_region_code(region, code));
        bina_set_text(record, FACT_REGION_NAME, place.name);
    }
    bina_set_text(record, FACT_SEX, nik.woman ? "female" : "male");
    if (nik.earliest == nik.latest)
        bina_set_int(record, FACT_BORN, nik.earliest);
    bina_set_int(record, FACT_EARLIEST, nik.earliest);
    bina_set_int(record, FACT_LATEST, nik.latest);
}

const bina_validator bina_check_nik = {
    "nik",
    "NIK",
    "Population number: 16 digits that name the place of first registration, birth date and sex.",
    "Nomor induk kependudukan: 16 angka yang memuat tempat pencatatan pertama, tanggal lahir, dan "
    "jenis kelamin.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
