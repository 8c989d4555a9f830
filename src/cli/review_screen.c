/* A pair on a terminal: both rows side by side, what differs marked, what speaks for and against.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "review.h"
#include "screen.h"

enum { LABEL = 16, SIGN = 3, WIDE = 124, CELL_LINES = 3 };

/* How the columns of a screen are laid out. */
typedef struct columns_of {
    int columns;
    int value; /* width of a row's values */
    int words; /* of the reasons beside them; 0: they stand below */
} columns_of;

static void
sign(const cli_review_page *page, cli_buffer *screen, double weight, bool compared)
{
    int strength = compared ? cli_strength(weight) : 0;

    if (strength != 0 && page->colours)
        cli_buffer_text(screen, strength > 0 ? "\033[32m" : "\033[31m");
    for (int i = 0; i < SIGN; i++)
        cli_buffer_text(screen, i < abs(strength) ? strength > 0 ? "+" : "-" : " ");
    if (strength != 0 && page->colours)
        cli_buffer_text(screen, "\033[0m");
}

static void
rule(cli_buffer *screen, int columns)
{
    for (int i = 0; i < columns; i++)
        cli_buffer_text(screen, "─");
    cli_buffer_text(screen, "\n");
}

/* ---- the parts of the screen ---- */

static const char *
words_of(const cli *self, const bina_record *line)
{
    return bina_record_text(line, self->language == BINA_INDONESIAN ? BINA_REVIEW_ALASAN
                                                                    : BINA_REVIEW_REASON);
}

static bool
is_compared(const bina_record *line)
{
    return bina_record_get(line, BINA_REVIEW_ADDS).type != BINA_NULL;
}

static bool
has_values(const bina_record *line)
{
    return bina_record_text(line, BINA_REVIEW_FIRST) != NULL ||
           bina_record_text(line, BINA_REVIEW_SECOND) != NULL;
}

static const bina_record *
line_of(const cli_review_page *page, const char *field)
{
    for (int i = 0; i < page->count; i++)
        if (strcmp(bina_record_text(page->lines[i], BINA_REVIEW_FIELD), field) == 0)
            return page->lines[i];
    return NULL;
}

static void
draw_head(const cli *self, const cli_review_page *page, int columns, int width, cli_buffer *screen)
{
    const bina_record *list = line_of(page, "register"), *row = line_of(page, "row");
    const char *state = bina_codes_label("review_state", page->state, self->language);
    char text[256];

    if (page->noted != NULL)
        state = bina_codes_label("verdict", page->noted, self->language);
    (void)snprintf(text, sizeof text,
                   cli_text(self, " %lld of %lld   chance to be one %.0f%%   %s%s",
                            " %lld dari %lld   peluang sama %.0f%%   %s%s"),
                   (long long)page->position, (long long)page->pairs,
                   page->count > 0 ? 100 * bina_record_real(page->lines[0], BINA_REVIEW_PROBABILITY)
                                   : 0.0,
                   page->noted != NULL ? cli_text(self, "noted: ", "dicatat: ") : "",
                   state != NULL ? state : page->state);
    cli_buffer_text(screen, "\033[7m");
    cli_screen_fitted(screen, text, columns);
    cli_buffer_text(screen, "\033[0m\n");
    cli_screen_spaces(screen, 2 + LABEL + 1 + SIGN + 1);
    cli_buffer_text(screen, "\033[1m");
    for (int side = 0; side < 2 && list != NULL; side++) {
        const char *name = bina_record_text(list, BINA_REVIEW_FIRST + side);
        const char *number = row != NULL ? bina_record_text(row, BINA_REVIEW_FIRST + side) : NULL;
        (void)snprintf(text, sizeof text, "%s%s%s", name, number != NULL ? ", " : "",
                       number != NULL ? cli_text(self, "row ", "baris ") : "");
        if (number != NULL)
            (void)snprintf(text + strlen(text), sizeof text - strlen(text), "%s", number);
        cli_screen_fitted(screen, text, width);
        cli_screen_spaces(screen, 2);
    }
    cli_buffer_text(screen, "\033[0m\n");
}

