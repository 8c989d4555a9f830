/* Workbooks as rows of cells: what programs write, what offices do in them, what attackers make. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/list.h>
#include "base/error.h"
#include "exchange/xlsx.h"
#include "exchange/xlsx_merged.h"
#include "exchange/xlsx_number.h"
#include "exchange/xlsx_package.h"
#include "zip_parts.h"

/* A book of one sheet; what stands before it says its shared texts and styles. */
#define BOOK                                                                                       \
    "== _rels/.rels\n<Relationships><Relationship Id='w' Type='http://schemas.openxmlformats.org/" \
    "officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>"                 \
    "</Relationships>\n"                                                                           \
    "== xl/_rels/workbook.xml.rels\n<Relationships>"                                               \
    "<Relationship Id='a' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"              \
    "<Relationship Id='b' Type='http://x/sharedStrings' Target='sharedStrings.xml'/>"              \
    "<Relationship Id='c' Type='http://x/styles' Target='styles.xml'/></Relationships>\n"          \
    "== xl/workbook.xml\n<workbook xmlns:r='r'><sheets><sheet name='IKM' r:id='a'/></sheets>"      \
    "</workbook>\n"
#define SHEET(rows)                                                                                \
    "== xl/worksheets/sheet1.xml\n<worksheet><sheetData>" rows "</sheetData></worksheet>\n"

static bina_error *error;

static void
set_up(void)
{
    error = bina_error_new();
}

static void
tear_down(void)
{
    bina_error_free(error);
}

static bina_status
open_bytes(const void *bytes, size_t length, bina_grid **grid)
{
    bina_input *input;

    ck_assert_int_eq(bina_input_open_bytes(bytes, length, error, &input), BINA_OK);
    return bina_xlsx_open(input, error, grid);
}

static bina_status
open_parts(const char *parts, bina_grid **grid)
{
    zip_bytes zip = zip_of_text(parts, strlen(parts));
    bina_status status = open_bytes(zip.bytes, zip.length, grid);

    free(zip.bytes);
    return status;
}

/* All rows left: "line: cell|cell\n", a cell as its kind's first letter, its marks, its text. */
static const char *
told(bina_grid *grid, char *text, size_t room)
{
    static const char kinds[] = "_tndbe";
    bina_grid_row row;
    bina_status status;
    size_t used = 0, i;

    text[0] = '\0';
    while ((status = bina_grid_next(grid, error, &row)) == BINA_OK) {
        used += (size_t)snprintf(text + used, room - used, "%lld%s:", (long long)row.line,
                                 row.hidden ? "h" : "");
        for (i = 0; i < row.count; i++)
            used += (size_t)snprintf(
                text + used, room - used, "%s%c%s%s%s%s%s%.*s", i > 0 ? "|" : "",
                kinds[row.cells[i].kind], row.cells[i].flags & BINA_GRID_LOST ? "L" : "",
                row.cells[i].flags & BINA_GRID_FORMULA ? "F" : "",
                row.cells[i].flags & BINA_GRID_BOLD ? "B" : "",
                row.cells[i].flags & BINA_GRID_MERGED ? "M" : "",
                row.cells[i].length > 0 ? " " : "", (int)row.cells[i].length, row.cells[i].text);
        used += (size_t)snprintf(text + used, room - used, "\n");
        ck_assert_uint_lt(used, room);
    }
    if (status != BINA_DONE)
        snprintf(text + used, room - used, "%s %s at %lld,%lld", bina_status_name(status),
                 bina_error_rule(error), (long long)bina_error_line(error),
                 (long long)bina_error_column(error));
    return text;
}

static const char *
rows_of(const char *parts)
{
    static char text[8192];
    bina_grid *grid;
    bina_status status = open_parts(parts, &grid);

    if (status != BINA_OK) {
        snprintf(text, sizeof(text), "%s %s", bina_status_name(status), bina_error_rule(error));
        ck_assert_str_ne(bina_error_message(error, BINA_ENGLISH),
                         bina_error_message(error, BINA_INDONESIAN));
        ck_assert_ptr_null(grid);
        return text;
    }
    told(grid, text, sizeof(text));
    bina_grid_free(grid);
    return text;
}

/* ---- What programs write -----------------------------------------------------------------------
 */

