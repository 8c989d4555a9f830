/* Text as a terminal shows it: how wide it is, where it may be cut, and nothing that steers. */
#ifndef BINA_SRC_CLI_TEXT_H
#define BINA_SRC_CLI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes the next character off a UTF-8 text: 0 at its end, U+FFFD for bytes that are none. */
uint32_t cli_next_character(const char **text);

/** How many columns a character takes: 0 for marks, 2 for wide scripts, else 1. */
int cli_character_width(uint32_t character);

/** How many columns a text takes. */
int cli_text_width(const char *text);

/** Whether a character would steer the terminal instead of being shown. */
bool cli_steers(uint32_t character);

/** A text being put together; `failed` once memory was out, after which nothing is added. */
typedef struct cli_buffer {
    char *bytes; /* ended by NUL once something was added */
    size_t length, capacity;
    bool failed;
} cli_buffer;

void cli_buffer_add(cli_buffer *buffer, const char *text, size_t length);
void cli_buffer_text(cli_buffer *buffer, const char *text);

/** Adds a character as UTF-8; "?" for one that would steer the terminal. */
void cli_buffer_character(cli_buffer *buffer, uint32_t character);
void cli_buffer_free(cli_buffer *buffer);

#endif
