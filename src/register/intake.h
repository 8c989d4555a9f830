/* An import under way, for the files it is made of. */
#ifndef BINA_SRC_REGISTER_INTAKE_H
#define BINA_SRC_REGISTER_INTAKE_H

#include "register/known.h"
#include "register/reading.h"

/* Rows read, or written, in one step. */
#define BINA_IMPORT_STEP 2000

typedef enum bina_import_stage {
    BINA_IMPORT_OPEN,
    BINA_IMPORT_READ,
    BINA_IMPORT_COMPARE,
    BINA_IMPORT_WRITE,
    BINA_IMPORT_MISS,
    BINA_IMPORT_FINISH,
} bina_import_stage;

typedef struct bina_import {
    bina_store *store;
    char *path;
    bina_import_options options; /* texts are copies */
    bina_import_stage stage;
    int depth;      /* of its transaction; 0 without one */
    bool otherwise; /* the last reading of the list understood rows in another way */
    bina_file_reading reading;
    bina_id list, intake_id;
    bina_record *intake;
    bina_known known; /* rows of the list before this reading */
    size_t at;
} bina_import;

/* intake_compare.c: which row is which of the last reading */
bina_status bina_import_diff(bina_import *self, bina_error *error);
bool bina_import_is_new(const bina_import *self, size_t row);
bool bina_import_is_unchanged(const bina_import *self, size_t row);

/** A row as the last reading left it; `before` is yours. */
bina_status bina_import_get_before(bina_import *self, size_t row, bina_record **before);

/* intake_write.c: what is stored */

/** Counts what is new, changed, ... into the record of the reading, and stores it. */
bina_status bina_import_write_intake(bina_import *self, bina_error *error);

/** Stores the next rows, from `self->at` on. */
bina_status bina_import_write_rows(bina_import *self, bina_error *error);

/** Marks the rows that the list no longer has. */
bina_status bina_import_write_missing(bina_import *self);

#endif