START_TEST(texts)
{
    /* Runs of letters are one text; how it sounds is not part of it; escapes are letters. */
    ck_assert_str_eq(
        rows_of(BOOK "== xl/sharedStrings.xml\n<sst><si><t>Desa</t></si>"
                     "<si><r><t xml:space='preserve'>Tenun </t></r><r><rPr><b/></rPr><t>Ikat</t>"
                     "</r><rPh sb='0' eb='1'><t>x</t></rPh><phoneticPr/></si><si><t/></si>"
                     "<si><t>a_x0041_b_x005F_x0041__x0000__xD83D__xDE00_</t></si></sst>\n" SHEET(
                         "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c>"
                         "<c r='D2' t='s'><v>2</v></c><c r='E2' t='s'><v>3</v></c></row>")),
        "2:t Desa|_|t Tenun Ikat|_|t aAb_x0041__x0000_\xF0\x9F\x98\x80\n");
    /* Texts of their own; without references cells stand in order (openpyxl, other writers). */
    ck_assert_str_eq(
        rows_of(BOOK SHEET("<row><c t='inlineStr'><is><t>satu</t></is></c>"
                           "<c t='inlineStr'><is><r><t>du</t></r><r><t>a</t></r><rPh><t>x</t></rPh>"
                           "</is></c></row><row/><row><c r='B3' t='str'><f>A1</f><v>tiga</v></c>"
                           "<c><v>4</v></c><c r='A3'><v>0</v></c></row>")),
        "1:t satu|t dua\n3:n 0|tF tiga|n 4\n");
    ck_assert_str_eq(rows_of(BOOK SHEET("<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'>"
                                        "<v>0</v></c><c r='C1' t='e'><v>#REF!</v></c><c r='D1'>"
                                        "<f>1+1</f></c><c r='E1' s='3'/></row>")),
                     "1:b true|b false|e #REF!|_F\n");
    /* Prefixes of namespaces and another encoding; ISO dates of the strict format. */
    ck_assert_str_eq(
        rows_of(BOOK "== xl/worksheets/sheet1.xml\n<?xml version='1.0' encoding='ISO-8859-1'?>"
                     "<x:worksheet xmlns:x='y'><x:sheetData><x:row r='1' hidden='1'>"
                     "<x:c r='A1' t='inlineStr'><x:is><x:t>caf\xE9</x:t></x:is></x:c>"
                     "<x:c r='B1' t='d'><x:v>2020-12-31T00:00:00</x:v></x:c>"
                     "<x:c r='C1' t='d'><x:v>2020-12-31T10:15:00.000Z</x:v></x:c></x:row>"
                     "</x:sheetData></x:worksheet>\n"),
        "1h:t caf\xC3\xA9|d 2020-12-31|d 2020-12-31T10:15:00\n");
}
END_TEST

START_TEST(sheets)
{
    /* Order, names and states are the workbook's; a chart is no sheet with rows; "/" is the top. */
    static const char parts[] =
        "== xl/workbook.xml\n<workbook xmlns:q='r'><sheets><sheet name='Aikmel &amp; Selong' "
        "q:id='2'/><sheet name='grafik' q:id='3'/><sheet name='lama' state='veryHidden' q:id='1'/>"
        "</sheets></workbook>\n"
        "== xl/_rels/workbook.xml.rels\n<Relationships>"
        "<Relationship Id='1' Type='http://x/worksheet' Target='/data/satu.xml'/>"
        "<Relationship Id='2' Type='http://x/worksheet' Target='../data/./dua.xml'/>"
        "<Relationship Id='3' Type='http://x/chartsheet' Target='c.xml'/></Relationships>\n"
        "== Data/Satu.xml\n<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
        "\n== data\\dua.xml\n<worksheet><sheetData><row><c><v>2</v></c></row></sheetData>"
        "</worksheet>\n";
    bina_grid *grid;
    bina_sheet_state state;
    char text[100];

    ck_assert_int_eq(open_parts(parts, &grid), BINA_OK);
    ck_assert_uint_eq(bina_grid_sheets(grid), 2);
    ck_assert_str_eq(bina_grid_sheet(grid, 0, &state), "Aikmel & Selong");
    ck_assert_int_eq(state, BINA_SHEET_VISIBLE);
    ck_assert_str_eq(bina_grid_sheet(grid, 1, &state), "lama");
    ck_assert_int_eq(state, BINA_SHEET_VERY_HIDDEN);
    ck_assert_str_eq(told(grid, text, sizeof(text)), "1:n 2\n");
    ck_assert_str_eq(told(grid, text, sizeof(text)), "");
    ck_assert_int_eq(bina_grid_open(grid, 1, error), BINA_OK);
    ck_assert_str_eq(told(grid, text, sizeof(text)), "1:n 1\n");
    ck_assert_int_eq(bina_grid_open(grid, 0, error), BINA_OK);
    ck_assert_str_eq(told(grid, text, sizeof(text)), "1:n 2\n");
    ck_assert_int_eq(bina_grid_open(grid, 2, error), BINA_ERR_USAGE);
    bina_grid_free(grid);
}
END_TEST

