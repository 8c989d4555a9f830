/* One reading of a file, in memory: its rows as received and as records, with key and digest. */
#ifndef BINA_SRC_REGISTER_READING_H
#define BINA_SRC_REGISTER_READING_H

#include <bina/list.h>
#include <bina/register.h>
#include "exchange/mapping.h"
#include "register/place.h"
#include "register/row_key.h"

typedef struct bina_reading_row {
    bina_record *raw;    /* as received; freed once it has been digested */
    bina_record *record; /* BINA_SOURCE_RECORD; NULL when the row was refused or blank */
    char key[BINA_ROW_KEY];
    char content[BINA_DIGEST_HEX];
} bina_reading_row;

typedef struct bina_file_reading {
    char *path, *list, *title;  /* title may be NULL */
    char hash[BINA_DIGEST_HEX]; /* empty for standard input and pipes */
    char *mapping_text;
    bina_cursor *cursor;
    const bina_description *columns;
    int line_slot, extra_slot, sheet_slot;
    bina_list_counts counts;
    bina_mapping *guess;
    bina_mapper *mapper;
    bina_faults *faults;
    bool faults_ours;
    int64_t faults_before[2]; /* there were already, by severity */
    bina_placer *placer;
    bina_reading_row *rows;
    size_t count, capacity;
    int64_t file_rows, refused;
} bina_file_reading;

/** The list a file is of, unless said: the file's name without folders and ending. Yours. */
char *bina_list_name_of(const char *path);

/** Opens the file, guesses the mapping if none is given, and gets ready to read. */
bina_status bina_file_reading_open(bina_file_reading *self, const bina_store *store,
                                   const char *path, const bina_import_options *options,
                                   bina_error *error);

/** Reads up to `most` rows. BINA_DONE at the end. */
bina_status bina_file_reading_next(bina_file_reading *self, size_t most, bina_error *error);

/** After the last row: digests, keys and classes. */
bina_status bina_file_reading_finish(bina_file_reading *self);

/** Faults found by this reading. */
int64_t bina_file_reading_faults(const bina_file_reading *self, bina_severity severity);

void bina_file_reading_drop(bina_file_reading *self);

#endif
