/*
 * Records put aside while a list is read: the first megabytes in memory, the rest in a file without
 * a name, so that lists of any length fit. It lies beside the register, since what is in it is as
 * confidential, and is gone when it is closed or the program ends.
 */
#ifndef BINA_SRC_REGISTER_ROW_FILE_H
#define BINA_SRC_REGISTER_ROW_FILE_H

#include <stdint.h>
#include <bina/record.h>

typedef struct bina_row_file bina_row_file;

/**
 * @param store the path of the register; ":memory:" puts the file into the temporary folder
 * @param held  bytes held in memory before a file is made; 0 for the usual
 */
bina_row_file *bina_row_file_new(const char *store, size_t held);

/** NULL is fine. */
void bina_row_file_free(bina_row_file *file);

/**
 * Puts a record aside; masks and faults are not kept.
 *
 * @param at where it is, for bina_row_file_get
 * @return BINA_OK; BINA_ERR_IO, BINA_ERR_FULL, BINA_ERR_NO_MEMORY
 */
bina_status bina_row_file_add(bina_row_file *file, const bina_record *record, uint64_t *at,
                              bina_error *error);

/**
 * Fills a record of the same description as it was. Reading in the order of adding is fast.
 *
 * @param next where the record added behind it is; may be NULL
 */
bina_status bina_row_file_get(bina_row_file *file, uint64_t at, bina_record *record, uint64_t *next,
                              bina_error *error);

#endif