START_TEST(looks)
{
    static const char parts[] = BOOK
        "== xl/styles.xml\n<styleSheet><fonts><font/><font><b/></font><font><b val='0'/></font>"
        "</fonts><cellXfs><xf/><xf fontId='1'/><xf fontId='2'/></cellXfs></styleSheet>\n"
        "== xl/worksheets/sheet1.xml\n<worksheet><sheetData>"
        "<row r='1'><c r='A1' s='1'><v>1</v></c><c r='B1' s='1'/></row>"
        "<row r='2'><c r='A2' s='2'><v>2</v></c><c r='B2'><v>3</v></c></row><row r='3'/>"
        "<row r='4'><c r='C4'><v>4</v></c></row></sheetData>"
        "<mergeCells count='2'><mergeCell ref='A1:C1'/><mergeCell ref='B2:B4'/></mergeCells>"
        "</worksheet>\n";

    ck_assert_str_eq(rows_of(parts), "1:nB 1|_M|_M\n2:n 2|n 3\n4:_|_M|n 4\n");
}
END_TEST

/* ---- Numbers -----------------------------------------------------------------------------------
 */

/* A number as it stands in the file and its format's code; gives what a person reads. */
static const char *
shown(const char *raw, const char *code)
{
    static char text[BINA_XLSX_NUMBER + 3];
    bina_number_form form;
    bina_grid_cell cell = {"", 0, BINA_GRID_EMPTY, 0};
    size_t length;

    bina_number_form_read(code, &form);
    length = bina_xlsx_number(raw, strlen(raw), &form, false, text, &cell);
    text[length] = '\0';
    if (cell.flags & BINA_GRID_LOST)
        strcat(text, " L");
    return text;
}

START_TEST(numbers)
{
    /* Excel keeps and shows 15 digits (its published limit). */
    ck_assert_str_eq(shown("0.30000000000000004", "General"), "0.3");
    ck_assert_str_eq(shown("113.21299999999999", "General"), "113.213");
    ck_assert_str_eq(shown("1.5E6", "General"), "1500000");
    ck_assert_str_eq(shown("-1.25E-07", "General"), "-0.000000125");
    ck_assert_str_eq(shown("-0", "General"), "0");
    ck_assert_str_eq(shown(".5", "General"), "0.5");
    ck_assert_str_eq(shown("99999999999999.995", "General"), "100000000000000");
    ck_assert_str_eq(shown("1.7976931348623157E+308", "General"), "1.7976931348623157E+308 L");
    ck_assert_str_eq(shown("NaN", "General"), "");
    ck_assert_str_eq(shown("1e99999", "General"), "");
    /* An identity number of 16 digits: whole when its last digit is not 0 and a double holds it
       (below 2^53 = 9007199254740992), else its end is lost. */
    ck_assert_str_eq(shown("5203014107900001", "General"), "5203014107900001");
    ck_assert_str_eq(shown("5.203014107900001E+15", "General"), "5203014107900001");
    ck_assert_str_eq(shown("5203014107900000", "General"), "5203014107900000 L");
    ck_assert_str_eq(shown("5.2030541078E+15", "0"), "5203054107800000 L");
    ck_assert_str_eq(shown("9171014107900002", "General"), "9171014107900002 L");
    ck_assert_str_eq(shown("123456789012345", "General"), "123456789012345");
    /* Zeros in front that only the format shows. */
    ck_assert_str_eq(shown("123", "000000"), "000123");
    ck_assert_str_eq(shown("81234567890", "\"0\"###-####-####"), "081234567890");
    ck_assert_str_eq(shown("8123", "\\+\\6\\2###"), "+628123");
    ck_assert_str_eq(shown("1.5", "000"), "1.5");
    ck_assert_str_eq(shown("1500", "\"Rp\"#,##0"), "1500");
    ck_assert_str_eq(shown("0.153", "0%"), "15.3%");
    ck_assert_str_eq(shown("1", "0.00%"), "100%");
}
END_TEST

