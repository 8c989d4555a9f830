/*
 * GTIN, the number under a barcode: 8, 12, 13 or 14 digits, the last a check digit (weights 3 and 1
 * from the right). 899 says that GS1 Indonesia issued the number, not where the product is made;
 * 20-29 are numbers a shop gives itself. Small firms share a prefix, so it does not name the
 * producer. Source: GS1 General Specifications.
 */
#include <string.h>

#include "reference/validators.h"

enum { RULE_CHECK = BINA_RULE_OWN, RULE_IN_STORE, RULE_PLACEHOLDER, RULE_COUNT };

static const bina_check_rule rules[RULE_COUNT] = {
    BINA_NUMBER_RULES("gtin", "barcode number", "Nomor barcode",
                      "a barcode number (GTIN) has 8, 12, 13 or 14",
                      "nomor barcode (GTIN) terdiri dari 8, 12, 13 atau 14 angka"),
    [RULE_CHECK] =
        {"gtin.check", BINA_ERROR,
         "The last digit of this barcode number should be %d; compare it with the package.",
         "Angka terakhir nomor barcode ini seharusnya %d; cocokkan dengan kemasannya."},
    [RULE_IN_STORE] =
        {"gtin.in-store", BINA_WARNING,
         "This is a number a shop gave itself (20-29); other shops cannot use it. Ask "
         "GS1 Indonesia for one.",
         "Ini nomor buatan toko sendiri (20-29); toko lain tidak dapat memakainya. "
         "Mintalah nomor kepada GS1 Indonesia."},
    [RULE_PLACEHOLDER] = {"gtin.placeholder", BINA_ERROR,
                          "This barcode number is made up to fill the cell; leave the cell empty.",
                          "Nomor barcode ini hanya pengisi sel; kosongkan selnya."},
};

enum { FACT_FORM, FACT_ISSUER, FACT_COUNT };

static const bina_check_fact facts[FACT_COUNT] = {
    [FACT_FORM] = {"digits", BINA_INT, NULL, "How many digits the normal form has: 8, 13 or 14."},
    [FACT_ISSUER] =
        {"issuer", BINA_TEXT, NULL,
         "indonesia (prefix 899), in-store (20-29), or other; never the country of make."},
};

static int
check_digit(const char *digits, int count)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += (digits[count - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
    return (10 - sum % 10) % 10;
}

static const char *
issuer_of(const char *digits)
{
    /* The prefix stands first in 13 digits, after the packing digit in 14; 8 and 12 are their own.
     */
    size_t count = strlen(digits);
    const char *prefix = count == 14 ? digits + 1 : digits;
    if (count >= 13 && prefix[0] == '2')
        return "in-store";
    return count != 12 && memcmp(prefix, "899", 3) == 0 ? "indonesia" : "other";
}

static void
read(const bina_cell *cell, bina_findings *findings)
{
    char digits[15];
    int count = bina_read_number(cell, rules, digits, sizeof digits, findings), check;
    if (count < 0)
        return;
    if (count != 8 && (count < 12 || count > 14)) {
        bina_findings_add(findings, &rules[BINA_RULE_LENGTH], count, 0);
        return;
    }
    check = check_digit(digits, count - 1);
    if (strspn(digits, "0") == (size_t)count)
        bina_findings_add(findings, &rules[RULE_PLACEHOLDER], 0, 0);
    else if (digits[count - 1] - '0' != check)
        bina_findings_add(findings, &rules[RULE_CHECK], check, 0);
    else if (strcmp(issuer_of(digits), "in-store") == 0)
        bina_findings_add(findings, &rules[RULE_IN_STORE], 0, 0);
    /* 12 digits are 13 with a 0 before them. */
    findings->normal[0] = '0';
    memcpy(findings->normal + (count == 12 ? 1 : 0), digits, (size_t)count + 1);
}

static void
say(const bina_findings *findings, bina_record *record)
{
    bina_set_int(record, FACT_FORM, (int64_t)strlen(findings->normal));
    bina_set_text(record, FACT_ISSUER, issuer_of(findings->normal));
}

const bina_validator bina_check_gtin = {
    "gtin",
    "GTIN",
    "Barcode number of a product: 8, 12, 13 or 14 digits, the last a check digit.",
    "Nomor barcode produk: 8, 12, 13 atau 14 angka, yang terakhir angka pemeriksa.",
    rules,
    RULE_COUNT,
    facts,
    FACT_COUNT,
    read,
    say,
};
