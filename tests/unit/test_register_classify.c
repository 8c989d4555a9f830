/* Protects telling what the rows of a list are about, what they count as, and saying why. */
#include "register_lists.h"

/* What a row of the list "l" was classed as: "nature scope (nature's reason, scope's reason)". */
static const char *
class_of(int row)
{
    static char text[128];
    bina_record *record = NULL;
    const char *reason;

    ck_assert_int_eq(bina_store_get(store, row_of("l", row), &record), BINA_OK);
    reason = bina_record_text(record, BINA_SOURCE_RECORD_CLASS_REASON);
    snprintf(text, sizeof text, "%s %s (%s)", bina_record_text(record, BINA_SOURCE_RECORD_NATURE),
             bina_record_text(record, BINA_SOURCE_RECORD_SCOPE), reason != NULL ? reason : "");
    bina_record_free(record);
    return text;
}

START_TEST(test_names_of_rows)
{
    import_text("l",
                "NO,NAMA USAHA,NAMA PEMILIK,PRODUK,KBLI\n"
                "1,Kerupuk Melati,Aminah,kerupuk,\n"
                "2,KUB Mekar,Sahdan,anyaman bambu,\n"
                "3,Toko Berkah,Ramlah,jual beras,\n"
                "4,Bengkel Agus,Agus,servis motor,\n"
                "5,Indomaret Selong,,,\n"
                "6,Mekar Sari,Inaq Sahnim,,13122\n"
                "7,Paguyuban Penenun,Sahnim,kain,13121\n"
                "8,,Mahsun,,\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "enterprise industry (default words.industry)");
    ck_assert_str_eq(class_of(2), "group industry (name.group words.industry)");
    ck_assert_str_eq(class_of(3), "enterprise trade (default words.trade)");
    ck_assert_str_eq(class_of(4), "enterprise service (default words.service)");
    ck_assert_str_eq(class_of(5), "outlet unknown (name.chain unknown)");
    ck_assert_str_eq(class_of(6), "enterprise industry (default kbli.industry)");
    ck_assert_str_eq(class_of(7), "group industry (name.group kbli.industry)");
    ck_assert_str_eq(class_of(8), "enterprise unknown (default unknown)");
}
END_TEST

/* A column of the list says it: "JENIS: kelompok". */
START_TEST(test_column_declares)
{
    import_text("l",
                "NO,NAMA,JENIS,PRODUK\n"
                "1,Mekar Sari,Kelompok,tenun\n"
                "2,Aminah,Perorangan,kerupuk\n"
                "3,Usaha Bersama Loyok,KUB,ketak\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "group industry (row.declared words.industry)");
    ck_assert_str_eq(class_of(2), "enterprise industry (default words.industry)");
    ck_assert_str_eq(class_of(3), "group industry (row.declared words.industry)");
}
END_TEST

/* A count of members makes a group, one of the family does not. */
START_TEST(test_members_counted)
{
    import_text("l",
                "NO,NAMA USAHA,PEMILIK,JUMLAH ANGGOTA,PRODUK\n"
                "1,Mekar Sari,Sahnim,12,tenun\n"
                "2,Kerupuk Melati,Aminah,,kerupuk\n"
                "3,Tahu Mahsun,Mahsun,1,tahu\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "group industry (row.members words.industry)");
    ck_assert_str_eq(class_of(2), "enterprise industry (default words.industry)");
    ck_assert_str_eq(class_of(3), "enterprise industry (default words.industry)");
}
END_TEST

START_TEST(test_family_counted)
{
    import_text("l",
                "NO,NAMA USAHA,PEMILIK,JUMLAH ANGGOTA KELUARGA,PRODUK\n"
                "1,Kerupuk Melati,Aminah,5,kerupuk\n"
                "2,Tahu Mahsun,Mahsun,4,tahu\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "enterprise industry (default words.industry)");
}
END_TEST

/* "NAMA KELOMPOK" with its chair is a list of groups; beside an owner's name it is not. */
START_TEST(test_list_of_groups)
{
    import_text("l",
                "NO,NAMA KELOMPOK USAHA,NAMA KETUA,PRODUK\n"
                "1,Mekar Sari,Sahnim,tenun\n"
                "2,Melati,Aminah,kerupuk\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "group industry (list.groups words.industry)");
    ck_assert_str_eq(class_of(2), "group industry (list.groups words.industry)");
}
END_TEST

START_TEST(test_list_of_persons)
{
    import_text("l", "NO,NAMA,NIK,PENDIDIKAN\n1,Aminah,,SMA\n2,Mahsun,,SMP\n3,Ramlah,,SD\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "person unknown (list.persons unknown)");
}
END_TEST

/* By the title: recipients of credit are persons, unless the row names a business. */
START_TEST(test_titled_persons)
{
    import_text("l",
                "DAFTAR PENERIMA KUR TAHUN 2021,,,,\n"
                "NO,NAMA,JENIS USAHA,NAMA USAHA,PLAFON\n"
                "1,Aminah,kerupuk,,5000000\n"
                "2,Mahsun,tahu,Tahu Mahsun,10000000\n"
                "3,Ramlah,jual beras,,5000000\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "person industry (list.title words.industry)");
    ck_assert_str_eq(class_of(2), "enterprise industry (default words.industry)");
    ck_assert_str_eq(class_of(3), "person trade (list.title words.trade)");
}
END_TEST

START_TEST(test_titled_trainees)
{
    import_text("l",
                "DAFTAR PESERTA PELATIHAN TENUN ANGKATAN IV,,,\n"
                "NO,NAMA,ALAMAT,PRODUK\n"
                "1,Aminah,Pancor,tenun\n"
                "2,Sahnim,Loyok,tenun\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "person industry (list.title words.industry)");
}
END_TEST

START_TEST(test_titled_products)
{
    import_text("l",
                "DAFTAR PRODUK IKM BINAAN,,,\n"
                "NO,NAMA PRODUK,NAMA USAHA,HARGA\n"
                "1,Keripik pisang,Melati,15000\n"
                "2,Madu,Mekar,50000\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "product industry (list.title words.industry)");
    /* Nothing on the row tells of honey; the title speaks of IKM. */
    ck_assert_str_eq(class_of(2), "product industry (list.title list.title)");
}
END_TEST

/* The heading above tells what rows count as where they do not themselves. */
START_TEST(test_headed_scope)
{
    import_text("l",
                "NO,NAMA USAHA,PEMILIK,TENAGA KERJA\n"
                "I,INDUSTRI PANGAN,,\n"
                "1,Melati,Aminah,2\n"
                "2,Toko Mekar,Sahnim,1\n"
                "II,PERDAGANGAN,,\n"
                "1,Berkah,Ramlah,1\n",
                BINA_INTAKE_ROWS);
    ck_assert_str_eq(class_of(1), "enterprise industry (default list.section)");
    ck_assert_str_eq(class_of(2), "enterprise trade (default words.trade)");
    ck_assert_str_eq(class_of(3), "enterprise trade (default list.section)");
}
END_TEST

/* Rows that add up others are counted apart, kept or not. */
START_TEST(test_counts)
{
    static const char text[] = "NO,NAMA USAHA,PEMILIK,PRODUK,TENAGA KERJA\n"
                               "1,Melati,Aminah,kerupuk,2\n"
                               "2,KUB Mekar,Sahdan,ketak,12\n"
                               "3,Alfamart Selong,,,4\n"
                               ",JUMLAH,,,18\n"
                               "Mengetahui,,,,\n";

    ck_assert_int_eq(import_text("a", text, BINA_INTAKE_ENTERPRISES), 1);
    ck_assert_int_eq(import_text("b", text, BINA_INTAKE_GROUPS), 1);
    ck_assert_int_eq(import_text("c", text, BINA_INTAKE_OUTLETS), 1);
    ck_assert_int_eq(import_text("d", text, BINA_INTAKE_TOTALS), 1);
    ck_assert_int_eq(import_text("e", text, BINA_INTAKE_PASSED), 2); /* header and footer */
    ck_assert_int_eq(import_text("f", text, BINA_INTAKE_KEPT), 3);
}
END_TEST

/* The reasons can be asked for, in sentences. */
START_TEST(test_explained)
{
    bina_cursor *cursor = NULL;
    const bina_record *line;

    import_text("l", "NO,NAMA USAHA,PEMILIK,PRODUK\n1,KUB Mekar,Sahdan,jual beras\n",
                BINA_INTAKE_ROWS);
    ck_assert_int_eq(bina_register_explain(store, row_of("l", 1), 0, &cursor), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_OK);
    ck_assert_str_eq(bina_record_text(line, BINA_EXPLANATION_FIELD), "nature");
    ck_assert_str_eq(bina_record_text(line, BINA_EXPLANATION_REASON),
                     "The name is one of a group.");
    ck_assert_int_eq(bina_cursor_next(cursor, &line), BINA_OK);
    ck_assert_str_eq(bina_record_text(line, BINA_EXPLANATION_ALASAN),
                     "Kata-katanya menunjukkan usaha berjualan.");
    bina_cursor_free(cursor);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: what rows are");
    TCase *all = tcase_create("classes");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, open_store, close_store);
    tcase_add_test(all, test_names_of_rows);
    tcase_add_test(all, test_column_declares);
    tcase_add_test(all, test_members_counted);
    tcase_add_test(all, test_family_counted);
    tcase_add_test(all, test_list_of_groups);
    tcase_add_test(all, test_list_of_persons);
    tcase_add_test(all, test_titled_persons);
    tcase_add_test(all, test_titled_trainees);
    tcase_add_test(all, test_titled_products);
    tcase_add_test(all, test_headed_scope);
    tcase_add_test(all, test_counts);
    tcase_add_test(all, test_explained);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
