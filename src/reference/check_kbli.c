/*
 * KBLI, the industry classification: a section letter and 2 to 5 digits, leading zeros counting.
 * A bare code means nothing without its edition: of 1,790 five-digit codes of 2020 only 1,052 are
 * in 2025, and 428 of those with the same title. So a code that 2020 lacks only warns. Source:
 * Peraturan BPS 2/2020.
 */
#include <ctype.h>
#include <string.h>

#include "reference/industries.h"
#include "reference/validators.h"

enum { RULE_ZERO = BINA_RULE_OWN, RULE_UNKNOWN, RULE_GROUP, RULE_SECTION, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("kbli", "KBLI code", "Kode KBLI", "a KBLI code has 5 (2 to 4 for a group)",
                      "kode KBLI terdiri dari 5 angka (2 sampai 4 untuk golongan)"),
    [RULE_ZERO] = {"kbli.zero", BINA_WARNING,
                   "A leading 0 was put back, which spreadsheets drop; format the column as text.",
                   "Angka 0 di depan yang dibuang lembar kerja telah dikembalikan; format kolom "
                   "sebagai teks."},
    [RULE_UNKNOWN] = {"kbli.unknown", BINA_WARNING,
                      "KBLI %d has no such code; it may be of another edition. Look the title up.",
                      "KBLI %d tidak memuat kode ini; mungkin dari edisi lain. Periksa judulnya."},
    [RULE_GROUP] =
        {"kbli.group", BINA_WARNING,
         "This KBLI code has %d digits and so names a group, not one industry; give all 5.",
         "Kode KBLI ini %d angka sehingga menunjuk golongan, bukan satu lapangan usaha; "
         "tulis kelima angkanya."},
    [RULE_SECTION] = {"kbli.section", BINA_WARNING,
                      "The letter before this KBLI code is not its section; compare it with the "
                      "licence.",
                      "Huruf di depan kode KBLI ini bukan kategorinya; cocokkan dengan izinnya."},
};

enum { FACT_TITLE, FACT_SECTION, FACT_SECTION_TITLE, FACT_PARENT, FACT_EDITION, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_TITLE] = {"title", BINA_TEXT, NULL,
                    "Official title; none when the edition lacks the code."},
    [FACT_SECTION] = {"section", BINA_TEXT, NULL, "Letter A to U; C is manufacturing."},
    [FACT_SECTION_TITLE] = {"section_title", BINA_TEXT, NULL, "Official title of the section."},
    [FACT_PARENT] = {"parent", BINA_TEXT, "kbli", "The class one digit shorter, or the section."},
    [FACT_EDITION] = {"edition", BINA_INT, NULL, "Year of the classification it was found in."},
};

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[8], letter = 0;
    bina_cell rest = *cell;
    char section;
    int count;
    /* "C 13122", "C13122" and "C.13122" */
    if (rest.length > 1 && isalpha((unsigned char)rest.text[0]) && !rest.scientific &&
        !rest.missing) {
        letter = (char)toupper((unsigned char)rest.text[0]);
        rest.length--;
        memmove(rest.text, rest.text + 1, rest.length + 1);
    }
    /* "13122 - Industri ...": the title after the code is not looked at. */
    for (size_t i = 0; i + 1 < rest.length; i++)
        if (isdigit((unsigned char)rest.text[i]) && strchr(" :-", rest.text[i + 1]) != NULL) {
            size_t next = i + 1 + strspn(rest.text + i + 1, " :-");
            if (isalpha((unsigned char)rest.text[next])) {
                rest.length = i + 1;
                rest.text[rest.length] = 0;
            }
        }
    count = bina_read_number(&rest, rules, digits, sizeof digits, findings);
    if (count < 0)
        return;
    if (count < 2 || count > 5) {
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
        return;
    }
    section = bina_class_section(digits);
    if (section == 0 && count < 5 && count > 2) {
        char whole[6] = "0";
        memcpy(whole + 1, digits, (size_t)count + 1);
        section = bina_class_section(whole);
        if (section != 0) {
            bina_findings_add(findings, &rules[RULE_ZERO], 0, 0);
            memcpy(digits, whole, sizeof whole);
            count++;
        }
    }
    if (section == 0)
        bina_findings_add(findings, &rules[RULE_UNKNOWN], BINA_KBLI_YEAR, 0);
    else if (letter != 0 && letter != section)
        bina_findings_add(findings, &rules[RULE_SECTION], 0, 0);
    if (count < 5)
        bina_findings_add(findings, &rules[RULE_GROUP], count, 0);
    memcpy(findings->normal, digits, (size_t)count + 1);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    bina_class found;
    if (bina_class_get(findings->normal, &found) != BINA_OK)
        return;
    bina_set_text(record, FACT_TITLE, found.title);
    bina_set_text(record, FACT_SECTION, found.section);
    bina_set_text(record, FACT_PARENT, found.parent);
    bina_set_int(record, FACT_EDITION, BINA_KBLI_YEAR);
    if (bina_class_get(found.section, &found) == BINA_OK)
        bina_set_text(record, FACT_SECTION_TITLE, found.title);
}

const bina_validator bina_check_kbli = {
    "kbli",
    "KBLI",
    "Industry code of KBLI 2020: 5 digits, or 2 to 4 for a group.",
    "Kode lapangan usaha KBLI 2020: 5 angka, atau 2 sampai 4 untuk golongan.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
