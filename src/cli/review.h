/* Reviewing pairs: what the screen, the walk through it and the page in a browser share. */
#ifndef BINA_SRC_CLI_REVIEW_H
#define BINA_SRC_CLI_REVIEW_H

#include "store.h"
#include "text.h"

/** A key that gives a verdict, and what it is called; the letter stands in brackets. */
typedef struct cli_verdict_key {
    const char *verdict;
    char key[2];            /* English, Indonesian */
    const char *caption[2]; /* "same [o]wner, other business" */
} cli_verdict_key;

/** All of them, ended by a verdict of NULL. */
extern const cli_verdict_key cli_verdict_keys[];

/** A key that does something else. */
typedef struct cli_other_key {
    const char *name;
    char key[2];
    const char *caption[2];
} cli_other_key;

/** In the order of enum cli_other, ended by a name of NULL. */
extern const cli_other_key cli_other_keys[];
enum cli_other { CLI_NEXT, CLI_PREVIOUS, CLI_UNDO, CLI_REASON, CLI_QUIT };

/** Whether a line of a pair is shown: not those of the heading, nor what both say alike of itself.
 */
bool cli_line_is_shown(const bina_record *line);

/** How strongly a weight speaks: -3 to 3, by the steps of the words that come with it. */
int cli_strength(double weight);

/** What to call a field of the rows before people. */
void cli_field_label(const cli *self, const char *name, char *label, size_t capacity);

/** A value of a field of the rows as people read it: codes by their labels. */
const char *cli_row_value(const cli *self, const char *field, const char *value);

/** A pair as it is shown. */
typedef struct cli_review_page {
    bina_record **lines; /* bina_review_lines */
    int count;
    int64_t position, pairs; /* from 1 */
    const char *state;       /* of review_state */
    const char *noted;       /* the verdict given in this sitting; NULL: none */
    const char *reason;      /* that will go with the next verdict; NULL: none */
    const char *message;     /* of what was just done; NULL: none */
    const char *prompt;      /* a question with what was typed; NULL: none */
    int scroll;              /* lines scrolled away; put right when drawn */
    bool colours;
} cli_review_page;

/** Draws a pair for a terminal of a size. */
void cli_review_draw(const cli *self, cli_review_page *page, int columns, int rows,
                     cli_buffer *screen);

/** Goes through pairs on a terminal; CLI_OK, or how to end. */
int cli_review_walk(const cli *self, bina_store *store, const bina_review_options *options,
                    bool settle);

/** --out: writes pairs as a workbook; CLI_OK, or how to end. */
int cli_review_export(const cli *self, bina_store *store, const bina_review_options *options);

/** --in: reads such a workbook back; CLI_OK, or how to end. */
int cli_review_import(const cli *self, bina_store *store);

#endif
