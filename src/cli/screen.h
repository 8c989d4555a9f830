/* Texts in columns of a terminal. */
#ifndef BINA_SRC_CLI_SCREEN_H
#define BINA_SRC_CLI_SCREEN_H

#include "text.h"

/** A value being written over several lines, with the marks of its letters. */
typedef struct cli_screen_rest {
    const char *text, *marks; /* what is left; marks may be NULL */
} cli_screen_rest;

/** So many blanks; none when there are none to fill. */
void cli_screen_spaces(cli_buffer *screen, int count);

/** As much of a text as fits, padded to a width. */
void cli_screen_fitted(cli_buffer *screen, const char *text, int width);

/**
 * The next line of a cell, padded to a width.
 *
 * @param colours whether marked letters are red, too
 * @param last    what does not fit on this line is cut
 */
void cli_screen_cell(cli_buffer *screen, bool colours, cli_screen_rest *cell, int width, bool last);

#endif
