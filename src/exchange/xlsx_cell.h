/* A cell's value out of what a sheet's part says of it. */
#ifndef BINA_SRC_EXCHANGE_XLSX_CELL_H
#define BINA_SRC_EXCHANGE_XLSX_CELL_H

#include "exchange/grid.h"
#include "exchange/xlsx_strings.h"
#include "exchange/xlsx_styles.h"

/* What the attribute "t" of a cell says. */
typedef enum bina_xlsx_type {
    BINA_TYPE_NUMBER,
    BINA_TYPE_SHARED, /* a shared text, by its number */
    BINA_TYPE_STRING, /* a formula's text */
    BINA_TYPE_INLINE, /* a text of its own */
    BINA_TYPE_TRUTH,
    BINA_TYPE_FAILED,
    BINA_TYPE_ISO_DATE,
} bina_xlsx_type;

bina_xlsx_type bina_xlsx_type_read(const char *word);

/* Of the book, for all its cells. */
typedef struct bina_xlsx_context {
    const bina_shared_strings *strings;
    const bina_styles *styles;
    bool y1904;
} bina_xlsx_context;

/**
 * Reads a value. Its text is either a shared one (`cell->text`), or written in place of `raw`
 * (`cell->text` is then NULL), which holds at least BINA_XLSX_NUMBER bytes.
 *
 * @param style counted from 0; one that does not exist is a plain one
 * @return false when there is no such shared text
 */
bool bina_xlsx_cell_read(const bina_xlsx_context *context, bina_xlsx_type type, size_t style,
                         char *raw, size_t length, bina_grid_cell *cell);

#endif
