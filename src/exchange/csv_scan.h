/* Rows and cells out of the bytes of a CSV file, as leniently as Excel, in bounded memory. */
#ifndef BINA_SRC_EXCHANGE_CSV_SCAN_H
#define BINA_SRC_EXCHANGE_CSV_SCAN_H

#include <bina/exchange.h>
#include "exchange/input.h"

/* What was odd about a cell, or (any of them) about a row. */
enum {
    BINA_CELL_QUOTED = 1 << 0,
    BINA_CELL_STRAY = 1 << 1,    /* a quote where none belongs; it was kept */
    BINA_CELL_UNCLOSED = 1 << 2, /* an opening quote never closed, so it was taken as a letter */
    BINA_CELL_NUL = 1 << 3,      /* had NUL bytes, which were dropped */
    BINA_CELL_FOREIGN = 1 << 4,  /* was not UTF-8 and was read as Windows-1252 */
    BINA_CELL_DOUBLED = 1 << 5,  /* inner: has doubled quotes or text after the closing one */
    BINA_CELL_LINES = 1 << 6,    /* inner: quoted, so line ends within must be counted */
};

typedef struct bina_csv_cell {
    const char *text; /* UTF-8, not ended by NUL */
    size_t length;
    size_t start, inner_end, end; /* offsets in the row's bytes, quotes included */
    unsigned flags;
} bina_csv_cell;

typedef struct bina_csv_row {
    const bina_csv_cell *cells; /* borrowed until the next row */
    size_t count;               /* cells kept, at least 1 */
    size_t total;               /* cells there were: more than kept in absurd rows only */
    int64_t line;               /* of its first byte, from 1 */
    unsigned flags;             /* of all its cells */
} bina_csv_row;

/* Excel's own limit is 16,384 columns. */
#define BINA_CSV_CELLS 65536

typedef struct bina_csv_scan bina_csv_scan;

/**
 * Begins to scan an input, which it owns from now on, even when this fails. Finds out encoding and
 * delimiter where the options do not tell, and passes over a mark and Excel's "sep=" line.
 */
bina_status bina_csv_scan_new(bina_input *input, const bina_csv_options *options, bina_error *error,
                              bina_csv_scan **scan);
void bina_csv_scan_free(bina_csv_scan *scan);

/** The path as it was given. */
const char *bina_csv_scan_name(const bina_csv_scan *scan);

/** The delimiter told or found. */
char bina_csv_scan_delimiter(const bina_csv_scan *scan);

/** The line the next row would begin in. */
int64_t bina_csv_scan_line(const bina_csv_scan *scan);

/** Passes over one line, whatever is in it. BINA_DONE at the end. */
bina_status bina_csv_scan_skip_line(bina_csv_scan *scan, bina_error *error);

/**
 * Passes over titles above the header: up to ten lines with one filled cell at most, before one
 * with three or more. Only at the beginning; returns how many lines.
 */
int bina_csv_scan_skip_titles(bina_csv_scan *scan);

/** The next row that is not a blank line; BINA_DONE at the end. */
bina_status bina_csv_scan_next(bina_csv_scan *scan, bina_error *error, bina_csv_row *row);

/** How many lines of a sample are titles above a table (see bina_csv_scan_skip_titles). */
int bina_csv_titles(const char *sample, size_t length, char delimiter);

/** The delimiter that splits the first rows of a sample most evenly; ',' if none does. */
char bina_csv_sniff(const char *sample, size_t length);

#endif
