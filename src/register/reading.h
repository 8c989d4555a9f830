/*
 * One reading of a file: its rows as received and as records are put aside (row_file.h); in memory
 * stays where they are, and what they are compared by.
 */
#ifndef BINA_SRC_REGISTER_READING_H
#define BINA_SRC_REGISTER_READING_H

#include <bina/list.h>
#include <bina/register.h>
#include "exchange/mapping.h"
#include "register/diff.h"
#include "register/place.h"
#include "register/row_file.h"
#include "register/text_map.h"
#include "register/traits.h"
#include "store/buffer.h"

typedef struct bina_file_reading {
    char *path, *list, *title;  /* title may be NULL */
    char hash[BINA_DIGEST_HEX]; /* empty for standard input and pipes */
    char region[16];            /* where rows are that name no regency; empty: not said */
    char *mapping_text;
    bina_cursor *cursor;
    const bina_description *columns;
    int line_slot, extra_slot, sheet_slot, kinds_slot;
    bina_list_counts counts;
    bina_mapping *guess;
    bina_mapper *mapper;
    bina_faults *faults;
    bool faults_ours;
    int64_t faults_before[2]; /* there were already, by severity */
    bina_placer *placer;
    bina_row_file *aside;
    uint64_t *places; /* of each row put aside: as received, then as record */
    size_t count, capacity;
    bina_record *raw, *record; /* the row being read, or asked for last */
    bina_columns found;
    bina_list_look look;
    bina_numbers own; /* what the list calls its rows */
    size_t own_given;
    bool by_own;         /* they go by it */
    bina_diff_row *rows; /* after the end: what each is compared by */
    bina_text_map natures;
    bina_buffer json;
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

/**
 * After the last row: what each is compared by, and how many are of which nature.
 *
 * @param by_who the rows of the list go by who and where, whatever numbers they bring
 */
bina_status bina_file_reading_finish(bina_file_reading *self, bool by_who, bina_error *error);

/** A row as a BINA_SOURCE_RECORD (`self->record`), as the mapping read it. */
bina_status bina_file_reading_get(bina_file_reading *self, size_t row, bina_error *error);

/** The same with all that is kept of it: class, digest, the row as received, its key in `key`. */
bina_status bina_file_reading_get_whole(bina_file_reading *self, size_t row, char key[BINA_ROW_KEY],
                                        bina_error *error);

/** How many rows are of a nature. */
int64_t bina_file_reading_natures(const bina_file_reading *self, const char *nature);

/** Faults found by this reading. */
int64_t bina_file_reading_faults(const bina_file_reading *self, bina_severity severity);

void bina_file_reading_drop(bina_file_reading *self);

#endif
