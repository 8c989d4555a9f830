/* CSV in: RFC 4180 where it speaks, Excel's leniency where it does not, and every fault told. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/exchange.h>

static bina_faults *faults;
static bina_error *error;
static bina_cursor *cursor;

static void
set_up(void)
{
    faults = bina_faults_new(0);
    error = bina_error_new();
    cursor = NULL;
}

static void
tear_down(void)
{
    bina_cursor_free(cursor);
    bina_faults_free(faults);
    bina_error_free(error);
}

static bina_status
try_bytes(const char *bytes, size_t length)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;

    options.faults = faults;
    options.line_column = "line";
    bina_cursor_free(cursor);
    return bina_csv_open_bytes(bytes, length, &options, error, &cursor);
}

static void
open_text(const char *text)
{
    ck_assert_int_eq(try_bytes(text, strlen(text)), BINA_OK);
}

/* The next row as "a|b|c@line", with ~ for an unset cell; "" at the end. */
static const char *
next_row(void)
{
    static char row[4096];
    const bina_description *description = bina_cursor_description(cursor);
    int columns = bina_description_count(description) - 1, i;
    const bina_record *record;
    bina_status status = bina_cursor_next(cursor, &record);

    row[0] = '\0';
    if (status == BINA_DONE)
        return row;
    ck_assert_int_eq(status, BINA_OK);
    for (i = 0; i < columns; i++) {
        strcat(row, i > 0 ? "|" : "");
        strcat(row, bina_record_is_set(record, i) ? bina_record_text(record, i) : "~");
    }
    sprintf(row + strlen(row), "@%d", (int)bina_record_int(record, columns));
    return row;
}

static const char *
header(int slot)
{
    return bina_field_name(bina_description_field(bina_cursor_description(cursor), slot));
}

/* The n-th fault as "rule line:column". */
static const char *
fault_at(size_t n)
{
    static char text[256];

    if (bina_faults_at(faults, n, error) != BINA_OK)
        return "";
    snprintf(text, sizeof(text), "%s %d:%d", bina_error_rule(error), (int)bina_error_line(error),
             (int)bina_error_column(error));
    return text;
}

/* RFC 4180, section 2, rules 1 to 7, with its own examples. */
START_TEST(rfc_4180)
{
    open_text("field_name,field_name2,field_name3\r\naaa,bbb,ccc\r\nzzz,yyy,xxx");
    ck_assert_str_eq(header(0), "field_name");
    ck_assert_str_eq(next_row(), "aaa|bbb|ccc@2");
    ck_assert_str_eq(next_row(), "zzz|yyy|xxx@3");
    ck_assert_str_eq(next_row(), "");
    open_text(
        "a,b,c\r\n\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,yyy,xxx\r\n\"aaa\",\"b\"\"bb\",\"ccc\"");
    ck_assert_str_eq(next_row(), "aaa|b \r\nbb|ccc@2");
    ck_assert_str_eq(next_row(), "zzz|yyy|xxx@4");
    ck_assert_str_eq(next_row(), "aaa|b\"bb|ccc@5");
    ck_assert_str_eq(next_row(), "");
    /* Rule 4: "Spaces are considered part of a field and should not be ignored." */
    open_text("a,b\n x ,y\n");
    ck_assert_str_eq(next_row(), " x |y@2");
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
}
END_TEST

START_TEST(line_ends)
{
    open_text("a,b\r1,2\r3,4");
    ck_assert_str_eq(next_row(), "1|2@2");
    ck_assert_str_eq(next_row(), "3|4@3");
    ck_assert_str_eq(next_row(), "");
    open_text("a,b\n\n1,2\n\r\n\r\n3,4\n\n");
    ck_assert_str_eq(next_row(), "1|2@3");
    ck_assert_str_eq(next_row(), "3|4@6");
    ck_assert_str_eq(next_row(), "");
    open_text("a,b\n\"1\r2\",\n,4");
    ck_assert_str_eq(next_row(), "1\r2|~@2");
    ck_assert_str_eq(next_row(), "~|4@4");
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
}
END_TEST

