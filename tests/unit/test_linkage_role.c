/*
 * Columns are known by their headers, as public registers and benchmarks write them, and by
 * their values where the header says nothing.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/role.h"

static void
header_is(const char *header, bina_role role)
{
    bina_role_guess guess;
    bina_guess_role(header, NULL, 0, &guess);
    ck_assert_msg(guess.role == role && guess.by_header, "%s: %s", header,
                  bina_role_name(guess.role));
}

START_TEST(test_headers)
{
    static const struct {
        const char *header;
        bina_role role;
    } known[] = {
        /* FEBRL */
        {"rec_id", BINA_ROLE_KEY},
        {" given_name", BINA_ROLE_GIVEN_NAME},
        {" surname", BINA_ROLE_SURNAME},
        {" street_number", BINA_ROLE_ADDRESS},
        {" address_1", BINA_ROLE_ADDRESS},
        {" suburb", BINA_ROLE_PLACE},
        {" postcode", BINA_ROLE_POSTCODE},
        {" state", BINA_ROLE_CATEGORY},
        {" date_of_birth", BINA_ROLE_DATE},
        {" soc_sec_id", BINA_ROLE_IDENTIFIER},
        /* other benchmarks; the answer column must not be evidence */
        {"unique_id", BINA_ROLE_KEY},
        {"cluster", BINA_ROLE_IGNORE},
        {"first_and_surname", BINA_ROLE_PERSON},
        {"dob", BINA_ROLE_DATE},
        {"birth_place", BINA_ROLE_PLACE},
        {"postcode_fake", BINA_ROLE_POSTCODE},
        {"gender", BINA_ROLE_CATEGORY},
        {"addr", BINA_ROLE_ADDRESS},
        {"title", BINA_ROLE_TEXT},
        {"year", BINA_ROLE_DATE},
        {"price", BINA_ROLE_NUMBER},
        /* lists of companies and papers */
        {"VAT", BINA_ROLE_IDENTIFIER},
        {"tax_no", BINA_ROLE_IDENTIFIER},
        {"Website", BINA_ROLE_IDENTIFIER},
        {"yr", BINA_ROLE_DATE},
        {"Born", BINA_ROLE_DATE},
        /* Probolinggo, West Java, retail outlets */
        {"PERUSAHAAN", BINA_ROLE_BUSINESS},
        {"JALAN", BINA_ROLE_ADDRESS},
        {"KELURAHAN", BINA_ROLE_PLACE},
        {"TELP", BINA_ROLE_PHONE},
        {"KATEGORI", BINA_ROLE_CATEGORY},
        {"lat", BINA_ROLE_NUMBER},
        {"icon", BINA_ROLE_IGNORE},
        {"kode_kabupaten_kota", BINA_ROLE_CATEGORY},
        {"nama_kabupaten_kota", BINA_ROLE_PLACE},
        {"jenis_usaha", BINA_ROLE_CATEGORY},
        {"jumlah_umkm", BINA_ROLE_NUMBER},
        {"store_name", BINA_ROLE_BUSINESS},
        {"store_type", BINA_ROLE_CATEGORY},
        /* as offices write them: the property wins over its owner */
        {"Nama Usaha", BINA_ROLE_BUSINESS},
        {"Nama_Industri", BINA_ROLE_BUSINESS},
        {"Nama Pemilik", BINA_ROLE_PERSON},
        {"NAMA PEMILIK / PENGUSAHA", BINA_ROLE_PERSON},
        {"Alamat Pemilik", BINA_ROLE_ADDRESS},
        {"Alamat Usaha", BINA_ROLE_ADDRESS},
        {"No. HP Pemilik", BINA_ROLE_PHONE},
        {"No. Telp/HP", BINA_ROLE_PHONE},
        {"NIK Pemilik", BINA_ROLE_NIK},
        {"No. KTP", BINA_ROLE_NIK},
        {"NIB", BINA_ROLE_IDENTIFIER},
        {"Kode Pos", BINA_ROLE_POSTCODE},
        {"Tanggal Lahir", BINA_ROLE_DATE},
        {"Tempat, Tanggal Lahir", BINA_ROLE_DATE},
        {"Jenis Kelamin", BINA_ROLE_CATEGORY},
        {"Desa/Kelurahan", BINA_ROLE_PLACE},
        {"Kec.", BINA_ROLE_PLACE},
        {"RT/RW", BINA_ROLE_ADDRESS},
        {"Tenaga Kerja (org)", BINA_ROLE_NUMBER},
        {"namaUsaha", BINA_ROLE_BUSINESS},
        {"No", BINA_ROLE_KEY},
        {"E-mail", BINA_ROLE_EMAIL},
        /* whose it is stands beside what it is, in Indonesian behind it, in English before */
        {"NAMA SATUAN PENDIDIKAN", BINA_ROLE_BUSINESS}, /* no unit of measure */
        {"Kepala Sekolah", BINA_ROLE_PERSON},
        {"Nama Pedagang", BINA_ROLE_PERSON},
        {"Nama Pasar", BINA_ROLE_PLACE},
        {"Desa Usaha", BINA_ROLE_PLACE},
        {"kelurahan_usaha", BINA_ROLE_PLACE},
        {"Ketua Kelompok", BINA_ROLE_PERSON},
        {"business owner", BINA_ROLE_PERSON},
        /* numbers given once: of vehicles, schools (NPSN), parts */
        {"NOPOL", BINA_ROLE_IDENTIFIER},
        {"No. Polisi", BINA_ROLE_IDENTIFIER},
        {"NPSN", BINA_ROLE_IDENTIFIER},
        {"mfr_part_no", BINA_ROLE_IDENTIFIER},
        /* of other countries */
        {"Apelido", BINA_ROLE_SURNAME},
        {"Telemóvel", BINA_ROLE_PHONE},
        {"Primer apellido", BINA_ROLE_SURNAME},
        {"Apellidos y nombre", BINA_ROLE_PERSON},
        {"Fecha de nacimiento", BINA_ROLE_DATE},
        {"Teléfono", BINA_ROLE_PHONE},
        {"Vorname", BINA_ROLE_GIVEN_NAME},
        {"Straße", BINA_ROLE_ADDRESS},
        {"PLZ", BINA_ROLE_POSTCODE},
        {"prénom", BINA_ROLE_GIVEN_NAME},
        {"achternaam", BINA_ROLE_SURNAME},
        {"ragione sociale", BINA_ROLE_BUSINESS},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        header_is(known[i].header, known[i].role);
}
END_TEST

