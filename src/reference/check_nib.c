/*
 * NIB, the number of a business actor: 13 digits, issued by OSS, one for each actor. No check digit
 * is documented, so length and digits are all that can be tested. Source: PP 28/2025.
 */
#include <string.h>

#include "reference/validators.h"

enum { RULE_PLACEHOLDER = BINA_RULE_OWN, RULE_ZERO, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("nib", "NIB", "NIB", "a NIB has 13", "NIB terdiri dari 13 angka"),
    [RULE_PLACEHOLDER] = {"nib.placeholder", BINA_ERROR,
                          "This NIB is made up to fill the cell; leave the cell empty instead.",
                          "NIB ini hanya pengisi sel; lebih baik kosongkan selnya."},
    [RULE_ZERO] =
        {"nib.zero", BINA_ERROR,
         "This NIB has %d digits instead of 13; many begin with 0, which spreadsheets drop. "
         "Compare it with the paper and format the column as text.",
         "NIB ini %d angka, bukan 13; banyak NIB berawalan 0 yang dibuang lembar kerja. "
         "Cocokkan dengan dokumennya dan format kolom sebagai teks."},
};

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[14];
    int count = bina_read_number(cell, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (count == 12)
        bina_findings_add(findings, &rules[RULE_ZERO], count, 0);
    else if (count != 13)
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
    else if (bina_digits_placeholder(digits))
        bina_findings_add(findings, &rules[RULE_PLACEHOLDER], 0, 0);
    else
        memcpy(findings->normal, digits, 14);
}

const bina_validator bina_check_nib = {
    "nib",
    "NIB",
    "Number of a business actor, issued by OSS: 13 digits.",
    "Nomor induk berusaha dari OSS: 13 angka.",
    rules,
    RULE_COUNT,
    NULL,
    0,
    read,
    NULL,
};
