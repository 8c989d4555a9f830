/* Numbers, dates and words as Indonesian lists write them, and what spreadsheets made of them. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/convert.h"
#include "exchange/dates.h"
#include "exchange/numbers.h"
#include "exchange/words.h"

/* A text read as money, then what was complained of: "1500000", "1501 money.rounded", "- range". */
static const char *
read_as(bina_type type, const char *format, const char *text)
{
    static char said[400];
    bina_description *description = bina_description_new("row", "");
    int slot = bina_description_add_field(description, "x", type, format, "", 0);
    bina_record *record = bina_record_new_of(description);
    bina_converting how = {BINA_DATE_DMY, 1, false};
    bina_verdict verdict = {0};
    bool set = bina_convert(record, slot, text, strlen(text), &how, &verdict);
    bina_value value = bina_record_get(record, slot);

    ck_assert_int_eq(bina_record_check(record, NULL), BINA_OK);
    ck_assert_int_eq(set, bina_record_is_set(record, slot));
    if (!set)
        strcpy(said, "-");
    else if (bina_type_held_as(type) == BINA_TEXT)
        snprintf(said, sizeof(said), "%s", value.as.text);
    else if (type == BINA_REAL)
        snprintf(said, sizeof(said), "%.10g", value.as.real);
    else if (type == BINA_DATE)
        bina_date_format(value.as.integer, said);
    else
        snprintf(said, sizeof(said), "%lld", (long long)value.as.integer);
    if (verdict.rule != NULL) {
        strcat(said, verdict.severity == BINA_ERROR ? " ! " : " ? ");
        strcat(said, verdict.rule);
    }
    bina_record_free(record);
    bina_description_free(description);
    return said;
}

static const char *
money(const char *text)
{
    return read_as(BINA_MONEY, NULL, text);
}

static const char *
integer(const char *text)
{
    return read_as(BINA_INT, NULL, text);
}

static const char *
real(const char *text)
{
    return read_as(BINA_REAL, NULL, text);
}

static const char *
date(const char *text)
{
    return read_as(BINA_DATE, NULL, text);
}

static const char *
text_of(const char *text)
{
    return read_as(BINA_TEXT, NULL, text);
}

/* EYD: a point groups thousands, a comma begins decimals. */
START_TEST(indonesian_numbers)
{
    ck_assert_str_eq(money("1.500.000"), "1500000");
    ck_assert_str_eq(money("Rp 1.500.000,00"), "1500000");
    ck_assert_str_eq(money("Rp. 1.500.000,-"), "1500000");
    ck_assert_str_eq(money("Rp1500000"), "1500000");
    ck_assert_str_eq(money("IDR 25.000 rupiah"), "25000");
    ck_assert_str_eq(money("1.500,50"), "1501 ? money.rounded");
    ck_assert_str_eq(money("1.500,49"), "1500 ? money.rounded");
    ck_assert_str_eq(integer("1.500"), "1500");
    ck_assert_str_eq(integer("12"), "12");
    ck_assert_str_eq(integer("0"), "0");
    ck_assert_str_eq(integer("-3"), "-3");
    ck_assert_str_eq(integer("5 orang"), "5");
    ck_assert_str_eq(integer("12.0"), "12");
    ck_assert_str_eq(integer("1,5"), "- ! number.whole");
    ck_assert_str_eq(integer("dua"), "- ! number.unreadable");
    ck_assert_str_eq(integer("1.50.000"), "- ! number.unreadable");
    ck_assert_str_eq(integer("1234.567.890"), "- ! number.unreadable");
}
END_TEST

/* "21 ribu" and "13 Ribu" are the articles' own words; M is miliar, 10^9, never a million. */
START_TEST(words_that_multiply)
{
    ck_assert_str_eq(integer("21 ribu"), "21000");
    ck_assert_str_eq(integer("13 Ribu"), "13000");
    ck_assert_str_eq(integer("21rb"), "21000");
    ck_assert_str_eq(integer("7k"), "7000");
    ck_assert_str_eq(money("1,5 juta"), "1500000");
    ck_assert_str_eq(money("1.5 jt"), "1500000");
    ck_assert_str_eq(money("Rp 2,75 M"), "2750000000");
    ck_assert_str_eq(money("15 miliar"), "15000000000");
    ck_assert_str_eq(money("1,2 T"), "1200000000000");
    ck_assert_str_eq(money("1.500 juta"), "1500000000");
    ck_assert_str_eq(money("99999999 T"), "- ! number.size");
    ck_assert_str_eq(integer("sekitar 20"), "20 ? number.approximate");
    ck_assert_str_eq(integer("kurang lebih 60"), "60 ? number.approximate");
    ck_assert_str_eq(integer("+/- 60 orang"), "60 ? number.approximate");
    ck_assert_str_eq(integer("sedikitnya 20"), "20 ? number.approximate");
}
END_TEST