START_TEST(delimiters)
{
    open_text(
        "nama;alamat;omzet\nTenun A;Jl. Melati, RT 1;1,5\nTenun B;Jl. Mawar, No. 2, RT 3;2\n");
    ck_assert_str_eq(next_row(), "Tenun A|Jl. Melati, RT 1|1,5@2");
    open_text("nama\talamat\nA\tJl. X; blok 2\n");
    ck_assert_str_eq(next_row(), "A|Jl. X; blok 2@2");
    open_text("nama|desa\nA|B\n");
    ck_assert_str_eq(header(1), "desa");
    open_text("nama\nA\nB\n");
    ck_assert_str_eq(next_row(), "A@2");
    /* A quoted header may hold the other candidates. */
    open_text("\"nama; usaha\",\"a;b;c\"\nx,y\n");
    ck_assert_str_eq(header(0), "nama; usaha");
    /* What Excel writes and reads on top of a file. */
    open_text("sep=;\r\na;b\r\n1,5;2\r\n");
    ck_assert_str_eq(next_row(), "1,5|2@3");
}
END_TEST

START_TEST(encodings)
{
    static const char utf16le[] =
        "\xFF\xFE"
        "n\0a\0m\0a\0\t\0k\0\r\0\n\0K\0\xE9\0\t\0\x3D\xD8\x00\xDE\r\0\n\0";
    static const char utf16be[] = "\xFE\xFF"
                                  "\0a\0,\0b\0\n\0x\0,\0\xE9";

    open_text("\xEF\xBB\xBFnama,kota\nKaf\xC3\xA9,Bima\n");
    ck_assert_str_eq(header(0), "nama");
    ck_assert_str_eq(next_row(), "Kaf\xC3\xA9|Bima@2");
    /* Windows-1252: e acute is 0xE9, the curly apostrophe 0x92, the euro sign 0x80. */
    open_text("nama,kota\nKaf\xE9 Ma\x92ruf,\x80\n");
    ck_assert_str_eq(next_row(), "Kaf\xC3\xA9 Ma\xE2\x80\x99ruf|\xE2\x82\xAC@2");
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
    ck_assert_int_eq(try_bytes(utf16le, sizeof(utf16le) - 1), BINA_OK);
    ck_assert_str_eq(next_row(), "K\xC3\xA9|\xF0\x9F\x98\x80@2");
    ck_assert_int_eq(try_bytes(utf16be, sizeof(utf16be) - 1), BINA_OK);
    ck_assert_str_eq(next_row(), "x|\xC3\xA9@2");
    /* A file marked as UTF-8 with one foreign cell in it. */
    open_text("\xEF\xBB\xBFnama,kota\nKaf\xE9,Bima\n");
    ck_assert_str_eq(next_row(), "Kaf\xC3\xA9|Bima@2");
    ck_assert_str_eq(fault_at(0), "csv.encoding 2:1");
}
END_TEST

/* The sample says UTF-8, the rest of the file disagrees: only those cells are read otherwise. */
START_TEST(mixed_encodings)
{
    size_t length = 0, i;
    char *text = malloc(400000);

    length += (size_t)sprintf(text + length, "nama,kota\nCaf\xC3\xA9,Bima\n");
    for (i = 0; i < 20000; i++)
        length += (size_t)sprintf(text + length, "abcde,fghij\n");
    length += (size_t)sprintf(text + length, "Kaf\xE9,Bima\n");
    ck_assert_int_eq(try_bytes(text, length), BINA_OK);
    ck_assert_str_eq(next_row(), "Caf\xC3\xA9|Bima@2");
    for (i = 0; i < 20000; i++)
        ck_assert_str_ne(next_row(), "");
    ck_assert_str_eq(next_row(), "Kaf\xC3\xA9|Bima@20003");
    ck_assert_str_eq(fault_at(0), "csv.encoding 20003:1");
    free(text);
}
END_TEST

