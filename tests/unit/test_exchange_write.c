/* CSV and JSON out: what is written reads back the same, and no half file is ever left. */
#define _GNU_SOURCE /* O_TMPFILE */
#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <bina/document.h>
#include <bina/exchange.h>
#include <bina/list.h>
#include "model/cursor.h"
#include <bina/rows.h>
#include <bina/workbook.h>

static bina_description *shop;
static bina_error *error;
static char folder[64], path[128];

static void
set_up(void)
{
    strcpy(folder, "/tmp/bina-write-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof(path), "%s/out", folder);
    error = bina_error_new();
    shop = bina_description_new("shop", "");
    ck_assert_int_eq(bina_description_add_field(shop, "nik", BINA_TEXT, NULL, "", 0), 0);
    bina_description_add_field(shop, "nama \"usaha\"", BINA_TEXT, NULL, "", 0);
    bina_description_add_field(shop, "omzet", BINA_MONEY, NULL, "", 0);
    bina_description_add_field(shop, "lintang", BINA_REAL, NULL, "", 0);
    bina_description_add_field(shop, "berdiri", BINA_DATE, NULL, "", 0);
    bina_description_add_field(shop, "aktif", BINA_BOOL, NULL, "", 0);
}

static void
tear_down(void)
{
    unlink(path);
    ck_assert_int_eq(rmdir(folder), 0); /* nothing else was left there */
    bina_description_free(shop);
    bina_error_free(error);
}

static bina_cursor *
two_shops(void)
{
    bina_rows *rows = bina_rows_new(shop);
    bina_record *record = bina_record_new_of(shop);
    bina_cursor *cursor;

    bina_set_text(record, 0, "0203010101900001");
    bina_set_text(record, 1, "Tenun, \"Ikat\"\nLestari");
    bina_set_int(record, 2, 9007199254740991);
    bina_set_real(record, 3, -8.1);
    bina_set_date(record, 4, 2020, 11, 9);
    bina_set_int(record, 5, 1);
    bina_rows_add(rows, record);
    bina_record_clear(record);
    bina_set_text(record, 1, "=HYPERLINK(\"x\")");
    bina_set_int(record, 2, -5);
    bina_rows_add(rows, record);
    bina_record_free(record);
    cursor = bina_rows_to_cursor(rows);
    ck_assert_ptr_nonnull(cursor);
    return cursor;
}

static const char *
content(void)
{
    static char text[4096];
    FILE *file = fopen(path, "rb");
    size_t length;

    ck_assert_ptr_nonnull(file);
    length = fread(text, 1, sizeof(text) - 1, file);
    text[length] = '\0';
    fclose(file);
    return text;
}

/* RFC 4180: CRLF, quotes doubled, cells with delimiter, quote or line end quoted. */
START_TEST(csv_rfc_4180)
{
    bina_cursor *cursor = two_shops();

    ck_assert_int_eq(bina_csv_write(cursor, path, NULL, error), BINA_OK);
    ck_assert_str_eq(content(),
                     "nik,\"nama \"\"usaha\"\"\",omzet,lintang,berdiri,aktif\r\n"
                     "0203010101900001,\"Tenun, \"\"Ikat\"\"\nLestari\",9007199254740991,-8.1,"
                     "2020-11-09,true\r\n"
                     ",\"=HYPERLINK(\"\"x\"\")\",-5,,,\r\n");
    bina_cursor_free(cursor);
}
END_TEST

/* OWASP, CSV Injection: cells beginning with = + - @ tab or CR; numbers are harmless. */
START_TEST(csv_safe)
{
    bina_csv_write_options options = BINA_CSV_WRITE_OPTIONS_INIT;
    bina_cursor *cursor = two_shops();

    options.safe = true;
    options.line_feed = true;
    options.mark = true;
    options.delimiter = ';';
    options.no_header = true;
    ck_assert_int_eq(bina_csv_write(cursor, path, &options, error), BINA_OK);
    ck_assert_ptr_nonnull(strstr(content(), "\xEF\xBB\xBF"
                                            "0203010101900001;\"Tenun, "));
    ck_assert_ptr_nonnull(strstr(content(), "\n;\"'=HYPERLINK(\"\"x\"\")\";-5;;;\n"));
    bina_cursor_free(cursor);
}
END_TEST

START_TEST(csv_reads_back)
{
    bina_cursor *cursor = two_shops(), *back;
    const bina_record *record;

    ck_assert_int_eq(bina_csv_write(cursor, path, NULL, error), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_int_eq(bina_csv_open(path, NULL, error, &back), BINA_OK);
    ck_assert_int_eq(bina_cursor_next(back, &record), BINA_OK);
    ck_assert_str_eq(bina_record_text(record, 0), "0203010101900001");
    ck_assert_str_eq(bina_record_text(record, 1), "Tenun, \"Ikat\"\nLestari");
    ck_assert_int_eq(bina_cursor_next(back, &record), BINA_OK);
    ck_assert(!bina_record_is_set(record, 0));
    ck_assert_int_eq(bina_cursor_next(back, &record), BINA_DONE);
    bina_cursor_free(back);
}
END_TEST

/* RFC 8259: control characters, quotes and backslashes escaped; numbers exact; null. */
START_TEST(json)
{
    bina_json_write_options options = BINA_JSON_WRITE_OPTIONS_INIT;
    bina_cursor *cursor = two_shops();

    ck_assert_int_eq(bina_json_write(cursor, path, NULL, error), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_str_eq(content(),
                     "[\n{\"nik\": \"0203010101900001\", \"nama \\\"usaha\\\"\": "
                     "\"Tenun, \\\"Ikat\\\"\\nLestari\", \"omzet\": 9007199254740991, "
                     "\"lintang\": -8.1, \"berdiri\": \"2020-11-09\", \"aktif\": true},\n"
                     "{\"nik\": null, \"nama \\\"usaha\\\"\": \"=HYPERLINK(\\\"x\\\")\", "
                     "\"omzet\": -5, \"lintang\": null, \"berdiri\": null, \"aktif\": null}\n]\n");
    options.lines = options.leave_out = true;
    cursor = two_shops();
    ck_assert_int_eq(bina_json_write(cursor, path, &options, error), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_ptr_nonnull(strstr(content(),
                                 "}\n{\"nama \\\"usaha\\\"\": \"=HYPERLINK(\\\"x\\\")\", "
                                 "\"omzet\": -5}\n"));
}
END_TEST

START_TEST(json_escapes)
{
    bina_rows *rows = bina_rows_new(shop);
    bina_record *record = bina_record_new_of(shop);
    bina_cursor *cursor;

    bina_set_text(record, 0, "\x01\t\\/\x7F \xC3\xA9 \xF0\x9F\x98\x80");
    bina_rows_add(rows, record);
    bina_record_free(record);
    cursor = bina_rows_to_cursor(rows);
    ck_assert_int_eq(bina_json_write(cursor, path, NULL, error), BINA_OK);
    bina_cursor_free(cursor);
    ck_assert_ptr_nonnull(
        strstr(content(), "\"\\u0001\\t\\\\/\\u007f \xC3\xA9 \xF0\x9F\x98\x80\""));
    rows = bina_rows_new(shop);
    cursor = bina_rows_to_cursor(rows);
    ck_assert_int_eq(bina_json_write(cursor, path, NULL, error), BINA_OK);
    ck_assert_str_eq(content(), "[]\n");
    bina_cursor_free(cursor);
}
END_TEST

static bina_status
fail_later(void *self, bina_record *record, bina_error *fault)
{
    int *left = self;

    (void)fault;
    if ((*left)-- == 0)
        return BINA_ERR_CORRUPT;
    bina_set_text(record, 0, "x");
    return BINA_OK;
}

static void
free_nothing(void *self)
{
    (void)self;
}

/* A failure in the middle leaves the old file as it was, and no other beside it (see tear_down). */
START_TEST(all_or_nothing)
{
    static const bina_source functions = {fail_later, NULL, free_nothing};
    int left = 3;
    bina_cursor *cursor = bina_cursor_new(shop, &functions, &left);
    FILE *file = fopen(path, "wb");
    struct stat before, after;

    fputs("old", file);
    fclose(file);
    chmod(path, 0640);
    stat(path, &before);
    ck_assert_int_eq(bina_csv_write(cursor, path, NULL, error), BINA_ERR_CORRUPT);
    bina_cursor_free(cursor);
    ck_assert_str_eq(content(), "old");
    cursor = two_shops();
    ck_assert_int_eq(bina_json_write(cursor, path, NULL, error), BINA_OK);
    bina_cursor_free(cursor);
    stat(path, &after);
    ck_assert_int_eq(after.st_mode, before.st_mode);
    ck_assert_int_eq(content()[0], '[');
}
END_TEST

/* What is written may hold a NIK: other logins do not read it, whatever the umask allows. */
START_TEST(a_new_file_is_its_owners)
{
    bina_cursor *cursor = two_shops();
    mode_t mask = umask(0);
    struct stat seen;

    ck_assert_int_eq(bina_csv_write(cursor, path, NULL, error), BINA_OK);
    umask(mask);
    bina_cursor_free(cursor);
    ck_assert_int_eq(stat(path, &seen), 0);
    ck_assert_int_eq(seen.st_mode & 0777, 0600);
}
END_TEST

#ifdef O_TMPFILE
/* Rows until some are on the disk for sure; then the program is killed. */
static bina_status
rows_until_killed(void *self, bina_record *record)
{
    int *given = self;

    if (++*given == 50000)
        raise(SIGKILL);
    bina_set_text(record, 0, "0203010101900001");
    return BINA_OK;
}

START_TEST(nothing_is_left_by_who_is_killed)
{
    int probe = open(folder, O_TMPFILE | O_WRONLY, 0600), given = 0, ended = 0;
    pid_t child;

    if (probe < 0)
        return; /* this disk has no files without a name */
    close(probe);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        bina_cursor *rows = bina_cursor_of(shop, rows_until_killed, NULL, &given);
        if (_i == 0)
            bina_csv_write(rows, path, NULL, error);
        else
            bina_xlsx_write(rows, path, NULL, error);
        _exit(0);
    }
    ck_assert_int_eq(waitpid(child, &ended, 0), child);
    ck_assert(WIFSIGNALED(ended)); /* and the folder is empty: tear_down says so */
}
END_TEST
#endif

START_TEST(full_disk)
{
    bina_cursor *cursor = two_shops();

    if (access("/dev/full", W_OK) == 0) {
        ck_assert_int_eq(bina_csv_write(cursor, "/dev/full", NULL, error), BINA_ERR_FULL);
        ck_assert_str_eq(bina_error_file(error), "/dev/full");
    }
    bina_cursor_free(cursor);
    cursor = two_shops();
    ck_assert_int_eq(bina_csv_write(cursor, "/nowhere/at/all", NULL, error), BINA_ERR_IO);
    bina_cursor_free(cursor);
}
END_TEST

/* Protects scripts, where a name that was never set arrives as NULL. */
START_TEST(without_a_path_nothing_is_read_or_written)
{
    bina_rows *rows = bina_rows_new(shop);
    bina_cursor *cursor = bina_rows_to_cursor(rows), *read = NULL;
    bina_document *document = NULL;

    ck_assert_int_eq(bina_csv_open(NULL, NULL, error, &read), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_list_open(NULL, NULL, error, &read), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_yaml_read(NULL, NULL, 0, NULL, error, &document), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_csv_write(cursor, NULL, NULL, error), BINA_ERR_USAGE);
    ck_assert_int_eq(bina_json_write(cursor, NULL, NULL, error), BINA_ERR_USAGE);
    ck_assert_str_ne(bina_error_message(error, BINA_INDONESIAN), "");
    bina_cursor_free(cursor);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: CSV and JSON out");
    TCase *all = tcase_create("write");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, without_a_path_nothing_is_read_or_written);
    tcase_add_test(all, csv_rfc_4180);
    tcase_add_test(all, csv_safe);
    tcase_add_test(all, csv_reads_back);
    tcase_add_test(all, json);
    tcase_add_test(all, json_escapes);
    tcase_add_test(all, all_or_nothing);
    tcase_add_test(all, a_new_file_is_its_owners);
    tcase_add_test(all, full_disk);
#ifdef O_TMPFILE
    tcase_add_loop_test(all, nothing_is_left_by_who_is_killed, 0, 2);
#endif
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
