/* A CSV file as a grid of one sheet. */
#ifndef BINA_SRC_EXCHANGE_GRID_CSV_H
#define BINA_SRC_EXCHANGE_GRID_CSV_H

#include <bina/exchange.h>
#include "exchange/csv_scan.h"
#include "exchange/grid.h"
#include "exchange/input.h"

/* What was odd about a cell, as csv_scan.h tells it. */
enum {
    BINA_GRID_CSV_STRAY = BINA_GRID_OWN,
    BINA_GRID_CSV_UNCLOSED = BINA_GRID_OWN << 1,
    BINA_GRID_CSV_NUL = BINA_GRID_OWN << 2,
    BINA_GRID_CSV_FOREIGN = BINA_GRID_OWN << 3,
    BINA_GRID_CSV_ODD =
        BINA_GRID_CSV_STRAY | BINA_GRID_CSV_UNCLOSED | BINA_GRID_CSV_NUL | BINA_GRID_CSV_FOREIGN,
};

/* What was found out when a CSV file was begun. */
typedef struct bina_csv_begin {
    char delimiter;
    int titles;   /* lines passed over as titles above the header */
    int64_t line; /* of the first of them */
} bina_csv_begin;

/**
 * Begins to read an input as CSV, which the grid owns from now on, even when this fails.
 *
 * @param options     delimiter, encoding, skip and longest_cell count
 * @param skip_titles whether to pass over titles, as bina_csv_scan_skip_titles does
 */
bina_status bina_grid_csv_new(bina_input *input, const bina_csv_options *options, bool skip_titles,
                              bina_error *error, bina_csv_begin *begin, bina_grid **grid);

/**
 * Begins to read an input as what its first bytes tell: a workbook, or else CSV. The grid owns it
 * from now on, even when this fails.
 */
bina_status bina_grid_of(bina_input *input, const bina_csv_options *csv, bina_error *error,
                         bina_csv_begin *begin, bina_grid **grid);

/** Takes the options a caller gives; refuses senseless ones with BINA_ERR_USAGE. */
bina_status bina_csv_options_take(const bina_csv_options *given, bina_csv_options *options,
                                  bina_error *error);

#endif
