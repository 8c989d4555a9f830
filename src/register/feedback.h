/* What an agency should mend: collected from several sides, told by the place in its file. */
#ifndef BINA_SRC_REGISTER_FEEDBACK_H
#define BINA_SRC_REGISTER_FEEDBACK_H

#include <bina/feedback.h>
#include <bina/record.h>
#include "base/error.h"

/** What is to be mended; the order in which a row's things are told. */
enum bina_feedback_nature {
    BINA_FEEDBACK_CELL,
    BINA_FEEDBACK_MISSING,
    BINA_FEEDBACK_PLACE,
    BINA_FEEDBACK_TWIN,
    BINA_FEEDBACK_CONTRADICTED,
    BINA_FEEDBACK_CLOSED,
    BINA_FEEDBACK_NATURES
};

/** The columns of a list's sheet, as slots of the description "feedback". */
enum bina_feedback_column {
    BINA_FEEDBACK_ROW,
    BINA_FEEDBACK_SHEET,
    BINA_FEEDBACK_NAME,
    BINA_FEEDBACK_FIELD,
    BINA_FEEDBACK_WHAT,
    BINA_FEEDBACK_MEND,
    BINA_FEEDBACK_OTHERS,
    BINA_FEEDBACK_COLUMNS
};

/** One thing to mend. */
typedef struct bina_feedback_thing {
    enum bina_feedback_nature nature;
    size_t order; /* as found */
    bina_record *record;
} bina_feedback_thing;

/** The things of one list. */
typedef struct bina_feedback_list {
    bina_store *store;
    bina_id list, agency;
    bina_language language;
    const bina_description *description;
    bina_feedback_thing *things;
    size_t count, capacity;
    int64_t rows, counts[BINA_FEEDBACK_NATURES];
} bina_feedback_list;

/**
 * Adds a thing to mend.
 *
 * @param place    holds the row's place and name: BINA_FEEDBACK_ROW, _SHEET, _NAME
 * @param column   of their file; NULL: none
 * @param sentence what is wrong and what to do
 * @param others   what others know of it; NULL: nothing
 */
bina_status bina_feedback_add(bina_feedback_list *self, enum bina_feedback_nature nature,
                              const bina_record *place, const char *column, const char *sentence,
                              const char *others);

/** Finds what is wrong in cells, and what is missing, by reading the rows as received again. */
bina_status bina_feedback_cells(bina_feedback_list *self);

/** Finds what the register knows of the rows: places, twins, contradictions, what is closed. */
bina_status bina_feedback_rows(bina_feedback_list *self);

#endif
