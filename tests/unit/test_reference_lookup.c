/*
 * Protects bina/reference.h: finding regions by code and by names, successions, what lies under a
 * region, and the lists. Facts: the lists of 2016 to 2025, the laws that cut up Papua (UU 14, 15,
 * 16 and 29/2022).
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include "base/error.h"
#include "reference/finder.h"
#include "reference/regions.h"
#include "reference/successions.h"

static bina_finder *finder;
static bina_error complaint;
static bina_place_match match;

static void
setup(void)
{
    finder = bina_finder_new();
    ck_assert_ptr_nonnull(finder);
}

static void
teardown(void)
{
    bina_finder_free(finder);
}

static bina_status
resolve(const char *village, const char *district, const char *regency, const char *province)
{
    bina_place_names names = {village, district, regency, province};
    return bina_finder_resolve(finder, &names, &match, &complaint);
}

static void
meant(const char *village, const char *district, const char *regency, const char *province,
      const char *expected)
{
    char code[BINA_CODE_SIZE];
    bina_status status = resolve(village, district, regency, province);
    ck_assert_msg(status == BINA_OK, "%s/%s/%s: %s", village != NULL ? village : "",
                  district != NULL ? district : "", regency != NULL ? regency : "", complaint.rule);
    ck_assert_str_eq(bina_region_code(match.number, code), expected);
}

START_TEST(places_are_found_however_written)
{
    meant("Jelbudan", "Dasuk", "Sumenep", NULL, "35.29.14.2008");
    meant("DESA JELBUDAN", "Kec. Dasuk", "Kab. Sumenep", "Jatim", "35.29.14.2008");
    meant("J e l b u d a n", "dasuk", "SUMENEP", "", "35.29.14.2008");
    meant("Jelbudan", NULL, NULL, NULL, "35.29.14.2008");
    meant("Kel. Fatukbot", "Atambua Selatan", "Belu", "NTT", "53.04.22.1004");
    meant("Fatukbot", "Atambua Sel.", "53.04", NULL, "53.04.22.1004");
    meant(NULL, NULL, "Lotim", "NTB", "52.03");
    meant(NULL, NULL, "Konsel", NULL, "74.05");
    meant(NULL, NULL, NULL, "Sultra", "74");
    meant(NULL, NULL, NULL, "DKI Jakarta", "31");
    meant(NULL, NULL, "Kota Bogor", NULL, "32.71");
    meant(NULL, NULL, "Kab Bogor", NULL, "32.01");
    meant(NULL, "Ilir Barat II", "Palembang", NULL, "16.71.01");
}
END_TEST

START_TEST(misspelt_names_are_told)
{
    /* Samarinda's register writes Mugerejo for Mugirejo. */
    meant("Mugerejo", NULL, "Samarinda", NULL, "64.72.08.1004");
    ck_assert_str_eq(bina_error_rule(&complaint), "region.spelling");
    ck_assert_int_eq(bina_error_severity(&complaint), BINA_WARNING);
    meant("Jelboedan", "Dasoek", "Soemenep", NULL, "35.29.14.2008");
    ck_assert_str_eq(complaint.rule, "");
}
END_TEST

