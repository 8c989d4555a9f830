/* What a file is, told by its bytes: names lie, most of all those that end in ".xls". */
#include <string.h>
#include "base/error.h"
#include "exchange/xlsx.h"

typedef enum form {
    TEXT,
    ZIP,
    OLD_CONTAINER, /* OLE: .xls, or a protected .xlsx */
    OLD_WORKBOOK,
    PDF,
    HTML,
    XML,
    PICTURE,
    ARCHIVE,
    RICH_TEXT,
    JSON,
    PARQUET,
} form;

static bool
begins(const char *bytes, size_t length, const char *with, size_t size)
{
    return length >= size && memcmp(bytes, with, size) == 0;
}

/* Whether a text begins with a word, whatever its case. */
static bool
begins_word(const char *text, size_t length, const char *word)
{
    size_t i;

    for (i = 0; word[i] != '\0'; i++)
        if (i >= length || (text[i] | 0x20) != (word[i] | 0x20))
            return false;
    return true;
}

/* Whether a text opens an object of JSON, alone or in a list. Quotes in a table stand otherwise. */
static bool
begins_json(const char *text, size_t length)
{
    static const char *const opening[] = {"{\"", "[{\"", NULL};
    const char *next = opening[text[0] == '[' ? 1 : 0];
    size_t i;

    for (i = 0; i < length && *next != '\0'; i++)
        if (text[i] == *next)
            next++;
        else if (strchr(" \t\r\n", text[i]) == NULL || i == 0)
            return false;
    return *next == '\0';
}

static form
look(const char *bytes, size_t length)
{
    static const struct {
        const char *with;
        size_t size;
        form is;
    } marks[] = {
        {"PK\3\4", 4, ZIP},
        {"PK\5\6", 4, ZIP}, /* an empty one */
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, OLD_CONTAINER},
        {"\x09\x08\x10\x00", 4, OLD_WORKBOOK},
        {"\x09\x04\x06\x00", 4, OLD_WORKBOOK},
        {"\x09\x02\x06\x00", 4, OLD_WORKBOOK},
        {"\x09\x00\x04\x00", 4, OLD_WORKBOOK},
        {"%PDF", 4, PDF},
        {"\x89PNG", 4, PICTURE},
        {"\xFF\xD8\xFF", 3, PICTURE},
        {"Rar!", 4, ARCHIVE},
        {"7z\xBC\xAF", 4, ARCHIVE},
        {"\x1F\x8B\x08", 3, ARCHIVE},
        {"{\\rtf", 5, RICH_TEXT},
        {"PAR1", 4, PARQUET},
    };
    static const char *const tags[] = {"<html",  "<!doctype html", "<table", "<head", "<meta",
                                       "<style", "<body",          "<div",   NULL};
    size_t i;

    for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (begins(bytes, length, marks[i].with, marks[i].size))
            return marks[i].is;
    if (begins(bytes, length, "\xEF\xBB\xBF", 3)) {
        bytes += 3;
        length -= 3;
    }
    while (length > 0 && (*bytes == ' ' || *bytes == '\t' || *bytes == '\r' || *bytes == '\n')) {
        bytes++;
        length--;
    }
    for (i = 0; tags[i] != NULL; i++)
        if (begins_word(bytes, length, tags[i]))
            return HTML;
    if (length > 0 && begins_json(bytes, length))
        return JSON;
    return begins_word(bytes, length, "<?xml") ? XML : TEXT;
}

bina_file_form
bina_file_look(const char *bytes, size_t length)
{
    form is = look(bytes, length);

    return is == TEXT ? BINA_FILE_TEXT : is == ZIP ? BINA_FILE_WORKBOOK : BINA_FILE_OTHER;
}

static unsigned long
little_endian(const unsigned char *bytes, int count)
{
    unsigned long number = 0;

    while (count-- > 0)
        number = number << 8 | bytes[count];
    return number;
}

/* Whether the folder of an OLE file names the stream in which Excel keeps what a password locks. */
static bool
is_protected(const bina_input *input)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    unsigned char head[512];
    char folder[4096];
    unsigned long shift;
    uint64_t sector;
    size_t got, i;

    if (bina_input_read_at(input, 0, (char *)head, sizeof(head)) < sizeof(head))
        return false;
    shift = little_endian(head + 30, 2);
    sector = little_endian(head + 48, 4);
    if (shift < 7 || shift > 16)
        return false;
    got = bina_input_read_at(input, (sector + 1) << shift, folder, sizeof(folder));
    for (i = 0; i + sizeof(name) <= got; i += 128) /* an entry's size */
        if (memcmp(folder + i, name, sizeof(name)) == 0)
            return true;
    return false;
}

