/* What names a row within its list across readings, and the digest of all that stands in it. */
#ifndef BINA_SRC_REGISTER_ROW_KEY_H
#define BINA_SRC_REGISTER_ROW_KEY_H

#include <bina/record.h>
#include "base/digest.h"

/** Characters of a row key made here, with NUL: "who:", a digest's first half, "#" and a count. */
#define BINA_ROW_KEY 64

/**
 * Which columns of a file say something about their row. A column that merely numbers the rows of
 * the file (1, 2, 3, ... in any order) does not: it changes when the list is sorted anew.
 */
typedef struct bina_columns {
    int *order; /* the slots that count, by name */
    int count;
} bina_columns;

/**
 * Finds the running numbers of a file.
 *
 * @param line_slot, sheet_slot slots that only say where a row stands; -1: none
 */
bina_status bina_columns_find(bina_columns *columns, const bina_record *const *rows, size_t count,
                              int line_slot, int sheet_slot);
void bina_columns_drop(bina_columns *columns);

/** The digest of a row as received: the same for columns in another order or rows sorted anew. */
void bina_row_content(const bina_columns *columns, const bina_record *raw,
                      char hex[BINA_DIGEST_HEX]);

/** "who:" and a digest of who and where: names standardised, place, product. */
void bina_row_key(const bina_record *row, char key[BINA_ROW_KEY]);

/**
 * Whether numbers given in a row-key column are the list's own, not a mere count of its rows.
 *
 * @param keys the value of each row, NULL for none
 */
bool bina_row_numbers_are_own(const char *const *keys, size_t count);

#endif
