/* Protects reading lists into source records, and telling what changed since the last reading. */
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include "register_lists.h"

#define OPEN_DATA BINA_SOURCE_DIR "/examples/probolinggo/"

static const char list[] = "NO,NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK,TENAGA KERJA\n"
                           "1,Kerupuk Melati,Aminah,5203076107807001,Pancor,Selong,kerupuk,2\n"
                           "2,,Mahsun,,Pancor,Selong,tempe,3\n"
                           "3,KUB Mekar,Sahdan,,Loyok,Sikur,anyaman bambu,12\n"
                           "4,Toko Berkah,Ramlah,,Selong,Selong,jual beras,1\n";

/* The same rows in another order, numbered anew. */
static const char sorted[] = "NO,NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK,TENAGA KERJA\n"
                             "1,Toko Berkah,Ramlah,,Selong,Selong,jual beras,1\n"
                             "2,KUB Mekar,Sahdan,,Loyok,Sikur,anyaman bambu,12\n"
                             "3,,Mahsun,,Pancor,Selong,tempe,3\n"
                             "4,Kerupuk Melati,Aminah,5203076107807001,Pancor,Selong,kerupuk,2\n";

/* Melati has a worker more, Mahsun is missing, Inaq Sahnim is new. */
static const char newer[] = "NO,NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK,TENAGA KERJA\n"
                            "1,Kerupuk Melati,Aminah,5203076107807001,Pancor,Selong,kerupuk,3\n"
                            "2,KUB Mekar,Sahdan,,Loyok,Sikur,anyaman bambu,12\n"
                            "3,Toko Berkah,Ramlah,,Selong,Selong,jual beras,1\n"
                            "4,,Inaq Sahnim,,Loyok,Sikur,dodol,1\n";

/* A list of a real office, exported twice by a spreadsheet that destroyed phone numbers. */
static int64_t
count_lines(const char *path, const char *with)
{
    FILE *file = fopen(path, "r");
    char line[4096];
    int64_t count = 0;

    ck_assert_ptr_nonnull(file);
    while (fgets(line, sizeof line, file) != NULL)
        count += strstr(line, with) != NULL;
    fclose(file);
    return count;
}

static void
import_open_data(const char *name, const char *damage)
{
    char path[512];
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_faults *faults = bina_faults_new(0);
    bina_task *task = NULL;
    bina_error *fault = bina_error_new();
    int64_t damaged = 0;

    snprintf(path, sizeof path, "%s%s", OPEN_DATA, name);
    options.faults = faults;
    ck_assert_int_eq(bina_register_import(store, path, &options, &task), BINA_OK);
    ck_assert_int_eq(finish(task, BINA_INTAKE_KEPT), 68); /* the data's own count of enterprises */
    for (size_t i = 0; bina_faults_at(faults, i, fault) == BINA_OK; i++)
        damaged += bina_error_rule(fault) != NULL &&
                   strcmp(bina_error_rule(fault), "number.damaged") == 0 &&
                   strcmp(bina_error_field(fault), "phone") == 0;
    ck_assert_int_gt(damaged, 0);
    ck_assert_int_eq(damaged, count_lines(path, damage));
    bina_error_free(fault);
    bina_faults_free(faults);
}

START_TEST(test_open_data)
{
    import_open_data("ikm_olahan_ikan_probolinggo.csv", "e+010");
    import_open_data("ikm_olahan_ikan_probolinggo_tb.csv", "E+10");
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 136);
    ck_assert_int_eq(count_of(BINA_SOURCE_REGISTER), 2);
}
END_TEST

START_TEST(test_rows_are_classified)
{
    import_text("disperin", list, BINA_INTAKE_ROWS);
    ck_assert_int_eq(
        count_where(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_NATURE, BINA_EQ, bina_text("group")), 1);
    ck_assert_int_eq(
        count_where(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_SCOPE, BINA_EQ, bina_text("industry")),
        3);
    ck_assert_int_eq(
        count_where(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_SCOPE, BINA_EQ, bina_text("trade")), 1);
    /* Kepmendagri 300.2.2-2430/2025: Pancor is 52.03.07.1001. */
    ck_assert_int_eq(count_where(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_REGION, BINA_EQ,
                                 bina_text("52.03.07.1001")),
                     2);
}
END_TEST