START_TEST(stray_quotes)
{
    open_text("a,b\nToko \"Maju\",x\n\"Toko\" Maju,y\n\"ok\"  ,z\n");
    ck_assert_str_eq(next_row(), "Toko \"Maju\"|x@2");
    ck_assert_str_eq(next_row(), "Toko Maju|y@3");
    ck_assert_str_eq(next_row(), "ok|z@4");
    ck_assert_str_eq(fault_at(0), "csv.quote 2:1");
    ck_assert_str_eq(fault_at(1), "csv.quote 3:1");
    ck_assert_uint_eq(bina_faults_kept(faults), 2);
}
END_TEST

/* A quote that never closes spoils its own row only. */
START_TEST(unclosed_quote)
{
    open_text("a,b\n1,\"tak tertutup\n2,baik\n3,baik\n");
    ck_assert_str_eq(next_row(), "1|\"tak tertutup@2");
    ck_assert_str_eq(next_row(), "2|baik@3");
    ck_assert_str_eq(next_row(), "3|baik@4");
    ck_assert_str_eq(next_row(), "");
    ck_assert_str_eq(fault_at(0), "csv.unclosed 2:2");
    ck_assert_uint_eq(bina_faults_kept(faults), 1);
}
END_TEST

START_TEST(ragged_rows)
{
    open_text("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1\n");
    ck_assert_str_eq(next_row(), "1|2|~@2");
    ck_assert_str_eq(next_row(), "1|2|3@3");
    ck_assert_str_eq(next_row(), "1|2|3@4");
    ck_assert_str_eq(next_row(), "1|~|~@5");
    ck_assert_str_eq(fault_at(0), "csv.short 2:3");
    ck_assert_str_eq(fault_at(1), "csv.long 3:4");
    ck_assert_str_eq(fault_at(2), "csv.short 5:2");
    ck_assert_int_eq(bina_faults_count(faults, BINA_ERROR), 1);
    ck_assert_int_eq(bina_faults_count(faults, BINA_WARNING), 2);
}
END_TEST

START_TEST(headers)
{
    open_text("\" Nama\xC2\xA0\n Usaha \",,x,x,x,,\n1,2,3,4,5,,\n");
    ck_assert_str_eq(header(0), "Nama Usaha");
    ck_assert_str_eq(header(1), "column 2");
    ck_assert_str_eq(header(2), "x");
    ck_assert_str_eq(header(3), "x (2)");
    ck_assert_str_eq(header(4), "x (3)");
    ck_assert_str_eq(header(5), "line"); /* the empty ones at the end are no columns */
    ck_assert_str_eq(fault_at(0), "csv.header.empty 1:2");
    ck_assert_str_eq(fault_at(1), "csv.header.duplicate 1:4");
}
END_TEST

/* What offices put above their tables. */
START_TEST(titles)
{
    open_text("DAFTAR IKM;;;\nKABUPATEN CONTOH;;;\n;;;\nNO;NAMA;ALAMAT;TELP\n1;A;B;C\n");
    ck_assert_str_eq(header(1), "NAMA");
    ck_assert_str_eq(next_row(), "1|A|B|C@5");
    ck_assert_str_eq(fault_at(0), "csv.title 1:0");
    open_text("DAFTAR IKM 2020\r\n\r\nNO;NAMA;ALAMAT\r\n1;A;B\r\n2;C;D, E\r\n3;F;G\r\n");
    ck_assert_str_eq(header(2), "ALAMAT");
    ck_assert_str_eq(next_row(), "1|A|B@4");
    /* One column is no title. */
    open_text("NAMA\nA\nB\n");
    ck_assert_str_eq(header(0), "NAMA");
    ck_assert_str_eq(next_row(), "A@2");
    open_text("NAMA;DESA\nA;B\nB;C\n");
    ck_assert_str_eq(header(1), "DESA");
    ck_assert_uint_eq(bina_faults_kept(faults), 2);
}
END_TEST

