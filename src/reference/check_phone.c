/*
 * Phone numbers: mobile 08 and 8 to 11 digits more; landline 0, area (2 or 3 digits), 5 to 8
 * digits. The normal form is +62 and the number without its 0. Two numbers in one cell are taken
 * apart; the first that can be read is the value. A phone is a weak sign of who somebody is:
 * coordinators lend theirs. Lengths as seen in public registers (Samarinda: 10 to 13 digits).
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "reference/validators.h"

enum {
    RULE_PLACEHOLDER = BINA_RULE_OWN,
    RULE_ZERO,
    RULE_SEVERAL,
    RULE_FOREIGN,
    RULE_PREFIX,
    RULE_COUNT
};

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("phone", "phone number", "Nomor telepon",
                      "a mobile number has 10 to 13 and a landline 8 to 12 with its area code",
                      "nomor seluler 10 sampai 13 angka dan telepon rumah 8 sampai 12 dengan kode "
                      "wilayahnya"),
    [RULE_PLACEHOLDER] = {"phone.placeholder", BINA_ERROR,
                          "This phone number is made up to fill the cell; leave the cell empty.",
                          "Nomor telepon ini hanya pengisi sel; kosongkan selnya."},
    [RULE_ZERO] = {"phone.zero", BINA_WARNING,
                   "The 0 before this phone number was put back; format the column as text.",
                   "Angka 0 di depan nomor telepon ini dikembalikan; format kolom sebagai teks."},
    [RULE_SEVERAL] =
        {"phone.several", BINA_WARNING,
         "There are %d phone numbers in this cell; the first was taken. Give each a "
         "column of its own.",
         "Ada %d nomor telepon dalam sel ini; yang pertama dipakai. Beri masing-masing "
         "kolom sendiri."},
    [RULE_FOREIGN] = {"phone.foreign", BINA_WARNING,
                      "This phone number is not Indonesian (+62); check the country code.",
                      "Nomor telepon ini bukan nomor Indonesia (+62); periksa kode negaranya."},
    [RULE_PREFIX] = {"phone.prefix", BINA_WARNING,
                     "No mobile network uses the first digits of this phone number; call it once.",
                     "Tidak ada operator seluler dengan awalan nomor ini; coba hubungi sekali."},
};

enum { FACT_SORT, FACT_NATIONAL, FACT_SECOND, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_SORT] = {"sort", BINA_TEXT, NULL, "mobile, landline, or foreign."},
    [FACT_NATIONAL] = {"national", BINA_TEXT, NULL, "As dialled inside the country, from 0."},
    [FACT_SECOND] = {"second", BINA_TEXT, NULL, "The second number of the cell, if there is one."},
};

/* The digits of one number, and whether a plus stood before them; 0 after telling what is wrong. */
static int
read_digits(const char *text, size_t length, char digits[24], bool *plus, bina_findings *findings)
{
    bina_cell cell;
    char *sign;
    int count;

    bina_cell_read(text, length, &cell);
    /* Words before the number ("HP:", "WA", "Telp.") say nothing. */
    for (size_t i = 0; i < cell.length && !isdigit((unsigned char)cell.text[i]); i++)
        if (isalpha((unsigned char)cell.text[i]) || strchr(":.", cell.text[i]) != NULL)
            cell.text[i] = ' ';
    sign = strchr(cell.text, '+');
    *plus = sign != NULL;
    if (sign != NULL)
        *sign = ' ';
    count = bina_read_number(&cell, rules, digits, 24, findings);
    if (count == 0 || count >= 24)
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
    return count > 0 && count < 24 ? count : 0;
}

static bool
refuse_length(bina_findings *findings, int count)
{
    bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
    return false;
}

/* A number as it is dialled inside the country, or after its code (`prefixed`). */
static bool
read_national(const char *national, int count, bool prefixed, char *normal, bina_findings *findings)
{
    bool zero = *national == '0';
    size_t n;

    national += zero;
    /* Neither area code nor 0: a local number nobody elsewhere can dial. */
    if (!zero && !prefixed && *national != '8' && strlen(national) < 8)
        return refuse_length(findings, count);
    if (!zero && !prefixed)
        bina_findings_add(findings, &rules[RULE_ZERO], 0, 0);
    n = strlen(national);
    if (*national == '8' ? n < 9 || n > 12 : n < 7 || n > 11 || *national < '2')
        return refuse_length(findings, count);
    /* 080, 084 and 086 (but satellite 0868) belong to no mobile network. */
    if (*national == '8' &&
        (strchr("04", national[1]) != NULL || (national[1] == '6' && national[2] != '8')))
        bina_findings_add(findings, &rules[RULE_PREFIX], 0, 0);
    snprintf(normal, 24, "+62%.20s", national);
    return true;
}

