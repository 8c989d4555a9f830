/*
 * Workbooks out: identifiers stay texts, nothing becomes a formula, every limit of a sheet is told,
 * and no half file is ever left. What other programs see is tests/python/test_workbook.py's.
 */
#include <check.h>
#include <locale.h>
#include <minizip/unzip.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include "model/cursor.h"
#include <bina/rows.h>
#include <bina/workbook.h>

static bina_description *shop;
static bina_error *error;
static char folder[64], path[128];

enum { NIK, NAME, SALES, LATITUDE, FOUNDED, SEX };

static void
set_up(void)
{
    strcpy(folder, "/tmp/bina-book-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof(path), "%s/out.xlsx", folder);
    error = bina_error_new();
    shop = bina_description_new("shop", "");
    bina_description_add_field(shop, "nik", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(shop, "nama_usaha", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(shop, "omzet", BINA_MONEY, NULL, "", 0);
    bina_description_add_field(shop, "lintang", BINA_REAL, NULL, "", 0);
    bina_description_add_field(shop, "berdiri", BINA_DATE, NULL, "", 0);
    bina_description_add_field(shop, "jk", BINA_CODE, "sex", "", 0);
}

static void
tear_down(void)
{
    unlink(path);
    ck_assert_int_eq(rmdir(folder), 0); /* nothing else was left there */
    bina_description_free(shop);
    bina_error_free(error);
}

/* `count` shops, all with the same name. */
static bina_cursor *
shops(int count, const char *name)
{
    bina_rows *rows = bina_rows_new(shop);
    bina_record *record = bina_record_new_of(shop);

    for (int i = 0; i < count; i++) {
        bina_record_clear(record);
        bina_set_text(record, NIK, "0203010101900001");
        bina_set_text(record, NAME, name);
        bina_set_int(record, SALES, 1500000);
        bina_set_real(record, LATITUDE, -8.25);
        bina_set_date(record, FOUNDED, 2020, 11, 9);
        bina_set_text(record, SEX, "female");
        ck_assert_int_eq(bina_rows_add(rows, record), BINA_OK);
    }
    bina_record_free(record);
    return bina_rows_to_cursor(rows);
}

static bina_status
write_shops(int count, const char *name, const bina_sheet_options *options)
{
    bina_cursor *cursor = shops(count, name);
    bina_status status = bina_xlsx_write(cursor, path, options, error);

    bina_cursor_free(cursor);
    return status;
}

/* A file within the workbook, or NULL; the caller's. */
static char *
part(const char *name)
{
    enum { MOST = 1024 * 1024 };
    unzFile zip = unzOpen64(path);
    char *text = NULL;
    int length;

    ck_assert_ptr_nonnull(zip);
    if (unzLocateFile(zip, name, 1) == UNZ_OK && unzOpenCurrentFile(zip) == UNZ_OK) {
        text = malloc(MOST + 1);
        length = unzReadCurrentFile(zip, text, MOST);
        ck_assert_int_ge(length, 0);
        text[length] = '\0';
        unzCloseCurrentFile(zip);
    }
    unzClose(zip);
    return text;
}

static void
holds(const char *name, const char *text)
{
    char *whole = part(name);

    ck_assert_ptr_nonnull(whole);
    ck_assert_msg(strstr(whole, text) != NULL, "%s has no %s:\n%s", name, text, whole);
    free(whole);
}

#define SHEET_1 "xl/worksheets/sheet1.xml"
#define SHEET_2 "xl/worksheets/sheet2.xml"

/* The cell types of ECMA-376 part 1, 18.3.1.4: inlineStr is a text, no t a number. */
START_TEST(types)
{
    ck_assert_int_eq(write_shops(1, "=1+1", NULL), BINA_OK);
    holds(SHEET_1, "t=\"inlineStr\"><is><t>0203010101900001</t>");
    holds(SHEET_1, "t=\"inlineStr\"><is><t>=1+1</t>"); /* never a formula */
    holds(SHEET_1, "><v>1500000</v>");
    holds(SHEET_1, "><v>-8.25</v>");
    holds(SHEET_1, "><v>44144</v>"); /* 9 November 2020 in Excel's days */
    holds(SHEET_1, "<is><t>female</t>");
    holds(SHEET_1, "<is><t>nama usaha</t>");
    holds(SHEET_1, "<formula1>\"male,female\"</formula1>");
    holds(SHEET_1, "state=\"frozen\"");
    holds(SHEET_1, "<autoFilter ref=\"A1:F2\"/>");
}
END_TEST

/* Excel's dialect (ECMA-376 22.9.2.19): _xHHHH_ is one character, so one that is meant as it
   stands must be escaped itself. */
START_TEST(odd_texts)
{
    ck_assert_int_eq(write_shops(1, "a\x01_x0041_\r<&> \xFFz\xEF\xBF\xBF", NULL), BINA_OK);
    holds(SHEET_1, "<t>a_x0001__x005F_x0041__x000D_&lt;&amp;&gt; \xEF\xBF\xBDz</t>");
}
END_TEST

/* One record as a reader gets it who may not see every NIK. */
static bina_status
next_masked(void *self, bina_record *record, bina_error *told)
{
    bool *given = self;

    (void)told;
    if (*given)
        return BINA_DONE;
    *given = true;
    bina_set_masked(record, NIK, "•••001");
    bina_set_int(record, SALES, 9007199254740991);
    bina_set_date(record, FOUNDED, 1899, 12, 31);
    return BINA_OK;
}

static void
free_nothing(void *self)
{
    (void)self;
}

START_TEST(what_no_number_holds_is_text)
{
    static const bina_source source = {next_masked, NULL, free_nothing};
    bool given = false;
    bina_cursor *cursor = bina_cursor_new(shop, &source, &given);

    ck_assert_int_eq(bina_xlsx_write(cursor, path, NULL, error), BINA_OK);
    bina_cursor_free(cursor);
    holds(SHEET_1, "<t>9007199254740991</t>");
    holds(SHEET_1, "<t>1899-12-31</t>");
    holds(SHEET_1, "<t>•••001</t>");
}
END_TEST

START_TEST(decimal_comma)
{
    const char *comma = setlocale(LC_ALL, "id_ID.UTF-8");

    if (comma == NULL)
        comma = setlocale(LC_ALL, "de_DE.UTF-8");
    ck_assert_int_eq(write_shops(1, "x", NULL), BINA_OK);
    setlocale(LC_ALL, "C");
    holds(SHEET_1, "><v>-8.25</v>");
}
END_TEST

START_TEST(form)
{
    static const char *const titles[] = {"Konfirmasi", "Kembalikan paling lambat 1 Maret", NULL};
    static const char *const columns[] = {"nama_usaha", "nik", "jk", NULL};
    static const char *const editable[] = {"nik", NULL};
    static const char *const headers[] = {"nik", "Jawaban", NULL};
    static const char *const choices[] = {"nik", "ada", "nik", "tutup", NULL};
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;

    options.titles = titles;
    options.columns = columns;
    options.editable = editable;
    options.headers = headers;
    options.choices = choices;
    ck_assert_int_eq(write_shops(2, "x", &options), BINA_OK);
    holds(SHEET_1, "<is><t>Jawaban</t>");
    holds(SHEET_1, "<sheetProtection");
    holds(SHEET_1, "<autoFilter ref=\"A4:C6\"/>");
    holds(SHEET_1, "<dataValidations count=\"1\">"); /* nobody may change the sex */
    holds(SHEET_1, "sqref=\"B5:B1048576\"><formula1>\"ada,tutup\"</formula1>");
    holds("xl/styles.xml", "<protection locked=\"0\"/>");
    options.columns = editable;
    options.editable = titles; /* no field, so nothing may be changed */
    ck_assert_int_eq(write_shops(2, "x", &options), BINA_OK);
    options.columns = titles;
    ck_assert_int_eq(write_shops(2, "x", &options), BINA_ERR_USAGE);
    ck_assert_str_eq(bina_error_field(error), "Konfirmasi");
}
END_TEST

/* Excel takes 255 characters in a rule, and no choice with a comma. */
START_TEST(long_choices)
{
    static const char *const choices[] = {"nik", "ada, dan benar", "nik", "tutup", NULL};
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;

    options.choices = choices;
    ck_assert_int_eq(write_shops(1, "x", &options), BINA_OK);
    holds(SHEET_1, "<formula1>'choices'!$A$1:$A$2</formula1>");
    holds(SHEET_2, "<is><t>ada, dan benar</t>");
    holds("xl/workbook.xml", "name=\"choices\" sheetId=\"2\" state=\"hidden\"");
}
END_TEST

/* XML has no control characters, so a rule cannot name them; a cell has its way to (_x0001_). */
START_TEST(unwritable_choices)
{
    static const char *const choices[] = {"nik", "ada\x01", "nik", "tutup", NULL};
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;

    options.choices = choices;
    ck_assert_int_eq(write_shops(1, "x", &options), BINA_OK);
    holds(SHEET_1, "<formula1>'choices'!$A$1:$A$2</formula1>");
    holds(SHEET_2, "<is><t>ada_x0001_</t>");
}
END_TEST

START_TEST(limits)
{
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;
    char *text = malloc(32769);

    memset(text, 'a', 32768);
    text[32768] = '\0';
    ck_assert_int_eq(write_shops(1, text, NULL), BINA_ERR_UNSUPPORTED);
    ck_assert_int_eq(bina_error_line(error), 2);
    ck_assert_int_eq(bina_error_column(error), NAME + 1);
    ck_assert_int_ne(access(path, F_OK), 0);
    text[32767] = '\0';
    ck_assert_int_eq(write_shops(1, text, NULL), BINA_OK);
    free(text);

    options.most_rows = 2;
    ck_assert_int_eq(write_shops(5, "x", &options), BINA_OK);
    holds("xl/workbook.xml", "name=\"shop\"");
    holds("xl/workbook.xml", "name=\"shop (2)\"");
    holds("xl/workbook.xml", "name=\"shop (3)\"");
    holds("xl/worksheets/sheet3.xml", "<autoFilter ref=\"A1:F2\"/>");
    ck_assert_int_eq(write_shops(4, "x", &options), BINA_OK);
    ck_assert_ptr_null(part("xl/worksheets/sheet3.xml")); /* none that is empty */
}
END_TEST

START_TEST(sheet_names)
{
    static const char *const lines[] = {"Petunjuk", "Isi yang kuning.", NULL};
    static const char *const names[] = {
        "Desa: [A/B]*?",
        "desa- -a-b---",
        "History",
        "",
        "Nama lembar yang jauh lebih panjang dari tiga puluh satu huruf",
        "Nama lembar yang jauh lebih panjang dari tiga puluh dua huruf"};
    bina_workbook *book;

    ck_assert_int_eq(bina_workbook_open(path, error, &book), BINA_OK);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_int_eq(bina_workbook_add_text(book, names[i], lines, error), BINA_OK);
    ck_assert_int_eq(bina_workbook_close(book, error), BINA_OK);
    holds("xl/workbook.xml", "name=\"Desa- -A-B---\"");
    holds("xl/workbook.xml", "name=\"desa- -a-b--- (2)\"");
    holds("xl/workbook.xml", "name=\"sheet\"");
    holds("xl/workbook.xml", "name=\"sheet (2)\"");
    holds("xl/workbook.xml", "name=\"Nama lembar yang jauh lebih pan\"");
    holds("xl/workbook.xml", "name=\"Nama lembar yang jauh lebih (2)\"");
}
END_TEST

static size_t
read_file(char *bytes, size_t room)
{
    FILE *file = fopen(path, "rb");
    size_t length;

    ck_assert_ptr_nonnull(file);
    length = fread(bytes, 1, room, file);
    fclose(file);
    return length;
}

START_TEST(same_content_same_bytes)
{
    static char first[65536], second[65536];
    size_t length;

    ck_assert_int_eq(write_shops(3, "x", NULL), BINA_OK);
    length = read_file(first, sizeof first);
    setenv("TZ", "Asia/Makassar", 1);
    sleep(2); /* the times in a zip count in twos of seconds */
    ck_assert_int_eq(write_shops(3, "x", NULL), BINA_OK);
    unsetenv("TZ");
    ck_assert_uint_eq(read_file(second, sizeof second), length);
    ck_assert_mem_eq(first, second, length);
}
END_TEST

START_TEST(all_or_nothing)
{
    bina_workbook *book;
    bina_cursor *cursor = shops(3, "new");
    mode_t mask = umask(0);
    struct stat seen;

    ck_assert_int_eq(write_shops(1, "old", NULL), BINA_OK);
    umask(mask);
    ck_assert_int_eq(stat(path, &seen), 0);
    ck_assert_int_eq(seen.st_mode & 0777, 0600); /* its owner's, as it may hold a NIK */
    chmod(path, 0640);
    ck_assert_int_eq(bina_workbook_open(path, error, &book), BINA_OK);
    ck_assert_int_eq(bina_workbook_add(book, "a", cursor, NULL, error), BINA_OK);
    bina_workbook_free(book);
    holds(SHEET_1, "<t>old</t>");
    bina_cursor_free(cursor);
    ck_assert_int_eq(write_shops(1, "new", NULL), BINA_OK);
    holds(SHEET_1, "<t>new</t>");
    ck_assert_int_eq(stat(path, &seen), 0);
    ck_assert_int_eq(seen.st_mode & 0777, 0640);
    ck_assert_int_eq(bina_workbook_open("/nowhere/at/all.xlsx", error, &book), BINA_ERR_IO);
    ck_assert_int_eq(bina_workbook_open("-", error, &book), BINA_ERR_UNSUPPORTED);
    ck_assert_int_eq(bina_workbook_open(NULL, error, &book), BINA_ERR_USAGE);
    ck_assert_ptr_null(book);
    ck_assert_ptr_null(book);
    bina_workbook_free(NULL);
}
END_TEST

/* A file that may not grow stands for a disk that is full: the workbook is too long for it, or only
   the sheet or (at 6 KB) the theme in its temporary file, which libxlsxwriter would cut short
   without a word. */
START_TEST(no_room)
{
    static const struct {
        int rows;
        rlim_t most;
    } cases[] = {{5000, 4096}, {5000, 65536}, {1, 4096}, {1, 6144}};
    bina_cursor *cursor = shops(cases[_i].rows, "new"); /* made here: Check writes a file, too */
    struct rlimit before, now;
    bina_status status;

    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(write_shops(1, "old", NULL), BINA_OK);
    now = before;
    now.rlim_cur = cases[_i].most;
    setrlimit(RLIMIT_FSIZE, &now);
    status = bina_xlsx_write(cursor, path, NULL, error);
    setrlimit(RLIMIT_FSIZE, &before);
    bina_cursor_free(cursor);
    /* The last bytes are written by the library beneath, which does not say why it failed. */
    ck_assert(status == BINA_ERR_FULL || status == BINA_ERR_IO);
    ck_assert_str_eq(bina_error_file(error), path);
    holds(SHEET_1, "<t>old</t>");
    signal(SIGXFSZ, SIG_DFL);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: workbooks out");
    TCase *all = tcase_create("workbook");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, types);
    tcase_add_test(all, odd_texts);
    tcase_add_test(all, what_no_number_holds_is_text);
    tcase_add_test(all, decimal_comma);
    tcase_add_test(all, form);
    tcase_add_test(all, long_choices);
    tcase_add_test(all, unwritable_choices);
    tcase_add_test(all, limits);
    tcase_add_test(all, sheet_names);
    tcase_add_test(all, same_content_same_bytes);
    tcase_add_test(all, all_or_nothing);
    tcase_add_loop_test(all, no_room, 0, 4);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
