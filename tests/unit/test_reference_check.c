/* Protects the validators: what they accept, say, warn of and refuse, and in which words. */
#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/check.h>
#include "base/error.h"
#include "reference/validators.h"

static bina_reading *reading;
static bina_check_options options;

static void
setup(void)
{
    memset(&options, 0, sizeof options);
    options.struct_size = sizeof options;
    options.has_today = true;
    ck_assert(bina_date_from_civil(2026, 11, 22, &options.today));
    reading = NULL;
}

static void
teardown(void)
{
    bina_reading_free(reading);
    reading = NULL;
}

static bina_status
check(const char *what, const char *text)
{
    bina_reading_free(reading);
    return bina_check(what, text, &options, &reading);
}

static bool
broke(const char *rule)
{
    for (int i = 0; i < bina_reading_count(reading); i++)
        if (strcmp(bina_error_rule(bina_reading_complaint(reading, i)), rule) == 0)
            return true;
    return false;
}

static bina_value
fact(const char *name)
{
    const bina_record *facts = bina_reading_facts(reading);
    int slot = bina_description_find(bina_record_description(facts), name);
    ck_assert_msg(slot >= 0, "no fact %s", name);
    return bina_record_get(facts, slot);
}

static const char *
text_of(const char *name)
{
    bina_value value = fact(name);
    return bina_type_held_as(value.type) == BINA_TEXT ? value.as.text : "(none)";
}

static void
good(const char *what, const char *text, const char *normal)
{
    bina_status status = check(what, text);
    ck_assert_msg(
        status == BINA_OK, "%s refused a good value (%s)", what,
        bina_reading_count(reading) > 0 ? bina_error_rule(bina_reading_complaint(reading, 0)) : "");
    ck_assert_str_eq(bina_reading_normal(reading), normal);
}

static void
refused(const char *what, const char *text, const char *rule)
{
    ck_assert_msg(check(what, text) == BINA_ERR_INVALID, "%s took \"%s\"", what, text);
    ck_assert_msg(broke(rule), "%s refused \"%s\" by %s, not %s", what, text,
                  bina_error_rule(bina_reading_complaint(reading, 0)), rule);
    ck_assert_str_eq(bina_reading_normal(reading), "");
}

/* Made-up people: 52.03.05 is Aikmel (Lombok Timur); nobody is numbered 9xxx in one district a day.
 */
START_TEST(nik_says_place_birth_and_sex)
{
    int64_t born;
    good("nik", "5203051708759003", "5203051708759003");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    ck_assert_str_eq(text_of("region"), "52.03.05");
    ck_assert_str_eq(text_of("sex"), "male");
    ck_assert(bina_date_from_civil(1975, 8, 17, &born));
    ck_assert_int_eq(fact("born").as.integer, born);
    good("nik", " '5203055708759003 ", "5203055708759003");
    ck_assert_str_eq(text_of("sex"), "female");
    ck_assert_int_eq(fact("born").as.integer, born);
    good("nik", "520305 170875 9003", "5203051708759003");
}
END_TEST

START_TEST(nik_century_is_reasoned)
{
    int64_t day;
    /* 29 February exists in 2000 and not in 1900; 2010 is likely, 1910 beyond the oldest. */
    good("nik", "5203052902009003", "5203052902009003");
    ck_assert(bina_date_from_civil(2000, 2, 29, &day));
    ck_assert_int_eq(fact("born").as.integer, day);
    good("nik", "5203050101209003", "5203050101209003");
    ck_assert(broke("nik.century"));
    ck_assert_int_eq(fact("born").type, BINA_NULL);
    ck_assert(bina_date_from_civil(1920, 1, 1, &day));
    ck_assert_int_eq(fact("born_earliest").as.integer, day);
    ck_assert(bina_date_from_civil(2020, 1, 1, &day));
    ck_assert_int_eq(fact("born_latest").as.integer, day);
    /* Tomorrow's birth is a century ago. */
    good("nik", "5203052311269003", "5203052311269003");
    ck_assert(bina_date_from_civil(1926, 11, 23, &day));
    ck_assert_int_eq(fact("born").as.integer, day);
    refused("nik", "5203052902019003", "nik.date");
}
END_TEST

START_TEST(nik_of_a_retired_district_stays_valid)
{
    /* Merauke was 91.01.01 until 2022 and is 93.01.01 now. */
    good("nik", "9101011708759003", "9101011708759003");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    ck_assert_str_eq(text_of("region_name"), "Merauke");
    good("nik", "5203991708759003", "5203991708759003");
    ck_assert(broke("nik.district"));
    ck_assert_str_eq(text_of("region"), "52.03");
    good("nik", "5269011708759003", "5269011708759003");
    ck_assert(broke("nik.regency"));
}
END_TEST

