/*
 * BPOM registration of food: MD (made here) or ML (imported) and 12 digits (old) or 15 (new). The
 * two digits for the province are BPOM's own and no Kemendagri code, so they are not read.
 */
#include <string.h>

#include "reference/validators.h"

enum { RULE_PREFIX = BINA_RULE_OWN, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("bpom", "BPOM number", "Nomor BPOM",
                      "a BPOM number has 12 or 15 after MD or ML",
                      "nomor BPOM terdiri dari 12 atau 15 angka setelah MD atau ML"),
    [RULE_PREFIX] = {"bpom.prefix", BINA_ERROR,
                     "A BPOM number of food begins with MD or ML; compare it with the package.",
                     "Nomor BPOM pangan berawalan MD atau ML; cocokkan dengan kemasannya."},
};

enum { FACT_ORIGIN, FACT_LAYOUT, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_ORIGIN] = {"origin", BINA_TEXT, NULL, "domestic (MD) or imported (ML)."},
    [FACT_LAYOUT] = {"digits", BINA_INT, NULL, "12 (old layout) or 15 (new)."},
};

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[16], letters[BINA_CELL_WORD];
    bina_cell bare = *cell;
    size_t n;
    int count;
    n = bina_cell_word(&bare, letters);
    count = bina_read_number(&bare, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (n < 2 || (strcmp(letters + n - 2, "MD") != 0 && strcmp(letters + n - 2, "ML") != 0))
        bina_findings_add(findings, &rules[RULE_PREFIX], 0, 0);
    else if (count != 12 && count != 15)
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
    else {
        memcpy(findings->normal, letters + n - 2, 2);
        memcpy(findings->normal + 2, digits, (size_t)count + 1);
    }
}

static void
say(const bina_findings *findings, bina_record *record)
{
    bina_set_text(record, FACT_ORIGIN, findings->normal[1] == 'D' ? "domestic" : "imported");
    bina_set_int(record, FACT_LAYOUT, (int64_t)strlen(findings->normal + 2));
}

const bina_validator bina_check_bpom = {
    "bpom",
    "BPOM",
    "BPOM registration of food: MD or ML and 12 or 15 digits.",
    "Izin edar pangan BPOM: MD atau ML dan 12 atau 15 angka.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