/* Reads one number; broken rules go to findings. Returns whether `normal` was filled. */
static bool
read_one(const char *text, size_t length, char *normal, bina_findings *findings)
{
    char digits[24];
    const char *number = digits;
    bool plus;
    int count = read_digits(text, length, digits, &plus, findings);

    if (count == 0)
        return false;
    if (strncmp(number, "00", 2) == 0 && count > 10) {
        number += 2;
        plus = true;
    }
    if (bina_digits_placeholder(number) || strcmp(number, "081234567890") == 0) {
        bina_findings_add(findings, &rules[RULE_PLACEHOLDER], 0, 0);
        return false;
    }
    if (strncmp(number, "62", 2) == 0 && (plus || count >= 10))
        return read_national(number + 2, count, true, normal, findings);
    if (!plus || number[0] == '0' || number[0] == '8')
        return read_national(number, count, false, normal, findings);
    if (strlen(number) < 7 || strlen(number) > 15)
        return refuse_length(findings, count);
    bina_findings_add(findings, &rules[RULE_FOREIGN], 0, 0);
    snprintf(normal, 24, "+%.20s", number);
    return true;
}

/* Where the next number of a cell begins: after / ; , & | a line break, "dan", "atau". */
static size_t
piece_length(const char *text, size_t length, size_t *skip)
{
    size_t digits = 0;
    for (size_t i = 0; i < length; i++) {
        size_t word = 0;
        if (isdigit((unsigned char)text[i])) {
            digits++;
            continue;
        }
        if (strchr("/;,&|\n", text[i]) != NULL)
            word = 1;
        else if (length - i > 5 && strncmp(text + i, " dan ", 5) == 0)
            word = 5;
        else if (length - i > 6 && strncmp(text + i, " atau ", 6) == 0)
            word = 6;
        else if (text[i] == ' ' && digits >= 9 && length - i > 9 &&
                 (strncmp(text + i + 1, "08", 2) == 0 || strncmp(text + i + 1, "+62", 3) == 0))
            word = 1; /* "0812... 0813..." */
        if (word > 0 && digits >= 7) {
            *skip = word;
            return i;
        }
    }
    *skip = 0;
    return length;
}

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char normal[2][24] = {"", ""};
    int pieces = 0, good = 0;
    size_t at = 0;
    if (cell->missing || cell->scientific || cell->too_long) {
        char digits[2];
        bina_read_number(cell, rules, digits, sizeof digits, findings);
        return;
    }
    while (at < cell->length && good < 2) {
        bina_findings own;
        size_t skip, n = piece_length(cell->text + at, cell->length - at, &skip);
        bool read;
        own.count = 0;
        own.refused = false;
        read = read_one(cell->text + at, n, normal[good], &own);
        /* Faults of a later piece matter only if no piece can be read. */
        if (pieces == 0 || (good == 0 && read)) {
            findings->count = 0;
            findings->refused = false;
            for (int i = 0; i < own.count; i++)
                bina_findings_add(findings, own.list[i].rule, own.list[i].numbers[0],
                                  own.list[i].numbers[1]);
        }
        good += read ? 1 : 0;
        pieces++;
        at += n + skip;
    }
    if (good == 0)
        return;
    if (cell->decimal)
        bina_findings_add(findings, &rules[BINA_RULE_DECIMAL], 0, 0);
    if (good > 1)
        bina_findings_add(findings, &rules[RULE_SEVERAL], good, 0);
    strcpy(findings->normal, normal[0]);
    strcpy(findings->rest, normal[1]);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    char national[32];
    bool ours = strncmp(findings->normal, "+62", 3) == 0;
    bina_set_text(record, FACT_SORT,
                  !ours                        ? "foreign"
                  : findings->normal[3] == '8' ? "mobile"
                                               : "landline");
    if (ours) {
        snprintf(national, sizeof national, "0%.24s", findings->normal + 3);
        bina_set_text(record, FACT_NATIONAL, national);
    }
    if (findings->rest[0] != 0)
        bina_set_text(record, FACT_SECOND, findings->rest);
}

const bina_validator bina_check_phone = {
    "phone",
    "Telepon",
    "Phone number, mobile or landline; normally +62 and the number without 0.",
    "Nomor telepon seluler atau rumah; bentuk baku +62 dan nomor tanpa 0.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
