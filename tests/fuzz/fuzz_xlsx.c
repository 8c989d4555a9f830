/* Workbooks from anywhere: a zip as it is, or the parts of one as a text (zip_parts.h), so that the
   XML is tried without the checksums around it. What is read keeps the grid's promises, and reads
   the same twice. */
#include <stdlib.h>

#include "base/text.h"
#include "exchange/xlsx.h"
#include "fuzz.h"
#include "zip_parts.h"

enum { ROWS = 20000, CELLS = 2000000 };

typedef struct sums {
    size_t rows, cells, bytes;
    bina_status end;
} sums;

static void
hold(bool promise)
{
    if (!promise)
        abort();
}

static void
check_row(const bina_grid_row *row, sums *sum)
{
    unsigned flags = 0;
    bool any = false;
    size_t i;

    hold(row->count > 0 && row->count <= 16384 && row->total >= row->count);
    for (i = 0; i < row->count; i++) {
        const bina_grid_cell *cell = &row->cells[i];
        hold(cell->text != NULL && bina_text_is_utf8(cell->text, cell->length));
        hold((cell->kind == BINA_GRID_EMPTY) == (cell->length == 0));
        any = any || cell->length > 0 || (cell->flags & BINA_GRID_FORMULA);
        flags |= cell->flags;
        sum->bytes += cell->length;
    }
    hold(any && (flags & ~row->flags) == 0);
    sum->cells += row->count;
    sum->rows++;
}

static sums
read_sheet(bina_grid *grid, size_t sheet)
{
    sums sum = {0, 0, 0, BINA_OK};
    bina_grid_row row;
    int64_t line = 0;

    sum.end = bina_grid_open(grid, sheet, NULL);
    while (sum.end == BINA_OK && sum.rows < ROWS && sum.cells < CELLS) {
        sum.end = bina_grid_next(grid, NULL, &row);
        if (sum.end != BINA_OK)
            break;
        hold(row.line > line && row.line <= 1048576);
        line = row.line;
        check_row(&row, &sum);
    }
    return sum;
}

static void
read_book(const char *bytes, size_t length)
{
    bina_error *error = bina_error_new();
    bina_input *input = NULL;
    bina_grid *grid = NULL;
    bina_sheet_state state;
    sums once, again;
    size_t i;

    hold(error != NULL && bina_input_open_bytes(bytes, length, NULL, &input) == BINA_OK);
    if (bina_xlsx_open(input, error, &grid) != BINA_OK) {
        hold(grid == NULL && bina_error_status(error) < 0);
        hold(bina_error_message(error, BINA_INDONESIAN)[0] != '\0');
        bina_error_free(error);
        return;
    }
    for (i = 0; i < bina_grid_sheets(grid) && i < 8; i++) {
        const char *name = bina_grid_sheet(grid, i, &state);
        hold(bina_text_is_utf8(name, strlen(name)));
        once = read_sheet(grid, i);
        again = read_sheet(grid, i);
        hold(once.rows == again.rows && once.cells == again.cells && once.bytes == again.bytes &&
             once.end == again.end);
    }
    bina_grid_free(grid);
    bina_error_free(error);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    zip_bytes zip;

    bina_file_look((const char *)bytes, length);
    if (length < 2 || memcmp(bytes, "==", 2) != 0) {
        read_book((const char *)bytes, length);
        return 0;
    }
    zip = zip_of_text((const char *)bytes, length);
    if (!zip.failed)
        read_book((const char *)zip.bytes, zip.length);
    free(zip.bytes);
    return 0;
}
