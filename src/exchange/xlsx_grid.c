/* A workbook as a grid. */
#include <stdlib.h>
#include "base/error.h"
#include "exchange/xlsx.h"
#include "exchange/xlsx_sheet.h"
#include "exchange/xlsx_workbook.h"

typedef struct workbook_grid {
    bina_package *package;
    bina_xlsx_workbook workbook;
    bina_shared_strings strings;
    bina_styles styles;
    bina_xlsx_rows *rows;
} workbook_grid;

static bina_status
open_sheet(void *self, size_t sheet, bina_error *error)
{
    workbook_grid *book = self;

    bina_xlsx_rows_free(book->rows);
    book->rows = NULL;
    return bina_xlsx_rows_new(book->package, book->workbook.sheets[sheet].part, &book->strings,
                              &book->styles, book->workbook.y1904, error, &book->rows);
}

static bina_status
next_row(void *self, bina_error *error, bina_grid_row *row)
{
    workbook_grid *book = self;

    return bina_xlsx_rows_next(book->rows, error, row);
}

static const char *
sheet_name(const void *self, size_t sheet, bina_sheet_state *state)
{
    const workbook_grid *book = self;

    *state = book->workbook.sheets[sheet].state;
    return book->workbook.sheets[sheet].name;
}

static void
free_book(void *self)
{
    workbook_grid *book = self;

    bina_xlsx_rows_free(book->rows);
    bina_shared_strings_clear(&book->strings);
    bina_styles_clear(&book->styles);
    bina_xlsx_workbook_clear(&book->workbook);
    bina_package_free(book->package);
    free(book);
}

static bina_status
read_book(workbook_grid *book, bina_error *error)
{
    bina_xlsx_workbook *workbook = &book->workbook;
    bina_status status = bina_xlsx_workbook_read(workbook, book->package, error);

    if (status == BINA_OK)
        status = bina_styles_read(&book->styles, book->package, workbook->styles, error);
    if (status == BINA_OK)
        status = bina_shared_strings_read(&book->strings, book->package, workbook->strings, error);
    return status == BINA_OK ? open_sheet(book, 0, error) : status;
}

bina_status
bina_xlsx_grid_new(bina_input *input, bina_error *error, bina_grid **grid)
{
    static const bina_grid_functions functions = {open_sheet, next_row, sheet_name, free_book};
    workbook_grid *book = calloc(1, sizeof(*book));
    bina_status status;

    *grid = NULL;
    if (book == NULL) {
        bina_input_close(input);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    status = bina_package_open(input, error, &book->package);
    if (status == BINA_OK)
        status = read_book(book, error);
    if (status != BINA_OK) {
        free_book(book);
        return status;
    }
    *grid = bina_grid_new(&functions, book, bina_package_name(book->package), book->workbook.count);
    return *grid != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}