START_TEST(english_marks)
{
    ck_assert_str_eq(money("1,500,000"), "1500000");
    ck_assert_str_eq(money("1,500.00"), "1500");
    ck_assert_str_eq(money("1,500"), "1500 ? number.mark");
    ck_assert_str_eq(money("1.5E+06"), "1500000 ? number.scientific");
}
END_TEST

/* Coordinates of the Probolinggo list, as they stand there; and with a comma. */
START_TEST(measures)
{
    ck_assert_str_eq(real("-7.73906000000"), "-7.73906");
    ck_assert_str_eq(real("113.213"), "113.213");
    ck_assert_str_eq(real("113,213"), "113.213");
    ck_assert_str_eq(real("0.5"), "0.5");
    ck_assert_str_eq(real("15.3 %"), "0.153"); /* as spreadsheets show a share */
    ck_assert_str_eq(real("8.5E-3"), "0.0085");
    ck_assert_str_eq(real("nan"), "-");
    ck_assert_str_eq(real("1e999"), "- ! number.unreadable");
}
END_TEST

START_TEST(unit_of_money)
{
    int64_t amount;
    bina_verdict verdict = {0};

    /* A header "dalam ribuan rupiah". */
    ck_assert(bina_number_read("1.500,5", 1000, true, &amount, &verdict));
    ck_assert_int_eq(amount, 1500500);
    ck_assert_ptr_null(verdict.rule);
    ck_assert(!bina_number_read("9223372036854775807", 1000, true, &amount, &verdict));
}
END_TEST

/* S3 is of Monday 9 November 2020; serial 44144 is that day in Excel. */
START_TEST(dates)
{
    ck_assert_str_eq(date("2020-11-09"), "2020-11-09");
    ck_assert_str_eq(date("2020-11-09 00:00:00"), "2020-11-09");
    ck_assert_str_eq(date("9/11/2020"), "2020-11-09");
    ck_assert_str_eq(date("31/12/2020"), "2020-12-31");
    ck_assert_str_eq(date("31.12.2020"), "2020-12-31");
    ck_assert_str_eq(date("31-12-20"), "2020-12-31 ? date.century");
    ck_assert_str_eq(date("9-3-68"), "1968-03-09 ? date.century");
    ck_assert_str_eq(date("9 November 2020"), "2020-11-09");
    ck_assert_str_eq(date("9 Nov 2020"), "2020-11-09");
    ck_assert_str_eq(date("09-Nop-2020"), "2020-11-09");
    ck_assert_str_eq(date("Senin, 9 November 2020"), "2020-11-09");
    ck_assert_str_eq(date("17 Agustus 1945"), "1945-08-17");
    ck_assert_str_eq(date("1 Pebruari 1990"), "1990-02-01");
    ck_assert_str_eq(date("May 5, 1990"), "1990-05-05");
    ck_assert_str_eq(date("44144"), "2020-11-09 ? date.serial");
    ck_assert_str_eq(date("44144.0"), "2020-11-09 ? date.serial");
    ck_assert_str_eq(date("12/31/2020"), "2020-12-31 ? date.order");
    ck_assert_str_eq(date("30/2/2020"), "- ! date.day");
    ck_assert_str_eq(date("29 Februari 2021"), "- ! date.day");
    ck_assert_str_eq(date("November 2020"), "- ! date.unreadable");
    ck_assert_str_eq(date("2020"), "- ! date.unreadable");
    ck_assert_str_eq(date("sebelum puasa"), "- ! date.unreadable");
    ck_assert_str_eq(date("0000-00-00"), "-");
}
END_TEST

START_TEST(date_orders)
{
    int64_t day;
    char text[16];
    bina_verdict verdict = {0};

    ck_assert(bina_date_read("3/4/2020", BINA_DATE_MDY, &day, &verdict));
    ck_assert_str_eq(bina_date_format(day, text), "2020-03-04");
    ck_assert(bina_date_read("20/4/3", BINA_DATE_YMD, &day, &verdict));
    ck_assert_str_eq(bina_date_format(day, text), "2020-04-03");
}
END_TEST

