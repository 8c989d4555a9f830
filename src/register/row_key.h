/* What names a row within its list across readings, and the digest of all that stands in it. */
#ifndef BINA_SRC_REGISTER_ROW_KEY_H
#define BINA_SRC_REGISTER_ROW_KEY_H

#include <stdbool.h>
#include <stdint.h>
#include <bina/record.h>
#include "base/digest.h"

/** Characters of a row key made here, with NUL: "who:", a digest's first half, "#" and a count. */
#define BINA_ROW_KEY 64

/**
 * The first half of a digest, to compare rows by: sixteen bytes a row instead of its texts. All
 * zero: none.
 */
typedef struct bina_hold {
    unsigned char bytes[16];
} bina_hold;

/** The hold of a digest written out; NULL and what is no digest give none. */
bina_hold bina_hold_of(const char *hex);
bool bina_hold_is_none(const bina_hold *hold);

/**
 * Whole numbers seen one after the other (in a column, or as names of rows), to tell in the end
 * whether they merely count the rows: 1, 2, 3, ... in any order.
 */
typedef struct bina_numbers {
    int32_t *values;
    size_t count, capacity;
    bool other; /* something that is no number, or twice the same: they count nothing */
} bina_numbers;

/** Notes a text; NULL says nothing. False when memory is out. */
bool bina_numbers_add(bina_numbers *numbers, const char *text);

/** Whether they count rows: all different, from 0 or 1, with few gaps. */
bool bina_numbers_run(bina_numbers *numbers);
void bina_numbers_drop(bina_numbers *numbers);

/**
 * Which columns of a file say something about their row. A column that merely numbers the rows of
 * the file does not: it changes when the list is sorted anew.
 */
typedef struct bina_columns {
    const bina_description *description;
    bina_numbers *seen; /* of each slot, until the end */
    int *order;         /* the slots that count, by name */
    int count;
} bina_columns;

/**
 * Begins to look at a file's columns, of which each row is shown once.
 *
 * @param line_slot, sheet_slot slots that only say where a row stands; -1: none
 */
bina_status bina_columns_start(bina_columns *columns, const bina_description *description,
                               int line_slot, int sheet_slot);
bina_status bina_columns_see(bina_columns *columns, const bina_record *raw);

/** After the last of `rows` rows: finds the running numbers. */
void bina_columns_finish(bina_columns *columns, size_t rows);
void bina_columns_drop(bina_columns *columns);

/** The digest of a row as received: the same for columns in another order or rows sorted anew. */
void bina_row_content(const bina_columns *columns, const bina_record *raw,
                      char hex[BINA_DIGEST_HEX]);

/** "who:" and a digest of who and where: names standardised, place, product. */
void bina_row_key(const bina_record *row, char key[BINA_ROW_KEY]);

/** The length of a key without the count ("#2") behind it. */
size_t bina_key_base(const char *key);

/** The hold of a key without its count. */
bina_hold bina_key_hold(const char *key);

#endif
