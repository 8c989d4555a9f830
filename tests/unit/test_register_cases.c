/*
 * Protects that people and enterprises are kept apart: each test is one of the things real lists
 * do, shown by rows of made-up people, alone (0) and among the rows of an ordinary village (1).
 */
#include "register_cases.h"

START_TEST(test_one_owner_two_trades_one_village)
{
    begin_case(_i);
    import_text("disperin",
                HEADER
                "1,Hj. Rukiah,,Sambal Rukiah,Bermi,2,Pancor,Selong,085900000001,Sambal,10772,\n"
                "2,Hj. Rukiah,,,Bermi,2,Pancor,Selong,085900000001,Anyaman Ketak,16291,\n",
                0);
    import_text("diskop",
                HEADER "1,Rukiah,,Sambal Rukiah,Bermi,2,Pancor,Selong,085900000001,Sambal,10772,\n",
                0);
    reconcile(0);
    COMES_TO(2, 0, 1, 2);
    ck_assert_int_eq(standing("disperin", 1), standing("diskop", 1));
    ck_assert_int_ne(standing("disperin", 2), standing("diskop", 1));
    ck_assert_int_eq(owner_of("disperin", 1), owner_of("disperin", 2));
}
END_TEST

START_TEST(test_one_owner_one_trade_two_villages)
{
    begin_case(_i);
    /* Two workshops of one trade, in villages of two districts: the number says they are one's. */
    import_text(
        "disperin",
        HEADER
        "1,Lalu Marzuki,5203066712857011,Mebel Jati,Bermi,2,Pancor,Selong,,Mebel,31001,\n"
        "2,Lalu Marzuki,5203066712857011,Mebel Sikur,Loyok Daya,1,Loyok,Sikur,,Mebel,31001,\n",
        0);
    reconcile(0);
    COMES_TO(2, 0, 1, 2);
}
END_TEST

START_TEST(test_one_owner_two_trades_two_villages)
{
    begin_case(_i);
    import_text(
        "disperin",
        HEADER
        "1,Lalu Marzuki Hamdan,,Mebel Jati,Bermi,2,Pancor,Selong,085900000002,Mebel,31001,\n",
        0);
    import_text(
        "diskop",
        HEADER "1,Lalu Marzuki Hamdan,,,Loyok Daya,1,Loyok,Sikur,085900000002,Tahu,10391,\n", 0);
    reconcile(0);
    COMES_TO(2, 0, 1, 2);
}
END_TEST

START_TEST(test_several_owners_of_one_business)
{
    begin_case(_i);
    import_text(
        "disperin",
        HEADER
        "1,Wahyudin,,UD Putri Rinjani,Bermi,3,Pancor,Selong,085900000003,Kopi Bubuk,10761,\n",
        0);
    import_text(
        "diskop",
        HEADER
        "1,Saprudin,,UD Putri Rinjani,Bermi,3,Pancor,Selong,085900000003,Kopi Bubuk,10761,\n",
        0);
    reconcile(0);
    COMES_TO(1, 0, 2, 2);
}
END_TEST

START_TEST(test_husband_on_one_list_wife_on_another)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,H. Mustamin,,Tenun Sinar "
                       "Fajar,Timuk,4,Pringgasela,Pringgasela,085900000004,Tenun,13122,\n",
                0);
    import_text("diskop",
                HEADER "1,Hj. Nurlaela,,Tenun Sinar "
                       "Fajar,Timuk,4,Pringgasela,Pringgasela,085900000004,Tenun,13122,\n",
                0);
    reconcile(0);
    COMES_TO(1, 0, 2, 2);
}
END_TEST

START_TEST(test_the_heir_on_the_newer_list)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,(Alm) Amaq Sukri,,Gerabah Tunas,Penakak,1,Masbagik "
                       "Timur,Masbagik,085900000005,Gerabah,23932,\n",
                0);
    import_text(
        "diskop",
        HEADER
        "1,Sahnan,,Gerabah Tunas,Penakak,1,Masbagik Timur,Masbagik,085900000005,Gerabah,23932,\n",
        0);
    reconcile(0);
    COMES_TO(1, 0, 2, 2);
}
END_TEST

