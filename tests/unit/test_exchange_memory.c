/* Every allocation of reading and writing fails once: an error comes back, nothing leaks or breaks.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <bina/mapping.h>
#include <bina/list.h>
#include "exchange/document.h"
#include "exchange/xlsx.h"
#include "scarce.h"
#include "zip_parts.h"

static const char list[] =
    "NAMA USAHA;NAMA;NIK;TELP;LAHIR;OMZET\n"
    "\"Tenun \"\"A\"\"\";Siti;5203014107900001;8.52E+10;31/12/1990;1,5 juta\n"
    "B;\xC3\xA9;x;;;;lebih\n;;\n";

static const char yaml[] = "enterprises:\n- name: 'Tenun: Ikat'\n  workers: 3\n"
                           "  ownerships: [{party: {nik: '5203014107900001'}, role: owner}, "
                           "{party: {nik: '1', name: x}, role: manager}]\n"
                           "persons: [&a {nik: '5203014107900001', name: X}]\n";

static char path[64];

/* CSV through a guessed mapping into JSON, its faults into CSV. */
static bina_status
import_list(void)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;
    bina_mapping_options how = BINA_MAPPING_OPTIONS_INIT;
    bina_faults *faults = bina_faults_new(0);
    bina_cursor *rows = NULL, *mapped = NULL, *told = NULL;
    bina_mapping *mapping = NULL;
    bina_status status;

    options.line_column = "line";
    options.extra_column = "extra";
    options.faults = how.faults = faults;
    how.file = "list.csv";
    how.has_today = true;
    status = bina_csv_open_bytes(list, sizeof(list) - 1, &options, NULL, &rows);
    if (status == BINA_OK)
        status =
            bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), rows, NULL, &mapping);
    if (status == BINA_OK) {
        status = bina_mapping_open(mapping, rows, &how, NULL, &mapped);
        rows = NULL;
    }
    if (status == BINA_OK)
        status = bina_json_write(mapped, path, NULL, NULL);
    if (status == BINA_OK)
        status = faults != NULL ? bina_faults_cursor(faults, &told) : BINA_ERR_NO_MEMORY;
    if (status == BINA_OK)
        status = bina_csv_write(told, path, NULL, NULL);
    bina_cursor_free(rows);
    bina_cursor_free(mapped);
    bina_cursor_free(told);
    bina_mapping_free(mapping);
    bina_faults_free(faults);
    return status;
}

/* A sheet with all that stands around a table, through a guessed mapping. */
static bina_status
read_sheet(void)
{
    static const char sheet[] = "DAFTAR IKM KABUPATEN LOMBOK TIMUR;;;;;\n"
                                "NO;NAMA USAHA;TENAGA KERJA;;NIB;OMZET\n;;L;P;;\n1;2;3;4;5;6\n"
                                "Desa Kalijaga;;;;;\n1;Tenun;1;2;x;5\n;JUMLAH;1;2;;5\n"
                                "Mengetahui;;;;;\n";
    bina_list_options options = BINA_LIST_OPTIONS_MAPPING;
    bina_mapping_options how = BINA_MAPPING_OPTIONS_INIT;
    bina_cursor *rows = NULL, *mapped = NULL;
    bina_mapping *mapping = NULL;
    const bina_record *record;
    bina_status status;
    int count = 0;

    how.has_today = true;
    status = bina_list_open_bytes(sheet, sizeof(sheet) - 1, &options, NULL, &rows);
    if (status == BINA_OK)
        status =
            bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), rows, NULL, &mapping);
    if (status == BINA_OK) {
        status = bina_mapping_open(mapping, rows, &how, NULL, &mapped);
        rows = NULL;
    }
    while (status == BINA_OK) {
        status = bina_cursor_next(mapped, &record);
        count += status == BINA_OK;
    }
    if (status == BINA_DONE)
        status = count == 1 ? BINA_OK : BINA_ERR_INVALID; /* rows went missing without a word */
    bina_cursor_free(rows);
    bina_cursor_free(mapped);
    bina_mapping_free(mapping);
    return status;
}

static bina_status
import_yaml(void)
{
    bina_document *document = NULL;
    int64_t order[8];
    bina_status status =
        bina_yaml_read_bytes(yaml, sizeof(yaml) - 1, NULL, 0, NULL, NULL, &document);

    if (status == BINA_OK)
        status = bina_document_order(document, order);
    if (status == BINA_OK)
        status = bina_yaml_write(document, path, NULL);
    bina_document_free(document);
    return status;
}

