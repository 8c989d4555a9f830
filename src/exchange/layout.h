/*
 * What a sheet means: where its table begins, what its columns are called, and which of its rows
 * are data. The same for workbooks and CSV files.
 *
 * Offices put titles above their tables and signatures below, headers over two or three rows with
 * merged groups, a row of column numbers under them, the whole header again on every page, totals
 * and the names of districts and villages between the rows. Every row of a sheet is one of the
 * kinds below and is counted as that; none vanishes.
 */
#ifndef BINA_SRC_EXCHANGE_LAYOUT_H
#define BINA_SRC_EXCHANGE_LAYOUT_H

#include <bina/faults.h>
#include <bina/list.h>
#include "exchange/grid.h"
#include "exchange/layout_places.h"
#include "exchange/layout_words.h"

typedef enum bina_row_kind {
    BINA_ROW_DATA,
    BINA_ROW_BLANK,
    BINA_ROW_TITLE,
    BINA_ROW_HEADER,    /* also where it is repeated */
    BINA_ROW_NUMBERING, /* "1 2 3 ..." or "(1) (2) (3) ..." under a header */
    BINA_ROW_TOTAL,
    BINA_ROW_SECTION,
    BINA_ROW_NOTE,
    BINA_ROW_FOOTER, /* signatures, places and days */
    BINA_ROW_OTHER,  /* of another table on the same sheet */
    BINA_ROW_KINDS,
} bina_row_kind;

#define BINA_COLUMN_NAME  200
#define BINA_MOST_COLUMNS 1024 /* of a table; cells behind the last are extra ones */

typedef struct bina_layout_column {
    char name[BINA_COLUMN_NAME + 1]; /* tidied; empty when the column has no header */
    size_t cell;                     /* the n-th of a row, from 0 */
    bool words;                      /* its cells in the first rows are mostly words */
} bina_layout_column;

#define BINA_SECTION_DEPTH 4
#define BINA_SECTION_TEXT  120

typedef struct bina_layout_section {
    char text[BINA_SECTION_TEXT + 1]; /* as written */
    int rank;                         /* a section ends those of the same or a higher rank */
} bina_layout_section;

/* Rows passed over in one block, told in one fault. */
typedef struct bina_layout_block {
    bina_row_kind kind;
    int64_t first, last, rows;
} bina_layout_block;

/* The value of a merged range that goes down, for the rows of data below its first one. */
typedef struct bina_layout_top {
    size_t cell; /* the n-th of a row, from 0 */
    bina_grid_cell value;
    char *text; /* the value's */
} bina_layout_top;

typedef struct bina_layout {
    bina_grid *grid;     /* borrowed */
    bina_faults *faults; /* borrowed; NULL: nothing is told */
    char file[512], sheet[128];
    /* The first rows, copied; given again after the table was found. */
    bina_grid_row *rows;
    size_t count, capacity, next;
    bool ended; /* the sheet has no more rows than these */
    /* The table. */
    bool found, headless;     /* headless: there is no header, the first row is data */
    size_t above, header_end; /* rows before the header; behind it (among the first rows) */
    bina_layout_column *columns;
    size_t column_count, width; /* width: cells of a row up to the last column */
    bool cut;                   /* there were more columns */
    size_t number_cell;         /* of the running number; SIZE_MAX: none */
    bool numbered;              /* a numbering row stood under the header */
    bool worded;                /* some column holds words, so rows of bare numbers are totals */
    bool in_footer, in_other;
    char *title; /* the rows above, one a line; NULL: none */
    /* Where the present row stands. */
    bina_layout_section sections[BINA_SECTION_DEPTH];
    size_t depth;
    bool section_last;                                     /* the row before was a section */
    char places[BINA_PLACE_LEVELS][BINA_SECTION_TEXT + 1]; /* told by sections, sheet and title */
    char above_places[BINA_PLACE_LEVELS][BINA_SECTION_TEXT + 1]; /* by sheet and title alone */
    bina_layout_block block;
    /* Merged ranges that the present row lies in, and its cells with their values filled in. */
    bina_layout_top *tops;
    size_t top_count, tops_room;
    bina_grid_cell *filled;
    size_t filled_room;
    int64_t hidden;
    int64_t below; /* rows so far below the header, of all kinds */
    int64_t counts[BINA_ROW_KINDS];
} bina_layout;

/**
 * Looks at the first rows of the grid's open sheet for a table.
 *
 * @param layout zeroed; to be dropped also after an error. `found` tells whether there is one
 */
bina_status bina_layout_open(bina_layout *layout, bina_grid *grid, const char *sheet,
                             bina_faults *faults, bina_error *error);
void bina_layout_drop(bina_layout *layout);

/** The next row of data; BINA_DONE at the sheet's end, when what was passed over has been told. */
bina_status bina_layout_next(bina_layout *layout, bina_error *error, bina_grid_row *row);

/* ---- between the files of the layout ---- */

/** Reads the first rows. */
bina_status bina_layout_read_head(bina_layout *layout, bina_error *error);

/** Finds header and columns among the first rows. */
bina_status bina_layout_find_table(bina_layout *layout, bina_error *error);

/** What a row behind the header is; keeps track of sections and footers. */
bina_row_kind bina_layout_classify(bina_layout *layout, const bina_grid_row *row);

/** Whether the cells of a row count up from 1. */
bool bina_layout_counts_columns(const bina_grid_row *row);

/** Whether the row under the header numbers the columns. */
bool bina_layout_is_numbering(const bina_layout *layout, const bina_grid_row *row);

/**
 * Gives the cells of a data row that a merged range covers from above the range's value; must see
 * every row behind the header, of whatever kind.
 *
 * @param row its cells may be replaced by others, borrowed until the next call
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
bina_status bina_layout_fill_merged(bina_layout *layout, bina_row_kind kind, bina_grid_row *row);

/** Forgets all merged ranges. */
void bina_layout_drop_merged(bina_layout *layout);

/** Takes over a section row's text. */
void bina_layout_enter_section(bina_layout *layout, const char *text, size_t length);

/** Takes the places that the sheet's name and the title tell. */
void bina_layout_note_places(bina_layout *layout);

/** What is in a row. */
typedef struct bina_row_look {
    size_t filled, first, last, words, numbers, marks, years, longest;
    size_t hits; /* cells that may stand in a header; of the first rows only, as it takes long */
} bina_row_look;

/** Looks at all cells of a row. It does not count hits. */
void bina_layout_look(const bina_grid_row *row, bina_row_look *look);

/** Whether a cell's text may stand in a header. */
bool bina_layout_is_hit(const char *text, size_t length);

/** Whether a cell of a row has anything in it; whether that of any of the rows from..to has. */
bool bina_layout_filled(const bina_grid_row *row, size_t cell);
bool bina_layout_any_filled(const bina_layout *layout, size_t from, size_t to, size_t cell);

/** Names the columns by the header's rows from..end; rows with `needed` filled cells are full. */
bina_status bina_layout_find_columns(bina_layout *layout, const bina_row_look *looks, size_t from,
                                     size_t end, size_t needed, bina_error *error);

/** Keeps the text above the header. */
bina_status bina_layout_keep_title(bina_layout *layout, bina_error *error);

/** A cell's text without blanks around; "" beyond the row. */
const char *bina_layout_cell(const bina_grid_row *row, size_t cell, size_t *length);

#endif