START_TEST(nul_bytes)
{
    ck_assert_int_eq(try_bytes("a,b\n1\0002,\"x\0\"\n", 14), BINA_OK);
    ck_assert_str_eq(next_row(), "12|x@2");
    ck_assert_str_eq(fault_at(0), "csv.nul 2:1");
    ck_assert_str_eq(fault_at(1), "csv.nul 2:2");
}
END_TEST

/* A database, a program, compressed or random bytes are never half read as a list. */
START_TEST(no_text_at_all)
{
    static const char database[] = "SQLite format 3\0\x10\0\x01\x01", program[] = "\x7F"
                                                                                  "ELF\x02\x01";
    char noise[4096];
    uint32_t state = 7;

    for (size_t i = 0; i < sizeof noise; i++) {
        state = state * 1664525u + 1013904223u;
        noise[i] = (char)(state >> 24);
    }
    ck_assert_int_eq(try_bytes(database, sizeof database - 1), BINA_ERR_SYNTAX);
    ck_assert_int_eq(try_bytes(program, sizeof program - 1), BINA_ERR_SYNTAX);
    ck_assert_int_eq(try_bytes(noise, sizeof noise), BINA_ERR_SYNTAX);
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_ENGLISH), "no list"));
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_INDONESIAN), "bukan daftar"));
}
END_TEST

START_TEST(refused)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;

    ck_assert_int_eq(try_bytes("", 0), BINA_ERR_SYNTAX);
    ck_assert_ptr_null(cursor);
    ck_assert_int_eq(try_bytes("\xEF\xBB\xBF\r\n\r\n", 7), BINA_ERR_SYNTAX);
    ck_assert_int_eq(bina_csv_open("/nowhere/at/all.csv", NULL, error, &cursor), BINA_ERR_IO);
    ck_assert_str_eq(bina_error_file(error), "/nowhere/at/all.csv");
    ck_assert_int_eq(bina_csv_open("/", NULL, error, &cursor), BINA_ERR_IO);
    options.delimiter = '"';
    ck_assert_int_eq(bina_csv_open_bytes("a", 1, &options, error, &cursor), BINA_ERR_USAGE);
    /* A header and nothing else is a table without rows. */
    open_text("a,b");
    ck_assert_str_eq(next_row(), "");
}
END_TEST

/* A row that never ends is refused before it fills the memory. */
START_TEST(endless_row)
{
    const size_t length = (size_t)40 << 20;
    char *text = malloc(length);
    const bina_record *record;

    memset(text, 'x', length);
    memcpy(text, "a,b\n", 4);
    ck_assert_int_eq(try_bytes(text, length), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(cursor, &record), BINA_ERR_SYNTAX);
    ck_assert_int_eq(bina_error_line(bina_cursor_error(cursor)), 2);
    free(text);
}
END_TEST

START_TEST(told_options)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;
    const char text[] = "DAFTAR \"IKM\n\nA;B,C\n1;2,3\n";

    options.skip = 2;
    options.line_column = "line";
    options.delimiter = ',';
    ck_assert_int_eq(bina_csv_open_bytes(text, strlen(text), &options, error, &cursor), BINA_OK);
    ck_assert_str_eq(header(0), "A;B");
    ck_assert_str_eq(next_row(), "1;2|3@4");
    bina_cursor_free(cursor);
    options.no_header = true;
    options.name = "shop";
    ck_assert_int_eq(bina_csv_open_bytes(text, strlen(text), &options, error, &cursor), BINA_OK);
    ck_assert_str_eq(bina_description_name(bina_cursor_description(cursor)), "shop");
    ck_assert_str_eq(header(1), "column 2");
    ck_assert_str_eq(next_row(), "A;B|C@3");
    ck_assert_str_eq(next_row(), "1;2|3@4");
}
END_TEST

