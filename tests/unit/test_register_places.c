/*
 * Protects that places are followed through the years: a village that got another code or name, and
 * an enterprise that went to another regency. Codes and names are the ministry's; people are made
 * up.
 */
#include "register_cases.h"

#define CODED  "No,Nama Pemilik,Nama Usaha,Dusun,RT,Kode Wilayah,No HP,Produk,Kode KBLI\n"
#define PLACED "No,Nama Pemilik,Dusun,RT,Desa,Kecamatan,Kabupaten,Produk,Kode KBLI\n"

/* 52.03.09 Aikmel was split in 2020: its village 52.03.09.2001 Lenek became 52.03.21.2001. */
START_TEST(test_a_village_that_got_another_code)
{
    begin_case(_i);
    bina_record *record = NULL;
    import_dated("disperin", CODED "1,Muliadi,,Kebon,2,52.03.09.2001,,Dodol,10732\n", "2018-05-01");
    import_dated("diskop", CODED "1,Muliadi,,Kebon,2,52.03.21.2001,,Dodol,10732\n", "2021-05-01");
    reconcile(0);
    COMES_TO(1, 0, 1, 1);
    ck_assert_int_eq(bina_store_get(store, standing("disperin", 1), &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_ENTERPRISE_REGION), "52.03.21.2001");
    bina_record_free(record);
    /* Its own list keeps the row when it begins to use the new code. */
    ck_assert_int_eq(import_text("disperin",
                                 CODED "1,Muliadi,,Kebon,2,52.03.21.2001,,Dodol,10732\n",
                                 BINA_INTAKE_CHANGED),
                     1);
}
END_TEST

START_TEST(test_a_village_under_its_old_district)
{
    begin_case(_i);
    import_dated("disperin", HEADER "1,Muliadi,,,Kebon,2,Lenek,Aikmel,,Dodol,10732,\n",
                 "2018-05-01");
    import_dated("diskop", HEADER "1,Muliadi,,,Kebon,2,Lenek,Lenek,,Dodol,10732,\n", "2021-05-01");
    reconcile(0);
    COMES_TO(1, 0, 1, 1);
}
END_TEST

/* 52.08.04.2005 was written Akat Akar until 2018, and is Akar Akar since. */
START_TEST(test_a_renamed_village)
{
    begin_case(_i);
    import_dated("disperin",
                 PLACED
                 "1,Raden Singadria,Batu Gembung,2,Akat Akar,Bayan,Lombok Utara,Gula Aren,10722\n",
                 "2018-05-01");
    import_dated("diskop",
                 PLACED
                 "1,Raden Singadria,Batu Gembung,2,Akar Akar,Bayan,Lombok Utara,Gula Aren,10722\n",
                 "2021-05-01");
    reconcile(0);
    COMES_TO(1, 0, 1, 1);
}
END_TEST

/* 91.13.02.2022 and 91.13.31.2001, both Lelambo, are 95.03.02.2002 since 2023. */
START_TEST(test_villages_that_were_merged)
{
    begin_case(_i);
    import_dated("papua",
                 CODED "1,Yohana Wenda,Noken Wene,,1,91.13.02.2022,081999000031,Noken,13929\n"
                       "2,Petrus Kogoya,,,2,91.13.31.2001,,Ubi Kering,10313\n",
                 "2019-05-01");
    import_dated("pegunungan",
                 CODED "1,Petrus Kogoya,,,2,95.03.02.2002,,Ubi Kering,10313\n"
                       "2,Yohana Wenda,Noken Wene,,1,95.03.02.2002,081999000031,Noken,13929\n",
                 "2021-05-01");
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
}
END_TEST

/* Rarang Selatan was cut from Rarang: the older list knows no better. */
START_TEST(test_a_village_that_was_split)
{
    begin_case(_i);
    import_dated("disperin",
                 HEADER "1,Muliadi Akbar,,,Kebon,2,Rarang,Terara,081999000032,Dodol,10732,\n",
                 "2010-05-01");
    import_dated("diskop",
                 HEADER
                 "1,Muliadi Akbar,,,Kebon,2,Rarang Selatan,Terara,081999000032,Dodol,10732,\n",
                 "2021-05-01");
    reconcile(0);
    COMES_TO(1, 0, 1, 1);
}
END_TEST

/* ---- an enterprise that moved ---- */

static int64_t
count_under(const char *region, const char *day)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    int64_t count = -1, number = 0;

    ck_assert(bina_date_parse(day, &number));
    bina_query_where_text(query, BINA_ENTERPRISE_REGION, BINA_UNDER, region);
    bina_query_where(query, BINA_ENTERPRISE_MERGED_INTO, BINA_IS_NULL, bina_null());
    bina_query_true_on(query, number);
    ck_assert_int_eq(bina_store_count(store, query, &count), BINA_OK);
    bina_query_free(query);
    return count;
}

