/* What a workbook consists of: its sheets in order, and the parts its cells refer to. */
#ifndef BINA_SRC_EXCHANGE_XLSX_WORKBOOK_H
#define BINA_SRC_EXCHANGE_XLSX_WORKBOOK_H

#include "exchange/grid.h"
#include "exchange/xlsx_package.h"

typedef struct bina_xlsx_sheet {
    char *name;
    char *part;
    bina_sheet_state state;
} bina_xlsx_sheet;

typedef struct bina_xlsx_workbook {
    bina_xlsx_sheet *sheets;
    size_t count, room;
    char *strings, *styles; /* names of parts; NULL: none */
    bool y1904;             /* days count from 1904 */
} bina_xlsx_workbook;

/**
 * Finds out what a package consists of.
 *
 * @return BINA_OK; BINA_ERR_UNSUPPORTED (no workbook, or one of another format); as the package
 */
bina_status bina_xlsx_workbook_read(bina_xlsx_workbook *workbook, bina_package *package,
                                    bina_error *error);

/** Forgets it. */
void bina_xlsx_workbook_clear(bina_xlsx_workbook *workbook);

#endif
