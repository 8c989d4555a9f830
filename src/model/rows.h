/* Records kept in memory in columns, to be read back as a cursor: reports, faults, pairs. */
#ifndef BINA_SRC_MODEL_ROWS_H
#define BINA_SRC_MODEL_ROWS_H

#include <bina/cursor.h>

typedef struct bina_rows bina_rows;

/** An empty table of records of a description, which it holds. NULL when memory is out. */
bina_rows *bina_rows_new(const bina_description *description);
void bina_rows_free(bina_rows *rows);
bina_status bina_rows_add(bina_rows *rows, const bina_record *record);
size_t bina_rows_count(const bina_rows *rows);

/** Turns the table into a cursor over its records and lets go of it. NULL when memory is out. */
bina_cursor *bina_rows_to_cursor(bina_rows *rows);

#endif
