/* Which row of a new reading is which row of the last one. */
#ifndef BINA_SRC_REGISTER_DIFF_H
#define BINA_SRC_REGISTER_DIFF_H

#include <bina/record.h>
#include "register/row_key.h"

/** A row of either reading. */
typedef struct bina_diff_row {
    const bina_record *record; /* a BINA_SOURCE_RECORD */
    const char *key;           /* with or without "#2" behind it */
    const char *content;       /* digest of the row as received */
    size_t match;              /* result: the row of the other reading; SIZE_MAX: none */
} bina_diff_row;

/**
 * Matches rows that are equal as received, then those of one key, then those that are surely about
 * the same business though who or where is written differently: one NIK and one product, one owner
 * in one village.
 *
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
bina_status bina_diff(bina_diff_row *before, size_t before_count, bina_diff_row *now,
                      size_t now_count);

/** Whether a row that changed says another owner and another business: perhaps somebody else. */
bool bina_diff_is_suspicious(const bina_record *before, const bina_record *now);

/** The length of a key without the count behind it. */
size_t bina_key_base(const char *key);

#endif
