/*
 * NPWP, the tax number. Old: 15 digits, XX.XXX.XXX.X-XXX.XXX (taxpayer 9 with a Luhn check digit
 * last, tax office 3, branch 3). New since PMK 112/2022: residents use their NIK; all others 0 +
 * the old 15. 22 digits are a NITKU: the 16 and a branch of 6. The normal form has 16 digits, so
 * that old and new spelling of one number are equal. Source: PMK 112/2022; the check digit is
 * common knowledge: it warns.
 */
#include <string.h>

#include "reference/nik.h"
#include "reference/validators.h"

enum { RULE_PLACEHOLDER = BINA_RULE_OWN, RULE_CHECK, RULE_NIK, RULE_BRANCH, RULE_ZERO, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("npwp", "NPWP", "NPWP", "an NPWP has 15 or 16",
                      "NPWP terdiri dari 15 atau 16 angka"),
    [RULE_PLACEHOLDER] = {"npwp.placeholder", BINA_ERROR,
                          "This NPWP is made up to fill the cell; leave the cell empty instead.",
                          "NPWP ini hanya pengisi sel; lebih baik kosongkan selnya."},
    [RULE_CHECK] = {"npwp.check", BINA_WARNING,
                    "The check digit of this NPWP (the ninth of 15) does not fit; compare it with "
                    "the card.",
                    "Angka pemeriksa NPWP ini (kesembilan dari 15) tidak cocok; cocokkan dengan "
                    "kartunya."},
    [RULE_NIK] = {"npwp.nik", BINA_ERROR,
                  "This NPWP has 16 digits and does not begin with 0, so it should be the owner's "
                  "NIK, but it is no NIK; compare it with the card.",
                  "NPWP ini 16 angka dan tidak berawalan 0, jadi semestinya NIK pemiliknya, tetapi "
                  "bukan NIK; cocokkan dengan kartunya."},
    [RULE_BRANCH] = {"npwp.branch", BINA_WARNING,
                     "This is a branch number (NITKU, 22 digits); the first 16 were taken as the "
                     "NPWP.",
                     "Ini nomor cabang (NITKU, 22 angka); 16 angka pertama diambil sebagai NPWP."},
    [RULE_ZERO] =
        {"npwp.zero", BINA_WARNING,
         "This NPWP has %d digits; with the 0 that a spreadsheet drops its check digit "
         "fits, so a 0 was put before it. Format the column as text.",
         "NPWP ini %d angka; dengan 0 yang dibuang lembar kerja angka pemeriksanya cocok, "
         "maka 0 ditambahkan di depan. Format kolom sebagai teks."},
};

enum { FACT_FORM, FACT_OFFICE, FACT_BRANCH, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_FORM] = {"form", BINA_TEXT, NULL,
                   "nik (a resident person) or number (bodies, offices, and all before 2024)."},
    [FACT_OFFICE] = {"tax_office", BINA_TEXT, NULL, "The three digits of the tax office (KPP)."},
    [FACT_BRANCH] = {"branch", BINA_TEXT, NULL, "The three digits of the branch; 000 is the head."},
};

/* Luhn over the first nine of the old 15 digits. */
static bool
check_fits(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 9; i++) {
        int digit = digits[i] - '0';
        if (i % 2 == 1 && (digit *= 2) > 9)
            digit -= 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[24], whole[24];
    bina_nik nik;
    int count = bina_read_number(cell, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (count == 22) {
        bina_findings_add(findings, &rules[RULE_BRANCH], 0, 0);
        digits[count = 16] = 0;
    }
    if (count < 14 || count > 16) {
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
        return;
    }
    if (bina_digits_placeholder(digits)) {
        bina_findings_add(findings, &rules[RULE_PLACEHOLDER], 0, 0);
        return;
    }
    memset(whole, '0', 16);
    memcpy(whole + 16 - count, digits, (size_t)count + 1);
    if (count == 14) {
        if (!check_fits(whole + 1)) {
            bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
            return;
        }
        bina_findings_add(findings, &rules[RULE_ZERO], count, 0);
    }
    if (whole[0] != '0') {
        if (!bina_nik_read(whole, findings->today, &nik) || nik.serial == 0 ||
            bina_region_depth(nik.district) == 0) {
            bina_findings_add(findings, &rules[RULE_NIK], 0, 0);
            return;
        }
    } else if (!check_fits(whole + 1))
        bina_findings_add(findings, &rules[RULE_CHECK], 0, 0);
    memcpy(findings->normal, whole, 17);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    const char *digits = findings->normal;
    bina_set_text(record, FACT_FORM, digits[0] == '0' ? "number" : "nik");
    if (digits[0] == '0') {
        bina_set_text_n(record, FACT_OFFICE, digits + 10, 3);
        bina_set_text_n(record, FACT_BRANCH, digits + 13, 3);
    }
}

const bina_validator bina_check_npwp = {
    "npwp",
    "NPWP",
    "Tax number: 15 digits (old), 16 digits, or the owner's NIK; normally 16 digits.",
    "Nomor pokok wajib pajak: 15 angka (lama), 16 angka, atau NIK pemilik; bentuk baku 16 angka.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
