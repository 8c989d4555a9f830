/* Workbooks as grids. */
#ifndef BINA_SRC_EXCHANGE_XLSX_H
#define BINA_SRC_EXCHANGE_XLSX_H

#include "exchange/grid.h"
#include "exchange/input.h"

/* What the first bytes of a file tell it is. */
typedef enum bina_file_form {
    BINA_FILE_TEXT,     /* perhaps CSV */
    BINA_FILE_WORKBOOK, /* .xlsx, or another zip: bina_xlsx_open tells */
    BINA_FILE_OTHER,    /* .xls, protected, HTML, PDF: bina_xlsx_open refuses it in words */
} bina_file_form;

/** Looks at the first bytes of a file (512 are plenty). */
bina_file_form bina_file_look(const char *bytes, size_t length);

/* Bytes of a workbook that comes as a stream, and so is held in memory. */
#define BINA_XLSX_STREAM ((size_t)256 << 20)

/**
 * Opens a workbook (.xlsx, or .xlsm without looking at its macros). What is none is refused with a
 * sentence that says what it is and what to do.
 *
 * @param input the grid's from now on, even when this fails; what cannot be sought in (standard
 *              input) is read into memory, 256 MiB at most
 * @param grid  yours; NULL after an error
 * @return BINA_OK; BINA_ERR_SYNTAX (not a workbook, or damaged); BINA_ERR_UNSUPPORTED (protected,
 *         an old or other format, or this build reads none); BINA_ERR_IO; BINA_ERR_NO_MEMORY
 */
bina_status bina_xlsx_open(bina_input *input, bina_error *error, bina_grid **grid);

/** The same for a zip, once it can be sought in; only in builds that read workbooks. */
bina_status bina_xlsx_grid_new(bina_input *input, bina_error *error, bina_grid **grid);

#endif