START_TEST(test_a_group_listed_as_an_enterprise)
{
    begin_case(_i);
    import_text(
        "disperin",
        HEADER
        "1,Mahrip,,KUB Mekar Jaya,Loyok Daya,1,Loyok,Sikur,085900000006,Anyaman Bambu,16291,\n",
        0);
    import_text("diskop",
                HEADER
                "1,Mahrip,,Mekar Jaya,Loyok Daya,1,Loyok,Sikur,085900000006,Anyaman Bambu,16291,\n"
                "2,Sumaiyah,,Bakul Sumaiyah,Loyok Daya,2,Loyok,Sikur,,Bakul Bambu,16291,\n",
                0);
    import_text("pelatihan",
                PEOPLE "1,Sumaiyah,,Loyok Daya,2,Loyok,Sikur,,\n2,Mahrip,,Loyok "
                       "Daya,1,Loyok,Sikur,085900000006,\n",
                0);
    reconcile(0);
    COMES_TO(1, 1, 2, 1);
    ck_assert_int_eq(bina_id_kind(standing("disperin", 1)), BINA_GROUP);
    ck_assert_int_eq(standing("disperin", 1), standing("diskop", 1));
}
END_TEST

START_TEST(test_a_coordinators_phone_on_seven_rows)
{
    begin_case(_i);
    static const char *const names[] = {"Sapiah", "Mahnep",    "Jumrah",  "Rauhun",
                                        "Sekep",  "Inaq Seni", "Marhamah"};
    char text[4096] = HEADER;
    for (int i = 0; i < 7; i++) {
        size_t used = strlen(text);
        (void)snprintf(text + used, sizeof text - used,
                       "%d,%s,,,Timuk,%d,Pringgasela,Pringgasela,085900000007,Tenun,13122,\n",
                       i + 1, names[i], 1 + i % 3);
    }
    import_text("disperin", text, 0);
    import_text("diskop",
                HEADER "1,Mahnep,,,Timuk,2,Pringgasela,Pringgasela,085900000007,Tenun,13122,\n", 0);
    reconcile(0);
    COMES_TO(7, 0, 7, 7);
    ck_assert_int_eq(standing("disperin", 2), standing("diskop", 1));
    ck_assert_int_eq(count_where(BINA_CONTACT, BINA_CONTACT_WHOSE, BINA_EQ, bina_text("shared")),
                     7);
}
END_TEST

START_TEST(test_a_phone_that_passed_to_another)
{
    begin_case(_i);
    import_text(
        "disperin",
        HEADER "1,Muksin,,Las Harapan,Bermi,2,Pancor,Selong,085900000008,Pagar Besi,25111,\n", 0);
    import_text(
        "diskop",
        HEADER "1,Ernawati,,Kue Erna,Loyok Daya,1,Loyok,Sikur,085900000008,Kue Kering,10710,\n", 0);
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
    ck_assert_int_eq(count_where(BINA_CONTACT, BINA_CONTACT_WHOSE, BINA_EQ, bina_text("shared")),
                     2);
}
END_TEST

START_TEST(test_no_fixed_place)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,Saparwadi,,,Keliling,,,Selong,085900000009,Es Lilin,10531,\n"
                       "2,Mawardi Akbar,,,Keliling,,,Selong,,Es Lilin,10531,\n",
                0);
    import_text("diskop",
                HEADER "1,Saparwadi,,,Tidak menetap,,,Selong,085900000009,Es Lilin,10531,\n", 0);
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
    ck_assert_int_eq(standing("disperin", 1), standing("diskop", 1));
}
END_TEST

START_TEST(test_a_list_of_people)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,Baiq Hartini,5203074404817012,Dodol "
                       "Hartini,Bermi,2,Pancor,Selong,085900000010,Dodol,10732,\n"
                       "2,Sahiruddin Akbar,,,Bermi,3,Pancor,Selong,,Batako,23952,\n",
                0);
    import_text("kur",
                PEOPLE "1,Bq. Hartini,5203074404817012,,,Pancor,Selong,,\n"
                       "2,Sahirudin Akbar,,Bermi,3,Pancor,Selong,,\n"
                       "3,Lukmanul Hakim Saleh,,Bermi,1,Pancor,Selong,,\n",
                0);
    reconcile(0);
    COMES_TO(2, 0, 3, 2);
    ck_assert_int_eq(standing("kur", 1), owner_of("disperin", 1));
    ck_assert_int_eq(standing("kur", 2), owner_of("disperin", 2));
    ck_assert_int_eq(bina_id_kind(standing("kur", 3)), BINA_PERSON);
}
END_TEST

