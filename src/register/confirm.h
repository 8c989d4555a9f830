/* Asking agencies: what sending and receiving share. */
#ifndef BINA_SRC_REGISTER_CONFIRM_H
#define BINA_SRC_REGISTER_CONFIRM_H

#include <bina/confirm.h>
#include <bina/description.h>
#include <bina/workbook.h>
#include "base/error.h"
#include "exchange/grid.h"
#include "store/number.h"

/** The letter of the codes of rows (konfirmasi), which are those of human numbers. */
#define BINA_CONFIRM_CODE 'K'

/** By which rules the log tells these changes; what people apply counts as made by hand. */
#define BINA_RULE_CONFIRM       "register.confirm"
#define BINA_RULE_CONFIRM_APPLY "confirm.apply"

/** The head of a SELECT: the table standing(id, root), every enterprise and what stands for it. */
#define BINA_SQL_STANDING                                                                          \
    "WITH RECURSIVE standing(id, root) AS ("                                                       \
    "  SELECT id, id FROM enterprises WHERE merged_into IS NULL"                                   \
    "  UNION ALL"                                                                                  \
    "  SELECT child.id, standing.root FROM standing"                                               \
    "    JOIN enterprises AS child ON child.merged_into = standing.id),"

/** The columns of the sheet, as slots of the description "confirmation_row". */
enum bina_confirm_column {
    BINA_CONFIRM_ROW_CODE,
    BINA_CONFIRM_ROW_NUMBER,
    BINA_CONFIRM_ROW_NAME,
    BINA_CONFIRM_ROW_OWNER,
    BINA_CONFIRM_ROW_VILLAGE,
    BINA_CONFIRM_ROW_DISTRICT,
    BINA_CONFIRM_ROW_PRODUCT,
    BINA_CONFIRM_ROW_PLACE, /* in the agency's own list */
    BINA_CONFIRM_ROW_KNOWN,
    BINA_CONFIRM_ROW_ANSWER, /* from here on to be filled in */
    BINA_CONFIRM_ROW_CLOSED_ON,
    BINA_CONFIRM_ROW_MOVED_TO,
    BINA_CONFIRM_ROW_TWIN,
    BINA_CONFIRM_ROW_REMARKS,
    BINA_CONFIRM_COLUMNS
};

/** "confirmation_row"; NULL when memory is out. */
bina_description *bina_confirm_row_description(void);

/* Persons in one text of SQL: name, then the number behind this, then the next behind that. */
#define BINA_CONFIRM_BEFORE_NIK      "\x1f"
#define BINA_CONFIRM_BETWEEN_PERSONS "\x1e"

/**
 * Says who owns the enterprise of a row: by name whom the agency's own rows name, by initials the
 * others.
 *
 * @param owners, named persons, as above; NULL: none
 * @return BINA_OK, BINA_ERR_NO_MEMORY
 */
bina_status bina_confirm_set_owners(const char *owners, const char *named, bina_record *row);

/** A record of "confirmation_round", without values; NULL when memory is out. */
bina_record *bina_confirm_round_new(void);

/** Who is asked, and when. Texts are borrowed. */
typedef struct bina_confirm_round {
    bina_id agency;
    const char *agency_name, *letter;
    int64_t number, asked, due;
} bina_confirm_round;

/**
 * Writes the workbook of a round, beside its place: it is put there by bina_workbook_close.
 *
 * @param count how many rows it has
 */
bina_status bina_confirm_write(bina_store *store, const bina_confirm_round *round,
                               bina_language language, const char *path, int64_t *count,
                               bina_workbook **book);

/**
 * The organisation with a name or short name, or who keeps the list of that name.
 *
 * @param make  where a list is named that nobody is known to keep: make an agency of that name and
 *              say that it keeps it
 * @param name  its name; yours
 * @return BINA_OK, BINA_ERR_NOT_FOUND
 */
bina_status bina_agency_find(bina_store *store, const char *agency, bool make, bina_id *id,
                             char **name);

/** Says that the agency of that name, made when there is none, keeps a list (BINA_SOURCE_REGISTER).
 */
bina_status bina_agency_keeps(bina_store *store, const char *name, bina_id list);

/** The word of confirmation_answer that a text means, as agencies write; NULL when it means none.
 */
const char *bina_confirm_word(const char *text);

/** One row of a sheet that came back. Texts are tidied, "" for none; borrowed until the next. */
typedef struct bina_confirm_answer {
    const char *sheet;
    int64_t line;
    const char *cells[BINA_CONFIRM_COLUMNS];
    int64_t columns[BINA_CONFIRM_COLUMNS]; /* from 1; 0: the sheet has none */
} bina_confirm_answer;

/** Reads the sheets of a file that came back which have codes and answers. */
typedef struct bina_confirm_reader bina_confirm_reader;
bina_status bina_confirm_reader_open(const char *path, bina_error *error,
                                     bina_confirm_reader **reader);

/** The next row with a code, a number or an answer. BINA_DONE at the end. */
bina_status bina_confirm_reader_next(bina_confirm_reader *reader, bina_confirm_answer *answer,
                                     bina_error *error);
void bina_confirm_reader_free(bina_confirm_reader *reader);

#endif