static bina_status
refuse(const bina_input *input, form is, bina_error *error)
{
    bina_status status = BINA_ERR_UNSUPPORTED;
    const char *rule = "xlsx.format";

    switch (is) {
    case OLD_CONTAINER:
        if (is_protected(input)) {
            rule = "xlsx.protected";
            bina_error_set(error, status,
                           "The workbook is protected with a password. Open it in Excel, take the "
                           "password off (File, Info, Protect Workbook) and save it.",
                           "Berkas Excel dilindungi kata sandi. Buka di Excel, hapus kata sandinya "
                           "(File, Info, Protect Workbook), lalu simpan.");
            break;
        }
        /* fall through */
    case OLD_WORKBOOK:
        bina_error_set(error, status,
                       "This is a file of an old Office (.xls or .doc). Open it in Excel or "
                       "LibreOffice and save it as .xlsx.",
                       "Ini berkas Office lama (.xls atau .doc). Buka di Excel atau LibreOffice "
                       "lalu simpan sebagai .xlsx.");
        break;
    case HTML:
    case XML:
        bina_error_set(error, status,
                       "This is a web page or XML, whatever its name says. Open it in Excel or "
                       "LibreOffice and save it as .xlsx.",
                       "Ini halaman web atau XML, apa pun nama berkasnya. Buka di Excel atau "
                       "LibreOffice lalu simpan sebagai .xlsx.");
        break;
    case PDF:
    case PICTURE:
    case RICH_TEXT:
        bina_error_set(error, status,
                       "This is a document or picture, not a table. Ask for the workbook it was "
                       "made from.",
                       "Ini dokumen atau gambar, bukan tabel. Mintalah berkas Excel asalnya.");
        break;
    case JSON:
    case PARQUET:
        bina_error_set(error, status,
                       "This is JSON or Parquet, not a list. Save its table as CSV or .xlsx; from "
                       "Python give the data frame itself.",
                       "Ini JSON atau Parquet, bukan daftar. Simpan tabelnya sebagai CSV atau "
                       ".xlsx; dari Python berikan data frame-nya langsung.");
        break;
    case ARCHIVE:
        bina_error_set(error, status, "This is an archive. Unpack it and read the list in it.",
                       "Ini arsip terkompresi. Buka arsipnya lalu baca daftar di dalamnya.");
        break;
    case TEXT:
    case ZIP:
        bina_error_set(error, status, "This is not a workbook (.xlsx).",
                       "Ini bukan berkas Excel (.xlsx).");
        break;
    }
    bina_error_at(error, NULL, NULL, rule);
    bina_error_in_file(error, bina_input_name(input), 0, 0);
    return status;
}

bina_status
bina_xlsx_open(bina_input *input, bina_error *error, bina_grid **grid)
{
    char first[BINA_INPUT_PEEK];
    size_t got;
    form is;
    bina_status status = bina_input_peek(input, first, sizeof(first), &got, error);

    *grid = NULL;
    if (status == BINA_OK)
        status = bina_input_fix(input, BINA_XLSX_STREAM, error);
    if (status == BINA_OK) {
        is = look(first, got);
        if (is != ZIP)
            status = refuse(input, is, error);
    }
    if (status != BINA_OK) {
        bina_input_close(input);
        return status;
    }
#ifdef BINA_HAVE_XLSX_READ
    return bina_xlsx_grid_new(input, error, grid);
#else
    bina_error_set(error, BINA_ERR_UNSUPPORTED,
                   "This build of the library reads no workbooks: expat and minizip were missing "
                   "when it was made. Save the sheets as CSV.",
                   "Pustaka ini dibuat tanpa expat dan minizip, sehingga tidak dapat membaca "
                   "berkas Excel. Simpan lembarnya sebagai CSV.");
    bina_error_at(error, NULL, NULL, "xlsx.build");
    bina_error_in_file(error, bina_input_name(input), 0, 0);
    bina_input_close(input);
    return BINA_ERR_UNSUPPORTED;
#endif
}