/* Rows that lie across every border of the reading window come out whole. */
START_TEST(long_file)
{
    const int rows = 60000;
    char *text = malloc(4000000), expected[200];
    size_t length = (size_t)sprintf(text, "n,text,tail\r\n");
    int i;

    for (i = 0; i < rows; i++)
        length += (size_t)sprintf(text + length, "%d,\"a \"\"%0*d\"\"\r\nb\",z%d\r\n", i,
                                  i % 40 + 1, i, i);
    ck_assert_int_eq(try_bytes(text, length), BINA_OK);
    for (i = 0; i < rows; i++) {
        snprintf(expected, sizeof(expected), "%d|a \"%0*d\"\r\nb|z%d@%d", i, i % 40 + 1, i, i,
                 2 + 2 * i);
        ck_assert_str_eq(next_row(), expected);
    }
    ck_assert_str_eq(next_row(), "");
    ck_assert_uint_eq(bina_faults_kept(faults), 0);
    free(text);
}
END_TEST

START_TEST(batches)
{
    const bina_batch *batch;
    const int32_t *offsets;
    const char *bytes;
    const uint8_t *valid;

    open_text("a,b\nx,\n,yy\nzzz,w\n");
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_OK);
    ck_assert_uint_eq(bina_batch_rows(batch), 3);
    ck_assert(bina_batch_texts(batch, 0, &offsets, &bytes));
    ck_assert_int_eq(offsets[3], 4);
    ck_assert_int_eq(memcmp(bytes, "xzzz", 4), 0);
    valid = bina_batch_validity(batch, 0);
    ck_assert_ptr_nonnull(valid);
    ck_assert_int_eq(valid[0] & 7, 5);
    ck_assert_int_eq(bina_batch_integers(batch, 2)[2], 4);
    ck_assert_int_eq(bina_cursor_next_batch(cursor, &batch), BINA_DONE);
}
END_TEST

START_TEST(fault_list)
{
    bina_cursor *list;
    const bina_record *record;
    bina_faults *few = bina_faults_new(2);
    int i;

    open_text("a,b\n1\n");
    ck_assert_str_eq(next_row(), "1|~@2");
    ck_assert_int_eq(bina_faults_cursor(faults, &list), BINA_OK);
    bina_cursor_free(cursor);
    cursor = NULL;
    bina_faults_free(faults); /* the list's cursor keeps it alive */
    faults = NULL;
    ck_assert_int_eq(bina_cursor_next(list, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, BINA_FAULT_SEVERITY), "warning");
    ck_assert_str_eq(bina_record_text(record, BINA_FAULT_FILE), "-");
    ck_assert_int_eq(bina_record_int(record, BINA_FAULT_LINE), 2);
    ck_assert_int_eq(bina_record_int(record, BINA_FAULT_COLUMN), 2);
    ck_assert_str_eq(bina_record_text(record, BINA_FAULT_FIELD), "b");
    ck_assert_str_eq(bina_record_text(record, BINA_FAULT_RULE), "csv.short");
    ck_assert_ptr_nonnull(strstr(bina_record_text(record, BINA_FAULT_PESAN), "kosong"));
    ck_assert_int_eq(bina_cursor_next(list, &record), BINA_DONE);
    bina_cursor_free(list);
    bina_error_free(error);
    error = bina_error_new();
    for (i = 0; i < 5; i++)
        bina_faults_add(few, error);
    ck_assert_uint_eq(bina_faults_kept(few), 2);
    ck_assert_int_eq(bina_faults_count(few, BINA_ERROR), 5);
    bina_faults_free(few);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: CSV in");
    TCase *all = tcase_create("csv");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_set_timeout(all, 60);
    tcase_add_test(all, rfc_4180);
    tcase_add_test(all, line_ends);
    tcase_add_test(all, delimiters);
    tcase_add_test(all, encodings);
    tcase_add_test(all, mixed_encodings);
    tcase_add_test(all, stray_quotes);
    tcase_add_test(all, unclosed_quote);
    tcase_add_test(all, ragged_rows);
    tcase_add_test(all, headers);
    tcase_add_test(all, titles);
    tcase_add_test(all, nul_bytes);
    tcase_add_test(all, no_text_at_all);
    tcase_add_test(all, refused);
    tcase_add_test(all, endless_row);
    tcase_add_test(all, told_options);
    tcase_add_test(all, long_file);
    tcase_add_test(all, batches);
    tcase_add_test(all, fault_list);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