/* One field: as many lines as its longer value takes, three at most. */
static void
draw_line(const cli *self, const cli_review_page *page, const bina_record *line,
          const columns_of *layout, cli_buffer *screen)
{
    const char *field = bina_record_text(line, BINA_REVIEW_FIELD);
    const char *values[2], *words = words_of(self, line);
    cli_screen_rest cells[2];
    char label[64];
    bool both, differ;

    for (int side = 0; side < 2; side++) {
        const char *value = bina_record_text(line, BINA_REVIEW_FIRST + side);
        values[side] = cli_row_value(self, field, value);
        cells[side].text = values[side];
        cells[side].marks =
            values[side] == value ? bina_record_text(line, BINA_REVIEW_FIRST_MARKS + side) : NULL;
    }
    both = values[0] != NULL && values[1] != NULL;
    differ = both && bina_record_int(line, BINA_REVIEW_SAME) == 0;
    for (int side = 0; side < 2 && !both; side++)
        if (values[side] == NULL)
            cells[side].text = "-";
    cli_field_label(self, field, label, sizeof label);
    for (int n = 0; n < CELL_LINES && (n == 0 || cells[0].text != NULL || cells[1].text != NULL);
         n++) {
        cli_buffer_text(screen, n == 0 && differ ? "* " : "  ");
        cli_screen_fitted(screen, n == 0 ? label : "", LABEL);
        cli_screen_spaces(screen, 1);
        sign(page, screen, bina_record_real(line, BINA_REVIEW_ADDS), n == 0 && is_compared(line));
        cli_screen_spaces(screen, 1);
        for (int side = 0; side < 2; side++) {
            cli_screen_cell(screen, page->colours, &cells[side], layout->value,
                            n == CELL_LINES - 1);
            cli_screen_spaces(screen, 2);
        }
        if (layout->words > 0 && n == 0 && words != NULL)
            cli_screen_fitted(screen, words, layout->words);
        cli_buffer_text(screen, "\n");
    }
}

static int
by_strength(const void *a, const void *b)
{
    double x = fabs(bina_record_real(*(bina_record *const *)a, BINA_REVIEW_ADDS));
    double y = fabs(bina_record_real(*(bina_record *const *)b, BINA_REVIEW_ADDS));

    return (x < y) - (x > y);
}

/* The reasons in words, the strongest first; on a wide screen only those without a line above. */
static void
draw_reasons(const cli *self, const cli_review_page *page, const columns_of *layout,
             cli_buffer *screen)
{
    bina_record **sorted = calloc((size_t)page->count + 1, sizeof *sorted);
    int count = 0;

    if (sorted == NULL)
        return;
    for (int i = 0; i < page->count; i++)
        if (words_of(self, page->lines[i]) != NULL &&
            !(layout->words > 0 && has_values(page->lines[i])) &&
            cli_strength(bina_record_real(page->lines[i], BINA_REVIEW_ADDS)) != 0)
            sorted[count++] = page->lines[i];
    if (count > 1)
        qsort(sorted, (size_t)count, sizeof *sorted, by_strength);
    for (int i = 0; i < count; i++) {
        cli_screen_spaces(screen, 2);
        sign(page, screen, bina_record_real(sorted[i], BINA_REVIEW_ADDS), true);
        cli_screen_spaces(screen, 1);
        cli_screen_fitted(screen, words_of(self, sorted[i]), layout->columns - 6);
        cli_buffer_text(screen, "\n");
    }
    free(sorted);
}

/* Adds a caption, its letter in bold, on this line or the next; returns the column it ends at. */
static int
draw_caption(cli_buffer *screen, const char *caption, int at, int columns)
{
    int width = cli_text_width(caption);

    if (at > 1 && at + 2 + width > columns) {
        cli_buffer_text(screen, "\n");
        at = 0;
    }
    cli_screen_spaces(screen, at > 1 ? 2 : 1 - at);
    at = at > 1 ? at + 2 : 1;
    for (const char *c = caption; *c != '\0'; c++) {
        if (*c == '[')
            cli_buffer_text(screen, "\033[1m");
        cli_buffer_add(screen, c, 1);
        if (*c == ']')
            cli_buffer_text(screen, "\033[0m");
    }
    return at + width;
}

