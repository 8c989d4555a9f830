/* Which row of a new reading is which row of the last one. */
#ifndef BINA_SRC_REGISTER_DIFF_H
#define BINA_SRC_REGISTER_DIFF_H

#include <bina/record.h>
#include "register/row_key.h"

/** No row of the other reading. */
#define BINA_NO_MATCH UINT32_MAX

/** A row of either reading. */
typedef struct bina_diff_row {
    bina_hold content; /* of the row as received */
    bina_hold key;     /* without "#2" behind it */
    uint32_t match;    /* result: the row of the other reading */
} bina_diff_row;

/** Rows with the same hold are one, if a pass says so. */
typedef struct bina_handle {
    bina_hold hold;
    uint32_t row;
    char *name; /* of the pass that compares names: the NIK (or nothing), a bar, the name's words */
} bina_handle;

/** One reading: its rows, and what the pass under way goes by. */
typedef struct bina_diff_side {
    bina_diff_row *rows;
    size_t count;
    bina_handle *handles;
    size_t handle_count, handle_room;
} bina_diff_side;

/**
 * Matches rows that are equal as received, then those of one key.
 *
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
bina_status bina_diff_equal(bina_diff_side *before, bina_diff_side *now);

/** The ways in which rows are surely about the same business, though written differently. */
typedef enum bina_likely {
    BINA_LIKELY_PRODUCT,  /* one NIK and one product */
    BINA_LIKELY_OWNER,    /* one owner in one village */
    BINA_LIKELY_NIK,      /* one NIK */
    BINA_LIKELY_BUSINESS, /* one business name in one village */
    BINA_LIKELY_PHONE,    /* one phone in one village */
    BINA_LIKELY_NAME,     /* of one village and product, names alike as no others are */
    BINA_LIKELY_WAYS
} bina_likely;

/** Adds a row that has no match to a likely pass. False when memory is out. */
bool bina_diff_add_likely(bina_diff_side *side, bina_likely way, uint32_t row,
                          const bina_record *record);

/**
 * Matches the rows added where each is the only one of its hold (or the only one so alike) on its
 * side; then forgets them.
 */
void bina_diff_likely(bina_likely way, bina_diff_side *before, bina_diff_side *now);

/** Frees what passes went by; the rows are the caller's. */
void bina_diff_side_drop(bina_diff_side *side);

/** Whether a row that changed says another owner and another business: perhaps somebody else. */
bool bina_diff_is_suspicious(const bina_record *before, const bina_record *now);

#endif