START_TEST(nik_is_refused_with_its_reason)
{
    refused("nik", "", "nik.missing");
    refused("nik", NULL, "nik.missing");
    refused("nik", "-", "nik.missing");
    refused("nik", "tidak ada", "nik.missing");
    refused("nik", "5.20305E+15", "nik.scientific");
    refused("nik", "5,20305E+15", "nik.scientific");
    refused("nik", "520305170875900", "nik.length");
    refused("nik", "52030517087590031", "nik.length");
    refused("nik", "520305170875900x", "nik.characters");
    refused("nik", "5203053208759003", "nik.date");
    refused("nik", "5203057208759003", "nik.date");
    refused("nik", "5203051713759003", "nik.date");
    refused("nik", "5203051708750000", "nik.serial");
    refused("nik", "9903051708759003", "nik.province");
    refused("nik", "1111111111111111", "nik.placeholder");
    refused("nik", "1234567890123456", "nik.placeholder");
    good("nik", "5203051708759003.0", "5203051708759003");
    ck_assert(broke("nik.decimal"));
    good("nik", "5203051708759000", "5203051708759000");
    ck_assert(broke("nik.rounded"));
}
END_TEST

START_TEST(numbers_of_businesses)
{
    good("nib", "0220001234567", "0220001234567");
    refused("nib", "220001234567", "nib.zero");
    refused("nib", "2.20001E+11", "nib.scientific");
    refused("nib", "02200012345678", "nib.length");
    /* The example number of the tax office's own handbooks, in both shapes. */
    good("npwp", "01.300.066.6-091.000", "0013000666091000");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    ck_assert_str_eq(text_of("tax_office"), "091");
    good("npwp", "0013000666091000", "0013000666091000");
    good("npwp", "13000666091000", "0013000666091000");
    ck_assert(broke("npwp.zero"));
    good("npwp", "02.300.066.6-091.000", "0023000666091000");
    ck_assert(broke("npwp.check"));
    good("npwp", "5203051708759003", "5203051708759003");
    ck_assert_str_eq(text_of("form"), "nik");
    refused("npwp", "9903051708759003", "npwp.nik");
    refused("npwp", "123", "npwp.length");
    good("kk", "5203051708150012", "5203051708150012");
    refused("kk", "520305170815001", "kk.length");
}
END_TEST

START_TEST(kbli_knows_titles_and_lost_zeros)
{
    good("kbli", "13122", "13122");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    ck_assert_str_eq(text_of("section"), "C");
    ck_assert_int_eq(fact("edition").as.integer, 2020);
    good("kbli", "C 13122", "13122");
    good("kbli", "A13122", "13122");
    ck_assert(broke("kbli.section"));
    good("kbli", "13122 - Industri Pertenunan", "13122");
    good("kbli", "1111", "01111");
    ck_assert(broke("kbli.zero"));
    ck_assert_str_eq(text_of("title"), "Pertanian Jagung");
    good("kbli", "1312", "1312");
    ck_assert(broke("kbli.group"));
    good("kbli", "99999", "99999");
    ck_assert(broke("kbli.unknown"));
    refused("kbli", "131222", "kbli.length");
    refused("kbli", "tenun", "kbli.characters");
}
END_TEST

START_TEST(gtin_check_digit)
{
    /* Examples of the GS1 General Specifications and of the GTIN check digit page. */
    good("gtin", "6291041500213", "6291041500213");
    good("gtin", "614141000036", "0614141000036");
    good("gtin", "10614141000415", "10614141000415");
    refused("gtin", "6291041500214", "gtin.check");
    ck_assert_ptr_nonnull(strstr(
        bina_error_message(bina_reading_complaint(reading, 0), BINA_ENGLISH), "should be 3"));
    good("gtin", "8991002101630", "8991002101630");
    ck_assert_str_eq(text_of("issuer"), "indonesia");
    good("gtin", "2000000000008", "2000000000008");
    ck_assert(broke("gtin.in-store"));
    refused("gtin", "8991002101631", "gtin.check");
    refused("gtin", "8.991E+12", "gtin.scientific");
    refused("gtin", "12345", "gtin.length");
}
END_TEST

