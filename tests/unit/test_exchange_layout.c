/* What a sheet means: habits of offices' lists, each as a small sheet, and that no row vanishes. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/list.h>
#ifdef BINA_HAVE_XLSX_READ
#include "zip_parts.h"
#endif

static bina_faults *faults;
static bina_error *error;
static bina_list_counts counts;
static char seen[16384];

static void
set_up(void)
{
    faults = bina_faults_new(0);
    error = bina_error_new();
}

static void
tear_down(void)
{
    bina_faults_free(faults);
    bina_error_free(error);
}

static void
add(const char *text)
{
    ck_assert_uint_lt(strlen(seen) + strlen(text), sizeof(seen) - 1);
    strcat(seen, text);
}

static void
add_count(const char *name, int64_t count)
{
    char text[64];

    if (count == 0)
        return;
    snprintf(text, sizeof(text), "%s%s %d", seen[strlen(seen) - 1] == '\n' ? "" : " ", name,
             (int)count);
    add(text);
}

/* How many rows a sheet written with semicolons and LF has that are not blank lines. */
static int64_t
lines_of(const char *sheet)
{
    int64_t lines = 0;
    size_t length;

    for (; *sheet != '\0'; sheet += length + (sheet[length] == '\n')) {
        length = strcspn(sheet, "\n");
        lines += length > 0;
    }
    return lines;
}

/*
 * Reads a sheet (a workbook, or CSV with semicolons) into `seen`: the columns, then each row as
 * "cells @line section / village, district, regency", then what was passed over.
 */
