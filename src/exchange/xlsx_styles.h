/* How a workbook's cells look, as far as it says what they are: number formats, and bold. */
#ifndef BINA_SRC_EXCHANGE_XLSX_STYLES_H
#define BINA_SRC_EXCHANGE_XLSX_STYLES_H

#include "exchange/xlsx_number.h"
#include "exchange/xlsx_package.h"

typedef struct bina_cell_style {
    bina_number_form form;
    bool bold;
} bina_cell_style;

typedef struct bina_styles {
    bina_cell_style *styles; /* in the order cells count them */
    size_t count, room;
} bina_styles;

/** Reads the part that holds them; NULL for `part` and a part that is not there give none. */
bina_status bina_styles_read(bina_styles *styles, bina_package *package, const char *part,
                             bina_error *error);

/** Forgets them all. */
void bina_styles_clear(bina_styles *styles);

#endif