START_TEST(test_two_spellings_of_a_number)
{
    begin_case(_i);
    import_text("disperin",
                HEADER
                "1,Zohriah,5203075508827013,Abon Zohriah,Bermi,2,Pancor,Selong,,Abon Ikan,10219,\n",
                0);
    import_text("diskop",
                HEADER
                "1,Zohriah,5203075508827031,Abon Zohriah,Bermi,2,Pancor,Selong,,Abon Ikan,10219,\n"
                "2,Zohriah,5203075508827013,,Bermi,2,Pancor,Selong,,Tenun,13122,\n",
                0);
    reconcile(0);
    COMES_TO(2, 0, 1, 2);
}
END_TEST

START_TEST(test_namesakes_in_one_village)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,Abdul Hamid,5203070101707014,,Bermi,2,Pancor,Selong,,Tempe,10391,\n"
                       "2,Abdul Hamid,5203071505857015,,Bermi,2,Pancor,Selong,,Mebel,31001,\n"
                       "3,Muhsan,,,Bermi,2,Pancor,Selong,085900000011,Tempe,10391,\n"
                       "4,Muhsan,,,Gunung Siu,7,Pancor,Selong,085900000012,Mebel,31001,\n",
                0);
    reconcile(0);
    COMES_TO(4, 0, 4, 4);
}
END_TEST

START_TEST(test_father_and_son_of_one_name)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,Ahmad Saleh,,,Bermi,2,Pancor,Selong,085900000013,Tahu,10391,01/05/1952\n",
                0);
    import_text("diskop",
                HEADER
                "1,Ahmad Saleh,,,Bermi,2,Pancor,Selong,085900000013,Batu Bata,23921,17/08/1983\n",
                0);
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
}
END_TEST

START_TEST(test_one_word_names)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,Sahri,,,Bermi,2,Pancor,Selong,,Tempe,10391,\n"
                       "2,Sahri,,,Lendang Bajur,,Loyok,Sikur,,Tempe,10391,\n",
                0);
    import_text("diskop",
                HEADER "1,Sahri,,,Muhajirin,6,Pancor,Selong,,Mebel,31001,\n"
                       "2,Sahri,,,Bermi,2,Pancor,Selong,,Tempe,10391,\n",
                0);
    reconcile(0);
    COMES_TO(3, 0, 3, 3);
    ck_assert_int_eq(standing("disperin", 1), standing("diskop", 2));
}
END_TEST

START_TEST(test_teknonyms)
{
    begin_case(_i);
    /* Pak Budi is Slamet, whose son is Budi. */
    import_text("disperin",
                HEADER "1,Pak Budi,,Tempe Murni,Bermi,3,Pancor,Selong,085900000014,Tempe,10391,\n",
                0);
    import_text("diskop",
                HEADER
                "1,Slamet Riadi,,Tempe Murni,Bermi,3,Pancor,Selong,085900000014,Tempe,10391,\n"
                "2,Budi,,,Bermi,3,Pancor,Selong,,Bengkel Las,25111,\n",
                0);
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
    ck_assert_int_eq(standing("disperin", 1), standing("diskop", 1));
}
END_TEST

START_TEST(test_letter_spaced_names)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,S A M S U L   H A D I,,,Bermi,2,Pancor,Selong,,Genteng,23921,\n", 0);
    import_text("diskop", HEADER "1,Samsul Hadi,,,Bermi,2,Pancor,Selong,,Genteng,23921,\n", 0);
    reconcile(0);
    COMES_TO(1, 0, 1, 1);
}
END_TEST

/* Two of one house, who share all but the given name: each has what is hers. */
START_TEST(test_sisters_of_one_house)
{
    begin_case(_i);
    import_text("disperin",
                HEADER "1,Baiq Nurhidayati,,,Bermi,2,Pancor,Selong,085900000034,Dodol,10732,\n"
                       "2,Baiq Nurhasanah,,,Bermi,2,Pancor,Selong,085900000034,Bordir,13912,\n",
                0);
    import_text("diskop",
                HEADER "1,Baiq Nurhasanah,,,Bermi,2,Pancor,Selong,085900000034,Bordir,13912,\n", 0);
    reconcile(0);
    COMES_TO(2, 0, 2, 2);
    ck_assert_int_eq(standing("disperin", 2), standing("diskop", 1));
}
END_TEST

