/* Reading rows, printing tables, and giving up with a sentence: what the story is told with. */
#ifndef ROWS_H
#define ROWS_H

#include <bina.h>
#include <stdbool.h>

/* Ends the program with the library's sentence when something failed. */
void must(const bina_store *store, bina_status status, const char *what);

/* A CSV file, row by row. */
typedef struct csv {
    bina_cursor *cursor;
    const bina_record *row;
} csv;

csv csv_open(const char *folder, const char *file);
bool csv_next(csv *rows);
void csv_close(csv *rows);

/* A cell of the row at hand as text ("" when empty) or as a number. */
const char *text(const csv *rows, const char *column);
int64_t number(const csv *rows, const char *column);

/* Every reason why the last step was refused. */
void show_refusals(bina_store *store);

/* All that is left in a cursor, in columns. */
void print_table(bina_cursor *cursor);

#endif
