/* Inside of the guessing of mappings: what columns look like, and which field each is given to. */
#ifndef BINA_SRC_EXCHANGE_GUESS_H
#define BINA_SRC_EXCHANGE_GUESS_H

#include "exchange/document.h"
#include "exchange/headers.h"
#include "exchange/mapping.h"
#include "exchange/table.h"

#define BINA_TOLD_VALUES 24

/* Values that stand in the first rows of a column, each once. */
typedef struct bina_told_values {
    char *texts[BINA_TOLD_VALUES];
    size_t count;
} bina_told_values;

/* What the sampled cells of a column look like, as shares of those with a value. */
typedef struct bina_column_look {
    int filled;
    int niks, nibs, phones, sexes, latitudes, longitudes, words, firms;
    int counts, several;        /* small numbers; those above 1 */
    int day_first, month_first; /* dates that can only be read so */
} bina_column_look;

typedef struct bina_guesser {
    const bina_description *target, *columns;
    bina_column_look *looks;
    bina_told_values *values; /* of each column, some */
    int *taken;               /* by column: the slot it was given to, or -1 */
    int *source;              /* by slot: its column, or -1 */
    int *also;                /* by slot: a column whose number is added, or -1 */
    int64_t unit;             /* of all amounts, as the title says */
    int column_count, slot_count;
    bina_told_values told[BINA_OWN_COLUMNS];
    const char *special[BINA_OWN_COLUMNS]; /* own columns by the field they fill: village, ... */
} bina_guesser;

/** Looks at the values of the first rows. */
bina_status bina_guess_look(bina_guesser *guess, const bina_batch *batch);

/** Whether a count of cells is most of a column's. */
bool bina_guess_mostly(int count, const bina_column_look *look);

/** Whether a column is one of the list's cursor, not of the file. */
bool bina_guess_is_own(const bina_guesser *guess, int column);

/**
 * What to take for village, district, regency and sheet where no column holds them: "#village",
 * "#section", "#sheet", ...; NULL for nothing.
 */
bina_status bina_guess_places(bina_guesser *guess);

/** Writes the guess down as the document of a mapping. */
bina_status bina_guess_write(const bina_guesser *guess, bina_document *document);

#endif
