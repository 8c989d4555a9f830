/*
 * Protects the reference tables against their published sources: Kepmendagri 300.2.2-2430/2025 and
 * the lists before it, BPS codes of 2018, Peraturan BPS 2/2020 (KBLI).
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "reference/crosswalk.h"
#include "reference/industries.h"
#include "reference/regions.h"

static uint64_t
number(const char *code)
{
    return bina_region_parse(code, strlen(code));
}

START_TEST(counts_of_2025_are_the_published_ones)
{
    /* README of the list and the decree: 38, 416 + 98, 7,285, 8,496 + 75,266. */
    int provinces = 0, regencies = 0, cities = 0, districts = 0, kelurahan = 0, desa = 0, adat = 0;
    bina_place_walk walk;
    bina_place place;
    for (size_t n = 0; bina_place_walk_nth(&walk, n); n++)
        while (bina_place_next(&walk, &place)) {
            const char *word = bina_region_level_word(place.number);
            if (place.until != 2025)
                continue;
            provinces += strcmp(word, "province") == 0;
            regencies += strcmp(word, "regency") == 0;
            cities += strcmp(word, "city") == 0;
            districts += strcmp(word, "district") == 0;
            kelurahan += strcmp(word, "kelurahan") == 0;
            desa += strcmp(word, "desa") == 0;
            adat += strcmp(word, "desa_adat") == 0;
        }
    ck_assert_int_eq(provinces, 38);
    ck_assert_int_eq(regencies, 416);
    ck_assert_int_eq(cities, 98);
    ck_assert_int_eq(districts, 7285);
    ck_assert_int_eq(kelurahan, 8496);
    ck_assert_int_eq(desa + adat, 75266);
    ck_assert_int_eq(adat, 14);
}
END_TEST

static int
by_text(const void *a, const void *b)
{
    return strcasecmp(*(char *const *)a, *(char *const *)b);
}

START_TEST(village_names_repeat_as_published)
{
    /* 83,762 villages; 98 are called Sidomulyo. The published list has 63,689 names whatever the
       case, one of which is another with a blank behind it. */
    bina_place_walk walk;
    bina_place place;
    char **names = malloc(90000 * sizeof *names);
    size_t count = 0, distinct = 0, sidomulyo = 0;
    ck_assert_ptr_nonnull(names);
    for (size_t n = 0; bina_place_walk_nth(&walk, n); n++)
        while (bina_place_next(&walk, &place))
            if (place.level == 4 && place.until == 2025)
                names[count++] = strdup(place.name);
    ck_assert_uint_eq(count, 83762);
    qsort(names, count, sizeof *names, by_text);
    for (size_t i = 0; i < count; i++) {
        distinct += i == 0 || strcasecmp(names[i], names[i - 1]) != 0;
        sidomulyo += strcmp(names[i], "Sidomulyo") == 0;
    }
    ck_assert_uint_eq(sidomulyo, 98);
    ck_assert_uint_eq(distinct, 63689 - 1);
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    free(names);
}
END_TEST

START_TEST(retired_codes_stay_known)
{
    /* Of the lists of 2016 to 2023, 594 districts and 26 regencies are gone in 2025. */
    bina_place_walk walk;
    bina_place place;
    uint64_t before = 0;
    int gone[5] = {0};
    for (size_t n = 0; bina_place_walk_nth(&walk, n); n++)
        while (bina_place_next(&walk, &place))
            if (place.number != before) {
                gone[place.level] += !bina_region_current(place.number);
                before = place.number;
            }
    ck_assert_int_eq(gone[1], 0);
    ck_assert_int_eq(gone[2], 26);
    ck_assert_int_eq(gone[3], 594);
    /* Merauke was 91.01 until the province of Papua was cut up. */
    ck_assert_int_eq(bina_place_get(number("91.01"), 0, &place), BINA_OK);
    ck_assert_str_eq(place.name, "Kabupaten Merauke");
    ck_assert_int_eq(place.until, 2022);
    ck_assert_int_eq(bina_place_get(number("91.01"), 2025, &place), BINA_ERR_NOT_FOUND);
}
END_TEST

START_TEST(places_of_the_news_are_found)
{
    static const struct {
        const char *code, *name;
    } places[] = {
        {"35.29.14.2008", "Jelbudan"}, {"53.04.22.1004", "Fatukbot"},
        {"53.04", "Kabupaten Belu"},   {"52.03", "Kabupaten Lombok Timur"},
        {"74.71", "Kota Kendari"},     {"74.05", "Kabupaten Konawe Selatan"},
        {"96", "Papua Barat Daya"},    {"35.29.14", "Dasuk"},
    };
    bina_place place;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        ck_assert_int_eq(bina_place_get(number(places[i].code), 2025, &place), BINA_OK);
        ck_assert_str_eq(place.name, places[i].name);
        ck_assert_int_eq(place.until, 2025);
    }
    ck_assert_str_eq(bina_region_level_word(number("53.04.22.1004")), "kelurahan");
    ck_assert_str_eq(bina_region_level_word(number("35.29.14.2008")), "desa");
    ck_assert_str_eq(bina_region_level_word(number("74.71")), "city");
}
END_TEST

