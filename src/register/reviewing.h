/* A pair being reviewed: what the screen, the page and the workbook show of it. */
#ifndef BINA_SRC_REGISTER_REVIEWING_H
#define BINA_SRC_REGISTER_REVIEWING_H

#include <bina/review.h>

typedef struct bina_reviewed {
    bina_record *pair, *row[2];
    bina_record *list[2]; /* source registers of the rows */
} bina_reviewed;

/** Reads a pair with its rows; to be dropped in any case. */
bina_status bina_reviewed_load(bina_reviewed *reviewed, bina_store *store, bina_id pair);
void bina_reviewed_drop(bina_reviewed *reviewed);

/** Whether a field of the rows is masked where personal data is. */
bool bina_review_is_masked(int slot);

/** Sets a text of which only the last three digits show; it stays as long as it was. */
void bina_review_set_masked(bina_record *record, int slot, const char *text);

/** A column of a workbook for reviewing. */
typedef struct bina_review_column {
    const char *name;
    int field;             /* the slot of the rows that stands in it; -1: one of its own */
    const char *header[2]; /* of one of its own, in English and Indonesian */
} bina_review_column;

/** All columns, ended by a name of NULL. */
extern const bina_review_column bina_review_columns[];

/** Their description: slot n is the n-th column. NULL: memory is out. */
bina_description *bina_review_sheet_description(void);

#endif
