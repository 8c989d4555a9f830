/* A terminal, key by key: raw mode while a screen is shown, and put right again whatever happens
 * but kill -9. */
#ifndef BINA_SRC_CLI_TERMINAL_H
#define BINA_SRC_CLI_TERMINAL_H

#include "text.h"

/** What is pressed: a character, or one of these. */
enum cli_key {
    CLI_KEY_NONE = 0, /* nothing yet: the window was resized */
    CLI_KEY_ENTER = '\r',
    CLI_KEY_ESCAPE = 0x1B,
    CLI_KEY_BACKSPACE = 0x7F,
    CLI_KEY_UP = 0x110000, /* behind all characters */
    CLI_KEY_DOWN,
    CLI_KEY_LEFT,
    CLI_KEY_RIGHT,
    CLI_KEY_PAGE_UP,
    CLI_KEY_PAGE_DOWN,
    CLI_KEY_END, /* the terminal went away, or somebody asked the program to end */
};

/** Whether a person sits at a terminal that can show a screen. */
bool cli_terminal_is_there(void);

/** Whether colours are wanted (NO_COLOR is unset). */
bool cli_terminal_has_colours(void);

/** Takes the screen; false when that is not possible. */
bool cli_terminal_open(void);

/** Gives the screen back as it was. */
void cli_terminal_close(void);

void cli_terminal_size(int *columns, int *rows);

/** Shows a whole screen: lines ended by "\n", the rest is cleared. */
void cli_terminal_show(const cli_buffer *screen);

/** Waits for a key: a character (code point) or one of enum cli_key. */
uint32_t cli_terminal_key(void);

#endif
