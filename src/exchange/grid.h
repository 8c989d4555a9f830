/*
 * Rows of cells as a file has them, before anybody knows which row is the header.
 *
 * A workbook is a grid of several sheets; a CSV file is one of a single sheet without a name.
 * Reading streams: memory stays bounded however long a sheet is.
 */
#ifndef BINA_SRC_EXCHANGE_GRID_H
#define BINA_SRC_EXCHANGE_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/error.h>

/* What a cell holds. A CSV file knows EMPTY and TEXT only. */
typedef enum bina_grid_kind {
    BINA_GRID_EMPTY, /* nothing; `text` is "" */
    BINA_GRID_TEXT,
    BINA_GRID_NUMBER, /* plain: "5203014107900001", "-1.5", "15%"; at most 15 digits behind zeros */
    BINA_GRID_DATE,   /* "2020-12-31", "2020-12-31T10:15:00", or a time of day alone: "10:15:00" */
    BINA_GRID_BOOL,   /* "true" or "false" */
    BINA_GRID_ERROR,  /* "#N/A", "#REF!" */
} bina_grid_kind;

enum {
    /* Digits are gone: a whole number of 16 or more digits of which Excel kept 15 (zeros stand for
       the rest), or a text such as "8,52E+10". A 16-digit number that ends in another digit than 0
       was written whole by some other program, and is not marked. */
    BINA_GRID_LOST = 1 << 0,
    BINA_GRID_FORMULA = 1 << 1, /* computed; with EMPTY: never computed, so its value is unknown */
    BINA_GRID_BOLD = 1 << 2,
    BINA_GRID_MERGED = 1 << 3, /* covered by a merged range, but not its first cell. Known in sheets
                                  of usual size only */
    BINA_GRID_TOP = 1 << 4,    /* a filled cell that begins a merged range of several rows */
    BINA_GRID_BELOW = 1 << 5,  /* MERGED, and under the first cell of its range */
    /* From here on bits are the reader's own: what was odd about the cell. */
    BINA_GRID_OWN = 1 << 8,
};

typedef struct bina_grid_cell {
    const char *text; /* as a person would read it; UTF-8, never NULL, not ended by NUL */
    size_t length;
    bina_grid_kind kind;
    unsigned flags;
} bina_grid_cell;

typedef struct bina_grid_row {
    const bina_grid_cell *cells; /* from the first column on; borrowed until the next row */
    size_t count;                /* up to the last cell that is filled (or merged) */
    size_t total;                /* cells there were; more than `count` in absurd rows only */
    int64_t line;                /* the row's number in the sheet or line in the file, from 1 */
    int64_t number;              /* below the header, from 1; of rows of a list only */
    unsigned flags;              /* of all its cells */
    bool hidden;
} bina_grid_row;

typedef enum bina_sheet_state {
    BINA_SHEET_VISIBLE,
    BINA_SHEET_HIDDEN,
    BINA_SHEET_VERY_HIDDEN, /* hidden by a program, not to be shown by hand */
} bina_sheet_state;

typedef struct bina_grid bina_grid;

/* What a kind of file brings along. */
typedef struct bina_grid_functions {
    /** Begins the n-th sheet at its first row. */
    bina_status (*open)(void *self, size_t sheet, bina_error *error);
    /** The next row with anything in it; BINA_DONE at the sheet's end. */
    bina_status (*next)(void *self, bina_error *error, bina_grid_row *row);
    const char *(*sheet)(const void *self, size_t sheet, bina_sheet_state *state);
    void (*free)(void *self);
} bina_grid_functions;

/** Makes a grid, which owns `self` from now on, even when this fails (NULL: memory is out). */
bina_grid *bina_grid_new(const bina_grid_functions *functions, void *self, const char *name,
                         size_t sheets);

/** NULL is fine. */
void bina_grid_free(bina_grid *grid);

/** The file, as its path was given; "-" for standard input and memory. */
const char *bina_grid_name(const bina_grid *grid);

/** How many sheets with rows there are, in their order; charts are none. At least 1. */
size_t bina_grid_sheets(const bina_grid *grid);

/** The name of the n-th sheet (from 0); "" for a CSV file. `state` may be NULL. */
const char *bina_grid_sheet(const bina_grid *grid, size_t sheet, bina_sheet_state *state);

/**
 * Begins a sheet at its first row; the first one is open already. A workbook's sheets may be
 * opened in any order and again.
 *
 * @return BINA_OK; BINA_ERR_UNSUPPORTED when a stream would have to be read twice; what reading
 *         fails with
 */
bina_status bina_grid_open(bina_grid *grid, size_t sheet, bina_error *error);

/**
 * The next row of the sheet with anything in it: rows passed over show as a jump in `line`, which
 * only ever grows. After an error the same error comes again.
 *
 * @return BINA_OK; BINA_DONE at the sheet's end; BINA_ERR_SYNTAX (with file and row),
 *         BINA_ERR_CORRUPT, BINA_ERR_IO, BINA_ERR_NO_MEMORY
 */
bina_status bina_grid_next(bina_grid *grid, bina_error *error, bina_grid_row *row);

#endif
