/* From an office's columns to records: mapping files, guesses, faults with their places. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/mapping.h>
#include "exchange/mapping.h"

/* Made-up rows in the shape of a list that a real office published: see domain facts, Probolinggo.
 */
static const char fish_list[] =
    "lat,lng,icon,PERUSAHAAN,KONTAK,JALAN,KELURAHAN,KECAMATAN,TELP,KATEGORI,PRODUK\n"
    "-7.73906000000,113.21300000000,marker.png,MINA CONTOH,DAHLIA,JL. IKAN PARI RT 7,MAYANGAN,"
    "MAYANGAN,8.52348e+010,ANEKA OLAHAN IKAN,\"IKAN KERING, RAMBAK\"\n"
    "-7.79587000000,113.20800000000,marker.png,SARI CONTOH,BUDI,JL. MELATI RT 03/RW 02,WONOASIH,"
    "WONOASIH,0335-000000,ANEKA OLAHAN IKAN,PETIS\n"
    "-7.73602000000,113.21800000000,marker.png,CONTOH TIGA,SITI,JL. MAWAR 33,MAYANGAN,MAYANGAN,,"
    "ANEKA OLAHAN IKAN,TERASI\n"
    ",,,,,,,,,,\n";

static bina_faults *faults;
static bina_error *error;
static bina_cursor *cursor;
static bina_mapping *mapping;
static bina_row_counts counts;

static void
set_up(void)
{
    faults = bina_faults_new(0);
    error = bina_error_new();
    cursor = NULL;
    mapping = NULL;
    memset(&counts, 0, sizeof(counts));
}

static void
tear_down(void)
{
    bina_cursor_free(cursor);
    bina_mapping_free(mapping);
    bina_faults_free(faults);
    bina_error_free(error);
}

static bina_cursor *
open_rows(const char *csv)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;
    bina_cursor *rows;

    options.line_column = "line";
    options.extra_column = "extra";
    options.faults = faults;
    ck_assert_int_eq(bina_csv_open_bytes(csv, strlen(csv), &options, error, &rows), BINA_OK);
    return rows;
}

static void
read_mapping(const char *yaml)
{
    bina_mapping_free(mapping);
    ck_assert_msg(bina_mapping_read_bytes(yaml, strlen(yaml), NULL, faults, error, &mapping) ==
                      BINA_OK,
                  "%s", bina_error_message(error, BINA_ENGLISH));
}

static void
open_mapped(bina_cursor *rows, bool strict)
{
    bina_mapping_options options = BINA_MAPPING_OPTIONS_INIT;

    options.file = "list.csv";
    options.faults = faults;
    options.counts = &counts;
    options.strict = strict;
    options.has_today = true;
    ck_assert(bina_date_from_civil(2021, 6, 2, &options.today));
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_mapping_open(mapping, rows, &options, error, &cursor), BINA_OK);
}

static const bina_record *
next(void)
{
    const bina_record *record;
    bina_status status = bina_cursor_next(cursor, &record);

    ck_assert_int_ge(status, BINA_OK);
    return status == BINA_OK ? record : NULL;
}

static const char *
fault_at(size_t n)
{
    static char text[256];

    if (bina_faults_at(faults, n, error) != BINA_OK)
        return "";
    snprintf(text, sizeof(text), "%s %s %d:%d", bina_error_field(error), bina_error_rule(error),
             (int)bina_error_line(error), (int)bina_error_column(error));
    return text;
}

/* The column a field was guessed to come from. */
static const char *
column_of(const char *field)
{
    const char *column;
    int n, slot, wanted = bina_description_find(bina_mapping_description(mapping), field);

    for (n = 0; bina_mapping_at(mapping, n, &slot, &column); n++)
        if (slot == wanted)
            return column != NULL ? column : "(constant)";
    return "(none)";
}

static void
guess(const char *csv)
{
    bina_cursor *rows = open_rows(csv);

    bina_mapping_free(mapping);
    ck_assert_int_eq(
        bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), rows, error, &mapping),
        BINA_OK);
    bina_cursor_free(rows);
}