/* A year is asked for, and people tell more or less than that. */
START_TEST(years)
{
    bina_record *record = bina_record_new(BINA_ENTERPRISE);
    bina_converting how = {BINA_DATE_DMY, 1, false};
    bina_verdict verdict = {0};
    static const char *const told[] = {"1998", "Juli 1998", "01/07/1998", "1998-07", "1.998"};
    size_t i;

    for (i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
        ck_assert(bina_convert(record, BINA_ENTERPRISE_FOUNDED, told[i], strlen(told[i]), &how,
                               &verdict));
        ck_assert_int_eq(bina_record_int(record, BINA_ENTERPRISE_FOUNDED), 1998);
        ck_assert_ptr_null(verdict.rule);
    }
    ck_assert(bina_convert(record, BINA_ENTERPRISE_FOUNDED, "sejak 1998", 10, &how, &verdict));
    ck_assert_str_eq(verdict.rule, "date.year");
    verdict.rule = NULL;
    ck_assert(!bina_convert(record, BINA_ENTERPRISE_FOUNDED, "1998-2003", 9, &how, &verdict));
    ck_assert(!bina_convert(record, BINA_ENTERPRISE_FOUNDED, "lama", 4, &how, &verdict));
    bina_record_free(record);
}
END_TEST

/* Domain facts, section 9e: the forms of "no value" that were seen. */
START_TEST(missing)
{
    static const char *const forms[] = {"",
                                        "-",
                                        "--",
                                        " - ",
                                        "tidak ada",
                                        "TIDAK ADA",
                                        "n/a",
                                        "#N/A",
                                        "N/A",
                                        "NULL",
                                        "nan",
                                        "0",
                                        "belum pilih komoditi",
                                        "\xC2\xA0"};
    size_t i;

    for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        ck_assert_str_eq(text_of(forms[i]), "-");
    ck_assert_str_eq(text_of("Na"), "Na"); /* a name */
    ck_assert_str_eq(text_of("#REF!"), "- ! cell.formula");
    ck_assert_str_eq(text_of("#####"), "- ! cell.formula");
}
END_TEST

/* What stands in the Probolinggo lists, and what Excel does to a NIK. */
START_TEST(spreadsheet_damage)
{
    ck_assert_str_eq(read_as(BINA_TEXT, "phone", "8.52348e+010"), "- ! number.damaged");
    ck_assert_str_eq(read_as(BINA_TEXT, "phone", "8.52E+10"), "- ! number.damaged");
    ck_assert_str_eq(read_as(BINA_TEXT, "phone", "8,52E+10"), "- ! number.damaged");
    ck_assert_str_eq(read_as(BINA_TEXT, "nik", "5.20305E+15"), "- ! number.damaged");
    ck_assert_str_eq(text_of("8.52E+10"), "- ! number.damaged");
    ck_assert_str_eq(read_as(BINA_TEXT, "phone", "0335-000000"), "0335-000000");
    ck_assert_str_eq(read_as(BINA_TEXT, "nik", "'5203010101900001"), "5203010101900001");
    ck_assert_str_eq(read_as(BINA_TEXT, "nik", "5203010101900001.0"),
                     "5203010101900001 ? number.float");
    ck_assert_str_eq(text_of("Blok E 10"), "Blok E 10");
    ck_assert_str_eq(text_of("  Tenun \xC2\xA0 Ikat\n"), "Tenun Ikat");
}
END_TEST

START_TEST(yes_no_and_codes)
{
    ck_assert_str_eq(read_as(BINA_BOOL, NULL, "Ya"), "1");
    ck_assert_str_eq(read_as(BINA_BOOL, NULL, "TIDAK"), "0");
    ck_assert_str_eq(read_as(BINA_BOOL, NULL, "tidak ada"), "0");
    ck_assert_str_eq(read_as(BINA_BOOL, NULL, "0"), "0");
    ck_assert_str_eq(read_as(BINA_BOOL, NULL, "-"), "-");
    ck_assert_str_eq(read_as(BINA_BOOL, NULL, "mungkin"), "- ! bool.unreadable");
    ck_assert_str_eq(read_as(BINA_CODE, "sex", "L"), "male");
    ck_assert_str_eq(read_as(BINA_CODE, "sex", "Perempuan"), "female");
    ck_assert_str_eq(read_as(BINA_CODE, "sex", "female"), "female");
    ck_assert_str_eq(read_as(BINA_CODE, "sex", "x"), "- ! code.unknown");
    ck_assert_str_eq(read_as(BINA_CODE, "row_nature", "Baris Jumlah"), "total");
    ck_assert_str_eq(read_as(BINA_CODE, "an_office_s_own", "merah"), "merah");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: values");
    TCase *all = tcase_create("values");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(all, indonesian_numbers);
    tcase_add_test(all, words_that_multiply);
    tcase_add_test(all, english_marks);
    tcase_add_test(all, measures);
    tcase_add_test(all, unit_of_money);
    tcase_add_test(all, dates);
    tcase_add_test(all, date_orders);
    tcase_add_test(all, years);
    tcase_add_test(all, missing);
    tcase_add_test(all, spreadsheet_damage);
    tcase_add_test(all, yes_no_and_codes);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