START_TEST(phones_in_every_dress)
{
    good("phone", "0812 0000 0001", "+6281200000001");
    ck_assert_str_eq(text_of("sort"), "mobile");
    good("phone", "+6281200000001", "+6281200000001");
    good("phone", "+62 812-0000-0001", "+6281200000001");
    good("phone", "62 812 0000 0001", "+6281200000001");
    good("phone", "+62 0812 0000 0001", "+6281200000001");
    good("phone", "006281200000001", "+6281200000001");
    good("phone", "HP. 081200000001", "+6281200000001");
    good("phone", "81200000001", "+6281200000001");
    ck_assert(broke("phone.zero"));
    good("phone", "81200000001.0", "+6281200000001");
    ck_assert(broke("phone.decimal"));
    good("phone", "0335-420001", "+62335420001");
    ck_assert_str_eq(text_of("sort"), "landline");
    good("phone", "(021) 5200001", "+62215200001");
    good("phone", "081200000001 / 081300000002", "+6281200000001");
    ck_assert(broke("phone.several"));
    ck_assert_str_eq(text_of("second"), "+6281300000002");
    good("phone", "0812-0000-0001 dan 0813-0000-0002", "+6281200000001");
    ck_assert_str_eq(text_of("second"), "+6281300000002");
    good("phone", "081200000001 081300000002", "+6281200000001");
    good("phone", "+60 12 345 6789", "+60123456789");
    ck_assert(broke("phone.foreign"));
    refused("phone", "8.52348e+010", "phone.scientific");
    refused("phone", "8.52E+10", "phone.scientific");
    refused("phone", "08120", "phone.length");
    refused("phone", "081234567890", "phone.placeholder");
    refused("phone", "000000000", "phone.placeholder");
    refused("phone", "00333333333333", "phone.placeholder"); /* as +333333333333 is */
    refused("phone", "-", "phone.missing");
    refused("phone", "belum ada nomor", "phone.length");
}
END_TEST

START_TEST(regions_of_two_systems)
{
    good("region", "5304221004", "53.04.22.1004");
    ck_assert_str_eq(text_of("name"), "Fatukbot");
    ck_assert_str_eq(text_of("level"), "kelurahan");
    good("region", "53.04", "53.04");
    ck_assert_str_eq(text_of("bps"), "5306");
    good("region", "5306", "53.06");
    ck_assert(broke("region.system"));
    good("region", "5203", "52.03");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    good("region", "91.01", "91.01");
    ck_assert(broke("region.retired"));
    refused("region", "5203010", "region.bps-district");
    refused("region", "52.99", "region.unknown");
    refused("region", "52.99.01", "region.unknown");
    good("region", "52.03.05.2999", "52.03.05.2999");
    ck_assert(broke("region.newer"));
    refused("region", "520", "region.length");
}
END_TEST

START_TEST(marks_of_food)
{
    /* A number of Purworejo (33.06), expired 2019. */
    good("pirt", "P-IRT No. 3063306010072-19", "3063306010072-19");
    ck_assert_str_eq(text_of("packaging"), "carton");
    ck_assert_str_eq(text_of("region"), "33.06");
    ck_assert_int_eq(fact("expires").as.integer, 2019);
    ck_assert(broke("pirt.expired"));
    good("pirt", "306330601007230", "3063306010072-30");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    good("pirt", "33063306010072", "33063306010072");
    ck_assert(broke("pirt.shape"));
    refused("pirt", "123", "pirt.length");
    good("halal", "ID 81110000123456789", "ID81110000123456789");
    good("halal", "Sertifikat Halal No. ID 81110000123456789", "ID81110000123456789");
    ck_assert_int_eq(bina_reading_count(reading), 0);
    refused("halal", "KH 15100000123456", "halal.fatwa");
    good("bpom", "BPOM RI MD 224510107115", "MD224510107115");
    refused("bpom", "TR 123456789", "bpom.prefix");
}
END_TEST

START_TEST(every_rule_speaks_two_languages)
{
    const char *what;
    for (int i = 0; (what = bina_check_at(i)) != NULL; i++) {
        const char *id;
        ck_assert_ptr_nonnull(bina_check_label(what));
        ck_assert_ptr_nonnull(bina_check_doc(what, BINA_ENGLISH));
        ck_assert_str_ne(bina_check_doc(what, BINA_ENGLISH), bina_check_doc(what, BINA_INDONESIAN));
        for (int n = 0; (id = bina_check_rule_at(what, n)) != NULL; n++) {
            const char *english = bina_check_rule_text(what, n, BINA_ENGLISH);
            const char *indonesian = bina_check_rule_text(what, n, BINA_INDONESIAN);
            ck_assert(strncmp(id, what, strlen(what)) == 0 && id[strlen(what)] == '.');
            ck_assert(english[strlen(english) - 1] == '.');
            ck_assert(indonesian[strlen(indonesian) - 1] == '.');
            ck_assert_ptr_null(strstr(english, "%s"));
            ck_assert_ptr_null(strstr(indonesian, "%s"));
            ck_assert_str_ne(english, indonesian);
        }
    }
    ck_assert_ptr_null(bina_check_doc("nothing", BINA_ENGLISH));
    ck_assert_int_eq(check("nothing", "1"), BINA_ERR_NOT_FOUND);
}
END_TEST

