/* The rows of one sheet, streamed. */
#ifndef BINA_SRC_EXCHANGE_XLSX_SHEET_H
#define BINA_SRC_EXCHANGE_XLSX_SHEET_H

#include "exchange/grid.h"
#include "exchange/xlsx_package.h"
#include "exchange/xlsx_strings.h"
#include "exchange/xlsx_styles.h"

/* One row's texts may have so many bytes; Excel's own limit is 32,767 letters a cell. */
#define BINA_XLSX_ROW ((size_t)16 << 20)

typedef struct bina_xlsx_rows bina_xlsx_rows;

/**
 * Begins a sheet. All that is passed must outlive the rows; nothing else may be read from the
 * package meanwhile.
 */
bina_status bina_xlsx_rows_new(bina_package *package, const char *part,
                               const bina_shared_strings *strings, const bina_styles *styles,
                               bool y1904, bina_error *error, bina_xlsx_rows **rows);

/** NULL is fine. */
void bina_xlsx_rows_free(bina_xlsx_rows *rows);

/** As bina_grid_next. */
bina_status bina_xlsx_rows_next(bina_xlsx_rows *rows, bina_error *error, bina_grid_row *row);

#endif