START_TEST(days)
{
    /* 5 July 1998 is 35981 counted from 1900 and 34519 from 1904 (Microsoft: "Differences between
       the 1900 and the 1904 date system in Excel"); 1900 is taken for a leap year. */
    static const char book[] =
        "== xl/workbook.xml\n<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>"
        "<sheet name='s' r:id='a'/></sheets></workbook>\n"
        "== xl/_rels/workbook.xml.rels\n<Relationships><Relationship Id='a' Type='/worksheet' "
        "Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='/styles' Target='l.xml'/>"
        "</Relationships>\n== xl/l.xml\n<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs>"
        "</styleSheet>\n" SHEET("<row><c><v>34519</v></c><c><v>0</v></c></row>");

    ck_assert_str_eq(rows_of(book), "1:d 1998-07-05|d 1904-01-01\n");
    ck_assert_str_eq(shown("35981", "dd/mm/yyyy"), "1998-07-05");
    ck_assert_str_eq(shown("1", "d-mmm-yy"), "1900-01-01");
    ck_assert_str_eq(shown("59", "d-mmm-yy"), "1900-02-28");
    ck_assert_str_eq(shown("60", "d-mmm-yy"), "60");
    ck_assert_str_eq(shown("61", "d-mmm-yy"), "1900-03-01");
    ck_assert_str_eq(shown("2958465", "yyyy"), "9999-12-31");
    ck_assert_str_eq(shown("2958466", "yyyy"), "2958466");
    ck_assert_str_eq(shown("-1", "yyyy"), "-1");
    ck_assert_str_eq(shown("0", "yyyy"), "0");
    ck_assert_str_eq(shown("35981.75", "dd/mm/yyyy hh:mm"), "1998-07-05T18:00:00");
    ck_assert_str_eq(shown("35981.75", "dd/mm/yyyy"), "1998-07-05");
    ck_assert_str_eq(shown("35981.9999999", "[$-421]d mmmm yyyy h:mm AM/PM;@"), "1998-07-06");
    ck_assert_str_eq(shown("0.4270833333333333", "h:mm"), "10:15:00");
    ck_assert_str_eq(shown("1.5", "[h]:mm:ss"), "36:00:00");
}
END_TEST

/* Which codes show days: as openpyxl 3.1 takes them (is_date_format), but for colours' names. */
START_TEST(codes)
{
    static const struct {
        const char *code;
        bina_shown shown;
    } known[] = {
        {"General", BINA_SHOWN_PLAIN},
        {"mmm", BINA_SHOWN_DAY},
        {"mm:ss", BINA_SHOWN_TIME},
        {"yyyy\\-mm\\-dd", BINA_SHOWN_DAY},
        {"[$-409]d\\-mmm\\-yy;@", BINA_SHOWN_DAY},
        {"[Red]#,##0", BINA_SHOWN_PLAIN},
        {"[Magenta]0.0", BINA_SHOWN_PLAIN},
        {"#,##0 \"hari\"", BINA_SHOWN_PLAIN},
        {"_-\"Rp\"* #,##0_-", BINA_SHOWN_PLAIN},
        {"0.00E+00", BINA_SHOWN_PLAIN},
        {"@", BINA_SHOWN_PLAIN},
        {"0;[Red]d", BINA_SHOWN_PLAIN},
        {"[hh]:mm", BINA_SHOWN_ELAPSED},
        {"0000", BINA_SHOWN_PADDED},
        {"00.00", BINA_SHOWN_PLAIN},
        {"#\" \"?/?", BINA_SHOWN_PLAIN},
        {"\"", BINA_SHOWN_PLAIN},
        {"[", BINA_SHOWN_PLAIN},
        {"\\", BINA_SHOWN_PLAIN},
    };
    bina_number_form form;
    size_t i;

    for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        bina_number_form_read(known[i].code, &form);
        ck_assert_msg(form.shown == known[i].shown, "%s", known[i].code);
    }
}
END_TEST

START_TEST(damaged)
{
    ck_assert_str_eq(rows_of(BOOK SHEET("<row><c t='str'><v> 8,52E+10 </v></c><c t='str'><v>"
                                        "E+10</v></c><c t='str'><v>85200000000</v></c></row>")),
                     "1:tL  8,52E+10 |t E+10|t 85200000000\n");
}
END_TEST