/* A mapping in a file, of which every column must be there, or an error. */
static bina_status
write_mapping(void)
{
    static const char source[] =
        "kind: source_record\nfields:\n  owner_name: {column: [GELAR, 'NAMA: LENGKAP']}\n";
    bina_mapping *mapping = NULL;
    char written[4096] = "";
    FILE *file;
    bina_status status =
        bina_mapping_read_bytes(source, sizeof(source) - 1,
                                bina_kind_description(BINA_SOURCE_RECORD), NULL, NULL, &mapping);

    if (status == BINA_OK)
        status = bina_mapping_write(mapping, path, NULL);
    if (status == BINA_OK) {
        scarce_hold(true); /* reading it needs memory of its own */
        file = fopen(path, "r");
        ck_assert(file != NULL && fread(written, 1, sizeof written - 1, file) > 0);
        fclose(file);
        scarce_hold(false);
        if (strstr(written, "- GELAR\n") == NULL ||
            strstr(written, "- \"NAMA: LENGKAP\"\n") == NULL)
            status = BINA_ERR_INVALID; /* columns went missing without a word */
    }
    bina_mapping_free(mapping);
    return status;
}

#ifdef BINA_HAVE_XLSX_READ
static const char book[] =
    "== xl/workbook.xml\n<workbook xmlns:r='r'><sheets><sheet name='IKM' r:id='a'/></sheets>"
    "</workbook>\n"
    "== xl/_rels/workbook.xml.rels\n<Relationships>"
    "<Relationship Id='a' Type='/worksheet' Target='s.xml'/>"
    "<Relationship Id='b' Type='/sharedStrings' Target='t.xml'/>"
    "<Relationship Id='c' Type='/styles' Target='l.xml'/></Relationships>\n"
    "== xl/t.xml\n<sst><si><t>Tenun</t></si><si><r><t>Ikat</t></r></si></sst>\n"
    "== xl/l.xml\n<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d/m/yy'/></numFmts>"
    "<fonts><font><b/></font></fonts><cellXfs><xf fontId='0'/><xf numFmtId='164'/></cellXfs>"
    "</styleSheet>\n"
    "== xl/s.xml\n<worksheet><sheetData><row r='1'><c r='A1' t='s' s='0'><v>0</v></c>"
    "<c r='J1' t='s'><v>1</v></c></row><row r='2'><c s='1'><v>35981</v></c><c t='inlineStr'><is>"
    "<t>x</t></is></c></row></sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>"
    "</worksheet>\n";

/* A workbook's rows, of which there must be all or an error. */
static bina_status
read_book(void)
{
    zip_bytes zip = zip_of_text(book, sizeof(book) - 1);
    bina_input *input = NULL;
    bina_grid *grid = NULL;
    bina_grid_row row;
    bina_status status = zip.failed ? BINA_ERR_NO_MEMORY : BINA_OK;
    int rows = 0;

    if (status == BINA_OK)
        status = bina_input_open_bytes((const char *)zip.bytes, zip.length, NULL, &input);
    if (status == BINA_OK)
        status = bina_xlsx_open(input, NULL, &grid);
    while (status == BINA_OK) {
        status = bina_grid_next(grid, NULL, &row);
        rows += status == BINA_OK;
    }
    if (status == BINA_DONE && rows != 2)
        status = BINA_ERR_INVALID; /* rows went missing without a word */
    bina_grid_free(grid);
    free(zip.bytes);
    return status == BINA_DONE ? BINA_OK : status;
}
#endif

static void
fail_each(bina_status (*scenario)(void), bina_status good)
{
    long n;
    bina_status status;

    strcpy(path, "/tmp/bina-memory-XXXXXX");
    close(mkstemp(path));
    ck_assert_int_eq(scenario(), good);
    for (n = 0; n < 5000; n++) {
        scarce_after(n, SCARCE_FROM);
        status = scenario();
        if (!scarce_end()) /* the scenario needs fewer than that */
            break;
        ck_assert_msg(status == BINA_ERR_NO_MEMORY || status == good, "allocation %ld: %s", n,
                      bina_status_name(status));
    }
    ck_assert_int_lt(n, 5000);
    unlink(path);
}

START_TEST(lists)
{
    fail_each(import_list, BINA_OK);
}
END_TEST

START_TEST(sheets)
{
    fail_each(read_sheet, BINA_OK);
}
END_TEST

START_TEST(documents)
{
    fail_each(import_yaml, BINA_OK);
}
END_TEST

START_TEST(mappings)
{
    fail_each(write_mapping, BINA_OK);
}
END_TEST

#ifdef BINA_HAVE_XLSX_READ
START_TEST(workbooks)
{
    fail_each(read_book, BINA_OK);
}
END_TEST
#endif

int
main(void)
{
    Suite *suite = suite_create("exchange: without memory");
    TCase *all = tcase_create("memory");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_set_timeout(all, 120);
    tcase_add_test(all, lists);
    tcase_add_test(all, sheets);
    tcase_add_test(all, documents);
    tcase_add_test(all, mappings);
#ifdef BINA_HAVE_XLSX_READ
    tcase_add_test(all, workbooks);
#endif
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