static void
draw_foot(const cli *self, const cli_review_page *page, int columns, cli_buffer *screen)
{
    char text[512];
    int at = 0;

    rule(screen, columns);
    for (const cli_verdict_key *key = cli_verdict_keys; key->verdict != NULL; key++)
        at = draw_caption(screen, key->caption[self->language], at, columns);
    for (const cli_other_key *key = cli_other_keys; key->name != NULL; key++)
        at = draw_caption(screen, key->caption[self->language], at, columns);
    cli_buffer_text(screen, "\n");
    if (page->prompt != NULL)
        (void)snprintf(text, sizeof text, " %s_", page->prompt);
    else if (page->message != NULL)
        (void)snprintf(text, sizeof text, " %s", page->message);
    else if (page->reason != NULL)
        (void)snprintf(text, sizeof text, cli_text(self, " reason: %s", " alasan: %s"),
                       page->reason);
    else
        text[0] = '\0';
    cli_screen_fitted(screen, text, columns - 1);
    cli_buffer_text(screen, "\n");
}

static int
count_lines(const cli_buffer *buffer)
{
    int lines = 0;

    for (size_t i = 0; i < buffer->length; i++)
        lines += buffer->bytes[i] == '\n';
    return lines;
}

/* Lines `from` up to `from + room` of what was drawn. */
static void
add_window(cli_buffer *screen, const cli_buffer *body, int from, int room)
{
    const char *at = body->bytes;

    for (int line = 0; at != NULL && *at != '\0' && line < from + room; line++) {
        size_t length = strcspn(at, "\n") + 1;
        if (line >= from)
            cli_buffer_add(screen, at, length);
        at += length;
    }
}

void
cli_review_draw(const cli *self, cli_review_page *page, int columns, int rows, cli_buffer *screen)
{
    cli_buffer head = {NULL, 0, 0, false}, body = {NULL, 0, 0, false}, foot = {NULL, 0, 0, false};
    cli_buffer reasons = {NULL, 0, 0, false};
    columns_of layout = {columns, columns - 2 - LABEL - 1 - SIGN - 1 - 4, 0};
    int room, lines;

    if (columns >= WIDE)
        layout.words = layout.value * 2 / 5;
    layout.value = (layout.value - layout.words - (layout.words > 0)) / 2;
    if (layout.value < 8)
        layout.value = 8;
    draw_head(self, page, columns, layout.value, &head);
    for (int i = 0; i < page->count; i++)
        if (cli_line_is_shown(page->lines[i]) && has_values(page->lines[i]))
            draw_line(self, page, page->lines[i], &layout, &body);
    draw_foot(self, page, columns, &foot);
    room = rows - count_lines(&head) - count_lines(&foot);
    draw_reasons(self, page, &layout, &reasons);
    if (count_lines(&body) + count_lines(&reasons) < room)
        cli_buffer_text(&body, "\n");
    if (reasons.length > 0)
        cli_buffer_add(&body, reasons.bytes, reasons.length);
    lines = count_lines(&body);
    if (room < 1)
        room = 1;
    if (page->scroll > lines - room)
        page->scroll = lines - room;
    if (page->scroll < 0)
        page->scroll = 0;
    cli_buffer_add(screen, head.bytes, head.length);
    if (page->scroll + room < lines) {
        add_window(screen, &body, page->scroll, room - 1);
        cli_buffer_text(screen, cli_text(self, "  ↓ more\n", "  ↓ masih ada\n"));
    } else {
        add_window(screen, &body, page->scroll, room);
        for (int i = lines; i < room; i++)
            cli_buffer_text(screen, "\n");
    }
    if (!foot.failed)
        cli_buffer_add(screen, foot.bytes, foot.length);
    screen->failed = screen->failed || head.failed || body.failed || foot.failed || reasons.failed;
    cli_buffer_free(&head);
    cli_buffer_free(&body);
    cli_buffer_free(&foot);
    cli_buffer_free(&reasons);
}