/* ---- What is refused ---------------------------------------------------------------------------
 */

START_TEST(other_files)
{
    static const char ole[1024] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    char locked[2048];
    bina_grid *grid;
    size_t i;

    ck_assert_int_eq(bina_file_look("NIK;NAMA", 8), BINA_FILE_TEXT);
    ck_assert_int_eq(bina_file_look("", 0), BINA_FILE_TEXT);
    ck_assert_int_eq(bina_file_look("PK\3\4", 4), BINA_FILE_WORKBOOK);
    ck_assert_int_eq(bina_file_look("\xEF\xBB\xBF \n<HTML>", 11), BINA_FILE_OTHER);
    ck_assert_int_eq(open_bytes(ole, sizeof(ole), &grid), BINA_ERR_UNSUPPORTED);
    ck_assert_str_eq(bina_error_rule(error), "xlsx.format");
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_ENGLISH), ".xls "));
    /* A password makes an OLE file of it, whose folder (here in sector 1) names the locked part. */
    memset(locked, 0, sizeof(locked));
    memcpy(locked, ole, 8);
    locked[30] = 9; /* sectors of 512 bytes */
    locked[48] = 1;
    for (i = 0; i < 16; i++)
        locked[1024 + 128 + 2 * i] = "EncryptedPackage"[i];
    ck_assert_int_eq(open_bytes(locked, sizeof(locked), &grid), BINA_ERR_UNSUPPORTED);
    ck_assert_str_eq(bina_error_rule(error), "xlsx.protected");
    ck_assert_int_eq(open_bytes("%PDF-1.4", 8, &grid), BINA_ERR_UNSUPPORTED);
    ck_assert_int_eq(open_bytes("nik,nama", 8, &grid), BINA_ERR_UNSUPPORTED);
    ck_assert_str_eq(rows_of("== mimetype\nx\n== content.xml\n<x/>\n"),
                     "ERR_UNSUPPORTED xlsx.format");
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_INDONESIAN), ".ods"));
    ck_assert_str_eq(rows_of("== word/document.xml\n<x/>\n"), "ERR_UNSUPPORTED xlsx.format");
    ck_assert_str_eq(rows_of("== foto.jpg\nx\n"), "ERR_UNSUPPORTED xlsx.format");
    ck_assert_str_eq(rows_of("== xl/workbook.xml\n<workbook/>\n"), "ERR_UNSUPPORTED xlsx.format");
    ck_assert_str_eq(rows_of("== _rels/.rels\n<Relationships><Relationship Id='a' "
                             "Type='/officeDocument' Target='xl/workbook.bin'/></Relationships>\n"),
                     "ERR_UNSUPPORTED xlsx.format");
    ck_assert_ptr_nonnull(strstr(bina_error_message(error, BINA_ENGLISH), ".xlsb"));
}
END_TEST

START_TEST(places)
{
    ck_assert_str_eq(rows_of(BOOK SHEET("<row r='1048576'><c r='XFD1048576'/></row>")), "");
    ck_assert_str_eq(rows_of(BOOK SHEET("<row r='1048577'><c><v>1</v></c></row>")),
                     "ERR_SYNTAX xlsx.place at 0,0");
    ck_assert_str_eq(rows_of(BOOK SHEET("<row r='7'><c r='XFE7'><v>1</v></c></row>")),
                     "ERR_SYNTAX xlsx.place at 7,16385");
    ck_assert_str_eq(rows_of(BOOK SHEET("<row r='5'><c r='A5'><v>1</v></c></row>"
                                        "<row r='5'><c r='A5'><v>2</v></c></row>")),
                     "5:n 1\nERR_SYNTAX xlsx.place at 5,0");
    ck_assert_str_eq(rows_of(BOOK SHEET("<row r='1'><c t='s'><v>0</v></c></row>")),
                     "ERR_SYNTAX xlsx.shared at 1,1");
}
END_TEST

START_TEST(same_error_again)
{
    bina_grid *grid;
    bina_grid_row row;

    ck_assert_int_eq(open_parts(BOOK SHEET("<row r='9'/><row r='3'/>"), &grid), BINA_OK);
    ck_assert_int_eq(bina_grid_next(grid, error, &row), BINA_ERR_SYNTAX);
    bina_error_clear(error);
    ck_assert_int_eq(bina_grid_next(grid, error, &row), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "xlsx.place");
    ck_assert_str_eq(bina_error_file(error), "-");
    ck_assert_str_eq(bina_error_sheet(error), "IKM");
    bina_grid_free(grid);
}
END_TEST