START_TEST(told)
{
    const bina_record *row;

    read_mapping("kind: source_record\n"
                 "unit: 1000\n"
                 "missing: [belum diisi]\n"
                 "ignored: NO\n"
                 "fields:\n"
                 "  business_name: NAMA USAHA\n"
                 "  owner_name: {column: [GELAR, NAMA]}\n"
                 "  hamlet: {column: ALAMAT, split: ',', part: 2}\n"
                 "  address: {column: ALAMAT, split: ',', part: 1}\n"
                 "  village: {column: ALAMAT, split: ',', part: -1}\n"
                 "  sex: {column: JK, values: {1: male, 2: female}}\n"
                 "  regency: {constant: Lombok Timur}\n"
                 "  sales: OMZET\n"
                 "  investment: {column: INVESTASI, unit: 1}\n"
                 "  born: {column: LAHIR, dates: mdy}\n"
                 "  line: '#line'\n"
                 "  row: '#row'\n");
    open_mapped(open_rows("NO;Nama_Usaha;GELAR;NAMA;ALAMAT;JK;OMZET;INVESTASI;LAHIR\n"
                          "1; Tenun  Ikat ;H.;Fulan;Jl. Melati 3, Dasan Baru ,Pringgasela;1;"
                          "1.500,5;Rp 2 juta;3/4/1970\n"
                          "2;belum diisi;-;Fulanah;Jl. Mawar;2;;;\n"),
                false);
    row = next();
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_BUSINESS_NAME), "Tenun Ikat");
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME), "H. Fulan");
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_HAMLET), "Dasan Baru");
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_ADDRESS), "Jl. Melati 3");
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_VILLAGE), "Pringgasela");
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_SEX), "male");
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_REGENCY), "Lombok Timur");
    ck_assert_int_eq(bina_record_int(row, BINA_SOURCE_RECORD_SALES), 1500500);
    ck_assert_int_eq(bina_record_int(row, BINA_SOURCE_RECORD_INVESTMENT), 2000000);
    ck_assert_int_eq(bina_record_int(row, BINA_SOURCE_RECORD_BORN), 31 + 28 + 3); /* 4 March 1970 */
    ck_assert_int_eq(bina_record_int(row, BINA_SOURCE_RECORD_LINE), 2);
    ck_assert_int_eq(bina_record_int(row, BINA_SOURCE_RECORD_ROW), 1);
    row = next();
    ck_assert(!bina_record_is_set(row, BINA_SOURCE_RECORD_BUSINESS_NAME));
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME), "Fulanah");
    ck_assert(!bina_record_is_set(row, BINA_SOURCE_RECORD_HAMLET));
    ck_assert_ptr_null(next());
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
    ck_assert_int_eq(counts.given, 2);
}
END_TEST

/* Guess, read, and what the spreadsheet destroyed is told with line and column. */
START_TEST(fish)
{
    const bina_record *row;

    guess(fish_list);
    ck_assert_str_eq(column_of("business_name"), "PERUSAHAAN");
    ck_assert_str_eq(column_of("owner_name"), "KONTAK");
    ck_assert_str_eq(column_of("address"), "JALAN");
    ck_assert_str_eq(column_of("village"), "KELURAHAN");
    ck_assert_str_eq(column_of("district"), "KECAMATAN");
    ck_assert_str_eq(column_of("phone"), "TELP");
    ck_assert_str_eq(column_of("product"), "PRODUK");
    ck_assert_str_eq(column_of("latitude"), "lat");
    ck_assert_str_eq(column_of("longitude"), "lng");
    open_mapped(open_rows(fish_list), false);
    row = next();
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_PRODUCT), "IKAN KERING, RAMBAK");
    ck_assert_double_eq_tol(bina_record_real(row, BINA_SOURCE_RECORD_LATITUDE), -7.73906, 1e-12);
    ck_assert(!bina_record_is_set(row, BINA_SOURCE_RECORD_PHONE));
    ck_assert_str_eq(fault_at(0), "phone number.damaged 2:9");
    ck_assert_str_eq(bina_error_file(error), "list.csv");
    ck_assert_int_eq(bina_error_severity(error), BINA_ERROR);
    ck_assert_ptr_null(strstr(bina_error_message(error, BINA_ENGLISH), "8.52348"));
    row = next();
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME), "BUDI");
    ck_assert_ptr_nonnull(next());
    ck_assert_ptr_null(next());
    ck_assert_int_eq(counts.rows, 3);
    ck_assert_int_eq(counts.blank, 1);
    ck_assert_int_eq(counts.given, 3);
    ck_assert_int_eq(bina_faults_count(faults, BINA_ERROR), 1);
}
END_TEST

