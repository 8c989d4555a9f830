#include "screen.h"

#include <string.h>

void
cli_screen_spaces(cli_buffer *screen, int count)
{
    while (count-- > 0)
        cli_buffer_add(screen, " ", 1);
}

void
cli_screen_fitted(cli_buffer *screen, const char *text, int width)
{
    int whole = cli_text_width(text), used = 0;
    uint32_t c;

    while ((c = cli_next_character(&text)) != 0) {
        int wide = cli_character_width(c);
        if (whole > width && used + wide > width - 1) {
            cli_buffer_text(screen, "…");
            used++;
            break;
        }
        cli_buffer_character(screen, c);
        used += wide;
    }
    cli_screen_spaces(screen, width - used);
}

/* How many bytes of a text go on a line: up to the last blank that fits, else what fits. */
static size_t
line_end(const char *text, int width)
{
    const char *at = text, *blank = NULL;
    int used = 0;

    for (;;) {
        const char *here = at;
        uint32_t c = cli_next_character(&at);
        if (c == 0)
            return (size_t)(here - text);
        used += cli_character_width(c);
        if (used > width)
            return (size_t)((blank != NULL ? blank : here) - text);
        if (c == ' ')
            blank = at;
    }
}

static void
mark(cli_buffer *screen, bool colours, bool on)
{
    if (on)
        cli_buffer_text(screen, colours ? "\033[1;4;31m" : "\033[1;4m");
    else
        cli_buffer_text(screen, "\033[0m");
}

void
cli_screen_cell(cli_buffer *screen, bool colours, cli_screen_rest *cell, int width, bool last)
{
    const char *end;
    bool marked = false;
    int used = 0;

    if (cell->text == NULL) {
        cli_screen_spaces(screen, width);
        return;
    }
    end = cell->text + line_end(cell->text, width);
    if (end == cell->text && *end != '\0') /* not even one character fits */
        end = cell->text + strlen(cell->text);
    while (cell->text < end) {
        bool differs = cell->marks != NULL && *cell->marks == '*';
        uint32_t c = cli_next_character(&cell->text);
        if (cell->marks != NULL && *cell->marks != '\0')
            cell->marks++;
        if (last && *cell->text != '\0' && used + cli_character_width(c) > width - 1) {
            cli_buffer_text(screen, "…");
            used++;
            break;
        }
        if (used + cli_character_width(c) > width) /* a blank at the end of a line */
            continue;
        if (differs != marked)
            mark(screen, colours, marked = differs);
        cli_buffer_character(screen, c == '\n' || c == '\t' ? ' ' : c);
        used += cli_character_width(c);
    }
    if (marked)
        mark(screen, colours, false);
    cli_screen_spaces(screen, width - used);
    if (*cell->text == '\0' || last)
        cell->text = NULL;
}