START_TEST(dangerous_xml)
{
    char *many = malloc(400000);
    size_t used;
    int i;

    /* Entities that grow to gigabytes need a document type. */
    ck_assert_str_eq(rows_of("== xl/workbook.xml\n<!DOCTYPE w [<!ENTITY a 'a'>]><workbook/>\n"),
                     "ERR_SYNTAX xlsx.unusual");
    ck_assert_str_eq(rows_of("== xl/workbook.xml\n<workbook>&a;</workbook>\n"),
                     "ERR_CORRUPT xlsx.damaged");
    used = (size_t)sprintf(many, "%s", "== xl/workbook.xml\n");
    for (i = 0; i < 100; i++)
        used += (size_t)sprintf(many + used, "<a>");
    ck_assert_str_eq(rows_of(many), "ERR_SYNTAX xlsx.unusual");
    used = (size_t)sprintf(many, "%s", "== xl/workbook.xml\n<workbook>");
    for (i = 0; i < 10000; i++)
        used += (size_t)sprintf(many + used, "<name%d/>", i);
    ck_assert_str_eq(rows_of(many), "ERR_SYNTAX xlsx.unusual");
    free(many);
    many = malloc(4000000); /* one tag of three megabytes */
    used = (size_t)sprintf(many, "%s", "== xl/workbook.xml\n<workbook a='");
    memset(many + used, 'a', 3000000);
    many[used + 3000000] = '\0';
    ck_assert_str_eq(rows_of(many), "ERR_SYNTAX xlsx.unusual");
    free(many);
}
END_TEST

/* Changes four bytes at `at` behind each place where `mark` stands. */
static void
patch(zip_bytes *zip, const char *mark, size_t at, uint32_t number)
{
    size_t i;
    int n;

    for (i = 0; i + at + 4 < zip->length; i++)
        if (memcmp(zip->bytes + i, mark, 4) == 0)
            for (n = 0; n < 4; n++)
                zip->bytes[i + at + (size_t)n] = (unsigned char)(number >> 8 * n);
}

START_TEST(dangerous_zips)
{
    static const char parts[] = BOOK SHEET("<row><c><v>1</v></c></row>");
    zip_bytes zip = zip_of_text(parts, sizeof(parts) - 1);
    char *many, text[200];
    size_t used = 0, length;
    bina_grid *grid;
    int i;

    /* Members that say they unpack to three gigabytes each. */
    patch(&zip, "PK\1\2", 24, UINT32_C(3000000000));
    ck_assert_int_eq(open_bytes(zip.bytes, zip.length, &grid), BINA_ERR_SYNTAX);
    ck_assert_str_eq(bina_error_rule(error), "xlsx.size");
    free(zip.bytes);
    zip = zip_of_text(parts, sizeof(parts) - 1);
    patch(&zip, "PK\1\2", 8, 1 | 8u << 16); /* encrypted, deflated */
    ck_assert_int_eq(open_bytes(zip.bytes, zip.length, &grid), BINA_ERR_UNSUPPORTED);
    ck_assert_str_eq(bina_error_rule(error), "xlsx.protected");
    free(zip.bytes);
    zip = zip_of_text(parts, sizeof(parts) - 1);
    patch(&zip, "PK\1\2", 8, 9u << 16); /* Deflate64 */
    ck_assert_int_eq(open_bytes(zip.bytes, zip.length, &grid), BINA_ERR_UNSUPPORTED);
    ck_assert_str_eq(bina_error_rule(error), "xlsx.packed");
    free(zip.bytes);
    /* A letter of the sheet changed: its checksum tells, at the latest at the end. */
    zip = zip_of_text(parts, sizeof(parts) - 1);
    for (length = 0; memcmp(zip.bytes + length, "<v>1", 4) != 0;)
        length++;
    zip.bytes[length + 3] = '2';
    ck_assert_int_eq(open_bytes(zip.bytes, zip.length, &grid), BINA_ERR_CORRUPT);
    free(zip.bytes);
    /* Wherever the file ends too early, it is refused (in the last 22 bytes, which tell where the
       list of members is, the unzipper takes what is missing for zeros, and may be lucky). */
    zip = zip_of_text(parts, sizeof(parts) - 1);
    for (length = 4; length + 22 < zip.length; length++)
        ck_assert_int_eq(open_bytes(zip.bytes, length, &grid), BINA_ERR_CORRUPT);
    free(zip.bytes);
    ck_assert_str_eq(rows_of("== xl/workbook.xml\n<workbook/>\n== XL/Workbook.xml\n<workbook/>\n"),
                     "ERR_CORRUPT xlsx.damaged");
    many = malloc(400000);
    for (i = 0; i <= BINA_XLSX_MEMBERS; i++)
        used += (size_t)sprintf(many + used, "== %d\nx\n", i);
    snprintf(text, sizeof(text), "%s", rows_of(many));
    ck_assert_str_eq(text, "ERR_SYNTAX xlsx.size");
    free(many);
}
END_TEST