/* With `strict` a row with any error is refused; shifted rows always are. */
START_TEST(refused_rows)
{
    guess(fish_list);
    open_mapped(open_rows(fish_list), true);
    ck_assert_str_eq(bina_record_text(next(), BINA_SOURCE_RECORD_OWNER_NAME), "BUDI");
    ck_assert_ptr_nonnull(next());
    ck_assert_ptr_null(next());
    ck_assert_int_eq(counts.refused, 1);
    memset(&counts, 0, sizeof(counts));
    read_mapping("kind: person\nfields: {name: NAMA, address: ALAMAT}\n");
    open_mapped(open_rows("NAMA,ALAMAT\nSiti,Jl. Melati, RT 3\n,Jl. Mawar\nBudi,Jl. Mawar\n"),
                false);
    ck_assert_str_eq(bina_record_text(next(), BINA_PERSON_NAME), "Budi");
    ck_assert_ptr_null(next());
    ck_assert_int_eq(counts.refused, 2);
    ck_assert_int_eq(counts.rows, 3);
}
END_TEST

/* Numbers that are names go through their validator. */
START_TEST(validated)
{
    const bina_record *row;

    read_mapping("kind: person\nfields: {name: NAMA, nik: NIK}\n");
    open_mapped(open_rows("NAMA,NIK\nSiti,'5203014107900001\nBudi,520301410790\nAni,5.20305E+15\n"
                          "Adi,5203010107900001.0\n"),
                false);
    row = next();
    ck_assert_str_eq(bina_record_text(row, BINA_PERSON_NIK), "5203014107900001");
    row = next();
    ck_assert(!bina_record_is_set(row, BINA_PERSON_NIK));
    ck_assert_str_eq(fault_at(0), "nik nik.length 3:2");
    row = next();
    ck_assert(!bina_record_is_set(row, BINA_PERSON_NIK));
    ck_assert_str_eq(fault_at(1), "nik number.damaged 4:2");
    row = next();
    ck_assert_str_eq(bina_record_text(row, BINA_PERSON_NIK), "5203010107900001");
    ck_assert_int_eq(bina_faults_count(faults, BINA_WARNING), 1);
}
END_TEST

START_TEST(guesses)
{
    guess("No,Nama,Nama Usaha,NIK,JK,No. HP,Alamat Usaha,Desa/Kelurahan,Kec.,KBLI,Jml Tenaga Kerja,"
          "Omzet per Tahun (Rp 000),Omzet per bulan,Tgl. Lahir,Ket\n"
          "1,Siti,Tenun Siti,5203014107900001,P,081200000001,Jl. A,Desa A,Kec A,13122,2,500,40,"
          "03/25/1990,\n");
    ck_assert_str_eq(column_of("owner_name"), "Nama");
    ck_assert_str_eq(column_of("business_name"), "Nama Usaha");
    ck_assert_str_eq(column_of("nik"), "NIK");
    ck_assert_str_eq(column_of("sex"), "JK");
    ck_assert_str_eq(column_of("phone"), "No. HP");
    ck_assert_str_eq(column_of("address"), "Alamat Usaha");
    ck_assert_str_eq(column_of("village"), "Desa/Kelurahan");
    ck_assert_str_eq(column_of("district"), "Kec.");
    ck_assert_str_eq(column_of("activity"), "KBLI");
    ck_assert_str_eq(column_of("workers"), "Jml Tenaga Kerja");
    ck_assert_str_eq(column_of("sales"), "Omzet per Tahun (Rp 000)");
    ck_assert_str_eq(column_of("born"), "Tgl. Lahir");
    ck_assert_str_eq(column_of("line"), "#line");
    guess(
        "business name,owner,identity,telephone number,gender\nA,B,5203014107900001,0812000000,f\n"
        "C,D,5203014107900002,0812000000,m\nE,F,5203014107900003,0812000000,f\n");
    ck_assert_str_eq(column_of("business_name"), "business name");
    ck_assert_str_eq(column_of("owner_name"), "owner");
    ck_assert_str_eq(column_of("nik"), "identity"); /* by its values */
    ck_assert_str_eq(column_of("sex"), "gender");
    ck_assert_str_eq(column_of("phone"), "telephone number");
    /* The headers of an export of licences: a size class is no product, a class's title is. */
    guess("NIB,Nama Perusahaan,Skala Usaha,Alamat Usaha,kelurahan_usaha,kecamatan_usaha,KBLI,"
          "Judul KBLI,Jumlah Investasi,TKI,Nomor Telp\n"
          "9120003456780,A,Usaha Mikro,Jl. A,Desa A,Kec A,13122,Industri Kain Tenun Ikat,5000000,2,"
          "0812000000\n");
    ck_assert_str_eq(column_of("product"), "Judul KBLI");
    ck_assert_str_eq(column_of("workers"), "TKI");
    ck_assert_str_eq(column_of("village"), "kelurahan_usaha");
}
END_TEST