START_TEST(test_same_file_changes_nothing)
{
    int64_t before, after;

    ck_assert_int_eq(import_text("disperin", list, BINA_INTAKE_NEW), 4);
    ck_assert_int_eq(bina_store_last_commit(store, &before), BINA_OK);
    ck_assert_int_eq(import_text("disperin", list, BINA_INTAKE_NEW), 4); /* that reading itself */
    ck_assert_int_eq(bina_store_last_commit(store, &after), BINA_OK);
    ck_assert_int_eq(before, after);
    ck_assert_int_eq(count_of(BINA_INTAKE), 1);
    /* But the day it speaks of may be put right. */
    import_dated("disperin", list, "2020-12-31");
    ck_assert_int_eq(count_of(BINA_INTAKE), 2);
    import_dated("disperin", list, "2020-12-31");
    ck_assert_int_eq(count_of(BINA_INTAKE), 2);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 4);
}
END_TEST

START_TEST(test_sorting_changes_nothing)
{
    bina_record *before, *after;

    import_text("disperin", list, BINA_INTAKE_ROWS);
    before = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Ramlah", 0);
    ck_assert_int_eq(import_text("disperin", sorted, BINA_INTAKE_UNCHANGED), 4);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 4);
    after = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Ramlah", 0);
    ck_assert_int_eq(bina_record_id(before), bina_record_id(after));
    ck_assert_str_eq(bina_record_text(before, BINA_SOURCE_RECORD_ROW_KEY),
                     bina_record_text(after, BINA_SOURCE_RECORD_ROW_KEY));
    ck_assert_int_eq(bina_record_int(after, BINA_SOURCE_RECORD_ROW), 1); /* where it stands now */
    bina_record_free(before);
    bina_record_free(after);
}
END_TEST

/* A list that was a workbook and comes as CSV stands on no sheet any more. */
START_TEST(test_sheets_are_left)
{
    bina_record *row;

    import_text("disperin", list, BINA_INTAKE_ROWS);
    row = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Ramlah", 0);
    bina_set_text(row, BINA_SOURCE_RECORD_SHEET, "Lembar 1");
    ck_assert_int_eq(bina_store_update(store, row), BINA_OK);
    bina_record_free(row);
    ck_assert_int_eq(import_text("disperin", sorted, BINA_INTAKE_UNCHANGED), 4);
    row = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Ramlah", 0);
    ck_assert_ptr_null(bina_record_text(row, BINA_SOURCE_RECORD_SHEET));
    bina_record_free(row);
}
END_TEST

START_TEST(test_a_newer_list)
{
    bina_record *gone, *changed;

    import_text("disperin", list, BINA_INTAKE_ROWS);
    ck_assert_int_eq(import_text("disperin", newer, BINA_INTAKE_MISSING), 1);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 5);
    gone = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Mahsun", 0);
    ck_assert_str_eq(bina_record_text(gone, BINA_SOURCE_RECORD_STATE), "missing");
    changed = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Aminah", 0);
    ck_assert_int_eq(bina_record_int(changed, BINA_SOURCE_RECORD_WORKERS), 3);
    bina_record_free(gone);
    bina_record_free(changed);
    /* It comes back when the list has it again. */
    ck_assert_int_eq(import_text("disperin", list, BINA_INTAKE_NEW), 0);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 5);
    gone = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Mahsun", 0);
    ck_assert_str_eq(bina_record_text(gone, BINA_SOURCE_RECORD_STATE), "present");
    bina_record_free(gone);
}
END_TEST