START_TEST(a_code_may_change_its_place)
{
    /* Two villages of Aceh Selatan swapped codes between 2016 and 2018. */
    bina_place place;
    ck_assert_int_eq(bina_place_get(number("11.01.02.2014"), 2016, &place), BINA_OK);
    ck_assert_str_eq(place.name, "Simpang Dua");
    ck_assert_int_eq(bina_place_get(number("11.01.02.2014"), 2025, &place), BINA_OK);
    ck_assert_str_eq(place.name, "Kampung Tinggi");
    /* Between lists the one before counts; before the first there is none. */
    ck_assert_int_eq(bina_place_get(number("11.01.02.2014"), 2017, &place), BINA_OK);
    ck_assert_str_eq(place.name, "Simpang Dua");
    ck_assert_int_eq(bina_place_get(number("11.01.02.2014"), 2010, &place), BINA_ERR_NOT_FOUND);
}
END_TEST

START_TEST(upper_case_is_no_other_name)
{
    /* "KAB. ACEH SELATAN" of 2016 to 2023 is "Kabupaten Aceh Selatan" of 2025. */
    bina_place place;
    ck_assert_int_eq(bina_place_get(number("11.01"), 2016, &place), BINA_OK);
    ck_assert_str_eq(place.name, "Kabupaten Aceh Selatan");
    ck_assert_str_eq(bina_region_bare_name(&place), "Aceh Selatan");
    ck_assert_int_eq(place.since, 2016);
    ck_assert_int_eq(place.until, 2025);
}
END_TEST

START_TEST(codes_are_read_strictly)
{
    char code[BINA_CODE_SIZE];
    ck_assert_uint_eq(number("52.03.05.2001"), UINT64_C(5203052001));
    ck_assert_uint_eq(number("5203052001"), UINT64_C(5203052001));
    ck_assert_uint_eq(number("52"), UINT64_C(5200000000));
    ck_assert_str_eq(bina_region_code(UINT64_C(5203052001), code), "52.03.05.2001");
    ck_assert_str_eq(bina_region_code(UINT64_C(5203050000), code), "52.03.05");
    ck_assert_str_eq(bina_region_code(UINT64_C(5200000000), code), "52");
    ck_assert_uint_eq(number("520"), 0);
    ck_assert_uint_eq(number("52."), 0);
    ck_assert_uint_eq(number("52.0305"), 0);
    ck_assert_uint_eq(number("52.00"), 0);
    ck_assert_uint_eq(number("52.03.05.0000"), 0);
    ck_assert_uint_eq(number("52-03"), 0);
    ck_assert_uint_eq(number(""), 0);
}
END_TEST

START_TEST(bps_and_kemendagri_differ)
{
    /* Belu is 5306 to BPS and 53.04 to Kemendagri; Muna 7402 and 74.03, Konawe 74.02. */
    int equal = 0, regencies = 0;
    ck_assert_uint_eq(bina_crosswalk_from_bps(5306), number("53.04"));
    ck_assert_uint_eq(bina_crosswalk_from_bps(7402), number("74.03"));
    ck_assert_uint_eq(bina_crosswalk_to_bps(number("53.04")), 5306);
    ck_assert_uint_eq(bina_crosswalk_to_bps(number("52.03")), 5203);
    ck_assert_uint_eq(bina_crosswalk_to_bps(number("52.03.05")), 0);
    for (unsigned bps = 1100; bps < 9999; bps++)
        if (bps % 100 != 0 && bina_crosswalk_from_bps(bps) != 0) {
            regencies++;
            equal += bina_crosswalk_from_bps(bps) == (uint64_t)bps * 1000000;
        }
    ck_assert_int_eq(regencies, 514);
    ck_assert_int_eq(equal, 315);
}
END_TEST

START_TEST(industries_are_the_published_ones)
{
    bina_class_walk walk;
    bina_class found;
    int digits[6] = {0}, listed = 0;
    for (size_t n = 0; bina_class_walk_nth(&walk, n); n++)
        while (bina_class_next(&walk, &found)) {
            digits[found.digits]++;
            listed += !found.filled;
            if (found.digits > 0) {
                bina_class above;
                ck_assert_int_eq(bina_class_get(found.parent, &above), BINA_OK);
                ck_assert_str_eq(above.section, found.section);
            }
        }
    ck_assert_int_eq(listed, 2686);
    ck_assert_int_eq(digits[0], 21);
    ck_assert_int_eq(digits[2], 88);
    ck_assert_int_eq(digits[5], 1791);
    ck_assert_int_eq(bina_class_get("13122", &found), BINA_OK);
    ck_assert_str_eq(found.section, "C");
    ck_assert_ptr_nonnull(strstr(found.title, "Tenun Ikat"));
    ck_assert_int_eq(bina_class_get("01111", &found), BINA_OK);
    ck_assert_str_eq(found.title, "Pertanian Jagung");
    ck_assert_str_eq(found.parent, "0111");
    ck_assert_int_eq(bina_class_get("92000", &found), BINA_OK);
    ck_assert(found.filled);
    ck_assert_int_eq(bina_class_get("99999", &found), BINA_ERR_NOT_FOUND);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("reference/regions");
    TCase *tests = tcase_create("tables");
    tcase_add_test(tests, counts_of_2025_are_the_published_ones);
    tcase_add_test(tests, village_names_repeat_as_published);
    tcase_add_test(tests, retired_codes_stay_known);
    tcase_add_test(tests, places_of_the_news_are_found);
    tcase_add_test(tests, a_code_may_change_its_place);
    tcase_add_test(tests, upper_case_is_no_other_name);
    tcase_add_test(tests, codes_are_read_strictly);
    tcase_add_test(tests, bps_and_kemendagri_differ);
    tcase_add_test(tests, industries_are_the_published_ones);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