/* Two of one name own one business: a later reconciling takes each for whom it was before. */
START_TEST(test_namesakes_of_one_business_stay)
{
    static const char row[] =
        HEADER "1,%s,%s,Minyak Judin,Bermi,2,Pancor,Selong,085900000041,Minyak,10411,%s\n";
    static const char *const lists[][4] = {
        {"disdag", "Bapak Judin", "5203060410900066", "1990-10-04"},
        {"diskop", "Judin", "5203060410900066", "1990-10-25"},
        {"disperin", "Judin", "", "1990-10-04"}};
    int64_t changes;

    begin_case(_i);
    for (size_t i = 0; i < 3; i++) {
        char text[512];
        (void)snprintf(text, sizeof text, row, lists[i][1], lists[i][2], lists[i][3]);
        import_text(lists[i][0], text, 0);
    }
    reconcile(0);
    COMES_TO(1, 0, 2, 2);
    changes = count_of(BINA_CHANGE);
    reconcile(0);
    ck_assert_int_eq(count_of(BINA_CHANGE), changes);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: cases");
    TCase *tcase = tcase_create("cases"), *among = tcase_create("among others");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, open_store, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(among, open_store, close_store);
    tcase_set_timeout(among, 60);
    tcase_set_tags(among, "exhaustive"); /* the same again, in a village */
    tcase_add_loop_test(tcase, test_one_owner_two_trades_one_village, 0, 1);
    tcase_add_loop_test(among, test_one_owner_two_trades_one_village, 1, 2);
    tcase_add_loop_test(among, test_namesakes_of_one_business_stay, 1, 2);
    tcase_add_loop_test(tcase, test_one_owner_one_trade_two_villages, 0, 1);
    tcase_add_loop_test(among, test_one_owner_one_trade_two_villages, 1, 2);
    tcase_add_loop_test(tcase, test_one_owner_two_trades_two_villages, 0, 1);
    tcase_add_loop_test(among, test_one_owner_two_trades_two_villages, 1, 2);
    /* Under two names, two rows that are all there is leave nothing to learn the weights from. */
    tcase_add_loop_test(among, test_several_owners_of_one_business, 1, 2);
    tcase_add_loop_test(among, test_husband_on_one_list_wife_on_another, 1, 2);
    tcase_add_loop_test(among, test_the_heir_on_the_newer_list, 1, 2);
    tcase_add_loop_test(tcase, test_a_group_listed_as_an_enterprise, 0, 1);
    tcase_add_loop_test(among, test_a_group_listed_as_an_enterprise, 1, 2);
    tcase_add_loop_test(tcase, test_a_coordinators_phone_on_seven_rows, 0, 1);
    tcase_add_loop_test(among, test_a_coordinators_phone_on_seven_rows, 1, 2);
    tcase_add_loop_test(tcase, test_a_phone_that_passed_to_another, 0, 1);
    tcase_add_loop_test(among, test_a_phone_that_passed_to_another, 1, 2);
    tcase_add_loop_test(tcase, test_no_fixed_place, 0, 1);
    tcase_add_loop_test(among, test_no_fixed_place, 1, 2);
    tcase_add_loop_test(tcase, test_a_list_of_people, 0, 1);
    tcase_add_loop_test(among, test_a_list_of_people, 1, 2);
    tcase_add_loop_test(tcase, test_two_spellings_of_a_number, 0, 1);
    tcase_add_loop_test(among, test_two_spellings_of_a_number, 1, 2);
    tcase_add_loop_test(tcase, test_namesakes_in_one_village, 0, 1);
    tcase_add_loop_test(among, test_namesakes_in_one_village, 1, 2);
    tcase_add_loop_test(tcase, test_father_and_son_of_one_name, 0, 1);
    tcase_add_loop_test(among, test_father_and_son_of_one_name, 1, 2);
    tcase_add_loop_test(tcase, test_one_word_names, 0, 1);
    tcase_add_loop_test(among, test_one_word_names, 1, 2);
    tcase_add_loop_test(among, test_teknonyms, 1, 2);
    tcase_add_loop_test(tcase, test_letter_spaced_names, 0, 1);
    tcase_add_loop_test(among, test_letter_spaced_names, 1, 2);
    tcase_add_loop_test(tcase, test_sisters_of_one_house, 0, 1);
    tcase_add_loop_test(among, test_sisters_of_one_house, 1, 2);
    suite_add_tcase(suite, tcase);
    suite_add_tcase(suite, among);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