START_TEST(no_sentence_repeats_the_number)
{
    static const char *const numbers[] = {"520305170875900", "99030517087590031", "08129998",
                                          "5203053208759003", "6291041500214"};
    const char *what;
    for (int i = 0; (what = bina_check_at(i)) != NULL; i++)
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
            check(what, numbers[k]);
            for (int n = 0; n < bina_reading_count(reading); n++) {
                const bina_error *complaint = bina_reading_complaint(reading, n);
                for (int language = 0; language < 2; language++) {
                    const char *text = bina_error_message(complaint, (bina_language)language);
                    ck_assert_ptr_null(strstr(text, numbers[k]));
                    for (const char *c = text; *c != 0; c++)
                        ck_assert_msg(strspn(c, "0123456789") < 6, "a sentence of %s tells digits",
                                      what);
                }
            }
        }
}
END_TEST

START_TEST(bulk_form_agrees)
{
    char normal[64];
    bina_error complaint;
    ck_assert_int_eq(
        bina_validate("nik", "5203051708759003xyz", 16, options.today, normal, 64, &complaint),
        BINA_OK);
    ck_assert_str_eq(normal, "5203051708759003");
    ck_assert_int_eq(bina_error_status(&complaint), BINA_OK);
    ck_assert_int_eq(bina_validate("nik", "52", 2, options.today, normal, 64, &complaint),
                     BINA_ERR_INVALID);
    ck_assert_str_eq(bina_error_rule(&complaint), "nik.length");
    ck_assert_str_eq(normal, "");
    ck_assert_int_eq(bina_validate("nik", "5203991708759003", 16, options.today, normal, 8, NULL),
                     BINA_OK);
    ck_assert_str_eq(normal, "5203991");
    ck_assert_int_eq(bina_validate("none", "1", 1, 0, normal, 64, &complaint), BINA_ERR_NOT_FOUND);
}
END_TEST

/* A bounded storm of bytes, from a fixed seed: nothing may crash, and the normal form stays normal.
 */
START_TEST(random_bytes_do_no_harm)
{
    static const char *const pieces[] = {
        "0",   "62",    "+",        "-",        ".0",  "E+1",   "'",
        "=\"", "\"",    "/",        " ",        "8",   "ID",    "MD",
        "00",  "P-IRT", "\xC2\xA0", "\xE2\x80", "dan", "13122", "5203051708759003",
        "\n",  "9",     "1",        "\xFF"};
    uint32_t seed = 20201109;
    const char *what;
    for (int i = 0; (what = bina_check_at(i)) != NULL; i++)
        for (int round = 0; round < 1500; round++) {
            char text[400], normal[BINA_CHECK_NORMAL], again[BINA_CHECK_NORMAL];
            size_t length = 0;
            for (uint32_t n = (seed >> 24) % 14; n > 0 || length == 0; n = n > 0 ? n - 1 : 0) {
                seed = seed * 1664525u + 1013904223u;
                const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
                if ((seed & 0x7000) == 0)
                    text[length++] = (char)(seed >> 8);
                else {
                    memcpy(text + length, piece, strlen(piece));
                    length += strlen(piece);
                }
            }
            if (round == 0)
                length = 0;
            if (round == 1)
                memset(text, '8', length = 399);
            /* On the heap without a NUL, so that reading past the end is seen. */
            char *exact = malloc(length > 0 ? length : 1);
            memcpy(exact, text, length);
            bina_status status =
                bina_validate(what, exact, length, options.today, normal, sizeof normal, NULL);
            free(exact);
            if (status == BINA_OK) {
                status = bina_validate(what, normal, strlen(normal), options.today, again,
                                       sizeof again, NULL);
                ck_assert_msg(status == BINA_OK, "%s refuses a normal form of its own", what);
                ck_assert_str_eq(again, normal);
            }
            text[length] = 0;
            check(what, text);
        }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("reference/check");
    TCase *tests = tcase_create("validators");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, nik_says_place_birth_and_sex);
    tcase_add_test(tests, nik_century_is_reasoned);
    tcase_add_test(tests, nik_of_a_retired_district_stays_valid);
    tcase_add_test(tests, nik_is_refused_with_its_reason);
    tcase_add_test(tests, numbers_of_businesses);
    tcase_add_test(tests, kbli_knows_titles_and_lost_zeros);
    tcase_add_test(tests, gtin_check_digit);
    tcase_add_test(tests, phones_in_every_dress);
    tcase_add_test(tests, regions_of_two_systems);
    tcase_add_test(tests, marks_of_food);
    tcase_add_test(tests, every_rule_speaks_two_languages);
    tcase_add_test(tests, no_sentence_repeats_the_number);
    tcase_add_test(tests, bulk_form_agrees);
    tcase_add_test(tests, random_bytes_do_no_harm);
    tcase_set_timeout(tests, 120);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
