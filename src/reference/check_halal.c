/*
 * Halal certificates of BPJPH: ID and 17 digits. The number of the fatwa (KH ...) stands on the
 * same paper and is often copied instead. The count of digits is not published as a rule: it only
 * warns.
 */
#include <string.h>

#include "reference/validators.h"

enum { RULE_FATWA = BINA_RULE_OWN, RULE_PREFIX, RULE_SHAPE, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("halal", "halal certificate number", "Nomor sertifikat halal",
                      "a halal certificate has ID and 17", "sertifikat halal ID dan 17 angka"),
    [RULE_FATWA] =
        {"halal.fatwa", BINA_ERROR,
         "This is the number of the fatwa (KH); the certificate's own number begins with "
         "ID.",
         "Ini nomor ketetapan halal (KH); nomor sertifikatnya berawalan ID."},
    [RULE_PREFIX] =
        {"halal.prefix", BINA_WARNING,
         "The letters ID before the digits were added; compare it with the certificate.",
         "Huruf ID di depan angkanya ditambahkan; cocokkan dengan sertifikatnya."},
    [RULE_SHAPE] = {"halal.shape", BINA_WARNING,
                    "This halal certificate number has %d digits, usually 17 follow ID; compare it "
                    "with the certificate.",
                    "Nomor sertifikat halal ini %d angka, biasanya 17 setelah ID; cocokkan dengan "
                    "sertifikatnya."},
};

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[24], letters[BINA_CELL_WORD];
    bina_cell bare = *cell;
    size_t n;
    int count;
    n = bina_cell_word(&bare, letters);
    if (strncmp(letters, "KH", 2) == 0) {
        bina_findings_add(findings, &rules[RULE_FATWA], 0, 0);
        return;
    }
    count = bina_read_number(&bare, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (count < 10 || count > 20) {
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
        return;
    }
    if (n < 2 || strcmp(letters + n - 2, "ID") != 0)
        bina_findings_add(findings, &rules[RULE_PREFIX], 0, 0);
    if (count != 17)
        bina_findings_add(findings, &rules[RULE_SHAPE], count, 0);
    memcpy(findings->normal, "ID", 2);
    memcpy(findings->normal + 2, digits, (size_t)count + 1);
}

const bina_validator bina_check_halal = {
    "halal",
    "Sertifikat halal",
    "Halal certificate number of BPJPH: ID and 17 digits.",
    "Nomor sertifikat halal BPJPH: ID dan 17 angka.",
    rules,
    RULE_COUNT,
    NULL,
    0,
    read,
    NULL,
};