START_TEST(names_of_parts)
{
    char name[BINA_XLSX_NAME], longest[2 * BINA_XLSX_NAME];

    ck_assert(bina_package_resolve("xl/workbook.xml", "worksheets/a.xml", name));
    ck_assert_str_eq(name, "xl/worksheets/a.xml");
    ck_assert(bina_package_resolve("xl/workbook.xml", "/a.xml", name));
    ck_assert_str_eq(name, "a.xml");
    ck_assert(bina_package_resolve("xl/a/b.xml", "..\\./../c//d.xml", name));
    ck_assert_str_eq(name, "c/d.xml");
    ck_assert(!bina_package_resolve("xl/workbook.xml", "../../etc/passwd", name));
    ck_assert(!bina_package_resolve("xl/workbook.xml", "/..", name));
    ck_assert(!bina_package_resolve("", "", name));
    memset(longest, 'a', sizeof(longest));
    longest[sizeof(longest) - 1] = '\0';
    ck_assert(!bina_package_resolve("", longest, name));
}
END_TEST

/* Ranges that all cover everything must not cost rows times ranges. */
START_TEST(overlapping_ranges)
{
    char *parts = malloc(3000000);
    size_t used = (size_t)sprintf(parts, BOOK "== xl/worksheets/sheet1.xml\n<worksheet>"
                                              "<sheetData>");
    bina_grid *grid;
    bina_grid_row row;
    int i, n = 0;

    for (i = 1; i <= 200; i++)
        used += (size_t)sprintf(parts + used, "<row r='%d'><c><v>1</v></c></row>", i);
    used += (size_t)sprintf(parts + used, "</sheetData><mergeCells>");
    for (i = 0; i < 20000; i++)
        used += (size_t)sprintf(parts + used, "<mergeCell ref='A1:XFC1048576'/>");
    sprintf(parts + used, "</mergeCells></worksheet>\n");
    ck_assert_int_eq(open_parts(parts, &grid), BINA_OK);
    while (bina_grid_next(grid, error, &row) == BINA_OK) {
        ck_assert_uint_eq(row.count, 16383);
        n++;
    }
    ck_assert_int_eq(n, 200);
    bina_grid_free(grid);
    free(parts);
}
END_TEST

/* Nor must a single range that covers a whole sheet make every row as wide as it. */
START_TEST(vast_range)
{
    char *parts = malloc(300000);
    size_t used = (size_t)sprintf(parts, BOOK "== xl/worksheets/sheet1.xml\n<worksheet>"
                                              "<sheetData>");
    bina_grid *grid;
    bina_grid_row row;
    int i, n = 0;

    for (i = 1; i <= 2000; i++)
        used += (size_t)sprintf(parts + used, "<row r='%d'><c><v>1</v></c></row>", i);
    sprintf(parts + used, "</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
                          "</worksheet>\n");
    ck_assert_int_eq(open_parts(parts, &grid), BINA_OK);
    while (bina_grid_next(grid, error, &row) == BINA_OK) {
        n++;
        ck_assert_uint_eq(row.count, n <= 1024 ? 16384 : 1); /* 1024 * 16384 = 2^24 cells */
    }
    ck_assert_int_eq(n, 2000);
    bina_grid_free(grid);
    free(parts);
}
END_TEST