/* Workers, investment and output change between two visits of one shop. */
START_TEST(test_unstable)
{
    bina_role_guess guess;
    bina_guess_role("Jumlah Tenaga Kerja", NULL, 0, &guess);
    ck_assert(!guess.declared_stable);
    bina_guess_role("Nilai Investasi", NULL, 0, &guess);
    ck_assert(!guess.declared_stable);
    bina_guess_role("Keterangan", NULL, 0, &guess);
    ck_assert(!guess.declared_stable);
    bina_guess_role("Nama Usaha", NULL, 0, &guess);
    ck_assert(guess.declared_stable);
}
END_TEST

static bina_role
values_are(const char *header, const char *const *values, size_t count)
{
    bina_sample samples[64];
    bina_role_guess guess;
    for (size_t i = 0; i < count && i < 64; i++)
        samples[i] = (bina_sample){values[i], strlen(values[i])};
    bina_guess_role(header, samples, count, &guess);
    return guess.role;
}

#define VALUES(header, ...)                                                                        \
    values_are(header, (const char *const[]){__VA_ARGS__},                                         \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

START_TEST(test_values)
{
    ck_assert_int_eq(VALUES("kolom3", "5203054107800001", "5203050107750003", "-"), BINA_ROLE_NIK);
    ck_assert_int_eq(VALUES("", "081230001111", "0812-3000-2222", "+62 812 3000 3333", "8.52E+10"),
                     BINA_ROLE_PHONE);
    ck_assert_int_eq(VALUES(NULL, "1971-06-24", "1980-01-02", "1999-12-31"), BINA_ROLE_DATE);
    ck_assert_int_eq(VALUES("x", "19710624", "19800102", "19991231"), BINA_ROLE_DATE);
    ck_assert_int_eq(VALUES("x", "24 Juni 1971", "2 Mei 1980"), BINA_ROLE_DATE);
    /* Where somebody was born stands before the day. */
    ck_assert_int_eq(VALUES("TTL", "Garut, 14 Februari 2008", "Bogor, 5 Mei 2011",
                            "Ende, 02-11-1998", "Selong, 3/7/2001", "Palu, 30 Agustus 1999"),
                     BINA_ROLE_DATE);
    ck_assert_int_eq(VALUES("x", "a@b.id", "c@d.id"), BINA_ROLE_EMAIL);
    ck_assert_int_eq(VALUES("x", "-7.739060", "-7.795870", "-7.1"), BINA_ROLE_NUMBER);
    ck_assert_int_eq(VALUES("x", "Jl. Mawar 3", "RT 02 RW 01", "Dusun Baru RT 1"),
                     BINA_ROLE_ADDRESS);
    ck_assert_int_eq(VALUES("x", "UD Mawar", "Bengkel Jaya", "Toko Indah"), BINA_ROLE_BUSINESS);
    ck_assert_int_eq(VALUES("x", "Siti Aminah", "H. Ahmad", "Budi"), BINA_ROLE_PERSON);
    /* Years are times, not amounts; prose about roads is no address. */
    ck_assert_int_eq(VALUES("x", "1987", "2003", "1999"), BINA_ROLE_DATE);
    /* So many digits are dialled, unless they are rounded: then they are money. */
    ck_assert_int_eq(VALUES("x", "612345678", "987654321", "612345678"), BINA_ROLE_PHONE);
    ck_assert_int_eq(VALUES("x", "12500000", "250000000", "98000000"), BINA_ROLE_NUMBER);
    ck_assert_int_eq(VALUES("x", "lampu jalan mati sudah tiga hari mohon segera diperbaiki",
                            "jalan berlubang di depan pasar membahayakan pengendara motor",
                            "air tidak mengalir sejak pagi di sepanjang jalan ini"),
                     BINA_ROLE_TEXT);
    /* A heading over two lines, "Alamat" above "Desa": the names of villages. */
    ck_assert_int_eq(VALUES("Alamat Desa", "Ciherang", "Koto Malintang", "Marong"),
                     BINA_ROLE_PLACE);
    ck_assert_int_eq(VALUES("Alamat Desa", "Jl. Mawar 3", "RT 02 RW 01", "Jl. Pasar 1"),
                     BINA_ROLE_ADDRESS);
    /* DR is a plate of Lombok before it is a doctor; home industries (IRT) have numbers too. */
    ck_assert_int_eq(VALUES("x", "DR 1234 AB", "DK 4567 CD", "B 8910 EF"), BINA_ROLE_IDENTIFIER);
    ck_assert_int_eq(VALUES("x", "P-IRT 2065203010001-23", "P-IRT 2155203010002-24"),
                     BINA_ROLE_IDENTIFIER);
    ck_assert_int_ne(VALUES("x", "Rp 12.500", "Rp 8.000", "Rp 95.000"), BINA_ROLE_IDENTIFIER);
    /* "nama" alone: of whom, the values tell. */
    ck_assert_int_eq(VALUES("nama", "UD Mawar", "Bengkel Jaya", "Toko Indah"), BINA_ROLE_BUSINESS);
    ck_assert_int_eq(VALUES("Nama", "Siti Aminah", "H. Ahmad", "Budi"), BINA_ROLE_PERSON);
    /* A header that cannot be true is not believed. */
    ck_assert_int_eq(VALUES("KONTAK", "0812-3000-2222", "081230001111"), BINA_ROLE_PHONE);
    ck_assert_int_eq(VALUES("KONTAK", "Siti Aminah", "H. Ahmad"), BINA_ROLE_PERSON);
    ck_assert_int_eq(VALUES("Telp", "Siti Aminah", "H. Ahmad", "Budi", "Nur", "Agus Salim"),
                     BINA_ROLE_PERSON);
}
END_TEST

START_TEST(test_shares)
{
    bina_sample samples[] = {{"a", 1}, {"b", 1}, {"a", 1}, {"-", 1}, {NULL, 0}};
    bina_role_guess guess;
    bina_guess_role("zzz", samples, 5, &guess);
    ck_assert_double_eq_tol(guess.missing_share, 0.4, 1e-12);
    ck_assert_double_eq_tol(guess.distinct_share, 2.0 / 3, 1e-12);
    ck_assert_double_eq_tol(guess.mean_length, 1.0, 1e-12);
    ck_assert_double_eq(guess.confidence, 0.0);
    bina_guess_role(NULL, NULL, 0, &guess);
    ck_assert_int_eq(guess.role, BINA_ROLE_TEXT);
    ck_assert_double_eq(guess.distinct_share, 0.0);
}
END_TEST

START_TEST(test_names_of_roles)
{
    for (int i = 0; i < BINA_ROLE_COUNT; i++) {
        bina_role role;
        ck_assert(bina_role_find(bina_role_name((bina_role)i), &role));
        ck_assert_int_eq(role, i);
    }
    bina_role role;
    ck_assert(!bina_role_find("unknown", &role));
}
END_TEST

START_TEST(test_indonesian_headers)
{
    static const char *const ours[] = {"NAMA_USAHA", "Kab/Kota", "tgl lahir"};
    static const char *const febrl[] = {"rec_id", "given_name", "surname", "state", "no", "x"};

    for (size_t i = 0; i < sizeof ours / sizeof ours[0]; i++)
        ck_assert(bina_header_is_indonesian(ours[i]));
    for (size_t i = 0; i < sizeof febrl / sizeof febrl[0]; i++)
        ck_assert(!bina_header_is_indonesian(febrl[i]));
}
END_TEST

/* Any bytes in headers and values. */
START_TEST(test_any_bytes)
{
    uint64_t state = 99;
    for (int n = 0; n < 300; n++) {
        char text[20][40];
        bina_sample samples[20];
        for (size_t i = 0; i < 20; i++) {
            for (size_t k = 0; k < 40; k++) {
                state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
                text[i][k] = n % 2 ? (char)(state >> 33) : "0189 -+/.@,eE\xC3"[state >> 33 & 13];
            }
            samples[i] = (bina_sample){text[i], (size_t)(state >> 40) % 41};
        }
        text[0][39] = '\0';
        bina_role_guess guess;
        bina_guess_role(text[0], samples, 20, &guess);
        ck_assert_int_lt((int)guess.role, BINA_ROLE_COUNT);
        ck_assert(guess.confidence >= 0 && guess.confidence <= 1);
        ck_assert(guess.distinct_share >= 0 && guess.distinct_share <= 1);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage role");
    TCase *all = tcase_create("roles");
    tcase_add_test(all, test_headers);
    tcase_add_test(all, test_unstable);
    tcase_add_test(all, test_values);
    tcase_add_test(all, test_shares);
    tcase_add_test(all, test_names_of_roles);
    tcase_add_test(all, test_indonesian_headers);
    tcase_add_test(all, test_any_bytes);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