/* A guess is printed as YAML that reads back as the same mapping. */
START_TEST(guess_prints)
{
    char *first, *second;

    guess("No,Nama Usaha,Omzet (Rp juta),Tgl Lahir,Keterangan\n1,A,2,03/25/1990,\n");
    ck_assert_int_eq(bina_mapping_print(mapping, error, &first), BINA_OK);
    ck_assert_ptr_nonnull(strstr(first, "kind: source_record\n"));
    ck_assert_ptr_nonnull(strstr(first, "business_name: Nama Usaha\n"));
    ck_assert_ptr_nonnull(strstr(first, "unit: 1000000\n"));
    ck_assert_ptr_nonnull(strstr(first, "dates: mdy\n"));
    ck_assert_ptr_nonnull(strstr(first, "- Keterangan\n"));
    read_mapping(first);
    ck_assert_int_eq(bina_mapping_print(mapping, error, &second), BINA_OK);
    ck_assert_str_eq(first, second);
    free(first);
    free(second);
}
END_TEST

START_TEST(mapping_faults)
{
    const char bad[] = "kind: person\ndates: xyz\nfields:\n  name: NAMA\n  colour: WARNA\n"
                       "  born: {dates: mdy}\n  sex: {column: JK, split: '/'}\n";

    ck_assert_int_eq(bina_mapping_read_bytes(bad, strlen(bad), NULL, faults, error, &mapping),
                     BINA_ERR_INVALID);
    ck_assert_str_eq(fault_at(0), "dates mapping.dates 2:8");
    ck_assert_str_eq(fault_at(1), "field mapping.field 5:3");
    ck_assert_str_eq(fault_at(2), "field mapping.source 6:3");
    ck_assert_str_eq(fault_at(3), "split mapping.split 7:28");
    ck_assert_int_eq(bina_faults_count(faults, BINA_ERROR), 4);
    ck_assert_int_eq(bina_mapping_read_bytes("fields: {}\n", 11, NULL, NULL, error, &mapping),
                     BINA_ERR_INVALID);
    bina_faults_free(faults);
    faults = bina_faults_new(0);
    read_mapping("kind: person\nfields: {name: NAMA, nik: NO KTP}\n");
    open_mapped(open_rows("nama,alamat\nSiti,x\n"), false);
    ck_assert_str_eq(fault_at(0), "nik mapping.column 0:0");
    ck_assert_str_eq(fault_at(1), "alamat mapping.unused 0:2");
    ck_assert_str_eq(bina_record_text(next(), BINA_PERSON_NAME), "Siti");
}
END_TEST

/* Peeking takes nothing: guess and read on the same cursor, as with standard input. */
START_TEST(one_cursor)
{
    bina_cursor *rows = open_rows(fish_list);
    int n = 0;

    ck_assert_int_eq(
        bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), rows, error, &mapping),
        BINA_OK);
    open_mapped(rows, false);
    while (next() != NULL)
        n++;
    ck_assert_int_eq(n, 3);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: mappings");
    TCase *all = tcase_create("mapping");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, told);
    tcase_add_test(all, fish);
    tcase_add_test(all, refused_rows);
    tcase_add_test(all, validated);
    tcase_add_test(all, guesses);
    tcase_add_test(all, guess_prints);
    tcase_add_test(all, mapping_faults);
    tcase_add_test(all, one_cursor);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