START_TEST(a_first_word_may_be_cut)
{
    /* Villages of Lombok Timur, of Kepmendagri 300.2.2-2430/2025. */
    meant("Kb. Kerang", "Aikmel", "52.03", NULL, "52.03.09.2004");
    meant("KMBG KUNING", "Sikur", "52.03", NULL, "52.03.04.2007");
    meant("Lab. Pandan", "Sambelia", "52.03", NULL, "52.03.10.2004");
    meant("Mt. Belae", "Keruak", "52.03", NULL, "52.03.01.2014");
    ck_assert_str_eq(bina_error_rule(&complaint), "region.spelling");
    /* Letters in another order, or of another word, are no cut of it. */
    ck_assert_int_eq(resolve("Bk. Kerang", "Aikmel", "52.03", NULL), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(resolve("Kx. Kerang", "Aikmel", "52.03", NULL), BINA_ERR_NOT_FOUND);
}
END_TEST

START_TEST(nothing_is_guessed)
{
    /* "Loa Janan" for Loa Janan Ilir: a hint, no answer. */
    bina_place_names names = {NULL, "Loa Janan", "Kota Samarinda", NULL};
    bina_place_match matches[BINA_PLACE_MATCHES];
    char code[BINA_CODE_SIZE];
    size_t count;
    ck_assert_int_eq(resolve(NULL, "Loa Janan", "Kota Samarinda", NULL), BINA_ERR_NOT_FOUND);
    ck_assert_str_eq(complaint.rule, "region.not-found");
    ck_assert_int_eq(bina_finder_find(finder, &names, matches, &count), BINA_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(bina_region_code(matches[0].number, code), "64.72.10");
    ck_assert((matches[0].how & BINA_FOUND_PART) != 0);
    ck_assert_int_eq(resolve(NULL, NULL, "Bogor", NULL), BINA_ERR_INVALID);
    ck_assert_str_eq(complaint.rule, "region.ambiguous");
    ck_assert_int_eq(resolve("Sidomulyo", NULL, NULL, NULL), BINA_ERR_INVALID);
    ck_assert_int_eq(resolve("Tidak Pernah Ada", "Dasuk", "Sumenep", NULL), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(resolve(NULL, "", NULL, "-"), BINA_ERR_USAGE);
    /* A number in a name is no spelling: Simpang 2 is not Simpang 3. */
    ck_assert_int_eq(resolve("Lubuk Pakam 7", NULL, "Deli Serdang", NULL), BINA_ERR_NOT_FOUND);
}
END_TEST

START_TEST(former_names_and_codes_lead_to_todays)
{
    /* Tampan became Binawidya and Rumbai Pesisir became Rumbai (Pekanbaru, 2020 to 2022). */
    meant(NULL, "Tampan", "Pekanbaru", NULL, "14.71.08");
    ck_assert((match.how & BINA_FOUND_FORMER_NAME) != 0);
    meant(NULL, "Rumbai", "Pekanbaru", NULL, "14.71.12");
    /* Merauke was 91.01 in Papua and is 93.01 in Papua Selatan. */
    meant(NULL, "Merauke", "Merauke", "Papua", "93.01.01");
    meant(NULL, NULL, "91.01", NULL, "93.01");
    meant(NULL, NULL, "Kabupaten Mamuju Utara", NULL, "76.01");
}
END_TEST

START_TEST(under_follows_papua)
{
    /* UU 14/2022: Papua Selatan is Merauke, Boven Digoel, Mappi and Asmat. */
    ck_assert(bina_region_is_under("91.01", "93", 2025));
    ck_assert(bina_region_is_under("91.16", "93", 0));
    ck_assert(bina_region_is_under("91.17", "93", 0));
    ck_assert(bina_region_is_under("91.18.01", "93", 0));
    ck_assert(!bina_region_is_under("91.01", "91", 2025));
    ck_assert(bina_region_is_under("91.01", "91", 2020));
    ck_assert(bina_region_is_under("93.01", "91", 2020));
    ck_assert(bina_region_is_under("93.01.01.1001", "91.01", 0));
    ck_assert(bina_region_is_under("91.03", "91", 2025));
    /* UU 29/2022: Papua Barat Daya took Sorong from Papua Barat. */
    ck_assert(bina_region_is_under("92.71", "96", 2025));
    ck_assert(!bina_region_is_under("92.71", "92", 2025));
    ck_assert(bina_region_is_under("96.71", "92", 2023));
    ck_assert(bina_region_is_under("52.03.05.2001", "52.03", 0));
    ck_assert(!bina_region_is_under("52.03.05.2001", "52.04", 0));
    ck_assert(!bina_region_is_under("nonsense", "52", 0));
}
END_TEST

START_TEST(ranges_say_the_same_as_the_question)
{
    static const struct {
        const char *code;
        int edition;
    } areas[] = {{"52", 0},    {"93", 2025},    {"91", 2025},
                 {"92", 2020}, {"12.08.32", 0}, {"14.71", 2016}};
    for (size_t a = 0; a < sizeof areas / sizeof *areas; a++) {
        uint64_t area = bina_region_parse(areas[a].code, strlen(areas[a].code));
        bina_code_range *ranges;
        bina_place_walk walk;
        bina_place place;
        size_t count;
        uint64_t before = 0;
        int edition = areas[a].edition == 0 ? 2025 : areas[a].edition;
        ck_assert_int_eq(bina_region_ranges(area, areas[a].edition, &ranges, &count), BINA_OK);
        for (size_t i = 0; i < count; i++) {
            ck_assert_str_lt(ranges[i].from, ranges[i].to);
            if (i > 0)
                ck_assert_str_le(ranges[i - 1].to, ranges[i].from);
        }
        for (size_t n = 0; bina_place_walk_nth(&walk, n); n++) {
            unsigned province = (unsigned)(walk.number / 100000000);
            if (province != area / 100000000 && province < 90)
                continue;
            for (int k = 0; bina_place_next(&walk, &place); k++) {
                char code[BINA_CODE_SIZE];
                bool inside = false;
                if (place.number == before || (place.level == 4 && k % 7 != 0))
                    continue;
                before = place.number;
                bina_region_code(place.number, code);
                for (size_t i = 0; i < count; i++)
                    inside = inside ||
                             (strcmp(ranges[i].from, code) <= 0 && strcmp(code, ranges[i].to) < 0);
                ck_assert_msg(inside == bina_region_lies_under(place.number, area, edition),
                              "%s under %s of %d", code, areas[a].code, edition);
            }
        }
        free(ranges);
    }
}
END_TEST

START_TEST(new_villages_lie_where_their_district_does)
{
    bina_cursor *ranges;
    const bina_record *range;
    /* A code no list knows is taken with its district. */
    ck_assert_int_eq(bina_region_under("53.04.22", 0, &ranges), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(ranges, &range), BINA_OK);
    ck_assert_str_eq(bina_record_text(range, 0), "53.04.22");
    ck_assert_str_eq(bina_record_text(range, 1), "53.04.22/");
    ck_assert(strcmp("53.04.22.1099", bina_record_text(range, 1)) < 0);
    ck_assert_int_eq(bina_cursor_next(ranges, &range), BINA_DONE);
    bina_cursor_free(ranges);
    ck_assert_int_eq(bina_region_under("54", 0, &ranges), BINA_ERR_NOT_FOUND);
    ck_assert_int_eq(bina_region_under("5", 0, &ranges), BINA_ERR_SYNTAX);
}
END_TEST

START_TEST(every_retired_regency_and_district_has_an_heir)
{
    bina_place_walk walk;
    bina_place place;
    uint64_t before = 0, heirs[BINA_HEIRS];
    int retired = 0, lost = 0, villages = 0, lost_villages = 0;
    for (size_t n = 0; bina_place_walk_nth(&walk, n); n++)
        while (bina_place_next(&walk, &place)) {
            if (place.number == before || bina_region_current(place.number))
                continue;
            before = place.number;
            bool none = bina_region_at(place.number, 2025, heirs) == 0;
            if (place.level < 4) {
                retired++;
                lost += none;
            } else {
                villages++;
                lost_villages += none;
            }
        }
    ck_assert_int_eq(retired, 594 + 26);
    ck_assert_int_eq(lost, 0);
    /* Of villages, names leave a few in the dark. */
    ck_assert_int_gt(villages, 6000);
    ck_assert_int_lt(lost_villages * 100, villages * 4);
}
END_TEST

START_TEST(records_and_lists)
{
    bina_record *region, *industry;
    bina_cursor *cursor;
    const bina_record *row;
    bina_error *error = bina_error_new();
    char code[8];
    int count = 0;
    ck_assert_int_eq(bina_region_get("5304", 0, &region, error), BINA_OK);
    ck_assert_str_eq(bina_record_text(region, BINA_REGION_CODE), "53.04");
    ck_assert_str_eq(bina_record_text(region, BINA_REGION_NAME), "Belu");
    ck_assert_str_eq(bina_record_text(region, BINA_REGION_LEVEL), "regency");
    ck_assert_str_eq(bina_record_text(region, BINA_REGION_PARENT), "53");
    ck_assert_str_eq(bina_record_text(region, BINA_REGION_BPS), "5306");
    ck_assert_int_eq(bina_record_int(region, BINA_REGION_FIRST_EDITION), 2016);
    ck_assert(!bina_record_is_set(region, BINA_REGION_LAST_EDITION));
    bina_record_free(region);
    ck_assert_int_eq(bina_region_get("53.99", 0, &region, error), BINA_ERR_NOT_FOUND);
    ck_assert_ptr_null(region);
    ck_assert_int_eq(bina_region_get("x", 0, &region, error), BINA_ERR_SYNTAX);

    ck_assert_str_eq(bina_region_from_bps("5306", code), "53.04");
    ck_assert_str_eq(bina_region_from_bps("53", code), "53");
    ck_assert_str_eq(bina_region_from_bps("53.06", code), "");
    ck_assert_str_eq(bina_region_to_bps("74.03", code), "7402");

    ck_assert_int_eq(bina_industry_get("31001", 2020, &industry, error), BINA_OK);
    ck_assert_ptr_nonnull(strstr(bina_record_text(industry, BINA_INDUSTRY_TITLE), "Kayu"));
    ck_assert_str_eq(bina_record_text(industry, BINA_INDUSTRY_SECTION), "C");
    ck_assert_str_eq(bina_record_text(industry, BINA_INDUSTRY_PARENT), "3100");
    bina_record_free(industry);
    ck_assert_int_eq(bina_industry_get("31001", 2025, &industry, error), BINA_ERR_UNSUPPORTED);

    /* Manufacturing is divisions 10 to 33. */
    ck_assert_int_eq(bina_reference_list(BINA_INDUSTRY, 0, "C", &cursor), BINA_OK);
    while (bina_cursor_next(cursor, &row) == BINA_OK) {
        const char *text = bina_record_text(row, BINA_INDUSTRY_CODE);
        count += strlen(text) == 2;
        ck_assert_str_eq(bina_record_text(row, BINA_INDUSTRY_SECTION), "C");
    }
    bina_cursor_free(cursor);
    ck_assert_int_eq(count, 24);

    /* Nusa Tenggara Barat: 8 regencies, 2 cities, 117 districts, 145 + 1,021 villages in 2025. */
    ck_assert_int_eq(bina_reference_list(BINA_REGION, 2025, "52", &cursor), BINA_OK);
    for (count = 0; bina_cursor_next(cursor, &row) == BINA_OK;)
        count++;
    bina_cursor_free(cursor);
    ck_assert_int_eq(count, 1 + 10 + 117 + 145 + 1021);

    ck_assert_int_eq(bina_reference_list(BINA_SUCCESSION, 2023, "91.01", &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_str_eq(bina_record_text(row, BINA_SUCCESSION_FROM_CODE), "91.01");
    ck_assert_str_eq(bina_record_text(row, BINA_SUCCESSION_TO_CODE), "93.01");
    ck_assert_str_eq(bina_record_text(row, BINA_SUCCESSION_NATURE), "moved");
    ck_assert_int_eq(bina_record_int(row, BINA_SUCCESSION_CONFIDENCE), 99);
    bina_cursor_free(cursor);

    ck_assert_int_eq(bina_region_successors("91.01", 0, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_str_eq(bina_record_text(row, BINA_REGION_CODE), "93.01");
    bina_cursor_free(cursor);

    ck_assert_int_eq(bina_reference_list(BINA_ENTERPRISE, 0, NULL, &cursor), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_reference_list(BINA_REGION, 0, "x", &cursor), BINA_ERR_SYNTAX);
    bina_error_free(error);
}
END_TEST

START_TEST(candidates_and_answers)
{
    bina_cursor *cursor;
    bina_record *region;
    const bina_record *row;
    const bina_description *shape;
    ck_assert_int_eq(bina_region_find("Sidomulyo", NULL, "Kab. Kulon Progo", NULL, &cursor),
                     BINA_OK);
    shape = bina_cursor_description(cursor);
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_str_eq(bina_record_text(row, bina_description_find(shape, "path")),
                     "Sidomulyo, Pengasih, Kabupaten Kulon Progo, Daerah Istimewa Yogyakarta");
    ck_assert_int_eq(bina_record_int(row, bina_description_find(shape, "score")), 100);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_region_find(NULL, NULL, NULL, NULL, &cursor), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_region_resolve("Jelbudan", "Dasuk", "Sumenep", NULL, &region, NULL),
                     BINA_OK);
    ck_assert_str_eq(bina_record_text(region, BINA_REGION_CODE), "35.29.14.2008");
    bina_record_free(region);
    ck_assert_int_eq(bina_region_resolve(NULL, NULL, "Bogor", NULL, &region, NULL),
                     BINA_ERR_INVALID);
    ck_assert_str_eq(bina_region_edition_basis(0), "Kepmendagri 300.2.2-2430/2025");
    ck_assert_int_eq(bina_region_edition_at(0), 2016);
    ck_assert_int_eq(bina_region_edition_at(6), 0);
}
END_TEST

START_TEST(random_names_do_no_harm)
{
    static const char letters[] = "aAeEiIoOuUkKtT  ..''-/(,17\xC3\xA9";
    uint32_t seed = 9112020;
    for (int round = 0; round < 400; round++) {
        char names[3][120];
        bina_place_names asked = {names[0], names[1], "52.03", NULL};
        bina_place_match matches[BINA_PLACE_MATCHES];
        size_t count;
        for (int i = 0; i < 3; i++) {
            size_t length = 0, wanted = (seed >> 20) % 100;
            for (; length < wanted; length++) {
                seed = seed * 1664525u + 1013904223u;
                names[i][length] = letters[(seed >> 16) % (sizeof letters - 1)];
            }
            names[i][length] = 0;
        }
        if (round % 16 == 0)
            asked.regency = names[2];
        if (bina_finder_find(finder, &asked, matches, &count) == BINA_OK)
            for (size_t i = 0; i < count; i++)
                ck_assert(bina_region_known(matches[i].number, NULL));
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("reference/lookup");
    TCase *tests = tcase_create("lookup");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, places_are_found_however_written);
    tcase_add_test(tests, misspelt_names_are_told);
    tcase_add_test(tests, a_first_word_may_be_cut);
    tcase_add_test(tests, nothing_is_guessed);
    tcase_add_test(tests, former_names_and_codes_lead_to_todays);
    tcase_add_test(tests, under_follows_papua);
    tcase_add_test(tests, ranges_say_the_same_as_the_question);
    tcase_add_test(tests, new_villages_lie_where_their_district_does);
    tcase_add_test(tests, every_retired_regency_and_district_has_an_heir);
    tcase_add_test(tests, records_and_lists);
    tcase_add_test(tests, candidates_and_answers);
    tcase_add_test(tests, random_names_do_no_harm);
    tcase_set_timeout(tests, 120);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
