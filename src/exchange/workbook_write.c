/* Workbooks: begun, filled sheet by sheet, put in their place. */
#define _XOPEN_SOURCE 700 /* uselocale */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/system.h"
#include "base/text.h"
#include "exchange/workbook.h"

/* Days and seconds of 1 January 2000: a date that says nothing, for workbooks always the same. */
enum { CREATED = 946684800 };

static bina_status
describe(bina_workbook *book, const char *title, const char *author, int64_t created)
{
    lxw_doc_properties properties = {.title = (char *)(uintptr_t)title,
                                     .author = (char *)(uintptr_t)author,
                                     .created = created != 0 ? (time_t)(created / 1000) : CREATED};

    return workbook_set_properties(book->xlsx, &properties) == LXW_NO_ERROR ? BINA_OK
                                                                            : BINA_ERR_NO_MEMORY;
}

bina_status
bina_workbook_fail(bina_workbook *book, lxw_error why, int reason)
{
    if (why == LXW_ERROR_MEMORY_MALLOC_FAILED || reason == ENOMEM || reason == 0)
        return bina_error_plain(&book->failure, BINA_ERR_NO_MEMORY);
    bina_error_system(&book->failure, "The workbook cannot be written",
                      "Buku kerja tidak dapat ditulis", reason);
    bina_error_in_file(&book->failure, book->path, 0, 0);
    return bina_error_status(&book->failure);
}

bina_status
bina_workbook_open(const char *path, bina_error *error, bina_workbook **book)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .use_zip64 = LXW_TRUE};
    bina_workbook *made = calloc(1, sizeof(*made));
    bina_status status = BINA_ERR_NO_MEMORY;

    *book = NULL;
    if (made == NULL)
        return bina_error_plain(error, status);
    status = bina_output_open(path, error, &made->output);
    if (status != BINA_OK)
        goto out;
    status = BINA_ERR_NO_MEMORY;
    made->path = bina_text_copy(path);
    made->plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
    if (made->path == NULL || made->plain == (locale_t)0) {
        bina_error_plain(error, status);
        goto out;
    }
    if (bina_output_path(made->output) == NULL) {
        status = bina_error_set(error, BINA_ERR_UNSUPPORTED,
                                "A workbook is written to a file; this is none.",
                                "Buku kerja ditulis ke berkas; ini bukan berkas.");
        bina_error_in_file(error, path, 0, 0);
        goto out;
    }
    made->xlsx = workbook_new_opt(bina_output_path(made->output), &options);
    status = made->xlsx != NULL ? describe(made, NULL, NULL, 0) : BINA_ERR_NO_MEMORY;
    if (status != BINA_OK) {
        bina_error_plain(error, status);
        goto out;
    }
    *book = made;
    return BINA_OK;
out:
    bina_workbook_free(made);
    return status;
}

bina_status
bina_workbook_describe(bina_workbook *book, const char *title, const char *author, int64_t created)
{
    return describe(book, title, author, created);
}

lxw_worksheet *
bina_workbook_sheet(bina_workbook *book, const char *name)
{
    char good[sizeof book->choices_name];

    bina_workbook_name(book, name, good);
    return workbook_add_worksheet(book->xlsx, good);
}

/* Begins a sheet of text: one wide column that wraps. */
static lxw_worksheet *
text_sheet(bina_workbook *book, const char *name)
{
    lxw_worksheet *sheet = bina_workbook_sheet(book, name);

    if (sheet == NULL)
        return NULL;
    worksheet_set_column(sheet, 0, 0, 100, NULL);
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
}

bina_status
bina_workbook_add_text(bina_workbook *book, const char *name, const char *const *lines,
                       bina_error *error)
{
    lxw_worksheet *sheet = book->status == BINA_OK ? text_sheet(book, name) : NULL;
    lxw_format *title = bina_workbook_look(book, BINA_LOOK_TITLE, false),
               *line = bina_workbook_look(book, BINA_LOOK_TEXT, false);

    for (uint32_t row = 0; sheet != NULL && lines[row] != NULL; row++) {
        char *made = NULL;
        bool changed = bina_workbook_text(lines[row], &made);
        if ((changed && made == NULL) ||
            worksheet_write_string(sheet, row, 0, changed ? made : lines[row],
                                   row == 0 ? title : line) != LXW_NO_ERROR)
            sheet = NULL;
        free(made);
    }
    if (sheet != NULL && title != NULL && line != NULL)
        return BINA_OK;
    if (book->status == BINA_OK)
        book->status = bina_error_plain(&book->failure, BINA_ERR_NO_MEMORY);
    if (error != NULL)
        bina_error_copy(error, &book->failure);
    return book->status;
}

/* Closes libxlsxwriter's part of the work; its complaint as ours. */
static bina_status
assemble(bina_workbook *book)
{
    locale_t before = uselocale(book->plain);
    lxw_error failure;
    int reason;

    errno = 0;
    failure = workbook_close(book->xlsx);
    reason = errno;
    book->xlsx = NULL;
    uselocale(before);
    if (failure == LXW_NO_ERROR && bina_workbook_whole(bina_output_path(book->output)))
        return BINA_OK;
    return bina_workbook_fail(book, failure, reason != 0 ? reason : EIO);
}

bina_status
bina_workbook_close(bina_workbook *book, bina_error *error)
{
    bina_status status = book->status;

    if (status == BINA_OK && bina_workbook_write_choices(book) != BINA_OK)
        status = bina_error_plain(&book->failure, BINA_ERR_NO_MEMORY);
    if (status == BINA_OK)
        status = assemble(book);
    if (status == BINA_OK) {
        status = bina_output_finish(book->output, error);
        book->output = NULL;
    } else if (error != NULL) {
        bina_error_copy(error, &book->failure);
    }
    bina_workbook_free(book);
    return status;
}

/* libxlsxwriter closes the temporary files of sheets only when it puts the workbook together. */
static void
throw_away(lxw_workbook *xlsx)
{
    lxw_worksheet *sheet;

    if (xlsx == NULL)
        return;
    LXW_FOREACH_WORKSHEET(sheet, xlsx)
    if (sheet->optimize_tmpfile != NULL)
        fclose(sheet->optimize_tmpfile);
    lxw_workbook_free(xlsx);
}

void
bina_workbook_free(bina_workbook *book)
{
    if (book == NULL)
        return;
    throw_away(book->xlsx);
    bina_output_cancel(book->output);
    bina_workbook_free_choices(book);
    if (book->plain != (locale_t)0)
        freelocale(book->plain);
    free(book->path);
    free(book);
}

bina_status
bina_xlsx_write(bina_cursor *cursor, const char *path, const bina_sheet_options *options,
                bina_error *error)
{
    const bina_description *description = bina_cursor_description(cursor);
    bina_workbook *book = NULL;
    bina_status status = bina_workbook_open(path, error, &book);

    if (status != BINA_OK)
        return status;
    status = bina_workbook_add(book, bina_description_plural(description), cursor, options, error);
    if (status != BINA_OK) {
        bina_workbook_free(book);
        return status;
    }
    return bina_workbook_close(book, error);
}