static void
read_bytes(const void *bytes, size_t length)
{
    static const char *const names[] = {"section", "village", "district", "regency"};
    bina_list_options options = BINA_LIST_OPTIONS_MAPPING;
    const bina_description *columns;
    const bina_record *row;
    bina_cursor *cursor;
    const char *text;
    char line[32];
    int slot, line_slot, i;
    bina_status status;

    memset(&counts, 0, sizeof(counts));
    options.delimiter = ';';
    options.faults = faults;
    options.counts = &counts;
    ck_assert_msg(bina_list_open_bytes(bytes, length, &options, error, &cursor) == BINA_OK, "%s",
                  bina_error_message(error, BINA_ENGLISH));
    columns = bina_cursor_description(cursor);
    line_slot = bina_description_find(columns, "#line");
    seen[0] = '\0';
    for (slot = 0; slot < line_slot; slot++) {
        add(slot > 0 ? "|" : "");
        add(bina_field_name(bina_description_field(columns, slot)));
    }
    add("\n");
    while ((status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        for (slot = 0; slot < line_slot; slot++) {
            add(slot > 0 ? "|" : "");
            text = bina_record_text(row, slot);
            add(text != NULL ? text : "");
        }
        snprintf(line, sizeof(line), " @%d", (int)bina_record_int(row, line_slot));
        add(line);
        for (i = 0; i < 4; i++) {
            char name[16];
            snprintf(name, sizeof(name), "#%s", names[i]);
            text = bina_record_text(row, bina_description_find(columns, name));
            if (text != NULL) {
                add(i == 0 ? " " : i == 1 ? " V:" : i == 2 ? " D:" : " R:");
                add(text);
            }
        }
        add("\n");
    }
    ck_assert_int_eq(status, BINA_DONE);
    add_count("blank", counts.blank);
    add_count("titles", counts.titles);
    add_count("headers", counts.headers);
    add_count("numberings", counts.numberings);
    add_count("totals", counts.totals);
    add_count("sections", counts.sections);
    add_count("notes", counts.notes);
    add_count("footers", counts.footers);
    add_count("others", counts.others);
    bina_cursor_free(cursor);
}

static void
read_sheet(const char *sheet)
{
    read_bytes(sheet, strlen(sheet));
    /* No row vanishes. */
    ck_assert_int_eq(counts.rows + counts.blank + counts.titles + counts.headers +
                         counts.numberings + counts.totals + counts.sections + counts.notes +
                         counts.footers + counts.others,
                     lines_of(sheet));
}

static void
means(const char *sheet, const char *expected)
{
    read_sheet(sheet);
    ck_assert_str_eq(seen, expected);
}

/* The rules of all faults, in order, with their lines. */
static const char *
faults_told(void)
{
    static char told[1024];
    size_t n;

    told[0] = '\0';
    for (n = 0; bina_faults_at(faults, n, error) == BINA_OK; n++)
        snprintf(told + strlen(told), sizeof(told) - strlen(told), "%s%s:%d", n > 0 ? " " : "",
                 bina_error_rule(error), (int)bina_error_line(error));
    return told;
}

START_TEST(plain_table)
{
    means("NAMA;ALAMAT;TELP\nTenun A;Jl. Melati;0812\nTenun B;Jl. Mawar;\n",
          "NAMA|ALAMAT|TELP\n"
          "Tenun A|Jl. Melati|0812 @2\n"
          "Tenun B|Jl. Mawar| @3\n"
          "headers 1");
    means("a,b;c\n1;2\n", "a,b|c\n1|2 @2\nheaders 1");
    means("NAMA\nA\nB\n", "NAMA\nA @2\nB @3\nheaders 1");
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
}
END_TEST

START_TEST(titles_above)
{
    means("DAFTAR INDUSTRI KECIL DAN MENENGAH;;;;\n"
          "KABUPATEN CONTOH TAHUN 2021;;;;\n"
          ";;;;\n"
          "NO;NAMA USAHA;PEMILIK;DESA;TELP\n"
          "1;Tenun A;Siti;Suela;\n"
          "2;Tenun B;Ani;Suela;0812\n",
          "NO|NAMA USAHA|PEMILIK|DESA|TELP\n"
          "1|Tenun A|Siti|Suela| @5 R:CONTOH\n"
          "2|Tenun B|Ani|Suela|0812 @6 R:CONTOH\n"
          "titles 3 headers 1");
    ck_assert_str_eq(faults_told(), "layout.title:1");
}
END_TEST

START_TEST(a_letterhead)
{
    means("PEMERINTAH KABUPATEN CONTOH JAYA;;;;\n"
          "DINAS PERINDUSTRIAN;;;;\n"
          "NO;NAMA USAHA;PEMILIK;DESA;TELP\n"
          "1;Tenun A;Siti;Suela;\n"
          "2;Tenun B;Ani;Suela;0812\n",
          "NO|NAMA USAHA|PEMILIK|DESA|TELP\n"
          "1|Tenun A|Siti|Suela| @4 R:CONTOH JAYA\n"
          "2|Tenun B|Ani|Suela|0812 @5 R:CONTOH JAYA\n"
          "titles 2 headers 1");
    means("PEMERINTAH KABUPATEN CONTOH DINAS PERINDUSTRIAN;;;;\n"
          "NO;NAMA USAHA;PEMILIK;DESA;TELP\n"
          "1;Tenun A;Siti;Suela;\n",
          "NO|NAMA USAHA|PEMILIK|DESA|TELP\n"
          "1|Tenun A|Siti|Suela| @3 R:CONTOH\n"
          "titles 1 headers 1");
}
END_TEST

/* "Kecamatan : Aikmel" in cells of its own, above the table. */
START_TEST(titles_in_cells)
{
    means("PENDATAAN IKM;;;;;\n"
          "Kecamatan;:;Aikmel;;;\n"
          "Desa;:;Kembang Kerang;;;\n"
          "NO;NAMA USAHA;PEMILIK;JENIS USAHA;TENAGA KERJA;OMZET\n"
          "1;Tenun A;Siti;Tenun;2;500000\n"
          "2;Tenun B;Ani;Tenun;1;250000\n",
          "NO|NAMA USAHA|PEMILIK|JENIS USAHA|TENAGA KERJA|OMZET\n"
          "1|Tenun A|Siti|Tenun|2|500000 @5 V:Kembang Kerang D:Aikmel\n"
          "2|Tenun B|Ani|Tenun|1|250000 @6 V:Kembang Kerang D:Aikmel\n"
          "titles 3 headers 1");
}
END_TEST

START_TEST(numbering_row)
{
    means("NO;NAMA;DESA;TELP\n1;2;3;4\n1;Siti;Suela;0812\n",
          "NO|NAMA|DESA|TELP\n1|Siti|Suela|0812 @3\nheaders 1 numberings 1");
    means("NO;NAMA;DESA;OMZET\n(1);(2);(3);(4)=(3)+(2)\n1;Siti;Suela;10\n",
          "NO|NAMA|DESA|OMZET\n1|Siti|Suela|10 @3\nheaders 1 numberings 1");
    means("NO;NAMA;DESA;OMZET\na;b;c;d\n1;Siti;Suela;10\n",
          "NO|NAMA|DESA|OMZET\n1|Siti|Suela|10 @3\nheaders 1 numberings 1");
    /* In a table of numbers such a row is data. */
    means("a;b;c\n1;2;3\n4;5;6\n", "a|b|c\n1|2|3 @2\n4|5|6 @3\nheaders 1");
    /* So are letters among letters, as somebody types them to try it, and further below. */
    means("nama;desa;telp\na;b;c\nd;e;f\na;b;c\n",
          "nama|desa|telp\na|b|c @2\nd|e|f @3\na|b|c @4\nheaders 1");
    means("nama;desa;telp\nSiti;Suela;0812\na;b;c\n",
          "nama|desa|telp\nSiti|Suela|0812 @2\na|b|c @3\nheaders 1");
}
END_TEST

START_TEST(two_row_header)
{
    means("NO;NAMA USAHA;TENAGA KERJA;;DESA\n"
          ";;L;P;\n"
          "1;Tenun A;1;2;Suela\n"
          "2;Tenun B;0;1;Suela\n",
          "NO|NAMA USAHA|TENAGA KERJA L|TENAGA KERJA P|DESA\n"
          "1|Tenun A|1|2|Suela @3\n"
          "2|Tenun B|0|1|Suela @4\n"
          "headers 2");
    /* The names stand in the lower row, the groups above. */
    means(";;TENAGA KERJA;;\n"
          "NO;NAMA USAHA;L;P;DESA\n"
          "1;Tenun A;1;2;Suela\n"
          "2;Tenun B;0;1;Suela\n",
          "NO|NAMA USAHA|TENAGA KERJA L|TENAGA KERJA P|DESA\n"
          "1|Tenun A|1|2|Suela @3\n"
          "2|Tenun B|0|1|Suela @4\n"
          "headers 2");
}
END_TEST

START_TEST(three_row_header)
{
    means("NO;NAMA;ALAMAT;;PRODUKSI;;;KET\n"
          ";;Desa;Kecamatan;Volume;Nilai (Rp 000);;\n"
          ";;;;;2020;2021;\n"
          "1;2;3;4;5;6;7;8\n"
          "1;Siti;Suela;Suela;10;500;600;\n",
          "NO|NAMA|ALAMAT Desa|ALAMAT Kecamatan|PRODUKSI Volume|PRODUKSI Nilai (Rp 000) 2020|"
          "PRODUKSI Nilai (Rp 000) 2021|KET\n"
          "1|Siti|Suela|Suela|10|500|600| @5\n"
          "headers 3 numberings 1");
}
END_TEST

/* A header's words parted over two rows for want of room. */
START_TEST(header_in_pieces)
{
    means("NO;NAMA;ALAMAT;JENIS\n;PEMILIK;USAHA;USAHA\n1;Siti;Jl. Melati 1;Tenun\n"
          "2;Ani;Jl. Mawar 2;Tenun\n",
          "NO|NAMA PEMILIK|ALAMAT USAHA|JENIS USAHA\n"
          "1|Siti|Jl. Melati 1|Tenun @3\n"
          "2|Ani|Jl. Mawar 2|Tenun @4\n"
          "headers 2");
}
END_TEST

START_TEST(header_on_every_page)
{
    means("DAFTAR IKM;;;\n"
          "NO;NAMA;DESA;TK\n1;2;3;4\n"
          "1;Siti;Suela;2\n"
          "DAFTAR IKM;;;\n"
          "NO;NAMA;DESA;TK\n1;2;3;4\n"
          "2;Ani;Suela;1\n",
          "NO|NAMA|DESA|TK\n1|Siti|Suela|2 @4\n2|Ani|Suela|1 @8\n"
          "titles 2 headers 2 numberings 2");
}
END_TEST

START_TEST(totals)
{
    means("NO;NAMA;DESA;TK;OMZET\n"
          "1;Siti;Suela;2;500\n"
          "2;Total Motor;Suela;2;500\n" /* counted, so an entry */
          ";Sub Total;;4;1000\n"
          "3;Ani;Aikmel;1;250\n"
          ";;;1;250\n"
          "JUMLAH;;;5;1.250\n",
          "NO|NAMA|DESA|TK|OMZET\n"
          "1|Siti|Suela|2|500 @2\n"
          "2|Total Motor|Suela|2|500 @3\n"
          "3|Ani|Aikmel|1|250 @5\n"
          "headers 1 totals 3");
    ck_assert_str_eq(faults_told(), "layout.total:4 layout.total:6");
    /* So is a row of which a number and a day are known: nothing adds up to a day. */
    /* Nor does a program write sums: a header in the first line, rows that are not numbered. */
    means("TITLE;PRICE;YEAR\nBlue Moon;12;2004\n;15;2005\nRed Sun;9;2001\n",
          "TITLE|PRICE|YEAR\nBlue Moon|12|2004 @2\n|15|2005 @3\nRed Sun|9|2001 @4\nheaders 1");
    /* What is slipped in writing a day or a telephone is no amount either. */
    means("NAME;TOWN;AGE;BORN\nAnn;Leeds;41;1984-10-27\n;;20;2021406-18\nBob;Hull;39;\n",
          "NAME|TOWN|AGE|BORN\nAnn|Leeds|41|1984-10-27 @2\n||20|2021406-18 @3\nBob|Hull|39| @4\n"
          "headers 1");
    means("ID;NAME;TOWN;BORN\n7;Ann;Leeds;1984-10-27\n8;;;1993-07-10\n9;Bob;Hull;\n",
          "ID|NAME|TOWN|BORN\n7|Ann|Leeds|1984-10-27 @2\n8|||1993-07-10 @3\n9|Bob|Hull| @4\n"
          "headers 1");
    /* A row without a name but with a NIK or telephone is an entry. */
    means("NAMA;NIK;TK\nSiti;5203014107900001;1\nAni;5203014107900002;1\n;5203014107900003;1\n",
          "NAMA|NIK|TK\nSiti|5203014107900001|1 @2\nAni|5203014107900002|1 @3\n"
          "|5203014107900003|1 @4\nheaders 1");
    means("PERUSAHAAN;DESA;TK\nMina;Suela;2\nSari;Suela;3\nJUMLAH TENAGA KERJA DESA;;5\n",
          "PERUSAHAAN|DESA|TK\nMina|Suela|2 @2\nSari|Suela|3 @3\n"
          "JUMLAH TENAGA KERJA DESA||5 @4\nheaders 1");
}
END_TEST

START_TEST(sections_of_places)
{
    means("NO;NAMA;PRODUK;TK\n"
          "KECAMATAN AIKMEL;;;\n"
          "Desa Kembang Kerang;;;\n"
          "1;Siti;Tenun;2\n"
          ";Desa Kalijaga;;\n"
          "1;Ani;Kopi;1\n"
          "KEC. SUELA;;;\n"
          "1;Umar;Kopi;3\n",
          "NO|NAMA|PRODUK|TK\n"
          "1|Siti|Tenun|2 @4 Desa Kembang Kerang V:Kembang Kerang D:AIKMEL\n"
          "1|Ani|Kopi|1 @6 Desa Kalijaga V:Kalijaga D:AIKMEL\n"
          "1|Umar|Kopi|3 @8 KEC. SUELA D:SUELA\n"
          "headers 1 sections 4");
}
END_TEST

START_TEST(sections_outlined)
{
    means("NO;NAMA;PRODUK;TK\n"
          "I;INDUSTRI PANGAN;;\n"
          "1;Siti;Kue;2\n"
          "II;INDUSTRI SANDANG;;\n"
          "1;Ani;Tenun;1\n",
          "NO|NAMA|PRODUK|TK\n"
          "1|Siti|Kue|2 @3 INDUSTRI PANGAN\n"
          "1|Ani|Tenun|1 @5 INDUSTRI SANDANG\n"
          "headers 1 sections 2");
    /* With the sums of the section beside its name. */
    means("NO;NAMA;PRODUK;TK\n"
          "KECAMATAN AIKMEL;;;3\n"
          "1;Siti;Kue;2\n"
          "2;Ani;Tenun;1\n",
          "NO|NAMA|PRODUK|TK\n"
          "1|Siti|Kue|2 @3 KECAMATAN AIKMEL D:AIKMEL\n"
          "2|Ani|Tenun|1 @4 KECAMATAN AIKMEL D:AIKMEL\n"
          "headers 1 sections 1");
    /* A row that has nothing but a name is an entry. */
    means("NO;NAMA;PRODUK;TK\n1;Siti;Kue;2\n2;Ani;;\n;Umar;;\n",
          "NO|NAMA|PRODUK|TK\n1|Siti|Kue|2 @2\n2|Ani|| @3\n|Umar|| @4\nheaders 1");
    means("NAMA;PRODUK;TK\nSiti;Kue;2\nAni;;\nC;;\n",
          "NAMA|PRODUK|TK\nSiti|Kue|2 @2\nAni|| @3\nC|| @4\nheaders 1");
}
END_TEST

START_TEST(signatures_below)
{
    means("NO;NAMA;DESA;TK;OMZET\n"
          "1;Siti;Suela;2;500\n"
          "2;Ani;Suela;1;250\n"
          ";;;;\n"
          ";;;Selong, 31 Desember 2021;\n"
          "Mengetahui,;;;;\n"
          "Kepala Dinas Perindustrian;;;Pengelola Data;\n"
          ";;;;\n"
          "Drs. H. CONTOH, M.Si;;;CONTOH, SE;\n"
          "NIP. 19700101 199001 1 001;;;NIP. 19800101 200501 2 001;\n",
          "NO|NAMA|DESA|TK|OMZET\n"
          "1|Siti|Suela|2|500 @2\n"
          "2|Ani|Suela|1|250 @3\n"
          "blank 2 headers 1 footers 5");
}
END_TEST

/* A name after a comma may begin like a month. */
START_TEST(names_are_no_dates)
{
    means("NAMA;DESA;TK\nRamos, Marta;;\nVega, Maria;Suela;2\nNieto, Junia;;\n",
          "NAMA|DESA|TK\nRamos, Marta|| @2\nVega, Maria|Suela|2 @3\nNieto, Junia|| @4\n"
          "headers 1");
}
END_TEST

START_TEST(notes_below)
{
    means("NO;NAMA;DESA;TK\n1;Siti;Suela;2\n2;Ani;Suela;2\nSumber: Dinas Contoh;;;\n"
          "*) data sementara;;;\n",
          "NO|NAMA|DESA|TK\n1|Siti|Suela|2 @2\n2|Ani|Suela|2 @3\nheaders 1 notes 2");
    ck_assert_str_eq(faults_told(), "layout.note:4");
}
END_TEST

START_TEST(blank_columns)
{
    means(";NO;NAMA;;DESA;\n;1;Siti;;Suela;\n;2;Ani;;Suela;\n",
          "NO|NAMA|DESA\n1|Siti|Suela @2\n2|Ani|Suela @3\nheaders 1");
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
    means("NO;NAMA;;DESA\n1;Siti;P;Suela\n2;Ani;P;Suela\n",
          "NO|NAMA|column 3|DESA\n1|Siti|P|Suela @2\n2|Ani|P|Suela @3\nheaders 1");
    ck_assert_str_eq(faults_told(), "csv.header.empty:1");
}
END_TEST

START_TEST(another_table_below)
{
    means("NO;NAMA;DESA;TK\n1;Siti;Suela;2\n2;Ani;Suela;1\n;;;\n"
          "REKAP PER DESA;;;\n"
          "DESA;JUMLAH TENAGA KERJA;INVESTASI;OMZET\nSuela;3;1;2\nSapit;4;1;2\n",
          "NO|NAMA|DESA|TK\n1|Siti|Suela|2 @2\n2|Ani|Suela|1 @3\n"
          "blank 1 headers 1 sections 1 others 3");
    ck_assert_str_eq(faults_told(), "layout.other:6");
    ck_assert_int_eq(bina_faults_count(faults, BINA_ERROR), 1);
}
END_TEST

/* Headings without a word for their level nest where nothing stands between them. */
START_TEST(plain_headings_nest)
{
    means("NO;NAMA;PRODUK;TK\n"
          "PANGAN;;;\n"
          "Kerupuk;;;\n"
          "1;Siti;kerupuk;2\n"
          "Tahu;;;\n"
          "1;Ani;tahu;1\n"
          "SANDANG;;;\n"
          "Tenun;;;\n"
          "1;Umar;tenun;1\n",
          "NO|NAMA|PRODUK|TK\n"
          "1|Siti|kerupuk|2 @4 Kerupuk\n"
          "1|Ani|tahu|1 @6 Tahu\n"
          "1|Umar|tenun|1 @9 Tenun\n"
          "headers 1 sections 5");
}
END_TEST

/* The places of a heading end with the next one of its level. */
START_TEST(headings_end)
{
    means("DATA IKM KABUPATEN CONTOH;;;\n"
          "NO;NAMA;PRODUK;TK\n"
          "Kec. Satu;;;\n"
          "Kel. Mawar;;;\n"
          "1;Siti;kerupuk;2\n"
          "Kec. Dua;;;\n"
          "1;Ani;tahu;1\n",
          "NO|NAMA|PRODUK|TK\n"
          "1|Siti|kerupuk|2 @5 Kel. Mawar V:Mawar D:Satu R:CONTOH\n"
          "1|Ani|tahu|1 @7 Kec. Dua D:Dua R:CONTOH\n"
          "titles 1 headers 1 sections 3");
}
END_TEST

/* Any order of habits: whatever is thrown together, every row is told as something. */
START_TEST(no_row_vanishes)
{
    static const char *const lines[] = {
        "NO;NAMA;DESA;TK;OMZET",
        "1;2;3;4;5",
        "1;Siti;Suela;2;500",
        "2;Ani;;;",
        ";Umar;;;",
        "JUMLAH;;;3;500",
        ";;;3;500",
        "KECAMATAN AIKMEL;;;;",
        "I;PANGAN;;;",
        "Mengetahui;;;;",
        ";;;Selong, 1 Mei 2021;",
        "Sumber: dinas;;;;",
        ";;;;",
        "DAFTAR IKM;;;;",
        "-;-;-;-;-",
        "DESA;NAMA USAHA;NIK;NIB;TELP",
        "x",
        "a;b;c;d;e;f;g",
    };
    const unsigned n = sizeof(lines) / sizeof(lines[0]);
    unsigned state = 7, round, row;
    char sheet[4096];

    for (round = 0; round < 500; round++) {
        sheet[0] = '\0';
        for (row = 0; row < 3 + round % 20; row++) {
            state = state * 1103515245u + 12345u;
            strcat(sheet, lines[(state >> 16) % n]);
            strcat(sheet, "\n");
        }
        strcat(sheet, "NO;NAMA;DESA;TK;OMZET\n1;Siti;Suela;2;500\n");
        read_sheet(sheet); /* which holds that */
    }
}
END_TEST

START_TEST(no_header_at_all)
{
    means("1;Siti;Suela;081200000001\n2;Ani;Aikmel;081200000002\n",
          "column 1|column 2|column 3|column 4\n1|Siti|Suela|081200000001 @1\n"
          "2|Ani|Aikmel|081200000002 @2\n");
    ck_assert_str_eq(faults_told(), "layout.header:1");
}
END_TEST

/* A table has 1,024 columns at most; that there were more is told, and what they hold is kept. */
START_TEST(too_many_columns)
{
    static char sheet[40000];
    bina_list_options options = BINA_LIST_OPTIONS_MAPPING;
    const bina_description *columns;
    const bina_record *row;
    bina_cursor *cursor;
    size_t used = 0;
    int row_number, i;

    for (row_number = 0; row_number < 4; row_number++)
        for (i = 1; i <= 1030; i++)
            used += (size_t)snprintf(sheet + used, sizeof(sheet) - used, "%s%d%c",
                                     row_number == 0 ? "nama" : "", row_number * 2000 + i,
                                     i < 1030 ? ';' : '\n');
    options.delimiter = ';';
    options.faults = faults;
    ck_assert_int_eq(bina_list_open_bytes(sheet, used, &options, error, &cursor), BINA_OK);
    columns = bina_cursor_description(cursor);
    ck_assert_int_eq(bina_description_find(columns, "nama1024"), 1023);
    ck_assert_int_lt(bina_description_find(columns, "nama1025"), 0);
    ck_assert_int_eq(bina_cursor_next(cursor, &row), BINA_OK);
    ck_assert_str_eq(bina_record_text(row, 1023), "3024");
    ck_assert_str_eq(bina_record_text(row, bina_description_find(columns, "#extra")),
                     "3025;3026;3027;3028;3029;3030");
    ck_assert_int_eq(bina_faults_at(faults, 0, error), BINA_OK);
    ck_assert_str_eq(bina_error_rule(error), "layout.columns");
    ck_assert_int_eq(bina_error_line(error), 1);
    bina_cursor_free(cursor);
}
END_TEST

#ifdef BINA_HAVE_XLSX_READ
/* A village or a district written once for many rows is that of every row, and of no other. */
START_TEST(merged_down)
{
    static const char book[] =
        "== xl/workbook.xml\n<workbook xmlns:r='r'><sheets><sheet name='IKM' r:id='a'/></sheets>"
        "</workbook>\n== xl/_rels/workbook.xml.rels\n<Relationships>"
        "<Relationship Id='a' Type='/worksheet' Target='s.xml'/></Relationships>\n"
        "== xl/s.xml\n<worksheet><sheetData>"
        "<row r='1'><c t='str'><v>NO</v></c><c t='str'><v>NAMA</v></c>"
        "<c t='str'><v>DESA</v></c><c t='str'><v>KECAMATAN</v></c><c t='str'><v>HP</v></c></row>"
        "<row r='2'><c t='str'><v>1</v></c><c t='str'><v>Siti</v></c>"
        "<c t='str'><v>Suela</v></c><c t='str'><v>Suela</v></c><c t='str'><v>0812</v></c></row>"
        "<row r='3'><c t='str'><v>2</v></c><c t='str'><v>Ani</v></c></row>"
        "<row r='5'><c t='str'><v>3</v></c><c t='str'><v>Umar</v></c>"
        "<c t='str'><v>Sapit</v></c></row>"
        "<row r='6'><c t='str'><v>4</v></c><c t='str'><v>Minah</v></c></row>"
        "<row r='7'><c t='str'><v>5</v></c><c t='str'><v>Jaya</v></c><c/>"
        "<c t='str'><v>Aikmel</v></c><c t='str'><v>0813</v></c></row>"
        "<row r='8'><c t='str'><v>6</v></c><c t='str'><v>Amin</v></c>"
        "<c t='str'><v>Toya</v></c></row>"
        "</sheetData><mergeCells><mergeCell ref='C2:C4'/><mergeCell ref='D2:D6'/>"
        "<mergeCell ref='C5:C6'/><mergeCell ref='C8:E8'/></mergeCells></worksheet>\n";
    zip_bytes zip = zip_of_text(book, sizeof(book) - 1);

    read_bytes(zip.bytes, zip.length);
    free(zip.bytes);
    ck_assert_str_eq(seen, "NO|NAMA|DESA|KECAMATAN|HP\n"
                           "1|Siti|Suela|Suela|0812 @2\n2|Ani|Suela|Suela| @3\n"
                           "3|Umar|Sapit|Suela| @5\n4|Minah|Sapit|Suela| @6\n"
                           "5|Jaya||Aikmel|0813 @7\n6|Amin|Toya|| @8\n"
                           "headers 1");
}
END_TEST
#endif

int
main(void)
{
    Suite *suite = suite_create("exchange: layout of sheets");
    TCase *all = tcase_create("layout");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_set_timeout(all, 60);
    tcase_add_test(all, plain_table);
    tcase_add_test(all, titles_above);
    tcase_add_test(all, a_letterhead);
    tcase_add_test(all, titles_in_cells);
    tcase_add_test(all, numbering_row);
    tcase_add_test(all, two_row_header);
    tcase_add_test(all, three_row_header);
    tcase_add_test(all, header_in_pieces);
    tcase_add_test(all, header_on_every_page);
    tcase_add_test(all, totals);
    tcase_add_test(all, sections_of_places);
    tcase_add_test(all, sections_outlined);
    tcase_add_test(all, signatures_below);
    tcase_add_test(all, names_are_no_dates);
    tcase_add_test(all, notes_below);
    tcase_add_test(all, blank_columns);
    tcase_add_test(all, another_table_below);
    tcase_add_test(all, plain_headings_nest);
    tcase_add_test(all, headings_end);
    tcase_add_test(all, no_row_vanishes);
    tcase_add_test(all, no_header_at_all);
    tcase_add_test(all, too_many_columns);
#ifdef BINA_HAVE_XLSX_READ
    tcase_add_test(all, merged_down);
#endif
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
