/* The columns of a list as received: how full, what they were understood as, and an example. */
#ifndef BINA_SRC_PAGE_LOOK_CELLS_H
#define BINA_SRC_PAGE_LOOK_CELLS_H

#include "page/look.h"

enum { BINA_LOOK_CELL = 96, BINA_LOOK_COLUMN_FIELDS = 4, BINA_LOOK_SLOTS = 128 };

/* A column of a list. */
typedef struct bina_look_column {
    char *name;
    int64_t filled;                     /* cells with anything in them */
    int slots[BINA_LOOK_COLUMN_FIELDS]; /* the fields it fills */
    int fields;
    char example[BINA_LOOK_CELL]; /* a cell, as it may be shown */
    char read[BINA_LOOK_CELL];    /* what of it was understood */
} bina_look_column;

typedef struct bina_look_cells {
    bina_look_column *items;
    size_t count, room;
    int64_t read[BINA_LOOK_SLOTS]; /* rows with a value, by field */
} bina_look_cells;

/** Reads them from what the store keeps of the list's rows and its mapping. */
bina_status bina_look_cells_read(bina_look_cells *self, const bina_looked *looked,
                                 const bina_look_list *list);
void bina_look_cells_drop(bina_look_cells *self);

#endif
