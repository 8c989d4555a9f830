/* Values as cells of a sheet. */
#ifndef BINA_SRC_EXCHANGE_WORKBOOK_CELLS_H
#define BINA_SRC_EXCHANGE_WORKBOOK_CELLS_H

#include "exchange/workbook.h"

/** A column of a sheet being written. */
typedef struct bina_sheet_column {
    int slot;
    bina_type type;
    enum bina_look look;
    const char *list; /* of a code */
    bina_language language;
    char *header;
    const char **choices; /* ended by NULL; NULL: anything goes */
    bool editable, locked;
    size_t widest; /* of its cells so far, in characters */
} bina_sheet_column;

/** The look of a type's cells. */
enum bina_look bina_cell_look(bina_type type, bina_language language);

/** Writes a text, which need not be fit for XML, and never as a formula. */
lxw_error bina_cell_write_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const char *text,
                               lxw_format *look);

/** Writes a field of a record; LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED when no cell holds it. */
lxw_error bina_cell_write(bina_workbook *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at,
                          bina_sheet_column *column, const bina_record *record);

/** How wide to make a column, in characters. */
double bina_cell_width(const bina_sheet_column *column);

#endif
