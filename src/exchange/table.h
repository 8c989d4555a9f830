/* Rows of a grid as a cursor: columns from headers, oddities of cells into the list of faults. */
#ifndef BINA_SRC_EXCHANGE_TABLE_H
#define BINA_SRC_EXCHANGE_TABLE_H

#include <bina/faults.h>
#include "base/error.h"
#include "exchange/grid.h"

/* Columns that are not the file's: what is known of where a row stands. */
typedef enum bina_own_column {
    BINA_OWN_LINE,
    BINA_OWN_ROW,
    BINA_OWN_EXTRA,
    BINA_OWN_SHEET,
    BINA_OWN_SECTION,
    BINA_OWN_VILLAGE,
    BINA_OWN_DISTRICT,
    BINA_OWN_REGENCY,
    BINA_OWN_KINDS,
    BINA_OWN_COLUMNS,
} bina_own_column;

/* The format of a column that merely counts the rows: it says nothing about them. */
#define BINA_FORMAT_COUNT "count"

/** Whether a column of a file's rows is one of the own columns: what the format says. */
bool bina_column_is_own(const bina_field *field);

/** The slot of an own column in a description, or -1. */
int bina_column_find_own(const bina_description *columns, bina_own_column which);

typedef struct bina_table bina_table;

/* Where a table's rows come from. */
typedef struct bina_table_feed {
    /** The next row of data; BINA_DONE at the end. May call bina_table_place_columns. */
    bina_status (*next)(void *self, bina_table *table, bina_error *error, bina_grid_row *row);
    /** What an own column (BINA_OWN_SHEET to BINA_OWN_REGENCY) says of the row given last; "":
     * nothing. */
    const char *(*tell)(const void *self, bina_own_column column);
    void (*free)(void *self);
} bina_table_feed;

#define BINA_TABLE_COLUMNS 16384

struct bina_table {
    bina_description *description;
    bina_faults *faults;
    char *file, *sheet; /* sheet: of the present row; NULL: none */
    bool aligned;       /* the n-th column is the n-th cell, and a row that has more is shifted */
    char delimiter;     /* of CSV: by which what a row has beyond its columns is joined */
    int columns;        /* of the file, without own ones */
    size_t *cells;      /* by column: its cell in the present sheet; SIZE_MAX: not there */
    size_t width;       /* cells of a row up to the last column */
    int own[BINA_OWN_COLUMNS]; /* slots; -1: none */
    const bina_table_feed *feed;
    void *source; /* the feed's */
    char *extra;
    size_t extra_room, cells_room;
    char scratch[64];
    char *kinds; /* a letter for each column; NULL: not asked for, or CSV */
};

/**
 * A table without columns, which owns `source` from now on, even when this fails.
 *
 * @param doc of the description
 * @return NULL when memory is out
 */
bina_table *bina_table_new(const char *name, const char *doc, const char *file, bina_faults *faults,
                           const bina_table_feed *feed, void *source);

/** NULL is fine. */
void bina_table_free(bina_table *table);

/**
 * Adds a column under the name of its header, or one that is still free; tells of names that had
 * to be made up.
 *
 * @param name   tidied; NULL: there is no header, which is not told
 * @param format BINA_FORMAT_COUNT for a running number; NULL: none
 * @param line   of the header, for faults
 */
bina_status bina_table_add_column(bina_table *table, const char *name, const char *format,
                                  size_t cell, int64_t line);

/** Adds the own columns that have a name (one name each; NULL: none). */
bina_status bina_table_add_own(bina_table *table, const char *const names[BINA_OWN_COLUMNS]);

/** Finishes a fault begun with bina_error_set (where, how bad) and adds it to the list. */
void bina_table_fault(const bina_table *table, bina_error *fault, bina_severity severity,
                      const char *rule, int64_t line, size_t cell);

/** Whether a row has more than blanks beyond the table's columns. */
bool bina_table_has_extra(const bina_table *table, const bina_grid_row *row);

/** Tells what is odd about a row of the file. */
void bina_table_report(const bina_table *table, const bina_grid_row *row);

/** The cursor of a table, which owns it from now on, even when this fails. */
bina_status bina_table_open(bina_table *table, bina_error *error, bina_cursor **cursor);

/** Which cell of a row, from 1, a column of a description stands in, as its doc tells. */
int bina_column_cell(const bina_description *columns, int slot);

/** A header's text as a name: blanks and line ends become one blank each, those around go. */
size_t bina_header_tidy(const char *text, size_t length, char *name, size_t room);

#endif