/* Every sheet that is named costs a look, also one that is nowhere, or the same a second time. */
START_TEST(too_many_sheets)
{
    char *parts = malloc(400000);
    size_t used = (size_t)sprintf(parts, "== xl/workbook.xml\n<workbook xmlns:r='r'><sheets>");
    int i;

    for (i = 0; i < 4097; i++)
        used += (size_t)sprintf(parts + used, "<sheet name='%d' r:id='z'/>", i);
    sprintf(parts + used, "</sheets></workbook>\n");
    ck_assert_str_eq(rows_of(parts), "ERR_SYNTAX xlsx.size");
    free(parts);
    ck_assert_str_eq(
        rows_of("== xl/_rels/workbook.xml.rels\n<Relationships>"
                "<Relationship Id='a' Type='http://x/worksheet' Target='s.xml'/>"
                "<Relationship Id='b' Type='http://x/worksheet' Target='./S.xml'/></Relationships>"
                "\n== xl/workbook.xml\n<workbook xmlns:r='r'><sheets><sheet name='1' r:id='a'/>"
                "<sheet name='2' r:id='b'/></sheets></workbook>\n"
                "== xl/s.xml\n<worksheet><sheetData/></worksheet>\n"),
        "ERR_CORRUPT xlsx.damaged");
}
END_TEST

/* Opens a list on so many sheets, each with its own `own` of 1,000 columns; gives the rule. */
static const char *
rule_of_sheets(int count, int own)
{
    size_t room = (size_t)count * 160000 + 10000, used = 0;
    char *parts = malloc(room);
    bina_list_options options = BINA_LIST_OPTIONS_INIT;
    bina_cursor *cursor;
    bina_status status;
    zip_bytes zip;
    int sheet, row, i;

#define ADD(...) used += (size_t)snprintf(parts + used, room - used, __VA_ARGS__)
    ADD("== xl/workbook.xml\n<workbook xmlns:r='r'><sheets>");
    for (sheet = 0; sheet < count; sheet++)
        ADD("<sheet name='%d' r:id='%d'/>", sheet, sheet);
    ADD("</sheets></workbook>\n== xl/_rels/workbook.xml.rels\n<Relationships>");
    for (sheet = 0; sheet < count; sheet++)
        ADD("<Relationship Id='%d' Type='/worksheet' Target='%d.xml'/>", sheet, sheet);
    ADD("</Relationships>\n");
    for (sheet = 0; sheet < count; sheet++) {
        ADD("== xl/%d.xml\n<worksheet><sheetData><row>", sheet);
        for (i = 0; i < 1000; i++)
            ADD("<c t='inlineStr'><is><t>nama %d</t></is></c>", i < own ? sheet * 1000 + i : -i);
        for (row = 0; row < 3; row++) {
            ADD("</row><row>");
            for (i = 0; i < 1000; i++)
                ADD("<c><v>%d</v></c>", row + i);
        }
        ADD("</row></sheetData></worksheet>\n");
    }
#undef ADD
    ck_assert_uint_lt(used, room);
    zip = zip_of_text(parts, used);
    bina_error_clear(error);
    status = bina_list_open_bytes((const char *)zip.bytes, zip.length, &options, error, &cursor);
    ck_assert_int_eq(status == BINA_OK, cursor != NULL);
    bina_cursor_free(cursor);
    free(zip.bytes);
    free(parts);
    return status == BINA_OK ? "" : bina_error_rule(error);
}

/* Sheets are compared by their columns, each with every other one. */
START_TEST(too_many_columns)
{
    ck_assert_str_eq(rule_of_sheets(2, 20), "");             /* 1,020 together */
    ck_assert_str_eq(rule_of_sheets(2, 30), "list.columns"); /* 1,030 */
    ck_assert_str_eq(rule_of_sheets(33, 0), "list.columns"); /* 33,000 to be compared */
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchange: workbooks");
    TCase *all = tcase_create("xlsx");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, texts);
    tcase_add_test(all, sheets);
    tcase_add_test(all, looks);
    tcase_add_test(all, numbers);
    tcase_add_test(all, days);
    tcase_add_test(all, codes);
    tcase_add_test(all, damaged);
    tcase_add_test(all, other_files);
    tcase_add_test(all, places);
    tcase_add_test(all, same_error_again);
    tcase_add_test(all, dangerous_xml);
    tcase_add_test(all, dangerous_zips);
    tcase_add_test(all, names_of_parts);
    tcase_add_test(all, overlapping_ranges);
    tcase_add_test(all, vast_range);
    tcase_add_test(all, too_many_sheets);
    tcase_add_test(all, too_many_columns);
    suite_add_tcase(suite, all);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