START_TEST(test_dry_run_and_whole)
{
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_task *task = NULL;

    options.dry_run = true;
    ck_assert_int_eq(
        bina_register_import(store, OPEN_DATA "ikm_olahan_ikan_probolinggo.csv", &options, &task),
        BINA_OK);
    ck_assert_int_eq(finish(task, BINA_INTAKE_NEW), 68);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
    options.dry_run = false;
    options.whole = true;
    ck_assert_int_eq(
        bina_register_import(store, OPEN_DATA "ikm_olahan_ikan_probolinggo.csv", &options, &task),
        BINA_OK);
    ck_assert_int_eq(bina_task_run(task), BINA_ERR_INVALID);
    bina_task_free(task);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
    ck_assert_int_eq(bina_store_depth(store), 0);
    /* Stopped by not stepping: nothing remains. */
    options.whole = false;
    ck_assert_int_eq(
        bina_register_import(store, OPEN_DATA "ikm_olahan_ikan_probolinggo.csv", &options, &task),
        BINA_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(bina_task_step(task, NULL), BINA_OK);
    bina_task_free(task);
    ck_assert_int_eq(bina_store_depth(store), 0);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
    ck_assert_int_eq(bina_register_import(store, "/nowhere/list.csv", NULL, &task), BINA_OK);
    ck_assert_int_eq(bina_task_run(task), BINA_ERR_IO);
    bina_task_free(task);
}
END_TEST

/* Steps a task until it has begun to write. */
static bina_task *
begin_writing(void)
{
    bina_task *task = NULL;

    ck_assert_int_eq(
        bina_register_import(store, OPEN_DATA "ikm_olahan_ikan_probolinggo.csv", NULL, &task),
        BINA_OK);
    while (bina_store_depth(store) == 0)
        ck_assert_int_eq(bina_task_step(task, NULL), BINA_OK);
    return task;
}

/* All or nothing also when somebody ends the transaction, or closes the store, between two steps.
 */
START_TEST(test_nothing_is_written_outside_the_transaction)
{
    bina_task *task = begin_writing();

    ck_assert_int_eq(bina_store_rollback(store), BINA_OK);
    ck_assert_int_eq(bina_task_run(task), BINA_ERR_USAGE);
    bina_task_free(task);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
    task = begin_writing();
    bina_store_close(store);
    store = NULL;
    ck_assert_int_eq(bina_task_run(task), BINA_ERR_USAGE);
    bina_task_free(task);
}
END_TEST

/* "bina import lotim.db <(iconv ...)": a pipe can be read but once. */
START_TEST(test_a_pipe_is_read_whole)
{
    char folder[] = "/tmp/bina_pipe_XXXXXX", path[64];
    bina_task *task = NULL;
    pid_t writer;

    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/list.csv", folder);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    writer = fork();
    if (writer == 0) {
        int file = open(path, O_WRONLY);
        _exit(file < 0 || write(file, list, strlen(list)) != (ssize_t)strlen(list));
    }
    ck_assert_int_eq(bina_register_import(store, path, NULL, &task), BINA_OK);
    ck_assert_int_eq(finish(task, BINA_INTAKE_KEPT), 4);
    ck_assert_int_eq(waitpid(writer, NULL, 0), writer);
    unlink(path);
    rmdir(folder);
}
END_TEST

/* Kuripan lies in Lombok Barat, and the office that reads the list does not. */
static const char elsewhere[] = "NO,NAMA USAHA,NAMA PEMILIK,DESA,KECAMATAN,PRODUK\n"
                                "1,Gerabah Sejati,Sadiah,Kuripan Utara,Kuripan,gerabah\n"
                                "2,Tahu Makmur,Mahsun,Kuripan,Kuripan,tahu\n"
                                "3,Kue Ramlah,Ramlah,,,kue\n";

/* Imports `elsewhere`, read as the options say; gives a count of the reading. */
static int64_t
import_elsewhere(const char *region, const bina_mapping *mapping, int slot)
{
    char path[] = "/tmp/bina_register_XXXXXX";
    int file = mkstemp(path);
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_task *task = NULL;
    int64_t number;

    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, elsewhere, strlen(elsewhere)), (ssize_t)strlen(elsewhere));
    close(file);
    options.list = "industri";
    options.region = region;
    options.mapping = mapping;
    ck_assert_int_eq(bina_register_import(store, path, &options, &task), BINA_OK);
    number = finish(task, slot);
    unlink(path);
    return number;
}

static int64_t
rows_under(const char *region)
{
    return count_where(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_REGION, BINA_UNDER,
                       bina_text(region));
}

