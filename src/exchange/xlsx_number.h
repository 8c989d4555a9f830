/* Numbers of a sheet as a person would read them, after the format their cell shows them in. */
#ifndef BINA_SRC_EXCHANGE_XLSX_NUMBER_H
#define BINA_SRC_EXCHANGE_XLSX_NUMBER_H

#include "exchange/grid.h"

/* What a cell's number format makes of a number. */
typedef enum bina_shown {
    BINA_SHOWN_PLAIN,
    BINA_SHOWN_PERCENT,
    BINA_SHOWN_DAY,      /* a date */
    BINA_SHOWN_DAY_TIME, /* a date with a time of day */
    BINA_SHOWN_TIME,     /* a time of day */
    BINA_SHOWN_ELAPSED,  /* hours, more than 24 of them too */
    BINA_SHOWN_PADDED,   /* zeros in front up to a number of digits: "000000" */
} bina_shown;

#define BINA_XLSX_LEAD 7

typedef struct bina_number_form {
    bina_shown shown;
    unsigned char digits;          /* PADDED: at least so many */
    char lead[BINA_XLSX_LEAD + 1]; /* PADDED: stands in front, such as "0" or "+62" */
} bina_number_form;

/** What a format code such as "dd/mm/yyyy" or "0.0%" shows. */
void bina_number_form_read(const char *code, bina_number_form *form);

/** What one of the formats shows that have a number and no code; PLAIN for all others. */
void bina_number_form_known(long id, bina_number_form *form);

/** What bina_xlsx_number needs at most. */
#define BINA_XLSX_NUMBER 64

/**
 * Writes the number in `raw` (as a sheet's part has it) as its format shows it: 15 digits at most,
 * as Excel, and whole numbers with all the digits that are there.
 *
 * @param y1904 whether days count from 1904
 * @param text  at least BINA_XLSX_NUMBER bytes
 * @return the length, with `cell`'s kind and flags set; 0 when `raw` is no number
 */
size_t bina_xlsx_number(const char *raw, size_t length, const bina_number_form *form, bool y1904,
                        char *text, bina_grid_cell *cell);

#endif