/*
 * From Lombok Timur to Lombok Tengah: on the lists of both, counted once, by each in its time;
 * whichever list is read first (1), and whether they are reconciled in between (2).
 */
START_TEST(test_a_move_to_another_regency)
{
    static const char east[] =
        "No,Nama Pemilik,No KTP,Nama Usaha,Desa,Kecamatan,Kabupaten,No HP,Produk,KBLI\n"
        "1,Lalu Sukarman,5203071203757033,Tenun Sukarara Indah,Pancor,Selong,Lombok Timur,"
        "081999000033,Tenun,13122\n"
        "2,Sahnep,,,Pancor,Selong,Lombok Timur,,Tempe,10391\n";
    static const char middle[] =
        "No,Nama Pemilik,No KTP,Nama Usaha,Desa,Kecamatan,Kabupaten,No HP,Produk,KBLI\n"
        "1,Lalu Sukarman,5203071203757033,Tenun Sukarara Indah,Leneng,Praya,Lombok Tengah,"
        "081999000033,Tenun,13122\n";
    static const struct {
        const char *day;
        int64_t east;
    } there[] = {{"2020-01-01", 2}, {"2021-01-31", 2}, {"2021-02-01", 1}, {"2021-06-01", 1}};
    int64_t changes;

    begin_case(1);
    if (_i != 1)
        import_dated("lotim", east, "2019-04-01");
    if (_i == 2)
        reconcile(0);
    import_dated("loteng", middle, "2021-02-01");
    if (_i == 1) {
        reconcile(0);
        import_dated("lotim", east, "2019-04-01");
    }
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
    for (size_t i = 0; i < sizeof there / sizeof there[0]; i++) {
        ck_assert_int_eq(count_under("52.03", there[i].day) - before.enterprises, there[i].east);
        ck_assert_int_eq(count_under("52.02", there[i].day), 2 - there[i].east);
    }
    changes = count_of(BINA_CHANGE);
    reconcile(0);
    ck_assert_int_eq(count_of(BINA_CHANGE), changes);
}
END_TEST

/* Villages that are in no table are told apart by what is written: each name is that of six. */
START_TEST(test_villages_without_a_code)
{
    static const char *const names[] = {"Siti Aminah", "Sahrun",    "Baiq Rohana", "Mahsun",
                                        "Nurhayati",   "Zaenuddin", "Rukiah",      "Suparman"};
    static const char *const villages[] = {
        "Kalidadi",    "Waringintunggal", "Rejobening", "Tanjungwaru", "Pasirlangu",  "Muaraseruni",
        "Bukitkenari", "Sumberglagah",    "Telukrandu", "Gununganyar", "Parakanwuni", "Cibodasari"};
    static const char *const goods[] = {"Kerupuk", "Tempe", "Tenun", "Dodol", "Sapu"};
    char text[8192];
    size_t used = (size_t)snprintf(text, sizeof text, PLACED), row = 0;

    for (size_t v = 0; v < 12; v++)
        for (size_t n = v % 2; n < 8; n += 2)
            used += (size_t)snprintf(text + used, sizeof text - used, "%zu,%s,,,%s,,,%s,\n", ++row,
                                     names[n], villages[v], goods[(3 * v + n) % 5]);
    import_text("disperin", text, 0);
    import_text("diskop", text, 0);
    reconcile(0);
    ck_assert_int_eq(standing_of(BINA_ENTERPRISE, BINA_ENTERPRISE_MERGED_INTO), 48);
    for (int i = 1; i <= (int)row; i++)
        ck_assert_int_eq(standing("disperin", i), standing("diskop", i));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: places");
    TCase *tcase = tcase_create("places"), *among = tcase_create("among others");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, open_store, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(among, open_store, close_store);
    tcase_set_timeout(among, 60);
    tcase_set_tags(among, "exhaustive"); /* the same again, in a village */
    tcase_add_loop_test(tcase, test_a_village_that_got_another_code, 0, 1);
    tcase_add_loop_test(among, test_a_village_that_got_another_code, 1, 2);
    tcase_add_loop_test(tcase, test_a_village_under_its_old_district, 0, 1);
    tcase_add_loop_test(among, test_a_village_under_its_old_district, 1, 2);
    tcase_add_loop_test(tcase, test_a_renamed_village, 0, 1);
    tcase_add_loop_test(among, test_a_renamed_village, 1, 2);
    tcase_add_loop_test(tcase, test_villages_that_were_merged, 0, 1);
    tcase_add_loop_test(among, test_villages_that_were_merged, 1, 2);
    tcase_add_loop_test(tcase, test_a_village_that_was_split, 0, 1);
    tcase_add_loop_test(among, test_a_village_that_was_split, 1, 2);
    tcase_add_test(tcase, test_villages_without_a_code);
    tcase_add_loop_test(among, test_a_move_to_another_regency, 0, 3);
    suite_add_tcase(suite, tcase);
    suite_add_tcase(suite, among);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