/* The same file read again with the region put right: the rows move, and stay who they are. */
START_TEST(test_a_region_is_put_right)
{
    bina_record *before, *after;

    import_elsewhere(NULL, NULL, BINA_INTAKE_ROWS);
    ck_assert_int_eq(rows_under("52.01"), 0);
    before = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Sadiah", 0);
    ck_assert_int_eq(import_elsewhere("52.01", NULL, BINA_INTAKE_CHANGED), 2);
    ck_assert_int_eq(rows_under("52.01"), 2);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 3);
    after = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Sadiah", 0);
    ck_assert_int_eq(bina_record_id(after), bina_record_id(before));
    bina_record_free(before);
    bina_record_free(after);
    after = find_nth(BINA_INTAKE, BINA_INTAKE_REGION, "52.01", 0);
    ck_assert_ptr_nonnull(after);
    bina_record_free(after);
    /* Read as before, it is the same reading; read in the office's region, it is another. */
    import_elsewhere("52.01", NULL, BINA_INTAKE_ROWS);
    ck_assert_int_eq(count_of(BINA_INTAKE), 2);
    ck_assert_int_eq(import_elsewhere(NULL, NULL, BINA_INTAKE_CHANGED), 2);
    ck_assert_int_eq(count_of(BINA_INTAKE), 3);
    ck_assert_int_eq(rows_under("52.01"), 0);
}
END_TEST

/* The same cells under a mapping put right say something else. */
START_TEST(test_a_mapping_is_put_right)
{
    static const char yaml[] = "kind: source_record\n"
                               "fields:\n"
                               "  owner_name: {column: NAMA PEMILIK}\n"
                               "  business_name: {column: PRODUK}\n";
    bina_mapping *mapping = NULL;
    bina_record *row;

    import_elsewhere("52.01", NULL, BINA_INTAKE_ROWS);
    ck_assert_int_eq(bina_mapping_read_bytes(yaml, strlen(yaml),
                                             bina_kind_description(BINA_SOURCE_RECORD), NULL, NULL,
                                             &mapping),
                     BINA_OK);
    ck_assert_int_eq(import_elsewhere("52.01", mapping, BINA_INTAKE_CHANGED), 3);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 3);
    row = find_nth(BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_OWNER_NAME, "Sadiah", 0);
    ck_assert_str_eq(bina_record_text(row, BINA_SOURCE_RECORD_BUSINESS_NAME), "gerabah");
    ck_assert_ptr_null(bina_record_text(row, BINA_SOURCE_RECORD_VILLAGE));
    bina_record_free(row);
    bina_mapping_free(mapping);
}
END_TEST

START_TEST(test_a_region_is_a_code)
{
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_task *task = NULL;

    options.region = "Lombok Barat";
    ck_assert_int_eq(
        bina_register_import(store, OPEN_DATA "ikm_olahan_ikan_probolinggo.csv", &options, &task),
        BINA_OK);
    ck_assert_int_eq(bina_task_run(task), BINA_ERR_USAGE);
    ck_assert_ptr_nonnull(strstr(bina_error_message(bina_task_error(task), BINA_ENGLISH), "52.03"));
    bina_task_free(task);
    ck_assert_int_eq(count_of(BINA_INTAKE), 0);
}
END_TEST

/* A program built when the options were fewer still gets those it knows of. */
START_TEST(test_older_options_count)
{
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_task *task = NULL;

    options.struct_size = offsetof(bina_import_options, faults);
    options.dry_run = true;
    ck_assert_int_eq(
        bina_register_import(store, OPEN_DATA "ikm_olahan_ikan_probolinggo.csv", &options, &task),
        BINA_OK);
    ck_assert_int_eq(finish(task, BINA_INTAKE_KEPT), 68);
    ck_assert_int_eq(count_of(BINA_SOURCE_RECORD), 0);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("register: import");
    TCase *tcase = tcase_create("import");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(tcase, open_store, close_store);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_open_data);
    tcase_add_test(tcase, test_rows_are_classified);
    tcase_add_test(tcase, test_same_file_changes_nothing);
    tcase_add_test(tcase, test_sorting_changes_nothing);
    tcase_add_test(tcase, test_sheets_are_left);
    tcase_add_test(tcase, test_a_newer_list);
    tcase_add_test(tcase, test_dry_run_and_whole);
    tcase_add_test(tcase, test_nothing_is_written_outside_the_transaction);
    tcase_add_test(tcase, test_a_pipe_is_read_whole);
    tcase_add_test(tcase, test_older_options_count);
    tcase_add_test(tcase, test_a_region_is_put_right);
    tcase_add_test(tcase, test_a_mapping_is_put_right);
    tcase_add_test(tcase, test_a_region_is_a_code);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
