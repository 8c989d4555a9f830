/* What is told about workbooks where the library was built without libxlsxwriter. */
#include "base/error.h"
#include <bina/workbook.h>

bina_status
bina_workbook_open(const char *path, bina_error *error, bina_workbook **book)
{
    *book = NULL;
    bina_error_set(error, BINA_ERR_UNSUPPORTED,
                   "This build cannot write workbooks: it was made without libxlsxwriter.",
                   "Versi ini tidak dapat menulis buku kerja: dibuat tanpa libxlsxwriter.");
    bina_error_in_file(error, path, 0, 0);
    return BINA_ERR_UNSUPPORTED;
}

/* Nobody holds a workbook, so nobody calls the rest with one. */

bina_status
bina_workbook_describe(bina_workbook *book, const char *title, const char *author, int64_t created)
{
    (void)book, (void)title, (void)author, (void)created;
    return BINA_ERR_UNSUPPORTED;
}

bina_status
bina_workbook_add(bina_workbook *book, const char *name, bina_cursor *cursor,
                  const bina_sheet_options *options, bina_error *error)
{
    (void)book, (void)name, (void)cursor, (void)options;
    return bina_error_plain(error, BINA_ERR_UNSUPPORTED);
}

bina_status
bina_workbook_add_text(bina_workbook *book, const char *name, const char *const *lines,
                       bina_error *error)
{
    (void)book, (void)name, (void)lines;
    return bina_error_plain(error, BINA_ERR_UNSUPPORTED);
}

bina_status
bina_workbook_close(bina_workbook *book, bina_error *error)
{
    (void)book;
    return bina_error_plain(error, BINA_ERR_UNSUPPORTED);
}

void
bina_workbook_free(bina_workbook *book)
{
    (void)book;
}

bina_status
bina_xlsx_write(bina_cursor *cursor, const char *path, const bina_sheet_options *options,
                bina_error *error)
{
    bina_workbook *book;

    (void)cursor, (void)options;
    return bina_workbook_open(path, error, &book);
}
